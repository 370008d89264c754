"""One call at a time: its outcome is given on, and what comes too late is given to nobody."""

from collections.abc import Callable
from threading import Event

import pytest
from pytestqt.qtbot import QtBot

from mktgui.domain.calls import Call, ListObjects
from mktgui.domain.outcome import Failure, FailureKind, NotSent, Outcome
from mktgui.domain.ports import Report
from mktgui.ui.one_call import OneCall
from mktgui.workers.runner import Runner

CALL = ListObjects()
REFUSED = NotSent(CALL, Failure(kind=FailureKind.REFUSED))


class Line:
    """A transport that waits until it is let go on, and then answers or breaks."""

    def __init__(self, *, breaks: bool = False) -> None:
        self.breaks, self.go, self.ended = breaks, Event(), Event()

    def send(self, _call: Call, _report: Report) -> Outcome:
        self.go.wait(10)
        self.ended.set()
        if self.breaks:
            raise ZeroDivisionError
        return REFUSED

    def abort(self) -> None:
        self.go.set()


class Window:
    """What a window hears of its calls, in order."""

    def __init__(self, runner: Runner) -> None:
        self.heard: list[object] = []
        self.one = OneCall(runner, self._note("rested"), self._note("broke"))

    def _note(self, word: str) -> Callable[[], None]:
        return lambda: self.heard.append(word)


@pytest.fixture
def window(runner: Runner) -> Window:
    return Window(runner)


def test_an_outcome_is_given_on_when_the_window_is_at_rest_again(window: Window, qtbot: QtBot) -> None:
    line = Line()
    window.one.make(CALL, line, window.heard.append)
    assert window.one.busy
    line.go.set()
    qtbot.waitUntil(lambda: window.heard == ["rested", REFUSED])
    assert not window.one.busy


def test_a_slip_of_this_program_is_told_as_one(window: Window, qtbot: QtBot) -> None:
    line = Line(breaks=True)
    line.go.set()
    window.one.make(CALL, line, window.heard.append)
    qtbot.waitUntil(lambda: window.heard == ["rested", "broke"])
    assert not window.one.busy


@pytest.mark.parametrize("breaks", [False, True])
def test_nobody_hears_of_a_call_that_was_overtaken(window: Window, qtbot: QtBot, *, breaks: bool) -> None:
    first, second = Line(breaks=breaks), Line()
    window.one.make(CALL, first, lambda _outcome: window.heard.append("first"))
    window.one.make(CALL, second, lambda _outcome: window.heard.append("second"))
    first.go.set()
    assert first.ended.wait(10)
    qtbot.wait(20)
    assert window.heard == []
    second.go.set()
    qtbot.waitUntil(lambda: window.heard == ["rested", "second"])


def test_who_hung_up_hears_nothing(window: Window, qtbot: QtBot) -> None:
    line = Line()
    window.one.make(CALL, line, window.heard.append)
    window.one.hang_up()
    window.one.hang_up()  # there is nothing to hang up any more
    assert not window.one.busy
    assert line.go.wait(10)
    qtbot.wait(20)
    assert window.heard == []
