"""Signals of the system arrive in Qt's loop, and everything is put back afterwards."""

import signal
from collections.abc import Iterator

import pytest
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from mktgui.signals import NUMBERS, EndSignals


@pytest.fixture
def signals(qtbot: QtBot) -> Iterator[EndSignals]:
    signals = EndSignals()
    yield signals
    signals.close()


@pytest.mark.parametrize("number", NUMBERS)
def test_each_wakes_the_loop_and_says_its_number(signals: EndSignals, qtbot: QtBot, number: int) -> None:
    signals.listen()
    with qtbot.waitSignal(signals.came) as came:
        signal.raise_signal(number)
    assert came.args == [number]


def test_many_at_once_are_told_once(signals: EndSignals, qtbot: QtBot) -> None:
    signals.listen()
    told = QSignalSpy(signals.came)
    for _ in range(3):
        signal.raise_signal(signal.SIGTERM)
    qtbot.waitUntil(lambda: told.count() == 1)
    qtbot.wait(20)
    assert told.count() == 1


def test_other_signals_are_nobodys_end(signals: EndSignals, qtbot: QtBot) -> None:
    seen: list[int] = []
    before = signal.signal(signal.SIGUSR1, lambda number, _frame: seen.append(number))
    signals.listen()
    with qtbot.assertNotEmitted(signals.came, wait=50):
        signal.raise_signal(signal.SIGUSR1)
    signal.signal(signal.SIGUSR1, before)
    assert seen == [signal.SIGUSR1]


def test_closing_puts_everything_back(signals: EndSignals) -> None:
    before = [signal.getsignal(number) for number in NUMBERS]
    signals.listen()
    signals.listen()
    assert [signal.getsignal(number) for number in NUMBERS] != before
    signals.close()
    signals.close()
    assert [signal.getsignal(number) for number in NUMBERS] == before
    assert signal.set_wakeup_fd(-1) == -1


def test_nothing_is_touched_before_it_listens() -> None:
    before = [signal.getsignal(number) for number in NUMBERS]
    signals = EndSignals()
    assert [signal.getsignal(number) for number in NUMBERS] == before
    signals.close()
