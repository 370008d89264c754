"""Forgets calls, or what was in them, so that nothing of it is left in the file or beside it.

SQLite writes zeros over what is deleted (`secure_delete`), the index is merged until what was taken out is in none of
its parts, and the journal is emptied into the file and cut.
"""

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from datetime import datetime, timedelta
from functools import partial

from mktgui.domain.history import Retention
from mktgui.domain.history_port import HistoryError, HistoryProblem, HistoryTrouble
from mktgui.storage.history_index import BATCH, Index
from mktgui.storage.history_rows import STATUS_WORDS, milliseconds, said_of
from mktgui.storage.history_schema import in_one_step
from mktgui.storage.history_words import searchable

Find = Callable[[sqlite3.Connection], Iterable[int]]
"""The rows of the calls that are to go."""

_PAGES = 1000  # that are given back to the system at a time
_BLANK = (
    "key_kind",
    "key_value",
    "lead_id",
    "who",
    "workspace",
    "verdict",
    "note",
    "ticket",
)
_KEPT = ("at", "profile_name", "environment", "kind", "ending", "status", "failure", "fault")


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


def remove(connection: sqlite3.Connection, index: Index, ids: Iterable[int]) -> None:
    """Within a step of the caller's. Raises sqlite3.Error."""
    for row_id in ids:
        index.take_out(connection, row_id)
        connection.execute("DELETE FROM call WHERE id = ?", (row_id,))


def scrub(connection: sqlite3.Connection, index: Index) -> int:
    """All values out of all calls; gives how many had some. Within a step of the caller's; raises sqlite3.Error."""
    index.empty(connection)
    words = ", ".join(f"'{word}'" for word in sorted(STATUS_WORDS))
    blank = ", ".join(f"{name} = ''" for name in _BLANK)
    count = int(connection.execute("SELECT count(*) FROM call WHERE has_values").fetchone()[0])
    connection.execute(
        f"UPDATE call SET {blank}, gist = '[]', field_count = 0, has_values = 0,"  # noqa: S608 - our own names and words
        f" status = CASE WHEN status IN ({words}) THEN status ELSE '' END,"
        " fault = CASE WHEN length(fault) <= 5 AND fault NOT GLOB '*[^0-9]*' THEN fault ELSE '' END"
    )
    connection.execute("UPDATE detail SET fields = '[]', verdict = 'null', draft = 'null', told = ''")
    connection.execute("DELETE FROM message")
    for row_id, *row in connection.execute(f"SELECT id, {', '.join(_KEPT)} FROM call").fetchall():  # noqa: S608 - ours
        said = searchable(said_of(dict(zip(_KEPT, row, strict=True)), (), ""))
        connection.execute("UPDATE words SET said = ?, added = '' WHERE id = ?", (said, row_id))
    return count


def pack_up(connection: sqlite3.Connection, index: Index) -> None:
    """After calls were removed: no shred of them stays, and the system gets its room back. Raises sqlite3.Error."""
    index.merge(connection)
    while int(connection.execute("PRAGMA freelist_count").fetchone()[0]):
        connection.execute(f"PRAGMA incremental_vacuum({_PAGES})").fetchall()
    with suppress(HistoryError):  # somebody reads: the next time will do
        empty_journal(connection)


def write_anew(connection: sqlite3.Connection, index: Index) -> None:
    """After a scrub. Raises sqlite3.Error, HistoryError where another copy of the program holds on to the journal."""
    index.rebuild(connection)
    with suppress(sqlite3.OperationalError):  # no room for a copy: the zeros are there all the same
        connection.execute("VACUUM")
    empty_journal(connection)


def empty_journal(connection: sqlite3.Connection) -> None:
    """Raises sqlite3.Error, HistoryError where it cannot be emptied now."""
    busy, *_ = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    if busy:
        detail = "the journal still holds what was taken out, because another connection reads it"
        raise HistoryError(HistoryProblem(HistoryTrouble.BUSY, detail=detail))


def in_batches(connection: sqlite3.Connection, index: Index, find: Find) -> int:
    """Remove them a batch at a time, so that calls can be kept in between; gives how many. Raises sqlite3.Error."""
    ids = list(find(connection))
    for start in range(0, len(ids), BATCH):
        batch = ids[start : start + BATCH]
        in_one_step(connection, partial(remove, connection, index, batch))
    return len(ids)
