"""getLead by every key, describeMObject element by element, and listMObjects."""

import pytest
from lxml import etree

from mktgui.practice.server import PracticeServer
from tests.practice.raw import (
    ANA,
    ANAS_EMAIL,
    ANONYMOUS,
    COOKIE,
    LISTED,
    NEWEST,
    NIL,
    OLDEST,
    SHARED_EMAIL,
    Caller,
    Reply,
    canonical,
)

OWNER, OWNERS_ID = "owner@acme.example", "00530000001AbCdAAK"
DESCRIBED = (
    "name description displayName sourceObject dataType size isReadonly isUpdateBlocked isName isPrimaryKey isCustom"
    " isDynamic dynamicFieldRef updatedAt"
)


def numbers(reply: Reply) -> list[int]:
    found = [int(one.text or "") for one in reply.result.iterfind("leadRecordList/leadRecord/Id")]
    assert reply.result.findtext("count") == str(len(found))
    return found


def describe(caller: Caller, name: str) -> Reply:
    return caller.ask(f"<ns1:paramsDescribeMObject><objectName>{name}</objectName></ns1:paramsDescribeMObject>")


def field(reply: Reply, name: str) -> dict[str, str | None]:
    """A field as it was described; None where it is nil."""
    wanted = [one for one in reply.result.iter("field") if one.findtext("name") == name]
    assert len(wanted) == 1
    return {str(one.tag): None if one.get(NIL) == "true" else one.text for one in wanted[0]}


def test_a_lead_is_shown_in_every_byte(caller: Caller) -> None:
    reply = caller.get("IDNUM", ANA)
    attributes = [
        ("City", "string", "Austin"),
        ("Company", "string", "Acme"),
        ("Country", "string", "United States"),
        ("CreatedAt", "datetime", "2024-03-05T09:14:00Z"),
        ("FirstName", "string", "Ana"),
        ("LastName", "string", "Ruiz"),
        ("LeadScore", "integer", "42"),
        ("Phone", "phone", "+1 512 555 0142"),
        ("Title", "string", "VP Sales"),
        ("Unsubscribed", "boolean", "false"),
        ("Website", "url", "acme.example"),
    ]
    listed = "".join(
        f"<attribute><attrName>{name}</attrName><attrType>{kind}</attrType><attrValue>{value}</attrValue></attribute>"
        for name, kind, value in attributes
    )
    assert canonical(reply.body) == canonical(
        '<SOAP-ENV:Envelope xmlns:SOAP-ENV="http://schemas.xmlsoap.org/soap/envelope/"'
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:ns1="http://www.marketo.com/mktows/">'
        "<SOAP-ENV:Body><ns1:successGetLead><result><count>1</count><leadRecordList><leadRecord>"
        f"<Id>{ANA}</Id><Email>{ANAS_EMAIL}</Email><ForeignSysPersonId>0035000000ABcDeAAL</ForeignSysPersonId>"
        f"<ForeignSysType>SFDC</ForeignSysType><leadAttributeList>{listed}</leadAttributeList></leadRecord>"
        "</leadRecordList></result></ns1:successGetLead></SOAP-ENV:Body></SOAP-ENV:Envelope>".encode()
    )


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("IDNUM", str(ANA)),
        ("IDNUM", f"000{ANA}"),
        ("EMAIL", ANAS_EMAIL),
        ("EMAIL", ANAS_EMAIL.upper()),
        ("SFDCCONTACTID", "0035000000ABcDeAAL"),
        ("SFDCCONTACTID", "0035000000ABcDe"),
    ],
)
def test_keys_of_one_lead(caller: Caller, kind: str, value: str) -> None:
    assert numbers(caller.get(kind, value)) == [ANA]


def test_all_leads_with_an_address_newest_first(caller: Caller) -> None:
    found = numbers(caller.get("EMAIL", SHARED_EMAIL))
    assert (len(found), found[0], found[-1]) == (3, NEWEST, OLDEST)
    assert found == sorted(found, reverse=True)


def test_an_anonymous_lead_has_a_cookie_and_nil_for_an_address(caller: Caller) -> None:
    reply = caller.get("COOKIE", COOKIE)
    assert numbers(reply) == [ANONYMOUS]
    nils = [one.tag for one in reply.result.iter("leadRecord", "*") if one.get(NIL) == "true"]
    assert nils == ["Email", "ForeignSysPersonId", "ForeignSysType"]
    assert reply.lead == {"Id": str(ANONYMOUS), "AnonymousIP": "203.0.113.1", "InferredCountry": "France"}


def test_salesforce_keys_go_by_the_kind_of_the_id(caller: Caller, server: PracticeServer) -> None:
    by_prefix = {lead.foreign[0][1][:3]: lead for lead in server.world.leads.values() if lead.foreign[:1]}
    lead = by_prefix["00Q"]
    assert numbers(caller.get("SFDCLEADID", lead.foreign[0][1])) == [lead.id]
    assert caller.get("SFDCCONTACTID", lead.foreign[0][1]).fault[0] == "20103"
    lead.foreign.append(("SFDC", "0017000000XyZaBAAV"))
    assert numbers(caller.get("SFDCACCOUNTID", "0017000000XyZaBAAV")) == [lead.id]


