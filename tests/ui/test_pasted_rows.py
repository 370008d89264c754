"""What a spreadsheet holds becomes rows, whatever its columns are called."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mktgui.domain.draft import KEEP, Row
from mktgui.ui.pasted_rows import Pasted, pasted_rows, row_of
from tests.ui.lead_sheet import setting


def test_two_columns_are_names_and_values_and_a_third_is_counted() -> None:
    assert pasted_rows([["Title", "CTO", "x"], ["Phone"]]) == Pasted((setting("Title", "CTO"), Row("Phone")), 3)


def test_an_empty_value_leaves_alone() -> None:
    assert row_of("Title", "") == Row("Title", KEEP)


def test_empty_rows_are_left_out_and_a_value_without_a_name_is_not() -> None:
    assert pasted_rows([["", ""], [" ", ""], ["", "x"]]).rows == (setting("", "x"),)
    assert pasted_rows([]) == Pasted((), 0)


@pytest.mark.parametrize(
    "head",
    [["Field", "Value"], ["API name", "New value"], ["attribute", "VALUE "], ["字段", "新值"], ["属性", "值"]],
)
def test_a_row_that_names_the_columns_is_left_out(head: list[str]) -> None:
    assert pasted_rows([head, ["Title", "CTO"]]) == Pasted((setting("Title", "CTO"),), 2, headed=True)


def test_our_own_copy_is_read_by_the_names_of_its_columns() -> None:
    copied = [["Field", "API name", "Now", "New value"], ["Job Title", "Title", "VP", "CTO"], ["City", "City", "", ""]]
    assert pasted_rows(copied).rows == (setting("Title", "CTO"), Row("City"))


def test_a_row_that_is_no_head_is_data() -> None:
    assert pasted_rows([["Field", "x"]]).rows == (setting("Field", "x"),)


@given(st.lists(st.lists(st.text(max_size=4), min_size=2, max_size=4), max_size=5))
def test_no_value_is_lost(cells: list[list[str]]) -> None:
    pasted = pasted_rows([["Field", "Value", "", ""], *cells])
    assert [row.edit.text for row in pasted.rows if row.edit.text] == [row[1] for row in cells if row[1]]
