"""Rows are looked at alone, beside each other, and by what the catalogue says of their fields."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given

from mktgui.domain.catalogue import NO_CATALOGUE, Catalogue
from mktgui.domain.check_rows import RowChecker
from mktgui.domain.draft import CLEAR, KEEP, Draft, Edit, EditKind, Row
from mktgui.domain.findings import Code, Finding, Spot, error, note, warning
from tests.domain.drafts import DRAFTS
from tests.domain.fields import READ_AT, complete, field

NAME, CELL = Spot.ROW_NAME, Spot.ROW_VALUE
CATALOGUE = complete(
    field("Title"),
    field("Score", kind="score"),
    field("Formula", read_only=True),
    field("Region", update_blocked=True),
    field("Email", kind="email"),
    field("CreatedAt", kind="datetime"),
)


def row(name: str, text: str = "x") -> Row:
    return Row(name, Edit(EditKind.SET, text))


def said(*rows: Row, catalogue: Catalogue = CATALOGUE) -> list[Finding]:
    return list(RowChecker(catalogue, UTC).check(rows))


@pytest.mark.parametrize(
    ("row", "finding"),
    [
        (Row("", CLEAR), error(Code.NAME_EMPTY, NAME, 0)),
        (row("id"), error(Code.NAME_IS_IDENTIFIER, NAME, 0, name="id")),
        (Row("Title "), warning(Code.NAME_STRAY_SPACE, NAME, 0)),
        (row("Title", "\x00"), error(Code.CONTROL_CHARACTER, CELL, 0, character="U+0000", position="1")),
        (row("Formula"), error(Code.FIELD_READ_ONLY, NAME, 0, name="Formula")),
        (Row("Formula", CLEAR), error(Code.FIELD_READ_ONLY, NAME, 0, name="Formula")),
        (row("CreatedAt"), error(Code.FIELD_READ_ONLY, NAME, 0, name="CreatedAt")),
        (row("Region"), error(Code.FIELD_UPDATE_BLOCKED, NAME, 0, name="Region")),
        (row("Quux"), warning(Code.FIELD_UNKNOWN, NAME, 0, name="Quux")),
        (row("title"), warning(Code.FIELD_MEANT, NAME, 0, name="title", meant="Title", nearest="Title")),
        (row("Score", "much"), error(Code.NO_INTEGER, CELL, 0)),
    ],
)
def test_each_row_is_told_what_is_the_matter(row: Row, finding: Finding) -> None:
    assert finding in said(row)


@pytest.mark.parametrize("read_at", [None, READ_AT])
def test_the_name_that_the_other_api_has_for_a_field_is_told_with_the_right_one(read_at: datetime | None) -> None:
    """Also where not all fields are known: that this name is wrong here is sure."""
    jigsaw = replace(field("jigsawContactId"), soap_name="Marketo Jigsaw Contact Id", rest_name="jigsawContactId")
    [slip] = said(row("Marketo Jigsaw Contact Id"), catalogue=Catalogue((jigsaw,), read_at))
    assert (slip.code, slip.param("nearest")) == (Code.FIELD_MEANT, "jigsawContactId")
    assert said(row("jigsawContactId"), catalogue=Catalogue((jigsaw,), read_at)) == []


@pytest.mark.parametrize("row", [row("Title"), row("Score", "7"), Row("Score", CLEAR), Row(), Row("", KEEP)])
def test_a_sound_row_is_left_in_peace(row: Row) -> None:
    assert said(row) == []


def test_a_row_that_is_not_sent_is_not_judged_by_its_field() -> None:
    assert said(Row("Formula"), Row("Quux")) == [
        note(Code.ROW_NOT_SENT, CELL, 0),
        note(Code.ROW_NOT_SENT, CELL, 1),
    ]


def test_an_address_as_attribute_is_a_known_field_whatever_the_catalogue_has() -> None:
    expected = warning(Code.EMAIL_AS_ATTRIBUTE, NAME, 0)
    assert said(row("Email", "a@b.c")) == said(row("email"), catalogue=complete(field("Title"))) == [expected]


def test_where_the_catalogue_is_not_whole_no_name_is_called_unknown() -> None:
    ours = Catalogue((field("Score", kind="score"),))
    assert said(row("Quux"), catalogue=ours) == said(row("Quux"), catalogue=NO_CATALOGUE) == []
    assert said(row("Score", "much"), catalogue=ours) == [error(Code.NO_INTEGER, CELL, 0)]
    assert said(row("CreatedAt"), catalogue=NO_CATALOGUE) == [error(Code.FIELD_READ_ONLY, NAME, 0, name="CreatedAt")]


def test_near_names_are_given_together_and_the_nearest_by_itself() -> None:
    fields = complete(field("LeadScore"), field("LeadScores"), field("LeadScored"), field("LeadScorer"))
    [finding] = said(row("LeadScor"), catalogue=fields)
    assert finding.param("meant").split(", ")[0] == finding.param("nearest") == "LeadScore"
    assert len(finding.param("meant").split(", ")) == 3


def test_in_a_table_from_another_system_only_the_first_unknown_names_get_a_suggestion() -> None:
    found = said(*(row(f"Titel{number}") for number in range(100)))
    codes = [finding.code for finding in found]
    assert codes == [Code.FIELD_MEANT] * 20 + [Code.FIELD_UNKNOWN] * 80


def test_the_same_row_twice_is_told_once_more() -> None:
    title = row("Title")
    assert said(title, title) == [error(Code.NAME_TWICE, NAME, 1, name="Title")]
    assert said(row("Titel"), row("TITEL"))[-1] == warning(Code.NAME_TWIN, NAME, 1, name="TITEL", twin="Titel")


def test_the_same_name_twice_is_told_also_where_another_spelling_came_first() -> None:
    found = said(row("Titel"), row("TITEL"), row("TITEL"), row("titel"))
    assert [one for one in found if one.code is not Code.FIELD_MEANT] == [
        warning(Code.NAME_TWIN, NAME, 1, name="TITEL", twin="Titel"),
        error(Code.NAME_TWICE, NAME, 2, name="TITEL"),
        warning(Code.NAME_TWIN, NAME, 3, name="titel", twin="Titel"),
    ]


def test_what_is_remembered_of_a_row_goes_where_the_row_goes() -> None:
    checker, slip, bad = RowChecker(CATALOGUE, UTC), row("Titel"), row("Score", "much")
    assert [one.row for one in checker.check([slip, bad])] == [0, 1]
    assert [one.row for one in checker.check([row("Title"), slip, bad])] == [1, 2]
    assert [one.row for one in checker.check([bad, slip])] == [0, 1]
    assert list(checker.check([])) == []


def test_rows_that_are_gone_are_forgotten() -> None:
    """Else another row could get the place in memory, and with it what was said of the first."""
    checker = RowChecker(CATALOGUE, UTC)
    for number in range(200):
        [finding] = checker.check([row("Score", f"x{number}") if number % 2 else row(f"Quux{number}")])
        assert finding.code is (Code.NO_INTEGER if number % 2 else Code.FIELD_UNKNOWN)


@given(DRAFTS, DRAFTS)
def test_it_makes_no_difference_what_was_checked_before(before: Draft, draft: Draft) -> None:
    checker = RowChecker(CATALOGUE, UTC)
    list(checker.check(before.rows))
    assert list(checker.check(draft.rows)) == said(*draft.rows)
    assert list(checker.check(draft.rows[::-1])) == said(*draft.rows[::-1])
