"""Nothing hides in a text that is shown, and what a person writes stays as it is."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mktgui.domain.visible import beginning, visible


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("VP Sales", "VP Sales"),
        ("张伟 · Größe · שלום", "张伟 · Größe · שלום"),
        ("a\r\nb\nc\rd", "a↵b↵c↵d"),
        ("a\tb", "a⇥b"),
        ("a\x00b\x1b", "a⟨U+0000⟩b⟨U+001B⟩"),
        ("\u202egnp.exe", "⟨U+202E⟩gnp.exe"),
        ("a\u2028b\ufeff", "a⟨U+2028⟩b⟨U+FEFF⟩"),
        ("\ud800", "⟨U+D800⟩"),
        ("👩\u200d💻", "👩\u200d💻"),
    ],
)
def test_what_is_shown(text: str, shown: str) -> None:
    assert visible(text) == shown


@pytest.mark.parametrize(
    ("text", "most", "begun"), [("", 3, ""), ("abc", 3, "abc"), ("abcd", 3, "ab…"), ("😀😀", 1, "…")]
)
def test_what_is_too_long_begins_and_says_that_it_goes_on(text: str, most: int, begun: str) -> None:
    assert beginning(text, most) == begun


@given(st.text(alphabet=st.characters(exclude_categories=())))
def test_no_control_and_no_break_is_left(text: str) -> None:
    shown = visible(text)
    assert len(shown.splitlines()) <= 1
    assert not any(unicodedata.category(one) in {"Cc", "Cs", "Zl", "Zp"} for one in shown)
    assert not any(unicodedata.bidirectional(one) in {"LRO", "RLO", "LRE", "RLE", "PDF", "RLI"} for one in shown)
