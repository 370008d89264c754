"""Collects Python's garbage on the GUI thread, and nowhere else."""

import gc
from collections.abc import Callable
from time import process_time

from PySide6.QtCore import QObject, QTimer

INTERVAL = 1_000  # milliseconds between two looks
MANY = 50_000  # objects: to look at each of them takes about 10 ms
FEW = MANY // 5  # objects: what the start made has to be looked at with them, which takes 30 ms
BUSY = 0.05  # of a processor: a person who types or looks around makes more of it busy
QUIET_LOOKS = 10  # one after the other: nobody will notice then that the window stands still for 40 ms


def sweep() -> None:
    """Collect everything, but for what came with something big just now: that is set aside unseen.

    A big lead or message is values without rings, which go by themselves when nobody has them any more. For the GUI
    thread. Whatever Python keeps in reserve goes too.
    """
    if gc.get_count()[0] > MANY or _number_up_to(2) > MANY:
        gc.freeze()
    gc.collect()


def set_aside_much() -> None:
    """After work that may have made something big, on its thread: there is no need then to count what came with it.

    Not while Python collects by itself.
    """
    if not gc.isenabled() and gc.get_count()[0] > MANY:
        gc.freeze()


def _number_up_to(generation: int) -> int:
    """How many objects there are to look at. Python's own count goes down with each old one that goes."""
    return sum(len(gc.get_objects(generation=number)) for number in range(generation + 1))


class Collector(QObject):
    """Python collects on whatever thread happens to allocate. A window that lies in a ring of references would then be
    destroyed by a worker, which waits for Python while it holds a lock of Qt's, and the GUI thread waits for that lock
    while it holds Python: seen as a window that stands still for ever.

    On the GUI thread every look is a stall, as long as there are many objects to look at. So what is there at the
    start, and what comes with something big, is set aside, and looked at once more when next to all of it has gone and
    nobody is at work.
    """  # noqa: D205 - the first sentence needs the second

    def __init__(self, interval: int = INTERVAL, used: Callable[[], float] = process_time) -> None:
        """`used` tells the seconds that all threads of the program together have had a processor."""
        super().__init__()
        self._base = 0  # objects that the start set aside
        self._aside = 0  # and those that were aside with them after the last look at them
        self._used, self._most = used, BUSY * interval / 1000
        self._used_before = used()
        self._quiet = 0  # looks, one after the other, between which next to nothing was done
        self._timer = QTimer(self)
        self._timer.setInterval(interval)
        self._timer.timeout.connect(self.look)

    def start(self) -> None:
        """From now on Python does not collect by itself. What the start made stays until the end anyway."""
        gc.disable()
        self._set_aside_what_is_left()
        self._base = self._aside = gc.get_freeze_count()
        self._timer.start()

    def stop(self) -> None:
        """For good: what is left goes with the process, or when somebody collects it."""
        self._timer.stop()
        gc.unfreeze()

    def look(self) -> None:
        """Collect the oldest generation that is due by Python's own thresholds, unless there is too much of it."""
        self._note_quiet()
        due = [number for number, limit in enumerate(gc.get_threshold()) if limit and gc.get_count()[number] > limit]
        if gc.get_count()[0] > MANY or (due and _number_up_to(0) > MANY):
            gc.freeze()
            return
        if due:
            gc.collect(due[-1])
        if self._quiet >= QUIET_LOOKS:
            self._quiet = 0
            self._look_at_what_is_aside()

    def _note_quiet(self) -> None:
        used, before = self._used(), self._used_before
        self._quiet = self._quiet + 1 if used - before < self._most else 0
        self._used_before = used

    def _look_at_what_is_aside(self) -> None:
        """There may be rings in it too: of those that have come since, and of the window, which was there before."""
        there = gc.get_freeze_count()
        if there != self._aside and there - self._base < FEW:
            gc.unfreeze()
            self._set_aside_what_is_left()
            self._aside = gc.get_freeze_count()

    @staticmethod
    def _set_aside_what_is_left() -> None:
        gc.collect()
        gc.freeze()
