"""A call as text for a ticket: shown as it would be copied, with everything that was masked in it."""

from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QClipboard
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QSplitter,
    QTableView,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from mktgui.domain.ports import TextForm
from mktgui.domain.pseudonyms import Pseudonyms, pseudonyms_for
from mktgui.domain.ticket import Headings, Ticket, TicketForm, TicketMaker, TicketSource, TicketStyle, ticket_text
from mktgui.ui.banner import Banner
from mktgui.ui.masked_values_model import MaskedValuesModel, ValueColumn
from mktgui.ui.names import plain
from mktgui.ui.outcome_words import Tone
from mktgui.ui.theme import Theme, fixed_font
from mktgui.ui.tick_delegate import TickDelegate
from mktgui.ui.ticket_words import TicketWords
from mktgui.workers.runner import Job, Runner
from mktgui.workers.work import Crash

REVEAL_SECONDS = 30

_SIZE = (1000, 640)
_WIDTHS = [490, 510]
_COLUMNS = {ValueColumn.KIND: 125, ValueColumn.FIELDS: 115, ValueColumn.PLACEHOLDER: 150}


@dataclass(frozen=True, slots=True, kw_only=True)
class TicketParts:
    """What the window is given."""

    maker: TicketMaker
    runner: Runner
    theme: Theme
    clipboard: QClipboard


