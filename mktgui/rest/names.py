"""What the fields of a lead are called over SOAP and over REST (facts sheet 7).

The form, the plan and the history speak the SOAP names, whichever way a call goes.
"""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class FieldName:
    """One field. Either name may be empty where that side has not got it; `type` is the catalogue's word for it."""

    soap: str
    rest: str
    type: str = ""


class Names:
    """Translates names. A name that is not known is the same on both sides, which is so for many custom fields."""

    def __init__(self, fields: Iterable[FieldName] = ()) -> None:
        self.fields = tuple(fields)
        self._by_soap = {one.soap: one for one in self.fields if one.soap}
        self._by_rest = {one.rest: one for one in self.fields if one.rest}

    def rest_of(self, soap: str) -> str:
        """The REST name of a field; empty where it is known that REST has not got it."""
        return self._by_soap[soap].rest if soap in self._by_soap else soap

    def soap_of(self, rest: str) -> str:
        """The SOAP name of a field; its REST name where SOAP has not got it."""
        return self._by_rest[rest].soap or rest if rest in self._by_rest else rest

    def type_of(self, soap: str) -> str:
        """The type of a field; empty where it is not known."""
        found = self._by_soap.get(soap) or self._by_rest.get(soap)
        return found.type if found else ""

    def joined(self, described: "Names") -> "Names":
        """These names, and those of a description, which count for more."""
        return Names((*self.fields, *described.fields))


@cache
def standard_names() -> Names:
    """The names of the fields that every Marketo has."""
    text = (files("mktgui.resources") / "fields.toml").read_text(encoding="utf-8")
    fields = [FieldName(one.get("soap", ""), one["rest"], one["type"]) for one in tomllib.loads(text)["lead"]["fields"]]
    return Names([FieldName("Id", "id", "integer"), *fields])
