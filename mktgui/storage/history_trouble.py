"""What SQLite's errors mean for the history."""

import errno
import os
import sqlite3
import sys
from contextlib import suppress
from pathlib import Path

from mktgui.domain.history_port import HistoryError, HistoryProblem, HistoryTrouble

Trouble = HistoryTrouble

_TROUBLES = {
    sqlite3.SQLITE_CORRUPT: Trouble.BROKEN,
    sqlite3.SQLITE_NOTADB: Trouble.BROKEN,
    sqlite3.SQLITE_FULL: Trouble.FULL,
    sqlite3.SQLITE_BUSY: Trouble.BUSY,
    sqlite3.SQLITE_LOCKED: Trouble.BUSY,
    sqlite3.SQLITE_READONLY: Trouble.UNWRITABLE,
    sqlite3.SQLITE_PERM: Trouble.UNWRITABLE,
    sqlite3.SQLITE_IOERR: Trouble.UNWRITABLE,
    sqlite3.SQLITE_CANTOPEN: Trouble.UNWRITABLE,
}
_PRIMARY = 0xFF  # the low byte of an extended code
_NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT})
_NEEDED = 64 * 1024  # bytes; the file of the journal that all copies share takes 32 at once


def trouble_of(error: sqlite3.Error | OSError) -> HistoryTrouble:
    """The kind of trouble."""
    if isinstance(error, OSError):
        return Trouble.FULL if error.errno in _NO_ROOM else Trouble.UNWRITABLE
    return _TROUBLES.get(code_of(error) & _PRIMARY, Trouble.UNREADABLE)


def code_of(error: sqlite3.Error) -> int:
    """SQLite's extended code; 0 where the error is not SQLite's own."""
    return int(getattr(error, "sqlite_errorcode", 0))


def is_index_broken(error: sqlite3.Error) -> bool:
    """Whether only the search index is spoiled, which can be made anew."""
    return code_of(error) == sqlite3.SQLITE_CORRUPT_VTAB


def history_error(error: sqlite3.Error | OSError, folder: Path | None = None) -> HistoryError:
    """The error that the port promises. SQLite's words name tables and files, and no values.

    On a full disk SQLite speaks of a file that cannot be opened, or of the disk itself; the folder tells them apart.
    """
    trouble = trouble_of(error)
    if trouble is Trouble.UNWRITABLE and folder is not None and _is_full(folder):
        trouble = Trouble.FULL
    return HistoryError(HistoryProblem(trouble, detail=f"{type(error).__name__}: {error}"))


def _is_full(folder: Path) -> bool:
    """Whether there is no room on its disk, and not because nothing may ever be written there."""
    if sys.platform == "win32":  # pragma: no cover - the tests run where there is no such system
        return False
    with suppress(OSError):
        disk = os.statvfs(folder)
        return disk.f_bavail * disk.f_frsize < _NEEDED and not disk.f_flag & os.ST_RDONLY
    return False
