"""The parts of the attribute table around its view, for whatever moves or speaks there."""

from PySide6.QtGui import QUndoStack
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mktgui.ui.attribute_cells import Column
from mktgui.ui.attribute_filter import AttributeFilter
from mktgui.ui.attribute_model import AttributeModel
from mktgui.ui.attribute_view import AttributeView
from mktgui.ui.offer_line import OfferLine
from mktgui.ui.sentences import Sentences
from mktgui.ui.theme import Theme
from tests.ui.lead_sheet import CATALOGUE, RECORD


class TableParts(QWidget):
    """A lead and its fields, nothing marked, with nothing between filter, view and line."""

    def __init__(self, undo: QUndoStack, theme: Theme, sentences: Sentences) -> None:
        super().__init__()
        self.model = AttributeModel(undo, theme, sentences)
        self.view, self.filter, self.line = AttributeView(self.model), AttributeFilter(self.model), OfferLine()
        self._layout = QVBoxLayout(self)
        for widget in (self.filter, self.view, self.line):
            self._layout.addWidget(widget)
        self.model.show_lead(RECORD, CATALOGUE, frozenset())

    def put(self, widget: QWidget) -> None:
        """Give it a place."""
        self._layout.addWidget(widget)

    def go(self, name: str, column: Column = Column.VALUE) -> None:
        """Put the cursor on a field."""
        place = next(line.place for line in self.model.lines() if line.name == name)
        self.view.setCurrentIndex(self.model.index(place, column))

    @property
    def here(self) -> str:
        """The field that the cursor is on."""
        line = self.model.line(self.view.currentIndex().row())
        return line.name if line is not None else ""
