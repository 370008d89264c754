"""The fields of a lead in columns: was, asked, is, and what became of each; or loaded, now, asked before a send."""

from collections.abc import Callable
from enum import IntEnum
from typing import NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, QTimer
from PySide6.QtGui import QColor, QFont

from mktgui.domain.difference import Fate, FieldDifference
from mktgui.domain.lead import ABSENT, NO_LEAD, Presence, Value
from mktgui.domain.visible import beginning
from mktgui.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
ROOT = QModelIndex()


class Column(IntEnum):
    """The columns of what happened, left to right. Without a plan there is no WAS; before a send there is no FATE."""

    FIELD = 0
    WAS = 1
    ASKED = 2
    NOW = 3
    FATE = 4


HAPPENED = tuple(Column)
RECEIVED = (Column.FIELD, Column.NOW, Column.ASKED, Column.FATE)
THREE_WAY = (Column.FIELD, Column.WAS, Column.NOW, Column.ASKED)

MOST_DRAWN = 400  # characters: no cell is as wide, and Qt would take its time over all of a long text
MOST_IN_TIP = 2000  # for the same reason
FEW_ROWS = 500  # are looked through at once for those that changed
ROWS_AT_ONCE = 2_000  # looked at by the filter before the window has its turn

_ANSWERED = frozenset(
    (
        Role.DisplayRole,
        Role.AccessibleTextRole,
        Role.ToolTipRole,
        Role.BackgroundRole,
        Role.FontRole,
        Role.ForegroundRole,
    )
)
_GOOD = frozenset({Fate.STUCK, Fate.CLEARED, Fate.AS_BEFORE})
_BAD = frozenset({Fate.REFUSED, Fate.NOT_STUCK, Fate.NOT_WRITTEN})
_DOUBTFUL = frozenset({Fate.CHANGED, Fate.UNKNOWN, Fate.ALSO_CHANGED, Fate.LEFT_OUT})
_FILLED_IN = "filled-in"  # what ALSO_CHANGED is called where there was no lead that could have changed


class Cell(NamedTuple):
    """What is drawn in a cell. `is_ours`: the text is our words for something, and not what somebody wrote."""

    text: str
    back: QColor | None = None
    colour: QColor | None = None
    is_ours: bool = False


