"""What is done to the lines of the attribute table: each act is one step that can be taken back."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from mktgui.domain.draft import CLEAR, KEEP, Edit, EditKind, Row, edit_from_text
from mktgui.ui.attribute_cells import FIELD, VALUE
from mktgui.ui.attribute_lines import NOWHERE, Line
from mktgui.ui.line_list import LineList
from mktgui.ui.row_edits import Merged, Slice, difference, edited, merged

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from mktgui.ui.attribute_model import AttributeModel


class LineEdits(QObject):
    """Made with the first act. The lines are those of the model, and every change goes through its one door."""

    led_to = Signal(int)
    """The name that was typed into the empty line, or over another one, now stands at this place."""

    def __init__(self, model: "AttributeModel", lines: LineList, undo: QUndoStack) -> None:
        super().__init__(model)
        self._model, self._list, self._undo = model, lines, undo

    def replace(self, rows: "Sequence[Row]", text: str) -> None:
        """Other rows in place of these, in one step of undo that is called `text`."""
        self._push(text, rows)

    def merge(self, rows: "Iterable[Row]", text: str) -> Merged:
        """Take rows in by their names, in one step of undo that is called `text`."""
        result = merged(self._list.rows, rows, self._list.fields.__contains__)
        self._push(text, result.rows)
        return result

    def add(self, name: str) -> int:
        """Add a row of exactly this name unless there is a line for it, and return the place of that line."""
        there = self._list.line_of(name)
        if there is None:
            self._push(self.tr("Add rows"), [*self._list.rows, Row(name)])
            there = self._list.line_of_row[-1]
        self._model.reveal(there)
        return there.place

    def give(self, line: Line, text: str) -> None:
        """Give a line this new value, also if it has left the table meanwhile."""
        if self._list.stands(line):
            self.set_value(line, text)
        else:
            self.merge([Row(line.name, edit_from_text(text))], self.tr("Edit"))

    def rows_with(self, line: Line | None, column: int, text: str) -> tuple[Row, ...]:
        """The rows as they would be with this text in a cell of a line, None for the empty one. Nothing changes."""
        rows, edit = self._model.rows, edit_from_text(text)
        if line is None and column == VALUE:
            return (*rows, Row("", edit)) if text else rows
        if line is None:
            name = self._list.meant(text)
            return (*rows, Row(name)) if text and self._list.line_of(name) is None else rows
        if not self._list.stands(line):
            return tuple(merged(rows, [Row(line.name, edit)], self._list.fields.__contains__).rows)
        row = Row(line.name, edit) if column == VALUE else Row(self._list.meant(text), line.edit)
        return tuple(self._replaced({line: row}))

    def fill(self, place: int, texts: "Sequence[str]") -> None:
        """Give the lines from a place on these new values, adding rows without a name below the last; one step of undo.

        A locked field gets its value too, and the check says that it cannot be sent: so nothing pasted is lost.
        """
        lines = self._model.lines()[place : place + len(texts)]
        edits = [edit_from_text(text) for text in texts]
        more = [Row("", edit) for edit in edits[len(lines) :]]
        new: dict[Line, Row | None] = {line: Row(line.name, edit) for line, edit in zip(lines, edits, strict=False)}
        self._replace(self.tr("Paste"), new, more)

    def mark(self, places: "Iterable[int]", edit: Edit) -> int:
        """Give lines the same edit (leave alone, set to empty) in one step of undo; returns how many are locked.

        A locked line is passed over, except that a mark on it can always be taken off.
        """
        lines = self._at(places)
        open_ones = [line for line in lines if edit == KEEP or not line.is_locked]
        text = self.tr("Set to empty") if edit == CLEAR else self.tr("Leave alone")
        self._replace(text, {line: Row(line.name, edit) for line in open_ones})
        return len(lines) - len(open_ones)

    def remove(self, places: "Iterable[int]") -> None:
        """Take lines out that were added by hand, and the marks off the others, in one step of undo."""
        self._replace(self.tr("Delete rows"), dict.fromkeys(self._at(places)))

    def blank(self, cells: "Iterable[tuple[int, int]]") -> None:
        """Empty cells given as (place, column): a typed name is gone, a value is left alone; one step of undo."""
        new: dict[Line, Row | None] = {}
        for place, column in cells:
            line = self._model.line(place)
            if line is None or column not in {FIELD, VALUE} or (line.is_field and column == FIELD):
                continue
            row = new.get(line) or Row(line.name, line.edit)
            new[line] = Row(row.name, KEEP) if column == VALUE else Row("", row.edit)
        self._replace(self.tr("Clear cells"), new)

    def set_value(self, line: Line | None, text: str) -> bool:
        """Give a line this new value, None for the empty one; False where that changes nothing."""
        if line is None:
            return bool(text) and self._push(self.tr("Edit"), [*self._list.rows, Row("", edit_from_text(text))])
        return text != line.edit.text and self._replace(self.tr("Edit"), {line: Row(line.name, edit_from_text(text))})

    def set_name(self, line: Line | None, text: str) -> bool:
        """Call a line so, None for the empty one, and lead to where that name stands; False where nothing changes."""
        return self._rename(line, text) if line is not None else self._add_name(text)

    def _add_name(self, text: str) -> bool:
        if not text:
            return False
        self.led_to.emit(self.add(self._list.meant(text)))
        return True

    def _rename(self, line: Line, text: str) -> bool:
        name, number = self._list.meant(text), line.row
        field = self._list.fields.get(name)
        needless = field is not None and field.row == NOWHERE and not line.is_changed
        if not self._replace(self.tr("Edit"), {line: None if needless else Row(name, line.edit)}):
            return False
        here = field if needless else self._list.line_of_row[number]
        if here is not None and here is not line:
            self._model.reveal(here)
            self.led_to.emit(here.place)
        return True

    def _replace(self, text: str, new: "Mapping[Line, Row | None]", more: "Sequence[Row]" = ()) -> bool:
        """Other rows for lines, None for no row; in one step of undo."""
        return self._push(text, [*self._replaced(new), *more])

    def _replaced(self, new: "Mapping[Line, Row | None]") -> list[Row]:
        """The rows with others for lines, None for no row. A field that is left alone has no row."""
        changes: dict[int, Row | None] = {}
        added: list[Row] = []
        for line, row in new.items():
            needed = None if row is None or (line.is_field and row.edit.kind is EditKind.KEEP) else row
            if line.row != NOWHERE:
                changes[line.row] = needed
            elif needed is not None:
                added.append(needed)
        return [*edited(self._list.rows, changes), *added]

    def _push(self, text: str, rows: "Sequence[Row]") -> bool:
        step = difference(self._list.rows, rows)
        if step is not None:
            self._undo.push(_Splice(self._model, text, step))
        return step is not None

    def _at(self, places: "Iterable[int]") -> list[Line]:
        return [line for place in places if (line := self._model.line(place)) is not None]


class _Splice(QUndoCommand):
    """Rows replaced by rows: every edit of a table is one of these, and undoing it is another."""

    def __init__(self, model: "AttributeModel", text: str, step: Slice[Row]) -> None:
        super().__init__(text)
        self._model, self._step = model, step

    def redo(self) -> None:
        self._model.splice(self._step.at, len(self._step.old), self._step.new)

    def undo(self) -> None:
        self._model.splice(self._step.at, len(self._step.new), self._step.old)
