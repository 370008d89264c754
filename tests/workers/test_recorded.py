"""Each call is kept before it leaves and when it has ended, and the history never makes one fail."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from mktgui.domain.call_note import Ending
from mktgui.domain.calls import Call, GetLead, LookupKey
from mktgui.domain.difference import Comparison
from mktgui.domain.exchange import Exchange, Stage
from mktgui.domain.history import Begun, Ended, Query, State
from mktgui.domain.history_port import HistoryError, HistoryProblem, HistoryTrouble
from mktgui.domain.outcome import Outcome, Written
from mktgui.domain.ports import Report
from mktgui.domain.profile import Environment, Profile
from mktgui.domain.recording import Context
from mktgui.storage.history import SqliteHistory
from mktgui.workers.recorded import RecordedTransport
from tests.domain.canaries import OUTCOMES, VALUE, WRITE

PROFILE = Profile(id="emea", name="Acme", endpoint="", user_id="", environment=Environment.PRODUCTION)
CONTEXT = Context(profile=PROFILE)


class Line:
    """A transport that ends in one way, and looks at the history in the middle of the call."""

    def __init__(self, ending: Outcome | Exception, store: SqliteHistory) -> None:
        self._ending, self._store = ending, store
        self.seen: list[State] = []
        self.hung_up = False

    def send(self, call: Call, report: Report) -> Outcome:  # noqa: ARG002 - the port's words
        self.seen = [one.state for one in self._store.search(Query()).entries]
        report(Stage.SENDING)
        if isinstance(self._ending, Exception):
            raise self._ending
        return self._ending

    def abort(self) -> None:
        self.hung_up = True


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqliteHistory]:
    store = SqliteHistory(tmp_path / "history")
    yield store
    store.close()


@pytest.mark.parametrize("outcome", OUTCOMES)
def test_a_call_is_kept_before_it_leaves_and_when_it_has_ended(store: SqliteHistory, outcome: Outcome) -> None:
    told: list[HistoryProblem] = []
    line, stages = Line(outcome, store), list[Stage]()
    transport = RecordedTransport(line, store, CONTEXT, told.append)
    assert transport.send(outcome.call, stages.append) is outcome
    assert (line.seen, stages, told) == ([State.UNDER_WAY], [Stage.SENDING], [])
    (summary,) = store.search(Query()).entries
    assert (summary.state, summary.written, summary.profile_name) == (State.ENDED, outcome.written, "Acme")
    assert summary.at.tzinfo is not None
    messages = store.messages(summary.id)
    assert (messages is None) is (outcome.exchange is None)


def test_how_it_ended_and_the_messages_are_kept_later(store: SqliteHistory) -> None:
    chores: list[Callable[[], None]] = []
    RecordedTransport(Line(OUTCOMES[0], store), store, CONTEXT, fail, chores.append).send(WRITE, ignore)
    (summary,) = store.search(Query()).entries
    assert (summary.state, store.messages(summary.id)) == (State.UNDER_WAY, None)
    assert store.search(Query(text=VALUE)).entries == ()
    describe, ending, the_messages = chores
    describe()
    assert [one.state for one in store.search(Query(text=VALUE)).entries] == [State.UNDER_WAY]
    ending()
    (summary,) = store.search(Query()).entries
    assert (summary.state, summary.ending) == (State.ENDED, Ending.ANSWERED)
    assert store.messages(summary.id) is None
    the_messages()
    messages = store.messages(summary.id)
    assert messages is not None
    assert VALUE.encode() in messages.sent.body


def ignore(_stage: Stage) -> None:
    """Nobody looks at the stages."""


def fail(problem: HistoryProblem) -> None:
    """Nothing is to be told."""
    raise AssertionError(problem)


@pytest.mark.parametrize(
    ("call", "written"), [(WRITE, Written.UNKNOWN), (GetLead(LookupKey.EMAIL, "a@b.example"), Written.NO)]
)
def test_a_call_that_breaks_the_program_is_outcome_unknown(store: SqliteHistory, call: Call, written: Written) -> None:
    with pytest.raises(ZeroDivisionError):
        RecordedTransport(Line(ZeroDivisionError(), store), store, CONTEXT, fail).send(call, ignore)
    (summary,) = store.search(Query()).entries
    assert (summary.state, summary.written, summary.ending) == (State.OUTCOME_UNKNOWN, written, None)


class Refusing(SqliteHistory):
    """A history that cannot keep anything just now."""

    def __init__(self, folder: Path, error: Exception) -> None:
        super().__init__(folder)
        self._error = error

    def begin(self, begun: Begun) -> None:  # noqa: ARG002
        raise self._error

    def finish(self, begun: Begun, ended: Ended) -> None:  # noqa: ARG002
        raise self._error

    def keep_messages(self, entry_id: str, exchange: Exchange) -> None:  # noqa: ARG002
        raise self._error


def test_a_history_that_cannot_keep_it_is_told_and_the_call_goes_on(tmp_path: Path) -> None:
    problem = HistoryProblem(HistoryTrouble.FULL, detail="no room")
    store, told = Refusing(tmp_path / "history", HistoryError(problem)), list[HistoryProblem]()
    outcome = OUTCOMES[0]
    assert RecordedTransport(Line(outcome, store), store, CONTEXT, told.append).send(WRITE, ignore) is outcome
    assert told == [problem] * 3
    store.close()


def test_a_slip_in_the_history_is_logged_and_the_call_goes_on(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    store, outcome = Refusing(tmp_path / "history", ZeroDivisionError("slip")), OUTCOMES[0]
    assert RecordedTransport(Line(outcome, store), store, CONTEXT, fail).send(WRITE, ignore) is outcome
    assert caplog.messages == ["a call could not be kept"] * 3
    caplog.clear()
    store.close()


def test_a_slip_in_the_comparison_is_one_too(store: SqliteHistory, caplog: pytest.LogCaptureFixture) -> None:
    def slip(_one: str, _other: str, kind: str) -> bool:
        if kind == "string":  # as the answer has it: before it, there is nothing to compare
            raise ZeroDivisionError
        return False

    context = replace(CONTEXT, by=Comparison(same=slip))
    RecordedTransport(Line(OUTCOMES[0], store), store, context, fail).send(WRITE, ignore)
    assert caplog.messages == ["a call could not be told whole"]
    caplog.clear()
    (summary,) = store.search(Query()).entries
    assert (summary.state, summary.ending, summary.gist[0].asked) == (State.ENDED, Ending.ANSWERED, VALUE)


def test_stop_hangs_up(store: SqliteHistory) -> None:
    line = Line(OUTCOMES[0], store)
    RecordedTransport(line, store, CONTEXT, fail).abort()
    assert line.hung_up
