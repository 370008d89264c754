"""Calls over REST from the form's value to the outcome, against a practice Marketo that misbehaves as best it can."""

import json
from collections.abc import Callable
from dataclasses import replace
from threading import Thread
from urllib.parse import parse_qs, urlsplit

import pytest

from mktgui.domain.answers import CookieEnd, CookieFate, Described, Fault, Found, Listed, Synced
from mktgui.domain.calls import (
    AttributeToSend,
    Call,
    DescribeObject,
    FieldKey,
    GetLead,
    ListObjects,
    LookupKey,
    SyncLead,
)
from mktgui.domain.exchange import Exchange, Part, Stage
from mktgui.domain.lead import Extra, Presence, text_value, value_of
from mktgui.domain.outcome import Answered, FailureKind, NotAnswered, NotSent, Outcome, Written
from mktgui.domain.profile import TransportKind
from mktgui.domain.secret import Secret
from mktgui.practice.server import PracticeServer
from mktgui.rest.names import FieldName, Names
from mktgui.rest.token import TokenKeeper
from mktgui.rest.told import Told
from mktgui.rest.transport import RestTransport
from tests.practice.raw import ANA, ANAS_EMAIL, SHARED_EMAIL
from tests.rest.connecting import (
    COOKIE,
    LEAD,
    READ,
    SECRET,
    SYNCED,
    TOKEN,
    WRITE,
    Marketo,
    answered,
    no_report,
    operations,
    parts,
    profile_for,
    record_of,
    refusal,
    scripted,
    told_by,
    transport_to,
)
from tests.wire.scripted import PATIENCE, ScriptedServer, Stages, Talk, http

Kind = FailureKind


# Writing


def test_a_write_is_read_back_and_all_of_it_is_one_call(server: PracticeServer) -> None:
    stages = Stages()
    outcome = answered(transport_to(server).send(replace(WRITE, cookie=COOKIE), stages))
    assert outcome.written is Written.YES
    assert parts(outcome) == ["token", "fields", "call", "cookie", "read-back"]
    assert operations(server) == ["token", "describe", "syncLeads", "associate", "leadsByFilter"]
    answer = outcome.answer
    assert isinstance(answer, Synced)
    assert (answer.lead_id.text, answer.status.text) == (str(ANA), "UPDATED")
    assert answer.cookie == CookieFate(CookieEnd.GIVEN)
    record = record_of(outcome)
    assert (record.id.text, record.email.text, value_of(record, "title").text) == (str(ANA), ANAS_EMAIL, "CTO")
    assert record.partition.text == "1"
    assert value_of(record, "creditLimit").presence is not Presence.ABSENT, "custom fields too"
    assert COOKIE in server.world.leads[ANA].cookies
    wanted = [stage for stage in Stage if stage not in {Stage.HOLDING, Stage.SECURING}]
    assert stages == wanted, "those of the write, and none twice"


def test_what_is_kept_is_what_the_server_saw_but_for_the_secrets(server: PracticeServer) -> None:
    outcome = transport_to(server).send(WRITE, no_report)
    assert outcome.exchange is not None
    for entry, exchange in zip(server.journal, outcome.exchange.all, strict=True):
        assert exchange.sent.body == entry.body
        assert exchange.received is not None
        if exchange.part is not Part.TOKEN:
            assert exchange.received.body == entry.reply
            assert [name for name, _ in exchange.sent.headers] == [name for name, _ in entry.headers]
    assert server.client_secret not in repr(outcome)


def test_fields_and_token_are_asked_for_once(server: PracticeServer) -> None:
    told = told_by(server)
    for _ in range(2):
        outcome = transport_to(server, told).send(WRITE, no_report)
        assert parts(outcome) == ["call", "read-back"]
    assert operations(server).count("describe") == operations(server).count("token") == 1


def test_nothing_is_read_back_where_it_is_not_wanted(server: PracticeServer) -> None:
    outcome = answered(transport_to(server, told_by(server)).send(replace(WRITE, return_lead=False), no_report))
    assert parts(outcome) == ["call"]
    assert isinstance(outcome.answer, Synced)
    assert (outcome.answer.record, outcome.answer.cookie) == (None, None)


