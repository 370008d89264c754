"""A button for what cannot be undone: it asks in its own place, without a dialog in the way."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QPushButton

PATIENCE = 5_000  # milliseconds until the question is withdrawn


class ConfirmButton(QPushButton):
    """The first press asks, a second one within `PATIENCE` means it."""

    confirmed = Signal()

    def __init__(self, text: str, question: str) -> None:
        super().__init__(text)
        self._plain, self._question = text, question
        self._asking = QTimer(self)
        self._asking.setSingleShot(True)
        self._asking.setInterval(PATIENCE)
        self._asking.timeout.connect(self.withdraw)
        self.clicked.connect(self._press)

    def withdraw(self) -> None:
        """Go back to the first press."""
        self._asking.stop()
        self.setText(self._plain)

    def _press(self) -> None:
        if self._asking.isActive():
            self.withdraw()
            self.confirmed.emit()
        else:
            self.setText(self._question)
            self._asking.start()
