"""Fields and types are called by their names in both languages, unless an admin has named them otherwise."""

import re
import tomllib
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mktgui.domain.catalogue import Lock
from mktgui.domain.field_map import FieldPair
from mktgui.domain.field_types import FieldType, field_type
from mktgui.domain.profile import TransportKind
from mktgui.ui.field_labels import FieldLabels
from tests.domain.fields import complete, field

FILE = Path(__file__).parent.parent.parent / "resources" / "fields.toml"
DATA = tomllib.loads(FILE.read_text(encoding="utf-8"))
ENTRIES = [entry for group in ("lead", "social", "rest") for entry in DATA[group]["fields"]]
LANGUAGES = ("en", "zh_CN")
CHINESE = re.compile("[\u4e00-\u9fff]")
# Facts sheet 7: all but these have in REST their SOAP name with a small first letter.
OTHERWISE = {
    "DateofBirth": "dateOfBirth",
    "Marketo Jigsaw Contact Id": "jigsawContactId",
    "Marketo Jigsaw Contact Status": "jigsawContactStatus",
    "SICCode": "sicCode",
}
SYSTEM = {"createdAt", "updatedAt", "isAnonymous", "priority", "relativeScore", "urgency", "anonymousIP"}

ENGLISH, IN_CHINESE = FieldLabels("en"), FieldLabels("zh_CN")


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry["rest"])
def test_every_standard_field_has_its_names_labels_and_a_known_type(entry: dict[str, object]) -> None:
    assert entry["en"]
    assert CHINESE.search(str(entry["zh_CN"]))
    assert field_type(str(entry["type"])) is not None
    assert set(entry) <= {"soap", "rest", "en", "zh_CN", "type", "length", "system"}
    rest = str(entry["rest"])
    assert entry.get("system", False) is (rest in SYSTEM or rest.startswith("inferred"))
    soap = str(entry.get("soap", ""))
    if soap:
        plain = soap.removeprefix("MarketoSocial")
        assert rest == OTHERWISE.get(soap, plain[0].lower() + plain[1:])


def test_no_name_is_there_twice() -> None:
    for kind in ("soap", "rest"):
        names = [entry[kind] for entry in ENTRIES if kind in entry]
        assert len(set(names)) == len(names)


@pytest.mark.parametrize("kind", FieldType)
def test_every_type_has_a_word(kind: FieldType) -> None:
    assert ENGLISH.type_word(kind.value)
    assert CHINESE.search(IN_CHINESE.type_word(kind.value.upper()))
    assert set(DATA["types"]) == {one.value for one in FieldType}


def test_a_type_that_nobody_knows_is_its_own_word() -> None:
    assert ENGLISH.type_word("Array") == "Array"
    assert ENGLISH.type_word("dateTime") == "Date and time"


@pytest.mark.parametrize(
    ("name", "english", "chinese"),
    [
        ("LeadScore", "Lead Score", "潜在客户评分"),
        ("leadScore", "Lead Score", "潜在客户评分"),
        ("Marketo Jigsaw Contact Id", "Jigsaw Contact Id", "Jigsaw 联系人 ID"),
        ("createdAt", "Created At", "创建时间"),
        ("Id", "Marketo ID", "Marketo ID"),
        ("id", "Marketo ID", "Marketo ID"),
        ("ForeignSysPersonId", "Foreign ID", "外部 ID"),
        ("ForeignSysType", "Foreign ID type", "外部 ID 类型"),
        ("Tier__c", "Tier__c", "Tier__c"),
    ],
)
def test_a_field_is_called_by_its_label(name: str, english: str, chinese: str) -> None:
    assert (ENGLISH.label(name), IN_CHINESE.label(name)) == (english, chinese)


@pytest.mark.parametrize(
    ("name", "own", "chinese"),
    [
        ("LeadScore", "Lead Score", "潜在客户评分"),
        ("LeadScore", "", "潜在客户评分"),
        ("LeadScore", "Hotness", "Hotness"),
        ("Tier__c", "Customer Tier", "Customer Tier"),
        ("Tier__c", "", "Tier__c"),
    ],
)
def test_a_label_of_the_instance_counts_where_an_admin_gave_it(name: str, own: str, chinese: str) -> None:
    assert IN_CHINESE.label(field(name, own)) == chinese


def test_fields_can_be_found_by_the_labels_that_are_shown() -> None:
    shown = IN_CHINESE.in_words(complete(field("LeadScore", "Lead Score", "score"), field("Tier__c", "Tier")))
    assert [one.name for one in shown.find("评分")] == ["LeadScore"]
    assert shown.is_complete
    assert [one.label for one in shown.fields] == ["潜在客户评分", "Tier"]


def test_the_standard_fields_make_a_catalogue_that_is_not_whole() -> None:
    soap, rest = IN_CHINESE.standard(), IN_CHINESE.standard(TransportKind.REST)
    assert not soap.is_complete
    assert {"LeadScore", "Marketo Jigsaw Contact Id", "MarketoSocialTwitterReach"} <= set(soap.by_name)
    assert {"leadScore", "createdAt", "twitterReach"} <= set(rest.by_name)
    role = field("LeadRole", "Role", "string", 50)
    assert soap.by_name["LeadRole"] == replace(role, soap_name="LeadRole", rest_name="leadRole")
    assert rest.by_other_name["Marketo Jigsaw Contact Id"] is rest.by_name["jigsawContactId"]
    assert soap.lock("InferredCountry") is rest.lock("updatedAt") is Lock.READ_ONLY
    assert len(rest.fields) == len(ENTRIES) > len(soap.fields)


def test_it_knows_what_both_apis_call_the_standard_fields() -> None:
    pairs = ENGLISH.pairs()
    assert {FieldPair("SICCode", "sicCode"), FieldPair("", "createdAt")} <= set(pairs)
    assert len(pairs) == len(ENTRIES)


@given(st.text(), st.text(), st.sampled_from(LANGUAGES))
def test_any_field_and_any_type_have_some_word(name: str, label: str, language: str) -> None:
    labels = ENGLISH if language == "en" else IN_CHINESE
    assert labels.label(field(name, label)) in {labels.label(name), label}
    assert labels.type_word(name) or not name


def test_an_identifier_is_called_the_same_whatever_the_api_calls_it() -> None:
    assert ENGLISH.label(field("id", "Id")) == ENGLISH.label("Id") == ENGLISH.label(field("Id", ""))
