"""Keeps the search index in step with the calls. Where it is missing or spoiled, search reads the texts themselves.

The fact `index` says what it knows: `whole` every call, `stale` none, and `stale M L` the calls below row M and above
row L, while it is made anew. A call that it does not know must not be taken out of it: FTS5 would call it malformed.
"""

import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial

from mktgui.storage.history_rows import FAILED_NOW, WRITTEN_NOW
from mktgui.storage.history_schema import Write, in_one_step
from mktgui.storage.history_texts import see_to_text
from mktgui.storage.history_words import searchable, tag, tokens

BATCH = 100  # calls that are indexed, or forgotten, at a time: a call that comes in between waits for some 30 ms

_LITTLE = 64  # pages that are merged in between
_STEP = 100  # pages of the index that are merged at a time
_MAKE = """CREATE VIRTUAL TABLE IF NOT EXISTS grams
    USING fts5 (tokens, content = '', columnsize = 0, detail = none, tokenize = 'ascii')"""
_ROW = f"""SELECT c.profile_id, c.environment, c.kind, {WRITTEN_NOW}, {FAILED_NOW}, c.pinned, w.said, w.added
    FROM call c JOIN words w ON w.id = c.id WHERE c.id = ?"""  # noqa: S608 - our own columns
_WHOLE, _STALE = "whole", "stale"
# What the list says of a call that a look has settled, in both languages: people look for what they see there.
_SETTLED = {
    "yes": "Written (re-read) 已写入（重新读取后得知）",
    "no": "Not written (re-read) 未写入（重新读取后得知）",
}
_SET_STATE = (
    "INSERT INTO fact (name, value) VALUES ('index', ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value"
)


def has_fts5(connection: sqlite3.Connection) -> bool:
    """Whether this SQLite was built with it."""
    return connection.execute("SELECT 1 FROM pragma_module_list WHERE name = 'fts5'").fetchone() is not None


