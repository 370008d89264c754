"""The strip at the left of a text: where something can be folded, where a line only goes on, and what is lit up."""

from bisect import bisect_right
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from mktgui.ui.theme import Theme

if TYPE_CHECKING:
    from mktgui.ui.text_pane import TextPane

_GOES_ON = "↪"
_BAR = 3  # pixels: what is lit up has a bar beside it, for those who do not see its colour
_LEAST_BOX = 9
LIT = "lit"  # the layer of marks that gets a bar


class FoldMargin(QWidget):
    """For the mouse. Keys do the same in the text, so this has no focus and says nothing to a screen reader."""

    def __init__(self, pane: "TextPane", theme: Theme) -> None:
        super().__init__(pane)
        self._pane, self._theme = pane, theme
        self._signs: list[tuple[int, int, str]] = []
        self.setCursor(Qt.CursorShape.ArrowCursor)
        pane.updateRequest.connect(self._follow)
        pane.folding.changed.connect(self.update)
        theme.changed.connect(self.update)

    def fit(self, needed: bool) -> None:  # noqa: FBT001 - reads well as it is
        """Take as much room as signs need, or next to none."""
        pane = self._pane
        width = pane.fontMetrics().height() + 2 * _BAR if needed else _BAR + 1
        pane.make_room(width)
        inside = pane.contentsRect()
        self.setGeometry(QRect(inside.left(), inside.top(), width, inside.height()))
        self.update()

    def show_signs(self, signs: list[tuple[int, int, str]]) -> None:
        """Put a sign beside the lines from one to before another, instead of what would stand there."""
        self._signs = [one for one in signs if one[0] < one[1]]
        self.fit(bool(signs) or self._pane.folding.is_possible)

    def sign(self, line: int) -> str:
        """What stands beside a line."""
        folding = self._pane.folding
        if self._signs:
            number = bisect_right(self._signs, line, key=lambda one: one[0]) - 1
            return self._signs[number][2] if number >= 0 and line < self._signs[number][1] else ""
        if folding.is_fold(line):
            return "+" if folding.is_folded(line) else "−"
        return _GOES_ON if self._pane.lines.broken and self._pane.lines.goes_on(line) else ""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        height = event.position().y()
        for line, top, tall in self._pane.visible_lines():
            if top <= height < top + tall:
                self._pane.folding.toggle(line)
                return

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """It belongs to the press."""

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colours = self._theme.colours
        painter.fillRect(event.rect(), QColor(colours.window))
        lit = [
            (self._pane.lines.line_of(start), self._pane.lines.line_of(max(start, end - 1)))
            for start, end in self._pane.marked(LIT)
        ]
        row = self._pane.fontMetrics().lineSpacing()
        for line, top, tall in self._pane.visible_lines():
            if any(first <= line <= last for first, last in lit):
                painter.fillRect(QRect(0, round(top), _BAR, round(tall)), QColor(colours.accent))
            self._paint_sign(painter, self.sign(line), QRect(_BAR, round(top), self.width() - _BAR, row))
        painter.end()

    def _paint_sign(self, painter: QPainter, sign: str, where: QRect) -> None:
        painter.setPen(QColor(self._theme.colours.muted))
        if sign not in {"+", "−"} or self._signs:
            painter.drawText(where, Qt.AlignmentFlag.AlignCenter, sign)
            return
        side = max(_LEAST_BOX, where.height() * 3 // 5) | 1  # odd, so that the strokes are in the middle
        box = QRect(0, 0, side - 1, side - 1)
        box.moveCenter(where.center())
        middle, reach = box.center(), side // 2 - 2
        painter.drawRect(box)
        painter.drawLine(middle.x() - reach, middle.y(), middle.x() + reach, middle.y())
        if sign == "+":
            painter.drawLine(middle.x(), middle.y() - reach, middle.x(), middle.y() + reach)

    def _follow(self, _rect: QRect, moved: int) -> None:
        if moved:
            self.scroll(0, moved)
        else:
            self.update()
