"""The messages of a call, masked and packed."""

import json
import zlib
from base64 import b64decode, b64encode
from dataclasses import dataclass, replace
from datetime import datetime
from urllib.parse import urlsplit, urlunsplit

from mktgui.domain.exchange import CREDENTIAL_HEADERS, Exchange, Message, Part, Secured, Stage, Timing
from mktgui.wire.redact import MASK, mask_body, mask_text

_LEVEL = 1  # of zlib: XML shrinks to a sixth, and 10 MB take 60 ms


@dataclass(frozen=True, slots=True)
class Packed:
    """A row of the table `message`. `head` is JSON and has the other exchanges of the call in it.

    `received` is None where nothing came.
    """

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
        before=tuple(masked(one) for one in exchange.before),
        after=tuple(masked(one) for one in exchange.after),
    )


def pack(exchange: Exchange) -> Packed:
    """Masks it first: there is no way to pack what is not masked."""
    return _pack(masked(exchange))


def _pack(exchange: Exchange) -> Packed:
    head: dict[str, object] = {
        "endpoint": exchange.endpoint,
        "left": exchange.left,
        "status": exchange.status,
        "complete": exchange.complete,
        "started": exchange.started.isoformat(),
        "timings": [[timing.stage.value, timing.seconds] for timing in exchange.timings],
        "sent": _head(exchange.sent),
        "received": _head(exchange.received) if exchange.received else None,
    }
    if exchange.secured is not None:
        head["secured"] = _secured_as_head(exchange.secured)
    if exchange.part is not Part.CALL:
        head["part"] = exchange.part.value
    for name, others in (("before", exchange.before), ("after", exchange.after)):
        if others:
            head[name] = [_as_text(_pack(one)) for one in others]
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
        secured=_secured(head["secured"]) if "secured" in head else None,
        part=Part(head.get("part", Part.CALL)),
        before=tuple(unpack(_from_text(one)) for one in head.get("before", ())),
        after=tuple(unpack(_from_text(one)) for one in head.get("after", ())),
    )


def _secured_as_head(secured: Secured) -> dict[str, str]:
    expires = secured.expires.isoformat() if secured.expires else ""
    return {
        "version": secured.version,
        "cipher": secured.cipher,
        "subject": secured.subject,
        "issuer": secured.issuer,
        "expires": expires,
    }


def _secured(head: dict[str, str]) -> Secured:
    expires = head["expires"]
    return Secured(
        version=head["version"],
        cipher=head["cipher"],
        subject=head["subject"],
        issuer=head["issuer"],
        expires=datetime.fromisoformat(expires) if expires else None,
    )


def _as_text(packed: Packed) -> list[str | None]:
    """The others of a call are small, and rare over SOAP, so they go into its head."""
    received = None if packed.received is None else b64encode(packed.received).decode("ascii")
    return [packed.head, b64encode(packed.sent).decode("ascii"), received]


def _from_text(texts: list[str | None]) -> Packed:
    head, sent, received = texts
    return Packed(str(head), b64decode(str(sent)), None if received is None else b64decode(received))


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
