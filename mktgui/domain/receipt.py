"""What goes into a ticket about a change: who, when, which lead, and per field old and new. Pure."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from mktgui.domain.calls import SyncLead
from mktgui.domain.difference import Fate, FieldDifference
from mktgui.domain.lead import KeyKind, Value
from mktgui.domain.outcome import Written
from mktgui.domain.profile import Environment, Profile
from mktgui.domain.reread import Proven
from mktgui.domain.story import Story
from mktgui.domain.surprise import Surprise

_TOLD = frozenset({Fate.ALSO_CHANGED})


@dataclass(frozen=True, slots=True)
class ReceiptField:
    """One field. `old` is None where it was not known, `asked` where it was not sent, `new` where no record came."""

    label: str
    name: str
    old: Value | None
    asked: str | None
    new: Value | None
    fate: Fate


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """One send as it goes into a ticket.

    `by` is the person: the name of the account on this computer, or what they call themselves. `at` is aware. `status`
    is Marketo's word, verbatim. `key_text` is empty for a cookie: it would let others pass for that browser. The ids
    are empty where not known; `meant_id` is given only where Marketo changed another lead than was meant.
    """

    by: str
    at: datetime
    connection: str
    environment: Environment
    lead_id: str
    who: str
    key: KeyKind | None
    key_text: str
    status: str
    written: Written
    surprise: Surprise | None = None
    meant_id: str = ""
    proven: Proven | None = None
    workspace: str = ""
    fields: tuple[ReceiptField, ...] = ()


def receipt_of(story: Story, by: str, profile: Profile, label: Callable[[str], str] = str) -> Receipt:
    """The receipt of a send: all that was asked for, and what changed besides. `label` gives the friendly name."""
    key = story.verdict.key
    return Receipt(
        by=by,
        at=story.at,
        connection=profile.name,
        environment=profile.environment,
        lead_id=story.lead_id,
        who=story.who,
        key=key,
        key_text=_key_text(story.request, key),
        status=story.status,
        written=story.written,
        surprise=story.surprise,
        meant_id=story.meant_id if story.surprise and story.meant_id != story.lead_id else "",
        proven=story.proven,
        workspace=story.request.workspace or "",
        fields=tuple(_field(one, label) for one in story.shown if _belongs(one)),
    )


def _belongs(one: FieldDifference) -> bool:
    return one.fate in _TOLD or (one.asked is not None and one.fate is not Fate.KEY)


def _field(one: FieldDifference, label: Callable[[str], str]) -> ReceiptField:
    return ReceiptField(label(one.name), one.name, one.was, one.asked, one.now, one.fate)


def _key_text(request: SyncLead, key: KeyKind | None) -> str:
    match key:
        case KeyKind.MARKETO_ID:
            return "" if request.marketo_id is None else str(request.marketo_id)
        case KeyKind.EMAIL:
            return request.email or ""
        case KeyKind.FOREIGN_ID:
            return " ".join(text for text in (request.foreign_type, request.foreign_id) if text)
        case _:
            return ""
