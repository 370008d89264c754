"""What was freed goes back to the system."""

import subprocess
import sys
from pathlib import Path

import pytest

from mktgui.workers.memory import give_back_memory, keep_memory_together


def resident() -> int:
    """KiB of this process (Linux only)."""
    lines = Path("/proc/self/status").read_text("ascii").splitlines()
    return int(next(line for line in lines if line.startswith("VmRSS")).split()[1])


def test_freed_memory_goes_back() -> None:
    """Every second piece is kept, so that nothing goes back by itself."""
    pieces = [bytearray(60_000) for _ in range(2_000)]
    for piece in pieces:
        piece[::4096] = b"x" * len(piece[::4096])
    full = resident()
    del pieces[::2]
    give_back_memory()
    assert resident() < full - 30_000
    assert len(pieces) == 1_000


def test_threads_share_a_store_and_give_it_back_too() -> None:
    """In a process of its own, because it has to be said before there is a second thread."""
    child = """
from threading import Thread
from tests.workers.test_memory import resident
from mktgui.workers.memory import give_back_memory, keep_memory_together
keep_memory_together()
before = resident()
kept = []
def work():
    pieces = [bytearray(b"x" * 5_000) for _ in range(10_000)]
    kept.extend(pieces[::500])
for _ in range(4):
    thread = Thread(target=work)
    thread.start()
    thread.join()
give_back_memory()
print(resident() - before)
"""
    done = subprocess.run([sys.executable, "-c", child], check=True, capture_output=True, text=True)
    assert int(done.stdout) < 10_000


@pytest.mark.usefixtures("another_system")
def test_other_systems_are_left_alone() -> None:
    keep_memory_together()
    give_back_memory()
