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
from mktgui.domain.lead import Extra, LeadRecord, Presence, text_value, value_of
from mktgui.domain.outcome import Answered, FailureKind, NotAnswered, NotSent, Outcome, Written
from mktgui.domain.profile import TransportKind
from mktgui.domain.secret import Secret
from mktgui.practice.scenarios import names
from mktgui.practice.server import PracticeServer
from mktgui.practice.settings import Settings, changed
from mktgui.practice.tricks import Door
from mktgui.rest.names import FieldName, Names
from mktgui.rest.token import TokenKeeper
from mktgui.rest.told import Told
from mktgui.rest.transport import RestTransport
from tests.practice.raw import ANA, ANAS_EMAIL, SHARED_EMAIL
from tests.rest.connecting import (
    LEAD,
    READ,
    SECRET,
    SYNCED,
    TOKEN,
    WRITE,
    Marketo,
    no_report,
    operations,
    profile_for,
    refusal,
    transport_to,
)
from tests.wire.scripted import PATIENCE, ScriptedServer, Stages, Talk, http

Kind = FailureKind
COOKIE = "id:123-ABC-456&token:_mch-corp.example-1400000000000-22222"


def answered(outcome: Outcome) -> Answered:
    assert isinstance(outcome, Answered), outcome
    return outcome


def record_of(outcome: Outcome) -> LeadRecord:
    answer = answered(outcome).answer
    assert isinstance(answer, Synced)
    assert answer.record is not None
    return answer.record


def parts(outcome: Outcome) -> list[str]:
    assert outcome.exchange is not None
    return [one.part.value for one in outcome.exchange.all]


def told_by(server: PracticeServer) -> Told:
    """What is known after one call: token and fields."""
    told = Told()
    answered(transport_to(server, told).send(DescribeObject(), no_report))
    return told


def scripted(marketo: Callable[[Talk], object], call: Call, told: Told | None = None, seconds: float = 3.0) -> Outcome:
    with ScriptedServer(marketo) as server:
        profile = profile_for(f"http://127.0.0.1:{server.port}/rest", seconds=seconds)
        return RestTransport(profile, lambda: Secret(SECRET), told or Told()).send(call, no_report)


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


ANSWERED: dict[str, Written] = {
    **dict.fromkeys(
        [
            *("as-usual", "slow=0.01", "slow-after-write=0.01", "drip=0", "gzip", "chunked", "huge=300"),
            *("extra-elements", "kinds-of-nothing", "token-expires-now", "token-invalid", "success-and-errors"),
            *("wrong-content-type", "bom", "utf-16", "no-success", "success-as-text", "nan", "huge-numbers"),
            "lone-surrogate",
        ],
        Written.YES,
    ),
    **dict.fromkeys(["failed"], Written.NO),
    **dict.fromkeys(
        ["unknown-status", "no-result", "empty-result", "604-after-write", "fault-without-detail"], Written.UNKNOWN
    ),
}
HALF_WAY = {"604", "611", "713"}
NOT_ANSWERED: dict[str, tuple[FailureKind, Written]] = {
    "reset": (Kind.CUT_OFF, Written.UNKNOWN),
    "never": (Kind.ANSWER_TIMEOUT, Written.UNKNOWN),
    "html-429": (Kind.HTTP_ERROR, Written.NO),
    "html-502": (Kind.GATEWAY, Written.UNKNOWN),
    "html-502-after-write": (Kind.GATEWAY, Written.UNKNOWN),
    "html-503": (Kind.GATEWAY, Written.UNKNOWN),
    "not-found": (Kind.HTTP_ERROR, Written.NO),
    "redirect": (Kind.REDIRECTED, Written.NO),
    "redirect-307": (Kind.REDIRECTED, Written.NO),
    "not-xml": (Kind.NOT_JSON, Written.UNKNOWN),
    "not-an-object": (Kind.NOT_JSON, Written.UNKNOWN),
    "null": (Kind.NOT_JSON, Written.UNKNOWN),
    "empty": (Kind.NOT_JSON, Written.UNKNOWN),
    "cut-after-write": (Kind.CUT_OFF, Written.UNKNOWN),
    "never-after-write": (Kind.ANSWER_TIMEOUT, Written.UNKNOWN),
    "cut-in-headers": (Kind.CUT_OFF, Written.UNKNOWN),
    "cut-in-body": (Kind.CUT_OFF, Written.UNKNOWN),
    "truncated": (Kind.BROKEN_JSON, Written.UNKNOWN),
    "not-utf-8": (Kind.BROKEN_JSON, Written.UNKNOWN),
    "duplicate-keys": (Kind.BROKEN_JSON, Written.UNKNOWN),
    "deep": (Kind.BROKEN_JSON, Written.UNKNOWN),
}
CODED = [name for name in names(Door.REST) if name.split("-")[-1].isdigit() and name.startswith(("fault-", "skipped-"))]


