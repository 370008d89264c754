"""How the look-up of a lead went, in a sentence, and what can be done about it."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from mktgui.domain.findings import Code, Severity, warning
from mktgui.domain.kinds import KeyKind
from mktgui.domain.lookup import NoLookup
from mktgui.ui.duration_words import DurationWords, local_now
from mktgui.ui.theme import Theme, colour_text

if TYPE_CHECKING:
    from datetime import datetime

    from mktgui.domain.known import Known
    from mktgui.ui.doctor import Advice
    from mktgui.ui.sentences import Sentences

AGE_TICK = 30_000  # milliseconds between two looks at the clock while the age is on the screen


class LookState(QWidget):
    """Hidden while there is nothing to say. The age is told anew while it is on the screen."""

    def __init__(self, theme: Theme, sentences: "Sentences", clock: Callable[[], "datetime"] = local_now) -> None:
        super().__init__()
        self._theme, self._sentences, self._clock = theme, sentences, clock
        self._durations = DurationWords()
        self._severity = Severity.NOTE
        self._read_at: datetime | None = None
        self.found = ""
        """The key by which one lead or several were found, as Marketo was asked for it; empty where none was."""
        self.words = QLabel()
        self.new_lead = QPushButton(self.tr("Start a new lead with it"))
        self._aging = QTimer(self)
        self._aging.setInterval(AGE_TICK)
        self._aging.timeout.connect(self.show_age)
        self._lay_out()
        theme.changed.connect(self._colour)

    @property
    def says_something(self) -> bool:
        """Whether a look-up has been begun or made."""
        return bool(self.words.text())

    def clear(self) -> None:
        """Nobody has looked."""
        self._say("", Severity.NOTE)

    def say_reading(self) -> None:
        """The question is on its way."""
        self._say(self.tr("Reading…"), Severity.NOTE)

    def say_known(self, known: "Known", key: KeyKind, *, may_create: bool = True) -> None:
        """Marketo answered; `key` is what it was asked by."""
        if not known.records:
            self._say(self._not_found(key), Severity.WARNING, may_create=may_create and key is not KeyKind.MARKETO_ID)
        elif len(known.records) > 1:
            count = self.locale().toString(len(known.records))
            text = self.tr("{count} leads have this key. Choose which one you mean.").format(count=count)
            self._say(text, Severity.WARNING)
        else:
            self._say(self._age(known.at), Severity.NOTE, read_at=known.at)
        self.found = known.asked.value if known.records else ""
        self._announce()

    def say_no_lookup(self, reason: NoLookup) -> None:
        """Marketo has no question for this key."""
        why = self._sentences.text(warning(Code.CANNOT_BE_LOOKED_UP, reason=reason.value))
        if reason is not NoLookup.NO_KEY:
            why = self.tr("{why} Its values are not shown here, but it can be changed.").format(why=why)
        self._say(why, Severity.WARNING)
        self._announce()

    def say_failed(self, advice: "Advice") -> None:
        """There was no answer; the cause is in the tip."""
        self._say(
            self.tr("Not read. {title} {remedy}").format(title=advice.title, remedy=advice.remedy), Severity.ERROR
        )
        self.words.setToolTip("\n".join(one for one in (advice.cause, advice.detail) if one))
        self._announce()

    def show_age(self) -> None:
        """Say anew how long ago it was read."""
        if self._read_at is not None:
            self.words.setText(self._age(self._read_at))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.show_age()
        self._aging.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._aging.stop()

    def _age(self, at: "datetime") -> str:
        now = self._clock()
        clock, ago = self._durations.clock(at, now), self._durations.ago(at, now)
        if clock == ago:
            return self.tr("Read {time}").format(time=clock)
        return self.tr("Read {time} ({ago})").format(time=clock, ago=ago)

    def _not_found(self, key: KeyKind) -> str:
        return {
            KeyKind.EMAIL: self.tr("No lead that this account can see has this address. Is it spelled right?"),
            KeyKind.MARKETO_ID: self.tr(
                "No lead that this account can see has this Marketo ID. Check the number: a new lead cannot have it."
            ),
            KeyKind.FOREIGN_ID: self.tr("No lead that this account can see has this foreign ID. Is it all of it?"),
            KeyKind.COOKIE: self.tr("No lead that this account can see has this cookie. Is it all of it?"),
        }[key]

    def _say(
        self, text: str, severity: Severity, *, may_create: bool = False, read_at: "datetime | None" = None
    ) -> None:
        self._severity, self._read_at, self.found = severity, read_at, ""
        self.words.setToolTip("")
        self.words.setText(text)
        self.new_lead.setVisible(may_create)
        self.setVisible(bool(text))
        self._colour()

    def _announce(self) -> None:
        if not self.isVisible():
            return
        from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # noqa: PLC0415 - not for the first paint

        event = QAccessibleAnnouncementEvent(self, self.words.text())
        event.setPoliteness(QAccessible.AnnouncementPoliteness.Polite)
        QAccessible.updateAccessibility(event)

    def _colour(self) -> None:
        colours = self._theme.colours
        by_severity = {Severity.ERROR: colours.error, Severity.WARNING: colours.warning}
        colour_text(self.words, by_severity.get(self._severity, colours.muted))

    def _lay_out(self) -> None:
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setWordWrap(True)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.new_lead.hide()
        self.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.words)
        layout.addWidget(self.new_lead, 0, Qt.AlignmentFlag.AlignLeft)
