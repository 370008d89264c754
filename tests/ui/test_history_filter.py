"""What to look for: words, connection, kind, outcome, time, pins; all of it at once."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import QDate
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from mktgui.domain.call_note import CallKind
from mktgui.domain.history import Query
from mktgui.domain.outcome import Written
from mktgui.domain.profile import PRACTICE
from mktgui.ui.history_filter import Became, HistoryFilter, Period
from tests.ui.connections import LIVE, SANDBOX

NOW = datetime(2026, 11, 25, 15, 30).astimezone()
TODAY = datetime(2026, 11, 25).astimezone()


@pytest.fixture
def find(qtbot: QtBot) -> HistoryFilter:
    find = HistoryFilter(lambda: NOW)
    qtbot.addWidget(find)
    find.show()
    return find


def choose(combo: QComboBox, data: object) -> None:
    combo.setCurrentIndex(combo.findData(data))


def test_at_first_everything_is_looked_for(find: HistoryFilter) -> None:
    assert find.query() == Query()
    assert find.is_empty


def test_each_key_is_told_at_once(find: HistoryFilter) -> None:
    changed = QSignalSpy(find.changed)
    for end in range(1, 4):
        find.text.setText("ana"[:end])
    assert changed.count() == 3
    assert find.query() == Query(text="ana")
    assert not find.is_empty


CHOICES: list[tuple[Callable[[HistoryFilter], object], Query]] = [
    (lambda find: choose(find.kind, CallKind.GET_LEAD), Query(kind=CallKind.GET_LEAD)),
    (lambda find: choose(find.became, Became.WRITTEN), Query(written=Written.YES)),
    (lambda find: choose(find.became, Became.NOT_WRITTEN), Query(written=Written.NO)),
    (lambda find: choose(find.became, Became.UNKNOWN), Query(written=Written.UNKNOWN)),
    (lambda find: choose(find.became, Became.FAILED), Query(failed=True)),
    (lambda find: choose(find.period, Period.TODAY), Query(since=TODAY)),
    (lambda find: choose(find.period, Period.WEEK), Query(since=TODAY - timedelta(days=6))),
    (lambda find: choose(find.period, Period.MONTH), Query(since=(NOW - timedelta(days=29)).replace(hour=0, minute=0))),
    (lambda find: choose(find.connection, PRACTICE.id), Query(profile_id=PRACTICE.id)),
    (lambda find: find.pinned.setChecked(True), Query(pinned=True)),
]


@pytest.mark.parametrize("number", range(len(CHOICES)))
def test_each_choice_is_told_and_can_be_reset(find: HistoryFilter, qtbot: QtBot, number: int) -> None:
    act, query = CHOICES[number]
    with qtbot.waitSignal(find.changed):
        act(find)
    assert find.query() == query
    with qtbot.waitSignal(find.changed):
        find.reset()
    assert find.is_empty


def test_days_are_chosen_where_wanted_and_in_any_order(find: HistoryFilter, qtbot: QtBot) -> None:
    assert not find.since.isVisible()
    choose(find.period, Period.BETWEEN)
    assert find.since.isVisible()
    assert find.until.isVisible()
    with qtbot.waitSignal(find.changed):
        find.until.setDate(QDate(2026, 11, 20))
    assert find.query() == Query(since=TODAY - timedelta(days=5), until=TODAY + timedelta(days=1))
    find.reset()
    assert not find.since.isVisible()


def test_the_connections_of_the_person_are_offered(find: HistoryFilter) -> None:
    find.show_connections((SANDBOX, LIVE))
    names = [find.connection.itemText(number) for number in range(find.connection.count())]
    assert names == ["Every connection", "Practice", "Practice over REST", SANDBOX.name, LIVE.name]
    choose(find.connection, LIVE.id)
    changed = QSignalSpy(find.changed)
    find.show_connections((LIVE,))
    assert (find.query().profile_id, changed.count()) == (LIVE.id, 0)
    find.show_connections(())
    assert (find.query().profile_id, changed.count()) == ("", 1)


def test_everything_has_a_name(find: HistoryFilter) -> None:
    for widget in (find.text, find.connection, find.kind, find.became, find.period, find.since, find.until):
        assert widget.accessibleName()
