"""Finds text in a message: every match counted, those around the current one marked."""

import re
from array import array
from bisect import bisect_left

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from mktgui.ui.text_pane import MOST_MARKED, TextPane

SLICE = 64 * 1024  # characters looked through before the window has its turn
_FOUND = "found"  # the layer of marks


class FindBar(QWidget):
    """Hidden until it is asked for. Looks in the text itself, so it finds what the widget would show otherwise."""

    def __init__(self, pane: TextPane) -> None:
        super().__init__()
        self._pane = pane
        self._matches = array("I")  # where each begins; all are as long as what is looked for
        self._current = 0
        self._wanted = re.compile("")
        self._at = 0
        self.text = QLineEdit()
        self.count = QLabel()
        self.case = QCheckBox(self.tr("Match case"))
        self._lay_out()
        self._slices = QTimer(self)
        self._slices.setSingleShot(True)
        self._slices.timeout.connect(self._search_slice)
        self.text.textChanged.connect(self.search)
        self.case.toggled.connect(self.search)
        self.text.returnPressed.connect(self.next)
        pane.filled.connect(self._text_came)
        self.hide()

    def open(self) -> None:
        """Show the bar and go to its field."""
        self.show()
        self.text.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.text.selectAll()
        self.search()

    def shut(self) -> None:
        """Put the bar away, and the marks with it."""
        self.hide()
        self._slices.stop()
        self._pane.mark(_FOUND, (), "mark")
        self._pane.setFocus(Qt.FocusReason.OtherFocusReason)

    def next(self) -> None:
        """Go to the next match; without a bar, ask for what to find."""
        self._step(1)

    def previous(self) -> None:
        """Go to the one before."""
        self._step(-1)

    def search(self) -> None:
        """Look for the text anew, from the cursor on."""
        self._slices.stop()
        flags = re.NOFLAG if self.case.isChecked() else re.IGNORECASE
        self._wanted = re.compile(re.escape(self.text.text()), flags)
        self._matches = array("I")
        self._at = 0
        if self.text.text():
            self._search_slice()
        else:
            self._show_end()

    @property
    def is_searching(self) -> bool:
        """Whether there may be more matches than those counted."""
        return self._slices.isActive()

    def _search_slice(self) -> None:
        text, length = self._pane.text(), len(self.text.text())
        behind = min(self._at + SLICE, len(text))
        last = self._matches[-1] + length if self._matches else 0
        for match in self._wanted.finditer(text, max(self._at, last), min(behind + length - 1, len(text))):
            self._matches.append(match.start())
        self._at = behind
        if behind < len(text):
            self.count.setText(self.tr("Looking…"))
            self._slices.start(0)
        else:
            self._show_end()

    def _show_end(self) -> None:
        """All is looked through."""
        number = bisect_left(self._matches, self._pane.selection()[0])
        self._current = number if number < len(self._matches) else 0
        self._show()

    def _text_came(self) -> None:
        if self.isVisible():
            self.search()

    def _step(self, by: int) -> None:
        if not self.isVisible():
            self.open()
        elif self._matches and not self.is_searching:
            self._current = (self._current + by) % len(self._matches)
            self._show()

    def _show(self) -> None:
        if not self.text.text():
            self.count.clear()
        elif self._matches:
            locale = self.locale()
            told = self.tr("{number} of {count}").format(
                number=locale.toString(self._current + 1), count=locale.toString(len(self._matches))
            )
            self.count.setText(told)
            self._pane.go_to(self._span(self._current))
        else:
            self.count.setText(self.tr("Not found"))
        self._mark()

    def _mark(self) -> None:
        first = max(0, self._current - MOST_MARKED // 2)
        near = range(first, min(len(self._matches), first + MOST_MARKED))
        self._pane.mark(_FOUND, (self._span(number) for number in near) if self.isVisible() else (), "mark")

    def _span(self, number: int) -> tuple[int, int]:
        start = self._matches[number]
        return start, start + len(self.text.text())

    def _lay_out(self) -> None:
        self.text.setPlaceholderText(self.tr("Find in this message"))
        self.text.setAccessibleName(self.tr("Find in this message"))
        self.count.setMinimumWidth(80)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.text, 1)
        layout.addWidget(self.count)
        for sign, name, act in (("▲", self.tr("Previous"), self.previous), ("▼", self.tr("Next"), self.next)):
            layout.addWidget(self._button(sign, name, act))
        layout.addWidget(self.case)
        layout.addWidget(self._button("✕", self.tr("Close the find bar"), self.shut))
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.shut)

    def _button(self, sign: str, name: str, act: object) -> QToolButton:
        button = QToolButton()
        button.setText(sign)
        button.setAccessibleName(name)
        button.setToolTip(name)
        button.setAutoRaise(True)
        button.clicked.connect(act)
        return button
