"""Reads where the elements of a text are, and puts line breaks between them, without changing one character of it."""

import re
from array import array
from enum import IntEnum
from functools import lru_cache
from html import unescape

from mktgui.domain.outline import Names, Outline

_STEP = "  "
_DEEPEST = 40  # indented; a step for each of 2,000 levels would make a text a thousand times as long
_PARTS_AT_ONCE = 2_000  # small pieces of text that are there at once: more of them would leave the memory in pieces
_SPACES = " \t\r\n"
_MARKUP = re.compile(
    r"""<(?:(?P<close>/[^<>]*>)"""
    r"""|(?P<other>\?.*?\?>|!--.*?-->|!DOCTYPE[^\[>]*(?:\[.*?\]\s*)?>)"""
    r"""|(?P<data>!\[CDATA\[.*?\]\]>)"""
    r"""|(?P<open>[^\s<>/!?=&"']+[^<>"']*(?:(?:"[^"]*"|'[^']*')[^<>"']*)*>))""",
    re.DOTALL,
)
_NAME = re.compile(r"[^\s<>/]+")
_KEPT = re.compile(r"""\sxml:space\s*=\s*["']preserve""")
_IDENTIFIERS = frozenset({"Id", "Email", "ForeignSysPersonId", "ForeignSysType"})


class _Content(IntEnum):
    """What stands between the tags inside an element."""

    NONE = 0
    SPACES = 1
    TEXT = 2


class Markup:
    """The tags of a text, as far as they fit together: `whole` says whether that is to its end."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.whole = False
        self._at = 0
        # One entry a piece of markup: where it is, and the element inside which it stands (-1: outside of all).
        self._piece_starts, self._piece_ends, self._inside = array("I"), array("I"), array("i")
        # One entry an element: the pieces that are its tags, and what it holds.
        self._first, self._last, self._parents = array("I"), array("I"), array("i")
        self._content = bytearray()
        self._kept = bytearray()
        self._open: list[str] = []
        self._current = -1
        self._names: list[str] = []
        self._places = array("I")
        self._read()

    def outline(self, shifts: "array[int] | None" = None) -> Outline:
        """Where the elements are; `shifts` says by how much each piece of markup has moved."""
        by = shifts or array("I", bytes(4 * len(self._piece_starts)))
        order = sorted(range(len(self._places)), key=self._places.__getitem__)
        return Outline(
            starts=array("I", (self._piece_starts[piece] + by[piece] for piece in self._first)),
            ends=array("I", (self._piece_ends[piece] + by[piece] for piece in self._last)),
            names=Names(self._names[number] for number in order),
            places=array("I", (self._places[number] for number in order)),
        )

    def broken_into_lines(self) -> tuple[str, Outline]:
        """The text with a line break and an indent wherever tag meets tag in an element that holds no text at all.

        Everything else stays as it is: text with its spaces and its way of writing characters, and even an indent that
        is there already. Inside text, and where `xml:space` says so, nothing is put in.
        """
        text, parts, whole, shifts = self.text, list[str](), list[str](), array("I")
        depths = self._depths()
        added = done = 0
        for piece, start in enumerate(self._piece_starts):
            if piece and start == self._piece_ends[piece - 1]:
                gap = self._gap(piece, depths)
                added += len(gap)
                parts += (text[done:start], gap)
                done = start
            shifts.append(added)
            if len(parts) > _PARTS_AT_ONCE:
                whole.append("".join(parts))
                parts.clear()
        parts.append(text[done:])
        return "".join((*whole, *parts)), self.outline(shifts)

    def _gap(self, piece: int, depths: "array[int]") -> str:
        """What to put before a piece of markup that follows another one at once."""
        parent = self._inside[piece]
        if parent < 0:
            return "\n"
        if depths[parent] < 0 or self._content[parent]:
            return ""
        closes = self._last[parent] == piece
        if closes and self._first[parent] == piece - 1:
            return ""
        return "\n" + _STEP * min(depths[parent] - closes, _DEEPEST)

    def _depths(self) -> "array[int]":
        """How deep what is inside each element stands; -1 where nothing may be put in."""
        depths = array("i")
        for element, parent in enumerate(self._parents):
            outside = depths[parent] if parent >= 0 else 0
            free = outside >= 0 and not self._kept[element] and self._content[element] != _Content.TEXT
            depths.append(outside + 1 if free else -1)
        return depths

    def _read(self) -> None:
        text, find = self.text, self.text.find
        steps = {"open": self._take_open, "close": self._take_close, "data": self._take_data, "other": self._take}
        while (start := find("<", self._at)) >= 0:
            found = _MARKUP.match(text, start)
            if found is None:
                break
            if start > self._at and self._current >= 0:
                self._take_text(start)
            if steps[found.lastgroup or "other"](start, found.end()) is False:
                break
            self._at = found.end()
        self.whole = start < 0 and self._current < 0 and bool(self._first)
        self._close_the_rest()

    def _take(self, start: int, end: int) -> None:
        self._piece_starts.append(start)
        self._piece_ends.append(end)
        self._inside.append(self._current)

    def _take_text(self, end: int) -> None:
        current = self._current
        if self._content[current] != _Content.TEXT:
            is_space = not self.text[self._at : end].strip(_SPACES)
            self._content[current] = _Content.SPACES if is_space else _Content.TEXT

    def _take_data(self, start: int, end: int) -> None:
        self._take(start, end)
        if self._current >= 0:
            self._content[self._current] = _Content.TEXT

    def _take_open(self, start: int, end: int) -> None:
        text = self.text
        self._take(start, end)
        piece, element = len(self._piece_starts) - 1, len(self._first)
        self._first.append(piece)
        self._last.append(piece)
        self._parents.append(self._current)
        self._content.append(_Content.NONE)
        self._kept.append(_KEPT.search(text, start, end) is not None if "xml:" in text[start:end] else 0)
        if text[end - 2] != "/":
            name = _NAME.match(text, start + 1)
            self._open.append(name.group() if name else "")
            self._current = element

    def _take_close(self, start: int, end: int) -> bool:
        """False where it closes nothing that is open."""
        name = self.text[start + 2 : end - 1].rstrip(_SPACES)
        if not self._open or self._open[-1] != name:
            return False
        self._take(start, end)
        element = self._current
        self._last[element] = len(self._piece_starts) - 1
        self._open.pop()
        self._current = self._parents[element]
        self._note_field(element, _local(name), start)
        return True

    def _note_field(self, element: int, name: str, end: int) -> None:
        """Whether a field of a lead ends here."""
        outer = _local(self._open[-1]) if self._open else ""
        if name == "attrName" and outer == "attribute":
            begin = self._piece_ends[self._first[element]]
            self._names.append(unescape(self.text[begin:end]))
            self._places.append(self._current)
        elif name in _IDENTIFIERS and outer == "leadRecord":
            self._names.append(name)
            self._places.append(element)

    def _close_the_rest(self) -> None:
        """What is still open where the reading ends, ends there too."""
        if self._current < 0:
            return
        self._take(self._at, self._at)
        while self._current >= 0:
            self._last[self._current] = len(self._piece_starts) - 1
            self._current = self._parents[self._current]


@lru_cache(1024)  # names come from outside
def _local(name: str) -> str:
    return name.rpartition(":")[2]
