"""The exact bytes are kept both ways, whatever the other end does, and every failure has its own word."""

import gzip
import ssl
from dataclasses import replace
from pathlib import Path
from time import monotonic

import pytest

from mktgui import __version__
from mktgui.domain.exchange import Stage
from mktgui.domain.outcome import FailureKind
from mktgui.wire.alarm import AlarmClock
from mktgui.wire.http import Carried, Post, plain_and_far, unsent
from mktgui.wire.kept import Kept
from mktgui.wire.network import Network
from mktgui.wire.rungs import Mistrusted, Named, Reached, Routed, Sight
from tests.wire.scripted import (
    Script,
    ScriptedServer,
    Stages,
    Talk,
    answer,
    begin,
    crowded,
    http,
    unused_port,
)
from tests.wire.ways import through, timed

HEADERS = {"Content-Type": "text/xml; charset=utf-8", "SOAPAction": '"http://www.marketo.com/mktows/syncLead"'}
BODY = '<?xml version="1.0"?>\n<a>ő &amp; 价格\r\n\t🦊]]&gt;</a>'.encode()
CLOCK = AlarmClock()  # of these tests: the thread of the program's own may have begun where nothing is measured
PARTED = [Stage.CONNECTING, Stage.SENDING, Stage.WAITING, Stage.RECEIVING]


def carry(
    url: str, network: Network | None = None, post: Post | None = None, stages: Stages | None = None, body: bytes = BODY
) -> Carried:
    reports = stages if stages is not None else Stages()
    return (post or Post(clock=CLOCK)).carry(network or timed(), url, HEADERS, body, reports)


def kind_of(carried: Carried) -> FailureKind | None:
    return carried.failure.kind if carried.failure else None


def test_request_is_kept_as_it_arrived() -> None:
    with ScriptedServer(answer(http(b"<b/>"))) as server:
        exchange = carry(server.url).exchange
    head, _, body = bytes(server.heard).partition(b"\r\n\r\n")
    assert body == BODY
    assert exchange.sent.body == BODY
    assert exchange.sent.start_line == "POST /soap/mktows/3_1 HTTP/1.1"
    lines = [exchange.sent.start_line, *(f"{name}: {value}" for name, value in exchange.sent.headers)]
    assert head.decode("ascii") == "\r\n".join(lines)
    assert exchange.left
    assert exchange.endpoint == server.url
    wanted = {
        "Host": f"127.0.0.1:{server.port}",
        "User-Agent": f"mktgui/{__version__}",
        "Accept-Encoding": "gzip",
        **HEADERS,
        "Connection": "close",
        "Content-Length": str(len(BODY)),
    }
    assert dict(exchange.sent.headers) == wanted


def test_answer_is_kept_as_it_came() -> None:
    reply = http(b"<b>\r\n\xff\x00</b>", "200 Fine indeed", "x-ONE: 1", "X-Two:  2", "X-One: again")
    stages = Stages()
    with ScriptedServer(answer(reply)) as server:
        carried = carry(server.url, stages=stages)
    received = carried.exchange.received
    assert carried.failure is None
    assert received is not None
    assert received.start_line == "HTTP/1.1 200 Fine indeed"
    assert received.headers == (("x-ONE", "1"), ("X-Two", "2"), ("X-One", "again"), ("Content-Length", "11"))
    assert received.body == b"<b>\r\n\xff\x00</b>"
    assert carried.exchange.status == 200
    assert carried.exchange.complete
    assert stages == PARTED


def test_stages_are_timed() -> None:
    def late(talk: Talk) -> None:
        talk.hear_request()
        talk.server.may_go_on.wait(0.2)
        talk.say(http(b"late"))

    began = monotonic()
    with ScriptedServer(late) as server:
        exchange = carry(server.url).exchange
    took = monotonic() - began
    assert [timing.stage for timing in exchange.timings] == PARTED
    assert 0.15 < exchange.timings[2].seconds < took
    assert exchange.seconds <= took
    assert exchange.started.tzinfo is not None


