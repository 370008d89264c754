"""What is known of the lead that a draft means, and what that says of a send: update or create."""

from dataclasses import dataclass
from datetime import datetime

from mktgui.domain.calls import GetLead, LookupKey
from mktgui.domain.draft import Draft
from mktgui.domain.lead import LeadRecord
from mktgui.domain.lookup import NoLookup, same_question
from mktgui.domain.soap_rules import SOAP_RULES
from mktgui.domain.transport_rules import TransportRules
from mktgui.domain.verdict import Verdict, VerdictKind

__all__ = [  # a verdict is what becomes of knowledge: who has one to do with mostly has both
    "FRESH_SECONDS",
    "FailedLook",
    "Knowledge",
    "Known",
    "Look",
    "Verdict",
    "VerdictKind",
    "judge",
]

FRESH_SECONDS = 60.0  # how long a look at the lead is good for; older than that, Send looks again


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """A question to Marketo about a lead. `profile_id` tells whose Marketo, `at` (aware) when it was over."""

    profile_id: str
    asked: GetLead
    at: datetime

    def is_about(self, draft: Draft, rules: TransportRules = SOAP_RULES) -> bool:
        """Whether it speaks of the lead that this draft means by these rules."""
        question = rules.question(draft)
        return isinstance(question, GetLead) and same_question(self.asked, question)

    def is_fresh(self, now: datetime, lasting: float = FRESH_SECONDS) -> bool:
        """Whether it may still be relied on. A clock that was put back makes it old."""
        return 0 <= (now - self.at).total_seconds() <= lasting


@dataclass(frozen=True, slots=True, kw_only=True)
class Known(Look):
    """What Marketo said. `records` come newest first, and are none where nobody has the key.

    Only the first is one that a send by that key could change.
    """

    records: tuple[LeadRecord, ...] = ()

    @property
    def record(self) -> LeadRecord | None:
        """The lead that a send would change, as it was then."""
        return self.records[0] if self.records else None

    @property
    def in_its_place(self) -> str:
        """The number of the lead that came where another number was asked for; empty where none did.

        So it is after two leads were merged.
        """
        if self.asked.key is not LookupKey.IDNUM or not self.records:
            return ""
        wanted = _digits(self.asked.value)
        return "" if any(_digits(one.id.text) == wanted for one in self.records) else self.records[0].id.text


@dataclass(frozen=True, slots=True, kw_only=True)
class FailedLook(Look):
    """It brought nothing: there was no answer, or Marketo refused it for another reason."""


Knowledge = Known | FailedLook | None


def judge(draft: Draft, known: Knowledge, rules: TransportRules = SOAP_RULES) -> Verdict:
    """What is to be expected of a send. Pure; how old the knowledge is, is for whoever sends to weigh."""
    question, key, only_updates = rules.question(draft), rules.winner(draft), rules.only_updates(draft)
    if isinstance(question, NoLookup):
        return Verdict(kind=VerdictKind.CANNOT_BE_LOOKED_UP, key=key, reason=question, only_updates=only_updates)
    if known is None or not same_question(known.asked, question):
        return Verdict(kind=VerdictKind.NOT_LOOKED_UP, key=key, only_updates=only_updates)
    if isinstance(known, FailedLook):
        return Verdict(kind=VerdictKind.LOOK_FAILED, key=key, at=known.at, only_updates=only_updates)
    kind = rules.expects(draft, len(known.records))
    changed = known.records[0].id.text if kind in _CHANGES else ""
    return Verdict(kind=kind, key=key, lead_id=changed, at=known.at, only_updates=only_updates)


def _digits(text: str) -> str:
    return text.strip().lstrip("0")


_CHANGES = frozenset({VerdictKind.UPDATES, VerdictKind.UPDATES_NEWEST})
