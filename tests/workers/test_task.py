"""Between a stop on one thread and a beginning on another it is always known which came first."""

import threading
from collections.abc import Callable

import pytest

from mktgui.domain.exchange import Stage
from mktgui.domain.ports import Report
from mktgui.workers.task import Aborted, Ended, Task
from mktgui.workers.work import Crash, FunctionWork


class Job:
    """A work that notes what is asked of it, and waits where it is told to."""

    def __init__(self, act: Callable[[], object] = lambda: "done") -> None:
        self.asked: list[str] = []
        self._act = act

    def run(self, report: Report) -> object:
        self.asked.append("run")
        report(Stage.WAITING)
        return self._act()

    def abort(self) -> None:
        self.asked.append("abort")


def fail(error: BaseException) -> Callable[[], object]:
    def act() -> object:
        raise error

    return act


def performed(work: Job, *expected: type[Exception]) -> list[object]:
    posted: list[object] = []
    Task(work, expected).perform(posted.append)
    return posted


def test_stages_and_the_value_are_posted_in_order() -> None:
    assert performed(Job()) == [Stage.WAITING, Ended("done")]


def test_an_expected_error_is_posted_bare() -> None:
    def act() -> object:
        try:
            return dict[str, object]()["inner"]
        except KeyError as inner:
            raise LookupError("outer") from inner

    ended = performed(Job(act), LookupError)[-1]
    assert isinstance(ended, Ended)
    assert ended.failed
    assert isinstance(ended.value, LookupError)
    assert str(ended.value) == "outer"
    assert (ended.value.__traceback__, ended.value.__cause__, ended.value.__context__) == (None, None, None)


@pytest.mark.parametrize("error", [ValueError("canary"), SystemExit(3), KeyboardInterrupt()])
def test_any_other_error_is_posted_as_a_crash_without_its_words(error: BaseException) -> None:
    ended = performed(Job(fail(error)), LookupError)[-1]
    assert isinstance(ended, Ended)
    assert ended.failed
    assert isinstance(ended.value, Crash)
    assert ended.value.type_name == type(error).__name__
    assert "canary" not in repr(ended)


def test_stopped_before_it_began_the_work_is_aborted_first_and_still_asked() -> None:
    work = Job()
    task = Task(work, ())
    assert not task.stop()  # nobody has to hang up: it is not running
    task.perform(lambda _news: None)
    assert work.asked == ["abort", "run"]


def test_an_abort_that_fails_before_the_beginning_is_a_crash() -> None:
    class Stubborn(Job):
        def abort(self) -> None:
            raise OSError

    posted: list[object] = []
    task = Task(Stubborn(), ())
    task.stop()
    task.perform(posted.append)
    [ended] = posted
    assert isinstance(ended, Ended)
    assert isinstance(ended.value, Crash)


def test_stopped_while_it_runs_somebody_has_to_hang_up() -> None:
    began, hung_up = threading.Event(), threading.Event()

    class Line(Job):
        def run(self, report: Report) -> object:
            report(Stage.WAITING)
            began.set()
            return hung_up.wait(5)

        def abort(self) -> None:
            hung_up.set()

    posted: list[object] = []
    task = Task(Line(), ())
    thread = threading.Thread(target=task.perform, args=(posted.append,))
    thread.start()
    assert began.wait(5)
    assert task.stop()
    task.abort(posted.append)
    thread.join(5)
    assert sorted(type(news).__name__ for news in posted) == ["Aborted", "Ended", "Stage"]
    assert Ended(value=True) in posted


def test_after_the_end_nobody_has_to_hang_up() -> None:
    task = Task(Job(), ())
    task.perform(lambda _news: None)
    assert not task.stop()


@pytest.mark.parametrize("error", [OSError(), SystemExit()])
def test_an_error_while_hanging_up_is_passed_over(error: BaseException) -> None:
    class Stubborn(Job):
        def abort(self) -> None:
            raise error

    posted: list[object] = []
    Task(Stubborn(), ()).abort(posted.append)
    assert posted == [Aborted()]


def test_the_work_is_let_go_after_the_last_thread_and_only_then() -> None:
    began, go = threading.Event(), threading.Event()

    def act() -> object:
        began.set()
        return go.wait(5)

    task = Task(FunctionWork(act), ())
    thread = threading.Thread(target=task.perform, args=(lambda _news: None,))
    thread.start()
    assert began.wait(5)
    assert task.stop()  # from now on a second thread is at it
    go.set()
    thread.join(5)
    assert not task.let_go()
    assert task.let_go()
    after: list[object] = []
    task.perform(after.append)
    assert after == [Ended(None)]  # nothing of the work is left
