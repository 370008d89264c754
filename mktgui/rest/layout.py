"""Reads where the values of a JSON text are, and puts each on a line of its own: only white space is ever changed."""

import json
import re
from array import array
from collections.abc import Iterator
from enum import IntEnum

from mktgui.domain.lead import NIL, Value, text_value
from mktgui.domain.outline import Outline
from mktgui.domain.selection import FieldValue
from mktgui.rest.jsontext import whole

_STEP = "  "
_DEEPEST = 40  # indented; a step for each of 100,000 levels would make a text a hundred thousand times as long
_PARTS_AT_ONCE = 2_000  # small pieces of text that are there at once: more of them would leave the memory in pieces
_NOTHING, _SPACE = -1, -2  # before a piece; any other figure is a new line with so many steps
_MARK = "\ufeff"

# RFC 8259 to the letter. A string never gives back what it took, so that one of 5 MB needs no memory for it.
_STRING = r'"(?:[^"\\\x00-\x1f]++|\\(?:["\\/bfnrt]|u[0-9A-Fa-f]{4}))*+"'
_NUMBER = r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?"
_TOKEN = re.compile(
    rf"[ \t\r\n]*+(?:(?P<string>{_STRING})(?:[ \t\r\n]*+(?P<colon>:))?|(?P<word>{_NUMBER}|true|false|null)"
    r"|(?P<comma>,)|(?P<open>[\[{])|(?P<close>[\]}]))"
)
_END = re.compile(r"[ \t\r\n]*+\Z")
_CLOSING = {"{": "}", "[": "]"}
_LISTS = frozenset({"input", "result"})  # of requests and of answers (facts sheet 6.2 to 6.4)
_VERDICT = frozenset({"id", "status"})  # all that an answer to a write says of a lead, besides the reasons


class _Expected(IntEnum):
    """What may come next."""

    VALUE = 0
    VALUE_OR_END = 1
    NAME = 2
    NAME_OR_END = 3
    MORE = 4
    NOTHING = 5


class _Role(IntEnum):
    """What an object or an array is to the API."""

    OTHER = 0
    DOCUMENT = 1
    LIST = 2
    RECORD = 3


