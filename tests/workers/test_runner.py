"""Threads report on the runner, jobs speak on the GUI thread, and nothing comes twice."""

import gc
import socket
import sys
import threading
from collections.abc import Iterator
from functools import partial
from time import monotonic
from weakref import finalize, ref

import pytest
from PySide6.QtCore import QThread
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete, isValid

from mktgui.domain.calls import Call, ListObjects
from mktgui.domain.exchange import Stage
from mktgui.domain.outcome import Failure, FailureKind, NotSent, Outcome
from mktgui.domain.ports import Report
from mktgui.workers.runner import WORKERS, Job, Runner
from mktgui.workers.turns import TURN
from mktgui.workers.work import Crash

STOPPED = NotSent(ListObjects(), Failure(kind=FailureKind.STOPPED))


class Line:
    """A work that waits on a real socket until the other end speaks, or until it is hung up."""

    def __init__(self) -> None:
        self.here, self.there = socket.socketpair()

    def run(self, report: Report) -> object:
        report(Stage.WAITING)
        heard = self.here.recv(100)
        report(Stage.READING)
        return heard.decode()

    def abort(self) -> None:
        self.here.shutdown(socket.SHUT_RDWR)

    def say(self, text: str) -> None:
        self.there.sendall(text.encode())

    def close(self) -> None:
        self.here.close()
        self.there.close()


class Log:
    """What a job said, in order, and whether it was said on the GUI thread."""

    def __init__(self, job: Job) -> None:
        self.heard: list[tuple[str, object]] = []
        job.staged.connect(partial(self._note, "staged"))
        job.finished.connect(partial(self._note, "finished"))
        job.failed.connect(partial(self._note, "failed"))
        job.stopped.connect(partial(self._note, "stopped", None))
        job.late.connect(partial(self._note, "late"))

    def _note(self, word: str, value: object) -> None:
        assert QThread.currentThread().isMainThread()
        self.heard.append((word, value))

    def endings(self) -> list[tuple[str, object]]:
        return [entry for entry in self.heard if entry[0] in {"finished", "failed", "stopped"}]

    def of(self, word: str) -> list[object]:
        return [value for heard, value in self.heard if heard == word]


@pytest.fixture
def runner(qapp: QApplication) -> Iterator[Runner]:
    runner = Runner()
    yield runner
    runner.close(5)


@pytest.fixture
def lines() -> Iterator[list[Line]]:
    """Enough for every worker and one more in the queue."""
    made = [Line() for _ in range(WORKERS + 1)]
    yield made
    for line in made:
        line.close()


def test_stages_come_in_order_and_then_the_value(qtbot: QtBot, runner: Runner, lines: list[Line]) -> None:
    job = runner.start(lines[0])
    log = Log(job)
    assert job.is_open
    lines[0].say("hello")
    qtbot.waitUntil(lambda: not job.is_open)
    assert log.heard == [("staged", Stage.WAITING), ("staged", Stage.READING), ("finished", "hello")]


def test_a_worker_lets_the_gui_thread_have_its_turn(runner: Runner) -> None:
    assert sys.getswitchinterval() == pytest.approx(TURN, abs=1e-6)


def test_nothing_comes_before_the_event_loop_turns(qtbot: QtBot, runner: Runner) -> None:
    done = threading.Event()
    job = runner.run(done.set)
    assert done.wait(5)
    log = Log(job)
    assert log.heard == []
    qtbot.waitUntil(lambda: log.heard == [("finished", None)])


def test_cancel_answers_before_it_returns_and_tells_later_what_became_of_it(
    qtbot: QtBot, runner: Runner, lines: list[Line]
) -> None:
    job = runner.start(lines[0])
    log = Log(job)
    qtbot.waitUntil(lambda: log.of("staged") == [Stage.WAITING])
    began = monotonic()
    job.cancel()
    assert monotonic() - began < 0.1
    assert log.endings() == [("stopped", None)]
    qtbot.waitUntil(lambda: log.of("late") == [""])
    assert log.of("staged") == [Stage.WAITING]  # nothing about a call that the person has left


def test_cancel_does_nothing_after_the_ending(qtbot: QtBot, runner: Runner) -> None:
    job = runner.run(lambda: 1)
    log = Log(job)
    qtbot.waitUntil(lambda: not job.is_open)
    job.cancel()
    job.cancel()
    assert log.heard == [("finished", 1)]


def test_an_outcome_already_on_its_way_comes_late_when_the_person_was_quicker(qtbot: QtBot, runner: Runner) -> None:
    done = threading.Event()
    job = runner.run(done.set)
    log = Log(job)
    assert done.wait(5)
    job.cancel()
    qtbot.waitUntil(lambda: len(log.heard) == 2)
    assert [word for word, _ in log.heard] == ["stopped", "late"]


class Deaf(Line):
    """Its `abort` blocks and then fails."""

    def __init__(self) -> None:
        super().__init__()
        self.held = threading.Event()
        self.let_go = threading.Event()

    def abort(self) -> None:
        self.held.set()
        self.let_go.wait(5)
        super().abort()
        raise OSError


