"""How one of Marketo's APIs treats a lead, as a value that the plan asks: nothing else needs to know which API it is.

SOAP and REST each have such rules; what both have in common stands here too.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

from mktgui.domain.draft import EditKind, Row
from mktgui.domain.findings import Code, note, warning
from mktgui.domain.verdict import VerdictKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mktgui.domain.calls import AttributeToSend, GetLead, SyncLead
    from mktgui.domain.catalogue import Catalogue
    from mktgui.domain.draft import Draft
    from mktgui.domain.findings import Finding
    from mktgui.domain.kinds import Action, KeyKind
    from mktgui.domain.known import Known
    from mktgui.domain.lead import LeadRecord
    from mktgui.domain.lookup import NoLookup
    from mktgui.domain.place_names import Place
    from mktgui.domain.profile import TransportKind
    from mktgui.domain.verdict import Verdict

Rows = Sequence[tuple[int, Row]]
"""Rows that are marked to be sent, each with its number in the table."""


class TransportRules(Protocol):
    """Made for one connection. Pure: what is said depends on the arguments alone.

    Where `verdict` is asked for, there is a key; `seen` is what is known of the lead that the draft means by these
    rules, None where nothing is.
    """

    @property
    def transport(self) -> "TransportKind":
        """Which API these are the rules of."""
        ...

    @property
    def actions(self) -> "tuple[Action, ...]":
        """What may be chosen. One alone is no choice."""
        ...

    @property
    def place(self) -> "Place":
        """What the workspace of a draft is the name of."""
        ...

    @property
    def lists_places(self) -> bool:
        """Whether Marketo tells, when it is asked for its objects, which places there are."""
        ...

    @property
    def needs_foreign_type(self) -> bool:
        """Whether a foreign id says nothing without its type."""
        ...

    def winner(self, draft: "Draft") -> "KeyKind | None":
        """The key that the lead is found by, None while there is no identifier at all."""
        ...

    def question(self, draft: "Draft") -> "GetLead | NoLookup":
        """What to ask to see the lead that would be found."""
        ...

    def only_updates(self, draft: "Draft") -> bool:
        """Whether no new lead may come of it, also by a key that could make one."""
        ...

    def expects(self, draft: "Draft", count: int) -> VerdictKind:
        """What a send does where so many leads have the key."""
        ...

    def sent_name(self, name: str, catalogue: "Catalogue") -> str:
        """The name by which a row of this name is sent, and so compared with what the lead holds."""
        ...

    def at_the_fields(self, draft: "Draft", rows: Rows, catalogue: "Catalogue") -> "Iterator[Finding]":
        """What this API has against single fields, besides what any has."""
        ...

    def which_lead(self, draft: "Draft", verdict: "Verdict", seen: "Known | None") -> "Iterator[Finding]":
        """Which lead is meant, and whether it is there."""
        ...

    def what_else_changes(self, draft: "Draft", verdict: "Verdict", seen: "Known | None") -> "Iterator[Finding]":
        """What is overwritten besides attributes."""
        ...

    def where_it_goes(self, draft: "Draft", verdict: "Verdict") -> "Iterator[Finding]":
        """What the workspace, or the partition, does to the lead."""
        ...

    def what_changes(self, draft: "Draft", rows: Rows) -> "Iterator[Finding]":
        """What is set and emptied, and whether the result will be seen."""
        ...

    def request(self, draft: "Draft", attributes: "tuple[AttributeToSend, ...]", seen: "Known | None") -> "SyncLead":
        """The request of a draft against which nothing stands."""
        ...


def not_the_chosen_key(draft: "Draft", winner: "KeyKind") -> "Finding":
    """That another identifier is stronger than the one that was chosen."""
    return warning(Code.NOT_THE_CHOSEN_KEY, chosen=draft.key.value, winner=winner.value)


def no_look(verdict: "Verdict") -> "Finding":
    """Why it is not known which leads there are."""
    if verdict.kind is VerdictKind.CANNOT_BE_LOOKED_UP and verdict.reason is not None:
        return warning(Code.CANNOT_BE_LOOKED_UP, reason=verdict.reason.value)
    return warning(Code.LOOK_FAILED) if verdict.kind is VerdictKind.LOOK_FAILED else note(Code.NOT_LOOKED_UP)


def overwritten_email(email: str, record: "LeadRecord | None") -> "Iterator[Finding]":
    """That a lead which is found by something else gets another address."""
    old = record.email.text if record else ""
    if not old:
        yield warning(Code.OVERWRITES_EMAIL, email=email)
    elif old != email:
        yield warning(Code.REPLACES_EMAIL, email=email, old=old)


def sets_and_clears(rows: Rows, clears: Code) -> "Iterator[Finding]":
    """Which attributes are set, and which emptied; how that is to be told differs."""
    names: dict[EditKind, list[str]] = {kind: [] for kind in EditKind}
    for _, row in rows:
        if name := row.name.strip():
            names[row.edit.kind].append(name)
    if names[EditKind.SET]:
        yield note(Code.SETS, count=str(len(names[EditKind.SET])), names=", ".join(names[EditKind.SET]))
    if names[EditKind.CLEAR]:
        yield warning(clears, count=str(len(names[EditKind.CLEAR])), names=", ".join(names[EditKind.CLEAR]))
    if not rows:
        yield warning(Code.CHANGES_NOTHING)
