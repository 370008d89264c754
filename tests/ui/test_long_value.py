"""A value of several lines is edited below the table, and what was typed is never lost."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from mktgui.ui.attribute_cells import Column
from mktgui.ui.long_value import LongValue
from tests.ui.lead_sheet import CATALOGUE, setting
from tests.ui.table_parts import TableParts

Key = Qt.Key


@pytest.fixture
def long(table_parts: TableParts) -> LongValue:
    return LongValue(table_parts.model, table_parts.view, table_parts.put)


def begin(long: LongValue, table_parts: TableParts, name: str = "Address") -> None:
    line = table_parts.model.fields[name]
    long.begin(line, line.now.text if line.now is not None else "")


def test_what_was_typed_is_the_new_value_and_the_cursor_is_back(
    long: LongValue, table_parts: TableParts, qtbot: QtBot
) -> None:
    begin(long, table_parts)
    assert long.editor.isVisible()
    assert long.editor.title.text() == "New value of Address"
    qtbot.keyClick(long.editor.text, Key.Key_End)
    qtbot.keyClicks(long.editor.text, "!")
    qtbot.keyClick(long.editor.text, Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert table_parts.model.rows == (setting("Address", "Main St 1!\r\nFloor 2"),)
    assert not long.editor.isVisible()
    assert (table_parts.here, table_parts.view.currentIndex().column()) == ("Address", Column.VALUE)
    qtbot.waitUntil(table_parts.view.hasFocus)


def test_until_then_whoever_keeps_the_draft_counts_it(long: LongValue, table_parts: TableParts, qtbot: QtBot) -> None:
    told: list[object] = []
    long.typed.connect(lambda: told.append(long.rows_as_typed))
    begin(long, table_parts)
    long.editor.edited.emit()  # nothing was typed
    assert told.pop() is None
    qtbot.keyClicks(long.editor.text, "c/o ")
    assert long.rows_as_typed == told[-1] == (setting("Address", "c/o Main St 1\r\nFloor 2"),)
    assert table_parts.model.rows == ()
    long.editor.give_up()
    assert told.pop() is None
    assert table_parts.model.rows == ()


def test_it_can_be_finished_from_outside(long: LongValue, table_parts: TableParts) -> None:
    long.finish()  # nothing is open
    begin(long, table_parts)
    long.editor.text.setPlainText("new")
    long.finish()
    long.finish()
    assert table_parts.model.rows == (setting("Address", "new"),)


def test_it_is_kept_when_the_field_goes(long: LongValue, table_parts: TableParts) -> None:
    begin(long, table_parts, "Old__c")
    long.editor.text.setPlainText("kept")
    table_parts.model.show_lead(None, CATALOGUE, frozenset())
    long.finish()
    assert table_parts.model.rows == (setting("Old__c", "kept"),)
    assert table_parts.here != "Old__c"
