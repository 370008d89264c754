"""Reads dates and times as people write them, and finds every reading where there are several."""

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from unicodedata import normalize

_LONGEST = 60  # characters; nobody writes a longer date
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_FULL_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
_PIVOT = 30  # of years with two digits: Excel takes 00 to 29 for this century
_SERIALS = range(20_000, 80_000)  # days since Excel's epoch, 1954 to 2119: other numbers are hardly dates
_EXCEL_EPOCH = date(1899, 12, 30)
_FARTHEST_OFFSET = timedelta(hours=14)

_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_DATETIME = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt ][0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]{1,9})?)?"
    r"(?:[Zz]|[+-][0-9]{2}(?::?[0-9]{2})?)?"
)
_WEEKDAY = re.compile(r"(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+")
_YEAR_FIRST = re.compile(r"([0-9]{4})\s*[-/.年]\s*([0-9]{1,2})\s*[-/.月]\s*([0-9]{1,2})\s*[日号]?")
_COMPACT = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})")
_THREE = re.compile(r"([0-9]{1,2})([-/.])([0-9]{1,2})\2([0-9]{4}|[0-9]{2})")
_DAY_NAMED = re.compile(r"([0-9]{1,2})(?:st|nd|rd|th|\.)?[\s-]*([a-z]{3,9})\.?[\s,-]*([0-9]{4}|[0-9]{2})")
_NAMED_DAY = re.compile(r"([a-z]{3,9})\.?\s*([0-9]{1,2})(?:st|nd|rd|th)?(?:,\s*|\s+)([0-9]{4})")
_TIME = re.compile(
    r"(?:(?<=[0-9])t|[\s,]|(?<=[日号]))\s*(?P<before>上午|下午)?\s*"
    r"(?P<hour>[0-9]{1,2}):(?P<minute>[0-9]{2})(?::(?P<second>[0-9]{2})(?:\.(?P<part>[0-9]{1,9}))?)?"
    r"\s*(?P<after>am|pm|a\.m\.|p\.m\.|上午|下午)?\s*(?P<zone>z|utc|gmt|(?:utc|gmt)?\s*[+-][0-9]{1,2}(?::?[0-9]{2})?)?\Z"
)
_AFTERNOON, _HALF = {"pm", "p.m.", "下午"}, 12


def is_date(text: str) -> bool:
    """Whether it is a day as it goes over the wire."""
    return bool(_DATE.fullmatch(text)) and bool(_days(text))


def is_datetime(text: str) -> bool:
    """Whether it is a date and time near enough to the documented form: seconds and zone may be missing."""
    return _documented(text) is not None


def read_dates(text: str) -> tuple[date, ...]:
    """Every day that the text can mean: two for 03/04/2026, three where the year may come first or last."""
    return _days(_tidied(text))


def read_datetimes(text: str) -> tuple[datetime, ...]:
    """Every date and time that the text can mean, naive where it names no zone."""
    documented = _documented(text)
    if documented is not None:
        return (documented,)
    tidied = _tidied(text)
    found = _TIME.search(tidied)
    if found is None:
        return ()
    days, read = _days(tidied[: found.start()].strip(" ,")), []
    for day in days:
        with suppress(ValueError, OverflowError):
            read.append(_at(day, found))
    return tuple(read)


def _documented(text: str) -> datetime | None:
    """The way that costs least, for the way of writing that is commonest."""
    if not _DATETIME.fullmatch(text):
        return None
    try:
        moment = datetime.fromisoformat(text.upper())
    except ValueError:
        return None
    return moment if abs(moment.utcoffset() or timedelta()) <= _FARTHEST_OFFSET else None


def _tidied(text: str) -> str:
    return "" if len(text) > _LONGEST else normalize("NFKC", text).strip().casefold()


def _days(tidied: str) -> tuple[date, ...]:
    read: dict[date, None] = {}
    for year, month, day in _parts(_WEEKDAY.sub("", tidied, count=1)):
        with suppress(ValueError):
            read[date(year, month, day)] = None
    if not read and re.fullmatch("[0-9]{5}", tidied) and int(tidied) in _SERIALS:
        return (_EXCEL_EPOCH + timedelta(days=int(tidied)),)
    return tuple(read)


