"""What helps when something went wrong: the log, crash reports, and a file that a person may hand to a helper."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QClipboard
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from mktgui import __version__
from mktgui.domain.profile import Profile
from mktgui.domain.support import SupportFile
from mktgui.storage.crash_reports import CrashReports
from mktgui.storage.logbook import Logbook
from mktgui.storage.support_bundle import collect, save
from mktgui.ui.crash_window import CrashWindow
from mktgui.ui.support_window import SupportWindow
from mktgui.wire.redact import mask_text
from mktgui.workers.crash_watch import CrashWatch
from mktgui.workers.crew import Chore
from mktgui.workers.facts import facts
from mktgui.workers.runner import Runner
from mktgui.workers.work import Crash, crash_from


class Support(QObject):
    """One for a run of the program, opened once the window is on the screen. Nothing of it leaves the computer."""

    file_wanted = Signal()
    """From the report of a crash: call `show_file`."""

    def __init__(self, folder: Path, later: Callable[[Chore], None], runner: Runner, clipboard: QClipboard) -> None:
        super().__init__()
        self._runner, self._clipboard = runner, clipboard
        self._reports = CrashReports(folder, mask_text, facts(__version__))
        self._logbook = Logbook(folder, mask_text, _trace, later)
        self._watch = CrashWatch(self._reports.keep)
        self._watch.crashed.connect(self._show_crash)
        self._crashes: CrashWindow | None = None

    def open(self) -> None:
        """Begin to keep what is logged, and to see what nobody caught."""
        self._logbook.open()
        self._watch.install()

    def close(self) -> None:
        """Give everything back."""
        self._watch.remove()
        self._logbook.close()
        if self._crashes is not None and isValid(self._crashes):
            self._crashes.close()

    def take(self, crash: Crash) -> None:
        """A crash that somebody caught, so that it gets its report too."""
        self._watch.take(crash)

    def show_file(self, profiles: Sequence[Profile], parent: QWidget) -> SupportWindow:
        """Show what a support file would hold, and let the person save it."""

        def gather() -> Sequence[SupportFile]:
            return collect(facts(__version__), profiles, self._logbook.newest(), self._reports.read(), mask_text)

        window = SupportWindow(gather, save, self._runner, parent)
        window.show()
        window.open_anew()
        return window

    def _show_crash(self, text: str) -> None:
        if self._crashes is None or not isValid(self._crashes):
            self._crashes = CrashWindow(self._clipboard)
            self._crashes.support_wanted.connect(self.file_wanted)
        self._crashes.show_report(text)


def _trace(error: BaseException) -> str:
    return crash_from(error).trace
