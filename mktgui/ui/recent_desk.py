"""The recent leads of each connection, for all drafts of the window."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from mktgui.domain.keeping import KeepError
from mktgui.workers.runner import Runner

if TYPE_CHECKING:
    from mktgui.domain.recents import LoadedRecents, Recent, RecentStore


class RecentDesk(QObject):
    """One for a run of the program. Nothing of it is on the way of a call."""

    changed = Signal(str)
    """The recent leads of the profile with this id are others now."""
    troubled = Signal(object)
    """A `KeepProblem`."""

    def __init__(self, runner: Runner, store: Callable[[], "RecentStore"]) -> None:
        super().__init__()
        self._runner, self._store = runner, store
        self._recents: dict[str, tuple[Recent, ...]] = {}

    def recents(self, profile_id: str) -> "tuple[Recent, ...]":
        """Newest first; none until `want` has brought them."""
        return self._recents.get(profile_id, ())

    def want(self, profile_id: str) -> None:
        """Have what was kept, with `changed`, unless it is there already."""
        if profile_id not in self._recents:
            self._recents[profile_id] = ()
            self._run(profile_id, lambda: self._store().load(profile_id))

    def add(self, profile_id: str, new: "Recent") -> None:
        """Put one in front."""
        from mktgui.domain.recents import with_recent  # noqa: PLC0415 - not for the first paint

        self._recents[profile_id] = with_recent(self.recents(profile_id), new)
        self.changed.emit(profile_id)
        self._run(profile_id, lambda: self._store().add(profile_id, new))

    def forget(self, profile_id: str) -> None:
        """Keep none of this connection."""
        self._recents[profile_id] = ()
        self.changed.emit(profile_id)
        job = self._runner.run(lambda: self._store().forget(profile_id), KeepError)
        job.failed.connect(self._fail)

    def _run(self, profile_id: str, act: "Callable[[], LoadedRecents]") -> None:
        job = self._runner.run(act, KeepError)
        job.finished.connect(partial(self._take, profile_id))
        job.failed.connect(self._fail)

    def _take(self, profile_id: str, loaded: "LoadedRecents") -> None:
        if loaded.problem is not None:
            self.troubled.emit(loaded.problem)
        if loaded.recents and loaded.recents != self.recents(profile_id):
            self._recents[profile_id] = loaded.recents
            self.changed.emit(profile_id)

    def _fail(self, error: object) -> None:
        if isinstance(error, KeepError):
            self.troubled.emit(error.problem)
