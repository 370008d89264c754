"""A transport whose calls are counted, and whose reads wait for their turn."""

from threading import Event

from mktgui.domain.calls import Call, writes
from mktgui.domain.exchange import Part, Stage
from mktgui.domain.moment import Moment
from mktgui.domain.outcome import Failure, FailureKind, NotSent, Outcome
from mktgui.domain.ports import Report, Transport
from mktgui.workers.call_book import CallBook


class CountedTransport:
    """Implements the port `Transport` around another one.

    A write goes at once, also beyond the limits: held back it might be sent when nobody expects it any more. The screen
    warns before it.
    """

    def __init__(self, transport: Transport, book: CallBook, instance: str) -> None:
        self._transport, self._book, self._instance = transport, book, instance
        self._aborted = Event()

    def send(self, call: Call, report: Report) -> Outcome:
        """Count it, and for a read wait first. Aborted while it waits it was not sent: that is known, so it is said."""
        made = self._book.take(self._instance) if writes(call) else self._wait(report)
        if made is None:
            return NotSent(call, Failure(kind=FailureKind.STOPPED))
        left = True
        try:
            outcome = self._transport.send(call, report)
            left = not isinstance(outcome, NotSent)
            self._count_others(outcome)
            return outcome
        finally:
            self._book.settle(self._instance, made, left=left)

    def _count_others(self, outcome: Outcome) -> None:
        """Over REST a call may take several requests, each of which Marketo counts but those for a token."""
        exchange = outcome.exchange
        for one in (*exchange.before, *exchange.after) if exchange else ():
            if one.left and one.part is not Part.TOKEN:
                self._book.settle(self._instance, self._book.take(self._instance), left=True)

    def abort(self) -> None:
        """Stop waiting, and hang up."""
        self._aborted.set()
        self._transport.abort()

    def _wait(self, report: Report) -> Moment | None:
        turn = self._book.take_turn(self._instance)
        if not isinstance(turn, Moment):
            report(Stage.HOLDING)
        while not isinstance(turn, Moment):
            if self._aborted.wait(turn):
                return None
            turn = self._book.take_turn(self._instance)
        return turn
