"""A recipe is edited in a window of its own; nothing changes before Save, and nothing is lost on the way."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from mktgui.domain.draft import CLEAR, KEEP, Row, edit_from_text
from mktgui.domain.recipe import Recipe
from mktgui.ui.recipe_editor import EMPTY, FIELD, VALUE, RecipeEditor
from mktgui.ui.theme import Theme

RECIPE = Recipe(
    id="r",
    name="Resubscribe",
    remark="Look at the consent.",
    rows=(Row("Unsubscribed", edit_from_text("false")), Row("UnsubscribedReason", CLEAR), Row("Comment", KEEP)),
)
OTHER = Recipe(id="o", name="Other", rows=(Row("Title", CLEAR),))


@pytest.fixture
def editor(qtbot: QtBot, theme: Theme) -> Iterator[RecipeEditor]:
    editor = RecipeEditor(theme)
    qtbot.addWidget(editor)
    editor.begin(RECIPE, None)
    yield editor
    editor.hide()  # with changes in it, it would not close


def cell(editor: RecipeEditor, row: int, column: int, text: str) -> None:
    item = editor.table.item(row, column)
    assert item is not None
    item.setText(text)


def test_before_there_is_a_recipe_nothing_can_be_done(qtbot: QtBot, theme: Theme) -> None:
    editor = RecipeEditor(theme)
    qtbot.addWidget(editor)
    told = [QSignalSpy(one) for one in (editor.saved, editor.removed, editor.restored)]
    for button in (editor.save, editor.take):
        button.click()
    editor.delete.confirmed.emit()
    editor.restore.confirmed.emit()
    editor.save.clicked.emit()
    assert [spy.count() for spy in told] == [0, 0, 0]
    assert editor.made() is None


def test_it_shows_what_there_is_and_gives_it_back_unchanged(editor: RecipeEditor) -> None:
    assert editor.windowTitle() == "Recipe: Resubscribe"
    assert not editor.isModal()
    assert editor.made() == RECIPE
    assert not editor.save.isEnabled()
    empty = editor.table.item(1, EMPTY)
    assert empty is not None
    assert empty.checkState() is Qt.CheckState.Checked


def test_every_part_of_it_can_be_changed(editor: RecipeEditor) -> None:
    saved = QSignalSpy(editor.saved)
    editor.name.setText(" Consent ")
    editor.remark.setPlainText("Look twice.")
    cell(editor, 0, VALUE, "true")
    empty = editor.table.item(1, EMPTY)
    assert empty is not None
    empty.setCheckState(Qt.CheckState.Unchecked)
    cell(editor, 1, VALUE, "asked by phone")
    editor.table.setCurrentCell(2, FIELD)
    editor.take.click()
    editor.save.click()
    rows = (Row("Unsubscribed", edit_from_text("true")), Row("UnsubscribedReason", edit_from_text("asked by phone")))
    assert saved.at(0) == [Recipe(id="r", name="Consent", remark="Look twice.", rows=rows)]
    assert not editor.isVisible()


def test_a_field_is_added_where_one_can_type_its_name_at_once(editor: RecipeEditor, qtbot: QtBot) -> None:
    editor.add.click()
    [typed] = editor.table.findChildren(QLineEdit)
    QTest.keyClicks(typed, "Title")
    QTest.keyClick(typed, Qt.Key.Key_Return)
    qtbot.waitUntil(editor.save.isEnabled)
    made = editor.made()
    assert made is not None
    assert made.rows[-1] == Row("Title", KEEP)


def test_what_stands_against_saving_is_said(editor: RecipeEditor) -> None:
    editor.name.setText(" ")
    assert editor.note.text() == "Give the recipe a name."
    assert not editor.save.isEnabled()
    editor.name.setText("x")
    cell(editor, 2, FIELD, "unsubscribed")
    assert editor.note.text() == "Unsubscribed is in it twice. Keep one of them."
    for _ in range(3):
        editor.table.setCurrentCell(0, FIELD)
        editor.take.click()
    assert editor.note.text().startswith("Add a field")
    editor.table.setCurrentCell(-1, -1)
    editor.take.click()
    assert editor.table.rowCount() == 0


def test_closing_with_changes_says_so_once(editor: RecipeEditor) -> None:
    editor.shut.click()
    assert not editor.isVisible()
    editor.begin(RECIPE, None)
    editor.name.setText("Consent")
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    assert editor.isVisible()
    assert editor.note.text().startswith("Not saved yet.")
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    assert not editor.isVisible()
    editor.begin(RECIPE, None)
    assert editor.name.text() == "Resubscribe"


def test_another_recipe_does_not_drop_the_changes_to_this_one(editor: RecipeEditor) -> None:
    editor.name.setText("Consent")
    editor.begin(OTHER, None)
    assert editor.name.text() == "Consent"
    assert editor.note.text().startswith("Not saved yet.")
    editor.begin(RECIPE, None)
    assert editor.name.text() == "Consent"
    editor.name.setText("Resubscribe")
    editor.begin(OTHER, None)
    assert editor.name.text() == "Other"


def test_deleting_takes_two_presses(editor: RecipeEditor) -> None:
    removed = QSignalSpy(editor.removed)
    editor.delete.click()
    assert removed.count() == 0
    editor.delete.click()
    assert removed.at(0) == ["r"]
    assert not editor.isVisible()


def test_a_shipped_one_can_be_had_as_it_was_shipped(editor: RecipeEditor) -> None:
    assert not editor.restore.isVisible()
    editor.begin(RECIPE, RECIPE)
    assert editor.restore.isVisible()
    assert not editor.restore.isEnabled()
    editor.begin(RECIPE, Recipe(id="r", name="As it came", rows=RECIPE.rows))
    restored = QSignalSpy(editor.restored)
    for _ in range(2):
        editor.restore.click()
    assert restored.at(0) == ["r"]
    assert not editor.isVisible()
