"""One call from the form's value to the outcome, against a practice Marketo that misbehaves in every way it knows."""

from collections.abc import Callable
from dataclasses import replace
from threading import Thread

import pytest
import trustme

from mktgui.domain.answers import Synced
from mktgui.domain.calls import Call, DescribeObject, GetLead, ListObjects, LookupKey, SyncLead
from mktgui.domain.exchange import Stage
from mktgui.domain.lead import Extra, value_of
from mktgui.domain.outcome import Answered, FailureKind, NotAnswered, NotSent, Outcome, Written
from mktgui.domain.ports import SecretError, SecretTrouble
from mktgui.domain.profile import Profile
from mktgui.domain.proxy import ProxyChoice, ProxyKind
from mktgui.domain.secret import Secret
from mktgui.practice.scenarios import names
from mktgui.practice.server import PracticeServer
from mktgui.practice.tricks import Door
from mktgui.soap.envelope import EnvelopeBuilder
from mktgui.soap.transport import SoapTransport
from mktgui.wire.rungs import Routed, Sight
from mktgui.wire.way import Way
from tests.soap.connecting import CALL, FAULTS, Connect, no_report, now, profile_for
from tests.wire.scripted import (
    PATIENCE,
    ScriptedServer,
    Stages,
    Talk,
    answer,
    begin,
    certificate_for,
    http,
    unused_port,
)

Kind = FailureKind


def failure_of(outcome: Outcome) -> FailureKind:
    assert isinstance(outcome, (NotSent, NotAnswered))
    return outcome.failure.kind


def test_what_is_kept_is_what_the_server_saw(connect: Connect, server: PracticeServer) -> None:
    stages = Stages()
    outcome = connect().send(CALL, stages)
    assert isinstance(outcome, Answered)
    (entry,) = server.journal
    exchange = outcome.exchange
    assert exchange.sent.body == entry.body
    assert exchange.sent.headers == entry.headers
    assert exchange.received is not None
    assert exchange.received.body == entry.reply
    assert exchange.sent.header("soapaction") == '"http://www.marketo.com/mktows/syncLead"'
    assert exchange.sent.header("content-type") == "text/xml; charset=utf-8"
    assert stages == [stage for stage in Stage if stage not in {Stage.HOLDING, Stage.SECURING}]
    assert outcome.written is Written.YES


ANSWERED: dict[str, Written] = {
    "as-usual": Written.YES,
    "slow=0.01": Written.YES,
    "slow-after-write=0.01": Written.YES,
    "drip=0": Written.YES,
    "gzip": Written.YES,
    "chunked": Written.YES,
    "huge=300": Written.YES,
    "failed": Written.NO,
    "unknown-status": Written.UNKNOWN,
    "extra-elements": Written.YES,
    "kinds-of-nothing": Written.YES,
    "other-namespace": Written.YES,
    "fault-without-detail": Written.UNKNOWN,
    "fault-with-cause": Written.UNKNOWN,
}
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
    "not-xml": (Kind.NOT_SOAP, Written.UNKNOWN),
    "empty": (Kind.NOT_SOAP, Written.UNKNOWN),
    "retired": (Kind.RETIRED, Written.NO),
    "cut-after-write": (Kind.CUT_OFF, Written.UNKNOWN),
    "never-after-write": (Kind.ANSWER_TIMEOUT, Written.UNKNOWN),
    "cut-in-headers": (Kind.CUT_OFF, Written.UNKNOWN),
    "cut-in-body": (Kind.CUT_OFF, Written.UNKNOWN),
    "truncated": (Kind.BROKEN_XML, Written.UNKNOWN),
}


def test_no_scenario_is_forgotten() -> None:
    assert {name.partition("=")[0] for name in (*ANSWERED, *NOT_ANSWERED, *FAULTS)} == set(names(Door.SOAP))


