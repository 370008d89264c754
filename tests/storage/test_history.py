"""The whole history: what is kept of real outcomes, what never is, and what becomes of it."""

import json
import sqlite3
import stat
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from mktgui.domain.answers import Synced
from mktgui.domain.draft import Draft, Row, edit_from_text
from mktgui.domain.history import Begun, Ended, Query, Retention, Settled, State
from mktgui.domain.history_port import ExportForm, HistoryError, HistoryTrouble, Opened
from mktgui.domain.lead import text_value
from mktgui.domain.outcome import Answered, Written
from mktgui.domain.profile import Environment, Profile
from mktgui.domain.recording import Context, begun_of, ended_of
from mktgui.domain.surprise import Surprise
from mktgui.storage.history import EASE_EVERY, NAME, SqliteHistory
from mktgui.storage.history_index import Index, tags_of
from mktgui.storage.history_rows import begun_columns
from mktgui.storage.history_schema import MIGRATIONS, migrate
from mktgui.storage.history_words import tokens
from tests.domain.canaries import (
    EXCHANGE,
    HOST,
    LEAD_ID,
    OUTCOMES,
    SECRET,
    SIGNATURE,
    USER_ID,
    VALUE,
    WRITE,
)
from tests.storage.hard_times import ordinary_folder
from tests.storage.past_calls import EXCHANGE as USUAL
from tests.storage.past_calls import NOON, begun, ended

NOW = datetime(2026, 11, 25, tzinfo=UTC)
PROFILE = Profile(
    id="emea", name="Acme", endpoint=EXCHANGE.endpoint, user_id=USER_ID, environment=Environment.PRODUCTION
)
CONTEXT = Context(profile=PROFILE, draft=Draft(email=VALUE, rows=(Row("Title", edit_from_text(VALUE)),)))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "history"


@pytest.fixture
def store(folder: Path) -> Iterator[SqliteHistory]:
    store = SqliteHistory(folder)
    assert store.open().problem is None
    yield store
    store.close()


def keep_canaries(store: SqliteHistory) -> list[Begun]:
    """Every kind of outcome, each with a secret in its messages."""
    kept = []
    for number, outcome in enumerate(OUTCOMES):
        one = begun_of(outcome.call, CONTEXT, f"call-{number}", NOW + timedelta(minutes=number))
        store.begin(one)
        store.finish(one, ended_of(outcome, CONTEXT, NOW))
        if outcome.exchange is not None:
            store.keep_messages(one.id, outcome.exchange)
        kept.append(one)
    return kept


def bytes_of(folder: Path) -> bytes:
    """Everything that was written."""
    return b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())


def test_what_is_kept_comes_back(store: SqliteHistory) -> None:
    kept = keep_canaries(store)
    assert store.count() == len(kept)
    assert [one.id for one in store.search(Query()).entries] == [one.id for one in reversed(kept)]
    entry = store.entry("call-0")
    assert entry is not None
    assert (entry.summary.state, entry.draft, entry.summary.lead_id) == (State.ENDED, CONTEXT.draft, str(LEAD_ID))
    assert (entry.fields[0].name, entry.fields[0].asked, entry.fields[0].now) == ("Title", VALUE, text_value(VALUE))
    exchange = store.messages("call-0")
    assert exchange is not None
    assert (exchange.started, exchange.timings, exchange.status) == (EXCHANGE.started, EXCHANGE.timings, 200)
    assert VALUE.encode() in exchange.sent.body
    assert store.messages("call-5") is None
    assert store.entry("nobody") is None


def test_no_credential_is_ever_in_the_file_its_journal_or_an_export(
    store: SqliteHistory, folder: Path, tmp_path: Path
) -> None:
    keep_canaries(store)
    pasted = f"see <requestSignature>{SIGNATURE}</requestSignature><mktowsUserId>{USER_ID}</mktowsUserId>"
    store.set_note("call-0", pasted)
    store.set_ticket("call-0", f"client_secret={SECRET}")
    (tmp_path / "out").mkdir()
    for form in ExportForm:
        store.export(Query(), form, tmp_path / "out" / form)
    while_open = bytes_of(folder)
    assert b"canary lead value" in while_open
    store.close()
    for written in (while_open, bytes_of(folder), bytes_of(tmp_path / "out")):
        for credential in (SECRET, SIGNATURE, USER_ID):
            for shred in (credential, credential.casefold()):
                assert shred.encode() not in written
    har = json.loads((tmp_path / "out" / "har").read_text())
    assert "***" in har["log"]["entries"][0]["request"]["postData"]["text"]


