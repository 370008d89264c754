"""A moment on both clocks of a computer: the one that tells the date, and the one that nobody can set."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from time import monotonic


@dataclass(frozen=True, slots=True)
class Moment:
    """`utc` may jump when a person mends the clock; `steady` never does, but may stand still while a laptop sleeps."""

    utc: datetime
    steady: float

    def seconds_since(self, earlier: "Moment") -> float:
        """At least this long ago: the clock that ran further counts, so that no sleep makes anything last longer."""
        return max(self.steady - earlier.steady, (self.utc - earlier.utc).total_seconds())


Clock = Callable[[], Moment]


def this_moment() -> Moment:
    """Now."""
    return Moment(datetime.now(UTC), monotonic())
