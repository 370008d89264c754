"""Locks between copies of the program. The system lets go of them when a copy ends in any way, also when it is killed.

They are those of the system itself: a lock that only consists in a file being there outlives who made it. The package
filelock does the same in a hundred times as much code, most of it for threads and shared locks that nobody here needs.
"""

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Event
from time import monotonic

from mktgui.storage.files import FILE_MODE, make_folder

if sys.platform == "win32":  # pragma: no cover - the tests run where there is no such system
    import msvcrt

    def _grab(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)  # may lie beyond the end of the file
else:
    import fcntl

    def _grab(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


BUSY_SECONDS = 3.0  # a copy holds a lock for milliseconds, unless it has been halted
_STEP_SECONDS = 0.01
_TAKEN = frozenset({errno.EAGAIN, errno.EACCES, errno.EDEADLK})
_NO_LOCKS = frozenset({errno.ENOLCK, errno.ENOSYS, errno.EOPNOTSUPP})  # a folder of the network that knows none


class Lock:
    """One that is held."""

    def __init__(self, path: Path, descriptor: int) -> None:
        self._path, self._descriptor = path, descriptor

    @property
    def is_good(self) -> bool:
        """Whether the file is still the one that is locked: somebody may have tidied it away."""
        try:
            return os.path.samestat(os.fstat(self._descriptor), self._path.stat())
        except OSError:
            return False

    def release(self, *, remove: bool = False) -> None:
        """Let go of it. Never raises. The file goes first, so that nobody gets a lock on one that is gone.

        Windows removes no file that is open; there it goes afterwards, unless somebody has opened it by then.
        """
        gone = remove and self._is_removed()
        with suppress(OSError):
            os.close(self._descriptor)
        if remove and not gone:
            self._is_removed()

    def _is_removed(self) -> bool:
        try:
            self._path.unlink()
        except OSError:
            return False
        return True


def take_lock(path: Path) -> Lock | None:
    """The lock, or None where somebody has it, also this process itself. Does not wait. Raises OSError.

    Its folder has to be there. Where the file system knows no locks, everybody gets one.
    """
    descriptor = _opened(path)
    lock = Lock(path, descriptor)
    try:
        _grab(descriptor)
    except OSError as error:
        if error.errno in _NO_LOCKS:
            return lock
        lock.release()
        if error.errno in _TAKEN:
            return None
        raise
    if lock.is_good:
        return lock
    lock.release()  # it was removed between opening and locking
    return None


@contextmanager
def locked(path: Path, seconds: float = BUSY_SECONDS) -> Iterator[None]:
    """Do something while no other copy does. Raises OSError, TimeoutError where another one holds it for longer."""
    make_folder(path.parent)
    until, pause = monotonic() + seconds, Event()
    while (lock := take_lock(path)) is None:
        if monotonic() > until:
            raise TimeoutError(errno.ETIMEDOUT, "another copy of the program holds it", str(path))
        pause.wait(_STEP_SECONDS)
    try:
        yield
    finally:
        lock.release()


def _opened(path: Path) -> int:
    """Raises OSError. What may only be read can be locked all the same."""
    try:
        return os.open(path, os.O_RDWR | os.O_CREAT, FILE_MODE)
    except OSError as error:
        with suppress(OSError):
            return os.open(path, os.O_RDONLY)
        raise error from None
