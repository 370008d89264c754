"""What the history keeps of a call and of its outcome."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from mktgui.domain.answers import Described, Fault, Found, Synced
from mktgui.domain.call_note import CallKind, Ending
from mktgui.domain.calls import AttributeToSend, Call, DescribeObject, GetLead, ListObjects, LookupKey, SyncLead
from mktgui.domain.difference import Comparison
from mktgui.domain.draft import Draft, Row, edit_from_text
from mktgui.domain.exchange import Exchange, Message, Part, Stage, Timing
from mktgui.domain.history import FieldChange
from mktgui.domain.known import Known, Verdict, VerdictKind
from mktgui.domain.lead import ABSENT, EMPTY, NO_LEAD, ForeignType, KeyKind, LeadAttribute, LeadRecord, text_value
from mktgui.domain.outcome import Answered, Failure, FailureKind, NotAnswered, NotSent, Outcome, Written
from mktgui.domain.plan import plan
from mktgui.domain.profile import Environment, Profile, TransportKind
from mktgui.domain.recording import Context, begun_of, context_of, ended_of
from mktgui.domain.story import Sent
from mktgui.domain.surprise import Surprise

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
PROFILE = Profile(id="emea", name="EMEA", endpoint="", user_id="u", environment=Environment.PRODUCTION)
CONTEXT = Context(profile=PROFILE)
EXCHANGE = Exchange(
    endpoint="",
    sent=Message("", (), b""),
    left=True,
    status=200,
    started=NOW,
    timings=(Timing(Stage.CONNECTING, 0.25), Timing(Stage.WAITING, 0.5)),
)


def record(first_name: str, title: str) -> LeadRecord:
    values = {"FirstName": first_name, "Title": title, "Phone": "+49"}
    return LeadRecord(
        id=text_value("318815"),
        email=text_value("ana@acme.example"),
        attributes=tuple(LeadAttribute(name, text_value("string"), text_value(text)) for name, text in values.items()),
    )


BEFORE, AFTER = record("Ana", "CEO"), record("Anna", "CTO")
DRAFT = Draft(email="ana@acme.example", rows=(Row("Title", edit_from_text("CTO")),), workspace="EMEA")
KNOWN = Known(profile_id="emea", asked=GetLead(LookupKey.EMAIL, DRAFT.email), at=NOW, records=(BEFORE,))
PLAN = plan(DRAFT, KNOWN)
assert PLAN.request is not None
REQUEST = PLAN.request
PLANNED = Context(profile=PROFILE, sent=Sent(request=REQUEST, verdict=PLAN.verdict, known=KNOWN), draft=DRAFT)
SEND = SyncLead(email="ana@acme.example", attributes=(AttributeToSend("Title", "CTO"), AttributeToSend("City", "")))


def test_two_contexts_that_say_the_same_are_the_same() -> None:
    assert Context(profile=PROFILE, draft=Draft()) == Context(profile=PROFILE, draft=Draft())


def test_a_planned_send_is_kept_with_what_was_seen_and_typed() -> None:
    begun = begun_of(REQUEST, PLANNED, "id-1", NOW)
    assert (begun.id, begun.at, begun.profile_id, begun.profile_name) == ("id-1", NOW, "emea", "EMEA")
    assert (begun.environment, begun.transport, begun.kind) == (Environment.PRODUCTION, "soap", CallKind.SYNC_LEAD)
    assert (begun.key_kind, begun.key_value) == ("email", "ana@acme.example")
    assert (begun.lead_id, begun.who, begun.workspace) == ("318815", "Ana", "EMEA")
    assert (begun.verdict, begun.draft) == (PLAN.verdict, DRAFT)
    (title,) = begun.fields
    assert (title.name, title.was, title.asked, title.now) == ("Title", text_value("CEO"), "CTO", None)


def test_a_send_without_a_plan_is_kept_by_what_it_asks_for() -> None:
    begun = begun_of(SEND, CONTEXT, "1", NOW)
    assert (begun.lead_id, begun.who, begun.workspace, begun.verdict, begun.draft) == ("", "", "", None, None)
    assert [(one.name, one.was, one.asked) for one in begun.fields] == [("Title", None, "CTO"), ("City", None, "")]


@pytest.mark.parametrize(
    ("call", "kind", "value"),
    [
        (SyncLead(marketo_id=7, email="a@b.example"), "marketo_id", "7"),
        (SyncLead(foreign_id="003x", foreign_type=ForeignType.SFDC, email="a@b.example"), "foreign_id", "SFDC 003x"),
        (SyncLead(cookie="id:1&token:2", email="a@b.example"), "cookie", ""),
        (SyncLead(email="a@b.example"), "email", "a@b.example"),
        (SyncLead(), "email", ""),
        (GetLead(LookupKey.IDNUM, "7"), "IDNUM", "7"),
        (GetLead(LookupKey.COOKIE, "id:1&token:2"), "COOKIE", ""),
        (ListObjects(), "", ""),
        (DescribeObject(), "", ""),
    ],
)
def test_the_key_is_kept_and_a_cookie_is_not(call: Call, kind: str, value: str) -> None:
    begun = begun_of(call, CONTEXT, "1", NOW)
    assert (begun.key_kind, begun.key_value) == (kind, value)


def test_the_key_is_the_one_that_the_plan_goes_by() -> None:
    verdict = Verdict(kind=VerdictKind.NOT_LOOKED_UP, key=KeyKind.EMAIL)
    call = SyncLead(cookie="id:1&token:2", email="a@b.example")
    begun = begun_of(call, Context(profile=PROFILE, sent=Sent(request=call, verdict=verdict)), "1", NOW)
    assert (begun.key_kind, begun.key_value) == ("email", "a@b.example")


def test_an_update_is_kept_with_what_came_back() -> None:
    answer = Synced(lead_id=text_value("318815"), status=text_value("UPDATED"), record=AFTER)
    ended = ended_of(Answered(REQUEST, EXCHANGE, answer), PLANNED, NOW)
    assert (ended.ending, ended.written, ended.status, ended.http_status) == (
        Ending.ANSWERED,
        Written.YES,
        "UPDATED",
        200,
    )
    assert (ended.lead_id, ended.who, ended.seconds, ended.timings) == ("318815", "Anna", 0.75, EXCHANGE.timings)
    first, cto = text_value("Ana"), text_value("CTO")
    assert ended.fields == (
        FieldChange(name="Title", type="string", was=text_value("CEO"), asked="CTO", now=cto, fate="stuck"),
        FieldChange(name="FirstName", type="string", was=first, now=text_value("Anna"), fate="also-changed"),
    )
    assert (ended.failure, ended.fault, ended.told) == (None, "", "")


def test_what_hit_another_lead_than_was_meant_is_kept_as_that() -> None:
    answers = {
        Surprise.ANOTHER_LEAD: Synced(lead_id=text_value("9"), status=text_value("UPDATED")),
        Surprise.CREATED_INSTEAD: Synced(lead_id=text_value("9"), status=text_value("CREATED")),
        None: Synced(lead_id=text_value("318815"), status=text_value("UPDATED")),
    }
    for surprise, answer in answers.items():
        assert ended_of(Answered(REQUEST, EXCHANGE, answer), PLANNED, NOW).surprise is surprise


def test_fields_are_compared_as_the_context_says() -> None:
    answer = Synced(lead_id=text_value("318815"), status=text_value("UPDATED"), record=BEFORE)
    outcome = Answered(REQUEST, EXCHANGE, answer)
    fates = [
        [one.fate for one in ended_of(outcome, context, NOW).fields or ()]
        for context in (
            PLANNED,
            Context(profile=PROFILE, sent=PLANNED.sent, by=Comparison(same=lambda _one, _other, _type: True)),
        )
    ]
    assert fates == [["refused"], ["as-before"]]


def test_a_new_lead_had_nothing_before() -> None:
    answer = Synced(lead_id=text_value("9"), status=text_value("CREATED"), record=AFTER)
    ended = ended_of(Answered(SEND, EXCHANGE, answer), CONTEXT, NOW)
    assert ended.lead_id == "9"
    assert ended.fields is not None
    assert (ended.fields[0].name, ended.fields[0].was) == ("Title", NO_LEAD)


@pytest.mark.parametrize(
    ("outcome", "ending", "failure", "fault", "told", "seconds"),
    [
        (
            Answered(SEND, EXCHANGE, Fault(code="20103", text="20103 Lead not found", message="No lead")),
            Ending.REFUSED,
            None,
            "20103",
            "No lead",
            0.75,
        ),
        (Answered(SEND, EXCHANGE, Fault(code="", text="odd")), Ending.REFUSED, None, "", "odd", 0.75),
        (
            Answered(SEND, EXCHANGE, Synced(status=text_value("FAILED"), error=text_value("No such partition"))),
            Ending.ANSWERED,
            None,
            "",
            "No such partition",
            0.75,
        ),
        (
            NotSent(SEND, Failure(kind=FailureKind.SECRET_MISSING)),
            Ending.NOT_SENT,
            FailureKind.SECRET_MISSING,
            "",
            "",
            None,
        ),
        (
            NotAnswered(SEND, Failure(kind=FailureKind.CUT_OFF, detail="reset"), EXCHANGE),
            Ending.NOT_ANSWERED,
            FailureKind.CUT_OFF,
            "",
            "reset",
            0.75,
        ),
    ],
)
def test_a_call_that_went_wrong_is_kept_with_why(
    outcome: Outcome,
    ending: Ending,
    failure: FailureKind | None,
    fault: str,
    told: str,
    seconds: float | None,
) -> None:
    ended = ended_of(outcome, CONTEXT, NOW)
    assert (ended.ending, ended.failure, ended.fault, ended.told, ended.seconds) == (
        ending,
        failure,
        fault,
        told,
        seconds,
    )
    assert ended.written is outcome.written
    assert [one.asked for one in ended.fields or ()] == ["CTO", ""]


def test_a_look_is_kept_with_whom_it_found_and_without_fields() -> None:
    look = GetLead(LookupKey.EMAIL, "ana@acme.example")
    begun = begun_of(look, CONTEXT, "1", NOW)
    assert (begun.lead_id, begun.who, begun.fields) == ("", "", ())
    ended = ended_of(Answered(look, EXCHANGE, Found(records=(BEFORE, AFTER))), CONTEXT, NOW)
    assert (ended.lead_id, ended.who, ended.fields, ended.written) == ("318815", "Ana", None, Written.NO)
    nobody = ended_of(Answered(look, EXCHANGE, Found()), CONTEXT, NOW)
    assert (nobody.lead_id, nobody.who) == ("", "")
    described = ended_of(Answered(DescribeObject(), EXCHANGE, Described(name="LeadRecord")), CONTEXT, NOW)
    assert (described.lead_id, described.status, described.told) == ("", "", "")


def test_a_call_of_several_requests_took_as_long_as_all_of_them() -> None:
    token = replace(EXCHANGE, part=Part.TOKEN, timings=(Timing(Stage.WAITING, 0.125),))
    back = replace(EXCHANGE, part=Part.READ_BACK, timings=(Timing(Stage.WAITING, 0.5),))
    whole = replace(EXCHANGE, before=(token,), after=(back,))
    ended = ended_of(Answered(DescribeObject(), whole, Described(name="LeadRecord")), CONTEXT, NOW)
    assert (ended.seconds, ended.timings) == (1.375, EXCHANGE.timings)


def test_an_empty_value_was_seen_and_is_no_unseen_one() -> None:
    before = LeadRecord(id=text_value("318815"), attributes=(LeadAttribute("Title", ABSENT, EMPTY),))
    known = Known(profile_id="emea", asked=KNOWN.asked, at=NOW, records=(before,))
    sent = Sent(request=REQUEST, verdict=PLAN.verdict, known=known)
    assert begun_of(REQUEST, Context(profile=PROFILE, sent=sent), "1", NOW).fields[0].was == EMPTY


def test_the_context_of_a_call_names_its_connection_and_api() -> None:
    over_rest = replace(PROFILE, transport=TransportKind.REST)
    assert context_of(over_rest) == Context(profile=over_rest, transport="rest")
    assert context_of(PROFILE, PLANNED.sent, DRAFT) == PLANNED
