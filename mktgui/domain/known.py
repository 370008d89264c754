"""What is known of the lead that a draft means, and what that says of a send: update or create."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from mktgui.domain.calls import GetLead, LookupKey
from mktgui.domain.draft import Draft
from mktgui.domain.lead import KeyKind, LeadRecord
from mktgui.domain.lookup import NoLookup, question_for, same_question, winner_of

FRESH_SECONDS = 60.0  # how long a look at the lead is good for; older than that, Send looks again


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """A question to Marketo about a lead. `profile_id` tells whose Marketo, `at` (aware) when it was over."""

    profile_id: str
    asked: GetLead
    at: datetime

    def is_about(self, draft: Draft) -> bool:
        """Whether it speaks of the lead that this draft means."""
        question = question_for(draft)
        return isinstance(question, GetLead) and same_question(self.asked, question)

    def is_fresh(self, now: datetime, lasting: float = FRESH_SECONDS) -> bool:
        """Whether it may still be relied on. A clock that was put back makes it old."""
        return 0 <= (now - self.at).total_seconds() <= lasting


@dataclass(frozen=True, slots=True, kw_only=True)
class Known(Look):
    """What Marketo said. `records` come newest first, and are none where nobody has the key.

    Only the first is the one that a send by that key would change.
    """

    records: tuple[LeadRecord, ...] = ()

    @property
    def record(self) -> LeadRecord | None:
        """The lead that a send would change, as it was then."""
        return self.records[0] if self.records else None


@dataclass(frozen=True, slots=True, kw_only=True)
class FailedLook(Look):
    """It brought nothing: there was no answer, or Marketo refused it for another reason."""


Knowledge = Known | FailedLook | None


class VerdictKind(StrEnum):
    """What a send will do to which lead, as far as it is known."""

    UPDATES = "updates"
    UPDATES_NEWEST = "updates-newest"  # several share the address: the newest is changed (facts sheet 4.2)
    CREATES = "creates"
    REFUSED = "refused"  # nobody has this Marketo ID, and Marketo gives it to nobody
    NOT_LOOKED_UP = "not-looked-up"
    LOOK_FAILED = "look-failed"
    CANNOT_BE_LOOKED_UP = "cannot-be-looked-up"


_MAY_CREATE = frozenset(
    {VerdictKind.CREATES, VerdictKind.NOT_LOOKED_UP, VerdictKind.LOOK_FAILED, VerdictKind.CANNOT_BE_LOOKED_UP}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """`lead_id` is the lead that would change, empty where none or not known; `at` when that was seen."""

    kind: VerdictKind
    key: KeyKind | None
    lead_id: str = ""
    at: datetime | None = None
    reason: NoLookup | None = None

    @property
    def may_create(self) -> bool:
        """Whether a new lead may come of it: never by a Marketo ID."""
        return self.key is not KeyKind.MARKETO_ID and self.kind in _MAY_CREATE


def judge(draft: Draft, known: Knowledge) -> Verdict:
    """What is to be expected of a send. Pure; how old the knowledge is, is for whoever sends to weigh."""
    question, key = question_for(draft), winner_of(draft)
    if isinstance(question, NoLookup):
        return Verdict(kind=VerdictKind.CANNOT_BE_LOOKED_UP, key=key, reason=question)
    if known is None or not same_question(known.asked, question):
        return Verdict(kind=VerdictKind.NOT_LOOKED_UP, key=key)
    if isinstance(known, FailedLook):
        return Verdict(kind=VerdictKind.LOOK_FAILED, key=key, at=known.at)
    if not known.records:
        kind = VerdictKind.REFUSED if question.key is LookupKey.IDNUM else VerdictKind.CREATES
        return Verdict(kind=kind, key=key, at=known.at)
    kind = VerdictKind.UPDATES_NEWEST if len(known.records) > 1 else VerdictKind.UPDATES
    return Verdict(kind=kind, key=key, lead_id=known.records[0].id.text, at=known.at)