class RecordModel(QAbstractTableModel):
    """Read-only. It narrows itself down, because a proxy would ask Python for every cell of every row."""

    def __init__(self, theme: Theme, label: Callable[[str], str] = str) -> None:
        super().__init__()
        self._theme, self._label = theme, label
        self._all: tuple[FieldDifference, ...] = ()
        self._rows: tuple[FieldDifference, ...] = ()
        self._texts: list[str] = []  # what the filter looks in, of as many rows as it has looked at
        self._wanted, self._only_asked = "", False
        self._found: list[FieldDifference] = []
        self._at = 0  # the row from which on the filter has still to look
        self._slices = QTimer(self)
        self._slices.setSingleShot(True)
        self._slices.timeout.connect(self._narrow_slice)
        self._columns = HAPPENED
        self._recolour()
        theme.changed.connect(self._recolour)
        self.italic = QFont()
        """For our own words, beside what somebody wrote."""
        self.italic.setItalic(True)
        self._titles = {
            HAPPENED: [self.tr("Field"), self.tr("Was"), self.tr("Asked"), self.tr("Is"), self.tr("What became of it")],
            RECEIVED: [self.tr("Field"), self.tr("Is"), self.tr("Asked"), self.tr("What became of it")],
            THREE_WAY: [self.tr("Field"), self.tr("Loaded"), self.tr("Now"), self.tr("Asked")],
        }
        self._words = {
            Presence.EMPTY: self.tr("(empty)"),
            Presence.NIL: self.tr("(empty)"),
            Presence.ABSENT: self.tr("(not in the answer: empty)"),
            Presence.NO_LEAD: "–",
        }
        self._no_lead = self.tr("There was no such lead.")
        self._empty, self._not_known = self.tr("(empty)"), self.tr("(not known)")
        self._both_names = self.tr("{label} ({name})")
        self._fates, self._explained = self._name_fates(), self._explain_fates()
        self._fate_texts = {fate: " ".join(part for part in parts if part) for fate, parts in self._fates.items()}
        self._cell_of = {
            Column.FIELD: self._field_cell,
            Column.WAS: self._was_cell,
            Column.ASKED: self._asked_cell,
            Column.NOW: self._now_cell,
            Column.FATE: self._fate_cell,
        }

    def show_rows(self, rows: tuple[FieldDifference, ...], columns: tuple[Column, ...] = HAPPENED) -> None:
        """Show another lead, all of it; where it has the same fields, the person stays where they are in it."""
        self._slices.stop()
        if self._has_same_fields(rows, columns):
            self._exchange(rows)
            return
        self.beginResetModel()
        self._all = self._rows = rows
        self._texts = []
        self._columns = columns
        self.endResetModel()

    def _has_same_fields(self, rows: tuple[FieldDifference, ...], columns: tuple[Column, ...]) -> bool:
        before = self._all
        if self._rows is not before or columns is not self._columns or not 0 < len(rows) == len(before) <= FEW_ROWS:
            return False
        return [one.name for one in before] == [one.name for one in rows]

    def _exchange(self, rows: tuple[FieldDifference, ...]) -> None:
        before, last = self._all, len(self._columns) - 1
        self._all = self._rows = rows
        self._texts = []
        for row, (one, other) in enumerate(zip(before, rows, strict=True)):
            if one != other:
                self.dataChanged.emit(self.index(row, 0), self.index(row, last))

    def narrow(self, text: str, *, only_asked: bool = False) -> None:
        """Show the fields in whose name or values the text is, or all for an empty one; of very many fields soon."""
        self._slices.stop()
        self._wanted, self._only_asked = text.casefold(), only_asked
        self._found, self._at = [], 0
        if self._wanted or only_asked:
            self._narrow_slice()
        else:
            self._show(self._all)

    def _narrow_slice(self) -> None:
        """Look at some rows; the others follow when the window has had its turn."""
        first, behind = self._at, self._at + ROWS_AT_ONCE
        if self._wanted:
            self._texts += [self._text_of(row) for row in self._all[len(self._texts) : behind]]
        for number, row in enumerate(self._all[first:behind], first):
            is_meant = not self._only_asked or row.asked is not None
            if is_meant and (not self._wanted or self._wanted in self._texts[number]):
                self._found.append(row)
        self._at = behind
        if behind < len(self._all):
            self._slices.start(0)
        else:
            self._show(tuple(self._found))

    def _show(self, rows: tuple[FieldDifference, ...]) -> None:
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def name_at(self, row: int) -> str:
        """The API name of the field in that row, empty for none."""
        return self._rows[row].name if 0 <= row < len(self._rows) else ""

    def place_of(self, name: str) -> int | None:
        """The row of the field with this API name, where it is shown; in other letters, if need be."""
        exact = next((row for row, one in enumerate(self._rows) if one.name == name), None)
        if exact is not None:
            return exact
        folded = name.casefold()  # the two APIs write names differently
        return next((row for row, one in enumerate(self._rows) if one.name.casefold() == folded), None)

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> object:
        if role != Role.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        return self._titles[self._columns][section]

    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        if role not in _ANSWERED or not index.isValid():  # half of what Qt asks for at each paint
            return None
        row, column = self._rows[index.row()], self._columns[index.column()]
        cell = self.cells(index.row())[index.column()]
        if role == Role.DisplayRole:
            return cell.text[:MOST_DRAWN]
        if role == Role.AccessibleTextRole:
            return self._fates[_fate_of(row)][1] if column is Column.FATE else self._meaning(row, column, cell)
        if role == Role.ToolTipRole:
            return (
                self._explained[_fate_of(row)]
                if column is Column.FATE
                else beginning(self._meaning(row, column, cell), MOST_IN_TIP)
            )
        if role == Role.FontRole:
            return self.italic if cell.is_ours else None
        return cell.back if role == Role.BackgroundRole else cell.colour

    def cells(self, row: int) -> tuple[Cell, ...]:
        """What stands in a row, by column: all that there is to draw of it."""
        one = self._rows[row]
        back = None if one.asked is None else self._changed_back
        return tuple([self._cell_of[column](one, back) for column in self._columns])

    def _field_cell(self, row: FieldDifference, back: QColor | None) -> Cell:
        return Cell(self._name(row), back)

    def _was_cell(self, row: FieldDifference, back: QColor | None) -> Cell:
        if row.was == ABSENT:  # of no answer that is shown here
            return Cell(self._empty, back, self._muted, is_ours=True)
        return self._value_cell(row.was, row, back)

    def _asked_cell(self, row: FieldDifference, back: QColor | None) -> Cell:
        return Cell(self._empty, back, self._muted, is_ours=True) if row.asked == "" else Cell(row.asked or "", back)

    def _now_cell(self, row: FieldDifference, back: QColor | None) -> Cell:
        return self._value_cell(row.now, row, back)

    def _fate_cell(self, row: FieldDifference, back: QColor | None) -> Cell:
        return Cell(self._fate_texts[_fate_of(row)], back, self._tones.get(row.fate))

    def _value_cell(self, value: Value | None, row: FieldDifference, back: QColor | None) -> Cell:
        if value is None:
            text = "" if row.fate is Fate.UNEXPECTED else self._not_known
            return Cell(text, back, self._muted, is_ours=True)
        if value.presence is Presence.TEXT:
            return Cell(value.text, back)
        return Cell(self._words[value.presence], back, self._muted, is_ours=True)

    def _meaning(self, row: FieldDifference, column: Column, cell: Cell) -> str:
        """What a cell says, where its text is only a sign for it."""
        return self._no_lead if column is Column.WAS and row.was == NO_LEAD else cell.text

    def _name(self, row: FieldDifference) -> str:
        label = self._label(row.name)
        return row.name if label == row.name else self._both_names.format(label=label, name=row.name)

    def _text_of(self, row: FieldDifference) -> str:
        values = (value.text for value in (row.was, row.now) if value is not None)
        return "\n".join((self._name(row), row.asked or "", *values)).casefold()

    def _recolour(self) -> None:
        colours = self._theme.colours
        self._muted, self._changed_back = QColor(colours.muted), QColor(colours.changed_back)
        self._tones = {
            fate: QColor(colour)
            for fates, colour in ((_GOOD, colours.good), (_BAD, colours.error), (_DOUBTFUL, colours.warning))
            for fate in fates
        }

    def _name_fates(self) -> dict[str, tuple[str, str]]:
        """A mark and the words: never the colour alone."""
        return {
            Fate.STUCK: ("✓", self.tr("As asked")),
            Fate.CLEARED: ("✓", self.tr("Emptied, as asked")),
            Fate.AS_BEFORE: ("✓", self.tr("Was so already")),
            Fate.CHANGED: ("▲", self.tr("Changed by Marketo")),
            Fate.REFUSED: ("✕", self.tr("Not taken: as before")),
            Fate.NOT_STUCK: ("✕", self.tr("Not as asked")),
            Fate.KEY: ("", self.tr("The key")),
            Fate.UNKNOWN: ("?", self.tr("Not known")),
            Fate.NOT_WRITTEN: ("✕", self.tr("Not written")),
            Fate.ALSO_CHANGED: ("▲", self.tr("Changed, though not asked")),
            _FILLED_IN: ("▲", self.tr("Filled in, though not asked")),
            Fate.LEFT_OUT: ("▲", self.tr("Left out, though not asked")),
            Fate.SAME: ("", self.tr("As before")),
            Fate.NOT_COMPARED: ("", ""),
            Fate.UNEXPECTED: ("", self.tr("Not documented")),
        }

    def _explain_fates(self) -> dict[str, str]:
        return {
            Fate.STUCK: self.tr("The lead now holds what you asked for."),
            Fate.CLEARED: self.tr("The field is empty now. Marketo leaves empty fields out of its answer."),
            Fate.AS_BEFORE: self.tr("The lead held this value before you sent it."),
            Fate.CHANGED: self.tr("The lead holds neither the old value nor the one you asked for."),
            Fate.REFUSED: self.tr("The lead still holds the old value. The field may be blocked for updates."),
            Fate.NOT_STUCK: self.tr("The lead holds something else than you asked for."),
            Fate.KEY: self.tr("The lead was found by this."),
            Fate.UNKNOWN: self.tr(
                "What the field holds now was not told. Of several foreign IDs of a lead, Marketo shows only one."
            ),
            Fate.NOT_WRITTEN: self.tr("Nothing of this call was written."),
            Fate.ALSO_CHANGED: self.tr("You did not send this field: Marketo or somebody else changed it."),
            _FILLED_IN: self.tr("You did not send this field: Marketo filled it in."),
            Fate.LEFT_OUT: self.tr("It had a value before and is not in the answer: it was emptied, or left out."),
            Fate.SAME: self.tr("You did not send this field, and it did not change."),
            Fate.NOT_COMPARED: self.tr("You did not send this field. What it held before was not looked up."),
            Fate.UNEXPECTED: self.tr("Not part of the documented answer."),
        }


def _fate_of(row: FieldDifference) -> str:
    """By which its words are found."""
    return _FILLED_IN if row.fate is Fate.ALSO_CHANGED and row.was == NO_LEAD else row.fate
