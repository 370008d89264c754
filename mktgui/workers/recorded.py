"""A transport whose calls are kept in the history: before they leave, and when they have ended."""

import logging
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from typing import TypeVar
from uuid import uuid4

from mktgui.domain.calls import Call
from mktgui.domain.difference import PLAIN
from mktgui.domain.history import Begun, Ended, State
from mktgui.domain.history_port import HistoryError, HistoryProblem, HistoryStore
from mktgui.domain.outcome import Outcome, Written
from mktgui.domain.ports import Report, Transport
from mktgui.domain.recording import Context, begun_of, ended_of

Later = Callable[[Callable[[], None]], None]
Tell = Callable[[HistoryProblem], None]
Made = TypeVar("Made")

_log = logging.getLogger("mktgui.history")


def at_once(chore: Callable[[], None]) -> None:
    """For those who have no thread to spare."""
    chore()


class RecordedTransport:
    """Implements the port `Transport` around another one. History never makes a call fail.

    That it was is written on this thread before it leaves, so that it is there whatever comes. How it ended and the
    messages, which may be large, are written by `later`: the person hears of it first, and a call of which no ending is
    there has an unknown outcome. By then it can be found too, and before that where it takes its time. `tell` hears on
    either thread why something could not be kept.
    """

    def __init__(
        self,
        transport: Transport,
        store: HistoryStore,
        context: Context,
        tell: Tell,
        later: Later = at_once,
    ) -> None:
        self._transport, self._store, self._context = transport, store, context
        self._tell, self._later = tell, later

    def send(self, call: Call, report: Report) -> Outcome:
        """Keep it, send it, keep how it ended."""
        sent = self._context.sent
        entry_id = (sent.id if sent else "") or uuid4().hex
        begun = self._made(lambda context: begun_of(call, context, entry_id, _now()))
        keep(partial(self._store.begin, begun), self._tell)
        self._later(partial(keep, partial(self._store.describe, begun.id), self._tell))
        try:
            outcome = self._transport.send(call, report)
        except BaseException:
            unknown = Written.UNKNOWN if begun.may_write else Written.NO
            self._finish(begun, Ended(state=State.OUTCOME_UNKNOWN, written=unknown))
            raise
        self._later(partial(self._keep_ending, begun, outcome, _now()))
        if outcome.exchange is not None:
            self._later(partial(keep, partial(self._store.keep_messages, begun.id, outcome.exchange), self._tell))
        return outcome

    def abort(self) -> None:
        """Hang up."""
        self._transport.abort()

    def _made(self, make: Callable[[Context], Made]) -> Made:
        """By the call alone where what is known of it makes a slip: that a call was and how it ended is worth more."""
        try:
            return make(self._context)
        except Exception:  # noqa: BLE001 - see `keep`
            _log.exception("a call could not be told whole")
            return make(replace(self._context, sent=None, by=PLAIN))

    def _keep_ending(self, begun: Begun, outcome: Outcome, at: datetime) -> None:
        self._finish(begun, self._made(lambda context: ended_of(outcome, context, at)))

    def _finish(self, begun: Begun, ended: Ended) -> None:
        keep(partial(self._store.finish, begun, ended), self._tell)


def keep(act: Callable[[], None], tell: Tell) -> None:
    """Keep something of a call, whatever comes."""
    try:
        act()
    except HistoryError as error:
        tell(error.problem)
    except Exception:  # noqa: BLE001 - a slip in the history must not cost a person their call
        _log.exception("a call could not be kept")


def _now() -> datetime:
    """With the offset of this place."""
    return datetime.now(UTC).astimezone()