def test_a_new_lead_by_address_comes_back_too(server: PracticeServer) -> None:
    call = SyncLead(email="wei@corp.example", attributes=(AttributeToSend("firstName", "伟"),), workspace="EMEA")
    outcome = answered(transport_to(server).send(call, no_report))
    assert isinstance(outcome.answer, Synced)
    assert outcome.answer.status.text == "CREATED"
    record = record_of(outcome)
    assert (value_of(record, "firstName").text, record.partition.text) == ("伟", "3")


def test_a_foreign_id_is_a_field_of_ones_own(server: PracticeServer) -> None:
    profile = replace(profile_for(server.rest_endpoint, server.client_id), foreign_field="externalKey")
    told = Told()

    def send(call: Call) -> Answered:
        return answered(RestTransport(profile, lambda: Secret(server.client_secret), told).send(call, no_report))

    made = send(SyncLead(foreign_id="K-9", email="k9@corp.example", lookup_field="externalKey"))
    assert isinstance(made.answer, Synced)
    assert made.answer.status.text == "CREATED"
    again = send(SyncLead(foreign_id="K-9", attributes=(AttributeToSend("title", "Dog"),)))
    assert record_of(again).email.text == "k9@corp.example"
    found = send(GetLead(FieldKey("externalKey"), "K-9"))
    assert isinstance(found.answer, Found)
    assert [value_of(one, "title").text for one in found.answer.records] == ["Dog"]


def test_what_rest_cannot_do_is_not_sent(server: PracticeServer) -> None:
    told = told_by(server)
    for call in (
        SyncLead(cookie=COOKIE),
        GetLead(LookupKey.LEADOWNEREMAIL, "o@x.example"),
        DescribeObject("Opportunity"),
    ):
        outcome = transport_to(server, told).send(call, no_report)
        assert isinstance(outcome, NotSent)
        assert (outcome.failure.kind, outcome.written) == (Kind.REQUEST_INVALID, Written.NO)
        assert outcome.failure.detail
    assert operations(server) == ["token", "describe"]


def test_names_of_soap_are_taken_and_given_where_that_is_wished(server: PracticeServer) -> None:
    call = replace(WRITE, attributes=(AttributeToSend("Title", "CTO"), AttributeToSend("Credit_Limit__c", "12.50")))
    record = record_of(transport_to(server, Told(words=TransportKind.SOAP)).send(call, no_report))
    assert (value_of(record, "Title").text, value_of(record, "Credit_Limit__c").text) == ("CTO", "12.5")
    record = record_of(transport_to(server).send(call, no_report))
    assert (value_of(record, "title").text, value_of(record, "creditLimit").text) == ("CTO", "12.5")


def test_a_page_in_place_of_a_token_is_told_as_that_and_frightens_nobody_with_leads() -> None:
    outcome = scripted(Marketo({"token": [http(b"<html>")] * 2}), WRITE)
    assert isinstance(outcome, NotSent)
    assert (outcome.failure.kind, outcome.failure.detail[:8]) == (Kind.NO_TOKEN, "not-json")


@pytest.mark.parametrize(
    ("reply", "kind", "detail"),
    [
        (http(b"<h1>Bad", "502 Bad Gateway"), Kind.TOKEN_RAN_OUT, "gateway: "),
        (http(b"<html>", "511 Network Authentication Required"), Kind.SIGN_IN_PAGE, "Expecting value"),
        (http(b"", "302 Found", "Location: https://login.corp.example/"), Kind.REDIRECTED, "the body is empty"),
        (http(b'{"error":"invalid_client"}', "401 Unauthorized"), Kind.CLIENT_REFUSED, "invalid_client"),
    ],
)
@pytest.mark.parametrize("refused", [refusal("602"), refusal("601"), http(b"", "401 Unauthorized")])
def test_a_request_refused_for_its_token_has_left_and_wrote_nothing_where_no_other_is_to_be_had(
    reply: bytes, kind: FailureKind, detail: str, refused: bytes
) -> None:
    marketo = Marketo({"token": [http(TOKEN), reply], "sync": [refused]})
    outcome = scripted(marketo, WRITE)
    assert isinstance(outcome, NotAnswered)
    assert (outcome.failure.kind, outcome.written) == (kind, Written.NO)
    assert outcome.failure.detail.startswith(detail)
    assert outcome.exchange.left
    assert parts(outcome) == ["token", "fields", "call", "token"]
    assert marketo.asked == ["token", "fields", "sync", "token"]


# What follows a write and goes wrong


