"""A value of the attribute table that is edited in as many lines as it has, in an editor below the table."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from mktgui.domain.draft import Row
from mktgui.ui.attribute_cells import Column
from mktgui.ui.attribute_lines import Line
from mktgui.ui.attribute_model import AttributeModel
from mktgui.ui.attribute_view import AttributeView
from mktgui.ui.long_editor import LongEditor


class LongValue(QObject):
    """Keeps editor and line together, also where the line leaves the table meanwhile. Made for the first such value.

    `put` gives the editor its place.
    """

    typed = Signal()
    """`rows_as_typed` may be others now."""

    def __init__(self, model: AttributeModel, view: AttributeView, put: Callable[[QWidget], None]) -> None:
        super().__init__(view)
        self._model, self._view = model, view
        self._line: Line | None = None
        self.editor = LongEditor()
        self.editor.finished.connect(self._take)
        self.editor.closed.connect(self._end)
        self.editor.edited.connect(self.typed)
        put(self.editor)

    @property
    def rows_as_typed(self) -> tuple[Row, ...] | None:
        """The rows with what stands in the editor; None where nothing was typed there."""
        text = self.editor.as_typed
        if self._line is None or text is None:
            return None
        return self._model.edits.rows_with(self._line, Column.VALUE, text)

    def begin(self, line: Line, text: str) -> None:
        """Edit this text, which is the new value of a line."""
        self._line = line
        self.editor.begin(line.label or line.name, text)

    def finish(self) -> None:
        """Take over what was typed, and shut."""
        if self._line is not None:
            self.editor.finish()

    def _take(self, text: str) -> None:
        if self._line is not None:
            self._model.edits.give(self._line, text)

    def _end(self) -> None:
        line, self._line = self._line, None
        if line is not None and self._model.line(line.place) is line:
            self._view.setCurrentIndex(self._model.index(line.place, Column.VALUE))
        self._view.setFocus(Qt.FocusReason.OtherFocusReason)
