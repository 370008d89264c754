"""A text as lines for the screen, with the way from a place on the screen to the character in the text and back.

A text widget changes what it is given: line ends, characters that it takes for its own signs. So it gets something to
show, and what is copied, searched and gone to is always the text itself.
"""

import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from mktgui.domain.outline import NO_OUTLINE, Outline, Span
from mktgui.domain.ports import MessageText

SHORT_TEXT = 60_000  # characters that the widget lays out in less than 50 ms, however they are parted
LONGEST_LINE = 20_000
LONGEST_LINE_OF_MANY = 1_000  # thirty of them are on the screen at once
SLICE = 512 * 1024  # characters

_LINE_END = re.compile("\r\n|\n|\r")
# Control characters, separators, byte order marks, and what Qt takes for a frame, an object or half of a character.
_UNSHOWABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f\x85\u2028\u2029\ufdd0-\ufdef\ufeff\ufffc\ud800-\udfff]")
_SIGNS = {"\x7f": "\u2421", "\x85": "\u2424", "\u2028": "\u21b5", "\u2029": "\u00b6", "\ufeff": "\u25cc"}
_FIRST_SIGN = 0x2400  # Unicode has a picture for each control character, in the same order
_SPACE = 0x20


@dataclass(frozen=True, slots=True)
class Folds:
    """Elements of more than one line: in which line each begins, and in which it ends. At most one begins in a line.

    `parents` has the number of the next one around each, -1 where there is none.
    """

    firsts: "array[int]"
    lasts: "array[int]"
    parents: "array[int]"

    def number_at(self, line: int) -> int | None:
        """Which begins in this line."""
        number = bisect_left(self.firsts, line)
        return number if number < len(self.firsts) and self.firsts[number] == line else None

    def around(self, line: int) -> Iterator[int]:
        """Those to which this line belongs, innermost first."""
        number = bisect_right(self.firsts, line) - 1
        while number >= 0:
            if self.lasts[number] >= line:
                yield number
            number = self.parents[number]


@dataclass(frozen=True, slots=True)
class TextLines:
    """`starts` are the characters at which the lines begin; a long line of the text is several of these."""

    text: str
    starts: "array[int]"
    broken: bool = False

    def __len__(self) -> int:
        return len(self.starts)

    def span(self, line: int) -> Span:
        """Where a line begins and ends, without its line end."""
        start = self.starts[line]
        end = self.starts[line + 1] if line + 1 < len(self.starts) else len(self.text)
        while end > start and self.text[end - 1] in "\r\n":
            end -= 1
        return start, end

    def line_of(self, offset: int) -> int:
        """The line in which a character is."""
        return bisect_right(self.starts, offset) - 1

    def goes_on(self, line: int) -> bool:
        """Whether this is the middle of a line that was too long."""
        start = self.starts[line]
        return start > 0 and self.text[start - 1] not in "\r\n"

    def shown(self, first: int, behind: int) -> str:
        """Lines for the widget, parted by line feeds: as many characters as in the text, and it changes none."""
        joined = "\n".join(self.text[slice(*self.span(line))] for line in range(first, behind))
        return _UNSHOWABLE.sub(_sign, joined)

    def place(self, offset: int) -> tuple[int, int]:
        """The line of a character, and where in it the widget has it: that counts UTF-16 units."""
        line = self.line_of(offset)
        start, end = self.span(line)
        return line, _units(self.text[start : min(offset, end)])

    def offset(self, line: int, column: int) -> int:
        """The character at a place in the widget."""
        start, end = self.span(line)
        shown = self.text[start:end]
        if shown.isascii():
            return start + min(column, len(shown))
        return start + len(shown.encode("utf-16-le", "replace")[: 2 * column].decode("utf-16-le", "ignore"))


@dataclass(frozen=True, slots=True)
class LaidOut:
    """A message as it is put on the screen."""

    message: MessageText
    lines: TextLines
    folds: Folds

    @property
    def outline(self) -> Outline:
        """Where its elements are."""
        return self.message.outline or NO_OUTLINE


NO_FOLDS = Folds(array("I"), array("I"), array("i"))
NO_LINES = TextLines("", array("I", [0]))


def lay_out(message: MessageText) -> LaidOut:
    """Find the lines and what can be folded. For worker threads: a long text takes a while."""
    lines = lines_of(message.text)
    in_one_line = lines.broken and not message.formatted  # where it was broken means nothing
    return LaidOut(message, lines, NO_FOLDS if in_one_line else folds_of(message.outline or NO_OUTLINE, lines))


def lines_of(text: str) -> TextLines:
    """The lines of a text, long ones broken."""
    longest = LONGEST_LINE if len(text) <= SHORT_TEXT else LONGEST_LINE_OF_MANY
    starts, broken, start = array("I", [0]), False, 0
    for end in _line_ends(text):
        if end - start > longest:
            starts.extend(range(start + longest, end - 1, longest))
            broken = True
        starts.append(end)
        start = end
    if len(text) - start > longest:
        starts.extend(range(start + longest, len(text), longest))
        broken = True
    return TextLines(text, starts, broken)


def _line_ends(text: str) -> Iterator[int]:
    """Behind each line end. Looked for in slices: while `re` finds none, no other thread has its turn."""
    for start in range(0, len(text), SLICE):
        for found in _LINE_END.finditer(text, start, start + SLICE):
            if found.end() == start + SLICE and text[start + SLICE - 1 : start + SLICE + 1] == "\r\n":
                continue  # the next slice begins with its second half
            yield found.end()


def folds_of(outline: Outline, lines: TextLines) -> Folds:
    """What can be folded: of those that begin in the same line, the outermost."""
    firsts, lasts, parents = array("I"), array("I"), array("i")
    edges = array("I")  # where each that can be folded ends
    line, behind, parent = -1, 0, -1
    for start, end in zip(outline.starts, outline.ends, strict=True):
        if start < behind and end <= behind:
            continue  # in one line with what was looked at last
        line = lines.line_of(start)
        behind = lines.starts[line + 1] if line + 1 < len(lines) else len(lines.text)
        if end > behind and not (firsts and firsts[-1] == line):
            while parent >= 0 and edges[parent] <= start:
                parent = parents[parent]
            parents.append(parent)
            parent = len(firsts)
            firsts.append(line)
            lasts.append(lines.line_of(end - 1))
            edges.append(end)
    return Folds(firsts, lasts, parents)


def _units(text: str) -> int:
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "replace")) // 2


def _sign(found: re.Match[str]) -> str:
    character = found.group()
    if ord(character) < _SPACE:
        return chr(_FIRST_SIGN + ord(character))
    return _SIGNS.get(character, "\ufffd")
