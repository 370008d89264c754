"""Opens the file of the history so that a whole one is there: makes it, brings it up to date, sets a broken one aside.

`synchronous` is NORMAL under WAL: what was committed survives the end of this process, however it ends, because the
system has it; a power cut may take the last moments, and never spoils the file. FULL would wait for the disk at each
call. Where WAL is refused (network homes), SQLite's old journal needs FULL to be as safe.
"""

import os
import sqlite3
import stat
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import mkstemp

from mktgui.domain.history_port import HistoryError, HistoryProblem, HistoryTrouble
from mktgui.storage.files import make_folder
from mktgui.storage.history_runs import alone
from mktgui.storage.history_schema import VERSION, look_current, looks_whole, migrate, version_of
from mktgui.storage.history_trouble import history_error, trouble_of

BUSY_SECONDS = 10.0  # how long to wait for another copy of the program; it may be packing its file

Identity = tuple[int, int]

_JOURNAL_PAGES = 4000  # before a call has to wait until the journal is taken in; see `Access.ease`
_BESIDE = ("-wal", "-shm", "-journal")
_ASIDE = "broken"
_OTHERS = 0o077


@dataclass(frozen=True, slots=True)
class Ready:
    """A connection for writing, which file it is on, and what was set aside for it."""

    connection: sqlite3.Connection
    identity: Identity
    problem: HistoryProblem | None = None


