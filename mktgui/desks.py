"""Between the roof and the rooms below: what all drafts share, made out of the stores that keep it.

Read with the window, so nothing here may be slow to import: each store is made where it is first needed, on a thread.
"""

from functools import cached_property
from typing import TYPE_CHECKING

from mktgui.ui.field_carrier import FieldCarrier
from mktgui.ui.field_desk import FieldDesk
from mktgui.ui.history_desk import HistoryDesk
from mktgui.ui.place_desk import PlaceDesk
from mktgui.ui.recent_desk import RecentDesk
from mktgui.ui.recipe_desk import RecipeDesk
from mktgui.ui.window_parts import Desks

if TYPE_CHECKING:
    from collections.abc import Callable

    from mktgui.domain.ports import Connect
    from mktgui.storage.catalogues import CatalogueFolder
    from mktgui.storage.draft_files import JsonDraftFiles
    from mktgui.storage.drafts import DraftFolder
    from mktgui.storage.places import Places
    from mktgui.storage.recents import RecentsFile
    from mktgui.storage.recipes import RecipeFile
    from mktgui.ui.field_labels import FieldLabels
    from mktgui.workers.crew import Chore
    from mktgui.workers.draft_book import DraftBook
    from mktgui.workers.runner import Runner


class DeskOffice:
    """One for a run of the program. `language` is asked each time, because the person may change it."""

    def __init__(  # noqa: PLR0913 - what the rooms below need
        self,
        places: "Places",
        runner: "Runner",
        connect: "Connect",
        later: "Callable[[Chore], None]",
        *,
        language: "Callable[[], str]",
        keeps_values: "Callable[[], bool]",
        history: HistoryDesk,
    ) -> None:
        self._places, self._later, self._language, self._keeps_values = places, later, language, keeps_values
        self._labels: FieldLabels | None = None
        self._labels_for = ""
        self._runner = runner
        fields = FieldDesk(runner, connect, self._catalogues, lambda transport: self.labels().standard(transport))
        self.desks = Desks(
            fields=fields,
            names=FieldCarrier(fields, self.labels),
            places=PlaceDesk(runner, connect),
            recents=RecentDesk(runner, self._recents),
            recipes=RecipeDesk(runner, self._recipes),
            history=history,
        )

    def labels(self) -> "FieldLabels":
        """What fields are called in the language of the window."""
        from mktgui.ui.field_labels import FieldLabels  # noqa: PLC0415 - not for the first paint

        language = self._language()
        if self._labels is None or self._labels_for != language:
            self._labels, self._labels_for = FieldLabels(language), language
        return self._labels

    @cached_property
    def drafts(self) -> "DraftFolder":
        """Where the drafts lie."""
        from mktgui.storage.drafts import DraftFolder  # noqa: PLC0415 - not for the first paint

        return DraftFolder(self._places.drafts_folder, self._keeps_values)

    @cached_property
    def draft_book(self) -> "DraftBook":
        """What writes them."""
        from mktgui.workers.draft_book import DraftBook  # noqa: PLC0415 - not for the first paint

        return DraftBook(self.drafts, self._later)

    @cached_property
    def draft_files(self) -> "JsonDraftFiles":
        """What carries a draft out of the program and into it."""
        from mktgui.storage.draft_files import JsonDraftFiles  # noqa: PLC0415 - few people do

        return JsonDraftFiles()

    def forget_connection(self, profile_id: str) -> None:
        """It is gone, and with it go its recent leads and what is known of its fields. Its history stays."""
        from mktgui.domain.keeping import KeepError  # noqa: PLC0415 - not for the first paint

        self.desks.recents.forget(profile_id)
        # Where the fields cannot be removed, nothing of a person is in them: there is nothing to say.
        self._runner.run(lambda: self._catalogues().remove(profile_id), KeepError)

    def forget_values(self) -> None:
        """Remove what was kept of drafts and leads, as far as it goes. For a worker thread. Raises KeepError."""
        from mktgui.domain.keeping import KeepError  # noqa: PLC0415 - not for the first paint

        problem: KeepError | None = None
        for store in (self.drafts, self._recents()):
            try:
                store.forget()
            except KeepError as error:
                problem = error
        if problem is not None:
            raise problem

    def close(self) -> None:
        """Leave the drafts for the next start to find."""
        if "drafts" in vars(self):  # not to be made only to be shut
            self.drafts.close()

    def _catalogues(self) -> "CatalogueFolder":
        from mktgui.storage.catalogues import CatalogueFolder  # noqa: PLC0415 - not for the first paint

        return CatalogueFolder(self._places.catalogues_folder)

    def _recents(self) -> "RecentsFile":
        from mktgui.storage.recents import RecentsFile  # noqa: PLC0415 - not for the first paint

        return RecentsFile(self._places.recents_file, self._keeps_values)

    def _recipes(self) -> "RecipeFile":
        from mktgui.storage.recipes import RecipeFile  # noqa: PLC0415 - not for the first paint

        return RecipeFile(self._places.recipes_file, self._language())
