"""What syncLead makes of a draft, over SOAP (facts sheet 4.2 and 4.3).

The rules are those of the vendor's page as far as it states them. Where it is silent the finding says so instead of
guessing.
"""

from typing import TYPE_CHECKING, Final

from mktgui.domain.findings import Code, Spot, error, note, warning
from mktgui.domain.kinds import Action, ForeignType, KeyKind
from mktgui.domain.lookup import given_identifiers, question_for, winner_of
from mktgui.domain.place_names import Place
from mktgui.domain.profile import TransportKind
from mktgui.domain.transport_rules import no_look, not_the_chosen_key, overwritten_email, sets_and_clears
from mktgui.domain.verdict import VerdictKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mktgui.domain.calls import AttributeToSend, GetLead, SyncLead
    from mktgui.domain.catalogue import Catalogue
    from mktgui.domain.draft import Draft
    from mktgui.domain.findings import Finding
    from mktgui.domain.known import Known
    from mktgui.domain.lookup import NoLookup
    from mktgui.domain.transport_rules import Rows, TransportRules
    from mktgui.domain.verdict import Verdict


class SoapRules:
    """Keeps the protocol `TransportRules`. Marketo chooses among the identifiers, and always creates or updates."""

    __slots__ = ()
    transport: Final = TransportKind.SOAP
    actions: Final[tuple[Action, ...]] = (Action.CREATE_OR_UPDATE,)
    place: Final = Place.WORKSPACE
    lists_places: Final = False
    needs_foreign_type: Final = True

    def winner(self, draft: "Draft") -> KeyKind | None:
        """The strongest identifier that is there, whatever was chosen."""
        return winner_of(draft)

    def question(self, draft: "Draft") -> "GetLead | NoLookup":
        """By the strongest identifier, where getLead has such a key."""
        return question_for(draft)

    def only_updates(self, _draft: "Draft") -> bool:
        """Never: whoever is not found is made."""
        return False

    def expects(self, draft: "Draft", count: int) -> VerdictKind:
        """The newest is changed, and only a Marketo ID that nobody has is refused."""
        if count:
            return VerdictKind.UPDATES_NEWEST if count > 1 else VerdictKind.UPDATES
        return VerdictKind.REFUSED if winner_of(draft) is KeyKind.MARKETO_ID else VerdictKind.CREATES

    def sent_name(self, name: str, _catalogue: "Catalogue") -> str:
        """As it stands in the row."""
        return name

    def at_the_fields(self, draft: "Draft", _rows: "Rows", _catalogue: "Catalogue") -> "Iterator[Finding]":
        """That there is nothing to choose."""
        if draft.action not in self.actions:
            yield error(Code.ACTION_NOT_OVER_SOAP, Spot.ACTION, action=draft.action.value)

    def which_lead(self, draft: "Draft", verdict: "Verdict", seen: "Known | None") -> "Iterator[Finding]":
        """Which lead is meant, and whether it is there."""
        given, winner = given_identifiers(draft), verdict.key
        assert winner is not None, "asked only where there is one"  # noqa: S101 - for the types
        yield from _verdict_in_words(winner, given[winner], verdict, seen)
        yield _goes_by(draft, winner, given[winner])
        if winner is KeyKind.COOKIE and given[KeyKind.EMAIL]:
            yield warning(Code.COOKIE_OR_EMAIL)
        elif winner is not draft.key and given[draft.key]:
            yield not_the_chosen_key(draft, winner)

    def what_else_changes(self, draft: "Draft", verdict: "Verdict", seen: "Known | None") -> "Iterator[Finding]":
        """An address, a foreign id, a cookie that come along."""
        given, winner = given_identifiers(draft), verdict.key
        by_unique_key = winner in {KeyKind.MARKETO_ID, KeyKind.FOREIGN_ID}
        if by_unique_key and given[KeyKind.EMAIL]:
            yield from overwritten_email(given[KeyKind.EMAIL], seen.record if seen else None)
        if winner is KeyKind.FOREIGN_ID and given[KeyKind.EMAIL] and not (seen and seen.records):
            yield warning(Code.EMAIL_NOT_LOOKED_UP, email=given[KeyKind.EMAIL])
        if winner is KeyKind.MARKETO_ID and given[KeyKind.FOREIGN_ID] and draft.foreign_type:
            yield warning(Code.REASSIGNS_FOREIGN_ID, type=draft.foreign_type, id=given[KeyKind.FOREIGN_ID])
        if by_unique_key and given[KeyKind.COOKIE]:
            yield note(Code.LINKS_COOKIE)

    def where_it_goes(self, draft: "Draft", verdict: "Verdict") -> "Iterator[Finding]":
        """The rules of workspaces and partitions for a lead that is found by this key (facts sheet 4.3)."""
        workspace = draft.workspace.strip()
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

    def what_changes(self, draft: "Draft", rows: "Rows") -> "Iterator[Finding]":
        """Emptying is documented nowhere (facts sheet 4.5)."""
        yield from sets_and_clears(rows, Code.CLEARS)
        if not draft.return_lead:
            yield note(Code.LEAD_NOT_RETURNED)

    def request(self, draft: "Draft", attributes: "tuple[AttributeToSend, ...]", _seen: "Known | None") -> "SyncLead":
        """Every identifier that is given, for Marketo to choose from."""
        from mktgui.domain.calls import SyncLead  # noqa: PLC0415 - not for the first paint

        given = given_identifiers(draft)
        return SyncLead(
            marketo_id=int(given[KeyKind.MARKETO_ID]) if given[KeyKind.MARKETO_ID] else None,
            email=given[KeyKind.EMAIL] or None,
            foreign_id=given[KeyKind.FOREIGN_ID] or None,
            foreign_type=ForeignType(draft.foreign_type) if given[KeyKind.FOREIGN_ID] else None,
            cookie=given[KeyKind.COOKIE] or None,
            attributes=attributes,
            workspace=draft.workspace.strip() or None,
            return_lead=draft.return_lead,
        )


