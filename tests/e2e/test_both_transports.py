"""The same fixes, as the program sends them, over SOAP and over REST: the same world, the same news, the same lead."""

from collections.abc import Sequence
from datetime import UTC, datetime

import pytest

from mktgui.domain.answers import Found, Synced
from mktgui.domain.calls import AttributeToSend, GetLead, LookupKey, SyncLead
from mktgui.domain.lead import LeadRecord, Presence, value_of
from mktgui.domain.outcome import Answered, Outcome, Written
from mktgui.domain.ports import Transport
from mktgui.domain.profile import Profile, TransportKind
from mktgui.domain.secret import Secret
from mktgui.practice.server import PracticeServer
from mktgui.practice.settings import Settings
from mktgui.rest.told import Told
from mktgui.rest.transport import RestTransport
from mktgui.soap.envelope import EnvelopeBuilder
from mktgui.soap.transport import SoapTransport
from tests.practice.raw import ANA, ANAS_EMAIL, ANONYMOUS, ELSEWHERE

NOW = datetime(2026, 3, 14, 16, 26, 53, tzinfo=UTC)
COOKIE = "id:123-ABC-456&token:_mch-corp.example-1400000000000-22222"
# The clock of Marketo stands still, so that the moments of all writes are the same.
SETTINGS = Settings(
    rest_company_writable=True, calls_per_20_seconds=10_000, expiry_minutes=10_000_000, future_minutes=10_000_000
)


def fix(number: int | None = None, email: str | None = None, *, cookie: str | None = None, **values: str) -> SyncLead:
    """An update by id, or by address; `to` names a workspace."""
    workspace = values.pop("to", None)
    sent = tuple(AttributeToSend(name, value) for name, value in values.items())
    return SyncLead(marketo_id=number, email=email, cookie=cookie, attributes=sent, workspace=workspace)


FIXES = {
    "a text": fix(ANA, Title="CTO"),
    "by address": fix(email=ANAS_EMAIL, Title="CTO"),
    "in other letters": fix(email=ANAS_EMAIL.upper(), City="Quito"),
    "a whole number": fix(ANA, LeadScore="-7"),
    "money": fix(ANA, Credit_Limit__c="1234.5"),
    "per cent": fix(ANA, Discount__c="60"),
    "a broken number": fix(ANA, Renewal_Probability__c="0.75"),
    "yes": fix(ANA, Unsubscribed="true"),
    "no": fix(ANA, DoNotCall="false"),
    "a date": fix(ANA, DateofBirth="1980-02-29"),
    "a moment": fix(ANA, Last_Webinar__c="2026-03-14T09:26:53-07:00"),
    "nothing in a text": fix(ANA, Title=""),
    "nothing in a number": fix(ANA, LeadScore=""),
    "any writing": fix(ANA, Notes__c='a\n<b> & "ő" 👩‍💻 ]]>'),
    "several at once": fix(ANA, Fax="1", Site="", NPS__c="9"),
    "another address": fix(ANA, "ana@corp.example"),
    "a new lead": fix(email="wei@corp.example", FirstName="伟"),
    "a new lead by rule": fix(email="rule@corp.example", Country="Japan"),
    "a new lead elsewhere": fix(email="else@corp.example", to="EMEA"),
    "a company": fix(ANA, Company="Initech"),
    "a read-only field": fix(ANA, CreatedAt="2026-01-01T00:00:00Z"),
    "a cookie": fix(ANA, cookie=COOKIE, Title="CTO"),
    "nothing": fix(ANA),
    "a lead in another partition": fix(ELSEWHERE, Title="CTO"),
    "a lead without an address": fix(ANONYMOUS, "known@corp.example"),
}


@pytest.fixture(scope="module")
def envelopes() -> EnvelopeBuilder:
    return EnvelopeBuilder()


