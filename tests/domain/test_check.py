"""What is said at the fields: what is missing, what cannot be sent, what looks like a slip."""

from dataclasses import replace
from datetime import UTC
from typing import NamedTuple

import pytest
from hypothesis import given, settings

from mktgui.domain.check import Checker, check, identifiers, sent_rows
from mktgui.domain.draft import CLEAR, KEEP, Draft, Edit, EditKind, Row
from mktgui.domain.findings import Code, Finding, Severity, Spot, error, note, warning
from mktgui.domain.lead import ForeignType, KeyKind
from tests.domain.drafts import COOKIE, DRAFTS
from tests.domain.fields import complete, field

calm = settings(deadline=None)  # a busy machine is no failure

FINE = Draft(email="ada@corp.example")


class Case(NamedTuple):
    """A draft and everything to be said about it."""

    draft: Draft
    said: list[Finding]


def setting(text: str) -> Edit:
    return Edit(EditKind.SET, text)


def rows(*rows: Row) -> Draft:
    return replace(FINE, rows=rows)


def test_a_sound_draft_leaves_nothing_to_say() -> None:
    full = Draft(
        key=KeyKind.MARKETO_ID,
        marketo_id="7",
        email="ada@corp.example",
        foreign_id="A-9",
        foreign_type="CUSTOM",
        cookie=COOKIE,
        rows=(Row("Title", setting("CTO")), Row("City", CLEAR), Row()),
        workspace="EMEA",
    )
    assert check(full) == ()


KEYS = [
    Case(Draft(key=KeyKind.EMAIL), [error(Code.KEY_EMPTY, Spot.EMAIL, key="email")]),
    Case(Draft(key=KeyKind.MARKETO_ID), [error(Code.KEY_EMPTY, Spot.MARKETO_ID, key="marketo_id")]),
    Case(Draft(key=KeyKind.FOREIGN_ID), [error(Code.KEY_EMPTY, Spot.FOREIGN_ID, key="foreign_id")]),
    Case(Draft(key=KeyKind.COOKIE), [error(Code.KEY_EMPTY, Spot.COOKIE, key="cookie")]),
    Case(Draft(email=" \t"), [error(Code.KEY_EMPTY, Spot.EMAIL, key="email")]),
    Case(Draft(marketo_id="7"), [error(Code.KEY_EMPTY, Spot.EMAIL, key="email")]),
]

FOREIGN_IDS = [
    Case(replace(FINE, foreign_id="A-9"), [error(Code.FOREIGN_TYPE_MISSING, Spot.FOREIGN_TYPE)]),
    Case(replace(FINE, foreign_type="SFDC"), []),
    Case(replace(FINE, foreign_id=" ", cookie=" ", marketo_id=" ", workspace=" "), []),
    *(Case(replace(FINE, foreign_id="A-9", foreign_type=word), []) for word in ForeignType),
]

ROWS = [
    Case(rows(Row(), Row(" ")), [warning(Code.NAME_STRAY_SPACE, Spot.ROW_NAME, 1)]),
    Case(rows(Row(), Row("Title")), [note(Code.ROW_NOT_SENT, Spot.ROW_VALUE, 1)]),
    Case(rows(Row("", setting("CTO"))), [error(Code.NAME_EMPTY, Spot.ROW_NAME, 0)]),
    Case(rows(Row(), Row("", CLEAR)), [error(Code.NAME_EMPTY, Spot.ROW_NAME, 1)]),
    Case(
        rows(Row(" ", CLEAR)),
        [warning(Code.NAME_STRAY_SPACE, Spot.ROW_NAME, 0), error(Code.NAME_EMPTY, Spot.ROW_NAME, 0)],
    ),
    Case(rows(Row("Title ", setting("CTO"))), [warning(Code.NAME_STRAY_SPACE, Spot.ROW_NAME, 0)]),
    Case(rows(Row("Title", setting(" CTO"))), [warning(Code.VALUE_STRAY_SPACE, Spot.ROW_VALUE, 0)]),
    Case(rows(Row("Title", setting(" "))), [warning(Code.VALUE_STRAY_SPACE, Spot.ROW_VALUE, 0)]),
    Case(rows(Row("eMail", CLEAR)), [warning(Code.EMAIL_AS_ATTRIBUTE, Spot.ROW_NAME, 0)]),
    *(
        Case(rows(Row(name, setting("7"))), [error(Code.NAME_IS_IDENTIFIER, Spot.ROW_NAME, 0, name=name)])
        for name in ("Id", "ID", "foreignSysPersonId", "ForeignSysType", "marketoCookie")
    ),
    Case(
        rows(Row("Title", setting("CTO")), Row(" Title", CLEAR)),
        [
            warning(Code.NAME_STRAY_SPACE, Spot.ROW_NAME, 1),
            error(Code.NAME_TWICE, Spot.ROW_NAME, 1, name="Title"),
        ],
    ),
    Case(
        rows(Row("Title", CLEAR), Row(), Row("TITLE", CLEAR), Row("Title", CLEAR)),
        [
            warning(Code.NAME_TWIN, Spot.ROW_NAME, 2, name="TITLE", twin="Title"),
            error(Code.NAME_TWICE, Spot.ROW_NAME, 3, name="Title"),
        ],
    ),
    Case(
        rows(Row("Maße__c", CLEAR), Row("MASSE__C", CLEAR)),
        [warning(Code.NAME_TWIN, Spot.ROW_NAME, 1, name="MASSE__C", twin="Maße__c")],
    ),
    Case(rows(Row("Title", CLEAR), Row("Title")), [note(Code.ROW_NOT_SENT, Spot.ROW_VALUE, 1)]),
    Case(rows(Row("Title", Edit(EditKind.CLEAR, "\x00typed before "))), []),
]