def test_a_lead_that_cannot_be_read_back_is_written_all_the_same() -> None:
    for reply in (refusal("606"), http(b"<html>", "502 Bad Gateway"), http(b'{"success":true,"result":[]}'), b""):
        marketo = Marketo({"leads": [reply]})
        outcome = answered(scripted(marketo, replace(WRITE, marketo_id=7)))
        assert outcome.written is Written.YES
        assert isinstance(outcome.answer, Synced)
        assert outcome.answer.record is None
        assert marketo.asked == ["token", "fields", "sync", "leads"]


def test_a_lead_is_read_back_over_the_connection_of_its_write() -> None:
    marketo, told = Marketo(), Told()

    def patient(talk: Talk) -> None:
        while True:
            marketo(talk)

    with ScriptedServer(patient) as server:
        transport = RestTransport(profile_for(f"http://127.0.0.1:{server.port}/rest"), lambda: Secret(SECRET), told)
        outcome = answered(transport.send(replace(WRITE, marketo_id=7), no_report))
        assert server.gone.wait(PATIENCE)
        assert marketo.asked == ["token", "fields", "sync", "leads"]
        assert server.connections == 3, "the last two have one"
        last = outcome.exchange.all[-1]
        assert (last.part, record_of(outcome).id.text) == (Part.READ_BACK, "7")
        assert Stage.CONNECTING not in [timing.stage for timing in last.timings]


def test_another_lead_than_the_written_one_is_not_taken_for_it() -> None:
    other = http(b'{"success":true,"result":[{"id":8,"title":"CEO"}]}')
    outcome = answered(scripted(Marketo({"leads": [other]}), replace(WRITE, marketo_id=7)))
    assert isinstance(outcome.answer, Synced)
    assert (outcome.answer.strange_id, outcome.answer.is_gone) == ("8", False)


@pytest.mark.parametrize(
    ("reply", "is_gone"),
    [
        (http(b'{"success":true,"result":[]}'), True),
        (http(b'{"success":true,"result":[null]}'), False),
        (http(b'{"success":true,"result":[{"title":"CTO"}]}'), False),
        (refusal("606"), False),
        (http(b"<html>"), False),
    ],
)
def test_a_lead_that_is_gone_when_it_is_read_back_is_said_to_be(reply: bytes, is_gone: bool) -> None:  # noqa: FBT001 - a column
    outcome = answered(scripted(Marketo({"leads": [reply]}), replace(WRITE, marketo_id=7)))
    assert outcome.written is Written.YES
    assert isinstance(outcome.answer, Synced)
    assert (outcome.answer.record, outcome.answer.is_gone) == (None, is_gone)


@pytest.mark.parametrize(
    ("reply", "fate"),
    [
        (refusal("1012", "Invalid cookie value"), CookieFate(CookieEnd.REFUSED, "1012", "Invalid cookie value")),
        (http(b"<html>", "502 Bad Gateway"), CookieFate(CookieEnd.UNKNOWN)),
        (http(b'{"success":true,"requestId":"x"}'), CookieFate(CookieEnd.GIVEN)),
        (http(b'{"success":true,"result":[{"id":7,"status":"associated"}]}'), CookieFate(CookieEnd.GIVEN)),
    ],
)
def test_what_became_of_the_cookie_is_told_beside_the_write(reply: bytes, fate: CookieFate) -> None:
    outcome = answered(scripted(Marketo({"cookie": [reply]}), replace(WRITE, marketo_id=7, cookie=COOKIE)))
    assert isinstance(outcome.answer, Synced)
    assert (outcome.written, outcome.answer.cookie) == (Written.YES, fate)
    assert outcome.answer.record is not None


def test_an_id_that_is_none_is_not_followed_up() -> None:
    for raw in (b'"7/../8"', b"null", b'{"a":1}'):
        marketo = Marketo({"sync": [http(SYNCED.replace(b'"id":7', b'"id":' + raw))]})
        outcome = answered(scripted(marketo, replace(WRITE, cookie=COOKIE)))
        assert outcome.written is Written.YES
        assert marketo.asked == ["token", "fields", "sync"]