@pytest.mark.parametrize(
    ("status", "body"),
    [
        ("500 Internal Server Error", b"<Fault/>"),
        ("503 Service Unavailable", b"<!DOCTYPE html><p>later<br>"),
        ("404 Not Found", b"no"),
        ("410 Gone", b""),
        ("200 OK", b"It works!\n"),
        ("401 Unauthorized", b"who"),
    ],
)
def test_every_whole_answer_is_an_answer(status: str, body: bytes) -> None:
    with ScriptedServer(answer(http(body, status))) as server:
        carried = carry(server.url)
    assert carried.failure is None
    assert carried.exchange.status == int(status[:3])
    assert carried.exchange.received is not None
    assert carried.exchange.received.start_line == f"HTTP/1.1 {status}"
    assert carried.exchange.received.body == body
    assert carried.exchange.complete


@pytest.mark.parametrize("status", ["301 Moved", "302 Found", "303 See Other", "307 Temporary", "308 Permanent"])
@pytest.mark.parametrize("location", ["/elsewhere", "http://[broken", "https://evil.example/"])
def test_redirect_is_not_followed_and_its_body_is_kept(status: str, location: str) -> None:
    with ScriptedServer(answer(http(b"<p>moved</p>", status, f"Location: {location}"))) as server:
        carried = carry(server.url)
    assert server.connections == 1
    assert carried.failure is None
    assert carried.exchange.received is not None
    assert carried.exchange.received.header("location") == location
    assert carried.exchange.received.body == b"<p>moved</p>"


def test_gzip_chunks_and_old_http_are_undone(caplog: pytest.LogCaptureFixture) -> None:
    packed = gzip.compress(b"<b>packed</b>")
    chunked = b"".join(f"{1:x}\r\n".encode() + bytes([byte]) + b"\r\n" for byte in packed) + b"0\r\n\r\n"
    replies = {
        "gzip": http(packed, "200 OK", "Content-Encoding: gzip"),
        "chunked": b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nd\r\n<b>packed</b>\r\n0\r\n\r\n",
        "both": b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n\r\n" + chunked,
        "packed on its way": b"HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, chunked\r\n\r\n" + chunked,
        "in two lines": b"HTTP/1.1 200\r\nTransfer-Encoding: gzip\r\nTransfer-Encoding: Chunked\r\n\r\n" + chunked,
        "with a length": http(chunked, "200 OK", "Transfer-Encoding: x-gzip , chunked"),
        "old": b"HTTP/1.0 200 OK\r\n\r\n<b>packed</b>",
        "old and packed": b"HTTP/1.0 200\r\nContent-Encoding: gzip\r\n\r\n" + packed,
    }
    for name, reply in replies.items():
        with ScriptedServer(answer(reply)) as server:
            carried = carry(server.url)
        assert carried.failure is None, name
        assert carried.exchange.received is not None, name
        assert carried.exchange.received.body == b"<b>packed</b>", name
        assert carried.exchange.received.start_line == reply.partition(b"\r\n")[0].decode(), name
    caplog.clear()  # urllib3 complains of a length beside chunks


def test_the_last_of_the_chunks_is_the_end_also_where_the_line_stays_open() -> None:
    head = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, chunked\r\n\r\n"
    packed = gzip.compress(b"<b>packed</b>")
    with ScriptedServer(begin(head + f"{len(packed):x}\r\n".encode() + packed + b"\r\n0\r\n\r\n")) as server:
        carried = carry(server.url, timed(3.0, 1.0))
    assert carried.failure is None
    assert carried.exchange.received is not None
    assert carried.exchange.received.body == b"<b>packed</b>"


def test_what_has_no_body_has_no_chunks() -> None:
    with ScriptedServer(begin(b"HTTP/1.1 204 Nothing\r\nTransfer-Encoding: gzip, chunked\r\n\r\n")) as server:
        carried = carry(server.url, timed(3.0, 1.0))
    assert carried.failure is None
    assert carried.exchange.complete


