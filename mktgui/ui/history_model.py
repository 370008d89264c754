"""Past calls as a table, a page at a time: what is further down is asked for when somebody scrolls there."""

from collections.abc import Callable, Iterable
from datetime import datetime
from enum import IntEnum
from itertools import takewhile

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QIcon

from mktgui.domain.history import Page, Summary
from mktgui.ui.duration_words import DurationWords, local_now
from mktgui.ui.history_words import HistoryWords
from mktgui.ui.marks import block, star
from mktgui.ui.outcome_words import Tone
from mktgui.ui.theme import STRIPES, Theme

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
ROOT = QModelIndex()


class Column(IntEnum):
    """Left to right."""

    WHEN = 0
    LEAD = 1
    CHANGES = 2
    BECAME = 3
    CONNECTION = 4
    NOTE = 5


_COLUMNS = tuple(Column)


class HistoryModel(QAbstractTableModel):
    """Read-only. Newest first, as the pages come."""

    more_wanted = Signal(object)
    """The rows below these are to be seen: carries the `more` of the last page."""

    def __init__(
        self,
        theme: Theme,
        words: HistoryWords,
        label: Callable[[Summary], Callable[[str], str]],
        clock: Callable[[], datetime] = local_now,
    ) -> None:
        super().__init__()
        self._theme, self._words, self._label, self._clock = theme, words, label, clock
        self._durations = DurationWords()
        self._rows: list[Summary] = []
        self._changes: dict[str, str] = {}  # by the id of the call: asked for at each paint
        self._more: int | None = None
        self._is_asking = False
        self._titles = [
            self.tr("When"),
            self.tr("Lead"),
            self.tr("What was changed"),
            self.tr("What became of it"),
            self.tr("Connection"),
            self.tr("Ticket and note"),
        ]
        self._blocks = {environment: block(colour) for environment, colour in STRIPES.items()}
        self._recolour()
        theme.changed.connect(self._recolour)

    @property
    def rows(self) -> tuple[Summary, ...]:
        """What is loaded."""
        return tuple(self._rows)

    def show_page(self, page: Page, hidden: frozenset[str] = frozenset()) -> None:
        """Another search. What is `hidden` is about to be removed, and not to be seen."""
        self.beginResetModel()
        self._rows = _seen(page.entries, hidden)
        self._changes.clear()
        self._more, self._is_asking = page.more, False
        self.endResetModel()

    def extend(self, page: Page, hidden: frozenset[str] = frozenset()) -> None:
        """The page below."""
        known = hidden | {one.id for one in self._rows}
        self._more, self._is_asking = page.more, False
        self._insert(len(self._rows), _seen(page.entries, known))

    def give_up(self) -> None:
        """The page below could not be had: it may be asked for again."""
        self._is_asking = False

    def renew(self, page: Page, hidden: frozenset[str] = frozenset()) -> None:
        """The first rows as they are now. Rows that stay, stay where they are, and so does what is chosen of them."""
        new = _seen(page.entries, hidden)
        below = self._below(new) if page.more is not None else []
        if not below:
            self._more, self._is_asking = page.more, False
        new += _seen(below, hidden)
        wanted = {one.id for one in new}
        for row in range(len(self._rows) - 1, -1, -1):
            if self._rows[row].id not in wanted:
                self._remove(row)
        there, at = {one.id for one in self._rows}, 0
        while at < len(new):
            missing = list(takewhile(lambda one: one.id not in there, new[at:]))
            self._insert(at, missing)
            at += len(missing) or 1
        self._update(new)

    def name_anew(self) -> None:
        """Fields are called otherwise now."""
        self._changes.clear()
        if self._rows:
            self.dataChanged.emit(self.index(0, Column.CHANGES), self.index(len(self._rows) - 1, Column.CHANGES))

    def summary(self, row: int) -> Summary | None:
        """The call in a row."""
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def row_of(self, entry_id: str) -> int:
        """Where a call is, -1 where it is not loaded."""
        return next((row for row, one in enumerate(self._rows) if one.id == entry_id), -1)

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(Column)

    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and self._more is not None and not self._is_asking

    def fetchMore(self, parent: Index) -> None:
        if self.canFetchMore(parent):
            self._is_asking = True
            self.more_wanted.emit(self._more)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> object:
        if role != Role.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        return self._titles[section]

    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        if not index.isValid():
            return None
        one, column = self._rows[index.row()], _COLUMNS[index.column()]
        if role in {Role.DisplayRole, Role.ToolTipRole}:
            return self._text(one, column)
        if role == Role.AccessibleTextRole:
            text = self._text(one, column)
            return self.tr("{text}, pinned").format(text=text) if one.pinned and column is Column.WHEN else text
        if role == Role.DecorationRole:
            return self._picture(one, column)
        if role == Role.ForegroundRole and column is Column.BECAME:
            tone, _words = self._words.became(one)
            return self._tones.get(tone) if tone else None
        return None

    def _text(self, one: Summary, column: Column) -> str:
        match column:
            case Column.WHEN:
                return self._durations.clock(one.at, self._clock())
            case Column.LEAD:
                return self._words.lead(one)
            case Column.CHANGES:
                text = self._changes.get(one.id)
                if text is None:
                    text = self._changes[one.id] = self._words.changes(one, self._label(one))
                return text
            case Column.BECAME:
                return self._words.became(one)[1]
            case Column.CONNECTION:
                return self._words.connection(one)
            case Column.NOTE:
                return self._words.note(one)

    def _picture(self, one: Summary, column: Column) -> QIcon | None:
        if column is Column.CONNECTION:
            return self._blocks[one.environment]
        return self._star if column is Column.WHEN and one.pinned else None

    def _below(self, new: list[Summary]) -> list[Summary]:
        """What is loaded below the last of these; nothing where that one is not loaded."""
        last = self.row_of(new[-1].id) if new else -1
        return self._rows[last + 1 :] if last >= 0 else []

    def _insert(self, at: int, new: list[Summary]) -> None:
        if new:
            self.beginInsertRows(ROOT, at, at + len(new) - 1)
            self._rows[at:at] = new
            self.endInsertRows()

    def _remove(self, row: int) -> None:
        self.beginRemoveRows(ROOT, row, row)
        del self._rows[row]
        self.endRemoveRows()

    def _update(self, new: Iterable[Summary]) -> None:
        for row, one in enumerate(new):
            if self._rows[row] != one:
                self._rows[row] = one
                self._changes.pop(one.id, None)
                self.dataChanged.emit(self.index(row, 0), self.index(row, len(Column) - 1))

    def _recolour(self) -> None:
        colours = self._theme.colours
        self._tones = {
            Tone.GOOD: QColor(colours.good),
            Tone.WARNING: QColor(colours.warning),
            Tone.BAD: QColor(colours.error),
        }
        self._star = star(colours.accent, colours.on_accent)


def _seen(entries: Iterable[Summary], hidden: frozenset[str]) -> list[Summary]:
    return [one for one in entries if one.id not in hidden]
