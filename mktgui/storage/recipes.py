"""The person's recipes in one TOML file, laid over those that ship with the program."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from mktgui.domain.keeping import KeepError, KeepProblem, KeepTrouble
from mktgui.domain.recipe import LoadedRecipes, Recipe
from mktgui.storage.files import keep_beside, replace_file
from mktgui.storage.json_files import FormatError, problem_with, read_bytes
from mktgui.storage.locks import locked
from mktgui.storage.recipe_format import Parsed, parse, shipped_recipes

LARGEST_FILE = 1024 * 1024  # bytes; thousands of recipes


@dataclass(frozen=True, slots=True)
class Own:
    """What the person's file says."""

    recipes: tuple[Recipe, ...] = ()
    hidden: tuple[str, ...] = ()

    def without(self, recipe_id: str) -> "Own":
        """Neither there nor hidden."""
        recipes = tuple(one for one in self.recipes if one.id != recipe_id)
        return Own(recipes, tuple(name for name in self.hidden if name != recipe_id))

    def holding(self, recipe: Recipe) -> "Own":
        """In its old place, or else as the last, and not hidden."""
        rest = self.without(recipe.id)
        if len(rest.recipes) == len(self.recipes):
            return replace(rest, recipes=(*rest.recipes, recipe))
        return replace(rest, recipes=tuple(recipe if one.id == recipe.id else one for one in self.recipes))


class RecipeFile:
    """Keeps the `RecipeStore` port. A file of a newer version of the program is left alone."""

    def __init__(self, path: Path, language: str) -> None:
        self._path, self._language = path, language

    def load(self) -> LoadedRecipes:
        """Never raises. Changes nothing but to keep a copy of a broken file."""
        content, parsed, problem = b"", Parsed(), None
        try:
            content = read_bytes(self._target(), LARGEST_FILE)
            parsed = parse(content)
        except FileNotFoundError:
            pass
        except (OSError, FormatError) as error:
            problem = self._kept(content, problem_with(self._path, error, KeepTrouble.UNREADABLE))
        if parsed.complaints:  # saving leaves bad entries where they are, so the file itself is what is kept
            problem = KeepProblem(KeepTrouble.BROKEN, str(self._path), "\n".join(parsed.complaints))
        return replace(self._laid_over(Own(parsed.recipes, parsed.hidden)), problem=problem)

    def shipped(self) -> tuple[Recipe, ...]:
        """In the language of the store."""
        return shipped_recipes(self._language)

    def save(self, recipe: Recipe) -> None:
        """One that is as it is shipped takes no room in the file. Raises KeepError."""
        if recipe in self.shipped():
            self._change(lambda own: own.without(recipe.id))
        else:
            self._change(lambda own: own.holding(recipe))

    def remove(self, recipe_id: str) -> None:
        """Raises KeepError."""
        hidden = tuple(one.id for one in self.shipped() if one.id == recipe_id)
        self._change(lambda own: Own(own.without(recipe_id).recipes, own.without(recipe_id).hidden + hidden))

    def restore(self, recipe_id: str) -> None:
        """Nothing happens to one that is not shipped. Raises KeepError."""
        if any(one.id == recipe_id for one in self.shipped()):
            self._change(lambda own: own.without(recipe_id))

    def _laid_over(self, own: Own) -> LoadedRecipes:
        shipped, changed = self.shipped(), {one.id: one for one in own.recipes}
        names = {one.id for one in shipped}
        shown = [changed.get(one.id, one) for one in shipped if one.id not in own.hidden]
        shown += [one for one in own.recipes if one.id not in names]
        return LoadedRecipes(tuple(shown), tuple(one for one in shipped if one.id in own.hidden))

    def _change(self, act: Callable[[Own], Own]) -> None:
        """Raises KeepError. What was there before is kept as `recipes.toml.bak`."""
        try:
            with locked(self._path.with_suffix(".lock")):
                target = self._target()
                old = _old(target)
                before = _own_in(old)
                after = act(before or Own())
                if after == (before or Own()):
                    return
                text = _text(target, old, before, after)
                if old:
                    replace_file(target.with_name(f"{target.name}.bak"), old)
                replace_file(target, text.encode())
        except (OSError, FormatError) as error:
            raise KeepError(problem_with(self._path, error, KeepTrouble.UNWRITABLE)) from None

    def _kept(self, content: bytes, problem: KeepProblem) -> KeepProblem:
        """A broken file has its copy before anything is saved over it."""
        if problem.trouble is KeepTrouble.BROKEN:
            with suppress(OSError):
                kept = keep_beside(self._target(), content, problem.trouble.value)
                return replace(problem, path=str(kept))
        return problem

    def _target(self) -> Path:
        """The file itself where a person has put a link in its place, as keepers of dotfiles do."""
        try:
            return self._path.resolve()
        except (OSError, RuntimeError):  # a link that leads to itself: opening it says so again
            return self._path


def _old(target: Path) -> bytes:
    """What is there now. Raises OSError, FormatError."""
    try:
        return read_bytes(target, LARGEST_FILE)
    except FileNotFoundError:
        return b""


def _own_in(content: bytes) -> Own | None:
    """What the file says, None where it is broken. Raises FormatError where it is to be left alone."""
    try:
        parsed = parse(content)
    except FormatError as error:
        if error.trouble is KeepTrouble.BROKEN:
            return None
        raise
    return Own(parsed.recipes, parsed.hidden)


def _text(target: Path, content: bytes, own: Own | None, after: Own) -> str:
    """The new content: the old one edited, or else one of our own. Raises OSError, FormatError."""
    from mktgui.storage import recipe_document  # noqa: PLC0415 - tomlkit costs 45 ms, and only saving needs it

    text = None
    if own is not None and content:
        text = recipe_document.edited(content.decode("utf-8-sig"), after.recipes, after.hidden)
    if text is None and content:
        keep_beside(target, content, KeepTrouble.BROKEN.value if own is None else "before")
    text = text or recipe_document.fresh(after.recipes, after.hidden)
    if text is None:
        raise FormatError(KeepTrouble.UNWRITABLE, "an id that is there twice, or a value that no file can hold")
    return text
