"""What can be done with a past call: each act once, for buttons, menu and keys."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from mktgui.domain.history import Entry, State
from mktgui.domain.recall import Wish, recall
from mktgui.domain.retold import retold
from mktgui.ui.names import plain
from mktgui.ui.theme import Theme


class HistoryActs(QObject):
    """Acts on the call that is shown; export and removal on all that are chosen."""

    wished = Signal(object)
    """A `Wish`."""
    receipt_wanted = Signal()
    ticket_wanted = Signal()
    equivalent_wanted = Signal()
    """The call is to be seen as both APIs would send it."""
    pin_wanted = Signal(bool)
    export_wanted = Signal()
    """The chosen calls are to leave the program."""
    export_all_wanted = Signal()
    """All that the search finds are."""
    remove_wanted = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._is_pinned = False
        self.reread = self._act(
            self.tr("&Re-read the lead"),
            ["F5", "Ctrl+R"],
            self.tr("Opens a draft with the same key and reads the lead. Nothing is written."),
        )
        self.again = self._act(
            self.tr("Send a&gain…"),
            ["Ctrl+G"],
            self.tr("Opens a draft with the same changes, looked up, planned and checked anew. You send it."),
        )
        self.put_back = self._act(
            self.tr("Put it &back…"),
            ["Ctrl+B"],
            self.tr("Opens a draft with the old values. Nothing is sent until you send it."),
        )
        self.draft = self._act(
            self.tr("&Open as a new draft"),
            ["Ctrl+O"],
            self.tr("Opens what was typed, for the connection that is in use. Nothing is sent until you send it."),
        )
        self.receipt = self._act(
            self.tr("&Copy receipt"),
            ["Ctrl+Shift+C"],
            self.tr("Who, when, which lead, and each field old and new: for a ticket."),
        )
        self.ticket = self._act(
            self.tr("Copy for a &ticket…"),
            ["Ctrl+T"],
            self.tr("Request and response with personal values masked, for somebody else to read."),
        )
        self.equivalent = self._act(
            self.tr("The &same over SOAP and REST…"),
            [],
            self.tr("What was typed, as a SOAP request and as its REST equivalent. Nothing is sent."),
        )
        self.pin = self._act(self.tr("&Pin"), ["Ctrl+D"], self.tr("A pinned call is kept, however old it gets."))
        self.export = self._act(self.tr("&Export…"), ["Ctrl+E"], self.tr("The chosen calls as CSV, JSON or HAR."))
        self.export_all = self._act(
            self.tr("Export &all that fit…"), ["Ctrl+Shift+E"], self.tr("All that the search finds, as a file.")
        )
        self.remove = self._act(
            self.tr("Re&move"), [QKeySequence.StandardKey.Delete], self.tr("It can be taken back for a while.")
        )
        self.remove.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)  # elsewhere the key deletes what is typed
        self.show_entry(None)
        self._connect()

    @property
    def of_one(self) -> tuple[QAction, ...]:
        """What is done with the call that is shown, the main things first."""
        return (self.reread, self.again, self.put_back, self.draft, self.receipt, self.ticket, self.pin)

    @property
    def of_all(self) -> tuple[QAction, ...]:
        """What is done with all that are chosen."""
        return (self.equivalent, self.export, self.export_all, self.remove)

    def fill(self, menu: QMenu | QWidget) -> None:
        """Offer all of them there."""
        menu.addActions([*self.of_one, *self.of_all])

    def show_entry(self, entry: Entry | None) -> None:
        """Offer what can be done with this call."""
        wishes = {
            self.reread: Wish.REREAD,
            self.again: Wish.AGAIN,
            self.put_back: Wish.PUT_BACK,
            self.draft: Wish.DRAFT,
        }
        story = retold(entry) if entry is not None else None
        is_open = story is not None and story.is_open
        for act, wish in wishes.items():
            act.setEnabled(entry is not None and recall(entry, wish) is not None)
        if is_open:
            self.put_back.setEnabled(False)  # first it has to be known what is there
        self.receipt.setEnabled(story is not None)
        self.ticket.setEnabled(story is not None and entry is not None and entry.summary.has_values)
        self.equivalent.setEnabled(story is not None)
        self.pin.setEnabled(entry is not None)
        self._is_pinned = entry is not None and entry.summary.pinned
        self._name(self.pin, self.tr("Un&pin") if self._is_pinned else self.tr("&Pin"))
        self.export.setEnabled(entry is not None)
        self.remove.setEnabled(entry is not None and entry.summary.state is not State.UNDER_WAY)

    def _act(self, text: str, keys: list[str | QKeySequence.StandardKey], tip: str) -> QAction:
        act = QAction(self)
        self._name(act, text)
        act.setShortcuts([QKeySequence(one) for one in keys])
        act.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        act.setToolTip(tip)
        act.setStatusTip(tip)
        return act

    def _name(self, act: QAction, text: str) -> None:
        """Also for buttons, which would leave out the dots."""
        act.setText(text)
        act.setIconText(plain(text))

    def _connect(self) -> None:
        for act, wish in (
            (self.reread, Wish.REREAD),
            (self.again, Wish.AGAIN),
            (self.put_back, Wish.PUT_BACK),
            (self.draft, Wish.DRAFT),
        ):
            act.triggered.connect(lambda _checked=False, wish=wish: self.wished.emit(wish))
        self.receipt.triggered.connect(self.receipt_wanted.emit)
        self.ticket.triggered.connect(self.ticket_wanted.emit)
        self.equivalent.triggered.connect(self.equivalent_wanted.emit)
        self.pin.triggered.connect(lambda: self.pin_wanted.emit(not self._is_pinned))
        self.export.triggered.connect(self.export_wanted.emit)
        self.export_all.triggered.connect(self.export_all_wanted.emit)
        self.remove.triggered.connect(self.remove_wanted.emit)


class ActsBar(QWidget):
    """The acts on one call as buttons; while its outcome is unknown, reading the lead again is the main thing to do."""

    def __init__(self, theme: Theme, acts: HistoryActs) -> None:
        super().__init__()
        self._theme = theme
        self._is_open = False
        self.buttons = {act: self._button(act) for act in (*acts.of_one, acts.export, acts.remove)}
        self._main = self.buttons[acts.reread]
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        for button in self.buttons.values():
            layout.addWidget(button)
        layout.addStretch(1)
        theme.changed.connect(self._recolour)

    def show_open(self, *, is_open: bool) -> None:
        """Whether it is unknown what was written."""
        if is_open != self._is_open:
            self._is_open = is_open
            self._recolour()

    def _button(self, act: QAction) -> QToolButton:
        button = QToolButton()
        button.setDefaultAction(act)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setAccessibleName(plain(act.text()))
        button.setAccessibleDescription(act.toolTip())
        return button

    def _recolour(self) -> None:
        colours = self._theme.colours
        self._main.setStyleSheet(
            f"QToolButton {{ background: {colours.accent}; color: {colours.on_accent}; border-radius: 4px;"
            f" border: 2px solid {colours.accent}; padding: 2px 10px; font-weight: 600 }}"
            f"QToolButton:focus {{ border-color: {colours.text} }}"
            if self._is_open
            else ""
        )
