"""Between the roof and the rooms below: the history of calls, and the one choice whether values are kept at all."""

from threading import Lock
from typing import TYPE_CHECKING

from mktgui.ui.history_desk import HistoryDesk

if TYPE_CHECKING:
    from collections.abc import Callable

    from mktgui.domain.ports import CheckConnection, Transport
    from mktgui.domain.profile import Profile
    from mktgui.domain.recording import Context
    from mktgui.storage.history import SqliteHistory
    from mktgui.storage.places import Places
    from mktgui.ui.preferences import Preferences
    from mktgui.workers.crew import Chore
    from mktgui.workers.runner import Runner


class Archive:
    """One for a run of the program."""

    def __init__(
        self, places: "Places", runner: "Runner", preferences: "Preferences", later: "Callable[[Chore], None]"
    ) -> None:
        self._folder, self._later = places.history_folder, later
        self._lock = Lock()
        self._store: SqliteHistory | None = None
        self._wants_values = preferences.keeps_values  # until the mark lies where all copies of the program see it
        self.desk = HistoryDesk(runner, self.store, later, lambda: preferences.retention)

    def store(self) -> "SqliteHistory":
        """Where calls are kept. For worker threads: making it reads what the window does not need."""
        with self._lock:
            if self._store is None:
                from mktgui.storage.history import SqliteHistory  # noqa: PLC0415 - not for the first paint

                self._store = SqliteHistory(self._folder, self.desk.hear)
            return self._store

    def settle(self) -> bool:
        """For a worker thread: put the mark of "no values" where it is missing although the person chose so.

        Gives whether values are kept.
        """
        from mktgui.domain.history_port import HistoryError  # noqa: PLC0415 - not for the first paint

        if not self._wants_values:
            try:
                self.choose(keep=False)
            except HistoryError as error:
                self.desk.hear(error.problem)
        return self.keeps_values()

    def keeps_values(self) -> bool:
        """Whether anything may be kept with values, in any copy of the program. For worker threads; never raises."""
        return self._wants_values and self.store().keeps_values()

    def choose(self, *, keep: bool) -> None:
        """For a worker thread: keep values from now on, in all copies of the program, or none. Raises HistoryError.

        Where the mark cannot be put there, this copy keeps none all the same.
        """
        self._wants_values = self._wants_values and keep
        self.store().keep_values(keep=keep)
        self._wants_values = True  # the mark alone counts now: another copy may change it

    def record(self, transport: "Transport", context: "Context") -> "Transport":
        """For a worker thread: the same transport, with its call in the history."""
        from mktgui.workers.recorded import RecordedTransport  # noqa: PLC0415 - not for the first paint

        return RecordedTransport(transport, self.store(), context, self.desk.hear, self._later)

    def record_check(self, check: "CheckConnection", profile: "Profile") -> "CheckConnection":
        """The same check, with its call in the history."""
        from mktgui.workers.recorded_check import RecordedCheck  # noqa: PLC0415 - not for the first paint

        return RecordedCheck(check, self.store, profile, self.desk.hear, self._later)

    def close(self) -> None:
        """Let go, once nothing is under way any more."""
        if self._store is not None:
            self._store.close()
