"""The next request of a call goes over the connection of the one before, where it may; whatever becomes of that."""

import ssl
from collections.abc import Callable
from threading import Thread
from time import monotonic

import pytest

from mktgui.domain.exchange import Stage
from mktgui.domain.outcome import FailureKind
from mktgui.wire.http import Carried, Post
from mktgui.wire.kept import Kept
from mktgui.wire.network import Network
from tests.wire.scripted import PATIENCE, Script, ScriptedServer, Stages, Talk, http
from tests.wire.ways import timed

BODY = b"<a/>"
WROTE, READ = http(b"wrote"), http(b"read")


class Line:
    """A write and a reading back."""

    def __init__(self, url: str, network: Network | None = None) -> None:
        self.url, self.network = url, network or timed()
        self.kept = Kept()
        self.post, self.stages = Post(kept=self.kept), Stages()

    def write(self) -> Carried:
        return Post(kept=self.kept).carry(self.network, self.url, {}, BODY, Stages(), goes_on=True)

    def read(self) -> Carried:
        return self.post.carry(self.network, self.url, {}, b"", self.stages, method="GET", may_repeat=True)


def body_of(carried: Carried) -> bytes:
    assert carried.failure is None, carried.failure
    assert carried.exchange.received is not None
    return carried.exchange.received.body


def in_turn(*replies: bytes) -> Script:
    """Over one connection; after the last one it is hung up."""

    def script(talk: Talk) -> None:
        for reply in replies:
            talk.hear_request()
            talk.say(reply)

    return script


def each(*scripts: Script) -> Script:
    """One for each connection."""
    left = list(scripts)

    def script(talk: Talk) -> None:
        left.pop(0)(talk)

    return script


def test_the_reading_back_goes_over_the_connection_of_the_write() -> None:
    with ScriptedServer(in_turn(WROTE, READ)) as server:
        line = Line(server.url)
        wrote, read = line.write(), line.read()
        assert server.gone.wait(1)
    assert (body_of(wrote), body_of(read)) == (b"wrote", b"read")
    assert server.connections == 1
    assert "Connection" not in dict(wrote.exchange.sent.headers), "so it stays open"
    assert dict(read.exchange.sent.headers)["Connection"] == "close"
    assert bytes(server.heard).count(b"HTTP/1.1") == 2
    assert wrote.exchange.sent.body == BODY
    assert read.exchange.sent.start_line == "GET /soap/mktows/3_1 HTTP/1.1"
    assert line.stages == [Stage.SENDING, Stage.WAITING, Stage.RECEIVING]


def test_what_tls_agreed_on_is_known_of_both(certificate: ssl.SSLContext, trusted: None) -> None:
    with ScriptedServer(in_turn(WROTE, READ), certificate) as server:
        line = Line(server.url)
        wrote, read = line.write(), line.read()
    assert server.connections == 1
    assert wrote.exchange.secured is not None
    assert read.exchange.secured == wrote.exchange.secured


def reset(talk: Talk) -> None:
    """Answer the write, hear the reading back, and hang up without a word."""
    talk.hear_request()
    talk.say(WROTE)
    talk.hear_request()


@pytest.mark.parametrize("first", [in_turn(WROTE), reset], ids=["closed", "hung up on"])
def test_where_it_was_closed_meanwhile_a_new_one_is_made(first: Script) -> None:
    with ScriptedServer(each(first, in_turn(READ))) as server:
        line = Line(server.url)
        wrote, read = line.write(), line.read()
    assert (body_of(wrote), body_of(read)) == (b"wrote", b"read")
    assert server.connections == 2
    assert Stage.CONNECTING in [timing.stage for timing in read.exchange.timings]
    assert read.exchange.sent.start_line == "GET /soap/mktows/3_1 HTTP/1.1"
    assert read.exchange.sent.body == b""


