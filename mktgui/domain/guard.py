"""What keeps a person from writing to production by accident: a lock that springs back, and one step more."""

from dataclasses import dataclass
from enum import StrEnum

from mktgui.domain.calls import SyncLead
from mktgui.domain.findings import Code
from mktgui.domain.moment import Moment
from mktgui.domain.plan import Plan
from mktgui.domain.profile import Environment
from mktgui.domain.repeat import repeats, what_it_does
from mktgui.domain.verdict import VerdictKind

UNLOCKED_SECONDS = 15 * 60.0


def seconds_left(unlocked: Moment | None, now: Moment, lasting: float = UNLOCKED_SECONDS) -> float:
    """How long writing stays unlocked: none where it never was."""
    return 0.0 if unlocked is None else max(0.0, lasting - now.seconds_since(unlocked))


class Meant(StrEnum):
    """What a send may do besides changing attributes, and what has to be meant."""

    CREATES = "creates"
    OVERWRITES_EMAIL = "overwrites-email"
    REASSIGNS_FOREIGN_ID = "reassigns-foreign-id"
    SENDS_AGAIN = "sends-again"  # what may have been written already


_MEANT = {
    Code.OVERWRITES_EMAIL: Meant.OVERWRITES_EMAIL,
    Code.REPLACES_EMAIL: Meant.OVERWRITES_EMAIL,
    Code.EMAIL_AS_ATTRIBUTE: Meant.OVERWRITES_EMAIL,
    Code.REASSIGNS_FOREIGN_ID: Meant.REASSIGNS_FOREIGN_ID,
}


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to be meant, and of which request: the same thing said of another lead is another step."""

    meant: Meant
    request: tuple[object, ...]


def steps(plan: Plan, environment: Environment, still_open: SyncLead | None = None) -> tuple[Step, ...]:
    """What a person has to mean before this is sent; nothing while an error stands.

    Creating has to be meant everywhere, overwriting on production. A lead that nobody has looked up asks for nothing
    yet: Send looks it up first, and then it is known. `still_open` is a request whose outcome is unknown: to send the
    same again has to be meant everywhere.
    """
    if plan.request is None:
        return ()
    found = {_MEANT[finding.code] for finding in plan.findings if finding.code in _MEANT}
    if environment is not Environment.PRODUCTION:
        found = set()
    if plan.verdict.may_create and plan.verdict.kind is not VerdictKind.NOT_LOOKED_UP:
        found.add(Meant.CREATES)
    which = _identifiers(plan.request)
    made = tuple(Step(meant, which) for meant in Meant if meant in found)
    if still_open is None or not repeats(plan.request, still_open):
        return made
    return (*made, Step(Meant.SENDS_AGAIN, what_it_does(plan.request)))


def _identifiers(request: SyncLead) -> tuple[object, ...]:
    """What tells one lead from another. Attributes are left out: whoever mends a title still means the same lead."""
    emails = tuple(one.value for one in request.attributes if one.name.casefold() == "email")
    return (
        request.marketo_id,
        request.email,
        request.foreign_id,
        request.foreign_type,
        request.cookie,
        request.workspace,
        emails,
    )
