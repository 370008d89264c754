"""What happened: words first, then the lead as it is now."""

from PySide6.QtCore import QSortFilterProxyModel, Qt
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QLineEdit, QTableView, QVBoxLayout, QWidget

from mktgui.domain.answers import Synced
from mktgui.domain.calls import SyncLead
from mktgui.domain.outcome import Answered, Outcome
from mktgui.ui.banner import Banner
from mktgui.ui.outcome_words import Told
from mktgui.ui.record_model import Column, RecordModel, RecordRow, rows_of
from mktgui.ui.theme import Theme

FIELD_WIDTH, VALUE_WIDTH = 180, 260


class ResultPanel(QWidget):
    """The last outcome. Until there is one, a sentence says where it will appear."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._banner = Banner(theme)
        self.title, self.lines = self._banner.title, self._banner.lines
        self.unfold, self.details = self._banner.unfold, self._banner.details
        self.model = RecordModel(theme)
        self.filtered = QSortFilterProxyModel()
        self.table = QTableView()
        self.filter = QLineEdit()
        self._set_table()
        self._lay_out()
        self.show_nothing()

    def show_nothing(self) -> None:
        """Nothing has been sent yet."""
        self._banner.put(None, self.tr("Nothing sent yet."), (self.tr("What Marketo makes of the lead appears here."),))
        self._show(())

    def show_told(self, told: Told, outcome: Outcome | None = None) -> None:
        """Say it, and show the lead record where the outcome has one."""
        answer = outcome.answer if isinstance(outcome, Answered) else None
        call = outcome.call if outcome is not None and isinstance(outcome.call, SyncLead) else None
        rows = rows_of(answer.record, answer.extras, call) if isinstance(answer, Synced) else ()
        self._banner.say(told.tone, told.title, told.lines, told.details)
        self._show(rows)

    def _show(self, rows: tuple[RecordRow, ...]) -> None:
        self.model.show_rows(rows)
        self.filter.clear()
        self.table.setVisible(bool(rows))
        self.filter.setVisible(bool(rows))

    def _set_table(self) -> None:
        self.filtered.setSourceModel(self.model)
        self.filtered.setFilterKeyColumn(-1)
        self.filtered.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.filter.textChanged.connect(self.filtered.setFilterFixedString)
        self.filter.setPlaceholderText(self.tr("Filter fields"))
        self.filter.setAccessibleName(self.tr("Filter fields"))
        self.filter.setClearButtonEnabled(True)
        self.table.setModel(self.filtered)
        self.table.setAccessibleName(self.tr("The lead as it is now"))
        self.table.setTabKeyNavigation(False)
        self.table.setWordWrap(False)
        self.table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(24)
        self.table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.table.horizontalHeader()
        header.setStretchLastSection(True)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.resizeSection(Column.FIELD, FIELD_WIDTH)
        header.resizeSection(Column.VALUE, VALUE_WIDTH)
        header.resizeSection(Column.SENT, VALUE_WIDTH)

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.addWidget(self.filter)
        line.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 4)
        layout.setSpacing(4)
        layout.addWidget(self._banner)
        layout.addLayout(line)
        layout.addWidget(self.table, 1)
        layout.addStretch()
