"""Was, asked, is: what became of each field of a lead that was sent. Pure; it speaks in values."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple

from mktgui.domain.calls import SyncLead
from mktgui.domain.lead import ABSENT, NO_LEAD, NOBODY, Extra, LeadRecord, Presence, Value, text_value

ID, EMAIL, FOREIGN_ID, FOREIGN_TYPE = "Id", "Email", "ForeignSysPersonId", "ForeignSysType"
_FOREIGN = frozenset({FOREIGN_ID, FOREIGN_TYPE})
_EMAIL_AT_REST = "email"
_RECORD_LEVEL = {"id": ID, _EMAIL_AT_REST: EMAIL}  # fields over REST, identifiers of a record here

Same = Callable[[str, str, str], bool]
"""Whether two texts of a field of this type (third) mean the same."""


class Fate(StrEnum):
    """What became of a field. The first nine are for fields that were asked for."""

    STUCK = "stuck"
    CLEARED = "cleared"  # empty, as asked; an answer leaves empty fields out (facts sheet 8.11)
    CHANGED = "changed"  # neither what was asked nor what it was
    REFUSED = "refused"  # still what it was
    NOT_STUCK = "not-stuck"  # not what was asked; what it was is not known
    AS_BEFORE = "as-before"  # what was asked, and it was so before
    KEY = "key"  # what the lead was found by
    UNKNOWN = "unknown"
    NOT_WRITTEN = "not-written"  # nothing of the call was
    ALSO_CHANGED = "also-changed"  # another value, though nobody asked
    LEFT_OUT = "left-out"  # had a value, was not asked, and is not in the answer: emptied, or left out
    SAME = "same"
    NOT_COMPARED = "not-compared"  # what it was is not known
    UNEXPECTED = "unexpected"  # an element of the answer that is not documented


AS_ASKED = frozenset({Fate.STUCK, Fate.CLEARED})
NOT_AS_ASKED = frozenset({Fate.REFUSED, Fate.NOT_STUCK, Fate.CHANGED})


class FieldDifference(NamedTuple):
    """One field. `was` is None where it was not known, `now` where no record came, `asked` where it was not sent."""

    name: str
    type: str
    was: Value | None
    asked: str | None
    now: Value | None
    fate: Fate


def same_text(one: str, other: str, kind: str) -> bool:
    """The plain comparison: stray spaces, ways to write true, and the case of an address do not count."""
    if one == other:
        return True
    one, other = " ".join(one.split()), " ".join(other.split())
    if kind == "boolean":
        words = {"1": "true", "0": "false"}
        one, other = (words.get(text.casefold(), text.casefold()) for text in (one, other))
    if kind == "email":
        one, other = one.casefold(), other.casefold()
    return one == other


@dataclass(frozen=True, slots=True)
class Comparison:
    """How values are compared: `types` by field, as far as the catalogue knows them, and what counts as the same."""

    types: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    same: Same = same_text


PLAIN = Comparison()


def asked_of(request: SyncLead) -> dict[str, str]:
    """What a request asks for, by field. The address as an attribute counts before the address as a key.

    Over REST that is so by its name there too, and where the lead is found by its address, both stand side by side.
    """
    identifiers = {
        ID: None if request.marketo_id is None else str(request.marketo_id),
        EMAIL: request.email,
        request.lookup_field or FOREIGN_ID: request.foreign_id,
        FOREIGN_TYPE: request.foreign_type,
    }
    asked = {name: str(text) for name, text in identifiers.items() if text is not None}
    asked |= {one.name: one.value for one in request.attributes}
    if request.lookup_field not in {"", _EMAIL_AT_REST} and _EMAIL_AT_REST in asked:
        asked.pop(EMAIL, None)
    return asked


def address_of(request: SyncLead) -> str | None:
    """The address that the lead is to have by then; None where it is left alone."""
    asked = asked_of(request)
    return asked.get(_EMAIL_AT_REST, asked.get(EMAIL)) if request.lookup_field else asked.get(EMAIL)


def key_names(request: SyncLead) -> frozenset[str]:
    """The fields by which Marketo finds the lead (facts sheet 4.2); none where that is not documented.

    Over REST the request names the one field (facts sheet 6.3).
    """
    if request.lookup_field:
        return frozenset({_RECORD_LEVEL.get(request.lookup_field, request.lookup_field)})
    if request.marketo_id is not None:
        return frozenset({ID})
    if request.foreign_id is not None:
        return _FOREIGN
    return frozenset() if request.cookie is not None else frozenset({EMAIL})


def differences(
    was: LeadRecord | None,
    request: SyncLead,
    now: LeadRecord | None,
    by: Comparison = PLAIN,
) -> tuple[FieldDifference, ...]:
    """Every field: what was asked for first, then what changed besides, then the rest in the order of the answer.

    `was` is None where the lead was not seen before, and NOBODY where there was none. Without `now` only the fields
    that were asked for are told. A type is the catalogue's, else the answer's.
    """
    asked, keys = asked_of(request), key_names(request)
    fields = {one.name for one in request.attributes} & _RECORD_LEVEL.keys()
    before, after = _as_fields(_values(was), fields, asked), _as_fields(_values(now), fields, asked)
    nothing = NO_LEAD if was == NOBODY else ABSENT
    kinds = {EMAIL: "email", **_types(was), **_types(now), **by.types}
    found = []
    for name in _names(asked, before, after):
        kind = kinds.get(name, "")
        old = None if before is None else before.get(name, nothing)
        new = None if after is None else after.get(name, ABSENT)
        text = asked.get(name)
        fate = _not_asked(name, old, new, kind, by.same) if text is None else _asked(old, text, new, kind, by.same)
        if name in keys and (_found_by(old, new, fate) or _in_other_letters(old, request.email, text, new)):
            fate = Fate.KEY
        elif fate in NOT_AS_ASKED and (name in _FOREIGN or (name == ID and not (new and new.text))):
            fate = Fate.UNKNOWN  # a lead can have several foreign ids, and a record shows one (facts sheet 4.2)
        found.append(FieldDifference(name, kind, old, text, new, fate))
    found.sort(key=_place)
    return (*found, *unexpected(now.extras if now else ()))


def named_by_rest(found: tuple[FieldDifference, ...]) -> tuple[FieldDifference, ...]:
    """The fields as REST calls them: it has no names for what is beside the fields, and no foreign ids."""
    names = {ours: theirs for theirs, ours in _RECORD_LEVEL.items()}
    return tuple(
        one._replace(name=names[one.name]) if one.name in names else one  # of 50,000 almost all stay as they are
        for one in found
        if one.name not in _FOREIGN or one.asked is not None
    )


def telling(found: tuple[FieldDifference, ...]) -> tuple[FieldDifference, ...]:
    """The fields that were asked for, and those that are not as they were: of 50,000 mostly few."""
    return tuple(one for one in found if one.asked is not None or one.fate not in _AT_REST)


_NO_NEWS = frozenset({"createdat", "updatedat"})  # each new lead, and each change, is noted there
_PARTITION = "leadpartitionid"  # each new lead gets one
_AT_REST = frozenset({Fate.KEY, Fate.SAME, Fate.NOT_COMPARED})


def _place(one: FieldDifference) -> int:
    if one.fate in _AT_REST:
        return 2
    return 0 if one.asked is not None else 1


def _asked(was: Value | None, asked: str, now: Value | None, kind: str, same: Same) -> Fate:
    if now is None:
        return Fate.UNKNOWN
    if same(now.text, asked, kind):
        if was is not None and was.presence is not Presence.NO_LEAD and same(was.text, asked, kind):
            return Fate.AS_BEFORE
        return Fate.STUCK if asked else Fate.CLEARED
    if was is None or (was.presence is Presence.NO_LEAD and not now.text):
        return Fate.NOT_STUCK
    return Fate.REFUSED if same(now.text, was.text, kind) else Fate.CHANGED


def _not_asked(name: str, was: Value | None, now: Value | None, kind: str, same: Same) -> Fate:
    if was is None or now is None:
        return Fate.NOT_COMPARED
    if was.presence is Presence.NO_LEAD and not now.text:
        return Fate.NOT_COMPARED  # it is not as before: there was no before
    if name == ID and not was.text:
        return Fate.NOT_COMPARED  # every new lead gets a number
    folded = name.casefold()
    if folded in _NO_NEWS or (folded == _PARTITION and not was.text):
        return Fate.NOT_COMPARED
    if was.text == now.text or same(was.text, now.text, kind):
        return Fate.SAME
    return Fate.LEFT_OUT if now.presence is Presence.ABSENT else Fate.ALSO_CHANGED


def _found_by(was: Value | None, now: Value | None, fate: Fate) -> bool:
    """Whether the key was only that: one that the lead got by the call, because it is new, is a change like others."""
    return now is None or fate is Fate.AS_BEFORE or (fate is Fate.STUCK and was is None)


def _in_other_letters(was: Value | None, address: str | None, asked: str | None, now: Value | None) -> bool:
    """Marketo finds an address whatever its capitals: that they stay as they were, unasked, is no refusal."""
    if address is None or asked != address:
        return False
    return len({one.text.casefold() for one in (was, now) if one is not None} | {address.strip().casefold()}) == 1


def _values(record: LeadRecord | None) -> dict[str, Value] | None:
    if record is None:
        return None
    values = {
        ID: record.id,
        EMAIL: record.email,
        FOREIGN_ID: record.foreign_id,
        FOREIGN_TYPE: record.foreign_type,
    }
    for one in record.attributes:
        values.setdefault(one.name, one.value)
    return values


def _as_fields(
    values: dict[str, Value] | None, names: Iterable[str], asked: Mapping[str, str]
) -> dict[str, Value] | None:
    """The same with identifiers by what REST calls them, where they were asked for by that."""
    if values is not None:
        for name in names:
            own = _RECORD_LEVEL[name]
            values.setdefault(name, values[own] if own in asked else values.pop(own))
    return values


def _types(record: LeadRecord | None) -> dict[str, str]:
    return {one.name: one.type.text for one in record.attributes if one.type.text} if record else {}


def _names(
    asked: Mapping[str, str], before: Mapping[str, Value] | None, after: Mapping[str, Value] | None
) -> Iterator[str]:
    """The attributes that were asked for come before the identifiers: they are what a person wants to see."""
    identifiers = (ID, EMAIL, FOREIGN_ID, FOREIGN_TYPE)
    found = dict.fromkeys(name for name in asked if name not in identifiers)
    found |= dict.fromkeys(name for name in identifiers if name in asked)
    if after is not None:
        found |= dict.fromkeys(after)
        found |= dict.fromkeys(before or ())
    return iter(found)


def unexpected(extras: tuple[Extra, ...]) -> tuple[FieldDifference, ...]:
    """Elements of an answer that are not documented, to be shown below the fields."""
    return tuple(FieldDifference(one.path, "", None, None, text_value(one.text), Fate.UNEXPECTED) for one in extras)
