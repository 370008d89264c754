"""What can honestly be known of a workspace: the rules, a likely slip, and what a probe of one lead proves.

No SOAP call lists workspaces or tells a lead's partition (facts sheet 4.3), and a check must never create a lead.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from mktgui.domain.answers import CREATED, FAILED, UPDATED, Fault, Found, Synced
from mktgui.domain.calls import GetLead, LookupKey
from mktgui.domain.draft import Draft
from mktgui.domain.findings import Code, Finding, Spot, error
from mktgui.domain.known import Verdict, VerdictKind
from mktgui.domain.lead import KeyKind
from mktgui.domain.outcome import Answered, Outcome
from mktgui.domain.place_names import Place, check_place
from mktgui.domain.plan import Plan, plan
from mktgui.domain.soap_rules import SOAP_RULES


def workspace_findings(key: KeyKind, workspace: str, known: Collection[str] = ()) -> tuple[Finding, ...]:
    """The rules for a lead that is found by this key, and whether the name looks like a slip."""
    return (
        *check_name(workspace, known),
        *SOAP_RULES.where_it_goes(Draft(workspace=workspace), Verdict(kind=VerdictKind.NOT_LOOKED_UP, key=key)),
    )


def check_name(name: str, known: Collection[str], place: Place = Place.WORKSPACE) -> Iterator[Finding]:
    """Compare a name with those that the connection knows. Where it knows none, there is nothing to say."""
    return check_place(name, known, place)


def probe(marketo_id: str, workspace: str, known: Collection[str] = ()) -> Plan:
    """The probe as a plan: an update without attributes, by Marketo ID, with the workspace in its header.

    It costs one call and counts as an update of the lead, though it changes no field. It may be sent only when
    `look_first` has found the lead: then there is nothing that it could create.
    """
    made = plan(Draft(key=KeyKind.MARKETO_ID, marketo_id=marketo_id, workspace=workspace, return_lead=False))
    findings = (*check_name(workspace, known), *made.findings)
    if workspace.strip():
        return replace(made, findings=findings)
    return replace(made, request=None, findings=(error(Code.WORKSPACE_EMPTY, Spot.WORKSPACE), *findings))


def look_first(marketo_id: str) -> GetLead:
    """What to ask before the probe."""
    return GetLead(LookupKey.IDNUM, marketo_id.strip())


class Proof(StrEnum):
    """What a probe shows of "this lead is in the primary partition of that workspace"."""

    PROVED = "proved"
    REFUTED = "refuted"
    NOTHING = "nothing"


class ProbeReason(StrEnum):
    """Why. The part in brackets says what `ProbeResult.text` then holds."""

    UPDATED = "updated"
    WRONG_PARTITION = "wrong-partition"  # [Marketo's words]
    NO_SUCH_WORKSPACE = "no-such-workspace"  # [Marketo's words]
    LEAD_MISSING = "lead-missing"  # [Marketo's words]
    CREATED = "created"  # [the id of the new lead]
    OTHER_FAULT = "other-fault"  # [Marketo's words]
    OTHER_STATUS = "other-status"  # [the status]
    NO_ANSWER = "no-answer"


@dataclass(frozen=True, slots=True)
class ProbeResult:
    """What came out of a probe. `code` is Marketo's number, where there is one."""

    proof: Proof
    reason: ProbeReason
    code: str = ""
    text: str = ""


# Which numbers Marketo gives is documented nowhere (facts sheet 4.3). In a request that names a lead which exists, a
# workspace, and nothing else, these can mean little besides.
_REFUSALS = {
    "20106": (Proof.REFUTED, ProbeReason.WRONG_PARTITION),
    "20109": (Proof.REFUTED, ProbeReason.NO_SUCH_WORKSPACE),
    "20110": (Proof.REFUTED, ProbeReason.NO_SUCH_WORKSPACE),
    "20114": (Proof.REFUTED, ProbeReason.NO_SUCH_WORKSPACE),
    "20103": (Proof.NOTHING, ProbeReason.LEAD_MISSING),
}
_OTHER = (Proof.NOTHING, ProbeReason.OTHER_FAULT)


def lead_is_there(outcome: Outcome) -> bool:
    """Whether `look_first` has found the lead, so that the probe may be sent."""
    return isinstance(outcome, Answered) and isinstance(outcome.answer, Found) and bool(outcome.answer.records)


def judge_probe(outcome: Outcome) -> ProbeResult:
    """What the outcome of a probe proves. Pure."""
    if not isinstance(outcome, Answered):
        return ProbeResult(Proof.NOTHING, ProbeReason.NO_ANSWER)
    match outcome.answer:
        case Fault(code=code, text=text, message=message):
            return ProbeResult(*_REFUSALS.get(code, _OTHER), code, message or text)
        case Synced() as synced:
            return _judged_by_status(synced)
        case _:
            return ProbeResult(Proof.NOTHING, ProbeReason.NO_ANSWER)


def _judged_by_status(synced: Synced) -> ProbeResult:
    word = synced.status.text
    if word == UPDATED:
        return ProbeResult(Proof.PROVED, ProbeReason.UPDATED)
    if word == FAILED:
        return ProbeResult(Proof.REFUTED, ProbeReason.WRONG_PARTITION, text=synced.error.text)
    if word == CREATED:
        return ProbeResult(Proof.NOTHING, ProbeReason.CREATED, text=synced.lead_id.text)
    return ProbeResult(Proof.NOTHING, ProbeReason.OTHER_STATUS, text=word)
