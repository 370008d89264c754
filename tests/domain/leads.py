"""Leads as Marketo tells them, and what was known of them, for tests of what became of a send."""

from datetime import UTC, datetime

from mktgui.domain.answers import Synced
from mktgui.domain.calls import AttributeToSend, GetLead, LookupKey, SyncLead
from mktgui.domain.draft import Draft, Row, edit_from_text
from mktgui.domain.exchange import Exchange, Message
from mktgui.domain.known import Knowledge, Known, judge
from mktgui.domain.lead import ABSENT, LeadAttribute, LeadRecord, text_value
from mktgui.domain.outcome import Answered, Failure, FailureKind, NotAnswered
from mktgui.domain.story import Sent

AT = datetime(2026, 11, 23, 9, 14, 5, tzinfo=UTC)
EXCHANGE = Exchange(endpoint="", sent=Message("", (), b""), left=True, started=AT)
EMAIL = "ana@acme.example"


def lead(number: str = "7", email: str = EMAIL, **attributes: str) -> LeadRecord:
    return LeadRecord(
        id=text_value(number) if number else ABSENT,
        email=text_value(email),
        attributes=tuple(
            LeadAttribute(name, text_value("string"), text_value(text)) for name, text in attributes.items()
        ),
    )


def known(*records: LeadRecord, key: LookupKey = LookupKey.EMAIL, value: str = EMAIL) -> Known:
    return Known(profile_id="p", asked=GetLead(key, value), at=AT, records=records)


def request(email: str | None = EMAIL, marketo_id: int | None = None, **attributes: str) -> SyncLead:
    sent = tuple(AttributeToSend(name, text) for name, text in attributes.items())
    return SyncLead(marketo_id=marketo_id, email=email, attributes=sent)


def sent(asked: SyncLead, before: Knowledge = None) -> Sent:
    """As it leaves the window."""
    rows = tuple(Row(one.name, edit_from_text(one.value)) for one in asked.attributes)
    draft = Draft(
        marketo_id=str(asked.marketo_id or ""),
        email=asked.email or "",
        foreign_id=asked.foreign_id or "",
        foreign_type=asked.foreign_type or "",
        cookie=asked.cookie or "",
        rows=rows,
    )
    return Sent(request=asked, verdict=judge(draft, before), known=before)


def answered(asked: SyncLead, status: str, number: str = "7", record: LeadRecord | None = None) -> Answered:
    return Answered(asked, EXCHANGE, Synced(lead_id=text_value(number), status=text_value(status), record=record))


def unanswered(asked: SyncLead, kind: FailureKind = FailureKind.ANSWER_TIMEOUT) -> NotAnswered:
    return NotAnswered(asked, Failure(kind=kind), EXCHANGE)
