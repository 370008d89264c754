"""Paints the boxes to tick in a table so that they are seen when they are not ticked."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from mktgui.ui.theme import Theme, box_outline

Index = QModelIndex | QPersistentModelIndex


class TickDelegate(QStyledItemDelegate):
    """In the palette of the cell alone: in that of the table the same colour would be the grid's too."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        own = QPalette(option.palette)
        own.setColor(QPalette.ColorRole.Window, box_outline(self._theme.colours))
        option.palette = own