def test_where_it_is_said_to_have_waited_too_long_a_new_one_is_made() -> None:
    """Balancers say so of a connection that nobody uses, and the next request may be on its way already."""
    late = http(b"", "408 Request Timeout", "Connection: close")
    with ScriptedServer(each(in_turn(WROTE, late), in_turn(READ))) as server:
        line = Line(server.url)
        wrote, read = line.write(), line.read()
    assert (body_of(wrote), body_of(read)) == (b"wrote", b"read")
    with ScriptedServer(each(in_turn(WROTE, late), in_turn(late))) as server:
        line = Line(server.url)
        line.write()
        assert line.read().exchange.status == 408
    assert server.connections == 2, "it is made anew once"


def test_where_nothing_comes_over_it_a_new_one_is_made() -> None:
    """A server of old may think that one request is all there is to a connection, and leave it open."""
    heard: list[Talk] = []

    def silent(talk: Talk) -> None:
        talk.hear_request()
        talk.say(WROTE)
        heard.append(Talk(talk.line.dup(), talk.server))  # stays open when the script has ended

    with ScriptedServer(each(silent, in_turn(READ))) as server:
        line = Line(server.url, timed(3.0, 0.2))
        line.write()
        read = line.read()
        assert body_of(read) == b"read"
        heard[0].line.close()


def test_a_write_never_takes_a_kept_one() -> None:
    with ScriptedServer(each(in_turn(WROTE), in_turn(WROTE))) as server:
        line = Line(server.url)
        line.write()
        line.write()
        line.kept.close()
    assert server.connections == 2


@pytest.mark.parametrize(
    "reply",
    [
        http(b"wrote", "200 OK", "Connection: close"),
        b"HTTP/1.1 200 OK\r\n\r\nwrote",
        b"HTTP/1.0 200 OK\r\nContent-Length: 5\r\n\r\nwrote",
    ],
    ids=["closed", "without a length", "of old"],
)
def test_an_answer_that_ends_the_connection_leaves_nothing_to_keep(reply: bytes) -> None:
    with ScriptedServer(each(in_turn(reply), in_turn(READ))) as server:
        line = Line(server.url)
        assert body_of(line.write()) == b"wrote"
        assert server.gone.wait(1)
        assert body_of(line.read()) == b"read"
    assert server.connections == 2


def test_a_broken_answer_leaves_nothing_to_keep() -> None:
    def broken(talk: Talk) -> None:
        talk.hear_request()
        talk.say(b"HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\nwro")

    with ScriptedServer(each(broken, in_turn(READ))) as server:
        line = Line(server.url)
        wrote = line.write()
        assert wrote.failure is not None
        assert wrote.failure.kind is FailureKind.CUT_OFF
        assert body_of(line.read()) == b"read"


def test_what_breaks_in_the_middle_is_not_asked_for_again() -> None:
    half = b"HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\nre"
    with ScriptedServer(in_turn(WROTE, half)) as server:
        line = Line(server.url)
        line.write()
        read = line.read()
    assert server.connections == 1
    assert read.failure is not None
    assert read.failure.kind is FailureKind.CUT_OFF
    assert read.exchange.received is not None
    assert read.exchange.received.body == b"re"


def test_stopped_while_the_reading_back_is_awaited() -> None:
    def waiting(talk: Talk) -> None:
        talk.hear_request()
        talk.say(WROTE)
        talk.hear_request()
        talk.wait_for_the_end()

    ended: list[Carried] = []
    with ScriptedServer(waiting) as server:
        line = Line(server.url, timed(PATIENCE, PATIENCE))
        line.write()
        thread = Thread(target=_and_keep(line.read, ended))
        thread.start()
        line.stages.wait_for(Stage.WAITING)
        began = monotonic()
        line.post.abort()
        thread.join(PATIENCE)
        assert monotonic() - began < 1
        assert server.gone.wait(1)
    assert server.connections == 1, "nothing is sent once more"
    assert ended[0].failure is not None
    assert ended[0].failure.kind is FailureKind.STOPPED


def _and_keep(carry: Callable[[], Carried], ended: list[Carried]) -> Callable[[], None]:
    return lambda: ended.append(carry())
