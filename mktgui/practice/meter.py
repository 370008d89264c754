"""The limits of an instance: calls at once, in 20 seconds and in a day, whoever makes them (facts sheet 4.8, 6.4)."""

from collections import deque
from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from enum import StrEnum
from threading import Lock

_WINDOW = timedelta(seconds=20)
_CST = timezone(timedelta(hours=-6))  # the quota is reset at midnight there, summer or winter


class Limit(StrEnum):
    """What there is too much of."""

    AT_ONCE = "at-once"
    RATE = "rate"
    DAY = "day"


class OverLimitError(Exception):
    """One call too many."""

    def __init__(self, limit: Limit) -> None:
        super().__init__(limit)
        self.limit = limit


class Meter:
    """Counts the calls of an instance, SOAP and REST together. Thread-safe."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._recent: deque[datetime] = deque()
        self._today: tuple[str, int] = ("", 0)
        self._under_way = 0

    def enter(self, now: datetime, *, at_once: int, per_20_seconds: int, per_day: int) -> Callable[[], None]:
        """Count a call; what is returned has to be called when it is over. Raises OverLimitError, counting nothing."""
        with self._lock:
            if self._under_way >= at_once:
                raise OverLimitError(Limit.AT_ONCE)
            while self._recent and now - self._recent[0] > _WINDOW:
                self._recent.popleft()
            if len(self._recent) >= per_20_seconds:
                raise OverLimitError(Limit.RATE)
            day = now.astimezone(_CST).date().isoformat()
            calls = self._today[1] if self._today[0] == day else 0
            if calls >= per_day:
                raise OverLimitError(Limit.DAY)
            self._recent.append(now)
            self._today = (day, calls + 1)
            self._under_way += 1
        return self._leave

    def _leave(self) -> None:
        with self._lock:
            self._under_way -= 1
