"""By which question a lead is looked up, and why some cannot be."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given

from mktgui.domain.calls import GetLead, LookupKey
from mktgui.domain.draft import Draft
from mktgui.domain.lead import KeyKind
from mktgui.domain.lookup import NoLookup, given_identifiers, question_for, same_question, winner_of
from tests.domain.drafts import COOKIE, DRAFTS

FOREIGN = Draft(key=KeyKind.FOREIGN_ID, foreign_id="0035000000ABcDe", foreign_type="SFDC")


def test_identifiers_are_given_as_they_would_go_out() -> None:
    draft = Draft(marketo_id=" 7", email="a@b ", foreign_id="\tA-9", cookie=" ")
    assert given_identifiers(draft) == {
        KeyKind.MARKETO_ID: "7",
        KeyKind.FOREIGN_ID: "A-9",
        KeyKind.COOKIE: "",
        KeyKind.EMAIL: "a@b",
    }


@pytest.mark.parametrize(
    ("draft", "winner"),
    [
        (Draft(marketo_id="7", foreign_id="A", cookie=COOKIE, email="a@b"), KeyKind.MARKETO_ID),
        (Draft(foreign_id="A", cookie=COOKIE, email="a@b"), KeyKind.FOREIGN_ID),
        (Draft(cookie=COOKIE, email="a@b"), KeyKind.COOKIE),
        (Draft(email="a@b"), KeyKind.EMAIL),
        (Draft(key=KeyKind.COOKIE, marketo_id=" "), None),
    ],
)
def test_the_strongest_identifier_that_is_there_wins_whatever_was_chosen(draft: Draft, winner: KeyKind | None) -> None:
    assert winner_of(draft) is winner


@pytest.mark.parametrize(
    ("draft", "question"),
    [
        (Draft(marketo_id=" 7 ", email="a@b"), GetLead(LookupKey.IDNUM, "7")),
        (Draft(email=" a@b"), GetLead(LookupKey.EMAIL, "a@b")),
        (Draft(cookie=COOKIE), GetLead(LookupKey.COOKIE, COOKIE)),
        (FOREIGN, GetLead(LookupKey.SFDCCONTACTID, "0035000000ABcDe")),
        (replace(FOREIGN, foreign_id="00Q5000000ABcDe"), GetLead(LookupKey.SFDCLEADID, "00Q5000000ABcDe")),
        (replace(FOREIGN, foreign_id="00q5000000abcde"), GetLead(LookupKey.SFDCLEADID, "00q5000000abcde")),
        (replace(FOREIGN, foreign_id="0015000000ABcDe"), NoLookup.SALESFORCE_OTHER),
        (replace(FOREIGN, foreign_type="CUSTOM"), NoLookup.FOREIGN_CUSTOM),
        (replace(FOREIGN, foreign_type="NETSUITE"), NoLookup.FOREIGN_NETSUITE),
        (replace(FOREIGN, foreign_type=""), NoLookup.FOREIGN_NO_TYPE),
        (Draft(cookie=COOKIE, email="a@b"), NoLookup.COOKIE_AND_EMAIL),
        (Draft(), NoLookup.NO_KEY),
    ],
)
def test_the_question_is_for_the_lead_that_marketo_goes_by(draft: Draft, question: GetLead | NoLookup) -> None:
    assert question_for(draft) == question


def test_every_reason_is_told_in_this_table() -> None:
    told = {
        question_for(draft) for draft in (Draft(), replace(FOREIGN, foreign_id="x"), Draft(cookie="c", email="a@b"))
    }
    told |= {question_for(replace(FOREIGN, foreign_type=word)) for word in ("", "CUSTOM", "NETSUITE")}
    assert told == set(NoLookup) - {NoLookup.NO_FOREIGN_FIELD, NoLookup.COMMA}  # which only REST has


def test_the_keys_are_the_vendors(vendor_words: Callable[[str], list[str]]) -> None:
    assert [str(word) for word in LookupKey] == vendor_words("LeadKeyRef")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (GetLead(LookupKey.EMAIL, "Ana@acme.example"), GetLead(LookupKey.EMAIL, "ana@ACME.example"), True),
        (GetLead(LookupKey.EMAIL, "ana@acme.example"), GetLead(LookupKey.EMAIL, "bob@acme.example"), False),
        (GetLead(LookupKey.EMAIL, "7"), GetLead(LookupKey.IDNUM, "7"), False),
        (GetLead(LookupKey.IDNUM, "7"), GetLead(LookupKey.IDNUM, "7"), True),
        (GetLead(LookupKey.SFDCLEADID, "00Qa"), GetLead(LookupKey.SFDCLEADID, "00QA"), False),
    ],
)
def test_only_the_case_of_an_address_does_not_matter(one: GetLead, other: GetLead, same: bool) -> None:  # noqa: FBT001 - a column
    assert same_question(one, other) is same
    assert same_question(other, one) is same


@given(DRAFTS)
def test_there_is_a_question_or_a_reason_for_every_draft(draft: Draft) -> None:
    question = question_for(draft)
    if isinstance(question, GetLead):
        assert question.value in given_identifiers(draft).values()
        assert same_question(question, question)
    assert (question is NoLookup.NO_KEY) == (winner_of(draft) is None)
