"""The history for all windows: opened, looked through, changed in order, and told when it changes by whomever."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from mktgui.domain.history import Settled
from mktgui.domain.history_port import HistoryProblem, HistoryStore, HistoryTrouble
from mktgui.domain.outcome import Written
from mktgui.storage.history import NAME, SqliteHistory
from mktgui.ui import history_desk
from mktgui.ui.history_desk import HistoryDesk, problem_of
from mktgui.workers.runner import Runner
from tests.storage.past_calls import NOON
from tests.ui.past import LOST, Later, begun, desk_on, put, summary_of


@pytest.fixture
def store(home: Path) -> Iterator[SqliteHistory]:
    store = SqliteHistory(home / "history")
    yield store
    store.close()


@pytest.fixture
def later() -> Later:
    return Later()


@pytest.fixture
def desk(runner: Runner, store: SqliteHistory, later: Later) -> Iterator[HistoryDesk]:
    desk = desk_on(runner, store, later)
    yield desk
    desk.close()


def acted(desk: HistoryDesk, qtbot: QtBot) -> None:
    """Until nothing is left to be done."""
    qtbot.waitUntil(lambda: desk._acting is None and not desk._acts)  # noqa: SLF001 - nobody else knows


def test_the_beginning_opens_looks_through_and_purges(
    runner: Runner, home: Path, store: SqliteHistory, qtbot: QtBot
) -> None:
    put(store, begun(0, at=NOON - timedelta(days=4_000)))
    put(store, begun(1, at=NOON.now().astimezone()))
    store.close()
    again = SqliteHistory(home / "history")
    desk = desk_on(runner, again)
    with qtbot.waitSignal(desk.opened) as opened:
        desk.begin()
    assert opened.args[0] is desk.state
    assert desk.state is not None
    assert (desk.state.records, desk.state.readable) == (True, True)
    qtbot.waitUntil(lambda: again.count() == 1)
    desk.close()
    again.close()


def test_a_broken_file_is_told_once(desk: HistoryDesk, home: Path, qtbot: QtBot) -> None:
    (home / "history").mkdir()
    (home / "history" / NAME).write_bytes(b"no such thing" * 1000)
    told = QSignalSpy(desk.troubled)
    with qtbot.waitSignal(desk.opened):
        desk.begin()
    assert told.count() == 1
    assert told.at(0)[0].trouble is HistoryTrouble.BROKEN
    with qtbot.waitSignal(desk.opened):
        desk.open()
    assert told.count() == 1


class Ailing(SqliteHistory):
    """Something is found wrong when the whole of it is looked at."""

    def check(self) -> HistoryProblem | None:
        return HistoryProblem(HistoryTrouble.BROKEN, "kept", "page 7")


def test_what_is_found_wrong_later_is_told_too(runner: Runner, home: Path, qtbot: QtBot) -> None:
    store = Ailing(home / "history")
    desk = desk_on(runner, store)
    with qtbot.waitSignal(desk.troubled) as told:
        desk.begin()
    assert told.args == [HistoryProblem(HistoryTrouble.BROKEN, "kept", "page 7")]
    desk.close()
    store.close()


def test_what_threads_hear_is_told_when_a_call_has_ended(desk: HistoryDesk, qtbot: QtBot) -> None:
    full = HistoryProblem(HistoryTrouble.FULL)
    told, changed = QSignalSpy(desk.troubled), QSignalSpy(desk.changed)
    desk.hear(full)
    desk.hear(full)
    assert told.count() == 0
    desk.poke()
    assert (told.count(), changed.count()) == (1, 1)
    with qtbot.waitSignal(desk.opened):
        desk.open()  # there is room again
    desk.hear(full)
    desk.poke()
    assert told.count() == 2
    assert told.at(0) == [full]


def test_what_is_kept_of_a_call_that_ended_is_looked_at_when_it_was_told(desk: HistoryDesk, qtbot: QtBot) -> None:
    full, told = HistoryProblem(HistoryTrouble.FULL), QSignalSpy(desk.troubled)
    with qtbot.waitSignal(desk.changed):
        desk.poke_soon()
        desk.hear(full)  # from the thread that writes it, a moment later
    assert (told.count(), told.at(0)) == (1, [full])


def test_changes_are_made_one_after_the_other(desk: HistoryDesk, store: SqliteHistory, qtbot: QtBot) -> None:
    one = put(store, begun())
    done = QSignalSpy(desk.done)
    for text in ("a", "ab", "abc"):
        desk.change(text, lambda store, text=text: store.set_note(one.id, text))  # type: ignore[misc] # bound now
    qtbot.waitUntil(lambda: done.count() == 3)
    assert [done.at(number)[0] for number in range(3)] == ["a", "ab", "abc"]
    entry = store.entry(one.id)
    assert entry is not None
    assert entry.summary.note == "abc"


def test_what_cannot_be_done_is_told_and_the_rest_goes_on(
    desk: HistoryDesk, store: SqliteHistory, qtbot: QtBot
) -> None:
    one = put(store, begun())
    store.keep_values(keep=False)
    refused, done = QSignalSpy(desk.refused), QSignalSpy(desk.done)
    desk.change("note", lambda store: store.set_note(one.id, "x"))
    desk.change("pin", lambda store: store.set_pinned(one.id, pinned=True))
    qtbot.waitUntil(lambda: done.count() == 1)
    assert refused.at(0)[0] == "note"
    assert refused.at(0)[1].trouble is HistoryTrouble.NO_VALUES


def test_a_slip_of_our_own_is_a_problem_too(desk: HistoryDesk, qtbot: QtBot) -> None:
    def slip(_store: HistoryStore) -> object:
        raise ZeroDivisionError

    with qtbot.waitSignal(desk.refused) as refused:
        desk.change("slip", slip)
    assert refused.args == ["slip", HistoryProblem(HistoryTrouble.UNREADABLE, detail="ZeroDivisionError")]
    assert problem_of("?").detail == ""


def test_a_removal_can_be_taken_back(desk: HistoryDesk, store: SqliteHistory, qtbot: QtBot) -> None:
    one = put(store, begun())
    changed = QSignalSpy(desk.changed)
    desk.remove([one.id])
    assert (desk.hidden, desk.removed, changed.count()) == (frozenset({one.id}), 1, 1)
    desk.take_back()
    assert (desk.hidden, desk.removed, changed.count()) == (frozenset(), 0, 2)
    acted(desk, qtbot)
    assert store.count() == 1


def test_after_a_while_it_is_gone(
    runner: Runner, store: SqliteHistory, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(history_desk, "PATIENCE", 10)
    desk = desk_on(runner, store)
    one, other = put(store, begun(1)), put(store, begun(2))
    desk.remove([one.id])
    desk.remove([other.id])  # what was removed before it cannot be taken back any more
    assert desk.hidden == {one.id, other.id}
    assert desk.removed == 1
    qtbot.waitUntil(lambda: not desk.hidden)
    assert store.count() == 0
    desk.close()


def test_what_a_look_has_proven_is_kept(desk: HistoryDesk, store: SqliteHistory, qtbot: QtBot) -> None:
    lost, found = put(store, begun(), LOST), Settled(written=Written.YES, at=NOON)
    with qtbot.waitSignals([desk.done, desk.changed]):
        desk.settle(lost.id, found)
    assert summary_of(store, lost.id).settled == found


def test_what_a_look_has_proven_and_cannot_be_kept_is_told(
    desk: HistoryDesk, store: SqliteHistory, qtbot: QtBot
) -> None:
    store.close()
    with qtbot.waitSignal(desk.troubled) as told:
        desk.settle("lost", Settled(written=Written.YES, at=NOON))
    assert told.args[0].trouble is HistoryTrouble.CLOSED


def test_what_could_not_be_removed_comes_back(desk: HistoryDesk, store: SqliteHistory, qtbot: QtBot) -> None:
    one = put(store, begun())
    store.close()
    desk.remove([one.id])
    with qtbot.waitSignal(desk.troubled) as told:
        desk.finish_removal()
    assert told.args[0].trouble is HistoryTrouble.CLOSED
    assert desk.hidden == frozenset()


def test_while_somebody_watches_the_work_of_other_copies_is_seen(
    runner: Runner, home: Path, store: SqliteHistory, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(history_desk, "POLL", 20)
    desk = desk_on(runner, store)
    with qtbot.waitSignal(desk.changed):
        desk.watch()
    other = SqliteHistory(home / "history")
    with qtbot.waitSignal(desk.changed):
        put(other, begun())
    desk.watch()
    desk.leave()
    with qtbot.waitSignal(desk.changed):
        put(other, begun(2))
    other.close()
    store.close()  # from now on nothing can be seen
    with qtbot.waitSignal(desk.changed):
        pass
    desk.leave()
    qtbot.waitUntil(lambda: not desk._looking)  # noqa: SLF001 - nobody else knows
    desk.close()


def test_an_answer_that_takes_its_time_is_waited_for(desk: HistoryDesk, store: SqliteHistory, qtbot: QtBot) -> None:
    changed = QSignalSpy(desk.changed)
    desk._look()  # noqa: SLF001 - what the clock does
    desk._look()  # noqa: SLF001
    qtbot.waitUntil(lambda: not desk._looking)  # noqa: SLF001
    assert changed.count() == 1


def test_what_is_past_its_time_goes_when_asked(desk: HistoryDesk, store: SqliteHistory, qtbot: QtBot) -> None:
    put(store, begun(0, at=NOON - timedelta(days=4_000)))
    with qtbot.waitSignal(desk.changed):
        job = desk.purge()
        counted = QSignalSpy(job.finished)
    qtbot.waitUntil(lambda: counted.count() == 1)
    assert counted.at(0) == [1]
    assert store.count() == 0


def test_the_end_of_the_program_leaves_the_rest_to_another_thread(
    desk: HistoryDesk, store: SqliteHistory, later: Later, qtbot: QtBot
) -> None:
    one, other, lost = put(store, begun(1)), put(store, begun(2)), put(store, begun(3), LOST)
    desk.change("first", lambda store: store.set_note(one.id, "note"))
    desk.change("second", lambda store: store.set_ticket(one.id, "OPS-1"))
    desk.remove([other.id])
    desk.close()
    acted(desk, qtbot)
    later.do()
    entry = store.entry(one.id)
    assert entry is not None
    assert (entry.summary.note, entry.summary.ticket) == ("note", "OPS-1")
    assert store.entry(other.id) is None
    desk.change("pin", lambda store: store.set_pinned(lost.id, pinned=True))
    desk.remove([lost.id])
    store.close()
    desk.close()
    acted(desk, qtbot)
    later.do()  # a history that is closed has nobody to tell
