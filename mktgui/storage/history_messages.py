"""The messages of a call, masked and packed."""

import json
import zlib
from dataclasses import dataclass, replace
from datetime import datetime
from urllib.parse import urlsplit, urlunsplit

from mktgui.domain.exchange import CREDENTIAL_HEADERS, Exchange, Message, Stage, Timing
from mktgui.wire.redact import MASK, mask_body, mask_text

_LEVEL = 1  # of zlib: XML shrinks to a sixth, and 10 MB take 60 ms


@dataclass(frozen=True, slots=True)
class Packed:
    """A row of the table `message`. `head` is JSON; None for `received` where nothing came."""

    head: str
    sent: bytes
    received: bytes | None


def masked(exchange: Exchange) -> Exchange:
    """The same with stars in place of signature, user, tokens and credentials."""
    return replace(
        exchange,
        endpoint=_mask_address(exchange.endpoint),
        sent=_mask(exchange.sent),
        received=_mask(exchange.received) if exchange.received else None,
    )


def pack(exchange: Exchange) -> Packed:
    """Masks it first: there is no way to pack what is not masked."""
    exchange = masked(exchange)
    head = {
        "endpoint": exchange.endpoint,
        "left": exchange.left,
        "status": exchange.status,
        "complete": exchange.complete,
        "started": exchange.started.isoformat(),
        "timings": [[timing.stage.value, timing.seconds] for timing in exchange.timings],
        "sent": _head(exchange.sent),
        "received": _head(exchange.received) if exchange.received else None,
    }
    received = exchange.received.body if exchange.received else None
    return Packed(json.dumps(head), _packed(exchange.sent.body), None if received is None else _packed(received))


def unpack(packed: Packed) -> Exchange:
    """Back. Raises ValueError, KeyError, TypeError, zlib.error where it is spoiled."""
    head = json.loads(packed.head)
    received = head["received"]
    return Exchange(
        endpoint=head["endpoint"],
        sent=_message(head["sent"], packed.sent),
        left=head["left"],
        received=None if received is None or packed.received is None else _message(received, packed.received),
        status=head["status"],
        complete=head["complete"],
        started=datetime.fromisoformat(head["started"]),
        timings=tuple(Timing(Stage(stage), seconds) for stage, seconds in head["timings"]),
    )


def _mask(message: Message) -> Message:
    return Message(
        mask_text(message.start_line),
        tuple(
            (name, MASK if name.lower() in CREDENTIAL_HEADERS else mask_text(text)) for name, text in message.headers
        ),
        mask_body(message.body),
    )


def _mask_address(address: str) -> str:
    """Without a login: `https://user:password@host` is an address too."""
    try:
        url = urlsplit(address)
    except ValueError:  # brackets that are no address
        return mask_text(address)
    host = url.netloc.rpartition("@")[2]
    return mask_text(urlunsplit(url._replace(netloc=host)) if host != url.netloc else address)


def _head(message: Message) -> list[object]:
    return [message.start_line, message.headers]


def _message(head: list[object], body: bytes) -> Message:
    start_line, headers = head
    assert isinstance(headers, list), "written by _head"  # noqa: S101 - for the types
    return Message(str(start_line), tuple((str(name), str(text)) for name, text in headers), zlib.decompress(body))


def _packed(body: bytes) -> bytes:
    return zlib.compress(body, _LEVEL)
