"""What is wrong with a record, all at once, before anything is written."""

import pytest

from mktgui.practice.rest.fields import by_name
from mktgui.practice.rest.jsontext import read
from mktgui.practice.rest.records import Record, RecordReader, SkipError
from mktgui.practice.settings import RestReadOnly, Settings
from mktgui.practice.world import World

FIELDS = by_name(World.bundled())


def reading(raw: str, lookup: str = "email", settings: Settings | None = None) -> tuple[Record, list[str]]:
    notes: list[str] = []
    reader = RecordReader(FIELDS, FIELDS.get(lookup), settings or Settings(), notes.append)
    values = read(raw.encode())
    assert isinstance(values, dict)
    return reader.read(values), notes


def reasons(raw: str, lookup: str = "email", settings: Settings | None = None) -> list[tuple[str, str]]:
    with pytest.raises(SkipError) as caught:
        reading(raw, lookup, settings)
    assert str(caught.value) == "; ".join(reason.code for reason in caught.value.reasons)
    return [(reason.code, reason.message) for reason in caught.value.reasons]


def test_the_texts_go_by_the_names_of_the_store() -> None:
    record, notes = reading('{"email":"a@x.example","leadScore":7,"dateOfBirth":null,"gdprConsent":true}')
    assert record.texts == {
        "Email": "a@x.example",
        "LeadScore": "7",
        "DateofBirth": "",
        "GDPR_Consent__c": "true",
    }
    assert (record.key, notes) == ("a@x.example", [])


def test_everything_that_is_wrong_is_told() -> None:
    assert reasons('{"pants":1,"leadScore":"x","company":"Acme","title":"ok","Email":"a"}') == [
        ("1006", "Field 'pants' not found"),
        ("1001", "Invalid value 'x'. Required of type 'integer'"),
        ("1021", "Field 'company' belongs to the company"),
        ("1006", "Field 'Email' not found"),
    ]


@pytest.mark.parametrize("raw", ["{}", '{"email":null}', '{"email":""}', '{"title":"x"}'])
def test_without_a_key_there_is_nobody_to_look_up(raw: str) -> None:
    assert reasons(raw) == [("1003", "Value for lookup field 'email' not found")]
    assert reading(raw, "")[0].key == ""


def test_the_id_only_says_who_is_meant() -> None:
    record, _ = reading('{"id":318815,"email":"new@x.example"}', "id")
    assert (record.key, record.texts) == ("318815", {"Email": "new@x.example"})
    for lookup in ("email", ""):
        assert reasons('{"id":318815}', lookup) == [("1003", "Field 'id' is only allowed for updateOnly by 'id'")]
    assert reasons('{"id":"318815"}', "id") == [("1001", "Invalid value '318815'. Required of type 'integer'")]
    assert reasons('{"id":null}', "id") == [("1003", "Value for lookup field 'id' not found")]


def test_a_custom_field_can_be_the_key() -> None:
    assert reading('{"externalKey":"A-1"}', "externalKey")[0].key == "A-1"
    assert reading('{"nps":7}', "nps")[0].key == "7"


@pytest.mark.parametrize("name", ["createdAt", "updatedAt", "leadPartitionId", "regionLocked"])
def test_what_is_read_only_is_ignored_or_a_reason(name: str) -> None:
    raw = f'{{"email":"a@x.example","{name}":"x"}}'
    record, notes = reading(raw)
    assert (record.texts, notes) == ({"Email": "a@x.example"}, [f"ignored write to {name}"])
    for setting in (RestReadOnly.NOT_FOUND, RestReadOnly.INVALID):
        settings = Settings(rest_read_only=setting)
        assert reasons(raw, "email", settings) == [(setting.value, f"Field '{name}' is read-only")]


def test_the_company_may_be_written_where_the_switch_says_so() -> None:
    settings = Settings(rest_company_writable=True)
    record, _ = reading('{"email":"a@x.example","annualRevenue":12.5}', "email", settings)
    assert record.texts["AnnualRevenue"] == "12.5"
