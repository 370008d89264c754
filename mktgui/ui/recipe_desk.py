"""The recipes, for all drafts of the window; every change goes to the file at once."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from mktgui.workers.runner import Runner

if TYPE_CHECKING:
    from mktgui.domain.recipe import LoadedRecipes, Recipe, RecipeStore


class RecipeDesk(QObject):
    """One for a run of the program. After each act it shows what the file holds then."""

    changed = Signal()
    """`loaded` is another one now."""
    troubled = Signal(object)
    """A `KeepProblem`: what was wanted is not in the file."""

    def __init__(self, runner: Runner, store: Callable[[], "RecipeStore"]) -> None:
        super().__init__()
        self._runner, self._store = runner, store
        self.loaded: LoadedRecipes | None = None
        self.shipped: Sequence[Recipe] = ()

    def want(self) -> None:
        """Have them, with `changed`, unless they are there already."""
        if self.loaded is None:
            self._run(self._do_nothing)
        else:
            self.changed.emit()

    def save(self, recipe: "Recipe") -> None:
        """Add it, or put it in place of the one with its id."""
        self._run(lambda store: store.save(recipe))

    def remove(self, recipe_id: str) -> None:
        """Delete it; a shipped one is put away."""
        self._run(lambda store: store.remove(recipe_id))

    def restore(self, recipe_id: str) -> None:
        """Have a shipped one again as it was shipped."""
        self._run(lambda store: store.restore(recipe_id))

    def _run(self, act: "Callable[[RecipeStore], None]") -> None:
        job = self._runner.run(lambda: self._do(act))
        job.finished.connect(self._take)

    def _do(self, act: "Callable[[RecipeStore], None]") -> "tuple[LoadedRecipes, Sequence[Recipe], object]":
        from mktgui.domain.keeping import KeepError  # noqa: PLC0415 - not for the first paint

        store, problem = self._store(), None
        try:
            act(store)
        except KeepError as error:
            problem = error.problem
        return store.load(), store.shipped(), problem

    @staticmethod
    def _do_nothing(_store: "RecipeStore") -> None:
        """Only read them."""

    def _take(self, found: "tuple[LoadedRecipes, Sequence[Recipe], object]") -> None:
        self.loaded, self.shipped, problem = found
        self.changed.emit()
        problem = problem or self.loaded.problem
        if problem is not None:
            self.troubled.emit(problem)
