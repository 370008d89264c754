"""Turns a draft into the request it stands for and what Marketo will make of it. Pure: same draft, same plan.

The rules are those of the vendor's page as far as it states them (facts sheet 4.2 and 4.3). Where it is silent the
finding says so instead of guessing.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from mktgui.domain.calls import AttributeToSend, SyncLead
from mktgui.domain.check import check, sent_rows
from mktgui.domain.draft import Draft, EditKind
from mktgui.domain.findings import Code, Finding, Severity, note, warning
from mktgui.domain.lead import ForeignType, KeyKind

# Marketo ID beats foreign id beats the rest; whether cookie or e-mail comes first is not documented.
_ORDER = (KeyKind.MARKETO_ID, KeyKind.FOREIGN_ID, KeyKind.COOKIE, KeyKind.EMAIL)


@dataclass(frozen=True, slots=True)
class Plan:
    """What would be sent, and everything to say about it. `request` is None while an error stands.

    `winner` is the key Marketo will go by, None while there is no identifier at all.
    """

    request: SyncLead | None
    winner: KeyKind | None
    findings: tuple[Finding, ...]

    @property
    def errors(self) -> tuple[Finding, ...]:
        """The findings that keep Send shut."""
        return tuple(finding for finding in self.findings if finding.severity is Severity.ERROR)


def plan(draft: Draft) -> Plan:
    """The plan for a draft as it stands."""
    winner = _winner(draft)
    findings = list(check(draft))
    if winner is not None:
        findings += _which_lead(draft, winner)
        findings += _what_else_changes(draft, winner)
        findings += where_it_goes(draft.workspace.strip(), winner)
        findings += _what_changes(draft)
    broken = any(finding.severity is Severity.ERROR for finding in findings)
    return Plan(None if broken else _request(draft), winner, tuple(findings))


def _winner(draft: Draft) -> KeyKind | None:
    given = _given(draft)
    return next((key for key in _ORDER if given[key]), None)


def _given(draft: Draft) -> dict[KeyKind, str]:
    return {
        KeyKind.MARKETO_ID: draft.marketo_id.strip(),
        KeyKind.FOREIGN_ID: draft.foreign_id.strip(),
        KeyKind.COOKIE: draft.cookie.strip(),
        KeyKind.EMAIL: draft.email.strip(),
    }


def _which_lead(draft: Draft, winner: KeyKind) -> Iterator[Finding]:
    given = _given(draft)
    yield _goes_by(draft, winner, given[winner])
    if winner is KeyKind.COOKIE and given[KeyKind.EMAIL]:
        yield warning(Code.COOKIE_OR_EMAIL)
    elif winner is not draft.key and given[draft.key]:
        yield warning(Code.NOT_THE_CHOSEN_KEY, chosen=draft.key.value, winner=winner.value)
    if winner is KeyKind.MARKETO_ID:
        yield note(Code.ID_UNKNOWN_FAILS)
    else:
        yield warning(Code.UNKNOWN_CREATES, key=winner.value)
    if winner is KeyKind.EMAIL:
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


def _what_else_changes(draft: Draft, winner: KeyKind) -> Iterator[Finding]:
    given = _given(draft)
    by_unique_key = winner in {KeyKind.MARKETO_ID, KeyKind.FOREIGN_ID}
    if by_unique_key and given[KeyKind.EMAIL]:
        yield warning(Code.OVERWRITES_EMAIL, email=given[KeyKind.EMAIL])
    if winner is KeyKind.FOREIGN_ID and given[KeyKind.EMAIL]:
        yield warning(Code.EMAIL_NOT_LOOKED_UP, email=given[KeyKind.EMAIL])
    if winner is KeyKind.MARKETO_ID and given[KeyKind.FOREIGN_ID] and draft.foreign_type:
        yield warning(Code.REASSIGNS_FOREIGN_ID, type=draft.foreign_type, id=given[KeyKind.FOREIGN_ID])
    if by_unique_key and given[KeyKind.COOKIE]:
        yield note(Code.LINKS_COOKIE)


def where_it_goes(workspace: str, winner: KeyKind) -> Iterator[Finding]:
    """The rules of workspaces and partitions for a lead that is found by this key (facts sheet 4.3)."""
    may_create = winner is not KeyKind.MARKETO_ID
    if not workspace:
        yield note(Code.UPDATED_WHERE_IT_IS)
        if may_create:
            yield note(Code.NEW_IN_DEFAULT)
        return
    if winner is KeyKind.EMAIL:
        yield warning(Code.WORKSPACE_IGNORED, workspace=workspace)
    else:
        yield note(Code.MUST_BE_IN_PRIMARY, workspace=workspace)
    if may_create:
        yield note(Code.NEW_IN_WORKSPACE, workspace=workspace)
    if workspace.casefold() != "default":
        yield note(Code.ONLY_DEFAULT_WITHOUT_WORKSPACES, workspace=workspace)


def _what_changes(draft: Draft) -> Iterator[Finding]:
    rows = [row for _, row in sent_rows(draft)]
    named = [row for row in rows if row.name.strip()]
    names = {kind: [row.name.strip() for row in named if row.edit.kind is kind] for kind in EditKind}
    if names[EditKind.SET]:
        yield note(Code.SETS, count=str(len(names[EditKind.SET])), names=", ".join(names[EditKind.SET]))
    if names[EditKind.CLEAR]:
        yield warning(Code.CLEARS, count=str(len(names[EditKind.CLEAR])), names=", ".join(names[EditKind.CLEAR]))
    if not rows:
        yield warning(Code.CHANGES_NOTHING)
    if not draft.return_lead:
        yield note(Code.LEAD_NOT_RETURNED)


def _request(draft: Draft) -> SyncLead:
    given = _given(draft)
    return SyncLead(
        marketo_id=int(given[KeyKind.MARKETO_ID]) if given[KeyKind.MARKETO_ID] else None,
        email=given[KeyKind.EMAIL] or None,
        foreign_id=given[KeyKind.FOREIGN_ID] or None,
        foreign_type=ForeignType(draft.foreign_type) if given[KeyKind.FOREIGN_ID] else None,
        cookie=given[KeyKind.COOKIE] or None,
        attributes=tuple(AttributeToSend(row.name.strip(), row.edit.sent) for _, row in sent_rows(draft)),
        workspace=draft.workspace.strip() or None,
        return_lead=draft.return_lead,
    )