def test_no_scenario_is_forgotten() -> None:
    covered = {name.partition("=")[0] for name in (*ANSWERED, *NOT_ANSWERED, *CODED)}
    assert covered == set(names(Door.REST))


@pytest.mark.parametrize("name", ANSWERED)
def test_odd_answer_is_still_an_answer(server: PracticeServer, name: str) -> None:
    told = told_by(server)
    server.next(name)
    outcome = answered(transport_to(server, told).send(WRITE, no_report))
    assert outcome.written is ANSWERED[name]
    if ANSWERED[name] is Written.YES:
        assert value_of(record_of(outcome), "title").text == "CTO"


@pytest.mark.parametrize("name", NOT_ANSWERED)
def test_no_answer_says_why(server: PracticeServer, caplog: pytest.LogCaptureFixture, name: str) -> None:
    told = told_by(server)
    server.next(name)
    outcome = transport_to(server, told, 0.3 if name.startswith("never") else 3.0).send(WRITE, no_report)
    assert isinstance(outcome, NotAnswered), outcome
    assert (outcome.failure.kind, outcome.written) == NOT_ANSWERED[name]
    assert outcome.exchange.left
    assert outcome.failure.status == outcome.exchange.status
    assert outcome.failure.place == server.rest_endpoint.split("/")[2]
    assert len(server.journal) == 3, "it was sent again"
    if name == "cut-in-headers":
        caplog.clear()  # urllib3 complains about half a header


@pytest.mark.parametrize("name", CODED)
def test_every_code_is_a_fault_and_says_whether_it_may_be_written(server: PracticeServer, name: str) -> None:
    told, code = told_by(server), name.rsplit("-", maxsplit=1)[-1]
    server.next(name, times=2 if code in {"601", "602"} else 1)
    outcome = answered(transport_to(server, told).send(WRITE, no_report))
    assert isinstance(outcome.answer, Fault)
    assert (outcome.answer.code, bool(outcome.answer.text)) == (code, True)
    assert outcome.written is (Written.UNKNOWN if code in HALF_WAY else Written.NO)


@pytest.mark.parametrize("name", [name for name in CODED if name.startswith("skipped-")][:3])
@pytest.mark.parametrize("setting", ["rest_reasons=reason", "rest_codes_as_numbers=yes", "rest_skipped_id=yes"])
def test_skipped_records_say_why_in_every_grammar(server: PracticeServer, name: str, setting: str) -> None:
    told = told_by(server)
    server.settings = changed(server.settings, setting)
    server.next(name)
    outcome = answered(transport_to(server, told).send(WRITE, no_report))
    assert isinstance(outcome.answer, Fault)
    assert outcome.answer.code == name.rsplit("-", maxsplit=1)[-1]


def test_duplicates_are_skipped_and_nothing_is_written(server: PracticeServer) -> None:
    before = repr(server.world.leads)
    call = SyncLead(email=SHARED_EMAIL, attributes=(AttributeToSend("title", "CTO"),))
    outcome = answered(transport_to(server).send(call, no_report))
    assert isinstance(outcome.answer, Fault)
    assert (outcome.answer.code, outcome.written) == ("1007", Written.NO)
    assert repr(server.world.leads) == before


# A token that ends in the middle


