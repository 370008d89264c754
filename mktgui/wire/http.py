"""One request: the exact bytes both ways, each stage timed, ended by a deadline or by the person."""

from collections.abc import Mapping
from contextlib import ExitStack, closing
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cache, partial
from typing import Any
from urllib.parse import urlsplit, urlunsplit

from urllib3 import BaseHTTPResponse, Timeout
from urllib3.exceptions import ProtocolError
from urllib3.util import Url, parse_url

from mktgui import __version__
from mktgui.domain.exchange import Exchange, Message, Stage
from mktgui.domain.outcome import Failure, FailureKind
from mktgui.domain.ports import Report
from mktgui.wire.alarm import AlarmClock
from mktgui.wire.connections import Recorder, connections_to
from mktgui.wire.kept import Kept, Open, place_of
from mktgui.wire.network import STRAIGHT, Network, ProxyUnusableError, Route, is_loopback
from mktgui.wire.rungs import Mistrusted, Routed, Watch, watch_nothing
from mktgui.wire.stranger import look_at_stranger
from mktgui.wire.tape import Tape
from mktgui.wire.trouble import kind_of
from mktgui.wire.trust import CaFileError, system_trust
from mktgui.wire.unpacking import Unpacker, UnpackError

CLOCK = AlarmClock()  # one for the program: it holds nothing but what is under way
LARGEST_BODY = 60 * 1024 * 1024  # bytes after decoding: more is no answer about one lead
_CHUNK = 64 * 1024
_PATIENCE_WITH_KEPT = 10.0  # seconds without a byte; then a new connection gets the time that is left
_WAITED_TOO_LONG = 408  # said unasked, and crosses the next request; that may then be made anew (RFC 9110, 15.5.9)
_WITH_BODY = {200, 500}  # what SOAP answers with
_MISTRUST = {FailureKind.TLS_UNTRUSTED, FailureKind.TLS_WRONG_NAME, FailureKind.TLS_EXPIRED}
# With a proxy on the way that did not pick up, these are said of the proxy.
_NOT_REACHED = {
    FailureKind.NAME_UNKNOWN,
    FailureKind.REFUSED,
    FailureKind.UNREACHABLE,
    FailureKind.CONNECT_TIMEOUT,
    FailureKind.PROXY_FAILED,
}


@dataclass(frozen=True, slots=True)
class Carried:
    """What became of a request. `failure` is None where a whole answer arrived, whatever its status."""

    exchange: Exchange
    failure: Failure | None


