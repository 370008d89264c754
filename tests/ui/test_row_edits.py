"""Acts make rows of rows: the shortest way there and back, and nothing lost."""

from hypothesis import given
from hypothesis import strategies as st

from mktgui.domain.draft import CLEAR, KEEP, Row
from mktgui.ui.row_edits import Slice, difference, edited, merged
from tests.ui.lead_sheet import setting

A, B, C = setting("A", "1"), setting("B", "2"), setting("C", "3")
ROWS = st.lists(st.sampled_from([A, B, C, Row()]), max_size=8)


def test_the_difference_is_as_short_as_can_be() -> None:
    assert difference([A, B, C], [A, Row("B"), C]) == Slice(1, (B,), (Row("B"),))
    assert difference([A, C], [A, B, C]) == Slice(1, (), (B,))
    assert difference([A, A], [A]) == Slice(1, (A,), ())
    assert difference([A, B], [A, setting("B", "2")]) is None
    assert difference([A, B], (A, setting("B", "2"))) is None


@given(ROWS, ROWS)
def test_it_leads_there_and_back(old: list[Row], new: list[Row]) -> None:
    step = difference(old, new)
    if step is None:
        assert old == new
    else:
        assert [*old[: step.at], *step.new, *old[step.at + len(step.old) :]] == new
        assert [*new[: step.at], *step.old, *new[step.at + len(step.new) :]] == old


def test_rows_are_replaced_and_taken_out_by_their_numbers() -> None:
    assert edited([A, B, C], {0: Row("A"), 1: None}) == [Row("A"), C]


def nothing_known(_name: str) -> bool:
    return False


def test_rows_are_taken_in_by_name() -> None:
    made = merged([Row("A"), B], [setting(" A", "9"), C], nothing_known)
    assert made.rows == [setting("A", "9"), B, C]
    assert (made.names, made.replaced, made.without_value) == (("A", "C"), 0, 0)


def test_a_value_that_is_overwritten_is_counted_and_the_same_value_is_not() -> None:
    assert merged([A, B], [setting("A", "9"), B], nothing_known).replaced == 1


def test_a_name_that_comes_twice_gets_a_second_row() -> None:
    made = merged([A], [setting("A", "8"), setting("A", "9"), setting("B", "1"), setting("B", "2")], nothing_known)
    assert made.rows == [setting("A", "8"), setting("A", "9"), setting("B", "1"), setting("B", "2")]


def test_what_brings_no_value_changes_nothing_but_an_unknown_name_is_kept() -> None:
    made = merged([A], [Row("A"), Row("Title"), Row("Titel")], "Title".__eq__)
    assert made.rows == [A, Row("Titel", KEEP)]
    assert made.without_value == 2


def test_values_without_a_name_are_all_kept_and_an_emptying_is_an_edit_like_others() -> None:
    made = merged([A], [setting("", "x"), setting("", "y"), Row("A", CLEAR)], nothing_known)
    assert made.rows == [Row("A", CLEAR), setting("", "x"), setting("", "y")]
    assert made.names == ("A",)
