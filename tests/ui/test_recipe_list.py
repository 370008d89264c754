"""Recipes: one click lays one over the draft; what is in the table becomes a new one under a name."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mktgui.domain.draft import CLEAR, Row, edit_from_text
from mktgui.domain.recipe import Recipe
from mktgui.ui.recipe_editor import RecipeEditor
from mktgui.ui.recipe_list import ROWS_SEEN, RecipeList
from mktgui.ui.theme import Scheme, Theme

RESUBSCRIBE = Recipe(
    id="resubscribe",
    name="Resubscribe",
    remark="Make sure of the consent.",
    rows=(Row("Unsubscribed", edit_from_text("false")), Row("UnsubscribedReason", CLEAR)),
)
OWN = Recipe(id="own", name="My own", rows=(Row("Title", edit_from_text("CEO")),))


@pytest.fixture
def recipes(qtbot: QtBot, theme: Theme) -> RecipeList:
    recipes = RecipeList(theme)
    qtbot.addWidget(recipes)
    recipes.resize(262, 260)
    recipes.show()
    recipes.activateWindow()
    return recipes


def click(recipes: RecipeList, row: int) -> None:
    place = recipes.list.visualItemRect(recipes.list.item(row)).center()
    QTest.mouseClick(recipes.list.viewport(), Qt.MouseButton.LeftButton, pos=place)


def spied(spy: QSignalSpy) -> list[object]:
    return [spy.at(number)[0] for number in range(spy.count())]


def test_without_any_a_sentence_says_how_to_get_one(recipes: RecipeList) -> None:
    assert not recipes.empty.isVisible()  # nobody has looked yet
    recipes.show_recipes(())
    assert recipes.empty.isVisible()
    assert not recipes.list.isVisible()
    recipes.show_recipes((RESUBSCRIBE,))
    assert not recipes.empty.isVisible()
    assert recipes.list.isVisible()


def test_a_click_applies_one_and_shows_its_remark(recipes: RecipeList) -> None:
    recipes.show_recipes((RESUBSCRIBE, OWN))
    wanted = QSignalSpy(recipes.apply_wanted)
    click(recipes, 0)
    assert spied(wanted) == [RESUBSCRIBE]
    assert recipes.remark.isVisible()
    assert recipes.remark.text() == "Make sure of the consent."
    click(recipes, 1)
    assert not recipes.remark.isVisible()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_applies_one(recipes: RecipeList, key: Qt.Key, qtbot: QtBot) -> None:
    recipes.show_recipes((RESUBSCRIBE, OWN))
    recipes.list.setFocus()
    qtbot.waitUntil(recipes.list.hasFocus)
    wanted = QSignalSpy(recipes.apply_wanted)
    recipes.list.setCurrentRow(-1)
    QTest.keyClick(recipes.list, key)
    recipes.list.setCurrentRow(1)
    QTest.keyClick(recipes.list, key)
    assert spied(wanted) == [OWN]


def test_other_recipes_leave_the_choice_where_it_was(recipes: RecipeList) -> None:
    recipes.show_recipes((RESUBSCRIBE, OWN))
    recipes.list.setCurrentRow(1)
    recipes.show_recipes((OWN,))
    assert recipes.list.currentRow() == 0
    recipes.show_recipes((RESUBSCRIBE,))
    assert not recipes.remark.isVisible()


def test_changes_are_saved_under_a_name(recipes: RecipeList, qtbot: QtBot) -> None:
    assert not recipes.save.isEnabled()
    recipes.can_save(can=True)
    wanted = QSignalSpy(recipes.new_wanted)
    QTest.mouseClick(recipes.save, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(recipes.name.hasFocus)
    QTest.keyClick(recipes.name, Qt.Key.Key_Return)
    assert wanted.count() == 0  # it needs a name
    QTest.keyClicks(recipes.name, " New title ")
    QTest.keyClick(recipes.name, Qt.Key.Key_Return)
    assert spied(wanted) == ["New title"]
    assert not recipes.name.isVisible()
    qtbot.waitUntil(recipes.save.hasFocus)


def test_with_nothing_in_the_table_there_is_nothing_to_save(recipes: RecipeList) -> None:
    recipes.can_save(can=True)
    assert recipes.save.toolTip() == ""
    recipes.save.click()
    QTest.keyClicks(recipes.name, "x")
    assert recipes.keep.isEnabled()
    recipes.can_save(can=False)
    assert not recipes.keep.isEnabled()
    assert "table first" in recipes.save.toolTip()


@pytest.mark.parametrize("way", ["escape", "button"])
def test_naming_can_be_given_up(recipes: RecipeList, way: str, qtbot: QtBot) -> None:
    recipes.can_save(can=True)
    recipes.save.click()
    qtbot.waitUntil(recipes.name.hasFocus)
    QTest.keyClicks(recipes.name, "x")
    wanted = QSignalSpy(recipes.new_wanted)
    if way == "escape":
        QTest.keyClick(recipes.name, Qt.Key.Key_Escape)
    else:
        QTest.mouseClick(recipes.leave, Qt.MouseButton.LeftButton)
    assert not recipes.name.isVisible()
    recipes.save.click()
    assert recipes.name.text() == ""
    recipes.list.setFocus()
    recipes.leave.click()
    assert wanted.count() == 0


def test_one_can_be_edited_deleted_and_had_back(recipes: RecipeList, qapp: QApplication) -> None:
    recipes.show_recipes((RESUBSCRIBE, OWN), shipped=(RESUBSCRIBE,))
    assert not recipes.edit.isEnabled()
    recipes.edit.trigger()
    saved, removed, restored = (QSignalSpy(one) for one in (recipes.saved, recipes.removed, recipes.restored))
    recipes.list.setCurrentRow(1)
    recipes.edit.trigger()
    [editor] = recipes.findChildren(RecipeEditor)
    editor.name.setText("Mine")
    editor.save.click()
    recipes.edit.trigger()
    assert not editor.restore.isVisible()
    for _ in range(2):
        editor.delete.click()
    recipes.show_recipes((Recipe(id="resubscribe", name="Mine too", rows=RESUBSCRIBE.rows),), shipped=(RESUBSCRIBE,))
    recipes.list.setCurrentRow(0)
    recipes.edit.trigger()
    for _ in range(2):
        editor.restore.click()
    assert [one.name for one in spied(saved) if isinstance(one, Recipe)] == ["Mine"]
    assert (spied(removed), spied(restored)) == (["own"], ["resubscribe"])


def test_without_a_choice_there_is_nothing_to_edit(recipes: RecipeList) -> None:
    recipes.show_recipes((OWN,))
    recipes.edit.setEnabled(True)
    recipes.edit.trigger()
    assert recipes.findChildren(RecipeEditor) == []


def test_shipped_ones_that_were_put_away_can_be_had_back(recipes: RecipeList) -> None:
    assert not recipes.bring_back.isEnabled()
    recipes.show_recipes((OWN,), hidden=(RESUBSCRIBE,), shipped=(RESUBSCRIBE,))
    restored = QSignalSpy(recipes.restored)
    recipes.bring_back.trigger()
    assert spied(restored) == ["resubscribe"]


def test_it_asks_for_room_for_a_few(recipes: RecipeList) -> None:
    low = recipes.list.minimumSizeHint().height()
    recipes.show_recipes([Recipe(id=str(number), name=str(number)) for number in range(ROWS_SEEN)])
    few = recipes.list.sizeHint().height()
    recipes.show_recipes([Recipe(id=str(number), name=str(number)) for number in range(40)])
    assert recipes.list.sizeHint().height() == few > low


def test_colours_follow_the_scheme(recipes: RecipeList, theme: Theme) -> None:
    theme.choose(Scheme.DARK)
    assert recipes.remark.palette().windowText().color().name() == theme.colours.muted
    theme.choose(Scheme.LIGHT)
