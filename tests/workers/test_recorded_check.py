"""A credential check is in the history like any call, and the history never makes one fail."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from mktgui.domain.call_note import CallKind, Ending
from mktgui.domain.history import Query, State
from mktgui.domain.history_port import HistoryProblem
from mktgui.domain.ladder import CheckResult, Rung, RungResult, Verdict, failed, passed, whole
from mktgui.domain.outcome import FailureKind, Written
from mktgui.domain.profile import Environment, Profile
from mktgui.storage.history import SqliteHistory
from mktgui.workers.recorded_check import RecordedCheck
from tests.storage.past_calls import EXCHANGE

PROFILE = Profile(id="emea", name="Acme", endpoint="", user_id="", environment=Environment.PRODUCTION)
SIGNED = b"<a><requestSignature>0123456789abcdef0123456789abcdef01234567</requestSignature></a>"
GOOD = whole(passed(rung) for rung in Rung)
NO_NAME = whole([passed(Rung.PROFILE), failed(Rung.NAME, Verdict.NAME_UNKNOWN, FailureKind.NAME_UNKNOWN, host="x")])
LEFT = [passed(rung) for rung in Rung if rung not in {Rung.HTTP, Rung.SOAP, Rung.CLOCK, Rung.SIGNATURE}]
SILENT = whole([*LEFT, failed(Rung.HTTP, Verdict.NO_ANSWER, FailureKind.ANSWER_TIMEOUT, detail="timed out")])
WRONG_KEY = whole(
    [*LEFT, passed(Rung.HTTP), passed(Rung.SOAP), failed(Rung.SIGNATURE, Verdict.WRONG_SECRET, code="20014", text="no")]
)


class Climbing:
    """A check that ends in one way, and looks at the history in the middle."""

    def __init__(self, ending: CheckResult | Exception, store: SqliteHistory) -> None:
        self._ending, self._store = ending, store
        self.seen: list[State] = []
        self.hung_up = False

    def run(self, tell: Callable[[RungResult], None]) -> CheckResult:
        self.seen = [one.state for one in self._store.search(Query()).entries]
        if isinstance(self._ending, Exception):
            raise self._ending
        for one in self._ending.rungs:
            tell(one)
        return self._ending

    def abort(self) -> None:
        self.hung_up = True


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqliteHistory]:
    store = SqliteHistory(tmp_path / "history")
    yield store
    store.close()


def fail(problem: HistoryProblem) -> None:
    raise AssertionError(problem)


@pytest.mark.parametrize(
    ("result", "ending", "failure", "fault", "told"),
    [
        (GOOD, Ending.ANSWERED, None, "", ""),
        (NO_NAME, Ending.NOT_SENT, FailureKind.NAME_UNKNOWN, "", ""),
        (SILENT, Ending.NOT_ANSWERED, FailureKind.ANSWER_TIMEOUT, "", "timed out"),
        (WRONG_KEY, Ending.REFUSED, None, "20014", "no"),
    ],
)
def test_a_check_is_kept_before_it_leaves_and_when_it_has_ended(
    store: SqliteHistory, result: CheckResult, ending: Ending, failure: FailureKind | None, fault: str, told: str
) -> None:
    check, rungs = Climbing(result, store), list[RungResult]()
    assert RecordedCheck(check, lambda: store, PROFILE, fail).run(rungs.append) is result
    assert check.seen == [State.UNDER_WAY]
    assert tuple(rungs) == result.rungs
    (summary,) = store.search(Query()).entries
    assert (summary.kind, summary.profile_name, summary.environment) == (
        CallKind.LIST_OBJECTS,
        "Acme",
        Environment.PRODUCTION,
    )
    assert (summary.ending, summary.failure, summary.fault) == (ending, failure, fault)
    assert (summary.written, summary.state) == (Written.NO, State.ENDED)
    assert summary.seconds is not None
    entry = store.entry(summary.id)
    assert entry is not None
    assert entry.told == told


def test_a_check_that_breaks_the_program_did_not_end(store: SqliteHistory) -> None:
    check = RecordedCheck(Climbing(ZeroDivisionError(), store), lambda: store, PROFILE, fail)
    with pytest.raises(ZeroDivisionError):
        check.run(ignore)
    (summary,) = store.search(Query()).entries
    assert (summary.state, summary.written) == (State.OUTCOME_UNKNOWN, Written.NO)


def test_what_went_over_the_wire_is_kept_a_moment_later_and_masked(store: SqliteHistory) -> None:
    chores: list[Callable[[], None]] = []
    signed = replace(EXCHANGE, sent=replace(EXCHANGE.sent, body=SIGNED))
    check = Climbing(replace(GOOD, exchange=signed), store)
    RecordedCheck(check, lambda: store, PROFILE, fail, chores.append).run(ignore)
    (summary,) = store.search(Query()).entries
    assert store.messages(summary.id) is None
    (chore,) = chores
    chore()
    kept, entry = store.messages(summary.id), store.entry(summary.id)
    assert kept is not None
    assert entry is not None
    assert b"<requestSignature>***</requestSignature>" in kept.sent.body
    assert kept.received == EXCHANGE.received
    assert (entry.http_status, entry.timings) == (200, EXCHANGE.timings)


def ignore(_rung: RungResult) -> None:
    """Nobody looks at the rungs."""


def test_a_history_that_cannot_keep_it_is_told_and_the_check_goes_on(tmp_path: Path) -> None:
    store, told = SqliteHistory(tmp_path / "history"), list[HistoryProblem]()
    store.close()
    check = RecordedCheck(Climbing(GOOD, SqliteHistory(tmp_path / "other")), lambda: store, PROFILE, told.append)
    assert check.run(ignore) is GOOD
    assert [one.trouble.value for one in told] == ["closed", "closed"]


def test_stop_hangs_up(store: SqliteHistory) -> None:
    climbing = Climbing(GOOD, store)
    RecordedCheck(climbing, lambda: store, PROFILE, fail).abort()
    assert climbing.hung_up
