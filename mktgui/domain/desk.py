"""Drafts that outlive the window: what is kept of each, and who keeps them."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Protocol

from mktgui.domain.draft import Draft
from mktgui.domain.keeping import KeepProblem


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedDraft:
    """A draft as it lay on the desk. `id` is the same for as long as it lives.

    `title` is what its tab said, `note` the person's own words, `lead_id` the Marketo ID of the lead that was last seen
    for it: all empty where there is none. `changed_at` is aware; `order` counts the tabs from the left.
    """

    id: str
    profile_id: str
    draft: Draft
    changed_at: datetime
    title: str = ""
    note: str = ""
    lead_id: str = ""
    order: int = 0


@dataclass(frozen=True, slots=True)
class LoadedDrafts:
    """The drafts that could be read, in the order of their tabs, and what is wrong with the others."""

    drafts: tuple[SavedDraft, ...] = ()
    problems: tuple[KeepProblem, ...] = ()


class DraftStore(Protocol):
    """Keeps the drafts of this running copy of the program. For worker threads; calls are carried out one at a time.

    Where the person wants no values kept, `load` finds nothing and `save` does nothing.
    """

    def load(self) -> LoadedDrafts:
        """Take over what copies that are gone have left; those of copies that still run are not touched.

        Never raises. Each draft goes to exactly one copy, also where several ask at the same moment.
        """
        ...

    def save(self, one: SavedDraft) -> None:
        """Keep it in place of what was kept under its id. All or nothing. Raises KeepError."""
        ...

    def remove(self, draft_id: str) -> None:
        """Keep it no longer. An id that is not there is no error. Raises KeepError."""
        ...

    def forget(self) -> None:
        """Remove every draft that no running copy but this one has. Raises KeepError, and goes as far as it can."""
        ...

    def close(self) -> None:
        """Leave the drafts where they are, for the next start to find. Never raises."""
        ...


@dataclass(frozen=True, slots=True)
class CarriedDraft:
    """A draft that came from a file, or why there is none.

    `connection` is the name of the connection it was made for: to be shown, never to be connected to.
    """

    draft: Draft | None = None
    connection: str = ""
    note: str = ""
    problem: KeepProblem | None = None


class DraftFiles(Protocol):
    """Takes drafts out of the program and into it, in files that hold no connection. For worker threads."""

    def write(self, path: Path, draft: Draft, connection: str, note: str) -> None:
        """A file that is there is replaced. All or nothing. Raises KeepError."""
        ...

    def read(self, path: Path) -> CarriedDraft:
        """All of it or nothing: half a change would be worse than none. Never raises."""
        ...
