"""Placeholders in JSON: by key, in the middle of strings, and nothing else is touched."""

import json

from hypothesis import given
from hypothesis import strategies as st

from mktgui.domain.calls import AttributeToSend, SyncLead
from mktgui.domain.needles import is_telling
from mktgui.domain.pseudonyms import pseudonyms_for
from mktgui.wire.disguise_json import disguised_json
from tests.domain.tickets import ANSWER, CALL

MASKED = pseudonyms_for(CALL, ANSWER)
VALUES = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30).filter(
    lambda text: is_telling(text.strip())
)


def test_values_by_their_keys() -> None:
    text = (
        '{ "success" : true,\r\n "result":[{"id":318815, "email" :"ANA.ruiz@acme.example",'
        '"firstName":"\\u0041na", "x": 1.5e3}]}'
    )
    assert disguised_json(text, MASKED) == (
        '{ "success" : true,\r\n "result":[{"id":"lead-1", "email" :"person-1@example.com",'
        '"firstName":"person-1 first name", "x": 1.5e3}]}'
    )


def test_in_the_middle_of_strings() -> None:
    text = (
        '{"message": "No \\"Ana Ruiz\\" \\/ 318815", "url": "?q=ana.ruiz%40acme.example",'
        ' "other": "r\\u00e9sum\\u00e9"}'
    )
    assert disguised_json(text, MASKED) == (
        '{"message": "No \\"person-1\\" / lead-1", "url": "?q=person-1@example.com", "other": "r\\u00e9sum\\u00e9"}'
    )


def test_words_of_the_protocol_and_keys_stay() -> None:
    text = '{"Ana": 1, "status": "Ruiz", "code": "318815", "list": ["Acme", 318815, null]}'
    assert disguised_json(text, MASKED) == text.replace('"Acme"', '"company-1"')


@given(VALUES, st.booleans())
def test_any_value_in_any_string(value: str, plain: bool) -> None:  # noqa: FBT001 - drawn
    masked = pseudonyms_for(SyncLead(attributes=(AttributeToSend("notes", value),)), None, {"notes": "string"})
    text = json.dumps({"notes": value, "other": [f"«{value.strip()}»", 5]}, ensure_ascii=plain)
    there = json.loads(disguised_json(text, masked))
    hidden = "person-1@example.com" if "@" in value and "@" in there["notes"] else "person-1 notes"  # also 0@0.ก is one
    assert there == {"notes": hidden, "other": [f"«{hidden}»", 5]}
