"""Searches the history while somebody types: on a thread, one at a time, and only the newest question is answered."""

from dataclasses import replace
from enum import Enum, auto
from functools import partial

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from mktgui.domain.history import PAGE, Page, Query
from mktgui.ui.history_desk import HistoryDesk, problem_of

MOST_RENEWED = 500  # rows that are looked at again when something has changed


class _Part(Enum):
    """What is wanted of the answer."""

    FIRST = auto()
    BELOW = auto()
    AGAIN = auto()


class HistorySearch(QObject):
    """One for a window. An answer to an older question is dropped."""

    found = Signal(object)
    """The first `Page` of another search."""
    extended = Signal(object)
    """The next `Page` of the same."""
    renewed = Signal(object)
    """The first `Page` of the same, as it is now."""
    failed = Signal(object)
    """A `HistoryProblem`."""

    def __init__(self, desk: HistoryDesk) -> None:
        super().__init__()
        self._desk = desk
        self._query: Query | None = None
        self._next: dict[_Part, Query] = {}  # what is asked once the search under way has ended
        self._asked = 0  # questions so far: an answer to another one than the last is not told
        self._busy = False

    def ask(self, query: Query) -> None:
        """Another question."""
        self._query = query
        self._asked += 1
        self._next.clear()
        self._start(replace(query, limit=PAGE), _Part.FIRST)

    def extend(self, before: int) -> None:
        """The page below."""
        if self._query is not None and not self._waits_for_first:
            self._start(replace(self._query, before=before), _Part.BELOW)

    def renew(self, rows: int) -> None:
        """The same question again, for so many rows."""
        if self._query is not None and not self._waits_for_first:
            self._start(replace(self._query, limit=max(PAGE, min(rows, MOST_RENEWED))), _Part.AGAIN)

    @property
    def _waits_for_first(self) -> bool:
        return _Part.FIRST in self._next

    def _start(self, query: Query, part: _Part) -> None:
        if self._busy:
            self._next[part] = query
            return
        self._busy = True
        job = self._desk.ask(lambda store: store.search(query))
        job.finished.connect(partial(self._take, self._asked, part))
        job.failed.connect(partial(self._fail, self._asked))

    def _take(self, asked: int, part: _Part, page: Page) -> None:
        if not isValid(self):
            return  # its window is gone
        self._busy = False
        if asked == self._asked:
            {_Part.FIRST: self.found, _Part.BELOW: self.extended, _Part.AGAIN: self.renewed}[part].emit(page)
        self._go_on()

    def _fail(self, asked: int, error: object) -> None:
        if not isValid(self):
            return
        self._busy = False
        if asked == self._asked:
            self.failed.emit(problem_of(error))
        self._go_on()

    def _go_on(self) -> None:
        part = next(iter(self._next), None)
        if part is not None:
            self._start(self._next.pop(part), part)
