"""The connections of the history: one writes and one reads, each behind a lock, so that no search stands before a call.

A file that is found broken, by whomever, is set aside here. A file that another copy of the program has set aside, or
that a person has moved away, is noticed before the next use.
"""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from datetime import UTC, datetime, timedelta
from functools import partial
from threading import Event, Lock

from mktgui.domain.history import State
from mktgui.domain.history_port import HistoryError, HistoryProblem, HistoryTrouble, Opened
from mktgui.storage.history_file import HistoryFile, Identity, Ready
from mktgui.storage.history_index import Index
from mktgui.storage.history_rows import milliseconds
from mktgui.storage.history_runs import Run
from mktgui.storage.history_schema import Done, in_one_step, is_whole
from mktgui.storage.history_trouble import is_index_broken, trouble_of

Tell = Callable[[HistoryProblem], None]
Act = Callable[[sqlite3.Connection], Done]

ENDING_MILLISECONDS = 500  # how long the end of the program waits for another copy
PAUSE = 0.005  # seconds between two steps of something long
TRIES = 3  # each waits for others as long as any use of the file
LONGEST_CALL = timedelta(days=1)  # where a run cannot be asked whether it is alive: no call takes that long

_OPEN_CALLS = "SELECT DISTINCT run FROM call WHERE state = 'under-way'"
_LOST_CALLS = "SELECT id FROM call WHERE state = 'under-way' AND (run = ? OR began < ?)"
_UNKNOWN = "UPDATE call SET state = ?, failed = 1 WHERE id = ?"


