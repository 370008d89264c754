"""The call before is kept whatever its size, byte for byte, unless even packed it would take too much."""

import random
from dataclasses import replace

import pytest
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from mktgui.domain.exchange import Exchange, Message
from mktgui.ui.call_before import AS_IT_IS, MOST_PACKED, CallBefore, size_of
from mktgui.workers.runner import Runner
from tests.storage.past_calls import EXCHANGE

BIG = replace(EXCHANGE, received=Message("HTTP/1.1 200 OK", (), b"\r\n\xc2\xa0\xff" * AS_IT_IS))
NOISE = random.Random(1).randbytes(MOST_PACKED + 1)  # noqa: S311 - the same each time


@pytest.fixture
def before(runner: Runner) -> CallBefore:
    return CallBefore(runner)


def given(before: CallBefore, qtbot: QtBot) -> Exchange:
    taken: list[Exchange] = []
    before.give(taken.append)
    qtbot.waitUntil(lambda: len(taken) == 1)
    return taken[0]


def test_at_first_there_is_none(before: CallBefore) -> None:
    taken: list[Exchange] = []
    before.give(taken.append)
    assert (before.is_there, before.is_too_big, taken) == (False, False, [])


def test_a_usual_one_is_there_at_once_and_alone(before: CallBefore, qtbot: QtBot) -> None:
    before.put(replace(EXCHANGE, before=(EXCHANGE,), after=(EXCHANGE,)))
    assert before.is_there
    assert given(before, qtbot) == EXCHANGE


@pytest.mark.parametrize(
    "big", [BIG, replace(EXCHANGE, sent=Message("POST / HTTP/1.1", (), b"x" * AS_IT_IS + b"x"), received=None)]
)
def test_a_big_one_is_there_a_moment_later_as_it_was(before: CallBefore, qtbot: QtBot, big: Exchange) -> None:
    before.put(big)
    assert [before.is_there] == [False]
    qtbot.waitUntil(lambda: before.is_there)
    assert given(before, qtbot) == big


def test_one_that_stays_big_is_not_kept_and_that_is_known(before: CallBefore, qtbot: QtBot) -> None:
    with qtbot.waitSignal(before.changed):
        before.put(replace(EXCHANGE, sent=Message("", (), NOISE), received=None))
    assert (before.is_there, before.is_too_big) == (False, True)
    before.put(EXCHANGE)
    assert (before.is_there, before.is_too_big) == (True, False)


def test_what_comes_too_late_is_dropped(before: CallBefore, qtbot: QtBot, runner: Runner) -> None:
    changed, taken = QSignalSpy(before.changed), list[Exchange]()
    before.put(BIG)
    before.put(EXCHANGE)  # while the first is being packed
    with qtbot.waitSignal(runner.run(lambda: None).finished):
        pass
    with qtbot.waitSignal(before.changed):
        before.put(BIG)
    before.give(taken.append)
    before.put(EXCHANGE)  # while it is being unpacked
    with qtbot.waitSignal(before.changed):
        before.put(BIG)
    assert changed.count() == 2
    assert taken == []


def test_both_bodies_count(before: CallBefore) -> None:
    assert size_of(EXCHANGE) == len("<a>芳</a>".encode()) + len(b"<b/>")
    assert size_of(replace(EXCHANGE, received=None)) == len("<a>芳</a>".encode())
