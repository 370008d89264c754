"""The returned lead record as rows: what it holds, what was sent, and how a value is there or not."""

from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QFont

from mktgui.domain.calls import SyncLead
from mktgui.domain.lead import ABSENT, Extra, LeadRecord, Presence, Value
from mktgui.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
ROOT = QModelIndex()


class Column(IntEnum):
    """The columns, left to right."""

    FIELD = 0
    VALUE = 1
    SENT = 2
    TYPE = 3


@dataclass(frozen=True, slots=True)
class RecordRow:
    """One field. `sent` is None where the request did not name it."""

    field: str
    type: str
    value: Value
    sent: str | None = None
    unexpected: bool = False


def rows_of(record: LeadRecord | None, extras: tuple[Extra, ...], call: SyncLead | None) -> tuple[RecordRow, ...]:
    """The rows for a record: identifiers, what was sent, the other attributes in their order, then the unexpected.

    An attribute that was sent and is not in the answer gets a row too: Marketo leaves empty ones out.
    """
    sent = {one.name: one.value for one in call.attributes} if call else {}
    rows = list(_identifiers(record, call)) if record else []
    there = record.attributes if record else ()
    attributes = [RecordRow(one.name, one.type.text, one.value, sent.get(one.name)) for one in there]
    names = {one.name for one in there}
    rows += [row for row in attributes if row.sent is not None]
    if record:
        rows += [RecordRow(name, "", ABSENT, text) for name, text in sent.items() if name not in names]
    rows += [row for row in attributes if row.sent is None]
    unexpected = (*(record.extras if record else ()), *extras)
    return (*rows, *(RecordRow(one.path, "", Value(Presence.TEXT, one.text), unexpected=True) for one in unexpected))


def _identifiers(record: LeadRecord, call: SyncLead | None) -> tuple[RecordRow, ...]:
    return (
        RecordRow("Id", "", record.id, str(call.marketo_id) if call and call.marketo_id else None),
        RecordRow("Email", "", record.email, call.email if call else None),
        RecordRow("ForeignSysPersonId", "", record.foreign_id, call.foreign_id if call else None),
        RecordRow("ForeignSysType", "", record.foreign_type, call.foreign_type if call else None),
    )


class RecordModel(QAbstractTableModel):
    """Read-only rows of a lead record."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._rows: tuple[RecordRow, ...] = ()
        self._recolour()
        theme.changed.connect(self._recolour)
        self._italic = QFont()
        self._italic.setItalic(True)
        self._titles = {
            Column.FIELD: self.tr("Field"),
            Column.VALUE: self.tr("Is now"),
            Column.SENT: self.tr("You sent"),
            Column.TYPE: self.tr("Type"),
        }
        self._words = {
            Presence.EMPTY: self.tr("(empty)"),
            Presence.NIL: self.tr("(nil)"),
            Presence.ABSENT: self.tr("(not in the answer: empty)"),
        }

    def _recolour(self) -> None:
        self._muted, self._changed_back = QColor(self._theme.colours.muted), QColor(self._theme.colours.changed_back)

    def show_rows(self, rows: tuple[RecordRow, ...]) -> None:
        """Show another record."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(Column)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> object:
        if role != Role.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        return self._titles[Column(section)]

    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], Column(index.column())
        if role in {Role.DisplayRole, Role.AccessibleTextRole}:
            return self._shown(row, column)
        if role == Role.ToolTipRole:
            return self.tr("Not part of the documented answer.") if row.unexpected else self._shown(row, column)
        if column is Column.VALUE and row.value.presence is not Presence.TEXT:
            look: dict[int, object] = {
                Role.FontRole: self._italic,
                Role.ForegroundRole: self._muted,
            }
            return look.get(role)
        if role == Role.BackgroundRole and row.sent is not None:
            return self._changed_back
        return None

    def _shown(self, row: RecordRow, column: Column) -> str:
        match column:
            case Column.FIELD:
                return row.field
            case Column.TYPE:
                return row.type
            case Column.SENT:
                return self.tr("(empty)") if row.sent == "" else row.sent or ""
            case Column.VALUE:
                return self._words.get(row.value.presence, row.value.text)
