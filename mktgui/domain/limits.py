"""How many calls Marketo allows, and how many of them this program has made (facts sheet 4.8 and 6.4).

Marketo counts the calls of every program that uses the same instance; here only our own are known.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import Protocol
from urllib.parse import urlsplit

from mktgui.domain.moment import Moment
from mktgui.domain.profile import Environment, Profile

# "12:00AM CST": taken by the letter, because whether the vendor's counter follows summer time is not documented.
_RESET_BEHIND_UTC = timedelta(hours=6)


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """`calls_in_window` within `window_seconds`, rolling. From the share `near` on it is time to say so.

    A call that comes after a full window is held for `spare_seconds` longer, because calls reach Marketo in other
    distances than those in which they left.
    """

    calls_a_day: int = 10_000
    calls_in_window: int = 100
    window_seconds: float = 20.0
    spare_seconds: float = 1.0
    near: float = 0.8


MARKETO = Limits()
MARKETO_REST = Limits(calls_a_day=50_000)  # usual; a contract may say less, or more (facts sheet 6.4 and 9.2)
_REST_HOST = ".mktorest.com"


class Nearness(StrEnum):
    """How near a limit is; where both are, the one that costs more time."""

    FREE = "free"
    WINDOW_NEAR = "window-near"
    DAY_NEAR = "day-near"
    WINDOW_FULL = "window-full"
    DAY_USED_UP = "day-used-up"


@dataclass(frozen=True, slots=True)
class Tally:
    """The calls of today and those of the last `Limits.window_seconds`."""

    today: int
    recent: int
    nearness: Nearness


@dataclass(frozen=True, slots=True)
class Ledger:
    """The calls to one Marketo. `stored` is what was read from the disk for the day, `own` came on top since then.

    `recent` are the moments of calls on the steady clock, oldest first.
    """

    limits: Limits = MARKETO
    day: date | None = None
    stored: int = 0
    own: int = 0
    recent: tuple[float, ...] = ()

    def with_call(self, now: Moment) -> "Ledger":
        """One call more."""
        ledger = self._on(day_of(now))
        return replace(ledger, own=ledger.own + 1, recent=(*self._held(now), now.steady))

    def without_call(self, made: Moment) -> "Ledger":
        """One call less: it turned out that nothing of the one made then has left this computer."""
        at = self.recent.index(made.steady) if made.steady in self.recent else len(self.recent)
        same_day = self.day == day_of(made)
        return replace(self, own=self.own - same_day, recent=self.recent[:at] + self.recent[at + 1 :])

    def with_stored(self, day: date, total: int, *, of_them_own: int = 0) -> "Ledger":
        """The disk says `total` for that day, and `of_them_own` of them are calls that were ours until now.

        The number never falls, also where the disk has forgotten it.
        """
        ledger = self if self.day is not None else replace(self, day=day)
        if ledger.day != day:
            return self
        return replace(ledger, stored=max(total, ledger.stored + of_them_own), own=ledger.own - of_them_own)

    def tally(self, now: Moment) -> Tally:
        """How things stand."""
        ledger = self._on(day_of(now))
        today = ledger.stored + ledger.own
        recent = len([one for one in self.recent if one > now.steady - self.limits.window_seconds])
        return Tally(today, recent, self._nearness(today, recent))

    def seconds_to_wait(self, now: Moment) -> float:
        """How long a call has to wait so that it does not come too soon after the others."""
        held, most = self._held(now), self.limits.calls_in_window
        if len(held) < most:
            return 0.0
        return held[len(held) - most] + self._held_seconds - now.steady

    @property
    def _held_seconds(self) -> float:
        return self.limits.window_seconds + self.limits.spare_seconds

    def _held(self, now: Moment) -> tuple[float, ...]:
        return tuple(one for one in self.recent if one > now.steady - self._held_seconds)

    def _on(self, day: date) -> "Ledger":
        return self if self.day == day else replace(self, day=day, stored=0, own=0)

    def _nearness(self, today: int, recent: int) -> Nearness:
        limits = self.limits
        for reached, nearness in (
            (today >= limits.calls_a_day, Nearness.DAY_USED_UP),
            (recent >= limits.calls_in_window, Nearness.WINDOW_FULL),
            (today >= limits.calls_a_day * limits.near, Nearness.DAY_NEAR),
            (recent >= limits.calls_in_window * limits.near, Nearness.WINDOW_NEAR),
        ):
            if reached:
                return nearness
        return Nearness.FREE


def day_of(now: Moment) -> date:
    """The day as the vendor counts it."""
    return (now.utc - _RESET_BEHIND_UTC).date()


def limits_for(instance: str, usual: Limits = MARKETO) -> Limits:
    """The limits of one Marketo: over REST more calls a day are allowed."""
    return replace(usual, calls_a_day=MARKETO_REST.calls_a_day) if instance.endswith(_REST_HOST) else usual


def instance_of(profile: Profile) -> str:
    """Whose limits a connection uses up: the host, so that two connections to one Marketo share them."""
    if profile.environment is Environment.PRACTICE:
        return Environment.PRACTICE.value
    try:
        return (urlsplit(profile.endpoint.strip()).hostname or "").lower()
    except ValueError:  # a bracket that is not closed: nothing will leave for there
        return ""


class CountStore(Protocol):
    """Keeps the number of calls of one day on the disk, by instance. For worker threads."""

    def read(self, day: date) -> Mapping[str, int]:
        """The calls of that day. Never raises: what cannot be read is nothing."""
        ...

    def add(self, day: date, calls: Mapping[str, int]) -> Mapping[str, int]:
        """Add to what is there for that day, and give what is there now. Raises OSError."""
        ...