@pytest.mark.parametrize("at", ["token", "fields", "sync", "cookie", "leads"])
def test_stopping_at_each_stage_tells_the_truth(at: str) -> None:
    marketo = Marketo()

    def script(talk: Talk) -> None:
        line = bytes(talk.line.recv(65536, 2))  # MSG_PEEK
        wanted = {"token": b"oauth", "fields": b"describe", "sync": b"POST /rest/v1/leads.json"}
        wanted |= {"cookie": b"associate", "leads": b"filterType"}
        if wanted[at] in line:
            talk.server.may_go_on.set()
            talk.wait_for_the_end()
        else:
            marketo(talk)

    with ScriptedServer(script) as server:
        profile = profile_for(f"http://127.0.0.1:{server.port}/rest", seconds=30)
        transport = RestTransport(profile, lambda: Secret(SECRET), Told())
        outcomes: list[Outcome] = []
        call = replace(WRITE, marketo_id=7, cookie=COOKIE)
        thread = Thread(target=lambda: outcomes.append(transport.send(call, no_report)))
        thread.start()
        assert server.may_go_on.wait(PATIENCE)
        transport.abort()
        thread.join(PATIENCE)
        assert server.gone.wait(PATIENCE)
    [outcome] = outcomes
    if at in {"token", "fields"}:
        assert isinstance(outcome, NotSent)
        assert (outcome.failure.kind, outcome.written) == (Kind.STOPPED, Written.NO)
        assert outcome.exchange is not None
        assert outcome.exchange.sent.start_line.startswith("POST /rest/v1/leads.json")
    elif at == "sync":
        assert isinstance(outcome, NotAnswered)
        assert (outcome.failure.kind, outcome.written) == (Kind.STOPPED, Written.UNKNOWN)
    else:
        answer = answered(outcome).answer
        assert isinstance(answer, Synced)
        assert (outcome.written, answer.record) == (Written.YES, None)
        assert answer.cookie is not None
        assert answer.cookie.end is (CookieEnd.UNKNOWN if at == "cookie" else CookieEnd.GIVEN)


def test_a_cookie_for_which_there_is_no_time_left_was_not_sent() -> None:
    seconds = [1000.0]

    def go_by(asked: str) -> None:
        seconds[0] += 100 if asked == "sync" else 0

    marketo = Marketo(before=go_by)
    told = Told(tokens=TokenKeeper(lambda: seconds[0]))
    outcome = answered(scripted(marketo, replace(WRITE, marketo_id=7, cookie=COOKIE), told))
    assert isinstance(outcome.answer, Synced)
    assert outcome.answer.cookie == CookieFate(CookieEnd.NOT_SENT)
    assert (outcome.written, outcome.answer.record) == (Written.YES, None)
    assert marketo.asked == ["token", "fields", "sync"]


# Fields


@pytest.mark.parametrize("reply", [refusal("603"), http(b"<html>"), http(b"<html>", "502 Bad Gateway"), b""])
def test_where_the_fields_are_not_told_the_usual_ones_will_do(reply: bytes) -> None:
    marketo = Marketo({"fields": [reply]})
    call = replace(WRITE, marketo_id=7, attributes=(AttributeToSend("Title", "CTO"), AttributeToSend("own", "1")))
    outcome = answered(scripted(marketo, call))
    assert outcome.written is Written.YES
    assert json.loads(marketo.heard[2].partition(b"\r\n\r\n")[2])["input"] == [{"id": 7, "title": "CTO", "own": "1"}]
    query = parse_qs(urlsplit(marketo.heard[3].split(b" ")[1].decode()).query)
    assert query["fields"] == ["id,email,firstName,lastName,createdAt,updatedAt,leadPartitionId,title,own"]


@pytest.mark.parametrize("code", ["605", "610"])
def test_where_the_older_description_is_gone_the_newer_is_asked_for(code: str) -> None:
    marketo = Marketo({"fields": [refusal(code)] * 2})
    call = replace(WRITE, marketo_id=7, attributes=(AttributeToSend("score", "5"),))
    outcome = answered(scripted(marketo, call))
    assert b'"score":5' in marketo.heard[3]
    assert parts(outcome) == ["token", "fields", "fields", "call", "read-back"]
    assert marketo.asked == ["token", "fields", "fields2", "sync", "leads"]
    described = answered(scripted(Marketo({"fields": [refusal(code)]}), DescribeObject())).answer
    assert isinstance(described, Described)
    assert [one.rest_name for one in described.fields] == ["score"]


