"""What happened: words first, then the lead as it is now."""

from PySide6.QtCore import QSortFilterProxyModel, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QColor, QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QHeaderView, QLabel, QLineEdit, QTableView, QVBoxLayout, QWidget

from mktgui.domain.answers import Synced
from mktgui.domain.calls import SyncLead
from mktgui.domain.outcome import Answered, Outcome
from mktgui.ui.outcome_words import Told, Tone
from mktgui.ui.record_model import Column, RecordModel, RecordRow, rows_of
from mktgui.ui.theme import Theme, colour_text

FIELD_WIDTH, VALUE_WIDTH = 180, 260


class ResultPanel(QWidget):
    """The last outcome. Until there is one, a sentence says where it will appear."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._tone: Tone | None = None
        self.title, self.lines = QLabel(), QLabel()
        self.model = RecordModel(theme)
        self.filtered = QSortFilterProxyModel()
        self.table = QTableView()
        self.filter = QLineEdit()
        self._banner = QFrame()
        self._set_table()
        self._lay_out()
        self.show_nothing()
        theme.changed.connect(self._recolour)

    def show_nothing(self) -> None:
        """Nothing has been sent yet."""
        self._show(None, self.tr("Nothing sent yet."), (self.tr("What Marketo makes of the lead appears here."),), ())

    def show_told(self, told: Told, outcome: Outcome | None = None) -> None:
        """Say it, and show the lead record where the outcome has one."""
        answer = outcome.answer if isinstance(outcome, Answered) else None
        call = outcome.call if outcome is not None and isinstance(outcome.call, SyncLead) else None
        rows = rows_of(answer.record, answer.extras, call) if isinstance(answer, Synced) else ()
        self._show(told.tone, told.title, told.lines, rows)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, " ".join((told.title, *told.lines))))

    def _show(self, tone: Tone | None, title: str, lines: tuple[str, ...], rows: tuple[RecordRow, ...]) -> None:
        self._tone = tone
        self.title.setText(title)
        self.lines.setText("\n".join(lines))
        self.lines.setVisible(bool(lines))
        self.model.show_rows(rows)
        self.filter.clear()
        self.table.setVisible(bool(rows))
        self.filter.setVisible(bool(rows))
        self._recolour()

    def _recolour(self) -> None:
        colours = self._theme.colours
        back = {Tone.GOOD: colours.good_back, Tone.WARNING: colours.warning_back, Tone.BAD: colours.error_back}
        text = {Tone.GOOD: colours.good, Tone.WARNING: colours.warning, Tone.BAD: colours.error}
        own = self._banner.palette()
        own.setColor(QPalette.ColorRole.Window, QColor(back[self._tone] if self._tone else colours.window))
        self._banner.setPalette(own)
        colour_text(self.title, text[self._tone] if self._tone else colours.text)
        colour_text(self.lines, colours.text)

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
        bold = self.title.font()
        bold.setBold(True)
        self.title.setFont(bold)
        for label in (self.title, self.lines):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._banner.setAutoFillBackground(True)
        words = QVBoxLayout(self._banner)
        words.setContentsMargins(10, 6, 10, 6)
        words.setSpacing(2)
        words.addWidget(self.title)
        words.addWidget(self.lines)
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
