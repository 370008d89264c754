"""The fields that a lead of this Marketo can have, and why some of them cannot be written."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from functools import cached_property

from mktgui.domain.answers import FieldDescription


@dataclass(frozen=True)
class Catalogue:
    """All fields by describeMObject. `read_at` (aware) tells when; None: only the standard fields that ship with us."""

    fields: tuple[FieldDescription, ...] = ()
    read_at: datetime | None = None

    @cached_property
    def by_name(self) -> Mapping[str, FieldDescription]:
        """The fields by their exact API name."""
        return {field.name: field for field in self.fields}

    @property
    def is_complete(self) -> bool:
        """Whether a name that is not in it can be called unknown."""
        return self.read_at is not None


NO_CATALOGUE = Catalogue()


class Lock(StrEnum):
    """Why a field cannot be written."""

    READ_ONLY = "read-only"
    UPDATE_BLOCKED = "update-blocked"


def lock_of(field: FieldDescription | None) -> Lock | None:
    """Why this field cannot be written; None where it can, or where nothing is known of it."""
    if field is None:
        return None
    if field.read_only:
        return Lock.READ_ONLY
    return Lock.UPDATE_BLOCKED if field.update_blocked else None
