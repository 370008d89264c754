"""Kills a process that keeps calls, at random moments, and looks each time whether anything is lost.

`python -m tests.storage.history_kills --times 200` does it two hundred times and says so. Exit status 1 where something
is lost.
"""

import random
import signal
import subprocess
import sys
import tempfile
from argparse import ArgumentParser
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from mktgui.domain.history import Query, State
from mktgui.storage.history import NAME, SqliteHistory
from mktgui.storage.history_file import HistoryFile
from mktgui.storage.history_schema import is_whole
from tests.storage.history_child import KEPT

ROOT = Path(__file__).parents[2]
LONGEST = 0.8  # seconds until a kill; a process needs some 0.3 until its first call


@dataclass(frozen=True, slots=True)
class Killed:
    """What one process said before it was killed. `open_call` had begun and not ended, as far as it said."""

    ended: tuple[str, ...]
    open_call: str


def start(folder: Path, name: str, *more: str) -> subprocess.Popen[str]:
    """A process that keeps calls."""
    command = [sys.executable, "-m", "tests.storage.history_child", str(folder), name, *more]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT)


def kill(folder: Path, name: str, seconds: float) -> Killed:
    """Let one go on for so long, and kill it."""
    with start(folder, name) as child:
        lines: list[str] = []
        try:
            child.communicate(timeout=seconds)
        except subprocess.TimeoutExpired:
            child.send_signal(signal.SIGKILL)
            lines = child.communicate()[0].splitlines()
    assert child.returncode == -signal.SIGKILL, lines
    said = [line.split(" ") for line in lines if line.count(" ") == 1]
    assert not [line for line in lines if line.startswith("trouble")], lines
    begun = [words[1] for words in said if words[0] == "begun"]
    ended = [words[1] for words in said if words[0] == "ended"]
    return Killed(tuple(ended), begun[-1] if len(begun) > len(ended) else "")


def look(folder: Path, killed: Killed) -> str:
    """What is lost or broken after it; empty for nothing."""
    store = SqliteHistory(folder)
    try:
        opened = store.open()
        if opened.problem is not None:
            return f"told: {opened.problem}"
        with closing(HistoryFile(folder / NAME).connect()) as connection:
            wrong = is_whole(connection)
            connection.execute("INSERT INTO grams (grams) VALUES ('integrity-check')")
        return wrong or _lost(store, killed)
    finally:
        store.close()


def _lost(store: SqliteHistory, killed: Killed) -> str:
    for one in killed.ended[-KEPT + 100 :]:
        entry = store.entry(one)
        if entry is None or entry.summary.state is not State.ENDED or entry.summary.status != "UPDATED":
            return f"{one} had ended and is {entry}"
        who = one.replace("-", " ")
        if one not in {found.id for found in store.search(Query(text=f'"{who} 王"')).entries}:
            return f"{one} is there and is not found"
    if killed.open_call:
        entry = store.entry(killed.open_call)
        if entry is None or entry.summary.state is State.UNDER_WAY:
            return f"{killed.open_call} had begun and is {entry}"
    under_way = [one.id for one in store.search(Query(limit=10_000)).entries if one.state is State.UNDER_WAY]
    return f"still under way: {under_way}" if under_way else ""


def main() -> int:
    """Print what was found."""
    parser = ArgumentParser(prog="python -m tests.storage.history_kills", description=__doc__)
    parser.add_argument("--times", type=int, default=200)
    times, luck = parser.parse_args().times, random.Random()  # noqa: S311 - moments, not secrets
    calls = unknown = 0
    with tempfile.TemporaryDirectory() as name:
        for number in range(times):
            killed = kill(Path(name), f"run{number}", luck.uniform(0.05, LONGEST))
            calls, unknown = calls + len(killed.ended), unknown + bool(killed.open_call)
            wrong = look(Path(name), killed)
            if wrong:
                sys.stdout.write(f"kill {number + 1}: {wrong}\n")
                return 1
    sys.stdout.write(f"{times} kills, {calls} calls had ended, {unknown} were under way: nothing lost\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
