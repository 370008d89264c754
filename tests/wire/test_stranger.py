"""Who was it? The certificate of somebody who is not trusted is looked at, and nothing is said to them."""

import ssl
from threading import Thread

import pytest
import trustme

from mktgui.wire.network import STRAIGHT, Route
from mktgui.wire.rungs import Certificate
from mktgui.wire.stranger import look_at_stranger
from mktgui.wire.tape import Tape
from tests.wire.scripted import PATIENCE, Script, ScriptedServer, Stages, Talk, certificate_for, unused_port
from tests.wire.ways import timed

FAR = "https://marketo.test/soap"


def look(url: str, proxy: str = "", seconds: float = 3.0, authorization: str = "") -> Certificate:
    tape = Tape(Stages())
    try:
        return look_at_stranger(url, Route(proxy, authorization) if proxy else STRAIGHT, timed(seconds), tape)
    finally:
        tape.let_go()


def listening(talk: Talk) -> None:
    talk.wait_for_the_end()


def tunnel(certificate: ssl.SSLContext, reply: bytes = b"HTTP/1.1 200 Go\r\nX: y\r\n\r\n") -> Script:
    def script(talk: Talk) -> None:
        talk.hear_head()
        talk.say(reply)
        talk.secure(certificate)
        talk.wait_for_the_end()

    return script


def test_the_certificate_is_read_and_nothing_is_said(certificate: ssl.SSLContext) -> None:
    with ScriptedServer(listening, certificate) as server:
        seen = look(server.url)
        assert server.gone.wait(PATIENCE)
    assert seen.issuer.startswith("trustme")
    assert "Testing CA #" in seen.issuer
    assert set(seen.names) == {"localhost", "127.0.0.1", "marketo.test"}
    assert seen.expires is not None
    assert server.heard == b""


def test_also_behind_a_proxy_with_its_login(certificate: ssl.SSLContext) -> None:
    with ScriptedServer(tunnel(certificate)) as server:
        seen = look(FAR, f"http://127.0.0.1:{server.port}", authorization="Basic d2hv")
        look("https://[2001:db8::1]:8443/", f"http://127.0.0.1:{server.port}")
    assert "marketo.test" in seen.names
    first, second = bytes(server.heard).split(b"\r\n\r\n")[:2]
    assert first == b"CONNECT marketo.test:443 HTTP/1.1\r\nHost: marketo.test:443\r\nProxy-Authorization: Basic d2hv"
    assert second == b"CONNECT [2001:db8::1]:8443 HTTP/1.1\r\nHost: [2001:db8::1]:8443"


@pytest.mark.parametrize(
    "reply", [b"HTTP/1.1 407 Who\r\n\r\n", b"HTTP/1.1 502 No\r\n\r\n", b"nonsense\r\n\r\n", b"", b"x" * 70_000]
)
def test_a_proxy_that_does_not_open_the_way(reply: bytes) -> None:
    def script(talk: Talk) -> None:
        talk.hear_head()
        talk.say(reply)

    with ScriptedServer(script) as server:
        assert look(FAR, f"http://127.0.0.1:{server.port}") == Certificate()


def test_nothing_to_be_had() -> None:
    assert look(f"https://127.0.0.1:{unused_port()}/") == Certificate()
    assert look("https://no-such-host.invalid/") == Certificate()
    assert look("https://.bad/") == Certificate()
    assert look(FAR, "https://127.0.0.1:1") == Certificate()
    with ScriptedServer(listening) as server:
        assert look(server.url.replace("http:", "https:"), seconds=0.2) == Certificate()


def test_a_certificate_of_somebody_else_shows_whose(authority: trustme.CA) -> None:
    with ScriptedServer(listening, certificate_for(authority, "other.example")) as server:
        assert look(server.url).names == ("other.example",)


def test_it_can_be_given_up() -> None:
    tape = Tape(Stages())
    found: list[Certificate] = []
    with ScriptedServer(listening) as server:
        url = server.url.replace("http:", "https:")
        thread = Thread(target=lambda: found.append(look_at_stranger(url, STRAIGHT, timed(PATIENCE), tape)))
        thread.start()
        while not server.connections:
            thread.join(0.01)
        tape.hang_up()
        thread.join(1)
        tape.let_go()
    assert found == [Certificate()]
