"""Big answers: the longest stall of the GUI thread until one is shown, and the memory left when twenty are gone."""

import json
import statistics
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

ROUNDS = 20
STALL = 50.0  # milliseconds
LEFT = 1.10  # of the memory before


@dataclass(frozen=True, slots=True)
class Figures:
    """Milliseconds and MiB. `stall` is the median of the longest gaps, `worst` the longest of all."""

    idle: float
    stall: float
    worst: float
    before: float
    most: float
    after: float


@contextmanager
def server() -> Iterator[str]:
    """The port of a server that gives big answers."""
    command = [sys.executable, "-m", "tests.bench.big_answer"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        try:
            yield process.stdout.readline().strip()
        finally:
            process.terminate()


def measure(rounds: int = ROUNDS) -> Figures:
    """In a process of its own, so that nothing else is in its memory."""
    with server() as port:
        done = subprocess.run(
            [sys.executable, "-m", "tests.bench.messages_child", port, str(rounds)],
            check=True,
            capture_output=True,
            text=True,
            timeout=600,
        )
    told = json.loads(done.stdout.splitlines()[-1])
    return Figures(
        idle=told["idle"],
        stall=statistics.median(told["stalls"]),
        worst=max(told["stalls"]),
        before=told["before"],
        most=told["most"],
        after=told["after"],
    )


def judged(figures: Figures) -> tuple[list[list[str]], list[bool]]:
    """A line for each figure: its name, what was found, what is beside it, what is to hold."""
    lines = [
        [
            "longest stall until 10 MB with 50,000 attributes are shown",
            f"{figures.stall:.0f} ms, once {figures.worst:.0f} ms",
            f"idle {figures.idle:.0f} ms",
            f"at most {STALL:.0f} ms",
        ],
        [
            f"memory after {ROUNDS} of them are gone",
            f"{figures.after:.0f} MiB, {figures.after / figures.before:.2f} times",
            f"before {figures.before:.0f} MiB, with one {figures.most:.0f} MiB",
            f"at most {LEFT:.2f} times",
        ],
    ]
    return lines, [figures.stall <= STALL, figures.after <= figures.before * LEFT]
