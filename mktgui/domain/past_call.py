"""A past call as it could be made again, from what was kept of it. Pure."""

from dataclasses import replace

from mktgui.domain.call_note import CallKind
from mktgui.domain.calls import Action, Call, DescribeObject, FieldKey, GetLead, ListObjects, LookupKey, SyncLead
from mktgui.domain.history import Entry, Summary
from mktgui.domain.profile import TransportKind
from mktgui.domain.rest_rules import ID
from mktgui.domain.retold import retold


def past_call(entry: Entry, foreign_field: str) -> Call | None:
    """The call; None where too little of it was kept. `foreign_field` is what its connection has for foreign ids."""
    summary = entry.summary
    match summary.kind:
        case CallKind.SYNC_LEAD:
            story = retold(entry, foreign_field)
            return _by_what_was_found(story.request, summary) if story is not None else None
        case CallKind.GET_LEAD:
            return _look(summary)
        case CallKind.DESCRIBE_OBJECT:
            return DescribeObject()
        case CallKind.LIST_OBJECTS:
            return ListObjects()


def _by_what_was_found(request: SyncLead, summary: Summary) -> SyncLead:
    """What REST only finds a lead by, it wrote by the number that was found (facts sheet 6.6)."""
    if summary.transport != TransportKind.REST or request.lookup_field or not summary.lead_id.isdecimal():
        return request
    return replace(
        request,
        marketo_id=int(summary.lead_id),
        foreign_id=None,
        foreign_type=None,
        cookie=None,
        action=Action.UPDATE_ONLY,
        lookup_field=ID,
    )


def _look(summary: Summary) -> GetLead | None:
    """The value of a cookie is not kept."""
    kind, value = summary.key_kind, summary.key_value
    if not kind or not value:
        return None
    return GetLead(LookupKey(kind) if kind in set(LookupKey) else FieldKey(kind), value)
