"""The single acts on calls: what is put there comes back, and what was begun without values stays without."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from mktgui.domain.call_note import Ending
from mktgui.domain.history import Begun, Ended, Settled, State
from mktgui.domain.history_port import HistoryError, HistoryTrouble
from mktgui.domain.outcome import FailureKind, Written
from mktgui.storage.history_calls import Calls, read_entry, read_messages
from mktgui.storage.history_file import HistoryFile
from mktgui.storage.history_index import Index
from mktgui.storage.history_messages import pack
from tests.storage.past_calls import DRAFT, EXCHANGE, PHONE, TITLE, VERDICT, begun, ended


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    with closing(HistoryFile(tmp_path / "h" / "history.sqlite").open().connection) as connection:
        Index().prepare(connection)
        yield connection


CALLS = Calls(Index(), "run")


def said(connection: sqlite3.Connection) -> str:
    return str(connection.execute("SELECT said || '|' || added FROM words").fetchone()[0])


def test_a_call_that_has_begun_is_under_way_and_may_have_written(connection: sqlite3.Connection) -> None:
    one = begun()
    CALLS.begin(connection, one, with_values=True)
    entry = read_entry(connection, one.id)
    assert entry is not None
    summary = entry.summary
    assert (summary.state, summary.written, summary.ending) == (State.UNDER_WAY, Written.UNKNOWN, None)
    assert (summary.at, summary.who, summary.lead_id, summary.workspace) == (one.at, "Ana Ruiz", "318815", "EMEA")
    assert (entry.fields, entry.verdict, entry.draft) == ((TITLE, PHONE), VERDICT, DRAFT)
    assert (summary.has_values, summary.pinned, summary.field_count) == (True, False, 2)


def test_how_it_ended_takes_the_place_of_what_was_expected(connection: sqlite3.Connection) -> None:
    one = begun()
    CALLS.begin(connection, one, with_values=True)
    end = ended(lead_id="77", who="Anna", fields=(TITLE,), told="fine")
    CALLS.finish(connection, one, end, with_values=True)
    entry = read_entry(connection, one.id)
    assert entry is not None
    assert (entry.summary.state, entry.summary.ending, entry.summary.written) == (
        State.ENDED,
        Ending.ANSWERED,
        Written.YES,
    )
    assert (entry.summary.lead_id, entry.summary.who, entry.fields, entry.told) == ("77", "Anna", (TITLE,), "fine")
    assert entry.timings == end.timings
    assert entry.draft == DRAFT
    assert "anna" in said(connection)
    assert "+49" not in said(connection)


def test_what_was_said_has_passed_the_redactor_before_it_can_be_found(connection: sqlite3.Connection) -> None:
    one = begun()
    CALLS.begin(connection, one, with_values=True)
    told = "refused: client_secret=Canary-1&grant=x and <requestSignature>Canary-2</requestSignature>"
    CALLS.finish(connection, one, ended(told=told, http_status=503), with_values=True)
    assert "canary" not in said(connection)
    assert "refused: client_secret=***&grant=x" in said(connection)
    assert "http 503" in said(connection)


def test_what_the_end_does_not_tell_stays(connection: sqlite3.Connection) -> None:
    one = begun()
    CALLS.begin(connection, one, with_values=True)
    failed = ended(ending=Ending.NOT_ANSWERED, written=Written.UNKNOWN, failure=FailureKind.CUT_OFF, status="")
    CALLS.finish(connection, one, failed, with_values=True)
    entry = read_entry(connection, one.id)
    assert entry is not None
    assert (entry.summary.lead_id, entry.summary.who, entry.fields) == ("318815", "Ana Ruiz", (TITLE, PHONE))
    assert entry.summary.failure is FailureKind.CUT_OFF


def test_an_end_without_a_beginning_is_kept_whole(connection: sqlite3.Connection) -> None:
    one = begun()
    CALLS.finish(connection, one, ended(), with_values=True)
    entry = read_entry(connection, one.id)
    assert entry is not None
    assert (entry.summary.status, entry.draft) == ("UPDATED", DRAFT)


@pytest.mark.parametrize("by_then", ["not kept", "kept again"])
def test_what_was_begun_without_values_stays_without(connection: sqlite3.Connection, by_then: str) -> None:
    one = begun()
    CALLS.begin(connection, one, with_values=False)
    CALLS.finish(connection, one, ended(lead_id="318815", told="Ana"), with_values=by_then == "kept again")
    CALLS.keep(connection, one.id, pack(EXCHANGE))
    assert_no_values(connection, one)


def test_what_was_begun_with_values_gets_no_more_of_them(connection: sqlite3.Connection) -> None:
    one = begun(lead_id="")
    CALLS.begin(connection, one, with_values=True)
    CALLS.finish(connection, one, ended(lead_id="318815", status="odd"), with_values=False)
    entry = read_entry(connection, one.id)
    assert entry is not None
    assert (entry.summary.lead_id, entry.summary.status, entry.summary.who) == ("", "", "Ana Ruiz")
    assert "ana ruiz" in said(connection)


def assert_no_values(connection: sqlite3.Connection, one: Begun) -> None:
    entry = read_entry(connection, one.id)
    assert entry is not None
    summary = entry.summary
    assert (summary.state, summary.status, summary.seconds) == (State.ENDED, "UPDATED", 0.875)
    assert not summary.has_values
    texts = (summary.key_kind, summary.key_value, summary.lead_id, summary.who, summary.workspace, entry.told)
    assert texts == ("",) * 6
    assert (entry.fields, entry.verdict, entry.draft, summary.gist, summary.field_count) == ((), None, None, (), 0)
    assert read_messages(connection, one.id) is None
    for text in ("ana", "318815", "cto"):
        assert text not in said(connection)
    assert "updated" in said(connection)


def test_messages_are_kept_once(connection: sqlite3.Connection) -> None:
    one = begun()
    CALLS.begin(connection, one, with_values=True)
    assert read_messages(connection, one.id) is None
    CALLS.keep(connection, one.id, pack(EXCHANGE))
    CALLS.keep(connection, one.id, pack(replace(EXCHANGE, status=500)))
    assert read_messages(connection, one.id) == replace(EXCHANGE, status=500)
    CALLS.keep(connection, "nobody", pack(EXCHANGE))
    assert connection.execute("SELECT count(*) FROM message").fetchone() == (1,)


def test_what_a_person_adds_is_kept_and_found(connection: sqlite3.Connection) -> None:
    one = begun()
    CALLS.begin(connection, one, with_values=True)
    CALLS.add(connection, one.id, {"note": "Asked by Mei"})
    CALLS.add(connection, one.id, {"ticket": "MOPS-7"})
    CALLS.add(connection, one.id, {"pinned": 1})
    CALLS.add(connection, "nobody", {"pinned": 1})
    entry = read_entry(connection, one.id)
    assert entry is not None
    assert (entry.summary.note, entry.summary.ticket, entry.summary.pinned) == ("Asked by Mei", "MOPS-7", True)
    assert said(connection).endswith("|asked by mei\x1fmops-7")


def test_what_a_later_look_has_proven_stands_beside_and_stays_once_written(connection: sqlite3.Connection) -> None:
    one = begun()
    CALLS.finish(connection, one, Ended(state=State.OUTCOME_UNKNOWN), with_values=True)
    for written, then in ((Written.NO, Written.NO), (Written.YES, Written.YES), (Written.NO, Written.YES)):
        CALLS.settle(connection, one.id, Settled(written=written, at=one.at))
        entry = read_entry(connection, one.id)
        assert entry is not None
        assert entry.summary.settled == Settled(written=then, at=one.at)
        assert (entry.summary.state, entry.summary.written) == (State.OUTCOME_UNKNOWN, Written.UNKNOWN)
    CALLS.settle(connection, "nobody", Settled(written=Written.YES, at=one.at))


def test_a_call_that_is_not_there_is_none(connection: sqlite3.Connection) -> None:
    assert read_entry(connection, "nobody") is None
    assert read_messages(connection, "nobody") is None


@pytest.mark.parametrize(
    ("statement", "read"),
    [
        ("UPDATE detail SET draft = '{'", read_entry),
        ("UPDATE call SET gist = 'x'", read_entry),
        ("DELETE FROM detail", read_entry),
        ("UPDATE message SET sent = 'x'", read_messages),
        ("UPDATE message SET head = '{}'", read_messages),
    ],
)
def test_a_spoiled_call_is_told_and_is_no_crash(connection: sqlite3.Connection, statement: str, read: object) -> None:
    one = begun()
    CALLS.begin(connection, one, with_values=True)
    CALLS.keep(connection, one.id, pack(EXCHANGE))
    connection.execute(statement)
    assert callable(read)
    with pytest.raises(HistoryError) as caught:
        read(connection, one.id)
    assert caught.value.problem.trouble is HistoryTrouble.UNREADABLE
