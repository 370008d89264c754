"""Finds text in a message: every match marked, the current one counted."""

import re

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QColor, QKeySequence, QShortcut, QTextCursor
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QLineEdit, QPlainTextEdit, QTextEdit, QToolButton, QWidget

from mktgui.ui.theme import Theme

MOST_MARKED = 500  # more marks than that slow the view down; all are counted


class FindBar(QWidget):
    """Hidden until it is asked for. Works on the text that the view shows at that moment."""

    def __init__(self, view: QPlainTextEdit, theme: Theme) -> None:
        super().__init__()
        self._view, self._theme = view, theme
        self._matches: list[tuple[int, int]] = []
        self._current = 0
        self.text = QLineEdit()
        self.count = QLabel()
        self.case = QCheckBox(self.tr("Match case"))
        self._lay_out()
        self._later = QTimer(self)  # text may still be coming in pieces
        self._later.setSingleShot(True)
        self._later.timeout.connect(self.search)
        self.text.textChanged.connect(self.search)
        self.case.toggled.connect(self.search)
        self.text.returnPressed.connect(self.next)
        view.textChanged.connect(self._text_changed)
        theme.changed.connect(self._mark)
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
        self._later.stop()
        self._view.setExtraSelections([])
        self._view.setFocus(Qt.FocusReason.OtherFocusReason)

    def next(self) -> None:
        """Go to the next match."""
        self._step(1)

    def previous(self) -> None:
        """Go to the one before."""
        self._step(-1)

    def search(self) -> None:
        """Look for the text anew, from the cursor on."""
        wanted = self.text.text()
        flags = re.NOFLAG if self.case.isChecked() else re.IGNORECASE
        text = self._view.toPlainText() if wanted else ""
        # Qt counts UTF-16 units, Python characters: beyond the basic plane they differ.
        self._matches = (
            [_in_units(text, match) for match in re.finditer(re.escape(wanted), text, flags)] if wanted else []
        )
        here = self._view.textCursor().selectionStart()
        self._current = next((n for n, (start, _) in enumerate(self._matches) if start >= here), 0)
        self._show()

    def _text_changed(self) -> None:
        if self.isVisible():
            self._later.start(100)

    def _step(self, by: int) -> None:
        if self._matches:
            self._current = (self._current + by) % len(self._matches)
            self._show()

    def _show(self) -> None:
        if not self.text.text():
            self.count.clear()
        elif self._matches:
            told = self.tr("{number} of {count}").format(number=self._current + 1, count=len(self._matches))
            self.count.setText(told)
            cursor = self._cursor(*self._matches[self._current])
            self._view.setTextCursor(cursor)
        else:
            self.count.setText(self.tr("Not found"))
        self._mark()

    def _mark(self) -> None:
        marks = []
        for start, end in self._matches[:MOST_MARKED] if self.isVisible() else []:
            mark = QTextEdit.ExtraSelection()
            mark.cursor = self._cursor(start, end)
            mark.format.setBackground(QColor(self._theme.colours.mark))
            marks.append(mark)
        self._view.setExtraSelections(marks)

    def _cursor(self, start: int, end: int) -> QTextCursor:
        cursor = QTextCursor(self._view.document())
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        return cursor

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


def _in_units(text: str, match: re.Match[str]) -> tuple[int, int]:
    if text.isascii():
        return match.span()
    start = len(text[: match.start()].encode("utf-16-le")) // 2
    return start, start + len(match.group().encode("utf-16-le")) // 2
