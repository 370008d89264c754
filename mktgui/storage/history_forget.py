"""Forgets calls, or what was in them, so that nothing of it is left in the file or beside it.

SQLite writes zeros over what is deleted (`secure_delete`), the index is merged until what was taken out is in none of
its parts, and the journal is emptied into the file and cut.
"""

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime, timedelta
from functools import partial

from mktgui.domain.history import Retention
from mktgui.storage.history_index import BATCH, Index, added_of, last_row
from mktgui.storage.history_rows import STATUS_WORDS, milliseconds
from mktgui.storage.history_schema import Write
from mktgui.storage.history_texts import put_text_anew

Find = Callable[[sqlite3.Connection], Iterable[int]]
"""The rows of the calls that are to go."""

_PAGES = 200  # that are given back to the system at a time
_THESE = "id >= ? AND id < ?"
_EMPTY = ("key_kind", "key_value", "lead_id", "who", "workspace", "verdict", "note", "ticket")
_STATUSES = ", ".join(f"'{word}'" for word in sorted(STATUS_WORDS))
_BLANKED = (
    ", ".join(f"{name} = ''" for name in _EMPTY)
    + ", gist = '[]', field_count = 0, has_values = 0"
    + f", status = CASE WHEN status IN ({_STATUSES}) THEN status ELSE '' END"
    + ", fault = CASE WHEN length(fault) <= 5 AND fault NOT GLOB '*[^0-9]*' THEN fault ELSE '' END"
)
_BLANKED_DETAIL = "fields = '[]', verdict = 'null', draft = 'null', told = ''"


def these(entry_ids: Iterable[str]) -> Find:
    """Those, except calls under way."""

    def find(connection: sqlite3.Connection) -> Iterator[int]:
        for entry_id in entry_ids:
            statement = "SELECT id FROM call WHERE key = ? AND state != 'under-way'"
            yield from (int(row_id) for (row_id,) in connection.execute(statement, (entry_id,)).fetchall())

    return find


def past(retention: Retention, now: datetime) -> Find:
    """What is too old, or one too many. Pinned calls and those under way stay, and do not count."""

    def find(connection: sqlite3.Connection) -> Iterator[int]:
        may_go = "SELECT id FROM call WHERE pinned = 0 AND state != 'under-way'"
        found: set[int] = set()
        if retention.days is not None:
            oldest = milliseconds(now - timedelta(days=retention.days))
            found.update(row_id for (row_id,) in connection.execute(f"{may_go} AND began < ?", (oldest,)))
        if retention.number is not None:
            newest = (f"{may_go} ORDER BY id DESC LIMIT -1 OFFSET ?", (retention.number,))
            found.update(row_id for (row_id,) in connection.execute(*newest))
        yield from sorted(found)

    return find


def every_one(connection: sqlite3.Connection) -> Iterator[int]:
    """All, except calls under way."""
    found = connection.execute("SELECT id FROM call WHERE state != 'under-way'").fetchall()
    yield from (int(row_id) for (row_id,) in found)


def in_batches(write: Write, index: Index, find: Find) -> int:
    """Remove them a batch at a time, so that calls can be kept in between; gives how many."""
    ids = write(lambda connection: list(find(connection)))
    for start in range(0, len(ids), BATCH):
        write(partial(_remove, index=index, ids=ids[start : start + BATCH]))
        write(index.merge_a_little)
    return len(ids)


def _remove(connection: sqlite3.Connection, index: Index, ids: Iterable[int]) -> None:
    for row_id in ids:
        index.take_out(connection, row_id)
        connection.execute("DELETE FROM call WHERE id = ?", (row_id,))


def scrub(write: Write, index: Index, *, go_on: bool = False) -> int:
    """All values out of all calls, a batch at a time; gives how many had some. Until `scrubbed` it counts as begun.

    `go_on`: only out of those calls that one was about which has begun and not ended.
    """
    write(index.empty)
    last = write(partial(_begin_scrub, go_on=go_on))
    batches = range(0, last + 1, BATCH)
    count = sum(write(partial(_scrub, index=index, start=start, end=min(start + BATCH, last + 1))) for start in batches)
    index.rebuild(write)
    return count


def scrubbed(connection: sqlite3.Connection) -> None:
    """Nothing is left of it: this run has seen to that."""
    connection.execute("DELETE FROM fact WHERE name = 'scrub'")


def is_scrub_begun(connection: sqlite3.Connection) -> bool:
    """Whether values were to be taken out, and the program ended before all of them were."""
    return connection.execute("SELECT 1 FROM fact WHERE name = 'scrub'").fetchone() is not None


def _begin_scrub(connection: sqlite3.Connection, *, go_on: bool) -> int:
    """Gives the last call that it is about: what comes later may be kept whole, and stays so after a restart."""
    begun = connection.execute("SELECT value FROM fact WHERE name = 'scrub'").fetchone() if go_on else None
    last = int(begun[0]) if begun else last_row(connection)
    connection.execute("INSERT OR REPLACE INTO fact (name, value) VALUES ('scrub', ?)", (str(last),))
    return last


def _scrub(connection: sqlite3.Connection, index: Index, start: int, end: int) -> int:
    """The index knows some of them again where another copy of the program makes it anew meanwhile."""
    these_rows = (start, end)
    ids = [row_id for (row_id,) in connection.execute(f"SELECT id FROM call WHERE {_THESE}", these_rows)]  # noqa: S608 - ours
    for row_id in ids:
        index.take_out(connection, row_id)
    had = f"SELECT count(*) FROM call WHERE has_values AND {_THESE}"  # noqa: S608 - our own names
    count = int(connection.execute(had, these_rows).fetchone()[0])
    connection.execute(f"UPDATE call SET {_BLANKED} WHERE {_THESE}", these_rows)  # noqa: S608 - our own names and words
    connection.execute(f"UPDATE detail SET {_BLANKED_DETAIL} WHERE {_THESE}", these_rows)  # noqa: S608 - ours
    connection.execute(f"DELETE FROM message WHERE {_THESE}", these_rows)  # noqa: S608 - ours
    for row_id, settled in connection.execute(f"SELECT id, settled FROM call WHERE {_THESE}", these_rows).fetchall():  # noqa: S608 - ours
        put_text_anew(connection, row_id)
        connection.execute("UPDATE words SET added = ? WHERE id = ?", (added_of("", "", settled), row_id))
        index.put_in(connection, row_id)
    return count


def pack_up(write: Write, index: Index) -> None:
    """After something was taken out: no shred of it stays in the index, and the system gets its room back."""
    index.merge(write)
    while write(_give_back):
        pass


def _give_back(connection: sqlite3.Connection) -> int:
    """How many pages are still to be given back."""
    for _ in range(_PAGES):
        connection.execute("PRAGMA incremental_vacuum(1)")  # Python does not go on to a second one
    return int(connection.execute("PRAGMA freelist_count").fetchone()[0])
