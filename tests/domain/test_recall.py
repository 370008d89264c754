"""A past call comes back as a draft: as it was typed, once more, undone, or to be read again."""

from dataclasses import replace

import pytest

from mktgui.domain.call_note import CallKind, Ending
from mktgui.domain.calls import FieldKey, GetLead
from mktgui.domain.draft import Draft, Row, edit_from_text
from mktgui.domain.history import Entry, FieldChange, Settled, State, Summary
from mktgui.domain.known import Verdict, VerdictKind
from mktgui.domain.lead import KeyKind, text_value
from mktgui.domain.outcome import Written
from mktgui.domain.profile import Environment
from mktgui.domain.recall import Recall, Wish, recall
from mktgui.domain.reread import question_of
from tests.domain.leads import AT

TITLE = FieldChange(name="Title", was=text_value("VP"), asked="CEO", now=text_value("CEO"), fate="stuck")
DRAFT = Draft(email="ana@acme.example", rows=(Row("Title", edit_from_text("CEO")),))
BY_CUSTOM_ID = Draft(key=KeyKind.FOREIGN_ID, foreign_id="A-9", foreign_type="CUSTOM", rows=DRAFT.rows)
OLD_VALUES = Draft(key=KeyKind.MARKETO_ID, marketo_id="7", rows=(Row("Title", edit_from_text("VP")),))
BY_NUMBER = Draft(key=KeyKind.MARKETO_ID, marketo_id="7")


def entry(draft: Draft | None = DRAFT, **other: object) -> Entry:
    known: dict[str, object] = {
        "id": "1",
        "at": AT,
        "state": State.ENDED,
        "profile_id": "emea",
        "profile_name": "EMEA",
        "environment": Environment.PRODUCTION,
        "transport": "soap",
        "kind": CallKind.SYNC_LEAD,
        "lead_id": "7",
        "ending": Ending.ANSWERED,
        "written": Written.YES,
        "status": "UPDATED",
    }
    return Entry(
        summary=Summary(**(known | other)),  # type: ignore[arg-type] # each test names what it changes
        fields=(TITLE,),
        verdict=Verdict(kind=VerdictKind.UPDATES, key=KeyKind.EMAIL, lead_id="7", at=AT),
        draft=draft,
    )


def look(kind: str, value: str) -> Entry:
    return entry(None, kind=CallKind.GET_LEAD, key_kind=kind, key_value=value, lead_id="", written=Written.NO)


def lost(draft: Draft = DRAFT) -> Entry:
    return entry(draft, state=State.OUTCOME_UNKNOWN, ending=None, written=Written.UNKNOWN, status="")


def draft_of(found: Recall | None) -> Draft | None:
    return found.draft if found is not None else None


@pytest.mark.parametrize(("written", "may_be_settled"), [(Written.YES, False), (Written.NO, True)])
def test_what_was_not_written_yet_may_have_been_since(written: Written, may_be_settled: object) -> None:
    settled = lost()
    settled = replace(settled, summary=replace(settled.summary, settled=Settled(written=written, at=AT)))
    found = recall(settled, Wish.REREAD)
    assert found is not None
    assert (found.story is not None) is may_be_settled


def test_what_was_typed_is_a_draft_for_any_connection() -> None:
    found = recall(entry(), Wish.DRAFT)
    assert found == Recall(wish=Wish.DRAFT, profile_id="emea", profile_name="EMEA", draft=DRAFT)
    assert not found.is_bound


def test_once_more_goes_to_the_same_marketo() -> None:
    found = recall(entry(), Wish.AGAIN)
    assert found == Recall(wish=Wish.AGAIN, profile_id="emea", profile_name="EMEA", draft=DRAFT)
    assert found.is_bound


def test_putting_back_says_what_it_will_not_undo() -> None:
    found = recall(entry(), Wish.PUT_BACK)
    assert found is not None
    assert found.draft == OLD_VALUES
    assert found.back is not None
    assert found.back.limits
    assert found.story is None


@pytest.mark.parametrize("wish", [Wish.AGAIN, Wish.REREAD])
def test_a_call_whose_outcome_is_unknown_is_taken_up_where_it_was_left(wish: Wish) -> None:
    found = recall(lost(), wish)
    assert found is not None
    assert found.draft == DRAFT
    assert found.story is not None
    assert found.story.is_open