class Post:
    """Carries one request, a POST unless another method is named. `abort` may come from any thread, also before."""

    def __init__(self, largest_body: int = LARGEST_BODY, clock: AlarmClock = CLOCK, kept: Kept | None = None) -> None:
        self._largest, self._clock, self._kept = largest_body, clock, kept or Kept()
        self._tape: Tape | None = None
        self._stopped = False
        self._too_late = False

    def carry(  # noqa: PLR0913, PLR0917 - a request, the way it takes, and who wants to know of it
        self,
        network: Network,
        url: str,
        headers: Mapping[str, str],
        body: bytes,
        report: Report,
        watch: Watch = watch_nothing,
        *,
        method: str = "POST",
        within: float | None = None,
        goes_on: bool = False,
        may_repeat: bool = False,
    ) -> Carried:
        """Send it and take what comes. Raises nothing that the network can cause.

        `within` are the seconds that are left where it is one part of a call; the times of the network hold besides.
        Where the call `goes_on`, the connection is kept for the next request. Only what `may_repeat` itself without
        harm takes a kept one: that may be closed at the other end by then, and so it is sent once more over a new one.
        """
        seconds = network.connect_seconds + network.answer_seconds
        alarm = self._clock.set(seconds if within is None else min(seconds, within), self._give_up)
        asked = _Asked(method, url, headers, body, goes_on=goes_on, may_repeat=may_repeat)
        carried = self._carry(network, asked, report, watch)
        if _found_it_closed(carried) and not (self._stopped or self._too_late):
            carried = self._carry(network, asked, report, watch)
        alarm.cancel()
        return carried

    def abort(self) -> None:
        """Hang up: the socket is closed, and `carry` returns with STOPPED."""
        self._stopped = True
        if self._tape is not None:
            self._tape.hang_up()

    def _give_up(self) -> None:
        self._too_late = True
        if self._tape is not None:
            self._tape.hang_up()

    def _carry(self, network: Network, asked: "_Asked", report: Report, watch: Watch) -> Carried:
        started = datetime.now(UTC)
        tape = self._tape = Tape(report, watch)
        received = _Received()
        failure: Failure | None = None
        route = STRAIGHT
        try:
            if self._stopped:
                failure = Failure(kind=FailureKind.STOPPED)
            elif plain_and_far(asked.url):
                failure = Failure(kind=FailureKind.PLAIN_HTTP)
            else:
                route = network.route(asked.url)
                tape.saw(Routed(route.proxy))
                self._post(network, route, asked, received)
        except Exception as error:  # noqa: BLE001 - whatever it is, it must not hide whether the request had left
            failure = self._judge(error, route)
        if failure is not None and failure.kind in _MISTRUST and tape.watched:
            self._look_at_stranger(asked.url, route, network, watch)
        exchange = _exchange(asked, tape, received, started)
        if failure is not None:
            place = _place(failure.kind, asked.url, route, network)
            failure = replace(failure, place=place, status=exchange.status)
        return Carried(exchange, failure)

    def _post(self, network: Network, route: Route, asked: "_Asked", received: "_Received") -> None:
        tape = self._tape or Tape(lambda _: None)
        url = parse_url(asked.url)
        opened = self._kept.take(place_of(url, route), tape) if asked.may_repeat else None
        patience = network.answer_seconds if opened is None else min(network.answer_seconds, _PATIENCE_WITH_KEPT)
        opened = opened or _new_connections(network, route, url, tape)
        with ExitStack() as to_close:
            to_close.callback(opened.close)
            response = opened.connections.urlopen(
                asked.method,
                url.request_uri,
                asked.body or None,
                asked.all_headers(),
                timeout=Timeout(connect=network.connect_seconds, read=patience),
                retries=False,
                redirect=False,
                assert_same_host=False,
                preload_content=False,
                decode_content=False,
            )
            with closing(response):
                tape.enter(Stage.RECEIVING)
                received.take(response, self._largest, tape)
            if asked.goes_on and received.stays_open:
                to_close.pop_all()
                self._kept.keep(opened)

    def _judge(self, error: Exception, route: Route) -> Failure:
        kind = self._kind(error)
        tape = self._tape
        if kind is FailureKind.ANSWER_TIMEOUT and not (tape and tape.left):  # the slow one was TLS, or a proxy
            kind = FailureKind.CONNECT_TIMEOUT
        if kind in _NOT_REACHED and route.proxy and not (tape and tape.reached):
            kind = FailureKind.PROXY_UNREACHABLE
        return Failure(kind=kind, detail=f"{type(error).__name__}: {error}")

    def _kind(self, error: Exception) -> FailureKind:
        if self._stopped:
            return FailureKind.STOPPED
        own = next((kind for type_, kind in _OWN if isinstance(error, type_)), None)
        if own is not None:
            return own
        return FailureKind.ANSWER_TIMEOUT if self._too_late else kind_of(error)

    def _look_at_stranger(self, url: str, route: Route, network: Network, watch: Watch) -> None:
        tape = self._tape = Tape(lambda _: None)
        if not self._stopped:
            watch(Mistrusted(look_at_stranger(url, route, network, tape)))
        tape.let_go()


def _new_connections(network: Network, route: Route, url: Url, tape: Tape) -> Open:
    trust = cache(partial(system_trust, network.ca_file))
    if url.scheme == "https":
        trust()  # a file that cannot be used is told before anybody is called
    recorder = Recorder(tape)
    return Open(place_of(url, route), connections_to(url, route, recorder, trust), recorder)


class TooBigError(Exception):
    """The answer has more bytes than any answer about one lead can have."""


# What we raise ourselves on the way; what the libraries raise is in `trouble`.
_OWN = (
    (TooBigError, FailureKind.TOO_BIG),
    (CaFileError, FailureKind.CA_FILE_UNUSABLE),
    (ProxyUnusableError, FailureKind.PROXY_UNUSABLE),
    (UnpackError, FailureKind.CUT_OFF),
)


