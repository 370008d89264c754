"""Replies as answers: recorded shapes, and every scenario and switch of the practice server."""

from collections.abc import Iterator
from dataclasses import replace
from http.client import HTTPConnection
from typing import Any
from urllib.parse import urlsplit

import pytest

from mktgui.domain.answers import CREATED, FAILED, UPDATED, Described, Fault, FieldDescription, Found, Synced
from mktgui.domain.calls import AttributeToSend, GetLead, LookupKey, SyncLead
from mktgui.domain.lead import ABSENT, NIL, Extra, LeadAttribute, LeadRecord, Value, text_value, value_of
from mktgui.domain.profile import TransportKind
from mktgui.domain.secret import Secret
from mktgui.practice.scenarios import names as scenarios
from mktgui.practice.server import PracticeServer
from mktgui.practice.settings import changed
from mktgui.practice.tricks import Door
from mktgui.rest.jsontext import BrokenJsonError, NotJsonError
from mktgui.rest.names import FieldName, Names, standard_names
from mktgui.rest.reader import (
    DescribedFields,
    LeadsPage,
    Partition,
    read_associated,
    read_described,
    read_described2,
    read_leads,
    read_partitions,
    read_synced,
)
from mktgui.rest.requests import RestRequest, associate, describe, get_leads, partitions, sync_lead
from mktgui.rest.token import Client, Granted, read_token, token_target

ANA = 318815
SEVERAL = Fault(code="1007", text="Several")
NAMES = Names([FieldName("FirstName", "firstName", "string"), FieldName("LeadScore", "leadScore", "integer")])


def sync_reply(records: str) -> bytes:
    return f'{{"requestId":"a#1","success":true,"result":{records}}}'.encode()


# Sync Leads


@pytest.mark.parametrize("status", ["created", "updated"])
def test_a_reply_that_says_written_and_not_written_of_one_lead_is_not_believed(status: str) -> None:
    written, skipped = f'{{"id":7,"status":"{status}"}}', '{"status":"skipped","reasons":[{"code":"1007"}]}'
    for records in (f"[{written},{skipped}]", f"[{skipped},{written}]"):
        with pytest.raises(BrokenJsonError, match="that it was not"):
            read_synced(sync_reply(records))
    assert isinstance(read_synced(sync_reply(f"[{skipped},{skipped}]")), Fault)
    assert isinstance(read_synced(sync_reply(f"[{written},{written}]")), Synced)


@pytest.mark.parametrize(
    ("records", "expected"),
    [
        ('[{"id":7,"status":"created"}]', Synced(lead_id=text_value("7"), status=text_value(CREATED), error=NIL)),
        ('[{"id":"7","status":"updated"}]', Synced(lead_id=text_value("7"), status=text_value(UPDATED), error=NIL)),
        ('[{"status":"skipped","reasons":[{"code":"1007","message":"Several"}]}]', SEVERAL),
        ('[{"status":"skipped","reasons":[{"code":1007,"message":"Several"}],"id":7}]', SEVERAL),
        ('[{"status":"skipped","reason":{"code":"1007","message":"Several"}}]', SEVERAL),
        ('[{"status":"skipped"}]', Synced(status=text_value(FAILED), error=NIL)),
        ('[{"id":7,"status":"unchanged"}]', Synced(lead_id=text_value("7"), status=text_value("unchanged"), error=NIL)),
        ('[{"id":7}]', Synced(lead_id=text_value("7"), error=NIL)),
        ('[{"id":7,"status":null}]', Synced(lead_id=text_value("7"), status=NIL, error=NIL)),
        ('{"id":7,"status":"updated"}', Synced(lead_id=text_value("7"), status=text_value(UPDATED), error=NIL)),
        ('[{"id":7,"status":" Updated"}]', Synced(lead_id=text_value("7"), status=text_value(UPDATED), error=NIL)),
        ('[{"status":"Skipped","reasons":[{"code":"1007","message":"Several"}]}]', SEVERAL),
        ('[{"status":"failed","errors":[{"code":"1007","message":"Several"}]}]', SEVERAL),
        ('[{"status":"skipped","error":{"code":"1007","message":"Several"}}]', SEVERAL),
        ('[{"status":"skipped","reason":"Locked"}]', Synced(status=text_value(FAILED), error=text_value("Locked"))),
        ('[{"status":"skipped","reasons":["1007"]}]', Fault(code="1007", text="")),
        ("[]", Synced()),
        ("null", Synced()),
        ('["text"]', Synced()),
        (
            '[{"id":7,"status":"updated","reasons":[{"code":"1","message":"x"}],"new":1},{"id":8}]',
            Synced(
                lead_id=text_value("7"),
                status=text_value(UPDATED),
                error=text_value("1 x"),
                extras=(Extra("result/id", "8"), Extra("result/new", "1")),
            ),
        ),
    ],
)
def test_what_became_of_the_record(records: str, expected: Synced | Fault) -> None:
    assert read_synced(sync_reply(records)) == expected