@pytest.mark.parametrize("name", ANSWERED)
def test_odd_answer_is_still_an_answer(connect: Connect, server: PracticeServer, name: str) -> None:
    server.next(name)
    outcome = connect().send(CALL, no_report)
    assert isinstance(outcome, Answered), outcome
    assert outcome.written is ANSWERED[name]
    assert outcome.exchange.received is not None
    assert outcome.exchange.received.body == server.journal[-1].reply
    if name == "extra-elements":
        assert isinstance(outcome.answer, Synced)
        assert Extra("result/warnings/warning", "Something new") in outcome.answer.extras


@pytest.mark.parametrize("name", NOT_ANSWERED)
def test_no_answer_says_why(
    connect: Connect, server: PracticeServer, caplog: pytest.LogCaptureFixture, name: str
) -> None:
    server.next(name)
    outcome = connect(0.3 if name.startswith("never") else 3.0).send(CALL, no_report)
    assert isinstance(outcome, NotAnswered), outcome
    assert (outcome.failure.kind, outcome.written) == NOT_ANSWERED[name]
    assert outcome.exchange.left
    assert outcome.failure.status == outcome.exchange.status
    assert outcome.failure.place == server.endpoint.split("/")[2]
    assert len(server.journal) == 1, "it was sent again or elsewhere"
    if name == "cut-in-headers":
        caplog.clear()  # urllib3 complains about half a header


@pytest.mark.parametrize(
    "endpoint",
    [
        "",
        "nonsense",
        "ftp://127.0.0.1/",
        "https://",
        "https:///path",
        "https://[::1",
        "https://h:x/",
        "http://h:99999/",
    ],
)
def test_unusable_endpoint(elsewhere: Callable[[str], SoapTransport], endpoint: str) -> None:
    outcome = elsewhere(endpoint).send(CALL, no_report)
    assert isinstance(outcome, NotSent)
    assert failure_of(outcome) is Kind.ENDPOINT_UNUSABLE
    assert outcome.failure.place == endpoint


def test_endpoint_may_be_the_address_of_the_wsdl(server: PracticeServer, envelopes: EnvelopeBuilder) -> None:
    profile = profile_for(f" {server.endpoint}?WSDL\n", user_id=server.user_id)
    outcome = SoapTransport(profile, lambda: Secret(server.secret), envelopes, now).send(ListObjects(), no_report)
    assert isinstance(outcome, Answered)
    assert server.journal[-1].path == "/soap/mktows/3_1"


def test_never_in_the_clear_beyond_this_computer(elsewhere: Callable[[str], SoapTransport]) -> None:
    outcome = elsewhere("http://marketo.example/soap/mktows/3_1").send(CALL, no_report)
    assert isinstance(outcome, NotSent)
    assert failure_of(outcome) is Kind.PLAIN_HTTP
    assert outcome.exchange is not None
    assert b"paramsSyncLead" in outcome.exchange.sent.body


@pytest.mark.parametrize(
    ("trouble", "kind"),
    [
        (SecretError(SecretTrouble.LOCKED, "it is locked"), Kind.SECRET_LOCKED),
        (SecretError(SecretTrouble.REFUSED, "it said no"), Kind.SECRET_UNREADABLE),
        (KeyError("ours"), Kind.UNEXPECTED),
        (None, Kind.SECRET_MISSING),
    ],
)
def test_without_a_secret_nothing_is_sent(
    server: PracticeServer, envelopes: EnvelopeBuilder, trouble: Exception | None, kind: FailureKind
) -> None:
    def secret() -> Secret | None:
        if trouble is not None:
            raise trouble
        return None

    outcome = SoapTransport(profile_for(server.endpoint), secret, envelopes, now).send(CALL, no_report)
    assert isinstance(outcome, NotSent)
    assert failure_of(outcome) is kind
    assert server.journal == ()


@pytest.mark.parametrize("call", [SyncLead(marketo_id=2**31), GetLead(LookupKey.EMAIL, "a\0"), DescribeObject("\x1b")])
def test_unsendable_call_is_not_sent(connect: Connect, server: PracticeServer, call: Call) -> None:
    outcome = connect().send(call, no_report)
    assert isinstance(outcome, NotSent)
    assert failure_of(outcome) is Kind.REQUEST_INVALID
    assert outcome.failure.detail
    assert server.journal == ()


