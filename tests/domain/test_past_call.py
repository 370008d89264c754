"""A past call can be made again from what was kept of it, by the field that its connection has for foreign ids."""

from dataclasses import replace

import pytest

from mktgui.domain.call_note import CallKind
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
)
from mktgui.domain.draft import Draft
from mktgui.domain.lead import KeyKind
from mktgui.domain.past_call import past_call
from tests.domain.test_recall import BY_CUSTOM_ID, DRAFT, entry, look

TITLE = (AttributeToSend("Title", "CEO"),)
BY_COOKIE = Draft(key=KeyKind.COOKIE, cookie="id:1&token:x", rows=DRAFT.rows)


def test_a_send_over_soap() -> None:
    assert past_call(entry(), "") == SyncLead(email="ana@acme.example", attributes=TITLE)


def test_a_send_over_rest_goes_by_the_field_of_the_connection() -> None:
    sent = entry(BY_CUSTOM_ID, transport="rest")
    assert past_call(sent, "crmKey") == SyncLead(foreign_id="A-9", attributes=TITLE, lookup_field="crmKey")
    assert past_call(sent, "") is None
    assert past_call(entry(transport="rest"), "") == SyncLead(
        email="ana@acme.example", attributes=TITLE, lookup_field="email"
    )


def test_what_is_only_good_for_finding_was_written_by_what_was_found() -> None:
    sent = entry(BY_COOKIE, transport="rest")
    by_number = SyncLead(marketo_id=7, attributes=TITLE, action=Action.UPDATE_ONLY, lookup_field="id")
    assert past_call(sent, "") == by_number
    by_salesforce = replace(BY_CUSTOM_ID, foreign_id="00Q000000000001", foreign_type="SFDC")
    assert past_call(entry(by_salesforce, transport="rest"), "crmKey") == by_number
    assert past_call(entry(BY_COOKIE, transport="rest", lead_id=""), "") == SyncLead(
        cookie="id:1&token:x", attributes=TITLE
    )
    assert past_call(entry(BY_COOKIE), "") == SyncLead(cookie="id:1&token:x", attributes=TITLE)


@pytest.mark.parametrize(
    ("kind", "value", "call"),
    [
        ("EMAIL", "ana@acme.example", GetLead(LookupKey.EMAIL, "ana@acme.example")),
        ("crmKey", "A-9", GetLead(FieldKey("crmKey"), "A-9")),
        ("COOKIE", "", None),
        ("", "", None),
    ],
)
def test_a_look(kind: str, value: str, call: Call | None) -> None:
    assert past_call(look(kind, value), "") == call


def test_questions_without_a_key() -> None:
    assert past_call(entry(None, kind=CallKind.DESCRIBE_OBJECT), "") == DescribeObject()
    assert past_call(entry(None, kind=CallKind.LIST_OBJECTS), "") == ListObjects()


def test_nothing_was_kept() -> None:
    assert past_call(entry(None), "") is None
