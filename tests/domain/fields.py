"""Fields for tests, each with no more said of it than a test is about."""

from datetime import UTC, datetime

from mktgui.domain.answers import FieldDescription
from mktgui.domain.catalogue import Catalogue

READ_AT = datetime(2026, 3, 5, 9, 14, tzinfo=UTC)


def field(
    name: str,
    label: str = "",
    kind: str = "string",
    size: int | None = None,
    *,
    read_only: bool = False,
    update_blocked: bool = False,
    custom: bool = False,
) -> FieldDescription:
    return FieldDescription(
        name=name,
        label=label or name,
        type=kind,
        size=size,
        read_only=read_only,
        update_blocked=update_blocked,
        custom=custom,
    )


def complete(*fields: FieldDescription) -> Catalogue:
    """A catalogue as Marketo described it."""
    return Catalogue(fields, READ_AT)
