"""Every act has its key, some have a button, and Undo and Redo are there when there is something to undo."""

import pytest
from PySide6.QtGui import QGuiApplication, QKeySequence, QUndoStack
from pytestqt.qtbot import QtBot

from mktgui.ui.attribute_model import AttributeModel
from mktgui.ui.attribute_table import AttributeTable
from mktgui.ui.row_acts import RowActs, button_for
from mktgui.ui.sentences import Sentences
from mktgui.ui.theme import Theme
from tests.ui.lead_sheet import setting


@pytest.fixture
def table(qtbot: QtBot, undo: QUndoStack, theme: Theme, sentences: Sentences) -> AttributeTable:
    table = AttributeTable(AttributeModel(undo, theme, sentences), undo, QGuiApplication.clipboard())
    qtbot.addWidget(table)
    return table


@pytest.fixture
def acts(table: AttributeTable, undo: QUndoStack) -> RowActs:
    return RowActs(table, undo)


def test_keys_are_those_of_the_keyboard_map(acts: RowActs) -> None:
    keys = {action.text().replace("&", ""): action.shortcut().toString() for action in (*acts.all, *acts.of_view)}
    assert keys == {
        "Add field": "Ctrl+I",
        "Set to empty": "Ctrl+0",
        "Leave alone": "Ctrl+Backspace",
        "Delete row": "Ctrl+Del",
        "Use what is offered": "Alt+Return",
        "Favourite": "Ctrl+B",
        "Copy cells": "Ctrl+C",
        "Copy all shown lines": "Ctrl+Shift+L",
        "Paste": "Ctrl+V",
        "Undo": "Ctrl+Z",
        "Redo": "Ctrl+Shift+Z",
        "Filter fields": QKeySequence(QKeySequence.StandardKey.Find).toString(),
        "Read the fields of Marketo again": "",
    }


def test_undo_is_there_when_there_is_something_to_undo(acts: RowActs, table: AttributeTable, undo: QUndoStack) -> None:
    able = {action.text(): action for action in acts.all[-2:]}
    assert [action.isEnabled() for action in able.values()] == [False, False]
    table.take([setting("Title", "CTO")], "Recipe")
    assert [action.isEnabled() for action in able.values()] == [True, False]
    able["&Undo"].trigger()
    assert [action.isEnabled() for action in able.values()] == [False, True]
    able["&Redo"].trigger()
    assert table.model.rows == (setting("Title", "CTO"),)


def test_what_stands_on_a_button_stays_when_its_action_changes(acts: RowActs, qtbot: QtBot) -> None:
    for action in acts.all:
        if action.data():
            button = button_for(action)
            qtbot.addWidget(button)
            before = button.text()
            action.setEnabled(not action.isEnabled())
            assert button.text() == before == action.data()
            assert button.accessibleName() == action.text().replace("&", "")
            assert button.accessibleName() in button.toolTip()
