"""The keys of the table: typing begins an edit, Tab goes on, Del blanks."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QUndoStack
from PySide6.QtWidgets import QLineEdit, QSpinBox
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from mktgui.domain.draft import KEEP, Edit, EditKind, Row
from mktgui.ui.attribute_model import AttributeModel, Column
from mktgui.ui.attribute_view import AttributeView
from mktgui.ui.sentences import Sentences
from mktgui.ui.theme import Theme

Key = Qt.Key
ROWS = (Row("Title", Edit(EditKind.SET, "CTO")), Row("City", KEEP))


@pytest.fixture
def view(
    qtbot: QtBot, undo: QUndoStack, theme: Theme, sentences: Sentences, qtmodeltester: ModelTester
) -> Iterator[AttributeView]:
    model = AttributeModel(undo, theme, sentences)
    model.start_over(ROWS)
    qtmodeltester.check(model)
    view = AttributeView(model)
    qtbot.addWidget(view)
    with qtbot.waitActive(view):
        view.show()
    yield view
    view.close()


def rows(view: AttributeView) -> tuple[Row, ...]:
    model = view.model()
    assert isinstance(model, AttributeModel)
    return model.rows


def go(view: AttributeView, row: int, column: Column) -> None:
    view.setCurrentIndex(view.model().index(row, column))


def place(view: AttributeView) -> tuple[int, int]:
    return view.currentIndex().row(), view.currentIndex().column()


def editor(view: AttributeView) -> QLineEdit:
    return next(one for one in view.findChildren(QLineEdit) if one.isVisible())


def no_editor(view: AttributeView) -> bool:
    return not view.findChildren(QLineEdit)


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Enter, Key.Key_F2])
def test_a_key_opens_the_cell_and_return_ends_it_without_going_on(view: AttributeView, qtbot: QtBot, key: Key) -> None:
    go(view, 0, Column.VALUE)
    qtbot.keyClick(view, key)
    assert editor(view).text() == "CTO"
    qtbot.keyClicks(editor(view), "CEO")
    qtbot.keyClick(editor(view), Key.Key_Return)
    qtbot.waitUntil(lambda: no_editor(view))
    assert rows(view)[0].edit.text == "CEO"
    assert place(view) == (0, Column.VALUE)


def test_typing_begins_an_edit_over_the_old_text(view: AttributeView, qtbot: QtBot) -> None:
    go(view, 0, Column.VALUE)
    qtbot.keyClick(view, "V")
    qtbot.keyClicks(editor(view), "P")
    qtbot.keyClick(editor(view), Key.Key_Tab)
    assert rows(view)[0].edit.text == "VP"


def test_tab_goes_right_and_then_down_to_the_next_name(view: AttributeView, qtbot: QtBot) -> None:
    go(view, 0, Column.NAME)
    qtbot.keyClick(view, Key.Key_F2)
    been = []
    for _ in range(3):
        qtbot.keyClick(editor(view), Key.Key_Tab)
        been.append(place(view))
    assert been == [(0, Column.VALUE), (1, Column.NAME), (1, Column.VALUE)]


def test_tab_back_goes_the_same_way_and_ends_at_the_first_cell(view: AttributeView, qtbot: QtBot) -> None:
    go(view, 1, Column.NAME)
    qtbot.keyClick(view, Key.Key_F2)
    qtbot.keyClick(editor(view), Key.Key_Backtab)
    assert place(view) == (0, Column.VALUE)
    qtbot.keyClick(editor(view), Key.Key_Backtab)
    qtbot.keyClick(editor(view), Key.Key_Backtab)
    qtbot.waitUntil(lambda: no_editor(view))
    assert place(view) == (0, Column.NAME)
    assert rows(view) == ROWS


def test_escape_leaves_the_value_as_it_was(view: AttributeView, qtbot: QtBot) -> None:
    go(view, 0, Column.VALUE)
    qtbot.keyClick(view, Key.Key_F2)
    qtbot.keyClicks(editor(view), "CEO")
    qtbot.keyClick(editor(view), Key.Key_Escape)
    qtbot.waitUntil(lambda: no_editor(view))
    assert rows(view) == ROWS


def test_the_empty_line_below_takes_a_new_name_and_goes_on_to_its_value(view: AttributeView, qtbot: QtBot) -> None:
    go(view, 2, Column.NAME)
    qtbot.keyClick(view, "F")
    qtbot.keyClicks(editor(view), "ax")
    qtbot.keyClick(editor(view), Key.Key_Tab)
    assert place(view) == (2, Column.VALUE)
    qtbot.keyClicks(editor(view), "1")
    qtbot.keyClick(editor(view), Key.Key_Tab)
    assert rows(view) == (*ROWS, Row("Fax", Edit(EditKind.SET, "1")))


def test_delete_blanks_what_is_selected_and_shift_delete_does_not(view: AttributeView, qtbot: QtBot) -> None:
    view.selectAll()
    qtbot.keyClick(view, Key.Key_Delete, Qt.KeyboardModifier.ShiftModifier)
    assert rows(view) == ROWS
    go(view, 0, Column.VALUE)
    qtbot.keyClick(view, Key.Key_Delete)
    assert rows(view) == (Row("Title", KEEP), ROWS[1])


def test_the_editor_says_where_it_is(view: AttributeView, qtbot: QtBot) -> None:
    go(view, 1, Column.NAME)
    qtbot.keyClick(view, Key.Key_F2)
    assert editor(view).accessibleName() == "Attribute, row 2"


def test_a_value_that_nobody_touched_is_not_written_back(view: AttributeView, qtbot: QtBot, undo: QUndoStack) -> None:
    model = view.model()
    assert isinstance(model, AttributeModel)
    awkward = Row("Notes", Edit(EditKind.SET, "one\r\ntwo\u00a0three"))
    model.start_over([awkward])
    go(view, 0, Column.VALUE)
    qtbot.keyClick(view, Key.Key_F2)
    qtbot.keyClick(editor(view), Key.Key_Tab)
    assert rows(view) == (awkward,)
    assert not undo.canUndo()


def test_what_a_screen_reader_or_dictation_puts_into_the_cell_counts_as_typed(
    view: AttributeView, qtbot: QtBot
) -> None:
    go(view, 0, Column.VALUE)
    qtbot.keyClick(view, Key.Key_F2)
    editor(view).setText("CEO")  # what Qt does for them; its mark of a change stays off
    qtbot.keyClick(editor(view), Key.Key_Tab)
    assert rows(view)[0].edit.text == "CEO"


def test_a_remark_that_comes_while_typing_takes_nothing_away(view: AttributeView, qtbot: QtBot) -> None:
    model = view.model()
    go(view, 0, Column.VALUE)
    qtbot.keyClick(view, "V")
    for column in (Column.VALUE, Column.REMARK):
        model.dataChanged.emit(model.index(0, Column.NAME), model.index(0, column))
    qtbot.keyClicks(editor(view), "P")
    qtbot.keyClick(editor(view), Key.Key_Tab)
    assert rows(view)[0].edit.text == "VP"


def test_a_cell_that_is_changed_elsewhere_is_shown_anew_until_somebody_types(view: AttributeView, qtbot: QtBot) -> None:
    go(view, 0, Column.VALUE)
    qtbot.keyClick(view, Key.Key_F2)
    view.model().setData(view.model().index(0, Column.VALUE), "CEO")
    assert editor(view).text() == "CEO"


def test_an_editor_of_another_kind_is_passed_over(view: AttributeView) -> None:
    view.itemDelegate().setEditorData(QSpinBox(view), view.model().index(0, Column.VALUE))
    view.itemDelegate().setModelData(QSpinBox(view), view.model(), view.model().index(0, Column.VALUE))
    assert rows(view) == ROWS


def test_outside_an_edit_tab_leaves_the_table(view: AttributeView) -> None:
    assert not view.tabKeyNavigation()
