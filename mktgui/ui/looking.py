"""One look at a lead at a time: from the question to what is known then."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from datetime import datetime

    from mktgui.domain.calls import GetLead
    from mktgui.domain.outcome import Outcome
    from mktgui.domain.ports import Connect
    from mktgui.domain.profile import Profile
    from mktgui.workers.runner import Job, Runner
    from mktgui.workers.work import Crash

Now = Callable[[], "datetime"]


def utc_now() -> "datetime":
    """This moment, aware."""
    from datetime import UTC, datetime  # noqa: PLC0415 - not for the first paint

    return datetime.now(UTC)


class Looking(QObject):
    """Reads a lead on a thread. Nothing is written by it, so it may be stopped and begun anew at any time."""

    began = Signal()
    staged = Signal(object)
    """A `Stage`."""
    rested = Signal()
    """The person has control again."""
    looked = Signal(object, object)
    """A `Known` or `FailedLook`, and the `Outcome`."""
    stopped = Signal()
    """The person gave it up: nothing new is known."""
    crashed = Signal(object)
    """A `Crash`: the program itself is at fault."""

    def __init__(self, runner: "Runner", connect: "Connect", now: Now = utc_now) -> None:
        super().__init__()
        self._runner, self._connect, self._now = runner, connect, now
        self._job: Job | None = None
        self._question: GetLead | None = None

    @property
    def question(self) -> "GetLead | None":
        """What the look asks that is under way; None while there is none."""
        return self._question

    @property
    def busy(self) -> bool:
        """Whether a look is under way."""
        return self._job is not None

    def look(self, question: "GetLead", profile: "Profile") -> None:
        """Ask it. A look that is under way is given up: its answer would be about another key."""
        before, job = self._job, self._runner.call(question, self._connect(profile))
        self._job, self._question = job, question
        if before is not None:
            before.cancel()
        job.staged.connect(partial(self._tell_stage, job))
        job.finished.connect(partial(self._finish, job, question, profile.id))
        job.failed.connect(partial(self._fail, job))
        job.stopped.connect(partial(self._stopped, job))
        self.began.emit()

    def stop(self) -> None:
        """Give control back at once."""
        if self._job is not None:
            self._job.cancel()

    def give_up(self) -> None:
        """Nobody waits for it any more, whatever it brings: that is so at once."""
        job, self._job = self._job, None
        if job is not None:
            job.cancel()
            self.rested.emit()
            self.stopped.emit()

    def _tell_stage(self, job: "Job", stage: object) -> None:
        if job is self._job:
            self.staged.emit(stage)

    def _finish(self, job: "Job", question: "GetLead", profile_id: str, outcome: "Outcome") -> None:
        from mktgui.domain.look import knowledge_from  # noqa: PLC0415 - not for the first paint

        if self._rest(job):
            self.looked.emit(knowledge_from(outcome, question, profile_id, self._now()), outcome)

    def _fail(self, job: "Job", crash: "Crash") -> None:
        if self._rest(job):
            self.crashed.emit(crash)

    def _stopped(self, job: "Job") -> None:
        if self._rest(job):
            self.stopped.emit()

    def _rest(self, job: "Job") -> bool:
        """Whether it was the look that is waited for; one that was given up ends unheard."""
        if job is not self._job:
            return False
        self._job = self._question = None
        self.rested.emit()
        return True
