"""The keys of the table: typing begins an edit, Tab goes on, Del blanks."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QUndoStack
from PySide6.QtWidgets import QLineEdit
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from mktgui.domain.catalogue import NO_CATALOGUE
from mktgui.domain.draft import KEEP, Edit, EditKind, Row
from mktgui.ui.attribute_cells import Column
from mktgui.ui.attribute_model import AttributeModel
from mktgui.ui.attribute_view import AttributeView
from mktgui.ui.line_list import Wanted
from mktgui.ui.sentences import Sentences
from mktgui.ui.theme import Theme
from tests.ui.lead_sheet import CATALOGUE, RECORD, setting

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


def end(view: AttributeView, qtbot: QtBot) -> None:
    """Return ends an edit, but only when Qt comes round to it."""
    qtbot.keyClick(editor(view), Key.Key_Return)
    qtbot.waitUntil(lambda: no_editor(view))


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
    go(view, 0, Column.FIELD)
    qtbot.keyClick(view, Key.Key_F2)
    been = []
    for _ in range(3):
        qtbot.keyClick(editor(view), Key.Key_Tab)
        been.append(place(view))
    assert been == [(0, Column.VALUE), (1, Column.FIELD), (1, Column.VALUE)]


def test_tab_back_goes_the_same_way_and_ends_at_the_first_cell(view: AttributeView, qtbot: QtBot) -> None:
    go(view, 1, Column.FIELD)
    qtbot.keyClick(view, Key.Key_F2)
    qtbot.keyClick(editor(view), Key.Key_Backtab)
    assert place(view) == (0, Column.VALUE)
    qtbot.keyClick(editor(view), Key.Key_Backtab)
    qtbot.keyClick(editor(view), Key.Key_Backtab)
    qtbot.waitUntil(lambda: no_editor(view))
    assert place(view) == (0, Column.FIELD)
    assert rows(view) == ROWS


def test_escape_leaves_the_value_as_it_was(view: AttributeView, qtbot: QtBot) -> None:
    go(view, 0, Column.VALUE)
    qtbot.keyClick(view, Key.Key_F2)
    qtbot.keyClicks(editor(view), "CEO")
    qtbot.keyClick(editor(view), Key.Key_Escape)
    qtbot.waitUntil(lambda: no_editor(view))
    assert rows(view) == ROWS


def test_the_empty_line_below_takes_a_new_name_and_goes_on_to_its_value(view: AttributeView, qtbot: QtBot) -> None:
    go(view, 2, Column.FIELD)
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
    go(view, 1, Column.FIELD)
    qtbot.keyClick(view, Key.Key_F2)
    assert editor(view).accessibleName() == "Field, row 2"


def test_a_value_that_nobody_touched_is_not_written_back(view: AttributeView, qtbot: QtBot, undo: QUndoStack) -> None:
    model = view.model()
    assert isinstance(model, AttributeModel)
    awkward = Row("Notes", Edit(EditKind.SET, "one\ttwo\u00a0three"))
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
        model.dataChanged.emit(model.index(0, Column.FIELD), model.index(0, column))
    qtbot.keyClicks(editor(view), "P")
    qtbot.keyClick(editor(view), Key.Key_Tab)
    assert rows(view)[0].edit.text == "VP"


def test_a_cell_that_is_changed_elsewhere_is_shown_anew_until_somebody_types(view: AttributeView, qtbot: QtBot) -> None:
    go(view, 0, Column.VALUE)
    qtbot.keyClick(view, Key.Key_F2)
    view.model().setData(view.model().index(0, Column.VALUE), "CEO")
    assert editor(view).text() == "CEO"


def test_outside_an_edit_tab_leaves_the_table(view: AttributeView) -> None:
    assert not view.tabKeyNavigation()


@pytest.fixture
def sheet(view: AttributeView) -> AttributeModel:
    """The same view on a lead and its fields, one of them marked."""
    model = view.model()
    assert isinstance(model, AttributeModel)
    view.resize(700, 260)
    model.start_over([setting("Title", "CTO")])
    model.show_lead(RECORD, CATALOGUE, frozenset())
    return model


def at(view: AttributeView, model: AttributeModel, name: str, column: Column = Column.VALUE) -> None:
    go(view, next(line.place for line in model.lines() if line.name == name), column)


def name_here(view: AttributeView, model: AttributeModel) -> str:
    line = model.line(view.currentIndex().row())
    return line.name if line is not None else ""


def test_the_value_that_the_lead_has_now_is_there_to_be_changed(
    view: AttributeView, sheet: AttributeModel, qtbot: QtBot
) -> None:
    at(view, sheet, "Old__c")
    qtbot.keyClick(view, Key.Key_F2)
    assert editor(view).text() == "left over"
    end(view, qtbot)
    assert rows(view) == (setting("Title", "CTO"),)
    qtbot.keyClick(view, Key.Key_F2)
    qtbot.keyClick(editor(view), Key.Key_End)
    qtbot.keyClicks(editor(view), "!")
    end(view, qtbot)
    assert rows(view)[1] == setting("Old__c", "left over!")


def test_return_anywhere_on_a_line_edits_its_new_value(
    view: AttributeView, sheet: AttributeModel, qtbot: QtBot
) -> None:
    at(view, sheet, "Title", Column.NOW)
    qtbot.keyClick(view, Key.Key_Return)
    assert editor(view).text() == "CTO"
    assert view.currentIndex().column() == Column.VALUE


def test_a_locked_field_opens_nothing(view: AttributeView, sheet: AttributeModel, qtbot: QtBot) -> None:
    at(view, sheet, "CreatedAt")
    qtbot.keyClick(view, Key.Key_Return)
    qtbot.keyClick(view, "x")
    assert no_editor(view)


def test_tab_passes_over_what_is_locked_and_ends_in_the_empty_line(
    view: AttributeView, sheet: AttributeModel, qtbot: QtBot
) -> None:
    at(view, sheet, "Old__c")
    qtbot.keyClick(view, "x")
    been = []
    while not no_editor(view):
        qtbot.keyClick(editor(view), Key.Key_Tab)
        been.append((name_here(view, sheet), view.currentIndex().column()))
        qtbot.wait(1)  # Qt takes an editor away a moment later
    assert been[:4] == [
        ("Renewal", Column.VALUE),
        ("Unsubscribed", Column.VALUE),
        ("", Column.FIELD),
        ("", Column.VALUE),
    ]


def test_whoever_goes_from_cell_to_cell_is_not_held_up_by_a_value_of_several_lines(
    view: AttributeView, sheet: AttributeModel, qtbot: QtBot
) -> None:
    at(view, sheet, "Birthday")
    qtbot.keyClick(view, Key.Key_F2)
    qtbot.keyClick(editor(view), Key.Key_Backtab)
    qtbot.waitUntil(lambda: no_editor(view))
    assert name_here(view, sheet) == "Address"


@pytest.mark.parametrize("key", [Key.Key_Tab, Key.Key_Return])
def test_a_name_leads_to_its_field_and_on_to_the_new_value(
    view: AttributeView, sheet: AttributeModel, qtbot: QtBot, key: Key
) -> None:
    go(view, sheet.rowCount() - 1, Column.FIELD)
    qtbot.keyClick(view, "j")
    qtbot.keyClicks(editor(view), "ob title")
    qtbot.keyClick(editor(view), key)
    qtbot.waitUntil(lambda: place(view) == (sheet.fields["Title"].place, Column.VALUE))
    assert rows(view) == (setting("Title", "CTO"),)


def test_whoever_clicks_elsewhere_after_a_name_stays_there(
    view: AttributeView, sheet: AttributeModel, qtbot: QtBot
) -> None:
    go(view, sheet.rowCount() - 1, Column.FIELD)
    qtbot.keyClick(view, "t")
    qtbot.keyClicks(editor(view), "itle")
    at(view, sheet, "Renewal")
    assert name_here(view, sheet) == "Renewal"


def test_the_space_bar_goes_through_the_choices_of_a_boolean(
    view: AttributeView, sheet: AttributeModel, qtbot: QtBot
) -> None:
    at(view, sheet, "Unsubscribed")
    seen = []
    for _ in range(3):
        qtbot.keyClick(view, Key.Key_Space)
        seen.append(rows(view)[1:])
    assert seen == [(setting("Unsubscribed", "true"),), (setting("Unsubscribed", "false"),), ()]
    at(view, sheet, "Title")
    qtbot.keyClick(view, Key.Key_Space)
    assert editor(view).text() == " "


def test_a_double_click_opens_a_cell(view: AttributeView, sheet: AttributeModel, qtbot: QtBot) -> None:
    at(view, sheet, "Title")
    where = view.visualRect(view.currentIndex()).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=where)
    qtbot.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert editor(view).text() == "CTO"


def test_several_lines_are_asked_for_elsewhere_unless_typing_replaces_them(
    view: AttributeView, sheet: AttributeModel, qtbot: QtBot
) -> None:
    asked: list[int] = []
    view.long_wanted.connect(asked.append)
    for name, key, modifier in (
        ("Address", Key.Key_F2, Qt.KeyboardModifier.NoModifier),
        ("Title", Key.Key_Return, Qt.KeyboardModifier.ShiftModifier),
        ("CreatedAt", Key.Key_Return, Qt.KeyboardModifier.ShiftModifier),
    ):
        at(view, sheet, name)
        qtbot.keyClick(view, key, modifier)
    assert asked == [sheet.fields["Address"].place, sheet.fields["Title"].place]
    assert no_editor(view)
    at(view, sheet, "Address")
    qtbot.keyClick(view, "x")
    assert editor(view).text() == "x"


def test_what_was_typed_can_be_taken_over_from_outside(
    view: AttributeView, sheet: AttributeModel, qtbot: QtBot
) -> None:
    view.finish()
    at(view, sheet, "Title")
    qtbot.keyClick(view, "V")
    view.finish()
    assert rows(view) == (setting("Title", "V"),)


def test_the_place_is_kept_when_other_lines_are_shown(view: AttributeView, sheet: AttributeModel) -> None:
    view.resize(700, 120)
    at(view, sheet, "Renewal", Column.NOW)
    before = view.verticalScrollBar().value()
    assert before > 0
    sheet.favour(frozenset({"Unsubscribed"}))
    assert (name_here(view, sheet), view.currentIndex().column()) == ("Renewal", Column.NOW)
    assert view.verticalScrollBar().value() == before
    assert [index.row() for index in view.selectedIndexes()] == [sheet.fields["Renewal"].place]


def test_typing_goes_on_when_other_lines_are_shown(view: AttributeView, sheet: AttributeModel, qtbot: QtBot) -> None:
    at(view, sheet, "Title")
    qtbot.keyClick(view, "V")
    qtbot.keyClick(editor(view), "P")
    sheet.favour(frozenset({"Unsubscribed"}))
    qtbot.keyClicks(editor(view), "!")
    end(view, qtbot)
    assert rows(view) == (setting("Title", "VP!"),)


def test_what_was_being_typed_into_a_field_that_goes_is_kept(
    view: AttributeView, sheet: AttributeModel, qtbot: QtBot
) -> None:
    at(view, sheet, "Old__c")
    qtbot.keyClick(view, "n")
    sheet.show_lead(None, CATALOGUE, frozenset())
    assert rows(view) == (setting("Title", "CTO"), setting("Old__c", "n"))


def test_nothing_is_kept_of_an_editor_that_nobody_touched(
    view: AttributeView, sheet: AttributeModel, qtbot: QtBot
) -> None:
    at(view, sheet, "Old__c")
    qtbot.keyClick(view, Key.Key_F2)
    sheet.show_lead(None, CATALOGUE, frozenset())
    assert rows(view) == (setting("Title", "CTO"),)


def test_a_name_that_is_being_typed_stays_when_other_lines_are_shown(
    view: AttributeView, sheet: AttributeModel, qtbot: QtBot
) -> None:
    go(view, sheet.rowCount() - 1, Column.FIELD)
    qtbot.keyClick(view, "A")
    sheet.show_lead(None, NO_CATALOGUE, frozenset())
    sheet.show_lead(RECORD, CATALOGUE, frozenset({"Title"}))
    assert editor(view).text() == "A"


def test_without_a_place_other_lines_may_come_and_go(view: AttributeView, sheet: AttributeModel) -> None:
    view.selectionModel().clear()
    sheet.favour(frozenset({"Unsubscribed"}))
    assert not view.currentIndex().isValid()


def test_the_current_cell_stays_in_sight_when_the_view_gets_lower(view: AttributeView, sheet: AttributeModel) -> None:
    view.resize(700, 300)
    go(view, 0, Column.VALUE)
    view.scrollToTop()
    last = view.rowAt(view.viewport().height() - 2)
    go(view, last, Column.VALUE)
    view.resize(700, 240)
    assert view.viewport().rect().contains(view.visualRect(view.currentIndex()).center())


def test_what_stands_in_an_open_editor_can_be_asked_for_and_each_change_of_it_is_told(
    view: AttributeView, qtbot: QtBot
) -> None:
    told: list[object] = []
    view.typed.connect(lambda: told.append(view.as_typed))
    go(view, 0, Column.VALUE)
    qtbot.keyClick(view, Key.Key_F2)
    assert (view.as_typed, told) == (None, [])
    qtbot.keyClicks(editor(view), "VP")
    line = line_at(view, 0)
    assert told == [(line, Column.VALUE, "V"), (line, Column.VALUE, "VP")]
    qtbot.keyClick(editor(view), Key.Key_Escape)
    qtbot.waitUntil(lambda: no_editor(view))
    assert told[2:] == [None]
    assert rows(view) == ROWS


def test_a_value_that_is_being_typed_in_short_is_told_as_it_is_meant(view: AttributeView, qtbot: QtBot) -> None:
    model = view.model()
    assert isinstance(model, AttributeModel)
    model.show_lead(RECORD, CATALOGUE, frozenset())
    go(view, next(line.place for line in model.lines() if line.name == "Unsubscribed"), Column.VALUE)
    qtbot.keyClick(view, Key.Key_F2)
    qtbot.keyClicks(editor(view), "yes")
    assert view.as_typed is not None
    assert view.as_typed[1:] == (Column.VALUE, "true")
    end(view, qtbot)


def line_at(view: AttributeView, row: int) -> object:
    model = view.model()
    assert isinstance(model, AttributeModel)
    return model.line(row)


def test_heads_that_nobody_sees_are_not_painted_when_only_a_part_is_left(
    qtbot: QtBot, undo: QUndoStack, theme: Theme, sentences: Sentences
) -> None:
    class Counting(AttributeModel):
        asked = 0

        def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> object:  # noqa: N802 - Qt's name
            self.asked += orientation == Qt.Orientation.Vertical
            return super().headerData(section, orientation, role)

    model = Counting(undo, theme, sentences)
    model.start_over([Row(f"Field {number}", Edit(EditKind.SET, "x")) for number in range(3000)])
    view = AttributeView(model)
    qtbot.addWidget(view)
    with qtbot.waitActive(view):
        view.show()
    go(view, 2999, Column.VALUE)
    qtbot.waitUntil(lambda: not view.visualRect(view.currentIndex()).isEmpty())
    for step in (lambda: model.see(Wanted("field 1")), lambda: model.splice(5, 1000, ())):
        model.see(Wanted())
        view.scrollToBottom()
        view.repaint()
        model.asked = 0
        step()
        view.verticalHeader().viewport().repaint()
        assert 0 < model.asked < 1000
