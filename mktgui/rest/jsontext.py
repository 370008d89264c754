"""JSON as it comes from Marketo, or from whatever stands in its place: read so that nothing is guessed."""

import json
import json.scanner
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

DEEPEST = 50  # objects and arrays in each other: replies have five
_OPENING = (b"{", b"[")
_NESTS = (dict, list)
_LONG = 256 * 1024  # characters: json reads them in a millisecond, and lets no other thread have Python meanwhile


class NotJsonError(Exception):
    """It is no JSON object: a page, plain words, or nothing."""


class BrokenJsonError(Exception):
    """It begins like JSON and is not, breaks off, or contradicts itself."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number by the digits that came; a float would round them. NaN and Infinity are kept as their words."""

    text: str


Members = dict[str, object]


def read_object(body: bytes) -> Members:
    """The object that the bytes are; numbers are `Number`. Raises NotJsonError and BrokenJsonError.

    A byte order mark, UTF-16 and line ends in the middle of a text are put up with. A member that is there twice with
    different values is not: which of them counted would be a guess, and on `success` it would be one about whether
    something was written.
    """
    if not body.strip():
        message = "the body is empty"
        raise NotJsonError(message)
    try:
        found = _read(body)
    except (ValueError, RecursionError) as error:
        looks_like_json = body.replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").startswith(_OPENING)
        raise (BrokenJsonError if looks_like_json else NotJsonError)(_reason(error)) from error
    if not isinstance(found, dict):
        message = f"the document is no object but {type(found).__name__}"
        raise NotJsonError(message)
    return found


def whole(text: str) -> str:
    """The text with a replacement character where JSON had half of one: nothing else could show or keep it."""
    if text.isascii():
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _read(body: bytes) -> object:
    text = body.decode(json.detect_encoding(body))
    found: object = json.loads(
        text,
        cls=json.JSONDecoder if len(text) < _LONG else _PatientDecoder,
        object_pairs_hook=_once,
        parse_int=Number,
        parse_float=Number,
        parse_constant=Number,
        strict=False,  # some programs leave them in as they are, and nothing else can be meant
    )
    level = [found] if isinstance(found, _NESTS) else []
    for _ in range(DEEPEST):
        inside = [one.values() if isinstance(one, dict) else one for one in level]
        level = [one for several in inside for one in several if isinstance(one, _NESTS)]
        if not level:
            return found
    message = f"there are more than {DEEPEST} objects in each other"
    raise ValueError(message)


class _PatientDecoder(json.JSONDecoder):
    """Reads the same member by member, at half the speed, and between them other threads have their turn."""

    def __init__(self, **ways: Any) -> None:
        super().__init__(**ways)
        self.scan_once = json.scanner.py_make_scanner(self)  # type: ignore[attr-defined]  # typeshed forgot it


def _once(pairs: Iterable[tuple[str, object]]) -> Members:
    found: Members = {}
    for name, value in pairs:
        if name in found and found[name] != value:
            message = f"{name!r} is there twice with different values"
            raise ValueError(message)
        found[name] = value
    return found


def _reason(error: Exception) -> str:
    """What was wrong, without the text it was wrong in."""
    return error.reason if isinstance(error, UnicodeDecodeError) else str(error)[:200]
