"""What fields and their types are called, in the language of the window: data, as admins may rename every field."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from importlib.resources import files
from typing import cast

from mktgui.domain.answers import FieldDescription
from mktgui.domain.catalogue import Catalogue
from mktgui.domain.field_map import FieldPair
from mktgui.domain.field_types import field_type
from mktgui.domain.profile import TransportKind

ENGLISH = "en"

_Entry = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class StandardField:
    """A field that Marketo ships with. `soap` is empty where REST alone knows it; `labels` are by language."""

    soap: str
    rest: str
    labels: Mapping[str, str]
    type: str
    length: int | None
    system: bool


class FieldLabels:
    """Reads `resources/fields.toml` when first asked: the window does not need it before its first paint."""

    def __init__(self, language: str) -> None:
        self._language = language

    def label(self, field: FieldDescription | str) -> str:
        """The label of a field, or of a standard field by its SOAP or REST name; an unknown name is its own label.

        Where the instance has its own label that one counts: its admin has renamed the field. Identifiers have ours.
        """
        identifier = self._identifiers.get(field if isinstance(field, str) else field.name)
        if identifier is not None:
            return identifier[self._language]
        if isinstance(field, str):
            found = self._by_name.get(field)
            return field if found is None else found.labels[self._language]
        standard = self._by_name.get(field.name)
        is_own = field.label not in {"", field.name} and (standard is None or field.label != standard.labels[ENGLISH])
        return field.label if is_own else self.label(field.name)

    def type_word(self, type_: str) -> str:
        """A word for a type of field; a type that nobody knows is its own word."""
        known = field_type(type_)
        return type_ if known is None else self._types[known.value][self._language]

    def in_words(self, catalogue: Catalogue) -> Catalogue:
        """The same catalogue with the labels that are shown, so that a field can be found by them."""
        return catalogue._replace(fields=tuple(replace(field, label=self.label(field)) for field in catalogue.fields))

    def standard(self, transport: TransportKind = TransportKind.SOAP) -> Catalogue:
        """The fields that ship with us, labelled in English as Marketo does, by the names that this API has for them.

        They are no whole catalogue: a name that is missing may be there all the same.
        """
        rest = transport is TransportKind.REST
        names = ((field.rest if rest else field.soap, field) for field in self._fields)
        return Catalogue(
            tuple(
                FieldDescription(
                    name=name,
                    label=field.labels[ENGLISH],
                    type=field.type,
                    size=field.length,
                    read_only=field.system,
                    soap_name=field.soap,
                    rest_name=field.rest,
                )
                for name, field in names
                if name
            )
        )

    def pairs(self) -> tuple[FieldPair, ...]:
        """What both APIs call the standard fields."""
        return tuple(FieldPair(field.soap, field.rest) for field in self._fields)

    @cached_property
    def _by_name(self) -> Mapping[str, StandardField]:
        by_rest = {field.rest: field for field in self._fields}
        return by_rest | {field.soap: field for field in self._fields if field.soap}

    @cached_property
    def _fields(self) -> tuple[StandardField, ...]:
        return tuple(_read(entry) for entry in self._entries())

    def _entries(self) -> Iterator[_Entry]:
        for group in ("lead", "social", "rest"):
            yield from cast("list[_Entry]", self._data[group]["fields"])

    @cached_property
    def _identifiers(self) -> Mapping[str, Mapping[str, str]]:
        return cast("Mapping[str, Mapping[str, str]]", self._data["identifiers"])

    @cached_property
    def _types(self) -> Mapping[str, Mapping[str, str]]:
        return cast("Mapping[str, Mapping[str, str]]", self._data["types"])

    @cached_property
    def _data(self) -> Mapping[str, Mapping[str, object]]:
        return tomllib.loads((files("mktgui.resources") / "fields.toml").read_text(encoding="utf-8"))


def _read(entry: _Entry) -> StandardField:
    """The file is ours, and a test reads every entry of it."""
    length = entry.get("length")
    return StandardField(
        soap=str(entry.get("soap", "")),
        rest=str(entry["rest"]),
        labels={language: str(entry[language]) for language in (ENGLISH, "zh_CN")},
        type=str(entry["type"]),
        length=length if isinstance(length, int) else None,
        system=bool(entry.get("system")),
    )
