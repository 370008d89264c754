"""What an XPath expression found in a message, and what a message says of each field."""

from dataclasses import dataclass
from enum import StrEnum

from mktgui.domain.lead import Value

MOST_HITS = 1000
"""More places than that nobody goes through; all are counted."""


class PathTrouble(StrEnum):
    """Why an expression found nothing. Each has its sentence."""

    INVALID = "invalid"
    PREFIX_UNKNOWN = "prefix-unknown"
    NOT_XML = "not-xml"
    TOO_COSTLY = "too-costly"


@dataclass(frozen=True, slots=True)
class Hit:
    """One result as a line of text. `element` is its number in the outline; None for a figure or a word."""

    text: str
    element: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Selected:
    """The results in document order, at most `MOST_HITS` of them; `count` is how many there are.

    `detail` belongs to the trouble: the library's own words, or the prefix that is not known.
    """

    hits: tuple[Hit, ...] = ()
    count: int = 0
    trouble: PathTrouble | None = None
    detail: str = ""


@dataclass(frozen=True, slots=True)
class FieldValue:
    """What a message says of one field. `lead` counts from 0, for messages with several leads."""

    lead: int
    name: str
    value: Value
