"""A real proxy between here and a server with a certificate of the office's own: both settings have to combine."""

import ssl
from datetime import UTC, datetime
from pathlib import Path

import pytest
import trustme

from mktgui.domain.outcome import FailureKind
from mktgui.domain.proxy import ProxyChoice, ProxyKind
from mktgui.wire.http import Post
from mktgui.wire.network import Network
from mktgui.wire.rungs import Mistrusted, Proven, Reached, Routed, Sight, Tunnelled
from tests.wire.scripted import Script, ScriptedServer, Stages, Talk, answer, certificate_for, http, unused_port
from tests.wire.test_http import BODY, HEADERS, carry, kind_of
from tests.wire.tinyproxy import MARKETO, NAME, PASSWORD, tinyproxy
from tests.wire.ways import through

URL = f"https://{MARKETO}/soap/mktows/3_1"


def far_end(certificate: ssl.SSLContext) -> Script:
    """The next proxy, and Marketo behind it: no name of Marketo's is known on this computer."""

    def script(talk: Talk) -> None:
        talk.hear_head()
        talk.say(b"HTTP/1.1 200 Go\r\n\r\n")
        talk.secure(certificate)
        answer(http(b"<b/>"))(talk)

    return script


@pytest.fixture
def ca_file(authority: trustme.CA, tmp_path: Path) -> str:
    path = tmp_path / "office ca.pem"
    authority.cert_pem.write_to_path(path)
    return str(path)


def test_own_authority_through_a_proxy(tmp_path: Path, certificate: ssl.SSLContext, ca_file: str) -> None:
    sights: list[Sight] = []
    with ScriptedServer(far_end(certificate)) as server, tinyproxy(tmp_path, server.port) as port:
        carried = Post().carry(through(port, ca_file=ca_file), URL, HEADERS, BODY, Stages(), sights.append)
    assert carried.failure is None
    assert bytes(server.heard).endswith(BODY)
    assert [type(one) for one in sights if not isinstance(one, Routed)][1:] == [Reached, Tunnelled, Proven]
    assert sights[0] == Routed(f"http://127.0.0.1:{port}")


