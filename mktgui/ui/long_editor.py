"""Edits a value of several lines below the table, and keeps its line breaks as they were."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPlainTextEdit, QToolButton, QVBoxLayout, QWidget

from mktgui.ui.line_breaks import with_breaks_of

HEIGHT = 110
_RETURNS = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class _Text(QPlainTextEdit):
    """Leaves Shift+Return and Escape to the editor around it."""

    done = Signal()
    given_up = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _RETURNS and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.done.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        else:
            super().keyPressEvent(event)


class LongEditor(QWidget):
    """Open on one value at a time. Return begins a line; Shift+Return, as it opened the editor, ends it."""

    closed = Signal()
    """It is shut; what was typed has been told by `finished` if it is to count."""
    finished = Signal(str)
    """The text as it is to be from now on; not told where nobody changed it."""
    edited = Signal()
    """Something else stands in it now, or it was shut."""

    def __init__(self) -> None:
        super().__init__()
        self._original = self._shown = ""
        self._open = False
        self.title = QLabel()
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.text = _Text()
        self.text.setTabChangesFocus(True)
        self.text.setFixedHeight(HEIGHT)
        self.text.done.connect(self.finish)
        self.text.given_up.connect(self.give_up)
        self.text.textChanged.connect(self.edited)
        self.closed.connect(self.edited)
        self.take = _button(self.tr("Done"), self.tr("Done (Shift+Enter)"))
        self.leave = _button(self.tr("Cancel"), self.tr("Cancel (Esc)"))
        self.take.clicked.connect(self.finish)
        self.leave.clicked.connect(self.give_up)
        line = QHBoxLayout()
        line.addWidget(self.title, 1)
        line.addWidget(self.take)
        line.addWidget(self.leave)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addLayout(line)
        layout.addWidget(self.text)
        self.hide()

    @property
    def is_open(self) -> bool:
        """Whether a value is being edited."""
        return self._open

    @property
    def as_typed(self) -> str | None:
        """The text as it stands; None where it is shut, or nobody changed anything."""
        typed = self.text.document().toRawText()
        return with_breaks_of(self._original, typed) if self._open and typed != self._shown else None

    def begin(self, field: str, text: str) -> None:
        """Edit this text, which is the value of that field."""
        self._open, self._original = True, text
        self.title.setText(self.tr("New value of {field}").format(field=field))
        self.text.setAccessibleName(self.title.text())
        self.text.setPlainText(text)
        self._shown = self.text.document().toRawText()
        self.show()
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def finish(self) -> None:
        """Take over what was typed, and shut."""
        typed = self.as_typed
        if typed is not None:
            self.finished.emit(typed)
        self.give_up()

    def give_up(self) -> None:
        """Shut, and leave the value as it was."""
        if self._open:
            self._open = False
            self.hide()
            self.closed.emit()


def _button(text: str, tip: str) -> QToolButton:
    button = QToolButton()
    button.setText(text)
    button.setToolTip(tip)
    button.setAccessibleName(text)
    return button
