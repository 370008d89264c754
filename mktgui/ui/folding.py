"""Hides what is inside elements that the person has folded, a little at a time where it is much."""

import re
from html import unescape
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSizeF, QTimer, Signal
from PySide6.QtGui import QTextBlock

from mktgui.ui.text_lines import NO_FOLDS, Folds

if TYPE_CHECKING:
    from mktgui.ui.text_pane import TextPane

BLOCKS_AT_ONCE = 1_500  # hidden or shown before the window has its turn
_LONGEST_SUMMARY = 80  # characters
_LOOKED_AT = 1_000  # characters of the text, for a summary
_TAG = re.compile(r"<[^<>]*>?")


class Folding(QObject):
    """Which lines are folded. A line stands for the outermost element that begins in it and goes on in others."""

    changed = Signal()
    """Everything that was to be hidden or shown is."""

    def __init__(self, pane: "TextPane") -> None:
        super().__init__(pane)
        self._pane = pane
        self._folds = NO_FOLDS
        self._folded: set[int] = set()
        self._at, self._last, self._hidden_to = 0, -1, -1  # what is still to be gone through
        self._slices = QTimer(self)
        self._slices.setSingleShot(True)
        self._slices.timeout.connect(self._sweep_slice)

    def use(self, folds: Folds) -> None:
        """The text is another one, with nothing folded."""
        self._slices.stop()
        self._folds = folds
        self._folded.clear()
        self._at, self._last, self._hidden_to = 0, -1, -1

    @property
    def is_possible(self) -> bool:
        """Whether there is anything to fold."""
        return bool(self._folds.firsts)

    def is_fold(self, line: int) -> bool:
        """Whether something can be folded into this line."""
        return self._folds.number_at(line) is not None

    def is_folded(self, line: int) -> bool:
        """Whether something is."""
        return line in self._folded

    def line_behind(self, line: int) -> int:
        """The next line that can be seen."""
        return (self._end(line) if line in self._folded else line) + 1

    def hidden_by(self, line: int) -> int:
        """How many lines are folded into this one, or would be."""
        return self._end(line) - line

    def around(self, line: int) -> int | None:
        """The line into which this one would be folded next: itself, or that of the innermost element around it."""
        open_ones = (self._folds.firsts[number] for number in self._folds.around(line))
        return next((first for first in open_ones if first not in self._folded), None)

    def fold(self, line: int) -> None:
        """Fold the element that begins in this line."""
        if self.is_fold(line) and line not in self._folded:
            self._folded.add(line)
            self._take_cursor_out(line)
            self._sweep(line, self._end(line))

    def unfold(self, line: int) -> None:
        """Show what is folded into this line."""
        if line in self._folded:
            self._folded.remove(line)
            self._sweep(line, self._end(line))

    def toggle(self, line: int) -> None:
        """The one or the other."""
        (self.unfold if line in self._folded else self.fold)(line)

    def fold_all(self) -> None:
        """Fold every element that holds no other one of several lines: a lead then has a line for each attribute."""
        firsts, lasts = self._folds.firsts, self._folds.lasts
        inner = (number + 1 == len(firsts) or firsts[number + 1] > lasts[number] for number in range(len(firsts)))
        self._folded = {first for first, is_inner in zip(firsts, inner, strict=True) if is_inner}
        for line in self._hiding(self._pane.textCursor().blockNumber()):
            self._take_cursor_out(line)
        self._sweep_everything()

    def unfold_all(self) -> None:
        """Show everything."""
        self._folded.clear()
        self._sweep_everything()

    def show(self, line: int) -> None:
        """Unfold whatever hides this line, at once."""
        hiding = self._hiding(line)
        if not hiding:
            return
        self._folded.difference_update(hiding)
        self._sweep(min(hiding), max(self._end(first) for first in hiding))
        block = self._pane.document().findBlockByNumber(line)
        if not block.isVisible():
            self._set_visible(block, visible=True)
            self._settle()

    def summary(self, line: int) -> str:
        """In short what is folded into this line."""
        lines = self._pane.lines
        begin, end = lines.span(line)[1], lines.span(self._end(line))[1]
        words = (word.strip() for word in _TAG.split(lines.text[begin : min(end, begin + _LOOKED_AT)]))
        text = " · ".join(" ".join(unescape(word).split()) for word in words if word)
        return f"… {text[:_LONGEST_SUMMARY]}{'…' if len(text) > _LONGEST_SUMMARY else ''}"

    def _hiding(self, line: int) -> list[int]:
        """The folded lines into which this one has gone."""
        around = (self._folds.firsts[number] for number in self._folds.around(line))
        return [first for first in around if first in self._folded and first < line]

    def _end(self, line: int) -> int:
        number = self._folds.number_at(line)
        return line if number is None else self._folds.lasts[number]

    def _take_cursor_out(self, line: int) -> None:
        """A cursor in what is hidden would go nowhere."""
        cursor = self._pane.textCursor()
        if line < cursor.blockNumber() <= self._end(line):
            cursor.setPosition(self._pane.document().findBlockByNumber(line).position())
            self._pane.setTextCursor(cursor)

    def _sweep_everything(self) -> None:
        self._sweep(0, len(self._pane.lines) - 1)

    def _sweep(self, first: int, last: int) -> None:
        """Go through these lines, together with what is still left of another change."""
        if self._slices.isActive():
            first, last = 0, len(self._pane.lines) - 1
        self._at, self._last, self._hidden_to = first, last, -1
        self._sweep_slice()

    def _sweep_slice(self) -> None:
        block = self._pane.document().findBlockByNumber(self._at)
        behind = min(self._at + BLOCKS_AT_ONCE, self._last + 1)
        for line in range(self._at, behind):
            visible = line > self._hidden_to
            if block.isVisible() != visible:
                self._set_visible(block, visible=visible)
            if visible and line in self._folded:
                self._hidden_to = self._end(line)
            block = block.next()
        self._at = behind
        if self._at <= self._last:
            self._slices.start(0)
        self._settle()

    def _set_visible(self, block: QTextBlock, *, visible: bool) -> None:
        block.setVisible(visible)
        block.setLineCount(1 if visible else 0)
        if visible:
            block.clearLayout()  # wrapped, it counts its lines anew; to ask its layout would make one for each block

    def _settle(self) -> None:
        """Have the scroll bars and the view follow."""
        layout = self._pane.document().documentLayout()
        layout.documentSizeChanged.emit(QSizeF(layout.documentSize()))
        self._pane.viewport().update()
        if not self._slices.isActive():
            self.changed.emit()
