"""What stands in recipes.toml, in the person's and in the one that ships, and what may be wrong with it."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib.resources import files

from mktgui.domain.keeping import KeepTrouble
from mktgui.domain.recipe import Recipe
from mktgui.storage.draft_format import ROWS, rows_in
from mktgui.storage.json_files import FormatError, Plain, check_version
from mktgui.storage.json_reader import Reader

VERSION = 1


@dataclass(frozen=True, slots=True)
class Parsed:
    """The good entries by their index in the file, the ids of hidden ones, and a sentence for each thing wrong."""

    good: Mapping[int, Recipe] = field(default_factory=dict)
    hidden: tuple[str, ...] = ()
    complaints: tuple[str, ...] = ()

    @property
    def recipes(self) -> tuple[Recipe, ...]:
        """In the order of the file."""
        return tuple(self.good.values())


def parse(content: bytes) -> Parsed:
    """Read the content of a person's file. A bad entry costs only itself. Raises FormatError."""
    try:
        plain = tomllib.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise FormatError(KeepTrouble.BROKEN, f"{type(error).__name__}: {error}") from None
    check_version({"version": VERSION, **plain}, VERSION)
    entries = plain.get("recipes", [])
    if not isinstance(entries, list):
        raise FormatError(KeepTrouble.BROKEN, "recipes: must be a list of tables, written [[recipes]]")
    good: dict[int, Recipe] = {}
    complaints: list[str] = []
    for index, entry in enumerate(entries):
        recipe, wrong = _recipe(entry, {one.id for one in good.values()})
        complaints += [f"recipes, entry {index + 1}: {complaint}" for complaint in wrong]
        if not wrong:
            good[index] = recipe
    outer = Reader(plain)
    hidden = tuple(one for one in outer.entries("hidden") if isinstance(one, str))
    return Parsed(good, hidden, (*complaints, *outer.complaints))


def shipped_recipes(language: str) -> tuple[Recipe, ...]:
    """Those of the program itself, in one of the languages it speaks."""
    content = (files("mktgui.resources") / "recipes.toml").read_text(encoding="utf-8")
    return tuple(_in_language(entry, language) for entry in tomllib.loads(content)["recipes"])


def id_of(entry: Plain) -> object:
    """Who writes a file by hand need not think of an id: the name will do."""
    return entry.get("id", entry.get("name"))


def _recipe(entry: object, taken: set[str]) -> tuple[Recipe, list[str]]:
    if not isinstance(entry, dict):
        return Recipe(id="", name=""), ["must be a table"]
    reader = Reader(entry)
    name = reader.text("name")
    recipe = Recipe(id=reader.text("id", name), name=name, remark=reader.text("remark"), rows=rows_in(reader))
    if not recipe.name.strip() or not recipe.id:
        reader.wrong("name", "must not be empty", None)
    if recipe.id in taken:
        reader.wrong("id", f"{recipe.id!r} is taken by an entry above", None)
    return recipe, reader.complaints


def _in_language(entry: Mapping[str, object], language: str) -> Recipe:
    """An entry of ours, of which a test reads every one."""
    words, rows = entry[language], entry[ROWS]
    assert isinstance(words, dict) and isinstance(rows, list)  # noqa: S101, PT018 - for the types
    texts = [{key: value[language] if isinstance(value, dict) else value for key, value in row.items()} for row in rows]
    return Recipe(id=str(entry["id"]), name=words["name"], remark=words["remark"], rows=rows_in(Reader({ROWS: texts})))
