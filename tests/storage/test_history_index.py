"""The index knows every call and no call that is gone, and a missing or spoiled one is made anew."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest

from mktgui.domain.history import Query
from mktgui.storage.history_calls import Calls
from mktgui.storage.history_file import HistoryFile
from mktgui.storage.history_index import BATCH, Index, added_of, has_fts5, tags_of
from mktgui.storage.history_schema import Done, in_one_step
from mktgui.storage.history_search import all_ids
from mktgui.storage.history_words import expression, words_of
from tests.storage.past_calls import begun

WITHOUT = Index(lambda _connection: False)


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    with closing(HistoryFile(tmp_path / "h" / "history.sqlite").open().connection) as connection:
        yield connection


def keep(connection: sqlite3.Connection, index: Index, *people: str) -> list[int]:
    calls = Calls(index, "run")
    coming = [begun(who=who, key_value="") for who in people]
    rows = [calls.begin(connection, one, with_values=True) for one in coming]
    for one in coming:
        calls.describe(connection, one.id)
    return rows


def found(connection: sqlite3.Connection, text: str) -> list[int]:
    """What the index itself offers."""
    statement = "SELECT rowid FROM grams WHERE grams MATCH ? ORDER BY rowid"
    return [row for (row,) in connection.execute(statement, (expression(words_of(text), ()),))]


def test_this_sqlite_has_what_is_needed(connection: sqlite3.Connection) -> None:
    assert has_fts5(connection)


def test_calls_come_in_and_go_out(connection: sqlite3.Connection) -> None:
    index = Index()
    index.prepare(connection)
    index.prepare(connection)
    assert index.is_usable(connection)
    one, two = keep(connection, index, "Ana Ruiz", "王芳")
    assert (found(connection, "ruiz"), found(connection, "芳"), found(connection, "acme")) == ([one], [two], [one, two])
    with index.changing(connection, one):
        connection.execute("UPDATE words SET said = 'zoë' WHERE id = ?", (one,))
    assert (found(connection, "ruiz"), found(connection, "zoë")) == ([], [one])
    index.take_out(connection, one)
    assert found(connection, "zoë") == []


def test_a_call_that_is_not_there_changes_nothing(connection: sqlite3.Connection) -> None:
    index = Index()
    index.prepare(connection)
    index.take_out(connection, 99)
    index.put_in(connection, 99)
    assert found(connection, "a") == []


def test_what_another_sqlite_wrote_without_an_index_makes_it_stale(connection: sqlite3.Connection) -> None:
    index = Index()
    index.prepare(connection)
    keep(connection, index, "Ana")
    WITHOUT.prepare(connection)
    WITHOUT.prepare(connection)
    assert not WITHOUT.is_usable(connection)
    assert not index.is_usable(connection)
    keep(connection, WITHOUT, "Bob")
    WITHOUT.rebuild(partial(in_one_step, connection))
    WITHOUT.merge(partial(in_one_step, connection))
    WITHOUT.merge_a_little(connection)
    index.prepare(connection)
    assert found(connection, "bob") == []
    index.rebuild(partial(in_one_step, connection))
    assert index.is_usable(connection)
    assert (len(found(connection, "ana")), len(found(connection, "bob"))) == (1, 1)


def test_a_file_that_never_had_an_index_gets_one(connection: sqlite3.Connection) -> None:
    WITHOUT.prepare(connection)
    many = keep(connection, WITHOUT, *(f"Person {number}" for number in range(BATCH + 10)))
    WITHOUT.empty(connection)
    index = Index()
    index.prepare(connection)
    assert not index.is_usable(connection)
    assert list(all_ids(connection, Query(text="person 7"), by_index=False)) != []
    index.rebuild(partial(in_one_step, connection))
    assert found(connection, "person") == many
    index.rebuild(partial(in_one_step, connection))
    assert index.is_usable(connection)


def test_what_was_taken_out_leaves_no_shred_once_merged(connection: sqlite3.Connection) -> None:
    index = Index()
    index.prepare(connection)
    rows = keep(connection, index, *(["Ana 王"] * 20), "Bob 🦤")
    index.merge_a_little(connection)
    index.take_out(connection, rows[-1])
    shred = "🦤".encode()

    def blocks() -> bytes:
        return b"".join(block for (block,) in connection.execute("SELECT block FROM grams_data"))

    assert shred in blocks()
    index.merge(partial(in_one_step, connection))
    assert shred not in blocks()
    assert "王".encode() in blocks()


def test_emptied_it_is_not_used_until_it_is_made_anew(connection: sqlite3.Connection) -> None:
    index = Index()
    index.prepare(connection)
    keep(connection, index, "Ana")
    index.empty(connection)
    assert not index.is_usable(connection)
    assert found(connection, "ana") == []
    index.rebuild(partial(in_one_step, connection))
    assert len(found(connection, "ana")) == 1


def test_calls_may_end_begin_and_go_while_it_is_thrown_away(connection: sqlite3.Connection) -> None:
    index = Index()
    index.prepare(connection)
    ana, bob = keep(connection, index, "Ana", "Bob")
    index.empty(connection)
    with index.changing(connection, ana):  # FTS5 would say that the file is malformed
        connection.execute("UPDATE words SET said = 'zoë' WHERE id = ?", (ana,))
    index.take_out(connection, bob)
    connection.execute("DELETE FROM call WHERE id = ?", (bob,))
    keep(connection, index, "Cid")
    index.rebuild(partial(in_one_step, connection))
    assert [len(found(connection, name)) for name in ("ana", "zoë", "bob", "cid")] == [0, 1, 0, 1]
    connection.execute("INSERT INTO grams (grams) VALUES ('integrity-check')")


class InBetween:
    """Does its steps, and before the one with this number something else."""

    def __init__(self, connection: sqlite3.Connection, number: int, act: Callable[[], object]) -> None:
        self._connection, self._number, self._act = connection, number, act

    def __call__(self, act: Callable[[sqlite3.Connection], Done]) -> Done:
        self._number -= 1
        if self._number == 0:
            self._act()
        return in_one_step(self._connection, act)


@pytest.mark.parametrize("number", range(2, 9))
def test_calls_may_end_begin_and_go_while_it_is_made_anew(connection: sqlite3.Connection, number: int) -> None:
    index = Index()
    index.prepare(connection)
    rows = keep(connection, index, *(f"Person {one}" for one in range(2 * BATCH)))
    index.empty(connection)

    def live_on() -> None:
        for row in (rows[0], rows[BATCH], rows[-1]):
            with index.changing(connection, row):
                connection.execute("UPDATE words SET said = 'zoë' WHERE id = ?", (row,))
        for row in (rows[1], rows[BATCH + 1]):
            index.take_out(connection, row)
            connection.execute("DELETE FROM call WHERE id = ?", (row,))
        keep(connection, index, "Cid")

    index.rebuild(InBetween(connection, number, live_on))
    assert index.is_usable(connection)
    assert found(connection, "zoë") == [rows[0], rows[BATCH], rows[-1]]
    assert len(found(connection, "person")) == 2 * BATCH - 5
    assert len(found(connection, "cid")) == 1
    for row in rows:
        index.take_out(connection, row)
    assert (found(connection, "zoë"), found(connection, "person")) == ([], [])


@pytest.mark.parametrize("number", [3, 5])
def test_two_copies_that_make_it_anew_do_not_mix(connection: sqlite3.Connection, number: int) -> None:
    index = Index()
    index.prepare(connection)
    rows = keep(connection, index, *(f"Person {one}" for one in range(2 * BATCH)))
    index.empty(connection)
    write = partial(in_one_step, connection)
    index.rebuild(InBetween(connection, number, lambda: index.empty(connection)))
    assert not index.is_usable(connection)  # whoever has thrown it away has not made it anew
    index.rebuild(InBetween(connection, number, lambda: index.rebuild(write)))
    assert index.is_usable(connection)
    assert found(connection, "person") == rows


def test_an_sqlite_without_it_makes_also_one_stale_that_is_being_made(connection: sqlite3.Connection) -> None:
    index = Index()
    index.prepare(connection)
    rows = keep(connection, index, *(f"Person {one}" for one in range(BATCH)))
    index.empty(connection)
    index.rebuild(InBetween(connection, 3, lambda: WITHOUT.prepare(connection)))
    assert not index.is_usable(connection)
    index.rebuild(partial(in_one_step, connection))
    assert found(connection, "person") == rows


def test_each_thing_to_filter_by_has_its_tag() -> None:
    assert len(tags_of({"profile": "p", "environment": "", "kind": None, "failed": 0, "pinned": 1})) == 3
    assert tags_of({"failed": 0}) != tags_of({"failed": 1})


def test_what_a_person_adds_is_searched_too() -> None:
    assert (added_of("", ""), added_of("Asked by Bob", "MOPS-7")) == ("", "asked by bob\x1fmops-7")
    assert added_of("Asked by Bob", "", "no").startswith("asked by bob\x1fnot written (re-read) ")
