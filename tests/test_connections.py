"""Transports are made late, go where their profile says, and are hung up on at any moment."""

from pathlib import Path

import pytest

from mktgui.connections import Connections, LateTransport, Practice
from mktgui.domain.answers import Fault, Listed
from mktgui.domain.calls import Call, ListObjects, SyncLead
from mktgui.domain.ladder import Verdict
from mktgui.domain.outcome import Answered, Failure, FailureKind, NotSent, Outcome
from mktgui.domain.ports import Report, TextForm, TextKind
from mktgui.domain.profile import PRACTICE, Environment, Profile
from mktgui.domain.secret import Secret
from mktgui.practice.server import PracticeServer
from mktgui.storage.call_counts import CallCounts
from mktgui.storage.secrets import KeyringSecrets
from mktgui.workers.call_book import CallBook
from tests.ui.connections import CANARY


def book(folder: Path) -> CallBook:
    return CallBook(CallCounts(folder / "calls.json"), lambda chore: chore())


def test_stop_before_anything_was_made_sends_nothing() -> None:
    made: list[object] = []

    class Never:
        def send(self, call: Call, report: Report) -> Outcome:
            raise AssertionError(call, report)

        def abort(self) -> None:
            made.append("aborted")

    late = LateTransport(Never)
    late.abort()
    outcome = late.send(ListObjects(), lambda _stage: None)
    assert isinstance(outcome, NotSent)
    assert outcome.failure.kind is FailureKind.STOPPED
    assert made == []


def test_stop_reaches_the_transport_that_was_made() -> None:
    aborted: list[str] = []

    class Sending:
        def send(self, call: Call, report: Report) -> Outcome:  # noqa: ARG002 - the port's own arguments
            late.abort()
            return NotSent(call, Failure(kind=FailureKind.STOPPED))

        def abort(self) -> None:
            aborted.append("yes")

    late = LateTransport(Sending)
    late.send(ListObjects(), lambda _stage: None)
    assert aborted == ["yes"]


def test_a_practice_environment_of_ones_own_is_not_the_built_in_one(tmp_path: Path) -> None:
    secrets = KeyringSecrets()
    with PracticeServer() as other:
        mine = Profile(
            id="m", name="Own", endpoint=other.endpoint, user_id=other.user_id, environment=Environment.PRACTICE
        )
        secrets.put("m", Secret(other.secret))
        outcome = Connections(secrets, book(tmp_path)).connect(mine).send(ListObjects(), lambda _stage: None)
        assert isinstance(outcome, Answered)
        assert isinstance(outcome.answer, Listed)
        assert len(other.journal) == 1


def test_a_wrong_key_is_marketos_to_refuse_and_shows_in_no_message(tmp_path: Path) -> None:
    secrets = KeyringSecrets()
    with PracticeServer() as other:
        secrets.put("m", Secret(CANARY))
        mine = Profile(id="m", name="Own", endpoint=other.endpoint, user_id=other.user_id)
        connections = Connections(secrets, book(tmp_path))
        outcome = connections.connect(mine).send(ListObjects(), lambda _stage: None)
    assert isinstance(outcome, Answered)
    assert isinstance(outcome.answer, Fault)
    assert outcome.answer.code == "20014"
    body = outcome.exchange.sent.body
    assert CANARY.encode() not in body
    assert other.user_id.encode() in body
    assert other.user_id.encode() not in connections.mask(body)
    assert other.user_id not in connections.read_message(body, TextForm.FORMATTED, masked=True).text


def test_a_closed_practice_server_is_not_started_again() -> None:
    practice = Practice()
    practice.close()
    with pytest.raises(OSError, match="closing"):
        practice.server()


def test_the_built_in_practice_server_needs_no_secret_and_is_shut_with_the_rest(tmp_path: Path) -> None:
    connections = Connections(KeyringSecrets(), book(tmp_path))
    outcome = connections.connect(PRACTICE).send(ListObjects(), lambda _stage: None)
    assert isinstance(outcome, Answered)
    assert isinstance(outcome.answer, Listed)
    server = connections.practice.server()
    assert connections.practice.server() is server
    connections.close()
    connections.close()
    with pytest.raises(OSError, match="closing"):
        connections.practice.server()


def test_calls_are_counted_for_every_marketo_but_the_built_in_one(tmp_path: Path) -> None:
    secrets = KeyringSecrets()
    connections = Connections(secrets, book(tmp_path))
    assert connections.count(PRACTICE) is None
    with PracticeServer() as other:
        secrets.put("m", Secret(other.secret))
        mine = Profile(id="m", name="Own", endpoint=other.endpoint, user_id=other.user_id)
        count = connections.count(mine)
        assert count is not None
        assert count().today == 0
        connections.connect(mine).send(ListObjects(), lambda _stage: None)
        assert (count().today, count().recent) == (1, 1)


def test_a_check_uses_the_key_that_was_typed_and_else_the_kept_one(tmp_path: Path) -> None:
    secrets = KeyringSecrets()
    connections = Connections(secrets, book(tmp_path))
    with PracticeServer() as other:
        mine = Profile(id="m", name="Own", endpoint=other.endpoint, user_id=other.user_id)
        assert connections.make_check(mine).run(lambda _rung: None).verdict is Verdict.SECRET_MISSING
        typed = connections.make_check(mine, Secret(other.secret), Secret("for a proxy"))
        assert typed.run(lambda _rung: None).verdict is Verdict.GOOD
        count = connections.count(mine)
        assert count is not None
        assert count().today == 1  # the one before never left
        secrets.put("m", Secret(CANARY))
        assert connections.make_check(mine).run(lambda _rung: None).verdict is Verdict.WRONG_SECRET


def test_a_check_that_was_stopped_before_it_began_calls_nobody(tmp_path: Path) -> None:
    connections = Connections(KeyringSecrets(), book(tmp_path))
    with PracticeServer() as other:
        mine = Profile(id="m", name="Own", endpoint=other.endpoint, user_id=other.user_id)
        check = connections.make_check(mine, Secret(other.secret))
        check.abort()
        assert check.run(lambda _rung: None).verdict is Verdict.STOPPED
        assert other.journal == ()
        check.abort()


def test_the_preview_holds_no_signature(tmp_path: Path) -> None:
    body = Connections(KeyringSecrets(), book(tmp_path)).preview(SyncLead(marketo_id=7), "acme1_55")
    assert b"<Id>7</Id>" in body
    assert b"[made at send]" in body


def test_a_message_is_read_as_what_its_bytes_look_like(tmp_path: Path) -> None:
    read = Connections(KeyringSecrets(), book(tmp_path)).read_message
    assert read(b'{"a":1}', TextForm.FORMATTED, masked=True).text == '{\n  "a": 1\n}'
    assert read(b"<a><b/></a>", TextForm.FORMATTED, masked=True).text == "<a>\n  <b/>\n</a>"
    assert read(b"{", TextForm.FORMATTED, masked=True).kind is TextKind.JSON
    assert read(b"It works!", TextForm.FORMATTED, masked=True).kind is TextKind.XML
