"""Past calls as a table: pages that grow below, rows that stay where they are when something changes."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QAbstractItemModelTester, QSignalSpy
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester

from mktgui.domain.history import Page, Query, Summary
from mktgui.domain.outcome import Written
from mktgui.domain.profile import Environment
from mktgui.storage.history import SqliteHistory
from mktgui.ui.history_model import Column, HistoryModel
from mktgui.ui.history_words import HistoryWords
from mktgui.ui.outcome_words import OutcomeWords
from mktgui.ui.theme import Scheme, Theme
from tests.storage.past_calls import NOON, ended
from tests.ui.contrast import contrast
from tests.ui.doctors import doctor
from tests.ui.past import LOST, begun, look, put, refused

Role = Qt.ItemDataRole
CALLS = 7


def label(name: str) -> str:
    return {"Title": "Job Title"}.get(name, name)


@pytest.fixture
def store(home: Path) -> Iterator[SqliteHistory]:
    store = SqliteHistory(home / "history")
    for number in range(CALLS):
        put(store, begun(number))
    yield store
    store.close()


@pytest.fixture
def model(theme: Theme) -> HistoryModel:
    return HistoryModel(
        theme,
        HistoryWords(lambda: OutcomeWords(doctor())),
        lambda _summary: label,
        lambda: NOON + timedelta(hours=1),
    )


def ids(model: HistoryModel) -> list[str]:
    return [one.id for one in model.rows]


def page(store: SqliteHistory, **query: object) -> Page:
    return store.search(Query(**query))  # type: ignore[arg-type] # each test names what it asks


def call(number: int, note: str = "") -> Summary:
    """A line that comes from nowhere."""
    one = begun(number)
    return Summary(
        id=one.id,
        at=one.at,
        state=LOST.state,
        profile_id="p",
        profile_name="P",
        environment=Environment.TEST,
        transport="soap",
        kind=one.kind,
        note=note,
    )


def test_it_is_a_proper_model(model: HistoryModel, store: SqliteHistory, qtmodeltester: ModelTester) -> None:
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show_page(page(store, limit=3))
    qtmodeltester.check(model)
    model.extend(page(store, limit=3, before=page(store, limit=3).more))
    put(store, begun(9))
    model.renew(page(store, limit=4), frozenset({"call-6"}))
    model.show_page(Page())
    tester.deleteLater()


def test_each_call_is_a_line(model: HistoryModel, store: SqliteHistory) -> None:
    store.set_ticket("call-6", "OPS-1")
    model.show_page(page(store))
    texts = [str(model.data(model.index(0, column))) for column in Column]
    assert texts == ["12:36", "Ana Ruiz #318815", "Job Title: VP → CEO", "Updated", "PRACTICE", "OPS-1"]
    assert [model.data(model.index(0, column), Role.ToolTipRole) for column in Column] == texts
    titles = [model.headerData(column, Qt.Orientation.Horizontal) for column in Column]
    assert titles == ["When", "Lead", "What was changed", "What became of it", "Connection", "Ticket and note"]
    assert model.headerData(0, Qt.Orientation.Vertical) is None
    assert model.data(QModelIndex()) is None
    assert model.data(model.index(0, 0), Role.CheckStateRole) is None


def test_a_pin_is_seen_and_heard(model: HistoryModel, store: SqliteHistory) -> None:
    store.set_pinned("call-6", pinned=True)
    model.show_page(page(store))
    pinned, other = model.index(0, Column.WHEN), model.index(1, Column.WHEN)
    assert model.data(pinned, Role.DecorationRole) is not None
    assert model.data(other, Role.DecorationRole) is None
    assert model.data(pinned, Role.AccessibleTextRole) == "12:36, pinned"
    assert model.data(other, Role.AccessibleTextRole) == "12:35"
    assert model.data(model.index(0, Column.CONNECTION), Role.DecorationRole) is not None


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
def test_what_became_of_it_can_be_read(model: HistoryModel, store: SqliteHistory, theme: Theme, scheme: Scheme) -> None:
    put(store, begun(7), refused("20105"))
    put(store, begun(8), LOST)
    model.show_page(page(store))
    theme.choose(scheme)
    fronts = [model.data(model.index(row, Column.BECAME), Role.ForegroundRole) for row in range(3)]
    assert len({front.name() for front in fronts if isinstance(front, QColor)}) == 3
    for front in fronts:
        assert contrast(QColor(front), QColor(theme.colours.base)) >= 4.5
    assert model.data(model.index(0, Column.LEAD), Role.ForegroundRole) is None
    theme.choose(Scheme.LIGHT)


def test_a_call_under_way_has_no_colour(model: HistoryModel, store: SqliteHistory) -> None:
    store.begin(begun(9))
    model.show_page(page(store))
    assert model.data(model.index(0, Column.BECAME)) == "Under way…"
    assert model.data(model.index(0, Column.BECAME), Role.ForegroundRole) is None


def test_the_page_below_is_asked_for_once(model: HistoryModel, store: SqliteHistory) -> None:
    wanted = QSignalSpy(model.more_wanted)
    first = page(store, limit=3)
    model.show_page(first)
    assert model.canFetchMore(QModelIndex())
    model.fetchMore(QModelIndex())
    model.fetchMore(QModelIndex())
    assert wanted.count() == 1
    assert wanted.at(0) == [first.more]
    model.give_up()
    assert model.canFetchMore(QModelIndex())
    model.extend(page(store, limit=10, before=first.more))
    assert ids(model) == [f"call-{number}" for number in reversed(range(CALLS))]
    assert not model.canFetchMore(QModelIndex())


def test_what_is_about_to_be_removed_is_not_seen(model: HistoryModel, store: SqliteHistory) -> None:
    first = page(store, limit=3)
    model.show_page(first, frozenset({"call-5"}))
    assert ids(model) == ["call-6", "call-4"]
    model.extend(page(store, limit=3, before=first.more), frozenset({"call-3"}))
    assert ids(model) == ["call-6", "call-4", "call-2", "call-1"]
    model.renew(page(store, limit=5), frozenset({"call-6", "call-3"}))
    assert ids(model) == ["call-5", "call-4", "call-2", "call-1"]
    assert model.canFetchMore(QModelIndex())


def test_rows_that_stay_stay_where_they_are(model: HistoryModel, store: SqliteHistory) -> None:
    model.show_page(page(store, limit=5))
    chosen = QPersistentModelIndex(model.index(3, 0))  # call-3
    resets, changed = QSignalSpy(model.modelReset), QSignalSpy(model.dataChanged)
    put(store, begun(8))
    store.remove(["call-5"])
    store.set_note("call-4", "new")
    model.renew(page(store, limit=4))
    assert ids(model) == ["call-8", "call-6", "call-4", "call-3", "call-2"]
    assert model.data(chosen, Role.DisplayRole) == "12:33"
    assert (chosen.row(), resets.count(), changed.count()) == (3, 0, 1)
    assert model.data(model.index(2, Column.NOTE)) == "new"


def test_where_too_much_is_new_the_table_begins_anew(model: HistoryModel, store: SqliteHistory) -> None:
    model.show_page(page(store, limit=2))
    for number in range(20, 25):
        put(store, begun(number))
    model.renew(page(store, limit=3))
    assert ids(model) == ["call-24", "call-23", "call-22"]
    assert model.canFetchMore(QModelIndex())
    model.renew(page(store, limit=3), frozenset(ids(model)))
    assert ids(model) == []
    assert model.canFetchMore(QModelIndex())


def test_fields_can_be_called_otherwise(theme: Theme, store: SqliteHistory) -> None:
    name = ["Title"]
    model = HistoryModel(
        theme, HistoryWords(lambda: OutcomeWords(doctor())), lambda _one: lambda _name: name[0], lambda: NOON
    )
    model.name_anew()  # there is nothing yet
    model.show_page(page(store))
    assert model.data(model.index(0, Column.CHANGES)) == "Title: VP → CEO"
    name[0] = "Position"
    assert model.data(model.index(0, Column.CHANGES)) == "Title: VP → CEO"  # not asked for at each paint
    model.name_anew()
    assert model.data(model.index(0, Column.CHANGES)) == "Position: VP → CEO"


def test_a_call_is_found_by_row_and_by_id(model: HistoryModel, store: SqliteHistory) -> None:
    model.show_page(page(store))
    second = model.summary(1)
    assert second is not None
    assert model.row_of(second.id) == 1
    assert (model.summary(-1), model.summary(CALLS), model.row_of("nobody")) == (None, None, -1)
    assert model.rowCount(model.index(0, 0)) == 0
    assert model.columnCount(model.index(0, 0)) == 0
    assert not model.canFetchMore(model.index(0, 0))
    model.fetchMore(model.index(0, 0))


def test_a_look_that_found_nobody_is_a_warning(model: HistoryModel, store: SqliteHistory, theme: Theme) -> None:
    put(store, look(9, lead_id="", who=""), ended(status="", written=Written.NO, fault="20103"))
    model.show_page(page(store))
    assert model.data(model.index(0, Column.CHANGES)) == "Look at a lead"


NUMBERS = st.lists(st.integers(0, 30), unique=True, max_size=12)


@given(before=NUMBERS, after=NUMBERS, hidden=NUMBERS, more=st.none() | st.just(1), notes=st.sampled_from(["", "n"]))
def test_whatever_changed_the_table_ends_as_the_answer(
    qapp: QApplication, before: list[int], after: list[int], hidden: list[int], more: int | None, notes: str
) -> None:
    theme = Theme(qapp, Scheme.LIGHT)
    model = HistoryModel(theme, HistoryWords(lambda: OutcomeWords(doctor())), lambda _one: label, lambda: NOON)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    old = [call(number) for number in sorted(before, reverse=True)]
    model.show_page(Page(tuple(old), 1))
    new = tuple(call(number, notes) for number in sorted(after, reverse=True))
    gone = frozenset(f"call-{number}" for number in hidden)
    model.renew(Page(new, more), gone)
    seen = [one for one in new if one.id not in gone]
    assert list(model.rows[: len(seen)]) == seen
    below = model.rows[len(seen) :]
    assert all(one in [replace(kept) for kept in old] and one.id not in gone for one in below)
    assert more is not None or not below
    tester.deleteLater()
    theme.deleteLater()
