"""There is always a whole file: a new one where there was none, and a broken one is set aside with those beside it."""

import random
import sqlite3
import stat
from contextlib import closing
from pathlib import Path

import pytest

from mktgui.domain.history_port import HistoryError, HistoryTrouble
from mktgui.storage.history_file import HistoryFile, Ready
from mktgui.storage.history_schema import VERSION
from tests.storage.hard_times import ordinary_folder, room_for

Trouble = HistoryTrouble


@pytest.fixture
def file(tmp_path: Path) -> HistoryFile:
    return HistoryFile(tmp_path / "data" / "history" / "history.sqlite", busy_seconds=0.2)


def opened(file: HistoryFile) -> Ready:
    """Opened and shut again."""
    ready = file.open()
    ready.connection.close()
    return ready


def filled(file: HistoryFile, facts: int = 400) -> bytes:
    """Something in it, on several pages; gives the file."""
    with closing(file.open().connection) as connection:
        connection.execute("BEGIN")
        for number in range(facts):
            connection.execute("INSERT INTO fact VALUES (?, ?)", (f"{number:050}", "x" * 200))
        connection.execute("COMMIT")
    return file.path.read_bytes()


def facts(file: HistoryFile) -> int:
    with closing(file.connect()) as connection:
        return int(connection.execute("SELECT count(*) FROM fact").fetchone()[0])


