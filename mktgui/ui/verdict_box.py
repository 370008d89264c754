"""The first line of the plan, big and clear: what a send will do, and how old that knowledge is."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QColor, QHideEvent, QPalette, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from mktgui.domain.verdict import Verdict, VerdictKind
from mktgui.ui.duration_words import DurationWords, local_now
from mktgui.ui.theme import Theme, colour_text

if TYPE_CHECKING:
    from datetime import datetime

AGE_TICK = 30_000  # milliseconds between two looks at the clock while the age is on the screen
QUIET = 800  # milliseconds without another verdict before a screen reader is told of it

_PLAIN = frozenset({VerdictKind.UPDATES, VerdictKind.NOT_LOOKED_UP})
_IN_VAIN = frozenset({VerdictKind.REFUSED, VerdictKind.SKIPPED})


class VerdictBox(QFrame):
    """A sentence, its age, and the button that looks again."""

    reread_wanted = Signal()

    def __init__(self, theme: Theme, clock: Callable[[], "datetime"] = local_now) -> None:
        super().__init__()
        self._theme, self._clock = theme, clock
        self._verdict: Verdict | None = None
        self._told: tuple[object, ...] = ()
        self._durations = DurationWords()
        self.title, self.age, self.reread = QLabel(), QLabel(), QPushButton()
        self._aging, self._telling = QTimer(self), QTimer(self)
        self._lay_out()
        self._recolour()
        self._aging.setInterval(AGE_TICK)
        self._aging.timeout.connect(self.show_age)
        self._telling.setSingleShot(True)
        self._telling.setInterval(QUIET)
        self._telling.timeout.connect(self._tell)
        self.reread.clicked.connect(self.reread_wanted)
        theme.changed.connect(self._recolour)

    def show_verdict(self, verdict: Verdict, headline: str) -> None:
        """Say it. A screen reader hears of it once it has stood for a moment, not with each key."""
        before, self._verdict = self._verdict, verdict
        self.title.setText(headline)
        if verdict == before:
            return
        look_again = self.tr("Re-read") if verdict.at else self.tr("Look it up")
        self.reread.setText(self.tr("Try again") if verdict.kind is VerdictKind.LOOK_FAILED else look_again)
        self.reread.setVisible(verdict.kind is not VerdictKind.CANNOT_BE_LOOKED_UP)
        self.show_age()
        self._recolour()
        if _heard(verdict) != self._told:
            self._telling.start()

    def show_age(self) -> None:
        """Say anew how long ago it was seen."""
        at = self._verdict.at if self._verdict else None
        self.age.setText(self._age(at) if at else "")
        self.age.setVisible(at is not None)
        self._age_while_seen()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.show_age()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._aging.stop()

    def _age(self, at: "datetime") -> str:
        from mktgui.domain.known import FRESH_SECONDS  # noqa: PLC0415 - not for the first paint

        now = self._clock()
        time = self._durations.both(at, now)
        if self._verdict is not None and self._verdict.kind is VerdictKind.LOOK_FAILED:
            return self.tr("Tried {time}.").format(time=time)
        if 0 <= (now - at).total_seconds() <= FRESH_SECONDS:
            return self.tr("Seen {time}.").format(time=time)
        return self.tr("Seen {time}. Send looks again.").format(time=time)

    def _age_while_seen(self) -> None:
        if self.isVisible() and self._verdict is not None and self._verdict.at is not None:
            self._aging.start()
        else:
            self._aging.stop()

    def _tell(self) -> None:
        if self._verdict is None or not self.isVisible():
            return
        from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # noqa: PLC0415 - not for the first paint

        self._told = _heard(self._verdict)
        event = QAccessibleAnnouncementEvent(self, self.title.text())
        event.setPoliteness(QAccessible.AnnouncementPoliteness.Polite)
        QAccessible.updateAccessibility(event)

    def _recolour(self) -> None:
        colours = self._theme.colours
        kind = self._verdict.kind if self._verdict else VerdictKind.NOT_LOOKED_UP
        text, back = colours.warning, colours.warning_back
        if kind in _PLAIN or self._verdict is None or self._verdict.key is None:
            text, back = colours.text, colours.changed_back
        elif kind in _IN_VAIN:
            text, back = colours.error, colours.error_back
        own = self.palette()
        own.setColor(QPalette.ColorRole.Window, QColor(back))
        self.setPalette(own)
        colour_text(self.title, text)
        colour_text(self.age, colours.text)

    def _lay_out(self) -> None:
        big = self.title.font()
        big.setBold(True)
        big.setPointSizeF(big.pointSizeF() * 1.1)
        self.title.setFont(big)
        for label in (self.title, self.age):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        self.title.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.age.hide()
        self.reread.hide()
        self.setAutoFillBackground(True)
        below = QHBoxLayout()
        below.addWidget(self.age, 1)
        below.addWidget(self.reread, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 6, 8, 6)
        layout.setSpacing(4)
        layout.addWidget(self.title)
        layout.addLayout(below)


def _heard(verdict: Verdict) -> tuple[object, ...]:
    """What has to change for the verdict to be another one: its age alone is no news."""
    return (verdict.kind, verdict.key, verdict.lead_id, verdict.reason)
