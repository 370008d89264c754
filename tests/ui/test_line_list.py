"""Rows stand on the lines of their fields, whatever is shown them against, and nothing of them is lost."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from mktgui.domain.answers import FieldDescription
from mktgui.domain.catalogue import NO_CATALOGUE, Catalogue
from mktgui.domain.draft import CLEAR, KEEP, Row
from mktgui.domain.findings import Code, Spot, error, note, warning
from mktgui.domain.lead import LeadAttribute, LeadRecord, text_value
from mktgui.ui.attribute_lines import NOWHERE, OWN_WORDS
from mktgui.ui.line_list import LineList, Wanted
from tests.ui.lead_sheet import CATALOGUE, RECORD, field, setting

NAMES = ("Title", " Title ", "Address", "Titel", "", "Id")
ROWS = st.lists(st.builds(Row, st.sampled_from(NAMES), st.sampled_from([KEEP, CLEAR])), max_size=6)


def shown() -> LineList:
    lines = LineList(OWN_WORDS)
    lines.show(RECORD, CATALOGUE, frozenset())
    return lines


def names(lines: LineList) -> list[str]:
    return [line.name for line in lines.to_be_seen()]


def holds(lines: LineList) -> None:
    """What is true of every list of lines."""
    assert len(lines.line_of_row) == len(lines.rows)
    assert [line.row for line in lines.line_of_row] == list(range(len(lines.rows)))
    assert [line.edit for line in lines.line_of_row] == [row.edit for row in lines.rows]
    assert lines.others == [line for line in lines.line_of_row if not line.is_field]
    for line in lines.fields.values():
        first = next((at for at, row in enumerate(lines.rows) if row.name.strip() == line.name), NOWHERE)
        assert line.row == first
        assert line.row != NOWHERE or line.edit == KEEP


@given(ROWS, st.lists(st.tuples(st.integers(0, 6), st.integers(0, 6), ROWS), max_size=4), st.booleans())
def test_rows_and_lines_stay_in_step(rows: list[Row], splices: list[tuple[int, int, list[Row]]], late: bool) -> None:  # noqa: FBT001 - drawn
    lines = LineList(OWN_WORDS) if late else shown()
    lines.splice(0, 0, rows)
    expected = list(rows)
    for at, removed, inserted in splices:
        begin = min(at, len(expected))
        count = min(removed, len(expected) - begin)
        expected[begin : begin + count] = inserted
        lines.splice(begin, count, inserted)
        assert lines.rows == expected
        holds(lines)
    lines.show(RECORD, CATALOGUE, frozenset({"Title"}))
    holds(lines)
    lines.show(None, NO_CATALOGUE, frozenset())
    assert lines.rows == expected
    assert not lines.fields
    holds(lines)


def test_a_splice_tells_which_lines_read_otherwise() -> None:
    lines = shown()
    assert [line.name for line in lines.splice(0, 0, [setting("Title", "CEO"), setting("Titel", "x")])] == [
        "Title",
        "Titel",
    ]
    assert [line.name for line in lines.splice(0, 1, [])] == ["Title"]
    assert names(lines)[-1] == "Titel"


def test_a_line_goes_on_when_the_lead_is_read_again() -> None:
    lines = shown()
    [title] = lines.splice(0, 0, [setting("Title", "CEO")])
    lines.tell([note(Code.VALUE_AS_NOW, Spot.ROW_VALUE, 0)])
    lines.show(None, CATALOGUE, frozenset())
    assert lines.fields["Title"] is title
    assert title.now is None
    assert title.told


def test_the_gravest_finding_comes_first_and_only_news_is_told() -> None:
    lines = shown()
    lines.splice(0, 0, [setting("Title", "CEO"), setting("Address", "x")])
    found = [
        note(Code.VALUE_AS_NOW, Spot.ROW_VALUE, 0),
        error(Code.NAME_TWICE, Spot.ROW_NAME, 0, name="Title"),
        warning(Code.VALUE_STRAY_SPACE, Spot.ROW_VALUE, 0),
        warning(Code.EMAIL_NO_AT, Spot.EMAIL),
    ]
    assert [line.name for line in lines.tell(found)] == ["Title"]
    codes = [finding.code for finding in lines.fields["Title"].told]
    assert codes == [Code.NAME_TWICE, Code.VALUE_STRAY_SPACE, Code.VALUE_AS_NOW]
    assert not lines.tell(found)
    assert [line.name for line in lines.tell([])] == ["Title"]


def test_lines_are_sifted_by_text_by_change_and_by_blankness() -> None:
    lines = shown()
    lines.splice(0, 0, [setting("Title", "CEO"), Row("Titel")])
    lines.sift(Wanted("TIT"))
    assert names(lines) == ["Title", "Titel"]
    lines.sift(Wanted(only_changed=True))
    assert names(lines) == ["Title", "Titel"]
    lines.sift(Wanted(hide_blanks=True))
    assert names(lines) == ["Id", "Email", "Address", "CreatedAt", "Title", "Old__c", "Titel"]
    lines.sift(Wanted())
    assert len(names(lines)) == len(lines.fields) + 1


def test_blanks_are_not_hidden_where_no_lead_is_read_for_then_all_are_blank() -> None:
    lines = LineList(OWN_WORDS)
    lines.show(None, CATALOGUE, frozenset())
    lines.sift(Wanted(hide_blanks=True))
    assert len(names(lines)) == len(lines.fields)


FIELDS = [line.name for line in shown().fields.values()]


@given(st.lists(st.frozensets(st.sampled_from([*FIELDS, "Titel"])), max_size=4))
def test_favourites_stand_where_they_would_if_all_were_listed_anew(chosen: list[frozenset[str]]) -> None:
    lines, anew = shown(), LineList(OWN_WORDS)
    lines.splice(0, 0, [setting("Title", "CEO"), setting("Titel", "x")])
    before = frozenset[str]()
    for favourites in chosen:
        news = {line.name for line in lines.favour(favourites)}
        assert news == (before ^ favourites) & set(FIELDS) - {"Id", "Email"}
        anew.show(RECORD, CATALOGUE, favourites)
        assert list(lines.fields) == list(anew.fields)
        assert all(line.reads_like(anew.fields[name]) for name, line in lines.fields.items())
        holds(lines)
        before = favourites


def test_a_blank_field_is_in_sight_as_long_as_it_is_a_favourite() -> None:
    lines = shown()
    lines.sift(Wanted(hide_blanks=True))
    blank = next(line for line in lines.fields.values() if not line.shown)
    listing = lines.lister(RECORD, CATALOGUE, frozenset())()
    assert lines.favour(frozenset({blank.name})) == [blank]
    assert blank in lines.to_be_seen()
    assert not lines.fits(listing), "to it, the field is no favourite"
    lines.favour(frozenset())
    assert blank not in lines.to_be_seen()


def test_what_is_changed_comes_into_sight() -> None:
    lines = shown()
    lines.sift(Wanted("address"))
    lines.splice(0, 0, [setting("Title", "CEO")])
    assert names(lines) == ["Email", "Address", "Title"]


def test_wanting_nothing_in_particular_is_false() -> None:
    assert not Wanted()
    assert all((Wanted("x"), Wanted(only_changed=True), Wanted(hide_blanks=True)))


def test_a_text_means_the_field_with_that_name_or_label() -> None:
    lines = shown()
    assert [lines.meant(text) for text in (" Title ", "title", "job title", "nothing")] == [
        "Title",
        "Title",
        "Title",
        "nothing",
    ]


def test_near_names_are_found_for_a_slip() -> None:
    assert shown().nearest("Titel") == ["Job Title"]
    assert shown().nearest("☃") == []


def test_a_line_is_found_by_its_name_and_stands_as_long_as_it_is_there() -> None:
    lines = shown()
    lines.splice(0, 0, [Row("Titel")])
    titel, title = lines.line_of("Titel"), lines.line_of("Title")
    assert titel is not None
    assert title is not None
    assert lines.line_of("nothing") is None
    assert lines.stands(titel)
    lines.splice(0, 1, [])
    assert not lines.stands(titel)
    assert lines.stands(title)
    lines.show(None, NO_CATALOGUE, frozenset())
    assert not lines.stands(title)


def test_a_line_is_found_by_what_a_message_of_either_api_calls_its_field() -> None:
    notes = replace(field("Notes__c"), soap_name="Notes__c", rest_name="notes")
    lines = LineList(OWN_WORDS)
    lines.show(RECORD, CATALOGUE._replace(fields=(*CATALOGUE.fields, notes)), frozenset())
    lines.splice(0, 0, (setting("own_field", "x"), setting("Nobody", "y")))
    for said, name in (("Title", "Title"), ("title", "Title"), ("notes", "Notes__c"), ("OWN_Field", "own_field")):
        found = lines.line_in_message(said)
        assert found is not None
        assert found.name == name
    assert lines.line_in_message("phone") is None


def test_lines_made_beforehand_change_nothing_until_they_are_taken() -> None:
    lines = shown()
    before = dict(lines.fields)
    now = before["Title"].now
    record = replace(RECORD, attributes=(LeadAttribute("Title", text_value("string"), text_value("Chief")),))
    listing = lines.lister(record, CATALOGUE, frozenset())()
    assert lines.fields == before
    assert before["Title"].now == now
    assert before["Title"] in [line for line, _ in listing.news]
    assert before["Id"] not in [line for line, _ in listing.news]
    assert lines.fits(listing)
    lines.take(listing)
    assert lines.fields["Title"] is before["Title"]
    assert before["Title"].now == text_value("Chief")
    assert not lines.fits(listing)


def test_a_row_by_the_name_that_the_other_api_has_shows_what_the_lead_has_there() -> None:
    lines = LineList(OWN_WORDS)
    email = FieldDescription(name="email", label="Email Address", type="email", soap_name="Email", rest_name="email")
    lead = LeadRecord(id=text_value("7"), email=text_value("a@x.example"))
    lines.show(lead, Catalogue((email,)), frozenset())
    by_other, unknown = lines.splice(0, 0, [setting("Email", "b@x.example"), setting("Titel", "x")])
    assert (by_other.now, by_other.is_identifier) == (text_value("a@x.example"), False)
    assert unknown.now is None
    lines.show(None, Catalogue((email,)), frozenset())
    assert by_other.now is None
