"""Whose turn it is with Python: that of the GUI thread before all others.

Threads that want Python at the same time have equal parts of it: beside two that work something out, a window that
needs 3 ms for itself would stand still for 10. What decides is how long a thread waits before it asks the one that has
Python to give it up. Linux lets each thread say how exact its waits have to be.
"""

import sys

TURN = 0.001 if sys.platform == "win32" else 0.00005
"""Seconds: so long may a worker keep Python to itself while the GUI thread waits for it.

To paint a table Qt asks Python some 200 times, and each time it waits that long. Windows can wait for whole
milliseconds only, and would not wait at all.
"""
_PR_SET_TIMERSLACK = 29  # see prctl(2)
_EXACT = 1  # nanoseconds; what is usual are 50,000, which doubles `TURN`
_PATIENT = 200_000  # much more, and threads that wait for each other pass Python on among themselves


def share_out() -> None:
    """Python's own 5 ms, many times in a row, are a stall that a person sees. For the GUI thread."""
    sys.setswitchinterval(TURN)


def come_first() -> None:
    """For the GUI thread, before there is another one: it asks for Python as soon as `TURN` is over."""
    _wait_as_exactly_as(_EXACT)


def stand_back() -> None:
    """For any other thread, about itself: it asks a little later, as it may come from any wait that has an end."""
    _wait_as_exactly_as(_PATIENT)


def _wait_as_exactly_as(nanoseconds: int) -> None:
    if sys.platform == "linux":
        import ctypes  # noqa: PLC0415 - not for the first paint

        ctypes.CDLL(None).prctl(_PR_SET_TIMERSLACK, ctypes.c_ulong(nanoseconds), 0, 0, 0)
