"""The history of calls, for all windows of the program: asked on threads, changed one act after the other."""

from collections import deque
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from mktgui.ui.looking import utc_now

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from mktgui.domain.history import Retention, Settled
    from mktgui.domain.history_port import HistoryProblem, HistoryStore, Opened
    from mktgui.workers.crew import Chore
    from mktgui.workers.runner import Job, Runner

SOON = 200  # milliseconds
POLL = 1_500  # milliseconds between two looks for what other copies of the program did, while somebody watches
PATIENCE = 10_000  # milliseconds in which a removal can be taken back
DAY = 24 * 60 * 60 * 1000  # milliseconds

Act = Callable[["HistoryStore"], object]
"""Something to do with the history, on a thread. It must close over no window."""


class HistoryDesk(QObject):
    """One for a run of the program. Calls are recorded without it; it is what the windows see of them."""

    opened = Signal(object)
    """`Opened`: how the history stands."""
    changed = Signal()
    """What is kept may be something else now."""
    done = Signal(object, object)
    """What `change` was asked for, and what the act gave."""
    refused = Signal(object, object)
    """What `change` was asked for, and the `HistoryProblem` for which it was not done."""
    troubled = Signal(object)
    """A `HistoryProblem` that the person should know of. The same is told once."""

    def __init__(
        self,
        runner: "Runner",
        store: Callable[[], "HistoryStore"],
        later: Callable[["Chore"], None],
        retention: "Callable[[], Retention]",
        now: Callable[[], "datetime"] = utc_now,
    ) -> None:
        super().__init__()
        self._runner, self._store, self._later, self._retention, self._now = runner, store, later, retention, now
        self.state: Opened | None = None
        """How it stands; None until it was opened."""
        self._heard: deque[HistoryProblem] = deque()  # threads put in, this one takes out
        self._told: set[tuple[str, str]] = set()
        self._acts: deque[tuple[object, Act]] = deque()
        self._acting: Job | None = None
        self._pending: frozenset[str] = frozenset()  # to be removed, unless it is taken back
        self._going: frozenset[str] = frozenset()
        self._watchers = 0
        self._stamp: object = None
        self._looking = False
        self._poll, self._patience, self._daily = QTimer(self), QTimer(self), QTimer(self)
        self._set_timers()

    @property
    def hidden(self) -> frozenset[str]:
        """Calls that are removed as far as the person is concerned."""
        return self._pending | self._going

    @property
    def removed(self) -> int:
        """How many could still be taken back."""
        return len(self._pending)

    def begin(self) -> None:
        """Open it, look whether it is whole, and let go of what is past its time; once a day from then on."""
        self.open().finished.connect(self._check)
        self._daily.start()

    def open(self) -> "Job":
        """Make ready, or see again how it stands; `opened` tells."""
        job = self.ask(lambda store: store.open())
        job.finished.connect(self._take_state)
        return job

    def hear(self, problem: "HistoryProblem") -> None:
        """For any thread: something could not be kept."""
        self._heard.append(problem)

    def poke(self) -> None:
        """Something has happened to what is kept."""
        while self._heard:
            self._tell(self._heard.popleft())
        self.changed.emit()

    def poke_soon(self) -> None:
        """A call has ended: how is kept some moments after it was told."""
        QTimer.singleShot(SOON, self, self.poke)

    def ask(self, act: Act) -> "Job":
        """Ask something. The job fails with a `HistoryError`, or a `Crash`."""
        from mktgui.domain.history_port import HistoryError  # noqa: PLC0415 - not for the first paint

        store = self._store
        return self._runner.run(lambda: act(store()), HistoryError)

    def change(self, what: object, act: Act) -> None:
        """Do it once all that was asked for before is done. `what` names it in `done` and `refused`."""
        self._acts.append((what, act))
        self._go_on()

    def settle(self, entry_id: str, settled: "Settled") -> None:
        """Keep what a look at the lead has proven of a call whose outcome was unknown."""
        self.change(_Settling(entry_id), lambda store: store.settle(entry_id, settled))

    def remove(self, entry_ids: "Iterable[str]") -> None:
        """Hide these at once, and remove them a while later: until then it can be taken back."""
        self._remove_for_good()
        self._pending = frozenset(entry_ids)
        self._patience.start()
        self.changed.emit()

    def take_back(self) -> None:
        """Show again what was to be removed."""
        self._patience.stop()
        self._pending = frozenset()
        self.changed.emit()

    def finish_removal(self) -> None:
        """It cannot be taken back any more."""
        self._remove_for_good()

    def purge(self) -> "Job":
        """Let go of what is past its time; the job brings how many."""
        retention, now = self._retention(), self._now()
        job = self.ask(lambda store: store.purge(retention, now))
        job.finished.connect(self.poke)
        return job

    def watch(self) -> None:
        """A window shows the history: look what other copies of the program do to it."""
        self._watchers += 1
        self._poll.start()

    def leave(self) -> None:
        """That window shows it no longer."""
        self._watchers -= 1
        if not self._watchers:
            self._poll.stop()

    def close(self) -> None:
        """Hand over what is still to be done: nobody waits for it any more."""
        for timer in (self._poll, self._patience, self._daily):
            timer.stop()
        self._remove_for_good()
        store = self._store
        while self._acts:
            _what, act = self._acts.popleft()
            self._later(partial(_quietly, act, store))

    def _remove_for_good(self) -> None:
        self._patience.stop()
        going, self._pending = self._pending, frozenset()
        if going:
            self._going |= going
            self.change(_Removal(going), lambda store: store.remove(going))

    def _go_on(self) -> None:
        if self._acting is not None or not self._acts:
            return
        what, act = self._acts.popleft()
        job = self._acting = self.ask(act)
        job.finished.connect(partial(self._take_done, what))
        job.failed.connect(partial(self._take_refusal, what))

    def _take_done(self, what: object, result: object) -> None:
        self._acting = None
        self._settle(what)
        self.done.emit(what, result)
        self.poke()
        self._go_on()

    def _take_refusal(self, what: object, error: object) -> None:
        self._acting = None
        self._settle(what)
        problem = problem_of(error)
        self.refused.emit(what, problem)
        if isinstance(what, _Removal | _Settling):
            self._tell(problem)
            self.changed.emit()
        self._go_on()

    def _settle(self, what: object) -> None:
        if isinstance(what, _Removal):
            self._going -= what

    def _take_state(self, state: "Opened") -> None:
        self.state = state
        self.opened.emit(state)
        if state.problem is not None:
            self._tell(state.problem)
        self.poke()

    def _check(self, _state: object) -> None:
        self.ask(lambda store: store.check()).finished.connect(self._take_check)
        self.purge()

    def _take_check(self, problem: "HistoryProblem | None") -> None:
        if problem is not None:
            self._tell(problem)
        self.poke()

    def _tell(self, problem: "HistoryProblem") -> None:
        mark = (problem.trouble.value, problem.kept)
        if mark not in self._told:
            self._told.add(mark)
            self.troubled.emit(problem)

    def _look(self) -> None:
        if not self._looking:
            self._looking = True
            job = self.ask(lambda store: store.stamp())
            job.finished.connect(self._take_stamp)
            job.failed.connect(self._take_stamp)

    def _take_stamp(self, stamp: object) -> None:
        """An error is a stamp like another: nothing can be seen now, and once it can it will be another again."""
        self._looking = False
        before, self._stamp = self._stamp, stamp if isinstance(stamp, int) else None
        if self._stamp != before:
            self.poke()

    def _set_timers(self) -> None:
        self._patience.setSingleShot(True)
        for timer, wait, act in (
            (self._poll, POLL, self._look),
            (self._patience, PATIENCE, self._remove_for_good),
            (self._daily, DAY, self.purge),
        ):
            timer.setInterval(wait)
            timer.timeout.connect(act)


class _Removal(frozenset[str]):
    """What is being removed."""


class _Settling(str):
    """The call whose outcome has become known."""

    __slots__ = ()


def problem_of(error: object) -> "HistoryProblem":
    """What a job of `HistoryDesk.ask` failed with."""
    from mktgui.domain.history_port import HistoryError, HistoryProblem, HistoryTrouble  # noqa: PLC0415 - as above

    if isinstance(error, HistoryError):
        return error.problem
    return HistoryProblem(HistoryTrouble.UNREADABLE, detail=str(getattr(error, "type_name", "")))


def _quietly(act: Act, store: Callable[[], "HistoryStore"]) -> None:
    from mktgui.domain.history_port import HistoryError  # noqa: PLC0415 - as above

    try:
        act(store())
    except HistoryError:
        return  # the program is ending: there is nobody to tell