@pytest.mark.parametrize("trick", ["token-expires-now", "token-invalid"])
def test_a_token_that_ends_before_the_write_costs_one_more_try_and_writes_once(
    server: PracticeServer, trick: str
) -> None:
    told = told_by(server)
    server.next(trick)
    outcome = answered(transport_to(server, told).send(WRITE, no_report))
    assert outcome.written is Written.YES
    assert parts(outcome) == ["call", "token", "call", "read-back"]
    assert outcome.exchange.before[0].status == 200
    assert value_of(record_of(outcome), "title").text == "CTO"


@pytest.mark.parametrize("after", [1, 2])
def test_a_token_that_ends_after_the_write_repeats_only_what_reads(server: PracticeServer, after: int) -> None:
    told = told_by(server)
    for _ in range(after):
        server.next("as-usual")
    server.next("token-expires-now")
    outcome = answered(transport_to(server, told).send(replace(WRITE, cookie=COOKIE), no_report))
    assert outcome.written is Written.YES
    repeated = (
        ["cookie", "token", "cookie", "read-back"] if after == 1 else ["cookie", "read-back", "token", "read-back"]
    )
    assert parts(outcome) == ["call", *repeated]
    assert operations(server).count("syncLeads") == 1
    assert value_of(record_of(outcome), "title").text == "CTO"
    assert isinstance(outcome.answer, Synced)
    assert outcome.answer.cookie == CookieFate(CookieEnd.GIVEN)


def test_a_short_life_of_tokens_is_no_trouble(server: PracticeServer) -> None:
    server.settings = Settings(token_seconds=1)
    told = Told()
    for _ in range(2):
        assert answered(transport_to(server, told).send(WRITE, no_report)).written is Written.YES
    assert operations(server).count("token") > 2, "less than a minute is left at once"


def test_a_secret_that_was_changed_is_used_at_once(server: PracticeServer) -> None:
    told = told_by(server)
    profile = profile_for(server.rest_endpoint, server.client_id)
    outcome = RestTransport(profile, lambda: Secret("changed-secret"), told).send(WRITE, no_report)
    assert isinstance(outcome, NotSent)
    assert (outcome.failure.kind, outcome.failure.status) == (Kind.CLIENT_REFUSED, 401)
    assert parts(outcome) == ["token", "call"]
    assert operations(server).count("syncLeads") == 0


@pytest.mark.parametrize(
    ("trick", "kind"),
    [
        ("identity-html-502", Kind.NO_TOKEN),
        ("identity-not-xml", Kind.NO_TOKEN),
        ("identity-truncated", Kind.NO_TOKEN),
        ("identity-never", Kind.NO_TOKEN),
        ("identity-reset", Kind.NO_TOKEN),
        ("identity-redirect", Kind.REDIRECTED),
    ],
)
def test_without_a_token_nothing_is_sent_and_no_lead_has_to_be_looked_at(
    server: PracticeServer, trick: str, kind: FailureKind
) -> None:
    server.next(trick)
    outcome = transport_to(server, Told(), 0.3 if "never" in trick else 3.0).send(WRITE, no_report)
    assert isinstance(outcome, NotSent)
    assert (outcome.failure.kind, outcome.written) == (kind, Written.NO)
    assert outcome.exchange is not None
    assert outcome.exchange.sent.start_line == "POST /rest/v1/leads.json HTTP/1.1"
    assert not outcome.exchange.left
    assert [one.part for one in outcome.exchange.before] == [Part.TOKEN]


# What follows a write and goes wrong


def test_a_lead_that_cannot_be_read_back_is_written_all_the_same() -> None:
    for reply in (refusal("606"), http(b"<html>", "502 Bad Gateway"), http(b'{"success":true,"result":[]}'), b""):
        marketo = Marketo({"leads": [reply]})
        outcome = answered(scripted(marketo, replace(WRITE, marketo_id=7)))
        assert outcome.written is Written.YES
        assert isinstance(outcome.answer, Synced)
        assert outcome.answer.record is None
        assert marketo.asked == ["token", "fields", "sync", "leads"]


def test_another_lead_than_the_written_one_is_not_taken_for_it() -> None:
    other = http(b'{"success":true,"result":[{"id":8,"title":"CEO"}]}')
    outcome = answered(scripted(Marketo({"leads": [other]}), replace(WRITE, marketo_id=7)))
    assert isinstance(outcome.answer, Synced)
    assert outcome.answer.record is None


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
    more = http(b'{"success":true,"result":[{"id":7}],"nextPageToken":"P"}')
    outcome = answered(scripted(Marketo({"leads": [more] * 99}), READ, seconds=10))
    assert isinstance(outcome.answer, Found)
    assert len(outcome.answer.records) == 20


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


