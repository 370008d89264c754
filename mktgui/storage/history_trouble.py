"""What SQLite's errors mean for the history."""

import sqlite3

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


def trouble_of(error: sqlite3.Error | OSError) -> HistoryTrouble:
    """The kind of trouble."""
    if isinstance(error, OSError):
        return Trouble.UNWRITABLE
    return _TROUBLES.get(code_of(error) & _PRIMARY, Trouble.UNREADABLE)


def code_of(error: sqlite3.Error) -> int:
    """SQLite's extended code; 0 where the error is not SQLite's own."""
    return int(getattr(error, "sqlite_errorcode", 0))


def is_index_broken(error: sqlite3.Error) -> bool:
    """Whether only the search index is spoiled, which can be made anew."""
    return code_of(error) == sqlite3.SQLITE_CORRUPT_VTAB


def history_error(error: sqlite3.Error | OSError) -> HistoryError:
    """The error that the port promises. SQLite's words name tables and files, and no values."""
    return HistoryError(HistoryProblem(trouble_of(error), detail=f"{type(error).__name__}: {error}"))
