"""Each value has one placeholder wherever it is, and what is ticked is masked everywhere."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mktgui.domain.answers import Found
from mktgui.domain.calls import AttributeToSend, DescribeObject, GetLead, LookupKey, SyncLead
from mktgui.domain.lead import LeadRecord
from mktgui.domain.needles import is_telling
from mktgui.domain.personal import PersonalKind, kind_of
from mktgui.domain.pseudonyms import NO_LEAD, folded, masked_call, pseudonyms_for
from tests.domain.leads import lead
from tests.domain.tickets import ANSWER, CALL, NOTE, by_field, shown

VALUES = (
    st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=24)
    .map(str.strip)
    .filter(is_telling)
    .filter(lambda text: kind_of("Notes__c", text=text) is not PersonalKind.PLAIN)  # no truth value, no short number
)


def test_placeholders_tell_the_kind_and_are_the_same_in_request_and_answer() -> None:
    values = by_field(pseudonyms_for(CALL, ANSWER))
    assert {field: one.placeholder for field, one in values.items()} == {
        "Email": "person-1@example.com",
        "FirstName": "person-1 first name",
        "Notes__c": "person-1 Notes__c",
        "Title": "person-1 Title",
        "LeadScore": "person-1 LeadScore",
        "Id": "lead-1",
        "LastName": "person-1 last name",
        "Website": "example.com",
        "Company": "company-1",
        "Phone": "person-1 phone",
    }
    assert [field for field, one in values.items() if not one.ticked] == ["LeadScore", "Title"]


def test_people_are_numbered_in_order_of_appearance() -> None:
    found = Found(records=(lead("8", "bo@x.example", FirstName="Bo"), lead("7", "ana@x.example", FirstName="Ana")))
    masked = pseudonyms_for(GetLead(LookupKey.SFDCACCOUNTID, "0015"), found)
    assert [one.placeholder for one in masked.values] == [
        "foreign-id-1",
        "lead-1",
        "person-1@example.com",
        "person-1 first name",
        "lead-2",
        "person-2@example.com",
        "person-2 first name",
    ]


def test_a_second_value_of_the_same_kind_has_a_placeholder_of_its_own() -> None:
    call = SyncLead(
        email="new@x.example",
        attributes=(
            AttributeToSend("Email", "old@x.example"),
            AttributeToSend("City", "Ulm"),
            AttributeToSend("State", "By"),
        ),
    )
    assert [one.placeholder for one in pseudonyms_for(call).values] == [
        "person-1@example.com",
        "person-1.2@example.com",
        "person-1 place",
        "person-1 place 2",
    ]


def test_what_two_people_share_is_one_value_with_one_placeholder() -> None:
    found = Found(records=(lead("8", "bo@x.example", Company="Acme"), lead("7", "ana@x.example", Company="ACME ")))
    values = [one for one in pseudonyms_for(GetLead(LookupKey.IDNUM, "8"), found).values if one.fields == ("Company",)]
    assert [(one.placeholder, one.persons) for one in values] == [("company-1", (0, 1))]


def test_texts_that_are_equal_by_chance_are_two_values() -> None:
    call = SyncLead(attributes=(AttributeToSend("A__c", "blue"), AttributeToSend("B__c", "blue")))
    assert [one.placeholder for one in pseudonyms_for(call).values] == ["person-1 A__c", "person-1 B__c"]


def test_no_placeholder_is_a_value_of_somebody_else() -> None:
    call = SyncLead(
        email="person-2@example.com", attributes=(AttributeToSend("X__c", "was person-1@example.com, lead-1"),)
    )
    found = Found(records=(LeadRecord(), lead("318815", "person-1@example.com")))
    masked = pseudonyms_for(call, found)
    assert [one.placeholder for one in masked.values] == [
        "person-3@example.com",
        "person-3 X__c",
        "lead-2",
        "person-4@example.com",
    ]


def test_a_name_of_a_field_is_tamed_in_a_placeholder() -> None:
    call = SyncLead(attributes=(AttributeToSend("<a--b & \"c'>" + 50 * "x", "blue"),))
    (value,) = pseudonyms_for(call).values
    assert value.placeholder == "person-1 _a_b_c_" + 33 * "x"


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("Lead 318815 (Ana Ruiz) was updated.", "Lead lead-1 (person-1) was updated."),
        ("RUIZ, ANA", "person-1"),
        ("anaruiz, ana.ruiz", "person-1, person-1"),
        ("https://acme.example/ana.ruiz", "https://example.com/person-1"),
        ("we called you on Monday &amp; &lt;again&gt;.", "person-1 Notes__c"),
        ("ANA.RUIZ@ACME.EXAMPLE", "person-1@example.com"),
        ("(512) 555 0142", "(person-1 phone"),
        ("LeadScore 42", "LeadScore 42"),
    ],
)
def test_parts_of_values_in_other_text(text: str, masked: str) -> None:
    assert pseudonyms_for(CALL, ANSWER).inside(text) == masked


def test_an_address_of_a_role_is_not_looked_for_by_its_role() -> None:
    masked = pseudonyms_for(SyncLead(email="info@localhost"))
    assert masked.inside("info from info@localhost on localhost") == "info from person-1@example.com on localhost"


def test_what_is_not_ticked_is_shown_but_for_others_in_it() -> None:
    masked = pseudonyms_for(CALL, ANSWER)
    assert masked.value("Title", "Assistant of Ana Ruiz") == "Assistant of person-1"
    assert masked.value("Notes__c", NOTE) == "person-1 Notes__c"
    assert masked.whole("title", "assistant of ana  ruiz") is None
    fewer = shown(masked, "FirstName", "LastName", "Email")
    assert fewer.value("Title", "Assistant of Ana Ruiz") == "Assistant of Ana Ruiz"
    assert fewer.value("Email", "ana.ruiz@acme.example") == "ana.ruiz@example.com"  # for the web address
    more = masked.with_tick(list(masked.values).index(by_field(masked)["LeadScore"]), ticked=True)
    assert more.value("LeadScore", "42") == "person-1 LeadScore"


def test_a_call_about_nobody() -> None:
    call = SyncLead(
        marketo_id=318815,
        email="ana@acme.example",
        foreign_id="0035",
        cookie="id:1&token:2",
        attributes=(AttributeToSend("FirstName", "Ana"), AttributeToSend("LeadScore", "42")),
        workspace="EMEA",
    )
    masked = masked_call(call, pseudonyms_for(call))
    assert masked == SyncLead(
        marketo_id=NO_LEAD,
        email="person-1@example.com",
        foreign_id="foreign-id-1",
        cookie="cookie-1",
        attributes=(AttributeToSend("FirstName", "person-1 first name"), AttributeToSend("LeadScore", "42")),
        workspace="EMEA",
    )


def test_a_call_by_a_field_of_its_own() -> None:
    call = SyncLead(foreign_id="A-99", lookup_field="externalKey")
    assert masked_call(call, pseudonyms_for(call)).foreign_id == "person-1 externalKey"  # type: ignore[union-attr]


def test_what_is_shown_stays_in_a_call() -> None:
    call = SyncLead(marketo_id=318815)
    assert masked_call(call, shown(pseudonyms_for(call), "Id")) == call
    assert masked_call(SyncLead(email="a@b.example"), pseudonyms_for(DescribeObject())) == SyncLead(email="a@b.example")
    assert masked_call(DescribeObject(), pseudonyms_for(DescribeObject())) == DescribeObject()
    question = GetLead(LookupKey.EMAIL, "ana@acme.example")
    assert masked_call(question, pseudonyms_for(question)) == GetLead(LookupKey.EMAIL, "person-1@example.com")


@given(st.dictionaries(st.sampled_from(["FirstName", "LastName", "Company", "Notes__c", "City"]), VALUES, min_size=1))
def test_any_value_is_masked_whole_and_in_the_middle(values: dict[str, str]) -> None:
    call = SyncLead(attributes=tuple(AttributeToSend(name, text) for name, text in values.items()))
    masked = pseudonyms_for(call)
    given_out = {one.placeholder for one in masked.values}
    assert len(given_out) == len(masked.values)
    for name, text in values.items():
        whole = masked.whole(name, text)
        assert whole in given_out
        assert masked.whole(name, f"  {text.upper()} ") == (whole if folded(text.upper()) == folded(text) else None)
        assert text not in masked.inside(f"«{text}»").removeprefix("«").removesuffix("»") or text in "".join(given_out)


@pytest.mark.parametrize("text", ["no", "1234"])
def test_a_truth_value_or_a_short_number_in_a_field_of_no_known_type_is_masked_once_it_is_ticked(text: str) -> None:
    masked = pseudonyms_for(SyncLead(attributes=(AttributeToSend("Notes__c", text),)))
    assert (masked.whole("Notes__c", text), masked.inside(f"«{text}»")) == (None, f"«{text}»")
    assert masked.with_tick(0, ticked=True).whole("Notes__c", text) == "person-1 Notes__c"


def test_kinds_that_hardly_tell_who_it_is_are_listed_and_not_ticked() -> None:
    call = SyncLead(attributes=(AttributeToSend("Industry", "Mining"), AttributeToSend("Unsubscribed", "true")))
    assert [(one.kind, one.ticked) for one in pseudonyms_for(call).values] == 2 * [(PersonalKind.PLAIN, False)]
