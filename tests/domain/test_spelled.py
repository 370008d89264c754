"""Whatever a text is disguised as, it can be read, and each character knows where it came from."""

import json
from html import escape
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mktgui.domain.spelled import Spelled, itself, layers_of

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=20)


def unspelled(text: str) -> Spelled | None:
    layers = layers_of(text)
    return layers[-1] if layers else None


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("a%20b", "a b"),
        ("%E7%8E%8B!", "王!"),
        ("%F0%9F%98%80", "😀"),
        ("%C3%A9t%c3%a9", "été"),
        ("&#246;&#XF6;&ouml;&amp;", "ööö&"),
        ("&amp;amp;lt;", "<"),
        (r"\u00e9\n\"\/", 'é\n"/'),
        (r"\ud83d\ude00", "😀"),
        (r"\ud83d", "\ufffd"),
        ("100%25%32%35", "100%"),
    ],
)
def test_spellings(text: str, meant: str) -> None:
    found = unspelled(text)
    assert found is not None
    assert found.text == meant
    assert found.origin(0, len(found.text)) == (0, len(text))


@pytest.mark.parametrize("text", ["", "plain", "5 % of &", "&nothing;", "%zz %E7", "&#9999999;", "C:\\dir"])
def test_what_is_no_spelling_stands_for_itself(text: str) -> None:
    assert unspelled(text) is None
    assert itself(text).text == text


def test_every_character_knows_where_it_came_from() -> None:
    found = unspelled("x&amp;%41%E7%8E%8By")
    assert found is not None
    assert found.text == "x&A王y"
    ranges = [found.origin(at, at + 1) for at in range(5)]
    assert ranges == [(0, 1), (1, 6), (6, 9), (9, 18), (18, 19)]


@given(TEXTS)
def test_any_text_is_read_in_any_disguise(text: str) -> None:
    for disguise in (quote(text, safe=""), escape(text), json.dumps(text)[1:-1], quote(escape(text), safe="")):
        found = unspelled(disguise)
        plainest = unspelled(text)
        meant = disguise if found is None else found.text
        assert meant == (text if plainest is None else plainest.text)
