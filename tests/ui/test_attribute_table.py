"""The table worked with keys, buttons and a spreadsheet's clipboard."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QClipboard, QGuiApplication, QUndoStack
from PySide6.QtWidgets import QLineEdit, QToolButton
from pytestqt.qtbot import QtBot

from mktgui.domain.draft import CLEAR, KEEP, Draft, Edit, EditKind, Row
from mktgui.domain.plan import plan
from mktgui.ui.attribute_model import AttributeModel, Column
from mktgui.ui.attribute_table import AttributeTable
from mktgui.ui.sentences import Sentences
from mktgui.ui.theme import Theme


def setting(name: str, value: str) -> Row:
    return Row(name, Edit(EditKind.SET, value))


@pytest.fixture
def clipboard(clipboard_text: None) -> QClipboard:
    return QGuiApplication.clipboard()


@pytest.fixture
def table(qtbot: QtBot, undo: QUndoStack, theme: Theme, sentences: Sentences, clipboard: QClipboard) -> AttributeTable:
    table = AttributeTable(AttributeModel(undo, theme, sentences), undo, clipboard)
    qtbot.addWidget(table)
    table.resize(520, 300)
    table.show()
    return table


def at(table: AttributeTable, row: int, column: Column) -> None:
    table.view.setCurrentIndex(table.model.index(row, column))


def editor_of(table: AttributeTable) -> QLineEdit:
    return next(editor for editor in table.view.findChildren(QLineEdit) if editor.isVisible())


def rows_of(table: AttributeTable) -> tuple[Row, ...]:
    return table.model.rows


def press(table: AttributeTable, text: str) -> None:
    """Press a button of the bar by what stands on it."""
    next(button for button in table.findChildren(QToolButton) if button.text() == text).click()


def test_typing_goes_from_name_to_value_to_the_next_name(table: AttributeTable, qtbot: QtBot) -> None:
    table.add_row()
    for text in ("Title", "CTO", "Phone", "1"):
        qtbot.keyClicks(editor_of(table), text)
        qtbot.keyClick(editor_of(table), Qt.Key.Key_Tab)
    assert table.model.rows == (setting("Title", "CTO"), setting("Phone", "1"))


def test_adding_is_reached_by_key_from_anywhere_in_the_window(table: AttributeTable, qtbot: QtBot) -> None:
    elsewhere, layout = QLineEdit(), table.layout()
    assert layout is not None
    layout.addWidget(elsewhere)
    with qtbot.waitActive(table):
        table.activateWindow()
    elsewhere.setFocus()
    qtbot.keyClick(elsewhere, Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(editor_of(table), "Title")
    assert elsewhere.text() == ""


def test_enter_opens_a_cell_and_enter_ends_it(table: AttributeTable, qtbot: QtBot) -> None:
    table.model.start_over([setting("Title", "CTO")])
    at(table, 0, Column.VALUE)
    qtbot.keyClick(table.view, Qt.Key.Key_Return)
    editor = editor_of(table)
    assert editor.accessibleName() == "New value, row 1"
    editor.selectAll()
    qtbot.keyClicks(editor, "CEO")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: table.model.rows == (setting("Title", "CEO"),))


def test_a_value_with_line_breaks_survives_being_looked_at(table: AttributeTable, qtbot: QtBot) -> None:
    table.model.start_over([setting("Notes", "one\r\ntwo\u00a0three")])
    at(table, 0, Column.VALUE)
    qtbot.keyClick(table.view, Qt.Key.Key_Return)
    qtbot.keyClick(editor_of(table), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not table.view.findChildren(QLineEdit))
    assert table.model.rows == (setting("Notes", "one\r\ntwo\u00a0three"),)


def test_delete_blanks_the_selected_cells(table: AttributeTable, qtbot: QtBot) -> None:
    table.model.start_over([setting("Title", "CTO")])
    at(table, 0, Column.VALUE)
    qtbot.keyClick(table.view, Qt.Key.Key_Delete)
    assert table.model.rows == (Row("Title", KEEP),)


def test_the_buttons_add_duplicate_empty_delete_undo_and_redo(table: AttributeTable) -> None:
    table.model.start_over([setting("Title", "CTO")])
    at(table, 0, Column.NAME)
    press(table, "Duplicate")
    press(table, "Set empty")
    assert rows_of(table) == (Row("Title", CLEAR), setting("Title", "CTO"))
    press(table, "Undo")
    press(table, "Delete")
    assert rows_of(table) == (setting("Title", "CTO"),)
    press(table, "Undo")
    press(table, "Undo")
    press(table, "Redo")
    assert len(table.model.rows) == 2
    press(table, "Add")
    assert editor_of(table).isVisible()


def test_leaving_alone_takes_the_mark_away(table: AttributeTable) -> None:
    table.model.start_over([setting("Title", "CTO")])
    at(table, 0, Column.NAME)
    table.leave_alone()
    assert table.model.rows == (Row("Title", KEEP),)


@pytest.mark.parametrize(
    ("text", "rows", "said"),
    [
        ("Title\tCTO\nPhone\t1\n", (setting("Title", "CTO"), setting("Phone", "1")), "Pasted 2 row(s)."),
        ('Notes\t"a\r\nb"\r\n', (setting("Notes", "a\r\nb"),), "Pasted 1 row(s)."),
        (
            "职位\t总监\t多\n",
            (setting("职位", "总监"),),
            "Pasted 1 row(s). Only the first two of 3 columns were taken.",
        ),
        ("Title\t\n\t\n", (Row("Title", KEEP),), "Pasted 1 row(s)."),
    ],
)
def test_two_columns_of_a_spreadsheet_become_rows(
    table: AttributeTable, clipboard: QClipboard, undo: QUndoStack, text: str, rows: tuple[Row, ...], said: str
) -> None:
    clipboard.setText(text)
    table.paste()
    assert table.model.rows == rows
    assert table.message.text() == said
    undo.undo()
    assert table.model.rows == ()


def test_rows_are_pasted_before_the_current_one_and_overwrite_nothing(
    table: AttributeTable, clipboard: QClipboard
) -> None:
    table.model.start_over([setting("A", "1"), setting("B", "2")])
    at(table, 1, Column.NAME)
    clipboard.setText("X\t9")
    table.paste()
    assert [row.name for row in table.model.rows] == ["A", "X", "B"]


def test_one_column_fills_values_downwards_and_adds_rows(table: AttributeTable, clipboard: QClipboard) -> None:
    table.model.start_over([setting("A", "1"), setting("B", "2")])
    at(table, 1, Column.VALUE)
    clipboard.setText("x\ny")
    table.paste()
    assert table.model.rows == (setting("A", "1"), setting("B", "x"), setting("", "y"))
    at(table, 0, Column.NAME)
    clipboard.setText("N")
    table.paste()
    assert table.model.rows[0] == setting("N", "1")


def test_an_empty_clipboard_is_said(table: AttributeTable, clipboard: QClipboard) -> None:
    clipboard.setText("")
    table.paste()
    assert table.message.text() == "There is nothing to paste on the clipboard."


def test_ten_thousand_rows_paste_and_undo(table: AttributeTable, clipboard: QClipboard, undo: QUndoStack) -> None:
    clipboard.setText("\n".join(f"Field{number}\tvalue {number}" for number in range(10_000)))
    table.paste()
    assert len(table.model.rows) == 10_000
    undo.undo()
    assert table.model.rows == ()


def test_copied_cells_are_what_a_spreadsheet_reads(table: AttributeTable, clipboard: QClipboard) -> None:
    table.model.start_over([setting("Title", "CTO"), setting("Notes", "a\nb")])
    table.view.selectAll()
    table.copy()
    assert clipboard.text() == 'Title\tCTO\nNotes\t"a\nb"\n\t'
    table.model.start_over([])
    table.paste()
    assert table.model.rows == (setting("Title", "CTO"), setting("Notes", "a\nb"))


def test_remarks_reach_the_table(table: AttributeTable) -> None:
    table.model.start_over([setting("", "x")])
    table.show_findings(plan(Draft(email="a@b.example", rows=table.model.rows)).findings)
    assert table.model.data(table.model.index(0, Column.REMARK)) == "Which attribute? Type its API name."


def test_everything_that_takes_the_focus_has_a_name(table: AttributeTable) -> None:
    for button in table.findChildren(QToolButton):
        if button.focusPolicy() != Qt.FocusPolicy.NoFocus:
            assert button.accessibleName()
    assert table.view.accessibleName() == "Attributes to change"


def test_what_stands_on_a_button_stays_when_its_action_changes(table: AttributeTable) -> None:
    before = [button.text() for button in table.findChildren(QToolButton)]
    assert "Duplicate" in before
    for action in table.actions_of_rows:
        action.setEnabled(not action.isEnabled())
    assert [button.text() for button in table.findChildren(QToolButton)] == before
