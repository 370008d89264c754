"""However a catalogue spells a type, it is the same one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mktgui.domain.field_types import FieldType, field_type


@pytest.mark.parametrize("kind", FieldType)
def test_a_type_is_known_by_its_word_in_any_case(kind: FieldType) -> None:
    assert field_type(kind.value) is field_type(f" {kind.value.upper()} ") is kind


@pytest.mark.parametrize(
    ("word", "kind"),
    [("dateTime", FieldType.DATETIME), ("textarea", FieldType.TEXT), ("double", FieldType.FLOAT)],
)
def test_other_spellings_are_known(word: str, kind: FieldType) -> None:
    assert field_type(word) is kind


@pytest.mark.parametrize("word", ["", "Array", "int", "string "[:-2]])
def test_any_other_word_is_no_type(word: str) -> None:
    assert field_type(word) is None


@given(st.text())
def test_any_word_can_be_asked_about(word: str) -> None:
    assert field_type(word) in {None, *FieldType}