def test_slip_after_sending_does_not_say_unsent(connect: Connect) -> None:
    def slip(stage: Stage) -> None:
        if stage is Stage.READING:
            raise KeyError(stage)

    outcome = connect().send(CALL, slip)
    assert isinstance(outcome, NotAnswered)
    assert failure_of(outcome) is Kind.UNEXPECTED
    assert outcome.written is Written.UNKNOWN


def test_stop_while_marketo_thinks(connect: Connect, server: PracticeServer) -> None:
    server.next("never-after-write")
    transport, stages, ended = connect(PATIENCE), Stages(), list[Outcome]()
    sending = Thread(target=lambda: ended.append(transport.send(CALL, stages)))
    sending.start()
    stages.wait_for(Stage.WAITING)
    transport.abort()
    sending.join(1)
    assert isinstance(ended[0], NotAnswered)
    assert failure_of(ended[0]) is Kind.STOPPED
    assert ended[0].written is Written.UNKNOWN


def test_stop_before_sending(connect: Connect, server: PracticeServer) -> None:
    transport = connect()
    transport.abort()
    outcome = transport.send(CALL, no_report)
    assert isinstance(outcome, NotSent)
    assert failure_of(outcome) is Kind.STOPPED
    assert server.journal == ()


def test_whole_answer_counts_even_if_the_line_breaks_behind_it(
    connect: Connect, server: PracticeServer, elsewhere: Callable[[str], SoapTransport]
) -> None:
    connect().send(CALL, no_report)
    reply = server.journal[-1].reply
    head = b"HTTP/1.1 200 OK\r\nContent-Length: 99999\r\n\r\n"
    with ScriptedServer(answer(head + reply)) as scripted:
        outcome = elsewhere(scripted.url).send(CALL, no_report)
    assert isinstance(outcome, Answered)
    assert not outcome.exchange.complete
    assert outcome.written is Written.YES
    with ScriptedServer(begin(b"HTTP/1.1 200 OK\r\n\r\n" + reply)) as scripted:
        profile = replace(profile_for(scripted.url), answer_seconds=0.2)
        outcome = SoapTransport(profile, lambda: Secret("key"), EnvelopeBuilder(), now).send(CALL, no_report)
    assert isinstance(outcome, Answered)


@pytest.mark.parametrize("declaration", [b"", b'<?xml version="1.0" encoding="ISO-8859-1"?>'])
def test_an_answer_in_another_encoding_is_read_by_its_declaration_or_by_its_header(
    connect: Connect, server: PracticeServer, elsewhere: Callable[[str], SoapTransport], declaration: bytes
) -> None:
    connect().send(CALL, no_report)
    reply = server.journal[-1].reply.decode().partition("?>")[2].replace(">CTO<", ">Müller<").encode("latin-1")
    said = http(declaration + reply, "200 OK", "Content-Type: text/xml; charset=ISO-8859-1")
    with ScriptedServer(answer(said)) as scripted:
        outcome = elsewhere(scripted.url).send(CALL, no_report)
    assert isinstance(outcome, Answered)
    assert isinstance(outcome.answer, Synced)
    assert outcome.answer.record is not None
    assert value_of(outcome.answer.record, "Title").text == "Müller"


GONE_PAGE = b"<!DOCTYPE html><p>It has gone.<br>"


