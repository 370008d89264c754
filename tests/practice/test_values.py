"""What is a value of a type, and how it is spelled in answers."""

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mktgui.practice.server import PracticeServer
from mktgui.practice.settings import BooleanForm
from mktgui.practice.values import is_value, spelled, type_word
from tests.practice.raw import ANA, Caller

GOOD = [
    ("integer", "0"),
    ("integer", "-12"),
    ("score", "+5"),
    ("percent", "100"),
    ("currency", "1234.50"),
    ("float", "-0.75"),
    ("float", "3"),
    ("boolean", "true"),
    ("boolean", "FALSE"),
    ("boolean", "1"),
    ("boolean", "0"),
    ("date", "2012-04-04"),
    ("datetime", "2012-10-15T14:01:26-05:00"),
    ("datetime", "2012-10-15T14:01:26Z"),
    ("url", "corp.example"),  # without a protocol, as real data have it
    ("string", "anything"),
]
BAD = [
    ("integer", "1.0"),
    ("integer", "12x"),
    ("integer", " 1"),
    ("integer", "٣"),  # a digit, but not one of theirs
    ("percent", "5%"),
    ("currency", "1,000"),
    ("currency", "1."),
    ("float", "NaN"),
    ("boolean", "maybe"),
    ("date", "04.04.2012"),
    ("date", "2012-02-30"),
    ("date", "2012-04-04 and more"),
    ("date", "20120404"),
    ("datetime", "2012-13-01T00:00:00Z"),
    ("datetime", "2012-10-15T25:01:26Z"),
    ("datetime", "yesterday"),
]


@pytest.mark.parametrize(("kind", "text"), GOOD)
def test_values_of_the_type(kind: str, text: str) -> None:
    assert is_value(text, kind, None)


@pytest.mark.parametrize(("kind", "text"), BAD)
def test_values_of_another_type(kind: str, text: str) -> None:
    assert not is_value(text, kind, None)


def test_a_string_is_measured_in_characters_and_a_text_in_bytes() -> None:
    assert is_value("é" * 255, "string", 255)
    assert not is_value("é" * 256, "string", 255)
    assert is_value("é" * 1000, "text", 2000)
    assert not is_value("é" * 1001, "text", 2000)
    assert is_value("x" * 30_000, "text", None)
    assert not is_value("é" * 15_001, "text", None)


@given(st.integers(min_value=-(10**17), max_value=10**17))
def test_every_whole_number_is_a_value_of_all_number_types(number: int) -> None:
    assert all(is_value(str(number), kind, None) for kind in ("integer", "score", "currency", "float"))


@given(st.datetimes(min_value=datetime(1000, 1, 1)))  # noqa: DTZ001 - the offset is written below
def test_every_moment_and_its_date_are_values(moment: datetime) -> None:
    text = f"{moment:%Y-%m-%dT%H:%M:%S}+02:00"
    assert is_value(text, "datetime", None)
    assert is_value(text[:10], "date", None)


@pytest.mark.parametrize(
    ("text", "words", "digits"),
    [("true", "true", "1"), ("1", "true", "1"), ("Yes", "true", "1"), ("false", "false", "0"), ("0", "false", "0")],
)
def test_a_boolean_has_one_spelling_in_answers(text: str, words: str, digits: str) -> None:
    assert spelled(text, "boolean", BooleanForm.WORDS) == words
    assert spelled(text, "boolean", BooleanForm.DIGITS) == digits


@pytest.mark.parametrize("form", list(BooleanForm))
def test_everything_else_is_spelled_as_it_came(form: BooleanForm) -> None:
    assert spelled("1", "integer", form) == "1"
    assert spelled(" a\nb ", "text", form) == " a\nb "


def test_answers_have_fewer_type_words_than_the_catalogue() -> None:
    words = {kind: type_word(kind) for kind in ("score", "email", "string", "url", "date", "datetime", "boolean")}
    assert words.pop("score") == "integer"
    assert words.pop("email") == "string"
    assert all(kind == word for kind, word in words.items())


@pytest.mark.parametrize(
    ("name", "value"), [("LeadScore", "12x"), ("DateofBirth", "2012-04-04x"), ("Title", "x" * 256)]
)
def test_on_the_wire_a_bad_value_is_a_fault_and_nothing_is_written(
    caller: Caller, server: PracticeServer, name: str, value: str
) -> None:
    before = dict(server.world.leads[ANA].attributes)
    assert caller.sync(f"<Id>{ANA}</Id>", {"City": "Oslo", name: value}).fault == (
        "20110",
        f"Invalid value for field {name}",
    )
    assert server.world.leads[ANA].attributes == before


def test_on_the_wire_a_good_value_comes_back(caller: Caller) -> None:
    sent = {"LeadScore": "-7", "DateofBirth": "2012-04-04", "Last_Webinar__c": "2012-10-15T14:01:26-05:00"}
    lead = caller.sync(f"<Id>{ANA}</Id>", sent | {"Unsubscribed": "1"}).lead
    assert {name: lead[name] for name in sent} == sent
    assert lead["Unsubscribed"] == "true"
