"""What holds of every plain value of the domain."""

from collections.abc import Callable
from dataclasses import fields, is_dataclass

import pytest


def assert_is_value(make: Callable[[], object]) -> None:
    """Two that say the same are the same, and nobody can change one behind another's back."""
    one, other = make(), make()
    assert one is not other
    assert one == other
    assert hash(one) == hash(other)
    for name in names_in(one):
        with pytest.raises(AttributeError):  # a dataclass that is frozen raises a kind of it
            setattr(one, name, None)
    assert one == other


def names_in(value: object) -> tuple[str, ...]:
    """A value is a frozen dataclass; one that the window has before its first paint is a named tuple."""
    if is_dataclass(value):
        return tuple(field.name for field in fields(value))
    assert isinstance(value, tuple)
    names: tuple[str, ...] = value._fields  # type: ignore[attr-defined] # as named tuples have
    return names
