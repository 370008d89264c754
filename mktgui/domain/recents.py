"""The leads that were worked on last: who, how they were found, and what was done."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from mktgui.domain.keeping import KeepProblem
from mktgui.domain.lead import KeyKind

MOST_RECENTS = 30  # for each profile


class Deed(StrEnum):
    """What was done."""

    LOADED = "loaded"
    CHANGED = "changed"
    CREATED = "created"
    FAILED = "failed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Recent:
    """One lead. `key` and `text` are what it was found by, `at` is aware, `fields` how many were changed.

    `lead_id` is the Marketo ID and `who` a name or an address, both empty where not known.
    """

    key: KeyKind
    text: str
    deed: Deed
    at: datetime
    lead_id: str = ""
    who: str = ""
    fields: int = 0


def with_recent(recents: Sequence[Recent], new: Recent) -> tuple[Recent, ...]:
    """The list with the new one in front, no lead twice, and not more than MOST_RECENTS.

    What came last stands first, whatever the clock says: one that was put back must not drop what was done just now.
    Where a call failed, what was known of the lead before is still known.
    """
    earlier = next((one for one in recents if is_same_lead(one, new)), None)
    if earlier is not None:
        new = replace(new, lead_id=new.lead_id or earlier.lead_id, who=new.who or earlier.who)
    others = (one for one in recents if not is_same_lead(one, new))
    return (new, *others)[:MOST_RECENTS]


def without_recent(recents: Sequence[Recent], one: Recent) -> tuple[Recent, ...]:
    """The list without that lead."""
    return tuple(other for other in recents if not is_same_lead(other, one))


def is_same_lead(one: Recent, other: Recent) -> bool:
    """By Marketo ID where both have one, else by the key; the case of an address does not matter (facts sheet 4.6)."""
    if one.lead_id and other.lead_id:
        return one.lead_id == other.lead_id
    return one.key is other.key and _comparable(one) == _comparable(other)


def _comparable(one: Recent) -> str:
    text = one.text.strip()
    return text.casefold() if one.key is KeyKind.EMAIL else text


@dataclass(frozen=True, slots=True)
class LoadedRecents:
    """Newest first."""

    recents: tuple[Recent, ...] = ()
    problem: KeepProblem | None = None


class RecentStore(Protocol):
    """Keeps the recent leads of each profile. For worker threads.

    Where the person wants no values kept, `load` finds nothing and `add` keeps nothing.
    """

    def load(self, profile_id: str) -> LoadedRecents:
        """Never raises: a broken file is kept and told."""
        ...

    def add(self, profile_id: str, new: Recent) -> LoadedRecents:
        """Put one in front of what is there now, also by another copy of the program. Raises KeepError."""
        ...

    def drop(self, profile_id: str, one: Recent) -> LoadedRecents:
        """Keep this lead no longer. One that is not there is no error. Raises KeepError."""
        ...

    def forget(self, profile_id: str = "") -> None:
        """Keep nothing of this profile any more, or of any profile where no id is given. Raises KeepError."""
        ...
