"""Turns a draft into the request it stands for and what Marketo will make of it. Pure: same draft, same plan.

The rules are those of the vendor's page as far as it states them (facts sheet 4.2 and 4.3). Where it is silent the
finding says so instead of guessing.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, tzinfo

from mktgui.domain.calls import AttributeToSend, SyncLead
from mktgui.domain.catalogue import NO_CATALOGUE, Catalogue
from mktgui.domain.check import Checker, sent_rows
from mktgui.domain.draft import Draft, Edit, EditKind, Row
from mktgui.domain.findings import Code, Finding, Severity, note, warning
from mktgui.domain.known import Knowledge, Known, Verdict, VerdictKind, judge
from mktgui.domain.lead import ABSENT, ForeignType, KeyKind, LeadRecord, Value, values_of, who_is
from mktgui.domain.lookup import given_identifiers, winner_of
from mktgui.domain.unchanged import Unchanged

Rows = Sequence[tuple[int, Row]]


@dataclass(frozen=True, slots=True)
class Change:
    """One attribute that would go out. `was` is its value when the lead was seen, None where it was not."""

    name: str
    edit: Edit
    was: Value | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """What would be sent, and everything to say about it. `request` is None while an error stands.

    `verdict` says whether it updates or creates, as far as it is known; `verdict.key` is the key Marketo will go by.
    """

    request: SyncLead | None
    verdict: Verdict
    findings: tuple[Finding, ...]
    changes: tuple[Change, ...] = ()

    @property
    def winner(self) -> KeyKind | None:
        """The key Marketo will go by, None while there is no identifier at all."""
        return self.verdict.key

    @property
    def errors(self) -> tuple[Finding, ...]:
        """The findings that keep Send shut."""
        return tuple(finding for finding in self.findings if finding.severity is Severity.ERROR)


def plan(draft: Draft, known: Knowledge = None, catalogue: Catalogue = NO_CATALOGUE, zone: tzinfo = UTC) -> Plan:
    """The plan for a draft as it stands, by what is known of the lead and of the fields. `zone` is the person's own."""
    return Planner(catalogue, zone).plan(draft, known)


class Planner:
    """Plans a draft again and again while it is edited, by one catalogue. What it says depends on its arguments alone.

    It is only quicker than `plan`: what it said of rows that stay as they are, it need not find again.
    """

    def __init__(self, catalogue: Catalogue = NO_CATALOGUE, zone: tzinfo = UTC) -> None:
        self.catalogue = catalogue
        self._checker, self._unchanged = Checker(catalogue, zone), Unchanged(catalogue)

    def plan(self, draft: Draft, known: Knowledge = None) -> Plan:
        """The plan for a draft as it stands, by what is known of the lead."""
        verdict, rows = judge(draft, known), sent_rows(draft)
        seen = known if isinstance(known, Known) and known.is_about(draft) else None
        values = values_of(seen.record) if seen and seen.record else None
        findings = list(self._checker.check(draft))
        if values is not None:
            findings += self._unchanged.findings(rows, values)
        if verdict.key is not None:
            findings += _which_lead(draft, verdict, seen)
            findings += _what_else_changes(draft, verdict.key, seen)
            findings += where_it_goes(draft.workspace.strip(), verdict)
            findings += _what_changes(draft, rows)
        broken = any(finding.severity is Severity.ERROR for finding in findings)
        request = None if broken else _request(draft, rows)
        return Plan(request, verdict, tuple(findings), tuple(_changes(rows, values)))


def _which_lead(draft: Draft, verdict: Verdict, seen: Known | None) -> Iterator[Finding]:
    given, winner = given_identifiers(draft), winner_of(draft)
    assert winner is not None, "asked only where there is one"  # noqa: S101 - for the types
    yield from _verdict_in_words(given[winner], verdict, seen)
    yield _goes_by(draft, winner, given[winner])
    if winner is KeyKind.COOKIE and given[KeyKind.EMAIL]:
        yield warning(Code.COOKIE_OR_EMAIL)
    elif winner is not draft.key and given[draft.key]:
        yield warning(Code.NOT_THE_CHOSEN_KEY, chosen=draft.key.value, winner=winner.value)


def _verdict_in_words(key: str, verdict: Verdict, seen: Known | None) -> Iterator[Finding]:
    match verdict.kind:
        case VerdictKind.UPDATES | VerdictKind.UPDATES_NEWEST if seen is not None and seen.record is not None:
            who = who_is(seen.record)
            if len(seen.records) > 1:
                yield warning(Code.UPDATES_NEWEST, id=verdict.lead_id, who=who, count=str(len(seen.records)))
            else:
                yield note(Code.UPDATES_LEAD, id=verdict.lead_id, who=who)
        case VerdictKind.CREATES if verdict.key is not None:
            yield warning(Code.CREATES_LEAD, key=verdict.key.value)
        case VerdictKind.REFUSED:
            yield warning(Code.ID_UNKNOWN, id=key)
        case _:
            yield from _nobody_looked(verdict)


