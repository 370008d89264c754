"""A value of several lines is edited in several lines, and only what was changed is changed."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from mktgui.ui.long_editor import LongEditor
from tests.ui.checks import nameless

Key = Qt.Key
VALUE = "Main St 1\r\nFloor\u00a02\u2028Room 3\rend"


@pytest.fixture
def editor(qtbot: QtBot) -> LongEditor:
    editor = LongEditor()
    qtbot.addWidget(editor)
    editor.begin("Address", VALUE)
    return editor


@pytest.fixture
def told(editor: LongEditor) -> list[str]:
    told: list[str] = []
    editor.finished.connect(told.append)
    editor.closed.connect(lambda: told.append("closed"))
    return told


def test_it_says_whose_value_it_is(editor: LongEditor) -> None:
    assert editor.is_open
    assert editor.title.text() == "New value of Address"
    assert editor.text.accessibleName() == "New value of Address"
    assert not nameless(editor)


def test_what_nobody_touched_is_not_told(editor: LongEditor, told: list[str], qtbot: QtBot) -> None:
    qtbot.keyClick(editor.text, Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert told == ["closed"]
    assert not editor.is_open
    assert editor.isHidden()


def test_all_but_what_was_typed_stays_as_it_was(editor: LongEditor, told: list[str], qtbot: QtBot) -> None:
    qtbot.keyClick(editor.text, Key.Key_End)
    qtbot.keyClick(editor.text, Key.Key_Return)
    qtbot.keyClicks(editor.text, "Rear")
    editor.take.click()
    assert told == ["Main St 1\r\nRear\r\nFloor\u00a02\u2028Room 3\rend", "closed"]


def test_escape_and_cancel_leave_the_value(editor: LongEditor, told: list[str], qtbot: QtBot) -> None:
    qtbot.keyClicks(editor.text, "x")
    qtbot.keyClick(editor.text, Key.Key_Escape)
    editor.begin("Address", VALUE)
    qtbot.keyClicks(editor.text, "x")
    editor.leave.click()
    assert told == ["closed", "closed"]


def test_shut_it_tells_nothing(editor: LongEditor, told: list[str]) -> None:
    editor.give_up()
    told.clear()
    editor.give_up()
    editor.finish()
    assert not told


def test_tab_leaves_it(editor: LongEditor) -> None:
    assert editor.text.tabChangesFocus()


def typed(editor: LongEditor) -> str | None:
    return editor.as_typed


def test_while_it_is_typed_into_it_tells_what_stands_there(editor: LongEditor, qtbot: QtBot) -> None:
    edits: list[str | None] = []
    editor.edited.connect(lambda: edits.append(editor.as_typed))
    assert typed(editor) is None
    qtbot.keyClicks(editor.text, "A ")
    assert typed(editor) == "A " + VALUE
    qtbot.keyClick(editor.text, Key.Key_Escape)
    assert typed(editor) is None
    assert edits == ["A" + VALUE, "A " + VALUE, None]
