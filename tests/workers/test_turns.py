"""The GUI thread has Python first: it asks for it at once, and every other thread a while later."""

import ctypes
import sys
from collections.abc import Iterator
from threading import Thread

import pytest

from mktgui.workers.crew import Crew
from mktgui.workers.turns import TURN, share_out, stand_back

PATIENCE = 5_000_000  # nanoseconds


@pytest.fixture(autouse=True)
def interval() -> Iterator[None]:
    """As it was."""
    before = sys.getswitchinterval()
    yield
    sys.setswitchinterval(before)


def slack() -> int:
    """Of this thread, in nanoseconds: PR_GET_TIMERSLACK (Linux only)."""
    return int(ctypes.CDLL(None).prctl(30, 0, 0, 0, 0))


def test_python_goes_round_quickly() -> None:
    share_out()
    assert sys.getswitchinterval() == pytest.approx(TURN)


def test_only_the_thread_that_stands_back_is_patient() -> None:
    before, found = slack(), list[int]()

    def work() -> None:
        stand_back()
        found.append(slack())

    thread = Thread(target=work)
    thread.start()
    thread.join()
    assert found == [PATIENCE]
    assert slack() == before < PATIENCE


def test_whoever_works_in_a_crew_stands_back() -> None:
    crew, found = Crew(1, "worker"), list[int]()
    crew.submit(lambda: found.append(slack()))
    assert crew.close(5.0)
    assert found == [PATIENCE]


@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_other_systems_are_left_alone(monkeypatch: pytest.MonkeyPatch, platform: str) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    monkeypatch.setattr(ctypes, "CDLL", None)  # no library is asked
    stand_back()
