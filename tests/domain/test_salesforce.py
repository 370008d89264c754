"""IDs of Salesforce are told from words, slips from IDs, and lost upper case is found again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mktgui.domain.salesforce import (
    SalesforceKind,
    check_characters,
    is_person,
    is_salesforce_id,
    kind_of,
    with_case_restored,
)

CONTACT = "0035000000ABcDeAAL"
SHORT = st.text(alphabet="ABCXYZabcxyz0189", min_size=12, max_size=12).map("003".__add__)


@pytest.mark.parametrize(
    ("short", "checks"),
    [("0035000000ABcDe", "AAL"), ("aaaaaaaaaaaaaaa", "AAA"), ("AAAAAAAAAAAAAAA", "555"), ("aaaaAaaaaAaaaaA", "QQQ")],
)
def test_each_check_character_tells_the_case_of_five(short: str, checks: str) -> None:
    assert check_characters(short) == checks


@pytest.mark.parametrize("text", [CONTACT, CONTACT[:15], "00Q5000000ABcDe", "0015000000ABcDe", "00530000001AbCdAAK"])
def test_ids_are_known(text: str) -> None:
    assert is_salesforce_id(text)


@pytest.mark.parametrize(
    "text",
    [
        "", "congratulations", "characteristically"[:18], "CHARACTERISTICALLY", "characterizatioAAA",
        "0035000000ABcDeAAX", "0035000000ABcDeA", "123456789012345", "012345678901234",
        "0035000000ABcD\u00e9", "a0B5000000ABcDe",
    ],
)  # fmt: skip
def test_words_slips_and_numbers_are_none(text: str) -> None:
    assert not is_salesforce_id(text)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (CONTACT, SalesforceKind.CONTACT),
        ("00q5000000ABcDe", SalesforceKind.LEAD),
        ("0015000000ABcDe", SalesforceKind.OTHER),
    ],
)
def test_the_first_characters_tell_whose_it_is(text: str, kind: SalesforceKind) -> None:
    assert kind_of(text) is kind


@pytest.mark.parametrize(
    ("text", "is_one"),
    [("0035000000ABcDeAAX", True), ("0015000000ABcDe", False), ("003", False), ("00Q-5000000ABcDe", False)],
)
def test_a_slip_in_an_id_of_a_person_is_still_told(text: str, is_one: bool) -> None:  # noqa: FBT001 - a column
    assert is_person(text) is is_one


@pytest.mark.parametrize("text", [CONTACT.upper(), CONTACT.lower()])
def test_lost_case_is_restored(text: str) -> None:
    assert with_case_restored(text) == CONTACT


@pytest.mark.parametrize(
    "text",
    [
        "",
        CONTACT,
        CONTACT[:15].lower(),
        "0035000000abcdeaa9",
        "0035000000abcdeba5",
        "0035000000abcdeaa-",
        "congratulationsaaa",
    ],
)
def test_where_it_cannot_be_nothing_is_made_up(text: str) -> None:
    assert with_case_restored(text) == (CONTACT if text == CONTACT.lower() else "")


@given(SHORT)
def test_every_id_survives_a_system_without_case(short: str) -> None:
    long = short + check_characters(short)
    assert is_salesforce_id(short)
    assert is_salesforce_id(long)
    assert with_case_restored(long.upper()) == with_case_restored(long.lower()) == long


@given(SHORT, st.integers(3, 14))
def test_a_letter_in_the_wrong_case_is_a_slip(short: str, at: int) -> None:
    swapped = short[:at] + short[at].swapcase() + short[at + 1 :]
    assert is_salesforce_id(swapped + check_characters(short)) == (swapped == short)


@given(st.text(max_size=20))
def test_any_text_can_be_asked_about(text: str) -> None:
    assert is_salesforce_id(with_case_restored(text)) == bool(with_case_restored(text))
    assert is_person(text) <= text.isascii()
