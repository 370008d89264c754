"""Answers are values that keep apart what the wire keeps apart."""

from collections.abc import Callable
from typing import get_args

import pytest

from mktgui.domain.answers import (
    CREATED,
    FAILED,
    UPDATED,
    Answer,
    Described,
    Fault,
    FieldDescription,
    Found,
    Listed,
    Synced,
)
from mktgui.domain.lead import ABSENT, NIL, Extra, LeadRecord, text_value
from tests.domain.values import assert_is_value


def title() -> FieldDescription:
    return FieldDescription(name="Title", label="Job Title", type="string", size=255)


MAKERS: dict[type, Callable[[], object]] = {
    Synced: lambda: Synced(lead_id=text_value("7"), status=text_value(CREATED), error=NIL, record=LeadRecord()),
    Found: lambda: Found(records=(LeadRecord(id=text_value("7")),), extras=(Extra("result/more", "1"),)),
    Described: lambda: Described(name="LeadRecord", fields=(title(),)),
    Listed: lambda: Listed(("LeadRecord", "Opportunity")),
    Fault: lambda: Fault(code="20103", text="20103 - Lead not found"),
}


def test_each_kind_of_answer_is_tried_here() -> None:
    assert set(MAKERS) == set(get_args(Answer))


@pytest.mark.parametrize("make", [*MAKERS.values(), title])
def test_an_answer_is_a_value(make: Callable[[], object]) -> None:
    assert_is_value(make)


def test_the_words_for_how_a_sync_ended_are_the_vendors(vendor_words: Callable[[str], list[str]]) -> None:
    assert vendor_words("LeadSyncStatus") == [CREATED, UPDATED, FAILED]


def test_a_sync_of_which_nothing_was_read_claims_nothing() -> None:
    silent = Synced()
    assert (silent.lead_id, silent.status, silent.error) == (ABSENT, ABSENT, ABSENT)
    assert silent.record is None
    assert silent.extras == ()


def test_an_answer_without_a_record_is_not_one_with_an_empty_record() -> None:
    assert Synced() != Synced(record=LeadRecord())


def test_a_field_of_which_only_the_name_is_known_may_be_written() -> None:
    found = FieldDescription(name="Shoes__c", label="Shoes", type="string")
    assert found.size is None
    assert not found.read_only
    assert not found.update_blocked
    assert not found.custom


def test_an_answer_tells_itself_by_the_names_of_its_parts() -> None:
    with pytest.raises(TypeError):
        Fault("20103", "20103 - Lead not found")  # type: ignore[call-arg]  # code and text are easily swapped


def test_a_record_of_another_lead_than_was_written_is_strange() -> None:
    def answer(named: str, came: str) -> Synced:
        return Synced(lead_id=text_value(named), record=LeadRecord(id=text_value(came)))

    assert answer("7", "9").strange_id == "9"
    assert [answer(*ids).strange_id for ids in (("7", "7"), ("7", ""), ("", "9"))] == ["", "", ""]
    assert Synced(lead_id=text_value("7")).strange_id == ""
