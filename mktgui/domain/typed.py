"""Reads a new value by the type of its field: whether Marketo can take it, and what else it can mean.

What is typed is what is sent. Where a text can be read but is not written as Marketo documents it, the form it should
have is offered, and never put in its place.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, time, tzinfo

from mktgui.domain.answers import FieldDescription
from mktgui.domain.dates import in_zone, is_date, is_datetime, read_dates, read_datetimes, written
from mktgui.domain.field_types import FieldType, field_type
from mktgui.domain.findings import Code
from mktgui.domain.numerals import is_decimal, is_integer, read_decimals, read_integers, value_of_number

LONGEST_STRING = 255  # characters, where the catalogue gives no size (facts sheet 4.5)
LONGEST_TEXT = 30_000  # bytes of any text area (facts sheet 4.5)

_ON_THE_WIRE = frozenset({"true", "false", "1", "0"})
_TRUE = frozenset({"true", "1", "yes", "y", "t", "on", "是", "对", "真", "开", "√", "✓", "✔"})
_FALSE = frozenset({"false", "0", "no", "n", "f", "off", "否", "不", "假", "关", "×", "✗", "✘"})
_EMAIL = re.compile(r"[^\s@,;<>]+@[^\s@,;<>.]+(?:\.[^\s@,;<>.]+)+")
_URL = re.compile(
    r"(?:[a-z][a-z0-9+.-]*://)?(?:[^\s/@]+@)?(?:[\w-]+(?:\.[\w-]+)+|localhost|\[[0-9a-f:.]+\])\.?(?::[0-9]+)?(?:[/?#]\S*)?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Typed:
    """What a text is to its field.

    `canonical` is the one form that says the same in Marketo's way, None where there is none or more than one.
    `problem` is None where the text can be sent as it stands. `readings` are what it can mean where that is not plain:
    two for a date that can be read in two ways, and the local and the UTC form of a time without a zone. `moment` is an
    aware date and time. `length` and `limit` are given with TOO_LONG (characters) and TOO_MANY_BYTES.
    """

    canonical: str | None = None
    problem: Code | None = None
    readings: tuple[str, ...] = ()
    moment: datetime | None = None
    length: int = 0
    limit: int = 0


def read_typed(text: str, field: FieldDescription, zone: tzinfo) -> Typed:
    """Read a text for a field. `zone` is the person's own: what a time without one may have been meant in.

    Spaces around it do not count. An empty text is nothing to read, and a type that nobody knows takes everything.
    """
    text = text.strip()
    kind = field_type(field.type)
    if not text or kind is None:
        return Typed(canonical=text)
    if kind is FieldType.DATETIME:
        return _datetime(text, zone)
    if kind in _READERS:
        return _READERS[kind](text)
    return _too_long(text, kind, field.size) or _shape(text, kind)


def is_any_text(text: str, field: FieldDescription) -> bool:
    """Whether the field takes any text of this length as it stands: the short way for the usual field of text."""
    return field.type in _ANY_TEXT and len(text) <= (field.size or LONGEST_STRING)


_ANY_TEXT = frozenset({FieldType.STRING.value, FieldType.PHONE.value})


def _boolean(text: str) -> Typed:
    folded = text.casefold()
    truth = _truth(folded)
    return Typed(truth or None, None if folded in _ON_THE_WIRE else Code.NO_BOOLEAN)


def _truth(folded: str) -> str:
    return "true" if folded in _TRUE else "false" if folded in _FALSE else ""


def _integer(text: str) -> Typed:
    return _number(text, read_integers(text), Code.NO_INTEGER, fits=is_integer(text))


def _percent(text: str) -> Typed:
    return _number(text, read_integers(text.rstrip("%％ ")), Code.NO_INTEGER, fits=is_integer(text))


def _decimal(text: str) -> Typed:
    return _number(text, read_decimals(text), Code.NO_DECIMAL, fits=is_decimal(text))


def _number(text: str, readings: tuple[str, ...], problem: Code, *, fits: bool) -> Typed:
    if fits:
        return Typed(text)
    if len(readings) == 1:
        return Typed(readings[0], problem)
    return Typed(None, problem, readings)


def _date(text: str) -> Typed:
    if is_date(text):
        return Typed(text)
    days = read_dates(text) or tuple(dict.fromkeys(moment.date() for moment in read_datetimes(text)))
    readings = tuple(day.isoformat() for day in days)
    if len(readings) == 1:
        return Typed(readings[0], Code.NO_DATE)
    return Typed(None, _AMBIGUOUS.get(len(readings), Code.NO_DATE), readings)


_AMBIGUOUS = {2: Code.DATE_AMBIGUOUS}  # more than two readings are too many to choose from


def _datetime(text: str, zone: tzinfo) -> Typed:
    read = read_datetimes(text) or tuple(datetime.combine(day, time()) for day in read_dates(text))
    sound = is_datetime(text)
    if len(read) != 1:
        return Typed(None, Code.NO_DATETIME)
    if read[0].tzinfo is not None:
        return Typed(written(read[0]), None if sound else Code.NO_DATETIME, moment=read[0])
    here, there = written(in_zone(read[0], zone)), written(read[0]) + "+00:00"
    if here == there:  # whoever lives by UTC has nothing to choose
        return Typed(here, Code.DATETIME_NO_ZONE if sound else Code.NO_DATETIME, (here, there))
    return Typed(None, Code.DATETIME_NO_ZONE if sound else Code.DATE_AMBIGUOUS, (here, there))


def _too_long(text: str, kind: FieldType, size: int | None) -> Typed | None:
    limit = size or (LONGEST_STRING if kind is FieldType.STRING else None)
    if kind in _FREE:
        return None
    if limit is not None and len(text) > limit:
        return Typed(None, Code.TOO_LONG, length=len(text), limit=limit)
    if kind is FieldType.TEXT and len(text) * 4 > LONGEST_TEXT:
        length = len(text.encode(errors="replace"))
        if length > LONGEST_TEXT:
            return Typed(None, Code.TOO_MANY_BYTES, length=length, limit=LONGEST_TEXT)
    return None


_FREE = frozenset({FieldType.REFERENCE, FieldType.FORMULA})


def _shape(text: str, kind: FieldType) -> Typed:
    if kind is FieldType.EMAIL and not _EMAIL.fullmatch(text):
        return Typed(text, Code.NO_EMAIL)
    if kind is FieldType.URL and not _URL.fullmatch(text):
        return Typed(text, Code.NO_URL)
    return Typed(text)


_READERS = {
    FieldType.BOOLEAN: _boolean,
    FieldType.INTEGER: _integer,
    FieldType.SCORE: _integer,
    FieldType.PERCENT: _percent,
    FieldType.CURRENCY: _decimal,
    FieldType.FLOAT: _decimal,
    FieldType.DATE: _date,
}


def same_value(one: str, other: str, type_word: str) -> bool:
    """Whether two texts are the same value of a field of this type, as for comparing what was asked with what is.

    Spaces around them and the way lines end never count. Numbers, dates and booleans count by what they mean; a time
    without a zone is the same as any that shows the same on its own clock, since Marketo chooses the zone.
    """
    if one == other:
        return True
    one, other = _trimmed(one), _trimmed(other)
    kind = field_type(type_word)
    alike = _ALIKE.get(kind) if kind is not None else None
    return one == other or (alike is not None and alike(one, other))


def _trimmed(text: str) -> str:
    return text.strip().replace("\r\n", "\n").replace("\r", "\n")


def _by(meaning: Callable[[str], object]) -> Callable[[str, str], bool]:
    """Two texts are alike where both have a meaning, and it is the same one."""

    def alike(one: str, other: str) -> bool:
        meant = meaning(one)
        return bool(meant) and meant == meaning(other)

    return alike


def _same_moment(one: str, other: str) -> bool:
    first, second = read_datetimes(one), read_datetimes(other)
    if len(first) != 1 or len(second) != 1:
        return False
    a, b = (moment.replace(microsecond=0) for moment in (first[0], second[0]))  # seconds are all that Marketo keeps
    if a.tzinfo is None or b.tzinfo is None:
        a, b = a.replace(tzinfo=None), b.replace(tzinfo=None)
    return a == b


_same_number = _by(value_of_number)
_ALIKE: dict[FieldType, Callable[[str, str], bool]] = {
    FieldType.BOOLEAN: _by(lambda text: _truth(text.casefold())),
    FieldType.INTEGER: _same_number,
    FieldType.SCORE: _same_number,
    FieldType.PERCENT: _same_number,
    FieldType.CURRENCY: _same_number,
    FieldType.FLOAT: _same_number,
    FieldType.DATE: _by(lambda text: _date(text).canonical),
    FieldType.DATETIME: _same_moment,
}
