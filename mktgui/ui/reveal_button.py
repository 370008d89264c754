"""The button that shows signature and user ID for half a minute, and counts it down."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QToolButton

REVEAL_SECONDS = 30


class RevealButton(QToolButton):
    """Checked while they are shown. One for each view: what is revealed in one stays masked in all others."""

    def __init__(self) -> None:
        super().__init__()
        self._left = 0
        self.countdown = QTimer(self)
        self.countdown.setInterval(1000)
        self.countdown.timeout.connect(self._tick)
        self.setCheckable(True)
        self._name()
        self.toggled.connect(self._toggle)

    def _toggle(self, shown: bool) -> None:  # noqa: FBT001 - the signature of the signal
        self._left = REVEAL_SECONDS if shown else 0
        (self.countdown.start if shown else self.countdown.stop)()
        self._name()

    def _tick(self) -> None:
        self._left -= 1
        self._name()
        if self._left <= 0:
            self.setChecked(False)

    def _name(self) -> None:
        hide = self.tr("Hide ({seconds} s)").format(seconds=self._left)
        self.setText(hide if self._left else self.tr("Reveal"))
        self.setToolTip(self.tr("Shows signature and user ID for {seconds} seconds").format(seconds=REVEAL_SECONDS))
