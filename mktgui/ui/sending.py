"""One send at a time: from the request to what became of it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from mktgui.workers.work import Crash

if TYPE_CHECKING:
    from mktgui.domain.calls import SyncLead
    from mktgui.domain.outcome import Outcome
    from mktgui.domain.ports import ConnectFor
    from mktgui.domain.recording import Context
    from mktgui.workers.runner import Job, Runner


class Sending(QObject):
    """Starts a call and says how it ends. After Stop the end is told twice: at once, and when it is known."""

    began = Signal()
    staged = Signal(object)
    """A `Stage`."""
    rested = Signal()
    """The person has control again."""
    ended = Signal(object, str)
    """The `Outcome`, or None where it is not known yet; and the type of the error where the program is at fault."""
    crashed = Signal(object)
    """A `Crash`: the program itself is at fault."""
    exchanged = Signal(object)
    """The `Exchange` of the last call, or None."""

    def __init__(self, runner: "Runner", connect: "ConnectFor") -> None:
        super().__init__()
        self._runner, self._connect = runner, connect
        self._job: Job | None = None
        self._busy = False

    @property
    def busy(self) -> bool:
        """Whether a call is under way."""
        return self._busy

    def send(self, request: "SyncLead", context: "Context") -> None:
        """Send it, unless a call is under way. `context` names the connection, and what is to be kept of the send."""
        if self._busy:
            return
        self._busy = True
        job = self._job = self._runner.call(request, self._connect(context))
        job.staged.connect(self.staged)
        job.finished.connect(self._finish)
        job.failed.connect(self._fail)
        job.stopped.connect(self._stopped)
        job.late.connect(self._late)
        self.began.emit()

    def stop(self) -> None:
        """Give control back at once."""
        if self._job is not None:
            self._job.cancel()

    def _finish(self, outcome: "Outcome") -> None:
        self._rest()
        self._tell(outcome)

    def _fail(self, crash: Crash) -> None:
        self._rest()
        self._tell(None, crash.type_name)
        self.crashed.emit(crash)

    def _stopped(self) -> None:
        self._rest()
        self._tell(None)

    def _late(self, ended: "Outcome | Crash") -> None:
        """What really became of a stopped call, unless a newer one has been started since."""
        if self.sender() is not self._job or self._busy:
            return
        if not isinstance(ended, Crash):
            self._tell(ended)

    def _rest(self) -> None:
        self._busy = False
        self.rested.emit()

    def _tell(self, outcome: "Outcome | None", crash: str = "") -> None:
        self.ended.emit(outcome, crash)
        self.exchanged.emit(outcome.exchange if outcome is not None else None)
