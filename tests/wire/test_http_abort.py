"""Stop works at every stage and from any thread: the socket is closed, and the outcome says so."""

import ssl
from collections.abc import Callable
from threading import Event, Thread
from time import monotonic

import pytest

from mktgui.domain.exchange import Stage
from mktgui.domain.outcome import FailureKind
from mktgui.wire.http import Carried, Post
from tests.wire.scripted import (
    PATIENCE,
    Script,
    ScriptedServer,
    Stages,
    Talk,
    begin,
    connecting_to,
    crowded,
)
from tests.wire.test_http import BODY, carry, kind_of
from tests.wire.ways import timed

MUCH = bytes(40_000_000)  # more than both ends buffer, so that sending has to wait
HALF = b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n<half"


class Call:
    """One call on a thread of its own, given up by this one."""

    def __init__(self, url: str, body: bytes = BODY) -> None:
        self.post, self.stages = Post(), Stages()
        self._ended: list[Carried] = []
        self._patient, self._url, self._body = timed(PATIENCE, PATIENCE), url, body
        self._thread = Thread(target=self._carry)
        self._thread.start()

    def _carry(self) -> None:
        self._ended.append(carry(self._url, self._patient, self.post, self.stages, self._body))

    def stop(self) -> Carried:
        began = monotonic()
        self.post.abort()
        self._thread.join(PATIENCE)
        assert monotonic() - began < 1
        return self._ended[0]


def until(reached: Callable[[], bool]) -> None:
    """Look again and again; for what no event tells."""
    ends, never = monotonic() + PATIENCE, Event()
    while not reached():
        assert monotonic() < ends
        never.wait(0.005)


def deaf(talk: Talk) -> None:
    """Hears the head and then nothing, until the test has stopped the call."""
    talk.hear_head()
    talk.server.asked.set()
    talk.server.may_go_on.wait(PATIENCE)
    talk.wait_for_the_end()


def never_secured(talk: Talk) -> None:
    talk.hear_something()
    talk.wait_for_the_end()


@pytest.fixture(params=["clear", "TLS"])
def maybe_tls(request: pytest.FixtureRequest, certificate: ssl.SSLContext, trusted: None) -> ssl.SSLContext | None:
    return certificate if request.param == "TLS" else None


@pytest.mark.parametrize(
    ("script", "stage", "body"),
    [
        pytest.param(deaf, Stage.SENDING, MUCH, id="sending"),
        pytest.param(begin(b""), Stage.WAITING, BODY, id="waiting"),
        pytest.param(begin(b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n"), Stage.WAITING, BODY, id="among headers"),
        pytest.param(begin(HALF), Stage.RECEIVING, BODY, id="receiving"),
        pytest.param(begin(b"HTTP/1.1 200 OK\r\n\r\n<half"), Stage.RECEIVING, BODY, id="receiving without length"),
        pytest.param(
            begin(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n<half\r\n"),
            Stage.RECEIVING,
            BODY,
            id="receiving chunks",
        ),
    ],
)
def test_stop_closes_the_line(script: Script, stage: Stage, body: bytes, maybe_tls: ssl.SSLContext | None) -> None:
    with ScriptedServer(script, maybe_tls) as server:
        call = Call(server.url, body)
        assert server.asked.wait(PATIENCE)
        call.stages.wait_for(stage)
        carried = call.stop()
        server.may_go_on.set()
        assert server.gone.wait(1), "the server still has a line"
    assert kind_of(carried) is FailureKind.STOPPED
    assert carried.exchange.left
    assert not carried.exchange.complete
    assert carried.exchange.timings[-1].stage in {stage, Stage.WAITING, Stage.RECEIVING}
    if stage is Stage.RECEIVING:
        assert carried.exchange.received is not None
        assert carried.exchange.received.body in {b"<half", b""}  # as far as it had come when Stop was pressed


def test_stop_while_tls_begins() -> None:
    with ScriptedServer(never_secured) as server:
        call = Call(server.url.replace("http:", "https:"))
        assert server.asked.wait(PATIENCE)
        carried = call.stop()
        assert server.gone.wait(1)
    assert kind_of(carried) is FailureKind.STOPPED
    assert not carried.exchange.left
    assert carried.exchange.timings[-1].stage is Stage.SECURING


def test_stop_while_a_proxy_thinks(monkeypatch: pytest.MonkeyPatch) -> None:
    with ScriptedServer(never_secured) as server:
        monkeypatch.setenv("https_proxy", f"http://127.0.0.1:{server.port}")
        call = Call("https://marketo.test/")
        assert server.asked.wait(PATIENCE)
        carried = call.stop()
        assert server.gone.wait(1)
    assert kind_of(carried) is FailureKind.STOPPED
    assert not carried.exchange.left


def test_stop_while_connecting() -> None:
    with crowded() as port:
        before = connecting_to(port)
        call = Call(f"http://127.0.0.1:{port}/")
        until(lambda: connecting_to(port) > before)
        carried = call.stop()
        assert connecting_to(port) == before
    assert kind_of(carried) is FailureKind.STOPPED
    assert not carried.exchange.left
    assert call.stages == [Stage.CONNECTING]


@pytest.mark.parametrize("stage", [Stage.CONNECTING, Stage.SECURING, Stage.SENDING])
def test_stop_at_the_very_moment_a_stage_begins(certificate: ssl.SSLContext, trusted: None, stage: Stage) -> None:
    post = Post()

    def stop(reached: Stage) -> None:
        if reached is stage:
            post.abort()

    with ScriptedServer(begin(b""), certificate) as server:
        carried = post.carry(timed(), server.url, {}, BODY, stop)
        assert stage is Stage.CONNECTING or server.gone.wait(1)
    assert kind_of(carried) is FailureKind.STOPPED
    assert not carried.exchange.left
    assert server.heard == b""


def test_stop_afterwards_changes_nothing() -> None:
    post = Post()
    with ScriptedServer(begin(HALF + b"x" * 95)) as server:
        carried = carry(server.url, post=post)
        post.abort()
    assert carried.failure is None
    assert carried.exchange.complete


def test_many_calls_are_stopped_without_each_other() -> None:
    """Stop hangs up one call; the others go on."""
    with ScriptedServer(begin(b"")) as first, ScriptedServer(begin(HALF + b"x" * 95)) as second:
        stopped = Call(first.url)
        assert first.asked.wait(PATIENCE)
        carried = carry(second.url)
        assert carried.failure is None
        assert kind_of(stopped.stop()) is FailureKind.STOPPED
        assert first.gone.wait(1)
