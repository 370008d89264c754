"""The list of past calls: newest first, more of them further down, and in step with whatever happens to them."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QPersistentModelIndex, Qt, QTimer, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from mktgui.domain.history import Page, Query, Summary
from mktgui.ui.history_desk import HistoryDesk
from mktgui.ui.history_model import Column, HistoryModel
from mktgui.ui.history_search import HistorySearch

if TYPE_CHECKING:
    from mktgui.domain.history_port import HistoryProblem

PAUSE = 120  # milliseconds after the last answer until the chosen call is shown
_WIDTHS = {Column.WHEN: 130, Column.LEAD: 180, Column.BECAME: 160, Column.CONNECTION: 180, Column.NOTE: 160}
_Flag = QItemSelectionModel.SelectionFlag


class HistoryList(QTableView):
    """There is always one call chosen, where there is any: at first the newest."""

    chosen_changed = Signal()
    """`current` is another call now, or the same call is not what it was."""
    filled = Signal()
    """An answer has come: there may be rows now where there were none, or none."""
    failed = Signal(object)
    """A `HistoryProblem`: the rows are as they were."""

    def __init__(self, desk: HistoryDesk, model: HistoryModel) -> None:
        super().__init__()
        self._desk, self._model = desk, model
        self._search = HistorySearch(desk)
        self._search.setParent(self)
        self._finding = False
        self._pause = QTimer(self)  # while one types, the list comes first
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._set_up()
        self._pause.timeout.connect(self.chosen_changed)
        self._search.found.connect(self._take_found)
        self._search.extended.connect(self._take_more)
        self._search.renewed.connect(self._take_renewed)
        self._search.failed.connect(self._fail)
        model.more_wanted.connect(self._search.extend)
        self.selectionModel().currentRowChanged.connect(self._tell)

    @property
    def current(self) -> Summary | None:
        """The one that is to be shown."""
        return self._model.summary(self.currentIndex().row())

    @property
    def chosen(self) -> list[str]:
        """The ids of all that are chosen, from the newest."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        found = (self._model.summary(row) for row in rows)
        return [one.id for one in found if one is not None]

    def ask(self, query: Query) -> None:
        """Look for something else. The newest question counts."""
        self._search.ask(query)

    def renew(self) -> None:
        """Look for the same again: something may have changed."""
        self._search.renew(self._model.rowCount())

    def _take_found(self, page: Page) -> None:
        """The newest call is chosen, unless the chosen one is there too."""
        before = self.current
        self._finding = True
        self._model.show_page(page, self._desk.hidden)
        self.scrollToTop()
        row = self._model.row_of(before.id) if before is not None else -1
        self._choose(max(row, 0))
        self._finding = False
        self.filled.emit()

    def _take_more(self, page: Page) -> None:
        self._model.extend(page, self._desk.hidden)

    def _take_renewed(self, page: Page) -> None:
        """Rows that were in sight stay in sight."""
        top = QPersistentModelIndex(self.indexAt(self.viewport().rect().topLeft()))
        is_at_top = self.verticalScrollBar().value() == 0
        row = self.currentIndex().row()
        self._model.renew(page, self._desk.hidden)
        if top.isValid() and not is_at_top:
            self.scrollTo(self._model.index(top.row(), 0), QAbstractItemView.ScrollHint.PositionAtTop)
        if not self.selectionModel().hasSelection():  # what was chosen is gone: its neighbour is
            self._choose(min(max(row, 0), self._model.rowCount() - 1))
        self._tell()
        self.filled.emit()

    def _fail(self, problem: "HistoryProblem") -> None:
        self._model.give_up()
        self.failed.emit(problem)

    def _choose(self, row: int) -> None:
        if 0 <= row < self._model.rowCount():
            self.selectionModel().setCurrentIndex(self._model.index(row, 0), _Flag.ClearAndSelect | _Flag.Rows)
        self._tell()

    def _tell(self) -> None:
        if self._finding:
            self._pause.start()
        else:
            self._pause.stop()
            self.chosen_changed.emit()

    def _set_up(self) -> None:
        self.setModel(self._model)
        self.setAccessibleName(self.tr("Past calls, newest first"))
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setShowGrid(False)
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QTableView.SelectionMode.ExtendedSelection)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(24)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.setSectionResizeMode(Column.CHANGES, QHeaderView.ResizeMode.Stretch)
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for column, width in _WIDTHS.items():
            header.resizeSection(column, width)
