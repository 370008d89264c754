"""Our calls as requests, byte by byte, and against the practice server."""

import json
from urllib.parse import parse_qs, urlsplit

import pytest

from mktgui.domain.calls import Action, AttributeToSend, FieldKey, GetLead, LookupKey, SyncLead
from mktgui.domain.lead import ForeignType
from mktgui.rest.names import FieldName, Names, standard_names
from mktgui.rest.requests import (
    FORM,
    JSON,
    LONGEST_QUERY,
    NoSuchRequestError,
    RestRequest,
    associate,
    describe,
    describe2,
    get_leads,
    partitions,
    sync_lead,
)

NAMES = standard_names().joined(
    Names([FieldName("Credit_Limit__c", "creditLimit", "currency"), FieldName("Old__c", "", "string")])
)
TITLE = AttributeToSend("Title", "CTO")


def body_of(request: RestRequest) -> str:
    assert (request.method, request.target, request.kind) == ("POST", "/v1/leads.json", JSON)
    return request.body.decode()


def test_an_update_by_id() -> None:
    attributes = (
        TITLE,
        AttributeToSend("LeadScore", "-7"),
        AttributeToSend("Unsubscribed", "true"),
        AttributeToSend("Credit_Limit__c", "1234.50"),
        AttributeToSend("DateofBirth", ""),
        AttributeToSend("Custom", "1"),
    )
    call = SyncLead(marketo_id=318815, email="ana@x.example", attributes=attributes, workspace="EMEA")
    assert body_of(sync_lead(call, NAMES)) == (
        '{"action":"updateOnly","lookupField":"id","input":[{"id":318815,"email":"ana@x.example","title":"CTO",'
        '"leadScore":-7,"unsubscribed":true,"creditLimit":1234.50,"dateOfBirth":null,"Custom":"1"}]}'
    )


def test_an_update_or_a_creation_by_address() -> None:
    call = SyncLead(email='"ő"@x.example', attributes=(TITLE,), workspace="EMEA")
    assert body_of(sync_lead(call, NAMES)) == (
        '{"action":"createOrUpdate","lookupField":"email","partitionName":"EMEA",'
        '"input":[{"email":"\\"ő\\"@x.example","title":"CTO"}]}'
    )
    assert "partitionName" not in body_of(sync_lead(SyncLead(email="a@x.example"), NAMES))
    same = SyncLead(email="a@x.example", attributes=(AttributeToSend("Email", "a@x.example"),))
    assert json.loads(body_of(sync_lead(same, NAMES)))["input"] == [{"email": "a@x.example"}]


def test_an_address_changes_by_id_only() -> None:
    attributes = (AttributeToSend("Email", "b@x.example"),)
    by_id = sync_lead(SyncLead(marketo_id=7, attributes=attributes), NAMES)
    assert json.loads(body_of(by_id))["input"] == [{"id": 7, "email": "b@x.example"}]
    with pytest.raises(NoSuchRequestError, match="looks the lead up by"):
        sync_lead(SyncLead(email="a@x.example", attributes=attributes), NAMES)


@pytest.mark.parametrize(
    ("call", "why"),
    [
        (SyncLead(foreign_id="A", foreign_type=ForeignType.CUSTOM), "foreign ids"),
        (SyncLead(cookie="id:1&token:2"), "the lead of a cookie"),
        (SyncLead(email="a@x.example", lookup_field="crmId"), "nothing to look the lead up with"),
        (SyncLead(marketo_id=1, action=Action.CREATE_ONLY), "give a lead an id"),
        (SyncLead(marketo_id=1, email="a@x.example", lookup_field="email"), "give a lead an id"),
        (SyncLead(email="a@x.example", foreign_id="A", lookup_field="email"), "foreign ids"),
        (SyncLead(marketo_id=1, attributes=(AttributeToSend("Old__c", "x"),)), "Old__c"),
        (SyncLead(marketo_id=1, attributes=(AttributeToSend("Id", "2"),)), "Id"),
        (SyncLead(marketo_id=1, attributes=(AttributeToSend("Title", "\ud800"),)), "half a character"),
    ],
)
def test_what_rest_cannot_do(call: SyncLead, why: str) -> None:
    with pytest.raises(NoSuchRequestError, match=why):
        sync_lead(call, NAMES)


