"""Keeping the catalogue of fields from one run to the next, because reading it costs a call."""

from dataclasses import dataclass
from typing import Protocol

from mktgui.domain.catalogue import NO_CATALOGUE, Catalogue
from mktgui.domain.keeping import KeepProblem


@dataclass(frozen=True, slots=True)
class LoadedCatalogue:
    """What was kept, else NO_CATALOGUE; `problem` says why nothing could be used of what is there."""

    catalogue: Catalogue = NO_CATALOGUE
    problem: KeepProblem | None = None


class CatalogueStore(Protocol):
    """Keeps one catalogue a profile. For worker threads."""

    def load(self, profile_id: str) -> LoadedCatalogue:
        """Never raises. A catalogue that is wrong in one place is not used at all: it can be read anew."""
        ...

    def save(self, profile_id: str, catalogue: Catalogue) -> None:
        """All or nothing. Only what Marketo told is kept: a catalogue without `read_at` is not. Raises KeepError."""
        ...

    def remove(self, profile_id: str) -> None:
        """Keep it no longer, because the profile is gone. Nothing there is no error. Raises KeepError."""
        ...
