"""One HTTP message to read: formatted or raw, masked unless revealed, searched, copied, saved."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QLocale, Qt, QTimer
from PySide6.QtGui import QClipboard, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from mktgui.domain.exchange import CREDENTIAL_HEADERS, Message
from mktgui.domain.ports import MessageText, ReadMessage, TextForm
from mktgui.ui.find_bar import FindBar
from mktgui.ui.theme import Theme, fixed_font
from mktgui.ui.xml_highlighter import XmlHighlighter
from mktgui.workers.runner import Job, Runner

ASK_FROM = 2 * 1024 * 1024  # bytes: a longer body is shown only when the person asks for it
COLOUR_UP_TO = 1024 * 1024  # characters
PIECE = 100_000  # characters put into the view at a time, so that the window stays alive
REVEAL_SECONDS = 30


class MessageView(QWidget):
    """Keeps the message itself; the text widget is only a view, since it changes line ends and spaces."""

    def __init__(
        self, read: ReadMessage, mask: Callable[[bytes], bytes], runner: Runner, theme: Theme, clipboard: QClipboard
    ) -> None:
        super().__init__()
        self._read, self._mask, self._runner, self._clipboard = read, mask, runner, clipboard
        self._message: Message | None = None
        self._nothing = ""
        self._job: Job | None = None
        self._asked_for_all = False
        self._coming = ""
        self._seconds_left = 0
        self.view = QPlainTextEdit()
        self.note = QLabel()
        self.show_all = QPushButton(self.tr("Show it"))
        self.find_bar = FindBar(self.view, theme)
        self._highlighter = XmlHighlighter(self.view.document(), theme)
        self.formatted = _toggle(self.tr("Formatted"), on=True)
        self.details = _toggle(self.tr("Headers"))
        self.wrap = _toggle(self.tr("Wrap"))
        self.reveal = _toggle(self.tr("Show signature"))
        self.copy_button, self.save_button = _push(self.tr("Copy")), _push(self.tr("Save…"))
        self._pieces = QTimer(self)
        self.countdown = QTimer(self)  # until the signature hides itself again
        self._set_up_view()
        self._lay_out()
        self._connect()

    def show_message(self, message: Message | None, nothing: str = "") -> None:
        """Show another message, or say why there is none."""
        self._message, self._nothing, self._asked_for_all = message, nothing, False
        self.reveal.setChecked(False)
        self._refresh()

    def text(self) -> str:
        """What is on the screen."""
        return self.view.toPlainText()

    def name(self, name: str) -> None:
        """Say what this is, for a screen reader."""
        self.view.setAccessibleName(name)
        for button in (self.formatted, self.details, self.wrap, self.reveal, self.copy_button, self.save_button):
            button.setAccessibleName(f"{name}: {button.text()}")

    def _refresh(self) -> None:
        self._pieces.stop()
        self._coming, self._job = "", None
        self.view.clear()
        message = self._message
        for button in (self.copy_button, self.save_button, self.reveal, self.formatted, self.details):
            button.setEnabled(message is not None)
        if message is None:
            self._say(self._nothing)
            return
        if len(message.body) > ASK_FROM and not self._asked_for_all:
            size = QLocale().formattedDataSize(len(message.body))
            self._say(self.tr("This message has {size}.").format(size=size), ask=True)
            return
        self._say("")
        form = TextForm.FORMATTED if self.formatted.isChecked() else TextForm.RAW
        read = partial(self._read, message.body, form, masked=not self.reveal.isChecked())
        job = self._job = self._runner.run(read)
        job.finished.connect(partial(self._take, job))

    def _take(self, job: Job, read: MessageText) -> None:
        if job is not self._job or self._message is None:
            return  # of a message that is not shown any more
        if self.formatted.isChecked() and not read.formatted and self._message.body:
            self._say(self.tr("This is not well-formed XML, so it is shown as it came."))
        text = (self._head() + "\n\n" if self.details.isChecked() else "") + read.text
        self._highlighter.setDocument(self.view.document() if len(text) <= COLOUR_UP_TO else None)
        self._coming = text
        self._put_piece()

    def _head(self) -> str:
        """The first line and the headers, never with a credential, in whichever header or address it is."""
        if self._message is None:
            return ""
        lines = (
            f"{name}: {'***' if name.lower() in CREDENTIAL_HEADERS else value}" for name, value in self._message.headers
        )
        head = "\n".join((self._message.start_line, *lines))
        return self._mask(head.encode(errors="surrogateescape")).decode(errors="replace")

    def _put_piece(self) -> None:
        """Append some of what is coming; the rest follows when the window has had its turn."""
        piece, self._coming = self._coming[:PIECE], self._coming[PIECE:]
        cursor = self.view.textCursor()
        cursor.movePosition(cursor.MoveOperation.End)
        first = self.view.document().isEmpty()
        cursor.insertText(piece)
        if first:
            self.view.moveCursor(cursor.MoveOperation.Start)
        if self._coming:
            self._pieces.start(0)

    def _say(self, text: str, *, ask: bool = False) -> None:
        self.note.setText(text)
        self.note.setVisible(bool(text))
        self.show_all.setVisible(ask)

    def _show_all(self) -> None:
        self._asked_for_all = True
        self._refresh()

    def _toggle_reveal(self, shown: bool) -> None:  # noqa: FBT001 - the signature of the signal
        self._seconds_left = REVEAL_SECONDS if shown else 0
        (self.countdown.start if shown else self.countdown.stop)()
        self._name_reveal()
        self._refresh()

    def _tick(self) -> None:
        self._seconds_left -= 1
        self._name_reveal()
        if self._seconds_left <= 0:
            self.reveal.setChecked(False)

    def _name_reveal(self) -> None:
        left = self._seconds_left
        hide = self.tr("Hide signature ({seconds} s)").format(seconds=left)
        self.reveal.setText(hide if left else self.tr("Show signature"))

    def _copy(self) -> None:
        """Copy what is chosen, or all that is shown: masked where it is shown masked."""
        chosen = self.view.textCursor().selectedText().replace("\u2029", "\n")
        self._clipboard.setText(chosen or self.text() + self._coming)

    def _ask_where(self) -> None:
        dialog = QFileDialog(self, self.tr("Save the message"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("xml")
        dialog.fileSelected.connect(self.save_to)
        dialog.open()

    def save_to(self, path: str) -> None:
        """Write the exact bytes of the body, signature and user masked unless they are revealed."""
        if self._message is None:
            return
        job = self._runner.run(
            partial(self._write, Path(path), self._message.body, masked=not self.reveal.isChecked()), OSError
        )
        job.finished.connect(lambda _: self._say(self.tr("Saved as {path}.").format(path=path)))
        job.failed.connect(lambda error: self._say(self.tr("Not saved: {error}").format(error=error)))

    def _write(self, path: Path, body: bytes, *, masked: bool) -> None:
        path.write_bytes(self._mask(body) if masked else body)

    def _set_up_view(self) -> None:
        self.view.setReadOnly(True)
        self.view.setUndoRedoEnabled(False)
        self.view.setFont(fixed_font())
        self.view.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.view.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.note.setTextFormat(Qt.TextFormat.PlainText)
        self.note.setWordWrap(True)
        self.show_all.hide()
        self._pieces.setSingleShot(True)
        self.countdown.setInterval(1000)

    def _connect(self) -> None:
        self._pieces.timeout.connect(self._put_piece)
        self.countdown.timeout.connect(self._tick)
        self.formatted.toggled.connect(self._refresh)
        self.details.toggled.connect(self._refresh)
        modes = (QPlainTextEdit.LineWrapMode.NoWrap, QPlainTextEdit.LineWrapMode.WidgetWidth)
        self.wrap.toggled.connect(lambda on: self.view.setLineWrapMode(modes[on]))
        self.reveal.toggled.connect(self._toggle_reveal)
        self.copy_button.clicked.connect(self._copy)
        self.save_button.clicked.connect(self._ask_where)
        self.show_all.clicked.connect(self._show_all)
        keys = {
            QKeySequence.StandardKey.Find: self.find_bar.open,
            QKeySequence.StandardKey.FindNext: self.find_bar.next,
            QKeySequence.StandardKey.FindPrevious: self.find_bar.previous,
            QKeySequence.StandardKey.ZoomIn: self.view.zoomIn,
            QKeySequence.StandardKey.ZoomOut: self.view.zoomOut,
        }
        for key, act in keys.items():
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.setSpacing(2)
        for button in (self.formatted, self.details, self.wrap, self.reveal):
            bar.addWidget(button)
        bar.addStretch()
        for button in (self.copy_button, self.save_button):
            bar.addWidget(button)
        told = QHBoxLayout()
        told.addWidget(self.note, 1)
        told.addWidget(self.show_all)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(3)
        layout.addLayout(bar)
        layout.addLayout(told)
        layout.addWidget(self.view, 1)
        layout.addWidget(self.find_bar)


def _toggle(text: str, *, on: bool = False) -> QToolButton:
    button = _push(text)
    button.setCheckable(True)
    button.setChecked(on)
    return button


def _push(text: str) -> QToolButton:
    button = QToolButton()
    button.setText(text)
    button.setAccessibleName(text)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button
