"""Attribute values by type: what is a value of it, and how it is spelled in answers (facts sheet 4.5)."""

import re
from datetime import datetime

from mktgui.practice.settings import BooleanForm

_TRUE, _FALSE = {"true", "1", "yes"}, {"false", "0", "no"}
_INTEGER = re.compile(r"[+-]?[0-9]{1,18}")
_DECIMAL = re.compile(r"[+-]?[0-9]{1,18}(\.[0-9]+)?")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_LONGEST_TEXT = 30_000  # bytes of a text area


def is_value(text: str, kind: str, length: int | None) -> bool:
    """Whether this text can be a value of this type. Empty text is judged elsewhere: it clears."""
    patterns = {"integer": _INTEGER, "score": _INTEGER, "percent": _INTEGER, "currency": _DECIMAL, "float": _DECIMAL}
    if kind in patterns:
        return bool(patterns[kind].fullmatch(text))
    if kind == "boolean":
        return text.lower() in _TRUE | _FALSE
    if kind in {"date", "datetime"}:
        return bool((_DATE.fullmatch if kind == "date" else _DATE.match)(text)) and _parses(text)
    if kind == "text":
        return len(text.encode()) <= (length or _LONGEST_TEXT)
    return length is None or len(text) <= length


def spelled(text: str, kind: str, form: BooleanForm) -> str:
    """A stored value as answers spell it."""
    if kind != "boolean":
        return text
    truth = text.lower() in _TRUE
    if form is BooleanForm.DIGITS:
        return "1" if truth else "0"
    return "true" if truth else "false"


def type_word(kind: str) -> str:
    """The attrType of a type: a score is an integer in answers."""
    return {"score": "integer", "email": "string"}.get(kind, kind)


def _parses(text: str) -> bool:
    try:
        datetime.fromisoformat(text)
    except ValueError:
        return False
    return True
