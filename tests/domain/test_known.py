"""What was seen of a lead says what a send will do, for as long as it speaks of that lead."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mktgui.domain.calls import Action, FieldKey, GetLead, LookupKey
from mktgui.domain.draft import Draft
from mktgui.domain.known import FRESH_SECONDS, FailedLook, Knowledge, Known, Verdict, VerdictKind, judge
from mktgui.domain.lead import KeyKind, LeadRecord, text_value
from mktgui.domain.lookup import NoLookup
from mktgui.domain.rest_rules import RestRules
from tests.domain.drafts import COOKIE, DRAFTS
from tests.domain.values import assert_is_value

AT = datetime(2026, 3, 5, 9, 14, tzinfo=UTC)
ANA, BOB = LeadRecord(id=text_value("7")), LeadRecord(id=text_value("6"))
BY_EMAIL, BY_ID = Draft(email="ana@acme.example"), Draft(key=KeyKind.MARKETO_ID, marketo_id="7")
ASKED_EMAIL, ASKED_ID = GetLead(LookupKey.EMAIL, "ANA@acme.example"), GetLead(LookupKey.IDNUM, "7")


def known(*records: LeadRecord, asked: GetLead = ASKED_EMAIL) -> Known:
    return Known(profile_id="p", asked=asked, at=AT, records=records)


FAILED = FailedLook(profile_id="p", asked=ASKED_EMAIL, at=AT)


def test_the_newest_of_several_is_the_one_that_would_change() -> None:
    assert known(ANA, BOB).record is ANA
    assert known().record is None


@pytest.mark.parametrize(
    ("asked", "records", "other"),
    [
        (ASKED_ID, (ANA,), ""),
        (ASKED_ID, (BOB, ANA), ""),
        (ASKED_ID, (), ""),
        (ASKED_ID, (BOB,), "6"),
        (GetLead(LookupKey.IDNUM, "007 "), (ANA,), ""),
        (ASKED_EMAIL, (BOB,), ""),
    ],
)
def test_another_lead_that_came_for_a_number_is_named(
    asked: GetLead, records: tuple[LeadRecord, ...], other: str
) -> None:
    assert known(*records, asked=asked).in_its_place == other


@pytest.mark.parametrize("look", [known(), FAILED])
def test_it_speaks_of_the_lead_that_was_asked_for(look: Known | FailedLook) -> None:
    assert look.is_about(BY_EMAIL)
    assert not look.is_about(BY_ID)
    assert not look.is_about(Draft())
    assert not look.is_about(Draft(email="bob@acme.example"))


@pytest.mark.parametrize(
    ("seconds", "is_fresh"), [(0, True), (FRESH_SECONDS, True), (FRESH_SECONDS + 1, False), (-1, False)]
)
def test_it_gets_old_and_a_clock_put_back_makes_it_old(seconds: float, is_fresh: bool) -> None:  # noqa: FBT001 - a column
    assert known().is_fresh(AT + timedelta(seconds=seconds)) is is_fresh
    assert FAILED.is_fresh(AT + timedelta(seconds=seconds)) is is_fresh


@pytest.mark.parametrize(
    ("draft", "knowledge", "verdict"),
    [
        (BY_EMAIL, None, Verdict(kind=VerdictKind.NOT_LOOKED_UP, key=KeyKind.EMAIL)),
        (BY_EMAIL, known(ANA, asked=ASKED_ID), Verdict(kind=VerdictKind.NOT_LOOKED_UP, key=KeyKind.EMAIL)),
        (BY_EMAIL, FAILED, Verdict(kind=VerdictKind.LOOK_FAILED, key=KeyKind.EMAIL, at=AT)),
        (BY_EMAIL, known(), Verdict(kind=VerdictKind.CREATES, key=KeyKind.EMAIL, at=AT)),
        (BY_EMAIL, known(ANA), Verdict(kind=VerdictKind.UPDATES, key=KeyKind.EMAIL, lead_id="7", at=AT)),
        (BY_EMAIL, known(ANA, BOB), Verdict(kind=VerdictKind.UPDATES_NEWEST, key=KeyKind.EMAIL, lead_id="7", at=AT)),
        (BY_ID, known(asked=ASKED_ID), Verdict(kind=VerdictKind.REFUSED, key=KeyKind.MARKETO_ID, at=AT)),
        (
            Draft(cookie=COOKIE, email="a@b"),
            known(ANA),
            Verdict(kind=VerdictKind.CANNOT_BE_LOOKED_UP, key=KeyKind.COOKIE, reason=NoLookup.COOKIE_AND_EMAIL),
        ),
        (Draft(), None, Verdict(kind=VerdictKind.CANNOT_BE_LOOKED_UP, key=None, reason=NoLookup.NO_KEY)),
    ],
)
def test_what_is_to_be_expected_of_a_send(draft: Draft, knowledge: Knowledge, verdict: Verdict) -> None:
    assert judge(draft, knowledge) == verdict


@pytest.mark.parametrize("kind", VerdictKind)
def test_a_new_lead_may_come_of_anything_but_a_marketo_id_or_a_lead_that_was_seen(kind: VerdictKind) -> None:
    seen = {VerdictKind.UPDATES, VerdictKind.UPDATES_NEWEST, VerdictKind.REFUSED, VerdictKind.SKIPPED}
    assert Verdict(kind=kind, key=KeyKind.EMAIL).may_create is (kind not in seen)
    assert not Verdict(kind=kind, key=KeyKind.MARKETO_ID).may_create
    assert not Verdict(kind=kind, key=KeyKind.EMAIL, only_updates=True).may_create


def test_by_the_rules_of_rest_several_leads_are_left_alone() -> None:
    rules = RestRules()
    assert judge(BY_EMAIL, known(ANA, BOB), rules) == Verdict(kind=VerdictKind.SKIPPED, key=KeyKind.EMAIL, at=AT)
    only = replace(BY_EMAIL, action=Action.UPDATE_ONLY)
    assert judge(only, known(), rules) == Verdict(kind=VerdictKind.REFUSED, key=KeyKind.EMAIL, at=AT, only_updates=True)
    by_field = Draft(key=KeyKind.FOREIGN_ID, foreign_id="A-9")
    of_field = known(ANA, asked=GetLead(FieldKey("crmId"), "A-9"))
    assert of_field.is_about(by_field, RestRules("crmId"))
    assert not of_field.is_about(by_field)


def test_knowledge_and_verdicts_are_values() -> None:
    assert_is_value(lambda: known(ANA))
    assert_is_value(lambda: FailedLook(profile_id="p", asked=ASKED_EMAIL, at=AT))
    assert_is_value(lambda: Verdict(kind=VerdictKind.CREATES, key=KeyKind.EMAIL, at=AT))


@given(DRAFTS, st.sampled_from([None, FAILED, known(), known(ANA), known(asked=ASKED_ID)]))
def test_every_draft_can_be_judged(draft: Draft, knowledge: Knowledge) -> None:
    verdict = judge(draft, knowledge)
    assert (verdict.reason is not None) == (verdict.kind is VerdictKind.CANNOT_BE_LOOKED_UP)
    assert (verdict.at is not None) <= (knowledge is not None and knowledge.is_about(draft))
