"""A lead as Marketo shows it: identifiers, attributes, and four ways for a value to be there or not."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from mktgui.domain.kinds import ForeignType as ForeignType  # noqa: PLC0414 - to be had from here too
from mktgui.domain.kinds import KeyKind as KeyKind  # noqa: PLC0414 - to be had from here too
from mktgui.domain.kinds import Presence as Presence  # noqa: PLC0414 - to be had from here too


class Value(NamedTuple):
    """One value read from an answer. `text` is the exact text and is empty unless `presence` is TEXT.

    Of these there may be 50,000, and a frozen dataclass takes three times as long to make.
    """

    presence: Presence
    text: str = ""


ABSENT = Value(Presence.ABSENT)
EMPTY = Value(Presence.EMPTY)
NIL = Value(Presence.NIL)
NO_LEAD = Value(Presence.NO_LEAD)


def text_value(text: str) -> Value:
    """The value an element with exactly this text has."""
    return Value(Presence.TEXT, text) if text else EMPTY


class LeadAttribute(NamedTuple):
    """One entry of the attribute list, in the order of the answer."""

    name: str
    type: Value
    value: Value


@dataclass(frozen=True, slots=True)
class Extra:
    """An element we did not expect: shown to the person, never a reason to fail. `path` is slash-separated."""

    path: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LeadRecord:
    """A lead record from an answer, nothing added and nothing dropped.

    `partition` is the id of the partition, which only REST tells; it is among the attributes too.
    """

    id: Value = ABSENT
    email: Value = ABSENT
    foreign_id: Value = ABSENT
    foreign_type: Value = ABSENT
    partition: Value = ABSENT
    attributes: tuple[LeadAttribute, ...] = ()
    extras: tuple[Extra, ...] = field(default=())
    _values: dict[str, Value] | None = field(default=None, init=False, repr=False, compare=False)  # see `values_of`


NOBODY = LeadRecord(id=NO_LEAD, email=NO_LEAD, foreign_id=NO_LEAD, foreign_type=NO_LEAD)
"""What there is of a lead before it is made."""

_IDENTIFIERS = {"Id": "id", "Email": "email", "ForeignSysPersonId": "foreign_id", "ForeignSysType": "foreign_type"}
_FIELDS = {"id": "id", "email": "email"}  # to REST two of them are fields like others


def value_of(record: LeadRecord, name: str) -> Value:
    """The value of an attribute, or of an identifier by either of its names; ABSENT where the record has it not."""
    if name in _IDENTIFIERS:
        found: Value = getattr(record, _IDENTIFIERS[name])
        return found
    return values_of(record).get(name, ABSENT)


def values_of(record: LeadRecord) -> Mapping[str, Value]:
    """What `value_of` gives for each name that the record has.

    Kept with the record once it was asked for: a lead can have 50,000 fields, and with each edit some are asked for.
    """
    if record._values is None:  # noqa: SLF001 - of this module
        values: dict[str, Value] = {name: getattr(record, field) for name, field in _FIELDS.items()}
        values |= {one.name: one.value for one in reversed(record.attributes)}
        values |= {name: getattr(record, field) for name, field in _IDENTIFIERS.items()}
        object.__setattr__(record, "_values", values)  # the same whoever works it out: it is no change of the value
        return values
    return record._values  # noqa: SLF001 - as above


def who_is(record: LeadRecord) -> str:
    """The person's name as Marketo has it, else the address, else empty text."""
    return name_in(record) or record.email.text


def name_in(record: LeadRecord) -> str:
    """The person's name as Marketo has it, over either API (facts sheet 7); else empty text."""
    both = text_of(record, "FirstName", "firstName"), text_of(record, "LastName", "lastName")
    return " ".join(name.strip() for name in both if name.strip())


def text_of(record: LeadRecord, soap: str, rest: str) -> str:
    """The text of a field by whichever of its two names the record has it."""
    return value_of(record, soap).text or value_of(record, rest).text