def _nobody_looked(verdict: Verdict) -> Iterator[Finding]:
    """What the rules alone say."""
    if verdict.kind is VerdictKind.CANNOT_BE_LOOKED_UP and verdict.reason is not None:
        yield warning(Code.CANNOT_BE_LOOKED_UP, reason=verdict.reason.value)
    elif verdict.kind is VerdictKind.LOOK_FAILED:
        yield warning(Code.LOOK_FAILED)
    else:
        yield note(Code.NOT_LOOKED_UP)
    if verdict.key is KeyKind.MARKETO_ID:
        yield note(Code.ID_UNKNOWN_FAILS)
    elif verdict.key is not None:
        yield warning(Code.UNKNOWN_CREATES, key=verdict.key.value)
    if verdict.key is KeyKind.EMAIL:
        yield note(Code.NEWEST_OF_SEVERAL)


def _goes_by(draft: Draft, winner: KeyKind, text: str) -> Finding:
    match winner:
        case KeyKind.MARKETO_ID:
            return note(Code.GOES_BY_ID, id=text)
        case KeyKind.FOREIGN_ID:
            return note(Code.GOES_BY_FOREIGN_ID, type=draft.foreign_type or "?", id=text)
        case KeyKind.COOKIE:
            return note(Code.GOES_BY_COOKIE)
        case KeyKind.EMAIL:
            return note(Code.GOES_BY_EMAIL, email=text)


def _what_else_changes(draft: Draft, winner: KeyKind, seen: Known | None) -> Iterator[Finding]:
    given = given_identifiers(draft)
    by_unique_key = winner in {KeyKind.MARKETO_ID, KeyKind.FOREIGN_ID}
    if by_unique_key and given[KeyKind.EMAIL]:
        yield from _overwritten_email(given[KeyKind.EMAIL], seen.record if seen else None)
    if winner is KeyKind.FOREIGN_ID and given[KeyKind.EMAIL] and not (seen and seen.records):
        yield warning(Code.EMAIL_NOT_LOOKED_UP, email=given[KeyKind.EMAIL])
    if winner is KeyKind.MARKETO_ID and given[KeyKind.FOREIGN_ID] and draft.foreign_type:
        yield warning(Code.REASSIGNS_FOREIGN_ID, type=draft.foreign_type, id=given[KeyKind.FOREIGN_ID])
    if by_unique_key and given[KeyKind.COOKIE]:
        yield note(Code.LINKS_COOKIE)


def _overwritten_email(email: str, record: LeadRecord | None) -> Iterator[Finding]:
    old = record.email.text if record else ""
    if not old:
        yield warning(Code.OVERWRITES_EMAIL, email=email)
    elif old != email:
        yield warning(Code.REPLACES_EMAIL, email=email, old=old)


def where_it_goes(workspace: str, verdict: Verdict) -> Iterator[Finding]:
    """The rules of workspaces and partitions for a lead that is found by this key (facts sheet 4.3)."""
    may_create, creates = verdict.may_create, verdict.kind is VerdictKind.CREATES
    if not workspace:
        if not creates:
            yield note(Code.UPDATED_WHERE_IT_IS)
        if may_create:
            yield note(Code.NEW_IN_DEFAULT)
        return
    if not creates and verdict.key is KeyKind.EMAIL:
        yield warning(Code.WORKSPACE_IGNORED, workspace=workspace)
    elif not creates:
        yield note(Code.MUST_BE_IN_PRIMARY, workspace=workspace)
    if may_create:
        yield note(Code.NEW_IN_WORKSPACE, workspace=workspace)
    if workspace.casefold() != "default":
        yield note(Code.ONLY_DEFAULT_WITHOUT_WORKSPACES, workspace=workspace)


def _what_changes(draft: Draft, rows: Rows) -> Iterator[Finding]:
    names: dict[EditKind, list[str]] = {kind: [] for kind in EditKind}
    for _, row in rows:
        if name := row.name.strip():
            names[row.edit.kind].append(name)
    if names[EditKind.SET]:
        yield note(Code.SETS, count=str(len(names[EditKind.SET])), names=", ".join(names[EditKind.SET]))
    if names[EditKind.CLEAR]:
        yield warning(Code.CLEARS, count=str(len(names[EditKind.CLEAR])), names=", ".join(names[EditKind.CLEAR]))
    if not rows:
        yield warning(Code.CHANGES_NOTHING)
    if not draft.return_lead:
        yield note(Code.LEAD_NOT_RETURNED)


def _changes(rows: Rows, values: Mapping[str, Value] | None) -> Iterator[Change]:
    for _, row in rows:
        if name := row.name.strip():
            yield Change(name, row.edit, values.get(name, ABSENT) if values is not None else None)


def _request(draft: Draft, rows: Rows) -> SyncLead:
    given = given_identifiers(draft)
    return SyncLead(
        marketo_id=int(given[KeyKind.MARKETO_ID]) if given[KeyKind.MARKETO_ID] else None,
        email=given[KeyKind.EMAIL] or None,
        foreign_id=given[KeyKind.FOREIGN_ID] or None,
        foreign_type=ForeignType(draft.foreign_type) if given[KeyKind.FOREIGN_ID] else None,
        cookie=given[KeyKind.COOKIE] or None,
        attributes=tuple(AttributeToSend(row.name.strip(), row.edit.sent) for _, row in rows),
        workspace=draft.workspace.strip() or None,
        return_lead=draft.return_lead,
    )
