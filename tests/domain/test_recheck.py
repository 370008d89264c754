"""A look right before Send shows whether the lead is still the one that was loaded, and still as it was."""

from dataclasses import replace

import pytest

from mktgui.domain.calls import AttributeToSend, LookupKey, SyncLead
from mktgui.domain.draft import KEEP, Draft, Row, edit_from_text
from mktgui.domain.known import FailedLook, Knowledge, Known
from mktgui.domain.lead import KeyKind, text_value
from mktgui.domain.recheck import Recheck, Turn, recheck, taken_over
from tests.domain.leads import AT, EMAIL, known, lead, request
from tests.domain.values import assert_is_value

ASKED = request(Title="CEO")


def names(found: tuple[object, ...]) -> list[str]:
    return [getattr(one, "name", "") for one in found]


def test_a_recheck_is_a_value() -> None:
    assert_is_value(lambda: Recheck(turn=Turn.APPEARED, now_id="7", count=1))


def test_the_same_lead_as_it_was_is_clear() -> None:
    found = recheck(known(lead(Title="VP")), known(lead(Title=" VP ")), ASKED)
    assert found.is_clear
    assert found == Recheck(loaded_id="7", now_id="7", count=1)


@pytest.mark.parametrize(
    ("before", "now", "turn"),
    [
        (known(lead()), known(), Turn.VANISHED),
        (known(), known(lead()), Turn.APPEARED),
        (known(lead()), known(lead("9"), lead()), Turn.ANOTHER_LEAD),
        (known(lead()), known(lead("9")), Turn.ANOTHER_LEAD),
        (known(lead("9"), lead()), known(lead()), Turn.ANOTHER_LEAD),
        (known(lead("9")), known(lead("9"), lead()), Turn.SEVERAL_NOW),
        (known(lead("9"), lead()), known(lead("9"), lead(), lead("5")), None),
        (known(lead("9"), lead()), known(lead("9")), None),
        (known(), known(), None),
    ],
)
def test_another_verdict_than_before(before: Known, now: Known, turn: Turn | None) -> None:
    found = recheck(before, now, ASKED)
    assert found.turn is turn
    assert found.is_clear is (turn is None)
    assert found.count == len(now.records)
    assert found.now_id == (now.records[0].id.text if now.records else "")


def test_what_somebody_else_changed_meanwhile_and_would_be_overwritten() -> None:
    found = recheck(known(lead(Title="VP", City="Quito")), known(lead(Title="CTO", City="Lima")), ASKED)
    assert found.turn is None
    assert not found.is_clear
    [title] = found.in_the_way
    assert title.was is not None
    assert title.now is not None
    assert (title.name, title.was.text, title.now.text, title.asked) == ("Title", "VP", "CTO", "CEO")
    assert names(found.besides) == ["City"]
    assert found.there_already == ()


def test_what_is_not_being_sent_may_change() -> None:
    found = recheck(known(lead(Title="VP", City="Quito")), known(lead(Title="VP")), ASKED)
    assert found.is_clear
    assert names(found.besides) == ["City"]


def test_what_somebody_else_has_set_to_the_same_value_is_in_nobodys_way() -> None:
    asked = request(Title="CEO", Fax="")
    found = recheck(known(lead(Title="VP", Fax="1")), known(lead(Title="CEO")), asked)
    assert found.is_clear
    assert names(found.there_already) == ["Title", "Fax"]


def test_of_another_lead_no_field_is_compared() -> None:
    assert recheck(known(lead(Title="VP")), known(lead("9", Title="CTO")), ASKED).changed == ()


@pytest.mark.parametrize(
    "loaded",
    [
        None,
        FailedLook(profile_id="p", asked=known().asked, at=AT),
        known(lead("5"), value="bob@acme.example"),
        known(lead("5"), key=LookupKey.IDNUM, value="5"),
    ],
)
def test_where_there_was_no_first_look_nothing_can_have_changed(loaded: Knowledge) -> None:
    found = recheck(loaded, known(lead(Title="CTO")), ASKED)
    assert found.is_clear
    assert (found.loaded_id, found.now_id, found.count) == ("", "7", 1)
    assert recheck(loaded, known(), ASKED).now_id == ""


def test_taking_over_leaves_out_what_would_overwrite_and_keeps_the_rest() -> None:
    edits = Row("Title", edit_from_text("CEO")), Row("City", edit_from_text("Lima"))
    found = recheck(known(lead(Title="VP")), known(lead(Title="CTO")), ASKED)
    draft = taken_over(Draft(email=EMAIL, rows=edits), found)
    assert draft.rows == (Row("Title", KEEP), edits[1])
    assert draft.email == EMAIL


@pytest.mark.parametrize("chosen", [KeyKind.MARKETO_ID, KeyKind.EMAIL])
def test_an_address_that_somebody_else_has_changed_can_be_taken_over_too(chosen: KeyKind) -> None:
    asked = SyncLead(marketo_id=7, email=EMAIL)
    before = known(lead(email="old@acme.example"), key=LookupKey.IDNUM, value="7")
    now = known(lead(email="other@acme.example"), key=LookupKey.IDNUM, value="7")
    draft = taken_over(Draft(key=chosen, marketo_id="7", email=EMAIL), recheck(before, now, asked))
    assert draft == Draft(key=KeyKind.MARKETO_ID, marketo_id="7")


def test_the_key_itself_is_never_taken_out() -> None:
    moved = SyncLead(email=EMAIL, attributes=(AttributeToSend("Email", "new@acme.example"),))
    found = recheck(known(lead()), known(lead(email="third@acme.example")), moved)
    draft = Draft(email=EMAIL, rows=(Row("Email", edit_from_text("new@acme.example")),))
    assert taken_over(draft, found) == Draft(email=EMAIL, rows=(Row("Email", KEEP),))


def test_over_rest_fields_have_the_names_of_its_rows() -> None:
    sent = SyncLead(marketo_id=7, attributes=(AttributeToSend("email", "new@b.example"),), lookup_field="id")
    now = replace(lead(), email=text_value("other@b.example"))
    found = recheck(known(lead()), known(now), sent)
    assert names(found.in_the_way) == ["email"]
    draft = Draft(key=KeyKind.MARKETO_ID, marketo_id="7", rows=(Row("email", edit_from_text("new@b.example")),))
    assert taken_over(draft, found).rows == (Row("email", KEEP),)
    beside = replace(draft, rows=(), email="new@b.example")
    assert taken_over(beside, found).email == ""
