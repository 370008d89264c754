"""Ctrl-C, and the system's word that the program has to end."""

import signal
from collections.abc import Callable
from types import FrameType

from PySide6.QtCore import QObject, QSocketNotifier, Signal

Handler = Callable[[int, FrameType | None], object] | int | None

ENDED_BY = 128  # a program that was ended by a signal has this plus its number as its status, as shells put it

# A terminal that is closed hangs up; Windows knows no such thing.
NUMBERS = tuple(getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name))


class EndSignals(QObject):
    """Turns such a signal of the system into one of Qt's. For the main thread.

    Python takes its own handlers between two steps of Python, and while Qt's loop waits there are none. So the
    interpreter writes a byte into a socket, and the loop watches the other end of it.
    """

    came = Signal(int)
    """The number of the signal."""

    def __init__(self) -> None:
        super().__init__()
        self._before: dict[int, Handler] = {}

    def listen(self) -> None:
        """From now on. A second time: nothing."""
        if self._before:
            return
        from socket import socketpair  # noqa: PLC0415 - not for the first paint

        self._near, self._far = socketpair()
        for end in (self._near, self._far):
            end.settimeout(0)
        self._notifier = QSocketNotifier(self._near.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._tell)
        self._wakeup_before = signal.set_wakeup_fd(self._far.fileno(), warn_on_full_buffer=False)
        self._before = {number: signal.signal(number, _leave_it_to_the_loop) for number in NUMBERS}

    def close(self) -> None:
        """Put everything back as it was."""
        if not self._before:
            return
        for number, handler in self._before.items():
            signal.signal(number, handler)
        signal.set_wakeup_fd(self._wakeup_before)
        self._before = {}
        self._notifier.setEnabled(False)
        self._near.close()
        self._far.close()

    def _tell(self) -> None:
        """Each byte is the number of a signal; all of them mean the same, so the first is enough."""
        numbers = [number for number in self._near.recv(4096) if number in NUMBERS]
        if numbers:
            self.came.emit(numbers[0])


def _leave_it_to_the_loop(_number: int, _frame: FrameType | None) -> None:
    """Python wants a handler before it tells anybody."""
