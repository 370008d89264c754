"""What a field of one API is called in the other, and rows of a draft or a recipe carried over by that. Pure.

The map is made of the table of standard fields, which ships with the program, and of what a Marketo has told of its own
fields: over REST it names both names of each.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from mktgui.domain.catalogue import Catalogue
from mktgui.domain.draft import Row
from mktgui.domain.profile import TransportKind

_OTHER = {TransportKind.SOAP: TransportKind.REST, TransportKind.REST: TransportKind.SOAP}


@dataclass(frozen=True, slots=True)
class FieldPair:
    """One field. A name is empty where that API has not got the field."""

    soap: str
    rest: str


class FieldMap:
    """Names by both APIs. Of two pairs with one name the later counts."""

    def __init__(self, pairs: Iterable[FieldPair], known: Mapping[TransportKind, Catalogue]) -> None:
        told = [*pairs, *(pair for catalogue in known.values() for pair in _told(catalogue))]
        self._to = {
            TransportKind.REST: {pair.soap: pair.rest for pair in told if pair.soap},
            TransportKind.SOAP: {pair.rest: pair.soap for pair in told if pair.rest},
        }
        self._own = {kind: frozenset(_own_names(catalogue, kind)) for kind, catalogue in known.items()}

    def name_over(self, to: TransportKind, name: str, source: TransportKind | None = None) -> str | None:
        """What that API calls a field; None where it has not got it, or where that is not known.

        `source` is the API that the name is from, None where that is not known: then a name that is good as it is
        stays.
        """
        there = self._to[to].get(name)
        if source is not None and source is not to:
            return there or (name if there is None and name in self._own.get(to, ()) else None)
        return name if self._is_of(to, name) else there or None

    def _is_of(self, kind: TransportKind, name: str) -> bool:
        return name in self._own.get(kind, ()) or name in self._to[_OTHER[kind]]


def _told(catalogue: Catalogue) -> Iterable[FieldPair]:
    for field in catalogue.fields:
        if field.soap_name or field.rest_name:
            yield FieldPair(field.soap_name, field.rest_name)


def _own_names(catalogue: Catalogue, kind: TransportKind) -> Iterable[str]:
    """A description over REST lists also what only SOAP has got, and the other way round."""
    for field in catalogue.by_name.values():
        here, there = field.soap_name, field.rest_name
        if kind is TransportKind.REST:
            here, there = there, here
        if here or not there:
            yield field.name


@dataclass(frozen=True, slots=True)
class Carried:
    """Rows by the names of another API. `renamed` counts those that changed; `unmapped` names those that could not."""

    rows: tuple[Row, ...]
    renamed: int = 0
    unmapped: tuple[str, ...] = ()


def carried_over(
    rows: Sequence[Row], names: FieldMap, to: TransportKind, source: TransportKind | None = None
) -> Carried:
    """The rows with the names that this API has for their fields; what cannot be mapped stays as it is."""
    found = [_carried(row, names, to, source) for row in rows]
    missed = (row.name.strip() for row, good in zip(rows, found, strict=True) if good is None)
    kept = tuple(row if good is None else good for row, good in zip(rows, found, strict=True))
    renamed = sum(one is not other for one, other in zip(rows, kept, strict=True))
    return Carried(kept, renamed, tuple(dict.fromkeys(missed)))


def _carried(row: Row, names: FieldMap, to: TransportKind, source: TransportKind | None) -> Row | None:
    name = row.name.strip()
    if not name:
        return row
    over = names.name_over(to, name, source)
    if over is None:
        return None
    return row if over == name else row._replace(name=over)