def _place(kind: FailureKind, url: str, route: Route, network: Network) -> str:
    """Where it went wrong."""
    if kind is FailureKind.CA_FILE_UNUSABLE:
        return network.ca_file
    return urlsplit(route.proxy if kind is FailureKind.PROXY_UNREACHABLE else _without_login(url)).netloc


def _without_login(url: str) -> str:
    """The address as it may be shown: a person may have written a password into a file of connections."""
    parts = urlsplit(url)
    return urlunsplit(parts._replace(netloc=parts.netloc.rpartition("@")[2])) if "@" in parts.netloc else url


class _Received:
    """The answer as far as it came."""

    def __init__(self) -> None:
        self.message: Message | None = None
        self.status: int | None = None
        self.complete = False
        self.stays_open = False

    def take(self, raw: BaseHTTPResponse, largest: int, tape: Tape) -> None:
        self.status = raw.status
        version = {10: "HTTP/1.0", 11: "HTTP/1.1"}.get(raw.version, "HTTP")
        line = f"{version} {raw.status} {raw.reason or ''}".rstrip()
        original: Any = raw._original_response  # type: ignore[attr-defined] # noqa: SLF001 - urllib3's own headers give one name one place and case
        packed = (raw.headers.get(name, "") for name in ("Content-Encoding", "Transfer-Encoding"))
        body, unpacker = bytearray(), Unpacker(",".join(packed))
        try:
            while chunk := raw.read1(_CHUNK, decode_content=False):  # `read` loses a part where the line breaks
                for piece in unpacker.feed(chunk):
                    body += piece
                    if len(body) > largest:
                        raise TooBigError
            # Without a length any end of the line looks like the end of the answer, even among the headers.
            unmarked = raw.length_remaining is None and not raw.chunked
            if unmarked and (tape.hung_up or (not body and self.status in _WITH_BODY)):
                raise ProtocolError("the line broke")
            self.complete, self.stays_open = True, not original.will_close
        finally:
            self.message = Message(line, tuple(original.getheaders()), bytes(body))


def _found_it_closed(carried: Carried) -> bool:
    """Whether it took a kept connection over which nothing came any more, or what is said before one is closed."""
    exchange = carried.exchange
    came = exchange.received is not None and exchange.status != _WAITED_TOO_LONG
    return exchange.went_on and not came


def plain_and_far(url: str) -> bool:
    """Whether this would go over the network readable by anybody: plain http to anything but this computer."""
    return urlsplit(url).scheme != "https" and not is_loopback(url)


@dataclass(frozen=True, slots=True)
class _Asked:
    """What is to be sent."""

    method: str
    url: str
    headers: Mapping[str, str]
    body: bytes
    goes_on: bool = False
    may_repeat: bool = False

    def all_headers(self) -> dict[str, str]:
        """With those that every request has, and those that say how long this one and its connection are."""
        every = {"User-Agent": f"mktgui/{__version__}", "Accept-Encoding": "gzip"} | dict(self.headers)
        if not self.goes_on:
            every["Connection"] = "close"
        if self.body:
            every["Content-Length"] = str(len(self.body))
        return every


def unsent(method: str, url: str, headers: Mapping[str, str], body: bytes) -> Exchange:
    """The exchange of a request that never got to the network: what would have been sent."""
    asked, tape = _Asked(method, url, headers, body), Tape(lambda _: None)
    return _exchange(asked, tape, _Received(), datetime.now(UTC))


def _exchange(asked: _Asked, tape: Tape, received: _Received, started: datetime) -> Exchange:
    return Exchange(
        endpoint=_without_login(asked.url),
        sent=_sent(asked, tape),
        left=tape.left,
        received=received.message,
        status=received.status,
        complete=received.complete,
        started=started,
        timings=tape.timings,
        secured=tape.secured,
    )


def _sent(asked: _Asked, tape: Tape) -> Message:
    """The request as it was handed to the network, or as it would have been."""
    head, parted, rest = tape.sent.partition(b"\r\n\r\n")
    if not parted:
        url = urlsplit(asked.url)
        target = (url.path or "/") + (f"?{url.query}" if url.query else "")
        return Message(f"{asked.method} {target} HTTP/1.1", tuple(asked.headers.items()), asked.body)
    line, *lines = head.decode("latin-1").split("\r\n")
    pairs = (one.partition(":") for one in lines)
    return Message(line, tuple((name, value.strip()) for name, _, value in pairs), rest)