def test_the_proxy_of_the_environment_with_a_login(
    tmp_path: Path, certificate: ssl.SSLContext, trusted: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    with ScriptedServer(far_end(certificate)) as server, tinyproxy(tmp_path, server.port, login=True) as port:
        monkeypatch.setenv("https_proxy", f"http://{NAME}:p-w.1@127.0.0.1:{port}")
        assert carry(URL).failure is None


def test_login(tmp_path: Path, certificate: ssl.SSLContext, ca_file: str) -> None:
    with ScriptedServer(far_end(certificate)) as server, tinyproxy(tmp_path, server.port, login=True) as port:
        assert kind_of(carry(URL, through(port, ca_file=ca_file))) is FailureKind.PROXY_LOGIN
        assert kind_of(carry(URL, through(port, NAME, "wrong", ca_file))) is FailureKind.PROXY_LOGIN
        assert kind_of(carry(URL, through(port, NAME, "", ca_file))) is FailureKind.PROXY_LOGIN
        assert server.connections == 0
        assert carry(URL, through(port, NAME, PASSWORD, ca_file)).failure is None
    assert b"Proxy-Authorization" not in server.heard.partition(b"POST")[2]


def test_no_password_stands_in_what_is_told(tmp_path: Path) -> None:
    with tinyproxy(tmp_path, login=True) as port:
        carried = carry(URL, through(port, NAME, "s3cret"))
    assert "s3cret" not in repr(carried)


def test_who_inspects_is_seen_through_the_proxy(tmp_path: Path, certificate: ssl.SSLContext) -> None:
    sights: list[Sight] = []
    with ScriptedServer(far_end(certificate)) as server, tinyproxy(tmp_path, server.port) as port:
        carried = Post().carry(through(port), URL, HEADERS, BODY, Stages(), sights.append)
    assert kind_of(carried) is FailureKind.TLS_UNTRUSTED
    assert isinstance(sights[-1], Mistrusted)
    assert "Testing CA" in sights[-1].certificate.issuer
    assert b"POST" not in server.heard


def test_wrong_name_behind_the_proxy(tmp_path: Path, authority: trustme.CA, ca_file: str) -> None:
    with (
        ScriptedServer(far_end(certificate_for(authority, "other.example"))) as server,
        tinyproxy(tmp_path, server.port) as port,
    ):
        assert kind_of(carry(URL, through(port, ca_file=ca_file))) is FailureKind.TLS_WRONG_NAME


def test_the_proxy_finds_nobody(tmp_path: Path) -> None:
    with tinyproxy(tmp_path) as port:
        carried = carry("https://no-such-host.invalid/", through(port))
    assert kind_of(carried) is FailureKind.PROXY_FAILED
    assert carried.failure is not None
    assert "Tunnel connection failed: 5" in carried.failure.detail


def test_a_proxy_that_is_away_is_named() -> None:
    port = unused_port()
    carried = carry(URL, through(port))
    assert carried.failure is not None
    assert (carried.failure.kind, carried.failure.place) == (FailureKind.PROXY_UNREACHABLE, f"127.0.0.1:{port}")
    named = ProxyChoice(kind=ProxyKind.MANUAL, host="no-such-proxy.invalid")
    assert kind_of(carry(URL, Network(proxy=named))) is FailureKind.PROXY_UNREACHABLE


def test_a_proxy_that_speaks_tls_itself(certificate: ssl.SSLContext, ca_file: str) -> None:
    """Its certificate counts as much as that of the server."""

    def script(talk: Talk) -> None:
        talk.hear_head()
        talk.say(b"HTTP/1.1 502 No\r\n\r\n")

    with ScriptedServer(script, certificate) as server:
        named = f"https://127.0.0.1:{server.port}"
        refused = carry(URL, Network(ca_file=ca_file, system_proxy=lambda _: named))
        assert kind_of(refused) is FailureKind.PROXY_FAILED
        assert bytes(server.heard).startswith(b"CONNECT marketo.test:443")
        server.heard.clear()
        assert kind_of(carry(URL, Network(system_proxy=lambda _: named))) is FailureKind.PROXY_FAILED
        assert server.heard == b""


def test_a_number_of_ipv6_through_a_proxy(certificate: ssl.SSLContext, trusted: None) -> None:
    with ScriptedServer(far_end(certificate)) as server:
        carried = carry("https://[2001:db8::1]/soap", through(server.port))
    assert bytes(server.heard).startswith(b"CONNECT [2001:db8::1]:443 HTTP/1.")
    assert kind_of(carried) is FailureKind.TLS_WRONG_NAME


@pytest.mark.parametrize("named", ["socks5://proxy:1080", "http://", "http://proxy:x"])
def test_a_proxy_that_this_program_does_not_speak_to(named: str) -> None:
    carried = carry(URL, Network(system_proxy=lambda _: named))
    assert kind_of(carried) is FailureKind.PROXY_UNUSABLE
    assert not carried.exchange.left


def test_a_missing_or_bad_file_is_told_before_anybody_is_called(tmp_path: Path, certificate: ssl.SSLContext) -> None:
    bad = tmp_path / "bad.pem"
    bad.write_text("no certificate", "utf-8")
    with ScriptedServer(far_end(certificate)) as server:
        for path in (str(bad), str(tmp_path / "gone.pem"), str(tmp_path)):
            carried = carry(URL, through(server.port, ca_file=path))
            assert carried.failure is not None
            assert (carried.failure.kind, carried.failure.place) == (FailureKind.CA_FILE_UNUSABLE, path)
            assert not carried.exchange.left
        assert server.connections == 0
    with ScriptedServer(answer(http(b"<b/>"))) as plain:
        assert carry(plain.url, through(1, ca_file=str(bad))).failure is None, "the practice server has no TLS"


def test_an_expired_certificate_has_its_own_word(authority: trustme.CA, ca_file: str) -> None:
    old = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    issued = authority.issue_cert(
        "127.0.0.1", not_before=datetime(2020, 1, 1, tzinfo=UTC), not_after=datetime(2021, 1, 1, tzinfo=UTC)
    )
    issued.configure_cert(old)
    with ScriptedServer(answer(http(b"<b/>")), old) as server:
        carried = carry(server.url, Network(ca_file=ca_file, connect_seconds=3, answer_seconds=3))
    assert kind_of(carried) is FailureKind.TLS_EXPIRED
    assert server.heard == b""
