"""Whose turn it is with Python: that of the GUI thread, whenever it has something to do.

Threads that want Python at the same time have equal parts of it: beside two that work something out, a window that
needs 10 ms for itself would stand still for 40. What decides is how long a thread waits before it asks the one that
has Python to give it up.
"""

import sys

TURN = 0.001 if sys.platform == "win32" else 0.00005
"""Seconds: so long may a worker keep Python to itself while the GUI thread waits for it.

To paint a table Qt asks Python some 200 times, and each time it waits that long. Windows can wait for whole
milliseconds only, and would not wait at all.
"""
_PR_SET_TIMERSLACK = 29  # see prctl(2)
_PATIENCE = 5_000_000  # nanoseconds


def share_out() -> None:
    """Python's own 5 ms, many times in a row, are a stall that a person sees. For the GUI thread."""
    sys.setswitchinterval(TURN)


def stand_back() -> None:
    """Let the GUI thread have its turn first from now on. For any other thread, about itself.

    It still asks for Python after `TURN`, but may notice 5 ms later that the time is over, as with each of its waits
    that has an end. What the GUI thread gives up by itself, it gets at once. Only Linux knows that of a single thread.
    """
    if sys.platform == "linux":
        import ctypes  # noqa: PLC0415 - not for the first paint

        ctypes.CDLL(None).prctl(_PR_SET_TIMERSLACK, ctypes.c_ulong(_PATIENCE), 0, 0, 0)