def test_in_messages_on_the_disk_no_credential_is_packed(store: SqliteHistory) -> None:
    keep_canaries(store)
    for number in range(len(OUTCOMES)):
        said = repr(store.messages(f"call-{number}"))
        for credential in (SECRET, SIGNATURE, USER_ID):
            assert credential not in said


def test_without_values_only_that_calls_were_is_kept(store: SqliteHistory, folder: Path) -> None:
    assert store.keeps_values()
    store.keep_values(keep=False)
    store.keep_values(keep=False)
    assert not store.keeps_values()
    kept = keep_canaries(store)
    for act in (store.set_note, store.set_ticket):
        with pytest.raises(HistoryError) as caught:
            act(kept[0].id, VALUE)
        assert caught.value.problem.trouble is HistoryTrouble.NO_VALUES
        act(kept[0].id, "")
    store.set_pinned(kept[0].id, pinned=True)
    written = bytes_of(folder).lower()
    for canary in (SECRET, SIGNATURE, USER_ID, VALUE, str(LEAD_ID), HOST, "canary"):
        assert canary.lower().encode() not in written
    assert store.count() == len(OUTCOMES)
    (summary,) = store.search(Query(pinned=True)).entries
    assert (summary.profile_name, summary.at.astimezone(UTC), summary.written) == ("Acme", NOW, Written.UNKNOWN)
    assert len(store.search(Query(text="20103 refused")).entries) == 1


def test_the_choice_of_keeping_no_values_is_seen_by_every_copy_and_outlives_a_broken_file(
    store: SqliteHistory, folder: Path
) -> None:
    one = begun(at=datetime.now(UTC))
    other = SqliteHistory(folder)
    other.begin(one)
    store.keep_values(keep=False)
    other.finish(one, ended(lead_id="7731"))
    other.close()
    store.close()
    entry = SqliteHistory(folder).entry(one.id)
    assert entry is not None
    assert (entry.summary.lead_id, entry.summary.who) == ("318815", "Ana Ruiz")
    (folder / NAME).write_bytes(b"x" * 5000)
    again = SqliteHistory(folder)
    assert again.open().problem is not None
    assert not again.keeps_values()
    again.keep_values(keep=True)
    assert again.keeps_values()
    again.close()


