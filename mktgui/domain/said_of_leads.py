"""What the messages of a call say of leads: nothing else is kept of the answer to a past one."""

from collections.abc import Mapping
from itertools import groupby

from mktgui.domain.exchange import Exchange, Part
from mktgui.domain.lead import LeadAttribute, LeadRecord, text_value
from mktgui.domain.ports import ReadMessage, TextForm
from mktgui.domain.story import Story


def before(story: Story) -> LeadRecord:
    """What the lead held before this send, as far as the words on it can name it."""
    fields = [
        LeadAttribute(one.name, text_value(one.type), one.was) for one in story.differences if one.was is not None
    ]
    return LeadRecord(id=text_value(story.lead_id), attributes=tuple(fields))


class UnreadableError(Exception):
    """A message cannot be read, so nobody can tell whom it speaks of."""


def records_in(exchange: Exchange, read: ReadMessage, types: Mapping[str, str]) -> tuple[LeadRecord, ...]:
    """Every lead in every message, with the names as they stand there. For worker threads. Raises UnreadableError.

    `types` gives what is known of the types of fields by name.
    """
    shown = [one for one in exchange.all if one.part not in {Part.TOKEN, Part.FIELDS}]
    bodies = [message.body for one in shown for message in (one.sent, one.received) if message is not None]
    return tuple(record for body in bodies if body.strip() for record in _records(body, read, types))


def _records(body: bytes, read: ReadMessage, types: Mapping[str, str]) -> tuple[LeadRecord, ...]:
    tree = read(body, TextForm.RAW, masked=True).tree
    if tree is None:
        raise UnreadableError
    by_lead = groupby(sorted(tree.fields(), key=lambda one: one.lead), key=lambda one: one.lead)
    return tuple(
        LeadRecord(
            attributes=tuple(LeadAttribute(one.name, text_value(types.get(one.name, "")), one.value) for one in fields)
        )
        for _, fields in by_lead
    )
