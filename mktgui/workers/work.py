"""What can be given to the runner, and what becomes of it."""

from collections.abc import Callable
from threading import Event
from traceback import walk_tb
from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from mktgui.domain.calls import Call
    from mktgui.domain.outcome import Outcome
    from mktgui.domain.ports import CheckConnection, Report, Transport


Tell = Callable[[object], None]


class Work(Protocol):
    """Something that takes a while."""

    def run(self, report: Tell) -> object:
        """Do it, on a worker thread, once. After an `abort` that came before, do nothing and say so."""
        ...

    def abort(self) -> None:
        """Make `run` return soon. Comes on any thread, before, during or after `run`, and may block."""
        ...


class CallWork:
    """One call. Stopped before it began, it was not sent: that is known, so it is said."""

    def __init__(self, call: "Call", transport: "Transport") -> None:
        self._call = call
        self._transport = transport
        self._aborted = Event()

    def run(self, report: "Report") -> "Outcome":
        """The outcome, as the transport tells it."""
        if self._aborted.is_set():
            from mktgui.domain.outcome import Failure, FailureKind, NotSent  # noqa: PLC0415 - not for the first paint

            return NotSent(self._call, Failure(kind=FailureKind.STOPPED))
        return self._transport.send(self._call, report)

    def abort(self) -> None:
        """Hang up."""
        self._aborted.set()
        self._transport.abort()


class FunctionWork:
    """A function without stages: it runs to its end once it has begun. Stopped before, it gives None."""

    def __init__(self, function: Callable[[], object]) -> None:
        self._function = function
        self._aborted = Event()

    def run(self, report: Tell) -> object:  # noqa: ARG002 - there is nothing to report
        """What the function returns."""
        return None if self._aborted.is_set() else self._function()

    def abort(self) -> None:
        """Keep it from beginning."""
        self._aborted.set()


class CheckWork:
    """A credential check; what it reports are its rungs."""

    def __init__(self, check: "CheckConnection") -> None:
        self._check = check

    def run(self, report: Tell) -> object:
        """Its `CheckResult`."""
        return self._check.run(report)

    def abort(self) -> None:
        """Hang up."""
        self._check.abort()


class Crash(NamedTuple):
    """An exception that nobody expected: its type and the way it took.

    The exception's own words are left out, and so are the values of variables: both may hold a secret.
    """

    type_name: str
    trace: str


def crash_from(error: BaseException) -> Crash:
    """One line a step, innermost last; an exception that led to this one comes first."""
    chain: list[BaseException] = []
    step: BaseException | None = error
    while step is not None and step not in chain:
        chain.append(step)
        step = step.__cause__ or step.__context__
    lines = [line for link in reversed(chain) for line in _lines(link)]
    return Crash(type(error).__qualname__, "\n".join(lines))


def _lines(error: BaseException) -> list[str]:
    """Modules instead of files, because the path of a file names the person's home."""
    steps = [
        f"  {frame.f_globals.get('__name__', '?')}:{line} in {frame.f_code.co_name}"
        for frame, line in walk_tb(error.__traceback__)
    ]
    return [*steps, f"{type(error).__module__}.{type(error).__qualname__}"]
