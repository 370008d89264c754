"""The history window with many calls: from a key to the painted list, and from a page further down to its rows."""

import statistics
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QApplication

from mktgui.ui.history_window import HistoryWindow
from mktgui.ui.theme import Theme
from mktgui.workers.runner import Runner
from tests.ui.desk import practice_desk

PAGES = 30  # that are scrolled down
PATIENCE = 10.0  # seconds
TICK = 1_000  # milliseconds between two looks at the clock


class Reader(QObject):
    """Types into the window and scrolls in it, and waits each time for what is then on the screen."""

    def __init__(self, window: HistoryWindow) -> None:
        super().__init__()
        self._window, self._loop = window, QEventLoop()
        self._changed = self._painted = False
        for signal in (window.model.modelReset, window.model.rowsInserted):
            signal.connect(self._note)
        window.table.viewport().installEventFilter(self)
        window.empty.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.Paint and self._changed:
            self._changed = False
            self._painted = True
            QTimer.singleShot(0, self._loop.quit)
        return False

    def open(self) -> None:
        """Until the newest calls are there."""
        self._until_painted(lambda: self._window.open_anew(()))

    def key(self, text: str) -> tuple[float, float]:
        """Milliseconds until the list is painted, and for which the key itself held up the next one."""
        began = time.perf_counter()
        held: list[float] = []

        def press() -> None:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                event = QKeyEvent(kind, Qt.Key.Key_0, Qt.KeyboardModifier.NoModifier, text)
                QGuiApplication.sendEvent(self._window.filter.text, event)
            held.append((time.perf_counter() - began) * 1000)

        return self._until_painted(press), held[0]

    def empty_the_line(self) -> None:
        """Until everything is there again."""
        if self._window.filter.text.text():
            self._until_painted(self._window.filter.text.clear)

    def page_down(self) -> float:
        """Milliseconds until the rows below are painted."""
        bar = self._window.table.verticalScrollBar()
        return self._until_painted(lambda: bar.setValue(bar.maximum()))

    def _note(self) -> None:
        self._changed = True
        QTimer.singleShot(0, self._look)

    def _look(self) -> None:
        """Nothing was found before, and nothing now: there is nothing to paint."""
        if self._changed and not self._window.table.isVisible():
            self._painted = True
            self._loop.quit()

    def _until_painted(self, act: Callable[[], None]) -> float:
        began = time.perf_counter()
        self._painted = False
        act()
        while not self._painted and time.perf_counter() - began < PATIENCE:
            QTimer.singleShot(TICK, self._loop.quit)
            self._loop.exec()
        assert self._painted, "nothing was painted"
        return (time.perf_counter() - began) * 1000


def measure(home: Path, typed: tuple[str, ...]) -> tuple[float, str, float, float]:
    """In the history of this home: milliseconds of the slowest key until its list is painted, and what was typed then.

    Besides them how long 19 of 20 keys held up the next one at most, and a page further down.
    """
    qt = QApplication.instance() or QApplication([])  # noqa: TID251 - a benchmark is its own roof
    assert isinstance(qt, QApplication)
    runner, theme = Runner(), Theme(qt)
    with practice_desk(home, runner, theme) as desk:
        window = HistoryWindow(desk.parts)
        reader = Reader(window)
        reader.open()
        pages = [reader.page_down() for _ in range(PAGES)]
        found: list[tuple[float, str]] = []
        held: list[float] = []
        for text in typed:
            took: dict[int, list[float]] = {}
            for _ in range(3):
                reader.empty_the_line()
                for end, letter in enumerate(text, 1):
                    until_painted, held_up = reader.key(letter)
                    took.setdefault(end, []).append(until_painted)
                    held.append(held_up)
            found += [(statistics.median(times), text[:end]) for end, times in took.items()]
        window.close()
        desk.parts.desks.history.close()
        runner.close()
    slowest, text = max(found)
    return slowest, text, sorted(held)[len(held) * 95 // 100], statistics.median(pages)
