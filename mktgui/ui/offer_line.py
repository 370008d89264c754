"""A sentence under or above the table, with buttons for what it offers to do."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget


class Offer(NamedTuple):
    """One thing to do about it."""

    text: str
    act: Callable[[], None]


class OfferLine(QWidget):
    """Hidden while there is nothing to say."""

    def __init__(self) -> None:
        super().__init__()
        self.label = QLabel()
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.label.setWordWrap(True)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.label.setSizePolicy(policy)  # a long word must not make the table wider than its zone
        self.buttons: list[QToolButton] = []
        self._offers: Sequence[Offer] = ()
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(4)
        self._layout.addWidget(self.label, 1)
        self.hide()

    def say(self, text: str, offers: Sequence[Offer] = ()) -> None:
        """Say it and offer these; an empty text says nothing."""
        self.label.setText(text)
        self._offers = offers
        while len(self.buttons) < len(offers):
            self._add_button(len(self.buttons))
        for number, button in enumerate(self.buttons):
            offered = number < len(offers)
            if offered:
                button.setText(offers[number].text)
                button.setAccessibleName(offers[number].text)
            button.setVisible(offered)
        self.setVisible(bool(text))

    def _do(self, number: int) -> None:
        self._offers[number].act()

    def _add_button(self, number: int) -> None:
        from mktgui.ui.tab_stops import come_after, come_before  # noqa: PLC0415 - not for the first paint

        button = QToolButton()
        button.clicked.connect(partial(self._do, number))
        self._layout.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        if self.buttons:
            come_after(self.buttons[-1], button)
        else:
            come_before(self, button)
        self.buttons.append(button)
