"""Tells the story of a past send again, from what was kept of it: for its difference, a receipt, putting back."""

from mktgui.domain.answers import Fault, Synced
from mktgui.domain.api_rules import rules_of
from mktgui.domain.call_note import CallKind, Ending
from mktgui.domain.calls import Call
from mktgui.domain.difference import Fate, FieldDifference, named_by_rest
from mktgui.domain.exchange import Exchange, Message
from mktgui.domain.history import Entry, FieldChange
from mktgui.domain.known import Verdict, VerdictKind
from mktgui.domain.lead import LeadAttribute, LeadRecord, text_value
from mktgui.domain.outcome import Answered, Failure, FailureKind, NotAnswered, NotSent, Outcome, Written
from mktgui.domain.plan import plan
from mktgui.domain.profile import Profile, TransportKind
from mktgui.domain.reread import Proven
from mktgui.domain.story import Story
from mktgui.domain.transport_rules import TransportRules

SOME_FIELD = "foreign-id"  # stands for the field of a connection where it is only to be told what happened


def retold(entry: Entry, foreign_field: str = SOME_FIELD) -> Story | None:
    """The story as far as it was kept; None where it was no send, or no values were kept.

    `foreign_field` is the field that its connection has for foreign ids: what is done with the story has to go by it.
    Where that is none, a call over REST that had a foreign id is none either.

    What was known of the lead then is only in the fields, and `was` and `now` hold no more than those. The exchange is
    empty: the messages are kept apart. What a later look has proven is in it.
    """
    sent = entry.draft if entry.summary.kind is CallKind.SYNC_LEAD else None
    request = plan(sent, rules=rules_then(entry, foreign_field)).request if sent else None
    if request is None:
        return None
    return Story(
        request=request,
        verdict=entry.verdict or Verdict(kind=VerdictKind.NOT_LOOKED_UP, key=None),
        at=entry.summary.at,
        outcome=outcome_of(entry, request),
        was=_was(entry),
        now=_now(entry),
        differences=differences_of(entry),
        proven=_proven(entry),
        id=entry.summary.id,
    )


def rules_then(entry: Entry, foreign_field: str = SOME_FIELD) -> TransportRules:
    """Those of the API that the call went over. Which field the connection had for foreign ids is not kept."""
    is_rest = entry.summary.transport == TransportKind.REST.value
    transport = TransportKind.REST if is_rest else TransportKind.SOAP
    return rules_of(Profile(id="", name="", endpoint="", user_id="", transport=transport, foreign_field=foreign_field))


def differences_of(entry: Entry) -> tuple[FieldDifference, ...]:
    """The fields as they were compared then."""
    return tuple(map(_difference, entry.fields))


def shown_of(entry: Entry) -> tuple[FieldDifference, ...]:
    """The same by the names of the API that the call went over."""
    found = differences_of(entry)
    return named_by_rest(found) if entry.summary.transport == TransportKind.REST else found


def _proven(entry: Entry) -> Proven | None:
    proof = entry.summary.proof
    if proof is None:
        return None
    return Proven.WRITTEN if proof.written is Written.YES else Proven.NOT_WRITTEN


def _was(entry: Entry) -> LeadRecord | None:
    """None where nothing was seen of the lead before, or where it is not needed: after a send that told how it went."""
    seen = [one for one in entry.fields if one.was is not None]
    if not seen or entry.summary.written is not Written.UNKNOWN:
        return None
    attributes = tuple(LeadAttribute(one.name, text_value(one.type), one.was) for one in seen if one.was is not None)
    return LeadRecord(id=text_value(entry.summary.lead_id), attributes=attributes)


def _now(entry: Entry) -> LeadRecord | None:
    """None where no record came back."""
    seen = [one for one in entry.fields if one.now is not None]
    if not seen:
        return None
    attributes = tuple(LeadAttribute(one.name, text_value(one.type), one.now) for one in seen if one.now is not None)
    return LeadRecord(id=text_value(entry.summary.lead_id), attributes=attributes)


def outcome_of(entry: Entry, call: Call) -> Outcome | None:
    """How a call like this one ended, as far as it was kept; None where nobody knows."""
    summary = entry.summary
    exchange = Exchange(
        endpoint="",
        sent=Message("", (), b""),
        left=summary.ending is not Ending.NOT_SENT,
        status=entry.http_status,
        started=summary.at,
        timings=entry.timings,
    )
    failure = Failure(
        kind=summary.failure or FailureKind.UNEXPECTED,
        detail=entry.told,
        place=summary.profile_name,  # the address is in the messages alone
        status=entry.http_status,
    )
    match summary.ending:
        case Ending.ANSWERED:
            named = Synced(lead_id=text_value(summary.lead_id), status=text_value(summary.status))
            return Answered(call, exchange, named)
        case Ending.REFUSED:
            return Answered(call, exchange, Fault(code=summary.fault, text=entry.told))
        case Ending.NOT_SENT:
            return NotSent(call, failure)
        case Ending.NOT_ANSWERED:
            return NotAnswered(call, failure, exchange)
        case None:
            return None


def _difference(one: FieldChange) -> FieldDifference:
    fate = Fate(one.fate) if one.fate in set(Fate) else Fate.UNKNOWN
    return FieldDifference(one.name, one.type, one.was, one.asked, one.now, fate)
