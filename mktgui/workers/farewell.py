"""Lets go of big values little by little, because Python does nothing else while it takes one apart."""

import gc
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from collections.abc import Iterator

A_WHILE = 250  # milliseconds in which whoever else has a value lets go of it
MANY = 1_000  # things in one: fewer are gone in less than a millisecond
AT_ONCE = 1_000

Items = list[object]


class Farewell(QObject):
    """For values that are on their way out, on the GUI thread. Whoever still has one, or a part of one, keeps it.

    A lead of 50,000 fields that goes at once is a stall of 10 ms, whichever thread lets it go.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._going: list[object] = []
        self._items: list[Items] = []
        self._turn = QTimer(self)
        self._turn.setSingleShot(True)
        self._turn.timeout.connect(self._take_apart)

    @property
    def is_over(self) -> bool:
        """Whether everything has gone that was to go."""
        return not self._going and not self._items

    def see_off(self, value: object) -> None:
        """Keep a value until nobody else has it, then let it go."""
        if value is not None:
            self._going.append(value)
            self._turn.start(A_WHILE)

    def _take_apart(self) -> None:
        """One step; the window has its turn before the next."""
        if self._items:
            del self._items[-1][-AT_ONCE:]
            if not self._items[-1]:
                self._items.pop()
        else:
            self._items = [items for value in self._going for items in _many_in(value)]
            self._going.clear()  # but for what is in `_items`
        if not self.is_over:
            self._turn.start(0)


def _many_in(value: object) -> "Iterator[Items]":
    """The things in all that is big in a value: tuples, lists and dictionaries, in our own values and in each other."""
    seen, left = set[int](), [value]
    while left:
        one = left.pop()
        if id(one) in seen or not _is_value(one):
            continue
        seen.add(id(one))
        parts = gc.get_referents(one)
        if len(parts) > MANY:
            yield parts
        else:
            left += parts


def _is_value(one: object) -> bool:
    return isinstance(one, tuple | list | dict) or type(one).__module__.startswith("mktgui.domain.")
