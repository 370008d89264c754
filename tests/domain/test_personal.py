"""What tells something of a person is known by its field, its type or its looks; and who is who."""

from dataclasses import replace

import pytest

from mktgui.domain.answers import Described, Fault, Found
from mktgui.domain.calls import AttributeToSend, DescribeObject, FieldKey, GetLead, ListObjects, LookupKey, SyncLead
from mktgui.domain.lead import ABSENT, LeadAttribute, LeadRecord, text_value
from mktgui.domain.personal import PersonalKind, Sighting, field_of_key, kind_of, sightings
from tests.domain.leads import lead
from tests.domain.tickets import ANSWER, CALL, NOTE

Kind = PersonalKind


@pytest.mark.parametrize(
    ("field", "type_word", "text", "kind"),
    [
        ("Email", "", "", Kind.EMAIL),
        ("email", "", "", Kind.EMAIL),
        ("FirstName", "string", "Ana", Kind.FIRST_NAME),
        ("lastName", "", "", Kind.LAST_NAME),
        ("BillingStreet", "text", "", Kind.ADDRESS),
        ("City", "", "", Kind.PLACE),
        ("DateofBirth", "date", "", Kind.BIRTH_DATE),
        ("MainPhone", "string", "", Kind.PHONE),
        ("Reached_At__c", "phone", "", Kind.PHONE),
        ("Second_Address__c", "email", "", Kind.EMAIL),
        ("Profile_URL__c", "", "", Kind.WEB_ADDRESS),
        ("Page__c", "url", "", Kind.WEB_ADDRESS),
        ("MarketoSocialTwitterDisplayName", "", "", Kind.FULL_NAME),
        ("Title", "string", "", Kind.PLAIN),
        ("Country", "", "", Kind.PLAIN),
        ("Marketo Jigsaw Contact Id", "", "", Kind.PLAIN),
        ("Newsletter__c", "boolean", "", Kind.PLAIN),
        ("Contract_End__c", "date", "", Kind.PLAIN),
        ("NPS__c", "", "9", Kind.PLAIN),
        ("Newsletter__c", "", "TRUE", Kind.PLAIN),
        ("SSN__c", "", "123456789", Kind.TEXT),
        ("Tier__c", "string", "9", Kind.TEXT),
        ("Notes__c", "", "whatever", Kind.TEXT),
        ("Partner__c", "string", " bo@acme.example ", Kind.EMAIL),
    ],
)
def test_kind_of_a_field(field: str, type_word: str, text: str, kind: PersonalKind) -> None:
    assert kind_of(field, type_word, text) is kind


def test_request_comes_first_and_both_speak_of_one_person() -> None:
    seen = list(sightings(CALL, ANSWER))
    assert seen[:3] == [
        Sighting("Email", "Ana.Ruiz@acme.example", Kind.EMAIL, 0),
        Sighting("FirstName", "Ana", Kind.FIRST_NAME, 0),
        Sighting("Notes__c", NOTE, Kind.TEXT, 0),
    ]
    assert {one.person for one in seen} == {0}
    assert Sighting("Id", "318815", Kind.LEAD_ID, 0) in seen


def test_every_identifier_of_a_request_counts() -> None:
    call = SyncLead(marketo_id=7, email="a@b.example", foreign_id="x1", cookie="id:1&token:2")
    assert [(one.field, one.kind) for one in sightings(call)] == [
        ("Id", Kind.LEAD_ID),
        ("Email", Kind.EMAIL),
        ("ForeignSysPersonId", Kind.FOREIGN_ID),
        ("marketoCookie", Kind.COOKIE),
    ]


