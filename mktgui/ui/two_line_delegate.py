"""Paints a list entry on two lines: what it is, and below it in a quieter colour what else there is to say."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from mktgui.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex
SECOND_LINE = Qt.ItemDataRole.UserRole + 1
"""The role under which an entry keeps its second line."""

_EDGE = 4  # pixels around the text


class TwoLineDelegate(QStyledItemDelegate):
    """Both lines are cut off with dots where they are too long; the tip of the entry has them whole."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(60, 2 * option.fontMetrics.height() + 2 * _EDGE)

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        option.text = ""  # the style paints all but the lines

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        colours = self._colours(option)
        lines = (index.data(Qt.ItemDataRole.DisplayRole), index.data(SECOND_LINE))
        height = option.fontMetrics.height()
        painter.save()
        for number, (line, colour) in enumerate(zip(lines, colours, strict=True)):
            place = QRect(
                option.rect.left() + _EDGE,
                option.rect.top() + _EDGE + number * height,
                option.rect.width() - 2 * _EDGE,
                height,
            )
            painter.setPen(colour)
            shown = option.fontMetrics.elidedText(str(line or ""), Qt.TextElideMode.ElideRight, place.width())
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, shown)
        painter.restore()

    def _colours(self, option: QStyleOptionViewItem) -> tuple[QColor, QColor]:
        group = (
            QPalette.ColorGroup.Active if option.state & QStyle.StateFlag.State_Active else QPalette.ColorGroup.Inactive
        )
        if option.state & QStyle.StateFlag.State_Selected:
            chosen = option.palette.color(group, QPalette.ColorRole.HighlightedText)
            return chosen, chosen
        return option.palette.color(group, QPalette.ColorRole.Text), QColor(self._theme.colours.muted)
