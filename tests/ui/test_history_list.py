"""The list of past calls: it grows downwards, keeps its place, and always shows one of them."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from mktgui.domain.history import Query
from mktgui.domain.history_port import HistoryTrouble
from mktgui.storage.history import SqliteHistory
from mktgui.ui.history_desk import HistoryDesk
from mktgui.ui.history_list import HistoryList
from mktgui.ui.history_model import HistoryModel
from mktgui.ui.history_words import HistoryWords
from mktgui.ui.outcome_words import OutcomeWords
from mktgui.ui.theme import Theme
from mktgui.workers.runner import Runner
from tests.ui.doctors import doctor
from tests.ui.past import begun, desk_on, look, put

MANY = 130


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
def model(theme: Theme) -> HistoryModel:
    return HistoryModel(theme, HistoryWords(lambda: OutcomeWords(doctor())), lambda _one: str)


@pytest.fixture
def table(desk: HistoryDesk, model: HistoryModel, qtbot: QtBot) -> HistoryList:
    table = HistoryList(desk, model)
    qtbot.addWidget(table)
    table.resize(700, 300)
    table.show()
    return table


def found(table: HistoryList, qtbot: QtBot, query: Query | None = None) -> None:
    with qtbot.waitSignal(table.filled):
        table.ask(query or Query())


def ids(model: HistoryModel) -> list[str]:
    return [one.id for one in model.rows]


def current(table: HistoryList) -> str:
    return table.current.id if table.current is not None else ""


def test_the_newest_is_chosen_first_and_shown_a_moment_later(
    table: HistoryList, store: SqliteHistory, qtbot: QtBot
) -> None:
    for number in range(3):
        put(store, begun(number))
    shown = QSignalSpy(table.chosen_changed)
    found(table, qtbot)
    assert (current(table), table.chosen, shown.count()) == ("call-2", ["call-2"], 0)
    qtbot.waitUntil(lambda: shown.count() == 1)
    table.selectRow(1)  # by hand: at once
    assert (current(table), shown.count()) == ("call-1", 2)
    table.selectAll()
    assert table.chosen == ["call-2", "call-1", "call-0"]


def test_the_chosen_call_stays_chosen_where_it_is_found_again(
    table: HistoryList, store: SqliteHistory, qtbot: QtBot
) -> None:
    for number in range(3):
        put(store, begun(number))
    found(table, qtbot)
    table.selectRow(2)
    found(table, qtbot, Query(text="ana"))
    assert current(table) == "call-0"
    found(table, qtbot, Query(text="nobody"))
    assert (current(table), table.chosen) == ("", [])


def test_scrolling_down_brings_what_is_below(
    table: HistoryList, model: HistoryModel, store: SqliteHistory, qtbot: QtBot
) -> None:
    for number in range(MANY):
        put(store, look(number))
    found(table, qtbot)
    assert model.rowCount() == 100
    table.scrollToBottom()
    qtbot.waitUntil(lambda: model.rowCount() == MANY)
    assert ids(model) == [f"call-{number}" for number in reversed(range(MANY))]


def test_a_new_call_comes_in_without_moving_what_one_looks_at(
    table: HistoryList, model: HistoryModel, store: SqliteHistory, qtbot: QtBot
) -> None:
    for number in range(MANY):
        put(store, look(number))
    found(table, qtbot)
    table.selectRow(60)
    table.scrollTo(model.index(60, 0), table.ScrollHint.PositionAtTop)
    chosen = current(table)
    top = table.indexAt(table.viewport().rect().topLeft()).row()
    put(store, begun(MANY))
    with qtbot.waitSignal(table.filled):
        table.renew()
    assert ids(model)[0] == f"call-{MANY}"
    assert current(table) == chosen
    assert table.indexAt(table.viewport().rect().topLeft()).row() == top + 1


def test_where_the_chosen_call_goes_its_neighbour_is_chosen(
    table: HistoryList, store: SqliteHistory, desk: HistoryDesk, qtbot: QtBot
) -> None:
    for number in range(3):
        put(store, begun(number))
    found(table, qtbot)
    for left, neighbour in (("call-2", "call-1"), ("call-1", "call-0")):
        store.remove([left])
        with qtbot.waitSignal(table.filled):
            table.renew()
        assert (current(table), table.chosen) == (neighbour, [neighbour])
    store.remove(["call-0"])
    with qtbot.waitSignal(table.filled):
        table.renew()
    assert (current(table), table.currentIndex()) == ("", QModelIndex())


def test_what_cannot_be_read_is_told_and_may_be_asked_for_again(
    table: HistoryList, model: HistoryModel, store: SqliteHistory, qtbot: QtBot
) -> None:
    for number in range(MANY):
        put(store, look(number))
    found(table, qtbot)
    store.close()
    failed = QSignalSpy(table.failed)
    table.scrollToBottom()
    qtbot.waitUntil(lambda: failed.count() > 0 and model.canFetchMore(QModelIndex()))
    assert failed.at(0)[0].trouble is HistoryTrouble.CLOSED
    assert model.rowCount() == 100
