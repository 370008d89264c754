"""Every operation, every character and every fault code, to the practice Marketo and back."""

from datetime import timedelta

import pytest

from mktgui.domain.answers import Described, Fault, Found, Listed, Synced
from mktgui.domain.calls import AttributeToSend, Call, DescribeObject, GetLead, ListObjects, LookupKey, SyncLead
from mktgui.domain.outcome import Answered
from mktgui.domain.secret import Secret
from mktgui.practice.server import PracticeServer
from mktgui.soap.envelope import EnvelopeBuilder
from mktgui.soap.transport import SoapTransport
from tests.soap.connecting import CALL, EMAIL, FAULTS, Connect, no_report, now, profile_for


def test_each_operation_is_answered(connect: Connect, server: PracticeServer) -> None:
    calls: list[tuple[Call, type]] = [
        (ListObjects(), Listed),
        (CALL, Synced),
        (GetLead(LookupKey.EMAIL, EMAIL), Found),
        (DescribeObject(), Described),
    ]
    for call, kind in calls:
        outcome = connect().send(call, no_report)
        assert isinstance(outcome, Answered), outcome
        assert isinstance(outcome.answer, kind)
        assert outcome.call is call
    assert [entry.operation for entry in server.journal] == ["listMObjects", "syncLead", "getLead", "describeMObject"]
    assert all(not entry.notes for entry in server.journal), "the server found something strange"


@pytest.mark.parametrize(
    "value", ["line\r\nfeed\rand\ttab\n", "🦊 客户 価格 ő", "]]> & <b>", " \t ", "'\"", "a" * 2000]
)
def test_every_character_comes_back(connect: Connect, server: PracticeServer, value: str) -> None:
    """From the call to the wire, into the journal, into the world, and back in the answer."""
    text = next(name for name, field in server.world.fields.items() if field.type == "text" and not field.read_only)
    outcome = connect().send(SyncLead(email=EMAIL, attributes=(AttributeToSend(text, value),)), no_report)
    assert isinstance(outcome, Answered)
    assert isinstance(outcome.answer, Synced)
    assert outcome.answer.record is not None
    assert {one.name: one.value.text for one in outcome.answer.record.attributes}[text] == value
    assert outcome.exchange.sent.body == server.journal[-1].body


@pytest.mark.parametrize("name", FAULTS)
def test_each_fault_keeps_its_code(connect: Connect, server: PracticeServer, name: str) -> None:
    server.next(name)
    outcome = connect().send(CALL, no_report)
    assert isinstance(outcome, Answered)
    assert isinstance(outcome.answer, Fault)
    assert outcome.answer.code == name.removeprefix("fault-")
    assert outcome.exchange.status == 500


def test_skewed_clock_and_wrong_key_are_faults(server: PracticeServer, envelopes: EnvelopeBuilder) -> None:
    profile = profile_for(server.endpoint, user_id=server.user_id)
    late = SoapTransport(profile, lambda: Secret(server.secret), envelopes, lambda: now() - timedelta(hours=2))
    wrong = SoapTransport(profile, lambda: Secret("wrong"), envelopes, now)
    for transport, code in ((late, "20016"), (wrong, "20014")):
        outcome = transport.send(CALL, no_report)
        assert isinstance(outcome, Answered)
        assert isinstance(outcome.answer, Fault)
        assert outcome.answer.code == code
