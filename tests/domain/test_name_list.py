"""Names stand in one line, whatever is in them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mktgui.domain.name_list import name_line, names_in

NAMES = st.lists(st.text(st.sampled_from("a中 \",\\'"), min_size=1, max_size=8).map(str.strip).filter(bool), max_size=5)


@given(NAMES)
def test_a_line_says_its_names(names: list[str]) -> None:
    assert names_in(name_line(names)) == tuple(names)


@given(st.text(max_size=40))
def test_any_line_can_be_read_and_says_the_same_again(line: str) -> None:
    names = names_in(line)
    assert all(name and name == name.strip() for name in names)
    assert names_in(name_line(names)) == names


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("", ()),
        (" , ,", ()),
        ("EMEA,Asia Pacific ,", ("EMEA", "Asia Pacific")),
        ('"Sales, North", EMEA', ("Sales, North", "EMEA")),
        ('The "old" one, 5" disk', ('The "old" one', '5" disk')),
        ('"He said ""no"", twice" x,b', ('He said "no", twice x', "b")),
        ('"never shut, and more', ('"never shut', "and more")),
        ('""', ()),
    ],
)
def test_examples(line: str, names: tuple[str, ...]) -> None:
    assert names_in(line) == names


def test_only_what_needs_quotes_has_them() -> None:
    assert name_line(("EMEA", "Sales, North", '"x"', 'a "b"')) == 'EMEA, "Sales, North", """x""", a "b"'
