"""Columns fit the room until somebody changes them, and then stay as they were left."""

from collections.abc import Callable, Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint
from PySide6.QtGui import QUndoStack
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from mktgui.domain.catalogue import NO_CATALOGUE
from mktgui.ui.attribute_cells import Column
from mktgui.ui.attribute_columns import LEAST, MOST, AttributeColumns, Shape, columns_read, columns_told, fitting
from mktgui.ui.attribute_model import AttributeModel
from mktgui.ui.attribute_view import AttributeView
from mktgui.ui.sentences import Sentences
from mktgui.ui.table_memory import ForRun
from mktgui.ui.theme import Theme
from tests.domain.leads import lead

ALL = frozenset(Column)


@pytest.fixture
def memory() -> ForRun:
    return ForRun()


MakeView = Callable[[], AttributeView]


@pytest.fixture
def make_view(qtbot: QtBot, undo: QUndoStack, theme: Theme, sentences: Sentences) -> Iterator[MakeView]:
    made: list[AttributeView] = []

    def make() -> AttributeView:
        made.append(AttributeView(AttributeModel(undo, theme, sentences)))
        qtbot.addWidget(made[-1])
        made[-1].resize(700, 200)
        made[-1].show()
        return made[-1]

    yield make
    for view in made:
        view.close()


@pytest.fixture
def view(make_view: MakeView) -> AttributeView:
    return make_view()


def columns_of(view: AttributeView, memory: ForRun) -> AttributeColumns:
    model = view.model()
    assert isinstance(model, AttributeModel)
    columns = AttributeColumns(view, model, memory)
    columns.show_fields(there=True)
    return columns


def shown(view: AttributeView) -> list[Column]:
    header = view.horizontalHeader()
    return [column for column in sorted(Column, key=header.visualIndex) if not header.isSectionHidden(column)]


def test_what_does_not_fit_is_left_out_and_what_is_left_over_shared_out() -> None:
    assert list(fitting(650, ALL)) == list(Column)
    assert Column.REMARK not in fitting(600, ALL)
    assert set(fitting(500, ALL)) == {Column.FIELD, Column.TYPE, Column.NOW, Column.VALUE}
    assert set(fitting(400, ALL)) == {Column.FIELD, Column.NOW, Column.VALUE}
    assert set(fitting(10, ALL)) == {Column.FIELD, Column.NOW, Column.VALUE}
    assert set(fitting(900, ALL - {Column.NOW})) == ALL - {Column.NOW}


@given(st.integers(310, 4000), st.sets(st.sampled_from(list(Column))), st.integers(0, 500))
def test_all_the_room_is_used_and_not_more(room: int, missing: set[Column], now: int) -> None:
    offered = ALL - missing | {Column.FIELD, Column.VALUE}
    widths = fitting(room, offered, now)
    assert room - len(Column) <= sum(widths.values()) <= room


@given(st.integers(310, 4000), st.integers(0, 500))
def test_values_take_what_they_need_first_and_leave_enough_to_type_in(room: int, now: int) -> None:
    without, widths = fitting(room, ALL), fitting(room, ALL, now)
    assert widths.keys() == without.keys()
    assert widths[Column.NOW] >= min(without[Column.NOW], now)
    assert widths[Column.VALUE] >= min(without[Column.VALUE], 106)
    assert widths[Column.FIELD] <= without[Column.FIELD]
    if room >= 900:
        assert widths[Column.NOW] >= min(now, 260)


SHAPES = st.permutations(list(Column)).flatmap(
    lambda order: st.tuples(*(st.builds(Shape, st.just(one), st.integers(LEAST, MOST), st.booleans()) for one in order))
)


@given(SHAPES)
def test_what_is_kept_can_be_read(shapes: tuple[Shape, ...]) -> None:
    read = columns_read(columns_told(shapes))
    assert [(one.column, one.width) for one in read] == [(one.column, one.width) for one in shapes]
    needed = (Column.FIELD, Column.VALUE)
    assert all(one.shown == (was.shown or one.column in needed) for one, was in zip(read, shapes, strict=True))


@pytest.mark.parametrize("words", [(), ("field:100:shown",), ("x:1:shown",), ("field:wide:shown",), ("field:99999:x",)])
def test_nonsense_is_passed_over(words: tuple[str, ...]) -> None:
    assert columns_read(words) == ()


def test_they_follow_the_room_until_somebody_changes_one(view: AttributeView, memory: ForRun) -> None:
    columns_of(view, memory)
    assert shown(view) == list(Column)
    view.resize(420, 200)
    assert Column.REMARK not in shown(view)
    assert memory.columns == ()
    view.horizontalHeader().resizeSection(Column.FIELD, 99)
    assert "field:99:shown" in memory.columns
    view.resize(900, 200)
    assert view.columnWidth(Column.FIELD) == 99
    assert Column.REMARK not in shown(view)


def test_the_address_of_a_lead_is_to_be_read_whole(view: AttributeView, memory: ForRun) -> None:
    view.resize(620, 200)
    columns, model = columns_of(view, memory), view.model()
    assert isinstance(model, AttributeModel)
    before = view.columnWidth(Column.NOW)
    email = "maximilian.sommer@acme.example"
    model.show_lead(lead(email=email, Notes="x" * 10_000), NO_CATALOGUE, frozenset())
    columns.show_fields(there=True)
    width = view.columnWidth(Column.NOW)
    assert width > max(before, view.fontMetrics().horizontalAdvance(email[:26]))
    model.show_lead(lead(email="max@acme.example"), NO_CATALOGUE, frozenset())
    columns.show_fields(there=True)
    assert before <= view.columnWidth(Column.NOW) < width
    columns.show_fields(there=False)
    assert not view.columnWidth(Column.NOW)


def test_without_fields_only_names_values_and_remarks_are_of_use(view: AttributeView, memory: ForRun) -> None:
    columns = columns_of(view, memory)
    columns.show_fields(there=False)
    assert shown(view) == [Column.FIELD, Column.VALUE, Column.REMARK]
    view.horizontalHeader().resizeSection(Column.VALUE, 222)
    assert any(word.startswith("now:") and word.endswith(":shown") for word in memory.columns)
    columns.show_fields(there=True)
    assert shown(view) == list(Column)


def test_the_menu_shows_and_hides_them_and_it_stays_so(
    view: AttributeView, make_view: MakeView, memory: ForRun
) -> None:
    columns = columns_of(view, memory)
    menu = columns.menu(view)
    ticks = {action.text(): action for action in menu.actions() if action.isCheckable()}
    assert list(ticks) == ["API name", "Type", "Now", "Remark"]
    assert all(action.isChecked() for action in ticks.values())
    ticks["Type"].trigger()
    view.horizontalHeader().moveSection(0, 2)
    next_day = make_view()
    columns = columns_of(next_day, memory)
    assert shown(next_day) == [Column.API_NAME, Column.FIELD, Column.NOW, Column.VALUE, Column.REMARK]
    next(action for action in columns.menu(next_day).actions() if action.text() == "Fit to the window").trigger()
    assert memory.columns == ()
    assert shown(next_day) == list(Column)


def test_the_header_has_the_menu_too(view: AttributeView, memory: ForRun) -> None:
    columns_of(view, memory)
    view.horizontalHeader().customContextMenuRequested.emit(QPoint(5, 5))
    [menu] = [one for one in view.findChildren(QMenu) if one.isVisible()]
    menu.close()
    assert menu.title() == "&Columns"