@pytest.mark.parametrize(
    ("reply", "kept"),
    [
        (b"", None),
        (b"HTTP/1.1 200 OK\r\nServer: x\r\n", b""),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n<half", b"<half"),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n<half\r\n5\r\n<o", b"<half<o"),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nno number\r\n", b""),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, chunked\r\n\r\n5\r\n<half\r\n5\r\n<o", b"<half<o"),
    ],
)
def test_broken_answer_keeps_what_came(reply: bytes, kept: bytes | None) -> None:
    with ScriptedServer(answer(reply)) as server:
        carried = carry(server.url)
    received = carried.exchange.received
    assert kind_of(carried) is FailureKind.CUT_OFF
    assert carried.exchange.left
    assert not carried.exchange.complete
    assert (None if received is None else received.body) == kept


@pytest.mark.parametrize("word", ["100 Continue", "102 Processing", "103 Early Hints\r\nLink: </x>"])
def test_what_is_said_before_the_answer_is_not_the_answer(word: str) -> None:
    reply = f"HTTP/1.1 {word}\r\n\r\n".encode() * 2 + http(b"<b>answer</b>")
    with ScriptedServer(answer(reply)) as server:
        carried = carry(server.url)
    assert carried.failure is None
    assert carried.exchange.status == 200
    assert carried.exchange.received is not None
    assert carried.exchange.received.body == b"<b>answer</b>"


def test_a_head_without_an_end_is_no_answer_of_marketos() -> None:
    with ScriptedServer(answer(b"HTTP/1.1 200 OK\r\nX: " + b"x" * 70_000 + b"\r\n\r\n")) as server:
        carried = carry(server.url)
    assert kind_of(carried) is FailureKind.NOT_SOAP
    assert carried.exchange.left


def test_a_packed_answer_that_is_damaged_keeps_what_came() -> None:
    packed = gzip.compress(b"A" * 300_000, compresslevel=0)
    reply = http(packed[:200_000] + b"\xff" * 100_000, "200 OK", "Content-Encoding: gzip")
    with ScriptedServer(answer(reply)) as server:
        carried = carry(server.url)
    assert kind_of(carried) is FailureKind.CUT_OFF
    assert carried.exchange.received is not None
    assert set(carried.exchange.received.body[:100_000]) == set(b"A")


def test_a_header_that_is_wrong_about_the_packing_costs_nothing() -> None:
    reply = http(b"<b>not packed</b>", "200 OK", "Content-Encoding: gzip")
    with ScriptedServer(answer(reply)) as server:
        carried = carry(server.url)
    assert carried.failure is None
    assert carried.exchange.received is not None
    assert carried.exchange.received.body == b"<b>not packed</b>"
    assert carried.exchange.received.header("content-encoding") == "gzip"


def test_somebody_who_does_not_speak_http() -> None:
    with ScriptedServer(answer(b"SSH-2.0-OpenSSH_9\r\n")) as server:
        carried = carry(server.url)
    assert kind_of(carried) is FailureKind.NOT_SOAP
    assert carried.exchange.left
    assert carried.exchange.received is None


def test_body_over_the_cap_is_given_up() -> None:
    bomb = gzip.compress(bytes(5_000_000))
    for reply in (http(bytes(5_000)), http(bomb, "200 OK", "Content-Encoding: gzip")):
        with ScriptedServer(answer(reply)) as server:
            carried = carry(server.url, post=Post(largest_body=1_000))
        assert kind_of(carried) is FailureKind.TOO_BIG
        assert carried.exchange.received is not None
        assert 1_000 < len(carried.exchange.received.body) <= 1_000 + 64 * 1024
    with ScriptedServer(answer(http(bytes(1_000)))) as server:
        assert carry(server.url, post=Post(largest_body=1_000)).failure is None


def test_silence_ends_by_the_answer_time() -> None:
    began = monotonic()
    with ScriptedServer(begin(b"")) as server:
        carried = carry(server.url, timed(3.0, 0.2))
        assert server.gone.wait(1)
    assert kind_of(carried) is FailureKind.ANSWER_TIMEOUT
    assert carried.exchange.left
    assert monotonic() - began < 1.5


def dripping(first: bytes) -> Script:
    def script(talk: Talk) -> None:
        talk.hear_head()
        talk.say(first)
        while not talk.server.may_go_on.wait(0.02):
            talk.say(b"-")

    return script


