"""What a person may write into recipes.toml, what is told of mistakes, and what ships in both languages."""

import pytest

from mktgui.domain.draft import CLEAR, KEEP, Edit, EditKind, Row
from mktgui.domain.keeping import KeepTrouble
from mktgui.domain.recipe import Recipe
from mktgui.storage.json_files import FormatError
from mktgui.storage.recipe_format import Parsed, id_of, parse, shipped_recipes

BY_HAND = """
hidden = ["left-the-company", 7]
colour = "red"

[[recipes]]
name = "Wrong number"
rows = [{ name = "Phone", edit = "clear" }, { name = "Title", edit = "set", text = "CTO" }, { name = "City" }]

[[recipes]]
id = "b"
name = "Look only"
remark = "nothing to send"
"""

# Facts sheet 7: standard fields by their SOAP names, the ones that a recipe of ours may name.
STANDARD = {
    "Unsubscribed",
    "UnsubscribedReason",
    "DoNotCall",
    "DoNotCallReason",
    "Title",
    "Department",
    "Phone",
    "Fax",
    "LeadStatus",
}


def test_a_file_written_by_hand_needs_little() -> None:
    parsed = parse(BY_HAND.encode("utf-8-sig"))
    phone = (Row("Phone", CLEAR), Row("Title", Edit(EditKind.SET, "CTO")), Row("City", KEEP))
    assert parsed.recipes == (
        Recipe(id="Wrong number", name="Wrong number", rows=phone),
        Recipe(id="b", name="Look only", remark="nothing to send"),
    )
    assert (parsed.hidden, parsed.complaints) == (("left-the-company",), ())
    assert parse(b"") == Parsed()


def test_a_bad_entry_costs_only_itself_and_is_named() -> None:
    parsed = parse(
        b'hidden = 5\nrecipes = [7, {name = "A", rows = [{name = 5}]}, {name = "B"}, {name = "B"}, {name = " "},'
        b' {id = "c"}]'
    )
    assert parsed.good == {2: Recipe(id="B", name="B")}
    assert parsed.complaints == (
        "recipes, entry 1: must be a table",
        "recipes, entry 2: rows, entry 1: name: must be text",
        "recipes, entry 4: id: 'B' is taken by an entry above",
        "recipes, entry 5: name: must not be empty",
        "recipes, entry 6: name: must not be empty",
        "hidden: must be a list",
    )


@pytest.mark.parametrize(
    ("content", "trouble", "text"),
    [
        (b"a =", KeepTrouble.BROKEN, "TOMLDecodeError: "),
        (b"\xff", KeepTrouble.BROKEN, "UnicodeDecodeError: "),
        (b"a = " + b"[" * 5000, KeepTrouble.BROKEN, "RecursionError: "),
        (b"recipes = 7", KeepTrouble.BROKEN, "recipes: must be a list of tables"),
        (b'version = "1"', KeepTrouble.BROKEN, "version: must be 1"),
        (b"version = 2", KeepTrouble.NEWER, "version: is 2"),
    ],
)
def test_a_file_that_cannot_be_used_is_told(content: bytes, trouble: KeepTrouble, text: str) -> None:
    with pytest.raises(FormatError) as error:
        parse(content)
    assert error.value.trouble is trouble
    assert str(error.value).startswith(text)


def test_the_name_will_do_for_an_id() -> None:
    assert id_of({"name": "A"}) == "A"
    assert id_of({"name": "A", "id": "a"}) == "a"


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_three_recipes_ship_in_both_languages_with_standard_fields(language: str) -> None:
    recipes = shipped_recipes(language)
    assert [one.id for one in recipes] == ["resubscribe", "do-not-contact", "left-the-company"]
    for one in recipes:
        assert one.name.isascii() == one.remark.isascii() == (language == "en")
        assert one.remark.endswith((".", "。"))
        assert {row.name for row in one.rows} <= STANDARD
        assert len({row.name for row in one.rows}) == len(one.rows)
        assert all(bool(row.edit.text) == (row.edit.kind is EditKind.SET) for row in one.rows)


def test_resubscribing_empties_the_reason_and_asks_for_consent() -> None:
    [resubscribe, *_] = shipped_recipes("en")
    assert resubscribe.rows == (Row("Unsubscribed", Edit(EditKind.SET, "false")), Row("UnsubscribedReason", CLEAR))
    assert "consent" in resubscribe.remark
    [again, _never, left] = shipped_recipes("zh_CN")
    assert again.rows == resubscribe.rows
    assert left.rows[1].edit.text == "已离职"
