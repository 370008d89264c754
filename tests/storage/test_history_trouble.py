"""Which of SQLite's errors means what."""

import errno
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from mktgui.domain.history_port import HistoryTrouble
from mktgui.storage.history_trouble import history_error, is_index_broken, trouble_of


def error_of(statement: str, path: Path, uri: str = "") -> sqlite3.Error:
    try:
        with closing(sqlite3.connect(uri or path, uri=bool(uri), timeout=0)) as connection:
            connection.executescript(statement)
    except sqlite3.Error as error:
        return error
    pytest.fail("nothing went wrong")


def test_a_file_that_is_no_database_is_broken(tmp_path: Path) -> None:
    path = tmp_path / "no.sqlite"
    path.write_bytes(b"no database" * 100)
    error = error_of("SELECT * FROM sqlite_master", path)
    assert trouble_of(error) is HistoryTrouble.BROKEN
    assert not is_index_broken(error)


def test_a_file_that_cannot_grow_is_full(tmp_path: Path) -> None:
    error = error_of("PRAGMA max_page_count = 1; CREATE TABLE a (b); CREATE TABLE c (d)", tmp_path / "full.sqlite")
    assert trouble_of(error) is HistoryTrouble.FULL


def test_a_file_that_may_only_be_read_is_unwritable(tmp_path: Path) -> None:
    path = tmp_path / "read.sqlite"
    error_of("CREATE TABLE a (b); wrong", path)
    error = error_of("CREATE TABLE c (d)", path, f"{path.as_uri()}?mode=ro")
    assert trouble_of(error) is HistoryTrouble.UNWRITABLE
    missing = error_of("SELECT 1", path, f"{path.as_uri()}x?mode=ro")
    assert trouble_of(missing) is HistoryTrouble.UNWRITABLE


def test_a_file_that_somebody_holds_is_busy(tmp_path: Path) -> None:
    path = tmp_path / "busy.sqlite"
    holder = sqlite3.connect(path, isolation_level=None)
    holder.execute("BEGIN EXCLUSIVE")
    assert trouble_of(error_of("BEGIN IMMEDIATE", path)) is HistoryTrouble.BUSY
    holder.close()


def test_anything_else_cannot_be_read(tmp_path: Path) -> None:
    assert trouble_of(error_of("wrong", tmp_path / "a.sqlite")) is HistoryTrouble.UNREADABLE
    assert trouble_of(sqlite3.ProgrammingError("closed")) is HistoryTrouble.UNREADABLE
    assert trouble_of(PermissionError("no")) is HistoryTrouble.UNWRITABLE


@pytest.mark.parametrize(
    ("folder", "trouble"),
    [
        ("/proc", HistoryTrouble.FULL),  # where there is never any room
        ("/tmp", HistoryTrouble.UNWRITABLE),  # noqa: S108 - where there is some
        ("/nowhere", HistoryTrouble.UNWRITABLE),
    ],
)
def test_a_file_that_cannot_be_opened_on_a_full_disk_is_full(
    tmp_path: Path, folder: str, trouble: HistoryTrouble
) -> None:
    path = tmp_path / "none.sqlite"
    missing = error_of("SELECT 1", path, f"{path.as_uri()}?mode=ro")
    assert history_error(missing, Path(folder)).problem.trouble is trouble


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EDQUOT])
def test_what_the_system_says_of_a_full_disk_is_full(number: int) -> None:
    assert trouble_of(OSError(number, "no room")) is HistoryTrouble.FULL


def test_the_error_of_the_port_says_what_sqlite_said() -> None:
    problem = history_error(OSError("no room")).problem
    assert (problem.trouble, problem.kept, problem.detail) == (HistoryTrouble.UNWRITABLE, "", "OSError: no room")
