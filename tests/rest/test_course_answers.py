"""What answers make of calls over REST: every odd one, every code, shapes of others, and tokens that end in between."""

from dataclasses import replace

import pytest

from mktgui.domain.answers import FAILED, CookieEnd, CookieFate, Described, Fault, Synced
from mktgui.domain.calls import (
    AttributeToSend,
    DescribeObject,
    SyncLead,
)
from mktgui.domain.exchange import Part
from mktgui.domain.lead import text_value, value_of
from mktgui.domain.outcome import FailureKind, NotAnswered, NotSent, Written
from mktgui.domain.secret import Secret
from mktgui.practice.scenarios import names
from mktgui.practice.server import PracticeServer
from mktgui.practice.settings import Settings, changed
from mktgui.practice.tricks import Door
from mktgui.rest.told import Told
from mktgui.rest.transport import RestTransport
from tests.practice.raw import SHARED_EMAIL
from tests.rest.connecting import (
    COOKIE,
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
from tests.wire.scripted import ScriptedServer, http

Kind = FailureKind


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


# Shapes that the practice server has not got


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


@pytest.mark.parametrize("success", ["true", "false"])
@pytest.mark.parametrize("code", ["601", "602"])
def test_a_record_that_is_refused_with_a_code_of_tokens_costs_no_other_token(code: str, success: str) -> None:
    reason = f'{{"code":"{code}","message":"Access token expired"}}'
    body = f'{{"requestId":"1","success":{success},"result":[{{"status":"skipped","reasons":[{reason}]}}]}}'
    marketo = Marketo({"sync": [http(body.encode())]})
    outcome = answered(scripted(marketo, WRITE))
    assert isinstance(outcome.answer, Synced), "a fault with this code says that a new token was refused too"
    assert (outcome.written, outcome.answer.status.text) == (Written.NO, FAILED)
    assert outcome.answer.error.text == f"{code} Access token expired"
    assert marketo.asked == ["token", "fields", "sync"]


def test_a_failure_of_the_whole_reply_is_told_by_the_reason_of_its_record() -> None:
    body = b'{"requestId":"1","success":false,"result":[{"id":7,"status":"skipped","reasons":[{"code":"1010"}]}]}'
    outcome = answered(scripted(Marketo({"sync": [http(body)]}), WRITE))
    assert isinstance(outcome.answer, Fault)
    assert (outcome.answer.code, outcome.written) == ("1010", Written.NO)


def test_after_a_word_that_nobody_knows_the_lead_is_read_and_gets_no_cookie() -> None:
    marketo = Marketo({"sync": [http(SYNCED.replace(b"updated", b"unchanged"))]})
    outcome = answered(scripted(marketo, replace(WRITE, marketo_id=7, cookie=COOKIE)))
    assert outcome.written is Written.UNKNOWN
    assert value_of(record_of(outcome), "title").text == "CTO"
    assert marketo.asked == ["token", "fields", "sync", "leads"]


def test_a_reply_in_another_encoding_is_read_by_its_header() -> None:
    body = SYNCED.replace(b'"2"', '"ü"'.encode("latin-1"))
    said = http(body, "200 OK", "Content-Type: application/json; charset=iso-8859-1")
    outcome = answered(scripted(Marketo({"sync": [said]}), replace(WRITE, marketo_id=7)))
    assert outcome.written is Written.YES
    assert outcome.exchange.received is not None
    assert outcome.exchange.received.body == body, "what is kept is what came"


def test_a_warning_beside_a_success_is_kept() -> None:
    body = SYNCED.replace(b'"success":true', b'"success":true,"warnings":[{"code":"1","message":"Soon gone"}]')
    outcome = answered(scripted(Marketo({"sync": [http(body)]}), replace(WRITE, marketo_id=7)))
    assert isinstance(outcome.answer, Synced)
    assert outcome.answer.error == text_value("1 Soon gone")
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
        ("511 Network Authentication Required", Kind.SIGN_IN_PAGE, Written.NO),
        ("300 Multiple Choices", Kind.SEE_OTHER, Written.UNKNOWN),
        ("301 Moved Permanently", Kind.REDIRECTED, Written.NO),
        ("303 See Other", Kind.SEE_OTHER, Written.UNKNOWN),
        ("308 Permanent Redirect", Kind.REDIRECTED, Written.NO),
    ],
)
def test_errors_at_the_level_of_http(status: str, kind: FailureKind, written: Written) -> None:
    outcome = scripted(Marketo({"sync": [http(b"<h1>No", status)]}), WRITE)
    assert isinstance(outcome, NotAnswered)
    assert (outcome.failure.kind, outcome.written, outcome.failure.status) == (kind, written, int(status[:3]))


def test_a_look_that_is_told_to_see_elsewhere_is_only_sent_away() -> None:
    said = http(b"", "303 See Other", "Location: https://login.corp.example/")
    outcome = scripted(Marketo({"leads": [said]}), READ)
    assert isinstance(outcome, NotAnswered)
    assert (outcome.failure.kind, outcome.written) == (Kind.REDIRECTED, Written.NO)
    nothing = scripted(Marketo({"token": [said]}), WRITE)
    assert isinstance(nothing, NotSent)
    assert nothing.failure.kind is Kind.REDIRECTED


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
    ("refused", "kind"), [(refusal("602"), None), (http(b"", "401 Unauthorized"), Kind.HTTP_ERROR)]
)
def test_one_who_stops_while_a_new_token_is_fetched_hears_that_the_request_was_refused(
    refused: bytes, kind: FailureKind | None
) -> None:
    stops: list[RestTransport] = []

    def stop(what: str) -> None:
        if marketo.asked.count("token") == 2:
            stops[0].abort()

    marketo = Marketo({"sync": [refused]}, before=stop)
    with ScriptedServer(marketo) as server:
        profile = profile_for(f"http://127.0.0.1:{server.port}/rest")
        stops.append(RestTransport(profile, lambda: Secret(SECRET), Told()))
        outcome = stops[0].send(WRITE, no_report)
    assert outcome.written is Written.NO
    assert outcome.exchange is not None
    assert outcome.exchange.left
    if kind is None:
        assert isinstance(answered(outcome).answer, Fault)
    else:
        assert isinstance(outcome, NotAnswered)
        assert (outcome.failure.kind, outcome.failure.status) == (kind, 401)


