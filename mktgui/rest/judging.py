"""What an exchange of the REST API comes to: one of our values, or the reason why it is none."""

from collections.abc import Callable
from typing import TypeVar
from urllib.parse import urlsplit

from mktgui.domain.exchange import Exchange
from mktgui.domain.outcome import Failure, FailureKind
from mktgui.rest.jsontext import BrokenJsonError, NotJsonError
from mktgui.rest.requests import READS_BY_POST
from mktgui.wire.decoding import read_by_its_header
from mktgui.wire.sign_in import is_sign_in_page
from mktgui.wire.trouble import redirection
from mktgui.wire.unpacking import strange_packing

Kind = FailureKind
Value = TypeVar("Value")

_STATUSES = {
    407: Kind.PROXY_LOGIN,
    413: Kind.REQUEST_TOO_LARGE,
    414: Kind.QUERY_TOO_LONG,
    502: Kind.GATEWAY,
    503: Kind.GATEWAY,
    504: Kind.GATEWAY,
}
_GOOD = 2  # the first digit of HTTP's successes


def judged(exchange: Exchange, failure: Failure | None, read: Callable[[bytes], Value]) -> Value | Failure:
    """What came back, read, even where the line broke after its last byte; else why it cannot be.

    The status does not count where the body is a reply of Marketo's: it says more.
    """
    if exchange.received is None:
        return failure or Failure(kind=Kind.UNEXPECTED)
    try:
        return read(read_by_its_header(exchange.received))
    except (NotJsonError, BrokenJsonError) as error:
        return failure or failure_of(error, exchange)


def failure_of(error: NotJsonError | BrokenJsonError, exchange: Exchange) -> Failure:
    """What it was that answered, if it was not Marketo's REST API, or not whole."""
    body = exchange.received.body if exchange.received else b""
    packing = strange_packing(exchange.received) if exchange.received else ""
    if packing:
        error = BrokenJsonError(f"it is packed as {packing}")
    is_sign_in = exchange.status not in _STATUSES and is_sign_in_page(exchange.status, body)
    kind = Kind.SIGN_IN_PAGE if is_sign_in else _kind(error, exchange)
    return Failure(kind=kind, detail=str(error), place=place_of(exchange), status=exchange.status)


def place_of(exchange: Exchange) -> str:
    """Host and port."""
    return urlsplit(exchange.endpoint).netloc


def _kind(error: NotJsonError | BrokenJsonError, exchange: Exchange) -> FailureKind:
    status = exchange.status or 0
    if status in _STATUSES:
        return _STATUSES[status]
    elsewhere = redirection(status, writes=_may_write(exchange))
    if elsewhere is not None:
        return elsewhere
    if status // 100 != _GOOD:
        return Kind.HTTP_ERROR
    return Kind.BROKEN_JSON if isinstance(error, BrokenJsonError) else Kind.NOT_JSON


def _may_write(exchange: Exchange) -> bool:
    """By its first line: a long question is asked by POST too, and says there that it is one (facts sheet 6.3)."""
    line = exchange.sent.start_line
    return line.startswith("POST ") and READS_BY_POST not in line