@pytest.mark.parametrize("first", [b"HTTP/1.1 200 OK\r\nX-", b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n"])
def test_dripping_ends_by_the_deadline(
    certificate: ssl.SSLContext, trusted: None, caplog: pytest.LogCaptureFixture, first: bytes
) -> None:
    """Each byte comes in time, and yet it has to end."""
    began = monotonic()
    with ScriptedServer(dripping(first), certificate) as server:
        carried = carry(server.url, timed(1.0, 0.3))
        assert server.gone.wait(1)
    assert monotonic() - began < 3
    assert kind_of(carried) is FailureKind.ANSWER_TIMEOUT
    assert not carried.exchange.complete
    assert carried.exchange.received is not None
    assert set(carried.exchange.received.body) == (set(b"-") if b"Length" in first else set())
    caplog.clear()  # urllib3 complains about the header


def test_dripping_proxy_is_a_connection_that_took_too_long(monkeypatch: pytest.MonkeyPatch) -> None:
    with ScriptedServer(dripping(b"HTTP/1.1 200 Go\r\nX-")) as server:
        monkeypatch.setenv("https_proxy", f"http://127.0.0.1:{server.port}")
        carried = carry("https://marketo.test/", timed(0.2, 0.3))
        assert server.gone.wait(1)
    assert kind_of(carried) is FailureKind.CONNECT_TIMEOUT
    assert not carried.exchange.left


def test_silent_tls_is_a_connection_that_took_too_long() -> None:
    def silent(talk: Talk) -> None:
        talk.wait_for_the_end()

    with ScriptedServer(silent) as server:
        carried = carry(server.url.replace("http:", "https:"), timed(0.2, 3.0))
        assert server.gone.wait(1)
    assert kind_of(carried) is FailureKind.CONNECT_TIMEOUT
    assert not carried.exchange.left


def test_never_sent_has_its_own_words() -> None:
    with crowded() as port:
        assert kind_of(carry(f"http://127.0.0.1:{port}/", timed(0.1, 3.0))) is FailureKind.CONNECT_TIMEOUT
    refused = carry(f"http://127.0.0.1:{unused_port()}/path?WSDL")
    assert kind_of(refused) is FailureKind.REFUSED
    assert not refused.exchange.left
    assert refused.exchange.received is None
    assert refused.exchange.sent.start_line == "POST /path?WSDL HTTP/1.1"
    assert refused.exchange.sent.headers == tuple(HEADERS.items())
    assert refused.exchange.sent.body == BODY
    assert kind_of(carry("https://no-such-host.invalid/")) is FailureKind.NAME_UNKNOWN
    assert kind_of(carry(f"https://{'a' * 64}.example/")) is FailureKind.NAME_UNKNOWN
    assert kind_of(carry("http://192.0.2.1/")) is FailureKind.PLAIN_HTTP


def test_plain_http_only_within_this_computer() -> None:
    near = ("http://localhost:1/", "http://127.0.0.1/", "http://127.8.8.8/", "http://[::1]:80/", "https://x.example/")
    far = ("http://x.example/", "http://10.0.0.1/", "http://localhost.example/", "ftp://x.example/", "x")
    assert [url for url in near if plain_and_far(url)] == []
    assert [url for url in far if not plain_and_far(url)] == []


def test_bug_of_ours_still_says_whether_it_left() -> None:
    def slip(stage: Stage) -> None:
        raise KeyError(stage)

    carried = Post().carry(timed(1.0, 1.0), "http://127.0.0.1/", HEADERS, BODY, slip)
    assert kind_of(carried) is FailureKind.UNEXPECTED
    assert not carried.exchange.left


def test_other_methods_and_addresses_with_a_query() -> None:
    with ScriptedServer(answer(http(b"{}"))) as server:
        url = f"http://127.0.0.1:{server.port}/rest?a=b%2Cc,d&e="
        got = Post().carry(timed(), url, {"Accept": "x"}, b"", Stages(), method="GET")
        posted = Post().carry(timed(), url, {"Accept": "x"}, b"", Stages())
    assert got.failure is None
    assert got.exchange.sent.start_line == "GET /rest?a=b%2Cc,d&e= HTTP/1.1"
    assert got.exchange.sent.header("Content-Length") == ""
    assert posted.exchange.sent.header("Content-Length") == "0"
    never = unsent("GET", url, {"Accept": "x"}, b"")
    assert (never.left, never.received, never.timings) == (False, None, ())
    assert (never.sent.start_line, never.sent.headers) == (got.exchange.sent.start_line, (("Accept", "x"),))


@pytest.mark.parametrize("within", [0.1, -1.0])
def test_what_is_one_part_of_a_call_has_only_the_time_that_is_left(within: float) -> None:
    began = monotonic()
    with ScriptedServer(begin(b"")) as server:
        carried = Post().carry(timed(3, 3), server.url, HEADERS, BODY, Stages(), within=within)
    assert monotonic() - began < 2
    assert kind_of(carried) in {FailureKind.ANSWER_TIMEOUT, FailureKind.CONNECT_TIMEOUT}


def test_a_connection_that_was_kept_and_has_been_closed_is_made_anew() -> None:
    kept = Kept()
    with ScriptedServer(answer(http(b"<b/>"))) as server:
        first = Post(kept=kept).carry(timed(), server.url, {}, BODY, Stages(), goes_on=True)
        second = Post(kept=kept).carry(timed(), server.url, {}, b"", Stages(), method="GET", may_repeat=True)
    assert (first.failure, second.failure) == (None, None)
    assert second.exchange.received is not None
    assert second.exchange.received.body == b"<b/>"
    assert server.connections == 2


def test_stopped_before_it_began() -> None:
    post = Post()
    post.abort()
    with ScriptedServer(answer(b"")) as server:
        carried = carry(server.url, post=post)
        assert kind_of(carried) is FailureKind.STOPPED
        assert server.connections == 0


def test_stopped_on_the_way() -> None:
    post = Post()

    def stop(stage: Stage) -> None:
        if stage is Stage.WAITING:
            post.abort()

    with ScriptedServer(begin(b"")) as server:
        carried = post.carry(timed(), server.url, HEADERS, BODY, stop)
        assert server.gone.wait(1)
    assert kind_of(carried) is FailureKind.STOPPED
    assert carried.exchange.left


def test_who_watches_is_told_who_was_not_trusted(certificate: ssl.SSLContext) -> None:
    sights: list[Sight] = []
    with ScriptedServer(answer(http(b"<b/>")), certificate) as server:
        carried = Post().carry(timed(), server.url, HEADERS, BODY, Stages(), sights.append)
    assert kind_of(carried) is FailureKind.TLS_UNTRUSTED
    assert [type(one) for one in sights] == [Routed, Named, Reached, Mistrusted]
    assert isinstance(sights[-1], Mistrusted)
    assert "marketo.test" in sights[-1].certificate.names
    assert server.connections == 2, "one to fail, one to look"
    assert server.heard == b""


def test_an_ordinary_call_does_not_look_at_strangers(certificate: ssl.SSLContext) -> None:
    with ScriptedServer(answer(http(b"<b/>")), certificate) as server:
        assert kind_of(carry(server.url)) is FailureKind.TLS_UNTRUSTED
    assert server.connections == 1


def test_what_is_set_wrong_is_told_before_anybody_is_called(tmp_path: Path) -> None:
    missing = replace(timed(), ca_file=str(tmp_path / "gone.pem"))
    carried = carry("https://marketo.test/", missing)
    assert carried.failure is not None
    assert (carried.failure.kind, carried.failure.place) == (FailureKind.CA_FILE_UNUSABLE, missing.ca_file)
    socks = replace(timed(), system_proxy=lambda _: "socks5://127.0.0.1")
    assert kind_of(carry("https://marketo.test/", socks)) is FailureKind.PROXY_UNUSABLE


def test_a_proxy_that_is_away_is_named() -> None:
    port = unused_port()
    carried = carry("https://marketo.test/", through(port))
    assert carried.failure is not None
    assert (carried.failure.kind, carried.failure.place) == (FailureKind.PROXY_UNREACHABLE, f"127.0.0.1:{port}")
    assert "Proxy-Authorization" not in repr(carried)
