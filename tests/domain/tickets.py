"""A call and its answer as they come up in tickets."""

from mktgui.domain.answers import Synced
from mktgui.domain.calls import AttributeToSend, SyncLead
from mktgui.domain.lead import LeadAttribute, LeadRecord, text_value
from mktgui.domain.pseudonyms import MaskedValue, Pseudonyms

NOTE = "Dear Ana Ruiz,\nwe called you on Monday & <again>."

CALL = SyncLead(
    email="Ana.Ruiz@acme.example",
    attributes=(
        AttributeToSend("FirstName", "Ana"),
        AttributeToSend("Notes__c", NOTE),
        AttributeToSend("Title", "Assistant of Ana Ruiz"),
        AttributeToSend("LeadScore", "42"),
    ),
)
RECORD = LeadRecord(
    id=text_value("318815"),
    email=text_value("ana.ruiz@ACME.example"),
    attributes=tuple(
        LeadAttribute(name, text_value(kind), text_value(text))
        for name, kind, text in (
            ("FirstName", "string", "Ana"),
            ("LastName", "string", "Ruiz"),
            ("Website", "url", "acme.example"),
            ("Company", "string", "Acme"),
            ("Phone", "phone", "+1 512 555 0142"),
        )
    ),
)
ANSWER = Synced(lead_id=text_value("318815"), status=text_value("UPDATED"), record=RECORD)


def by_field(pseudonyms: Pseudonyms) -> dict[str, MaskedValue]:
    """The values by the field they were first seen in."""
    return {one.fields[0]: one for one in reversed(pseudonyms.values)}


def shown(pseudonyms: Pseudonyms, *fields: str) -> Pseudonyms:
    """As after a person took the ticks of these fields away."""
    for number, one in enumerate(pseudonyms.values):
        if one.fields[0] in fields:
            pseudonyms = pseudonyms.with_tick(number, ticked=False)
    return pseudonyms
