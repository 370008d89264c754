"""Values both ways: what JSON is which text in the store, and what text is which JSON."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mktgui.practice.rest.errors import RestError
from mktgui.practice.rest.jsontext import read
from mktgui.practice.rest.values import to_json, to_text
from mktgui.practice.world import Field


def field(kind: str, length: int | None = None) -> Field:
    return Field(soap="X", rest="x", en="X", zh="X", type=kind, length=length)


def stored(kind: str, raw: str, *, typed: bool = True, length: int | None = None) -> str:
    """The text of a JSON literal, or the code of the error."""
    try:
        return to_text(read(raw.encode()), field(kind, length), typed=typed)
    except RestError as error:
        return f"! {error.code}"


@pytest.mark.parametrize(
    ("kind", "raw", "expected"),
    [
        ("string", '"CTO"', "CTO"),
        ("string", "null", ""),
        ("string", '""', ""),
        ("string", "42", "! 1001"),
        ("string", "true", "! 1001"),
        ("string", "[]", "! 1001"),
        ("string", "{}", "! 1001"),
        ("string", r'"a\u0000b"', "! 1003"),
        ("string", r'"a\u001fb"', "! 1003"),
        ("string", r'"a\uffffb"', "! 1003"),
        ("string", r'"a\tb\r\nc"', "a\tb\r\nc"),
        ("text", '"ő😀"', "ő😀"),
        ("integer", "42", "42"),
        ("integer", "-0", "-0"),
        ("integer", "1e3", "1000"),
        ("integer", "42.0", "! 1001"),
        ("integer", '"42"', "! 1001"),
        ("integer", '""', ""),
        ("integer", "null", ""),
        ("integer", "true", "! 1001"),
        ("integer", "9" * 19, "! 1001"),
        ("score", "-5", "-5"),
        ("score", "5.5", "! 1001"),
        ("percent", "60", "60"),
        ("currency", "1234.50", "1234.50"),
        ("currency", "1.5E2", "150"),
        ("currency", "1e-3", "0.001"),
        ("float", "0.75", "0.75"),
        ("float", "1e999", "! 1001"),
        ("float", "1e-999", "! 1001"),
        ("float", "1e9999999999999999999999", "! 1001"),
        ("boolean", "true", "true"),
        ("boolean", "false", "false"),
        ("boolean", "1", "! 1001"),
        ("boolean", '"true"', "! 1001"),
        ("date", '"2026-03-14"', "2026-03-14"),
        ("date", '"14.03.2026"', "! 1001"),
        ("date", '"2026-02-30"', "! 1001"),
        ("date", "20260314", "! 1001"),
        ("datetime", '"2026-03-14T09:26:53-07:00"', "2026-03-14T09:26:53-07:00"),
        ("datetime", '"yesterday"', "! 1001"),
        ("email", '"a@x.example"', "a@x.example"),
        ("email", '"ő@x.example"', "! 1003"),
    ],
)
def test_what_a_value_is_in_the_store(kind: str, raw: str, expected: str) -> None:
    assert stored(kind, raw) == expected


@pytest.mark.parametrize(
    ("kind", "raw", "expected"),
    [
        ("integer", '"42"', "42"),
        ("integer", '"4x"', "! 1001"),
        ("integer", "true", "! 1001"),
        ("boolean", '"yes"', "yes"),
        ("boolean", '"maybe"', "! 1001"),
        ("string", "42.50", "42.50"),
        ("string", "false", "false"),
        ("string", "[]", "! 1001"),
    ],
)
def test_without_types_quotes_do_not_matter(kind: str, raw: str, expected: str) -> None:
    assert stored(kind, raw, typed=False) == expected


def test_a_text_that_is_too_long_is_not_of_the_wrong_type() -> None:
    assert stored("string", '"12345"', length=5) == "12345"
    assert stored("string", '"123456"', length=5) == "! 1003"
    assert stored("text", json.dumps("ő" * 15_001)) == "! 1003"


def test_the_error_tells_the_value_and_the_type() -> None:
    with pytest.raises(RestError, match=r"Invalid value 'soon'. Required of type 'integer'"):
        to_text("soon", field("score"), typed=True)
    with pytest.raises(RestError, match=r"Invalid value '1.5'. Required of type 'percent'"):
        to_text(read(b"1.5"), field("percent"), typed=True)


@pytest.mark.parametrize(
    ("kind", "text", "expected"),
    [
        ("string", "", None),
        ("boolean", "", None),
        ("string", "42", "42"),
        ("integer", "42", 42),
        ("integer", "+7", 7),
        ("score", "-5", -5),
        ("percent", "60", 60),
        ("currency", "1234.50", 1234.5),
        ("currency", "12", 12.0),
        ("float", "0.75", 0.75),
        ("integer", "many", "many"),
        ("boolean", "true", True),
        ("boolean", "1", True),
        ("boolean", "NO", False),
        ("date", "2026-03-14", "2026-03-14"),
        ("datetime", "2026-03-14T09:26:53-07:00", "2026-03-14T16:26:53Z"),
        ("datetime", "2026-03-14T16:26:53Z", "2026-03-14T16:26:53Z"),
        ("datetime", "2026-03-14", "2026-03-14T00:00:00Z"),
        ("datetime", "0001-01-01T00:00:00+05:00", "0001-01-01T00:00:00+05:00"),
        ("datetime", "0999-01-01T00:00:00.5Z", "0999-01-01T00:00:00Z"),
        ("datetime", "soon", "soon"),
    ],
)
def test_what_a_text_is_in_an_answer(kind: str, text: str, expected: object) -> None:
    found = to_json(text, kind)
    assert found == expected
    assert type(found) is type(expected)


@given(
    st.integers(-(10**17), 10**17).map(lambda value: ("integer", value))
    | st.booleans().map(lambda value: ("boolean", value))
    | st.dates().map(lambda value: ("date", value.isoformat()))
    | st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff"), min_size=1).map(
        lambda value: ("text", value)
    )
    | st.floats(-1e12, 1e12).map(lambda value: ("float", round(value, 4)))
)
def test_what_is_written_is_read_back(case: tuple[str, Any]) -> None:
    kind, value = case
    assert to_json(stored(kind, json.dumps(value)), kind) == value
