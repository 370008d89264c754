"""One HTTP message to read: formatted, raw or its details; masked unless revealed; searched, folded, copied, saved."""

from collections.abc import Callable
from enum import Enum
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QClipboard
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from mktgui.domain.exchange import Exchange, Message
from mktgui.domain.ports import ReadMessage, TextForm, TextKind
from mktgui.ui.find_bar import FindBar
from mktgui.ui.fold_margin import LIT
from mktgui.ui.message_details import MessageDetails
from mktgui.ui.message_menu import MessageMenu
from mktgui.ui.message_taker import MessageTaker
from mktgui.ui.path_bar import PathBar
from mktgui.ui.reveal_button import RevealButton
from mktgui.ui.size_guard import ASK_FROM, FIRST_PART, SizeGuard
from mktgui.ui.text_lines import NO_LINES, LaidOut, lay_out
from mktgui.ui.text_pane import TextPane
from mktgui.ui.theme import Theme, fixed_font
from mktgui.workers.collector import sweep
from mktgui.workers.memory import give_back_memory
from mktgui.workers.runner import Runner


class Extent(Enum):
    """How much of a big message the person wants to see."""

    UNASKED = 0
    PART = 1
    ALL = 2


class MessageView(QWidget):
    """Keeps the message itself: no text widget is its store. Everything that takes a while happens on threads."""

    attribute_picked = Signal(str)
    """The person put the cursor into the element of this field."""

    def __init__(
        self, read: ReadMessage, mask: Callable[[bytes], bytes], runner: Runner, theme: Theme, clipboard: QClipboard
    ) -> None:
        super().__init__()
        self._read, self._runner = read, runner
        self._message: Message | None = None
        self._exchange: Exchange | None = None
        self._shown: LaidOut | None = None
        self._nothing, self._lit = "", ""
        self._reading = 0  # the number of the reading that is awaited
        self._has_news = False  # something has been said that must stay until there is another text
        self._form, self._extent = TextForm.FORMATTED, Extent.UNASKED
        self.title, self.note = QLabel(), QLabel()
        self.view = TextPane(theme)
        self.facts = QPlainTextEdit()
        self.guard = SizeGuard()
        self.pages = QStackedWidget()
        self.find_bar = FindBar(self.view)
        self.path_bar = PathBar(runner, theme)
        self.modes = QButtonGroup(self)
        self.formatted, self.raw = _push(self.tr("Formatted")), _push(self.tr("Raw"))
        self.details = _push(self.tr("Details"))
        self.reveal = RevealButton()
        self.copy_button, self.save_button = _push(self.tr("Copy")), _push(self.tr("Save…"))
        self.menu = MessageMenu(self.view, self.find_bar, self.path_bar)
        self._details = MessageDetails(mask)
        self._taker = MessageTaker(read, mask, runner, clipboard, self)
        self._set_up()
        self._lay_out()
        self._connect()

    def show_message(self, message: Message | None, nothing: str = "", exchange: Exchange | None = None) -> None:
        """Show another message, or say why there is none. `exchange` is the one to which it belongs."""
        self._message, self._exchange, self._nothing = message, exchange, nothing
        self._extent, self._lit = Extent.UNASKED, ""
        self.reveal.setChecked(False)
        self._refresh()

    def text(self) -> str:
        """The text that is on the screen."""
        return self.facts.toPlainText() if self.pages.currentWidget() is self.facts else self.view.text()

    def name(self, name: str) -> None:
        """Say what this is, above it and for a screen reader."""
        self.title.setText(name)
        self.title.show()
        self.view.setAccessibleName(name)
        self.facts.setAccessibleName(f"{name}: {self.details.text()}")
        named = (self.formatted, self.raw, self.details, self.reveal, self.copy_button, self.save_button)
        for button in named:
            button.setAccessibleName(f"{name}: {button.text()}")
        self.menu.button.setAccessibleName(f"{name}: {self.menu.button.toolTip()}")

    def light_up(self, name: str) -> None:
        """Show where a field is, by its API name, once the text is there; with an empty name put the light out."""
        self._lit = name
        spans = self._shown.outline.spans_of(name) if self._shown is not None and name else ()
        self.view.mark(LIT, spans, "changed_back")
        if spans and self.view.is_filled:
            self.view.bring_into_view(spans[0])

    def save_to(self, path: str) -> None:
        """Write the exact bytes of the body, signature and user masked unless they are revealed."""
        if self._message is not None:
            self._taker.save(path, self._message.body, masked=self._masked)

    @property
    def _asks(self) -> bool:
        """Whether the person has to be asked before it is shown."""
        size = len(self._message.body) if self._message is not None else 0
        return size > ASK_FROM and self._extent is Extent.UNASKED

    @property
    def _masked(self) -> bool:
        return not self.reveal.isChecked()

    def _refresh(self) -> None:
        self._reading, self._shown = self._reading + 1, None
        self.view.show_lines(NO_LINES)
        self.path_bar.use(None)
        message = self._message
        for button in (self.copy_button, self.save_button, self.reveal, *self.modes.buttons(), self.menu.button):
            button.setEnabled(message is not None)
        self._has_news = False
        self._say("" if message is not None else self._nothing)
        if message is not None:
            self._read_or_ask(message)
        self._show_details()
        self._turn_page()

    def _read_or_ask(self, message: Message) -> None:
        if self._asks:
            self.guard.ask(len(message.body), formatted=self._form is TextForm.FORMATTED)
            return
        is_part = self._extent is Extent.PART
        body, form = (message.body[:FIRST_PART], TextForm.RAW) if is_part else (message.body, self._form)
        job = self._runner.run(partial(_read_and_lay_out, self._read, body, form, masked=self._masked))
        job.finished.connect(partial(self._take, self._reading))

    def _take(self, reading: int, laid: LaidOut) -> None:
        if reading != self._reading:
            return  # of a message that is not shown any more
        self._shown = laid
        if not self._has_news:
            self._say(self._remark(laid))
        self._show_details()
        self.view.show_lines(laid.lines, laid.folds)
        read = laid.message
        self.path_bar.use(read.tree.select if read.tree is not None else None, read.kind)

    def _remark(self, laid: LaidOut) -> str:
        """What the person has to know of the text besides what it says."""
        if not laid.message.text:
            return self.tr("This message has no body: these are its first line and its headers.")
        if self._extent is Extent.PART:
            return self.tr("This is only the beginning, as it came. Copy and Save take all of it.")
        if self._form is TextForm.FORMATTED and not laid.message.formatted:
            if laid.message.kind is TextKind.JSON:
                return self.tr("This is not well-formed JSON, so it is shown as it came.")
            return self.tr("This is not well-formed XML, so it is shown as it came.")
        if laid.lines.broken:
            return self.tr("Long lines go on behind ↪. Copy and Save take them whole.")
        return ""

    def _show_details(self) -> None:
        read = self._shown.message if self._shown is not None else None
        text = self._details.text(self._message, read, self._exchange) if self._message is not None else ""
        self.facts.setPlainText(text)

    def _turn_page(self) -> None:
        """Details lie beside the text, and so does the question that comes before a big one.

        Of a message without a body they are all there is, such as of a GET, which asks by its first line.
        """
        text: QWidget = self.guard if self._asks else self.view
        is_bare = self._message is not None and not self._message.body
        self.pages.setCurrentWidget(self.facts if is_bare or self.details.isChecked() else text)

    def _tell(self, news: str) -> None:
        """What became of a copy or a save; a text that comes after it does not wipe it out."""
        self._has_news = True
        self._say(news)

    def _say(self, text: str) -> None:
        self.note.setText(text)
        self.note.setVisible(bool(text))

    def _choose_form(self, form: TextForm) -> None:
        if form is self._form and self._extent is not Extent.PART:
            self._turn_page()
            return
        self._form = form
        self._extent = Extent.UNASKED if self._extent is Extent.PART else self._extent
        self._refresh()

    def _show_more(self, extent: Extent) -> None:
        self._extent = extent
        self._refresh()
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _copy(self) -> None:
        """What is chosen, exactly; or the whole message in the form that is chosen."""
        if self._message is None:
            return
        start, end = self.view.selection()
        if self.pages.currentWidget() is self.facts:
            self._taker.copy_text(self.facts.textCursor().selection().toPlainText() or self.facts.toPlainText())
        elif start < end:
            self._taker.copy_text(self.view.text()[start:end])
        else:
            form = self._form if self._shown is not None and self._extent is not Extent.PART else TextForm.RAW
            self._taker.copy(self._message.body, form, masked=self._masked)

    def _go_to_element(self, number: int) -> None:
        if self._shown is not None:
            span = self._shown.outline.span(number)
            self.view.mark(LIT, (span,), "changed_back")
            self.view.bring_into_view(span)

    def _tell_picked(self, offset: int) -> None:
        name = self._shown.outline.field_at(offset) if self._shown is not None else ""
        if name and name != self._lit:
            self._lit = name
            self.view.mark(LIT, self._shown.outline.spans_of(name) if self._shown is not None else (), "changed_back")
            self.attribute_picked.emit(name)

    def _light_up_late(self) -> None:
        """The text came little by little, and only now is the place there."""
        if self._lit:
            self.light_up(self._lit)

    def _connect(self) -> None:
        self.formatted.clicked.connect(partial(self._choose_form, TextForm.FORMATTED))
        self.raw.clicked.connect(partial(self._choose_form, TextForm.RAW))
        self.details.clicked.connect(self._turn_page)
        self.reveal.toggled.connect(self._refresh)
        self.copy_button.clicked.connect(self._copy)
        self.save_button.clicked.connect(self._ask_where)
        self.guard.part_wanted.connect(partial(self._show_more, Extent.PART))
        self.guard.all_wanted.connect(partial(self._show_more, Extent.ALL))
        self.guard.copy_wanted.connect(self._copy)
        self.guard.save_wanted.connect(self._ask_where)
        self.path_bar.wanted.connect(self._go_to_element)
        self.path_bar.shut_down.connect(partial(self.view.setFocus, Qt.FocusReason.OtherFocusReason))
        self.view.moved.connect(self._tell_picked)
        self.view.filled.connect(self._light_up_late)
        self.view.clearing.done.connect(self._give_back)
        self._taker.said.connect(self._tell)

    def _give_back(self) -> None:
        """A long text is gone: its memory goes too, with what Python keeps in reserve, which is all over it."""
        sweep()
        self._runner.run(give_back_memory)

    def _ask_where(self) -> None:
        """A message that has not been read yet is what its header claims."""
        claims_json = self._message is not None and "json" in self._message.header("content-type").lower()
        claimed = TextKind.JSON if claims_json else TextKind.XML
        self._taker.ask_where(self.save_to, claimed if self._shown is None else self._shown.message.kind)

    def _set_up(self) -> None:
        for button in (self.formatted, self.raw, self.details):
            button.setCheckable(True)
            button.setAutoRaise(True)  # a frame for the chosen one only: in the dark, pressed ones look like others
            self.modes.addButton(button)
        self.formatted.setChecked(True)
        self.facts.setReadOnly(True)
        self.facts.setFont(fixed_font())
        self.facts.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        self.facts.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        bold = self.title.font()
        bold.setBold(True)
        self.title.setFont(bold)
        self.title.hide()
        self.note.setTextFormat(Qt.TextFormat.PlainText)
        self.note.setWordWrap(True)
        self.reveal.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.addActions(self.menu.actions())

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.setSpacing(2)
        bar.addWidget(self.title)
        for button in (self.formatted, self.raw, self.details):
            bar.addWidget(button)
        bar.addStretch()
        for button in (self.reveal, self.copy_button, self.save_button, self.menu.button):
            bar.addWidget(button)
        for page in (self.view, self.facts, self.guard):
            self.pages.addWidget(page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(3)
        layout.addLayout(bar)
        layout.addWidget(self.note)
        layout.addWidget(self.pages, 1)
        layout.addWidget(self.find_bar)
        layout.addWidget(self.path_bar)


def _read_and_lay_out(read: ReadMessage, body: bytes, form: TextForm, *, masked: bool) -> LaidOut:
    return lay_out(read(body, form, masked=masked))


def _push(text: str) -> QToolButton:
    button = QToolButton()
    button.setText(text)
    button.setAccessibleName(text)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button
