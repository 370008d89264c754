"""One request that is being answered, in the language of the API that it came in."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Protocol

from mktgui.practice.pages import Sent
from mktgui.practice.scenarios import Scenario
from mktgui.practice.tricks import Door


@dataclass(frozen=True, slots=True)
class Said:
    """One answer: HTTP status, body, the operation as far as it was understood, and what was noted on the way."""

    status: int
    body: bytes
    operation: str = ""
    notes: tuple[str, ...] = ()


class Turn(Protocol):
    """A request, and how its language answers it, honestly or not."""

    @property
    def door(self) -> Door: ...
    @property
    def body(self) -> bytes: ...
    @property
    def compresses(self) -> bool:
        """Whether a long answer is compressed for a client that takes it."""
        ...

    def visit(self, one: Scenario | None) -> AbstractContextManager[Callable[[], Said]]:
        """Take the request in, which is under way until the block is left. What is given does it and answers."""
        ...

    def instead(self, one: Scenario) -> Sent:
        """What is said instead of doing anything."""
        ...

    def sent(self, one: Scenario | None, said: Said) -> Sent:
        """An honest answer as it goes out, changed by a scenario that strikes after the write."""
        ...
