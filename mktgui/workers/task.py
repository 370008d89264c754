"""One work on its way through the threads: whether it has begun, and whether it was stopped."""

from collections.abc import Callable
from contextlib import suppress
from threading import Lock
from typing import NamedTuple

from mktgui.workers.work import FunctionWork, Work, crash_from


class Ended(NamedTuple):
    """`value` is what the work returned, or, where it failed, a `Crash` or an exception that was expected."""

    value: object
    failed: bool = False


class Aborted(NamedTuple):
    """The thread that called `abort` is through with it."""


NO_WORK: Work = FunctionWork(lambda: None)


class Task:
    """Decides between a stop on the GUI thread and a beginning on a worker thread."""

    def __init__(self, work: Work, expected: tuple[type[Exception], ...]) -> None:
        self._work = work
        self._expected = expected
        self._lock = Lock()
        self._running = False
        self._stopped = False
        self._holders = 1

    def perform(self, post: Callable[[object], None]) -> None:
        """On a worker thread: run the work, post what it reports and how it ended. Stopped before, abort it first."""
        from mktgui.workers.collector import set_aside_much  # noqa: PLC0415 - not for the first paint

        with self._lock:
            self._running = True
            stopped = self._stopped
        ended = self._perform(post, stopped=stopped)
        set_aside_much()
        with self._lock:
            self._running = False
        post(ended)

    def stop(self) -> bool:
        """On the GUI thread: True where `abort` is to be called, because the work is running."""
        with self._lock:
            self._stopped = True
            self._holders += self._running
            return self._running

    def abort(self, post: Callable[[object], None]) -> None:
        """On a thread of its own, because it may block. An error in it changes nothing: the person has been told."""
        with suppress(BaseException):
            self._work.abort()
        post(Aborted())

    def let_go(self) -> bool:
        """On the GUI thread, once for each thread that is through with it: True after the last.

        Then the work is released here and not on a worker thread, where a window that its function
        holds by accident would be destroyed on the wrong thread.
        """
        self._holders -= 1
        if self._holders == 0:
            self._work = NO_WORK
        return self._holders == 0

    def _perform(self, post: Callable[[object], None], *, stopped: bool) -> Ended:
        try:
            if stopped:
                self._work.abort()
            return Ended(self._work.run(post))
        except self._expected as error:
            return Ended(_bare(error), failed=True)
        except BaseException as error:  # noqa: BLE001 - a bug still has to reach the person
            return Ended(crash_from(error), failed=True)


def _bare(error: Exception) -> Exception:
    """The exception without its frames, whose variables may hold a secret or keep a window alive."""
    error.__cause__ = error.__context__ = None
    return error.with_traceback(None)
