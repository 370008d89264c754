"""TLS and proxies: nothing leaves towards somebody who is not trusted; a proxy is used where the system names one."""

import ssl
from datetime import UTC, datetime
from pathlib import Path

import pytest
import trustme

from mktgui.domain.exchange import Stage
from mktgui.domain.outcome import FailureKind
from tests.wire.scripted import ScriptedServer, Stages, Talk, answer, certificate_for, http, unused_port
from tests.wire.test_http import BODY, PARTED, carry, kind_of


def test_tls_is_carried_where_it_is_trusted(certificate: ssl.SSLContext, trusted: None) -> None:
    stages = Stages()
    with ScriptedServer(answer(http(b"<b/>")), certificate) as server:
        carried = carry(server.url, stages=stages)
    assert carried.failure is None
    assert bytes(server.heard).endswith(BODY)
    assert stages == [Stage.CONNECTING, Stage.SECURING, *PARTED[1:]]


def test_what_tls_agreed_on_is_kept(certificate: ssl.SSLContext, trusted: None) -> None:
    """From an ordinary call, which nobody watches."""
    with ScriptedServer(answer(http(b"<b/>")), certificate) as server:
        secured = carry(server.url).exchange.secured
    assert secured is not None
    assert secured.version == "TLSv1.3"
    assert secured.cipher.startswith("TLS_")
    assert "trustme" in secured.subject
    assert "trustme" in secured.issuer
    assert secured.expires is not None
    assert secured.expires > datetime.now(UTC)


def test_in_the_clear_and_before_a_stranger_there_is_nothing_agreed(certificate: ssl.SSLContext) -> None:
    with ScriptedServer(answer(http(b"<b/>"))) as server:
        assert carry(server.url).exchange.secured is None
    with ScriptedServer(answer(http(b"<b/>")), certificate) as server:
        assert carry(server.url).exchange.secured is None


def test_tls_that_is_not_trusted_gets_nothing(certificate: ssl.SSLContext) -> None:
    with ScriptedServer(answer(http(b"<b/>")), certificate) as server:
        carried = carry(server.url)
    assert kind_of(carried) is FailureKind.TLS_UNTRUSTED
    assert not carried.exchange.left
    assert server.heard == b""
    assert carried.failure is not None
    assert carried.failure.place == f"127.0.0.1:{server.port}"


def test_tls_in_another_name_gets_nothing(authority: trustme.CA, trusted: None) -> None:
    with ScriptedServer(answer(http(b"<b/>")), certificate_for(authority, "other.example")) as server:
        carried = carry(server.url)
    assert kind_of(carried) is FailureKind.TLS_WRONG_NAME
    assert server.heard == b""


def test_no_tls_at_the_other_end(trusted: None) -> None:
    def plain(talk: Talk) -> None:
        talk.hear_something()
        talk.say(http(b"this is plain", "400 Bad Request"))

    with ScriptedServer(plain) as server:
        carried = carry(server.url.replace("http:", "https:"))
    assert kind_of(carried) is FailureKind.TLS_FAILED
    assert not carried.exchange.left


def test_netrc_and_proxies_are_not_for_this_computer(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (home / ".netrc").write_text("machine 127.0.0.1 login someone password secret\n", "ascii")
    for name in ("http_proxy", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.setenv(name, f"http://127.0.0.1:{unused_port()}")
    with ScriptedServer(answer(http(b"<b/>"))) as server:
        carried = carry(server.url)
    assert carried.failure is None
    assert b"authorization" not in bytes(server.heard).lower()


@pytest.mark.parametrize(
    ("port", "login", "kind"),
    [(443, "", None), (443, "who:what@", None), (40_700, "", FailureKind.PROXY_FAILED)],
)
def test_proxy_of_the_environment_is_used(
    monkeypatch: pytest.MonkeyPatch, certificate: ssl.SSLContext, trusted: None, port: int, login: str, kind: object
) -> None:
    """The name need not be known here, and nothing about the tunnel counts as the request."""

    def proxy(talk: Talk) -> None:
        talk.hear_head()
        talk.say(b"HTTP/1.1 200 Go\r\n\r\n" if kind is None else b"HTTP/1.1 502 No\r\n\r\n")
        talk.server.asked.set()
        talk.secure(certificate)
        answer(http(b"<b/>"))(talk)

    with ScriptedServer(proxy) as server:
        monkeypatch.setenv("https_proxy", f"http://{login}127.0.0.1:{server.port}")
        carried = carry(f"https://marketo.test:{port}/soap")
    assert bytes(server.heard).startswith(f"CONNECT marketo.test:{port} HTTP/1.".encode())
    assert (b"Proxy-Authorization: Basic d2hvOndoYXQ=" in server.heard) == bool(login)
    assert kind_of(carried) is kind
    assert carried.exchange.left == (kind is None)
    assert carried.exchange.sent.start_line == "POST /soap HTTP/1.1"
    assert "Proxy-Authorization" not in dict(carried.exchange.sent.headers)


def test_proxy_that_wants_a_login_or_is_away(monkeypatch: pytest.MonkeyPatch) -> None:
    def proxy(talk: Talk) -> None:
        talk.hear_head()
        talk.say(b"HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n")

    with ScriptedServer(proxy) as server:
        monkeypatch.setenv("https_proxy", f"http://127.0.0.1:{server.port}")
        assert kind_of(carry("https://marketo.test/")) is FailureKind.PROXY_LOGIN
    away = carry("https://marketo.test/")
    assert kind_of(away) is FailureKind.PROXY_UNREACHABLE
    assert away.failure is not None
    assert away.failure.place == f"127.0.0.1:{server.port}"
    assert not away.exchange.left
