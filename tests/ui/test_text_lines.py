"""A text as lines: nothing lost on the way to the screen, and the way back from each place."""

from array import array

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from mktgui.domain.outline import NO_OUTLINE, Outline
from mktgui.domain.ports import MessageText
from mktgui.ui.text_lines import (
    LONGEST_LINE,
    LONGEST_LINE_OF_MANY,
    NO_FOLDS,
    NO_LINES,
    SHORT_TEXT,
    SLICE,
    folds_of,
    lay_out,
    lines_of,
)

SIGNS = "ab é价🦊\n\r\t\0\x0b\x0c\x1b\x7f\x85\xa0\u2028\u2029\ufdd0\ufdef\ufeff\ufffc\ud800\udfff"
texts = st.text(st.sampled_from(SIGNS), max_size=60)


@given(texts)
@example("a\r\nb\rc\nd")
@example("\r\n\r\n")
def test_lines_are_the_text_parted_at_its_line_ends(text: str) -> None:
    lines = lines_of(text)
    pieces = [text[slice(*lines.span(line))] for line in range(len(lines))]
    assert pieces == text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    assert not lines.broken
    assert not any(lines.goes_on(line) for line in range(len(lines)))


@given(texts)
@example("\ufeffa")
def test_the_widget_takes_what_it_is_shown_as_it_is(text: str) -> None:
    """As many lines, as many characters in each: so places here are places there."""
    lines = lines_of(text)
    shown = lines.shown(0, len(lines))
    assert shown.count("\n") == len(lines) - 1
    for line, piece in enumerate(shown.split("\n")):
        start, end = lines.span(line)
        assert len(piece) == end - start
        assert all(
            there in {here, "\ufffd"} or not here.isprintable()
            for here, there in zip(text[start:end], piece, strict=True)
        )


def test_a_real_widget_keeps_every_line_of_it(qtbot: QtBot) -> None:
    widget = QPlainTextEdit()
    qtbot.addWidget(widget)
    lines = lines_of(f"\ufeff{SIGNS}{SIGNS}\r\n🦊x")
    QTextCursor(widget.document()).insertText(lines.shown(0, len(lines)))
    assert widget.blockCount() == len(lines)
    for line in range(len(lines)):
        block = widget.document().findBlockByNumber(line)
        start, end = lines.span(line)
        assert block.length() - 1 == lines.place(end)[1]
        assert [lines.offset(line, lines.place(offset)[1]) for offset in range(start, end)] == list(range(start, end))


def test_control_characters_have_their_pictures() -> None:
    assert lines_of("\0\x1b\x7f\x85\u2028\u2029\ufeff\ufdd0").shown(0, 1) == "␀␛␡␤↵¶◌\ufffd"
    assert lines_of("a\tb\xa0c").shown(0, 1) == "a\tb\xa0c"


def test_a_place_beyond_the_end_of_a_line_is_its_end() -> None:
    lines = lines_of("ab\r\nc")
    assert lines.offset(0, 99) == 2
    assert lines.place(3) == (0, 2)  # between the two characters of the line end
    assert lines.place(5) == (1, 1)


@pytest.mark.parametrize(("length", "longest"), [(SHORT_TEXT, LONGEST_LINE), (SHORT_TEXT + 1, LONGEST_LINE_OF_MANY)])
def test_long_lines_are_broken_for_the_widget_only(length: int, longest: int) -> None:
    text = "x" * (length - 2) + "\ny"
    lines = lines_of(text)
    assert lines.broken
    assert max(lines.span(line)[1] - lines.span(line)[0] for line in range(len(lines))) == longest
    assert lines.goes_on(1)
    assert not lines.goes_on(len(lines) - 1)
    assert "".join(text[slice(*lines.span(line))] for line in range(len(lines))) == text.replace("\n", "")


@pytest.mark.parametrize("before", range(-3, 2))
def test_long_texts_are_looked_through_in_slices_and_no_line_end_is_parted(before: int) -> None:
    text = "x" * (SLICE + before) + "\r\n\n\r" + "y" * SLICE + "\r"
    lines = lines_of(text)
    at = SLICE + before
    whole = [start for number, start in enumerate(lines.starts) if not lines.goes_on(number)]
    assert whole == [0, at + 2, at + 3, at + 4, at + 5 + SLICE]


def test_also_the_last_line_is_broken_and_an_exact_one_is_not() -> None:
    assert len(lines_of("x" * LONGEST_LINE)) == 1
    assert len(lines_of("x" * LONGEST_LINE + "\n")) == 2
    assert len(lines_of("x" * (LONGEST_LINE + 1))) == 2


def outline_of(text: str) -> Outline:
    """Each pair of brackets is an element."""
    starts: list[int] = []
    ends: dict[int, int] = {}
    pile: list[int] = []
    for at, sign in enumerate(text):
        if sign == "(":
            pile.append(len(starts))
            starts.append(at)
        elif sign == ")":
            ends[pile.pop()] = at + 1
    return Outline(starts=starts, ends=[ends[number] for number in range(len(starts))])


def folds(text: str) -> list[tuple[int, int, int]]:
    found = folds_of(outline_of(text), lines_of(text))
    return list(zip(found.firsts, found.lasts, found.parents, strict=True))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("(\n(\n)\n(\n)\n)", [(0, 5, -1), (1, 2, 0), (3, 4, 0)]),
        ("((\n)\n)", [(0, 2, -1)]),
        ("(()())", []),
        ("((()\n))", [(0, 1, -1)]),
        ("(\n) (\n)", [(0, 1, -1), (1, 2, -1)]),
        ("(\n(\n(\n)))(\n)", [(0, 3, -1), (1, 3, 0), (2, 3, 1), (3, 4, -1)]),
        ("", []),
    ],
)
def test_what_can_be_folded(text: str, wanted: list[tuple[int, int, int]]) -> None:
    assert folds(text) == wanted


def test_a_line_knows_what_is_around_it() -> None:
    text = "(\n(\n)\nx\n(\n)\n)"
    found = folds_of(outline_of(text), lines_of(text))
    assert [found.firsts[number] for number in found.around(5)] == [4, 0]
    assert [found.firsts[number] for number in found.around(3)] == [0]
    assert list(found.around(6)) == [0]
    assert found.number_at(1) == 1
    assert found.number_at(3) is None
    assert found.number_at(99) is None


def test_where_a_line_was_broken_there_is_nothing_to_fold() -> None:
    text = "(" + "x" * LONGEST_LINE + ")"
    laid = lay_out(MessageText(text, formatted=False, outline=outline_of(text)))
    assert laid.folds is NO_FOLDS
    assert laid.lines.broken
    assert lay_out(MessageText(text, formatted=True, outline=outline_of(text))).folds.firsts == array("I", [0])


def test_a_text_without_an_outline_has_none() -> None:
    laid = lay_out(MessageText("plain", formatted=False))
    assert laid.outline is NO_OUTLINE
    assert len(laid.folds.firsts) == 0
    assert len(NO_LINES) == 1
