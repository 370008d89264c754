"""The time zone of this computer, also for days on which it has another offset than today."""

import time
from datetime import UTC, datetime, timedelta, tzinfo


class Here(tzinfo):
    """Asks the system for each day: a fixed offset would be wrong for half of the year in most countries."""

    def utcoffset(self, moment: datetime | None) -> timedelta:
        """The offset on that day. What the system cannot tell (years far off) has today's winter offset."""
        usual = timedelta(seconds=-time.timezone)
        if moment is None:
            return usual
        try:
            return moment.replace(tzinfo=None).astimezone().utcoffset() or timedelta()
        except (OSError, OverflowError, ValueError):
            return usual

    def fromutc(self, moment: datetime) -> datetime:
        """The same moment on the clock of this computer. Raises OverflowError at the ends of the calendar."""
        try:
            local = moment.replace(tzinfo=UTC).astimezone()
        except (OSError, ValueError):
            return moment + timedelta(seconds=-time.timezone)
        return local.replace(tzinfo=self)

    def dst(self, moment: datetime | None) -> None:
        """None: the offset says it all."""

    def tzname(self, moment: datetime | None) -> None:
        """None: systems name zones in ways that nobody else understands."""
