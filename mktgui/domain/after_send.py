"""What is known of a lead once it was sent: the record that came back is newer than any look before."""

from dataclasses import replace
from datetime import datetime

from mktgui.domain.answers import CREATED, UPDATED, Synced
from mktgui.domain.calls import FieldKey, GetLead, LookupKey
from mktgui.domain.known import Knowledge, Known
from mktgui.domain.lead import LeadRecord, value_of
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


def known_after_reread(before: Knowledge, seen: Known) -> Known:
    """What is known once the lead of a send was read again by its number, though the draft goes by another key.

    `before` is what was known by that key. The lead is newer now; that the key is its, and whose else, is as old as it
    was, so `at` stays.
    """
    found = seen.record
    if found is None or not isinstance(before, Known) or before.record is None or seen.in_its_place:
        return seen
    is_same = (before.profile_id, before.record.id.text) == (seen.profile_id, found.id.text)
    if not is_same or _marked(before.record, before.asked) != _marked(found, before.asked):
        return seen
    return replace(before, records=(found, *before.records[1:]))


def _marked(record: LeadRecord, asked: GetLead) -> str:
    """What a lead is found by, in one case; a cookie is in no record, and whose it is does not change."""
    if isinstance(asked.key, FieldKey):
        return value_of(record, asked.key.name).text.casefold()
    return (record.email if asked.key is LookupKey.EMAIL else record.foreign_id).text.casefold()


def _status(outcome: Outcome) -> str:
    answer = outcome.answer if isinstance(outcome, Answered) else None
    return answer.status.text if isinstance(answer, Synced) else ""
