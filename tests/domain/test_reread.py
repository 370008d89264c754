"""After a send whose outcome is unknown, a fresh look proves what it can, and says where it cannot."""

from dataclasses import replace

import pytest

from mktgui.domain.calls import AttributeToSend, FieldKey, GetLead, LookupKey, SyncLead
from mktgui.domain.difference import Fate
from mktgui.domain.known import Known
from mktgui.domain.lead import NOBODY, ForeignType, LeadRecord
from mktgui.domain.reread import Proven, Reread, question_of, reread
from tests.domain.leads import EMAIL, known, lead, request
from tests.domain.values import assert_is_value

OLD = known(lead(Title="VP", City="Quito"))
TWO = request(Title="CEO", City="Lima")


def test_what_was_found_out_is_a_value() -> None:
    assert_is_value(lambda: Reread(proven=Proven.PARTLY, lead_id="7"))


@pytest.mark.parametrize(
    ("before", "asked", "now", "proven"),
    [
        (OLD, TWO, known(lead(Title="CEO", City="Lima")), Proven.WRITTEN),
        (OLD, TWO, known(lead(Title="VP", City="Quito")), Proven.NOT_WRITTEN),
        (OLD, TWO, known(lead(Title="CEO", City="Quito")), Proven.PARTLY),
        (OLD, TWO, known(lead(Title="CEO", City="LIMA")), Proven.PARTLY),
        (OLD, TWO, known(lead(Title="C.E.O.", City="LIMA")), Proven.CANNOT_TELL),
        (OLD, TWO, known(lead(Title="VP", City="LIMA")), Proven.CANNOT_TELL),
        (OLD, request(Title="VP"), OLD, Proven.CANNOT_TELL),
        (OLD, request(), OLD, Proven.CANNOT_TELL),
        (OLD, request(Title="VP", City="Lima"), known(lead(Title="VP", City="Lima")), Proven.WRITTEN),
        (OLD, request(Title="VP", City="Lima"), OLD, Proven.NOT_WRITTEN),
        (OLD, request(Title=""), known(lead(City="Quito")), Proven.WRITTEN),
        (None, TWO, known(lead(Title="CEO", City="Lima")), Proven.WRITTEN),
        (None, TWO, known(lead(Title="CEO", City="Quito")), Proven.CANNOT_TELL),
        (None, TWO, known(lead(Title="VP", City="Quito")), Proven.NOT_WRITTEN),
        (OLD, TWO, known(), Proven.VANISHED),
        (OLD, TWO, known(lead("9", Title="CEO", City="Lima")), Proven.CREATED_ANEW),
        (OLD, TWO, known(lead("9"), lead(Title="CEO", City="Lima")), Proven.WRITTEN),
        (known(), TWO, known(lead("9", Title="CEO", City="Lima")), Proven.CREATED_ANEW),
        (known(), TWO, known(), Proven.NOT_WRITTEN),
        (None, TWO, known(), Proven.NOT_WRITTEN),
        (known(lead("9"), lead()), TWO, known(lead()), Proven.VANISHED),
    ],
)
def test_what_is_proven(before: Known | None, asked: SyncLead, now: Known, proven: Proven) -> None:
    assert reread(before, asked, now).proven is proven


@pytest.mark.parametrize(
    ("was", "now", "proven"),
    [
        (lead(Title="VP", City="Quito"), known(lead(Title="CEO", City="Lima")), Proven.WRITTEN),
        (lead(Title="VP", City="Quito"), known(lead("9"), lead(Title="VP", City="Quito")), Proven.NOT_WRITTEN),
        (lead(Title="CEO", City="Lima"), known(lead(Title="CEO", City="Lima")), Proven.CANNOT_TELL),
        (lead(Title="VP"), known(lead(Title="CEO", City="Lima")), Proven.WRITTEN),
        (lead("8", Title="CEO", City="Lima"), known(lead(Title="CEO", City="Lima")), Proven.WRITTEN),
        (lead(Title="VP"), known(), Proven.NOT_WRITTEN),
    ],
)
def test_where_some_fields_are_known_from_then_they_are_compared_and_no_others(
    was: LeadRecord, now: Known, proven: Proven
) -> None:
    found = reread(None, TWO, now, was=was)
    assert found.proven is proven
    assert {one.name for one in found.differences if one.asked is not None} == {"Title", "City", "Email"}
    assert not now.records or not [one for one in found.differences if one.asked is None]


