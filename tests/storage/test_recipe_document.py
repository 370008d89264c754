"""Recipes in the text of a TOML file: what a person wrote there stays, whatever becomes of the recipes."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mktgui.domain.draft import CLEAR, Edit, EditKind, Row
from mktgui.domain.recipe import Recipe
from mktgui.storage.recipe_document import edited, fresh
from mktgui.storage.recipe_format import parse

TEXTS = st.text(max_size=8)
ROWS = st.lists(st.builds(Row, TEXTS, st.builds(Edit, st.sampled_from(EditKind), TEXTS)), max_size=4).map(tuple)
RECIPES = st.builds(
    Recipe, id=TEXTS.filter(bool), name=TEXTS.filter(lambda text: bool(text.strip())), remark=TEXTS, rows=ROWS
)
SEVERAL = st.lists(RECIPES, max_size=4, unique_by=lambda one: one.id)
HIDDEN = st.lists(TEXTS, max_size=2)

A = Recipe(id="a", name="A", remark="look", rows=(Row("Phone", CLEAR), Row("Title", Edit(EditKind.SET, '"CTO" 首席'))))
B = Recipe(id="b", name="B")

BY_HAND = """\
# my recipes
version = 1
team = "ops"  # unknown here

[[recipes]]  # the first
name = "Wrong number"  # often
mood = "calm"
rows = [
  { name = "Phone", edit = "clear" },  # the mobile stays
]

[[recipes]]
name = 5  # to be mended

[[recipes]]
id = "b"
name = "B"

# the end
"""
BY_HAND_NOW = parse(BY_HAND.encode())
NUMBER, OTHER = BY_HAND_NOW.recipes


def test_a_new_file_says_what_it_is_and_can_be_edited_by_hand() -> None:
    assert fresh([A, B], ["resubscribe"]) == (
        "# Recipes of mktgui: your own, and those that ship with the program and that you changed.\n"
        '# edit is "set" (to the text), "clear" (empty the field) or "keep" (only bring the field up).\n'
        "version = 1\n"
        'hidden = ["resubscribe"]\n'
        "\n"
        "[[recipes]]\n"
        'id = "a"\n'
        'name = "A"\n'
        'remark = "look"\n'
        "rows = [\n"
        '    {name = "Phone", edit = "clear"},\n'
        '    {name = "Title", edit = "set", text = "\\"CTO\\" 首席"},\n'
        "]\n"
        "\n"
        "[[recipes]]\n"
        'id = "b"\n'
        'name = "B"\n'
    )


def test_nothing_changes_where_nothing_is_changed() -> None:
    assert edited(BY_HAND, BY_HAND_NOW.recipes, BY_HAND_NOW.hidden) == BY_HAND


def test_a_change_touches_what_it_changes_and_new_ones_come_last() -> None:
    text = edited(BY_HAND, [Recipe(id=NUMBER.id, name="Nobody there", remark="ask", rows=NUMBER.rows), OTHER, A], ["x"])
    assert text is not None
    for kept in (
        "# my recipes",
        'team = "ops"  # unknown here',
        "# the first",
        "# often",
        'mood = "calm"',
        "the mobile",
    ):
        assert kept in text
    assert "name = 5  # to be mended" in text
    assert "# the end" in text
    assert [one.name for one in parse(text.encode()).recipes] == ["Nobody there", "B", "A"]


def test_one_that_is_deleted_goes_and_the_others_stay() -> None:
    text = edited(BY_HAND, [OTHER], [])
    assert text is not None
    assert "Wrong number" not in text
    assert "name = 5  # to be mended" in text


@given(before=SEVERAL, hidden=HIDDEN, act=st.randoms(use_true_random=False), new=RECIPES)
def test_any_recipes_can_be_added_changed_and_deleted(
    before: list[Recipe],
    hidden: list[str],
    act: Random,
    new: Recipe,
) -> None:
    text = fresh(before, hidden)
    assert text is not None
    after = [one for one in before if act.random() < 0.6 and one.id != new.id]
    again = edited(text, [*after, new], hidden[:1])
    assert again is not None
    assert (parse(again.encode()).recipes, parse(again.encode()).hidden) == ((*after, new), tuple(hidden[:1]))


@pytest.mark.parametrize("recipes", [[A, A], [Recipe(id="", name="A")], [Recipe(id="s", name="\ud800")]])
def test_what_no_file_can_hold_is_refused(recipes: list[Recipe]) -> None:
    assert fresh(recipes, []) is None


def test_entries_in_one_line_are_not_edited_unless_there_are_none() -> None:
    assert edited('recipes = [{name = "A"}]', [B], []) is None
    assert edited("recipes = [] # none yet\n", [B], []) == 'version = 1\n\n[[recipes]]\nid = "b"\nname = "B"\n'
    assert edited("version = 1 # mine\n", [], []) == "version = 1 # mine\n"