def test_an_abort_that_blocks_and_fails_troubles_nobody(qtbot: QtBot, runner: Runner) -> None:
    line = Deaf()
    job = runner.start(line)
    log = Log(job)
    qtbot.waitUntil(lambda: log.of("staged") == [Stage.WAITING])
    job.cancel()
    assert log.endings() == [("stopped", None)]
    assert line.held.wait(5)
    line.let_go.set()
    qtbot.waitUntil(lambda: log.of("late") == [""])
    line.close()


class Phone:
    """A transport: keeps the line until it is hung up."""

    def __init__(self) -> None:
        self.calls = 0
        self._hung_up = threading.Event()

    def send(self, call: Call, report: Report) -> Outcome:  # noqa: ARG002 - says the same to every call
        self.calls += 1
        report(Stage.SENDING)
        self._hung_up.wait(10)
        return STOPPED

    def abort(self) -> None:
        self._hung_up.set()


def test_a_call_that_was_stopped_in_the_queue_is_never_sent(qtbot: QtBot, runner: Runner, lines: list[Line]) -> None:
    jobs = [runner.start(line) for line in lines[:WORKERS]]
    phone = Phone()
    waiting = runner.call(ListObjects(), phone)
    log = Log(waiting)
    waiting.cancel()
    assert log.heard == [("stopped", None)]
    for line in lines[:WORKERS]:
        line.say("done")
    qtbot.waitUntil(lambda: log.of("late") == [STOPPED])
    assert phone.calls == 0
    assert not any(job.is_open for job in jobs)


def test_a_call_brings_its_outcome(qtbot: QtBot, runner: Runner) -> None:
    phone = Phone()
    log = Log(runner.call(ListObjects(), phone))
    qtbot.waitUntil(lambda: log.of("staged") == [Stage.SENDING])
    phone.abort()
    qtbot.waitUntil(lambda: log.endings() == [("finished", STOPPED)])


def test_an_unexpected_exception_arrives_without_its_words(qtbot: QtBot, runner: Runner) -> None:
    def fail() -> None:
        raise ValueError("canary-secret")

    log = Log(runner.run(fail))
    qtbot.waitUntil(lambda: bool(log.heard))
    [crash] = log.of("failed")
    assert isinstance(crash, Crash)
    assert crash.type_name == "ValueError"
    assert "canary" not in repr(crash)


def test_even_an_exit_ends_the_job_and_not_the_thread(qtbot: QtBot, runner: Runner) -> None:
    def leave() -> None:
        raise SystemExit(3)

    logs = [Log(runner.run(leave)) for _ in range(WORKERS + 1)]
    qtbot.waitUntil(lambda: all(log.endings() for log in logs))
    assert {word for log in logs for word, _ in log.heard} == {"failed"}


def test_an_expected_exception_arrives_itself_but_bare(qtbot: QtBot, runner: Runner) -> None:
    def inner() -> None:
        raise KeyError("inner")

    def fail() -> None:
        try:
            inner()
        except KeyError as error:
            raise LookupError("outer") from error

    log = Log(runner.run(fail, LookupError))
    qtbot.waitUntil(lambda: bool(log.heard))
    [error] = log.of("failed")
    assert isinstance(error, LookupError)
    assert (error.__traceback__, error.__cause__, error.__context__) == (None, None, None)


def test_a_job_may_be_dropped_at_once(qtbot: QtBot, runner: Runner, lines: list[Line]) -> None:
    dropped = ref(runner.start(lines[0]))
    lines[0].say("to nobody")
    qtbot.waitUntil(lambda: dropped() is None)


def test_a_job_may_be_given_to_a_window_that_goes_away(qtbot: QtBot, runner: Runner, lines: list[Line]) -> None:
    window = QWidget()
    ended, cancelled = runner.start(lines[0]), runner.start(lines[1])
    ended.setParent(window)
    cancelled.setParent(window)
    gone: list[object] = []
    ended.destroyed.connect(partial(gone.append, 1))
    window.deleteLater()
    qtbot.waitUntil(lambda: bool(gone))
    cancelled.cancel()
    lines[0].say("hello")
    after = Log(runner.run(lambda: "alive"))
    qtbot.waitUntil(lambda: bool(after.endings()))
    qtbot.waitUntil(lambda: not ended.is_open and not cancelled.is_open)


class Holder(QWidget):
    """Connects a job to slots that hold it, as windows do to tell it from the one they started since."""

    def __init__(self, job: Job) -> None:
        super().__init__()
        self.heard: list[object] = []
        job.setParent(self)
        for signal in (job.staged, job.finished, job.failed, job.late):
            signal.connect(partial(self._take, job))
        job.stopped.connect(partial(self._take, job, "stopped"))

    def _take(self, job: Job, value: object) -> None:
        self.heard.append((not job.is_open, value))


@pytest.fixture
def _no_collector() -> Iterator[None]:
    gc.collect()
    gc.disable()
    yield
    gc.enable()


