"""A misspelled name is near to the right one, and to few others, among very many."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mktgui.domain.likeness import Likenesses
from tests.domain.fields import field

NAMES = ["Title", "City", "Company", "Country", "Phone", "MobilePhone", "MainPhone", "LeadScore", "LeadSource", "State"]
FEW = Likenesses([field(name) for name in NAMES])


def near(name: str, limit: int = 3) -> list[str]:
    return [one.name for one in FEW.nearest(name, limit)]


@pytest.mark.parametrize(
    ("slip", "meant"),
    [
        ("Titel", "Title"),
        ("title", "Title"),
        ("Cty", "City"),
        ("lead_score", "LeadScore"),
        ("Lead Scroe", "LeadScore"),
        ("Compny", "Company"),
        ("Moblie Phone", "MobilePhone"),
    ],
)
def test_a_slip_or_two_are_forgiven(slip: str, meant: str) -> None:
    assert near(slip)[0] == meant


@pytest.mark.parametrize("text", ["", "  ", "_", "Quux", "x" * 10_000])
def test_what_is_like_nothing_is_near_to_nothing(text: str) -> None:
    assert near(text) == []


def test_no_more_are_given_than_wanted_and_the_likeliest_come_first() -> None:
    assert near("LeadSourc", 1) == ["LeadSource"]
    assert near("LeadSourc", 2) == ["LeadSource", "LeadScore"]


def test_a_field_that_is_alike_by_name_and_by_label_is_given_once() -> None:
    both = Likenesses([field("JobTitle", "Job Titles"), field("Other", "Jop Title")])
    assert [one.name for one in both.nearest("JobTitl", 3)] == ["JobTitle", "Other"]


def test_among_ten_thousand_the_right_one_is_found() -> None:
    many = Likenesses([*(field(f"Custom_Field_Number_{number}__c") for number in range(10_000)), field("Salutation")])
    assert many.nearest("Salutaion", 3)[0].name == "Salutation"
    assert many.nearest("Custom_Feild_Number_77__c", 3)[0].name == "Custom_Field_Number_77__c"


@given(st.lists(st.text(max_size=6), max_size=6), st.text(max_size=8), st.integers(0, 4))
def test_any_names_can_be_compared(names: list[str], asked: str, limit: int) -> None:
    found = Likenesses([field(name) for name in names]).nearest(asked, limit)
    assert len(found) <= limit
    assert {one.name for one in found} <= set(names)
    assert len({one.name for one in found}) == len(found)
