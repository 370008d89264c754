"""Takes the rows of a draft or a recipe from one API to the other, and says what could not come along."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from mktgui.domain.draft import Row
from mktgui.domain.profile import Profile, TransportKind
from mktgui.ui.field_desk import FieldDesk

if TYPE_CHECKING:
    from mktgui.domain.field_map import Carried
    from mktgui.ui.field_labels import FieldLabels

MOST_NAMES = 5


class FieldCarrier(QObject):
    """Stands on the standard fields, and on what is known of the fields of the two connections."""

    def __init__(self, desk: FieldDesk, labels: "Callable[[], FieldLabels]") -> None:
        super().__init__()
        self._desk, self._labels = desk, labels

    def carried(self, rows: Sequence[Row], to: Profile, source: Profile | None = None) -> "Carried":
        """The rows by the names of the connection `to`. `source` is where they are from, None where nobody knows."""
        from mktgui.domain.field_map import FieldMap, carried_over  # noqa: PLC0415 - not for the first paint

        known = {to.transport: self._desk.catalogue(to.id)}
        if source is not None and source.transport is not to.transport:
            known[source.transport] = self._desk.catalogue(source.id)
        names = FieldMap(self._labels().pairs(), known)
        return carried_over(rows, names, to.transport, source.transport if source is not None else None)

    def sentence(self, carried: "Carried", to: Profile) -> str:
        """What could not be carried over, and what to do; empty where everything could."""
        unknown = self.unknown(carried, to)
        what_to_do = self.tr("They stand in the table as they were: put their names right, or take them out.")
        return f"{unknown} {what_to_do}" if unknown else ""

    def unknown(self, carried: "Carried", to: Profile) -> str:
        """What could not be carried over; empty where everything could."""
        if not carried.unmapped:
            return ""
        shown = ", ".join(carried.unmapped[:MOST_NAMES])
        more = len(carried.unmapped) - MOST_NAMES
        names = self.tr("{names} and %n more", "", more).format(names=shown) if more > 0 else shown
        words = {
            TransportKind.REST: self.tr("It is not known what REST calls these fields: {names}."),
            TransportKind.SOAP: self.tr("It is not known what SOAP calls these fields: {names}."),
        }
        return words[to.transport].format(names=names)

    def step(self, to: Profile) -> str:
        """What the step of undo is called."""
        return {
            TransportKind.REST: self.tr("Names of fields for REST"),
            TransportKind.SOAP: self.tr("Names of fields for SOAP"),
        }[to.transport]
