"""Waiting for something that another process does."""

from collections.abc import Callable
from threading import Event
from time import monotonic
from typing import TypeVar

PATIENCE = 30.0  # seconds: a busy machine is no failure
POLL = 0.02

T = TypeVar("T")


def until(look: Callable[[], T | None], otherwise: str | Callable[[], str], patience: float = PATIENCE) -> T:
    """What `look` gives as soon as it gives something true; else the test fails and says why."""
    deadline, pause = monotonic() + patience, Event()
    while True:
        seen = look()
        if seen:
            return seen
        assert monotonic() < deadline, otherwise if isinstance(otherwise, str) else otherwise()
        pause.wait(POLL)