@pytest.mark.usefixtures("_no_collector")
@pytest.mark.parametrize("word", ["finished", "failed", "stopped"])
def test_a_job_is_gone_when_it_has_ended_though_its_slots_hold_it(
    qtbot: QtBot, runner: Runner, lines: list[Line], word: str
) -> None:
    job = runner.start(lines[0])
    holder = Holder(job)
    qtbot.addWidget(holder)
    gone = ref(job)
    if word == "stopped":
        qtbot.waitUntil(lambda: bool(holder.heard))
        job.cancel()
    elif word == "failed":
        lines[0].there.sendall(b"\xff")
    else:
        lines[0].say("hello")
    del job
    qtbot.waitUntil(lambda: gone() is None)
    assert len(holder.heard) > 1


@pytest.mark.usefixtures("_no_collector")
def test_a_job_that_is_turned_away_is_gone_too(qtbot: QtBot, runner: Runner) -> None:
    runner.close()
    job = runner.run(lambda: 1)
    holder = Holder(job)
    qtbot.addWidget(holder)
    gone = ref(job)
    del job
    qtbot.waitUntil(lambda: gone() is None)
    assert holder.heard == [(True, "stopped")]


def test_a_slot_may_close_the_window_that_has_the_job(qtbot: QtBot, runner: Runner) -> None:
    window = QWidget()
    job = runner.run(lambda: 1)
    job.setParent(window)
    job.finished.connect(lambda _: delete(window))
    qtbot.waitUntil(lambda: not isValid(job))
    assert not isValid(window)


def test_what_a_function_holds_is_let_go_on_the_gui_thread(qtbot: QtBot, runner: Runner) -> None:
    """A method of a window holds the window; destroyed on a worker thread it would take the program with it."""

    class Holder:
        def work(self) -> None:
            pass

    threads: list[threading.Thread] = []
    for _ in range(200):
        holder = Holder()
        finalize(holder, lambda: threads.append(threading.current_thread()))
        runner.run(holder.work)
        del holder
    qtbot.waitUntil(lambda: len(threads) == 200)
    assert set(threads) == {threading.main_thread()}


class Window(QWidget):
    """Starts a call when it is made and shows what the job says."""

    def __init__(self, runner: Runner, line: Line) -> None:
        super().__init__()
        self._status = QLabel(self)
        self.job = runner.start(line)
        self.job.staged.connect(self._show)
        self.job.finished.connect(self._show)
        self.job.late.connect(self._show)
        self.job.stopped.connect(self._status.clear)

    def _show(self, value: object) -> None:
        self._status.setText(str(value))


def close_twenty_windows(qtbot: QtBot, runner: Runner, *, cancelling: bool) -> None:
    lines = [Line() for _ in range(20)]
    for number, line in enumerate(lines):
        if number % 2:
            line.say("hello")
        window = Window(runner, line)
        window.show()
        if cancelling:
            window.job.cancel()
        window.deleteLater()
        del window
    for line in lines:
        line.there.close()
    last = Log(runner.run(lambda: "last"))
    qtbot.waitUntil(lambda: bool(last.endings()))
    for line in lines:
        line.close()


def test_twenty_windows_closed_while_their_calls_are_under_way(qtbot: QtBot, runner: Runner) -> None:
    close_twenty_windows(qtbot, runner, cancelling=False)


def test_twenty_windows_closed_after_stop(qtbot: QtBot, runner: Runner) -> None:
    close_twenty_windows(qtbot, runner, cancelling=True)


def test_close_stops_everything_and_hands_out_what_is_known(qtbot: QtBot, runner: Runner, lines: list[Line]) -> None:
    logs = [Log(runner.start(line)) for line in lines]
    qtbot.waitUntil(lambda: all(log.of("staged") for log in logs[:WORKERS]))
    assert runner.close(5)
    assert runner.close(5)  # a second time changes nothing
    for log in logs:
        assert log.endings() == [("stopped", None)]
        assert log.of("late") == [""]


def test_a_thread_that_is_stuck_delays_close_no_longer_than_asked_and_cannot_emit_after(
    qtbot: QtBot, runner: Runner
) -> None:
    begun, release, left = threading.Event(), threading.Event(), threading.Event()

    def stuck() -> None:
        begun.set()
        release.wait(10)
        left.set()

    log = Log(runner.run(stuck))
    assert begun.wait(5), "one that has not begun is not stuck"
    began = monotonic()
    assert not runner.close(0.2)
    assert 0.2 <= monotonic() - began < 1
    assert not runner.close(5)
    release.set()
    assert left.wait(5)
    qtbot.wait(50)
    assert log.heard == [("stopped", None)]


def test_after_close_a_job_is_turned_away(qtbot: QtBot, runner: Runner) -> None:
    runner.close()
    ran: list[int] = []
    job = runner.run(lambda: ran.append(1))
    log = Log(job)
    assert log.heard == []
    qtbot.waitUntil(lambda: not job.is_open)
    assert log.heard == [("stopped", None)]
    assert ran == []


def test_a_turned_away_job_may_be_cancelled_first(qtbot: QtBot, runner: Runner) -> None:
    runner.close()
    job = runner.run(lambda: 1)
    log = Log(job)
    job.cancel()
    qtbot.wait(20)
    assert log.heard == [("stopped", None)]
