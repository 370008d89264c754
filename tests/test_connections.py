"""Transports are made late, go where their profile says, and are hung up on at any moment."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from mktgui.connections import Connections, LateTransport, Practice
from mktgui.domain.answers import Described, Fault, FieldDescription, Found, Listed, Synced
from mktgui.domain.calls import AttributeToSend, Call, DescribeObject, GetLead, ListObjects, LookupKey, SyncLead
from mktgui.domain.catalogue import Catalogue
from mktgui.domain.ladder import Verdict
from mktgui.domain.lead import value_of
from mktgui.domain.outcome import Answered, Failure, FailureKind, NotSent, Outcome, Written
from mktgui.domain.ports import Report, TextForm, TextKind
from mktgui.domain.profile import PRACTICE, PRACTICE_REST, Environment, Profile, TransportKind
from mktgui.domain.secret import Secret
from mktgui.domain.snippets import Language
from mktgui.practice.server import PracticeServer
from mktgui.storage.call_counts import CallCounts
from mktgui.storage.catalogues import CatalogueFolder
from mktgui.storage.secrets import KeyringSecrets
from mktgui.workers.call_book import CallBook
from tests.practice.raw import ANA
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
    mine = replace(PRACTICE, user_id="acme1_55")
    body = Connections(KeyringSecrets(), book(tmp_path)).preview(mine, SyncLead(marketo_id=7))
    assert b"<Id>7</Id>" in body
    assert b"[made at send]" in body


def test_a_message_is_read_as_what_its_bytes_look_like(tmp_path: Path) -> None:
    read = Connections(KeyringSecrets(), book(tmp_path)).read_message
    assert read(b'{"a":1}', TextForm.FORMATTED, masked=True).text == '{\n  "a": 1\n}'
    assert read(b"<a><b/></a>", TextForm.FORMATTED, masked=True).text == "<a>\n  <b/>\n</a>"
    assert read(b"{", TextForm.FORMATTED, masked=True).kind is TextKind.JSON
    assert read(b"It works!", TextForm.FORMATTED, masked=True).kind is TextKind.XML


# Over REST


def rest_profile(server: PracticeServer, profile_id: str = "m") -> Profile:
    return Profile(
        id=profile_id,
        name="Own",
        endpoint=server.rest_endpoint,
        user_id=server.client_id,
        transport=TransportKind.REST,
        workspaces=(),
    )


CHANGE = SyncLead(marketo_id=ANA, attributes=(AttributeToSend("creditLimit", "12.50"),))


def test_a_profile_says_which_api_its_calls_go_by_and_all_share_token_and_names(tmp_path: Path) -> None:
    secrets = KeyringSecrets()
    connections = Connections(secrets, book(tmp_path))
    with PracticeServer() as other:
        mine = rest_profile(other)
        secrets.put("m", Secret(other.client_secret))
        for _ in range(2):
            outcome = connections.connect(mine).send(CHANGE, lambda _stage: None)
            assert isinstance(outcome, Answered)
            assert isinstance(outcome.answer, Synced)
            assert outcome.answer.record is not None
        asked = [entry.operation for entry in other.journal]
        assert asked == ["token", "describe", "syncLeads", "leadsByFilter", "syncLeads", "leadsByFilter"]
        count = connections.count(mine)
        assert count is not None
        assert count().today == 5, "all but the token"


def test_the_built_in_practice_server_is_there_over_rest_too(tmp_path: Path) -> None:
    connections = Connections(KeyringSecrets(), book(tmp_path))
    try:
        assert connections.count(PRACTICE_REST) is None
        written = connections.connect(PRACTICE_REST).send(
            SyncLead(marketo_id=ANA, attributes=(AttributeToSend("title", "CTO"),)), lambda _stage: None
        )
        assert written.written is Written.YES
        read = connections.connect(PRACTICE).send(GetLead(LookupKey.IDNUM, str(ANA)), lambda _stage: None)
        assert isinstance(read, Answered)
        assert isinstance(read.answer, Found)
        assert value_of(read.answer.records[0], "Title").text == "CTO", "it is one and the same Marketo"
    finally:
        connections.close()


def test_a_check_over_rest_is_one_call_and_gives_the_partitions(tmp_path: Path) -> None:
    secrets = KeyringSecrets()
    connections = Connections(secrets, book(tmp_path))
    with PracticeServer() as other:
        mine = rest_profile(other)
        count = connections.count(mine)
        assert count is not None
        wrong = connections.make_check(mine, Secret("wrong-secret")).run(lambda _rung: None)
        assert (wrong.verdict, count().today) == (Verdict.WRONG_CLIENT, 0), "a token costs nothing"
        right = connections.make_check(mine, Secret(other.client_secret)).run(lambda _rung: None)
        assert (right.verdict, count().today) == (Verdict.GOOD, 1)
        assert right.partitions == other.world.partitions
        secrets.put("m", Secret(CANARY))
        assert connections.make_check(mine).run(lambda _rung: None).verdict is Verdict.WRONG_CLIENT


def test_the_preview_is_that_of_the_profiles_api_and_knows_the_kept_catalogue(tmp_path: Path) -> None:
    catalogues = CatalogueFolder(tmp_path / "catalogues")
    field = FieldDescription(name="creditLimit", label="Credit Limit", type="currency", rest_name="creditLimit")
    catalogues.save("m", Catalogue((field,), datetime(2026, 3, 14, tzinfo=UTC)))
    connections = Connections(KeyringSecrets(), book(tmp_path), catalogues=catalogues)
    mine = Profile(id="m", name="", endpoint="123-ABC-456.mktorest.com", user_id="client", transport=TransportKind.REST)
    text = connections.preview(mine, CHANGE).decode()
    assert "Bearer [made at send]" in text
    assert '"creditLimit": 12.50' in text
    stranger = connections.preview(replace(mine, id="other"), CHANGE).decode()
    assert '"creditLimit": "12.50"' in stranger
    soap = replace(mine, endpoint="https://123-ABC-456.mktoapi.com/soap/mktows/3_1", transport=TransportKind.SOAP)
    assert b"<requestSignature>[made at send]</requestSignature>" in connections.preview(soap, CHANGE)


def test_code_is_that_of_the_profiles_api_and_knows_the_kept_catalogue(tmp_path: Path) -> None:
    catalogues = CatalogueFolder(tmp_path / "catalogues")
    field = FieldDescription(name="creditLimit", label="Credit Limit", type="currency", rest_name="creditLimit")
    catalogues.save("m", Catalogue((field,), datetime(2026, 3, 14, tzinfo=UTC)))
    connections = Connections(KeyringSecrets(), book(tmp_path), catalogues=catalogues)
    mine = Profile(id="m", name="", endpoint="123-ABC-456.mktorest.com", user_id="client", transport=TransportKind.REST)
    assert '"creditLimit": 12.50' in connections.snippet(CHANGE, mine, Language.PYTHON)
    there = "https://123-ABC-456.mktoapi.com/soap/mktows/3_1"
    soap = replace(mine, endpoint=there, transport=TransportKind.SOAP)
    assert there in connections.snippet(CHANGE, soap, Language.PYTHON)
    try:
        server = connections.practice.server()
        assert server.endpoint in connections.snippet(CHANGE, PRACTICE, Language.PYTHON)
        assert server.rest_endpoint in connections.snippet(CHANGE, PRACTICE_REST, Language.PYTHON)
    finally:
        connections.close()


def test_names_that_were_kept_spare_the_question(tmp_path: Path) -> None:
    catalogues, secrets = CatalogueFolder(tmp_path / "catalogues"), KeyringSecrets()
    with PracticeServer() as other:
        secrets.put("m", Secret(other.client_secret))
        mine = rest_profile(other)
        first = Connections(secrets, book(tmp_path), catalogues=catalogues)
        told = first.connect(mine).send(DescribeObject(), lambda _stage: None)
        assert isinstance(told, Answered)
        assert isinstance(told.answer, Described)
        catalogues.save("m", Catalogue(told.answer.fields, datetime(2026, 3, 14, tzinfo=UTC)))
        later = Connections(secrets, book(tmp_path), catalogues=catalogues)
        outcome = later.connect(mine).send(CHANGE, lambda _stage: None)
        assert outcome.written is Written.YES
        assert [entry.operation for entry in other.journal].count("describe") == 1


def test_a_request_is_made_ready_for_whom_it_will_be_sent_as(tmp_path: Path) -> None:
    """Nothing of it is kept that could be sent to another Marketo, and nothing stands against what cannot be sent."""
    connections = Connections(KeyringSecrets(), book(tmp_path))
    call, broken = SyncLead(email="ana.ruiz@acme.example"), SyncLead(email="\x00")
    connections.make_ready(PRACTICE, call)  # before anything was sent there is no hurry
    assert isinstance(connections.connect(PRACTICE).send(ListObjects(), lambda _stage: None), Answered)
    for profile in (PRACTICE, replace(PRACTICE, transport=TransportKind.REST)):
        connections.make_ready(profile, broken)
        connections.make_ready(profile, call)
        assert isinstance(connections.connect(profile).send(call, lambda _stage: None), Answered)
    connections.close()
