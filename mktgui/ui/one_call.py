"""One call after the other for a window: what comes when nobody waits for it any more finds nobody."""

from collections.abc import Callable
from functools import partial

from mktgui.domain.calls import Call
from mktgui.domain.outcome import Outcome
from mktgui.domain.ports import Transport
from mktgui.workers.runner import Job, Runner

Then = Callable[[Outcome], None]


class OneCall:
    """`broke` is called where this program failed, not Marketo; `rested` before that and before each outcome."""

    def __init__(self, runner: Runner, rested: Callable[[], None], broke: Callable[[], None]) -> None:
        self._runner, self._rested, self._broke = runner, rested, broke
        self._job: Job | None = None

    @property
    def busy(self) -> bool:
        """Whether one is under way."""
        return self._job is not None

    def make(self, call: Call, transport: Transport, then: Then) -> None:
        """Make it on a thread; `then` is given its outcome."""
        job = self._job = self._runner.call(call, transport)
        job.finished.connect(partial(self._end, job, then))
        job.failed.connect(partial(self._fail, job))

    def hang_up(self) -> None:
        """Nobody waits any more."""
        job, self._job = self._job, None
        if job is not None:
            job.cancel()

    def _end(self, job: Job, then: Then, outcome: Outcome) -> None:
        if self._is_awaited(job):
            then(outcome)

    def _fail(self, job: Job, _crash: object) -> None:
        if self._is_awaited(job):
            self._broke()

    def _is_awaited(self, job: Job) -> bool:
        if job is not self._job:
            return False
        self._job = None
        self._rested()
        return True
