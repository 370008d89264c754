"""Was, asked, is: every field has its fate, and spellings of the same value raise no alarm."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mktgui.domain.calls import AttributeToSend, SyncLead
from mktgui.domain.difference import (
    Comparison,
    Fate,
    FieldDifference,
    address_of,
    asked_of,
    differences,
    key_names,
    named_by_rest,
    same_text,
    telling,
)
from mktgui.domain.lead import (
    ABSENT,
    EMPTY,
    NIL,
    NO_LEAD,
    NOBODY,
    Extra,
    ForeignType,
    LeadAttribute,
    LeadRecord,
    Value,
    text_value,
)
from tests.domain.leads import EMAIL, lead, request
from tests.domain.values import assert_is_value

TEXTS = st.sampled_from(["", "CEO", "CTO", "VP"])


def fates(was: LeadRecord | None, asked: SyncLead, now: LeadRecord | None) -> dict[str, Fate]:
    return {one.name: one.fate for one in differences(was, asked, now)}


def test_a_difference_is_a_value() -> None:
    assert_is_value(lambda: FieldDifference("Title", "string", EMPTY, "CEO", NIL, Fate.STUCK))


@pytest.mark.parametrize(
    ("was", "asked", "now", "fate"),
    [
        ("VP", "CEO", "CEO", Fate.STUCK),
        ("", "CEO", "CEO", Fate.STUCK),
        ("VP", "CEO", "C.E.O.", Fate.CHANGED),
        ("VP", "CEO", "", Fate.CHANGED),
        ("CEO", "CEO", "VP", Fate.CHANGED),
        ("VP", "CEO", "VP", Fate.REFUSED),
        ("", "CEO", "", Fate.REFUSED),
        ("CEO", "CEO", "CEO", Fate.AS_BEFORE),
        ("VP", "", "", Fate.CLEARED),
        ("VP", "", "VP", Fate.REFUSED),
        ("", "", "", Fate.AS_BEFORE),
    ],
)
def test_the_fate_of_what_was_asked(was: str, asked: str, now: str, fate: Fate) -> None:
    assert fates(lead(Title=was), request(Title=asked), lead(Title=now))["Title"] is fate


@pytest.mark.parametrize(("asked", "now"), [("CEO", "CEO"), ("", "")])
def test_what_holds_as_asked_has_stuck_even_where_it_was_not_seen_before(asked: str, now: str) -> None:
    assert fates(None, request(Title=asked), lead(Title=now))["Title"] is (Fate.STUCK if asked else Fate.CLEARED)


def test_without_the_old_value_it_can_only_be_said_that_it_did_not_stick() -> None:
    found = fates(None, request(Title="CEO"), lead(Title="VP", City="Quito"))
    assert (found["Title"], found["City"]) == (Fate.NOT_STUCK, Fate.NOT_COMPARED)


@pytest.mark.parametrize("nothing", [ABSENT, EMPTY, NIL])
def test_emptying_has_worked_however_the_answer_says_so(nothing: Value) -> None:
    now = replace(lead(), attributes=(LeadAttribute("Title", text_value("string"), nothing),))
    assert fates(lead(Title="VP"), request(Title=""), now)["Title"] is Fate.CLEARED
    assert fates(lead(Title="VP"), request(Title=""), lead())["Title"] is Fate.CLEARED


def test_without_a_record_nothing_is_known_and_only_what_was_asked_is_told() -> None:
    assert fates(lead(Title="VP", City="Quito"), request(Title="CEO"), None) == {
        "Title": Fate.UNKNOWN,
        "Email": Fate.KEY,
    }


def test_what_nobody_asked_for_is_told_when_it_changed() -> None:
    was, now = lead(Title="VP", City="Quito", Fax="1"), lead(Title="CEO", City="Quito", Website="acme.example")
    found = differences(was, request(Title="CEO"), now)
    assert [(one.name, one.fate) for one in found] == [
        ("Title", Fate.STUCK),
        ("Website", Fate.ALSO_CHANGED),
        ("Fax", Fate.LEFT_OUT),
        ("Email", Fate.KEY),
        ("Id", Fate.SAME),
        ("ForeignSysPersonId", Fate.SAME),
        ("ForeignSysType", Fate.SAME),
        ("City", Fate.SAME),
    ]
    assert found[1].was == ABSENT
    assert (found[0].was, found[0].asked, found[0].now) == (text_value("VP"), "CEO", text_value("CEO"))


def test_the_key_of_a_new_lead_is_a_change_like_others() -> None:
    assert fates(NOBODY, request(), lead())["Email"] is Fate.STUCK
    assert fates(None, request(), lead())["Email"] is Fate.KEY


def test_an_address_that_was_overwritten_is_a_change() -> None:
    found = fates(lead(email="old@acme.example"), request(marketo_id=7), lead())
    assert (found["Id"], found["Email"]) == (Fate.KEY, Fate.STUCK)


def test_the_address_as_an_attribute_counts_before_the_address_as_a_key() -> None:
    moved = SyncLead(email=EMAIL, attributes=(AttributeToSend("Email", "new@acme.example"),))
    assert asked_of(moved) == {"Email": "new@acme.example"}
    assert fates(lead(), moved, lead(email="new@acme.example"))["Email"] is Fate.STUCK
    assert fates(lead(), moved, lead())["Email"] is Fate.REFUSED


def test_of_several_foreign_ids_a_record_shows_one_so_another_one_proves_nothing() -> None:
    asked = SyncLead(marketo_id=7, foreign_id="A-9", foreign_type=ForeignType.CUSTOM)
    now = replace(lead(), foreign_id=text_value("B-1"), foreign_type=text_value("CUSTOM"))
    found = fates(lead(), asked, now)
    assert (found["ForeignSysPersonId"], found["ForeignSysType"]) == (Fate.UNKNOWN, Fate.STUCK)
    assert asked_of(asked)["ForeignSysType"] == "CUSTOM"


def test_the_fields_a_lead_is_found_by() -> None:
    by_foreign = SyncLead(foreign_id="A-9", foreign_type=ForeignType.SFDC, email=EMAIL)
    assert key_names(by_foreign) == {"ForeignSysPersonId", "ForeignSysType"}
    assert key_names(SyncLead(cookie="c", email=EMAIL)) == frozenset()
    assert key_names(request(marketo_id=7)) == {"Id"}
    assert key_names(request()) == {"Email"}


def test_over_rest_the_request_names_the_field_and_a_foreign_id_is_the_text_in_it() -> None:
    by_field = SyncLead(foreign_id="A-9", email=EMAIL, lookup_field="crmId")
    assert key_names(by_field) == {"crmId"}
    assert asked_of(by_field) == {"Email": EMAIL, "crmId": "A-9"}
    assert key_names(SyncLead(email=EMAIL, cookie="c", lookup_field="email")) == {"Email"}
    assert key_names(SyncLead(marketo_id=7, lookup_field="id")) == {"Id"}


@pytest.mark.parametrize(
    ("one", "other", "kind", "same"),
    [
        ("CEO", "CEO", "string", True),
        (" VP  Sales ", "VP Sales", "string", True),
        ("vp", "VP", "string", False),
        ("1", "true", "boolean", True),
        ("False", "0", "boolean", True),
        ("1", "true", "string", False),
        ("true", "false", "boolean", False),
        ("Ana@Acme.example", EMAIL, "email", True),
    ],
)
def test_the_plain_comparison(one: str, other: str, kind: str, *, same: bool) -> None:
    assert same_text(one, other, kind) is same


def test_the_catalogue_says_how_to_compare_and_otherwise_the_answer() -> None:
    asked, now = request(DoNotCall="true"), lead(DoNotCall="1")
    by_catalogue = Comparison(types={"DoNotCall": "boolean"})
    found = differences(lead(DoNotCall="0"), asked, now, by_catalogue)[0]
    assert (found.fate, found.type) == (Fate.STUCK, "boolean")
    found = differences(lead(DoNotCall="0"), asked, now)[0]
    assert (found.fate, found.type) == (Fate.CHANGED, "string")


def test_another_comparison_can_be_plugged_in() -> None:
    def anything(_one: str, _other: str, kind: str) -> bool:
        return kind == "string"

    found = differences(lead(Title="a"), request(Title="b"), lead(Title="c"), Comparison(same=anything))
    assert found[0].name == "Title"
    assert {one.name: one.fate for one in found}["Title"] is Fate.AS_BEFORE


def test_an_address_is_compared_without_its_case() -> None:
    assert fates(lead(), request(email="ANA@acme.example"), lead())["Email"] is Fate.KEY


def exact(one: str, other: str, _kind: str) -> bool:
    return one == other


@pytest.mark.parametrize(
    ("was", "asked", "now", "fate"),
    [
        (EMAIL, EMAIL.upper(), EMAIL, Fate.KEY),
        (EMAIL.upper(), EMAIL, EMAIL.upper(), Fate.KEY),
        (EMAIL, f" {EMAIL.title()} ", EMAIL, Fate.KEY),
        (None, EMAIL.upper(), EMAIL, Fate.KEY),
        (EMAIL, EMAIL.upper(), "bob@acme.example", Fate.CHANGED),
        ("", EMAIL.upper(), EMAIL, Fate.CHANGED),  # a new lead
    ],
)
def test_an_address_that_found_its_lead_by_other_capitals_was_not_refused(
    was: str | None, asked: str, now: str, fate: Fate
) -> None:
    before = None if was is None else replace(lead(), email=text_value(was))
    after = replace(lead(), email=text_value(now))
    found = differences(before, request(email=asked), after, Comparison(same=exact))
    assert {one.name: one.fate for one in found}["Email"] is fate


def test_an_address_that_was_asked_for_by_its_name_over_rest_is_that_of_the_record() -> None:
    asked = SyncLead(
        marketo_id=7,
        attributes=(AttributeToSend("email", "bob@acme.example"), AttributeToSend("Title", "CEO")),
        lookup_field="id",
    )
    after = replace(lead(Title="CEO"), email=text_value("bob@acme.example"))
    found = {one.name: one for one in differences(lead(Title="VP"), asked, after)}
    assert "Email" not in found
    assert (found["email"].fate, found["email"].was) == (Fate.STUCK, text_value(EMAIL))
    refused = {one.name: one.fate for one in differences(lead(), asked, lead())}
    assert (refused["email"], refused["Title"]) == (Fate.REFUSED, Fate.REFUSED)
    unseen = {one.name: one.fate for one in differences(None, asked, None)}
    assert (unseen["email"], unseen["Title"]) == (Fate.UNKNOWN, Fate.UNKNOWN)


def test_over_rest_an_address_in_the_table_goes_in_place_of_one_beside_the_key() -> None:
    asked = replace(REST_BY_ID, email=EMAIL, attributes=(AttributeToSend("email", "bob@acme.example"),))
    [found] = [
        one
        for one in named_by_rest(differences(lead(), asked, replace(lead(), email=text_value("bob@acme.example"))))
        if one.name == "email"
    ]
    assert (found.was, found.asked, found.fate) == (text_value(EMAIL), "bob@acme.example", Fate.STUCK)
    assert address_of(asked) == "bob@acme.example"
    assert address_of(replace(asked, attributes=())) == EMAIL
    assert address_of(replace(asked, lookup_field="")) == EMAIL, "over SOAP that is no address"
    assert address_of(REST_BY_ID) is None


def test_an_address_by_which_the_lead_is_found_stays_beside_a_field_of_that_name() -> None:
    asked = replace(request(email=EMAIL), attributes=(AttributeToSend("email", "bob@acme.example"),))
    found = {one.name: one.fate for one in differences(lead(), asked, lead())}
    assert (found["Email"], found["email"]) == (Fate.KEY, Fate.REFUSED)


def test_an_address_that_was_to_get_other_capitals_and_did_not_is_not_taken() -> None:
    asked = request(email=EMAIL, Email=EMAIL.title())
    found = differences(lead(), asked, lead(), Comparison(same=exact))
    assert {one.name: one.fate for one in found}["Email"] is Fate.REFUSED


def test_the_first_of_two_values_counts() -> None:
    twice = replace(lead(), attributes=(*lead(Title="CEO").attributes, *lead(Title="VP").attributes))
    assert fates(lead(), request(Title="CEO"), twice)["Title"] is Fate.STUCK


def test_what_is_not_documented_comes_last() -> None:
    now = replace(lead(), extras=(Extra("leadRecord/novelty", "?"),))
    assert differences(lead(), request(), now)[-1] == FieldDifference(
        "leadRecord/novelty", "", None, None, text_value("?"), Fate.UNEXPECTED
    )


@given(st.dictionaries(st.sampled_from("ABCD"), TEXTS), *[st.dictionaries(st.sampled_from("ABCD"), TEXTS)] * 2)
def test_every_field_is_told_once_and_what_was_asked_before_what_was_not(
    was: dict[str, str], asked: dict[str, str], now: dict[str, str]
) -> None:
    attributes = tuple(AttributeToSend(name, text) for name, text in asked.items())
    found = differences(lead(**was), SyncLead(email=EMAIL, attributes=attributes), lead(**now))
    names = [one.name for one in found]
    assert len(names) == len(set(names))
    assert set(names) == {*was, *asked, *now, "Id", "Email", "ForeignSysPersonId", "ForeignSysType"}
    assert {one.name for one in found[: len(asked)]} == set(asked)


def test_of_a_lead_that_was_not_there_nothing_is_as_before() -> None:
    new = lead("9", Title="CEO", City="Rome", Fax="")
    found = {one.name: one for one in differences(NOBODY, request(Title="CEO", Phone="", Fax="1"), new)}
    assert {one.was for one in found.values()} == {NO_LEAD}
    assert {name: one.fate for name, one in found.items()} == {
        "Title": Fate.STUCK,
        "Phone": Fate.CLEARED,
        "Fax": Fate.NOT_STUCK,
        "Email": Fate.STUCK,
        "City": Fate.ALSO_CHANGED,
        "Id": Fate.NOT_COMPARED,
        "ForeignSysPersonId": Fate.NOT_COMPARED,
        "ForeignSysType": Fate.NOT_COMPARED,
    }
    assert fates(NOBODY, request(Title="CEO"), lead(Title="CTO"))["Title"] is Fate.CHANGED


def test_that_a_new_lead_has_a_number_is_no_change() -> None:
    assert fates(NOBODY, request(), lead())["Id"] is Fate.NOT_COMPARED


@pytest.mark.parametrize("name", ["updatedAt", "UpdatedAt"])
def test_that_a_change_notes_its_own_time_is_no_news(name: str) -> None:
    was, now = (lead(**{name: f"2026-11-25T02:50:3{second}Z"}) for second in (0, 5))
    assert fates(was, request(Title="CEO"), now)[name] is Fate.NOT_COMPARED


REST_BY_ID = SyncLead(marketo_id=7, lookup_field="id")


def test_over_rest_identifiers_have_the_names_of_fields_and_there_are_no_foreign_ids() -> None:
    found = differences(lead(), replace(REST_BY_ID, email="new@b.example"), lead())
    assert {"Id", "Email", "ForeignSysPersonId", "ForeignSysType"} <= {one.name for one in found}
    shown = named_by_rest(found)
    assert [one.name for one in shown] == ["email", "id"]
    asked = named_by_rest(differences(None, SyncLead(foreign_id="A-9"), None))
    assert [one.name for one in asked] == ["ForeignSysPersonId"]


def test_a_record_that_does_not_tell_its_number_has_not_lost_it() -> None:
    found = fates(lead(), request(marketo_id=7, Title="CEO"), lead("", Title="CEO"))
    assert (found["Id"], found["Title"]) == (Fate.UNKNOWN, Fate.STUCK)


def test_what_every_new_lead_gets_is_no_news_and_another_partition_is() -> None:
    new = lead("9", Title="CEO", createdAt="2026-11-25T02:50:30Z", leadPartitionId="1")
    found = fates(NOBODY, request(Title="CEO"), new)
    assert (found["createdAt"], found["leadPartitionId"]) == (Fate.NOT_COMPARED, Fate.NOT_COMPARED)
    moved = fates(lead(leadPartitionId="1"), request(Title="CEO"), lead(Title="CEO", leadPartitionId="2"))
    assert moved["leadPartitionId"] is Fate.ALSO_CHANGED


def test_what_tells_something_of_a_send() -> None:
    found = differences(
        lead(Title="VP", Phone="1", Fax="2"), request(Title="CEO"), lead(Title="CEO", Phone="3", Fax="2")
    )
    assert [one.name for one in telling(found)] == ["Title", "Phone", "Email"]
