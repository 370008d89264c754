"""The tables of the history, how a file of an older version becomes one of this, and how to tell a whole one.

| table | a row is | why it stands apart |
|---|---|---|
| call | one call, as the list shows it | read a page at a time, filtered and sorted |
| words | its searchable text: what it says, and what was added; a moment late | compared with what is typed; narrow |
| detail | its fields, verdict, draft and timings, as JSON | read for one call at a time |
| message | its request and its response, packed | large |
| grams | the index over `words`, see `history_words` | may be missing: it can be made anew |
"""

from collections.abc import Callable, Sequence
from sqlite3 import Connection
from typing import Protocol, TypeVar

Done = TypeVar("Done")

APPLICATION = 0x4D4B5447  # "MKTG": tells our file from any other database

_FIRST = (
    """CREATE TABLE call (
        id INTEGER PRIMARY KEY,
        key TEXT NOT NULL UNIQUE,
        run TEXT NOT NULL,
        state TEXT NOT NULL,
        began INTEGER NOT NULL, -- milliseconds since 1970 in UTC
        at TEXT NOT NULL, -- the same moment as it was here, ISO 8601 with offset
        profile_id TEXT NOT NULL,
        profile_name TEXT NOT NULL,
        environment TEXT NOT NULL,
        transport TEXT NOT NULL,
        kind TEXT NOT NULL,
        key_kind TEXT NOT NULL DEFAULT '',
        key_value TEXT NOT NULL DEFAULT '',
        lead_id TEXT NOT NULL DEFAULT '',
        who TEXT NOT NULL DEFAULT '',
        workspace TEXT NOT NULL DEFAULT '',
        verdict TEXT NOT NULL DEFAULT '',
        ending TEXT NOT NULL DEFAULT '',
        written TEXT NOT NULL,
        failed INTEGER NOT NULL DEFAULT 0,
        status TEXT NOT NULL DEFAULT '',
        failure TEXT NOT NULL DEFAULT '',
        fault TEXT NOT NULL DEFAULT '',
        seconds REAL,
        gist TEXT NOT NULL DEFAULT '[]',
        field_count INTEGER NOT NULL DEFAULT 0,
        note TEXT NOT NULL DEFAULT '',
        ticket TEXT NOT NULL DEFAULT '',
        pinned INTEGER NOT NULL DEFAULT 0,
        has_values INTEGER NOT NULL
    )""",
    "CREATE INDEX call_began ON call (began)",
    "CREATE INDEX call_open ON call (run) WHERE state = 'under-way'",
    """CREATE TABLE words (
        id INTEGER PRIMARY KEY REFERENCES call (id) ON DELETE CASCADE,
        said TEXT NOT NULL,
        added TEXT NOT NULL DEFAULT ''
    )""",
    """CREATE TABLE detail (
        id INTEGER PRIMARY KEY REFERENCES call (id) ON DELETE CASCADE,
        fields TEXT NOT NULL DEFAULT '[]',
        verdict TEXT NOT NULL DEFAULT 'null',
        draft TEXT NOT NULL DEFAULT 'null',
        told TEXT NOT NULL DEFAULT '',
        http_status INTEGER,
        timings TEXT NOT NULL DEFAULT '[]'
    )""",
    """CREATE TABLE message (
        id INTEGER PRIMARY KEY REFERENCES call (id) ON DELETE CASCADE,
        head TEXT NOT NULL, -- all but the bodies, as JSON
        sent BLOB NOT NULL, -- packed by zlib, whose checksum tells a spoiled one
        received BLOB
    )""",
    "CREATE TABLE fact (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
)

# What a later look at the lead has proven of a call whose outcome was unknown: yes or no, and when, in ISO 8601.
_SETTLED = (
    "ALTER TABLE call ADD COLUMN settled TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE call ADD COLUMN settled_at TEXT NOT NULL DEFAULT ''",
)

# What happened to another lead than was meant: a word of `Surprise`.
_SURPRISE = ("ALTER TABLE call ADD COLUMN surprise TEXT NOT NULL DEFAULT ''",)

MIGRATIONS: tuple[Sequence[str], ...] = (_FIRST, _SETTLED, _SURPRISE)
"""What leads from each version to the next. Never changed, only added to."""

_AS_IF = {
    1: "CREATE TEMP VIEW call AS SELECT *, '' AS settled, '' AS settled_at, '' AS surprise FROM main.call",
    2: "CREATE TEMP VIEW call AS SELECT *, '' AS surprise FROM main.call",
}
"""What a file of an older version looks like as one of this."""

VERSION = len(MIGRATIONS)

_TABLES = frozenset({"call", "words", "detail", "message", "fact"})
_SMALL = 16 * 1024 * 1024  # bytes that are looked through within some 30 ms


def version_of(connection: Connection) -> int:
    """The version of the file, 0 for one without tables. Raises sqlite3.Error."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def migrate(connection: Connection, migrations: Sequence[Sequence[str]] = MIGRATIONS) -> None:
    """Bring the file to this version, all or nothing. Raises sqlite3.Error."""
    if version_of(connection) >= len(migrations):
        return
    in_one_step(connection, lambda _connection: _migrate(connection, migrations))


def _migrate(connection: Connection, migrations: Sequence[Sequence[str]]) -> None:
    for statements in migrations[version_of(connection) :]:  # asked again: another copy may have been quicker
        for statement in statements:
            connection.execute(statement)
    connection.execute(f"PRAGMA application_id = {APPLICATION}")
    connection.execute(f"PRAGMA user_version = {len(migrations)}")


def look_current(connection: Connection) -> None:
    """Let a file of an older version that may only be read look like one of this. Raises sqlite3.Error."""
    view = _AS_IF.get(version_of(connection))
    if view is not None:
        connection.execute(view)


class Write(Protocol):
    """Does one act, all or nothing. Raises sqlite3.Error or HistoryError."""

    def __call__(self, act: Callable[[Connection], Done]) -> Done: ...


def in_one_step(connection: Connection, act: Callable[[Connection], Done]) -> Done:
    """All of it or nothing. Raises what `act` raises, and sqlite3.Error."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        done = act(connection)
        connection.execute("COMMIT")
        return done  # noqa: TRY300 - after the last thing that can fail
    except BaseException:
        if connection.in_transaction:  # SQLite has ended it by itself after some errors
            connection.execute("ROLLBACK")
        raise


def looks_whole(connection: Connection) -> str:
    """What is wrong at first sight, empty for nothing. Takes no longer with many calls; raises sqlite3.Error.

    A small file is looked through.
    """
    application = int(connection.execute("PRAGMA application_id").fetchone()[0])
    if application != APPLICATION:
        return f"application id {application:#x}"
    names = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    if not names >= _TABLES:
        return f"no table {', '.join(sorted(_TABLES - names))}"
    for table in ("call", "words", "detail", "message"):
        for end in ("ASC", "DESC"):
            connection.execute(f"SELECT id FROM {table} ORDER BY id {end} LIMIT 1").fetchone()  # noqa: S608 - our names
    pages, size = (int(connection.execute(f"PRAGMA {name}").fetchone()[0]) for name in ("page_count", "page_size"))
    return is_whole(connection) if pages * size <= _SMALL else ""


def is_whole(connection: Connection) -> str:
    """What is wrong anywhere, empty for nothing. Reads the whole file; raises sqlite3.Error."""
    found = str(connection.execute("PRAGMA integrity_check(1)").fetchone()[0])
    return "" if found == "ok" else found
