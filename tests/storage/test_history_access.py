"""The history in use: by several threads and programs at once, and with a file that breaks or goes while it is open."""

import random
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from threading import Thread

import pytest

from mktgui.domain.history import Query, State
from mktgui.domain.history_port import HistoryError, HistoryProblem, HistoryTrouble
from mktgui.storage.history_access import Access
from mktgui.storage.history_calls import Calls
from mktgui.storage.history_file import BUSY_SECONDS, HistoryFile
from mktgui.storage.history_index import Index
from mktgui.storage.history_schema import VERSION, is_whole
from mktgui.storage.history_search import search
from tests.storage.hard_times import ordinary_folder, room_for
from tests.storage.history_child import KEPT
from tests.storage.history_kills import kill, look, start
from tests.storage.past_calls import begun, ended

Trouble = HistoryTrouble


class History:
    """An access, and what it told."""

    def __init__(self, folder: Path, busy_seconds: float = 0.3) -> None:
        self.told: list[HistoryProblem] = []
        self.index = Index()
        self.file = HistoryFile(folder / "history.sqlite", busy_seconds=busy_seconds)
        self.access = Access(self.file, self.index, self.told.append)
        self.calls = Calls(self.index, self.access.run.name)

    def begin(self, call_id: str, *, again: bool = True) -> None:
        one = begun(id=call_id, at=datetime.now(UTC))

        def begin(connection: sqlite3.Connection) -> None:
            self.calls.begin(connection, one, with_values=True)
            self.calls.describe(connection, one.id)

        self.access.write(begin, again=again)

    def finish(self, call_id: str) -> None:
        one = begun(id=call_id, at=datetime.now(UTC))
        self.access.write(lambda connection: self.calls.finish(connection, one, ended(), with_values=True), again=True)

    def states(self) -> dict[str, State]:
        def look(connection: sqlite3.Connection) -> dict[str, State]:
            page = search(connection, Query(text="acme"), by_index=self.index.is_usable(connection))
            return {one.id: one.state for one in page.entries}

        return self.access.read(look)

    def spoil(self) -> bytes:
        """Write over a file that is open, as a failing disk does; gives what is there now."""
        self.access.read(lambda connection: connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone())
        content = bytearray(self.file.path.read_bytes())
        content[4096:] = random.Random(1).randbytes(len(content) - 4096)  # noqa: S311 - the same each time
        self.file.path.write_bytes(content)
        return bytes(content)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "history"


@pytest.fixture
def history(folder: Path) -> Iterator[History]:
    history = History(folder)
    yield history
    history.access.close()


@pytest.fixture
def other(folder: Path) -> Iterator[History]:
    """Another copy of the program."""
    other = History(folder)
    yield other
    other.access.close()


def test_it_opens_by_itself_and_says_how_it_stands(history: History) -> None:
    history.begin("a")
    assert history.states() == {"a": State.UNDER_WAY}
    opened = history.access.open()
    assert (opened.records, opened.readable, opened.unknown, opened.problem) == (True, True, 0, None)
    history.finish("a")
    assert history.states() == {"a": State.ENDED}


def test_what_another_copy_has_under_way_stays_so_until_it_dies(history: History, other: History) -> None:
    history.begin("a")
    assert other.access.open().unknown == 0
    assert other.states() == {"a": State.UNDER_WAY}
    history.access.close()
    history.access.close()
    assert other.states() == {"a": State.OUTCOME_UNKNOWN}


def test_a_call_of_a_killed_program_is_outcome_unknown_and_a_live_one_is_not(folder: Path, history: History) -> None:
    dead = kill(folder, "dead", 0.6)
    history.access.open()
    history.begin("alive")
    with start(folder, "busy", "3") as child:
        assert child.communicate()[0].splitlines()[-1] == "done"
    assert history.states()["alive"] is State.UNDER_WAY
    if dead.open_call:
        assert history.states()[dead.open_call] is State.OUTCOME_UNKNOWN


def test_a_call_that_nobody_can_ask_about_is_given_up_after_a_day(history: History, other: History) -> None:
    history.begin("a")
    history.access.write(lambda connection: connection.execute("UPDATE call SET began = 0"))
    assert other.access.open().unknown == 1
    assert other.states() == {"a": State.OUTCOME_UNKNOWN}
    history.finish("a")
    assert other.states() == {"a": State.ENDED}


def test_an_end_that_comes_after_all_counts(history: History, other: History) -> None:
    history.begin("a")
    history.access.close()
    other.finish("a")
    assert other.states() == {"a": State.ENDED}
    with pytest.raises(HistoryError) as caught:
        history.finish("a")
    assert caught.value.problem.trouble is Trouble.CLOSED
    with pytest.raises(HistoryError):
        history.states()


