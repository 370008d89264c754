"""Copy and paste of the attribute table, as spreadsheets do it, with a sentence about what came of it."""

from collections.abc import Sequence

from PySide6.QtCore import QObject
from PySide6.QtGui import QClipboard

from mktgui.domain.draft import KEEP, Row
from mktgui.domain.pasted import read_cells, write_cells
from mktgui.ui.attribute_cells import Column
from mktgui.ui.attribute_lines import Line
from mktgui.ui.attribute_model import AttributeModel
from mktgui.ui.attribute_view import AttributeView
from mktgui.ui.pasted_rows import TWO, Pasted, pasted_rows
from mktgui.ui.row_edits import Merged

_COPIED = (Column.FIELD, Column.API_NAME, Column.NOW, Column.VALUE)


class AttributeClipboard(QObject):
    """Works on the table's selection. Every act returns a sentence, or empty text where nothing needs saying."""

    def __init__(self, model: AttributeModel, view: AttributeView, clipboard: QClipboard) -> None:
        super().__init__(view)
        self._model, self._view, self._clipboard = model, view, clipboard

    def copy(self) -> str:
        """Put the selected cells on the clipboard."""
        header = self._view.horizontalHeader()
        lines: dict[int, list[tuple[int, str]]] = {}
        for index in self._view.selectedIndexes():
            line = self._model.line(index.row())
            if line is None or index.column() == Column.REMARK or self._view.isColumnHidden(index.column()):
                continue
            text = self._model.cells.text(line, index.column())
            lines.setdefault(index.row(), []).append((header.visualIndex(index.column()), text))
        if lines:
            self._clipboard.setText(write_cells([[text for _, text in sorted(lines[row])] for row in sorted(lines)]))
        return ""

    def copy_lines(self) -> str:
        """Put all lines that are to be seen on the clipboard, under the names of their columns."""
        cells = self._model.cells
        lines = self._model.lines()
        table = [[cells.title(column) for column in _COPIED]]
        table += [[cells.text(line, column) for column in _COPIED] for line in lines]
        self._clipboard.setText(write_cells(table))
        return self.tr("Copied %n line(s).", "", len(lines))

    def paste(self) -> str:
        """Take over what is on the clipboard: two columns set fields by name, one column fills cells downwards."""
        cells = read_cells(self._clipboard.text())
        if not any(any(row) for row in cells):
            return self.tr("There is nothing to paste on the clipboard.")
        if max(len(row) for row in cells) >= TWO:
            return self._paste_table(pasted_rows(cells))
        texts = [row[0] for row in cells]
        current = self._view.currentIndex()
        line = self._model.line(current.row())
        if current.column() == Column.FIELD and (line is None or not line.is_field):
            return self._paste_names(texts)
        return self._paste_values(max(current.row(), 0), texts)

    def _paste_table(self, pasted: Pasted) -> str:
        fields = self._model.fields
        meant = [self._as_meant(row) for row in pasted.rows]
        pairs = zip(meant, pasted.rows, strict=True)
        by_label = sum(new.name.casefold() != old.name.strip().casefold() for new, old in pairs if new.name in fields)
        made = self._model.edits.merge(meant, self.tr("Paste"))
        told = [self.tr("Pasted %n row(s).", "", len(meant))]
        if pasted.headed:
            told.append(self.tr("The first row was left out: it names the columns."))
        elif pasted.widest > TWO:
            told.append(self.tr("Only the first two of {count} columns were taken.").format(count=pasted.widest))
        if by_label:
            told.append(self.tr("%n name(s) were found by their label.", "", by_label))
        if made.replaced:
            told.append(self.tr("%n new value(s) were replaced; Undo brings them back.", "", made.replaced))
        if made.without_value:
            told.append(self.tr("%n row(s) without a value were left alone.", "", made.without_value))
        return " ".join([*told, *self._of_names(made)])

    def _as_meant(self, row: Row) -> Row:
        name = self._model.meant(row.name)
        return row if name == row.name else Row(name, row.edit)

    def _of_names(self, made: Merged) -> list[str]:
        """What there is to say of the fields that were named."""
        fields = self._model.fields
        unknown = sum(name not in fields for name in made.names) if self._model.names_are_complete else 0
        return [
            *([self.tr("%n name(s) are unknown here: see the remarks.", "", unknown)] if unknown else []),
            *self._of_locks([fields[name] for name in made.names if name in fields]),
        ]

    def _of_locks(self, lines: Sequence[Line]) -> list[str]:
        locked = sum(line.is_locked and line.is_changed for line in lines)
        return [self.tr("%n field(s) are locked and cannot be sent: see the remarks.", "", locked)] if locked else []

    def _paste_names(self, texts: list[str]) -> str:
        names = [Row(self._model.meant(text), KEEP) for text in texts if text.strip()]
        made = self._model.edits.merge(names, self.tr("Paste"))
        return " ".join([self.tr("Pasted %n name(s).", "", len(names)), *self._of_names(made)])

    def _paste_values(self, place: int, texts: list[str]) -> str:
        self._model.edits.fill(place, texts)
        lines = self._model.lines()[place : place + len(texts)]
        return " ".join([self.tr("Pasted %n cell(s).", "", len(texts)), *self._of_locks(lines)])
