"""A file is brought up to date in one step, and a broken one does not look whole."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from mktgui.storage.history_schema import (
    APPLICATION,
    MIGRATIONS,
    VERSION,
    in_one_step,
    is_whole,
    look_current,
    looks_whole,
    migrate,
    version_of,
)

NEXT = (*MIGRATIONS, ("ALTER TABLE call ADD COLUMN colour TEXT NOT NULL DEFAULT 'red'",))


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(tmp_path / "a.sqlite", isolation_level=None)) as connection:
        yield connection


def add_call(connection: sqlite3.Connection, key: str = "a") -> None:
    names = ("run", "state", "at", "profile_id", "profile_name", "environment", "transport", "kind", "written")
    marks = ", ".join("''" for _ in names)
    statement = f"INSERT INTO call (key, began, has_values, {', '.join(names)}) VALUES (?, 1, 1, {marks})"  # noqa: S608
    connection.execute(statement, (key,))


def test_a_new_file_gets_every_table_and_looks_whole(connection: sqlite3.Connection) -> None:
    assert version_of(connection) == 0
    migrate(connection)
    assert version_of(connection) == VERSION == 3
    assert (looks_whole(connection), is_whole(connection)) == ("", "")


def test_an_older_file_keeps_its_calls(connection: sqlite3.Connection) -> None:
    migrate(connection)
    add_call(connection)
    migrate(connection, NEXT)
    migrate(connection, NEXT)
    assert version_of(connection) == len(NEXT)
    assert connection.execute("SELECT key, colour FROM call").fetchall() == [("a", "red")]


def test_a_step_that_fails_leaves_the_file_as_it_was(connection: sqlite3.Connection) -> None:
    migrate(connection)
    add_call(connection)
    with pytest.raises(sqlite3.OperationalError):
        migrate(connection, (*NEXT, ("CREATE TABLE call (id)",)))
    assert version_of(connection) == VERSION
    assert looks_whole(connection) == ""
    assert connection.execute("SELECT key FROM call").fetchall() == [("a",)]


def test_a_newer_file_is_left_alone(connection: sqlite3.Connection) -> None:
    migrate(connection, NEXT)
    migrate(connection)
    assert version_of(connection) == len(NEXT)


@pytest.mark.parametrize("version", range(1, VERSION))
def test_a_file_of_each_older_version_opens_with_its_calls(connection: sqlite3.Connection, version: int) -> None:
    migrate(connection, MIGRATIONS[:version])
    add_call(connection)
    migrate(connection)
    assert version_of(connection) == VERSION
    assert looks_whole(connection) == ""
    assert connection.execute("SELECT key, settled, settled_at, surprise FROM call").fetchall() == [("a", "", "", "")]


@pytest.mark.parametrize("version", range(1, VERSION + 1))
def test_one_that_may_only_be_read_looks_like_one_of_this_version(connection: sqlite3.Connection, version: int) -> None:
    migrate(connection, MIGRATIONS[:version])
    add_call(connection)
    look_current(connection)
    statement = "SELECT c.key, c.settled, c.settled_at, c.surprise FROM call c"
    assert connection.execute(statement).fetchall() == [("a", "", "", "")]
    assert version_of(connection) == version


def test_a_step_is_whole_or_nothing(connection: sqlite3.Connection) -> None:
    migrate(connection)

    def slip(_connection: sqlite3.Connection) -> None:
        add_call(connection)
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        in_one_step(connection, slip)
    assert connection.execute("SELECT count(*) FROM call").fetchone() == (0,)
    in_one_step(connection, add_call)
    assert connection.execute("SELECT count(*) FROM call").fetchone() == (1,)


def test_a_step_that_sqlite_has_ended_itself_is_not_ended_again(connection: sqlite3.Connection) -> None:
    migrate(connection)
    add_call(connection)
    statement = "INSERT OR ROLLBACK INTO call SELECT * FROM call"
    with pytest.raises(sqlite3.IntegrityError):
        in_one_step(connection, lambda _connection: connection.execute(statement))
    assert not connection.in_transaction


def test_what_belongs_to_a_call_goes_with_it(connection: sqlite3.Connection) -> None:
    migrate(connection)
    connection.execute("PRAGMA foreign_keys = ON")
    add_call(connection)
    connection.execute("INSERT INTO words (id, said) VALUES (1, 'a')")
    connection.execute("INSERT INTO detail (id) VALUES (1)")
    connection.execute("INSERT INTO message (id, head, sent) VALUES (1, '', '')")
    connection.execute("DELETE FROM call")
    for table in ("words", "detail", "message"):
        assert connection.execute(f"SELECT count(*) FROM {table}").fetchone() == (0,)  # noqa: S608 - our names


def test_another_database_is_not_ours(connection: sqlite3.Connection) -> None:
    connection.execute("CREATE TABLE call (id)")
    assert looks_whole(connection) == "application id 0x0"
    connection.execute(f"PRAGMA application_id = {APPLICATION}")
    assert looks_whole(connection) == "no table detail, fact, message, words"


def test_a_small_file_is_looked_through(connection: sqlite3.Connection, tmp_path: Path) -> None:
    migrate(connection)
    for number in range(300):
        add_call(connection, f"{number:0100}")
    connection.close()
    path = tmp_path / "a.sqlite"
    content = bytearray(path.read_bytes())
    for start in range(len(content) // 2, len(content), 4096):
        content[start // 4096 * 4096 : start // 4096 * 4096 + 64] = b"\xee" * 64
    path.write_bytes(content)
    with closing(sqlite3.connect(path)) as again:
        assert is_whole(again) != ""
        try:
            assert looks_whole(again) != ""
        except sqlite3.DatabaseError as error:
            assert "malformed" in str(error)  # noqa: PT017 - either way it is told
