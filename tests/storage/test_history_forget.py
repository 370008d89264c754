"""What is forgotten is gone: out of the tables, out of the index, out of the file and its journal."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest

from mktgui.domain.call_note import Ending
from mktgui.domain.history import Query, Retention
from mktgui.storage.history_calls import Calls, read_entry
from mktgui.storage.history_file import HistoryFile
from mktgui.storage.history_forget import (
    every_one,
    in_batches,
    is_scrub_begun,
    pack_up,
    past,
    scrub,
    scrubbed,
    these,
)
from mktgui.storage.history_index import BATCH, Index
from mktgui.storage.history_messages import pack
from mktgui.storage.history_schema import Done, in_one_step, is_whole
from mktgui.storage.history_search import search
from tests.storage.past_calls import EXCHANGE, NOON, begun, ended

INDEX = Index()
CALLS = Calls(INDEX, "run")


@pytest.fixture
def file(tmp_path: Path) -> HistoryFile:
    return HistoryFile(tmp_path / "h" / "history.sqlite", busy_seconds=0.1)


@pytest.fixture
def connection(file: HistoryFile) -> Iterator[sqlite3.Connection]:
    """Ten calls, one a day; the last one is under way, and the first one is pinned."""
    with closing(file.open().connection) as connection:
        INDEX.prepare(connection)
        for number in range(10):
            one = begun(id=f"call-{number}", at=NOON + timedelta(days=number), who=f"Canary {number}")
            CALLS.begin(connection, one, with_values=True)
            CALLS.describe(connection, one.id)
            if number < 9:
                CALLS.finish(connection, one, ended(fault="20103", ending=Ending.REFUSED), with_values=True)
                CALLS.keep(connection, one.id, pack(EXCHANGE))
        CALLS.add(connection, "call-0", {"pinned": 1, "note": "Canary note"})
        yield connection


def left(connection: sqlite3.Connection) -> list[int]:
    page = search(connection, Query(text="canary"), by_index=True)
    assert [one.id for one in page.entries] == [one.id for one in search(connection, Query(), by_index=False).entries]
    return [int(one.id.removeprefix("call-")) for one in page.entries]


def test_these_go_and_what_is_under_way_stays(connection: sqlite3.Connection) -> None:
    assert in_batches(partial(in_one_step, connection), INDEX, these(["call-3", "call-0", "call-9", "nobody"])) == 2
    assert left(connection) == [9, 8, 7, 6, 5, 4, 2, 1]


@pytest.mark.parametrize(
    ("retention", "stay"),
    [
        (Retention(), [9, 8, 7, 6, 5, 4, 3, 2, 1, 0]),
        (Retention(days=5), [9, 8, 7, 6, 5, 0]),
        (Retention(number=3), [9, 8, 7, 6, 0]),
        (Retention(days=5, number=3), [9, 8, 7, 6, 0]),
        (Retention(days=1, number=3), [9, 0]),
        (Retention(number=0), [9, 0]),
        (Retention(days=0), [9, 0]),
        (Retention(number=100), [9, 8, 7, 6, 5, 4, 3, 2, 1, 0]),
    ],
)
def test_what_is_past_its_time_goes_and_what_is_pinned_stays(
    connection: sqlite3.Connection, retention: Retention, stay: list[int]
) -> None:
    in_batches(partial(in_one_step, connection), INDEX, past(retention, NOON + timedelta(days=10)))
    assert left(connection) == stay


def test_every_one_goes_but_what_is_under_way(connection: sqlite3.Connection) -> None:
    assert in_batches(partial(in_one_step, connection), INDEX, every_one) == 9
    assert left(connection) == [9]
    assert is_whole(connection) == ""


def test_many_go_in_batches(connection: sqlite3.Connection) -> None:
    for number in range(BATCH):
        CALLS.finish(connection, begun(number), ended(), with_values=True)
    assert in_batches(partial(in_one_step, connection), INDEX, every_one) == BATCH + 9


def bytes_of(file: HistoryFile) -> bytes:
    """The file and all that lies beside it."""
    return b"".join(path.read_bytes() for path in file.path.parent.iterdir())


def test_nothing_of_it_is_left_in_the_file_or_its_journal(connection: sqlite3.Connection, file: HistoryFile) -> None:
    connection.execute("PRAGMA wal_checkpoint(FULL)")
    one = begun(who="Zebedee Qwertz", key_value="zebedee@qwertz.example", fields=(), draft=None)
    CALLS.finish(connection, one, ended(told="🦤 refused"), with_values=True)
    CALLS.add(connection, one.id, {"note": "🦥"})
    CALLS.add(connection, one.id, {"note": ""})
    shreds = [b"Qwertz", b"qwertz", "🦤".encode(), "🦥".encode()]
    assert all(shred in bytes_of(file) for shred in shreds)
    in_batches(partial(in_one_step, connection), INDEX, these([one.id]))
    pack_up(partial(in_one_step, connection), INDEX)
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    assert [shred for shred in shreds if shred in bytes_of(file)] == []
    assert connection.execute("PRAGMA freelist_count").fetchone() == (0,)
    assert is_whole(connection) == ""


def test_scrubbed_calls_say_when_how_and_how_long_and_nothing_else(
    connection: sqlite3.Connection, file: HistoryFile
) -> None:
    canaries = [b"Canary", b"canary", b"ana.ruiz", b"318815", b"CTO", "市场总监".encode(), b"EMEA workspace"]
    assert any(canary in bytes_of(file) for canary in canaries)
    counts: list[int] = []
    counts.append(scrub(partial(in_one_step, connection), INDEX))
    assert counts == [10]
    pack_up(partial(in_one_step, connection), INDEX)
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    assert [canary for canary in canaries if canary in bytes_of(file)] == []
    entry = read_entry(connection, "call-0")
    assert entry is not None
    summary = entry.summary
    assert (summary.profile_name, summary.status, summary.fault, summary.seconds) == (
        "Acme EMEA",
        "UPDATED",
        "20103",
        0.875,
    )
    assert (summary.pinned, summary.has_values, summary.note, entry.draft) == (True, False, "", None)
    assert len(entry.timings) == 3
    page = search(connection, Query(text="acme refused"), by_index=True)
    assert len(page.entries) == 9
    counts.append(scrub(partial(in_one_step, connection), INDEX))
    assert counts == [10, 0]


def test_a_status_or_code_that_may_be_a_value_is_scrubbed(connection: sqlite3.Connection) -> None:
    CALLS.finish(connection, begun(id="odd"), ended(status="ana@acme.example", fault="318815318"), with_values=True)
    scrub(partial(in_one_step, connection), INDEX)
    entry = read_entry(connection, "odd")
    assert entry is not None
    assert (entry.summary.status, entry.summary.fault) == ("", "")


class CutOff(Exception):  # noqa: N818 - what a kill does
    """The program ends between two steps."""


def test_a_scrub_that_was_cut_off_is_gone_on_with_and_leaves_alone_what_came_later(
    connection: sqlite3.Connection,
) -> None:
    steps = 0

    def write(act: Callable[[sqlite3.Connection], Done]) -> Done:
        nonlocal steps
        steps += 1
        if steps == 3:
            raise CutOff
        return in_one_step(connection, act)

    with pytest.raises(CutOff):
        scrub(write, INDEX)
    assert is_scrub_begun(connection)
    CALLS.begin(connection, begun(id="later"), with_values=True)
    assert scrub(partial(in_one_step, connection), INDEX, go_on=True) == 10
    later = read_entry(connection, "later")
    assert later is not None
    assert later.summary.has_values
    assert is_scrub_begun(connection)  # until the journal is empty too
    assert scrub(partial(in_one_step, connection), INDEX) == 1
    in_one_step(connection, scrubbed)
    assert not is_scrub_begun(connection)


def test_scrubbed_while_another_copy_makes_the_index_anew_they_do_not_mix(connection: sqlite3.Connection) -> None:
    steps = 0

    def write(act: Callable[[sqlite3.Connection], Done]) -> Done:
        nonlocal steps
        steps += 1
        if steps == 3:
            INDEX.rebuild(partial(in_one_step, connection))
        return in_one_step(connection, act)

    assert scrub(write, INDEX) == 10
    pack_up(partial(in_one_step, connection), INDEX)
    assert INDEX.is_usable(connection)
    assert search(connection, Query(text="canary"), by_index=True).entries == ()
    blocks = b"".join(block for (block,) in connection.execute("SELECT block FROM grams_data"))
    assert "市场".encode() not in blocks
