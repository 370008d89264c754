"""Rings when the time for something is up. One thread serves all: to start one takes longer than to send a call."""

from collections.abc import Callable
from dataclasses import dataclass, field
from heapq import heappop, heappush
from threading import Condition, Thread
from time import monotonic

Ring = Callable[[], None]
"""Called on the thread of the clock, so it must not block. Raises nothing."""


@dataclass(order=True, slots=True)
class Alarm:
    """One that was set, to be cancelled once it is not wanted any more."""

    at: float
    ring: Ring | None = field(compare=False)

    def cancel(self) -> None:
        """Let it not ring. Where it rings this very moment, that is not waited for."""
        self.ring = None


class AlarmClock:
    """Thread-safe. Its thread is a daemon, and is started when the first alarm is set."""

    def __init__(self) -> None:
        self._alarms: list[Alarm] = []  # a heap; one that was cancelled stays until its time
        self._changed = Condition()
        self._thread: Thread | None = None

    def set(self, seconds: float, ring: Ring) -> Alarm:
        """Ring after that time, at once for none or less."""
        alarm = Alarm(monotonic() + seconds, ring)
        with self._changed:
            heappush(self._alarms, alarm)
            if self._thread is None:
                self._thread = Thread(target=self._watch, name="alarm-clock", daemon=True)
                self._thread.start()
            elif self._alarms[0] is alarm:  # else it wakes up before that anyway
                self._changed.notify()
        return alarm

    def _watch(self) -> None:
        while True:
            ring = self._next().ring
            if ring is not None:
                ring()
            del ring  # an idle thread must not keep the last one's objects alive

    def _next(self) -> Alarm:
        """The next one whose time is up."""
        with self._changed:
            while True:
                left = self._alarms[0].at - monotonic() if self._alarms else None
                if left is not None and left <= 0:
                    return heappop(self._alarms)
                self._changed.wait(left)
