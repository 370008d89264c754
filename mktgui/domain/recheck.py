"""Whether the lead is still as it was when it was loaded: a look right before Send, compared with the first. Pure."""

from dataclasses import dataclass, replace
from enum import StrEnum

from mktgui.domain.calls import SyncLead
from mktgui.domain.difference import (
    AS_ASKED,
    EMAIL,
    PLAIN,
    Comparison,
    Fate,
    FieldDifference,
    differences,
    named_by_rest,
)
from mktgui.domain.draft import KEEP, Draft
from mktgui.domain.known import Knowledge, Known
from mktgui.domain.lead import KeyKind
from mktgui.domain.lookup import same_question, winner_of


class Turn(StrEnum):
    """How a send would now do something else than what the first look said."""

    VANISHED = "vanished"  # there was a lead, and nobody has the key now
    APPEARED = "appeared"  # nobody had the key, and now somebody has
    ANOTHER_LEAD = "another-lead"  # the send would change another lead: a newer one, or one that took the key over
    SEVERAL_NOW = "several-now"  # the lead is still the newest, but no longer the only one


@dataclass(frozen=True, slots=True, kw_only=True)
class Recheck:
    """What has happened between the two looks.

    `changed` holds the fields that are no longer as they were loaded: `was` is the loaded value, `now` the present one.
    It is empty where another lead is meant now. The ids are those of the lead that a send would change, empty for none.
    """

    turn: Turn | None = None
    loaded_id: str = ""
    now_id: str = ""
    count: int = 0
    changed: tuple[FieldDifference, ...] = ()

    @property
    def in_the_way(self) -> tuple[FieldDifference, ...]:
        """What somebody else changed meanwhile, and this send would overwrite."""
        return tuple(one for one in self.changed if one.fate is Fate.CHANGED)

    @property
    def there_already(self) -> tuple[FieldDifference, ...]:
        """What somebody else has set meanwhile to the very value that is asked for."""
        return tuple(one for one in self.changed if one.fate in AS_ASKED)

    @property
    def besides(self) -> tuple[FieldDifference, ...]:
        """What changed and is not being sent: harmless."""
        return tuple(one for one in self.changed if one.asked is None)

    @property
    def is_clear(self) -> bool:
        """Whether nothing stands against sending what was planned."""
        return self.turn is None and not self.in_the_way


_CHANGED = AS_ASKED | {Fate.CHANGED, Fate.ALSO_CHANGED, Fate.LEFT_OUT}


def recheck(
    loaded: Knowledge,
    fresh: Known,
    request: SyncLead,
    by: Comparison = PLAIN,
) -> Recheck:
    """What a second look shows beside the first. Where there was no first one, nothing can have changed."""
    now = fresh.record
    seen = isinstance(loaded, Known) and same_question(loaded.asked, fresh.asked)
    if not isinstance(loaded, Known) or not seen:
        return Recheck(now_id=now.id.text if now else "", count=len(fresh.records))
    before = loaded.record
    found = Recheck(
        turn=_turn(loaded, fresh),
        loaded_id=before.id.text if before else "",
        now_id=now.id.text if now else "",
        count=len(fresh.records),
    )
    if before is None or now is None or before.id.text != now.id.text:
        return found
    every = differences(before, request, now, by)
    shown = named_by_rest(every) if request.lookup_field else every
    return replace(found, changed=tuple(one for one in shown if one.fate in _CHANGED))


def _turn(loaded: Known, fresh: Known) -> Turn | None:
    before, now = loaded.record, fresh.record
    if now is None:
        return None if before is None else Turn.VANISHED
    if before is None:
        return Turn.APPEARED
    if before.id.text != now.id.text:
        return Turn.ANOTHER_LEAD
    return Turn.SEVERAL_NOW if len(fresh.records) > 1 and len(loaded.records) == 1 else None


def taken_over(draft: Draft, found: Recheck) -> Draft:
    """The draft without the edits that would overwrite what somebody else changed meanwhile; all others stay."""
    names = {one.name for one in found.in_the_way}
    rows = tuple(row._replace(edit=KEEP) if row.name.strip() in names else row for row in draft.rows)
    winner = winner_of(draft)
    if not names & {EMAIL, EMAIL.lower()} or winner is None or winner is KeyKind.EMAIL:
        return replace(draft, rows=rows)
    key = winner if draft.key is KeyKind.EMAIL else draft.key  # without its key a draft cannot be sent
    return replace(draft, rows=rows, email="", key=key)