@pytest.mark.parametrize(
    ("call", "head"),
    [
        (
            SyncLead(email="a@x.example", action=Action.UPDATE_ONLY, lookup_field="email", workspace="EMEA"),
            {"action": "updateOnly", "lookupField": "email"},
        ),
        (
            SyncLead(email="a@x.example", action=Action.CREATE_ONLY, lookup_field="email", workspace="EMEA"),
            {"action": "createOnly", "partitionName": "EMEA"},
        ),
        (
            SyncLead(foreign_id="A", email="a@x.example", lookup_field="crmId"),
            {"action": "createOrUpdate", "lookupField": "crmId"},
        ),
        (SyncLead(foreign_id="A"), {"action": "createOrUpdate", "lookupField": "ownId"}),
        (SyncLead(marketo_id=7, foreign_id="A"), {"action": "updateOnly", "lookupField": "id"}),
    ],
)
def test_what_may_become_of_the_lead_and_how_it_is_found(call: SyncLead, head: dict[str, str]) -> None:
    said = json.loads(body_of(sync_lead(call, NAMES, "ownId")))
    [record] = said.pop("input")
    assert said == head
    if call.foreign_id:
        assert record["crmId" if call.lookup_field == "crmId" else "ownId"] == "A"


@pytest.mark.parametrize(
    ("key", "kind"),
    [
        (FieldKey("crmId"), "crmId"),
        (LookupKey.IDNUM, "id"),
        (LookupKey.COOKIE, "cookies"),
        (LookupKey.SFDCCONTACTID, "sfdcContactId"),
    ],
)
def test_leads_by_key(key: LookupKey | FieldKey, kind: str) -> None:
    request = get_leads(GetLead(key, "id:1&token:_mch+ő"), ("id", "title"), "P=")
    assert (request.method, request.body, request.kind) == ("GET", b"", "")
    url = urlsplit(request.target)
    assert url.path == "/v1/leads.json"
    assert parse_qs(url.query) == {
        "filterType": [kind],
        "filterValues": ["id:1&token:_mch+ő"],
        "fields": ["id,title"],
        "nextPageToken": ["P="],
    }
    assert "nextPageToken" not in get_leads(GetLead(key, "1"), ("id",)).target


def test_keys_and_values_that_are_no_filter() -> None:
    with pytest.raises(NoSuchRequestError, match="LEADOWNEREMAIL"):
        get_leads(GetLead(LookupKey.LEADOWNEREMAIL, "o@x.example"), ("id",))
    with pytest.raises(NoSuchRequestError, match="comma"):
        get_leads(GetLead(LookupKey.EMAIL, '"a,b"@x.example'), ("id",))


def test_many_fields_go_in_a_form() -> None:
    fields = [f"customField{number:04d}" for number in range(LONGEST_QUERY // 15)]
    request = get_leads(GetLead(LookupKey.IDNUM, "7"), fields)
    assert (request.method, request.target, request.kind) == ("POST", "/v1/leads.json?_method=GET", FORM)
    assert parse_qs(request.body.decode())["fields"] == [",".join(fields)]


def test_requests_that_take_little() -> None:
    assert describe() == RestRequest("GET", "/v1/leads/describe.json")
    assert describe2() == RestRequest("GET", "/v1/leads/describe2.json")
    assert partitions() == RestRequest("GET", "/v1/leads/partitions.json")
    assert associate(7, "id:123-ABC-456&token:_mch-x") == RestRequest(
        "POST", "/v1/leads/7/associate.json?cookie=id%3A123-ABC-456%26token%3A_mch-x"
    )