class Access:
    """For worker threads, any number at once. Raises HistoryError where nothing else is said."""

    def __init__(self, file: HistoryFile, index: Index, tell: Tell) -> None:
        self._file, self._index, self._tell = file, index, tell
        self.run = Run(file.path.parent)
        self._write_lock, self._read_lock = Lock(), Lock()
        self._ready: Ready | None = None
        self._reader: tuple[sqlite3.Connection, Identity | None] | None = None
        self._is_still = False  # whether it was opened for a place where nothing can be written
        self._readers = 0  # opened so far
        self._unknown = 0
        self._closed = False
        self._pause = Event()  # never set

    def open(self) -> Opened:
        """Make ready. Never raises."""
        try:
            with self._write_lock:
                ready = self._prepared(aloud=False)
                unknown, self._unknown = self._unknown, 0
        except HistoryError as error:
            return Opened(records=False, readable=self._is_readable(), problem=error.problem)
        return Opened(records=True, readable=True, unknown=unknown, problem=ready.problem)

    def write(self, act: Act[Done], *, again: bool = False) -> Done:
        """Do it, all or nothing. `again`: also in a new file, where this one turns out to be broken."""
        with self._write_lock:
            try:
                return self._step(act)
            except sqlite3.Error as error:
                only_index = is_index_broken(error)
                if not self._mend(error) or not (again or only_index):
                    raise self._file.error(error) from None
            try:
                return self._step(act)
            except sqlite3.Error as error:
                raise self._file.error(error) from None

    def patiently(self, act: Act[Done]) -> Done:
        """One of many steps: whoever waits for the file meanwhile gets it before the next."""
        done = self.write(act)
        self._pause.wait(PAUSE)
        return done

    def empty_journal(self) -> bool:
        """Take all of the journal into the file and cut it, so that nothing old is left in it; whether that was done.

        Another copy of the program that reads for long can keep it from being done.
        """
        for _ in range(TRIES):
            with self._read_lock, self._write_lock:
                connection = self._prepared().connection
                busy, *_ = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
            if not busy:
                return True
            self._pause.wait(PAUSE)
        return False

    def ease(self) -> None:
        """What would otherwise be done while a call waits: join parts of the index, take the journal into the file."""
        with suppress(HistoryError, sqlite3.Error), closing(self._file.connect()) as connection:
            in_one_step(connection, self._index.merge_a_little)
            connection.execute("PRAGMA wal_checkpoint(PASSIVE)")

    def read(self, act: Act[Done]) -> Done:
        """Look at what is there."""
        with self._read_lock:
            try:
                return act(self._reading())
            except sqlite3.Error as error:
                wrong = error
            if not is_index_broken(wrong):
                self._give_up(wrong)
                raise self._file.error(wrong) from None
        with self._write_lock:
            self._mend(wrong)
        with self._read_lock:
            try:
                return act(self._reading())
            except sqlite3.Error as error:
                raise self._file.error(error) from None

    def stamp(self) -> int:
        """Another number once anybody may have written. SQLite counts what others wrote since a connection began."""

        def look(connection: sqlite3.Connection) -> int:
            version = int(connection.execute("PRAGMA data_version").fetchone()[0])
            return (self._readers << 32) + version

        return self.read(look)

    @contextmanager
    def apart(self) -> Iterator[sqlite3.Connection]:
        """A connection for something long that only reads: it sees everything as it is now."""
        self.read(lambda _connection: None)
        with closing(self._file.connect(still=self._ready is None)) as connection:
            try:
                connection.execute("BEGIN")
                yield connection
            except sqlite3.Error as error:
                raise self._file.error(error) from None

    def check(self) -> HistoryProblem | None:
        """Look at the whole file; None where it is whole."""
        with self._write_lock:
            identity = self._prepared().identity
        with closing(self._file.connect()) as connection:
            try:
                wrong = is_whole(connection)
            except sqlite3.Error as error:
                if trouble_of(error) is not HistoryTrouble.BROKEN:
                    raise self._file.error(error) from None
                wrong = str(error)
        return self._set_aside(identity, wrong) if wrong else None

    def close(self) -> None:
        """Let go. Never raises; safe twice."""
        with self._write_lock:
            self._closed = True
            if self._ready is not None:
                connection = self._ready.connection
                with suppress(sqlite3.Error):
                    connection.execute(f"PRAGMA busy_timeout = {ENDING_MILLISECONDS}")
                    in_one_step(connection, partial(self._lose, runs=[self.run.name]))
            self._let_go()
            self.run.let_go()
        with self._read_lock:
            self._stop_reading()

    def _step(self, act: Act[Done]) -> Done:
        return in_one_step(self._writing().connection, act)

    def _prepared(self, *, aloud: bool = True) -> Ready:
        """The connection that writes. Raises HistoryError."""
        try:
            return self._writing(aloud=aloud)
        except sqlite3.Error as error:
            raise self._file.error(error) from None

    def _writing(self, *, aloud: bool = True) -> Ready:
        """The connection that writes, opened where it is not. Raises HistoryError, sqlite3.Error."""
        if self._closed:
            raise HistoryError(HistoryProblem(HistoryTrouble.CLOSED, detail="the history is closed"))
        if self._ready is not None and self._file.identity() == self._ready.identity:
            return self._ready
        self._let_go()
        ready = self._file.open()
        if aloud and ready.problem is not None:
            self._tell(ready.problem)
        try:
            with suppress(OSError):  # a place without locks: see LONGEST_CALL
                self.run.hold()
            self._index.prepare(ready.connection)
            self._find_lost(ready.connection)
        except sqlite3.Error:
            ready.connection.close()
            raise
        self._ready = ready
        return ready

    def _reading(self) -> sqlite3.Connection:
        """The connection that reads. Raises HistoryError.

        One for a place where nothing can be written sees nothing new, so it only serves as long as that is so.
        """
        if self._reader is not None and self._reader[1] == self._file.identity() and not self._closed:
            if not self._is_still:
                return self._reader[0]
            with suppress(HistoryError), self._write_lock:
                self._prepared()
                self._is_still = False
            if self._is_still:
                return self._reader[0]
        self._stop_reading()
        still = False
        with self._write_lock:
            try:
                self._prepared()
            except HistoryError as error:
                still = error.problem.trouble in {HistoryTrouble.UNWRITABLE, HistoryTrouble.FULL}
                if not still:
                    raise
        identity = self._file.identity()
        connection = self._file.connect(still=still)
        self._reader, self._is_still = (connection, identity), still
        self._readers += 1
        return connection

    def _is_readable(self) -> bool:
        with suppress(HistoryError):
            return self.read(lambda connection: connection.execute("SELECT 1 FROM call LIMIT 1").fetchall()) is not None
        return False

    def _mend(self, error: sqlite3.Error) -> bool:
        """Behind the lock of the connection that writes: whether it is worth another try."""
        if self._ready is None:
            return False
        connection, identity = self._ready.connection, self._ready.identity
        if is_index_broken(error):
            with suppress(sqlite3.Error):
                in_one_step(connection, self._index.empty)
                return True
        if trouble_of(error) is not HistoryTrouble.BROKEN:
            return False
        self._let_go()
        problem = self._set_aside(identity, str(error))
        return problem is None or problem.kept != ""

    def _give_up(self, error: sqlite3.Error) -> None:
        """Behind the lock of the connection that reads."""
        if trouble_of(error) is HistoryTrouble.BROKEN and self._reader is not None:
            identity = self._reader[1]
            self._stop_reading()
            self._set_aside(identity, str(error))

    def _set_aside(self, identity: Identity | None, detail: str) -> HistoryProblem | None:
        """Take a broken file away and tell; None where another copy has done so, who tells.

        The connection that writes notices by itself that its file is gone.
        """
        try:
            kept = self._file.set_aside(identity)
        except OSError as error:
            kept, detail = "", f"{detail}; {type(error).__name__}: {error}"
        if kept is None:
            return None
        problem = HistoryProblem(HistoryTrouble.BROKEN, kept, detail)
        self._tell(problem)
        return problem

    def _find_lost(self, connection: sqlite3.Connection) -> None:
        """What was under way in a run that is no more: nobody will say how it ended."""
        runs = [str(run) for (run,) in connection.execute(_OPEN_CALLS)]
        dead = [run for run in runs if not self.run.is_alive(run)]
        if runs:
            in_one_step(connection, partial(self._lose, runs=dead))

    def _lose(self, connection: sqlite3.Connection, runs: list[str]) -> None:
        oldest = milliseconds(datetime.now(UTC) - LONGEST_CALL)
        for run in runs or [""]:
            for (row_id,) in connection.execute(_LOST_CALLS, (run, oldest)).fetchall():
                with self._index.changing(connection, row_id):
                    connection.execute(_UNKNOWN, (State.OUTCOME_UNKNOWN.value, row_id))
                self._unknown += 1

    def _let_go(self) -> None:
        if self._ready is not None:
            self._ready.connection.close()
            self._ready = None

    def _stop_reading(self) -> None:
        if self._reader is not None:
            self._reader[0].close()
            self._reader = None
