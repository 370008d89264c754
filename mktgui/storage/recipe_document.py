"""Puts recipes into the text of a TOML file without losing what a person wrote there."""

from collections.abc import Callable, Sequence

import tomlkit
from tomlkit import TOMLDocument
from tomlkit.exceptions import TOMLKitError
from tomlkit.items import AoT, Array, Table

from mktgui.domain.draft import Row
from mktgui.domain.recipe import Recipe
from mktgui.storage.draft_format import ROWS, rows_in, rows_of
from mktgui.storage.json_files import FormatError
from mktgui.storage.json_reader import Reader
from mktgui.storage.recipe_format import VERSION, id_of, parse

HEAD = """\
# Recipes of mktgui: your own, and those that ship with the program and that you changed.
# edit is "set" (to the text), "clear" (empty the field) or "keep" (only bring the field up).
"""


def edited(text: str, recipes: Sequence[Recipe], hidden: Sequence[str]) -> str | None:
    """The text with these recipes in it, comments and unknown keys kept, also entries that cannot be read.

    None where the text, though it parses, cannot be edited so that it reads back right.
    """
    return _checked(lambda: _edit(text, recipes, hidden), recipes, hidden)


def fresh(recipes: Sequence[Recipe], hidden: Sequence[str]) -> str | None:
    """A text of our own. None where the recipes are such that no file can hold them."""
    return _checked(lambda: _edit(HEAD, recipes, hidden), recipes, hidden)


def _checked(make: Callable[[], str], recipes: Sequence[Recipe], hidden: Sequence[str]) -> str | None:
    """What is about to replace a good file is read first."""
    try:
        text = make()
        parsed = parse(text.encode())
    except (
        TOMLKitError,
        FormatError,
        ArithmeticError,
        LookupError,
        ValueError,
        TypeError,
        AttributeError,
        RecursionError,
    ):
        return None
    return text if parsed.recipes == tuple(recipes) and parsed.hidden == tuple(hidden) else None


def _edit(text: str, recipes: Sequence[Recipe], hidden: Sequence[str]) -> str:
    """The order of what stays is not changed; what is new comes last."""
    document = tomlkit.parse(text)
    document["version"] = VERSION
    if hidden or "hidden" in document:
        document["hidden"] = list(hidden)
    array = _tables(document)
    good, wanted = parse(text.encode()).good, {recipe.id: recipe for recipe in recipes}
    for index in sorted(good, reverse=True):
        if good[index].id not in wanted:
            del array[index]
    there = {id_of(entry): entry for entry in array}
    for recipe in recipes:
        table = there.get(recipe.id)
        if table is None:
            table = _new_table()
            array.append(table)
        _fill(table, recipe)
    if not array:
        del document["recipes"]
    return tomlkit.dumps(document)


def _tables(document: TOMLDocument) -> AoT:
    """The entries, or a place for some. Raises TypeError."""
    if not document.get("recipes"):
        document.pop("recipes", None)  # an empty list in one line takes no tables
        document.append("recipes", tomlkit.aot())
    array = document["recipes"]
    if not isinstance(array, AoT):
        raise TypeError(type(array))  # entries in one line: rare, and not worth an editor of its own
    return array


def _new_table() -> Table:
    table = tomlkit.table()
    table.trivia.indent = "\n"  # an empty line above
    return table


def _fill(table: Table, recipe: Recipe) -> None:
    """Touch only what differs."""
    if id_of(table) != recipe.id or table.get("name") != recipe.name:
        table["id"] = recipe.id
    for key, value in (("name", recipe.name), ("remark", recipe.remark)):
        if table.get(key, "") != value:
            table[key] = value
    if rows_in(Reader(table)) != recipe.rows:
        table[ROWS] = _array(recipe.rows)


def _array(rows: Sequence[Row]) -> Array:
    """A line for each row."""
    array = tomlkit.array().multiline(bool(rows))
    for plain in rows_of(rows):
        entry = tomlkit.inline_table()
        entry.update(plain)
        array.append(entry)
    return array
