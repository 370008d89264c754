"""The differences of two texts lead from the one to the other, few and quickly."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from mktgui.domain.line_difference import SMALL, Change, differing_lines
from tests.domain.values import assert_is_value

lines = st.lists(st.sampled_from("abcde"), max_size=40)


def applied(left: list[str], right: list[str], changes: tuple[Change, ...]) -> list[str]:
    """The left text with every change made to it."""
    made: list[str] = []
    at = 0
    for change in changes:
        made += left[at : change.left[0]] + right[slice(*change.right)]
        at = change.left[1]
    return made + left[at:]


@given(lines, lines)
@example([], [])
@example([], ["a"])
@example(["a"], [])
def test_the_changes_make_the_one_text_out_of_the_other(left: list[str], right: list[str]) -> None:
    changes = differing_lines(left, right)
    assert applied(left, right, changes) == right
    assert bool(changes) == (left != right)


@given(st.binary(min_size=150, max_size=300))
def test_also_of_longer_texts_with_anchors(numbers: bytes) -> None:
    left = [str(number) for number in numbers]
    right = [*left[100:], *(f"{number} new" for number in numbers[:20]), *left[:90]]
    changes = differing_lines(left, right)
    assert applied(left, right, changes) == right


def test_one_changed_line_is_one_change() -> None:
    left = [f"<attrName>{number}</attrName>" if number % 2 else "</attribute>" for number in range(2000)]
    right = [*left]
    right[501], right[1501] = "<attrName>x</attrName>", "<attrName>y</attrName>"
    assert differing_lines(left, right) == (Change((501, 502), (501, 502)), Change((1501, 1502), (1501, 1502)))


def test_a_line_more_and_a_line_less() -> None:
    left = [str(number) for number in range(500)]
    right = [*left[:100], "new", *left[100:400], *left[401:]]
    assert differing_lines(left, right) == (Change((100, 100), (100, 101)), Change((400, 401), (401, 401)))


def test_where_nothing_holds_them_together_all_of_it_is_one_change() -> None:
    many = SMALL // 10
    assert differing_lines(["a", "b"] * many, ["b", "c"] * many) != ()
    assert differing_lines(["a"] * many, ["b"] * many) == (Change((0, many), (0, many)),)


@pytest.mark.parametrize("size", [30_000])
def test_texts_that_repeat_themselves_take_no_hours(size: int) -> None:
    """Not timed: `difflib` would still be at it."""
    left = ["</attribute>", "<attribute>"] * size
    right = ["<attribute>", "</attribute>", "x"] * size
    assert applied(left, right, differing_lines(left, right)) == right


def test_texts_whose_anchors_come_one_by_one_are_given_up_in_time() -> None:
    """Each line becomes unique only when the one before it has been found: each step looks through all that is left."""
    left = [part for number in range(3000) for part in (str(number), str(number + 1))]
    right = [part for number in range(3000) for part in (str(number + 1), str(number), "x")]
    assert applied(left, right, differing_lines(left, right)) == right


def test_a_change_is_a_value() -> None:
    assert_is_value(lambda: Change((0, 1), (0, 2)))
