"""What holds of every plain value of the domain."""

from collections.abc import Callable
from dataclasses import FrozenInstanceError, fields, is_dataclass

import pytest


def assert_is_value(make: Callable[[], object]) -> None:
    """Two that say the same are the same, and nobody can change one behind another's back."""
    one, other = make(), make()
    assert one is not other
    assert one == other
    assert hash(one) == hash(other)
    assert is_dataclass(one)
    for field in fields(one):
        with pytest.raises(FrozenInstanceError):
            setattr(one, field.name, None)
    assert one == other
