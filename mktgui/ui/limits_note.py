"""How many calls this program has made, and a word of warning where Marketo's limits are near."""

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from mktgui.domain.limits import MARKETO, Limits, Nearness, Tally
from mktgui.ui.theme import Theme, colour_text

_TICK = 1000  # milliseconds between two looks while calls are still in the window


class LimitsNote(QWidget):
    """Looks when it is told to, and by itself only as long as the numbers change by themselves."""

    def __init__(self, theme: Theme, limits: Limits = MARKETO) -> None:
        super().__init__()
        self._theme, self._limits = theme, limits
        self._count: Callable[[], Tally] | None = None
        self._nearness = Nearness.FREE
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK)
        self._timer.timeout.connect(self.refresh)
        self.counted = QLabel()
        self.warning = QLabel()
        self._lay_out()
        theme.changed.connect(self._colour)

    @property
    def nearness(self) -> Nearness:
        """What the numbers shown mean for the next call."""
        return self._nearness

    def watch(self, count: Callable[[], Tally] | None) -> None:
        """Show another count from now on, or none."""
        self._count = count
        self.refresh()

    def refresh(self) -> None:
        """Look again: when a call begins or ends, and before a write."""
        self.setVisible(self._count is not None)
        if self._count is None:
            self._timer.stop()
            return
        tally = self._count()
        self._nearness = tally.nearness
        seconds = self.locale().toString(float(self._limits.window_seconds), "f", 0)
        recent = self.locale().toString(tally.recent)
        self.counted.setText(
            self.tr("%n calls today, {recent} in the last {seconds} s", "", tally.today).format(
                recent=recent, seconds=seconds
            )
        )
        self.warning.setText(self._warn(tally.nearness))
        self.warning.setVisible(tally.nearness is not Nearness.FREE)
        self._colour()
        if tally.recent and not self._timer.isActive():
            self._timer.start()
        elif not tally.recent:
            self._timer.stop()

    def _warn(self, nearness: Nearness) -> str:
        sentences = {
            Nearness.FREE: "",
            Nearness.WINDOW_NEAR: self.tr(
                "Marketo allows {calls} calls in {seconds} s. Soon reads will wait, and a write may be refused."
            ),
            Nearness.WINDOW_FULL: self.tr(
                "Marketo allows {calls} calls in {seconds} s. Reads wait now, and a write will probably be refused."
            ),
            Nearness.DAY_NEAR: self.tr(
                "Marketo usually allows {daily} calls a day for all programs together; most of them are used up."
            ),
            Nearness.DAY_USED_UP: self.tr(
                "Marketo usually allows {daily} calls a day, and they are used up until midnight, US Central."
            ),
        }
        number = self.locale().toString
        return sentences[nearness].format(
            calls=number(self._limits.calls_in_window),
            seconds=number(float(self._limits.window_seconds), "f", 0),
            daily=number(self._limits.calls_a_day),
        )

    def _colour(self) -> None:
        colours = self._theme.colours
        full = self._nearness in {Nearness.WINDOW_FULL, Nearness.DAY_USED_UP}
        colour_text(self.counted, colours.muted)
        colour_text(self.warning, colours.error if full else colours.warning)

    def _lay_out(self) -> None:
        hint = self.tr("As seen by this program. Marketo counts the calls of all programs that use it.")
        self.counted.setToolTip(hint)
        self.counted.setAccessibleDescription(hint)
        self.warning.setWordWrap(True)
        self.warning.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self.counted)
        layout.addWidget(self.warning)
        self.hide()
