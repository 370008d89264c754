"""The few fields that tell leads apart, and none that is the same in all of them."""

from hypothesis import given
from hypothesis import strategies as st

from mktgui.domain.lead import ABSENT, LeadAttribute, LeadRecord, text_value
from mktgui.domain.telling_apart import MOST, SHOWN_ANYWAY, differ, telling_fields


def lead(number: int, foreign: str = "", **fields: str) -> LeadRecord:
    attributes = tuple(LeadAttribute(name, ABSENT, text_value(text)) for name, text in fields.items())
    return LeadRecord(id=text_value(str(number)), foreign_id=text_value(foreign), attributes=attributes)


def test_a_field_that_is_the_same_in_all_tells_nothing() -> None:
    records = (lead(1, Country="France", City="Paris"), lead(2, Country="France", City="Lyon"))
    assert telling_fields(records) == ("City",)


def test_what_one_of_them_does_not_have_tells_them_apart() -> None:
    assert telling_fields((lead(1, Title="CEO"), lead(2))) == ("Title",)
    assert telling_fields((lead(1), lead(2, foreign="0035000000ABcDe"))) == ("ForeignSysPersonId",)


def test_what_is_shown_of_every_lead_is_not_shown_twice() -> None:
    records = (lead(1, FirstName="Ana", CreatedAt="2024"), lead(2, FirstName="Bea", CreatedAt="2025"))
    assert telling_fields(records) == ()


def test_what_people_know_comes_first_and_long_texts_come_last() -> None:
    one = lead(1, Notes="x" * 300, ZCustom="1", ACustom="1", LeadStatus="New", Title="CEO")
    other = lead(2, Notes="y" * 300, ZCustom="2", ACustom="", LeadStatus="Old", Title="CTO")
    assert telling_fields((one, other)) == ("LeadStatus", "Title", "ZCustom", "ACustom", "Notes")


def test_over_rest_the_same_fields_count() -> None:
    records = (lead(1, firstName="x", zip="1", title="CEO"), lead(2, firstName="y", zip="2", title="CIO"))
    assert telling_fields(records) == ("title", "zip")


def test_more_values_tell_more() -> None:
    records = (lead(1, A="x", B="1"), lead(2, A="x", B="2"), lead(3, A="y", B="3"))
    assert telling_fields(records) == ("B", "A")
    assert telling_fields(records, most=1) == ("B",)


def test_one_lead_or_none_needs_no_telling_apart() -> None:
    assert telling_fields(()) == ()
    assert telling_fields((lead(1, Title="CEO"),)) == ()


def test_a_column_tells_something_where_its_texts_differ() -> None:
    assert differ(("a", "b"))
    assert not differ(("a", "a"))
    assert not differ(())


names = st.sampled_from(("Id", "FirstName", "Title", "City", "Score", "Notes", "X1", "X2", "X3", "X4"))


@given(st.lists(st.dictionaries(names, st.sampled_from(("", "a", "b", "c" * 60))), max_size=5))
def test_whatever_the_leads_are_the_fields_differ_and_are_few(given_fields: list[dict[str, str]]) -> None:
    records = [lead(number, **fields) for number, fields in enumerate(given_fields)]
    found = telling_fields(records)
    assert len(found) <= MOST
    assert len(set(found)) == len(found)
    assert not SHOWN_ANYWAY & set(found)
    for name in found:
        assert len({fields.get(name, "") for fields in given_fields}) > 1
