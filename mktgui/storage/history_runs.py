"""Which runs of the program are still alive: each holds the lock of a small file for as long as it lives.

A process number may be given to another program, also over a restart; a lock ends with its process, however that ends.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Event
from time import monotonic
from uuid import uuid4

from mktgui.storage.files import FILE_MODE

if sys.platform == "win32":
    import msvcrt

    def _lock(number: int) -> None:
        """Raises OSError where another process holds it."""
        msvcrt.locking(number, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _lock(number: int) -> None:
        """Raises OSError where another process holds it."""
        fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB)


_BETWEEN = 0.02  # seconds between two tries


class Run:
    """This run, and what can be said of others. `name` is unique for ever."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.name = uuid4().hex
        self._number = -1

    def hold(self) -> None:
        """Be alive from now on, to be seen by others. Raises OSError."""
        if self._number < 0:
            self._number = _opened(self._path(self.name), os.O_CREAT)
            _lock(self._number)

    def let_go(self) -> None:
        """Not to be seen as alive any more."""
        if self._number >= 0:
            number, self._number = self._number, -1
            os.close(number)
            with suppress(OSError):
                self._path(self.name).unlink()

    def is_alive(self, name: str) -> bool:
        """Whether the run of that name may still be going on. The file of one that is dead is removed."""
        if name == self.name:
            return True
        path = self._path(name)
        try:
            number = _opened(path)
        except FileNotFoundError:
            return False
        except OSError:
            return True  # cannot be known, and a live call must not be given up
        try:
            _lock(number)
        except OSError:
            return True
        finally:
            os.close(number)
        with suppress(OSError):
            path.unlink()
        return False

    def _path(self, name: str) -> Path:
        return self._folder / f"run-{name}.lock"


@contextmanager
def alone(path: Path, wait_seconds: float) -> Iterator[None]:
    """One process after the other. Where the place knows no locks, or somebody holds it for too long, go on without."""
    number = -1
    with suppress(OSError):
        number = _opened(path, os.O_CREAT)
    deadline, pause = monotonic() + wait_seconds, Event()
    while number >= 0:
        try:
            _lock(number)
            break
        except OSError:
            if monotonic() >= deadline:
                break
            pause.wait(_BETWEEN)
    try:
        yield
    finally:
        if number >= 0:
            os.close(number)


def _opened(path: Path, flags: int = 0) -> int:
    return os.open(path, os.O_RDWR | flags, FILE_MODE)