@pytest.mark.parametrize(
    ("status", "body", "kind"),
    [
        ("404 Not Found", GONE_PAGE, Kind.RETIRED),
        ("404 Not Found", b"", Kind.RETIRED),
        ("200 OK", GONE_PAGE, Kind.RETIRED),
        ("200 OK", b'{"requestId":"1","success":false,"errors":[{"code":"610","message":"Not here"}]}', Kind.RETIRED),
        ("200 OK", b"", Kind.NOT_SOAP),
        ("202 Accepted", b"OK", Kind.NOT_SOAP),
        ("200 OK", b"<Envelope><Body><successGetLead><result/></successGetLead></Body></Envelope>", Kind.NOT_SOAP),
        ("503 Busy", GONE_PAGE, Kind.GATEWAY),
        ("407 Who", GONE_PAGE, Kind.PROXY_LOGIN),
        ("511 Network Authentication Required", GONE_PAGE, Kind.SIGN_IN_PAGE),
    ],
)
def test_vendor_without_soap_is_retired(
    elsewhere: Callable[[str], SoapTransport],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path_factory: pytest.TempPathFactory,
    status: str,
    body: bytes,
    kind: FailureKind,
) -> None:
    """The vendor's own host, behind a proxy, as an office would reach it."""
    authority = trustme.CA()
    bundle = tmp_path_factory.mktemp("office") / "office.pem"
    authority.cert_pem.write_to_path(bundle)
    certificate = certificate_for(authority, "123-abc-456.mktoapi.com")

    def proxy(talk: Talk) -> None:
        talk.hear_head()
        talk.say(b"HTTP/1.1 200 Go\r\n\r\n")
        talk.secure(certificate)
        answer(http(body, status))(talk)

    with ScriptedServer(proxy) as scripted:
        monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(bundle))
        monkeypatch.setenv("https_proxy", f"http://127.0.0.1:{scripted.port}")
        outcome = elsewhere("https://123-ABC-456.mktoapi.com/soap/mktows/3_1").send(CALL, no_report)
    assert isinstance(outcome, NotAnswered)
    assert failure_of(outcome) is kind
    assert outcome.written is (Written.UNKNOWN if kind in {Kind.NOT_SOAP, Kind.GATEWAY} else Written.NO)


def office(port: int, user_name: str = "ada") -> Profile:
    """A profile far away, through a proxy of this computer."""
    proxy = ProxyChoice(kind=ProxyKind.MANUAL, host="127.0.0.1", port=port, user_name=user_name)
    return replace(profile_for("https://123-ABC-456.mktoapi.com/soap/mktows/3_1"), proxy=proxy)


def test_the_proxys_password_goes_to_the_proxy(envelopes: EnvelopeBuilder) -> None:
    def proxy(talk: Talk) -> None:
        talk.hear_head()
        talk.say(b"HTTP/1.1 407 Who\r\n\r\n")

    with ScriptedServer(proxy) as scripted:
        way = Way(proxy_password=lambda: Secret("pw"))
        transport = SoapTransport(office(scripted.port), lambda: Secret("key"), envelopes, now, way)
        assert failure_of(transport.send(CALL, no_report)) is Kind.PROXY_LOGIN
    assert b"Proxy-Authorization: Basic YWRhOnB3\r\n" in scripted.heard  # ada:pw


def test_a_locked_keyring_keeps_the_proxys_password_too(envelopes: EnvelopeBuilder) -> None:
    def locked() -> Secret | None:
        raise SecretError(SecretTrouble.LOCKED, "it is locked")

    way = Way(proxy_password=locked)
    outcome = SoapTransport(office(unused_port()), lambda: Secret("key"), envelopes, now, way).send(CALL, no_report)
    assert failure_of(outcome) is Kind.SECRET_LOCKED


def test_where_there_is_no_login_no_password_is_asked_for(server: PracticeServer, envelopes: EnvelopeBuilder) -> None:
    def never() -> Secret | None:
        raise AssertionError

    profile = profile_for(server.endpoint, user_id=f" {server.user_id}\n")
    transport = SoapTransport(profile, lambda: Secret(server.secret), envelopes, now, Way(proxy_password=never))
    assert isinstance(transport.send(ListObjects(), no_report), Answered), "spaces around a user id are left out"


def test_who_knows_the_systems_proxy_is_asked_and_who_watches_is_told(envelopes: EnvelopeBuilder) -> None:
    sights: list[Sight] = []
    asked: list[str] = []

    def system(url: str) -> str:
        asked.append(url)
        return f"http://127.0.0.1:{unused_port()}"

    way = Way(system_proxy=system, watch=sights.append)
    profile = replace(office(unused_port()), proxy=ProxyChoice())
    outcome = SoapTransport(profile, lambda: Secret("key"), envelopes, now, way).send(CALL, no_report)
    assert failure_of(outcome) is Kind.PROXY_UNREACHABLE
    assert asked == [profile.endpoint]
    assert isinstance(sights[0], Routed)


