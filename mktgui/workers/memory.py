"""Gives memory back to the system after something big is gone."""

import ctypes
import sys

_M_TRIM_THRESHOLD, _M_MMAP_THRESHOLD = -1, -3  # names of glibc's, see mallopt(3)
_USUAL = 128 * 1024  # bytes: what both are at first


def give_back_memory() -> None:
    """For a worker thread. glibc keeps what was freed for the next time, which for a big message may never come.

    It also learns from big pieces to keep more and more, in a store for each thread; that is taken back here. Windows
    and macOS give memory back by themselves, and so does a Linux with another C library.
    """
    library = ctypes.CDLL(None) if sys.platform == "linux" else None
    trim, tune = getattr(library, "malloc_trim", None), getattr(library, "mallopt", None)
    if trim is None or tune is None:
        return
    tune(_M_TRIM_THRESHOLD, _USUAL)
    tune(_M_MMAP_THRESHOLD, _USUAL)
    trim(0)
