"""Leads that were looked up, and what was found, for the screens that speak of it."""

from datetime import UTC, datetime

from mktgui.domain.calls import GetLead, LookupKey
from mktgui.domain.draft import Draft, Row, edit_from_text
from mktgui.domain.known import FailedLook, Known
from mktgui.domain.lead import ABSENT, LeadAttribute, LeadRecord, text_value

SEEN = datetime(2026, 3, 5, 9, 14, tzinfo=UTC)
ANA = "ana@corp.example"
CHANGES = Draft(email=ANA, rows=(Row("Title", edit_from_text("CEO")),))


def record(number: int = 318815, email: str = ANA, **fields: str) -> LeadRecord:
    """A lead with these attributes."""
    attributes = tuple(LeadAttribute(name, ABSENT, text_value(text)) for name, text in fields.items())
    return LeadRecord(id=text_value(str(number)), email=text_value(email), attributes=attributes)


RUIZ = record(FirstName="Ana", LastName="Ruiz", Title="VP Sales")


def known(*records: LeadRecord, key: LookupKey = LookupKey.EMAIL, value: str = ANA) -> Known:
    """What a look brought."""
    return Known(profile_id="p", asked=GetLead(key, value), at=SEEN, records=records)


def failed(key: LookupKey = LookupKey.EMAIL, value: str = ANA) -> FailedLook:
    """A look that brought nothing."""
    return FailedLook(profile_id="p", asked=GetLead(key, value), at=SEEN)
