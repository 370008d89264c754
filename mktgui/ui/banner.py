"""A headline with sentences below it, in the colour of how the news is."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QColor, QPalette
from PySide6.QtWidgets import QFrame, QLabel, QToolButton, QVBoxLayout

from mktgui.ui.outcome_words import Tone
from mktgui.ui.theme import Theme, colour_text


class Banner(QFrame):
    """All plain text, which the person can select. A screen reader is told of it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._tone: Tone | None = None
        self.title, self.lines, self.details = QLabel(), QLabel(), QLabel()
        self.unfold = QToolButton()
        self._lay_out()
        self.unfold.toggled.connect(self._fold)
        theme.changed.connect(self._recolour)
        self._recolour()

    def say(self, tone: Tone | None, title: str, lines: tuple[str, ...], details: str = "") -> None:
        """Say it, and have it read out. The details are folded away."""
        self.put(tone, title, lines, details)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, " ".join((title, *lines))))

    def say_plainly(self, text: str) -> None:
        """A sentence that is no news."""
        self.put(None, text, ())

    def put(self, tone: Tone | None, title: str, lines: tuple[str, ...], details: str = "") -> None:
        """Show it without a sound."""
        if tone is not self._tone:
            self._tone = tone
            self._recolour()
        self.details.setText(details)
        self.unfold.setChecked(False)
        self.unfold.setVisible(bool(details))
        self.details.hide()
        self.title.setText(title)
        self.lines.setText("\n".join(lines))
        self.lines.setVisible(bool(lines))

    def _fold(self, unfolded: bool) -> None:  # noqa: FBT001 - a signal brings it
        self.details.setVisible(unfolded)
        self.unfold.setArrowType(Qt.ArrowType.DownArrow if unfolded else Qt.ArrowType.RightArrow)

    def _recolour(self) -> None:
        colours = self._theme.colours
        back = {Tone.GOOD: colours.good_back, Tone.WARNING: colours.warning_back, Tone.BAD: colours.error_back}
        text = {Tone.GOOD: colours.good, Tone.WARNING: colours.warning, Tone.BAD: colours.error}
        own = self.palette()
        own.setColor(QPalette.ColorRole.Window, QColor(back[self._tone] if self._tone else colours.window))
        self.setPalette(own)
        colour_text(self.title, text[self._tone] if self._tone else colours.text)
        colour_text(self.lines, colours.text)
        colour_text(self.details, colours.muted)

    def _lay_out(self) -> None:
        bold = self.title.font()
        bold.setBold(True)
        self.title.setFont(bold)
        for label in (self.title, self.lines, self.details):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.unfold.setText(self.tr("Details"))
        self.unfold.setCheckable(True)
        self.unfold.setAutoRaise(True)
        self.unfold.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.unfold.setArrowType(Qt.ArrowType.RightArrow)
        self.unfold.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.unfold.hide()
        self.details.hide()
        self.details.setAccessibleName(self.tr("Technical details"))
        self.setAutoFillBackground(True)
        words = QVBoxLayout(self)
        words.setContentsMargins(10, 6, 10, 6)
        words.setSpacing(2)
        words.addWidget(self.title)
        words.addWidget(self.lines)
        words.addWidget(self.unfold)
        words.addWidget(self.details)
