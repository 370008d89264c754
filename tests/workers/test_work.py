"""A call that was stopped in time is known not to be sent, and a crash tells the way it took but no secrets."""

from collections.abc import Callable

import pytest

from mktgui.domain.calls import Call, ListObjects
from mktgui.domain.exchange import Stage
from mktgui.domain.ladder import CheckResult, Rung, RungResult, passed, whole
from mktgui.domain.outcome import Failure, FailureKind, NotSent, Outcome
from mktgui.domain.ports import Report
from mktgui.workers.work import CallWork, CheckWork, Crash, FunctionWork, crash_from

CALL = ListObjects()
REFUSED = NotSent(CALL, Failure(kind=FailureKind.REFUSED))


class Phone:
    """A transport that notes what is asked of it."""

    def __init__(self) -> None:
        self.asked: list[object] = []

    def send(self, call: Call, report: Report) -> Outcome:
        self.asked.append(call)
        report(Stage.CONNECTING)
        return REFUSED

    def abort(self) -> None:
        self.asked.append("abort")


def test_a_call_is_sent_and_its_outcome_given_back() -> None:
    phone, stages = Phone(), list[Stage]()
    assert CallWork(CALL, phone).run(stages.append) is REFUSED
    assert (phone.asked, stages) == ([CALL], [Stage.CONNECTING])


def test_a_call_stopped_before_it_began_is_known_not_to_be_sent() -> None:
    phone = Phone()
    work = CallWork(CALL, phone)
    work.abort()
    assert work.run(lambda _stage: None) == NotSent(CALL, Failure(kind=FailureKind.STOPPED))
    assert phone.asked == ["abort"]


def test_stopping_a_call_hangs_up() -> None:
    phone = Phone()
    work = CallWork(CALL, phone)
    work.run(lambda _stage: None)
    work.abort()
    assert phone.asked == [CALL, "abort"]


def test_a_function_gives_what_it_returns_unless_it_was_stopped_before() -> None:
    ran: list[int] = []
    work = FunctionWork(lambda: ran.append(7))
    work.abort()
    assert work.run(lambda _stage: None) is None
    assert ran == []
    assert FunctionWork(lambda: 7).run(lambda _stage: None) == 7


class Ladder:
    """A check that notes what is asked of it."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def run(self, tell: Callable[[RungResult], None]) -> CheckResult:
        self.asked.append("run")
        tell(passed(Rung.PROFILE))
        return whole([passed(Rung.PROFILE)])

    def abort(self) -> None:
        self.asked.append("abort")


def test_a_check_reports_its_rungs_and_gives_its_result() -> None:
    ladder, rungs = Ladder(), list[object]()
    assert CheckWork(ladder).run(rungs.append) == whole([passed(Rung.PROFILE)])
    assert rungs == [passed(Rung.PROFILE)]


def test_a_check_stopped_before_it_began_is_told_and_says_itself_how_far_it_got() -> None:
    ladder = Ladder()
    work = CheckWork(ladder)
    work.abort()
    work.run(lambda _rung: None)
    assert ladder.asked == ["abort", "run"]


def inner() -> None:
    secret = "canary in a variable"  # noqa: S105 - has to be one
    raise KeyError("canary in the words of " + secret)


def outer() -> None:
    try:
        inner()
    except KeyError as error:
        raise ValueError("canary") from error


def crash() -> Crash:
    with pytest.raises(ValueError, match="canary") as caught:
        outer()
    return crash_from(caught.value)


def test_a_crash_tells_the_way_it_took_innermost_last_and_what_led_to_it_first() -> None:
    told = crash()
    assert told.type_name == "ValueError"
    steps = [line.strip() for line in told.trace.splitlines()]
    assert steps.index("builtins.KeyError") < steps.index("builtins.ValueError") == len(steps) - 1
    ways = [step.rpartition(" in ")[2] for step in steps if " in " in step]
    assert ways == ["outer", "inner", "crash", "outer"]


def test_a_crash_tells_neither_words_nor_values_nor_where_files_lie() -> None:
    trace = crash().trace
    assert "canary" not in trace
    assert ".py" not in trace
    assert "/" not in trace


def test_errors_that_led_to_each_other_end_somewhere() -> None:
    one, other = ValueError(), KeyError()
    one.__context__, other.__context__ = other, one
    assert crash_from(one).trace.splitlines() == ["builtins.KeyError", "builtins.ValueError"]


def test_code_without_a_module_has_a_question_mark() -> None:
    with pytest.raises(ZeroDivisionError) as caught:
        exec("1 / 0", {})  # noqa: S102 - code without a module
    assert "  ?:1 in <module>" in crash_from(caught.value).trace
