"""Texts as JSON values."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mktgui.domain.json_literal import NUMBERS, is_bent, literal


@pytest.mark.parametrize(
    ("text", "kind", "made"),
    [
        ("", "string", "null"),
        ("", "integer", "null"),
        ("42", "string", '"42"'),
        ("42", "", '"42"'),
        ("42", "integer", "42"),
        ("+7", "score", "7"),
        (" -7 ", "score", "-7"),
        ("1234.50", "currency", "1234.50"),
        ("12345678901234567890", "integer", "12345678901234567890"),
        ("007", "integer", '"007"'),
        ("1,000", "currency", '"1,000"'),
        ("1e3", "float", '"1e3"'),
        (".5", "float", '".5"'),
        ("NaN", "float", '"NaN"'),
        ("٣", "integer", '"٣"'),
        ("true", "boolean", "true"),
        (" Yes", "boolean", "true"),
        ("0", "boolean", "false"),
        ("maybe", "boolean", '"maybe"'),
        ("true", "string", '"true"'),
        ("2026-03-14", "date", '"2026-03-14"'),
        ('a "b"\n😀', "text", '"a \\"b\\"\\n😀"'),
    ],
)
def test_a_text_of_a_type(text: str, kind: str, made: str) -> None:
    assert literal(text, kind) == made


@given(st.text(min_size=1), st.sampled_from(["string", "boolean", *NUMBERS]))
def test_every_text_is_json_and_none_is_bent(text: str, kind: str) -> None:
    value = json.loads(literal(text, kind), parse_int=str, parse_float=str)
    assert value in {text, text.strip(), text.strip().removeprefix("+")} or isinstance(value, bool)


@pytest.mark.parametrize(
    ("text", "kind", "bent"),
    [
        ("1", "boolean", True),
        (" 7", "integer", True),
        ("true", "boolean", False),
        ("1", "string", False),
        ("x", "float", False),
    ],
)
def test_what_goes_out_in_other_characters_is_told_apart(text: str, kind: str, *, bent: bool) -> None:
    assert is_bent(text, kind) is bent
