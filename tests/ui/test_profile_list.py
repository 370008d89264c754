"""The list of connections says what the person wants, and opens and shuts what can be wanted."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QSignalSpy, QTest
from pytestqt.qtbot import QtBot

from mktgui.ui.profile_list import ProfileList
from tests.ui.checks import nameless

NAMES = ["Sandbox", "Live", "Asia"]


@pytest.fixture
def names(qtbot: QtBot) -> ProfileList:
    names = ProfileList()
    qtbot.addWidget(names)
    names.show()
    return names


def show(names: ProfileList, row: int, *, waiting: bool = False) -> None:
    names.show_names(NAMES, row)
    names.open_and_shut(waiting=waiting, is_new=False)


def rows(names: ProfileList) -> list[str]:
    return [names.list.item(row).text() for row in range(names.list.count())]


def test_showing_names_chooses_nothing_by_itself(names: ProfileList) -> None:
    chosen = QSignalSpy(names.chosen)
    show(names, 1)
    assert rows(names) == NAMES
    assert names.list.currentRow() == 1
    assert chosen.count() == 0


def test_a_long_name_is_cut_and_stands_in_a_tip(names: ProfileList) -> None:
    long = "Acme " * 40
    names.show_names([long], 0)
    assert names.list.horizontalScrollBar().maximum() == 0
    assert names.list.visualItemRect(names.list.item(0)).width() <= names.list.viewport().width()
    assert names.list.item(0).toolTip() == long


def test_choosing_tells_the_row(names: ProfileList) -> None:
    show(names, 0)
    chosen = QSignalSpy(names.chosen)
    QTest.keyClick(names.list, Qt.Key.Key_Down)
    assert [chosen.at(0)] == [[1]]


def test_one_that_is_not_saved_stands_at_the_end_and_is_no_choice(names: ProfileList) -> None:
    chosen = QSignalSpy(names.chosen)
    names.show_names(NAMES, 0, unsaved="(new)")
    assert rows(names) == [*NAMES, "(new)"]
    assert names.list.currentRow() == 3
    names.list.setCurrentRow(2)
    names.list.setCurrentRow(3)
    assert [chosen.at(number) for number in range(chosen.count())] == [[2]]


@pytest.mark.parametrize(
    ("row", "up", "down"), [(0, False, True), (1, True, True), (2, True, False)], ids=["first", "middle", "last"]
)
def test_nothing_moves_beyond_the_ends(names: ProfileList, row: int, up: bool, down: bool) -> None:  # noqa: FBT001 - a table
    moved = QSignalSpy(names.move_wanted)
    show(names, row)
    assert (names.up.isEnabled(), names.down.isEnabled()) == (up, down)
    names.up.trigger()
    names.down.trigger()
    assert [moved.at(number) for number in range(moved.count())] == [[-1]] * up + [[1]] * down


def test_a_single_one_cannot_move(names: ProfileList) -> None:
    names.show_names(NAMES[:1], 0)
    names.open_and_shut(waiting=False, is_new=False)
    assert not names.up.isEnabled()
    assert not names.down.isEnabled()


def test_a_new_one_can_be_left_but_not_doubled_deleted_or_moved(names: ProfileList) -> None:
    names.show_names(NAMES, 0, unsaved="(new)")
    names.open_and_shut(waiting=False, is_new=True)
    assert names.list.isEnabled()
    assert names.more.isEnabled()
    for shut in (names.new, names.delete, names.copy, names.up, names.down):
        assert not shut.isEnabled()
    assert names.take_in.isEnabled()
    assert names.hand_on.isEnabled()


def test_with_nothing_saved_there_is_nothing_to_export(names: ProfileList) -> None:
    names.show_names([], 0, unsaved="(new)")
    names.open_and_shut(waiting=False, is_new=True)
    assert not names.hand_on.isEnabled()
    assert names.take_in.isEnabled()


def test_while_something_is_unsaved_all_of_it_waits_and_says_why(names: ProfileList) -> None:
    show(names, 0, waiting=True)
    for shut in (names.list, names.new, names.delete, names.more):
        assert not shut.isEnabled()
    assert names.list.toolTip() == "Save or discard the changes first."
    show(names, 0)
    assert names.list.isEnabled()
    assert names.list.toolTip() == ""


@pytest.mark.parametrize("name", ["copy", "take_in", "hand_on"])
def test_each_action_of_the_menu_tells_its_wish(names: ProfileList, name: str) -> None:
    show(names, 1)
    spies = {
        "copy": QSignalSpy(names.copy_wanted),
        "take_in": QSignalSpy(names.import_wanted),
        "hand_on": QSignalSpy(names.export_wanted),
    }
    action = getattr(names, name)
    assert isinstance(action, QAction)
    action.trigger()
    assert {wish: spy.count() for wish, spy in spies.items()} == {wish: int(wish == name) for wish in spies}


def test_new_is_told_and_delete_only_at_the_second_press(names: ProfileList) -> None:
    show(names, 0)
    new, delete = QSignalSpy(names.new_wanted), QSignalSpy(names.delete_wanted)
    names.new.click()
    names.delete.click()
    assert (new.count(), delete.count()) == (1, 0)
    assert names.delete.text() == "Really delete?"
    names.delete.click()
    assert delete.count() == 1


def test_a_first_press_on_delete_is_not_meant_for_the_next_one_chosen(names: ProfileList) -> None:
    show(names, 0)
    delete = QSignalSpy(names.delete_wanted)
    names.delete.click()
    show(names, 1)
    names.delete.click()
    assert delete.count() == 0


def test_everything_that_takes_the_keyboard_has_a_name_and_the_menu_keys_differ(names: ProfileList) -> None:
    assert nameless(names) == []
    keys = [action.text().partition("&")[2][:1].lower() for action in names.menu.actions() if action.text()]
    assert len(keys) == len(set(keys)) == 6
