"""The cross in a line that empties it: Qt paints one, but tells nobody what it is for."""

from PySide6.QtWidgets import QLineEdit, QToolButton


def offer_clearing(line: QLineEdit, name: str) -> None:
    """Put the cross into a line; `name` is what a screen reader calls it."""
    line.setClearButtonEnabled(True)
    for button in line.findChildren(QToolButton):
        button.setAccessibleName(name)
