"""Sees every exception that nobody caught, on any thread and in any slot of Qt, and turns it into a report."""

import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from threading import Lock
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal
from shiboken6 import isValid

from mktgui.workers.work import Crash, crash_from

MOST = 20  # different reports a run: a broken paint event comes back sixty times a second

Keep = Callable[[str, str], str]
"""Writes a report of a type name and a trace, and gives its text."""


class CrashWatch(QObject):
    """Made once, outlives every window, like the runner: threads emit on it."""

    crashed = Signal(str)
    """The text of a report, on the GUI thread, never in the middle of the slot that failed. The same crash comes once.
    """
    _kept = Signal(str)

    def __init__(self, keep: Keep) -> None:
        super().__init__()
        self._keep = keep
        self._lock = Lock()
        self._seen: set[Crash] = set()
        self._kept.connect(self.crashed, Qt.ConnectionType.QueuedConnection)
        self._main, self._thread = sys.excepthook, threading.excepthook

    def install(self) -> None:
        """Begin to watch. PySide calls the hook of the main thread for exceptions in slots and virtual methods."""
        self._main, self._thread = sys.excepthook, threading.excepthook
        sys.excepthook, threading.excepthook = self._see, self._see_thread

    def remove(self) -> None:
        """Give the hooks back."""
        sys.excepthook, threading.excepthook = self._main, self._thread

    def take(self, crash: Crash) -> None:
        """A crash that was caught, on any thread: of a job, for instance."""
        with self._lock:
            if crash in self._seen or len(self._seen) >= MOST:
                return
            self._seen.add(crash)
        text = self._keep(crash.type_name, crash.trace)
        if isValid(self):
            self._kept.emit(text)

    def _see(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if not isinstance(error, Exception):  # Ctrl+C is no crash
            self._main(kind, error, trace)
            return
        crash = crash_from(error)
        with suppress(Exception):  # an exception from here would only hide the other one
            self.take(crash)
        _say(crash)

    def _see_thread(self, seen: threading.ExceptHookArgs) -> None:
        if isinstance(seen.exc_value, Exception):
            self._see(seen.exc_type, seen.exc_value, seen.exc_traceback)


def _say(crash: Crash) -> None:
    """For whoever started the program in a terminal. Python's own words would hold values; some have no terminal."""
    with suppress(AttributeError, OSError, ValueError):
        sys.stderr.write(f"mktgui: {crash.type_name}\n{crash.trace}\n")