@pytest.mark.parametrize(
    ("status", "kind", "written"),
    [
        ("301 Moved Permanently", Kind.REDIRECTED, Written.NO),
        ("302 Found", Kind.REDIRECTED, Written.NO),
        ("303 See Other", Kind.SEE_OTHER, Written.UNKNOWN),  # for what came of the request: it may be done
        ("308 Permanent Redirect", Kind.REDIRECTED, Written.NO),
        ("304 Not Modified", Kind.HTTP_ERROR, Written.UNKNOWN),  # it leads nowhere else
        ("408 Request Timeout", Kind.HTTP_ERROR, Written.UNKNOWN),
        ("429 Too Many Requests", Kind.HTTP_ERROR, Written.NO),
        ("499 Client Closed Request", Kind.HTTP_ERROR, Written.UNKNOWN),
    ],
)
def test_only_what_was_surely_turned_away_is_called_not_written(
    elsewhere: Callable[[str], SoapTransport], status: str, kind: FailureKind, written: Written
) -> None:
    with ScriptedServer(answer(http(b"", status))) as server:
        outcome = elsewhere(server.url).send(CALL, no_report)
    assert failure_of(outcome) is kind
    assert outcome.written is written


@pytest.mark.parametrize(("status", "kind"), [("200 OK", Kind.BROKEN_XML), ("500 Oops", Kind.HTTP_ERROR)])
def test_an_answer_that_nobody_here_can_unpack_may_be_marketos(
    elsewhere: Callable[[str], SoapTransport], status: str, kind: FailureKind
) -> None:
    with ScriptedServer(answer(http(b"\x0b\x02\x80\x00", status, "Content-Encoding: br"))) as server:
        outcome = elsewhere(server.url).send(CALL, no_report)
    assert isinstance(outcome, NotAnswered)
    assert (outcome.failure.kind, outcome.written) == (kind, Written.UNKNOWN)
    assert ("it is packed as br" in outcome.failure.detail) is (kind is Kind.BROKEN_XML)


def test_a_call_that_only_reads_and_is_told_to_see_elsewhere_is_sent_away(
    elsewhere: Callable[[str], SoapTransport],
) -> None:
    with ScriptedServer(answer(http(b"", "303 See Other", "Location: /login"))) as server:
        outcome = elsewhere(server.url).send(ListObjects(), no_report)
    assert failure_of(outcome) is Kind.REDIRECTED


@pytest.mark.parametrize("head", [b"HTTP/2 200 OK\r\n", b"HTTP/1.1 200 OK\r\n" + b"X-More: 1\r\n" * 101])
def test_who_speaks_no_http_of_ours_did_not_break_the_line(
    elsewhere: Callable[[str], SoapTransport], head: bytes
) -> None:
    with ScriptedServer(answer(head + b"\r\n<html>")) as server:
        outcome = elsewhere(server.url).send(CALL, no_report)
    assert failure_of(outcome) is Kind.NOT_SOAP
    assert outcome.written is Written.UNKNOWN


def test_a_login_that_somebody_wrote_into_the_address_is_shown_nowhere(
    elsewhere: Callable[[str], SoapTransport],
) -> None:
    with ScriptedServer(answer(http(b"<html>", "404 Not Found"))) as server:
        outcome = elsewhere(server.url.replace("http://", "http://ada:canary@")).send(CALL, no_report)
    assert isinstance(outcome, NotAnswered)
    assert outcome.exchange.endpoint == server.url
    assert outcome.failure.place == f"127.0.0.1:{server.port}"
    gone = elsewhere(f"http://ada:canary@127.0.0.1:{unused_port()}/soap").send(CALL, no_report)
    assert failure_of(gone) is Kind.REFUSED
    assert "canary" not in repr((outcome, gone))
