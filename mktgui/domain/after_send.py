"""What is known of a lead once it was sent: the record that came back is newer than any look before."""

from dataclasses import replace
from datetime import datetime

from mktgui.domain.answers import CREATED, UPDATED, Synced
from mktgui.domain.known import Knowledge, Known
from mktgui.domain.lead import LeadRecord
from mktgui.domain.outcome import Answered, Outcome


def returned_record(outcome: Outcome) -> LeadRecord | None:
    """The lead as it came back with the answer; None where nothing was written or it was not sent back."""
    answer = outcome.answer if isinstance(outcome, Answered) else None
    if not isinstance(answer, Synced) or answer.status.text not in {CREATED, UPDATED}:
        return None
    return None if answer.strange_id else answer.record


def known_after(known: Knowledge, outcome: Outcome, at: datetime) -> Knowledge:
    """The knowledge that a send leaves behind; None where only a new look can tell.

    `known` is what was known of the very lead that the request named. It tells who else has the same key, which the
    answer to a send does not, so without it nothing is made of a record that came back.
    """
    record = returned_record(outcome)
    if record is None or not isinstance(known, Known):
        return None
    others = tuple(one for one in known.records if one.id.text != record.id.text)
    if len(others) == len(known.records) and known.records and _status(outcome) == UPDATED:
        return None  # another lead was changed than the one that was seen
    return replace(known, at=at, records=(record, *others))


def _status(outcome: Outcome) -> str:
    answer = outcome.answer if isinstance(outcome, Answered) else None
    return answer.status.text if isinstance(answer, Synced) else ""
