"""The person's recipes over the shipped ones, on real files and between real processes."""

import stat
from dataclasses import replace
from pathlib import Path

import pytest

from mktgui.domain.draft import CLEAR, Row
from mktgui.domain.keeping import KeepError, KeepProblem, KeepTrouble
from mktgui.domain.recipe import LoadedRecipes, Recipe
from mktgui.storage import recipe_document  # loaded here, because somebody who is not root may not be able to
from mktgui.storage.recipe_format import shipped_recipes
from mktgui.storage.recipes import LARGEST_FILE, RecipeFile
from tests.storage.hard_times import ordinary_folder, room_for
from tests.storage.other_copy import line_of, other_copy, tell, write_recipes

SHIPPED = shipped_recipes("en")
AGAIN, NEVER, LEFT = SHIPPED
OWN = Recipe(id="own", name="Wrong number", rows=(Row("Phone", CLEAR),))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "config" / "recipes.toml"


@pytest.fixture
def store(path: Path) -> RecipeFile:
    return RecipeFile(path, "en")


def put(path: Path, content: bytes) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(content)


def refused(store: RecipeFile, recipe: Recipe = OWN) -> KeepProblem:
    with pytest.raises(KeepError) as error:
        store.save(recipe)
    return error.value.problem


def others(path: Path) -> dict[str, bytes]:
    return {one.name: one.read_bytes() for one in path.parent.iterdir() if one not in {path, path.with_suffix(".lock")}}


def test_where_there_is_no_file_the_shipped_ones_are_there(store: RecipeFile, path: Path) -> None:
    assert store.load() == LoadedRecipes(SHIPPED)
    assert store.shipped() == SHIPPED
    assert not path.parent.exists()
    assert RecipeFile(path, "zh_CN").load().recipes[0].name == "重新订阅"


def test_own_ones_come_behind_the_shipped_ones_and_are_changed_in_place(store: RecipeFile, path: Path) -> None:
    second = Recipe(id="second", name="Second")
    for one in (OWN, second, replace(OWN, name="Nobody there")):
        store.save(one)
    assert RecipeFile(path, "en").load() == LoadedRecipes((*SHIPPED, replace(OWN, name="Nobody there"), second))
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    store.remove("own")
    store.remove("never there")
    assert store.load() == LoadedRecipes((*SHIPPED, second))


def test_a_shipped_one_can_be_changed_hidden_and_had_again(store: RecipeFile) -> None:
    mine = replace(NEVER, name="Stop")
    store.save(mine)
    assert store.load() == LoadedRecipes((AGAIN, mine, LEFT))
    store.remove(NEVER.id)
    assert store.load() == LoadedRecipes((AGAIN, LEFT), (NEVER,))
    store.restore(NEVER.id)
    assert store.load() == LoadedRecipes(SHIPPED)
    store.remove(NEVER.id)
    store.save(mine)
    assert store.load() == LoadedRecipes((AGAIN, mine, LEFT))
    store.save(NEVER)
    assert store.load() == LoadedRecipes(SHIPPED)


def test_only_a_shipped_one_can_be_had_again(store: RecipeFile, path: Path) -> None:
    store.save(OWN)
    store.restore(OWN.id)
    assert OWN in store.load().recipes
    before = path.read_bytes()
    store.restore(AGAIN.id)  # it is as it is shipped
    assert path.read_bytes() == before
    assert others(path) == {}


def test_what_a_person_wrote_stays_and_what_was_there_is_kept(store: RecipeFile, path: Path) -> None:
    by_hand = b'# mine\r\n[[recipes]]\r\nname = "By hand"  # often\r\n'
    put(path, b"\xef\xbb\xbf" + by_hand)
    store.save(OWN)
    text = path.read_text(encoding="utf-8")
    assert "# mine" in text
    assert "# often" in text
    assert [one.name for one in store.load().recipes[3:]] == ["By hand", "Wrong number"]
    assert others(path) == {"recipes.toml.bak": b"\xef\xbb\xbf" + by_hand}


def test_a_link_stays_a_link(store: RecipeFile, path: Path, tmp_path: Path) -> None:
    put(path, b"")
    real = tmp_path / "dotfiles.toml"
    path.rename(real)
    path.symlink_to(real)
    store.save(OWN)
    assert path.is_symlink()
    assert b"Wrong number" in real.read_bytes()
    path.unlink()
    path.symlink_to(path)
    assert store.load().problem is not None
    assert refused(store).trouble is KeepTrouble.UNWRITABLE