class HistoryFile:
    """The file and those beside it, in a folder of their own. Methods for worker threads."""

    def __init__(self, path: Path, busy_seconds: float = BUSY_SECONDS) -> None:
        self.path, self._busy = path, busy_seconds
        self._lock_path = path.with_name(f"{path.stem}.lock")

    def open(self) -> Ready:
        """A whole file of this version. Raises HistoryError."""
        try:
            self._make_folder()
            with self.alone():
                return self._open()
        except (sqlite3.Error, OSError) as error:
            raise history_error(error) from None

    def connect(self, *, still: bool = False) -> sqlite3.Connection:
        """Another connection. `still`: for reading, in a place where nothing can be written. Raises HistoryError."""
        try:
            connection = self._connect("ro&immutable=1" if still else "rw")
            if not still:
                return _settled(connection)
            look_current(connection)
            return connection  # noqa: TRY300 - after the last thing that can fail
        except sqlite3.Error as error:
            raise history_error(error) from None

    def identity(self) -> Identity | None:
        """Which file it is now, None for none."""
        with suppress(OSError):
            found = self.path.stat()
            return found.st_dev, found.st_ino
        return None

    @contextmanager
    def alone(self) -> Iterator[None]:
        """No other copy of the program opens it or sets it aside meanwhile."""
        with alone(self._lock_path, self._busy):
            yield

    def set_aside(self, seen: Identity | None) -> str | None:
        """Take the file that was `seen` out of the way, with those beside it; gives its new path.

        None where another copy has done so already. Raises OSError.
        """
        with self.alone():
            return None if self.identity() != seen else self._set_aside()

    def remove_set_aside(self) -> None:
        """Forget what was ever set aside; a folder that was in the way is not ours to empty. Raises OSError."""
        for path in self.path.parent.glob(f"{self.path.stem}.{_ASIDE}-*"):
            if not path.is_dir():
                path.unlink()

    def _open(self) -> Ready:
        problem = self._look()
        connection = self._ready_connection()
        if isinstance(connection, str):
            problem = self._broken(connection)
            connection = self._ready_connection()
        if isinstance(connection, str):
            raise HistoryError(HistoryProblem(HistoryTrouble.UNREADABLE, detail=connection))
        identity = self.identity()
        if identity is None:  # it was moved away this very moment
            connection.close()
            raise HistoryError(HistoryProblem(HistoryTrouble.UNREADABLE, detail="the file has vanished"))
        return Ready(connection, identity, problem)

    def _look(self) -> HistoryProblem | None:
        """Look without touching: a newer file is left exactly as it is. Sets aside what is none of ours at all."""
        if not os.path.lexists(self.path):
            if any(beside.exists() for beside in self._beside(self.path)):
                return self._broken("the file is gone, and its journal is not")
            return None
        if not self.path.is_file() or self.path.stat().st_size == 0:  # ours is never empty, see `_make`
            return self._broken("no file, or an empty one")
        try:
            with closing(self._connect("ro")) as connection:
                version = version_of(connection)
        except sqlite3.Error as error:
            if trouble_of(error) is HistoryTrouble.BROKEN:
                return self._broken(str(error))
            return None  # a journal that has to be played back first: for a connection that may write
        if version > VERSION:
            detail = f"version {version}, and this program knows versions up to {VERSION}"
            raise HistoryError(HistoryProblem(HistoryTrouble.NEWER, str(self.path), detail))
        return None

    def _ready_connection(self) -> sqlite3.Connection | str:
        """A connection to a whole file, or what is wrong with it. Raises sqlite3.Error, OSError."""
        if not self.path.exists():
            self._make()
        connection = self._connect("rw")
        try:
            migrate(connection)
            wrong = looks_whole(connection)
            if not wrong:
                _use_journal(connection)
                connection.executescript("BEGIN IMMEDIATE; ROLLBACK")  # whether anything can be written at all
                _close_to_others(self.path)
                return connection
        except sqlite3.Error as error:
            connection.close()
            if trouble_of(error) not in {HistoryTrouble.BROKEN, HistoryTrouble.UNREADABLE}:
                raise
            return str(error)
        connection.close()
        return wrong

    def _make(self) -> None:
        """A whole new file, in one step: an empty one is never ours, and two copies make one."""
        self._sweep()
        number, name = mkstemp(prefix=f".{self.path.stem}-", suffix=".new", dir=self.path.parent)
        os.close(number)
        try:
            with closing(sqlite3.connect(name, isolation_level=None)) as connection:
                connection.execute("PRAGMA auto_vacuum = INCREMENTAL")
                migrate(connection)
            _put(Path(name), self.path)
        finally:
            Path(name).unlink(missing_ok=True)

    def _sweep(self) -> None:
        """Half-made files of processes that were ended in the middle of it."""
        for left in self.path.parent.glob(f".{self.path.stem}-*.new*"):
            left.unlink(missing_ok=True)

    def _connect(self, mode: str) -> sqlite3.Connection:
        connection = sqlite3.connect(
            f"{self.path.absolute().as_uri()}?mode={mode}",
            uri=True,
            timeout=self._busy,
            isolation_level=None,
            check_same_thread=False,
        )
        connection.text_factory = _text
        for pragma in ("foreign_keys = ON", "secure_delete = ON", "trusted_schema = OFF", "temp_store = MEMORY"):
            connection.execute(f"PRAGMA {pragma}")
        return connection

    def _make_folder(self) -> None:
        make_folder(self.path.parent)
        _close_to_others(self.path.parent)

    def _broken(self, detail: str) -> HistoryProblem:
        try:
            return HistoryProblem(HistoryTrouble.BROKEN, self._set_aside(), detail)
        except OSError as error:
            detail = f"{detail}; {type(error).__name__}: {error}"
            raise HistoryError(HistoryProblem(HistoryTrouble.BROKEN, detail=detail)) from None

    def _set_aside(self) -> str:
        """The journals first: one that stayed would be played into the new file."""
        number = 1
        while any(os.path.lexists(path) for path in (self._aside(number), *self._beside(self._aside(number)))):
            number += 1
        aside = self._aside(number)
        for old, new in zip(self._beside(self.path), self._beside(aside), strict=True):
            if old.exists():
                old.rename(new)
        if os.path.lexists(self.path):
            self.path.rename(aside)
        return str(aside)

    def _aside(self, number: int) -> Path:
        return self.path.with_name(f"{self.path.stem}.{_ASIDE}-{number}{self.path.suffix}")

    def _beside(self, path: Path) -> tuple[Path, ...]:
        return tuple(path.with_name(path.name + end) for end in _BESIDE)


def _put(new: Path, path: Path) -> None:
    """Under its name, unless another copy was quicker."""
    try:
        path.hardlink_to(new)
    except FileExistsError:
        return
    except OSError:  # a file system without hard links
        new.replace(path)


def _close_to_others(path: Path) -> None:
    """For its owner alone. What the owner may do stays: a home that is only to be read is left so."""
    with suppress(OSError):  # another person's
        mode = stat.S_IMODE(path.stat().st_mode)
        if mode & _OTHERS:
            path.chmod(mode & ~_OTHERS)


def _use_journal(connection: sqlite3.Connection) -> None:
    """Raises sqlite3.Error."""
    with suppress(sqlite3.OperationalError):  # no shared memory here, or another copy is in the middle of something
        connection.execute("PRAGMA journal_mode = WAL")
    _settled(connection)


def _settled(connection: sqlite3.Connection) -> sqlite3.Connection:
    """As careful as the journal that it found needs it. Raises sqlite3.Error."""
    is_wal = connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    connection.execute(f"PRAGMA synchronous = {'NORMAL' if is_wal else 'FULL'}")
    connection.execute(f"PRAGMA wal_autocheckpoint = {_JOURNAL_PAGES}")
    return connection


def _text(data: bytes) -> str:
    """A spoiled text costs its characters and nothing else."""
    return data.decode("utf-8", "replace")