def line(server: PracticeServer, kind: TransportKind, envelopes: EnvelopeBuilder, told: Told) -> Transport:
    """A transport to that server, made for one call."""
    if kind is TransportKind.SOAP:
        profile = Profile(id="s", name="", endpoint=server.endpoint, user_id=server.user_id)
        return SoapTransport(profile, lambda: Secret(server.secret), envelopes, lambda: datetime.now(UTC))
    profile = Profile(id="r", name="", endpoint=server.rest_endpoint, user_id=server.client_id, transport=kind)
    return RestTransport(profile, lambda: Secret(server.client_secret), told)


def after(
    calls: Sequence[SyncLead], kinds: Sequence[TransportKind], envelopes: EnvelopeBuilder
) -> tuple[object, list[Outcome]]:
    """The leads, and how each call ended, on a server of their own that stands still."""
    told = Told(words=TransportKind.SOAP)
    with PracticeServer(settings=SETTINGS) as server:
        server.clock = lambda: NOW
        outcomes = [
            line(server, kind, envelopes, told).send(call, lambda _stage: None)
            for kind, call in zip(kinds, calls, strict=True)
        ]
        assert not [note for entry in server.journal for note in entry.notes if note.startswith("schema")]
        return server.world.leads, outcomes


def seen(record: LeadRecord) -> dict[str, str]:
    """What a record says, without what only one of the two tells and without what is empty."""
    values = {one.name: one.value.text for one in record.attributes if one.value.presence is Presence.TEXT}
    only_rest = {"createdAt", "updatedAt", "Lead_Partition_ID", "CreatedAt", "Last_Webinar__c", "Created_Time__c"}
    return {"Id": record.id.text, "Email": record.email.text} | {
        name: _number(text) for name, text in values.items() if name not in only_rest
    }


def _number(text: str) -> str:
    """SOAP has `1` for what REST has as `true`, and 10 for 10.0."""
    return text.removesuffix(".0")


def record_of(outcome: Outcome) -> LeadRecord:
    assert isinstance(outcome, Answered), outcome
    assert isinstance(outcome.answer, Synced)
    assert outcome.answer.record is not None
    return outcome.answer.record


@pytest.mark.parametrize("name", FIXES)
def test_one_fix_has_the_same_end_over_both(name: str, envelopes: EnvelopeBuilder) -> None:
    call = FIXES[name]
    (soap_world, [soap]), (rest_world, [rest]) = (after([call], [kind], envelopes) for kind in TransportKind)
    assert soap_world == rest_world
    assert soap.written is rest.written is Written.YES
    assert isinstance(soap, Answered)
    assert isinstance(rest, Answered)
    assert isinstance(soap.answer, Synced)
    assert isinstance(rest.answer, Synced)
    assert (soap.answer.status, soap.answer.lead_id) == (rest.answer.status, rest.answer.lead_id)
    assert seen(record_of(soap)) == seen(record_of(rest))
    for one in call.attributes:
        if one.value and one.name not in {"CreatedAt", "Last_Webinar__c"}:
            assert value_of(record_of(rest), one.name).text == one.value


def test_all_fixes_one_after_the_other_over_either_or_in_turn(envelopes: EnvelopeBuilder) -> None:
    calls = list(FIXES.values())
    soap, rest = ([kind] * len(calls) for kind in TransportKind)
    mixed = [tuple(TransportKind)[number % 2] for number in range(len(calls))]
    first, _ = after(calls, soap, envelopes)
    assert after(calls, rest, envelopes)[0] == first
    assert after(calls, mixed, envelopes)[0] == first


def test_each_reads_what_the_other_wrote(envelopes: EnvelopeBuilder) -> None:
    told = Told(words=TransportKind.SOAP)
    with PracticeServer(settings=SETTINGS) as server:
        for kind, other, title in zip(TransportKind, reversed(TransportKind), ("CTO", "CEO"), strict=True):
            line(server, kind, envelopes, told).send(fix(ANA, Title=title), lambda _stage: None)
            look = GetLead(LookupKey.IDNUM, str(ANA))
            outcome = line(server, other, envelopes, told).send(look, lambda _stage: None)
            assert isinstance(outcome, Answered)
            assert isinstance(outcome.answer, Found)
            assert value_of(outcome.answer.records[0], "Title").text == title
