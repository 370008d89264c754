"""Runs what takes a while away from the GUI thread, and reports back on it."""

from collections import deque
from functools import partial
from threading import Lock
from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import SIGNAL, QObject, Qt, QTimer, Signal
from shiboken6 import isValid

from mktgui.workers.crew import Crew
from mktgui.workers.task import Aborted, Ended, Task
from mktgui.workers.turns import come_first, share_out
from mktgui.workers.work import CallWork, FunctionWork

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import SignalInstance

    from mktgui.domain.calls import Call
    from mktgui.domain.ports import Transport
    from mktgui.workers.work import Work

WORKERS = 4
CLOSE_SECONDS = 1.0


class Job(QObject):
    """One work under way. All its signals come on the GUI thread.

    Exactly one of `finished`, `failed` and `stopped` comes, once. Whoever started the job may drop it at any time, and
    may give it to the slots that it calls: when nothing can come any more it lets go of them, and of its parent.
    """

    staged = Signal(object)
    """What the work reports on its way, for a call its `Stage`; none after the ending."""
    finished = Signal(object)
    """What the work returned; for a call its `Outcome`."""
    failed = Signal(object)
    """A `Crash`, or an exception of a type that was expected, without its traceback."""
    stopped = Signal()
    """The person has control again. What became of the work comes later, on `late`."""
    late = Signal(object)
    """After `stopped`, once, unless the runner is closed before: what else would have come as the ending."""

    def __init__(self, stop: "Callable[[], None]") -> None:
        super().__init__()
        self._stop = stop
        self._open = True

    @property
    def is_open(self) -> bool:
        """Whether the ending is still to come."""
        return self._open

    def cancel(self) -> None:
        """Stop: emits `stopped` before it returns. After the ending it does nothing."""
        if self._open:
            self._open = False
            self._stop()
            if isValid(self):
                self.stopped.emit()

    def tell(self, news: object) -> None:
        """For the runner: the work has something to report."""
        if self._open and isValid(self):
            self.staged.emit(news)

    def end(self, ended: Ended) -> None:
        """For the runner: the work has ended."""
        was_open, self._open = self._open, False
        if not isValid(self):
            return  # a window had made it its child, and is gone
        if not was_open:
            self.late.emit(ended.value)
        elif ended.failed:
            self.failed.emit(ended.value)
        else:
            self.finished.emit(ended.value)
        self.let_go()

    def let_go(self) -> None:
        """For the runner: nothing comes any more. A slot that holds the job would keep both for ever."""
        if not isValid(self):
            return  # a slot has closed the window
        self.setParent(None)
        for signature, signal in zip(_SIGNATURES, self._signals(), strict=True):
            if self.receivers(signature):
                signal.disconnect()

    def _signals(self) -> "tuple[SignalInstance, ...]":
        return self.staged, self.finished, self.failed, self.stopped, self.late


_SIGNATURES = tuple(
    SIGNAL(f"{name}(PyObject)" if name != "stopped" else "stopped()")
    for name in ("staged", "finished", "failed", "stopped", "late")
)


class Runner(QObject):
    """Made once, outlives every window: it is the one object that threads emit on.

    (Threads that emit on something a window owns crash when the window is closed: seen in 4 of 5 runs.)
    All its methods are for the GUI thread.
    """

    _news = Signal()  # carries nothing: what is new lies in the inbox, so `close` can still hand it out

    def __init__(self) -> None:
        super().__init__()
        share_out()
        self._workers = Crew(WORKERS, "worker")
        self._stoppers = Crew(WORKERS, "stopper")
        self._jobs: dict[Task, Job] = {}
        self._begun = self._closing = False
        self._threads_gone = False
        self._gate = Lock()
        self._shut = False
        self._inbox: deque[tuple[Task, object]] = deque()
        self._news.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def start(self, work: "Work", *expected: type[Exception]) -> Job:
        """Begin the work on a thread. Connect to the job before the event loop turns: nothing comes earlier.

        Exceptions of the `expected` types reach `Job.failed` themselves, any other as a `Crash`.
        After `close` the job is stopped as soon as the event loop turns.
        """
        if not self._begun:
            self._begun = True
            from mktgui.workers.memory import keep_memory_together  # noqa: PLC0415 - not for the first paint

            keep_memory_together()
            come_first()
        task = Task(work, expected)
        job = Job(partial(self._stop, task))
        self._jobs[task] = job
        if self._closing:
            QTimer.singleShot(0, partial(self._turn_away, task))
        else:
            self._workers.submit(partial(task.perform, partial(self._post, task)))
        return job

    def call(self, call: "Call", transport: "Transport") -> Job:
        """Send a call. `Job.finished` and `Job.late` bring an `Outcome`."""
        return self.start(CallWork(call, transport))

    def run(self, function: "Callable[[], object]", *expected: type[Exception]) -> Job:
        """Run a function without stages; `Job.finished` brings what it returns."""
        return self.start(FunctionWork(function), *expected)

    def close(self, wait_seconds: float = CLOSE_SECONDS) -> bool:
        """Stop every job, wait that long for their threads, hand out what they brought. A second time: nothing.

        False where a thread is still stuck; it cannot emit any more, and does not keep the program from ending.
        """
        if self._closing:
            return self._threads_gone
        self._closing = True
        deadline = monotonic() + wait_seconds
        for job in tuple(self._jobs.values()):
            job.cancel()
        workers_gone = self._workers.close(wait_seconds)
        self._threads_gone = self._stoppers.close(max(0.0, deadline - monotonic())) and workers_gone
        with self._gate:
            self._shut = True
        while self._inbox:
            self._deliver()
        return self._threads_gone

    def _stop(self, task: Task) -> None:
        if task.stop():
            self._stoppers.submit(partial(task.abort, partial(self._post, task)))

    def _turn_away(self, task: Task) -> None:
        job = self._jobs.pop(task)
        job.cancel()
        job.let_go()

    def _post(self, task: Task, news: object) -> None:
        """The only method for worker threads. Silent once the runner is closed."""
        with self._gate:
            if not self._shut:
                self._inbox.append((task, news))
                self._news.emit()

    def _deliver(self) -> None:
        """Hand out one piece of news; the event loop may take a key press before the next."""
        if not self._inbox:
            return
        task, news = self._inbox.popleft()
        job = self._jobs[task]
        if not isinstance(news, Ended | Aborted):
            job.tell(news)
            return
        if task.let_go():
            del self._jobs[task]
        if isinstance(news, Ended):
            job.end(news)
