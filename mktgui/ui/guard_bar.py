"""The lock on a guarded connection: shut until a deliberate act, open for a while, and shut again by itself."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from mktgui.domain.guard import UNLOCKED_SECONDS, seconds_left
from mktgui.domain.moment import Clock, Moment, this_moment
from mktgui.domain.profile import PRACTICE, Environment, Profile
from mktgui.ui.confirm_button import ConfirmButton
from mktgui.ui.theme import Theme

_TICK = 1000  # milliseconds between two looks at the clock


class GuardBar(QWidget):
    """Hidden where nothing is guarded. Ask `may_write` at the moment of a write: the clock decides, not the bar."""

    changed = Signal()
    """`may_write` may have changed."""

    def __init__(
        self, theme: Theme, clock: Clock = this_moment, lasting: float = UNLOCKED_SECONDS, tick: int = _TICK
    ) -> None:
        super().__init__()
        self._theme, self._clock, self._lasting = theme, clock, lasting
        self._profile: Profile = PRACTICE
        self._since: Moment | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(tick)
        self._timer.timeout.connect(self._look)
        self.state = QLabel()
        self.countdown = QLabel()
        minutes = int(lasting // 60)
        self.unlock_button = ConfirmButton(
            self.tr("&Unlock for %n minutes", "", minutes), self.tr("Really unlock writing?")
        )
        self.lock_button = QPushButton(self.tr("Lock &now"))
        self._lay_out()
        self._show()
        theme.changed.connect(self._colour)
        self.unlock_button.confirmed.connect(self._unlock)
        self.lock_button.clicked.connect(self.lock)

    @property
    def unlocked(self) -> bool:
        """Whether a guarded connection is open for writing now."""
        return seconds_left(self._since, self._clock(), self._lasting) > 0

    @property
    def may_write(self) -> bool:
        """Whether a write may be sent now."""
        return not self._profile.is_guarded or self.unlocked

    @property
    def reason(self) -> str:
        """Why nothing at all may be written this moment; empty where something may."""
        return "" if self.may_write else self.tr("Read-only: unlock writing above before you send.")

    def show_profile(self, profile: Profile) -> None:
        """Another connection, or the same after an edit: locked in any case, because the act was meant for before."""
        self._profile = profile
        self.lock()

    def lock(self) -> None:
        """Shut it."""
        self._since = None
        self._timer.stop()
        self.unlock_button.withdraw()
        self._hand_over_focus(self.lock_button, self.unlock_button)
        self._show()
        self.changed.emit()

    def _unlock(self) -> None:
        self._since = self._clock()
        self._timer.start()
        self._hand_over_focus(self.unlock_button, self.lock_button)
        self._show()
        self.changed.emit()

    def _look(self) -> None:
        if self.unlocked:
            self._show_time()
        else:
            self.lock()

    def _show(self) -> None:
        unlocked = self.unlocked
        self.state.setText(self._sentence(unlocked=unlocked))
        self.countdown.setVisible(unlocked)
        self.lock_button.setVisible(unlocked)
        self.unlock_button.setVisible(not unlocked)
        self._show_time()
        self._colour()
        self.setVisible(self._profile.is_guarded)

    def _sentence(self, *, unlocked: bool) -> str:
        production = self._profile.environment is Environment.PRODUCTION
        if unlocked:
            return self.tr("Writing unlocked: production") if production else self.tr("Writing unlocked")
        return self.tr("Read-only: production") if production else self.tr("Read-only")

    def _show_time(self) -> None:
        left = round(seconds_left(self._since, self._clock(), self._lasting))
        self.countdown.setText(
            self.tr("locks itself in {minutes}:{seconds}").format(minutes=left // 60, seconds=f"{left % 60:02}")
        )

    def _hand_over_focus(self, from_button: QPushButton, to_button: QPushButton) -> None:
        """A button that goes must not throw whoever works with the keyboard out of the bar."""
        if from_button.hasFocus():
            to_button.show()
            to_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _colour(self) -> None:
        colours = self._theme.colours
        own = self.palette()
        own.setColor(QPalette.ColorRole.Window, QColor(colours.error_back if self.unlocked else colours.warning_back))
        self.setPalette(own)

    def _lay_out(self) -> None:
        bold = self.state.font()
        bold.setBold(True)
        self.state.setFont(bold)
        self.countdown.setAccessibleName(self.tr("Time until writing locks itself"))
        self.setAccessibleName(self.tr("Production guard"))
        self.setAutoFillBackground(True)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(10, 4, 10, 4)
        layout.addWidget(self.state)
        layout.addWidget(self.countdown)
        layout.addStretch(1)
        layout.addWidget(self.unlock_button)
        layout.addWidget(self.lock_button)
