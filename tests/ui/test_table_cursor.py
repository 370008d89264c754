"""A person comes to the line that is meant, and which field that is, is told once."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QUndoStack
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from mktgui.domain.catalogue import NO_CATALOGUE
from mktgui.domain.draft import Row
from mktgui.ui.attribute_cells import Column
from mktgui.ui.sentences import Sentences
from mktgui.ui.table_cursor import TableCursor
from mktgui.ui.theme import Theme
from tests.ui.lead_sheet import setting
from tests.ui.table_parts import TableParts


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
def cursor(parts: TableParts) -> TableCursor:
    return TableCursor(parts.model, parts.view, parts.filter)


def typed_into(parts: TableParts) -> str:
    """What an open cell is called."""
    [editor] = [one for one in parts.view.findChildren(QLineEdit) if one.isVisible()]
    return editor.accessibleName()


def test_where_there_are_fields_one_begins_by_looking_for_one(
    cursor: TableCursor, parts: TableParts, qtbot: QtBot
) -> None:
    cursor.begin()
    qtbot.waitUntil(parts.filter.text.hasFocus)


def test_where_there_is_nothing_one_begins_with_a_name(cursor: TableCursor, parts: TableParts) -> None:
    parts.model.show_lead(None, NO_CATALOGUE, frozenset())
    cursor.begin()
    assert typed_into(parts) == "Field, row 1"


def test_where_something_is_marked_one_begins_there(cursor: TableCursor, parts: TableParts, qtbot: QtBot) -> None:
    parts.model.start_over([setting("Title", "CTO"), setting("Mine__c", "1")])
    cursor.begin()
    qtbot.waitUntil(parts.view.hasFocus)
    assert parts.here == "Title"
    parts.go("Mine__c")
    parts.filter.text.setFocus()
    cursor.begin()
    assert parts.here == "Mine__c"  # it is on a change
    parts.go("Address")
    parts.filter.text.setFocus()
    cursor.begin()
    assert parts.here == "Title"
    parts.go("Address")
    cursor.begin()
    assert parts.here == "Address"  # who is at work there stays there


def test_from_the_filter_one_comes_to_what_was_typed(cursor: TableCursor, parts: TableParts) -> None:
    parts.filter.text.setText("title")
    cursor.enter()
    assert (parts.here, parts.view.currentIndex().column()) == ("Title", Column.VALUE)
    parts.filter.text.setText("nothing of the kind")
    cursor.enter()
    assert parts.view.currentIndex().column() == Column.FIELD  # of the empty line
    parts.filter.clear()
    parts.go("Address")
    cursor.enter()
    assert parts.here == "Address"


def test_a_name_that_no_field_has_gets_its_value_next(cursor: TableCursor, parts: TableParts) -> None:
    parts.filter.text.setText("Mine__c")
    cursor.add_custom("Mine__c")
    assert parts.model.rows == (Row("Mine__c"),)
    assert parts.filter.text.text() == ""
    assert parts.here == "Mine__c"
    assert typed_into(parts).startswith("New value")


def test_where_one_has_come_to_is_told_once_and_one_can_be_sent_there(cursor: TableCursor, parts: TableParts) -> None:
    told: list[str] = []
    cursor.picked.connect(told.append)
    parts.view.selectionModel().currentRowChanged.connect(cursor.tell)
    cursor.go_to("Title")
    cursor.go_to("Title")
    cursor.go_to("Nothing of the kind")
    assert told == ["Title"]
    cursor.add_row()
    assert told == ["Title", ""]
    parts.filter.text.setText("phone")
    cursor.go_to("title")  # as a message over REST has it; also where it is not in sight
    assert told[-1] == "Title"
