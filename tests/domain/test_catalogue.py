"""Which field a text means, which can be written, and what becomes of a description in any state."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mktgui.domain.answers import FieldDescription
from mktgui.domain.catalogue import NO_CATALOGUE, Catalogue, Lock, described_catalogue, lock_of
from tests.domain.fields import READ_AT, complete, field

TITLE, COMPANY = field("Title", "Job Title"), field("Company", "Company Name")
JIGSAW = field("Marketo Jigsaw Contact Id", "Jigsaw Contact Id", "integer")
EMAIL, ID, LIST = field("Email", "Email Address"), field("Id", kind="integer"), field("leadAttributeList", kind="Array")
TIER = field("Customer_Tier__c", "Customer Tier", custom=True)
CATALOGUE = complete(ID, EMAIL, LIST, TITLE, COMPANY, JIGSAW, TIER)
STANDARD = Catalogue((field("LeadScore", "Lead Score", "score"), field("City", "City", size=255)))


def names(*fields: object) -> list[str]:
    return [getattr(one, "name", "") for one in fields]


def test_a_catalogue_that_was_read_is_complete_and_ours_is_not() -> None:
    assert CATALOGUE.is_complete
    assert not STANDARD.is_complete
    assert not NO_CATALOGUE.is_complete


def test_parts_of_the_record_are_no_attributes() -> None:
    assert names(*CATALOGUE.attributes) == ["Title", "Company", "Marketo Jigsaw Contact Id", "Customer_Tier__c"]


def test_of_two_fields_with_one_name_the_first_counts_and_none_is_nameless() -> None:
    second, nameless = field("Title", "Other"), field("", "Nothing")
    made = complete(TITLE, nameless, second)
    assert made.by_name == {"Title": TITLE}
    assert made.attributes == (TITLE,)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Title", "Title"),
        (" title ", "Title"),
        ("job title", "Title"),
        ("JOB \u00a0 TITLE", "Title"),
        ("marketo jigsaw contact id", "Marketo Jigsaw Contact Id"),
        ("Jigsaw Contact Id", "Marketo Jigsaw Contact Id"),
        ("email address", "Email"),
    ],
)
def test_a_text_means_a_field_by_name_or_label(text: str, name: str) -> None:
    found = CATALOGUE.resolve(text)
    assert found is not None
    assert found.name == name


@pytest.mark.parametrize("text", ["", "Job", "Titel", "JobTitle"])
def test_anything_else_means_none(text: str) -> None:
    assert CATALOGUE.resolve(text) is None


def test_where_two_are_called_so_only_the_exact_name_decides() -> None:
    twins = complete(field("Tier", "Level"), field("tier", "Rank"), field("Grade", "Level"))
    assert names(twins.resolve("Tier")) == ["Tier"]
    assert twins.resolve("TIER") is None
    assert twins.resolve("level") is None
    label_of_another = complete(field("Title"), field("Function", "Role"), field("Role", "Function"))
    assert names(label_of_another.resolve("Role")) == ["Role"]
    assert label_of_another.resolve("role") is None


def test_what_the_other_api_calls_a_field_means_it_too() -> None:
    jigsaw = replace(field("jigsawContactId"), soap_name=JIGSAW.name, rest_name="jigsawContactId")
    title = replace(field("title"), soap_name="Title", rest_name="title")
    clash = replace(field("rank"), soap_name="title", rest_name="rank")
    made = complete(jigsaw, title, clash)
    assert made.resolve(" marketo jigsaw contact id") == jigsaw
    assert made.by_other_name == {JIGSAW.name: jigsaw, "Title": title}
    assert made.resolve("title") == title


def test_an_empty_text_does_not_mean_a_field_without_a_label() -> None:
    assert complete(replace(TITLE, label="")).resolve(" ") is None


def test_fields_are_found_by_any_part_of_name_or_label() -> None:
    fields = [field("RoleOfTitle"), field("Company", "The Title Company"), field("subtitle"), field("Title_x"), TITLE]
    assert names(*complete(*fields, field("City"), EMAIL).find(" TITLE ")) == [
        "Title",
        "Title_x",
        "Company",
        "RoleOfTitle",
        "subtitle",
    ]
    assert complete(*fields).find("nothing") == ()
    assert names(*CATALOGUE.find("")) == names(*CATALOGUE.attributes)


def test_a_slip_is_near_to_what_was_meant() -> None:
    assert names(*CATALOGUE.nearest("Titel")) == ["Title"]
    assert names(*CATALOGUE.nearest("customer tier")) == ["Customer_Tier__c"]


@pytest.mark.parametrize(
    ("description", "lock"),
    [
        (None, None),
        (field("Title"), None),
        (field("Title", read_only=True, update_blocked=True), Lock.READ_ONLY),
        (field("Title", update_blocked=True), Lock.UPDATE_BLOCKED),
        (field("CreatedAt"), Lock.READ_ONLY),
        (field("urgency"), Lock.READ_ONLY),
        (field("Priority", custom=True), None),
        (field("AnonymousIP"), None),
        (field("InferredCompany"), None),
    ],
)
def test_why_a_field_cannot_be_written(description: FieldDescription | None, lock: Lock | None) -> None:
    assert lock_of(description) is lock


@pytest.mark.parametrize("name", ["createdAt", "UpdatedAt", "isAnonymous", "priority", "AnonymousIP", "inferredCity"])
def test_what_marketo_keeps_itself_is_locked_also_where_nothing_was_read(name: str) -> None:
    assert NO_CATALOGUE.lock(name) is Lock.READ_ONLY
    assert complete(TITLE).lock(name) is None  # not there at all, which is said elsewhere


def test_what_was_read_counts_where_it_is_not_sure_that_marketo_keeps_a_field() -> None:
    assert complete(field("AnonymousIP")).lock("AnonymousIP") is None
    assert complete(field("AnonymousIP", read_only=True)).lock("AnonymousIP") is Lock.READ_ONLY
    assert NO_CATALOGUE.lock("Title") is None


def test_a_description_is_taken_as_it_comes() -> None:
    made = described_catalogue((TITLE, TIER), READ_AT, STANDARD)
    assert (made.fields, made.read_at) == ((TITLE, TIER), READ_AT)


def test_what_it_leaves_out_of_a_standard_field_is_known() -> None:
    made = described_catalogue((field("LeadScore", kind=""), field("City", "Stadt")), READ_AT, STANDARD)
    assert made.fields == (field("LeadScore", "Lead Score", "score"), field("City", "Stadt", size=255))
    retyped = described_catalogue((field("City", kind="text"),), READ_AT, STANDARD)
    assert retyped.fields == (field("City", "City", "text"),)


def test_a_broken_description_does_no_harm() -> None:
    broken = (
        field("", "Nameless"), field("  "), LIST, field(" Title ", " ", " string ", 0), TITLE, field("City", size=-3),
        field("X", kind="no such type", size=10**12),
    )  # fmt: skip
    made = described_catalogue(broken, READ_AT)
    assert made.fields == (field("Title"), field("City"), field("X", kind="no such type", size=10**12))


def test_ten_thousand_fields_are_no_trouble() -> None:
    made = described_catalogue((field(f"Field_{number}__c") for number in range(10_000)), READ_AT)
    assert len(made.attributes) == 10_000
    assert made.nearest("Feild_77__c")
    assert made.resolve("FIELD_9999__C") == made.fields[-1]


FIELDS = st.lists(
    st.builds(field, st.text(max_size=4), st.text(max_size=4), st.text(max_size=4), st.none() | st.integers()),
    max_size=8,
)


@given(FIELDS, st.text(max_size=4))
def test_any_description_and_any_text_can_be_asked_about(fields: list[FieldDescription], text: str) -> None:
    made = described_catalogue(fields, READ_AT, STANDARD)
    assert len({one.name for one in made.fields}) == len(made.fields)
    assert all(one.name and one.label for one in made.fields)
    assert set(made.find(text)) <= set(made.attributes)
    assert set(made.nearest(text)) <= set(made.fields)
    assert made.resolve(text) in {None, *made.fields}
    for one in made.fields:
        assert made.resolve(one.name) == one
