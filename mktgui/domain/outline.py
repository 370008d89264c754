"""Where the elements of a text are: what folding, the XPath filter and the way from a row to its XML go by."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

Span = tuple[int, int]
"""Begin and end in characters of the text."""


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