def test_what_cannot_be_looked_up_by_its_key_is_by_its_number() -> None:
    found = recall(lost(BY_CUSTOM_ID), Wish.REREAD)
    assert found is not None
    assert (found.draft, found.story) == (BY_NUMBER, None)
    nobody = entry(BY_CUSTOM_ID, lead_id="")
    assert recall(nobody, Wish.REREAD) is None


def test_a_settled_call_is_read_again_without_its_story() -> None:
    found = recall(entry(), Wish.REREAD)
    assert found is not None
    assert (found.draft, found.story) == (DRAFT, None)


@pytest.mark.parametrize(
    ("kind", "value", "draft"),
    [
        ("IDNUM", "7", BY_NUMBER),
        ("marketo_id", "7", BY_NUMBER),
        ("EMAIL", "bo@acme.example", Draft(email="bo@acme.example")),
        ("email", "bo@acme.example", Draft(email="bo@acme.example")),
        ("SFDCLEADID", "00Q1", Draft(key=KeyKind.FOREIGN_ID, foreign_id="00Q1", foreign_type="SFDC")),
        ("SFDCCONTACTID", "0031", Draft(key=KeyKind.FOREIGN_ID, foreign_id="0031", foreign_type="SFDC")),
        ("COOKIE", "", None),
        ("LEADOWNEREMAIL", "x", None),
        ("", "", None),
    ],
)
def test_a_look_becomes_a_draft_for_the_same_lead(kind: str, value: str, draft: Draft | None) -> None:
    found = look(kind, value)
    assert draft_of(recall(found, Wish.DRAFT)) == draft
    assert draft_of(recall(found, Wish.REREAD)) == draft
    assert recall(found, Wish.AGAIN) is None
    assert recall(found, Wish.PUT_BACK) is None


@pytest.mark.parametrize("wish", [Wish.AGAIN, Wish.REREAD])
def test_over_rest_every_key_can_be_looked_up(wish: Wish) -> None:
    by_field = Draft(key=KeyKind.FOREIGN_ID, foreign_id="A-9", rows=(Row("title", edit_from_text("CEO")),))
    found = recall(entry(by_field, transport="rest"), wish)
    assert found is not None
    assert found.draft == by_field


def test_what_was_not_written_has_nothing_to_put_back() -> None:
    assert recall(entry(ending=Ending.NOT_SENT, written=Written.NO, status=""), Wish.PUT_BACK) is None


@pytest.mark.parametrize("wish", [Wish.AGAIN, Wish.REREAD])
def test_over_rest_it_goes_on_by_the_field_that_the_connection_has_for_foreign_ids(wish: Wish) -> None:
    open_call = replace(lost(BY_CUSTOM_ID), summary=replace(lost(BY_CUSTOM_ID).summary, transport="rest"))
    found = recall(open_call, wish, "crmKey")
    assert found is not None
    assert found.story is not None
    assert question_of(found.story.request) == GetLead(FieldKey("crmKey"), "A-9")


def test_over_rest_without_such_a_field_only_a_draft_can_be_had_or_the_lead_by_its_number() -> None:
    sent = entry(BY_CUSTOM_ID, transport="rest")
    assert recall(sent, Wish.AGAIN) is not None
    assert recall(sent, Wish.AGAIN, "") is None
    assert recall(sent, Wish.PUT_BACK, "") is None
    assert draft_of(recall(sent, Wish.DRAFT, "")) == BY_CUSTOM_ID
    assert draft_of(recall(sent, Wish.REREAD, "")) == BY_NUMBER


def test_a_look_over_rest_by_a_field_is_a_draft_with_that_foreign_id() -> None:
    seen = replace(look("crmKey", "A-9"), summary=replace(look("crmKey", "A-9").summary, transport="rest"))
    assert draft_of(recall(seen, Wish.DRAFT)) == Draft(key=KeyKind.FOREIGN_ID, foreign_id="A-9")
    assert recall(look("crmKey", "A-9"), Wish.DRAFT) is None
    owner = look("LEADOWNEREMAIL", "a@x.example")
    assert recall(replace(owner, summary=replace(owner.summary, transport="rest")), Wish.DRAFT) is None