def test_killed_at_any_moment_nothing_is_lost(folder: Path) -> None:
    luck = random.Random(11)  # noqa: S311 - the same each time, as far as a machine allows
    moments = [0.1, 0.25, *(luck.uniform(0.3, 0.9) for _ in range(10))]
    killed = [kill(folder, f"run{number}", seconds) for number, seconds in enumerate(moments)]
    assert look(folder, killed[-1]) == ""
    for number in range(2):
        assert look(folder, kill(folder, f"again{number}", 0.5)) == ""


def test_two_programs_and_several_threads_at_full_speed_lose_nothing(folder: Path) -> None:
    names, calls = ("one", "two"), 60
    history = History(folder, BUSY_SECONDS)  # as long as the program waits, also on a busy machine
    history.access.open()

    def keep(name: str) -> None:
        for number in range(calls):
            history.begin(f"{name}-{number}")
            history.finish(f"{name}-{number}")
            history.states()

    threads = [Thread(target=keep, args=(name,)) for name in ("three", "four")]
    for thread in threads:
        thread.start()
    children = [start(folder, name, str(calls)) for name in names]
    for child in children:
        with child:
            said = child.communicate()[0].splitlines()
        assert said[-1] == "done"
        assert not [line for line in said if line.startswith("trouble")]
    for thread in threads:
        thread.join()
    assert len(names) * 2 * calls < KEPT

    def count(connection: sqlite3.Connection) -> list[tuple[str, int]]:
        statement = "SELECT substr(key, 1, instr(key, '-') - 1) AS name, count(*) FROM call WHERE state = 'ended'"
        return connection.execute(f"{statement} GROUP BY name ORDER BY name").fetchall()

    assert history.access.read(count) == [(name, calls) for name in ("four", "one", "three", "two")]
    history.access.close()
    with closing(history.file.connect()) as connection:
        assert is_whole(connection) == ""
        connection.execute("INSERT INTO grams (grams) VALUES ('integrity-check')")
    assert history.told == []


def test_a_file_that_breaks_is_set_aside_and_the_call_is_kept_in_a_new_one(history: History, other: History) -> None:
    for number in range(50):
        history.finish(f"old-{number}")
    other.states()
    history.begin("a")
    content = history.spoil()
    history.access._let_go()  # noqa: SLF001 - its pages are in memory: only what is read anew is seen to be broken
    history.finish("a")
    assert history.states() == {"a": State.ENDED}
    kept = history.file.path.with_name("history.broken-1.sqlite")
    assert kept.read_bytes() == content
    other.begin("b")
    assert other.states() == {"b": State.UNDER_WAY, "a": State.ENDED}
    assert not history.file.path.with_name("history.broken-2.sqlite").exists()


def broken_call(connection: sqlite3.Connection) -> None:
    """What SQLite says when it comes upon a broken page."""
    with closing(sqlite3.connect(":memory:")) as other:
        other.deserialize(b"SQLite format 3\0" + b"x" * 8000)
        other.execute("SELECT * FROM sqlite_master")


def broken_index(connection: sqlite3.Connection) -> None:
    error = sqlite3.DatabaseError("vtable")
    error.sqlite_errorcode = sqlite3.SQLITE_CORRUPT_VTAB  # as SQLite's own has it
    raise error


def test_whatever_comes_upon_a_broken_page_sets_the_file_aside(history: History) -> None:
    history.begin("a")
    for number, act in enumerate((history.access.read, history.access.patiently, history.access.write), start=1):
        with pytest.raises(HistoryError) as caught:
            act(broken_call)
        assert caught.value.problem.trouble is Trouble.BROKEN
        assert [one.trouble for one in history.told] == [Trouble.BROKEN] * number
        assert Path(history.told[-1].kept).name == f"history.broken-{number}.sqlite"
        assert history.states() == {}
        history.begin(f"{number}")


def test_what_fails_again_in_a_new_file_is_told(history: History) -> None:
    history.begin("a")
    with pytest.raises(HistoryError) as caught:
        history.access.write(broken_call, again=True)
    assert caught.value.problem.trouble is Trouble.BROKEN
    assert history.states() == {}


def test_what_another_copy_has_set_aside_is_not_told_twice(history: History, other: History) -> None:
    history.begin("a")

    def broken_by_now(connection: sqlite3.Connection) -> None:
        if connection.execute("SELECT count(*) FROM call").fetchone() == (1,):
            other.file.set_aside(other.file.identity())
            broken_call(connection)
        history.calls.begin(connection, begun(id="b", at=datetime.now(UTC)), with_values=True)
        history.calls.describe(connection, "b")

    history.access.write(broken_by_now, again=True)
    assert history.states() == {"b": State.UNDER_WAY}
    assert history.told == []


