"""Recipes are shared by all drafts; after each act it is what the file holds that is shown."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from mktgui.domain.draft import CLEAR, Row
from mktgui.domain.keeping import KeepTrouble
from mktgui.domain.recipe import Recipe
from mktgui.storage.recipes import RecipeFile
from mktgui.ui.recipe_desk import RecipeDesk
from mktgui.workers.runner import Runner

OWN = Recipe(id="o" * 32, name="Own", rows=(Row("Phone", CLEAR),))


@pytest.fixture
def desk(runner: Runner, home: Path) -> RecipeDesk:
    return RecipeDesk(runner, lambda: RecipeFile(home / "recipes.toml", "en"))


def names(desk: RecipeDesk) -> list[str]:
    return [one.name for one in desk.loaded.recipes] if desk.loaded else []


def test_the_shipped_ones_are_there_once_they_are_wanted(desk: RecipeDesk, qtbot: QtBot) -> None:
    assert names(desk) == []
    with qtbot.waitSignal(desk.changed):
        desk.want()
    assert "Resubscribe" in names(desk)
    assert len(names(desk)) == 3
    with qtbot.waitSignal(desk.changed):
        desk.want()  # again: told at once


def test_they_are_added_deleted_and_restored(desk: RecipeDesk, home: Path, qtbot: QtBot) -> None:
    with qtbot.waitSignal(desk.changed):
        desk.save(OWN)
    assert names(desk)[-1] == "Own"
    shipped = desk.loaded.recipes[0] if desk.loaded else OWN
    with qtbot.waitSignal(desk.changed):
        desk.remove(shipped.id)
    assert shipped.name not in names(desk)
    with qtbot.waitSignal(desk.changed):
        desk.restore(shipped.id)
    assert shipped.name in names(desk)
    assert [one.name for one in RecipeFile(home / "recipes.toml", "en").load().recipes] == names(desk)


def test_what_cannot_be_written_is_told_and_what_is_there_is_shown(runner: Runner, home: Path, qtbot: QtBot) -> None:
    (home / "there").write_text("a file where a folder should be")
    desk = RecipeDesk(runner, lambda: RecipeFile(home / "there" / "recipes.toml", "en"))
    with qtbot.waitSignals([desk.changed, desk.troubled]) as told:
        desk.save(OWN)
    assert told.signal_triggered
    assert "Own" not in names(desk)


def test_a_broken_file_is_told(desk: RecipeDesk, home: Path, qtbot: QtBot) -> None:
    (home / "recipes.toml").write_text("[")
    with qtbot.waitSignal(desk.troubled) as told:
        desk.want()
    assert told.args is not None
    assert told.args[0].trouble is KeepTrouble.BROKEN
    assert len(names(desk)) == 3
