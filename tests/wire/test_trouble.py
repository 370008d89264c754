"""Each thing a network can do has one word, found however deep the libraries have wrapped it."""

import socket
import ssl
from http.client import BadStatusLine, HTTPException, IncompleteRead, RemoteDisconnected, UnknownProtocol

import pytest
import trustme
from urllib3 import HTTPConnectionPool, PoolManager, Timeout
from urllib3.connection import HTTPConnection
from urllib3.exceptions import (
    ConnectTimeoutError,
    DecodeError,
    HTTPError,
    InvalidHeader,
    LocationParseError,
    MaxRetryError,
    NameResolutionError,
    NewConnectionError,
    ProtocolError,
    ProxyError,
    ReadTimeoutError,
    SSLError,
)

from mktgui.domain.outcome import FailureKind
from mktgui.wire.trouble import kind_of, redirection
from tests.wire.scripted import ScriptedServer, answer, certificate_for, crowded, http, unused_port

Kind = FailureKind
POOL = HTTPConnectionPool("marketo.test")
CONNECTION = HTTPConnection("marketo.test")
AWAY = OSError("Tunnel connection failed: 503 Service Unavailable")
LOGIN = OSError("Tunnel connection failed: 407 Proxy Authentication Required")


def retried(reason: Exception) -> Exception:
    """As a library may wrap it: an argument of an argument."""
    return ProtocolError("aborted", MaxRetryError(POOL, "/soap", reason))


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        (MaxRetryError(POOL, "/soap", ProxyError("no", AWAY)), Kind.PROXY_FAILED),
        (retried(ProxyError("no", ConnectionRefusedError())), Kind.PROXY_FAILED),
        (retried(ProxyError("no", NameResolutionError("proxy", CONNECTION, socket.gaierror()))), Kind.PROXY_FAILED),
        (retried(ProxyError("no", LOGIN)), Kind.PROXY_LOGIN),
        (retried(ProxyError("no", OSError("Tunnel connection failed: 401 Unauthorized"))), Kind.PROXY_LOGIN),
        (ProxyError("HTTPSConnectionPool(host='407-abc-407.mktoapi.com', port=4070)", AWAY), Kind.PROXY_FAILED),
        (retried(NameResolutionError("x", CONNECTION, socket.gaierror())), Kind.NAME_UNKNOWN),
        (socket.gaierror(socket.EAI_AGAIN, "later"), Kind.NAME_UNKNOWN),
        (retried(SSLError(ssl.SSLCertVerificationError())), Kind.TLS_UNTRUSTED),
        (retried(SSLError(ssl.SSLError(1, "WRONG_VERSION_NUMBER"))), Kind.TLS_FAILED),
        (retried(ConnectTimeoutError(CONNECTION, "late")), Kind.CONNECT_TIMEOUT),
        (ReadTimeoutError(POOL, "/", "late"), Kind.ANSWER_TIMEOUT),
        (retried(ProtocolError("aborted", TimeoutError())), Kind.ANSWER_TIMEOUT),
        (retried(NewConnectionError(CONNECTION, "no")), Kind.UNREACHABLE),
        (OSError(113, "No route to host"), Kind.UNREACHABLE),
        (LocationParseError("what"), Kind.ENDPOINT_UNUSABLE),
        (ProtocolError("aborted", ConnectionResetError()), Kind.CUT_OFF),
        (BrokenPipeError(), Kind.CUT_OFF),
        (ProtocolError("aborted", RemoteDisconnected("closed")), Kind.CUT_OFF),
        (ProtocolError("aborted", BadStatusLine("SSH-2.0")), Kind.NOT_SOAP),
        (ProtocolError("aborted", UnknownProtocol("HTTP/2")), Kind.NOT_SOAP),
        (ProtocolError("aborted", HTTPException("got more than 100 headers")), Kind.NOT_SOAP),
        (ProtocolError("aborted", IncompleteRead(b"")), Kind.CUT_OFF),
        (InvalidHeader("Content-Length contained multiple unmatching values (3, 5)"), Kind.NOT_SOAP),
        (DecodeError("gzip"), Kind.CUT_OFF),
        (KeyError("ours"), Kind.UNEXPECTED),
    ],
)
def test_each_has_its_word(error: Exception, kind: FailureKind) -> None:
    assert kind_of(error) is kind


def test_cause_and_context_are_looked_at() -> None:
    outer = ProtocolError()
    outer.__cause__ = NewConnectionError(CONNECTION, "no")
    outer.__cause__.__context__ = ConnectionRefusedError()
    assert kind_of(outer) is Kind.REFUSED


def test_circle_comes_to_an_end() -> None:
    first, second = KeyError("a"), KeyError("b")
    first.__context__, second.__cause__ = second, first
    assert kind_of(first) is Kind.UNEXPECTED


def really(url: str, ca: str | None = None) -> FailureKind:
    """What plain urllib3 raises there, in our word."""
    timeout = Timeout(connect=0.2, read=0.2)
    with PoolManager(ca_certs=ca) as manager, pytest.raises(HTTPError) as caught:
        manager.request("GET", url, timeout=timeout, retries=False)
    return kind_of(caught.value)


def test_real_errors(authority: trustme.CA) -> None:
    assert really(f"http://127.0.0.1:{unused_port()}/") is Kind.REFUSED
    assert really("http://no-such-host.invalid/") is Kind.NAME_UNKNOWN
    with crowded() as port:
        assert really(f"http://127.0.0.1:{port}/") is Kind.CONNECT_TIMEOUT
    with ScriptedServer(lambda talk: talk.wait_for_the_end()) as server:
        assert really(server.url) is Kind.ANSWER_TIMEOUT
    with ScriptedServer(lambda talk: talk.hear_something()) as server:
        assert really(server.url) is Kind.CUT_OFF
    with ScriptedServer(lambda talk: talk.say(http(b"plain"))) as server:
        assert really(server.url.replace("http:", "https:")) is Kind.TLS_FAILED


def test_real_certificates(authority: trustme.CA) -> None:
    with authority.cert_pem.tempfile() as bundle:
        for names, kind in (("other.example", Kind.TLS_WRONG_NAME), ("10.0.0.1", Kind.TLS_WRONG_NAME)):
            with ScriptedServer(answer(b""), certificate_for(authority, names)) as server:
                assert really(server.url, bundle) is kind
                assert really(server.url.replace("127.0.0.1", "localhost"), bundle) is kind
                assert really(server.url) is Kind.TLS_UNTRUSTED


@pytest.mark.parametrize("writes", [True, False])
@pytest.mark.parametrize("status", [301, 302, 305, 307, 308])
def test_who_says_to_ask_elsewhere_instead_has_done_nothing(status: int, *, writes: bool) -> None:
    assert redirection(status, writes=writes) is Kind.REDIRECTED


@pytest.mark.parametrize("status", [300, 303, 306, 310, 399])
def test_any_other_redirection_of_a_write_may_come_after_it(status: int) -> None:
    assert redirection(status, writes=True) is Kind.SEE_OTHER
    assert redirection(status, writes=False) is Kind.REDIRECTED


@pytest.mark.parametrize("status", [0, 200, 299, 304, 400, 3000])
def test_only_a_redirection_leads_elsewhere(status: int) -> None:
    assert redirection(status, writes=True) is redirection(status, writes=False) is None