def test_a_broken_file_that_cannot_be_moved_stays_and_is_told(
    history: History, monkeypatch: pytest.MonkeyPatch
) -> None:
    history.begin("a")

    def refuse(_seen: object) -> str:
        raise PermissionError("in use")

    monkeypatch.setattr(history.file, "set_aside", refuse)  # as Windows does where another copy has it open
    with pytest.raises(HistoryError):
        history.access.write(broken_call, again=True)
    assert (history.told[0].kept, "PermissionError" in history.told[0].detail) == ("", True)


def test_a_spoiled_index_is_emptied_and_costs_no_call(history: History) -> None:
    history.finish("a")
    history.access.read(lambda connection: connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone())
    with closing(history.file.connect()) as connection:
        connection.execute("UPDATE grams_data SET block = x'ff' WHERE id > 1000")
    history.begin("b")
    assert history.states() == {"a": State.ENDED, "b": State.UNDER_WAY}
    history.index.rebuild(history.access.patiently)
    assert history.states() == {"a": State.ENDED, "b": State.UNDER_WAY}
    assert history.told == []


def test_a_search_that_comes_upon_a_spoiled_index_reads_the_texts(history: History) -> None:
    history.finish("a")
    history.access.read(lambda _connection: None)
    with closing(history.file.connect()) as connection:
        connection.execute("UPDATE grams_data SET block = x'ff' WHERE id > 1000")
    assert history.states() == {"a": State.ENDED}
    with pytest.raises(HistoryError):
        history.access.read(broken_index)


def test_the_whole_file_is_looked_at_by_and_by(history: History) -> None:
    assert history.access.check() is None
    for number in range(100):
        history.finish(f"{number}")
    content = history.spoil()
    problem = history.access.check()
    assert problem is not None
    assert (problem.trouble, history.told) == (Trouble.BROKEN, [problem])
    assert Path(problem.kept).read_bytes() == content
    history.begin("a")
    assert history.states() == {"a": State.UNDER_WAY}
    assert history.access.check() is None


def test_a_file_that_is_no_database_any_more_is_found_by_the_check(history: History) -> None:
    history.begin("a")
    history.file.path.write_bytes(b"x" * 20_000)
    problem = history.access.check()
    assert problem is not None
    assert problem.kept


def test_a_check_that_cannot_look_says_so(history: History, monkeypatch: pytest.MonkeyPatch) -> None:
    history.begin("a")

    def stop(_connection: sqlite3.Connection) -> str:
        raise sqlite3.OperationalError("interrupted")

    monkeypatch.setattr("mktgui.storage.history_access.is_whole", stop)
    with pytest.raises(HistoryError) as caught:
        history.access.check()
    assert caught.value.problem.trouble is Trouble.UNREADABLE
    assert history.told == []


def test_a_broken_file_is_told_when_it_is_opened(folder: Path, history: History) -> None:
    folder.mkdir()
    (folder / "history.sqlite").write_bytes(b"x" * 5000)
    opened = history.access.open()
    assert opened.records
    assert opened.problem is not None
    assert opened.problem.trouble is Trouble.BROKEN


def test_a_call_that_opens_a_broken_file_tells(folder: Path, history: History) -> None:
    folder.mkdir()
    (folder / "history.sqlite").write_bytes(b"x" * 5000)
    history.begin("a")
    assert [one.trouble for one in history.told] == [Trouble.BROKEN]


def test_a_file_that_a_person_takes_away_is_made_anew(history: History) -> None:
    history.begin("a")
    history.states()
    for path in history.file.path.parent.glob("history.sqlite*"):
        path.unlink()
    history.finish("a")
    assert history.states() == {"a": State.ENDED}


def test_a_newer_file_is_not_used(folder: Path, history: History, other: History) -> None:
    other.begin("a")
    other.access.close()
    with closing(sqlite3.connect(folder / "history.sqlite")) as connection:
        connection.execute(f"PRAGMA user_version = {VERSION + 1}")
    opened = history.access.open()
    assert (opened.records, opened.readable) == (False, False)
    assert opened.problem is not None
    assert opened.problem.trouble is Trouble.NEWER
    for act in (lambda: history.begin("b"), history.states, history.access.check):
        with pytest.raises(HistoryError) as caught:
            act()
        assert caught.value.problem.trouble is Trouble.NEWER


