"""What helps when something went wrong: the log, crash reports, and a file that a person may hand to a helper."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from mktgui import __version__
from mktgui.storage.crash_reports import CrashReports
from mktgui.storage.logbook import Logbook
from mktgui.wire.redact import mask_text
from mktgui.workers.crash_watch import CrashWatch
from mktgui.workers.facts import facts
from mktgui.workers.work import crash_from

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from PySide6.QtGui import QClipboard
    from PySide6.QtWidgets import QWidget

    from mktgui.domain.profile import Profile
    from mktgui.domain.support import SupportFile
    from mktgui.ui.crash_window import CrashWindow
    from mktgui.ui.support_window import SupportWindow
    from mktgui.workers.crew import Chore
    from mktgui.workers.runner import Runner
    from mktgui.workers.work import Crash


class Support(QObject):
    """One for a run of the program, opened once the window is on the screen. Nothing of it leaves the computer."""

    file_wanted = Signal()
    """From the report of a crash: call `show_file`."""

    def __init__(
        self, folder: "Path", later: "Callable[[Chore], None]", runner: "Runner", clipboard: "QClipboard"
    ) -> None:
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

    def take(self, crash: "Crash") -> None:
        """A crash that somebody caught, so that it gets its report too."""
        self._watch.take(crash)

    def show_file(self, profiles: "Sequence[Profile]", parent: "QWidget") -> "SupportWindow":
        """Show what a support file would hold, and let the person save it."""
        from mktgui.storage.support_bundle import collect, save  # noqa: PLC0415 - few people ever need one
        from mktgui.ui.support_window import SupportWindow  # noqa: PLC0415

        def gather() -> "Sequence[SupportFile]":
            return collect(facts(__version__), profiles, self._logbook.newest(), self._reports.read(), mask_text)

        window = SupportWindow(gather, save, self._runner, parent)
        window.show()
        window.open_anew()
        return window

    def _show_crash(self, text: str) -> None:
        from mktgui.ui.crash_window import CrashWindow  # noqa: PLC0415 - not while all is well

        if self._crashes is None or not isValid(self._crashes):
            self._crashes = CrashWindow(self._clipboard)
            self._crashes.support_wanted.connect(self.file_wanted)
        self._crashes.show_report(text)


def _trace(error: BaseException) -> str:
    return crash_from(error).trace