@pytest.mark.parametrize(("kind", "value"), [("LEADOWNEREMAIL", OWNER), ("SFDCLEADOWNERID", OWNERS_ID)])
def test_an_owner_has_many_leads(caller: Caller, kind: str, value: str) -> None:
    found = numbers(caller.get(kind, value))
    assert len(found) > 50
    assert found == sorted(found, reverse=True)


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("IDNUM", "1"),
        ("IDNUM", "abc"),
        ("IDNUM", "²"),
        ("IDNUM", "9" * 5000),
        ("EMAIL", "nobody@x.example"),
        ("COOKIE", "id:x&token:y"),
        ("SFDCACCOUNTID", "0017000000XyZaBAAV"),
        ("SFDCLEADID", "00Q"),
        ("SFDCOPPTYID", "0067000000XyZaB"),
    ],
)
def test_a_key_of_nobody_is_20103(caller: Caller, kind: str, value: str) -> None:
    assert caller.get(kind, value).fault == ("20103", f"No lead found with {kind} = {value}")


@pytest.mark.parametrize("kind", ["LEADOWNEREMAIL", "SFDCLEADOWNERID"])
def test_an_owner_nobody_knows_is_20108(caller: Caller, kind: str) -> None:
    assert caller.get(kind, "nobody@x.example").fault[0] == "20108"


@pytest.mark.parametrize("kind", ["email", "FOREIGNSYSPERSONID", "PHONE"])
def test_another_key_is_20102(caller: Caller, kind: str) -> None:
    assert caller.get(kind, "x").fault == ("20102", f"{kind} is not a lead key")


@pytest.mark.parametrize(
    "inside", ["", "<leadKey/>", "<leadKey><keyType>EMAIL</keyType><keyValue/></leadKey>", "<LeadKey/>"]
)
def test_no_key_is_20101(caller: Caller, inside: str) -> None:
    assert caller.ask(f"<ns1:paramsGetLead>{inside}</ns1:paramsGetLead>").fault == ("20101", "Lead Key Required")


def test_partitions_do_not_matter_when_reading(caller: Caller, server: PracticeServer) -> None:
    hidden = next(lead for lead in server.world.leads.values() if lead.partition == "EMEA Archive")
    assert numbers(caller.get("IDNUM", hidden.id)) == [hidden.id]


def test_the_lead_record_is_virtual_and_described_by_fixed_and_dynamic_fields(caller: Caller) -> None:
    reply = describe(caller, "LeadRecord")
    metadata = reply.result[0]
    assert [(one.tag, one.text) for one in metadata if one.tag != "fieldList"] == [
        ("name", "LeadRecord"),
        ("description", None),
        ("isCustom", "false"),
        ("isVirtual", "true"),
        ("updatedAt", "2010-01-01T00:00:00+00:00"),
    ]
    names = [one.findtext("name") for one in reply.result.iter("field")]
    assert names[:5] == ["Id", "Email", "ForeignSysPersonId", "ForeignSysType", "leadAttributeList"]
    assert len(names) == len(set(names)) > 60
    for one in reply.result.iter("field"):
        assert " ".join(etree.QName(part).localname for part in one) == DESCRIBED


@pytest.mark.parametrize(
    ("name", "kind", "size", "read_only", "blocked", "custom", "dynamic"),
    [
        ("Id", "integer", "10", "true", "true", "false", "false"),
        ("Email", "string", "255", "false", "false", "false", "false"),
        ("ForeignSysPersonId", "string", "50", "false", "false", "false", "false"),
        ("leadAttributeList", "Array", None, "false", "false", "false", "false"),
        ("FirstName", "string", "255", "false", "false", "false", "true"),
        ("LeadScore", "integer", "10", "false", "false", "false", "true"),
        ("CreatedAt", "datetime", None, "true", "true", "false", "true"),
        ("Region_Locked__c", "string", "40", "false", "true", "true", "true"),
        ("Notes__c", "text", "30000", "false", "false", "true", "true"),
    ],
)
def test_a_field_of_the_catalogue(
    caller: Caller, name: str, kind: str, size: str | None, read_only: str, blocked: str, custom: str, dynamic: str
) -> None:
    found = field(describe(caller, "LeadRecord"), name)
    assert found.pop("displayName")
    assert found == {
        "name": name,
        "description": None,
        "sourceObject": "Lead",
        "dataType": kind,
        "size": size,
        "isReadonly": read_only,
        "isUpdateBlocked": blocked,
        "isName": None,
        "isPrimaryKey": "true" if name == "Id" else "false",
        "isCustom": custom,
        "isDynamic": dynamic,
        "dynamicFieldRef": "leadAttributeList" if dynamic == "true" else None,
        "updatedAt": "2010-01-01T00:00:00+00:00",
    }


@pytest.mark.parametrize("name", ["ActivityRecord", "Opportunity", "OpportunityPersonRole"])
def test_the_other_objects_are_real(caller: Caller, name: str) -> None:
    assert describe(caller, name).result.findtext("metadata/isVirtual") == "false"


def test_an_object_nobody_knows_is_20110_and_none_is_20109(caller: Caller) -> None:
    assert describe(caller, "leadrecord").fault == ("20110", "Object name is not valid")
    assert describe(caller, "").fault == ("20109", "objectName is required")


def test_the_objects_are_listed(caller: Caller) -> None:
    assert [(one.tag, one.text) for one in caller.ask(LISTED).result] == [
        ("objects", "ActivityRecord"),
        ("objects", "LeadRecord"),
        ("objects", "Opportunity"),
        ("objects", "OpportunityPersonRole"),
    ]
