"""The GUI thread has Python first: it asks for it at once, and every other thread a while later."""

import ctypes
import sys
from collections.abc import Callable, Iterator
from threading import Thread

import pytest
from pytestqt.qtbot import QtBot

from mktgui.workers.crew import Crew
from mktgui.workers.runner import Runner
from mktgui.workers.turns import TURN, come_first, share_out, stand_back


@pytest.fixture(autouse=True)
def interval() -> Iterator[None]:
    """As it was."""
    before = sys.getswitchinterval()
    yield
    sys.setswitchinterval(before)


def slack() -> int:
    """How exact this thread's waits are, in nanoseconds: PR_GET_TIMERSLACK (Linux only)."""
    return int(ctypes.CDLL(None).prctl(30, 0, 0, 0, 0))


def slack_after(step: Callable[[], None]) -> int:
    """In a thread of its own."""
    found = list[int]()

    def work() -> None:
        step()
        found.append(slack())

    thread = Thread(target=work)
    thread.start()
    thread.join()
    return found[0]


def test_python_goes_round_quickly() -> None:
    share_out()
    assert sys.getswitchinterval() == pytest.approx(TURN)


def test_one_thread_comes_first_and_the_others_stand_back() -> None:
    before = slack()
    assert slack_after(come_first) < slack_after(stand_back) / 100
    assert slack() == before


def test_whoever_works_in_a_crew_stands_back() -> None:
    crew, found = Crew(1, "worker"), list[int]()
    crew.submit(lambda: found.append(slack()))
    assert crew.close(5.0)
    assert found == [slack_after(stand_back)]


def test_the_gui_thread_comes_first_once_it_has_workers(qtbot: QtBot) -> None:
    runner = Runner()
    with qtbot.waitSignal(runner.run(int).finished):
        pass
    assert slack() == slack_after(come_first)
    runner.close()


@pytest.mark.usefixtures("another_system")
def test_other_systems_are_left_alone() -> None:
    come_first()
    stand_back()
