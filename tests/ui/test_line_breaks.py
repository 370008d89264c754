"""A value keeps its own line breaks through an editor that has one kind only."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mktgui.ui.line_breaks import has_breaks, with_breaks_of

LINE = st.text(st.sampled_from("ab\u2028 "), max_size=3)
BREAKS = ("\r\n", "\n", "\r", "\u2029")
TEXT = st.lists(st.tuples(LINE, st.sampled_from(BREAKS)), max_size=6).flatmap(
    lambda parts: LINE.map(lambda last: "".join(line + end for line, end in parts) + last)
)


def in_editor(text: str) -> str:
    """As Qt's text document gives it back."""
    return re.sub("\r\n|\r|\n", "\u2029", text)


@pytest.mark.parametrize("text", ["a\nb", "a\r\nb", "a\u2028b", "a\u2029b", "a\x0bb"])
def test_more_than_one_line_is_seen(text: str) -> None:
    assert has_breaks(text)
    assert not has_breaks("a b\tc\u00a0d")


@given(TEXT)
def test_what_was_not_changed_comes_back_exactly(text: str) -> None:
    assert with_breaks_of(text, in_editor(text)) == text


@given(TEXT, TEXT)
def test_the_lines_are_those_that_were_typed_and_the_breaks_are_real_ones(original: str, edited: str) -> None:
    made = with_breaks_of(original, in_editor(edited))
    assert in_editor(made) == in_editor(edited)
    if "\u2029" not in original:
        assert "\u2029" not in made


@pytest.mark.parametrize(
    ("edited", "kept"),
    [
        ("A\u2029b\u2029c\u2029d", "A\r\nb\nc\rd"),
        ("a\u2029x\u2029b\u2029c\u2029d", "a\r\nx\r\nb\nc\rd"),
        ("a\u2029d", "a\r\nd"),
        ("a\u2029b\u2029c\u2029d\u2029e", "a\r\nb\nc\rd\r\ne"),
        ("d", "d"),
        ("b\u2029c\u2029d", "b\nc\rd"),
    ],
)
def test_lines_that_stay_keep_the_breaks_around_them(edited: str, kept: str) -> None:
    assert with_breaks_of("a\r\nb\nc\rd", edited) == kept


def test_a_first_break_is_a_plain_one() -> None:
    assert with_breaks_of("ab", "a\u2029b") == "a\nb"


def test_an_empty_line_between_breaks_of_two_kinds_is_not_lost() -> None:
    assert with_breaks_of("\ra\n", "\u2029\u2029") == "\r\r"