def test_it_says_of_which_lead_and_what_became_of_each_field() -> None:
    found = reread(OLD, TWO, known(lead(Title="CEO", City="Quito")))
    assert (found.lead_id, found.was, found.now) == ("7", OLD.record, lead(Title="CEO", City="Quito"))
    assert [one.fate for one in found.differences[:2]] == [Fate.STUCK, Fate.REFUSED]


def test_of_a_new_lead_nothing_was_there_before() -> None:
    found = reread(known(), TWO, known(lead("9", Title="CEO")))
    assert (found.lead_id, found.was) == ("9", NOBODY)


def test_of_a_lead_that_is_gone_the_old_values_are_still_told() -> None:
    found = reread(OLD, TWO, known())
    assert (found.lead_id, found.was, found.now) == ("", OLD.record, None)
    assert [one.fate for one in found.differences] == [Fate.UNKNOWN, Fate.UNKNOWN, Fate.KEY]


def test_a_foreign_id_that_is_not_shown_does_not_spoil_a_proof() -> None:
    asked = SyncLead(
        marketo_id=7,
        foreign_id="A-9",
        foreign_type=ForeignType.CUSTOM,
        attributes=(AttributeToSend("Title", "CEO"),),
    )
    assert reread(OLD, asked, known(lead(Title="CEO"))).proven is Proven.WRITTEN


@pytest.mark.parametrize(
    ("asked", "seen", "question"),
    [
        (request(marketo_id=7), None, GetLead(LookupKey.IDNUM, "7")),
        (request(), lead(), GetLead(LookupKey.EMAIL, EMAIL)),
        (SyncLead(foreign_id="A-9", foreign_type=ForeignType.CUSTOM), lead(), None),
        (SyncLead(foreign_id="00Q1", foreign_type=ForeignType.SFDC), None, GetLead(LookupKey.SFDCLEADID, "00Q1")),
        (SyncLead(cookie="id:1"), None, GetLead(LookupKey.COOKIE, "id:1")),
        (request(Email="new@acme.example"), lead(), GetLead(LookupKey.IDNUM, "7")),
        (request(Email="new@acme.example"), None, GetLead(LookupKey.EMAIL, EMAIL)),
        (request(Email="new@acme.example"), lead(""), GetLead(LookupKey.EMAIL, EMAIL)),
        (request(Email=EMAIL.upper()), lead(), GetLead(LookupKey.EMAIL, EMAIL)),
        (request(marketo_id=7, Email="new@acme.example"), lead("9"), GetLead(LookupKey.IDNUM, "7")),
        (SyncLead(foreign_id="A-9", email="a@b", lookup_field="crmId"), None, GetLead(FieldKey("crmId"), "A-9")),
        (SyncLead(email=EMAIL, cookie="id:1", lookup_field="email"), None, GetLead(LookupKey.EMAIL, EMAIL)),
        (SyncLead(marketo_id=7, email="a@b", lookup_field="id"), None, GetLead(LookupKey.IDNUM, "7")),
    ],
)
def test_what_to_ask_for_the_look(asked: SyncLead, seen: LeadRecord | None, question: GetLead | None) -> None:
    assert question_of(asked, seen) == question


def test_another_lead_in_the_place_of_the_one_with_this_number_proves_nothing() -> None:
    asked = request(marketo_id=7, email=None, Title="CEO")
    fresh = replace(known(lead("9", Title="CEO")), asked=GetLead(LookupKey.IDNUM, "7"))
    for before in (None, OLD, fresh):
        found = reread(before, asked, fresh)
        assert (found.proven, found.lead_id, found.was) == (Proven.ANOTHER, "9", None)
        assert found.differences[0].fate is Fate.STUCK