def test_a_reply_of_marketos_counts_whatever_its_status() -> None:
    said = http(b'{"success":false,"errors":[{"code":"606","message":"Slow down"}]}', "429 Too Many Requests")
    outcome = answered(scripted(Marketo({"sync": [said]}), WRITE))
    assert isinstance(outcome.answer, Fault)
    assert (outcome.answer.code, outcome.written) == ("606", Written.NO)


RECORDED: dict[str, tuple[bytes, str]] = {
    "numbers": (b'{"success":false,"errors":[{"code":1003,"message":"x"}]}', "1003"),
    "no list": (b'{"success":false,"errors":{"code":"610","message":"x"}}', "610"),
    "several": (b'{"success":false,"errors":[{"code":"1003","message":"a"},{"code":"1006","message":"b"}]}', "1003"),
    "both kinds": (b'{"success":true,"result":[{"status":"skipped","reason":{"code":1007},"reasons":[]}]}', "1007"),
    "with an id": (b'{"success":true,"result":[{"id":7,"status":"skipped","reasons":[{"code":"1010"}]}]}', "1010"),
    "empty beside": (b'{"errors":[{"code":"603"}],"warnings":[],"result":[],"success":false}', "603"),
    "in between": (b'\xef\xbb\xbf {"success" : "false" ,"errors":[{"code":"  607 "}]}\r\n', "607"),
}  # fmt: skip


@pytest.mark.parametrize("name", RECORDED)
def test_recorded_like_refusals_are_read(name: str) -> None:
    body, code = RECORDED[name]
    outcome = answered(scripted(Marketo({"sync": [http(body)]}), WRITE))
    assert isinstance(outcome.answer, Fault)
    assert (outcome.answer.code, outcome.written) == (code, Written.NO)
    if name == "several":
        assert outcome.answer.message == "1003 a; 1006 b"


def test_a_warning_beside_a_success_is_kept() -> None:
    body = SYNCED.replace(b'"success":true', b'"success":true,"warnings":[{"code":"1","message":"Soon gone"}]')
    outcome = answered(scripted(Marketo({"sync": [http(body)]}), replace(WRITE, marketo_id=7)))
    assert isinstance(outcome.answer, Synced)
    assert Extra("warnings/message", "Soon gone") in outcome.answer.extras
    assert outcome.answer.record is not None


@pytest.mark.parametrize(
    ("status", "kind", "written"),
    [
        ("413 Request Entity Too Large", Kind.REQUEST_TOO_LARGE, Written.NO),
        ("414 Request-URI Too Long", Kind.QUERY_TOO_LONG, Written.NO),
        ("502 Bad Gateway", Kind.GATEWAY, Written.UNKNOWN),
        ("504 Gateway Time-out", Kind.GATEWAY, Written.UNKNOWN),
        ("407 Proxy Authentication Required", Kind.PROXY_LOGIN, Written.NO),
        ("403 Forbidden", Kind.HTTP_ERROR, Written.NO),
        ("500 Oops", Kind.HTTP_ERROR, Written.UNKNOWN),
    ],
)
def test_errors_at_the_level_of_http(status: str, kind: FailureKind, written: Written) -> None:
    outcome = scripted(Marketo({"sync": [http(b"<h1>No", status)]}), WRITE)
    assert isinstance(outcome, NotAnswered)
    assert (outcome.failure.kind, outcome.written, outcome.failure.status) == (kind, written, int(status[:3]))


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

        def shown(self, rest: str) -> str:
            raise KeyError(rest)

        def joined(self, described: Names) -> Names:
            return Slips((*self.fields, *described.fields))

        def worded(self, words: TransportKind) -> Names:
            return Slips(self.fields, words)

    told = told_by(server)
    known = told.names.get(server.rest_endpoint)
    assert known is not None
    course = transport_to(server, told)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("mktgui.rest.course.standard_names", lambda: Slips(known.fields))
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
