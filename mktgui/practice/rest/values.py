"""Values by type: JSON in, the text of the store, JSON out (facts sheet 6.6 and 7)."""

import re
from datetime import UTC, datetime
from decimal import Decimal

from mktgui.practice.rest.errors import RestError
from mktgui.practice.rest.jsontext import Number
from mktgui.practice.settings import BooleanForm
from mktgui.practice.values import is_value, spelled
from mktgui.practice.world import Field

WHOLE = frozenset({"integer", "score", "percent", "reference"})
BROKEN = frozenset({"currency", "float"})
_NUMBERS = WHOLE | BROKEN
_SAID = {"score": "integer"}  # what answers call it
_NOT_TEXT = _NUMBERS | {"boolean", "date", "datetime"}
_BEYOND = 18  # digits: more is in no store
# What XML cannot carry could not be read over SOAP any more.
_UNSPEAKABLE = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def to_text(value: object, one: Field, *, typed: bool) -> str:
    """The text of the store for a JSON value; empty for null and for empty text, which both clear.

    Where values have to be `typed`, a number or a boolean in quotes is none. Raises RestError 1001 and 1003.
    """
    text = _text(value, one.type, typed=typed)
    if text is None:
        raise wrong_type(value, one.type)
    if _UNSPEAKABLE.search(text):
        raise RestError("1003", f"Value for field '{one.rest}' has characters that are not allowed")
    if one.type == "email" and not text.isascii():
        raise RestError("1003", f"Value for field '{one.rest}' is not a valid email address")
    if text and not is_value(text, one.type, one.length):
        if one.type in _NOT_TEXT:
            raise wrong_type(value, one.type)
        raise RestError("1003", f"Value for field '{one.rest}' is too long")
    return text


def wrong_type(value: object, kind: str) -> RestError:
    """The error for a value of the wrong type."""
    shown = value.text if isinstance(value, Number) else str(value)
    return RestError("1001", f"Invalid value '{shown[:100]}'. Required of type '{_SAID.get(kind, kind)}'")


def _text(value: object, kind: str, *, typed: bool) -> str | None:
    match value:
        case None:
            return ""
        case bool():
            fits = kind == "boolean" or not (typed or kind in _NUMBERS)
            return ("true" if value else "false") if fits else None
        case Number():
            if kind in _NUMBERS:
                return _digits(value.text)
            return None if typed else value.text
        case str():
            return None if value and typed and kind in {"boolean", *_NUMBERS} else value
        case _:
            return None


def _digits(text: str) -> str | None:
    """A number without an exponent; none where it is beyond any store."""
    if not re.search("[eE]", text):
        return text
    try:
        exact = Decimal(text)
    except ArithmeticError:  # the exponent alone is beyond anything
        return None
    return f"{exact:f}" if abs(exact.adjusted()) <= _BEYOND else None


def to_json(text: str, kind: str) -> object:
    """A stored text as answers have it; None where it is empty. What is no value of its type stays text."""
    if not text:
        return None
    if kind == "boolean":
        return spelled(text, kind, BooleanForm.WORDS) == "true"
    if kind in _NUMBERS and is_value(text, kind, None):
        return int(text) if kind in WHOLE else float(text)
    return _moment(text) if kind == "datetime" else text


def _moment(text: str) -> str:
    """A moment in the vendor's form, in UTC; without an offset it is taken for UTC."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return text
    aware = moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC)
    try:
        return f"{aware.astimezone(UTC).replace(tzinfo=None, microsecond=0).isoformat()}Z"
    except OverflowError:  # the first and last day of all time have no neighbour
        return text
