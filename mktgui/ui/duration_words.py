"""How long ago something was, in words: on a lead that was read, a verdict, a recent lead."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QLocale, QObject, QTime

if TYPE_CHECKING:
    from datetime import date, datetime

JUST_NOW = 45  # seconds; what is younger has no number
MINUTE, HOUR = 60, 3600


def local_now() -> "datetime":
    """Now, on the clock of this computer's own time zone."""
    from datetime import datetime  # noqa: PLC0415 - not for the first paint

    return datetime.now().astimezone()


class DurationWords(QObject):
    """Made once for a language. Moments are aware; they are told on the clock of `now`, which names the time zone.

    A moment that lies ahead, because a clock was put back, is told by its date and time alone.
    """

    def __init__(self, locale: QLocale | None = None) -> None:
        super().__init__()
        self._locale = locale or QLocale()
        self._this_year, self._any_year = self.tr("d MMM"), self.tr("d MMM yyyy")  # as Qt's QLocale reads them

    def ago(self, at: "datetime", now: "datetime") -> str:
        """`just now`, `3 minutes ago`, `2 hours ago`; what is not of today by its day and time."""
        seconds = (now - at).total_seconds()
        if 0 <= seconds < JUST_NOW:
            return self.tr("just now")
        if 0 <= seconds < HOUR - MINUTE / 2:
            return self.tr("%n minutes ago", "", round(seconds / MINUTE))
        if seconds < 0 or _local(at, now).date() != now.date():
            return self.clock(at, now)
        return self.tr("%n hours ago", "", round(seconds / HOUR))

    def clock(self, at: "datetime", now: "datetime") -> str:
        """`09:14`, `yesterday 09:14`, `3 Mar 09:14`, `3 Mar 2025 09:14`."""
        local = _local(at, now)
        time = self._locale.toString(QTime(local.hour, local.minute), "HH:mm")
        day = self._day(local.date(), now.date())
        return f"{day} {time}" if day else time

    def both(self, at: "datetime", now: "datetime") -> str:
        """`09:14, 3 minutes ago`; the time alone where the words would say nothing more."""
        clock, ago = self.clock(at, now), self.ago(at, now)
        return clock if clock == ago else self.tr("{time}, {ago}").format(time=clock, ago=ago)

    def _day(self, day: "date", today: "date") -> str:
        if day == today:
            return ""
        if (today - day).days == 1:
            return self.tr("yesterday")
        shape = self._this_year if day.year == today.year else self._any_year
        return self._locale.toString(QDate(day.year, day.month, day.day), shape)


def _local(at: "datetime", now: "datetime") -> "datetime":
    return at.astimezone(now.tzinfo)
