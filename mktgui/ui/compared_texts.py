"""Two texts side by side with their differences marked; scrolling one takes the other along."""

from bisect import bisect_right
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from mktgui.domain.line_difference import Change
from mktgui.ui.text_lines import LaidOut
from mktgui.ui.text_pane import MOST_MARKED, TextPane
from mktgui.ui.theme import Theme

_DIFFERS, _ONLY_LEFT, _ONLY_RIGHT = "≠", "−", "+"
_COLOURS = {_DIFFERS: "changed_back", _ONLY_LEFT: "error_back", _ONLY_RIGHT: "good_back"}


class ComparedTexts(QWidget):
    """A sign in the margin says what its colour says: ≠ differs, − only at the left, + only at the right."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.left, self.right = TextPane(theme), TextPane(theme)
        self._changes: tuple[Change, ...] = ()
        self._turned: tuple[Change, ...] = ()  # the same from the other side
        self._current = 0
        self._following = False
        self.left.setAccessibleName(self.tr("Left message"))
        self.right.setAccessibleName(self.tr("Right message"))
        both = QSplitter(Qt.Orientation.Horizontal)
        for pane in (self.left, self.right):
            both.addWidget(pane)
            pane.verticalScrollBar().valueChanged.connect(partial(self._follow, pane))
            pane.filled.connect(self._show_current)
        both.setChildrenCollapsible(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(both)

    @property
    def count(self) -> int:
        """How many differences there are."""
        return len(self._changes)

    def show_texts(self, left: LaidOut, right: LaidOut, changes: tuple[Change, ...]) -> None:
        """Show another comparison, from its first difference on."""
        self._changes, self._current = changes, 0
        self._turned = tuple(Change(one.right, one.left) for one in changes)
        self.left.show_lines(left.lines)
        self.right.show_lines(right.lines)
        self.left.margin.show_signs([(*one.left, _sign(one)) for one in changes])
        self.right.margin.show_signs([(*one.right, _sign(one)) for one in changes])
        self._show_current()

    def step(self, by: int) -> None:
        """Go to the next difference, or back; round at the end."""
        if self._changes:
            self._current = (self._current + by) % len(self._changes)
            self._show_current()

    def where(self) -> str:
        """At which difference of how many this is."""
        locale = self.locale()
        return self.tr("Difference {number} of {count}").format(
            number=locale.toString(self._current + 1), count=locale.toString(len(self._changes))
        )

    def _show_current(self) -> None:
        if not self._changes or not (self.left.is_filled and self.right.is_filled):
            return
        first = max(0, self._current - MOST_MARKED // 2)
        near = self._changes[first : first + MOST_MARKED]
        for sign, colour in _COLOURS.items():
            same = [one for one in near if _sign(one) == sign]
            self.left.mark(sign, [_span(self.left, one.left) for one in same if one.left[0] < one.left[1]], colour)
            self.right.mark(sign, [_span(self.right, one.right) for one in same if one.right[0] < one.right[1]], colour)
        current = self._changes[self._current]
        self._following = True
        for pane, lines in ((self.left, current.left), (self.right, current.right)):
            line = min(lines[0], len(pane.lines) - 1)
            pane.bring_into_view((pane.lines.starts[line], _span(pane, lines)[1]))
        self._following = False

    def _follow(self, pane: TextPane, _value: int) -> None:
        """Have the other side show what stands beside this one's first line."""
        if self._following or not (self.left.is_filled and self.right.is_filled):
            return
        line = pane.firstVisibleBlock().blockNumber()
        is_left = pane is self.left
        beside = line_beside(self._changes if is_left else self._turned, line)
        self._following = True
        (self.right if is_left else self.left).verticalScrollBar().setValue(beside)
        self._following = False


def line_beside(changes: tuple[Change, ...], line: int) -> int:
    """The line of the right text that stands beside this one of the left."""
    number = bisect_right(changes, line, key=lambda one: one.left[0]) - 1
    if number < 0:
        return line
    change = changes[number]
    if line < change.left[1]:
        return min(change.right[0] + line - change.left[0], max(change.right[0], change.right[1] - 1))
    return line - change.left[1] + change.right[1]


def _sign(change: Change) -> str:
    if change.left[0] == change.left[1]:
        return _ONLY_RIGHT
    return _ONLY_LEFT if change.right[0] == change.right[1] else _DIFFERS


def _span(pane: TextPane, lines: tuple[int, int]) -> tuple[int, int]:
    last = max(lines[0], lines[1] - 1)
    if last >= len(pane.lines):
        return len(pane.text()), len(pane.text())
    return pane.lines.starts[lines[0]], pane.lines.span(last)[1]
