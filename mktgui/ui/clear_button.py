"""The cross in a line that empties it: Qt paints one, but tells nobody what it is for."""

from PySide6.QtWidgets import QLineEdit, QToolButton


def offer_clearing(line: QLineEdit, name: str) -> None:
    """Put the cross into a line as soon as there is something to empty; `name` is what a screen reader calls it."""

    def offer() -> None:
        if line.text() and not line.isClearButtonEnabled():
            line.setClearButtonEnabled(True)
            for button in line.findChildren(QToolButton):
                button.setAccessibleName(name)

    offer()
    line.textChanged.connect(offer)
