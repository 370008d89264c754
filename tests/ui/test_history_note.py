"""Ticket and note: kept as one leaves the field, and not lost where that cannot be done."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from mktgui.domain.history import Summary
from mktgui.storage.history import SqliteHistory
from mktgui.ui.history_desk import HistoryDesk
from mktgui.ui.history_note import HistoryNote, Words
from mktgui.ui.theme import Scheme, Theme
from mktgui.workers.runner import Runner
from tests.ui.past import begun, desk_on, put, summary_of


@pytest.fixture
def store(home: Path) -> Iterator[SqliteHistory]:
    store = SqliteHistory(home / "history")
    yield store
    store.close()


@pytest.fixture
def desk(runner: Runner, store: SqliteHistory) -> Iterator[HistoryDesk]:
    desk = desk_on(runner, store)
    yield desk
    desk.close()


@pytest.fixture
def note(theme: Theme, desk: HistoryDesk, qtbot: QtBot) -> HistoryNote:
    note = HistoryNote(theme, desk)
    qtbot.addWidget(note)
    note.show()
    return note


@pytest.fixture
def call(store: SqliteHistory) -> Summary:
    return put(store, begun())


def write(note: HistoryNote, words: Words, text: str) -> None:
    note.fields[words].setFocus()
    QTest.keyClicks(note.fields[words], text)


def test_without_a_call_there_is_nothing_to_write_on(note: HistoryNote) -> None:
    assert not any(field.isEnabled() for field in note.fields.values())
    note.keep()


def test_words_are_kept_when_one_leaves_the_field(
    note: HistoryNote, store: SqliteHistory, call: Summary, desk: HistoryDesk, qtbot: QtBot
) -> None:
    note.show_summary(call)
    write(note, Words.TICKET, "OPS-1")
    with qtbot.waitSignal(desk.done):
        note.fields[Words.NOTE].setFocus()
    assert summary_of(store, call.id).ticket == "OPS-1"
    QTest.keyClicks(note.fields[Words.NOTE], "for Jo")
    with qtbot.waitSignal(desk.done):
        note.keep()
    assert summary_of(store, call.id).note == "for Jo"


def test_what_is_being_typed_stays_when_the_list_changes(note: HistoryNote, call: Summary) -> None:
    note.show_summary(call)
    write(note, Words.NOTE, "half a")
    note.show_summary(call)
    assert note.fields[Words.NOTE].text() == "half a"


def test_another_call_has_its_own_words(
    note: HistoryNote, store: SqliteHistory, call: Summary, desk: HistoryDesk, qtbot: QtBot
) -> None:
    store.set_note("call-0", "old")
    other = put(store, begun(1))
    note.show_summary(summary_of(store, call.id))
    assert note.fields[Words.NOTE].text() == "old"
    write(note, Words.NOTE, "er")
    with qtbot.waitSignal(desk.done):
        note.show_summary(other)
    assert note.fields[Words.NOTE].text() == ""
    assert summary_of(store, call.id).note == "older"
    note.show_summary(None)
    assert not note.fields[Words.NOTE].isEnabled()


def test_what_cannot_be_kept_stays_and_is_said(
    note: HistoryNote, store: SqliteHistory, call: Summary, desk: HistoryDesk, theme: Theme, qtbot: QtBot
) -> None:
    other = put(store, begun(1))
    store.keep_values(keep=False)
    note.show_summary(call)
    write(note, Words.NOTE, "for Jo")
    with qtbot.waitSignal(desk.refused):
        note.keep()
    assert note.state.text() == "This could not be kept, because no values are kept on this computer."
    assert note.state.isVisible()
    note.show_summary(other)
    assert not note.state.isVisible()
    note.show_summary(call)
    assert note.state.isVisible()
    assert note.fields[Words.NOTE].text() == "for Jo"
    theme.choose(Scheme.DARK)
    theme.choose(Scheme.LIGHT)
    store.keep_values(keep=True)
    with qtbot.waitSignal(desk.done):
        note.keep()
    assert not note.state.isVisible()
    assert summary_of(store, call.id).note == "for Jo"


def test_another_reason_is_told_with_what_to_do(
    note: HistoryNote, store: SqliteHistory, call: Summary, desk: HistoryDesk, qtbot: QtBot
) -> None:
    note.show_summary(call)
    write(note, Words.NOTE, "x")
    store.close()
    with qtbot.waitSignal(desk.refused):
        note.keep()
    assert note.state.text().endswith("It is still here: press Enter in the field to try again.")


def test_what_others_ask_of_the_history_is_not_ours(
    note: HistoryNote, store: SqliteHistory, call: Summary, desk: HistoryDesk, qtbot: QtBot
) -> None:
    note.show_summary(call)
    with qtbot.waitSignal(desk.done):
        desk.change("pin", lambda store: store.set_pinned(call.id, pinned=True))
    store.close()
    with qtbot.waitSignal(desk.refused):
        desk.change("pin", lambda store: store.set_pinned(call.id, pinned=False))
    assert not note.state.isVisible()


def test_what_was_typed_since_is_kept_too(
    note: HistoryNote, store: SqliteHistory, call: Summary, desk: HistoryDesk, qtbot: QtBot
) -> None:
    note.show_summary(call)
    write(note, Words.NOTE, "a")
    note.keep()
    QTest.keyClicks(note.fields[Words.NOTE], "b")
    with qtbot.waitSignal(desk.done):
        pass
    assert note.fields[Words.NOTE].text() == "ab"
    with qtbot.waitSignal(desk.done):
        note.keep()
    assert summary_of(store, call.id).note == "ab"
