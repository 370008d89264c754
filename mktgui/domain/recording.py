"""Makes of a call and its outcome what the history keeps of them. Pure."""

from dataclasses import dataclass
from datetime import datetime

from mktgui.domain.answers import Answer, Fault, Found, Synced
from mktgui.domain.call_note import kind_of, note_of
from mktgui.domain.calls import Call, FieldKey, GetLead, LookupKey, SyncLead
from mktgui.domain.difference import PLAIN, Comparison, Fate, FieldDifference
from mktgui.domain.draft import Draft
from mktgui.domain.history import Begun, Ended, FieldChange, field_changes
from mktgui.domain.known import Verdict, VerdictKind
from mktgui.domain.lead import KeyKind, who_is
from mktgui.domain.outcome import Answered, Outcome
from mktgui.domain.profile import Profile
from mktgui.domain.story import Sent, Story, story_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What the history keeps of a call beyond the call itself.

    For a send, `sent` is what was expected and known when it left, `draft` what the person had typed, and `by` how its
    fields are compared. Without `sent` nothing was expected, and nothing known.
    """

    profile: Profile
    transport: str = "soap"
    sent: Sent | None = None
    draft: Draft | None = None
    by: Comparison = PLAIN


def context_of(
    profile: Profile, sent: Sent | None = None, draft: Draft | None = None, by: Comparison = PLAIN
) -> Context:
    """The context of a call over this connection."""
    return Context(profile=profile, transport=profile.transport.value, sent=sent, draft=draft, by=by)


def begun_of(call: Call, context: Context, entry_id: str, at: datetime) -> Begun:
    """What is kept before the call leaves. `at` is aware."""
    profile, story = context.profile, _story(call, context, None, at)
    key_kind, key_value = _key_of(call, context)
    return Begun(
        id=entry_id,
        at=at,
        profile_id=profile.id,
        profile_name=profile.name,
        environment=profile.environment,
        transport=context.transport,
        kind=kind_of(call),
        key_kind=key_kind,
        key_value=key_value,
        lead_id=story.lead_id if story else "",
        who=story.who if story else "",
        workspace=(story.request.workspace or "") if story else "",
        verdict=context.sent.verdict if context.sent else None,
        fields=_fields(story) or (),
        draft=context.draft,
    )


def ended_of(outcome: Outcome, context: Context, at: datetime) -> Ended:
    """What is kept once the call has ended. `at` is aware."""
    note, story = note_of(outcome, context.profile.environment), _story(outcome.call, context, outcome, at)
    answer = outcome.answer if isinstance(outcome, Answered) else None
    found = answer.records[0] if isinstance(answer, Found) and answer.records else None
    return Ended(
        ending=note.ending,
        written=outcome.written,
        status=story.status if story else "",
        failure=note.failure,
        fault=answer.code if isinstance(answer, Fault) else "",
        told=_told(outcome, answer),
        http_status=note.status,
        lead_id=story.lead_id if story else (found.id.text if found else ""),
        who=story.who if story else (who_is(found) if found else ""),
        fields=_fields(story),
        seconds=outcome.exchange.seconds_in_all if outcome.exchange else None,
        timings=note.timings,
        surprise=story.surprise if story else None,
    )


def _story(call: Call, context: Context, outcome: Outcome | None, at: datetime) -> Story | None:
    """Of a send; a look has none."""
    if not isinstance(call, SyncLead):
        return None
    sent = context.sent or Sent(request=call, verdict=Verdict(kind=VerdictKind.NOT_LOOKED_UP, key=None))
    return story_of(sent, outcome, at=at, by=context.by)


def _fields(story: Story | None) -> tuple[FieldChange, ...] | None:
    return field_changes(one for one in story.telling if _is_kept(one)) if story else None


def _is_kept(one: FieldDifference) -> bool:
    """What was asked for, but for the key, which has its own place; and what changed besides."""
    return one.fate is Fate.ALSO_CHANGED or (one.asked is not None and one.fate is not Fate.KEY)


def _key_of(call: Call, context: Context) -> tuple[str, str]:
    """The key and its value; not that of a cookie, with which others could pass for that browser."""
    if isinstance(call, GetLead):
        name = call.key.name if isinstance(call.key, FieldKey) else call.key.value
        return name, "" if call.key is LookupKey.COOKIE else call.value
    if not isinstance(call, SyncLead):
        return "", ""
    values = {
        KeyKind.MARKETO_ID: "" if call.marketo_id is None else str(call.marketo_id),
        KeyKind.FOREIGN_ID: " ".join(one for one in (call.foreign_type, call.foreign_id) if one),
        KeyKind.COOKIE: call.cookie or "",
        KeyKind.EMAIL: call.email or "",
    }
    expected = context.sent.verdict.key if context.sent else None
    kind = expected or next((one for one, value in values.items() if value), KeyKind.EMAIL)
    return kind.value, "" if kind is KeyKind.COOKIE else values[kind]


def _told(outcome: Outcome, answer: Answer | None) -> str:
    """Marketo's or the network's own words, where the call did not do what it was meant to."""
    if not isinstance(outcome, Answered):
        return outcome.failure.detail
    if isinstance(answer, Fault):
        return answer.message or answer.text
    return answer.error.text if isinstance(answer, Synced) else ""
