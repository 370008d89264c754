"""What Sync Leads makes of a draft, over REST (facts sheet 6.3 and 6.6).

A request names the one field by which the lead is found. What REST can look up but cannot write by, a cookie or an id
of Salesforce's, is looked up first, and the lead is then changed by its Marketo ID.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mktgui.domain.calls import Action, AttributeToSend, FieldKey, GetLead, LookupKey, SyncLead
from mktgui.domain.catalogue import Catalogue
from mktgui.domain.draft import Draft
from mktgui.domain.findings import Code, Finding, Spot, error, note, warning
from mktgui.domain.lead import ForeignType, KeyKind, who_is
from mktgui.domain.lookup import NoLookup, given_identifiers, salesforce_key
from mktgui.domain.place_names import Place
from mktgui.domain.profile import TransportKind
from mktgui.domain.rest_rows import row_findings
from mktgui.domain.transport_rules import Rows, no_look, not_the_chosen_key, overwritten_email, sets_and_clears
from mktgui.domain.verdict import Verdict, VerdictKind

if TYPE_CHECKING:
    from mktgui.domain.known import Known

ID, EMAIL = "id", "email"  # the fields by which every Marketo finds leads
_AFTER_THE_CHOSEN = (KeyKind.EMAIL, KeyKind.FOREIGN_ID, KeyKind.COOKIE)
_COMMA = ","  # would end the value of a filter


@dataclass(frozen=True, slots=True)
class RestRules:
    """Keeps the protocol `TransportRules`. `foreign_field` is the REST name of the field for foreign ids, or empty."""

    foreign_field: str = ""
    transport: TransportKind = TransportKind.REST
    actions: tuple[Action, ...] = tuple(Action)
    place: Place = Place.PARTITION
    lists_places: bool = True
    needs_foreign_type: bool = False

    def winner(self, draft: Draft) -> KeyKind | None:
        """A Marketo ID, since it can be nothing but the key; else what was chosen; else whatever is there."""
        given = given_identifiers(draft)
        order = (KeyKind.MARKETO_ID, draft.key, *_AFTER_THE_CHOSEN)
        return next((key for key in order if given[key]), None)

    def question(self, draft: Draft) -> GetLead | NoLookup:
        """By the key that the lead is found by: every key has a filter, if the connection names the field."""
        given, winner = given_identifiers(draft), self.winner(draft)
        match winner:
            case None:
                return NoLookup.NO_KEY
            case _ if _COMMA in given[winner]:
                return NoLookup.COMMA
            case KeyKind.FOREIGN_ID:
                return self._by_foreign_id(draft, given[winner])
            case _:
                return GetLead(_FILTERS[winner], given[winner])

    def only_updates(self, draft: Draft) -> bool:
        """Where that was chosen, or where the key is only good for finding."""
        return draft.action is Action.UPDATE_ONLY or self._is_only_for_finding(draft)

    def expects(self, draft: Draft, count: int) -> VerdictKind:
        """Several leads with one key are all left alone."""
        by_id = self.winner(draft) is KeyKind.MARKETO_ID
        if not count:
            return VerdictKind.REFUSED if by_id or self.only_updates(draft) else VerdictKind.CREATES
        is_skipped = count > 1 or draft.action is Action.CREATE_ONLY
        return VerdictKind.SKIPPED if is_skipped else VerdictKind.UPDATES

    def sent_name(self, name: str, catalogue: Catalogue) -> str:
        """A row may have the name that SOAP has for the field: it is sent by that of REST."""
        other = catalogue.by_other_name.get(name)
        return other.name if other is not None else name

    def at_the_fields(self, draft: Draft, rows: Rows, catalogue: Catalogue) -> Iterator[Finding]:
        """Addresses in other letters, foreign ids without a field, actions without their key, and the rows."""
        given, winner = given_identifiers(draft), self.winner(draft)
        if not given[KeyKind.EMAIL].isascii():
            yield error(Code.EMAIL_NOT_ASCII, Spot.EMAIL)
        if given[KeyKind.FOREIGN_ID] and not (winner is KeyKind.FOREIGN_ID and self._is_only_for_finding(draft)):
            yield from self._foreign_field(catalogue)
        if draft.action is Action.CREATE_ONLY and winner not in {None, KeyKind.EMAIL}:
            yield error(Code.ACTION_BY_EMAIL_ONLY, Spot.ACTION, key=str(winner))
        foreign_field = self.foreign_field if given[KeyKind.FOREIGN_ID] else ""
        key_email = given[KeyKind.EMAIL] if winner is KeyKind.EMAIL else None
        yield from row_findings(rows, catalogue, key_email, foreign_field)

    def which_lead(self, draft: Draft, verdict: Verdict, seen: "Known | None") -> Iterator[Finding]:
        """Which lead is meant, and whether it is there."""
        given, winner = given_identifiers(draft), verdict.key
        assert winner is not None, "asked only where there is one"  # noqa: S101 - for the types
        yield from self._verdict_in_words(draft, winner, verdict, seen)
        yield self._goes_by(draft, winner, given[winner])
        if winner is not draft.key and given[draft.key]:
            yield not_the_chosen_key(draft, winner)

    def what_else_changes(self, draft: Draft, verdict: Verdict, seen: "Known | None") -> Iterator[Finding]:
        """An address or a foreign id that are values here, and a cookie, which takes a second call."""
        given, winner = given_identifiers(draft), verdict.key
        if winner is not KeyKind.EMAIL and given[KeyKind.EMAIL]:
            yield from overwritten_email(given[KeyKind.EMAIL], seen.record if seen else None)
        if verdict.may_create and winner is KeyKind.FOREIGN_ID and given[KeyKind.EMAIL]:
            yield warning(Code.EMAIL_NOT_LOOKED_UP, email=given[KeyKind.EMAIL])
        if winner is not KeyKind.FOREIGN_ID and given[KeyKind.FOREIGN_ID] and self.foreign_field:
            yield note(Code.SETS_FOREIGN_FIELD, field=self.foreign_field, id=given[KeyKind.FOREIGN_ID])
        if winner is not KeyKind.COOKIE and given[KeyKind.COOKIE]:
            yield note(Code.LINKS_COOKIE_SECOND)

    def where_it_goes(self, draft: Draft, verdict: Verdict) -> Iterator[Finding]:
        """The rules of partitions (facts sheet 6.3)."""
        partition = draft.workspace.strip()
        if not self._sends_partition(draft):
            if partition:
                yield warning(Code.PARTITION_NOT_SENT, workspace=partition)
            return
        if not partition:
            if verdict.may_create:
                yield note(Code.NEW_IN_USUAL_PARTITION)
            return
        if verdict.kind is not VerdictKind.CREATES and draft.action is not Action.CREATE_ONLY:
            yield note(Code.MUST_BE_IN_PARTITION, workspace=partition)
        if verdict.may_create:
            yield note(Code.NEW_IN_PARTITION, workspace=partition)

    def what_changes(self, draft: Draft, rows: Rows) -> Iterator[Finding]:
        """What is emptied goes as null, which is documented."""
        yield from sets_and_clears(rows, Code.CLEARS_BY_NULL)
        yield note(Code.READ_BY_SECOND_CALL if draft.return_lead else Code.LEAD_NOT_RETURNED)

    def request(self, draft: Draft, attributes: tuple[AttributeToSend, ...], seen: "Known | None") -> SyncLead:
        """One field to find the lead by, all else as values.

        As long as nobody has looked for the lead of a key that is only good for finding, the request names that key
        alone: nothing can send it, and Send looks first.
        """
        given, winner, number = given_identifiers(draft), self.winner(draft), self._number(draft, seen)
        if self._is_only_for_finding(draft) and number is None:
            return _to_be_found(winner, given, attributes)
        by_field = winner is KeyKind.FOREIGN_ID and number is None
        if given[KeyKind.FOREIGN_ID] and winner is not KeyKind.FOREIGN_ID:
            attributes = (*attributes, AttributeToSend(self.foreign_field, given[KeyKind.FOREIGN_ID]))
        return SyncLead(
            marketo_id=number,
            email=given[KeyKind.EMAIL] or None,
            foreign_id=given[KeyKind.FOREIGN_ID] if by_field else None,
            cookie=given[KeyKind.COOKIE] or None if winner is not KeyKind.COOKIE else None,
            attributes=attributes,
            workspace=draft.workspace.strip() or None if self._sends_partition(draft) else None,
            return_lead=draft.return_lead,
            action=draft.action if number is None else Action.UPDATE_ONLY,
            lookup_field=ID if number is not None else self.foreign_field if by_field else EMAIL,
        )

    def _number(self, draft: Draft, seen: "Known | None") -> int | None:
        given = given_identifiers(draft)
        if given[KeyKind.MARKETO_ID]:
            return int(given[KeyKind.MARKETO_ID])
        record = seen.record if seen is not None and self._is_only_for_finding(draft) else None
        return int(record.id.text) if record is not None and record.id.text.isdecimal() else None

    def _by_foreign_id(self, draft: Draft, text: str) -> GetLead | NoLookup:
        key = salesforce_key(text) if draft.foreign_type == ForeignType.SFDC else None
        if key is not None:
            return GetLead(key, text)
        return GetLead(FieldKey(self.foreign_field), text) if self.foreign_field else NoLookup.NO_FOREIGN_FIELD

    def _is_only_for_finding(self, draft: Draft) -> bool:
        winner = self.winner(draft)
        if winner is KeyKind.FOREIGN_ID:
            return draft.foreign_type == ForeignType.SFDC and salesforce_key(draft.foreign_id.strip()) is not None
        return winner is KeyKind.COOKIE

    def _sends_partition(self, draft: Draft) -> bool:
        return self.winner(draft) is not KeyKind.MARKETO_ID and not self.only_updates(draft)

    def _foreign_field(self, catalogue: Catalogue) -> Iterator[Finding]:
        if not self.foreign_field:
            yield error(Code.NO_FOREIGN_FIELD, Spot.FOREIGN_ID)
        elif catalogue.is_complete and self.foreign_field not in catalogue.by_name:
            yield error(Code.FOREIGN_FIELD_UNKNOWN, Spot.FOREIGN_ID, name=self.foreign_field)

    def _goes_by(self, draft: Draft, winner: KeyKind, text: str) -> Finding:
        if self._is_only_for_finding(draft):
            return note(Code.GOES_BY_WHAT_IS_FOUND, key=winner.value)
        if winner is KeyKind.MARKETO_ID:
            return note(Code.GOES_BY_ID, id=text)
        if winner is KeyKind.EMAIL:
            return note(Code.GOES_BY_EMAIL, email=text)
        return note(Code.GOES_BY_FIELD, field=self.foreign_field or "?", id=text)

    def _verdict_in_words(
        self, draft: Draft, winner: KeyKind, verdict: Verdict, seen: "Known | None"
    ) -> Iterator[Finding]:
        match verdict.kind:
            case VerdictKind.UPDATES if seen is not None and seen.record is not None:
                yield note(Code.UPDATES_LEAD, id=verdict.lead_id, who=who_is(seen.record))
            case VerdictKind.SKIPPED if seen is not None and seen.record is not None:
                yield self._skipped(draft, winner, seen)
            case VerdictKind.CREATES:
                yield warning(Code.CREATES_LEAD, key=winner.value)
            case VerdictKind.REFUSED:
                yield self._refused(draft, winner)
            case _:
                yield no_look(verdict)
                yield from self._unseen(draft, winner, verdict)

    def _skipped(self, draft: Draft, winner: KeyKind, seen: "Known") -> Finding:
        count = len(seen.records)
        if draft.action is Action.CREATE_ONLY and seen.record is not None:
            return warning(Code.SKIPS_EXISTING, id=seen.record.id.text, who=who_is(seen.record), key=winner.value)
        if self._is_only_for_finding(draft):
            return error(Code.WHICH_OF_SEVERAL, count=str(count), key=winner.value)
        return warning(Code.SKIPS_SEVERAL, count=str(count), key=winner.value)

    def _refused(self, draft: Draft, winner: KeyKind) -> Finding:
        if winner is KeyKind.MARKETO_ID:
            return warning(Code.ID_UNKNOWN_SKIPS, id=given_identifiers(draft)[winner])
        if self._is_only_for_finding(draft):
            return error(Code.NOBODY_TO_CHANGE, key=winner.value)
        return warning(Code.NOBODY_SKIPS, key=winner.value)

    def _unseen(self, draft: Draft, winner: KeyKind, verdict: Verdict) -> Iterator[Finding]:
        """What the rules alone say."""
        key = winner.value
        if winner is KeyKind.MARKETO_ID:
            yield note(Code.ID_UNKNOWN_IS_SKIPPED)
        elif self._is_only_for_finding(draft):
            found = verdict.kind is not VerdictKind.NOT_LOOKED_UP
            yield error(Code.HAS_TO_BE_FOUND, key=key) if found else note(Code.UNKNOWN_CANNOT_CREATE, key=key)
        elif draft.action is Action.CREATE_ONLY:
            yield note(Code.KNOWN_IS_SKIPPED, key=key)
        else:
            yield note(Code.UNKNOWN_IS_SKIPPED, key=key) if verdict.only_updates else _creates(key)
            yield note(Code.SEVERAL_ARE_SKIPPED, key=key)


_FILTERS = {
    KeyKind.MARKETO_ID: LookupKey.IDNUM,
    KeyKind.EMAIL: LookupKey.EMAIL,
    KeyKind.COOKIE: LookupKey.COOKIE,
}


def _to_be_found(
    winner: KeyKind | None, given: dict[KeyKind, str], attributes: tuple[AttributeToSend, ...]
) -> SyncLead:
    if winner is KeyKind.COOKIE:
        return SyncLead(cookie=given[winner], attributes=attributes)
    return SyncLead(foreign_id=given[KeyKind.FOREIGN_ID], foreign_type=ForeignType.SFDC, attributes=attributes)


def _creates(key: str) -> Finding:
    return warning(Code.UNKNOWN_CREATES, key=key)
