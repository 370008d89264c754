"""A field is found by its name, and by any character inside its element."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mktgui.domain.outline import NO_OUTLINE, Names, Outline

TEXT = "<r><Email>e</Email><attribute>Title</attribute> <attribute>TITLE</attribute></r>"
FIRST, SECOND = (19, 47), (48, 76)
OUTLINE = Outline(
    starts=(0, 3, *(start for start, _ in (FIRST, SECOND))),
    ends=(len(TEXT), 19, *(end for _, end in (FIRST, SECOND))),
    names=("Email", "Title", "TITLE"),
    places=(1, 2, 3),
)


def test_an_element_has_a_place() -> None:
    assert TEXT[slice(*OUTLINE.span(1))] == "<Email>e</Email>"


def test_a_name_is_found_wherever_it_is_and_in_any_case() -> None:
    assert OUTLINE.spans_of("title") == (FIRST, SECOND)
    assert OUTLINE.spans_of("Email") == ((3, 19),)
    assert OUTLINE.spans_of("Phone") == ()


@pytest.mark.parametrize(
    ("offset", "name"),
    [(0, ""), (2, ""), (3, "Email"), (18, "Email"), (19, "Title"), (47, ""), (48, "TITLE"), (76, ""), (99, "")],
)
def test_a_character_belongs_to_the_field_around_it(offset: int, name: str) -> None:
    assert OUTLINE.field_at(offset) == name


def test_in_what_has_no_elements_nothing_is_found() -> None:
    assert NO_OUTLINE.spans_of("Title") == ()
    assert NO_OUTLINE.field_at(0) == ""


@given(st.lists(st.text(max_size=3)), st.slices(5))
def test_names_are_a_sequence_like_any_other(names: list[str], some: slice) -> None:
    packed = Names(names)
    assert list(packed) == names
    assert len(packed) == len(names)
    assert packed[some] == tuple(names[some])
    for number in range(-len(names), len(names)):
        assert packed[number] == names[number]
    for number in (len(names), -len(names) - 1):
        with pytest.raises(IndexError):
            packed[number]
