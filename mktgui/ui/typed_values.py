"""Short ways to type a value, by the type of its field, and what Marketo is sent for them."""

from enum import StrEnum
from typing import TYPE_CHECKING

from mktgui.domain.draft import Edit, EditKind

if TYPE_CHECKING:
    from datetime import datetime


class Kind(StrEnum):
    """How a value is typed. Most are plain text."""

    TEXT = "text"
    BOOLEAN = "boolean"
    DATE = "date"
    DATETIME = "datetime"


TRUE, FALSE = "true", "false"
_YES = frozenset({"t", "y", "yes", "true", "1", "on", "是", "真"})
_NO = frozenset({"f", "n", "no", "false", "0", "off", "否", "假"})
_NOW = frozenset({"t", "today", "now", "今天", "现在"})
_KINDS = {kind.value: kind for kind in Kind if kind is not Kind.TEXT}


def kind_of(type_name: str) -> Kind:
    """How values of a type are typed; `type_name` is the wire's word."""
    return _KINDS.get(type_name.casefold(), Kind.TEXT)


def spelled_out(text: str, kind: Kind, now: "datetime") -> str:
    """What a short way stands for, or the text itself. `now` is aware, in the zone of this computer."""
    word = text.strip().casefold()
    if kind is Kind.BOOLEAN:
        return TRUE if word in _YES else FALSE if word in _NO else text
    if kind is Kind.TEXT or word not in _NOW:
        return text
    return now.date().isoformat() if kind is Kind.DATE else now.isoformat(timespec="seconds")


def on_day(text: str, kind: Kind, day: str) -> str:
    """A date that was picked (`day`, as 2026-03-05) put into what was typed so far: a time that is there stays.

    Where there is none it is midnight by the clock of this computer.
    """
    if kind is Kind.DATE:
        return day
    typed_time = text.strip()[len(day) :]
    if typed_time[:1] in {"T", " "}:
        return day + typed_time
    from datetime import datetime  # noqa: PLC0415 - not for the first paint

    return datetime.fromisoformat(day).astimezone().isoformat(timespec="seconds")


def next_choice(edit: Edit) -> str:
    """What the space bar makes of a boolean: true, then false, then left alone (empty text)."""
    if edit.kind is not EditKind.SET:
        return TRUE
    return FALSE if edit.text.casefold() == TRUE else ""