def _parts(text: str) -> Iterator[tuple[int, int, int]]:
    """Year, month and day in every order that the way of writing allows."""
    if whole := _YEAR_FIRST.fullmatch(text) or _COMPACT.fullmatch(text):
        yield int(whole[1]), int(whole[2]), int(whole[3])
    elif three := _THREE.fullmatch(text):
        yield from _three_numbers(three)
    elif named := _DAY_NAMED.fullmatch(text):
        yield _year(named[3]), _month(named[2]), int(named[1])
    elif named := _NAMED_DAY.fullmatch(text):
        yield _year(named[3]), _month(named[1]), int(named[2])


def _three_numbers(three: re.Match[str]) -> Iterator[tuple[int, int, int]]:
    first, second, last = int(three[1]), int(three[3]), three[4]
    if three[2] != ".":  # nobody writes the month first before a point
        yield _year(last), first, second
    yield _year(last), second, first
    if len(last) == len(three[1]) == 2:  # noqa: PLR2004 - digits
        yield _year(three[1]), second, int(last)


def _year(text: str) -> int:
    if len(text) > 2:  # noqa: PLR2004 - digits
        return int(text)
    return int(text) + (2000 if int(text) < _PIVOT else 1900)


def _month(name: str) -> int:
    """1 to 12, or 0, which no date has."""
    name = "sep" if name == "sept" else name
    return (_MONTHS.index(name) if name in _MONTHS else _FULL_MONTHS.index(name) if name in _FULL_MONTHS else -1) + 1


def _at(day: date, time: re.Match[str]) -> datetime:
    """That time on that day. Raises ValueError for times and offsets that there are not."""
    hour, half = int(time["hour"]), time["before"] or time["after"]
    if half:
        if not 1 <= hour <= _HALF:
            raise ValueError(hour)
        hour = hour % _HALF + (_HALF if half in _AFTERNOON else 0)
    part = int((time["part"] or "").ljust(6, "0")[:6])
    zone = _zone(time["zone"]) if time["zone"] else None
    return datetime(day.year, day.month, day.day, hour, int(time["minute"]), int(time["second"] or 0), part, zone)


def _zone(text: str) -> tzinfo:
    found = re.search(r"([+-])([0-9]{1,2}):?([0-9]{2})?$", text)
    if found is None:
        return UTC
    offset = timedelta(hours=int(found[2]), minutes=int(found[3] or 0))
    if offset > _FARTHEST_OFFSET or int(found[3] or 0) >= 60:  # noqa: PLR2004 - minutes
        raise ValueError(text)
    return timezone(-offset if found[1] == "-" else offset)


def written(moment: datetime) -> str:
    """As the vendor documents it (facts sheet 4.5): 2026-03-05T09:14:00+01:00, without the zone where there is none."""
    return moment.isoformat(timespec="seconds")


def in_zone(naive: datetime, zone: tzinfo) -> datetime:
    """What the clocks of that zone call so. Offsets are whole minutes, as nothing else can be written."""
    offset = zone.utcoffset(naive) or timedelta()
    return naive.replace(tzinfo=timezone(timedelta(minutes=round(offset / timedelta(minutes=1)))))


@dataclass(frozen=True, slots=True)
class BothClocks:
    """One moment for the screen: `local` with its offset, `utc` without."""

    local: str
    utc: str


def on_both_clocks(moment: datetime, zone: tzinfo) -> BothClocks:
    """An aware moment as the clocks of a zone and those of UTC show it."""
    return BothClocks(_shown(moment, zone), _shown(moment, UTC).removesuffix(" +00:00"))


def _shown(moment: datetime, zone: tzinfo) -> str:
    """At the ends of the calendar a moment stays on the clock that it was written by."""
    with suppress(OverflowError):
        moment = in_zone(moment.astimezone(zone).replace(tzinfo=None), zone)
    text = moment.isoformat(" ", "seconds")
    return f"{text[:19]} {text[19:]}"
