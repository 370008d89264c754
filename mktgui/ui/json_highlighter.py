"""What has a colour in a line of JSON: names, strings, and figures together with true, false and null."""

import re

_FAR = 20_000  # characters before a line that are looked at to tell whether it begins inside a string
_BEGINNING = re.compile(r"\ufeff?[ \t\r\n]{0,1000}[\[{]")
_REST = r'(?:[^"\\]++|\\.?)*+(?P<end>"?)'
_REST_OF_STRING = re.compile(_REST, re.DOTALL)
_PARTS = re.compile(
    rf'(?P<value>"{_REST})(?P<attribute>\s*:)?|(?P<tag>-?[0-9][0-9.eE+-]*|\b(?:true|false|null)\b)', re.DOTALL
)
_NAMED = re.compile(r"\s*:")
_BEFORE_STRING, _BEHIND_STRING = frozenset("{[,:"), frozenset("]},:")

Piece = tuple[int, int, str]
"""Begin and length in characters, and which part of XML has the same colour."""


def is_json(text: str) -> bool:
    """Whether it begins as JSON messages do."""
    return _BEGINNING.match(text) is not None


def pieces_at(text: str, start: int, end: int) -> list[Piece]:
    """What has a colour between two places of a JSON text; a line of the screen may begin in the middle of a string."""
    pieces: list[Piece] = []
    at = start
    if is_in_string(text, start):
        found = _REST_OF_STRING.match(text, start + _is_escaped(text, start), end)
        at = found.end() if found is not None else start
        pieces.append((0, at - start, "attribute" if _NAMED.match(text, at) else "value"))
    for found in _PARTS.finditer(text, at, end):
        part = "tag" if found["tag"] else "attribute" if found["attribute"] else "value"
        begin, behind = found.span("value" if found["value"] else "tag")
        pieces.append((begin - start, behind - begin, part))
    return pieces


def is_in_string(text: str, place: int) -> bool:
    """Whether a place is inside a string, told by the last quotes before it that can only begin one, or only end one.

    A line of the text begins outside of strings: they have no line ends in them.
    """
    floor = max(0, place - _FAR)
    floor = max(floor, text.rfind("\n", floor, place) + 1)
    passed, at = 0, text.rfind('"', floor, place)
    while at >= 0:
        if not _is_escaped(text, at):
            begins, ends = _near(text, at, -1) in _BEFORE_STRING, _near(text, at, 1) in _BEHIND_STRING
            if begins != ends:
                return begins == (passed % 2 == 0)
            passed += 1
        at = text.rfind('"', floor, at)
    return passed % 2 == 1


def _is_escaped(text: str, at: int) -> bool:
    """Whether an odd number of backslashes stands before it."""
    begin, floor = at, max(0, at - _FAR)
    while begin > floor and text[begin - 1] == "\\":
        begin -= 1
    return (at - begin) % 2 == 1


def _near(text: str, at: int, by: int) -> str:
    """The next character that is no white space."""
    at += by
    while 0 <= at < len(text) and text[at] in " \t\r\n":
        at += by
    return text[at] if 0 <= at < len(text) else ""
