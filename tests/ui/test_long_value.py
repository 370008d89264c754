"""A value of several lines is edited below the table, and what was typed is never lost."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QUndoStack
from pytestqt.qtbot import QtBot

from mktgui.ui.attribute_cells import Column
from mktgui.ui.long_value import LongValue
from mktgui.ui.sentences import Sentences
from mktgui.ui.theme import Theme
from tests.ui.lead_sheet import CATALOGUE, setting
from tests.ui.table_parts import TableParts

Key = Qt.Key


@pytest.fixture
def parts(qtbot: QtBot, undo: QUndoStack, theme: Theme, sentences: Sentences) -> Iterator[TableParts]:
    parts = TableParts(undo, theme, sentences)
    qtbot.addWidget(parts)
    parts.resize(520, 400)
    with qtbot.waitActive(parts):
        parts.show()
    yield parts
    parts.close()


@pytest.fixture
def long(parts: TableParts) -> LongValue:
    return LongValue(parts.model, parts.view, parts.put)


def begin(long: LongValue, parts: TableParts, name: str = "Address") -> None:
    line = parts.model.fields[name]
    long.begin(line, line.now.text if line.now is not None else "")


def test_what_was_typed_is_the_new_value_and_the_cursor_is_back(
    long: LongValue, parts: TableParts, qtbot: QtBot
) -> None:
    begin(long, parts)
    assert long.editor.isVisible()
    assert long.editor.title.text() == "New value of Address"
    qtbot.keyClick(long.editor.text, Key.Key_End)
    qtbot.keyClicks(long.editor.text, "!")
    qtbot.keyClick(long.editor.text, Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert parts.model.rows == (setting("Address", "Main St 1!\r\nFloor 2"),)
    assert not long.editor.isVisible()
    assert (parts.here, parts.view.currentIndex().column()) == ("Address", Column.VALUE)
    qtbot.waitUntil(parts.view.hasFocus)


def test_until_then_it_counts_for_whoever_keeps_the_draft(long: LongValue, parts: TableParts, qtbot: QtBot) -> None:
    told: list[object] = []
    long.typed.connect(lambda: told.append(long.rows_as_typed))
    begin(long, parts)
    long.editor.edited.emit()  # nothing was typed
    assert told.pop() is None
    qtbot.keyClicks(long.editor.text, "c/o ")
    assert long.rows_as_typed == told[-1] == (setting("Address", "c/o Main St 1\r\nFloor 2"),)
    assert parts.model.rows == ()
    long.editor.give_up()
    assert told.pop() is None
    assert parts.model.rows == ()


def test_it_can_be_finished_from_outside(long: LongValue, parts: TableParts) -> None:
    long.finish()  # nothing is open
    begin(long, parts)
    long.editor.text.setPlainText("new")
    long.finish()
    long.finish()
    assert parts.model.rows == (setting("Address", "new"),)


def test_it_is_kept_when_the_field_goes(long: LongValue, parts: TableParts) -> None:
    begin(long, parts, "Old__c")
    long.editor.text.setPlainText("kept")
    parts.model.show_lead(None, CATALOGUE, frozenset())
    long.finish()
    assert parts.model.rows == (setting("Old__c", "kept"),)
    assert parts.here != "Old__c"
