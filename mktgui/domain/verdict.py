"""What a send will do to which lead, as far as it is known."""

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from mktgui.domain.kinds import KeyKind

if TYPE_CHECKING:
    from datetime import datetime

    from mktgui.domain.lookup import NoLookup


class VerdictKind(StrEnum):
    """What a send will do to which lead, as far as it is known."""

    UPDATES = "updates"
    UPDATES_NEWEST = "updates-newest"  # several share the address: over SOAP the newest is changed (facts sheet 4.2)
    CREATES = "creates"
    REFUSED = "refused"  # nobody has the key, and this send makes no lead: by Marketo ID none ever does
    SKIPPED = "skipped"  # there is a lead, or several, and none is touched: over REST alone (facts sheet 6.3)
    NOT_LOOKED_UP = "not-looked-up"
    LOOK_FAILED = "look-failed"
    CANNOT_BE_LOOKED_UP = "cannot-be-looked-up"


_MAY_CREATE = frozenset(
    {VerdictKind.CREATES, VerdictKind.NOT_LOOKED_UP, VerdictKind.LOOK_FAILED, VerdictKind.CANNOT_BE_LOOKED_UP}
)


class Verdict(NamedTuple):
    """`lead_id` is the lead that would change, empty where none or not known; `at` when that was seen.

    `only_updates` tells that the rules let no new lead come of it, whoever has the key.
    """

    kind: VerdictKind
    key: KeyKind | None
    lead_id: str = ""
    at: "datetime | None" = None
    reason: "NoLookup | None" = None
    only_updates: bool = False

    @property
    def may_create(self) -> bool:
        """Whether a new lead may come of it: never by a Marketo ID."""
        return self.key is not KeyKind.MARKETO_ID and not self.only_updates and self.kind in _MAY_CREATE
