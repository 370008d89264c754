"""Two messages field by field, as rows."""

from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QFont

from mktgui.domain.field_difference import FieldPair
from mktgui.domain.lead import Presence, Value
from mktgui.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
ROOT = QModelIndex()


class Column(IntEnum):
    """The columns, left to right."""

    FIELD = 0
    LEFT = 1
    RIGHT = 2
    STATE = 3


class CompareModel(QAbstractTableModel):
    """Read-only. Whether a field differs is a word in a column of its own, besides its colour."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._pairs: tuple[FieldPair, ...] = ()
        self._several = False
        self._titles = {
            Column.FIELD: self.tr("Field"),
            Column.LEFT: "",
            Column.RIGHT: "",
            Column.STATE: self.tr("State"),
        }
        self._words = {
            Presence.EMPTY: self.tr("(empty)"),
            Presence.NIL: self.tr("(nil)"),
            Presence.ABSENT: self.tr("(not there)"),
        }
        self._italic = QFont()
        self._italic.setItalic(True)
        theme.changed.connect(self._recolour)

    def show_pairs(self, pairs: tuple[FieldPair, ...], left: str, right: str) -> None:
        """Show another comparison, under these titles."""
        self.beginResetModel()
        self._pairs = pairs
        self._several = any(pair.lead for pair in pairs)
        self._titles[Column.LEFT], self._titles[Column.RIGHT] = left, right
        self.endResetModel()

    @property
    def differing(self) -> int:
        """How many fields differ."""
        return sum(not pair.is_same for pair in self._pairs)

    def is_same(self, row: int) -> bool:
        """Whether both sides of a row say the same."""
        return self._pairs[row].is_same

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._pairs)

    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(Column)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> object:
        if role != Role.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        return self._titles[Column(section)]

    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        if not index.isValid():
            return None
        pair, column = self._pairs[index.row()], Column(index.column())
        if role in {Role.DisplayRole, Role.ToolTipRole, Role.AccessibleTextRole}:
            return self._text(pair, column)
        if role == Role.BackgroundRole and not pair.is_same:
            return QColor(self._theme.colours.changed_back)
        value = {Column.LEFT: pair.left, Column.RIGHT: pair.right}.get(column)
        if value is not None and value.presence is not Presence.TEXT:
            look: dict[int, object] = {
                Role.FontRole: self._italic,
                Role.ForegroundRole: QColor(self._theme.colours.muted),
            }
            return look.get(role)
        return None

    def _text(self, pair: FieldPair, column: Column) -> str:
        match column:
            case Column.FIELD:
                numbered = self.tr("{name} (lead {number})").format(name=pair.name, number=pair.lead + 1)
                return numbered if self._several else pair.name
            case Column.LEFT:
                return self._shown(pair.left)
            case Column.RIGHT:
                return self._shown(pair.right)
            case Column.STATE:
                return self.tr("same") if pair.is_same else self.tr("differs")

    def _shown(self, value: Value) -> str:
        return self._words.get(value.presence, value.text)

    def _recolour(self) -> None:
        if self._pairs:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._pairs) - 1, len(Column) - 1))
