"""What a person wants of a past call: to have it as a draft, once more, or undone. Pure; nothing of it sends."""

from dataclasses import dataclass
from enum import StrEnum

from mktgui.domain.calls import LookupKey
from mktgui.domain.draft import Draft
from mktgui.domain.history import Entry
from mktgui.domain.lead import ForeignType, KeyKind
from mktgui.domain.lookup import NoLookup
from mktgui.domain.profile import TransportKind
from mktgui.domain.put_back import PutBack, put_back
from mktgui.domain.reread import Proven
from mktgui.domain.retold import SOME_FIELD, retold, rules_then
from mktgui.domain.story import Story


class Wish(StrEnum):
    """The acts on a past call that open a draft. None of them sends anything by itself."""

    DRAFT = "draft"  # as a new draft, for whichever connection is in use
    AGAIN = "again"  # looked up and planned anew
    PUT_BACK = "put-back"
    REREAD = "reread"


@dataclass(frozen=True, slots=True, kw_only=True)
class Recall:
    """What is to be opened, and over which connection the call was made.

    `back` says what putting back will not undo; `story` is the send that the look at the lead may settle.
    """

    wish: Wish
    profile_id: str
    profile_name: str
    draft: Draft
    back: PutBack | None = None
    story: Story | None = None

    @property
    def is_bound(self) -> bool:
        """Whether it makes sense only with the Marketo it came from: numbers and old values are of that one.

        Then the lead is read at once, too.
        """
        return self.wish is not Wish.DRAFT


def recall(entry: Entry, wish: Wish, foreign_field: str = SOME_FIELD) -> Recall | None:
    """What to open for a wish; None where that cannot be had of this call.

    `foreign_field` is what its connection has for foreign ids, empty for none: without it, it is only good for knowing
    whether there is anything to open.
    """
    story, back = retold(entry, foreign_field), None
    draft: Draft | None
    match wish:
        case Wish.DRAFT:
            draft = _draft_of(entry)
        case Wish.AGAIN:
            draft = entry.draft if story is not None else None
        case Wish.REREAD:
            draft = _draft_to_read(entry, foreign_field)
        case Wish.PUT_BACK:
            back = put_back(story) if story is not None else None
            draft = back.draft if back is not None else None
    if draft is None:
        return None
    is_same = wish in {Wish.AGAIN, Wish.REREAD} and draft == entry.draft
    return Recall(
        wish=wish,
        profile_id=entry.summary.profile_id,
        profile_name=entry.summary.profile_name,
        draft=draft,
        back=back,
        story=story if is_same and story is not None and _may_be_settled(story) else None,
    )


def _may_be_settled(story: Story) -> bool:
    """Whether a look can say more of it: what was not written yet may have been since."""
    return story.is_open or story.proven is Proven.NOT_WRITTEN


def _draft_of(entry: Entry) -> Draft | None:
    """What was typed; of a look, a draft that means the same lead."""
    summary = entry.summary
    return entry.draft or _draft_by(
        summary.key_kind, summary.key_value, is_rest=summary.transport == TransportKind.REST
    )


def _draft_to_read(entry: Entry, foreign_field: str) -> Draft | None:
    """One whose lead can be looked up: by its number, where it has no other key for that."""
    draft = _draft_of(entry)
    if draft is not None and not isinstance(rules_then(entry, foreign_field).question(draft), NoLookup):
        return draft
    lead_id = entry.summary.lead_id
    return Draft(key=KeyKind.MARKETO_ID, marketo_id=lead_id) if lead_id else None


def _draft_by(kind: str, value: str, *, is_rest: bool) -> Draft | None:
    """`kind` as `Begun` has it: over REST perhaps the field for foreign ids. A cookie is not kept."""
    if not value:
        return None
    match kind:
        case LookupKey.IDNUM | KeyKind.MARKETO_ID:
            return Draft(key=KeyKind.MARKETO_ID, marketo_id=value)
        case LookupKey.EMAIL | KeyKind.EMAIL:
            return Draft(key=KeyKind.EMAIL, email=value)
        case LookupKey.SFDCCONTACTID | LookupKey.SFDCLEADID:
            return Draft(key=KeyKind.FOREIGN_ID, foreign_id=value, foreign_type=ForeignType.SFDC.value)
        case _ if is_rest and kind not in {*LookupKey, *KeyKind}:
            return Draft(key=KeyKind.FOREIGN_ID, foreign_id=value)
        case _:
            return None
