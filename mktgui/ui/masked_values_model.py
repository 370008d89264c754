"""The values of a ticket in a table: a tick masks one, and what they really are is shown only on demand."""

from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from mktgui.domain.pseudonyms import MaskedValue, Pseudonyms
from mktgui.domain.visible import visible
from mktgui.ui.ticket_words import TicketWords

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
Ticks = Qt.CheckState
ROOT = QModelIndex()
_DOTS = "•••"
_LONGEST = 300  # characters of a value in a cell or a tip


class ValueColumn(IntEnum):
    """Left to right. The tick is in the first."""

    KIND = 0
    FIELDS = 1
    PLACEHOLDER = 2
    ORIGINAL = 3


class MaskedValuesModel(QAbstractTableModel):
    """Holds what is masked; ticks change it."""

    changed = Signal()
    """A person has ticked or unticked a value: look at `masked`."""

    def __init__(self, words: TicketWords) -> None:
        super().__init__()
        self._words = words
        self._masked = Pseudonyms()
        self._revealed = False
        self._titles = [self.tr("Masked"), self.tr("Field"), self.tr("Written as"), self.tr("Value")]

    @property
    def masked(self) -> Pseudonyms:
        """The values with their ticks as they are now."""
        return self._masked

    def show_values(self, masked: Pseudonyms) -> None:
        """Show the values of another ticket."""
        self.beginResetModel()
        self._masked = masked
        self.endResetModel()

    def reveal(self, *, revealed: bool) -> None:
        """Show what the values really are, or dots."""
        self._revealed = revealed
        if self._masked.values:
            column = ValueColumn.ORIGINAL
            self.dataChanged.emit(self.index(0, column), self.index(self.rowCount() - 1, column))

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._masked.values)

    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(ValueColumn)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> object:
        if role != Role.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        return self._titles[section]

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsUserCheckable if index.column() == ValueColumn.KIND else flags

    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        if not index.isValid():
            return None
        value, column = self._masked.values[index.row()], ValueColumn(index.column())
        if role == Role.CheckStateRole and column is ValueColumn.KIND:
            return Ticks.Checked if value.ticked else Ticks.Unchecked
        if role in {Role.DisplayRole, Role.ToolTipRole}:
            return self._text(value, column)
        if role == Role.AccessibleTextRole and column is ValueColumn.KIND:
            # A table tells a screen reader of no tick.
            state = self.tr("masked") if value.ticked else self.tr("shown")
            return self.tr("{kind}, {state}").format(kind=self._text(value, column), state=state)
        return None

    def setData(self, index: Index, value: object, role: int = Role.EditRole) -> bool:
        if role != Role.CheckStateRole or not index.isValid() or index.column() != ValueColumn.KIND:
            return False
        self._masked = self._masked.with_tick(index.row(), ticked=Ticks(value) == Ticks.Checked)
        self.dataChanged.emit(index, index, [role])
        self.changed.emit()
        return True

    def _text(self, value: MaskedValue, column: ValueColumn) -> str:
        match column:
            case ValueColumn.KIND:
                return self._words.kinds[value.kind]
            case ValueColumn.FIELDS:
                return visible(", ".join(value.fields))
            case ValueColumn.PLACEHOLDER:
                return value.placeholder
            case ValueColumn.ORIGINAL:
                return visible(value.original[:_LONGEST]) if self._revealed else _DOTS
