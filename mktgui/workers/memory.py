"""Gives memory back to the system after something big is gone.

Of the C libraries only glibc needs help with that. It has a store for each thread and gives back what is on top of the
first one only; and it learns from big pieces to keep more and more. Windows, macOS and other C libraries give memory
back by themselves.
"""

import ctypes
import sys
from collections.abc import Callable

_M_TRIM_THRESHOLD, _M_MMAP_THRESHOLD, _M_ARENA_MAX = -1, -3, -8  # names of glibc's, see mallopt(3)
_USUAL = 128 * 1024  # bytes: what both thresholds are at first, and now stay


def keep_memory_together() -> None:
    """One store for all threads, that does not learn. To be called before there is a second thread."""
    tune = _ask_glibc("mallopt")
    for name, value in ((_M_ARENA_MAX, 1), (_M_TRIM_THRESHOLD, _USUAL), (_M_MMAP_THRESHOLD, _USUAL)):
        tune(name, value)


def give_back_memory() -> None:
    """Give back whatever is free. Takes some milliseconds: for a worker thread.

    Python remembers where it found thousands of names, each in a piece of memory that was there when it looked: one
    such name keeps a whole megabyte from going back, so they are forgotten, to be found again.
    """
    ctypes.pythonapi.PyType_ClearCache()
    _ask_glibc("malloc_trim")(0)


def _ask_glibc(name: str) -> Callable[..., object]:
    library = ctypes.CDLL(None) if sys.platform == "linux" else None
    return getattr(library, name, _nothing)


def _nothing(*_: int) -> None:
    """What there is to do where there is no glibc."""
