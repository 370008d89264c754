"""JSON as a strict reader takes it: no member twice, no NaN, no half characters, and numbers as they were written."""

import json
import re
from collections.abc import Iterable
from typing import Self

from mktgui.practice.rest.errors import RestError


class Number(float):
    """A number that remembers its digits: `text` is what was written, also where a float would round it."""

    __slots__ = ("text",)
    text: str

    def __new__(cls, text: str) -> Self:
        """From its digits."""
        made = super().__new__(cls, text)
        made.text = text
        return made


def read(body: bytes) -> object:
    """What the body says; numbers are `Number`. Raises RestError 609."""
    try:
        text = body.decode("utf-8")
        found: object = json.loads(
            text, object_pairs_hook=_once, parse_int=Number, parse_float=Number, parse_constant=_never
        )
    except (ValueError, RecursionError) as error:
        raise RestError("609") from error
    # Half a character can be written as an escape, and nothing that came in could be sent out again.
    if re.search(r"\\u[dD][89a-fA-F]", text) and not _whole(found):
        raise RestError("609")
    return found


def written(value: object) -> bytes:
    """A value as answers have it."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode()


def _once(pairs: Iterable[tuple[str, object]]) -> dict[str, object]:
    found: dict[str, object] = {}
    for name, value in pairs:
        if name in found:
            message = f"{name!r} is there twice"
            raise ValueError(message)
        found[name] = value
    return found


def _never(word: str) -> None:
    message = f"{word} is no JSON"
    raise ValueError(message)


def _whole(value: object) -> bool:
    try:
        json.dumps(value, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        return False
    return True