class Index:
    """The table `grams`. Raises sqlite3.Error; methods that take a connection are part of a step of the caller's."""

    def __init__(self, available: Callable[[sqlite3.Connection], bool] = has_fts5) -> None:
        self._available = available

    def prepare(self, connection: sqlite3.Connection) -> None:
        """When the file is opened. What an SQLite without FTS5 writes, the index knows nothing of."""
        if not self._available(connection):
            if _state(connection) not in {"", _STALE}:
                connection.execute(_SET_STATE, (_STALE,))
            return
        if connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'grams'").fetchone() is None:
            in_one_step(connection, self._make)

    def is_usable(self, connection: sqlite3.Connection) -> bool:
        """Whether it knows every call."""
        return self._available(connection) and _state(connection) == _WHOLE

    @contextmanager
    def changing(self, connection: sqlite3.Connection, row_id: int) -> Iterator[None]:
        """Around a change of a call: takes it out as it was, and puts it in as it is."""
        self.take_out(connection, row_id)
        yield
        self.put_in(connection, row_id)

    def put_in(self, connection: sqlite3.Connection, row_id: int) -> None:
        """A call that is new in the tables, or that has changed. Not where it will come in with all others."""
        see_to_text(connection, row_id)
        if _knows(connection, row_id):
            self._insert(connection, row_id)

    def take_out(self, connection: sqlite3.Connection, row_id: int) -> None:
        """A call that will change, or go."""
        found = self._tokens(connection, row_id) if _knows(connection, row_id) else ""
        if found:
            connection.execute("INSERT INTO grams (grams, rowid, tokens) VALUES ('delete', ?, ?)", (row_id, found))

    def empty(self, connection: sqlite3.Connection) -> None:
        """Throw it away, also where it is spoiled. Until it is rebuilt it takes nothing in, and search reads texts."""
        connection.execute(_SET_STATE, (_STALE,))
        if self._available(connection):
            connection.execute("DROP TABLE IF EXISTS grams")
            self._make_table(connection)

    def rebuild(self, write: Write) -> None:
        """Make it anew where it does not know every call, a batch at a time, so that calls can be kept in between.

        Where another copy of the program throws it away meanwhile, that one goes on with it.
        """
        if write(self._is_right):
            return
        last = write(self._begin)
        for start in range(0, last + 1, BATCH):
            if not write(partial(self._put_in_all, start=start, last=last)):
                return
            write(self.merge_a_little)
        write(partial(_call_whole, last=last))

    def merge_a_little(self, connection: sqlite3.Connection) -> None:
        """Join some parts of the index: each call leaves one, and FTS5 by itself would join them while a call waits."""
        if self._available(connection):
            connection.execute("INSERT INTO grams (grams, rank) VALUES ('merge', ?)", (_LITTLE,))

    def merge(self, write: Write) -> None:
        """Take what was taken out really out: until then shreds of it lie in older parts of the index."""
        pages = -_STEP  # all parts shall become one; after that, what is left to do of it
        while write(partial(self._merge, pages=pages)):
            pages = _STEP

    def _merge(self, connection: sqlite3.Connection, pages: int) -> bool:
        """Whether there is more to do."""
        if not self._available(connection):
            return False
        before = connection.total_changes
        connection.execute("INSERT INTO grams (grams, rank) VALUES ('merge', ?)", (pages,))
        return connection.total_changes - before > 1  # one is SQLite's own sign that there was nothing to do

    def _is_right(self, connection: sqlite3.Connection) -> bool:
        return not self._available(connection) or _state(connection) == _WHOLE

    def _begin(self, connection: sqlite3.Connection) -> int:
        """Empty, and to know every call from now on but those up to the one that is given back."""
        self.empty(connection)
        last = last_row(connection)
        connection.execute(_SET_STATE, (_progress(0, last),))
        return last

    def _make(self, connection: sqlite3.Connection) -> None:
        self._make_table(connection)
        if connection.execute("SELECT 1 FROM call LIMIT 1").fetchone() is None:
            connection.execute(_SET_STATE, (_WHOLE,))

    def _make_table(self, connection: sqlite3.Connection) -> None:
        connection.execute(_MAKE)
        connection.execute("INSERT INTO grams (grams, rank) VALUES ('automerge', 0)")  # see `merge_a_little`

    def _put_in_all(self, connection: sqlite3.Connection, *, start: int, last: int) -> bool:
        """The next batch; whether nobody has thrown it all away."""
        if _state(connection) != _progress(start, last):
            return False
        end = min(start + BATCH, last + 1)
        for (row_id,) in connection.execute("SELECT id FROM call WHERE id >= ? AND id < ?", (start, end)).fetchall():
            see_to_text(connection, row_id)
            self._insert(connection, row_id)
        connection.execute(_SET_STATE, (_progress(end, last),))
        return True

    def _insert(self, connection: sqlite3.Connection, row_id: int) -> None:
        found = self._tokens(connection, row_id)
        if found:
            connection.execute("INSERT INTO grams (rowid, tokens) VALUES (?, ?)", (row_id, found))

    def _tokens(self, connection: sqlite3.Connection, row_id: int) -> str:
        row = connection.execute(_ROW, (row_id,)).fetchone() if self._available(connection) else None
        if row is None:
            return ""
        *facts, said, added = row
        names = ("profile", "environment", "kind", "written", "failed", "pinned")
        return tokens((said, added), tags_of(dict(zip(names, facts, strict=True))))


def _state(connection: sqlite3.Connection) -> str:
    row = connection.execute("SELECT value FROM fact WHERE name = 'index'").fetchone()
    return str(row[0]) if row else ""


def _progress(below: int, last: int) -> str:
    return f"{_STALE} {below} {last}"


def _knows(connection: sqlite3.Connection, row_id: int) -> bool:
    """Whether this call is in it, or comes in by itself."""
    state = _state(connection)
    if not state.startswith(f"{_STALE} "):
        return state == _WHOLE
    _stale, below, last = state.split()
    return row_id < int(below) or row_id > int(last)


def _call_whole(connection: sqlite3.Connection, *, last: int) -> None:
    if _state(connection) == _progress(last + 1, last):
        connection.execute(_SET_STATE, (_WHOLE,))


def last_row(connection: sqlite3.Connection) -> int:
    """The row of the newest call, 0 where there is none."""
    return int(connection.execute("SELECT coalesce(max(id), 0) FROM call").fetchone()[0])


def tags_of(facts: Mapping[str, object]) -> tuple[str, ...]:
    """A tag for each thing that is given: profile, environment, kind, written, failed, pinned."""
    return tuple(tag(name, str(fact)) for name, fact in facts.items() if fact not in {None, ""})


def added_of(note: str, ticket: str, settled: str = "") -> str:
    """The searchable text of what was added to a call: by a person, and by a later look at the lead."""
    return searchable((note, ticket, _SETTLED.get(settled, "")))
