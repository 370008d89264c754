"""Putting back is a draft with the old values, and it says what it cannot undo."""

from dataclasses import replace

from mktgui.domain.calls import Action, AttributeToSend, LookupKey, SyncLead
from mktgui.domain.draft import CLEAR, Draft, Row, edit_from_text
from mktgui.domain.lead import ForeignType, KeyKind, LeadRecord
from mktgui.domain.outcome import Failure, FailureKind, NotSent
from mktgui.domain.put_back import Limit, Limited, PutBack, put_back
from mktgui.domain.story import Story, story_of
from tests.domain.leads import AT, answered, known, lead, request, sent, unanswered
from tests.domain.values import assert_is_value

FIRED = Limited(Limit.ALREADY_FIRED)


def updated(asked: SyncLead, was: LeadRecord | None, now: LeadRecord) -> Story:
    key, value = (LookupKey.IDNUM, "7") if asked.marketo_id else (LookupKey.EMAIL, asked.email or "")
    before = None if was is None else known(was, key=key, value=value)
    return story_of(sent(asked, before), answered(asked, "UPDATED", record=now), at=AT)


def test_they_are_values() -> None:
    assert_is_value(lambda: PutBack(Draft(), (Limited(Limit.CREATED, ("Title",)),)))
    assert_is_value(lambda: Limited(Limit.CREATED, ("Title",)))


def test_the_old_values_by_the_number_of_the_lead() -> None:
    told = updated(request(Title="CEO", City="Lima", Fax="1"), lead(Title="VP", City="Lima"), lead(Title="CEO"))
    back = put_back(told)
    assert back.draft == Draft(
        key=KeyKind.MARKETO_ID,
        marketo_id="7",
        rows=(Row("Title", edit_from_text("VP")), Row("City", edit_from_text("Lima"))),
    )
    assert back.limits == (FIRED,)


def test_what_was_empty_becomes_an_edit_that_empties_and_is_told() -> None:
    back = put_back(updated(request(Fax="1"), lead(), lead(Fax="1")))
    assert back.draft is not None
    assert back.draft.rows == (Row("Fax", CLEAR),)
    assert Limited(Limit.MAY_NOT_CLEAR, ("Fax",)) in back.limits


def test_what_marketo_made_of_it_is_put_back_and_what_it_refused_is_not() -> None:
    told = updated(
        request(Title="CEO", City="Lima"), lead(Title="VP", City="Quito"), lead(Title="C.E.O.", City="Quito")
    )
    back = put_back(told)
    assert back.draft is not None
    assert back.draft.rows == (Row("Title", edit_from_text("VP")),)


def test_where_nothing_changed_there_is_nothing_to_put_back() -> None:
    told = updated(request(Title="CEO"), lead(Title="VP"), lead(Title="VP"))
    assert put_back(told).draft is None
    refused = NotSent(told.request, Failure(kind=FailureKind.REFUSED))
    assert put_back(story_of(sent(told.request, known(lead())), refused, at=AT)) == PutBack(None)


def test_what_was_not_seen_cannot_be_put_back() -> None:
    back = put_back(updated(request(Title="CEO"), None, lead(Title="CEO")))
    assert back == PutBack(None, (FIRED, Limited(Limit.NOT_KNOWN, ("Title",))))


def test_a_created_lead_cannot_be_deleted() -> None:
    asked = request(Title="CEO")
    told = story_of(sent(asked, known()), answered(asked, "CREATED", record=lead(Title="CEO")), at=AT)
    assert put_back(told) == PutBack(None, (Limited(Limit.CREATED), FIRED))


def test_what_may_have_been_written_can_be_put_back() -> None:
    asked = request(Title="CEO")
    back = put_back(story_of(sent(asked, known(lead(Title="VP"))), unanswered(asked), at=AT))
    assert back.draft is not None
    assert back.draft.rows == (Row("Title", edit_from_text("VP")),)


def test_an_overwritten_address_is_put_back_as_an_identifier() -> None:
    asked = SyncLead(marketo_id=7, email="new@acme.example")
    back = put_back(updated(asked, lead(), lead(email="new@acme.example")))
    assert back.draft == Draft(key=KeyKind.MARKETO_ID, marketo_id="7", email="ana@acme.example")
    assert Limited(Limit.EMAIL_MOVED, ("Email",)) in back.limits


