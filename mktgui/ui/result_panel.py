"""What happened: words first, then each field as it was, as it was asked for and as it is."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QClipboard, QResizeEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QHeaderView, QLineEdit, QTableView, QVBoxLayout, QWidget

from mktgui.domain.answers import Synced
from mktgui.domain.calls import SyncLead
from mktgui.domain.difference import FieldDifference, differences, named_by_rest, unexpected
from mktgui.domain.outcome import Answered, Outcome
from mktgui.domain.receipt import Receipt
from mktgui.domain.recheck import Recheck
from mktgui.domain.story import Story
from mktgui.ui.banner import Banner
from mktgui.ui.clear_button import offer_clearing
from mktgui.ui.outcome_words import Told
from mktgui.ui.receipt_words import ReceiptWords
from mktgui.ui.record_delegate import RecordDelegate
from mktgui.ui.record_model import HAPPENED, RECEIVED, THREE_WAY, Column, RecordModel
from mktgui.ui.story_bar import ReceiptForm, StoryBar
from mktgui.ui.theme import Theme

FIELD_PART, VALUE_PART = 0.2, 0.18  # of the width of the table; what is left is for the words on what became of it


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultParts:
    """What the panel is given. `label` gives the friendly name of a field; without `receipt` there are no receipts."""

    clipboard: QClipboard | None = None
    receipt: Callable[[Story], Receipt] | None = None
    label: Callable[[str], str] = str


class ResultPanel(QWidget):
    """The last outcome. Until there is one, a sentence says where it will appear."""

    picked = Signal(str)
    """The API name of the field that the person has come to in the table."""
    reread_wanted = Signal()
    """Look at the lead again: `Story.question` says how."""
    put_back_wanted = Signal(object)
    """Open this `PutBack` as a draft."""
    send_anyway_wanted = Signal()
    """Send what was planned, although the lead changed meanwhile."""
    take_over_wanted = Signal(object)
    """Go on with the lead as this `Recheck` found it."""

    def __init__(self, theme: Theme, parts: ResultParts | None = None) -> None:
        super().__init__()
        self._parts = parts or ResultParts()
        self._story: Story | None = None
        self._fitting = self._own_widths = False
        self._banner = Banner(theme)
        self.title, self.lines = self._banner.title, self._banner.lines
        self.unfold, self.details = self._banner.unfold, self._banner.details
        self.bar = StoryBar(theme, receipts=self._parts.receipt is not None and self._parts.clipboard is not None)
        self.model = RecordModel(theme, self._parts.label)
        self.table = QTableView()
        self.filter = QLineEdit()
        self.only_asked = QCheckBox(self.tr("Only what was asked"))
        self._set_table()
        self._lay_out()
        self._connect()
        self.show_nothing()

    @property
    def story(self) -> Story | None:
        """What is shown, None where it is no story of a send."""
        return self._story

    def show_nothing(self) -> None:
        """Nothing has been sent yet."""
        self._story = None
        self._banner.put(None, self.tr("Nothing sent yet."), (self.tr("What Marketo makes of the lead appears here."),))
        self.bar.show_nothing()
        self._show(())

    def show_told(self, told: Told, outcome: Outcome | None = None) -> None:
        """Say it, and show the lead record where the outcome has one: for what is no story of a planned send."""
        self._story = None
        answer = outcome.answer if isinstance(outcome, Answered) else None
        rows: tuple[FieldDifference, ...] = ()
        if outcome is not None and isinstance(answer, Synced) and isinstance(outcome.call, SyncLead):
            found = differences(None, outcome.call, answer.record) if answer.record else ()
            found = named_by_rest(found) if outcome.call.lookup_field else found
            rows = (*found, *unexpected(answer.extras))
        self._say(told)
        self.bar.show_nothing()
        self._show(rows, RECEIVED)

    def show_story(self, story: Story, told: Told) -> None:
        """Say what happened of a send, field by field, and offer what can be done about it."""
        self._story = story
        self._say(told)
        self.bar.show_story(story)
        self._show(story.shown)

    def show_recheck(self, recheck: Recheck, told: Told) -> None:
        """Say that the lead changed before it was sent, in three columns, and let the person decide."""
        self._story = None
        self._say(told)
        self.bar.show_recheck(recheck)
        self._show(recheck.changed, THREE_WAY)

    def let_go(self) -> None:
        """What is told stays in sight, and nothing is offered about it: its Marketo is not the one in use any more."""
        self._story = None
        self.bar.show_nothing()

    def go_to(self, name: str) -> None:
        """Come to the row of the field with this API name, where it is shown."""
        row = self.model.place_of(name)
        if row is not None and row != self.table.currentIndex().row():
            self.table.setCurrentIndex(self.model.index(row, 0))

    def set_busy(self, *, busy: bool) -> None:
        """While a call is under way no button starts another one."""
        self.bar.set_busy(busy=busy)

    def copy_receipt(self, form: ReceiptForm = ReceiptForm.TEXT) -> bool:
        """Put the receipt of what is shown on the clipboard; gives whether there is one."""
        if self._story is None or self._parts.receipt is None or self._parts.clipboard is None:
            return False
        words, receipt = ReceiptWords(), self._parts.receipt(self._story)
        text = words.markdown(receipt) if form is ReceiptForm.MARKDOWN else words.text(receipt)
        self._parts.clipboard.setText(text)
        self.bar.say(self.tr("Receipt copied."))
        return True

    def _say(self, told: Told) -> None:
        self._banner.say(told.tone, told.title, told.lines, told.details)

    def _show(self, rows: tuple[FieldDifference, ...], columns: tuple[Column, ...] = HAPPENED) -> None:
        self.filter.blockSignals(True)  # noqa: FBT003 - Qt's own; the model is told once, below
        self.filter.clear()
        self.filter.blockSignals(False)  # noqa: FBT003
        self.only_asked.setVisible(bool(rows) and columns is HAPPENED)
        self._fitting = True  # sections that come and go have other widths, which nobody chose
        self.model.show_rows(rows, columns)
        self._fitting = False
        if not self._own_widths:
            self._fit()
        if self.only_asked.isChecked():
            self._narrow()
        for widget in (self.table, self.filter):
            widget.setVisible(bool(rows))

    def _narrow(self) -> None:
        only_asked = self.only_asked.isChecked() and not self.only_asked.isHidden()
        self.model.narrow(self.filter.text(), only_asked=only_asked)

    def _tell_picked(self) -> None:
        self.picked.emit(self.model.name_at(self.table.currentIndex().row()))

    def _connect(self) -> None:
        self.table.selectionModel().currentRowChanged.connect(self._tell_picked)
        self.filter.textChanged.connect(self._narrow)
        self.only_asked.toggled.connect(self._narrow)
        self.bar.reread_wanted.connect(self.reread_wanted)
        self.bar.put_back_wanted.connect(self.put_back_wanted)
        self.bar.send_anyway_wanted.connect(self.send_anyway_wanted)
        self.bar.take_over_wanted.connect(self.take_over_wanted)
        self.bar.receipt_wanted.connect(self.copy_receipt)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self._own_widths:
            self._fit()

    def _fit(self) -> None:
        """Share the width out, so that what became of a field is seen without scrolling."""
        self._fitting = True
        header, width = self.table.horizontalHeader(), self.width()
        for section in range(len(HAPPENED) - 1):
            header.resizeSection(section, round(width * (VALUE_PART if section else FIELD_PART)))
        self._fitting = False

    def _take_width(self, section: int) -> None:
        """From the moment a person drags a column, the widths are theirs."""
        self._own_widths |= not self._fitting and section < self.model.columnCount() - 1

    def _set_table(self) -> None:
        self.filter.setPlaceholderText(self.tr("Filter fields"))
        self.filter.setAccessibleName(self.tr("Filter fields"))
        offer_clearing(self.filter, self.tr("Clear"))
        self.filter.setMinimumWidth(140)
        self.table.setModel(self.model)
        self.table.setItemDelegate(RecordDelegate(self.model, self.table))
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
        header.sectionResized.connect(self._take_width)

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(6)
        line.addWidget(self.bar)
        line.addStretch(1)
        line.addWidget(self.only_asked)
        line.addWidget(self.filter)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 4)
        layout.setSpacing(4)
        layout.addWidget(self._banner)
        layout.addLayout(line)
        layout.addWidget(self.table, 1)
        layout.addStretch()
