"""What the acts of the attribute table make of the draft's rows. Plain functions: rows in, rows out."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Generic, NamedTuple, TypeVar

from mktgui.domain.draft import KEEP, EditKind, Row

Item = TypeVar("Item")


class Slice(NamedTuple, Generic[Item]):
    """Items in place of items: from `at` on, `old` gives way to `new`."""

    at: int
    old: tuple[Item, ...]
    new: tuple[Item, ...]


def difference(old: Sequence[Item], new: Sequence[Item]) -> Slice[Item] | None:
    """The shortest slice that turns the one into the other, None where they are the same."""
    if old == new:  # of two lists; quick where both have the very same items
        return None
    shorter = min(len(old), len(new))
    head = next((at for at in range(shorter) if old[at] is not new[at] and old[at] != new[at]), shorter)
    tail, most = 0, shorter - head
    while tail < most and (old[-1 - tail] is new[-1 - tail] or old[-1 - tail] == new[-1 - tail]):
        tail += 1
    if len(old) == len(new) == head:
        return None
    return Slice(head, tuple(old[head : len(old) - tail]), tuple(new[head : len(new) - tail]))


def edited(rows: Sequence[Row], changes: Mapping[int, Row | None]) -> list[Row]:
    """The rows with some of them, by number, replaced; None takes one out."""
    found = (changes.get(number, row) for number, row in enumerate(rows))
    return [row for row in found if row is not None]


class Merged(NamedTuple):
    """Rows that took others in.

    `names` are those of the rows taken in, each once. `replaced` counts the values they overwrote, `without_value` the
    rows that brought none and were left alone.
    """

    rows: list[Row]
    names: tuple[str, ...]
    replaced: int = 0
    without_value: int = 0


def merged(rows: Sequence[Row], taken: Iterable[Row], is_field: Callable[[str], bool]) -> Merged:
    """Take rows in by name: a row of that name gets the new edit, otherwise one is added at the end.

    Of several rows taken in under one name only the first goes to a row that was there; the others are added, so that
    nothing is lost and the check can say that there are two. A field that gets no value needs no row.
    """
    result = list(rows)
    place: dict[str, int] = {}
    for number, row in enumerate(rows):
        if row.name:
            place.setdefault(row.name.strip(), number)
    names: dict[str, None] = {}
    replaced = without_value = 0
    for row in taken:
        name = row.name.strip()
        keeps = row.edit.kind is EditKind.KEEP
        there = place.get(name, -1) if name not in names else -1
        if name:
            names[name] = None
        if keeps and (there >= 0 or is_field(name)):
            without_value += 1
        elif there >= 0:
            replaced += result[there].edit not in {KEEP, row.edit}
            result[there] = Row(result[there].name, row.edit)
        else:
            result.append(row)
    return Merged(result, tuple(names), replaced, without_value)