SOAP_RULES: "TransportRules" = SoapRules()


def _verdict_in_words(winner: KeyKind, text: str, verdict: "Verdict", seen: "Known | None") -> "Iterator[Finding]":
    match verdict.kind:
        case VerdictKind.UPDATES | VerdictKind.UPDATES_NEWEST if seen is not None and seen.record is not None:
            from mktgui.domain.lead import who_is  # noqa: PLC0415 - not for the first paint

            who = who_is(seen.record)
            if len(seen.records) > 1:
                yield warning(Code.UPDATES_NEWEST, id=verdict.lead_id, who=who, count=str(len(seen.records)))
            else:
                yield note(Code.UPDATES_LEAD, id=verdict.lead_id, who=who)
        case VerdictKind.CREATES:
            yield warning(Code.CREATES_LEAD, key=winner.value)
        case VerdictKind.REFUSED:
            yield warning(Code.ID_UNKNOWN, id=text)
        case _:
            yield from _nobody_looked(winner, verdict)


def _nobody_looked(winner: KeyKind, verdict: "Verdict") -> "Iterator[Finding]":
    """What the rules alone say."""
    yield no_look(verdict)
    if winner is KeyKind.MARKETO_ID:
        yield note(Code.ID_UNKNOWN_FAILS)
    else:
        yield warning(Code.UNKNOWN_CREATES, key=winner.value)
    if winner is KeyKind.EMAIL:
        yield note(Code.NEWEST_OF_SEVERAL)


def _goes_by(draft: "Draft", winner: KeyKind, text: str) -> "Finding":
    match winner:
        case KeyKind.MARKETO_ID:
            return note(Code.GOES_BY_ID, id=text)
        case KeyKind.FOREIGN_ID:
            return note(Code.GOES_BY_FOREIGN_ID, type=draft.foreign_type or "?", id=text)
        case KeyKind.COOKIE:
            return note(Code.GOES_BY_COOKIE)
        case KeyKind.EMAIL:
            return note(Code.GOES_BY_EMAIL, email=text)
