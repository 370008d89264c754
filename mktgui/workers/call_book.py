"""Counts the calls of every thread, and lets a read through only when Marketo's limits have room for it."""

from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from threading import Lock
from typing import TYPE_CHECKING

from mktgui.domain.limits import MARKETO, CountStore, Ledger, Limits, Tally, day_of, limits_for
from mktgui.domain.moment import Clock, Moment, this_moment

if TYPE_CHECKING:
    from datetime import date

Later = Callable[[Callable[[], None]], None]


class CallBook:
    """One for the whole program. Every method may be called on any thread; only `load` touches the disk.

    What has been counted is written by `later`, which does one chore after another on a thread of its own: the disk
    must not stand between a call and its answer.
    """

    def __init__(self, store: CountStore, later: Later, limits: Limits = MARKETO, clock: Clock = this_moment) -> None:
        self._store, self._later, self._limits, self._clock = store, later, limits, clock
        self._lock = Lock()
        self._ledgers: dict[str, Ledger] = {}
        self._to_store: dict[date, Counter[str]] = {}

    def load(self) -> None:
        """Look up what was counted before this run. For a worker thread."""
        day = day_of(self._clock())
        stored = self._store.read(day)
        with self._lock:
            for instance, total in stored.items():
                self._ledgers[instance] = self._ledger(instance).with_stored(day, total)

    def tally(self, instance: str) -> Tally:
        """How things stand."""
        with self._lock:
            return self._ledger(instance).tally(self._clock())

    def take(self, instance: str) -> Moment:
        """Count a call that leaves now, whatever the limits say: for writes, which are never held back in silence."""
        with self._lock:
            return self._count(instance)

    def take_turn(self, instance: str) -> Moment | float:
        """Count a call where there is room for it; else give the seconds after which to ask again."""
        with self._lock:
            seconds = self._ledger(instance).seconds_to_wait(self._clock())
            return seconds if seconds > 0 else self._count(instance)

    def settle(self, instance: str, made: Moment, *, left: bool) -> None:
        """The call counted at that moment has ended. Where nothing of it left this computer, it does not count."""
        with self._lock:
            if not left:
                self._ledgers[instance] = self._ledger(instance).without_call(made)
                return
            self._to_store.setdefault(day_of(made), Counter())[instance] += 1
        self._later(self._store_counts)

    def _count(self, instance: str) -> Moment:
        now = self._clock()
        self._ledgers[instance] = self._ledger(instance).with_call(now)
        return now

    def _ledger(self, instance: str) -> Ledger:
        return self._ledgers.get(instance) or Ledger(limits_for(instance, self._limits))

    def _store_counts(self) -> None:
        """What could not be written is tried again after the next call."""
        with self._lock:
            waiting, self._to_store = self._to_store, {}
        today = day_of(self._clock())
        calls = waiting.get(today)  # those of yesterday interest nobody any more
        if not calls:
            return
        totals: dict[str, int] = {}
        with suppress(OSError):
            totals = dict(self._store.add(today, calls))
        with self._lock:
            if not totals:
                self._to_store.setdefault(today, Counter()).update(calls)
            for instance, total in totals.items():
                ledger = self._ledger(instance)
                self._ledgers[instance] = ledger.with_stored(today, total, of_them_own=calls[instance])
