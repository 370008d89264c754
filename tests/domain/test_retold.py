"""A past send tells its story again: enough for the difference, a receipt and putting back."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from mktgui.domain.answers import Answer, Fault, Synced
from mktgui.domain.call_note import CallKind
from mktgui.domain.calls import GetLead, LookupKey
from mktgui.domain.difference import Fate
from mktgui.domain.draft import Draft, Row, edit_from_text
from mktgui.domain.exchange import Exchange, Message, Stage, Timing
from mktgui.domain.history import Begun, Ended, Entry, FieldChange, Settled, State, Summary
from mktgui.domain.known import Known, VerdictKind
from mktgui.domain.lead import KeyKind, LeadAttribute, LeadRecord, text_value
from mktgui.domain.outcome import Answered, Failure, FailureKind, NotAnswered, NotSent, Outcome, Written
from mktgui.domain.plan import plan
from mktgui.domain.profile import Environment, Profile
from mktgui.domain.put_back import put_back
from mktgui.domain.recording import Context, begun_of, ended_of
from mktgui.domain.reread import Proven
from mktgui.domain.retold import differences_of, outcome_of, retold
from mktgui.domain.story import Sent, looked_again, story_of

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
PROFILE = Profile(id="emea", name="EMEA", endpoint="", user_id="u", environment=Environment.PRODUCTION)
EXCHANGE = Exchange(
    endpoint="",
    sent=Message("", (), b""),
    left=True,
    status=200,
    started=NOW,
    timings=(Timing(Stage.WAITING, 0.5),),
)
RECORD = LeadRecord(
    id=text_value("318815"),
    email=text_value("ana@acme.example"),
    attributes=(LeadAttribute("Title", text_value("string"), text_value("CEO")),),
)
AFTER = replace(RECORD, attributes=(LeadAttribute("Title", text_value("string"), text_value("CTO")),))
DRAFT = Draft(email="ana@acme.example", rows=(Row("Title", edit_from_text("CTO")),))
KNOWN = Known(profile_id="emea", asked=GetLead(LookupKey.EMAIL, DRAFT.email), at=NOW, records=(RECORD,))
PLAN = plan(DRAFT, KNOWN)
assert PLAN.request is not None
SENT = Sent(request=PLAN.request, verdict=PLAN.verdict, known=KNOWN)
CONTEXT = Context(profile=PROFILE, sent=SENT, draft=DRAFT)


def answered(answer: Answer) -> Outcome:
    return Answered(SENT.request, EXCHANGE, answer)


UPDATED = answered(Synced(lead_id=text_value("318815"), status=text_value("UPDATED"), record=AFTER))
OUTCOMES = [
    UPDATED,
    answered(Synced(lead_id=text_value("9"), status=text_value("CREATED"), record=AFTER)),
    answered(Fault(code="20103", text="Lead not found")),
    NotSent(SENT.request, Failure(kind=FailureKind.SECRET_MISSING)),
    NotAnswered(SENT.request, Failure(kind=FailureKind.CUT_OFF), EXCHANGE),
    NotAnswered(SENT.request, Failure(kind=FailureKind.HTTP_ERROR, status=200), EXCHANGE),
]


def kept(outcome: Outcome) -> Entry:
    """As the history gives it back."""
    return entry_of(begun_of(outcome.call, CONTEXT, "1", NOW), ended_of(outcome, CONTEXT, NOW))


def entry_of(begun: Begun, ended: Ended) -> Entry:
    summary = Summary(
        id=begun.id,
        at=begun.at,
        state=ended.state,
        profile_id=begun.profile_id,
        profile_name=begun.profile_name,
        environment=begun.environment,
        transport=begun.transport,
        kind=begun.kind,
        lead_id=ended.lead_id or begun.lead_id,
        ending=ended.ending,
        written=ended.written,
        status=ended.status,
        failure=ended.failure,
        fault=ended.fault,
    )
    return Entry(
        summary=summary,
        fields=begun.fields if ended.fields is None else ended.fields,
        verdict=begun.verdict,
        draft=begun.draft,
        told=ended.told,
        http_status=ended.http_status,
        timings=ended.timings,
    )


@pytest.mark.parametrize("outcome", OUTCOMES)
def test_a_send_tells_again_what_it_told_then(outcome: Outcome) -> None:
    then, now = story_of(SENT, outcome, at=NOW), retold(kept(outcome))
    assert now is not None
    assert (now.request, now.verdict, now.at) == (then.request, then.verdict, then.at)
    assert (now.written, now.status, now.created, now.lead_id) == (
        then.written,
        then.status,
        then.created,
        then.lead_id,
    )
    assert (now.surprise, now.is_open) == (then.surprise, then.is_open)
    assert type(now.outcome) is type(then.outcome)
    assert now.differences == tuple(
        one for one in then.differences if one.asked is not None and one.fate is not Fate.KEY
    )


def test_what_the_lead_holds_now_is_known_as_far_as_it_was_kept() -> None:
    story = retold(kept(UPDATED))
    assert story is not None
    assert story.now == LeadRecord(id=text_value("318815"), attributes=AFTER.attributes)
    unseen = retold(kept(OUTCOMES[3]))
    assert unseen is not None
    assert unseen.now is None


def test_over_rest_a_lead_can_be_found_by_a_field() -> None:
    sent = kept(UPDATED)
    by_field = Draft(key=KeyKind.FOREIGN_ID, foreign_id="A-9", rows=(Row("title", edit_from_text("CTO")),))
    assert retold(replace(sent, draft=by_field)) is None  # SOAP wants to know whose id that is
    story = retold(replace(sent, draft=by_field, summary=replace(sent.summary, transport="rest")))
    assert story is not None
    assert (story.request.foreign_id, story.lead_id) == ("A-9", "318815")
    over_rest = replace(sent, draft=by_field, summary=replace(sent.summary, transport="rest"))
    story = retold(over_rest, "crmKey")
    assert story is not None
    assert story.request.lookup_field == "crmKey"
    assert retold(over_rest, "") is None


def test_a_look_has_no_story_and_ends_like_any_call() -> None:
    sent = kept(OUTCOMES[2])
    look = replace(sent, summary=replace(sent.summary, kind=CallKind.GET_LEAD))
    assert retold(look) is None
    question = GetLead(LookupKey.EMAIL, DRAFT.email)
    ended = outcome_of(look, question)
    assert isinstance(ended, Answered)
    assert (ended.call, ended.answer) == (question, Fault(code="20103", text="Lead not found"))
    assert differences_of(look) == differences_of(sent)


def test_what_was_changed_can_be_put_back() -> None:
    story = retold(kept(UPDATED))
    assert story is not None
    draft = put_back(story).draft
    assert draft is not None
    assert (draft.marketo_id, draft.rows) == ("318815", (Row("Title", edit_from_text("CEO")),))


def test_a_call_whose_outcome_is_unknown_is_open() -> None:
    entry = entry_of(begun_of(SENT.request, CONTEXT, "1", NOW), Ended(state=State.OUTCOME_UNKNOWN))
    story = retold(entry)
    assert story is not None
    assert (story.outcome, story.is_open) == (None, True)
    assert story.verdict == PLAN.verdict
    unseen = retold(replace(entry, verdict=None))
    assert unseen is not None
    assert unseen.verdict.kind is VerdictKind.NOT_LOOKED_UP


def titled(title: str) -> LeadRecord:
    return replace(RECORD, attributes=(LeadAttribute("Title", text_value("string"), text_value(title)),))


LOST = entry_of(begun_of(SENT.request, CONTEXT, "1", NOW), Ended(state=State.OUTCOME_UNKNOWN))


@pytest.mark.parametrize(("written", "proven"), [(Written.YES, Proven.WRITTEN), (Written.NO, Proven.NOT_WRITTEN)])
def test_what_a_later_look_has_proven_is_in_it(written: Written, proven: Proven) -> None:
    settled = replace(LOST, summary=replace(LOST.summary, settled=Settled(written=written, at=NOW)))
    story = retold(settled)
    assert story is not None
    assert (story.proven, story.written, story.is_open, story.id) == (proven, written, False, "1")
    back = put_back(story).draft
    assert (back is not None) is (written is Written.YES)


@pytest.mark.parametrize(
    ("title", "proven"),
    [("CTO", Proven.WRITTEN), ("CEO", Proven.NOT_WRITTEN), ("COO", Proven.CANNOT_TELL)],
)
def test_a_look_at_it_is_compared_with_what_was_there_then(title: str, proven: Proven) -> None:
    story = retold(LOST)
    assert story is not None
    fresh = replace(KNOWN, records=(titled(title),))
    told = looked_again(story, fresh)
    assert told.proven is proven
    assert told.id == "1"


def test_what_the_lead_held_before_proves_nothing() -> None:
    same = replace(LOST, fields=(replace(LOST.fields[0], was=text_value("CTO")),))
    story = retold(same)
    assert story is not None
    fresh = replace(KNOWN, records=(AFTER,))
    assert looked_again(story, fresh).proven is Proven.CANNOT_TELL


def test_a_word_of_a_later_version_says_nothing() -> None:
    entry = replace(kept(UPDATED), fields=(FieldChange(name="Title", asked="CTO", fate="evaporated"),))
    story = retold(entry)
    assert story is not None
    assert [one.fate for one in story.differences] == [Fate.UNKNOWN]


@pytest.mark.parametrize("draft", [None, Draft()])
def test_what_was_no_send_or_is_kept_without_values_has_no_story(draft: Draft | None) -> None:
    assert retold(replace(kept(UPDATED), draft=draft)) is None
