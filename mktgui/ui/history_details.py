"""One past call: words first, then its fields as they were, were asked for and are, and what went over the wire."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedWidget, QTableView, QTabWidget, QVBoxLayout, QWidget
from shiboken6 import isValid

from mktgui.domain.history import Entry, State, Summary
from mktgui.domain.retold import retold, shown_of
from mktgui.ui.banner import Banner
from mktgui.ui.exchange_view import ExchangeView
from mktgui.ui.history_acts import ActsBar, HistoryActs
from mktgui.ui.history_desk import HistoryDesk, problem_of
from mktgui.ui.history_note import HistoryNote
from mktgui.ui.history_words import HistoryWords
from mktgui.ui.record_model import RecordModel
from mktgui.ui.theme import STRIPES, Theme, colour_text

if TYPE_CHECKING:
    from mktgui.domain.exchange import Exchange

Labels = Callable[[Summary], Callable[[str], str]]
"""Gives what the fields of a call's Marketo are called."""

FIELD_PART, VALUE_PART = 0.2, 0.2  # of the width of the table


class HistoryDetails(QWidget):
    """Asks for the rest of a call when it is chosen, and for its messages when somebody looks at them."""

    shown = Signal(object)
    """The `Entry` that is shown now, None where there is none."""
    gone = Signal(str)
    """The call with this id is not kept any more."""

    def __init__(  # noqa: PLR0913, PLR0917 - what its parts need
        self,
        desk: HistoryDesk,
        theme: Theme,
        words: HistoryWords,
        labels: Labels,
        acts: HistoryActs,
        exchange: ExchangeView,
    ) -> None:
        super().__init__()
        self._desk, self._theme, self._words, self._labels, self._acts = desk, theme, words, labels, acts
        self.entry: Entry | None = None
        self._summary: Summary | None = None
        self._messages_of: tuple[str, State] | None = None
        self.lead, self.stripe, self.facts, self.no_fields = QLabel(), QLabel(), QLabel(), QLabel()
        self.no_messages = QLabel()
        self.banner = Banner(theme)
        self.bar = ActsBar(theme, acts)
        self.note = HistoryNote(theme, desk)
        self.model = RecordModel(theme, self._label)
        self.table = QTableView()
        self.exchange = exchange
        self.pages, self._fields, self._messages = QTabWidget(), QStackedWidget(), QStackedWidget()
        self._set_table()
        self._lay_out()
        self.pages.currentChanged.connect(self._look_at_messages)
        theme.changed.connect(self._recolour)
        self.show_summary(None)

    def show_summary(self, summary: Summary | None) -> None:
        """Show this call; what the line of the list does not know comes a moment later."""
        is_same = summary is not None and self._summary is not None and summary.id == self._summary.id
        if is_same and summary == self._summary:
            return
        self._summary = summary
        self.note.show_summary(summary)
        if summary is None:
            self._show_entry(None)
            return
        if not is_same:
            self._show_entry(None)
        job = self._desk.ask(lambda store, wanted=summary.id: store.entry(wanted))  # type: ignore[misc] # bound now
        job.finished.connect(partial(self._take, summary.id))
        job.failed.connect(partial(self._fail, summary.id))

    def show_page(self, number: int) -> None:
        """What happened, or the messages."""
        self.pages.setCurrentIndex(number)

    def _label(self, name: str) -> str:
        return self._labels(self._summary)(name) if self._summary is not None else name

    def _take(self, entry_id: str, entry: Entry | None) -> None:
        if not self._awaits(entry_id):
            return
        if entry is None:
            self.gone.emit(entry_id)
            return
        self._show_entry(entry)

    def _fail(self, entry_id: str, error: object) -> None:
        if self._awaits(entry_id):
            problem = problem_of(error)
            words = self.tr("The rest of this call could not be read ({detail}).").format(detail=problem.detail)
            self.banner.put(None, words, ())

    def _awaits(self, entry_id: str) -> bool:
        """Whether this call is still the one to be shown, and the window still there."""
        return isValid(self) and self._summary is not None and self._summary.id == entry_id

    def _show_entry(self, entry: Entry | None) -> None:
        self.entry = entry
        self._show_head(entry)
        story = retold(entry) if entry is not None else None
        self.bar.show_open(is_open=story is not None and story.is_open)
        self._acts.show_entry(entry)
        rows = shown_of(entry) if entry is not None else ()
        self.model.show_rows(rows)
        self._fields.setCurrentWidget(self.table if rows else self.no_fields)
        self.no_fields.setText(self._why_no_fields(entry))
        self.note.setVisible(self._summary is not None)
        self.pages.setVisible(entry is not None)
        self.bar.setVisible(self._summary is not None)
        self._look_at_messages()
        self.shown.emit(entry)

    def _show_head(self, entry: Entry | None) -> None:
        summary = self._summary
        for label in (self.lead, self.stripe, self.facts):
            label.setVisible(summary is not None)
        if summary is None:
            self.banner.put(None, self.tr("Choose a call to see what was sent, and what became of it."), ())
            return
        lead = self._words.lead(summary) or self._words.kind(summary)
        self.lead.setText(
            self.tr("{lead}, {moment}").format(lead=lead, moment=self._words.moment(summary)),
        )
        self.stripe.setText(self._words.connection(summary))
        if entry is None:
            self.facts.setText("")
            self.banner.put(None, self._words.became(summary)[1], ())
            return
        told = self._words.tell(entry, self._label)
        self.banner.put(told.tone, told.title, told.lines, told.details)
        expected = self._words.expected(entry)
        self.facts.setText("\n".join(line for line in (" · ".join(self._words.facts(entry)), expected) if line))
        self._recolour()

    def _why_no_fields(self, entry: Entry | None) -> str:
        if entry is None or entry.summary.has_values:
            return self.tr("No field was changed by this call.")
        return self.tr("No values were kept of this call: only that it was, and how it ended.")

    def _look_at_messages(self) -> None:
        """Ask for them, where they are to be seen and were not asked for yet."""
        entry = self.entry
        wanted = (entry.summary.id, entry.summary.state) if entry is not None else None
        if self.pages.currentWidget() is not self._messages or wanted == self._messages_of:
            return
        self._messages_of = wanted
        self._messages.setCurrentWidget(self.no_messages)
        if wanted is None:
            return
        self.no_messages.setText(self.tr("Reading the messages…"))
        job = self._desk.ask(lambda store, wanted_id=wanted[0]: store.messages(wanted_id))  # type: ignore[misc] # bound now
        job.finished.connect(partial(self._take_messages, wanted))
        job.failed.connect(partial(self._fail_messages, wanted))

    def _take_messages(self, wanted: tuple[str, State], exchange: "Exchange | None") -> None:
        if not isValid(self) or wanted != self._messages_of:
            return
        if exchange is None:
            self.no_messages.setText(self.tr("No messages were kept of this call."))
            return
        self.exchange.show_exchange(exchange)
        self._messages.setCurrentWidget(self.exchange)

    def _fail_messages(self, wanted: tuple[str, State], error: object) -> None:
        if isValid(self) and wanted == self._messages_of:
            words = self.tr("The messages of this call could not be read ({detail}).")
            self.no_messages.setText(words.format(detail=problem_of(error).detail))

    def _recolour(self) -> None:
        colour_text(self.facts, self._theme.colours.muted)
        for label in (self.no_fields, self.no_messages):
            colour_text(label, self._theme.colours.muted)
        if self._summary is not None:
            own = self.stripe.palette()
            own.setColor(QPalette.ColorRole.Window, QColor(STRIPES[self._summary.environment]))
            own.setColor(QPalette.ColorRole.WindowText, QColor("white"))
            self.stripe.setPalette(own)

    def _set_table(self) -> None:
        self.table.setModel(self.model)
        self.table.setAccessibleName(self.tr("The fields of this call"))
        self.table.setTabKeyNavigation(False)
        self.table.setWordWrap(False)
        self.table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(24)
        header = self.table.horizontalHeader()
        header.setStretchLastSection(True)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for section, width in enumerate((190, 180, 180, 180)):
            header.resizeSection(section, width)

    def _lay_out(self) -> None:
        bold = self.lead.font()
        bold.setBold(True)
        for label in (self.lead, self.stripe):
            label.setFont(bold)
        for label in (self.lead, self.stripe, self.facts, self.no_fields, self.no_messages):
            label.setTextFormat(Qt.TextFormat.PlainText)
        for label in (self.lead, self.facts):
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.facts.setWordWrap(True)
        self.stripe.setAutoFillBackground(True)
        self.stripe.setContentsMargins(6, 1, 6, 1)
        for stack, widgets in (
            (self._fields, (self.no_fields, self.table)),
            (self._messages, (self.no_messages, self.exchange)),
        ):
            for widget in widgets:
                stack.addWidget(widget)
        for label in (self.no_fields, self.no_messages):
            label.setContentsMargins(8, 8, 8, 8)
            label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
            label.setWordWrap(True)
        room = self.pages.sizePolicy()
        room.setRetainSizeWhenHidden(True)  # while a call is read, what is above must not spread over it
        self.pages.setSizePolicy(room)
        self.pages.setDocumentMode(True)
        self.pages.setAccessibleName(self.tr("The chosen call"))
        self.pages.addTab(self._fields, self.tr("&What happened"))
        self.pages.addTab(self._messages, self.tr("Re&quest and response"))
        head = QHBoxLayout()
        head.addWidget(self.stripe)
        head.addWidget(self.lead, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(head)
        layout.addWidget(self.banner)
        layout.addWidget(self.facts)
        layout.addWidget(self.bar)
        layout.addWidget(self.note)
        layout.addWidget(self.pages, 1)
