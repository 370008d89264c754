"""What can be done about what happened: look again, put it back, take a receipt, or decide after a re-check."""

from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QWidget

from mktgui.domain.put_back import PutBack, put_back
from mktgui.domain.recheck import Recheck
from mktgui.domain.story import Story
from mktgui.ui.theme import Theme


class ReceiptForm(StrEnum):
    """How a receipt is written."""

    TEXT = "text"
    MARKDOWN = "markdown"


class StoryBar(QWidget):
    """Hidden while there is nothing to do; each button only shows where it makes sense."""

    reread_wanted = Signal()
    put_back_wanted = Signal(object)
    """A `PutBack` with a draft in it."""
    receipt_wanted = Signal(object)
    """A `ReceiptForm`."""
    send_anyway_wanted = Signal()
    take_over_wanted = Signal(object)
    """The `Recheck` that was shown."""

    def __init__(self, theme: Theme, *, receipts: bool) -> None:
        super().__init__()
        self._theme, self._receipts = theme, receipts
        self._back = PutBack(None)
        self._recheck = Recheck()
        self.reread = QPushButton(self.tr("Re-read the lead"))
        self.put_back = QPushButton(self.tr("Put it back…"))
        self.receipt = QPushButton(self.tr("Copy receipt"))
        self.send_anyway = QPushButton(self.tr("Send anyway"))
        self.take_over = QPushButton(self.tr("Take over what is there now"))
        self.note = QLabel()
        self._buttons = (self.reread, self.put_back, self.receipt, self.take_over, self.send_anyway)
        self._main: QPushButton | None = None
        self._set_receipt()
        self._lay_out()
        self.reread.clicked.connect(self.reread_wanted)
        self.put_back.clicked.connect(self._want_back)
        self.send_anyway.clicked.connect(self.send_anyway_wanted)
        self.take_over.clicked.connect(self._want_taken_over)
        theme.changed.connect(self._recolour)
        self.show_nothing()

    def show_nothing(self) -> None:
        """There is nothing to do about it."""
        self._show(frozenset(), None)

    def show_story(self, story: Story) -> None:
        """What can be done after a send. While it is open what was written, re-reading is the main thing to do."""
        self._back = put_back(story, story.fresh)
        wanted: set[QWidget] = set()
        if story.question is not None:
            wanted.add(self.reread)
        looked = story.fresh is not None or not story.is_open  # before that, there may be nothing to put back
        if self._back.draft is not None and looked:
            wanted.add(self.put_back)
        if self._receipts:
            wanted.add(self.receipt)
        self._show(frozenset(wanted), self.reread if story.is_open else None)

    def show_recheck(self, recheck: Recheck) -> None:
        """What can be done where the lead changed before it was sent.

        Where another lead would be changed now than was planned, the plan has to be seen anew before anything is sent.
        """
        self._recheck = recheck
        wanted = {self.take_over} if recheck.turn is not None else {self.take_over, self.send_anyway}
        self._show(frozenset(wanted), self.take_over)

    def set_busy(self, *, busy: bool) -> None:
        """No button starts anything while a call is under way."""
        for button in (self.reread, self.put_back, self.send_anyway, self.take_over):
            button.setEnabled(not busy)

    def say(self, text: str) -> None:
        """A few words beside the buttons, told to screen readers as well."""
        self.note.setText(text)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.note, text))

    def _show(self, wanted: frozenset[QWidget], main: QPushButton | None) -> None:
        self.note.setText("")  # `clear` would have all be laid out and painted anew where there was nothing
        for button in self._buttons:
            button.setVisible(button in wanted)
        if main is not self._main:
            self._main = main
            self._recolour()

    def _want_back(self) -> None:
        self.put_back_wanted.emit(self._back)

    def _want_taken_over(self) -> None:
        self.take_over_wanted.emit(self._recheck)

    def _recolour(self) -> None:
        """The main thing to do stands out; the others look as buttons do."""
        colours = self._theme.colours
        for button in (self.reread, self.take_over):
            style = (
                f"QPushButton {{ background: {colours.accent}; color: {colours.on_accent}; border-radius: 4px;"
                f" border: 2px solid {colours.accent}; padding: 3px 12px; font-weight: 600 }}"
                f"QPushButton:focus {{ border-color: {colours.text} }}"
                f"QPushButton:disabled {{ background: {colours.window}; color: {colours.muted};"
                f" border-color: {colours.border} }}"
            )
            wanted = style if button is self._main else ""
            if button.styleSheet() != wanted:
                button.setStyleSheet(wanted)

    def _set_receipt(self) -> None:
        menu = QMenu(self.receipt)
        for text, form in (
            (self.tr("Copy as &text"), ReceiptForm.TEXT),
            (self.tr("Copy as &Markdown"), ReceiptForm.MARKDOWN),
        ):
            menu.addAction(text).setData(form)
        menu.triggered.connect(lambda action: self.receipt_wanted.emit(ReceiptForm(action.data())))
        self.receipt.setMenu(menu)

    def _lay_out(self) -> None:
        tips = {
            self.reread: self.tr("Reads the lead again and compares it with what you asked for. Nothing is written."),
            self.put_back: self.tr("Opens a draft with the old values. Nothing is sent until you send it."),
            self.receipt: self.tr("Who, when, which lead, and each field old and new: for a ticket."),
            self.send_anyway: self.tr("Overwrites what somebody else changed meanwhile."),
            self.take_over: self.tr("Goes on with the lead as it is now, and leaves those fields as they are."),
        }
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        for button in self._buttons:
            button.setAccessibleName(button.text())
            button.setToolTip(tips[button])
            button.setAccessibleDescription(tips[button])
            layout.addWidget(button)
        layout.addWidget(self.note)
