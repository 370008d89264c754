"""What is little is there at once, and what is much comes from a thread, whatever becomes of it."""

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from mktgui.workers.reckoning import AT_ONCE, Reckoning
from mktgui.workers.runner import Runner


@pytest.fixture
def runner(qapp: QApplication) -> Iterator[Runner]:
    runner = Runner()
    yield runner
    runner.close(5)


@pytest.mark.parametrize("has_runner", [True, False])
def test_little_is_worked_out_at_once(runner: Runner, *, has_runner: bool) -> None:
    reckoning, found = Reckoning(runner if has_runner else None), list[threading.Thread]()
    size = AT_ONCE if has_runner else AT_ONCE + 1
    assert reckoning.is_quick(size)
    reckoning.reckon(size, threading.current_thread, found.append)
    assert found == [threading.main_thread()]
    assert not reckoning.busy


def test_much_is_worked_out_on_a_thread_and_handed_over_here(runner: Runner, qtbot: QtBot) -> None:
    reckoning, found = Reckoning(runner), list[tuple[threading.Thread, threading.Thread]]()
    assert not reckoning.is_quick(AT_ONCE + 1)
    reckoning.reckon(
        AT_ONCE + 1, threading.current_thread, lambda worker: found.append((worker, threading.current_thread()))
    )
    assert found == []
    assert reckoning.busy
    qtbot.waitUntil(lambda: bool(found))
    [(worked, told)] = found
    assert worked is not threading.main_thread()
    assert told is threading.main_thread()
    assert not reckoning.busy


def test_a_slip_is_told_as_if_it_had_been_made_here(runner: Runner, qtbot: QtBot) -> None:
    reckoning = Reckoning(runner, at_once=0)
    with qtbot.captureExceptions() as caught:
        reckoning.reckon(1, lambda: 1 // 0, lambda _: None)
        qtbot.waitUntil(lambda: bool(caught))
    assert caught[0][0] is ZeroDivisionError
    assert not reckoning.busy


def test_what_comes_for_somebody_who_is_gone_finds_nobody(runner: Runner, qtbot: QtBot) -> None:
    window, found = QWidget(), list[int]()
    reckoning = Reckoning(runner, at_once=0)
    reckoning.setParent(window)
    reckoning.reckon(1, lambda: 7, found.append)
    delete(window)
    with qtbot.waitSignal(runner.run(lambda: None).finished):
        pass
    assert runner.close(5)
    assert found == []


def test_the_end_of_the_program_leaves_nothing_open(runner: Runner, qtbot: QtBot) -> None:
    reckoning, found = Reckoning(runner, at_once=0), list[int]()
    reckoning.reckon(1, lambda: 7, found.append)
    runner.close(5)
    qtbot.waitUntil(lambda: not reckoning.busy)
    assert found == []
