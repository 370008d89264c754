"""A lead with 50,000 attributes in the whole window: for each act the longest stall, over both APIs."""

import json
import statistics
import subprocess
import sys
from dataclasses import dataclass

from tests.bench.messages import STALL, server

ROUNDS = 7
WARM_UP = 1  # round: the first look and the first send make parts of the window that were not there before


@dataclass(frozen=True, slots=True)
class Stalls:
    """Milliseconds: the median of the longest gaps of an act, and the longest of all."""

    usual: float
    worst: float


Figures = dict[str, dict[str, Stalls]]
"""By API and act."""


def measure(rounds: int = ROUNDS) -> Figures:
    """Each API in a process of its own."""
    with server() as port:
        return {"SOAP": _measured(port, rounds), "REST": _measured(port, rounds, "rest")}


def _measured(port: str, rounds: int, *more: str) -> dict[str, Stalls]:
    command = [sys.executable, "-m", "tests.bench.leads_child", port, str(rounds + WARM_UP), *more]
    done = subprocess.run(command, check=True, capture_output=True, text=True, timeout=900)
    told: dict[str, list[float]] = json.loads(done.stdout.splitlines()[-1])
    return {act: Stalls(statistics.median(gaps[WARM_UP:]), max(gaps[WARM_UP:])) for act, gaps in told.items()}


def judged(figures: Figures) -> tuple[list[list[str]], list[bool]]:
    """A line for each act: its name, what was found over each API, what is to hold; and whether it does."""
    acts = next(iter(figures.values()))
    lines = [
        [act, *(f"{one[act].usual:.0f} ms, once {one[act].worst:.0f} ms" for one in figures.values())] for act in acts
    ]
    return (
        [[*line, f"at most {STALL:.0f} ms"] for line in lines],
        [all(one[act].usual <= STALL for one in figures.values()) for act in acts],
    )
