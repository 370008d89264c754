"""The recent leads of each connection, for all drafts of the window."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

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
        self._forgotten = 0  # how often something was forgotten: what was read before that is out of date

    def recents(self, profile_id: str) -> "tuple[Recent, ...]":
        """Newest first; none until `want` has brought them."""
        return self._recents.get(profile_id, ())

    def want(self, profile_id: str) -> None:
        """Have what was kept, with `changed`, unless it is there already."""
        if profile_id not in self._recents:
            self._recents[profile_id] = ()
            job = self._runner.run(lambda: self._store().load(profile_id))
            job.finished.connect(partial(self._take, profile_id, self._forgotten))

    def add(self, profile_id: str, new: "Recent") -> None:
        """Put one in front."""
        from mktgui.domain.recents import with_recent  # noqa: PLC0415 - not for the first paint

        self._recents[profile_id] = with_recent(self.recents(profile_id), new)
        self.changed.emit(profile_id)
        self._change(lambda: self._store().add(profile_id, new))

    def drop(self, profile_id: str, one: "Recent") -> None:
        """Keep this one no longer."""
        from mktgui.domain.recents import without_recent  # noqa: PLC0415 - not for the first paint

        self._recents[profile_id] = without_recent(self.recents(profile_id), one)
        self.changed.emit(profile_id)
        self._change(lambda: self._store().drop(profile_id, one), forgets=True)

    def forget(self, profile_id: str) -> None:
        """Keep none of this connection."""
        self._recents[profile_id] = ()
        self.changed.emit(profile_id)
        self._change(lambda: self._store().forget(profile_id), forgets=True)

    def _change(self, act: Callable[[], object], *, forgets: bool = False) -> None:
        from mktgui.domain.keeping import KeepError  # noqa: PLC0415 - not for the first paint

        self._forgotten += forgets
        self._runner.run(act, KeepError).failed.connect(self._fail)

    def _take(self, profile_id: str, forgotten: int, loaded: "LoadedRecents") -> None:
        """What the file held, and on top of it what has been added since; nothing of it where that was forgotten."""
        from mktgui.domain.recents import with_recent  # noqa: PLC0415 - not for the first paint

        if loaded.problem is not None:
            self.troubled.emit(loaded.problem)
        recents = loaded.recents if forgotten == self._forgotten else ()
        for one in reversed(self.recents(profile_id)):
            recents = with_recent(recents, one)
        if recents != self.recents(profile_id):
            self._recents[profile_id] = recents
            self.changed.emit(profile_id)

    def _fail(self, error: object) -> None:
        from mktgui.domain.keeping import KeepError  # noqa: PLC0415 - not for the first paint

        if isinstance(error, KeepError):
            self.troubled.emit(error.problem)
