"""From what was planned to what the lead holds now: surprises, what is open, and what a later look settles."""

from dataclasses import replace

import pytest

from mktgui.domain.answers import Fault, Synced
from mktgui.domain.calls import GetLead, LookupKey, SyncLead
from mktgui.domain.difference import Comparison, Fate
from mktgui.domain.known import FailedLook, Knowledge
from mktgui.domain.lead import NOBODY, Extra, ForeignType, LeadRecord, text_value
from mktgui.domain.outcome import Answered, Failure, FailureKind, NotSent, Outcome, Written
from mktgui.domain.reread import Proven
from mktgui.domain.story import Sent, Story, looked_again, still_open, story_of
from mktgui.domain.surprise import Surprise
from tests.domain.leads import AT, EXCHANGE, answered, known, lead, request, sent, unanswered
from tests.domain.values import assert_is_value

ASKED = request(Title="CEO")
OLD, NEW = lead(Title="VP", FirstName="Ana"), lead(Title="CEO", FirstName="Ana", LastName="Ruiz")
EXPECTED = sent(ASKED, known(OLD))


def story(outcome: Outcome | None, before: Sent = EXPECTED) -> Story:
    return story_of(before, outcome, at=AT)


def fates(told: Story) -> dict[str, Fate]:
    return {one.name: one.fate for one in told.differences if one.asked is not None}


def test_they_are_values() -> None:
    assert_is_value(lambda: sent(ASKED, known(OLD)))
    assert_is_value(lambda: story_of(sent(ASKED, known(OLD)), None, at=AT))


def test_an_update_as_it_was_expected() -> None:
    told = story(answered(ASKED, "UPDATED", record=NEW))
    assert (told.status, told.lead_id, told.meant_id, told.who) == ("UPDATED", "7", "7", "Ana Ruiz")
    assert (told.was, told.now) == (OLD, NEW)
    assert fates(told) == {"Title": Fate.STUCK, "Email": Fate.KEY}
    assert told.count()[Fate.STUCK] == 1
    assert (told.written, told.is_open, told.surprise, told.created) == (Written.YES, False, None, False)
    assert told.question == GetLead(LookupKey.IDNUM, "7")


def test_a_comparison_of_ones_own() -> None:
    by = Comparison(same=lambda _one, _other, _kind: True)
    told = story_of(EXPECTED, answered(ASKED, "UPDATED", record=lead(Title="?")), at=AT, by=by)
    assert fates(told)["Title"] is Fate.AS_BEFORE


def test_without_the_record_it_is_not_known_what_the_lead_holds() -> None:
    told = story(answered(ASKED, "UPDATED"))
    assert fates(told)["Title"] is Fate.UNKNOWN
    assert told.who == "Ana"
    assert told.written is Written.YES


def test_a_record_of_another_lead_is_not_taken_for_the_one_that_was_written() -> None:
    told = story(answered(ASKED, "UPDATED", record=replace(NEW, id=text_value("9"))))
    assert (told.strange_id, told.now, told.was) == ("9", None, OLD)
    assert (story(answered(ASKED, "UPDATED", record=NEW)).strange_id, story(None).strange_id) == ("", "")


def test_a_lead_that_was_created_instead_of_updated() -> None:
    told = story(answered(ASKED, "CREATED", "9", lead("9", Title="CEO")))
    assert told.surprise is Surprise.CREATED_INSTEAD
    assert (told.meant_id, told.lead_id, told.created) == ("7", "9", True)
    assert told.was == NOBODY
    assert fates(told) == {"Title": Fate.STUCK, "Email": Fate.STUCK}


def test_a_lead_that_is_called_new_under_the_number_of_the_one_that_was_seen() -> None:
    told = story(answered(ASKED, "CREATED", record=NEW))
    assert (told.surprise, told.created, told.is_new) == (Surprise.CREATED_THE_SAME, True, False)
    assert (told.was, told.lead_id) == (OLD, "7")
    without_number = story(answered(ASKED, "CREATED", ""))
    assert (without_number.surprise, without_number.lead_id) == (Surprise.CREATED_INSTEAD, "")


BY_ID = request(None, 7, Title="CEO")


