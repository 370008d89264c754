"""The attribute table's rows: every change goes through one door and can be taken back."""

from collections.abc import Callable, Iterable, Sequence
from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QFont, QUndoCommand, QUndoStack

from mktgui.domain.draft import CLEAR, KEEP, Edit, EditKind, Row, edit_from_text
from mktgui.domain.findings import Finding, Severity, Spot
from mktgui.ui.sentences import Sentences
from mktgui.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
ROOT = QModelIndex()


class Column(IntEnum):
    """The columns, left to right."""

    NAME = 0
    VALUE = 1
    REMARK = 2


_SPOTS = {Spot.ROW_NAME: Column.NAME, Spot.ROW_VALUE: Column.VALUE}
_WEIGHT = {Severity.ERROR: 2, Severity.WARNING: 1, Severity.NOTE: 0}


class AttributeModel(QAbstractTableModel):
    """Rows of name and edit. Below the last one stands an empty line: typing into it adds a row."""

    edited = Signal()
    """The rows are not what they were."""

    def __init__(self, undo: QUndoStack, theme: Theme, sentences: Sentences) -> None:
        super().__init__()
        self._undo, self._theme, self._sentences = undo, theme, sentences
        self._rows: list[Row] = []
        self._empty_lines = 1  # 0 for a moment, while the empty line becomes a row
        self._findings: dict[int, tuple[Finding, ...]] = {}
        self._italic = QFont()
        self._italic.setItalic(True)

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows as they stand, without the empty line."""
        return tuple(self._rows)

    def splice(self, at: int, removed: int, inserted: Sequence[Row]) -> None:
        """The one door for every change, whether done, undone or redone."""
        self._findings = {}  # they speak of rows that may have moved; new ones follow at once
        both = min(removed, len(inserted))
        if both:
            self._rows[at : at + both] = inserted[:both]
            self.dataChanged.emit(self.index(at, 0), self.index(at + both - 1, len(Column) - 1))
        if removed > both:
            self.beginRemoveRows(ROOT, at + both, at + removed - 1)
            del self._rows[at + both : at + removed]
            self.endRemoveRows()
        if len(inserted) > both:
            self._insert(at + both, inserted[both:])
        self.edited.emit()

    def start_over(self, rows: Sequence[Row]) -> None:
        """Another draft: its rows, and nothing to undo."""
        self._undo.clear()
        self.splice(0, len(self._rows), rows)

    def insert(self, at: int, rows: Sequence[Row]) -> None:
        """Put rows before row `at`."""
        self._push(self.tr("Add rows"), at, 0, rows)

    def remove(self, numbers: Iterable[int]) -> None:
        """Take rows out, in one step of undo."""
        runs = _runs(number for number in numbers if number < len(self._rows))
        if not runs:
            return
        self._undo.beginMacro(self.tr("Delete rows"))
        for at, count in reversed(runs):
            self._push(self.tr("Delete rows"), at, count, ())
        self._undo.endMacro()

    def duplicate(self, numbers: Iterable[int]) -> None:
        """Put a copy below each of the rows, in one step of undo."""
        wanted = sorted({number for number in numbers if number < len(self._rows)})
        if not wanted:
            return
        self._undo.beginMacro(self.tr("Duplicate rows"))
        for number in reversed(wanted):
            self._push(self.tr("Duplicate rows"), number + 1, 0, (self._rows[number],))
        self._undo.endMacro()

    def mark(self, numbers: Iterable[int], edit: Edit) -> None:
        """Give rows the same edit (leave alone, set to empty), in one step of undo."""
        runs = _runs(number for number in numbers if number < len(self._rows))
        if not runs:
            return
        text = self.tr("Set to empty") if edit == CLEAR else self.tr("Leave alone")
        self._undo.beginMacro(text)
        for at, count in runs:
            self._push(text, at, count, tuple(Row(row.name, edit) for row in self._rows[at : at + count]))
        self._undo.endMacro()

    def blank(self, cells: Iterable[tuple[int, int]]) -> None:
        """Empty cells given as (row, column): a name is gone, a value is left alone; one step of undo."""
        new: dict[int, Row] = {}
        for number, column in cells:
            if number < len(self._rows):
                row = new.get(number, self._rows[number])
                blanked = {Column.NAME: Row("", row.edit), Column.VALUE: Row(row.name, KEEP)}
                new[number] = blanked.get(Column(column), row)
        changed = {number: row for number, row in sorted(new.items()) if row != self._rows[number]}
        if not changed:
            return
        self._undo.beginMacro(self.tr("Clear cells"))
        for number, row in changed.items():
            self._push(self.tr("Clear cells"), number, 1, (row,))
        self._undo.endMacro()

    def overwrite(self, at: int, rows: Sequence[Row]) -> None:
        """Replace rows from `at` on, adding where there are too few, in one step of undo."""
        self._push(self.tr("Paste"), at, min(len(rows), len(self._rows) - at), rows)

    def set_findings(self, findings: Iterable[Finding]) -> None:
        """Show what the rules say of the rows; findings elsewhere are passed over."""
        told: dict[int, list[Finding]] = {}
        for finding in findings:
            if finding.row is not None:
                told.setdefault(finding.row, []).append(finding)
        new = {row: tuple(sorted(found, key=lambda one: -_WEIGHT[one.severity])) for row, found in told.items()}
        before, self._findings = self._findings, new
        changed = [row for row in before.keys() | new.keys() if before.get(row) != new.get(row)]
        if changed:
            last = min(max(changed), len(self._rows))
            self.dataChanged.emit(self.index(min(changed), 0), self.index(last, len(Column) - 1))

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows) + self._empty_lines

    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(Column)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> object:
        if role != Role.DisplayRole:
            return None
        if orientation == Qt.Orientation.Vertical:
            return str(section + 1) if section < len(self._rows) else "+"
        titles = {
            Column.NAME: self.tr("Attribute"),
            Column.VALUE: self.tr("New value"),
            Column.REMARK: self.tr("Remark"),
        }
        return titles[Column(section)]

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if not index.isValid() or index.column() == Column.REMARK:
            return flags
        return flags | Qt.ItemFlag.ItemIsEditable

    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        if not index.isValid():
            return None
        if index.row() == len(self._rows):
            return self._data_of_empty_line(Column(index.column()), role)
        number, column = index.row(), Column(index.column())
        words: dict[int, Callable[[int, Column], str]] = {
            Role.DisplayRole: self._shown,
            Role.EditRole: self._text,
            Role.ToolTipRole: self._told_at_length,
            Role.AccessibleTextRole: self._spoken,
        }
        return words[role](number, column) if role in words else self._look(number, column, role)

    def setData(self, index: Index, value: object, role: int = Role.EditRole) -> bool:
        if role != Role.EditRole or not index.isValid() or str(value) == (self.data(index, Role.EditRole) or ""):
            return False
        text, at = str(value), index.row()
        old = self._rows[at] if at < len(self._rows) else Row()
        new = Row(text, old.edit) if index.column() == Column.NAME else Row(old.name, edit_from_text(text))
        self._push(self.tr("Edit"), at, int(at < len(self._rows)), (new,))
        return True

    def _insert(self, at: int, rows: Sequence[Row]) -> None:
        if at == len(self._rows):
            # What is typed into the empty line makes that very line a row, and a new empty one comes below it: so
            # the cursor stays with what was typed.
            self._empty_lines = 0
            self._rows.append(rows[0])
            self.dataChanged.emit(self.index(at, 0), self.index(at, len(Column) - 1))
            self.beginInsertRows(ROOT, at + 1, at + len(rows))
            self._rows += rows[1:]
            self._empty_lines = 1
        else:
            self.beginInsertRows(ROOT, at, at + len(rows) - 1)
            self._rows[at:at] = rows
        self.endInsertRows()

    def _push(self, text: str, at: int, removed: int, inserted: Sequence[Row]) -> None:
        self._undo.push(_Splice(self, text, at, tuple(self._rows[at : at + removed]), tuple(inserted)))

    def _told(self, number: int) -> tuple[Finding, ...]:
        return self._findings.get(number, ())

    def _text(self, number: int, column: Column) -> str:
        row = self._rows[number]
        return {Column.NAME: row.name, Column.VALUE: row.edit.text, Column.REMARK: ""}[column]

    def _shown(self, number: int, column: Column) -> str:
        if column is Column.REMARK:
            return next((self._sentences.text(finding) for finding in self._told(number)), "")
        if column is Column.VALUE and self._rows[number].edit.kind is EditKind.CLEAR:
            return self.tr("(set to empty)")
        return self._text(number, column)

    def _told_at_length(self, number: int, _column: Column) -> str:
        return "\n".join(self._sentences.text(finding) for finding in self._told(number))

    def _spoken(self, number: int, column: Column) -> str:
        if column is Column.VALUE and self._rows[number].edit.kind is EditKind.KEEP:
            return self.tr("left alone")
        return self._shown(number, column)

    def _look(self, number: int, column: Column, role: int) -> object:
        colours, kind = self._theme.colours, self._rows[number].edit.kind
        here = next((one for one in self._told(number) if _SPOTS.get(one.spot) is column), None)
        severity = here.severity if here else None
        if role == Role.BackgroundRole:
            if severity in {Severity.ERROR, Severity.WARNING}:
                return QColor(colours.error_back if severity is Severity.ERROR else colours.warning_back)
            marked = column is Column.VALUE and kind is not EditKind.KEEP
            return QColor(colours.changed_back) if marked else None
        if role == Role.ForegroundRole and column is Column.REMARK and self._told(number):
            worst = self._told(number)[0].severity
            return QColor({Severity.ERROR: colours.error, Severity.WARNING: colours.warning}.get(worst, colours.muted))
        if role == Role.FontRole and column is Column.VALUE and kind is EditKind.CLEAR:
            return self._italic
        return None

    def _data_of_empty_line(self, column: Column, role: int) -> object:
        if column is not Column.NAME:
            return None
        if role in {Role.DisplayRole, Role.AccessibleTextRole}:
            return self.tr("Add an attribute…")
        if role == Role.ForegroundRole:
            return QColor(self._theme.colours.muted)
        return self._italic if role == Role.FontRole else None


class _Splice(QUndoCommand):
    """Rows replaced by rows: every edit of a table is one of these, and undoing it is another."""

    def __init__(self, model: AttributeModel, text: str, at: int, old: tuple[Row, ...], new: tuple[Row, ...]) -> None:
        super().__init__(text)
        self._model, self._at, self._old, self._new = model, at, old, new

    def redo(self) -> None:
        self._model.splice(self._at, len(self._old), self._new)

    def undo(self) -> None:
        self._model.splice(self._at, len(self._new), self._old)


def _runs(numbers: Iterable[int]) -> list[tuple[int, int]]:
    """Row numbers as runs of (first, count), in ascending order."""
    runs: list[tuple[int, int]] = []
    for number in sorted(set(numbers)):
        if runs and sum(runs[-1]) == number:
            runs[-1] = (runs[-1][0], runs[-1][1] + 1)
        else:
            runs.append((number, 1))
    return runs


def row_from_cells(cells: Sequence[str]) -> Row:
    """A pasted line as a row: its first two cells. An empty second cell leaves the attribute alone."""
    value = cells[1] if len(cells) > 1 else ""
    return Row(cells[0], edit_from_text(value) if value else KEEP)