@pytest.mark.parametrize(
    ("given", "read"),
    [
        *(("7.0", "7"), ("7e0", "7"), ("3.18815E5", "318815"), ("-1.0", "-1"), ('"7.0"', "7.0"), ("7.5", "7.5")),
        *(
            ("NaN", "NaN"),
            ("-Infinity", "-Infinity"),
            ("1e999999999", "1e999999999"),
            ("900719925474.0", "900719925474"),
        ),
    ],
)
def test_an_id_that_became_a_fraction_on_the_way_is_the_whole_number_it_was(given: str, read: str) -> None:
    answer = read_synced(sync_reply(f'[{{"id":{given},"status":"updated"}}]'))
    page = read_leads(sync_reply(f'[{{"id":{given},"leadScore":{given}}}]'), NAMES)
    assert isinstance(answer, Synced)
    assert isinstance(page, LeadsPage)
    assert answer.lead_id == page.found.records[0].id == text_value(read)
    assert value_of(page.found.records[0], "LeadScore") == text_value(given.strip('"'))


@pytest.mark.parametrize(
    ("reasons", "warnings", "remark"),
    [
        ('[{"code":"7","message":"x"}]', '["Mind"]', text_value("7 x; Mind")),
        ("[]", '[{"message":"Mind"},"this"]', text_value("Mind; this")),
        ("null", "[]", NIL),
        ("[]", "null", NIL),
    ],
)
def test_warnings_are_what_marketo_remarks(reasons: str, warnings: str, remark: Value) -> None:
    record = f'{{"id":7,"status":"updated","reasons":{reasons}}}'
    answer = read_synced(f'{{"success":true,"result":[{record}],"warnings":{warnings}}}'.encode())
    assert answer == Synced(lead_id=text_value("7"), status=text_value(UPDATED), error=remark)
    assert read_synced(b'{"success":true,"warnings":["Mind"]}') == Synced(error=text_value("Mind"))


@pytest.mark.parametrize("result", ["null", "{}", '"none"', "[null]", '["7", 7]'])
def test_only_an_empty_list_says_that_there_is_no_lead(result: str) -> None:
    assert read_leads(sync_reply("[]"), NAMES) == LeadsPage(Found())
    with pytest.raises(BrokenJsonError):
        read_leads(sync_reply(result), NAMES)
    with pytest.raises(BrokenJsonError):
        read_leads(b'{"success":true}', NAMES)


def test_a_failure_is_a_fault_for_every_call() -> None:
    body = b'{"success":false,"errors":[{"code":"602","message":"Expired"}]}'
    fault = Fault(code="602", text="Expired")
    assert read_synced(body) == read_leads(body, NAMES) == read_described(body) == read_described2(body) == fault
    assert read_partitions(body) == read_associated(body) == fault
    assert read_associated(b'{"success":true}') is None
    assert read_associated(b'{"success":true,"result":[{"id":7,"status":"updated"}]}') is None
    skipped = b'{"success":true,"result":[{"id":7,"status":"skipped","reasons":[{"code":"1004","message":"No"}]}]}'
    assert read_associated(skipped) == Fault(code="1004", text="No")


# Leads


def test_a_lead_has_the_names_of_the_form() -> None:
    raw = '[{"id":7,"email":null,"firstName":"Ana","leadScore":42,"x__c":true,"fax":null,"odd":{"a":1},"list":[2]}]'
    page = read_leads(sync_reply(raw), NAMES)
    record = LeadRecord(
        id=text_value("7"),
        email=NIL,
        attributes=(
            LeadAttribute("FirstName", text_value("string"), text_value("Ana")),
            LeadAttribute("LeadScore", text_value("integer"), text_value("42")),
            LeadAttribute("x__c", ABSENT, text_value("true")),
            LeadAttribute("fax", ABSENT, NIL),
        ),
        extras=(Extra("lead/odd/a", "1"), Extra("lead/list", "2")),
    )
    assert page == LeadsPage(Found(records=(record,)))


