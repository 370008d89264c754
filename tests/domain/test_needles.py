"""A known value is found in any text, in any case and spelling, and is not found where it is not."""

import json
from html import escape
from urllib.parse import quote

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from mktgui.domain.needles import Needle, haystack, is_telling, phone_needles

TEXTS = st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=20).map(str.strip)


def replaced(text: str, *values: str) -> str:
    return haystack(Needle(value, f"<{number}>") for number, value in enumerate(values, 1)).replaced(text)


@pytest.mark.parametrize(
    ("text", "value", "there"),
    [
        ("Ana", "Ana", "<1>"),
        ("dear ANA,", "Ana", "dear <1>,"),
        ("banana", "Ana", "banana"),
        ("Ana_x", "Ana", "<1>_x"),
        ("Martinez", "Martin", "<1>ez"),
        ("王小明先生", "小明", "王<1>先生"),
        ("x 😀 y", "😀", "x <1> y"),
        ("to Ana\r\n  Ruiz.", "Ana Ruiz", "to <1>."),
        ("Ana\u00a0Ruiz", "Ana  Ruiz", "<1>"),
        ("ΑΣ ας", "ΑΣ", "<1> <1>"),
        ("lead 7 of 7777", "7777", "lead 7 of <1>"),
        ("17777", "7777", "17777"),
        ("İstanbul ANA", "Ana", "İstanbul <1>"),
        ("?q=Ana%20Ruiz&x=1", "Ana Ruiz", "?q=<1>&x=1"),
        ("a%40b.example", "a@b.example", "<1>"),
        ("R&amp;D GmbH", "R&D GmbH", "<1>"),
        (r"{\"n\": \"J\u00f6rg\"}", "Jörg", r"{\"n\": \"<1>\"}"),
        (r"C:\new\ana.txt", r"C:\new\ana.txt", "<1>"),
    ],
)
def test_one_value(text: str, value: str, there: str) -> None:
    assert replaced(text, value) == there


def test_the_longer_of_two_counts() -> None:
    assert replaced("Ana Ruiz, Ana", "Ana", "Ana Ruiz") == "<2>, <1>"


def test_of_two_with_one_text_the_first_counts() -> None:
    assert replaced("Ana", "Ana", "ANA") == "<1>"


def test_the_end_of_one_and_the_beginning_of_another_in_one_spelling() -> None:
    assert replaced("A&nGt;B", "A\u226b", "\u20d2B") == "<1>B"


@pytest.mark.parametrize(
    "text", ["+1 512 555 0142", "15125550142", "(512) 555-0142", "512.555.0142", "+1 (512) 555-0142"]
)
def test_a_phone_number_in_any_grouping(text: str) -> None:
    found = haystack(phone_needles("+1 512 555 0142", "N")).replaced(f"call {text}, please")
    assert "0142" not in found
    assert "N, please" in found


def test_a_short_number_is_no_phone_number_and_a_longer_one_is_another() -> None:
    assert not list(phone_needles("555 014", "N"))
    assert len(list(phone_needles("555 0142", "N"))) == 1
    assert haystack(phone_needles("555 0142", "N")).replaced("15550142 and 555 01423") == "15550142 and 555 01423"


@pytest.mark.parametrize("text", ["", "a", "7", "123", "--", "A."])
def test_what_tells_nothing_is_not_looked_for(text: str) -> None:
    assert not is_telling(text)
    assert replaced(f"x {text} y", text) == f"x {text} y"


def test_a_space_in_a_web_address_is_written_as_one() -> None:
    found = haystack([Needle("a@b.example", "person-1 address")]).replaced("?a%40b.example&")
    assert found == "?person-1%20address&"


@given(TEXTS.filter(is_telling), st.sampled_from(" ,.;()<>/"))
@example("\u0e00\\/", " ")  # reads like a spelling itself
def test_no_value_survives_in_any_spelling(value: str, edge: str) -> None:
    spellings = (value, value.upper(), quote(value, safe=""), escape(value), json.dumps(value)[1:-1])
    for spelling in spellings[:1] + spellings[2:]:
        text = f"x{edge}{spelling}{edge}y"
        there = replaced(text, value)
        assert there == f"x{edge}<1>{edge}y" or (value in f"x{edge}" and "<1>" in there)
