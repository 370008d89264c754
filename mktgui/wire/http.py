"""One POST: the exact bytes both ways, each stage timed, ended by a deadline or by the person."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from ipaddress import ip_address
from threading import Timer
from urllib.parse import urlsplit

import requests
from requests.utils import get_environ_proxies

from mktgui import __version__
from mktgui.domain.exchange import Exchange, Message, Stage
from mktgui.domain.outcome import Failure, FailureKind
from mktgui.domain.ports import Report
from mktgui.wire.adapter import RecordingAdapter
from mktgui.wire.tape import Tape
from mktgui.wire.trouble import kind_of

LARGEST_BODY = 60 * 1024 * 1024  # bytes after decoding: more is no answer about one lead
_CHUNK = 64 * 1024


@dataclass(frozen=True, slots=True)
class Carried:
    """What became of a POST. `failure` is None where a whole answer arrived, whatever its status."""

    exchange: Exchange
    failure: Failure | None


class Post:
    """Carries one POST. `abort` may come from any thread, also before."""

    def __init__(self, connect_seconds: float, answer_seconds: float, largest_body: int = LARGEST_BODY) -> None:
        self._connect_seconds, self._answer_seconds, self._largest = connect_seconds, answer_seconds, largest_body
        self._tape: Tape | None = None
        self._stopped = False
        self._too_late = False

    def carry(self, url: str, headers: Mapping[str, str], body: bytes, report: Report) -> Carried:
        """Send it and take what comes. Raises nothing that the network can cause."""
        started = datetime.now(UTC)
        tape = self._tape = Tape(report)
        received = _Received()
        watch = Timer(self._connect_seconds + self._answer_seconds, self._give_up)
        watch.daemon = True
        watch.start()
        kind: FailureKind | None = None
        detail = ""
        try:
            if self._stopped:
                kind = FailureKind.STOPPED
            elif plain_and_far(url):
                kind = FailureKind.PLAIN_HTTP
            else:
                self._post(tape, url, headers, body, received)
        except Exception as error:  # noqa: BLE001 - whatever it is, it must not hide whether the request had left
            kind, detail = self._judge(error), f"{type(error).__name__}: {error}"
        finally:
            watch.cancel()
            tape.let_go()
        exchange = _exchange(url, headers, body, tape, received, started)
        failure = (
            Failure(kind=kind, detail=detail, place=urlsplit(url).netloc, status=exchange.status) if kind else None
        )
        return Carried(exchange, failure)

    def abort(self) -> None:
        """Hang up: the socket is closed, and `carry` returns with STOPPED."""
        self._stopped = True
        if self._tape is not None:
            self._tape.hang_up()

    def _give_up(self) -> None:
        self._too_late = True
        if self._tape is not None:
            self._tape.hang_up()

    def _post(self, tape: Tape, url: str, headers: Mapping[str, str], body: bytes, received: "_Received") -> None:
        with requests.Session() as session:
            session.trust_env = False  # no .netrc; proxies are asked for by name below
            session.headers.clear()
            adapter = RecordingAdapter(tape)
            session.mount("https://", adapter)
            session.mount("http://", adapter)
            response = session.post(
                url,
                data=body,
                headers={
                    "User-Agent": f"mktgui/{__version__}",
                    "Accept-Encoding": "gzip",
                    **headers,
                    "Connection": "close",
                },
                timeout=(self._connect_seconds, self._answer_seconds),
                allow_redirects=False,
                stream=True,
                proxies={} if _is_loopback(url) else dict(get_environ_proxies(url)),
                hooks={"response": lambda *_args, **_more: tape.enter(Stage.RECEIVING)},
            )
            received.take(response, self._largest)

    def _judge(self, error: Exception) -> FailureKind:
        if self._stopped:
            return FailureKind.STOPPED
        if isinstance(error, TooBigError):
            return FailureKind.TOO_BIG
        if self._too_late:
            left = self._tape is not None and self._tape.left
            return FailureKind.ANSWER_TIMEOUT if left else FailureKind.CONNECT_TIMEOUT
        return kind_of(error)


class TooBigError(Exception):
    """The answer has more bytes than any answer about one lead can have."""


class _Received:
    """The answer as far as it came."""

    def __init__(self) -> None:
        self.message: Message | None = None
        self.status: int | None = None
        self.complete = False

    def take(self, response: requests.Response, largest: int) -> None:
        raw = response.raw
        self.status = response.status_code
        version = {10: "HTTP/1.0", 11: "HTTP/1.1"}.get(raw.version, "HTTP")
        line = f"{version} {raw.status} {raw.reason or ''}".rstrip()
        headers = tuple((name, value) for name, value in raw.headers.iteritems())
        body = bytearray()
        try:
            for chunk in raw.stream(_CHUNK, decode_content=True):
                body += chunk
                if len(body) > largest:
                    raise TooBigError
            self.complete = True
        finally:
            self.message = Message(line, headers, bytes(body))


def plain_and_far(url: str) -> bool:
    """Whether this would go over the network readable by anybody: plain http to anything but this computer."""
    return urlsplit(url).scheme != "https" and not _is_loopback(url)


def _is_loopback(url: str) -> bool:
    host = urlsplit(url).hostname or ""
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def _exchange(  # noqa: PLR0913, PLR0917 - the parts of one value
    url: str, headers: Mapping[str, str], body: bytes, tape: Tape, received: _Received, started: datetime
) -> Exchange:
    return Exchange(
        endpoint=url,
        sent=_sent(url, headers, body, tape),
        left=tape.left,
        received=received.message,
        status=received.status,
        complete=received.complete,
        started=started,
        timings=tape.timings,
    )


def _sent(url: str, headers: Mapping[str, str], body: bytes, tape: Tape) -> Message:
    """The request as it was handed to the network, or as it would have been."""
    head, parted, rest = tape.sent.partition(b"\r\n\r\n")
    if not parted:
        return Message(f"POST {urlsplit(url).path or '/'} HTTP/1.1", tuple(headers.items()), body)
    line, *lines = head.decode("latin-1").split("\r\n")
    pairs = (one.partition(":") for one in lines)
    return Message(line, tuple((name, value.strip()) for name, _, value in pairs), rest)
