"""What the fields of a lead are called over SOAP and over REST (facts sheet 7).

Requests may use either name of a field. Answers use that of SOAP where there is one, so that drafts, recipes and the
history mean the same whichever way a call goes; or that of REST, if so wished.
"""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from importlib.resources import files
from threading import Lock

from mktgui.domain.answers import FieldDescription
from mktgui.domain.profile import TransportKind


@dataclass(frozen=True, slots=True)
class FieldName:
    """One field. Either name may be empty where that side has not got it; `type` is the catalogue's word for it."""

    soap: str
    rest: str
    type: str = ""


class Names:
    """Translates names. A name that is not known is the same on both sides, which is so for many custom fields.

    `words` says by which of its names a field goes in answers.
    """

    def __init__(self, fields: Iterable[FieldName] = (), words: TransportKind = TransportKind.SOAP) -> None:
        self.fields, self.words = tuple(fields), words
        self._by_soap = {one.soap: one for one in self.fields if one.soap}
        self._by_rest = {one.rest: one for one in self.fields if one.rest}

    def rest_of(self, soap: str) -> str:
        """The REST name of a field; empty where it is known that REST has not got it.

        Where fields go by their REST names, one of those is never taken for the SOAP name of another field.
        """
        if self.words is TransportKind.REST and soap in self._by_rest:
            return soap
        return self._by_soap[soap].rest if soap in self._by_soap else soap

    def soap_of(self, rest: str) -> str:
        """The SOAP name of a field; its REST name where SOAP has not got it."""
        return self._by_rest[rest].soap or rest if rest in self._by_rest else rest

    def shown(self, rest: str) -> str:
        """What answers call a field that REST calls so."""
        return self.soap_of(rest) if self.words is TransportKind.SOAP else rest

    def in_answers(self, rest: str) -> tuple[str, str]:
        """What answers call a field that REST calls so, and its type."""
        return self._answers.get(rest) or (self.shown(rest), self.type_of(rest))

    @cached_property
    def _answers(self) -> dict[str, tuple[str, str]]:
        """Of each lead it is asked for all of its fields."""
        shown = {rest: self.shown(rest) for rest in self._by_rest}
        return {rest: (name, self.type_of(name)) for rest, name in shown.items()}

    def type_of(self, soap: str) -> str:
        """The type of a field by either name; empty where it is not known."""
        found = self._by_soap.get(soap) or self._by_rest.get(soap)
        return found.type if found else ""

    @cached_property
    def rest_fields(self) -> tuple[str, ...]:
        """The fields that REST has, by its names for them."""
        return tuple(one.rest for one in self.fields if one.rest)

    def knows(self, rest: str) -> bool:
        """Whether REST is known to have a field of this name."""
        return rest in self._by_rest

    def joined(self, described: "Names") -> "Names":
        """These names, and those of a description, which count for more."""
        return Names((*self.fields, *described.fields), self.words)

    def worded(self, words: TransportKind) -> "Names":
        """The same names, for answers in these words."""
        return Names(self.fields, words)


class NameBook:
    """What each Marketo calls its fields, as far as it was told in this run. Thread-safe."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._told: dict[str, Names] = {}

    def get(self, endpoint: str) -> Names | None:
        """The names of the Marketo at this address, None where it was not asked yet."""
        with self._lock:
            return self._told.get(endpoint)

    def put(self, endpoint: str, names: Names) -> None:
        """It was asked, and said this."""
        with self._lock:
            self._told[endpoint] = names

    def drop(self, endpoint: str) -> None:
        """What it said is not true any more."""
        with self._lock:
            self._told.pop(endpoint, None)


def names_of(fields: Iterable[FieldDescription]) -> Names | None:
    """The names in a catalogue that was read over REST; None for one that was not."""
    told = [FieldName(one.soap_name, one.rest_name, one.type) for one in fields]
    return Names(told) if any(one.rest for one in told) else None


@cache
def standard_names() -> Names:
    """The names of the fields that every Marketo has."""
    text = (files("mktgui.resources") / "fields.toml").read_text(encoding="utf-8")
    fields = [FieldName(one.get("soap", ""), one["rest"], one["type"]) for one in tomllib.loads(text)["lead"]["fields"]]
    return Names([FieldName("Id", "id", "integer"), *fields])


@lru_cache(8)
def with_standard(described: Names, words: TransportKind) -> Names:
    """The names of a description, and those that every Marketo has; made once, though each call asks for them."""
    return standard_names().joined(described).worded(words)