def test_messages_that_come_while_the_choice_is_made_are_not_kept(
    store: SqliteHistory, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = begun()
    store.begin(one)
    answers = iter([True, False])
    monkeypatch.setattr(store, "keeps_values", lambda: next(answers))  # before, and within the step
    store.keep_messages(one.id, USUAL)
    assert store.messages(one.id) is None


def test_scrubbed_no_value_is_left_anywhere(store: SqliteHistory, folder: Path) -> None:
    (folder / "history.broken-1.sqlite").write_bytes(VALUE.encode())
    kept = keep_canaries(store)
    open_call = begun(id="open", at=datetime.now(UTC))
    store.begin(open_call)
    store.set_note(kept[0].id, VALUE)
    store.keep_values(keep=False)
    assert store.scrub() == len(kept) + 1
    store.finish(open_call, ended(lead_id=str(LEAD_ID), who=VALUE))
    written = bytes_of(folder).lower()
    for canary in (VALUE, str(LEAD_ID), HOST, "canary", "ana ruiz", "ana.ruiz", "市场总监"):
        assert canary.lower().encode() not in written
    assert store.count() == len(kept) + 1
    entry = store.entry("open")
    assert entry is not None
    assert (entry.summary.state, entry.summary.status) == (State.ENDED, "UPDATED")


LOOKS: dict[str, Callable[[SqliteHistory], object]] = {
    "count": lambda store: store.count(),
    "stamp": lambda store: store.stamp(),
    "everything": lambda store: store.search(Query()),
    "words": lambda store: store.search(Query(text="ana ruiz")),
    "first of many": lambda store: store.search(Query(text="ana", limit=1)),
    "times": lambda store: store.search(Query(since=NOON, until=NOW, failed=False)),
    "entry": lambda store: store.entry("call-1"),
    "no entry": lambda store: store.entry("nobody"),
    "messages": lambda store: store.messages("call-1"),
    "whole file": lambda store: store.check(),
}


@pytest.mark.parametrize("look", LOOKS.values(), ids=LOOKS)
def test_whoever_has_looked_holds_nothing_up(
    store: SqliteHistory, folder: Path, look: Callable[[SqliteHistory], object]
) -> None:
    for number in range(3):
        store.finish(begun(number, id=f"call-{number}"), ended())
        store.keep_messages(f"call-{number}", USUAL)
    look(store)
    store.set_note("call-1", "since then")  # the journal has more now than the look saw
    with closing(sqlite3.connect(folder / NAME, isolation_level=None, timeout=0)) as impatient:
        assert impatient.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone() == (0, 0, 0)
    assert (folder / f"{NAME}-wal").stat().st_size == 0


def test_a_scrub_that_another_copy_hinders_says_so(folder: Path) -> None:
    store = SqliteHistory(folder, busy_seconds=0.05)
    store.finish(begun(), ended())
    with closing(sqlite3.connect(folder / NAME, isolation_level=None)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM call").fetchone()
        with pytest.raises(HistoryError) as caught:
            store.scrub()
        assert caught.value.problem.trouble is HistoryTrouble.BUSY
    later = begun(id="later", who="Zoë Later")
    store.finish(later, ended())
    assert store.check() is None  # as at the next start
    assert b"Ana Ruiz" not in bytes_of(folder)
    assert [one.has_values for one in store.search(Query()).entries] == [True, False]
    assert store.scrub() == 1
    assert "Zoë".encode() not in bytes_of(folder)
    store.close()


def test_notes_tickets_and_pins_are_kept_and_found(store: SqliteHistory) -> None:
    one = begun()
    store.finish(one, ended())
    store.set_note(one.id, "  Asked by Mei ")
    store.set_ticket(one.id, "MOPS-7")
    store.set_pinned(one.id, pinned=True)
    (summary,) = store.search(Query(text="mei mops-7", pinned=True)).entries
    assert (summary.note, summary.ticket, summary.pinned) == ("Asked by Mei", "MOPS-7", True)
    store.set_note(one.id, "")
    store.set_pinned(one.id, pinned=False)
    assert store.search(Query(text="mei")).entries == ()
    assert store.search(Query(pinned=True)).entries == ()


FOUND_AT = datetime(2026, 11, 24, 9, 5, tzinfo=UTC)
FOUND = Settled(written=Written.YES, at=FOUND_AT)
NOT_FOUND = Settled(written=Written.NO, at=FOUND_AT)


def test_what_a_later_look_has_proven_stands_beside_what_was_recorded(store: SqliteHistory) -> None:
    lost = begun()
    store.finish(lost, Ended(state=State.OUTCOME_UNKNOWN))
    assert [one.settled for one in store.search(Query(written=Written.UNKNOWN, failed=True)).entries] == [None]
    store.settle(lost.id, NOT_FOUND)
    (summary,) = store.search(Query(written=Written.NO, failed=True)).entries
    assert (summary.state, summary.written, summary.settled) == (State.OUTCOME_UNKNOWN, Written.UNKNOWN, NOT_FOUND)
    store.settle(lost.id, FOUND)
    (summary,) = store.search(Query(text="ruiz", written=Written.YES, failed=False)).entries
    assert (summary.state, summary.written, summary.known_written) == (
        State.OUTCOME_UNKNOWN,
        Written.UNKNOWN,
        Written.YES,
    )
    store.settle(lost.id, NOT_FOUND)  # somebody has changed it back since
    assert store.search(Query()).entries == (summary,)
    assert store.search(Query(written=Written.UNKNOWN)).entries == ()
    store.settle("nobody", FOUND)
    store.scrub()
    assert [one.settled for one in store.search(Query(written=Written.YES)).entries] == [FOUND]
    assert [one.settled for one in store.search(Query(text="written (re-read)")).entries] == [FOUND]


def test_what_hit_another_lead_than_was_meant_is_found_as_that(store: SqliteHistory) -> None:
    one = begun()
    store.finish(one, ended(surprise=Surprise.ANOTHER_LEAD))
    for query in (Query(failed=True), Query(text="another-lead")):
        (summary,) = store.search(query).entries
        assert summary.surprise is Surprise.ANOTHER_LEAD
    assert store.search(Query(failed=False)).entries == ()


@pytest.mark.parametrize(
    ("settled", "texts", "others"),
    [
        (FOUND, ("Written (re-read)", "已写入", "重新读取"), ("not written", "未写入")),
        (NOT_FOUND, ("Not written (re-read)", "未写入"), ("已写入",)),
    ],
)
def test_a_call_that_a_look_has_settled_is_found_by_what_the_list_says_of_it(
    store: SqliteHistory, settled: Settled, texts: tuple[str, ...], others: tuple[str, ...]
) -> None:
    lost = begun()
    store.finish(lost, Ended(state=State.OUTCOME_UNKNOWN))
    assert not store.search(Query(text="re-read")).entries
    store.settle(lost.id, settled)
    store.set_note(lost.id, "Asked by Bob")
    for text in (*texts, "bob"):
        assert [one.id for one in store.search(Query(text=text)).entries] == [lost.id], text
    for text in others:
        assert not store.search(Query(text=text)).entries, text


def test_what_a_call_told_itself_in_the_end_counts_more(store: SqliteHistory) -> None:
    stopped = begun()
    store.begin(stopped)
    store.settle(stopped.id, NOT_FOUND)
    assert [one.proof for one in store.search(Query(written=Written.UNKNOWN)).entries] == [None]
    store.finish(stopped, ended())
    (summary,) = store.search(Query(written=Written.YES)).entries
    assert (summary.proof, summary.known_written) == (None, Written.YES)


def test_a_file_of_the_version_before_opens_with_its_calls_and_can_be_searched(folder: Path) -> None:
    make_older(folder)
    store = SqliteHistory(folder)
    assert store.open() == Opened(records=True, readable=True, unknown=1)
    store.settle("old", FOUND)
    assert [one.id for one in store.search(Query(text="ruiz", written=Written.YES)).entries] == ["old"]
    assert store.check() is None
    store.close()


def test_a_file_of_the_version_before_can_be_read_where_nothing_can_be_written() -> None:
    with ordinary_folder() as home:
        make_older(home / "history")
        for path in (home / "history" / NAME, home / "history"):
            path.chmod(0o500)
        store = SqliteHistory(home / "history")
        opened = store.open()
        assert (opened.records, opened.readable) == (False, True)
        (summary,) = store.search(Query(text="ruiz", written=Written.UNKNOWN)).entries
        assert (summary.id, summary.settled) == ("old", None)
        assert store.entry("old") is not None
        assert store.export(Query(), ExportForm.CSV, home / "calls.csv") == 1
        store.close()
        (home / "history").chmod(0o700)


def make_older(folder: Path) -> None:
    """A history as the version before left it, with a call under way."""
    folder.mkdir(parents=True)
    with closing(sqlite3.connect(folder / NAME, isolation_level=None)) as connection:
        migrate(connection, MIGRATIONS[:-1])
        index = Index()
        index.prepare(connection)
        one = begun_columns(begun(id="old"), with_values=True) | {"run": "dead"}
        marks = ", ".join(f":{name}" for name in one)
        connection.execute(f"INSERT INTO call ({', '.join(one)}) VALUES ({marks})", one)  # noqa: S608 - our names
        connection.execute("INSERT INTO words (id, said) VALUES (1, 'ana ruiz')")
        connection.execute("INSERT INTO detail (id) VALUES (1)")
        words = tokens(("ana ruiz", ""), tags_of(TAGS))
        connection.execute("INSERT INTO grams (rowid, tokens) VALUES (1, ?)", (words,))


TAGS = {"profile": "emea", "environment": "production", "kind": "sync-lead", "written": "unknown"} | dict.fromkeys(
    ("failed", "pinned"), 0
)


def test_calls_are_removed_purged_and_cleared(store: SqliteHistory, folder: Path) -> None:
    for number in range(6):
        store.finish(begun(number, id=f"call-{number}", at=NOW - timedelta(days=number)), ended())
    store.set_pinned("call-5", pinned=True)
    assert store.remove([]) == 0
    assert store.remove(["call-0", "nobody"]) == 1
    assert store.purge(Retention(days=3), NOW) == 1
    assert store.count() == 4
    (folder / "history.broken-1.sqlite").write_bytes(b"old")
    assert store.clear() == 4
    assert store.count() == 0
    assert not (folder / "history.broken-1.sqlite").exists()


def test_calls_leave_as_files(store: SqliteHistory, tmp_path: Path) -> None:
    keep_canaries(store)
    path = tmp_path / "calls.json"
    assert store.export(["call-1", "call-2"], ExportForm.JSON, path) == 2
    assert store.export(Query(text="title"), ExportForm.CSV, path) == 5
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    (tmp_path / "folder").mkdir()
    with pytest.raises(HistoryError) as caught:
        store.export(Query(), ExportForm.HAR, tmp_path / "folder")
    assert caught.value.problem.trouble is HistoryTrouble.UNWRITABLE


def test_a_look_at_the_whole_file_makes_the_index_whole(folder: Path) -> None:
    without = SqliteHistory(folder, index=Index(lambda _connection: False))
    one = begun()
    without.finish(one, ended())
    assert [found.id for found in without.search(Query(text="王")).entries] == []
    assert [found.id for found in without.search(Query(text="ruiz")).entries] == [one.id]
    assert without.check() is None
    without.close()
    store = SqliteHistory(folder)
    assert store.check() is None
    assert [found.id for found in store.search(Query(text="ruiz")).entries] == [one.id]
    store.close()
    problem = store.check()
    assert problem is not None
    assert problem.trouble is HistoryTrouble.CLOSED


def test_a_place_where_nothing_can_be_chosen_is_told() -> None:
    with ordinary_folder() as home:
        home.chmod(0o500)
        with pytest.raises(HistoryError) as caught:
            SqliteHistory(home / "history").keep_values(keep=False)
        assert caught.value.problem.trouble is HistoryTrouble.UNWRITABLE
        home.chmod(0o700)


def test_what_was_set_aside_and_cannot_be_removed_is_told() -> None:
    with ordinary_folder() as home:
        store = SqliteHistory(home / "history")
        store.finish(begun(), ended())
        aside = home / "history" / "history.broken-1.sqlite"
        aside.write_bytes(b"old")
        aside.unlink()
        aside.mkdir()
        assert store.clear() == 1
        assert aside.exists()
        store.close()


def test_the_parts_of_the_index_are_joined_now_and_then(store: SqliteHistory, folder: Path) -> None:
    for number in range(EASE_EVERY * 5):
        one = begun(number)
        store.finish(one, ended())
        store.keep_messages(one.id, USUAL)
    assert (folder / f"{NAME}-wal").stat().st_size > 0
    assert len(store.search(Query(text="ruiz")).entries) == EASE_EVERY * 5


def test_an_answer_of_any_kind_is_kept(store: SqliteHistory) -> None:
    one = begun_of(WRITE, CONTEXT, "half", NOW)
    store.finish(one, ended_of(Answered(WRITE, EXCHANGE, Synced(status=text_value("\ud800 odd"))), CONTEXT, NOW))
    entry = store.entry("half")
    assert entry is not None
    assert entry.summary.status == "? odd"


def test_the_stamp_is_another_one_once_anybody_has_written(store: SqliteHistory, folder: Path) -> None:
    before = store.stamp()
    assert store.stamp() == before
    one = begun()
    store.begin(one)
    after = store.stamp()
    assert after != before
    with_other = SqliteHistory(folder)
    with_other.set_note(one.id, "from another copy")
    assert store.stamp() != after
    with_other.close()
    seen = store.stamp()
    (folder / NAME).unlink()  # as by hand: what was read is gone, and another file is read from now on
    assert store.stamp() != seen
