"""A placeholder for each personal value of a call: the same one wherever the value is, and a person keeps a number."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import permutations

from mktgui.domain.answers import Answer
from mktgui.domain.calls import AttributeToSend, Call, GetLead, SyncLead
from mktgui.domain.needles import Haystack, Needle, haystack, phone_needles
from mktgui.domain.personal import (
    COOKIE,
    EMAIL,
    ID,
    PersonalKind,
    Sighting,
    field_of_foreign_id,
    field_of_key,
    sightings,
)
from mktgui.domain.spelled import Spelled, itself

Kind = PersonalKind

NO_LEAD = 0  # in place of a Marketo ID where a number has to be: no lead has it, so nothing can happen to one
DOMAIN = "example.com"  # reserved for this: nobody gets mail there

_NUMBERED = {Kind.LEAD_ID: "lead", Kind.FOREIGN_ID: "foreign-id", Kind.COOKIE: "cookie", Kind.COMPANY: "company"}
_WORDS = {
    Kind.FIRST_NAME: "first name",
    Kind.MIDDLE_NAME: "middle name",
    Kind.LAST_NAME: "last name",
    Kind.FULL_NAME: "full name",
    Kind.PHONE: "phone",
    Kind.ADDRESS: "address",
    Kind.PLACE: "place",
    Kind.POSTAL_CODE: "postal code",
    Kind.BIRTH_DATE: "birth date",
    Kind.WEB_ADDRESS: "web address",
    Kind.NETWORK_ADDRESS: "network address",
}
_NAMES = (Kind.FIRST_NAME, Kind.LAST_NAME)
# By what a value is told apart, where not by its text alone: what two fields hold by chance is not the same thing.
_BY_FIELD = frozenset({Kind.TEXT, Kind.PLAIN})
_UNSAFE = re.compile(r"[^\w.]+")  # so that a placeholder never has to be escaped, in no format
_NAME_UP_TO = 40  # characters of a field's name in a placeholder
_LOCAL_FROM, _LINE_FROM = 3, 12  # characters that a part of a value has to have to be looked for on its own
_ROLES = frozenset({"info", "mail", "email", "office", "sales", "contact", "support", "admin", "hello", "marketing"})


@dataclass(frozen=True, slots=True, kw_only=True)
class MaskedValue:
    """One value and what stands for it. `fields` are those that hold it, in order of appearance.

    `persons` are the numbers of those it was seen with, counted from 0. Only a ticked one is masked.
    """

    kind: PersonalKind
    fields: tuple[str, ...]
    original: str
    placeholder: str
    ticked: bool
    persons: tuple[int, ...] = ()


@dataclass(frozen=True)
class Pseudonyms:
    """What is masked in one exchange."""

    values: tuple[MaskedValue, ...] = ()

    def with_tick(self, number: int, *, ticked: bool) -> "Pseudonyms":
        """The same with one value masked, or shown."""
        values = list(self.values)
        values[number] = replace(values[number], ticked=ticked)
        return Pseudonyms(tuple(values))

    def whole(self, field: str, text: str) -> str | None:
        """What stands for the whole value of a field; None where it is not masked as a whole."""
        found = self._by_place.get((field.strip().casefold(), folded(text)))
        return found.placeholder if found is not None and found.ticked else None

    def inside(self, text: str, said: Callable[[str], Spelled] = itself) -> str:
        """Any text with every masked value in it replaced, as far as it tells anything on its own.

        `said` tells what the text says, where it is written in another way.
        """
        return self.haystack.replaced(text, said)

    def value(self, field: str, text: str) -> str:
        """The value of a field, masked as a whole or in its parts."""
        whole = self.whole(field, text)
        return self.inside(text) if whole is None else whole

    @cached_property
    def haystack(self) -> Haystack:
        """What to look for in the middle of other text."""
        return haystack((*self._wholes(), *self._full_names(), *self._parts()))

    @cached_property
    def _by_place(self) -> Mapping[tuple[str, str], MaskedValue]:
        return {(field.strip().casefold(), folded(one.original)): one for one in self.values for field in one.fields}

    @property
    def _ticked(self) -> Iterator[MaskedValue]:
        return (one for one in self.values if one.ticked)

    def _wholes(self) -> Iterator[Needle]:
        for one in self._ticked:
            yield Needle(one.original.strip(), one.placeholder)
            if one.kind is Kind.PHONE:
                yield from phone_needles(one.original, one.placeholder)

    def _full_names(self) -> Iterator[Needle]:
        """First and last name of one person in both orders, joined as they are joined."""
        persons = sorted({person for one in self._ticked if one.kind in _NAMES for person in one.persons})
        for person in persons:
            names = [one.original.strip() for one in self._ticked if one.kind in _NAMES and person in one.persons]
            for one, other in permutations(names, 2):
                yield from (Needle(f"{one}{joint}{other}", _person(person + 1)) for joint in (" ", ", ", ".", ""))

    def _parts(self) -> Iterator[Needle]:
        for one in self._ticked:
            if one.kind is Kind.EMAIL:
                local, _, domain = one.original.strip().rpartition("@")
                if len(local) >= _LOCAL_FROM and local.casefold() not in _ROLES:
                    yield Needle(local, one.placeholder.partition("@")[0])
                if "." in domain:
                    yield Needle(domain, DOMAIN)
            elif one.kind is Kind.TEXT:
                lines = (line.strip() for line in one.original.splitlines())
                yield from (Needle(line, one.placeholder) for line in lines if len(line) >= _LINE_FROM)


def pseudonyms_for(call: Call, answer: Answer | None = None, types: Mapping[str, str] | None = None) -> Pseudonyms:
    """What there is to mask in a call and its answer; `types` as for `sightings`."""
    seen = tuple(sightings(call, answer, types))
    return Pseudonyms(tuple(_Numbering(seen).values()))


def masked_call(call: Call, pseudonyms: Pseudonyms) -> Call:
    """The same call about nobody. Where a Marketo ID has to be a number it is NO_LEAD."""
    if isinstance(call, GetLead):
        return replace(call, value=pseudonyms.value(field_of_key(call.key.value), call.value))
    if not isinstance(call, SyncLead):
        return call
    number = None if call.marketo_id is None else str(call.marketo_id)
    return replace(
        call,
        marketo_id=NO_LEAD if number is not None and pseudonyms.whole(ID, number) else call.marketo_id,
        email=call.email and pseudonyms.value(EMAIL, call.email),
        foreign_id=call.foreign_id and pseudonyms.value(field_of_foreign_id(call), call.foreign_id),
        cookie=call.cookie and pseudonyms.value(COOKIE, call.cookie),
        attributes=tuple(AttributeToSend(one.name, pseudonyms.value(one.name, one.value)) for one in call.attributes),
    )


def folded(text: str) -> str:
    """What two spellings of one value have in common: neither case nor the width of white space counts."""
    return " ".join(unicodedata.normalize("NFC", text).casefold().split())


class _Numbering:
    """Gives out placeholders. None that it gives is in any of the values: else it could not be told from them."""

    def __init__(self, seen: Iterable[Sighting]) -> None:
        self._seen = tuple(seen)
        self._all = "\n".join(one.text for one in self._seen).casefold()
        self._domains = {folded(one.text).rpartition("@")[2] for one in self._seen if one.kind is Kind.EMAIL}
        self._given: set[str] = set()
        self._people: dict[int, int] = {}
        self._next: dict[str, int] = {}

    def values(self) -> Iterator[MaskedValue]:
        """One for each value, in order of appearance."""
        together: dict[tuple[str, ...], list[Sighting]] = {}
        for one in self._seen:
            place = (one.field.strip().casefold(),) if one.kind in _BY_FIELD else ()
            together.setdefault((one.kind.value, folded(one.text), *place), []).append(one)
        for group in together.values():
            first = group[0]
            yield MaskedValue(
                kind=first.kind,
                fields=tuple(dict.fromkeys(one.field for one in group)),
                original=first.text,
                placeholder=self._placeholder(first),
                ticked=first.kind is not Kind.PLAIN,
                persons=tuple(dict.fromkeys(self._number(one.person) - 1 for one in group)),
            )

    def _placeholder(self, seen: Sighting) -> str:
        if seen.kind in _NUMBERED:
            return self._free(_NUMBERED[seen.kind] + "-{}")
        person = _person(self._number(seen.person))
        if seen.kind is Kind.WEB_ADDRESS and folded(seen.text) in self._domains:
            return DOMAIN  # Marketo takes it from the address (facts sheet 4.4): who reads the ticket sees it did
        if seen.kind is Kind.EMAIL:
            first = f"{person}@{DOMAIN}"
            return self._take(first) or self._free(f"{person}.{{}}@{DOMAIN}", 2)
        word = _WORDS.get(seen.kind) or _UNSAFE.sub("_", seen.field.strip())[:_NAME_UP_TO]
        return self._take(f"{person} {word}") or self._free(f"{person} {word} {{}}", 2)

    def _number(self, person: int) -> int:
        """The number of a person in placeholders."""
        if person not in self._people:
            number = max(self._people.values(), default=0) + 1
            while _person(number) in self._all:
                number += 1
            self._people[person] = number
        return self._people[person]

    def _free(self, pattern: str, number: int = 1) -> str:
        """The next placeholder of that pattern that is given out nowhere yet."""
        number = self._next.get(pattern, number)
        while not self._take(pattern.format(number)):
            number += 1
        self._next[pattern] = number + 1
        return pattern.format(number)

    def _take(self, placeholder: str) -> str:
        """The placeholder, or empty text where it is taken. The number of a person is in no value already."""
        is_a_value = not placeholder.startswith("person-") and placeholder in self._all
        if is_a_value or placeholder in self._given:
            return ""
        self._given.add(placeholder)
        return placeholder


def _person(number: int) -> str:
    return f"person-{number}"
