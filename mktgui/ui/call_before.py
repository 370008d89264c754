"""The call that was shown before the present one, kept to be compared with it: a big one packed, on a thread."""

import zlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from mktgui.domain.exchange import Exchange, Message
from mktgui.workers.runner import Runner

AS_IT_IS = 2 * 1024 * 1024  # bytes of both bodies; what is bigger is packed
MOST_PACKED = 8 * 1024 * 1024  # bytes; what does not become smaller than that is not kept: XML shrinks to a sixth

_LEVEL = 1  # of zlib: 10 MB take 60 ms


@dataclass(frozen=True, slots=True)
class PackedCall:
    """A call without its bodies, and those packed; `received` is None where nothing came."""

    call: Exchange
    sent: bytes
    received: bytes | None


class CallBefore(QObject):
    """One for an exchange view."""

    changed = Signal()
    """Whether it is there may be otherwise now."""

    def __init__(self, runner: Runner) -> None:
        super().__init__()
        self._runner = runner
        self._kept: Exchange | PackedCall | None = None
        self._number = 0  # of the call that is awaited
        self.is_too_big = False

    @property
    def is_there(self) -> bool:
        """Whether there is one to compare with."""
        return self._kept is not None

    def put(self, exchange: Exchange) -> None:
        """Keep this one, and none that was kept before. A big one is there a moment later."""
        self._number += 1
        self.is_too_big = False
        alone = replace(exchange, before=(), after=())
        if size_of(exchange) <= AS_IT_IS:
            self._kept = alone
            return
        self._kept = None
        self._runner.run(partial(pack, alone)).finished.connect(partial(self._take, self._number))

    def give(self, take: Callable[[Exchange], None]) -> None:
        """Have it taken, at once or a moment later; not where it has gone by then."""
        if isinstance(self._kept, Exchange):
            take(self._kept)
        elif self._kept is not None:
            job = self._runner.run(partial(unpack, self._kept))
            job.finished.connect(partial(self._hand_over, self._number, take))

    def _take(self, number: int, packed: PackedCall | None) -> None:
        if isValid(self) and number == self._number:
            self._kept, self.is_too_big = packed, packed is None
            self.changed.emit()

    def _hand_over(self, number: int, take: Callable[[Exchange], None], exchange: Exchange) -> None:
        if isValid(self) and number == self._number:
            take(exchange)


def size_of(exchange: Exchange) -> int:
    """Bytes of both bodies."""
    return len(exchange.sent.body) + (len(exchange.received.body) if exchange.received is not None else 0)


def pack(exchange: Exchange) -> PackedCall | None:
    """For a worker thread; None where it stays too big."""
    sent, received = exchange.sent, exchange.received
    packed = PackedCall(
        replace(exchange, sent=_without_body(sent), received=_without_body(received) if received else None),
        zlib.compress(sent.body, _LEVEL),
        zlib.compress(received.body, _LEVEL) if received else None,
    )
    return packed if len(packed.sent) + len(packed.received or b"") <= MOST_PACKED else None


def unpack(packed: PackedCall) -> Exchange:
    """For a worker thread: the call as it was."""
    call, received = packed.call, packed.call.received
    if received is not None and packed.received is not None:
        received = replace(received, body=zlib.decompress(packed.received))
    return replace(call, sent=replace(call.sent, body=zlib.decompress(packed.sent)), received=received)


def _without_body(message: Message) -> Message:
    return replace(message, body=b"")