def test_a_home_that_can_only_be_read_shows_what_is_there() -> None:
    with ordinary_folder() as home:
        first = History(home / "history")
        first.finish("a")
        first.access.close()
        (home / "history" / "history.sqlite").chmod(0o400)
        (home / "history").chmod(0o500)
        history = History(home / "history")
        opened = history.access.open()
        assert (opened.records, opened.readable) == (False, True)
        assert opened.problem is not None
        assert opened.problem.trouble is Trouble.UNWRITABLE
        assert history.states() == {"a": State.ENDED}
        with history.access.apart() as connection:
            assert connection.execute("SELECT count(*) FROM call").fetchone() == (1,)
        with pytest.raises(HistoryError):
            history.begin("b")
        history.access.close()
        (home / "history").chmod(0o700)


def test_once_it_can_be_written_to_again_what_is_new_is_seen() -> None:
    with ordinary_folder() as home:
        first, path = History(home / "history"), home / "history" / "history.sqlite"
        first.finish("a")
        first.access.close()
        path.chmod(0o400)
        path.parent.chmod(0o500)
        history = History(path.parent)
        assert history.states() == history.states() == {"a": State.ENDED}
        stamp = history.access.stamp()
        assert history.access.stamp() == stamp
        path.chmod(0o600)
        path.parent.chmod(0o700)
        history.finish("b")
        assert history.states() == {"a": State.ENDED, "b": State.ENDED}
        assert history.access.stamp() != stamp
        history.access.close()


def test_a_full_disk_is_told_and_once_there_is_room_calls_are_kept_again(history: History) -> None:
    history.begin("a")
    with room_for(2000), pytest.raises(HistoryError) as caught:
        history.begin("b")
    assert caught.value.problem.trouble in {Trouble.UNWRITABLE, Trouble.FULL}
    history.finish("b")
    assert history.states() == {"a": State.UNDER_WAY, "b": State.ENDED}
    assert history.told == []


def test_a_disk_that_was_full_at_the_start_is_tried_again(history: History) -> None:
    with room_for(2000):
        opened = history.access.open()
    assert (opened.records, opened.readable) == (False, False)
    history.begin("a")
    assert history.access.open().records


def test_where_nothing_can_be_locked_calls_are_kept_all_the_same(
    history: History, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse() -> None:
        raise OSError("no locks available")

    monkeypatch.setattr(history.access.run, "hold", refuse)
    history.begin("a")
    assert history.states() == {"a": State.UNDER_WAY}


def test_what_another_copy_holds_for_too_long_is_busy(history: History) -> None:
    history.begin("a")
    with closing(sqlite3.connect(history.file.path, isolation_level=None)) as holder:
        holder.execute("BEGIN IMMEDIATE")
        with pytest.raises(HistoryError) as caught:
            history.begin("b")
        assert caught.value.problem.trouble is Trouble.BUSY
        assert history.states() == {"a": State.UNDER_WAY}
        history.access.ease()
        history.access.close()
    assert history.told == []


def test_the_journal_is_emptied_once_nobody_reads_any_more(history: History, other: History) -> None:
    history.begin("a")
    journal = history.file.path.with_name("history.sqlite-wal")
    with other.access.apart() as connection:
        connection.execute("SELECT count(*) FROM call").fetchone()
        history.begin("b")
        assert not history.access.empty_journal()
        assert journal.stat().st_size > 0
    assert history.access.empty_journal()
    assert journal.stat().st_size == 0
    assert history.states() == {"b": State.UNDER_WAY, "a": State.UNDER_WAY}


def test_something_long_sees_all_of_one_moment(history: History) -> None:
    history.begin("a")
    with history.access.apart() as connection:
        assert connection.execute("SELECT count(*) FROM call").fetchone() == (1,)
        history.begin("b")
        assert connection.execute("SELECT count(*) FROM call").fetchone() == (1,)
        with pytest.raises(HistoryError), history.access.apart() as another:
            another.execute("SELECT wrong")


def test_a_start_that_sqlite_refuses_is_told(history: History, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_connection: sqlite3.Connection) -> None:
        raise sqlite3.OperationalError("interrupted")

    monkeypatch.setattr(history.index, "prepare", refuse)
    opened = history.access.open()
    assert opened.problem is not None
    assert (opened.records, opened.readable, opened.problem.trouble) == (False, False, Trouble.UNREADABLE)


def test_the_child_says_what_it_does(folder: Path) -> None:
    with start(folder, "one", "2") as child:
        said = child.communicate()[0].splitlines()
    assert said == ["begun one-0", "ended one-0", "begun one-1", "ended one-1", "done"]
