"""One window in a process of its own: says when it was first painted, and how much memory it holds when idle.

Run as `python -m tests.bench.window_child bare|mktgui`. Prints one JSON line.
"""

import json
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

if sys.argv[-1] == "mktgui":  # as its command does: before Qt, and not in the floor's process
    from mktgui.__main__ import hasten

    hasten()

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QFormLayout, QLineEdit, QMainWindow, QWidget

if TYPE_CHECKING:
    from collections.abc import Callable

IDLE_MILLISECONDS = 1500
HIGH = 1  # Qt's own name for it is a word of `Qt`, of which Python makes all at once: 13 ms, also for the floor


class FirstPaint(QObject):
    """Watches a window until it has been painted once."""

    def __init__(self, window: QWidget, then: "Callable[[], None]") -> None:
        super().__init__()
        self._then, self._painted = then, False
        window.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.Paint and not self._painted:
            self._painted = True
            # Comes when all of it is painted, and before whatever else the window has put off until then.
            QCoreApplication.postEvent(self, QEvent(QEvent.Type.User), HIGH)
        return False

    def customEvent(self, _event: QEvent) -> None:  # noqa: N802 - Qt's name
        self._then()


def bare() -> tuple[QApplication, QWidget, object]:
    """The floor: a main window with an empty form."""
    application = QApplication([])
    window = QMainWindow()
    inside = QWidget()
    QFormLayout(inside).addRow("Email", QLineEdit())
    window.setCentralWidget(inside)
    window.resize(1180, 760)
    return application, window, None


def whole(home: str) -> tuple[QApplication, QWidget, object]:
    """The program as its command opens it."""
    from mktgui.app import Application, Options  # noqa: PLC0415 - not in the floor's process
    from mktgui.desktop import make_qt  # noqa: PLC0415

    qt = make_qt(["mktgui"])
    application = Application(qt, Options(practice=True, home=Path(home)))
    application.show()
    return qt, application.window, application


def resident() -> int:
    """Resident memory of this process, in KiB."""
    lines = Path("/proc/self/status").read_text().splitlines()
    return int(next(line for line in lines if line.startswith("VmRSS")).split()[1])


def main(kind: str) -> None:
    """Open it, wait until it is idle, tell, and shut it."""
    with tempfile.TemporaryDirectory() as home:
        qt, window, kept = whole(home) if kind == "mktgui" else bare()
        told: dict[str, float] = {}

        def painted() -> None:
            told["painted"] = time.time()
            told["worked"] = time.process_time()  # of all threads, without what the machine did for others meanwhile
            QTimer.singleShot(IDLE_MILLISECONDS, idle)

        def idle() -> None:
            told["kib"] = resident()
            window.close()
            qt.quit()

        watch = FirstPaint(window, painted)
        window.show()
        qt.exec()
        watch.deleteLater()
        if kept is not None:
            kept.close()  # type: ignore[attr-defined] # only the program has anything to close
        sys.stdout.write(json.dumps(told) + "\n")


if __name__ == "__main__":
    main(sys.argv[1])
