"""What fields are called on one page: as its Marketo names them, else as the standard fields are called."""

from typing import TYPE_CHECKING

from mktgui.domain.catalogue import NO_CATALOGUE

if TYPE_CHECKING:
    from collections.abc import Callable

    from mktgui.domain.answers import FieldDescription
    from mktgui.domain.catalogue import Catalogue
    from mktgui.ui.field_labels import FieldLabels


class PageLabels:
    """Given to every part of a page that names fields. What it reads is read when a field is named first."""

    def __init__(self, labels: "Callable[[], FieldLabels]") -> None:
        self._labels = labels
        self._catalogue = NO_CATALOGUE

    def use(self, catalogue: "Catalogue") -> "Catalogue":
        """Name fields by this one from now on. Gives the same with the names that are shown."""
        self._catalogue = self._labels().in_words(catalogue) if catalogue.fields else catalogue
        return self._catalogue

    def name(self, api_name: str) -> str:
        """What the field with this API name is called."""
        return self.label(self._catalogue.by_name.get(api_name, api_name))

    def label(self, field: "FieldDescription | str") -> str:
        """The same for a field of a catalogue."""
        return self._labels().label(field)

    def type_word(self, kind: str) -> str:
        """A word for a type."""
        return self._labels().type_word(kind)
