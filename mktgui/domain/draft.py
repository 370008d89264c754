"""What a person has typed so far: all text, nothing decided."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from mktgui.domain.kinds import Action, KeyKind


class EditKind(StrEnum):
    """Three different acts: leave a field alone, give it a value, or empty it."""

    KEEP = "keep"
    SET = "set"
    CLEAR = "clear"


class Edit(NamedTuple):
    """What to do with one attribute. `text` counts only for SET."""

    kind: EditKind
    text: str = ""

    @property
    def is_sent(self) -> bool:
        """Whether it goes out at all."""
        return self.kind is not EditKind.KEEP

    @property
    def sent(self) -> str:
        """The text that goes out: none to empty a field."""
        return self.text if self.kind is EditKind.SET else ""


KEEP = Edit(EditKind.KEEP)
CLEAR = Edit(EditKind.CLEAR)


def edit_from_text(text: str) -> Edit:
    """Typing sets; an empty cell leaves the field alone, because emptying has to be meant."""
    return Edit(EditKind.SET, text) if text else KEEP


class Row(NamedTuple):
    """One row of the attribute table."""

    name: str = ""
    edit: Edit = KEEP


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A lead change as it stands in the form. Identifiers that are not in use are empty text.

    `key` is the identifier by which the person means to find the lead; which one Marketo goes by is for the plan.
    `foreign_type` is a `ForeignType` word or empty. Names of fields are those of the API that the draft is meant for.
    """

    key: KeyKind = KeyKind.EMAIL
    marketo_id: str = ""
    email: str = ""
    foreign_id: str = ""
    foreign_type: str = ""
    cookie: str = ""
    rows: tuple[Row, ...] = ()
    workspace: str = ""
    return_lead: bool = True
    action: Action = Action.CREATE_OR_UPDATE
