"""Text in disguise: what percent signs, entities and escapes stand for, and where each character of it came from."""

import re
import sys
from array import array
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html.entities import html5
from urllib.parse import unquote

LAYERS = 3  # a server that repeats an escaped request in an escaped complaint

_MORE = "%[89ABab][0-9A-Fa-f]"
# One character each, so that what stands beside it stays.
_PERCENT = f"%[0-7][0-9A-Fa-f]|%[CDcd][0-9A-Fa-f]{_MORE}|%[Ee][0-9A-Fa-f](?:{_MORE}){{2}}|%[Ff][0-7](?:{_MORE}){{3}}"
ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_UNIT = r"\\u[0-9A-Fa-f]{4}"
_ESCAPE = rf"""\\u[Dd][89ABab][0-9A-Fa-f]{{2}}{_UNIT}|{_UNIT}|\\["\\/bfnrt]"""
_SPELLING = re.compile(f"{_PERCENT}|{ENTITY.pattern}|{_ESCAPE}")
_SHORT = {"b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}


@dataclass(frozen=True, slots=True)
class Spelled:
    """A text and its origin: the character at i stands for `source[starts[i]:ends[i]]`."""

    text: str
    starts: Sequence[int]
    ends: Sequence[int]

    def origin(self, start: int, end: int) -> tuple[int, int]:
        """The range of the source that a range of the text, which is not empty, stands for."""
        return self.starts[start], self.ends[end - 1]


def itself(text: str) -> Spelled:
    """A text that stands for itself."""
    return Spelled(text, range(len(text)), range(1, len(text) + 1))


def layers_of(text: str) -> list[Spelled]:
    """What the text says with one layer of spellings taken off, with two, and so on: no more than there are."""
    made: list[Spelled] = []
    for _ in range(LAYERS):
        layer = peeled(made[-1].text if made else text, _SPELLING, _said)
        if layer is None:
            break
        made.append(_through(layer, made[-1]) if made else layer)
    return made


def peeled(text: str, spelling: re.Pattern[str], said: Callable[[str], str]) -> Spelled | None:
    """One layer: each match replaced by what `said` makes of it. None where nothing changes."""
    pieces, starts, ends, at = list[str](), array("q"), array("q"), 0
    for found in spelling.finditer(text):
        meant = said(found.group())
        if meant == found.group():
            continue
        pieces += text[at : found.start()], meant
        starts.extend(range(at, found.start()))
        ends.extend(range(at + 1, found.start() + 1))
        starts.extend([found.start()] * len(meant))
        ends.extend([found.end()] * len(meant))
        at = found.end()
    if at == 0:
        return None
    pieces.append(text[at:])
    starts.extend(range(at, len(text)))
    ends.extend(range(at + 1, len(text) + 1))
    return Spelled("".join(pieces), starts, ends)


def _through(upper: Spelled, lower: Spelled) -> Spelled:
    pairs = [(lower.starts[start], lower.ends[end - 1]) for start, end in zip(upper.starts, upper.ends, strict=True)]
    return Spelled(upper.text, array("q", (start for start, _ in pairs)), array("q", (end for _, end in pairs)))


def _said(spelling: str) -> str:
    """What one spelling stands for; itself where it stands for nothing."""
    if spelling[0] == "%":
        return unquote(spelling)
    if spelling[0] == "&":
        return entity_said(spelling)
    if spelling[1] == "u":
        return bytes.fromhex(spelling.replace("\\u", "")).decode("utf-16-be", "replace")
    return _SHORT.get(spelling[1], spelling[1])


def entity_said(entity: str) -> str:
    """The character of a reference; the reference itself where there is no such character."""
    name = entity[1:-1]
    if not name.startswith("#"):
        return html5.get(name + ";", entity)
    number = int(f"0{name[1:]}", 0) if name[1] in "xX" else int(name[1:])
    return chr(number) if number <= sys.maxunicode else entity
