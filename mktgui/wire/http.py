"""One POST: the exact bytes both ways, each stage timed, ended by a deadline or by the person."""

from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from ipaddress import ip_address
from threading import Timer
from typing import Any
from urllib.parse import urlsplit

import requests
from requests.utils import get_environ_proxies
from urllib3.exceptions import ProtocolError

from mktgui import __version__
from mktgui.domain.exchange import Exchange, Message, Stage
from mktgui.domain.outcome import Failure, FailureKind
from mktgui.domain.ports import Report
from mktgui.wire.adapter import RecordingAdapter
from mktgui.wire.tape import Tape
from mktgui.wire.trouble import kind_of

LARGEST_BODY = 60 * 1024 * 1024  # bytes after decoding: more is no answer about one lead
_CHUNK = 64 * 1024
_WITH_BODY = {200, 500}  # what SOAP answers with


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
        # Without a session of requests: it would look into .netrc, and read the body of a redirect away.
        made = {"User-Agent": f"mktgui/{__version__}", "Accept-Encoding": "gzip", **headers, "Connection": "close"}
        request = requests.Request("POST", url, headers=made, data=body).prepare()
        with closing(RecordingAdapter(tape)) as adapter:
            response = adapter.send(
                request,
                stream=True,
                timeout=(self._connect_seconds, self._answer_seconds),
                proxies={} if _is_loopback(url) else dict(get_environ_proxies(url)),
            )
            with response:
                tape.enter(Stage.RECEIVING)
                received.take(response, self._largest, tape)

    def _judge(self, error: Exception) -> FailureKind:
        if self._stopped:
            return FailureKind.STOPPED
        if isinstance(error, TooBigError):
            return FailureKind.TOO_BIG
        kind = FailureKind.ANSWER_TIMEOUT if self._too_late else kind_of(error)
        asked = self._tape is not None and self._tape.left
        if kind is FailureKind.ANSWER_TIMEOUT and not asked:  # the slow one was TLS, or a proxy
            return FailureKind.CONNECT_TIMEOUT
        return kind


class TooBigError(Exception):
    """The answer has more bytes than any answer about one lead can have."""


class _Received:
    """The answer as far as it came."""

    def __init__(self) -> None:
        self.message: Message | None = None
        self.status: int | None = None
        self.complete = False

    def take(self, response: requests.Response, largest: int, tape: Tape) -> None:
        raw = response.raw
        self.status = response.status_code
        version = {10: "HTTP/1.0", 11: "HTTP/1.1"}.get(raw.version, "HTTP")
        line = f"{version} {raw.status} {raw.reason or ''}".rstrip()
        original: Any = raw._original_response  # noqa: SLF001 - urllib3's own headers give one name one place and case
        body = bytearray()
        try:
            while chunk := raw.read1(_CHUNK, decode_content=True):  # `read` loses a part where the line breaks
                body += chunk
                if len(body) > largest:
                    raise TooBigError
            # Without a length any end of the line looks like the end of the answer, even among the headers.
            unmarked = raw.length_remaining is None and not raw.chunked
            if unmarked and (tape.hung_up or (not body and self.status in _WITH_BODY)):
                raise ProtocolError("the line broke")
            self.complete = True
        finally:
            self.message = Message(line, tuple(original.getheaders()), bytes(body))


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