def test_without_time_or_way_for_the_fields_nothing_is_sent() -> None:
    def never(talk: Talk) -> None:
        request = talk.hear_request()
        if b"oauth" in request:
            talk.say(http(TOKEN))
        else:
            talk.wait_for_the_end()

    for call in (WRITE, READ):
        outcome = scripted(never, call, seconds=0.2)
        assert isinstance(outcome, NotSent)
        assert outcome.failure.kind is Kind.ANSWER_TIMEOUT
        assert outcome.exchange is not None
        assert parts(outcome) == ["token", "fields", "call"]


def test_names_that_were_kept_from_an_earlier_run_need_not_be_asked_for() -> None:
    kept = Names([FieldName("", "id", "integer"), FieldName("", "title", "string"), FieldName("", "score", "integer")])
    marketo = Marketo()
    call = replace(WRITE, marketo_id=7, attributes=(AttributeToSend("score", "5"),))
    answered(scripted(marketo, call, Told(kept=lambda: kept)))
    assert marketo.asked == ["token", "sync", "leads"]
    assert b'"score":5' in marketo.heard[1]


def test_a_field_that_has_gone_is_noticed_and_the_fields_are_asked_for_anew() -> None:
    stale = Names([FieldName("", "id"), FieldName("", "gone")])
    marketo = Marketo({"leads": [refusal("1006", "Field 'gone' not found")]})
    outcome = answered(scripted(marketo, READ, Told(kept=lambda: stale)))
    assert isinstance(outcome.answer, Found)
    assert len(outcome.answer.records) == 1
    assert marketo.asked == ["token", "leads", "fields", "leads"]
    assert parts(outcome) == ["token", "call", "fields", "call"]
    marketo = Marketo({"leads": [refusal("1006")], "fields": [b""]})
    outcome = answered(scripted(marketo, READ, Told(kept=lambda: stale)))
    assert marketo.asked == ["token", "leads", "fields", "leads"], "by the usual fields"
    marketo = Marketo({"leads": [refusal("1006")] * 3})
    outcome = answered(scripted(marketo, READ, Told(kept=lambda: stale)))
    assert isinstance(outcome.answer, Fault)
    assert marketo.asked == ["token", "leads", "fields", "leads"], "but only once"


def test_a_list_of_fields_that_is_called_bad_is_made_anew_and_asked_with_once_more_where_it_differs() -> None:
    stale = Names([FieldName("", "id"), FieldName("", "gone")])
    marketo = Marketo({"leads": [refusal("1003", "Bad fields")]})
    outcome = answered(scripted(marketo, READ, Told(kept=lambda: stale)))
    assert isinstance(outcome.answer, Found)
    assert marketo.asked == ["token", "leads", "fields", "leads"]
    marketo = Marketo({"leads": [refusal("1003", "Too many results")]})
    outcome = answered(scripted(marketo, READ))
    assert outcome.answer == Fault(code="1003", text="Too many results")
    assert marketo.asked == ["token", "fields", "leads", "fields"]


def test_a_field_that_is_gone_and_nobody_to_ask_is_told_as_it_is() -> None:
    def script(talk: Talk) -> None:
        request = talk.hear_request()
        if b"oauth" in request:
            talk.say(http(TOKEN))
        elif b"describe" in request:
            talk.wait_for_the_end()
        else:
            talk.say(refusal("1006"))

    stale = Names([FieldName("", "id"), FieldName("", "gone")])
    outcome = answered(scripted(script, READ, Told(kept=lambda: stale), seconds=0.3))
    assert isinstance(outcome.answer, Fault)
    assert outcome.answer.code == "1006"


def test_after_a_write_that_names_a_field_that_has_gone_the_fields_are_asked_for_anew() -> None:
    told, gone = (
        Told(),
        http(b'{"success":true,"result":[{"status":"skipped","reasons":[{"code":"1006","message":"x"}]}]}'),
    )
    marketo = Marketo({"sync": [gone]})
    with ScriptedServer(marketo) as server:
        profile = profile_for(f"http://127.0.0.1:{server.port}/rest")
        for _ in range(2):
            RestTransport(profile, lambda: Secret(SECRET), told).send(replace(WRITE, marketo_id=7), no_report)
    assert marketo.asked == ["token", "fields", "sync", "fields", "sync", "leads"]


# Reading