def test_a_field_by_which_a_lead_is_looked_up_over_rest() -> None:
    call = SyncLead(foreign_id="A-9", lookup_field="externalKey")
    assert list(sightings(call)) == [Sighting("externalKey", "A-9", Kind.TEXT, 0)]
    by_email = SyncLead(email="a@b.example", foreign_id="A-9", lookup_field="email")
    assert [one.field for one in sightings(by_email)] == ["Email", "ForeignSysPersonId"]
    assert [one.field for one in sightings(GetLead(FieldKey("externalKey"), "A-9"))] == ["externalKey"]


def test_a_changed_address_belongs_to_the_same_person() -> None:
    found = Found(records=(lead("7", "old@b.example"), lead("8", "new@b.example"), lead("7", "new@b.example")))
    people = [one.person for one in sightings(GetLead(LookupKey.SFDCACCOUNTID, "001"), found)]
    assert people == [0] * 7


def test_a_lead_beside_a_send_is_the_one_that_was_sent_whatever_names_it_has() -> None:
    before, after = LeadRecord(id=text_value("7")), lead("7", "new@b.example")
    other = LeadRecord(attributes=(LeadAttribute("id", ABSENT, text_value("8")),))
    for call in (SyncLead(email="new@b.example"), SyncLead(foreign_id="A-9"), SyncLead(cookie="id:1&token:2")):
        seen = list(sightings(call, Found(records=(before, after, other))))
        assert [one.person for one in seen if one.text != "8"] == [0] * 4
        assert [one.person for one in seen if one.text == "8"] == [1]


def test_a_lead_that_was_read_out_of_a_message_has_its_names_in_fields() -> None:
    fields = [LeadAttribute(name, ABSENT, text_value(value)) for name, value in (("email", "a@b.example"), ("id", "7"))]
    found = Found(records=(LeadRecord(id=text_value("7")), LeadRecord(attributes=tuple(fields))))
    assert {one.person for one in sightings(SyncLead(email="A@b.example"), found)} == {0}


def test_leads_that_share_an_address_are_one_person() -> None:
    found = Found(records=(lead("8", "A@b.example"), lead("7", "a@b.example"), lead("9", "c@b.example")))
    question = GetLead(LookupKey.EMAIL, "a@b.example")
    assert [one.person for one in sightings(question, found)] == [0, 0, 0, 0, 0, 1, 1]


def test_who_was_asked_for_is_who_was_found_but_an_owner_is_somebody_else() -> None:
    found = Found(records=(lead("7", "a@b.example"),))
    assert {one.person for one in sightings(GetLead(LookupKey.COOKIE, "id:x"), found)} == {0}
    assert [one.person for one in sightings(GetLead(LookupKey.LEADOWNEREMAIL, "o@b.example"), found)] == [0, 1, 1]


def test_types_come_from_the_answer_or_from_what_is_known() -> None:
    call = SyncLead(email="a@b.example", attributes=(AttributeToSend("X__c", "2026-01-02"),))
    assert [one.kind for one in sightings(call)][1] is Kind.TEXT
    assert [one.kind for one in sightings(call, None, {"X__c": "date"})][1] is Kind.PLAIN


def test_nothing_is_personal_about_a_catalogue_a_fault_or_an_empty_value() -> None:
    assert not list(sightings(DescribeObject(), Described(name="LeadRecord")))
    assert not list(sightings(ListObjects()))
    assert not list(sightings(SyncLead(attributes=(AttributeToSend("FirstName", " "),)), Fault(code="1", text="x")))
    assert not list(sightings(GetLead(LookupKey.EMAIL, ""), Found(records=(LeadRecord(id=text_value("")),))))


def test_an_answer_without_a_record_still_has_a_number() -> None:
    assert [one.field for one in sightings(SyncLead(), replace(ANSWER, record=None))] == ["Id"]


def test_the_field_of_a_key() -> None:
    assert [field_of_key(key) for key in ("IDNUM", "EMAIL", "COOKIE", "SFDCLEADID", "NEWKEY")] == [
        "Id",
        "Email",
        "marketoCookie",
        "ForeignSysPersonId",
        "NEWKEY",
    ]