@pytest.mark.parametrize("before", [None, FailedLook(profile_id="p", asked=known().asked, at=AT)])
def test_a_lead_whose_number_was_sent_was_meant_though_nobody_had_looked(before: Knowledge) -> None:
    updated = story(answered(BY_ID, "UPDATED", "9"), sent(BY_ID, before))
    assert (updated.surprise, updated.meant_id, updated.lead_id) == (Surprise.ANOTHER_LEAD, "7", "9")
    created = story(answered(BY_ID, "CREATED", "9"), sent(BY_ID, before))
    assert (created.surprise, created.meant_id, created.lead_id) == (Surprise.CREATED_INSTEAD, "7", "9")
    for status in ("UPDATED", "CREATED"):
        assert story(answered(BY_ID, status), sent(BY_ID, before)).surprise is None


def test_without_a_number_in_the_answer_nobody_can_say_that_another_lead_was_updated() -> None:
    assert story(answered(BY_ID, "UPDATED", ""), sent(BY_ID)).surprise is None


@pytest.mark.parametrize("before", [None, FailedLook(profile_id="p", asked=known().asked, at=AT), known()])
def test_a_lead_that_nobody_knew_before_is_no_surprise(before: Knowledge) -> None:
    assert story(answered(ASKED, "CREATED", "9"), sent(ASKED, before)).surprise is None


def test_a_lead_that_was_updated_although_nobody_had_the_key() -> None:
    told = story(answered(ASKED, "UPDATED", record=NEW), sent(ASKED, known()))
    assert told.surprise is Surprise.UPDATED_INSTEAD
    assert told.was is None


@pytest.mark.parametrize("status", ["SKIPPED", "FAILED", ""])
def test_where_no_lead_is_said_to_be_written_none_is_another_one(status: str) -> None:
    assert story(answered(BY_ID, status, "9"), sent(BY_ID)).surprise is None


def test_another_lead_than_the_one_that_was_seen() -> None:
    told = story(answered(ASKED, "UPDATED", "9", lead("9", Title="CEO")))
    assert told.surprise is Surprise.ANOTHER_LEAD
    assert told.was is None
    assert fates(told)["Title"] is Fate.STUCK


def test_the_older_of_several_is_compared_with_itself() -> None:
    told = story(answered(ASKED, "UPDATED", record=NEW), sent(ASKED, known(lead("9", Title="Dr"), OLD)))
    assert (told.surprise, told.was) == (Surprise.ANOTHER_LEAD, OLD)


def test_a_lead_without_a_number_is_taken_for_the_one_that_was_meant() -> None:
    told = story(Answered(ASKED, EXCHANGE, Synced(status=text_value("UPDATED"))))
    assert (told.lead_id, told.surprise, told.was) == ("7", None, OLD)
    assert told.question == GetLead(LookupKey.EMAIL, "ana@acme.example")


def test_what_was_known_of_another_lead_is_not_compared() -> None:
    other = sent(ASKED, known(OLD, value="bob@acme.example"))
    told = story(answered(ASKED, "UPDATED", record=NEW), other)
    assert told.was is None
    assert told.who == "Ana Ruiz"
    assert story(answered(ASKED, "UPDATED"), other).who == ""


@pytest.mark.parametrize(
    "outcome",
    [
        Answered(ASKED, EXCHANGE, Fault(code="20105", text="")),
        answered(ASKED, "FAILED"),
        NotSent(ASKED, Failure(kind=FailureKind.REFUSED)),
    ],
)
def test_where_nothing_was_written_each_field_says_so(outcome: Outcome) -> None:
    told = story(outcome)
    assert told.written is Written.NO
    assert fates(told) == {"Title": Fate.NOT_WRITTEN, "Email": Fate.KEY}
    assert told.was == OLD
    assert len(told.differences) == 2


@pytest.mark.parametrize("outcome", [None, unanswered(ASKED), Answered(ASKED, EXCHANGE, Fault(code="20011", text=""))])
def test_where_the_outcome_is_unknown_it_is_open(outcome: Outcome | None) -> None:
    told = story(outcome)
    assert told.is_open
    assert (told.status, told.lead_id) == ("", "7")
    assert fates(told)["Title"] is Fate.UNKNOWN
    assert told.question == GetLead(LookupKey.EMAIL, "ana@acme.example")


