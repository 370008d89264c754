"""The same change over SOAP and over REST: both plans, and what the one says and the other does not. Pure."""

from dataclasses import dataclass, replace

from mktgui.domain.api_rules import rules_of
from mktgui.domain.catalogue import NO_CATALOGUE, Catalogue
from mktgui.domain.draft import Draft
from mktgui.domain.findings import Code, Finding, Spot
from mktgui.domain.known import Knowledge
from mktgui.domain.moving_over import moved_to_rest
from mktgui.domain.plan import Plan, plan
from mktgui.domain.profile import Profile, TransportKind

# What is the same in other words: names of fields differ, and rows are told in the table.
_NO_DIFFERENCE = frozenset({Code.SETS, Code.CHANGES_NOTHING, Code.UPDATES_LEAD, Code.VALUE_AS_NOW})
_OF_ROWS = frozenset({Spot.ROW_NAME, Spot.ROW_VALUE})
_BY_THE_API = frozenset({Code.COMPANY_FIELD, Code.JSON_VALUE, Code.KEY_CANNOT_CHANGE, Code.EMAIL_NOT_ASCII})


@dataclass(frozen=True, slots=True)
class Side:
    """One way to send it. `own` are the findings that the other way has not got."""

    profile: Profile
    plan: Plan
    own: tuple[Finding, ...]


def over_both(profile: Profile) -> dict[TransportKind, Profile]:
    """The connection, and the same one over the other API as far as it is known; that one has no id of its own."""
    if profile.transport is TransportKind.SOAP:
        return {TransportKind.SOAP: profile, TransportKind.REST: moved_to_rest(profile, "").profile}
    soap = replace(profile, id="", endpoint="", user_id="", transport=TransportKind.SOAP)
    return {TransportKind.SOAP: soap, TransportKind.REST: profile}


def sides(
    drafts: dict[TransportKind, Draft],
    profiles: dict[TransportKind, Profile],
    known: Knowledge = None,
    catalogues: dict[TransportKind, Catalogue] | None = None,
) -> dict[TransportKind, Side]:
    """Both ways to send a change whose rows already go by the names of each API."""
    by_kind = catalogues or {}
    plans = {
        kind: plan(draft, known, by_kind.get(kind, NO_CATALOGUE), rules=rules_of(profiles[kind]))
        for kind, draft in drafts.items()
    }
    told = {kind: frozenset(_bare(one) for one in made.findings) for kind, made in plans.items()}
    made = {}
    for kind, one in plans.items():
        others = frozenset().union(*(said for other, said in told.items() if other is not kind))
        made[kind] = Side(profiles[kind], one, tuple(found for found in one.findings if _is_own(found, others)))
    return made


def _bare(finding: Finding) -> tuple[object, ...]:
    return finding.code, finding.params


def _is_own(finding: Finding, others: frozenset[tuple[object, ...]]) -> bool:
    if finding.code in _NO_DIFFERENCE or (finding.spot in _OF_ROWS and finding.code not in _BY_THE_API):
        return False
    return _bare(finding) not in others
