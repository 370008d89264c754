"""A lead record keeps text, empty, nil and absent apart, and where there is no lead there is not even that."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mktgui.domain.lead import (
    ABSENT,
    EMPTY,
    NIL,
    NO_LEAD,
    NOBODY,
    Extra,
    ForeignType,
    KeyKind,
    LeadAttribute,
    LeadRecord,
    Presence,
    Value,
    text_value,
    value_of,
    values_of,
    who_is,
)
from tests.domain.values import assert_is_value

calm = settings(deadline=None)  # a busy machine is no failure


def test_there_are_four_ways_to_be_there_or_not_and_one_for_there_is_no_lead() -> None:
    values = {text_value("x"), EMPTY, NIL, ABSENT, NO_LEAD}
    assert {value.presence for value in values} == set(Presence)
    assert len(values) == 5


@calm
@given(st.text(min_size=1))
def test_text_is_kept_to_the_character(text: str) -> None:
    assert text_value(text) == Value(Presence.TEXT, text)


def test_an_element_without_text_is_empty_and_neither_nil_nor_absent() -> None:
    assert text_value("") == EMPTY
    assert EMPTY not in {NIL, ABSENT}


@pytest.mark.parametrize("value", [EMPTY, NIL, ABSENT])
def test_only_text_has_text(value: Value) -> None:
    assert value.text == ""


def test_the_types_of_foreign_ids_are_the_vendors(vendor_words: Callable[[str], list[str]]) -> None:
    assert [str(word) for word in ForeignType] == vendor_words("ForeignSysType")


def test_a_person_can_name_a_lead_in_four_ways() -> None:
    assert " ".join(KeyKind) == "marketo_id email foreign_id cookie"


def test_a_record_of_which_nothing_was_read_is_all_absent() -> None:
    bare = LeadRecord()
    assert (bare.id, bare.email, bare.foreign_id, bare.foreign_type) == (ABSENT,) * 4
    assert (bare.attributes, bare.extras) == ((), ())


def test_of_a_lead_before_it_is_made_there_is_nothing_not_even_an_empty_field() -> None:
    assert {NOBODY.id, NOBODY.email, NOBODY.foreign_id, NOBODY.foreign_type} == {NO_LEAD}
    assert (NO_LEAD.text, who_is(NOBODY)) == ("", "")


def test_records_and_their_parts_are_values() -> None:
    title = LeadAttribute("Title", text_value("string"), EMPTY)
    assert_is_value(lambda: Value(Presence.TEXT, "x"))
    assert_is_value(lambda: LeadAttribute("Title", NIL, text_value("CTO")))
    assert_is_value(lambda: Extra("leadRecord/Shoes", "2"))
    assert_is_value(lambda: LeadRecord(id=text_value("7"), email=NIL, attributes=(title,)))


ANA = LeadRecord(
    id=text_value("7"),
    email=text_value("ana@acme.example"),
    foreign_type=NIL,
    attributes=(
        LeadAttribute("FirstName", NIL, text_value(" Ana ")),
        LeadAttribute("LastName", NIL, text_value("Ruiz")),
        LeadAttribute("City", NIL, EMPTY),
        LeadAttribute("City", NIL, text_value("Austin")),
    ),
)


def test_a_field_counts_before_an_identifier_of_that_name() -> None:
    record = LeadRecord(email=text_value("a"), attributes=(LeadAttribute("email", NIL, text_value("b")),))
    assert value_of(record, "email") == values_of(record)["email"] == text_value("b")
    assert value_of(record, "Email") == values_of(record)["Email"] == text_value("a")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("LastName", text_value("Ruiz")),
        ("City", EMPTY),
        ("State", ABSENT),
        ("lastname", ABSENT),
        ("Id", text_value("7")),
        ("Email", text_value("ana@acme.example")),
        ("ForeignSysPersonId", ABSENT),
        ("ForeignSysType", NIL),
        ("id", text_value("7")),
        ("email", text_value("ana@acme.example")),
    ],
)
def test_a_value_is_found_by_its_name_and_the_first_counts(name: str, value: Value) -> None:
    assert value_of(ANA, name) == value
    assert values_of(ANA).get(name, ABSENT) == value


@pytest.mark.parametrize(
    ("record", "who"),
    [
        (ANA, "Ana Ruiz"),
        (LeadRecord(email=text_value("a@b"), attributes=(LeadAttribute("LastName", NIL, text_value("Ruiz")),)), "Ruiz"),
        (LeadRecord(email=text_value("a@b"), attributes=(LeadAttribute("LastName", NIL, text_value(" ")),)), "a@b"),
        (LeadRecord(attributes=(LeadAttribute("firstName", NIL, text_value("Ana")),)), "Ana"),  # over REST
        (LeadRecord(), ""),
    ],
)
def test_a_lead_is_called_by_its_name_or_else_by_its_address(record: LeadRecord, who: str) -> None:
    assert who_is(record) == who
