"""Calls are complete questions; only one of them writes."""

from collections.abc import Callable
from typing import get_args

import pytest

from mktgui.domain.calls import (
    Action,
    AttributeToSend,
    Call,
    DescribeObject,
    FieldKey,
    GetLead,
    ListObjects,
    LookupKey,
    SyncLead,
    writes,
)
from mktgui.domain.lead import ForeignType
from tests.domain.values import assert_is_value

MAKERS: dict[type, Callable[[], Call]] = {
    SyncLead: lambda: SyncLead(marketo_id=7, attributes=(AttributeToSend("Title", "CTO"),), workspace="EMEA"),
    GetLead: lambda: GetLead(LookupKey.EMAIL, "ada@corp.example"),
    DescribeObject: lambda: DescribeObject("Opportunity"),
    ListObjects: ListObjects,
}


def test_each_kind_of_call_is_tried_here() -> None:
    assert set(MAKERS) == set(get_args(Call))


@pytest.mark.parametrize("make", MAKERS.values())
def test_a_call_is_a_value(make: Callable[[], object]) -> None:
    assert_is_value(make)


@pytest.mark.parametrize(
    ("kind", "expected"), [(SyncLead, True), (GetLead, False), (DescribeObject, False), (ListObjects, False)]
)
def test_only_a_sync_may_change_a_lead(kind: type, *, expected: bool) -> None:
    assert writes(MAKERS[kind]()) is expected


def test_a_lead_can_be_read_by_the_vendors_keys_and_no_other(vendor_words: Callable[[str], list[str]]) -> None:
    assert [str(key) for key in LookupKey] == vendor_words("LeadKeyRef")
    with pytest.raises(ValueError, match="FOREIGN"):
        LookupKey("FOREIGNSYSPERSONID")


def test_a_field_of_ones_own_is_a_key_beside_those_of_the_vendor() -> None:
    assert_is_value(lambda: GetLead(FieldKey("externalId"), "A-9"))
    assert FieldKey("externalId").value == "externalId"
    assert GetLead(FieldKey("EMAIL"), "A-9") != GetLead(LookupKey.EMAIL, "A-9")


def test_a_sync_names_nobody_unless_told_to_and_asks_for_the_lead_as_it_is_then() -> None:
    bare = SyncLead()
    identifiers = (bare.marketo_id, bare.email, bare.foreign_id, bare.foreign_type, bare.cookie, bare.workspace)
    assert identifiers == (None,) * 6
    assert bare.attributes == ()
    assert bare.return_lead
    assert (bare.action, bare.lookup_field) == (Action.CREATE_OR_UPDATE, "")


def test_an_emptied_attribute_is_not_an_attribute_left_out() -> None:
    by_custom = SyncLead(foreign_id="A-9", foreign_type=ForeignType.CUSTOM)
    emptying = SyncLead(foreign_id="A-9", foreign_type=ForeignType.CUSTOM, attributes=(AttributeToSend("Title", ""),))
    assert by_custom != emptying


def test_the_catalogue_asked_for_is_that_of_leads() -> None:
    assert DescribeObject() == DescribeObject("LeadRecord")
