"""What is known of a partition over REST, for certain and without a write (facts sheet 6.3).

One call lists those that the API user may see, and a lead that is read tells which one it is in.
"""

from dataclasses import dataclass
from enum import StrEnum

from mktgui.domain.answers import Fault, Found, Listed
from mktgui.domain.calls import GetLead, ListObjects, LookupKey
from mktgui.domain.outcome import Answered, Outcome
from mktgui.domain.workspaces import Proof


class Why(StrEnum):
    """What was found. The part in brackets says what `PartitionResult.text` then holds."""

    LISTED = "listed"  # no lead was asked for
    NOT_LISTED = "not-listed"  # [the names that are]: there is none of this name, or the user may not see it
    LEAD_IS_IN_IT = "lead-is-in-it"
    LEAD_IS_ELSEWHERE = "lead-is-elsewhere"  # [the name of the partition that it is in, or its number]
    LEAD_MISSING = "lead-missing"  # nobody has this id, or the user may not see the lead
    LEAD_DOES_NOT_TELL = "lead-does-not-tell"
    REFUSED = "refused"  # [Marketo's words]
    NO_ANSWER = "no-answer"


@dataclass(frozen=True, slots=True)
class PartitionResult:
    """Whether the API user may see a partition of that name, and whether the lead is in it. `code` is Marketo's."""

    seen: Proof
    holds: Proof
    why: Why
    text: str = ""
    code: str = ""


def list_first() -> ListObjects:
    """What to ask first: it takes nothing and writes nothing."""
    return ListObjects()


def then_read(marketo_id: str) -> GetLead | None:
    """What to ask then; None where no lead was named."""
    return GetLead(LookupKey.IDNUM, marketo_id.strip()) if marketo_id.strip() else None


def judge_partition(name: str, listed: Outcome, read: Outcome | None = None) -> PartitionResult:
    """What both prove of a partition. Pure. `read` is None where no lead was read."""
    answer = listed.answer if isinstance(listed, Answered) else None
    if not isinstance(answer, Listed):
        return _unknown(Proof.NOTHING, answer)
    names = dict(zip(answer.names, answer.ids, strict=False))
    wanted = name.strip()
    if wanted not in names:
        return PartitionResult(Proof.REFUTED, Proof.NOTHING, Why.NOT_LISTED, ", ".join(names))
    if read is None:
        return PartitionResult(Proof.PROVED, Proof.NOTHING, Why.LISTED)
    found = read.answer if isinstance(read, Answered) else None
    if not isinstance(found, Found):
        return _unknown(Proof.PROVED, found)
    return _judged_by_lead(found, names, wanted)


def _judged_by_lead(found: Found, names: dict[str, str], wanted: str) -> PartitionResult:
    if not found.records:
        return PartitionResult(Proof.PROVED, Proof.NOTHING, Why.LEAD_MISSING)
    there = found.records[0].partition.text
    if not there:
        return PartitionResult(Proof.PROVED, Proof.NOTHING, Why.LEAD_DOES_NOT_TELL)
    if there == names[wanted]:
        return PartitionResult(Proof.PROVED, Proof.PROVED, Why.LEAD_IS_IN_IT)
    called = next((name for name, number in names.items() if number == there), there)
    return PartitionResult(Proof.PROVED, Proof.REFUTED, Why.LEAD_IS_ELSEWHERE, called)


def _unknown(seen: Proof, answer: object) -> PartitionResult:
    if isinstance(answer, Fault):
        return PartitionResult(seen, Proof.NOTHING, Why.REFUSED, answer.message or answer.text, answer.code)
    return PartitionResult(seen, Proof.NOTHING, Why.NO_ANSWER)
