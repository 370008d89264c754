"""What is wrong with a connection as it was typed, field by field."""

import re
from collections.abc import Collection
from enum import StrEnum

from mktgui.domain.endpoint import EndpointProblem, read_endpoint, read_identity
from mktgui.domain.profile import Profile, TransportKind

_REST_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_]*")  # of a custom field (facts sheet 7)


class ProfileField(StrEnum):
    """Where a slip is told."""

    NAME = "name"
    ENDPOINT = "endpoint"
    USER_ID = "user_id"
    IDENTITY = "identity"
    FOREIGN_FIELD = "foreign_field"


class ProfileSlip(StrEnum):
    """What is wrong besides the endpoint."""

    NAME_EMPTY = "name-empty"
    NAME_TAKEN = "name-taken"
    USER_EMPTY = "user-empty"
    USER_HAS_SPACE = "user-has-space"
    FIELD_NAME_BAD = "field-name-bad"


Slips = dict[ProfileField, ProfileSlip | EndpointProblem]


def check_profile(profile: Profile, taken: Collection[str]) -> Slips:
    """At most one slip a field. `taken` are the names of the other connections."""
    slips: dict[ProfileField, ProfileSlip | EndpointProblem | None] = {
        ProfileField.NAME: _name(profile.name.strip().casefold(), taken),
        ProfileField.ENDPOINT: read_endpoint(profile.endpoint, profile.transport).problem,
        ProfileField.USER_ID: _user(profile.user_id.strip()),
    }
    if profile.transport is TransportKind.REST:
        identity, field = profile.identity.strip(), profile.foreign_field.strip()
        slips[ProfileField.IDENTITY] = read_identity(identity).problem if identity else None
        slips[ProfileField.FOREIGN_FIELD] = _field_name(field) if field else None
    return {field: slip for field, slip in slips.items() if slip is not None}


def _name(name: str, taken: Collection[str]) -> ProfileSlip | None:
    if not name:
        return ProfileSlip.NAME_EMPTY
    return ProfileSlip.NAME_TAKEN if name in {one.strip().casefold() for one in taken} else None


def _user(user: str) -> ProfileSlip | None:
    if not user:
        return ProfileSlip.USER_EMPTY
    return ProfileSlip.USER_HAS_SPACE if not user.isprintable() or " " in user else None


def _field_name(name: str) -> ProfileSlip | None:
    return None if _REST_NAME.fullmatch(name) else ProfileSlip.FIELD_NAME_BAD