@pytest.mark.parametrize("case", [*KEYS, *FOREIGN_IDS, *ROWS])
def test_a_draft_is_told_what_is_the_matter_with_it_and_nothing_else(case: Case) -> None:
    assert list(check(case.draft)) == case.said


@pytest.mark.parametrize("text", ["1", "7", "007", "2147483647"])
def test_an_id_is_a_number_that_the_wire_can_carry(text: str) -> None:
    assert check(replace(FINE, marketo_id=text)) == ()


@pytest.mark.parametrize(
    "text", ["abc", "1.5", "-1", "+1", "1_000", "1 2", "1,000", "\u0667", "\uff17", "\u00b2", "0x7"]
)
def test_anything_but_plain_digits_is_no_id(text: str) -> None:
    assert check(replace(FINE, marketo_id=text)) == (error(Code.ID_NO_NUMBER, Spot.MARKETO_ID),)


@pytest.mark.parametrize("text", ["0", "000", "2147483648", "99999999999", "9" * 5000])
def test_a_number_that_the_wire_cannot_carry_is_no_id(text: str) -> None:
    assert check(replace(FINE, marketo_id=text)) == (error(Code.ID_OUT_OF_RANGE, Spot.MARKETO_ID),)


@pytest.mark.parametrize("text", ["a@b", "ada+x@corp.example", "ő@corp.example", '"a@b"@corp.example', "@@a@b"])
def test_an_address_needs_something_on_both_sides(text: str) -> None:
    assert check(Draft(email=text)) == ()


@pytest.mark.parametrize("text", ["ada", "@", "ada@", "@corp.example", "@@", "ada.corp.example"])
def test_what_looks_like_no_address_may_be_a_slip(text: str) -> None:
    assert check(Draft(email=text)) == (warning(Code.EMAIL_NO_AT, Spot.EMAIL),)


@pytest.mark.parametrize("text", ["ada @corp.example", "ada@corp\u00a0.example", "ada\u3000@corp.example"])
def test_an_address_with_a_space_inside_cannot_be_meant(text: str) -> None:
    assert check(Draft(email=text)) == (error(Code.EMAIL_HAS_SPACE, Spot.EMAIL),)


@pytest.mark.parametrize("text", [COOKIE, "id:123-ABC-456&token:_mch-corp.example-a1b2c3d4e5f60718293a4b5c6d7e8f9"])
def test_both_forms_of_a_cookie_are_known(text: str) -> None:
    assert check(replace(FINE, cookie=text)) == ()


@pytest.mark.parametrize(
    "text",
    ["123-ABC-456", "id:123-ABC-456", "token:_mch-x-1", "id:&token:x", COOKIE.replace("&", "%26"), f"x={COOKIE}"],
)
def test_half_a_cookie_may_be_a_slip(text: str) -> None:
    assert check(replace(FINE, cookie=text)) == (warning(Code.COOKIE_SHAPE, Spot.COOKIE),)


SOUND = {
    Spot.MARKETO_ID: {"marketo_id": "7"},
    Spot.EMAIL: {"email": "ada@corp.example"},
    Spot.FOREIGN_ID: {"foreign_id": "A-9", "foreign_type": "SFDC"},
    Spot.COOKIE: {"cookie": COOKIE},
    Spot.WORKSPACE: {"workspace": "EMEA"},
}


def with_identifier(spot: Spot, change: str) -> Draft:
    """A draft that is sound but for one identifier, which the change has put something into."""
    parts = SOUND[Spot.EMAIL] | SOUND[spot]
    return Draft(**parts | {spot.value: change.format(parts[spot.value])})  # type: ignore[arg-type]


def test_the_identifiers_are_given_as_typed() -> None:
    draft = Draft(marketo_id=" 7", email="a@b ", foreign_id="A-9", foreign_type="SFDC", cookie="c", workspace="W")
    assert identifiers(draft) == {
        Spot.MARKETO_ID: " 7",
        Spot.EMAIL: "a@b ",
        Spot.FOREIGN_ID: "A-9",
        Spot.COOKIE: "c",
        Spot.WORKSPACE: "W",
    }
    assert set(identifiers(draft)) == set(SOUND)


