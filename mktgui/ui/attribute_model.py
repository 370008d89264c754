"""The attribute table's model: the draft's rows, shown against a lead and the fields there are.

Every change of the rows comes from the edits, through one door, and can be taken back. What they are shown against can
change at any time: that touches no row, and so no step of undo.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QUndoStack

from mktgui.domain.catalogue import Catalogue
from mktgui.domain.draft import Row
from mktgui.domain.findings import Finding
from mktgui.ui.attribute_cells import FIELD, VALUE, AttributeCells, Column
from mktgui.ui.attribute_lines import OWN_WORDS, FieldWords, Line
from mktgui.ui.line_list import LineList, Listing, Wanted
from mktgui.ui.row_edits import difference
from mktgui.ui.sentences import Sentences
from mktgui.ui.theme import Theme

if TYPE_CHECKING:
    from mktgui.domain.lead import LeadRecord, Value
    from mktgui.ui.line_edits import LineEdits

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
ROOT = QModelIndex()
LAST = len(Column) - 1
_HEAD_ROLES = {Role.DisplayRole, Role.DecorationRole, Role.AccessibleTextRole, Role.ToolTipRole}


class AttributeModel(QAbstractTableModel):
    """A line for each field, one for each other row of the draft, then an empty one: typing into it adds a name."""

    edited = Signal()
    """The rows are not what they were."""
    led_to = Signal(int)
    """The name that was typed into the empty line, or over another one, now stands at this place."""

    def __init__(self, undo: QUndoStack, theme: Theme, sentences: Sentences, words: FieldWords = OWN_WORDS) -> None:
        super().__init__()
        self._undo, self._words = undo, words
        self.cells = AttributeCells(theme, sentences)
        self._list = LineList(words)
        self._visible: list[Line] = []
        self._empty_lines = 1  # 0 for a moment, while the empty line becomes a row

    @cached_property
    def edits(self) -> "LineEdits":
        """What changes the rows, each act in one step of undo."""
        from mktgui.ui.line_edits import LineEdits  # noqa: PLC0415 - not for the first paint

        edits = LineEdits(self, self._list, self._undo)
        edits.led_to.connect(self.led_to)
        return edits

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows of the draft as they stand: what is marked, and what was added by hand."""
        return tuple(self._list.rows)

    @property
    def fields(self) -> Mapping[str, Line]:
        """The lines of the fields by their API names, in the order of the table."""
        return self._list.fields

    @property
    def has_record(self) -> bool:
        """Whether there are values to compare with."""
        return self._list.record is not None

    @property
    def lead_id(self) -> "Value | None":
        """The Marketo ID of the lead that is shown, None where none is."""
        return self._list.record.id if self._list.record is not None else None

    @property
    def names_are_complete(self) -> bool:
        """Whether a name that is no field can be called unknown."""
        return self._list.catalogue.is_complete

    def line(self, place: int) -> Line | None:
        """The line at a place on the screen, None for the empty one."""
        return self._visible[place] if 0 <= place < len(self._visible) else None

    def lines(self) -> tuple[Line, ...]:
        """The lines that are to be seen, without the empty one."""
        return tuple(self._visible)

    @property
    def first_change(self) -> Line | None:
        """The uppermost of the lines to be seen that are marked to be sent."""
        changed = (line for line in self._list.line_of_row if line.is_changed and self.line(line.place) is line)
        return min(changed, key=lambda line: line.place, default=None)

    @property
    def has_lines(self) -> bool:
        """Whether any is to be seen."""
        return bool(self._visible)

    def meant(self, text: str) -> str:
        """The API name that this text means, or the text itself."""
        return self._list.meant(text)

    def line_in_message(self, name: str) -> Line | None:
        """The line of the field that a message calls so."""
        return self._list.line_in_message(name)

    def nearest(self, text: str) -> list[str]:
        """The labels of the fields that this text may be a slip for."""
        return self._list.nearest(text)

    def nearest_place(self, text: str) -> int:
        """Where the line stands that a text most likely means: called so, or beginning so, or else the first."""
        wanted = text.strip().casefold()
        if not wanted:
            return 0

        def rank(line: Line) -> int:
            names = (line.label.casefold(), line.name.casefold())
            return 0 if wanted in names else 1 if any(name.startswith(wanted) for name in names) else 2

        return min(range(len(self._visible)), key=lambda place: rank(self._visible[place]), default=0)

    def show_lead(self, record: "LeadRecord | None", catalogue: Catalogue, favourites: frozenset[str]) -> None:
        """Show the rows against another lead and other fields. No row is touched."""
        self.take(self.lister(record, catalogue, favourites)())

    def lister(
        self, record: "LeadRecord | None", catalogue: Catalogue, favourites: frozenset[str]
    ) -> Callable[[], Listing]:
        """Makes what `take` shows, on any thread: of very many fields it takes a while."""
        return self._list.lister(record, catalogue, favourites)

    def take(self, listing: Listing) -> bool:
        """Show it; False where other lines have come meanwhile, and it has to be made again."""
        if not self._list.fits(listing):
            return False
        self._list.take(listing)
        self._relist()
        if self._visible:
            last = len(self._visible) - 1
            self.dataChanged.emit(self.index(0, 0), self.index(last, LAST))
            self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, last)
        return True

    def favour(self, favourites: frozenset[str]) -> None:
        """Put other fields first."""
        changed = self._list.favour(favourites)
        self._relist()
        self._say_changed(changed)

    def see(self, wanted: Wanted) -> int:
        """Show only such lines, and return how many. What is changed after that comes into sight."""
        self._list.sift(wanted)
        self._relist()
        return len(self._visible)

    def reveal(self, line: Line) -> None:
        """Let a line be seen, whatever else is wanted."""
        if not line.shown:
            line.shown = True
            self._relist()

    def splice(self, at: int, removed: int, inserted: Sequence[Row]) -> None:
        """The one door for every change, whether done, undone or redone."""
        touched = self._list.splice(at, removed, inserted)
        self._relist()
        self._say_changed(touched)
        self.edited.emit()

    def start_over(self, rows: Sequence[Row]) -> None:
        """Another draft: its rows, and nothing to undo."""
        self._undo.clear()
        self.splice(0, len(self._list.rows), rows)

    def set_findings(self, findings: Iterable[Finding]) -> None:
        """Show what the rules say of the rows; findings elsewhere are passed over."""
        self._say_changed(self._list.tell(findings))

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._visible) + self._empty_lines

    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else LAST + 1

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> object:
        if role not in _HEAD_ROLES:  # most of what Qt asks for at each paint
            return None
        if orientation == Qt.Orientation.Horizontal:
            return self.cells.title(section) if role == Role.DisplayRole else None
        line = self.line(section)
        if line is None:
            return "+" if role == Role.DisplayRole else None
        if role == Role.DisplayRole:
            return self.cells.mark(line)
        if role == Role.DecorationRole:
            return self.cells.head_picture(line)
        return self.cells.sentence(line)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if self.can_edit(index.row(), index.column()) else flags

    def can_edit(self, place: int, column: int) -> bool:
        """Whether something can be typed there."""
        if column not in {FIELD, VALUE} or not 0 <= place <= len(self._visible):
            return False
        line = self.line(place)
        return line is None or not (line.is_locked if column == VALUE else line.is_field)

    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        if not index.isValid():
            return None
        place = index.row()
        if place >= len(self._visible):
            return self.cells.data_of_empty_line(index.column(), role)
        return self.cells.data(self._visible[place], index.column(), role)

    def setData(self, index: Index, value: object, role: int = Role.EditRole) -> bool:
        if role != Role.EditRole or not self.can_edit(index.row(), index.column()):
            return False
        set_it = self.edits.set_value if index.column() == VALUE else self.edits.set_name
        return set_it(self.line(index.row()), str(value))

    def _relist(self) -> None:
        """Bring what is to be seen on the screen, with as little ado as possible."""
        new = self._list.to_be_seen()
        step = difference(self._visible, new)
        if step is None:
            return
        if step.old and step.new:
            self.beginResetModel()
            self._show(new)
            self.endResetModel()
        elif step.old:
            self.beginRemoveRows(ROOT, step.at, step.at + len(step.old) - 1)
            self._show(new)
            self.endRemoveRows()
        else:
            self._insert(step.at, len(step.new), new)

    def _insert(self, at: int, count: int, new: list[Line]) -> None:
        if at == len(self._visible):
            # What is typed into the empty line makes that very line a row, and a new empty one comes below it: so
            # the cursor stays with what was typed.
            self._empty_lines = 0
            self._visible = new[: at + 1]
            self.dataChanged.emit(self.index(at, 0), self.index(at, LAST))
            self.beginInsertRows(ROOT, at + 1, at + count)
            self._empty_lines = 1
        else:
            self.beginInsertRows(ROOT, at, at + count - 1)
        self._show(new)
        self.endInsertRows()

    def _show(self, lines: list[Line]) -> None:
        self._visible = lines
        for place, line in enumerate(lines):
            line.place = place

    def _say_changed(self, lines: Sequence[Line]) -> None:
        seen = len(self._visible)
        places = [one.place for one in lines if one.place < seen and self._visible[one.place] is one]
        if places:
            first, last = min(places), max(places)
            self.dataChanged.emit(self.index(first, 0), self.index(last, LAST))
            self.headerDataChanged.emit(Qt.Orientation.Vertical, first, last)