def test_of_a_lead_that_nobody_had_it_is_known_that_it_held_nothing() -> None:
    assert story(None, sent(ASKED, known())).was == NOBODY
    assert story(None, sent(ASKED)).was is None


def test_a_crash_is_named() -> None:
    assert story_of(EXPECTED, None, at=AT, crash="KeyError").crash == "KeyError"


def test_where_the_key_cannot_be_looked_up_there_is_nothing_to_ask() -> None:
    foreign = SyncLead(foreign_id="A-9", foreign_type=ForeignType.CUSTOM)
    assert story(unanswered(foreign), sent(foreign)).question is None


def test_what_marketo_adds_is_told_last() -> None:
    answer = Synced(lead_id=text_value("7"), status=text_value("UPDATED"), extras=(Extra("result/more", "!"),))
    assert story(Answered(ASKED, EXCHANGE, answer)).differences[-1].fate is Fate.UNEXPECTED


def test_a_look_settles_what_was_open() -> None:
    told = looked_again(story(unanswered(ASKED)), known(NEW))
    assert (told.proven, told.written, told.is_open) == (Proven.WRITTEN, Written.YES, False)
    assert (told.now, told.who) == (NEW, "Ana Ruiz")
    assert fates(told)["Title"] is Fate.STUCK
    told = looked_again(told, known(OLD))
    assert (told.proven, told.written, told.is_open) == (Proven.NOT_WRITTEN, Written.NO, False)
    assert fates(told) == {"Title": Fate.NOT_WRITTEN, "Email": Fate.KEY}
    assert len(told.differences) > 2


def test_a_look_that_proves_nothing_leaves_it_open() -> None:
    told = looked_again(story(None), known(lead(Title="Dr")))
    assert (told.proven, told.is_open) == (Proven.CANNOT_TELL, True)
    assert told.fresh == known(lead(Title="Dr"))


def test_a_look_after_an_answer_shows_what_is_there_now() -> None:
    told = looked_again(story(answered(ASKED, "UPDATED", record=NEW)), known(lead(Title="Dr")))
    assert (told.proven, told.written) == (None, Written.YES)
    assert fates(told)["Title"] is Fate.CHANGED
    assert looked_again(told, known(lead("9"))).now is None


def test_what_is_open_stays_so_until_the_same_is_written_or_proved() -> None:
    stopped = story(None)
    assert still_open(None, stopped) == ASKED
    updated = story(answered(ASKED, "UPDATED", record=NEW))
    assert still_open(ASKED, updated) is None
    assert still_open(None, updated) is None
    refused = story(NotSent(ASKED, Failure(kind=FailureKind.REFUSED)))
    assert still_open(ASKED, refused) == ASKED
    assert still_open(None, refused) is None


def test_another_send_settles_nothing() -> None:
    other = request(City="Lima")
    assert still_open(ASKED, story(answered(other, "UPDATED"), sent(other))) == ASKED


@pytest.mark.parametrize(("now", "left"), [(NEW, None), (OLD, None), (lead(Title="Dr"), ASKED)])
def test_a_look_that_proves_it_settles_it(now: LeadRecord, left: SyncLead | None) -> None:
    assert still_open(ASKED, looked_again(story(None), known(now))) == left


def test_differences_are_shown_by_the_names_of_the_api_that_the_send_went_over() -> None:
    over_soap = story(None)
    assert over_soap.shown == over_soap.differences
    over_rest = replace(over_soap, request=replace(over_soap.request, lookup_field="email"))
    assert {one.name for one in over_soap.differences} - {one.name for one in over_rest.shown} == {"Email"}
    assert "email" in {one.name for one in over_rest.shown}


def test_a_lead_that_was_not_saved_has_no_number_of_its_own() -> None:
    told = story(answered(ASKED, "FAILED", "0"))
    assert (told.lead_id, told.was) == ("7", OLD)
    assert told.question == GetLead(LookupKey.EMAIL, "ana@acme.example")


def test_what_tells_something_is_what_was_asked_for_and_what_is_not_as_it_was() -> None:
    told = story(answered(ASKED, "UPDATED", record=NEW))
    assert {"FirstName", "Id"} <= {one.name for one in told.differences}
    assert {one.name for one in told.telling} == {"Title", "Email", "LastName"}
    assert told.telling_shown == told.telling