@pytest.mark.parametrize("spot", SOUND)
@pytest.mark.parametrize("change", [" {}", "{} ", "\u00a0{}\r\n"])
def test_spaces_around_an_identifier_are_said_to_go(spot: Spot, change: str) -> None:
    assert check(with_identifier(spot, change)) == (note(Code.TRIMMED, spot),)


@pytest.mark.parametrize("spot", SOUND)
@pytest.mark.parametrize("character", ["\x00", "\t", "\n", "\x1b", "\x7f", "\ud800", "\ufffe", "\uffff"])
def test_no_identifier_can_hold_an_invisible_character(spot: Spot, character: str) -> None:
    """And the position is that in the field as it was typed."""
    expected = error(Code.CONTROL_CHARACTER, spot, character=f"U+{ord(character):04X}", position="4")
    assert expected in check(with_identifier(spot, f" ab{character}c{{}} "))


@pytest.mark.parametrize("character", [*map(chr, [0, 8, 0x0B, 0x0C, 0x0E, 0x1F, 0xD800, 0xDFFF, 0xFFFE, 0xFFFF])])
def test_neither_a_name_nor_a_value_can_hold_what_xml_cannot_carry(character: str) -> None:
    bad = {"character": f"U+{ord(character):04X}", "position": "2"}
    draft = rows(Row(), Row(f"T{character} ", setting("CTO")), Row("City", setting(f" {character}")))
    assert list(check(draft)) == [
        error(Code.CONTROL_CHARACTER, Spot.ROW_NAME, 1, **bad),
        error(Code.CONTROL_CHARACTER, Spot.ROW_VALUE, 2, **bad),
    ]


@pytest.mark.parametrize("value", ["a\nb", "a\tb", "a\r\nb", "a\x7fb", "a\x85b", "密钥🔑", "<&]]>", "\U0001fffe"])
def test_a_value_may_be_any_text_that_xml_can_carry(value: str) -> None:
    assert check(rows(Row("Description", setting(value)))) == ()


def test_rows_to_be_sent_keep_their_number_in_the_table() -> None:
    first, second, third = Row("Title", setting("CTO")), Row("City", KEEP), Row("State", CLEAR)
    assert sent_rows(rows(first, second, third)) == [(0, first), (2, third)]


def test_every_word_for_a_field_is_said_in_these_tests() -> None:
    said = {finding.code for case in (*KEYS, *FOREIGN_IDS, *ROWS) for finding in case.said}
    by_themselves = {
        Code.ID_NO_NUMBER,
        Code.ID_OUT_OF_RANGE,
        Code.EMAIL_HAS_SPACE,
        Code.EMAIL_NO_AT,
        Code.COOKIE_SHAPE,
        Code.TRIMMED,
        Code.CONTROL_CHARACTER,
    }
    codes = list(Code)
    assert said | by_themselves == set(codes[: codes.index(Code.FIELD_UNKNOWN)])


def test_what_the_catalogue_says_of_the_fields_is_said_of_the_rows() -> None:
    draft = rows(Row("Titel", setting("CTO")), Row("Score", setting("4.5")))
    catalogue = complete(field("Title"), field("Score", kind="score"))
    assert check(draft, catalogue) == (
        warning(Code.FIELD_MEANT, Spot.ROW_NAME, 0, name="Titel", meant="Title", nearest="Title"),
        error(Code.NO_INTEGER, Spot.ROW_VALUE, 1),
    )
    assert check(draft) == ()


@calm
@given(DRAFTS, DRAFTS)
def test_a_checker_that_saw_another_draft_before_says_the_same(before: Draft, draft: Draft) -> None:
    catalogue = complete(field("Title", size=3), field("City", kind="date"), field("State", read_only=True))
    checker = Checker(catalogue, UTC)
    checker.check(before)
    assert checker.check(draft) == check(draft, catalogue, UTC)
    assert checker.check(draft) == check(draft, catalogue, UTC)


@calm
@given(DRAFTS)
def test_any_draft_can_be_checked_and_each_finding_has_its_place(draft: Draft) -> None:
    found = check(draft)
    assert found == check(draft)
    for finding in found:
        assert (finding.row is not None) == (finding.spot in {Spot.ROW_NAME, Spot.ROW_VALUE})
        assert finding.row is None or 0 <= finding.row < len(draft.rows)
        assert finding.spot is not Spot.LEAD


@calm
@given(DRAFTS)
def test_a_draft_without_errors_names_a_lead_and_each_attribute_once(draft: Draft) -> None:
    if any(finding.severity is Severity.ERROR for finding in check(draft)):
        return
    names = [row.name.strip() for _, row in sent_rows(draft)]
    assert all(names)
    assert len(set(names)) == len(names)
    assert any(text.strip() for spot, text in identifiers(draft).items() if spot is not Spot.WORKSPACE)