def test_an_address_that_was_sent_as_an_attribute_too() -> None:
    asked = SyncLead(marketo_id=7, attributes=(AttributeToSend("Email", "new@acme.example"),))
    back = put_back(updated(asked, lead(), lead(email="new@acme.example")))
    assert back.draft is not None
    assert (back.draft.email, back.draft.rows) == ("ana@acme.example", ())


def test_an_address_that_was_asked_for_as_a_field_over_rest() -> None:
    asked = SyncLead(
        marketo_id=7,
        attributes=(AttributeToSend("email", "bob@acme.example"),),
        action=Action.UPDATE_ONLY,
        lookup_field="id",
    )
    back = put_back(updated(asked, lead(), lead(email="bob@acme.example")))
    assert back.draft == Draft(
        key=KeyKind.MARKETO_ID, marketo_id="7", rows=(Row("email", edit_from_text("ana@acme.example")),)
    )
    assert back.limits == (FIRED, Limited(Limit.EMAIL_MOVED, ("email",)))


def test_an_address_that_was_empty_cannot_be_emptied() -> None:
    asked = SyncLead(marketo_id=7, email="new@acme.example")
    back = put_back(updated(asked, lead(email=""), lead(email="new@acme.example")))
    assert back == PutBack(None, (FIRED, Limited(Limit.EMAIL_WAS_EMPTY, ("Email",))))


def test_a_foreign_id_and_a_cookie_stay() -> None:
    asked = SyncLead(
        marketo_id=7,
        foreign_id="A-9",
        foreign_type=ForeignType.CUSTOM,
        cookie="id:1",
        attributes=(AttributeToSend("Title", "CEO"),),
    )
    back = put_back(updated(asked, lead(Title="VP"), lead(Title="CEO")))
    assert back.draft == Draft(key=KeyKind.MARKETO_ID, marketo_id="7", rows=(Row("Title", edit_from_text("VP")),))
    assert Limited(Limit.FOREIGN_ID_STAYS, ("ForeignSysPersonId",)) in back.limits
    assert back.limits[-1] == Limited(Limit.COOKIE_STAYS)


def test_a_cookie_that_was_the_key_was_linked_before() -> None:
    asked = SyncLead(cookie="id:1", attributes=(AttributeToSend("Title", "CEO"),))
    before = known(lead(Title="VP"), key=LookupKey.COOKIE, value="id:1")
    told = story_of(sent(asked, before), answered(asked, "UPDATED", record=lead(Title="CEO")), at=AT)
    assert put_back(told).limits == (FIRED,)


def test_what_changed_besides_is_told_and_left() -> None:
    told = updated(request(Title="CEO"), lead(Title="VP"), lead(Title="CEO", Website="acme.example"))
    back = put_back(told)
    assert Limited(Limit.ALSO_CHANGED, ("Website",)) in back.limits
    assert back.draft is not None
    assert [row.name for row in back.draft.rows] == ["Title"]


def test_a_later_look_tells_what_changed_since_and_what_is_back_already() -> None:
    told = updated(request(Title="CEO", City="Lima"), lead(Title="VP", City="Quito"), lead(Title="CEO", City="Lima"))
    back = put_back(told, known(lead(Title="Dr", City="Quito")))
    assert back.draft is not None
    assert [row.name for row in back.draft.rows] == ["Title"]
    assert Limited(Limit.CHANGED_SINCE, ("Title",)) in back.limits
    assert Limit.CHANGED_SINCE not in {one.limit for one in put_back(told, known(lead("9"))).limits}


def test_what_was_not_known_after_the_send_is_not_called_changed_since() -> None:
    asked = request(Title="CEO")
    told = story_of(sent(asked, known(lead(Title="VP"))), unanswered(asked), at=AT)
    assert put_back(told, known(lead(Title="CEO"))).limits == (FIRED,)


def test_without_a_number_there_is_no_draft() -> None:
    asked = request(Title="CEO")
    told = updated(asked, lead("", Title="VP"), lead("", Title="CEO"))
    assert put_back(replace(told, outcome=answered(asked, "UPDATED", "", lead("", Title="CEO")))).draft is None