def test_leads_come_newest_first_and_page_by_page() -> None:
    body = b'{"success":true,"result":[{"id":7},{"id":9},{"x":1},{"id":8},3],"nextPageToken":"P=","warnings":["w"]}'
    page = read_leads(body, NAMES)
    assert isinstance(page, LeadsPage)
    assert [one.id.text for one in page.found.records] == ["9", "8", "7", ""]
    assert (page.next_page, page.found.extras) == ("P=", (Extra("warnings", "w"),))


# The catalogue


def test_fields_go_by_their_soap_names_where_they_have_one() -> None:
    raw = """[
        {"id":1,"displayName":"Score","dataType":"integer","rest":{"name":"leadScore","readOnly":false},
         "soap":{"name":"LeadScore","readOnly":false}},
        {"id":2,"displayName":"Updated","dataType":"datetime","rest":{"name":"updatedAt","readOnly":true}},
        {"id":3,"displayName":"Old","dataType":"string","length":20,"soap":{"name":"Old__c","readOnly":false}},
        {"id":4,"rest":{"name":"bare"},"length":"many"},
        {"id":5,"rest":null,"soap":"x"}
    ]"""
    read = read_described(sync_reply(raw))
    assert isinstance(read, DescribedFields)
    assert read.described == Described(
        name="LeadRecord",
        fields=(
            FieldDescription(
                name="LeadScore", label="Score", type="integer", soap_name="LeadScore", rest_name="leadScore"
            ),
            FieldDescription(name="updatedAt", label="Updated", type="datetime", read_only=True, rest_name="updatedAt"),
            FieldDescription(name="Old__c", label="Old", type="string", size=20, read_only=True, soap_name="Old__c"),
            FieldDescription(name="bare", label="bare", type="", rest_name="bare"),
        ),
    )
    assert (read.names.rest_of("LeadScore"), read.names.rest_of("Old__c")) == ("leadScore", "")


def test_the_other_form_of_a_description_has_the_names_of_rest_alone() -> None:
    raw = """[{"name":"API Lead","searchableFields":[["email"]],"fields":[
        {"name":"id","displayName":"Id","dataType":"integer","updateable":false},
        {"name":"title","dataType":"string","length":255,"updateable":true},
        {"name":"own","displayName":"Own","dataType":"float","updateable":true},
        {"displayName":"Nameless"}, 7
    ]},{"fields":{}},{}]"""
    read = read_described2(sync_reply(raw), TransportKind.REST)
    assert isinstance(read, DescribedFields)
    assert read.described.fields == (
        FieldDescription(name="id", label="Id", type="integer", read_only=True, soap_name="Id", rest_name="id"),
        FieldDescription(name="title", label="title", type="string", size=255, soap_name="Title", rest_name="title"),
        FieldDescription(name="own", label="Own", type="float", rest_name="own"),
    )
    assert (read.names.type_of("title"), read.names.shown("title")) == ("string", "title")
    worded = read_described2(sync_reply(raw))
    assert isinstance(worded, DescribedFields)
    assert [one.name for one in worded.described.fields] == ["Id", "Title", "own"]
    assert (worded.names.shown("title"), worded.names.rest_of("Title")) == ("Title", "title")


def test_partitions() -> None:
    raw = '[{"id":1,"name":"Default","description":"First"},{"id":2,"name":"EMEA"},7]'
    assert read_partitions(sync_reply(raw)) == (Partition("1", "Default", "First"), Partition("2", "EMEA"))


# Against the practice server


class Line:
    """Carries our requests to a practice server, with a token that it fetched as we would."""

    def __init__(self, server: PracticeServer) -> None:
        self.server = server
        client = Client(server.identity_endpoint, server.client_id, Secret(server.client_secret))
        token = read_token(self._send("GET", server.identity_endpoint + token_target(client), {}))
        assert isinstance(token, Granted)
        self._token = token.token

    def carry(self, request: RestRequest) -> bytes:
        headers = {"Authorization": f"Bearer {self._token.reveal()}"}
        if request.kind:
            headers["Content-Type"] = request.kind
        return self._send(request.method, self.server.rest_endpoint + request.target, headers, request.body)

    def _send(self, method: str, url: str, headers: dict[str, str], body: bytes = b"") -> bytes:
        parts = urlsplit(url)
        line = HTTPConnection(parts.netloc, timeout=5)
        try:
            line.request(method, f"{parts.path}?{parts.query}" if parts.query else parts.path, body or None, headers)
            return line.getresponse().read()
        finally:
            line.close()


