"""A draft that gives a lead its old values back, and what it honestly cannot undo. Pure; it is never sent by itself."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from mktgui.domain.calls import SyncLead
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
    Same,
    key_names,
)
from mktgui.domain.draft import CLEAR, Draft, Edit, EditKind, Row
from mktgui.domain.known import Known
from mktgui.domain.lead import KeyKind, LeadRecord, value_of
from mktgui.domain.outcome import Written
from mktgui.domain.story import Story


class Limit(StrEnum):
    """What putting back does not undo, or may not."""

    ALREADY_FIRED = "already-fired"  # campaigns that the change triggered, and e-mails that went out
    CREATED = "created"  # a new lead cannot be deleted by this API
    MAY_NOT_CLEAR = "may-not-clear"  # was empty before: emptying is not documented (facts sheet 4.5)
    NOT_KNOWN = "not-known"  # what it held before was not seen
    CHANGED_SINCE = "changed-since"  # somebody changed it again after the send
    EMAIL_MOVED = "email-moved"  # mail to the new address, and what joined it, stays as it is
    EMAIL_WAS_EMPTY = "email-was-empty"  # an identifier cannot be emptied
    FOREIGN_ID_STAYS = "foreign-id-stays"  # a foreign id can only be given to another lead (facts sheet 4.2)
    COOKIE_STAYS = "cookie-stays"  # the browser stays linked
    ALSO_CHANGED = "also-changed"  # changed besides, and is left as it is


@dataclass(frozen=True, slots=True)
class Limited:
    """One limit, and the fields it is about; none where it is about the lead."""

    limit: Limit
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PutBack:
    """`draft` is None where there is nothing that could be put back; `limits` then say why."""

    draft: Draft | None
    limits: tuple[Limited, ...] = ()


_WRITTEN_FATES = AS_ASKED | {Fate.CHANGED, Fate.NOT_STUCK, Fate.UNKNOWN}
_IDENTIFIERS = frozenset({ID, EMAIL, FOREIGN_ID, FOREIGN_TYPE})
_ADDRESSES = frozenset({EMAIL, "email"})  # to REST it is a field like others too


def put_back(story: Story, fresh: Known | None = None, by: Comparison = PLAIN) -> PutBack:
    """The draft, by Marketo ID, with what was in the changed fields before. Fields that were empty become CLEAR edits.

    `fresh` is a later look at the lead: what holds its old value again is left out then, and what somebody changed
    since is told. The workspace is left empty, so that the lead is changed wherever it is (facts sheet 4.3).
    """
    if story.written is Written.NO:
        return PutBack(None)
    if story.is_new:
        return PutBack(None, (Limited(Limit.CREATED), Limited(Limit.ALREADY_FIRED)))
    now = _record_of(story, fresh)
    touched = [one for one in story.telling if one.asked is not None and one.fate in _WRITTEN_FATES]
    touched = [one for one in touched if not _is_back(one, now, by.same)]
    rows = tuple(_row(one) for one in touched if one.was is not None and one.name not in _IDENTIFIERS)
    email = next((one.was.text for one in touched if one.name == EMAIL and one.was is not None), "")
    limits = tuple(_limits(story, touched, now, by.same))
    if not (rows or email) or not story.lead_id:
        return PutBack(None, limits)
    draft = Draft(key=KeyKind.MARKETO_ID, marketo_id=story.lead_id, email=email, rows=rows)
    return PutBack(draft, limits)


def _record_of(story: Story, fresh: Known | None) -> LeadRecord | None:
    return next((one for one in fresh.records if one.id.text == story.lead_id), None) if fresh else None


def _is_back(one: FieldDifference, now: LeadRecord | None, same: Same) -> bool:
    return now is not None and one.was is not None and same(value_of(now, one.name).text, one.was.text, one.type)


def _row(one: FieldDifference) -> Row:
    old = one.was.text if one.was else ""
    return Row(one.name, Edit(EditKind.SET, old) if old else CLEAR)


def _limits(story: Story, touched: list[FieldDifference], now: LeadRecord | None, same: Same) -> Iterable[Limited]:
    yield Limited(Limit.ALREADY_FIRED)
    others = [one for one in touched if one.name not in _IDENTIFIERS]
    found = {
        Limit.MAY_NOT_CLEAR: [one.name for one in others if one.was is not None and not one.was.text],
        Limit.NOT_KNOWN: [one.name for one in touched if one.was is None],
        Limit.CHANGED_SINCE: [one.name for one in touched if now is not None and _moved(one, now, same)],
        Limit.EMAIL_WAS_EMPTY: [one.name for one in touched if one.name == EMAIL and one.was and not one.was.text],
        Limit.EMAIL_MOVED: [one.name for one in touched if one.name in _ADDRESSES and one.was and one.was.text],
        Limit.FOREIGN_ID_STAYS: [one.name for one in touched if one.name == FOREIGN_ID],
        Limit.ALSO_CHANGED: [one.name for one in story.telling if one.fate is Fate.ALSO_CHANGED],
    }
    yield from (Limited(limit, tuple(names)) for limit, names in found.items() if names)
    if _links_cookie(story.request):
        yield Limited(Limit.COOKIE_STAYS)


def _moved(one: FieldDifference, now: LeadRecord, same: Same) -> bool:
    return one.now is not None and not same(value_of(now, one.name).text, one.now.text, one.type)


def _links_cookie(request: SyncLead) -> bool:
    return request.cookie is not None and bool(key_names(request))
