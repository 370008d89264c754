"""Where a person goes in the attribute table: to a new row, to a change, from the filter, from a message."""

from PySide6.QtCore import QObject, Qt, Signal

from mktgui.ui.attribute_cells import Column
from mktgui.ui.attribute_filter import AttributeFilter
from mktgui.ui.attribute_model import AttributeModel
from mktgui.ui.attribute_view import AttributeView


class TableCursor(QObject):
    """Made with the first step. Tells which field it stands on, whoever has moved it."""

    picked = Signal(str)
    """The API name of the field that the person has come to; empty where it is none."""

    def __init__(self, model: AttributeModel, view: AttributeView, fields: AttributeFilter) -> None:
        super().__init__(view)
        self._model, self._view, self._filter = model, view, fields
        self._picked = ""

    def begin(self) -> None:
        """Come here with the keyboard: to the filter where there are fields to choose from, else to the first row."""
        if self._model.fields and not self._model.rows:
            self._filter.open()
        elif self._model.rows:
            if not self._view.hasFocus():
                self._go_to_change()
            self.enter()
        else:
            self.add_row()

    def enter(self) -> None:
        """From the filter to the line that is meant, or to where one was."""
        current, wanted = self._view.currentIndex(), self._filter.text.text()
        if wanted or not current.isValid():
            place, column = self._model.nearest_place(wanted), Column.VALUE if self._model.has_lines else Column.FIELD
            self._view.setCurrentIndex(self._model.index(place, column))
        self._view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def add_row(self) -> None:
        """Go to the empty line and begin to type."""
        index = self._model.index(self._model.rowCount() - 1, Column.FIELD)
        self._view.setCurrentIndex(index)
        self._view.open(index)

    def add_custom(self, name: str) -> None:
        """Add a name that no field has, and go on to its value."""
        self._filter.clear()
        index = self._model.index(self._model.edits.add(name), Column.VALUE)
        self._view.setCurrentIndex(index)
        self._view.setFocus(Qt.FocusReason.OtherFocusReason)
        self._view.open(index)

    def go_to(self, name: str) -> None:
        """Come to the line of the field that a message calls so, where there is one."""
        line = self._model.line_in_message(name)
        if line is None:
            return
        self._model.reveal(line)
        if self._view.currentIndex().row() != line.place:
            self._view.setCurrentIndex(self._model.index(line.place, Column.VALUE))
        self.tell()  # also where another line has come to the same place

    def tell(self) -> None:
        """Where it stands, where that is news."""
        line = self._model.line(self._view.currentIndex().row())
        name = line.name if line is not None else ""
        if name != self._picked:
            self._picked = name
            self.picked.emit(name)

    def _go_to_change(self) -> None:
        """Have the first of the changes in sight, unless the cursor is on one."""
        line = self._model.line(self._view.currentIndex().row())
        changed = self._model.first_change
        if changed is not None and not (line is not None and line.is_changed):
            self._view.setCurrentIndex(self._model.index(changed.place, Column.VALUE))