def mode_of(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_a_new_file_is_for_its_owner_alone_and_its_journal_too(file: HistoryFile) -> None:
    ready = file.open()
    ready.connection.execute("INSERT INTO fact VALUES ('a', 'b')")
    assert (ready.problem, ready.identity) == (None, file.identity())
    assert mode_of(file.path.parent) == 0o700
    names = {path.name: mode_of(path) for path in file.path.parent.iterdir()}
    assert names == dict.fromkeys(["history.lock", "history.sqlite", "history.sqlite-shm", "history.sqlite-wal"], 0o600)
    ready.connection.close()
    assert {path.name for path in file.path.parent.iterdir()} == {"history.lock", "history.sqlite"}


def test_what_was_open_to_others_is_shut(file: HistoryFile) -> None:
    opened(file)
    file.path.chmod(0o644)
    file.path.parent.chmod(0o755)
    opened(file)
    assert (mode_of(file.path), mode_of(file.path.parent)) == (0o600, 0o700)


def test_the_journal_is_wal_which_needs_no_waiting_for_the_disk(file: HistoryFile) -> None:
    connection = file.open().connection
    assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    for one in (connection, file.connect()):
        pragmas = {name: one.execute(f"PRAGMA {name}").fetchone()[0] for name in ("synchronous", "foreign_keys")}
        assert pragmas == {"synchronous": 1, "foreign_keys": 1}
        assert one.execute("PRAGMA secure_delete").fetchone() == (1,)
        one.close()


def test_where_wal_is_refused_every_step_waits_for_the_disk(file: HistoryFile) -> None:
    opened(file)
    with closing(sqlite3.connect(file.path, isolation_level=None)) as holder:
        holder.execute("PRAGMA journal_mode = DELETE")
        holder.execute("BEGIN")
        holder.execute("SELECT * FROM fact").fetchall()  # as long as somebody reads, the journal cannot be another
        connection = file.open().connection
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("delete",)
        assert connection.execute("PRAGMA synchronous").fetchone() == (2,)
        connection.close()


def test_what_is_there_stays(file: HistoryFile) -> None:
    filled(file, 3)
    assert opened(file).problem is None
    assert facts(file) == 3


def broken(file: HistoryFile, kept: bytes | None) -> None:
    """It is told as broken and set aside as it was, and a new one is there."""
    problem = opened(file).problem
    assert problem is not None
    assert problem.trouble is Trouble.BROKEN
    assert problem.detail
    aside = Path(problem.kept)
    assert aside.name.startswith("history.broken-")
    if kept is not None:
        assert aside.read_bytes() == kept
    assert facts(file) == 0
    assert opened(file).problem is None


@pytest.mark.parametrize(
    "content", [b"", b"\0" * 8192, b"no database at all " * 500, b"SQLite format 3\0" + b"\xff" * 5000]
)
def test_what_is_no_history_is_set_aside(file: HistoryFile, content: bytes) -> None:
    file.path.parent.mkdir(parents=True)
    file.path.write_bytes(content)
    broken(file, content)


def test_random_bytes_in_any_page_are_found(file: HistoryFile) -> None:
    whole, luck = filled(file), random.Random(7)  # noqa: S311 - the same each time
    pages = len(whole) // 4096
    assert pages > 25
    for page in range(pages):
        spoiled = bytearray(whole)
        spoiled[page * 4096 : (page + 1) * 4096] = luck.randbytes(4096)
        file.path.write_bytes(spoiled)
        broken(file, bytes(spoiled))


@pytest.mark.parametrize("part", [0.1, 0.5, 0.9])
def test_a_file_that_was_cut_is_set_aside(file: HistoryFile, part: float) -> None:
    whole = filled(file)
    cut = whole[: int(len(whole) * part)]
    file.path.write_bytes(cut)
    broken(file, cut)


def test_a_folder_in_its_place_is_set_aside(file: HistoryFile) -> None:
    file.path.mkdir(parents=True)
    (file.path / "a.txt").write_text("mine")
    broken(file, None)
    assert (file.path.with_name("history.broken-1.sqlite") / "a.txt").read_text() == "mine"
    file.remove_set_aside()
    assert (file.path.with_name("history.broken-1.sqlite") / "a.txt").exists()


def test_a_link_to_nowhere_is_set_aside(file: HistoryFile, tmp_path: Path) -> None:
    file.path.parent.mkdir(parents=True)
    file.path.symlink_to(tmp_path / "nowhere")
    broken(file, None)


def test_another_database_is_set_aside(file: HistoryFile) -> None:
    file.path.parent.mkdir(parents=True)
    with closing(sqlite3.connect(file.path)) as connection:
        connection.executescript("CREATE TABLE bookmarks (url); PRAGMA user_version = 1")
    broken(file, file.path.read_bytes())


def test_the_journal_goes_with_its_file_and_each_under_a_new_name(file: HistoryFile) -> None:
    for number in (1, 2):
        file.path.parent.mkdir(parents=True, exist_ok=True)
        file.path.write_bytes(b"x" * 5000)
        file.path.with_name("history.sqlite-wal").write_bytes(b"wal%d" % number)
        problem = opened(file).problem
        assert problem is not None
        assert Path(problem.kept).name == f"history.broken-{number}.sqlite"
        assert Path(problem.kept + "-wal").read_bytes() == b"wal%d" % number
    file.remove_set_aside()
    assert list(file.path.parent.glob("history.broken-*")) == []
    assert file.path.exists()


def test_a_journal_without_its_file_is_not_played_into_a_new_one(file: HistoryFile) -> None:
    filled(file, 3)
    with closing(sqlite3.connect(file.path)) as holder:
        holder.execute("INSERT INTO fact VALUES ('z', 'z')")
        holder.commit()
        left = file.path.with_name("history.sqlite-wal").read_bytes()
        file.path.unlink()
    file.path.with_name("history.sqlite-wal").write_bytes(left)
    problem = opened(file).problem
    assert problem is not None
    assert Path(problem.kept + "-wal").read_bytes() == left
    assert facts(file) == 0


def test_a_broken_file_that_cannot_be_moved_is_told() -> None:
    with ordinary_folder() as folder:
        file = HistoryFile(folder / "history" / "history.sqlite")
        file.path.parent.mkdir(0o700)
        file.path.write_bytes(b"x" * 5000)
        (folder / "history").chmod(0o500)
        with pytest.raises(HistoryError) as caught:
            file.open()
        problem = caught.value.problem
        assert (problem.trouble, problem.kept) == (Trouble.BROKEN, "")
        assert "PermissionError" in problem.detail
        (folder / "history").chmod(0o700)


def test_a_newer_file_is_left_as_it_is(file: HistoryFile) -> None:
    filled(file, 3)
    with closing(sqlite3.connect(file.path)) as connection:
        connection.execute(f"PRAGMA user_version = {VERSION + 1}")
    content, when = file.path.read_bytes(), file.path.stat().st_mtime_ns
    with pytest.raises(HistoryError) as caught:
        file.open()
    problem = caught.value.problem
    assert (problem.trouble, problem.kept) == (Trouble.NEWER, str(file.path))
    assert (file.path.read_bytes(), file.path.stat().st_mtime_ns) == (content, when)


def test_another_copy_that_was_quicker_to_set_it_aside_is_enough(file: HistoryFile) -> None:
    opened(file)
    seen = file.identity()
    assert Path(file.set_aside(seen) or "").exists()
    assert file.identity() is None
    opened(file)
    assert file.set_aside(seen) is None
    assert file.path.exists()


def test_half_made_files_are_swept_away(file: HistoryFile) -> None:
    file.path.parent.mkdir(parents=True)
    (file.path.parent / ".history-abc.new").write_bytes(b"half")
    opened(file)
    assert {path.name for path in file.path.parent.iterdir()} == {"history.lock", "history.sqlite"}


def test_two_copies_that_make_it_at_once_make_one(file: HistoryFile, monkeypatch: pytest.MonkeyPatch) -> None:
    first = HistoryFile(file.path, busy_seconds=0.05)

    def quicker() -> None:
        monkeypatch.undo()
        filled(first, 2)

    monkeypatch.setattr(file, "_sweep", quicker)  # the moment before it makes its own
    assert opened(file).problem is None
    assert facts(file) == 2


def test_a_home_that_can_only_be_read_is_told_and_can_be_read() -> None:
    with ordinary_folder() as folder:
        file = HistoryFile(folder / "history" / "history.sqlite")
        filled(file, 3)
        file.path.chmod(0o400)
        file.path.with_name("history.lock").unlink()
        folder.joinpath("history").chmod(0o500)
        folder.chmod(0o500)
        with pytest.raises(HistoryError) as caught:
            file.open()
        assert caught.value.problem.trouble is Trouble.UNWRITABLE
        with closing(file.connect(still=True)) as connection:
            assert connection.execute("SELECT count(*) FROM fact").fetchone() == (3,)
        folder.chmod(0o700)
        folder.joinpath("history").chmod(0o700)


def test_a_full_disk_is_told_and_nothing_half_is_left(file: HistoryFile) -> None:
    with room_for(5000), pytest.raises(HistoryError) as caught:
        file.open()
    assert caught.value.problem.trouble in {Trouble.UNWRITABLE, Trouble.FULL}
    assert {path.name for path in file.path.parent.iterdir()} == {"history.lock"}
    assert opened(file).problem is None


def test_a_file_that_another_copy_holds_is_busy(file: HistoryFile) -> None:
    opened(file)
    with closing(sqlite3.connect(file.path, isolation_level=None)) as holder:
        holder.execute("BEGIN IMMEDIATE")
        with pytest.raises(HistoryError) as caught:
            file.open()
        assert caught.value.problem.trouble is Trouble.BUSY


def test_there_is_nothing_to_connect_to_where_no_file_is(file: HistoryFile) -> None:
    with pytest.raises(HistoryError) as caught:
        file.connect()
    assert caught.value.problem.trouble is Trouble.UNWRITABLE


def test_a_spoiled_text_costs_its_characters_only(file: HistoryFile) -> None:
    with closing(file.open().connection) as connection:
        connection.execute("INSERT INTO fact VALUES ('a', CAST(x'41ff42' AS TEXT))")
        assert connection.execute("SELECT value FROM fact").fetchone() == ("A\ufffdB",)
