"""Connections that write on the tape: every byte of the request, none of a tunnel, trusted as the system trusts."""

import ssl
from collections.abc import Iterator
from contextlib import closing

import pytest
import trustme
from urllib3 import BaseHTTPResponse
from urllib3.exceptions import HTTPError, LocationParseError, NameResolutionError, NewConnectionError
from urllib3.util import parse_url

from mktgui.domain.exchange import Stage
from mktgui.domain.outcome import FailureKind
from mktgui.wire.connections import Recorder, connections_to
from mktgui.wire.network import STRAIGHT, ProxyUnusableError, Route
from mktgui.wire.rungs import Named, Proven, Reached, Sight, Tunnelled
from mktgui.wire.tape import Tape
from mktgui.wire.trouble import kind_of
from tests.wire.scripted import (
    Script,
    ScriptedServer,
    Stages,
    Talk,
    answer,
    certificate_for,
    crowded,
    http,
    unused_port,
)

PARTED = [Stage.CONNECTING, Stage.SENDING, Stage.WAITING]


class Line:
    """Connections and their tape."""

    def __init__(self) -> None:
        self.stages = Stages()
        self.tape = Tape(self.stages)

    def post(self, url: str, proxy: str = "", seconds: float | None = 3.0) -> BaseHTTPResponse:
        return post(self.tape, url, Route(proxy, "Basic d2hv") if proxy else STRAIGHT, seconds)

    def failing(self, url: str, proxy: str = "", seconds: float = 3.0) -> FailureKind:
        with pytest.raises((HTTPError, OSError)) as caught:
            self.post(url, proxy, seconds)
        return kind_of(caught.value)


def post(tape: Tape, url: str, route: Route = STRAIGHT, seconds: float | None = 3.0) -> BaseHTTPResponse:
    """Send a small body, and take the whole answer."""
    there = parse_url(url)
    with closing(connections_to(there, route, Recorder(tape))) as connections:
        return connections.urlopen(
            "POST", there.request_uri, b"<a/>", {"X-One": "1"}, timeout=seconds, retries=False, redirect=False
        )


@pytest.fixture
def line() -> Iterator[Line]:
    line = Line()
    yield line
    line.tape.let_go()


def test_tape_has_what_the_server_heard(line: Line) -> None:
    with ScriptedServer(answer(http(b"<b/>"))) as server:
        assert line.post(server.url).data == b"<b/>"
    assert line.tape.sent == bytes(server.heard)
    assert line.tape.sent.endswith(b"\r\n\r\n<a/>")
    assert line.stages == PARTED


def test_without_a_time_limit_too(line: Line) -> None:
    with ScriptedServer(answer(http(b"<b/>"))) as server:
        assert line.post(server.url, seconds=None).status == 200
    assert line.tape.left


def test_tape_has_the_clear_text_of_tls(line: Line, certificate: ssl.SSLContext, trusted: None) -> None:
    with ScriptedServer(answer(http(b"<b/>")), certificate) as server:
        assert line.post(server.url.replace("127.0.0.1", "localhost")).data == b"<b/>"
    assert line.tape.sent == bytes(server.heard)
    assert line.stages == [Stage.CONNECTING, Stage.SECURING, *PARTED[1:]]


def test_system_trust_counts_and_no_bundle(line: Line, certificate: ssl.SSLContext) -> None:
    with ScriptedServer(answer(http(b"<b/>")), certificate) as server:
        assert line.failing(server.url) is FailureKind.TLS_UNTRUSTED
    assert not line.tape.left
    assert server.heard == b""


def test_wrong_name_is_refused_though_the_authority_is_trusted(
    line: Line, authority: trustme.CA, trusted: None
) -> None:
    with ScriptedServer(answer(http(b"<b/>")), certificate_for(authority, "other.example")) as server:
        assert line.failing(server.url) is FailureKind.TLS_WRONG_NAME
    assert server.heard == b""


def through(certificate: ssl.SSLContext, reply: bytes = b"HTTP/1.1 200 Go\r\n\r\n") -> Script:
    """A proxy, and behind it the server."""

    def script(talk: Talk) -> None:
        talk.hear_head()
        talk.say(reply)
        talk.secure(certificate)
        answer(http(b"<b/>"))(talk)

    return script


