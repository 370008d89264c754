"""What a fresh look at a lead proves of a send whose outcome is unknown. Pure."""

from dataclasses import dataclass
from enum import StrEnum

from mktgui.domain.calls import FieldKey, GetLead, LookupKey, SyncLead
from mktgui.domain.difference import (
    AS_ASKED,
    EMAIL,
    FOREIGN_ID,
    FOREIGN_TYPE,
    ID,
    PLAIN,
    Comparison,
    Fate,
    FieldDifference,
    address_of,
    differences,
)
from mktgui.domain.draft import Draft
from mktgui.domain.known import Known
from mktgui.domain.lead import NOBODY, LeadRecord
from mktgui.domain.lookup import question_for


class Proven(StrEnum):
    """What is proven. NOT_WRITTEN holds for the moment of the look: Marketo may still be at work."""

    WRITTEN = "written"
    NOT_WRITTEN = "not-written"
    PARTLY = "partly"
    CANNOT_TELL = "cannot-tell"
    CREATED_ANEW = "created-anew"  # there is a lead with the key that was not there before
    VANISHED = "vanished"  # the lead that was there is not there any more
    ANOTHER = "another"  # for the number of the lead another one is shown, as after a merge


SETTLED = frozenset({Proven.WRITTEN, Proven.NOT_WRITTEN})

_IDENTIFIERS = frozenset({ID, EMAIL, FOREIGN_ID, FOREIGN_TYPE})


@dataclass(frozen=True, slots=True, kw_only=True)
class Reread:
    """What was found out, of which lead (empty where there is none), and its fields: was, asked, is."""

    proven: Proven
    lead_id: str = ""
    was: LeadRecord | None = None
    now: LeadRecord | None = None
    differences: tuple[FieldDifference, ...] = ()


def question_of(request: SyncLead, lead: LeadRecord | None = None) -> GetLead | None:
    """What to ask to see what a request did; None where its key cannot be looked up.

    It is asked by the key of the request, because a new lead with that key would be found by nothing else. Only where
    the request changes the address it goes by, the lead that was seen before is asked for by its number.
    """
    address = address_of(request)
    moved = request.email is not None and address is not None and address.casefold() != request.email.casefold()
    if moved and request.marketo_id is None and lead is not None and lead.id.text:
        return GetLead(LookupKey.IDNUM, lead.id.text)
    if request.foreign_id and request.lookup_field:
        return GetLead(FieldKey(request.lookup_field), request.foreign_id)
    if request.email and request.lookup_field == "email":
        return GetLead(LookupKey.EMAIL, request.email)
    draft = Draft(
        marketo_id="" if request.marketo_id is None else str(request.marketo_id),
        email=request.email or "",
        foreign_id=request.foreign_id or "",
        foreign_type=request.foreign_type or "",
        cookie=request.cookie or "",
    )
    question = question_for(draft)
    return question if isinstance(question, GetLead) else None


def reread(
    before: Known | None,
    request: SyncLead,
    fresh: Known,
    by: Comparison = PLAIN,
    was: LeadRecord | None = None,
) -> Reread:
    """What `fresh` proves of `request`. `before` is what was known of its lead when it left, None for nothing.

    Where only some fields of that time are known, `was` has them, and nothing is told of any other.
    """
    if not fresh.records:
        lost = before.record if before else None
        proven = Proven.NOT_WRITTEN if lost is None else Proven.VANISHED
        return Reread(proven=proven, was=lost, differences=differences(lost, request, None, by))
    if fresh.in_its_place:
        found = differences(None, request, fresh.records[0], by)
        return Reread(proven=Proven.ANOTHER, lead_id=fresh.in_its_place, now=fresh.records[0], differences=found)
    if before is None and was is not None:
        return _by_some_fields(was, request, fresh, by)
    was, now, by_leads = _pair(before, fresh)
    found = differences(was, request, now, by)
    return Reread(proven=by_leads or _judge(found), lead_id=now.id.text, was=was, now=now, differences=found)


def _by_some_fields(was: LeadRecord, request: SyncLead, fresh: Known, by: Comparison) -> Reread:
    now = next((one for one in fresh.records if one.id.text == was.id.text), fresh.records[0])
    old = was if was.id.text in {"", now.id.text} else None
    seen = {one.name for one in old.attributes} if old is not None else set()
    unseen = {one.name: one for one in differences(None, request, now, by)}
    asked = (one for one in differences(old, request, now, by) if one.asked is not None)
    found = tuple(one if one.name in seen - _IDENTIFIERS else unseen[one.name] for one in asked)
    return Reread(proven=_judge(found), lead_id=now.id.text, was=old, now=now, differences=found)


def _pair(before: Known | None, fresh: Known) -> tuple[LeadRecord | None, LeadRecord, Proven | None]:
    """The lead before, the lead now, and what is proven already by which leads there are."""
    if before is None:
        return None, fresh.records[0], None
    now = {one.id.text: one for one in fresh.records}
    if before.record is not None and before.record.id.text in now:
        return before.record, now[before.record.id.text], None
    old = {one.id.text for one in before.records}
    new = next((one for one in fresh.records if one.id.text not in old), None)
    if new is None:
        return None, fresh.records[0], Proven.VANISHED
    return NOBODY, new, Proven.CREATED_ANEW


def _judge(found: tuple[FieldDifference, ...]) -> Proven:
    """Only fields that were to become something else can prove anything."""
    fates = {one.fate for one in found if one.asked is not None} - {Fate.AS_BEFORE, Fate.KEY, Fate.UNKNOWN}
    there, missing = bool(fates & AS_ASKED), bool(fates - AS_ASKED)
    if there and not missing:
        return Proven.WRITTEN
    if there:
        return Proven.CANNOT_TELL if Fate.NOT_STUCK in fates else Proven.PARTLY
    return Proven.NOT_WRITTEN if fates in ({Fate.REFUSED}, {Fate.NOT_STUCK}) else Proven.CANNOT_TELL
