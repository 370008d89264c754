"""Start and memory: the program's window beside a bare one."""

import json
import os
import statistics
import subprocess
import sys
import time
from dataclasses import dataclass
from tempfile import TemporaryDirectory


@dataclass(frozen=True, slots=True)
class Opened:
    """One window opened: seconds from process start to first paint, how many of them it computed, MiB when idle.

    What it computed hardly changes while the machine does other work, so it is what to compare two versions by.
    """

    seconds: float
    worked: float
    mebibytes: float


def open_once(kind: str, compiled: str) -> Opened:
    """Open one in a process of its own. `kind` is `bare` or `mktgui`, `compiled` a folder for what Python compiles.

    A program that was installed is compiled, as Qt and Python's own library are. A checkout may not be, and cannot
    where the environment forbids it: then each start would compile some eighty modules anew, and only ours.
    """
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    command = [sys.executable, "-m", "tests.bench.window_child", kind]
    began = time.time()
    done = subprocess.run(
        command,
        check=True,
        capture_output=True,
        text=True,
        timeout=60,
        env={**environment, "PYTHONPYCACHEPREFIX": compiled},
    )
    told = json.loads(done.stdout)
    return Opened(told["painted"] - began, told["worked"], told["kib"] / 1024)


def measure(times: int) -> dict[str, Opened]:
    """Medians of both, opened in turn so that the machine's moods strike both."""
    opened: dict[str, list[Opened]] = {"bare": [], "mktgui": []}
    with TemporaryDirectory() as compiled:
        for kind in opened:
            open_once(kind, compiled)  # compiles, and fills the page cache
        for _ in range(times):
            for kind, all_of_kind in opened.items():
                all_of_kind.append(open_once(kind, compiled))
    return {
        kind: Opened(
            statistics.median(one.seconds for one in all_of_kind),
            statistics.median(one.worked for one in all_of_kind),
            statistics.median(one.mebibytes for one in all_of_kind),
        )
        for kind, all_of_kind in opened.items()
    }
