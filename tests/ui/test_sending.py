"""One send at a time; its end is told once, or after Stop twice: at once, and when it is known."""

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mktgui.domain.answers import UPDATED, Synced
from mktgui.domain.calls import Call, SyncLead
from mktgui.domain.exchange import Exchange, Message, Stage
from mktgui.domain.lead import text_value
from mktgui.domain.outcome import Answered, Failure, FailureKind, NotAnswered, Outcome
from mktgui.domain.ports import Report, Transport
from mktgui.domain.profile import PRACTICE
from mktgui.domain.recording import Context, context_of
from mktgui.ui.sending import Sending
from mktgui.workers.runner import Job, Runner

CALL = SyncLead(marketo_id=7)
EXCHANGE = Exchange(endpoint="", sent=Message("", (), b""), left=True, started=datetime.now(UTC))
UPDATED_7 = Answered(CALL, EXCHANGE, Synced(lead_id=text_value("7"), status=text_value(UPDATED)))
STOPPED = (None, "")  # at once, before it is known how far the call had got
LOST = NotAnswered(CALL, Failure(kind=FailureKind.STOPPED), EXCHANGE)


@dataclass
class Line:
    """A transport that waits until it is let go, or until it is hung up; slow ones take their time even then."""

    ends: Callable[[bool], Outcome]
    go: threading.Event = field(default_factory=threading.Event)
    slow: bool = False
    hung_up: bool = False

    def send(self, call: Call, report: Report) -> Outcome:
        assert call is CALL
        report(Stage.SENDING)
        assert self.go.wait(10)
        return self.ends(self.hung_up)

    def abort(self) -> None:
        self.hung_up = True
        if not self.slow:
            self.go.set()


def honest(hung_up: bool) -> Outcome:  # noqa: FBT001 - said by the line
    return LOST if hung_up else UPDATED_7


def broken(hung_up: bool) -> Outcome:  # noqa: FBT001 - said by the line
    raise ZeroDivisionError


class Remembering(Runner):
    """A runner whose jobs can be waited for."""

    def __init__(self) -> None:
        super().__init__()
        self.jobs: list[Job] = []

    def call(self, call: Call, transport: Transport) -> Job:
        self.jobs.append(super().call(call, transport))
        return self.jobs[-1]


class Desk:
    """Sending with real words and threads, the lines it opened, and all that was said, in order."""

    def __init__(self, runner: Runner) -> None:
        self.lines: list[Line] = []
        self.ends: Callable[[bool], Outcome] = honest
        self.slow = False
        self.sending = Sending(runner, self._connect)
        self.said: list[str] = []
        self.ended: list[tuple[Outcome | None, str]] = []
        self.exchanges: list[Exchange | None] = []
        self.sending.began.connect(lambda: self.said.append("began"))
        self.sending.staged.connect(lambda stage: self.said.append(str(stage)))
        self.sending.rested.connect(lambda: self.said.append("rested"))
        self.sending.ended.connect(self._hear)
        self.sending.exchanged.connect(self.exchanges.append)

    def send(self) -> Line:
        self.sending.send(CALL, context_of(PRACTICE))
        return self.lines[-1]

    def _connect(self, context: Context) -> Transport:
        assert context.profile is PRACTICE
        self.lines.append(Line(self.ends, slow=self.slow))
        return self.lines[-1]

    def _hear(self, outcome: Outcome | None, crash: str) -> None:
        self.said.append("ended")
        self.ended.append((outcome, crash))


@pytest.fixture
def runner(qapp: QApplication) -> Iterator[Remembering]:
    runner = Remembering()
    yield runner
    assert runner.close(5)


@pytest.fixture
def desk(runner: Remembering) -> Desk:
    return Desk(runner)


def test_an_answer_is_told_once_control_is_back(desk: Desk, qtbot: QtBot) -> None:
    desk.send().go.set()
    assert desk.sending.busy
    qtbot.waitUntil(lambda: bool(desk.ended))
    assert desk.said == ["began", "sending", "rested", "ended"]
    assert desk.ended == [(UPDATED_7, "")]
    assert desk.exchanges == [EXCHANGE]
    assert not desk.sending.busy


def test_a_second_send_while_one_is_under_way_is_passed_over(desk: Desk, qtbot: QtBot) -> None:
    line = desk.send()
    desk.send()
    assert len(desk.lines) == 1
    line.go.set()
    qtbot.waitUntil(lambda: bool(desk.ended))
    assert desk.said.count("began") == 1


def test_stop_gives_control_back_at_once_and_tells_later_what_became_of_it(desk: Desk, qtbot: QtBot) -> None:
    desk.send()
    qtbot.waitUntil(lambda: "sending" in desk.said)
    desk.sending.stop()
    assert desk.ended == [STOPPED]
    assert not desk.sending.busy
    assert desk.exchanges == [None]
    qtbot.waitUntil(lambda: len(desk.ended) == 2)
    assert desk.ended == [STOPPED, (LOST, "")]
    assert desk.exchanges == [None, EXCHANGE]
    assert desk.said.count("rested") == 1


@pytest.mark.parametrize("ended", [False, True], ids=["under way", "ended"])
def test_what_became_of_a_stopped_call_does_not_disturb_a_newer_one(
    desk: Desk, qtbot: QtBot, runner: Remembering, *, ended: bool
) -> None:
    desk.slow = True
    old = desk.send()
    qtbot.waitUntil(lambda: "sending" in desk.said)
    desk.sending.stop()
    new = desk.send()
    if ended:
        new.go.set()
        qtbot.waitUntil(lambda: len(desk.ended) == 2)
    with qtbot.waitSignal(runner.jobs[0].late):
        old.go.set()
    new.go.set()
    qtbot.waitUntil(lambda: not desk.sending.busy)
    assert desk.ended == [STOPPED, (UPDATED_7, "")]


def test_a_crash_of_the_program_is_told_as_its_own_fault(desk: Desk, qtbot: QtBot) -> None:
    desk.ends = broken
    desk.send().go.set()
    qtbot.waitUntil(lambda: bool(desk.ended))
    assert desk.ended == [(None, "ZeroDivisionError")]
    assert desk.exchanges == [None]
    assert not desk.sending.busy


def test_a_crash_after_stop_leaves_the_honest_words_standing(desk: Desk, qtbot: QtBot, runner: Runner) -> None:
    desk.ends = broken
    desk.send()
    qtbot.waitUntil(lambda: "sending" in desk.said)
    desk.sending.stop()
    assert runner.close()
    assert desk.ended == [STOPPED]


def test_stop_without_a_call_does_nothing(desk: Desk) -> None:
    desk.sending.stop()
    assert desk.said == []


def test_stop_after_the_end_changes_nothing(desk: Desk, qtbot: QtBot) -> None:
    desk.send().go.set()
    qtbot.waitUntil(lambda: bool(desk.ended))
    desk.sending.stop()
    assert desk.ended == [(UPDATED_7, "")]


def test_after_one_call_there_can_be_another(desk: Desk, qtbot: QtBot) -> None:
    for count in (1, 2):
        desk.send().go.set()
        qtbot.waitUntil(lambda: len(desk.ended) == count)  # noqa: B023 - it has been called before the next turn
    assert desk.said.count("began") == 2
