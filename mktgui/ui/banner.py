"""A headline with sentences below it, in the colour of how the news is."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QColor, QPalette
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout

from mktgui.ui.outcome_words import Tone
from mktgui.ui.theme import Theme, colour_text


class Banner(QFrame):
    """All plain text, which the person can select. A screen reader is told of it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._tone: Tone | None = None
        self.title, self.lines = QLabel(), QLabel()
        self._lay_out()
        theme.changed.connect(self._recolour)

    def say(self, tone: Tone | None, title: str, lines: tuple[str, ...]) -> None:
        """Say it, and have it read out."""
        self.put(tone, title, lines)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, " ".join((title, *lines))))

    def say_plainly(self, text: str) -> None:
        """A sentence that is no news."""
        self.put(None, text, ())

    def put(self, tone: Tone | None, title: str, lines: tuple[str, ...]) -> None:
        """Show it without a sound."""
        self._tone = tone
        self.title.setText(title)
        self.lines.setText("\n".join(lines))
        self.lines.setVisible(bool(lines))
        self._recolour()

    def _recolour(self) -> None:
        colours = self._theme.colours
        back = {Tone.GOOD: colours.good_back, Tone.WARNING: colours.warning_back, Tone.BAD: colours.error_back}
        text = {Tone.GOOD: colours.good, Tone.WARNING: colours.warning, Tone.BAD: colours.error}
        own = self.palette()
        own.setColor(QPalette.ColorRole.Window, QColor(back[self._tone] if self._tone else colours.window))
        self.setPalette(own)
        colour_text(self.title, text[self._tone] if self._tone else colours.text)
        colour_text(self.lines, colours.text)

    def _lay_out(self) -> None:
        bold = self.title.font()
        bold.setBold(True)
        self.title.setFont(bold)
        for label in (self.title, self.lines):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setAutoFillBackground(True)
        words = QVBoxLayout(self)
        words.setContentsMargins(10, 6, 10, 6)
        words.setSpacing(2)
        words.addWidget(self.title)
        words.addWidget(self.lines)
