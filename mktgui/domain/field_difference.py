"""Two messages field by field: what the one says of it, and what the other."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from mktgui.domain.lead import ABSENT, Value
from mktgui.domain.selection import FieldValue


@dataclass(frozen=True, slots=True)
class FieldPair:
    """One field in both; ABSENT where a message does not name it. `lead` counts from 0."""

    lead: int
    name: str
    left: Value
    right: Value

    @property
    def is_same(self) -> bool:
        """Whether both say the same, an empty value and none being different things."""
        return self.left == self.right


def compare_fields(left: Sequence[FieldValue], right: Sequence[FieldValue]) -> tuple[FieldPair, ...]:
    """In the order of the left one, then what only the right one names. A name that repeats is paired in order."""
    ours, theirs = _numbered(left), _numbered(right)
    keys = (*ours, *(key for key in theirs if key not in ours))
    return tuple(FieldPair(key[0], key[1], ours.get(key, ABSENT), theirs.get(key, ABSENT)) for key in keys)


def _numbered(fields: Sequence[FieldValue]) -> dict[tuple[int, str, int], Value]:
    seen: Counter[tuple[int, str]] = Counter()
    found = {}
    for field in fields:
        found[field.lead, field.name, seen[field.lead, field.name]] = field.value
        seen[field.lead, field.name] += 1
    return found
