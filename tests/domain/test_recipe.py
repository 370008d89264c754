"""A recipe is laid over a draft: its rows win, others stay, and applying it twice is applying it once."""

from dataclasses import replace

from hypothesis import given

from mktgui.domain.draft import CLEAR, KEEP, Draft, Edit, EditKind, Row
from mktgui.domain.recipe import LoadedRecipes, Recipe, RecipeStore, apply_recipe, recipe_from
from mktgui.storage.recipes import RecipeFile
from tests.domain.drafts import DRAFTS, ROWS
from tests.domain.ports_kept import assert_keeps
from tests.domain.values import assert_is_value

CTO, NO = Edit(EditKind.SET, "CTO"), Edit(EditKind.SET, "false")
RESUBSCRIBE = Recipe(
    id="resubscribe", name="Resubscribe", rows=(Row("Unsubscribed", NO), Row("UnsubscribedReason", CLEAR))
)


def applied(*rows: Row) -> tuple[Row, ...]:
    return apply_recipe(Draft(rows=rows), RESUBSCRIBE).rows


def test_recipes_are_values() -> None:
    assert_is_value(lambda: Recipe(id="a", name="A", remark="look", rows=(Row("Title", CLEAR),)))
    assert_is_value(lambda: LoadedRecipes((RESUBSCRIBE,), (RESUBSCRIBE,)))


def test_its_rows_come_behind_those_that_are_there() -> None:
    assert applied() == RESUBSCRIBE.rows
    assert applied(Row("Title", CTO)) == (Row("Title", CTO), *RESUBSCRIBE.rows)


def test_it_takes_the_place_of_a_row_of_the_same_name_whatever_that_did() -> None:
    rows = applied(Row(" Unsubscribed ", Edit(EditKind.SET, "true")), Row("Title", CTO), Row("UnsubscribedReason"))
    assert rows == (Row("Unsubscribed", NO), Row("Title", CTO), Row("UnsubscribedReason", CLEAR))


def test_names_are_other_names_where_the_case_differs() -> None:
    assert applied(Row("unsubscribed", CTO)) == (Row("unsubscribed", CTO), *RESUBSCRIBE.rows)


def test_a_second_row_of_the_same_name_goes() -> None:
    rows = applied(Row("Unsubscribed", CLEAR), Row("Unsubscribed", NO), Row("UnsubscribedReason", CLEAR))
    assert rows == RESUBSCRIBE.rows


def test_empty_rows_at_the_end_stay_at_the_end() -> None:
    rows = applied(Row(), Row("Title", CTO), Row(), Row())
    assert rows == (Row(), Row("Title", CTO), *RESUBSCRIBE.rows, Row(), Row())
    assert applied(Row()) == (*RESUBSCRIBE.rows, Row())


def test_a_row_that_keeps_brings_the_field_up() -> None:
    recipe = replace(RESUBSCRIBE, rows=(Row("LeadStatus", KEEP), Row(" ", CTO)))
    assert apply_recipe(Draft(rows=(Row("LeadStatus", CTO),)), recipe).rows == (Row("LeadStatus", KEEP),)


@given(draft=DRAFTS, rows=ROWS)
def test_applying_it_again_changes_nothing_more(draft: Draft, rows: tuple[Row, ...]) -> None:
    recipe = Recipe(id="any", name="Any", rows=rows)
    once = apply_recipe(draft, recipe)
    assert apply_recipe(once, recipe) == once
    assert replace(once, rows=()) == replace(draft, rows=())
    names = {row.name.strip() for row in rows} - {""}
    assert [row for row in once.rows if row.name.strip() not in names] == [
        row for row in draft.rows if row.name.strip() not in names
    ]
    assert sorted(row.name.strip() for row in once.rows if row.name.strip() in names) == sorted(names)


def test_a_recipe_is_made_of_what_a_draft_changes_and_nothing_of_the_lead() -> None:
    rows = (Row(" Title ", CTO), Row("City", KEEP), Row("", CTO), Row("Phone", CLEAR), Row("Title", NO))
    recipe = recipe_from(Draft(email="ada@corp.example", workspace="EMEA", rows=rows), "New job")
    assert recipe == Recipe(id=recipe.id, name="New job", rows=(Row("Title", NO), Row("Phone", CLEAR)))
    assert recipe.id != recipe_from(Draft(rows=rows), "New job").id != ""


@given(rows=ROWS)
def test_what_a_recipe_was_made_of_it_makes_again(rows: tuple[Row, ...]) -> None:
    recipe = recipe_from(Draft(rows=rows), "Again")
    assert recipe_from(apply_recipe(Draft(), recipe), "Again").rows == recipe.rows


def test_the_port_is_kept() -> None:
    assert_keeps(RecipeFile, RecipeStore)
