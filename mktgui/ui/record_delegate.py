"""Draws the rows of the record, which a person waits for: the style asks seven things of each cell, one after another.

What is beside the usual, it still leaves to the style: a row that is chosen, and text that is too long for its cell or
written from right to left.
"""

import re

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from mktgui.ui.record_model import Cell, RecordModel

Index = QModelIndex | QPersistentModelIndex

_State = QStyle.StateFlag
_CHOSEN = (_State.State_Selected | _State.State_HasFocus | _State.State_MouseOver).value
_WIDE = 3  # pixels that the widest usual letter needs at the least: so short a text fits without measuring
# The letters of most leads, and our own marks, all of which stand one beside the other as they are. Of others some join
# the one before them, are not drawn, run from right to left, or come from a font that stands higher: the style knows.
_USUAL = re.compile(
    "[ -~\xa0-\xac\xae-\u017f\u0391-\u03a1\u03a3-\u03c9\u0400-\u045f\u1ea0-\u1ef9"
    "\u2010-\u2015\u2018-\u201e\u2026\u20ac\u25b2\u2713\u2715"
    "\u3001-\u3003\u3008-\u3011\u3041-\u3093\u30a1-\u30fe\u4e00-\u9fa5\uac00-\ud7a3\uff01-\uff5e]*"
)


class RecordDelegate(QStyledItemDelegate):
    """For one table. It looks as the style would draw it."""

    def __init__(self, model: RecordModel, table: QTableView) -> None:
        super().__init__(table)
        self._model, self._table = model, table
        self._at, self._cells = (-1, -1), tuple[Cell, ...]()
        model.dataChanged.connect(self._forget)
        model.modelReset.connect(self._forget)
        self._edge = table.style().pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin, None, table) + 1

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        cell = self._cell(index.row(), index.column())
        rect = option.rect
        left, top, width, height = rect.left(), rect.top(), rect.width(), rect.height()
        metrics = option.fontMetrics
        if self._is_unusual(cell, option, metrics, width - 2 * self._edge):
            super().paint(painter, option, index)
            return
        if cell.back is not None:
            painter.fillRect(left, top, width, height, cell.back)
        if not cell.text:
            return
        base = top + (height - metrics.height()) // 2 + metrics.ascent()
        painter.setPen(cell.colour or option.palette.color(QPalette.ColorRole.Text))
        if cell.is_ours:
            painter.setFont(self._model.italic)
        painter.drawText(left + self._edge, base, cell.text)
        if cell.is_ours:
            painter.setFont(option.font)

    def _cell(self, row: int, column: int) -> Cell:
        """A row is drawn from left to right, and looked up once for that."""
        if row != self._at[0] or column <= self._at[1]:
            self._cells = self._model.cells(row)
        self._at = row, column
        return self._cells[column]

    def _forget(self) -> None:
        self._at = -1, -1

    def _is_unusual(self, cell: Cell, option: QStyleOptionViewItem, metrics: QFontMetrics, width: int) -> bool:
        if option.state.value & _CHOSEN or option.direction is not Qt.LayoutDirection.LeftToRight:
            return True
        if not _USUAL.fullmatch(cell.text):
            return True
        # The advance is rounded: the text may be a part of a dot wider.
        return len(cell.text) * _WIDE > width or metrics.horizontalAdvance(cell.text) >= width
