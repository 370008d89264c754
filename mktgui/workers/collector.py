"""Collects Python's garbage on the GUI thread, and nowhere else."""

import gc

from PySide6.QtCore import QObject, QTimer

INTERVAL = 1_000  # milliseconds between two looks


class Collector(QObject):
    """Python collects on whatever thread happens to allocate. A window that lies in a ring of references would then be
    destroyed by a worker, which waits for Python while it holds a lock of Qt's, and the GUI thread waits for that lock
    while it holds Python: seen as a window that stands still for ever.
    """  # noqa: D205 - the first sentence needs the second

    def __init__(self, interval: int = INTERVAL) -> None:
        super().__init__()
        self._timer = QTimer(self)
        self._timer.setInterval(interval)
        self._timer.timeout.connect(self.look)

    def start(self) -> None:
        """From now on Python does not collect by itself. What the start made stays until the end anyway."""
        gc.disable()
        gc.collect()  # else what the start left behind would be kept with it
        gc.freeze()
        self._timer.start()

    def stop(self) -> None:
        """For good: what is left goes with the process, or when somebody collects it."""
        self._timer.stop()
        gc.unfreeze()

    def look(self) -> None:
        """Collect the oldest generation that is due by Python's own thresholds."""
        due = [number for number, limit in enumerate(gc.get_threshold()) if limit and gc.get_count()[number] > limit]
        if due:
            gc.collect(due[-1])