class TicketWindow(QDialog):
    """Copies and saves exactly what it shows. What the second look finds keeps that shut until the person means it."""

    def __init__(self, parts: TicketParts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        self._source: TicketSource | None = None
        self._ticket: Ticket | None = None
        self._job: Job | None = None
        self._seconds_left = 0
        self._words = TicketWords()
        self.model = MaskedValuesModel(self._words)
        self.table, self.text, self.state = QTableView(), QPlainTextEdit(), Banner(parts.theme)
        self.note = QLabel()
        self.formatted, self.head = QCheckBox(self.tr("&Formatted")), QCheckBox(self.tr("&Headers"))
        self.meant = QCheckBox(self.tr("I have looked at these: &let me copy it all the same"))
        self.reveal = QPushButton(self.tr("Show &values"))
        self.copy_button = QPushButton(self.tr("&Copy"))
        self.markdown_button = QPushButton(self.tr("Copy as &Markdown"))
        self.save_button = QPushButton(self.tr("&Save…"))
        self.close_button = QPushButton(self.tr("Cl&ose"))
        self.chooser: QFileDialog | None = None
        self.countdown = QTimer(self)  # until the values hide themselves again
        self._set_up()
        self._lay_out()
        self._connect()

    def show_source(self, source: TicketSource) -> None:
        """Show another call, with everything ticked that is ticked at first."""
        self._source = source
        self.reveal.setChecked(False)
        self.model.show_values(Pseudonyms())
        self._begin()
        job = self._job = self._parts.runner.run(partial(pseudonyms_for, source.call, source.answer, source.types))
        job.finished.connect(partial(self._take_values, job))
        job.failed.connect(partial(self._fail, job))

    def _take_values(self, job: Job, masked: Pseudonyms) -> None:
        if self._is_awaited(job):
            self.model.show_values(masked)
            self._refresh()

    def _refresh(self) -> None:
        """Make the text anew. Until it is there, nothing can be copied."""
        if self._source is None:
            return
        self._begin()
        style = TicketStyle(
            TextForm.FORMATTED if self.formatted.isChecked() else TextForm.RAW, with_head=self.head.isChecked()
        )
        make = partial(self._parts.maker.make, self._source, self.model.masked, self._headings(), style)
        job = self._job = self._parts.runner.run(make)
        job.finished.connect(partial(self._take, job))
        job.failed.connect(partial(self._fail, job))

    def _begin(self) -> None:
        self._ticket = None
        self.meant.setChecked(False)
        self.meant.hide()
        self.note.clear()
        self.state.say_plainly(self.tr("Masking…"))
        self._enable()

    def _take(self, job: Job, ticket: Ticket) -> None:
        if not self._is_awaited(job):
            return
        self._ticket = ticket
        bar = self.text.verticalScrollBar()
        place = bar.value()
        self.text.setPlainText(ticket_text(ticket, TicketForm.PLAIN))
        bar.setValue(place)
        told = self._words.found(ticket.leaks, self.model.masked)
        self.state.say(told.tone, told.title, told.lines)
        self.meant.setVisible(bool(ticket.leaks))
        self._enable()

    def _fail(self, job: Job, _crash: Crash) -> None:
        if self._is_awaited(job):
            self.text.clear()
            self.state.say(
                Tone.BAD,
                self.tr("This could not be masked, so there is nothing to copy."),
                (
                    self.tr(
                        "The call itself is not touched by this. The support file under Help tells what went wrong."
                    ),
                ),
            )

    def _is_awaited(self, job: Job) -> bool:
        """Whether it is the last one that was started, and the window is still there to hear of it."""
        return job is self._job and isValid(self)

    def _enable(self) -> None:
        ticket = self._ticket
        ready = ticket is not None and (not ticket.leaks or self.meant.isChecked())
        for button in (self.copy_button, self.markdown_button, self.save_button):
            button.setEnabled(ready)

    def _headings(self) -> Headings:
        return Headings(
            words=self.tr("What happened"),
            request=self.tr("Request"),
            response=self.tr("Response"),
            left_out=self.tr("(left out: too long for a ticket)"),
        )

    def _copy(self, form: TicketForm) -> None:
        if self._ticket is not None:
            self._parts.clipboard.setText(ticket_text(self._ticket, form))
            self.note.setText(self.tr("Copied. {count}").format(count=self._words.count(self.model.masked)))

    def _choose(self) -> None:
        chooser = self.chooser = QFileDialog(self, self.tr("Save for a ticket"))
        chooser.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        chooser.setNameFilters([self.tr("Text (*.txt)"), self.tr("Markdown (*.md)")])
        chooser.setDefaultSuffix("txt")
        chooser.selectFile("marketo-call.txt")
        chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chooser.fileSelected.connect(self._save)
        chooser.open()

    def _save(self, chosen: str) -> None:
        if self._ticket is None:
            return  # unticked something while the dialog was open
        path = Path(chosen)
        form = TicketForm.MARKDOWN if path.suffix.lower() == ".md" else TicketForm.PLAIN
        content = ticket_text(self._ticket, form).encode(errors="replace")
        job = self._parts.runner.run(partial(path.write_bytes, content), OSError)
        job.finished.connect(lambda _: self._say(self.tr("Saved as {name}.").format(name=path.name)))
        job.failed.connect(self._say_not_saved)

    def _say_not_saved(self, error: OSError | Crash) -> None:
        reason = error.type_name if isinstance(error, Crash) else error.strerror or type(error).__name__
        self._say(self.tr("It could not be saved there ({reason}). Choose another place.").format(reason=reason))

    def _say(self, text: str) -> None:
        if isValid(self):
            self.note.setText(text)

    def _toggle_reveal(self, shown: bool) -> None:  # noqa: FBT001 - the signature of the signal
        self._seconds_left = REVEAL_SECONDS if shown else 0
        (self.countdown.start if shown else self.countdown.stop)()
        self.model.reveal(revealed=shown)
        self._name_reveal()

    def _tick(self) -> None:
        self._seconds_left -= 1
        self._name_reveal()
        if self._seconds_left <= 0:
            self.reveal.setChecked(False)

    def _name_reveal(self) -> None:
        left = self._seconds_left
        self.reveal.setText(
            self.tr("Hide &values ({seconds} s)").format(seconds=left) if left else self.tr("Show &values")
        )

    def _connect(self) -> None:
        self.model.changed.connect(self._refresh)
        self.formatted.toggled.connect(self._refresh)
        self.head.toggled.connect(self._refresh)
        self.meant.toggled.connect(self._enable)
        self.reveal.toggled.connect(self._toggle_reveal)
        self.countdown.timeout.connect(self._tick)
        self.copy_button.clicked.connect(partial(self._copy, TicketForm.PLAIN))
        self.markdown_button.clicked.connect(partial(self._copy, TicketForm.MARKDOWN))
        self.save_button.clicked.connect(self._choose)
        self.close_button.clicked.connect(self.reject)

    def _set_up(self) -> None:
        self.setWindowTitle(self.tr("Copy for a ticket – mktgui"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)  # what it shows goes with it
        self.formatted.setChecked(True)
        self.reveal.setCheckable(True)
        self.countdown.setInterval(1000)
        self.meant.hide()
        self.copy_button.setDefault(True)
        for button in (self.reveal, self.markdown_button, self.save_button, self.close_button):
            button.setAutoDefault(False)
        for widget in (self.reveal, self.formatted, self.head, self.meant):
            widget.setAccessibleName(plain(widget.text()))
        self.note.setTextFormat(Qt.TextFormat.PlainText)
        self.note.setWordWrap(True)
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setFont(fixed_font())
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.text.setAccessibleName(self.tr("The text as it would be copied"))
        self._set_table()

    def _set_table(self) -> None:
        self.table.setModel(self.model)
        self.table.setItemDelegateForColumn(ValueColumn.KIND, TickDelegate(self._parts.theme, self.table))
        self.table.setAccessibleName(self.tr("What is masked: the space bar masks or shows a value"))
        self.table.setTabKeyNavigation(False)
        self.table.setWordWrap(False)
        self.table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(24)
        self.table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(ValueColumn.ORIGINAL, QHeaderView.ResizeMode.Stretch)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for column, width in _COLUMNS.items():
            header.resizeSection(column, width)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.addWidget(self.state)
        layout.addWidget(self.meant)
        both = QSplitter(Qt.Orientation.Horizontal)
        both.addWidget(_side(self.table, self.reveal))
        both.addWidget(_side(self.text, self.formatted, self.head))
        both.setSizes(_WIDTHS)
        both.setChildrenCollapsible(False)
        layout.addWidget(both, 1)
        line = QHBoxLayout()
        line.addWidget(self.note, 1)
        for button in (self.copy_button, self.markdown_button, self.save_button, self.close_button):
            line.addWidget(button)
        layout.addLayout(line)
        self.resize(*_SIZE)


def _side(view: QWidget, *below: QWidget) -> QWidget:
    side = QWidget()
    layout = QVBoxLayout(side)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(view, 1)
    line = QHBoxLayout()
    for widget in below:
        line.addWidget(widget)
    line.addStretch()
    layout.addLayout(line)
    return side