class Layout:
    """The values of a text, as far as they fit together: `whole` says whether that is to its end.

    The number of a value is its place in the document. To a member of an object belongs its name.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.whole = False
        # One entry a piece (a bracket, a comma, a name with its colon, a value): where it is, and what goes before it.
        self._piece_starts, self._piece_ends, self._gaps = array("I"), array("I"), array("i")
        # One entry a value: its first piece, the first one without its name, its last one, and what it stands in.
        self._first, self._own, self._last = array("I"), array("I"), array("I")
        self.parents = array("i")
        # One entry a field of a lead: its name, its value, and which record it is of.
        self._names: list[str] = []
        self._places, self._leads = array("I"), array("I")
        self._records = 0
        self._open: list[tuple[int, str, _Role]] = []  # what is not closed yet: value, bracket to come, role
        self._name = -1  # the piece that names the value to come
        self._expected = _Expected.VALUE
        self._read()

    def __len__(self) -> int:
        """How many values there are."""
        return len(self._first)

    def outline(self, shifts: "array[int] | None" = None) -> Outline:
        """Where the values are; `shifts` says by how much each piece has moved."""
        by = shifts or array("i", bytes(4 * len(self._piece_starts)))
        return Outline(
            starts=array("I", (self._piece_starts[piece] + by[piece] for piece in self._first)),
            ends=array("I", (self._piece_ends[piece] + by[piece] for piece in self._last)),
            names=tuple(self._names),
            places=array("I", self._places),
        )

    def broken_into_lines(self) -> tuple[str, Outline]:
        """The text with a line for each value, and nothing but a space between a name and its value."""
        text, parts, joined, shifts = self.text, list[str](), list[str](), array("i")
        before, done, moved = len(_MARK) if text.startswith(_MARK) else 0, 0, 0
        for piece, start in enumerate(self._piece_starts):
            gap = self._gap(piece)
            if text[before:start] != gap:
                moved += len(gap) - (start - before)
                parts += (text[done:before], gap)
                done = start
            shifts.append(moved)
            before = self._piece_ends[piece]
            if len(parts) > _PARTS_AT_ONCE:
                joined.append("".join(parts))
                parts.clear()
        parts.append(text[done:before])
        return "".join((*joined, *parts)), self.outline(shifts)

    def fields(self) -> Iterator[FieldValue]:
        """What it says of the fields of its leads. What became of a write is no field."""
        named: dict[int, set[str]] = {}
        for lead, name in zip(self._leads, self._names, strict=True):
            named.setdefault(lead, set()).add(name)
        for lead, name, place in zip(self._leads, self._names, self._places, strict=True):
            if name != "status" or not named[lead] <= _VERDICT:
                yield FieldValue(lead, name, self._value(place))

    def name_of(self, value: int) -> str | None:
        """What a member of an object is called; None for what is no member."""
        piece = self._first[value]
        return None if piece == self._own[value] else self._said(piece)

    def shown(self, value: int, most: int) -> str:
        """The beginning of a value, with its name, as it stands there."""
        start, end = self._piece_starts[self._first[value]], self._piece_ends[self._last[value]]
        return self.text[start : min(end, start + most)]

    def _gap(self, piece: int) -> str:
        gap = self._gaps[piece]
        if gap < 0:
            return " " if gap == _SPACE else ""
        return "\n" + _STEP * gap if piece else ""

    def _said(self, piece: int) -> str:
        return whole(json.loads(self.text[self._piece_starts[piece] : self._piece_ends[piece]].rstrip(":")))

    def _value(self, place: int) -> Value:
        piece = self._own[place]
        start, end = self._piece_starts[piece], self._piece_ends[piece]
        if self.text[start] == '"':
            return text_value(self._said(piece))
        word = self.text[start:end]
        return NIL if word == "null" else text_value(word)

    def _read(self) -> None:
        text, match = self.text, _TOKEN.match
        at = len(_MARK) if text.startswith(_MARK) else 0
        steps = {
            "string": self._take_plain,
            "word": self._take_plain,
            "colon": self._take_name,
            "comma": self._take_comma,
            "open": self._take_open,
            "close": self._take_close,
        }
        while (found := match(text, at)) is not None:
            kind = found.lastgroup or ""
            if not steps[kind](found, kind):
                break
            at = found.end()
        self.whole = self._expected is _Expected.NOTHING and _END.match(text, at) is not None
        self._close_the_rest()

    def _take(self, start: int, end: int, gap: int) -> int:
        self._piece_starts.append(start)
        self._piece_ends.append(end)
        self._gaps.append(gap)
        return len(self._gaps) - 1

    def _take_name(self, found: re.Match[str], _kind: str) -> bool:
        if self._expected not in {_Expected.NAME, _Expected.NAME_OR_END}:
            return False
        start, end = found.span("string")
        colon = found.start("colon")
        self._name = self._take(start, end if end < colon else colon + 1, self._new_line())
        if end < colon:
            self._take(colon, colon + 1, _NOTHING)
        self._expected = _Expected.VALUE
        return True

    def _take_plain(self, found: re.Match[str], kind: str) -> bool:
        if self._expected > _Expected.VALUE_OR_END:
            return False
        if self._name >= 0 and self._open[-1][2] is _Role.RECORD:
            self._names.append(self._said(self._name))
            self._places.append(len(self._first))
            self._leads.append(self._records - 1)
        self._begin_value(*found.span(kind))
        self._end_value()
        return True

    def _take_open(self, found: re.Match[str], kind: str) -> bool:
        if self._expected > _Expected.VALUE_OR_END:
            return False
        bracket = found[kind]
        role = self._role(bracket)
        self._records += role is _Role.RECORD
        self._begin_value(*found.span(kind))
        self._open.append((len(self._first) - 1, _CLOSING[bracket], role))
        self._expected = _Expected.NAME_OR_END if bracket == "{" else _Expected.VALUE_OR_END
        return True

    def _take_comma(self, found: re.Match[str], kind: str) -> bool:
        if self._expected is not _Expected.MORE:
            return False
        self._take(*found.span(kind), _NOTHING)
        self._expected = _Expected.NAME if self._open[-1][1] == "}" else _Expected.VALUE
        return True

    def _take_close(self, found: re.Match[str], kind: str) -> bool:
        if self._expected in {_Expected.VALUE, _Expected.NAME, _Expected.NOTHING} or self._open[-1][1] != found[kind]:
            return False
        value, _, _ = self._open.pop()
        is_empty = self._expected is not _Expected.MORE
        self._last[value] = self._take(*found.span(kind), _NOTHING if is_empty else self._new_line())
        self._end_value()
        return True

    def _new_line(self) -> int:
        return min(len(self._open), _DEEPEST)

    def _begin_value(self, start: int, end: int) -> None:
        piece = self._take(start, end, self._new_line() if self._name < 0 else _SPACE)
        self._first.append(piece if self._name < 0 else self._name)
        self._own.append(piece)
        self._last.append(piece)
        self.parents.append(self._open[-1][0] if self._open else -1)
        self._name = -1

    def _end_value(self) -> None:
        self._expected = _Expected.MORE if self._open else _Expected.NOTHING

    def _role(self, bracket: str) -> _Role:
        """Leads are the objects in the list of the document."""
        if not self._open:
            return _Role.DOCUMENT if bracket == "{" else _Role.OTHER
        outer = self._open[-1][2]
        if outer is _Role.DOCUMENT and bracket == "[" and self._said(self._name) in _LISTS:
            return _Role.LIST
        return _Role.RECORD if outer is _Role.LIST and bracket == "{" else _Role.OTHER

    def _close_the_rest(self) -> None:
        """What is still open where the reading ends, ends there too."""
        for value, _, _ in self._open:
            self._last[value] = len(self._gaps) - 1
