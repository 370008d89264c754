"""One step more before a send: a tick for each thing that it does besides changing attributes."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mktgui.domain.guard import Meant, Step
from mktgui.ui.theme import Theme, colour_text
from mktgui.ui.wrapped_tick import WrappedTick


class MeantNote(QWidget):
    """Hidden while nothing has to be meant. A tick holds for one request only."""

    changed = Signal()
    """`all_meant` may have changed."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._steps: tuple[Step, ...] = ()
        self.ticks = {meant: WrappedTick(text) for meant, text in self._texts().items()}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        for tick in self.ticks.values():
            tick.hide()
            tick.toggled.connect(self.changed)
            layout.addWidget(tick)
        self.setAccessibleName(self.tr("To be confirmed before this is sent"))
        self.hide()
        theme.changed.connect(self._colour)
        self._colour()

    @property
    def all_meant(self) -> bool:
        """Whether every step there is has been ticked. Where there is none, nothing stands in the way."""
        return all(self.ticks[step.meant].isChecked() for step in self._steps)

    def show_steps(self, steps: Iterable[Step]) -> None:
        """What has to be meant for the plan as it stands. A step that was there before keeps its tick."""
        before, self._steps = self._steps, tuple(steps)
        wanted = {step.meant for step in self._steps}
        kept = {step.meant for step in self._steps if step in before}
        for meant, tick in self.ticks.items():
            if meant not in kept:
                tick.setChecked(False)
            tick.setVisible(meant in wanted)
        self.setVisible(bool(wanted))
        if before != self._steps:
            self.changed.emit()

    def begin(self) -> None:
        """Come here with the keyboard: to the first tick that is still wanted."""
        for tick in self.ticks.values():
            if tick.isVisible() and not tick.isChecked():
                tick.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def forget(self) -> None:
        """Take the ticks back: what has been sent was meant once, and the next time has to be meant again."""
        for tick in self.ticks.values():
            tick.setChecked(False)

    def _texts(self) -> dict[Meant, str]:
        return {
            Meant.CREATES: self.tr("I mean to create a new lead if there is none"),
            Meant.OVERWRITES_EMAIL: self.tr("I mean to overwrite the email address of this lead"),
            Meant.REASSIGNS_FOREIGN_ID: self.tr("I mean to give this foreign ID to this lead"),
            Meant.SENDS_AGAIN: self.tr("I mean to send the same again, though it may have been written already"),
        }

    def _colour(self) -> None:
        for tick in self.ticks.values():
            colour_text(tick, self._theme.colours.warning)
