"""The leads that were worked on last, one click away."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QHideEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QLabel, QListWidget, QListWidgetItem, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from mktgui.ui.duration_words import DurationWords, local_now
from mktgui.ui.theme import Theme, colour_text
from mktgui.ui.two_line_delegate import SECOND_LINE, TwoLineDelegate

if TYPE_CHECKING:
    from mktgui.domain.recents import Recent

AGE_TICK = 60_000  # milliseconds between two looks at the clock while the list is on the screen
ROWS_SEEN = 4

Role = Qt.ItemDataRole


class _Rows(QListWidget):
    """Asks for a few rows, and can be made lower or higher."""

    def sizeHint(self) -> QSize:
        row = self.sizeHintForRow(0) if self.count() else 2 * self.fontMetrics().height()
        return QSize(180, min(max(self.count(), 1), ROWS_SEEN) * row + 2 * self.frameWidth())

    def minimumSizeHint(self) -> QSize:
        return QSize(100, 2 * self.fontMetrics().height() + 16)


class RecentList(QWidget):
    """Newest first, as they are given. A click or Enter opens one; Delete forgets it."""

    opened = Signal(object)
    """The `Recent`."""
    forget_wanted = Signal(object)
    """The `Recent` that is to be forgotten."""
    forget_all_wanted = Signal()

    def __init__(self, theme: Theme, clock: Callable[[], datetime] = local_now) -> None:
        super().__init__()
        self._theme, self._clock = theme, clock
        self._durations = DurationWords()
        self._recents: tuple[Recent, ...] = ()
        self._to_try = ""
        self.title = QLabel(self.tr("Recent leads"))
        self.list = _Rows()
        self.empty = QLabel(self.tr("None yet. Leads that you read or change appear here."))
        self.try_one = QPushButton()
        self.forget = QAction(self.tr("&Forget this one"), self.list)
        self.forget_all = QAction(self.tr("Forget &all"), self.list)
        self._delegate = TwoLineDelegate(theme)
        self._aging = QTimer(self)
        self._aging.setInterval(AGE_TICK)
        self._aging.timeout.connect(self.show_ages)
        self._lay_out()
        self._connect()
        self.show_recents(())

    def show_recents(self, recents: Sequence["Recent"]) -> None:
        """These from now on. Whoever is in the list stays at the lead where they were."""
        before = self._current()
        self._recents = tuple(recents)
        self.list.clear()
        for recent in self._recents:
            self.list.addItem(QListWidgetItem(self._who(recent)))
        if before in self._recents:
            self.list.setCurrentRow(self._recents.index(before))
        self.show_ages()
        self.list.setVisible(bool(self._recents))
        self.list.updateGeometry()
        self._judge_empty()

    def suggest(self, address: str) -> None:
        """A lead to begin with, offered as long as there is none; with empty text no one is."""
        self._to_try = address
        self.try_one.setText(self.tr("Try {address}").format(address=address.replace("&", "&&")))
        self._judge_empty()

    def show_ages(self) -> None:
        """Say anew how long ago it was."""
        now = self._clock()
        for number, recent in enumerate(self._recents):
            item = self.list.item(number)
            second = self.tr("{deed}, {ago}").format(deed=self._deed(recent), ago=self._durations.ago(recent.at, now))
            item.setData(SECOND_LINE, second)
            item.setData(Role.AccessibleTextRole, f"{item.text()}, {second}")
            item.setToolTip(f"{recent.text}\n{second}")

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.show_ages()
        self._aging.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._aging.stop()

    def _judge_empty(self) -> None:
        self.empty.setVisible(not self._recents)
        self.try_one.setVisible(not self._recents and bool(self._to_try))

    def _open_suggested(self) -> None:
        from mktgui.domain.lead import KeyKind  # noqa: PLC0415 - not for the first paint
        from mktgui.domain.recents import Deed, Recent  # noqa: PLC0415

        self.opened.emit(Recent(key=KeyKind.EMAIL, text=self._to_try, deed=Deed.LOADED, at=self._clock()))

    def _who(self, recent: "Recent") -> str:
        who = recent.who or recent.text
        if not recent.lead_id:
            return who
        number = f"#{recent.lead_id}"
        return number if who == recent.lead_id else f"{who}  {number}"

    def _deed(self, recent: "Recent") -> str:
        words = {
            "loaded": self.tr("read"),
            "changed": self.tr("%n fields changed", "", recent.fields) if recent.fields else self.tr("nothing changed"),
            "created": self.tr("created"),
            "failed": self.tr("send failed"),
        }
        return words[recent.deed]

    def _current(self) -> "Recent | None":
        row = self.list.currentRow()
        return self._recents[row] if 0 <= row < len(self._recents) else None

    def _open(self) -> None:
        recent = self._current()
        if recent is not None:
            self.opened.emit(recent)

    def _forget(self) -> None:
        recent = self._current()
        if recent is not None:
            self.forget_wanted.emit(recent)

    def _connect(self) -> None:
        self.list.itemClicked.connect(self._open)
        self.try_one.clicked.connect(self._open_suggested)
        self.forget.triggered.connect(self._forget)
        self.forget_all.triggered.connect(self.forget_all_wanted)
        for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            shortcut = QShortcut(QKeySequence(key), self.list)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(self._open)
        self._theme.changed.connect(self._colour)

    def _colour(self) -> None:
        colour_text(self.empty, self._theme.colours.muted)

    def _lay_out(self) -> None:
        bold = self.title.font()
        bold.setBold(True)
        self.title.setFont(bold)
        self.empty.setWordWrap(True)
        self._colour()
        self.forget.setShortcut(QKeySequence(Qt.Key.Key_Delete))
        self.forget.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self.list.addActions([self.forget, self.forget_all])
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.list.setItemDelegate(self._delegate)
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.list.setAccessibleName(self.tr("Recent leads"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 6, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.title)
        layout.addWidget(self.empty)
        layout.addWidget(self.try_one, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.list)
