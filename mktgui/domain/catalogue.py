"""The fields that a lead of this Marketo can have, which one a text means, and why some cannot be written."""

from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import datetime

    from mktgui.domain.answers import FieldDescription
    from mktgui.domain.likeness import Likenesses

# Parts of the record itself (facts sheet 2.4): no attributes, whatever a catalogue says of them.
_FIXED = frozenset({"id", "email", "foreignsyspersonid", "foreignsystype", "leadattributelist"})
_LIST = "leadattributelist"  # the one of them that no person has a name for
# Kept by Marketo itself (facts sheet 7). It is not sure that the last ones are: there a catalogue may say otherwise.
_SYSTEM = frozenset({"createdat", "updatedat", "isanonymous", "priority", "relativescore", "urgency"})
_PROBABLY_SYSTEM, _INFERRED = "anonymousip", "inferred"


class _Described(NamedTuple):
    fields: tuple["FieldDescription", ...] = ()
    read_at: "datetime | None" = None


class Catalogue(_Described):
    """All fields by describeMObject. `read_at` (aware) tells when; None: only the standard fields that ship with us."""

    @cached_property
    def by_name(self) -> "Mapping[str, FieldDescription]":
        """The fields by their exact API name. Of two with one name the first counts."""
        return {field.name: field for field in reversed(self.fields) if field.name}

    @cached_property
    def by_other_name(self) -> "Mapping[str, FieldDescription]":
        """The fields by what the other API calls them, where that is known and no field's own name."""
        other = ((name, field) for field in self.fields for name in (field.soap_name, field.rest_name))
        return {name: field for name, field in other if name and field.name and name not in self.by_name}

    @property
    def is_complete(self) -> bool:
        """Whether a name that is not in it can be called unknown."""
        return self.read_at is not None

    @cached_property
    def attributes(self) -> tuple["FieldDescription", ...]:
        """The fields that a row of the attribute table can name, each once, in the order of the catalogue."""
        names = dict.fromkeys(field.name for field in self.fields if field.name)
        return tuple(self.by_name[name] for name in names if name.casefold() not in _FIXED)

    def resolve(self, text: str) -> "FieldDescription | None":
        """The one field that a text means: by its exact API name, else by API name or label in any case.

        What the other API calls it counts too.
        Spaces around and between words do not count. None where no field, or more than one, is called so.
        """
        exact = self.by_name.get(text.strip())
        found: tuple[FieldDescription, ...] = self._by_word.get(_folded(text), ())
        return exact or (found[0] if len(found) == 1 else None)

    def find(self, text: str) -> tuple["FieldDescription", ...]:
        """The attributes whose API name or label holds the text, in any case: what begins with it comes first."""
        wanted = _folded(text)
        ranked = ((rank, field) for words, field in self._words if (rank := _rank(wanted, words)) is not None)
        return tuple(field for _, field in sorted(ranked, key=lambda one: one[0]))

    def nearest(self, name: str, limit: int = 3) -> tuple["FieldDescription", ...]:
        """The fields that a misspelled API name or label is likely to mean, the likeliest first; maybe none."""
        return self._likenesses.nearest(name, limit)

    def lock(self, name: str) -> "Lock | None":
        """Why the field of this exact name cannot be written; None where it can, or where nothing is known of it."""
        field = self.by_name.get(name)
        if field is None:
            return Lock.READ_ONLY if not self.is_complete and _is_system(name) else None
        return lock_of(field)

    @cached_property
    def _words(self) -> tuple[tuple[tuple[str, str], "FieldDescription"], ...]:
        return tuple(((_folded(field.name), _folded(field.label)), field) for field in self.attributes)

    @cached_property
    def _by_word(self) -> "Mapping[str, tuple[FieldDescription, ...]]":
        found: dict[str, dict[str, FieldDescription]] = {}
        for field in self.by_name.values():
            for word in map(_folded, (field.name, field.label, field.soap_name, field.rest_name)):
                if word:
                    found.setdefault(word, {})[field.name] = field
        return {word: tuple(fields.values()) for word, fields in found.items()}

    @cached_property
    def _likenesses(self) -> "Likenesses":
        from mktgui.domain.likeness import Likenesses  # noqa: PLC0415 - only slips need it

        return Likenesses(self.by_name.values())


NO_CATALOGUE = Catalogue()


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()


def _rank(wanted: str, words: tuple[str, str]) -> int | None:
    """0 for the name itself, then by how near to the beginning of name or label it stands; None where it does not."""
    places = [word.find(wanted) for word in words]
    if wanted in words:
        return 0
    if 0 in places:
        return 1
    if any(f" {wanted}" in word or f"_{wanted}" in word for word in words):
        return 2
    return 3 if max(places) > 0 else None


def _is_system(name: str) -> bool:
    folded = name.casefold()
    return folded in _SYSTEM or folded == _PROBABLY_SYSTEM or folded.startswith(_INFERRED)


class Lock(StrEnum):
    """Why a field cannot be written."""

    READ_ONLY = "read-only"
    UPDATE_BLOCKED = "update-blocked"


def lock_of(field: "FieldDescription | None") -> Lock | None:
    """Why this field cannot be written; None where it can, or where nothing is known of it."""
    if field is None:
        return None
    if field.read_only or (not field.custom and field.name.casefold() in _SYSTEM):
        return Lock.READ_ONLY
    return Lock.UPDATE_BLOCKED if field.update_blocked else None


def described_catalogue(
    fields: "Iterable[FieldDescription]", read_at: "datetime", standard: Catalogue = NO_CATALOGUE
) -> Catalogue:
    """The catalogue of a Marketo from its own description of its fields, which may be in any state.

    Nameless fields and those whose name came before are left out. What the description does not say of a standard
    field, its label, type or size, comes from `standard`; a field that the description does not have is not added.
    """
    return Catalogue(tuple(_cleaned(fields, standard)), read_at)


def _cleaned(fields: "Iterable[FieldDescription]", standard: Catalogue) -> "Iterator[FieldDescription]":
    from dataclasses import replace  # noqa: PLC0415 - not for the first paint

    seen = {"", _LIST}
    for field in fields:
        name = field.name.strip()
        if name in seen or name.casefold() == _LIST:
            continue
        seen.add(name)
        usual = standard.by_name.get(name)
        size = field.size if field.size is not None and field.size > 0 else None
        kind = field.type.strip()
        label = field.label.strip()
        if usual is not None:
            label = usual.label if label in {"", name} else label
            size = size or (usual.size if kind in {"", usual.type} else None)
            kind = kind or usual.type
        yield replace(field, name=name, label=label or name, type=kind, size=size)
