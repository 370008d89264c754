"""A cell's editor completes names without getting in the way, and offers what there is to choose."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QCalendarWidget, QMenu, QWidget
from pytestqt.qtbot import QtBot

from mktgui.ui.cell_editors import CellEditor, ChoiceEditor, NameEditor
from mktgui.ui.typed_values import Kind

Key = Qt.Key
NAMES = {"Job Title (Title)": "Title", "Site": "Site", "Annual Revenue (AnnualRevenue)": "AnnualRevenue"}


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[QWidget]:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(300, 200)
    with qtbot.waitActive(window):
        window.show()
    yield window
    window.close()


@pytest.fixture
def names(window: QWidget) -> NameEditor:
    editor = NameEditor(window, NAMES)
    editor.show()
    editor.setFocus()
    return editor


def offered(editor: NameEditor) -> list[str]:
    model = editor.offered.model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def test_an_editor_knows_whether_anybody_touched_it(window: QWidget) -> None:
    editor = CellEditor(window)
    editor.give("a\r\nb")
    assert not editor.is_touched
    editor.setText("c")  # also by dictation, or a screen reader
    assert editor.is_touched


def test_names_are_offered_by_any_part_of_label_or_name(names: NameEditor, qtbot: QtBot) -> None:
    qtbot.keyClicks(names, "it")
    assert offered(names) == ["Job Title (Title)", "Site"]
    names.clear()
    qtbot.keyClicks(names, "revenue")
    assert offered(names) == ["Annual Revenue (AnnualRevenue)"]


def test_what_is_chosen_is_put_in_by_its_api_name_and_the_key_goes_on(names: NameEditor, qtbot: QtBot) -> None:
    gone: list[str] = []
    names.returnPressed.connect(lambda: gone.append(names.text()))
    qtbot.keyClicks(names, "it")
    qtbot.keyClick(names.offered, Key.Key_Down)
    qtbot.keyClick(names.offered, Key.Key_Return)
    assert names.text() == "Title"
    assert gone == ["Title"]
    assert not names.offered.isVisible()


def test_without_a_choice_the_key_goes_on_with_what_was_typed(names: NameEditor, qtbot: QtBot) -> None:
    gone: list[str] = []
    names.returnPressed.connect(lambda: gone.append(names.text()))
    qtbot.keyClicks(names, "it")
    qtbot.keyClick(names.offered, Key.Key_Enter)
    assert gone == ["it"]


def test_other_keys_in_the_list_type_on(names: NameEditor, qtbot: QtBot) -> None:
    qtbot.keyClicks(names, "it")
    qtbot.keyClick(names.offered, "l")
    assert names.text() == "itl"
    assert offered(names) == ["Job Title (Title)"]


def test_a_click_takes_a_name(names: NameEditor, qtbot: QtBot) -> None:
    qtbot.keyClicks(names, "si")
    where = names.offered.visualRect(names.offered.model().index(0, 0)).center()
    qtbot.mouseClick(names.offered.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert names.text() == "Site"


def choosing(window: QWidget, kind: Kind, text: str = "") -> ChoiceEditor:
    editor = ChoiceEditor(window, kind)
    editor.give(text)
    editor.show()
    return editor


def test_a_boolean_is_chosen_from_a_menu(window: QWidget, qtbot: QtBot) -> None:
    editor = choosing(window, Kind.BOOLEAN)
    qtbot.keyClick(editor, Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    [menu] = editor.findChildren(QMenu)
    assert [action.text() for action in menu.actions()] == ["true", "false"]
    qtbot.keyClick(menu, Key.Key_Down)
    qtbot.keyClick(menu, Key.Key_Return)
    assert editor.text() == "false"


@pytest.mark.parametrize(
    ("kind", "text", "made"),
    [
        (Kind.DATE, "2026-03-05", "2026-03-06"),
        (Kind.DATETIME, "2026-03-05T09:14:00Z", "2026-03-06T09:14:00Z"),
    ],
)
def test_a_day_is_chosen_from_a_calendar(window: QWidget, qtbot: QtBot, kind: Kind, text: str, made: str) -> None:
    editor = choosing(window, kind, text)
    editor.actions()[0].trigger()
    [calendar] = editor.findChildren(QCalendarWidget)
    assert calendar.accessibleName() == "Choose a day"
    assert calendar.selectedDate() == QDate(2026, 3, 5)
    days = calendar.focusWidget()
    qtbot.keyClick(days, Key.Key_Right)
    qtbot.keyClick(days, Key.Key_Return)
    assert editor.text() == made
    assert not calendar.isVisible()


def test_a_calendar_opens_on_today_where_no_day_is_typed_and_other_keys_type(window: QWidget, qtbot: QtBot) -> None:
    editor = choosing(window, Kind.DATE, "soon")
    qtbot.keyClicks(editor, "!")
    assert editor.text() == "soon!"
    editor.choose()
    [calendar] = editor.findChildren(QCalendarWidget)
    assert calendar.selectedDate() == QDate.currentDate()
    calendar.close()
