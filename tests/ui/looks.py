"""Leads that were looked up, and what was found, for the screens that speak of it."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime

from mktgui.domain.calls import GetLead, LookupKey
from mktgui.domain.draft import Draft, Row, edit_from_text
from mktgui.domain.known import FailedLook, Known
from mktgui.domain.lead import ABSENT, KeyKind, LeadAttribute, LeadRecord, text_value

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


@dataclass(frozen=True, slots=True)
class Shape:
    """What a text looks like, alone."""

    kind: KeyKind
    text: str
    foreign_type: str
    why: str


_SHAPES = (
    (KeyKind.COOKIE, r"id:.*token:.*", "", "cookie"),
    (KeyKind.EMAIL, r".+@.+", "", "email"),
    (KeyKind.FOREIGN_ID, r"003\w{12,15}", "SFDC", "salesforce-contact"),
    (KeyKind.MARKETO_ID, r"\d+", "", "marketo-id"),
)


@dataclass(frozen=True, slots=True)
class Detection:
    """What `FindBox` is told of a text."""

    kind: KeyKind | None
    text: str
    foreign_type: str
    why: str
    others: tuple[Shape, ...] = ()


def guess(text: str, chosen: KeyKind | None, foreign_type: str) -> Detection:
    """A plain way to tell, for the screens that are given one."""
    bare = text.strip().strip("<>")
    shape = next((Shape(kind, bare, own, why) for kind, form, own, why in _SHAPES if re.fullmatch(form, bare)), None)
    if chosen is None:
        if shape is None:
            return Detection(None, bare, "", "unknown")
        return Detection(shape.kind, bare, shape.foreign_type, shape.why)
    if shape is None or (chosen is KeyKind.FOREIGN_ID and shape.kind is KeyKind.MARKETO_ID):
        return Detection(chosen, bare, foreign_type, "as-chosen")
    if shape.kind is chosen:
        return Detection(chosen, bare, foreign_type or shape.foreign_type, shape.why)
    return Detection(chosen, bare, foreign_type, "looks-otherwise", (shape,))
