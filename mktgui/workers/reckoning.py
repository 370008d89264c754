"""Works out what follows from values: at once where that is little, on a thread where it is much."""

from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from collections.abc import Callable

    from mktgui.workers.runner import Runner

Result = TypeVar("Result")

AT_ONCE = 3_000  # attributes, or rows: what takes some 3 microseconds for each is there within a frame


class Reckoning(QObject):
    """For functions that only read values which stay as they are. Without a runner everything is worked out at once.

    What is worked out on a thread comes when the event loop turns, each for itself and in any order; what comes when
    this is gone, because its parent is, finds nobody.
    """

    def __init__(self, runner: "Runner | None" = None, at_once: int = AT_ONCE) -> None:
        super().__init__()
        self._at_once = at_once
        self._runner = runner
        self._open = 0

    @property
    def busy(self) -> bool:
        """Whether something is being worked out."""
        return self._open > 0

    def is_quick(self, size: int) -> bool:
        """Whether it is worked out at once for so many things."""
        return self._runner is None or size <= self._at_once

    def reckon(self, size: int, function: "Callable[[], Result]", then: "Callable[[Result], None]") -> None:
        """Hand `function()` to `then`. `size` says for how many things it has to be worked out."""
        if self.is_quick(size):
            then(function())
            return
        self._open += 1
        assert self._runner is not None  # noqa: S101 - `is_quick` has seen to it
        job = self._runner.run(function)
        job.setParent(self)
        job.finished.connect(partial(self._hand_over, then))
        # A slip is made again here, where it is seen and told like any other.
        job.failed.connect(lambda _: self._try_again(function, then))
        job.stopped.connect(self._give_up)

    def _hand_over(self, then: "Callable[[Result], None]", result: Result) -> None:
        self._open -= 1
        then(result)

    def _try_again(self, function: "Callable[[], Result]", then: "Callable[[Result], None]") -> None:
        self._open -= 1
        then(function())

    def _give_up(self) -> None:
        """The program is about to end."""
        self._open -= 1