@pytest.fixture
def line() -> Iterator[Line]:
    with PracticeServer() as server:
        yield Line(server)


CALL = SyncLead(marketo_id=ANA, attributes=(AttributeToSend("Title", "CTO"),))
READ = GetLead(LookupKey.IDNUM, str(ANA))
UPDATED_ANA = Synced(lead_id=text_value(str(ANA)), status=text_value(UPDATED), error=NIL)


def test_a_fix_is_written_and_read_back(line: Line) -> None:
    described = read_described(line.carry(describe()))
    assert isinstance(described, DescribedFields)
    names = standard_names().joined(described.names)
    values = {"Title": 'a "b" 😀', "LeadScore": "-7", "Credit_Limit__c": "1234.50", "Unsubscribed": "true", "City": ""}
    call = SyncLead(marketo_id=ANA, attributes=tuple(AttributeToSend(*one) for one in values.items()))
    assert read_synced(line.carry(sync_lead(call, names))) == UPDATED_ANA
    page = read_leads(line.carry(get_leads(READ, ("id", "email", *map(names.rest_of, values)))), names)
    assert isinstance(page, LeadsPage)
    [record] = page.found.records
    assert (record.id.text, record.email.text) == (str(ANA), "ana.ruiz@acme.example")
    assert {name: value_of(record, name).text for name in values} == values | {"Credit_Limit__c": "1234.5"}
    assert value_of(record, "City") == NIL
    assert line.server.world.leads[ANA].attributes["Credit_Limit__c"] == "1234.50"
    assert all(entry.notes == () for entry in line.server.journal)


def test_partitions_and_cookies(line: Line) -> None:
    found = read_partitions(line.carry(partitions()))
    assert isinstance(found, tuple)
    assert [one.name for one in found] == list(line.server.world.partitions)
    assert read_associated(line.carry(associate(ANA, "id:123-ABC-456&token:_mch-x"))) is None
    refused = read_associated(line.carry(associate(1, "id:123-ABC-456&token:_mch-x")))
    assert isinstance(refused, Fault)
    assert refused.code == "1004"


def test_a_field_that_rest_lacks_is_there_and_cannot_be_written(line: Line) -> None:
    described = read_described(line.carry(describe()))
    assert isinstance(described, DescribedFields)
    fields = {one.name: one for one in described.described.fields}
    assert fields["Legacy_Marker__c"].read_only
    assert set(line.server.world.fields) <= set(fields)


def code_of(answer: Any) -> str:
    return answer.code if isinstance(answer, Fault) else ""


@pytest.mark.parametrize("name", [name for name in scenarios(Door.REST) if name.startswith(("fault-", "skipped-"))])
def test_every_code_is_read(line: Line, name: str) -> None:
    line.server.next(name)
    answer = read_synced(line.carry(sync_lead(CALL, standard_names())))
    code = name.partition("-")[2]
    assert code_of(answer) == ("" if code == "without-detail" else code)


ODD: dict[str, Synced | Fault | type[Exception]] = {
    "as-usual": UPDATED_ANA,
    "wrong-content-type": UPDATED_ANA,
    "bom": UPDATED_ANA,
    "utf-16": UPDATED_ANA,
    "no-success": UPDATED_ANA,
    "success-as-text": UPDATED_ANA,
    "success-and-errors": replace(UPDATED_ANA, error=text_value("611 System error")),
    "unknown-status": replace(UPDATED_ANA, status=text_value("unchanged")),
    "no-result": Synced(),
    "empty-result": Synced(),
    "failed": Fault(code="709", text="Business rule violation"),
    "604-after-write": Fault(code="604", text="Request timed out"),
    "truncated": BrokenJsonError,
    "not-utf-8": BrokenJsonError,
    "duplicate-keys": BrokenJsonError,
    "deep": BrokenJsonError,
    "not-an-object": NotJsonError,
    "null": NotJsonError,
    "empty": NotJsonError,
    "not-xml": NotJsonError,
    "html-429": NotJsonError,
    "html-502": NotJsonError,
    "html-502-after-write": NotJsonError,
    "html-503": NotJsonError,
    "not-found": NotJsonError,
    "redirect": NotJsonError,
    "redirect-307": NotJsonError,
}