def test_where_the_fields_are_refused_for_the_token_and_there_is_no_other_the_write_is_not_sent() -> None:
    marketo = Marketo({"token": [http(TOKEN), http(b"", "502 Bad Gateway")], "fields": [refusal("602")]})
    outcome = scripted(marketo, WRITE)
    assert isinstance(outcome, NotSent)
    assert outcome.failure.kind is Kind.NO_TOKEN
    assert marketo.asked == ["token", "fields", "token"]


@pytest.mark.parametrize(
    ("said", "fate"),
    [
        (http(b'{"success":true,"result":[]}'), CookieFate(CookieEnd.GIVEN)),
        (refusal("1012", "Invalid cookie value"), CookieFate(CookieEnd.REFUSED, "1012", "Invalid cookie value")),
        (refusal("604", "Timed out"), CookieFate(CookieEnd.UNKNOWN, "604", "Timed out")),
        (refusal("713", "Transient"), CookieFate(CookieEnd.UNKNOWN, "713", "Transient")),
        (http(b'{"success":false}'), CookieFate(CookieEnd.UNKNOWN)),
        (http(b"", "303 See Other"), CookieFate(CookieEnd.UNKNOWN)),
    ],
)
def test_a_cookie_is_called_refused_only_where_surely_nothing_was_done(said: bytes, fate: CookieFate) -> None:
    outcome = answered(scripted(Marketo({"cookie": [said]}), replace(WRITE, marketo_id=7, cookie=COOKIE)))
    assert isinstance(outcome.answer, Synced)
    assert (outcome.written, outcome.answer.cookie) == (Written.YES, fate)


def test_a_lead_that_is_not_found_when_it_is_read_back_is_gone() -> None:
    marketo = Marketo({"leads": [refusal("1004", "Lead not found")]})
    outcome = answered(scripted(marketo, replace(WRITE, marketo_id=7)))
    assert isinstance(outcome.answer, Synced)
    assert (outcome.written, outcome.answer.record, outcome.answer.is_gone) == (Written.YES, None, True)


@pytest.mark.parametrize("status", ["404 Not Found", "410 Gone"])
def test_where_the_older_description_is_gone_by_the_words_of_http_the_newer_one_is_asked(status: str) -> None:
    marketo = Marketo({"fields": [http(b"<html>", status)] * 2})
    described = answered(scripted(marketo, DescribeObject())).answer
    assert isinstance(described, Described)
    assert [one.rest_name for one in described.fields] == ["score"]
    assert answered(scripted(marketo, replace(WRITE, marketo_id=7))).written is Written.YES
    assert marketo.asked == ["token", "fields", "fields2", "token", "fields", "fields2", "sync", "leads"]


def test_an_error_beside_what_was_written_is_a_remark() -> None:
    body = SYNCED.replace(b'"success":true', b'"success":true,"errors":[{"code":"611","message":"Oh"}]')
    outcome = answered(scripted(Marketo({"sync": [http(body)]}), replace(WRITE, marketo_id=7)))
    assert isinstance(outcome.answer, Synced)
    assert (outcome.written, outcome.answer.error) == (Written.YES, text_value("611 Oh"))


@pytest.mark.parametrize(
    ("said", "kind", "detail"),
    [
        (
            http(b'{"error":"unauthorized_client","error_description":"Unauthorized grant type"}', "400 Bad Request"),
            Kind.CLIENT_REFUSED,
            "unauthorized_client: Unauthorized grant type",
        ),
        (http(b'{"error":"invalid_scope"}', "400 Bad Request"), Kind.NO_TOKEN, "invalid_scope"),
        (refusal("600", "Empty access token"), Kind.NO_TOKEN, "600: Empty access token"),
        (http(b"<html>", "403 Forbidden"), Kind.NO_TOKEN, "http-error 403: Expecting value: line 1 column 1 (char 0)"),
    ],
)
def test_why_there_is_no_token_is_told_as_it_was_said(said: bytes, kind: FailureKind, detail: str) -> None:
    outcome = scripted(Marketo({"token": [said]}), WRITE)
    assert isinstance(outcome, NotSent)
    assert (outcome.failure.kind, outcome.failure.detail) == (kind, detail)


def test_a_cookie_that_is_refused_for_its_token_is_not_linked() -> None:
    marketo = Marketo({"token": [http(TOKEN), http(b"", "502 Bad Gateway")], "cookie": [refusal("602", "Expired")]})
    outcome = answered(scripted(marketo, replace(WRITE, cookie=COOKIE)))
    assert isinstance(outcome.answer, Synced)
    assert (outcome.written, outcome.answer.cookie) == (
        Written.YES,
        CookieFate(CookieEnd.REFUSED, "602", "Expired"),
    )


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
