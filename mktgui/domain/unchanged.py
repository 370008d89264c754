"""Which rows would set what the lead has already."""

from collections.abc import Iterator, Mapping, Sequence

from mktgui.domain.catalogue import Catalogue
from mktgui.domain.draft import EditKind, Row
from mktgui.domain.findings import Code, Finding, Spot, note
from mktgui.domain.lead import ABSENT, Presence, Value

_Judged = tuple[Row, Value, bool]


class Unchanged:
    """Compares new values with those of the lead, each by the type of its field.

    Remembers what came out for the rows of the last draft: with each edit almost all of them are the same objects.
    """

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._judged: dict[int, _Judged] = {}  # by the row's id, which nothing else gets while the row is kept here

    def findings(self, rows: Sequence[tuple[int, Row]], values: Mapping[str, Value]) -> Iterator[Finding]:
        """A note for each row that sets what is there; `values` are those of the lead by API name."""
        before, self._judged = self._judged, {}
        for number, row in rows:
            was = values.get(row.name.strip(), ABSENT)
            judged = before.get(id(row))
            if judged is None or judged[1] is not was:
                judged = row, was, self._sets_what_is_there(row, was)
            self._judged[id(row)] = judged
            if judged[2]:
                yield note(Code.VALUE_AS_NOW, Spot.ROW_VALUE, number)

    def _sets_what_is_there(self, row: Row, was: Value) -> bool:
        if row.edit.kind is not EditKind.SET or was.presence is not Presence.TEXT:
            return False
        if row.edit.text == was.text:
            return True
        field = self._catalogue.by_name.get(row.name.strip())
        if field is None:
            return False
        from mktgui.domain.typed import same_value  # noqa: PLC0415 - not before the first paint

        return same_value(row.edit.text, was.text, field.type)
