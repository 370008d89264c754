"""A call gets its searchable text with its first change, and until then it is there all the same."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import pytest

from mktgui.domain.history import Query
from mktgui.storage.history_access import Access
from mktgui.storage.history_calls import Calls
from mktgui.storage.history_file import HistoryFile
from mktgui.storage.history_forget import scrub
from mktgui.storage.history_index import Index
from mktgui.storage.history_schema import in_one_step
from mktgui.storage.history_search import search
from mktgui.storage.history_texts import see_to_text
from tests.storage.past_calls import begun, ended

INDEX = Index()
CALLS = Calls(INDEX, "run")


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    """One call that has begun, and nothing more of it."""
    with closing(HistoryFile(tmp_path / "h" / "history.sqlite").open().connection) as connection:
        INDEX.prepare(connection)
        CALLS.begin(connection, begun(id="a"), with_values=True)
        yield connection


def by(connection: sqlite3.Connection, text: str) -> list[str]:
    """What is found by that text, with the index and without it, which must be the same."""
    found = [
        [one.id for one in search(connection, Query(text=text), by_index=by_index).entries]
        for by_index in (True, False)
    ]
    assert found[0] == found[1]
    return found[0]


def test_a_call_that_has_only_begun_is_listed(connection: sqlite3.Connection) -> None:
    assert by(connection, "") == ["a"]
    assert by(connection, "ruiz") == []


def test_it_is_found_once_it_is_described_which_may_come_twice(connection: sqlite3.Connection) -> None:
    CALLS.describe(connection, "a")
    CALLS.describe(connection, "a")
    CALLS.describe(connection, "nobody")
    assert by(connection, "ruiz") == ["a"]
    assert by(connection, "title") == ["a"]


def test_its_end_describes_it_too(connection: sqlite3.Connection) -> None:
    CALLS.finish(connection, begun(id="a"), ended(who="Anna"), with_values=True)
    CALLS.describe(connection, "a")
    assert by(connection, "anna") == ["a"]


def test_a_note_on_it_is_found_with_the_rest(connection: sqlite3.Connection) -> None:
    CALLS.add(connection, "a", {"note": "call her back", "ticket": ""})
    assert by(connection, "call her back") == ["a"]
    assert by(connection, "ruiz") == ["a"]
    CALLS.finish(connection, begun(id="a"), ended(who="Anna"), with_values=True)
    assert by(connection, "back anna") == ["a"]


def test_a_call_that_is_found_lost_is_described(tmp_path: Path) -> None:
    file = HistoryFile(tmp_path / "h" / "history.sqlite")
    first = Access(file, INDEX, lambda _problem: None)
    calls = Calls(INDEX, "a run that is no more")
    one = begun(id="a", at=datetime.now(UTC))
    first.write(lambda connection: calls.begin(connection, one, with_values=True))
    first.close()
    second = Access(file, INDEX, lambda _problem: None)
    assert second.open().unknown == 1
    assert second.read(partial(by, text="ruiz")) == ["a"]
    second.close()


def test_the_index_that_is_made_anew_knows_it(connection: sqlite3.Connection) -> None:
    INDEX.empty(connection)
    INDEX.rebuild(partial(in_one_step, connection))
    assert by(connection, "ruiz") == ["a"]


def test_what_is_scrubbed_before_it_is_described_comes_back_in_no_text(connection: sqlite3.Connection) -> None:
    scrub(partial(in_one_step, connection), INDEX)
    CALLS.describe(connection, "a")
    assert by(connection, "ruiz") == []
    assert by(connection, "acme") == ["a"]


def test_spoiled_fields_take_nothing_else_with_them(connection: sqlite3.Connection) -> None:
    connection.execute("UPDATE detail SET fields = '[[1'")
    CALLS.describe(connection, "a")
    assert by(connection, "ruiz") == ["a"]
    assert by(connection, "title") == []


def test_a_call_that_is_gone_gets_no_text(connection: sqlite3.Connection) -> None:
    see_to_text(connection, 77)
    assert connection.execute("SELECT count(*) FROM words").fetchone() == (0,)