@pytest.mark.parametrize("name", ODD)
def test_every_odd_reply_is_read_or_refused(line: Line, name: str) -> None:
    line.server.next(name)
    body = line.carry(sync_lead(CALL, standard_names()))
    assert line.server.journal[-1].reply == body
    expected = ODD[name]
    if isinstance(expected, type):
        with pytest.raises(expected):
            read_synced(body)
    else:
        assert read_synced(body) == expected


@pytest.mark.parametrize("name", ["nan", "huge-numbers", "lone-surrogate", "extra-elements", "kinds-of-nothing"])
def test_what_nobody_expects_is_kept_beside_the_answer(line: Line, name: str) -> None:
    line.server.next(name)
    answer = read_synced(line.carry(sync_lead(CALL, standard_names())))
    assert isinstance(answer, Synced)
    assert (answer.lead_id, answer.status) == (UPDATED_ANA.lead_id, UPDATED_ANA.status)
    assert answer.extras
    assert all(extra.text.isprintable() for extra in answer.extras)


@pytest.mark.parametrize(
    "assignment", ["rest_codes_as_numbers=yes", "rest_reasons=reason", "rest_empty_lists=yes", "rest_skipped_id=yes"]
)
def test_every_switch_of_the_envelope_is_put_up_with(line: Line, assignment: str) -> None:
    line.server.settings = changed(line.server.settings, assignment)
    wrong = SyncLead(marketo_id=ANA, attributes=(AttributeToSend("pants", "1"),))
    assert code_of(read_synced(line.carry(sync_lead(wrong, NAMES)))) == "1006"
    assert code_of(read_associated(line.carry(associate(1, "id:1&token:2")))) == "1004"
    assert read_synced(line.carry(sync_lead(CALL, standard_names()))) == UPDATED_ANA


def test_a_field_without_a_name_is_shown_as_nobody_expects_it() -> None:
    page = read_leads(sync_reply('[{"id":7,"":"CTO"}]'), NAMES)
    assert isinstance(page, LeadsPage)
    [record] = page.found.records
    assert (record.attributes, record.extras) == ((), (Extra("lead/", "CTO"),))


def test_a_field_that_holds_an_object_is_not_empty_and_what_is_no_field_stands_beside_them() -> None:
    page = read_leads(
        sync_reply('[{"id":7,"title":{"value":"CTO"},"memberships":[{"programId":1}]}]'), standard_names()
    )
    assert isinstance(page, LeadsPage)
    [record] = page.found.records
    assert [(one.name, one.value.text) for one in record.attributes] == [("Title", '{"value": "CTO"}')]
    assert record.extras == (Extra("lead/memberships/programId", "1"),)


@pytest.mark.parametrize("word", ["true", '"True"', "1", '"1"'])
def test_what_is_read_only_in_other_words_too(word: str) -> None:
    body = f'{{"success":true,"result":[{{"dataType":"string","rest":{{"name":"x","readOnly":{word}}}}}]}}'
    described = read_described(body.encode())
    assert isinstance(described, DescribedFields)
    assert described.described.fields[0].read_only
    newer = '{"success":true,"result":[{"fields":[{"name":"x","updateable":"False"},{"name":"y","updateable":1}]}]}'
    described = read_described2(newer.encode())
    assert isinstance(described, DescribedFields)
    assert [one.read_only for one in described.described.fields] == [True, False]


def test_a_code_of_tokens_is_no_fault_of_one_record() -> None:
    reasons = '[{"code":"602","message":"Expired"},{"code":"1007","message":"Several"}]'
    assert read_synced(sync_reply(f'[{{"id":7,"status":"skipped","reasons":{reasons}}}]')) == Synced(
        lead_id=text_value("7"), status=text_value(FAILED), error=text_value("602 Expired; 1007 Several")
    )


def test_a_record_that_was_skipped_is_no_lead_and_tells_why_there_is_none() -> None:
    skipped = '{"status":"skipped","reasons":[{"code":"1004","message":"Lead not found"}]}'
    assert read_leads(sync_reply(f'[{{"id":7}},{skipped}]'), NAMES) == Fault(code="1004", text="Lead not found")
    page = read_leads(sync_reply('[{"id":7,"status":"skipped","reasons":"none"}]'), NAMES)
    assert isinstance(page, LeadsPage), "fields of a lead may be called so"
    assert page.found.records[0].id.text == "7"


def test_an_id_with_spaces_around_it_is_the_number() -> None:
    page = read_leads(b'{"success":true,"result":[{"id":" 7 "}]}', NAMES)
    assert isinstance(page, LeadsPage)
    assert page.found.records[0].id.text == "7"
