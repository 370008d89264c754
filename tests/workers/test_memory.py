"""What was freed goes back to the system."""

import sys
from pathlib import Path

import pytest

from mktgui.workers import memory
from mktgui.workers.memory import give_back_memory


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


@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_other_systems_are_left_alone(monkeypatch: pytest.MonkeyPatch, platform: str) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    monkeypatch.setattr(memory, "ctypes", None)  # nothing is asked of it
    give_back_memory()