def test_leads_by_any_key(server: PracticeServer) -> None:
    told = told_by(server)

    def found(call: GetLead) -> list[str]:
        answer = answered(transport_to(server, told).send(call, no_report)).answer
        assert isinstance(answer, Found)
        return [one.id.text for one in answer.records]

    assert found(READ) == found(GetLead(LookupKey.IDNUM, str(ANA))) == [str(ANA)]
    assert found(GetLead(LookupKey.EMAIL, "nobody@x.example")) == []
    several = found(GetLead(LookupKey.EMAIL, SHARED_EMAIL))
    assert len(several) > 1
    assert several == sorted(several, key=int, reverse=True), "newest first, as over SOAP"
    assert operations(server).count("leadsByFilter") == 4


def test_all_pages_are_read_and_in_one_order() -> None:
    first = http(b'{"success":true,"result":[{"id":7},{"id":9}],"nextPageToken":"P2=","moreResult":true}')
    second = http(b'{"success":true,"result":[{"id":8}],"warnings":["w"]}')
    marketo = Marketo({"leads": [first, second]})
    outcome = answered(scripted(marketo, READ))
    assert isinstance(outcome.answer, Found)
    assert [one.id.text for one in outcome.answer.records] == ["9", "8", "7"]
    assert outcome.answer.extras == (Extra("warnings", "w"),)
    assert b"nextPageToken=P2%3D" in marketo.heard[-1]
    assert parts(outcome) == ["token", "fields", "call", "call"]
    assert outcome.exchange.received is not None
    assert b"P2=" in outcome.exchange.received.body, "the first page is the call"


@pytest.mark.parametrize("reply", [refusal("606"), http(b"<html>")])
def test_half_of_the_leads_is_no_answer(reply: bytes) -> None:
    first = http(b'{"success":true,"result":[{"id":7}],"nextPageToken":"P2"}')
    outcome = scripted(Marketo({"leads": [first, reply]}), READ)
    if isinstance(outcome, Answered):
        assert isinstance(outcome.answer, Fault)
    else:
        assert isinstance(outcome, NotAnswered)
        assert outcome.failure.kind is Kind.NOT_JSON
    assert outcome.written is Written.NO
    assert outcome.exchange is not None
    assert len(outcome.exchange.before) == 3


def test_pages_without_an_end_come_to_one() -> None:
    more = [http(b'{"success":true,"result":[{"id":%d}],"nextPageToken":"P"}' % number) for number in range(99)]
    outcome = answered(scripted(Marketo({"leads": more}), READ, seconds=10))
    assert isinstance(outcome.answer, Found)
    assert len(outcome.answer.records) == 20


def test_pages_that_go_round_in_a_circle_come_to_one() -> None:
    again = http(b'{"success":true,"result":[{"id":7},{"id":6}],"moreResult":true,"nextPageToken":"P"}')
    marketo = Marketo({"leads": [again] * 9})
    outcome = answered(scripted(marketo, READ))
    assert isinstance(outcome.answer, Found)
    assert [one.id.text for one in outcome.answer.records] == ["7", "6"]
    assert marketo.asked.count("leads") == 2


def test_a_lead_that_comes_on_two_pages_is_one_lead() -> None:
    more = http(b'{"success":true,"result":[{"id":7},{"id":6}],"nextPageToken":"P"}')
    last = http(b'{"success":true,"result":[{"id":6},{"id":5}],"nextPageToken":"Q","moreResult":false}')
    marketo = Marketo({"leads": [more, last]})
    outcome = answered(scripted(marketo, READ))
    assert isinstance(outcome.answer, Found)
    assert [one.id.text for one in outcome.answer.records] == ["7", "6", "5"]
    assert marketo.asked.count("leads") == 2, "a token for a page that is not there was followed"


def test_an_empty_description_is_not_kept() -> None:
    """Marketo always has fields, so it says nothing of them."""
    nothing, told = http(b'{"success":true,"result":[]}'), Told()
    marketo = Marketo({"fields": [nothing, nothing]})
    with ScriptedServer(marketo) as server:
        profile = profile_for(f"http://127.0.0.1:{server.port}/rest")

        def send(call: Call) -> Outcome:
            return RestTransport(profile, lambda: Secret(SECRET), told).send(call, no_report)

        assert record_of(send(replace(WRITE, marketo_id=7))).id.text == "7"
        assert answered(send(DescribeObject())).answer == Described(name="LeadRecord")
        assert marketo.asked.count("fields") == 2
        answered(send(replace(WRITE, marketo_id=7)))
        assert marketo.asked.count("fields") == 3


