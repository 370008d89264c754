"""Searching while one types: one question at a time, and only the newest is answered."""

from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from mktgui.domain.history import PAGE, Page, Query
from mktgui.domain.history_port import HistoryTrouble
from mktgui.storage.history import SqliteHistory
from mktgui.ui.history_desk import HistoryDesk
from mktgui.ui.history_search import MOST_RENEWED, HistorySearch
from mktgui.workers.runner import Runner
from tests.ui.past import begun, desk_on, put


class Slow(SqliteHistory):
    """Answers when it is let, and remembers what it was asked."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.asked: list[Query] = []
        self.go = Event()
        self.go.set()

    def search(self, query: Query) -> Page:
        self.asked.append(query)
        assert self.go.wait(10)
        return super().search(query)


@pytest.fixture
def store(home: Path) -> Iterator[Slow]:
    store = Slow(home / "history")
    for number, who in enumerate(("Ana Ruiz", "Bo Li", "Ana Kim")):
        put(store, begun(number, who=who, key_value=f"{who[:2]}@corp.example".lower(), draft=None))
    store.asked.clear()
    yield store
    store.go.set()
    store.close()


@pytest.fixture
def desk(runner: Runner, store: Slow) -> Iterator[HistoryDesk]:
    desk = desk_on(runner, store)
    yield desk
    desk.close()


@pytest.fixture
def search(desk: HistoryDesk) -> HistorySearch:
    return HistorySearch(desk)


def names(spy: QSignalSpy, number: int = 0) -> list[str]:
    return [one.who for one in spy.at(number)[0].entries]


def test_a_question_is_answered(search: HistorySearch, qtbot: QtBot) -> None:
    found = QSignalSpy(search.found)
    search.ask(Query(text="ana"))
    qtbot.waitUntil(lambda: found.count() == 1)
    assert names(found) == ["Ana Kim", "Ana Ruiz"]


def test_of_many_keys_only_the_newest_is_answered(search: HistorySearch, store: Slow, qtbot: QtBot) -> None:
    found = QSignalSpy(search.found)
    store.go.clear()
    for end in range(1, 6):
        search.ask(Query(text="bo li"[:end]))
    search.extend(3)  # of a question that is past
    search.renew(3)
    store.go.set()
    qtbot.waitUntil(lambda: found.count() == 1)
    assert names(found) == ["Bo Li"]
    assert [one.text for one in store.asked] == ["b", "bo li"]


def test_what_is_below_and_what_is_new_are_both_asked_for(search: HistorySearch, store: Slow, qtbot: QtBot) -> None:
    found, extended, renewed = (QSignalSpy(one) for one in (search.found, search.extended, search.renewed))
    search.extend(3)
    search.renew(3)  # before anything was asked
    search.ask(Query())
    qtbot.waitUntil(lambda: found.count() == 1)
    more = store.search(Query(limit=1)).more
    assert more is not None
    store.go.clear()
    search.renew(MOST_RENEWED * 3)
    search.extend(more)
    search.renew(3)
    search.renew(4)
    store.go.set()
    qtbot.waitUntil(lambda: (extended.count(), renewed.count()) == (1, 2))
    assert names(extended) == ["Bo Li", "Ana Ruiz"]
    assert names(renewed) == ["Ana Kim", "Bo Li", "Ana Ruiz"]
    assert [one.limit for one in store.asked[2:]] == [MOST_RENEWED, PAGE, PAGE]


def test_what_goes_wrong_is_told_unless_another_question_is_there(
    search: HistorySearch, store: Slow, qtbot: QtBot
) -> None:
    failed = QSignalSpy(search.failed)
    store.close()
    search.ask(Query(text="a"))
    search.ask(Query(text="ab"))
    qtbot.waitUntil(lambda: failed.count() == 1)
    assert failed.at(0)[0].trouble is HistoryTrouble.CLOSED
    assert len(store.asked) == 2


@pytest.mark.parametrize("end", ["answered", "failed"])
def test_an_answer_that_comes_too_late_finds_nobody(desk: HistoryDesk, store: Slow, qtbot: QtBot, end: str) -> None:
    search = HistorySearch(desk)
    store.go.clear()
    if end == "failed":
        store.close()
    search.ask(Query())
    search.deleteLater()
    qtbot.waitUntil(lambda: not isValid(search))
    store.go.set()
    job = desk.ask(lambda store: store.stamp())
    with qtbot.waitSignal(job.finished if end == "answered" else job.failed):
        pass
