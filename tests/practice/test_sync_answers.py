"""What syncLead answers, in every byte, and what becomes of the values that were sent."""

from collections.abc import Callable

import pytest

from mktgui.practice.settings import Clearing
from tests.practice.raw import ANA, Caller, attributes, canonical, sync_lead

NEXT = ANA + 1
NEW_EMAIL = "new@corp.example"
BY_ID, CREATING = f"<Id>{ANA}</Id>", f"<Email>{NEW_EMAIL}</Email>"
ANSWER = (
    '<SOAP-ENV:Envelope xmlns:SOAP-ENV="http://schemas.xmlsoap.org/soap/envelope/"'
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:ns1="http://www.marketo.com/mktows/"><SOAP-ENV:Body>'
    "<ns1:successSyncLead><result><leadId>{0}</leadId><syncStatus><leadId>{0}</leadId><status>{1}</status>"
    '<error xsi:nil="true"/></syncStatus>{2}</result></ns1:successSyncLead></SOAP-ENV:Body></SOAP-ENV:Envelope>'
)


def test_an_update_without_the_lead_is_answered_in_these_bytes(caller: Caller) -> None:
    for word in ("false", "0"):
        reply = caller.ask(sync_lead(BY_ID, f"<returnLead>{word}</returnLead>"))
        expected = ANSWER.format(ANA, "UPDATED", '<leadRecord xsi:nil="true"/>')
        assert canonical(reply.body) == canonical(expected.encode())


@pytest.mark.parametrize("word", ["true", "1"])
def test_a_creation_with_the_lead_is_answered_in_these_bytes(caller: Caller, word: str) -> None:
    reply = caller.ask(sync_lead(CREATING + attributes({"LeadScore": "5"}), f"<returnLead>{word}</returnLead>"))
    expected = ANSWER.format(
        NEXT,
        "CREATED",
        f'<leadRecord><Id>{NEXT}</Id><Email>{NEW_EMAIL}</Email><ForeignSysPersonId xsi:nil="true"/>'
        '<ForeignSysType xsi:nil="true"/><leadAttributeList><attribute><attrName>LeadScore</attrName>'
        "<attrType>integer</attrType><attrValue>5</attrValue></attribute><attribute><attrName>Website</attrName>"
        "<attrType>url</attrType><attrValue>corp.example</attrValue></attribute></leadAttributeList></leadRecord>",
    )
    assert canonical(reply.body) == canonical(expected.encode())


def test_attributes_come_by_name_with_their_types_and_never_the_email(caller: Caller) -> None:
    sent = {"Website": "a.example", "Address": "1 Main St", "Email": NEW_EMAIL, "City": "Oslo"}
    record = next(caller.sync(BY_ID, sent).result.iter("leadRecord"))
    names = [one.text or "" for one in record.iter("attrName")]
    assert names == sorted(names)
    assert "Email" not in names
    assert {"Address", "City", "Website"} < set(names)
    assert all(one.text for one in record.iter("attrType"))


def test_what_is_cleared_is_left_out_and_zero_and_false_are_not(caller: Caller, turn: Callable[..., None]) -> None:
    lead = caller.sync(BY_ID, {"Title": "", "LeadScore": "0", "Unsubscribed": "no"}).lead
    assert "Title" not in lead
    assert (lead["LeadScore"], lead["Unsubscribed"]) == ("0", "false")
    nil = '<leadAttributeList><attribute><attrName>City</attrName><attrValue xsi:nil="true"/></attribute>'
    assert "City" not in caller.sync(f"{BY_ID}{nil}</leadAttributeList>").lead
    turn(clearing=Clearing.IGNORED)
    assert caller.sync(BY_ID, {"Company": ""}).lead["Company"] == "Acme"


def test_the_word_null_is_ordinary_text(caller: Caller) -> None:
    assert caller.sync(BY_ID, {"Title": "NULL"}).lead["Title"] == "NULL"


def test_a_website_that_was_sent_is_not_derived(caller: Caller) -> None:
    assert caller.sync(CREATING, {"Website": "other.example"}).lead["Website"] == "other.example"


def test_text_of_any_script_survives(caller: Caller) -> None:
    sent = {"FirstName": "伟", "LastName": "Őz 👩‍💻", "Notes__c": "שלום ]]> <&> \u00a0 e\u0301\nline", "Site": " a "}
    lead = caller.sync(BY_ID, sent).lead
    assert {name: lead[name] for name in sent} == sent


def test_an_answer_is_well_formed_whatever_is_in_it(caller: Caller) -> None:
    reply = caller.sync("<Email>&lt;o&apos;n&amp;eil&gt;@x.example</Email>", {"Shoes & <co>": "1"})
    assert reply.fault == ("20105", "syncLead operation failed: unknown fields for import: Shoes & <co>")
    created = caller.sync("<Email>&lt;o&amp;n&gt;@x.example</Email>")
    assert created.lead["Email"] == "<o&n>@x.example"


def test_the_email_may_be_an_attribute_and_is_not_cleared(caller: Caller) -> None:
    assert caller.sync(BY_ID, {"Email": NEW_EMAIL}).lead["Email"] == NEW_EMAIL
    assert caller.sync(BY_ID, {"Email": ""}).lead["Email"] == NEW_EMAIL
