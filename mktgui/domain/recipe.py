"""Recipes: changes that come up again and again, under a name, with a remark on what else to look at."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Protocol
from uuid import uuid4

from mktgui.domain.draft import Draft, EditKind, Row
from mktgui.domain.keeping import KeepProblem


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """`rows` name their fields by API name. A row that keeps brings the field up for the person to fill in."""

    id: str
    name: str
    remark: str = ""
    rows: tuple[Row, ...] = ()


def apply_recipe(draft: Draft, recipe: Recipe) -> Draft:
    """The draft with the rows of the recipe: in place of rows of the same name, else behind all that have a name.

    Rows of other names stay as they are. Spaces around a name do not count, as in a request.
    """
    wanted = {_name(row): row for row in recipe.rows if _name(row)}
    rows: list[Row] = []
    placed: set[str] = set()
    for row in draft.rows:
        name = _name(row)
        if name not in wanted:
            rows.append(row)
        elif name not in placed:  # a second row of one name would stop the send
            placed.add(name)
            rows.append(wanted[name])
    end = next((number for number in range(len(rows), 0, -1) if rows[number - 1] != Row()), 0)
    rows[end:end] = [row for name, row in wanted.items() if name not in placed]
    return replace(draft, rows=tuple(rows))


def recipe_from(draft: Draft, name: str) -> Recipe:
    """A new recipe of all that the draft sets or empties. Who the lead is and its workspace stay out of it."""
    marked = (row for row in draft.rows if _name(row) and row.edit.kind is not EditKind.KEEP)
    rows = {_name(row): Row(_name(row), row.edit) for row in marked}
    return Recipe(id=uuid4().hex, name=name, rows=tuple(rows.values()))


def _name(row: Row) -> str:
    return row.name.strip()


@dataclass(frozen=True, slots=True)
class LoadedRecipes:
    """The recipes to offer: those that ship with the program first, as the person changed them, then their own.

    `hidden` are shipped ones that the person put away.
    """

    recipes: tuple[Recipe, ...] = ()
    hidden: tuple[Recipe, ...] = ()
    problem: KeepProblem | None = None


class RecipeStore(Protocol):
    """Keeps the person's recipes in a file that they may read and edit. For worker threads.

    What is shipped comes in the language of the store. Each act changes one recipe in what the file holds at that
    moment, so that two copies of the program lose nothing of each other's.
    """

    def load(self) -> LoadedRecipes:
        """Never raises: a broken file is kept and told, and then the shipped ones are there."""
        ...

    def shipped(self) -> Sequence[Recipe]:
        """Those that ship with the program, as they are shipped. Never raises."""
        ...

    def save(self, recipe: Recipe) -> None:
        """Add it, or put it in place of the one with its id. All or nothing. Raises KeepError."""
        ...

    def remove(self, recipe_id: str) -> None:
        """Delete it; one that is shipped is hidden and its changes are dropped. Raises KeepError."""
        ...

    def restore(self, recipe_id: str) -> None:
        """Have a shipped one again as it is shipped. Raises KeepError."""
        ...
