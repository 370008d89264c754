"""Between the roof and the rooms below: the drafts that outlive a run, and the choice whether anything typed does."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from mktgui.ui.draft_keeper import DraftKeeper

if TYPE_CHECKING:
    from collections.abc import Callable

    from mktgui.archive import Archive
    from mktgui.desks import DeskOffice
    from mktgui.domain.desk import LoadedDrafts
    from mktgui.domain.keeping import KeepProblem
    from mktgui.ui.main_window import MainWindow
    from mktgui.ui.preferences import Preferences
    from mktgui.workers.runner import Runner


class DraftOffice(QObject):
    """One for a run of the program, made once the window is on the screen.

    `window` gives the one there is, for the language may change.
    """

    def __init__(
        self,
        runner: "Runner",
        preferences: "Preferences",
        archive: "Archive",
        desks: "DeskOffice",
        window: "Callable[[], MainWindow]",
    ) -> None:
        super().__init__()
        self._runner, self._preferences, self._archive, self._desks = runner, preferences, archive, desks
        self._window = window
        self.keeper: DraftKeeper | None = None
        """What keeps the drafts of the window; None until those of the last run are there."""

    def load(self) -> None:
        """Bring back what lay on the desk, and keep what lies there from then on."""
        self._runner.run(self._archive.settle).finished.connect(self._load)

    def keep(self) -> None:
        """Keep what lies on the desk of the window that there is now."""
        self.keeper = DraftKeeper(self._window().tabs, self._desks.draft_book)
        self.keeper.troubled.connect(self._say)
        self.keeper.keep_all()

    def let_go(self) -> None:
        """What the window still says of its drafts counts no more: there will be another one."""
        self.keeper = None

    def flush(self) -> None:
        """Hand over at once what is due."""
        if self.keeper is not None:
            self.keeper.flush()

    def choose_values(self, *, keep: bool, scrub: bool) -> int:
        """For a worker thread. Drafts and recent leads go with the choice; past calls only where that is wanted.

        Gives of how many calls the values were taken out. Raises HistoryError, KeepError.
        """
        self._archive.choose(keep=keep)
        if keep:
            return 0
        self._desks.forget_values()
        return self._archive.store().scrub() if scrub else 0

    def _load(self, keeps_values: bool) -> None:  # noqa: FBT001 - Qt's signal
        """Another copy of the program may have chosen otherwise since the settings were written."""
        self._preferences.keeps_values = keeps_values
        self._runner.run(self._desks.drafts.load).finished.connect(self._show)

    def _show(self, loaded: "LoadedDrafts") -> None:
        """What lay there, unless the person has begun something meanwhile: then beside it."""
        self._window().opener.bring_back(loaded)
        self.keep()

    def _say(self, problem: "KeepProblem | None") -> None:
        self._window().notice.say_kept(problem)
