"""Where the elements of a text are: what folding, the XPath filter and the way from a row to its XML go by."""

from array import array
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import overload

Span = tuple[int, int]
"""Begin and end in characters of the text."""


class Names(Sequence[str]):
    """Many short texts kept as one: 50,000 objects of their own would leave the memory in pieces."""

    def __init__(self, names: Iterable[str]) -> None:
        parts = tuple(names)
        self._text = "".join(parts)
        self._ends = array("I", accumulate(map(len, parts)))

    def __len__(self) -> int:
        return len(self._ends)

    @overload
    def __getitem__(self, number: int) -> str: ...
    @overload
    def __getitem__(self, number: slice) -> tuple[str, ...]: ...
    def __getitem__(self, number: int | slice) -> str | tuple[str, ...]:
        """One, or some."""
        if isinstance(number, slice):
            return tuple(self[one] for one in range(*number.indices(len(self))))
        end = self._ends[number]
        at = number if number >= 0 else number + len(self)
        return self._text[self._ends[at - 1] if at else 0 : end]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """The elements in document order: each begins at its `<` and ends behind its last `>`.

    `names` and `places` are those elements that stand for a field of a lead, in the same order: an `attribute`, or an
    identifier such as `Email`. A place is the number of the element.
    """

    starts: Sequence[int] = ()
    ends: Sequence[int] = ()
    names: Sequence[str] = ()
    places: Sequence[int] = ()

    def span(self, element: int) -> Span:
        """Where an element is."""
        return self.starts[element], self.ends[element]

    def spans_of(self, name: str) -> tuple[Span, ...]:
        """Where a field of that name is, in any case; several times where the message has several leads."""
        wanted = name.casefold()  # the two APIs write names differently
        found = (number for number, named in enumerate(self.names) if named.casefold() == wanted)
        return tuple(self.span(self.places[number]) for number in found)

    def field_at(self, offset: int) -> str:
        """The field in whose element this character is, or empty text."""
        number = bisect_right(self.places, offset, key=self.starts.__getitem__) - 1
        if number < 0 or self.ends[self.places[number]] <= offset:
            return ""
        return self.names[number]


NO_OUTLINE = Outline()