def test_what_a_proxy_is_told_is_not_the_request(line: Line, certificate: ssl.SSLContext, trusted: None) -> None:
    with ScriptedServer(through(certificate)) as server:
        proxy = f"http://127.0.0.1:{server.port}"
        assert line.post("https://marketo.test/soap", proxy).data == b"<b/>"
    connect, _, rest = bytes(server.heard).partition(b"\r\n\r\n")
    assert connect.startswith(b"CONNECT marketo.test:443")
    assert b"Proxy-Authorization: Basic d2hv" in connect
    assert line.tape.sent == rest
    assert b"Proxy-Authorization" not in rest


def test_proxy_cannot_speak_for_the_server(line: Line, certificate: ssl.SSLContext) -> None:
    with ScriptedServer(through(certificate)) as server:
        kind = line.failing("https://marketo.test/soap", f"http://127.0.0.1:{server.port}")
    assert kind is FailureKind.TLS_UNTRUSTED
    assert not line.tape.left


def test_proxy_that_refuses_has_heard_no_request(line: Line, certificate: ssl.SSLContext, trusted: None) -> None:
    with ScriptedServer(through(certificate, b"HTTP/1.1 403 No\r\n\r\n")) as server:
        kind = line.failing("https://marketo.test/soap", f"http://127.0.0.1:{server.port}")
        line.tape.let_go()  # before Python 3.12 http.client leaves a file open on the line
        assert server.gone.wait(1)
    assert kind is FailureKind.PROXY_FAILED
    assert not line.tape.left
    assert b"<a/>" not in server.heard


def test_each_way_of_not_connecting(line: Line) -> None:
    assert line.failing(f"http://127.0.0.1:{unused_port()}/") is FailureKind.REFUSED
    assert line.failing("https://no-such-host.invalid/") is FailureKind.NAME_UNKNOWN
    with crowded() as port:
        assert line.failing(f"http://127.0.0.1:{port}/", seconds=0.1) is FailureKind.CONNECT_TIMEOUT
    assert not line.tape.left


def test_name_that_cannot_be_one(line: Line) -> None:
    """The codec for names refuses it before anybody is asked."""
    with pytest.raises((NameResolutionError, LocationParseError)):
        line.post(f"https://{'a' * 64}.example/")


def test_nothing_is_tried_twice(line: Line) -> None:
    with ScriptedServer(lambda talk: talk.hear_request()) as server:
        assert line.failing(server.url) is FailureKind.CUT_OFF
        assert server.gone.wait(1)
    assert server.connections == 1
    assert line.tape.sent.count(b"POST ") == 1


def test_hung_up_before_connecting(line: Line) -> None:
    line.tape.hang_up()
    with ScriptedServer(answer(http(b"<b/>"))) as server:
        line.failing(server.url)
    assert server.connections == 0
    assert not line.tape.left


def test_who_watches_sees_the_way_and_the_certificate(certificate: ssl.SSLContext, trusted: None) -> None:
    sights: list[Sight] = []
    tape = Tape(Stages(), sights.append)
    with ScriptedServer(through(certificate)) as server:
        post(tape, "https://marketo.test/soap", Route(f"http://127.0.0.1:{server.port}"))
    tape.let_go()
    assert [type(one) for one in sights] == [Named, Reached, Tunnelled, Proven]
    assert sights[:2] == [Named("127.0.0.1", ("127.0.0.1",)), Reached("127.0.0.1")]
    assert isinstance(sights[3], Proven)
    assert "marketo.test" in sights[3].certificate.names
    assert sights[3].version.startswith("TLSv1.")


def test_a_proxy_that_speaks_tls_is_trusted_by_the_same_rule(line: Line, certificate: ssl.SSLContext) -> None:
    with ScriptedServer(through(certificate), certificate) as server:
        assert line.failing("https://marketo.test/soap", f"https://127.0.0.1:{server.port}") is FailureKind.PROXY_FAILED
    assert server.heard == b""


def test_hung_up_while_tls_is_about_to_begin(certificate: ssl.SSLContext) -> None:
    def hang_up(stage: Stage) -> None:
        if stage is Stage.SECURING:
            tape.hang_up()

    tape = Tape(hang_up)
    with ScriptedServer(answer(http(b"<b/>")), certificate) as server:
        with pytest.raises(NewConnectionError):
            post(tape, server.url)
        tape.let_go()
        assert server.gone.wait(1)
    assert server.heard == b""


def test_proxy_whose_address_cannot_be_one(line: Line) -> None:
    with pytest.raises(ProxyUnusableError):
        line.post("https://marketo.test/soap", "http://a b:8080")
