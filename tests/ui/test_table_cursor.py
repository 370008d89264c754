"""A person comes to the line that is meant, and which field that is, is told once."""

import pytest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from mktgui.domain.catalogue import NO_CATALOGUE
from mktgui.domain.draft import Row
from mktgui.ui.attribute_cells import Column
from mktgui.ui.line_list import Wanted
from mktgui.ui.table_cursor import TableCursor
from tests.ui.lead_sheet import setting
from tests.ui.table_parts import TableParts


@pytest.fixture
def cursor(table_parts: TableParts) -> TableCursor:
    return TableCursor(table_parts.model, table_parts.view, table_parts.filter)


def typed_into(table_parts: TableParts) -> str:
    """What an open cell is called."""
    [editor] = [one for one in table_parts.view.findChildren(QLineEdit) if one.isVisible()]
    return editor.accessibleName()


def test_where_there_are_fields_one_begins_by_looking_for_one(
    cursor: TableCursor, table_parts: TableParts, qtbot: QtBot
) -> None:
    cursor.begin()
    qtbot.waitUntil(table_parts.filter.text.hasFocus)


def test_where_there_is_nothing_one_begins_with_a_name(cursor: TableCursor, table_parts: TableParts) -> None:
    table_parts.model.show_lead(None, NO_CATALOGUE, frozenset())
    cursor.begin()
    assert typed_into(table_parts) == "Field, row 1"


def test_where_something_is_marked_one_begins_there(cursor: TableCursor, table_parts: TableParts, qtbot: QtBot) -> None:
    table_parts.model.start_over([setting("Title", "CTO"), setting("Mine__c", "1")])
    cursor.begin()
    qtbot.waitUntil(table_parts.view.hasFocus)
    assert table_parts.here == "Title"
    table_parts.go("Mine__c")
    table_parts.filter.text.setFocus()
    cursor.begin()
    assert table_parts.here == "Mine__c"  # it is on a change
    table_parts.go("Address")
    table_parts.filter.text.setFocus()
    cursor.begin()
    assert table_parts.here == "Title"
    table_parts.go("Address")
    cursor.begin()
    assert table_parts.here == "Address"  # who is at work there stays there


def test_one_begins_at_the_uppermost_change_that_is_in_sight(cursor: TableCursor, table_parts: TableParts) -> None:
    table_parts.model.start_over([setting("Title", "CTO"), setting("Address", "Here")])
    cursor.begin()
    assert table_parts.here == "Address"
    table_parts.model.see(Wanted("title"))
    table_parts.filter.text.setFocus()
    cursor.begin()
    assert table_parts.here == "Title"


def test_from_the_filter_one_comes_to_what_was_typed(cursor: TableCursor, table_parts: TableParts) -> None:
    table_parts.filter.text.setText("title")
    cursor.enter()
    assert (table_parts.here, table_parts.view.currentIndex().column()) == ("Title", Column.VALUE)
    table_parts.filter.text.setText("nothing of the kind")
    cursor.enter()
    assert table_parts.view.currentIndex().column() == Column.FIELD  # of the empty line
    table_parts.filter.clear()
    table_parts.go("Address")
    cursor.enter()
    assert table_parts.here == "Address"


def test_a_name_that_no_field_has_gets_its_value_next(cursor: TableCursor, table_parts: TableParts) -> None:
    table_parts.filter.text.setText("Mine__c")
    cursor.add_custom("Mine__c")
    assert table_parts.model.rows == (Row("Mine__c"),)
    assert table_parts.filter.text.text() == ""
    assert table_parts.here == "Mine__c"
    assert typed_into(table_parts).startswith("New value")


def test_where_one_has_come_to_is_told_once(cursor: TableCursor, table_parts: TableParts) -> None:
    told: list[str] = []
    cursor.picked.connect(told.append)
    table_parts.view.selectionModel().currentRowChanged.connect(cursor.tell)
    cursor.go_to("Title")
    cursor.go_to("Title")
    cursor.go_to("Nothing of the kind")
    assert told == ["Title"]
    cursor.add_row()
    assert told == ["Title", ""]
    table_parts.filter.text.setText("phone")
    cursor.go_to("title")  # as a message over REST has it; also where it is not in sight
    assert told[-1] == "Title"
