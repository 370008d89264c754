"""A read waits for its turn and can be stopped then, a write goes at once, and only what left is counted."""

import threading
from dataclasses import replace
from pathlib import Path
from time import monotonic

import pytest

from mktgui.domain.calls import Call, GetLead, ListObjects, LookupKey, SyncLead
from mktgui.domain.exchange import Exchange, Message, Part, Stage
from mktgui.domain.limits import Limits
from mktgui.domain.moment import this_moment
from mktgui.domain.outcome import Failure, FailureKind, NotAnswered, NotSent, Outcome
from mktgui.domain.ports import Report
from mktgui.storage.call_counts import CallCounts
from mktgui.workers.call_book import CallBook
from mktgui.workers.counted import CountedTransport
from tests.domain.clocks import TestClock

HERE = "a.example"
READ, WRITE = GetLead(LookupKey.IDNUM, "7"), SyncLead(marketo_id=7)
EXCHANGE = Exchange(endpoint="", sent=Message("", (), b""), left=True, started=this_moment().utc)
LONG = Limits(calls_in_window=2, window_seconds=600)
SHORT = Limits(calls_in_window=2, window_seconds=0.2, spare_seconds=0)


class Line:
    """A transport that notes what it is given, and whether anything leaves."""

    def __init__(self, *, dead: bool = False) -> None:
        self.dead = dead
        self.asked: list[object] = []

    def send(self, call: Call, report: Report) -> Outcome:
        self.asked.append(call)
        report(Stage.SENDING)
        failure = Failure(kind=FailureKind.CUT_OFF)
        return NotSent(call, failure) if self.dead else NotAnswered(call, failure, EXCHANGE)

    def abort(self) -> None:
        self.asked.append("abort")


def book(tmp_path: Path, limits: Limits, clock: TestClock | None = None) -> CallBook:
    """Nobody writes to the disk here: waiting for it would eat up the short windows of these tests."""
    return CallBook(CallCounts(tmp_path / "calls.json"), lambda _chore: None, limits, clock or this_moment)


def fill(full: CallBook) -> None:
    for _ in range(2):
        full.settle(HERE, full.take(HERE), left=True)


@pytest.mark.parametrize("call", [READ, ListObjects(), WRITE])
def test_a_call_that_leaves_is_counted_and_its_outcome_given_back(tmp_path: Path, call: Call) -> None:
    counting, line, stages = book(tmp_path, LONG), Line(), list[Stage]()
    outcome = CountedTransport(line, counting, HERE).send(call, stages.append)
    assert isinstance(outcome, NotAnswered)
    assert (line.asked, stages) == ([call], [Stage.SENDING])
    assert counting.tally(HERE).today == 1


def test_of_a_call_of_several_requests_each_counts_but_those_for_tokens(tmp_path: Path) -> None:
    around = [replace(EXCHANGE, part=part) for part in (Part.TOKEN, Part.FIELDS, Part.CALL)]
    after = (replace(EXCHANGE, part=Part.COOKIE), replace(EXCHANGE, part=Part.READ_BACK, left=False))

    class Several(Line):
        """Takes four requests that count."""

        def send(self, call: Call, report: Report) -> Outcome:
            super().send(call, report)
            exchange = replace(EXCHANGE, before=tuple(around), after=after)
            return NotAnswered(call, Failure(kind=FailureKind.CUT_OFF), exchange)

    counting = book(tmp_path, LONG)
    CountedTransport(Several(), counting, HERE).send(WRITE, lambda _stage: None)
    assert counting.tally(HERE).today == counting.tally(HERE).recent == 4


@pytest.mark.parametrize("call", [READ, WRITE])
def test_a_call_that_does_not_leave_is_not_counted(tmp_path: Path, call: Call) -> None:
    counting = book(tmp_path, LONG)
    outcome = CountedTransport(Line(dead=True), counting, HERE).send(call, lambda _stage: None)
    assert isinstance(outcome, NotSent)
    assert counting.tally(HERE).today == counting.tally(HERE).recent == 0


def test_a_call_that_breaks_the_program_counts_as_one_that_left(tmp_path: Path) -> None:
    class Broken(Line):
        """Breaks when it is used."""

        def send(self, call: Call, report: Report) -> Outcome:
            super().send(call, report)
            raise ZeroDivisionError

    counting = book(tmp_path, LONG)
    with pytest.raises(ZeroDivisionError):
        CountedTransport(Broken(), counting, HERE).send(READ, lambda _stage: None)
    assert counting.tally(HERE).today == 1


def test_a_write_goes_at_once_also_beyond_the_limit(tmp_path: Path) -> None:
    counting, line, stages = book(tmp_path, LONG), Line(), list[Stage]()
    fill(counting)
    CountedTransport(line, counting, HERE).send(WRITE, stages.append)
    assert (line.asked, stages) == ([WRITE], [Stage.SENDING])
    assert counting.tally(HERE).recent == 3


def test_a_read_says_that_it_waits_and_goes_when_it_is_its_turn(tmp_path: Path) -> None:
    counting, line, stages = book(tmp_path, SHORT), Line(), list[Stage]()
    began = monotonic()
    fill(counting)
    CountedTransport(line, counting, HERE).send(READ, stages.append)
    assert monotonic() - began >= 0.2
    assert (line.asked, stages) == ([READ], [Stage.HOLDING, Stage.SENDING])


def test_a_read_whose_turn_somebody_else_took_waits_again(tmp_path: Path) -> None:
    clock, line, stages = TestClock(), Line(), list[Stage]()
    counting = book(tmp_path, Limits(calls_in_window=2, window_seconds=0.02, spare_seconds=0), clock)
    fill(counting)
    asked: list[float] = []

    def turn(instance: str) -> object:
        found = CallBook.take_turn(counting, instance)
        asked.append(clock.now.steady)
        if len(asked) == 1:
            clock.pass_time(0.03)
            fill(counting)
        elif len(asked) == 2:
            clock.pass_time(0.03)
        return found

    counting.take_turn = turn  # type: ignore[method-assign, assignment] # somebody else comes in between
    CountedTransport(line, counting, HERE).send(READ, stages.append)
    assert len(asked) == 3
    assert (line.asked, stages) == ([READ], [Stage.HOLDING, Stage.SENDING])


def test_stopped_while_it_waits_a_read_was_not_sent_and_is_not_counted(tmp_path: Path) -> None:
    counting, line = book(tmp_path, LONG), Line()
    fill(counting)
    transport = CountedTransport(line, counting, HERE)
    waits, ended = threading.Event(), list[Outcome]()
    worker = threading.Thread(target=lambda: ended.append(transport.send(READ, lambda _stage: waits.set())))
    worker.start()
    assert waits.wait(5)
    began = monotonic()
    transport.abort()
    worker.join(5)
    assert monotonic() - began < 1
    assert ended == [NotSent(READ, Failure(kind=FailureKind.STOPPED))]
    assert line.asked == ["abort"]
    assert counting.tally(HERE).today == 2


def test_stopping_hangs_up(tmp_path: Path) -> None:
    line = Line()
    CountedTransport(line, book(tmp_path, LONG), HERE).abort()
    assert line.asked == ["abort"]