def test_very_many_fields_go_in_a_form() -> None:
    many = b",".join(
        b'{"id":%d,"displayName":"F","dataType":"string","rest":{"name":"aRatherLongFieldName%05d"}}' % (n, n)
        for n in range(500)
    )
    marketo = Marketo({"fields": [http(b'{"success":true,"result":[%s]}' % many)]})
    outcome = answered(scripted(marketo, READ))
    assert isinstance(outcome.answer, Found)
    assert marketo.heard[-1].startswith(b"POST /rest/v1/leads.json?_method=GET ")
    assert b"aRatherLongFieldName00499" in marketo.heard[-1]


# The other calls


def test_the_fields_are_described_once_and_known_from_then_on(server: PracticeServer) -> None:
    told = Told()
    outcome = answered(transport_to(server, told).send(DescribeObject(), no_report))
    assert isinstance(outcome.answer, Described)
    fields = {one.name: one for one in outcome.answer.fields}
    assert (fields["creditLimit"].rest_name, fields["creditLimit"].type) == ("creditLimit", "currency")
    assert fields["Legacy_Marker__c"].read_only, "what only SOAP has"
    assert parts(outcome) == ["token", "call"]
    refused = answered(scripted(Marketo({"fields": [refusal("603")]}), DescribeObject()))
    assert isinstance(refused.answer, Fault)


def test_the_cheapest_call_tells_the_partitions(server: PracticeServer) -> None:
    outcome = answered(transport_to(server).send(ListObjects(), no_report))
    assert outcome.answer == Listed(("Default", "Archive", "EMEA", "EMEA Archive", "APAC"), ("1", "2", "3", "4", "5"))
    refused = answered(scripted(Marketo({"partitions": [refusal("603")]}), ListObjects()))
    assert refused.answer == Fault(code="603", text="No")


# Slips of our own


def test_a_slip_of_our_own_says_how_far_it_had_got(server: PracticeServer) -> None:
    def slip_at(wanted: Stage) -> Callable[[Stage], None]:
        def report(stage: Stage) -> None:
            if stage is wanted:
                raise KeyError(stage)

        return report

    told = told_by(server)
    for stage, kind in ((Stage.CONNECTING, NotSent), (Stage.WAITING, NotAnswered), (Stage.READING, NotAnswered)):
        outcome = transport_to(server, told).send(WRITE, slip_at(stage))
        assert isinstance(outcome, (NotSent, NotAnswered))
        assert (type(outcome), outcome.failure.kind) == (kind, Kind.UNEXPECTED), stage
        assert outcome.written is (Written.NO if kind is NotSent else Written.UNKNOWN)


def test_a_slip_after_the_write_does_not_hide_it(server: PracticeServer) -> None:
    class Slips(Names):
        """Knows nothing when the lead is read back."""

        def in_answers(self, rest: str) -> tuple[str, str]:
            raise KeyError(rest)

    told = told_by(server)
    known = told.names.get(server.rest_endpoint)
    assert known is not None
    course = transport_to(server, told)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("mktgui.rest.course.with_standard", lambda names, words: Slips(names.fields, words))
        outcome = answered(course.send(replace(WRITE, cookie=COOKIE), no_report))
    assert outcome.written is Written.YES
    assert isinstance(outcome.answer, Synced)
    assert (outcome.answer.record, outcome.answer.cookie) == (None, CookieFate(CookieEnd.GIVEN))


def test_a_slip_before_anything_is_a_call_that_was_not_sent(server: PracticeServer) -> None:
    def slips() -> Names | None:
        raise KeyError

    outcome = transport_to(server, Told(kept=slips)).send(WRITE, no_report)
    assert isinstance(outcome, NotSent)
    assert (outcome.failure.kind, outcome.failure.detail, outcome.exchange) == (Kind.UNEXPECTED, "KeyError", None)


def _exchange_of(outcome: Outcome) -> Exchange:
    assert outcome.exchange is not None
    return outcome.exchange


def test_the_lead_is_named_by_the_text_it_came_with() -> None:
    outcome = answered(scripted(Marketo({"leads": [http(LEAD)]}), replace(WRITE, marketo_id=7)))
    assert record_of(outcome).id == text_value("7")
    assert _exchange_of(outcome).part is Part.CALL
