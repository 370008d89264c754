"""What a spreadsheet puts on the clipboard is read cell for cell, and written so that it reads back."""

from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mktgui.domain.pasted import read_cells, write_cells

calm = settings(deadline=None)  # a busy machine is no failure

TELLING = st.text(alphabet='ab"\t\r\n \u2028\x0b', max_size=8)  # what parts, quotes, or only looks as if it did
CELLS = st.one_of(TELLING, st.text(max_size=8))


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("", []),
        ("Title", [["Title"]]),
        ("Title\tCTO", [["Title", "CTO"]]),
        ("Title\tCTO\nCity\tOslo", [["Title", "CTO"], ["City", "Oslo"]]),
        ("Title\tCTO\r\nCity\tOslo\r\n", [["Title", "CTO"], ["City", "Oslo"]]),
        ("Title\tCTO\rCity\tOslo\r", [["Title", "CTO"], ["City", "Oslo"]]),
        ("Title\n", [["Title"]]),
        ("\n", [[""]]),
        ("\n\n", [[""], [""]]),
        ("a\n\nb", [["a"], [""], ["b"]]),
        ("\t", [["", ""]]),
        ("Title\t\n", [["Title", ""]]),
        ("a\n\r\nb", [["a"], [""], ["b"]]),
        (" Title \t CTO ", [[" Title ", " CTO "]]),
        ("a\u2028b\x0bc", [["a\u2028b\x0bc"]]),  # line breaks to some programs, not to a clipboard
    ],
)
def test_tabs_part_cells_and_line_breaks_part_rows(text: str, cells: list[list[str]]) -> None:
    assert read_cells(text) == cells


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ('"one\ntwo"\tx', [["one\ntwo", "x"]]),
        ('"one\r\ntwo"\r\nx', [["one\r\ntwo"], ["x"]]),
        ('"a\tb"', [["a\tb"]]),
        ('"a\tb"\n', [["a\tb"]]),
        ('"say ""hi"""', [['say "hi"']]),
        ('""', []),
        ('""\tx', [["", "x"]]),
        ('x\n""', [["x"], [""]]),
        ('"a"b', [['"a"b']]),
        ('"a"b\tc', [['"a"b', "c"]]),
        ('"open\tnext', [['"open', "next"]]),
        ('5" pipe\t6"', [['5" pipe', '6"']]),
        ('"', [['"']]),
        ('"""', [['"""']]),
        ('"a" ', [['"a" ']]),
    ],
)
def test_quotes_count_only_around_a_whole_cell(text: str, cells: list[list[str]]) -> None:
    assert read_cells(text) == cells


@pytest.mark.parametrize(
    ("cells", "text"),
    [
        ([], ""),
        ([["Title", "CTO"], ["City", ""]], "Title\tCTO\nCity\t"),
        ([["a\tb", "c\nd", "e\rf"]], '"a\tb"\t"c\nd"\t"e\rf"'),
        ([['"quoted"', '5" pipe']], '"""quoted"""\t5" pipe'),
        ([['say "hi"\n']], '"say ""hi""\n"'),
    ],
)
def test_only_cells_that_need_quotes_get_them(cells: list[list[str]], text: str) -> None:
    assert write_cells(cells) == text


@calm
@given(st.lists(st.lists(CELLS, min_size=1), min_size=1).filter(lambda rows: rows[-1] != [""]))
def test_what_was_written_reads_back_as_it_was(rows: list[list[str]]) -> None:
    assert read_cells(write_cells(rows)) == rows


@calm
@given(st.lists(st.lists(CELLS, min_size=2, max_size=2)))
def test_a_table_of_names_and_values_always_reads_back(rows: list[list[str]]) -> None:
    assert read_cells(write_cells(rows)) == rows


@calm
@given(st.one_of(CELLS, st.text()))
def test_any_text_can_be_pasted_and_every_row_has_a_cell(text: str) -> None:
    rows = read_cells(text)
    assert all(rows)
    assert bool(rows) == (text not in {"", '""'})


@calm
@given(
    st.text(alphabet=st.characters(exclude_characters='"\t\r\n')),
    st.text(alphabet=st.characters(exclude_characters='"\t\r\n')),
)
def test_plain_text_is_not_touched(name: str, value: str) -> None:
    assert read_cells(f"{name}\t{value}\n") == [[name, value]]


@pytest.mark.parametrize("piece", ['"', '"a\t', '"""a\t', '""a\t', '"\t"', 'a\t"'])
def test_quotes_that_never_close_cost_time_only_in_proportion(piece: str) -> None:
    """Ten times as much may take ten times as long, not a hundred times."""
    seconds = []
    for count in (10_000, 100_000):
        start = process_time()
        assert read_cells(piece * count)
        seconds.append(process_time() - start)
    assert seconds[1] < 40 * max(seconds[0], 0.002)