@pytest.mark.parametrize("content", [b"a =", b"\xff", b"recipes = 7"])
def test_a_broken_file_is_copied_aside_told_and_written_anew(store: RecipeFile, path: Path, content: bytes) -> None:
    put(path, content)
    for _start in range(2):
        loaded = store.load()
        assert loaded.recipes == SHIPPED
        assert loaded.problem is not None
        assert (loaded.problem.trouble, loaded.problem.path) == (
            KeepTrouble.BROKEN,
            str(path.with_name("recipes.broken-1.toml")),
        )
    store.remove("never there")
    assert path.read_bytes() == content
    store.save(OWN)
    assert store.load() == LoadedRecipes((*SHIPPED, OWN))
    assert others(path) == {"recipes.broken-1.toml": content, "recipes.toml.bak": content}


def test_bad_entries_are_told_and_stay_for_the_person_to_mend(store: RecipeFile, path: Path) -> None:
    put(path, b'[[recipes]]\nname = 5 # mend me\n\n[[recipes]]\nname = "Good"\n')
    loaded = store.load()
    assert [one.name for one in loaded.recipes[3:]] == ["Good"]
    assert loaded.problem == KeepProblem(
        KeepTrouble.BROKEN, str(path), "recipes, entry 1: name: must be text\nrecipes, entry 1: name: must not be empty"
    )
    store.save(OWN)
    assert b"name = 5 # mend me" in path.read_bytes()


def test_what_cannot_be_edited_is_copied_and_written_anew(store: RecipeFile, path: Path) -> None:
    content = b'recipes = [{name = "A"}] # in one line\n'
    put(path, content)
    store.save(OWN)
    assert store.load() == LoadedRecipes((*SHIPPED, Recipe(id="A", name="A"), OWN))
    assert others(path)["recipes.before-1.toml"] == content


@pytest.mark.parametrize(
    ("content", "trouble"),
    [(b"version = 2\n", KeepTrouble.NEWER), (b" " * (LARGEST_FILE + 1), KeepTrouble.TOO_BIG)],
)
def test_what_a_newer_version_wrote_and_what_is_too_big_is_left_alone(
    store: RecipeFile, path: Path, content: bytes, trouble: KeepTrouble
) -> None:
    put(path, content)
    loaded = store.load()
    assert loaded.problem is not None
    assert (loaded.recipes, loaded.problem.trouble, loaded.problem.path) == (SHIPPED, trouble, str(path))
    assert refused(store).trouble is trouble
    assert path.read_bytes() == content
    assert others(path) == {}


def test_what_no_file_can_hold_is_told_and_nothing_changes(store: RecipeFile, path: Path) -> None:
    store.save(OWN)
    before = path.read_bytes()
    assert "no file can hold" in refused(store, Recipe(id="s", name="\ud800")).detail
    assert path.read_bytes() == before


def test_copies_that_write_at_the_same_time_lose_nothing(store: RecipeFile, path: Path) -> None:
    with other_copy(write_recipes, path, "a", 5) as one, other_copy(write_recipes, path, "b", 5) as other:
        for copy in (one, other):
            assert line_of(copy) == "ready"
        for copy in (one, other):
            tell(copy)
        for number in range(5):
            store.save(Recipe(id=f"c{number}", name="c"))
        assert (one.wait(), other.wait()) == (0, 0)
    assert {one.id for one in store.load().recipes[3:]} == {f"{name}{number}" for name in "abc" for number in range(5)}


def test_a_full_disk_is_told_and_what_was_there_stays(store: RecipeFile, path: Path) -> None:
    store.save(OWN)
    before = path.read_bytes()
    with room_for(len(before)):
        assert refused(store, Recipe(id="more", name="More")).trouble is KeepTrouble.UNWRITABLE
    assert path.read_bytes() == before


def test_a_read_only_home_shows_what_is_there_and_keeps_nothing_new() -> None:
    assert recipe_document.fresh([OWN], []) is not None
    with ordinary_folder() as home:
        path = home / "recipes.toml"
        store = RecipeFile(path, "en")
        store.save(OWN)
        home.chmod(0o500)
        assert store.load() == LoadedRecipes((*SHIPPED, OWN))
        assert refused(store, replace(OWN, name="New")).trouble is KeepTrouble.UNWRITABLE
        path.write_bytes(b"a =")
        assert store.load().problem == KeepProblem(
            KeepTrouble.BROKEN, str(path), "TOMLDecodeError: Invalid value (at end of document)"
        )
        path.chmod(0)
        problem = store.load().problem
        assert problem is not None
        assert problem.trouble is KeepTrouble.UNREADABLE
        home.chmod(0o700)
