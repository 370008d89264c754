"""The table worked with keys and buttons: a lead is changed in it, and what there is to say is said below it."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QClipboard, QGuiApplication, QUndoStack
from PySide6.QtWidgets import QLineEdit, QMenu, QToolButton
from pytestqt.qtbot import QtBot

from mktgui.domain.catalogue import NO_CATALOGUE, Catalogue
from mktgui.domain.draft import CLEAR, KEEP, Row
from mktgui.domain.findings import Code, Spot, error
from mktgui.domain.lead import text_value
from mktgui.ui.attribute_cells import Column
from mktgui.ui.attribute_model import AttributeModel
from mktgui.ui.attribute_table import AttributeTable
from mktgui.ui.sentences import Sentences
from mktgui.ui.table_memory import ForRun
from mktgui.ui.theme import Theme
from mktgui.workers.reckoning import Reckoning
from mktgui.workers.runner import Runner
from tests.ui.checks import nameless
from tests.ui.lead_sheet import CATALOGUE, RECORD, planned, setting, unknown

Key = Qt.Key


@pytest.fixture
def clipboard(clipboard_text: None) -> QClipboard:
    return QGuiApplication.clipboard()


@pytest.fixture
def memory() -> ForRun:
    memory = ForRun()
    memory.hide_blanks = False
    return memory


@pytest.fixture
def table(
    qtbot: QtBot, undo: QUndoStack, theme: Theme, sentences: Sentences, clipboard: QClipboard, memory: ForRun
) -> Iterator[AttributeTable]:
    table = AttributeTable(AttributeModel(undo, theme, sentences), undo, clipboard, memory)
    qtbot.addWidget(table)
    table.resize(520, 400)
    with qtbot.waitActive(table):
        table.show()
    yield table
    table.close()


@pytest.fixture
def sheet(table: AttributeTable) -> AttributeTable:
    table.show_lead(RECORD, CATALOGUE)
    return table


def at(table: AttributeTable, name: str, column: Column = Column.VALUE) -> None:
    place = next(line.place for line in table.model.lines() if line.name == name)
    table.view.setCurrentIndex(table.model.index(place, column))


def name_at_cursor(table: AttributeTable) -> str:
    line = table.model.line(table.view.currentIndex().row())
    assert line is not None
    return line.name


def editor_of(table: AttributeTable) -> QLineEdit:
    return next(editor for editor in table.view.findChildren(QLineEdit) if editor.isVisible())


def rows_of(table: AttributeTable) -> tuple[Row, ...]:
    return table.model.rows


def press(table: AttributeTable, text: str) -> None:
    """Press a button by what stands on it."""
    next(button for button in table.findChildren(QToolButton) if button.text() == text and button.isVisible()).click()


def offers(table: AttributeTable) -> list[str]:
    return [button.text() for button in table.remark.buttons if not button.isHidden()]


def test_typing_goes_from_name_to_value_to_the_next_name(table: AttributeTable, qtbot: QtBot) -> None:
    table.add_row()
    for text in ("Title", "CTO", "Phone", "1"):
        qtbot.keyClicks(editor_of(table), text)
        qtbot.keyClick(editor_of(table), Key.Key_Tab)
    assert rows_of(table) == (setting("Title", "CTO"), setting("Phone", "1"))


def test_adding_is_reached_by_key_from_anywhere_in_the_window(table: AttributeTable, qtbot: QtBot) -> None:
    elsewhere, layout = QLineEdit(), table.layout()
    assert layout is not None
    layout.addWidget(elsewhere)
    elsewhere.setFocus()
    qtbot.keyClick(elsewhere, Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(editor_of(table), "Title")
    assert elsewhere.text() == ""


def test_the_buttons_set_empty_leave_alone_delete_undo_and_redo(sheet: AttributeTable, undo: QUndoStack) -> None:
    at(sheet, "Title")
    press(sheet, "Set empty")
    assert rows_of(sheet) == (Row("Title", CLEAR),)
    press(sheet, "Leave alone")
    assert rows_of(sheet) == ()
    press(sheet, "Undo")
    press(sheet, "Delete")
    assert rows_of(sheet) == ()
    press(sheet, "Undo")
    press(sheet, "Undo")
    press(sheet, "Redo")
    assert rows_of(sheet) == (Row("Title", CLEAR),)
    press(sheet, "Add")
    assert editor_of(sheet).accessibleName() == f"Field, row {sheet.model.rowCount()}"


def test_locked_fields_stay_and_say_why(sheet: AttributeTable) -> None:
    at(sheet, "CreatedAt")
    assert sheet.message.text().startswith("Marketo keeps Created At itself: it cannot be changed. Now: ")
    sheet.set_empty()
    assert sheet.message.text() == "1 field(s) are locked, and stay as they are."
    assert rows_of(sheet) == ()


def test_a_lead_that_is_read_takes_nothing_away_and_what_was_said_stays(
    table: AttributeTable, undo: QUndoStack
) -> None:
    said: list[str] = []
    table.said.connect(said.append)
    table.paste()
    table.take([setting("Title", "CEO"), setting("Titel", "x")], "Recipe")
    table.show_lead(RECORD, CATALOGUE)
    assert table.message.text() == "There is nothing to paste on the clipboard."
    assert said == [table.message.text()]
    assert rows_of(table) == (setting("Title", "CEO"), setting("Titel", "x"))
    assert undo.undoText() == "Recipe"
    undo.undo()
    assert rows_of(table) == ()
    table.show_lead(None, NO_CATALOGUE)
    assert table.view.isColumnHidden(Column.NOW)


def test_columns_come_with_the_fields(table: AttributeTable) -> None:
    assert table.view.isColumnHidden(Column.TYPE)
    table.resize(900, 400)
    table.show_lead(None, CATALOGUE)
    assert not any(table.view.isColumnHidden(column) for column in Column)


def test_a_remark_of_the_current_line_is_told_in_full_until_an_act_says_more(sheet: AttributeTable) -> None:
    sheet.take([setting("Title", " CEO")], "Recipe")
    at(sheet, "Title")
    sheet.show_findings(planned(sheet.model.rows))
    assert sheet.message.text() == "Begins or ends with a space, and will be sent so."
    sheet.paste()
    sheet.show_findings(planned(sheet.model.rows))
    assert sheet.message.text() == "There is nothing to paste on the clipboard."
    at(sheet, "Address")
    assert sheet.remark.isHidden()


def test_a_slip_in_a_name_can_be_put_right_by_a_button_or_a_key(sheet: AttributeTable, undo: QUndoStack) -> None:
    sheet.take([setting("Titel", "CEO")], "Recipe")
    at(sheet, "Titel", Column.FIELD)
    sheet.show_findings((unknown(0, "Titel", "Title, Site"),))
    assert offers(sheet) == ["Use Title", "Use Site"]
    sheet.remark.buttons[0].click()
    assert rows_of(sheet) == (setting("Title", "CEO"),)
    undo.undo()
    at(sheet, "Titel")
    sheet.show_findings((unknown(0, "Titel", "Title"),))
    sheet.take_offer()
    assert rows_of(sheet) == (setting("Title", "CEO"),)
    sheet.take_offer()
    assert rows_of(sheet) == (setting("Title", "CEO"),)


def test_the_menu_offers_first_what_the_remark_offers(sheet: AttributeTable) -> None:
    sheet.take([setting("Birthday", "3/5/2026")], "Recipe")
    at(sheet, "Birthday")
    sheet.show_findings((error(Code.NO_INTEGER, Spot.ROW_VALUE, 0, meant="1 & 2"),))
    sheet.view.customContextMenuRequested.emit(QPoint(5, 5))
    [menu] = [one for one in sheet.findChildren(QMenu) if one.isVisible()]
    texts = [action.text() for action in menu.actions()]
    assert texts[0] == "Use 1 && 2"
    assert texts[2] == "&Add field"
    assert texts[-1] == "&Columns"
    menu.actions()[0].trigger()
    menu.close()
    assert rows_of(sheet) == (setting("Birthday", "1 & 2"),)


def test_an_emptied_cell_is_explained(sheet: AttributeTable, qtbot: QtBot) -> None:
    at(sheet, "Title")
    qtbot.keyClick(sheet.view, Key.Key_F2)
    editor_of(sheet).clear()
    sheet.finish_editing()
    assert sheet.message.text() == "An empty cell leaves the field alone. To empty it in Marketo, press Ctrl+0."
    assert rows_of(sheet) == ()


def test_a_favourite_goes_to_the_top_and_the_cursor_stays(sheet: AttributeTable, memory: ForRun) -> None:
    at(sheet, "Unsubscribed")
    here = sheet.view.currentIndex().row()
    sheet.favour()
    assert memory.favourites == {"Unsubscribed"}
    assert sheet.model.lines()[2].name == "Unsubscribed"
    assert sheet.view.currentIndex().row() == here
    assert sheet.message.text() == "Unsubscribed is a favourite now: it stands at the top."
    at(sheet, "Unsubscribed")
    sheet.favour()
    assert memory.favourites == frozenset()
    assert sheet.message.text() == "Unsubscribed is no favourite any more."
    at(sheet, "Id")
    sheet.favour()
    assert sheet.message.text() == "Only a field of this Marketo can be a favourite."


def test_the_filter_is_reached_by_key_and_leads_to_the_first_line_it_found(sheet: AttributeTable, qtbot: QtBot) -> None:
    sheet.view.setFocus()
    qtbot.keyClick(sheet.view, Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert sheet.filter.text.hasFocus()
    qtbot.keyClicks(sheet.filter.text, "renew")
    qtbot.keyClick(sheet.filter.text, Key.Key_Down)
    assert sheet.view.hasFocus()
    line = sheet.model.line(sheet.view.currentIndex().row())
    assert line is not None
    assert line.name == "Renewal"
    qtbot.keyClick(sheet.view, Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(sheet.filter.text, Key.Key_Escape)
    assert sheet.view.hasFocus()
    line = sheet.model.line(sheet.view.currentIndex().row())
    assert line is not None
    assert line.name == "Renewal"


def test_the_filter_of_an_empty_table_leads_to_the_empty_line(table: AttributeTable) -> None:
    table.filter.table_wanted.emit()
    assert (table.view.currentIndex().row(), table.view.currentIndex().column()) == (0, Column.FIELD)


def test_a_custom_name_is_added_from_the_filter(sheet: AttributeTable, qtbot: QtBot) -> None:
    qtbot.keyClicks(sheet.filter.text, "Zip__c")
    press(sheet, "Add as custom name")
    qtbot.keyClicks(editor_of(sheet), "8000")
    sheet.finish_editing()
    assert rows_of(sheet) == (setting("Zip__c", "8000"),)
    assert sheet.filter.text.text() == ""
    assert len(sheet.model.lines()) == len(sheet.model.fields) + 1


def test_hidden_blanks_are_remembered(sheet: AttributeTable, memory: ForRun, undo: QUndoStack, theme: Theme) -> None:
    press(sheet, "Hide blanks")
    assert memory.hide_blanks
    again = AttributeTable(AttributeModel(undo, theme, Sentences()), undo, QGuiApplication.clipboard(), memory)
    again.show_lead(RECORD, CATALOGUE)
    assert "Birthday" not in [line.name for line in again.model.lines()]
    again.deleteLater()


def test_several_lines_are_edited_below_the_table(sheet: AttributeTable, qtbot: QtBot, undo: QUndoStack) -> None:
    at(sheet, "Address")
    qtbot.keyClick(sheet.view, Key.Key_Return)
    long = sheet.long.editor
    assert long.isVisible()
    assert long.title.text() == "New value of Address"
    qtbot.keyClick(long.text, Key.Key_End)
    qtbot.keyClicks(long.text, "!")
    qtbot.keyClick(long.text, Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert rows_of(sheet) == (setting("Address", "Main St 1!\r\nFloor 2"),)
    assert sheet.view.hasFocus()
    assert sheet.view.currentIndex() == sheet.model.index(sheet.model.fields["Address"].place, Column.VALUE)
    undo.undo()
    assert rows_of(sheet) == ()


def test_the_long_editor_is_finished_by_another_one_or_from_outside(sheet: AttributeTable, qtbot: QtBot) -> None:
    for name in ("Address", "Title", ""):
        sheet.edit_long(sheet.model.fields[name].place if name else 99)
        if name:
            sheet.long.editor.text.setPlainText(f"new {name}")
    assert sheet.long.editor.is_open
    sheet.finish_editing()
    assert rows_of(sheet) == (setting("Address", "new Address"), setting("Title", "new Title"))


def test_copy_and_paste(sheet: AttributeTable, clipboard: QClipboard) -> None:
    at(sheet, "Title", Column.NOW)
    sheet.copy()
    assert clipboard.text() == "VP Sales"
    at(sheet, "Address")
    sheet.paste()
    assert rows_of(sheet) == (setting("Address", "VP Sales"),)
    assert sheet.message.text() == "Pasted 1 cell(s)."
    sheet.copy_lines()
    assert sheet.message.text() == f"Copied {len(sheet.model.lines())} line(s)."
    assert clipboard.text().startswith("Field\tAPI name\tNow\tNew value\n")


def test_the_fields_can_be_asked_for_again_from_the_view_menu(sheet: AttributeTable, qtbot: QtBot) -> None:
    menu = sheet.filter.more.menu()
    for _ in range(2):
        menu.aboutToShow.emit()
    texts = [action.text() for action in menu.actions()]
    assert texts == ["&Columns", "F&ilter fields", "&Read the fields of Marketo again"]
    with qtbot.waitSignal(sheet.refresh_catalogue_wanted, timeout=1000):
        menu.actions()[-1].trigger()


def test_everything_that_takes_the_focus_has_a_name(sheet: AttributeTable) -> None:
    sheet.edit_long(sheet.model.fields["Address"].place)
    assert not nameless(sheet)
    assert sheet.view.accessibleName() == "Fields of the lead"


def test_leaving_alone_takes_the_mark_away(table: AttributeTable) -> None:
    table.model.start_over([setting("Title", "CTO")])
    at(table, "Title")
    table.leave_alone()
    assert rows_of(table) == (Row("Title", KEEP),)


def test_rows_can_be_replaced_by_others_in_one_step(sheet: AttributeTable, undo: QUndoStack) -> None:
    sheet.take([setting("Title", "CTO"), setting("Titel", "x")], "Recipe")
    sheet.replace([setting("Address", "y")], "Taken over")
    assert rows_of(sheet) == (setting("Address", "y"),)
    assert undo.undoText() == "Taken over"
    undo.undo()
    assert rows_of(sheet) == (setting("Title", "CTO"), setting("Titel", "x"))


def test_who_comes_with_the_keyboard_can_begin_at_once(table: AttributeTable) -> None:
    table.begin()
    assert editor_of(table).accessibleName() == "Field, row 1"
    table.finish_editing()
    table.show_lead(RECORD, CATALOGUE)
    table.begin()
    assert table.filter.text.hasFocus()
    table.take([setting("Title", "CTO")], "Recipe")
    table.view.setCurrentIndex(table.model.index(0, Column.VALUE))
    table.begin()
    assert table.view.hasFocus()
    assert name_at_cursor(table) == "Title"  # the change is in sight
    table.take([setting("Title", "CTO"), setting("Address", "y")], "Recipe")
    table.begin()
    assert name_at_cursor(table) == "Title"  # and whoever is at one stays there


def test_what_is_being_typed_is_among_the_rows_as_typed_alone(sheet: AttributeTable, qtbot: QtBot) -> None:
    told: list[tuple[Row, ...]] = []
    sheet.typed.connect(lambda: told.append(sheet.rows_as_typed))
    at(sheet, "Title")
    qtbot.keyClicks(sheet.view, "C")
    qtbot.keyClicks(editor_of(sheet), "TO")
    assert (sheet.rows_as_typed, rows_of(sheet)) == ((setting("Title", "CTO"),), ())
    assert told[-1] == (setting("Title", "CTO"),)
    sheet.finish_editing()
    assert rows_of(sheet) == sheet.rows_as_typed == (setting("Title", "CTO"),)


def typed_in(sheet: AttributeTable) -> tuple[Row, ...]:
    return sheet.rows_as_typed


def test_so_is_what_stands_in_the_long_editor(sheet: AttributeTable, qtbot: QtBot) -> None:
    told: list[tuple[Row, ...]] = []
    sheet.typed.connect(lambda: told.append(typed_in(sheet)))
    at(sheet, "Address")
    qtbot.keyClick(sheet.view, Key.Key_Return)
    assert typed_in(sheet) == ()
    qtbot.keyClicks(sheet.long.editor.text, "c/o ")
    assert typed_in(sheet) == told[-1] == (setting("Address", "c/o Main St 1\r\nFloor 2"),)
    assert rows_of(sheet) == ()
    sheet.long.editor.give_up()
    assert typed_in(sheet) == ()
    assert not told[-1]


def test_where_the_person_has_come_to_is_told_and_one_can_be_sent_there(sheet: AttributeTable) -> None:
    picked: list[str] = []
    sheet.picked.connect(picked.append)
    sheet.go_to("Title")
    assert picked == ["Title"]
    sheet.go_to("Title")
    sheet.go_to("Nothing of the kind")
    assert picked == ["Title"]
    sheet.view.setCurrentIndex(sheet.model.index(sheet.model.rowCount() - 1, 0))
    assert picked == ["Title", ""]
    sheet.filter.text.setText("phone")
    sheet.go_to("title")  # as a message over REST has it; also where it is not in sight
    assert picked[-1] == "Title"


@pytest.fixture
def slow(
    qtbot: QtBot, undo: QUndoStack, theme: Theme, sentences: Sentences, clipboard: QClipboard, runner: Runner
) -> Iterator[AttributeTable]:
    """A table for which every lead is a big one."""
    table = AttributeTable(
        AttributeModel(undo, theme, sentences), undo, clipboard, reckoning=Reckoning(runner, at_once=0)
    )
    qtbot.addWidget(table)
    with qtbot.waitActive(table):
        table.show()
    yield table
    table.close()


def test_a_big_lead_comes_a_moment_later_and_then_the_keyboard_goes_to_it(slow: AttributeTable, qtbot: QtBot) -> None:
    slow.show_lead(RECORD, CATALOGUE)
    slow.begin()
    assert not slow.model.has_record
    qtbot.waitUntil(lambda: slow.model.lead_id == RECORD.id)
    assert slow.filter.text.hasFocus()
    slow.show_lead(RECORD, CATALOGUE)
    assert slow.model.has_record, "the same lead, read again, stays in sight meanwhile"


def test_of_two_big_leads_the_last_one_stays(slow: AttributeTable, qtbot: QtBot) -> None:
    other = replace(RECORD, id=text_value("7"))
    slow.show_lead(RECORD, CATALOGUE)
    qtbot.waitUntil(lambda: slow.model.lead_id == RECORD.id)
    slow.show_lead(other, CATALOGUE)
    assert not slow.model.has_record, "no value of another lead stays in sight"
    slow.show_lead(RECORD, CATALOGUE)
    slow.show_lead(other, CATALOGUE)
    qtbot.waitUntil(lambda: slow.model.has_record)
    assert slow.model.lead_id == other.id


def test_nobody_waits_for_the_values_of_another_lead_to_go(
    qtbot: QtBot, undo: QUndoStack, theme: Theme, sentences: Sentences, clipboard: QClipboard, runner: Runner
) -> None:
    few = Reckoning(runner, at_once=len(CATALOGUE.fields))  # no lead, but all fields that are described
    table = AttributeTable(AttributeModel(undo, theme, sentences), undo, clipboard, reckoning=few)
    qtbot.addWidget(table)
    many = Catalogue(tuple(replace(CATALOGUE.fields[0], name=f"N{n}") for n in range(len(CATALOGUE.fields) + 1)))
    for catalogue, names in ((CATALOGUE, {field.name for field in CATALOGUE.attributes}), (many, set[str]())):
        table.show_lead(RECORD, CATALOGUE)
        qtbot.waitUntil(lambda: table.model.has_record)
        table.show_lead(replace(RECORD, id=text_value("7")), catalogue)
        assert not table.model.has_record
        assert set(table.model.fields) == names
        qtbot.waitUntil(lambda: table.model.has_record)
    table.show_lead(None, many)
    assert not table.model.has_record
    qtbot.waitUntil(lambda: not table.is_listing)
    assert set(table.model.fields) == {field.name for field in many.fields}
    assert table.lists_at_once(None, CATALOGUE)
    assert not table.lists_at_once(RECORD, CATALOGUE)


def test_a_favourite_chosen_while_a_big_lead_is_on_its_way_is_one_when_it_comes(
    slow: AttributeTable, qtbot: QtBot
) -> None:
    slow.show_lead(RECORD, CATALOGUE)
    qtbot.waitUntil(lambda: slow.model.has_record)
    at(slow, "Title")
    slow.show_lead(RECORD, CATALOGUE)
    slow.favour()
    qtbot.waitUntil(lambda: not slow.is_listing)
    assert slow.model.fields["Title"].favourite
