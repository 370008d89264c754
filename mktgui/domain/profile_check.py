"""What is wrong with a connection as it was typed, field by field."""

from collections.abc import Collection
from enum import StrEnum

from mktgui.domain.endpoint import EndpointProblem, read_endpoint
from mktgui.domain.profile import Profile


class ProfileField(StrEnum):
    """Where a slip is told."""

    NAME = "name"
    ENDPOINT = "endpoint"
    USER_ID = "user_id"


class ProfileSlip(StrEnum):
    """What is wrong besides the endpoint."""

    NAME_EMPTY = "name-empty"
    NAME_TAKEN = "name-taken"
    USER_EMPTY = "user-empty"
    USER_HAS_SPACE = "user-has-space"


Slips = dict[ProfileField, ProfileSlip | EndpointProblem]


def check_profile(profile: Profile, taken: Collection[str]) -> Slips:
    """At most one slip a field. `taken` are the names of the other connections."""
    slips: Slips = {}
    if not profile.name.strip():
        slips[ProfileField.NAME] = ProfileSlip.NAME_EMPTY
    elif profile.name.strip().casefold() in {name.strip().casefold() for name in taken}:
        slips[ProfileField.NAME] = ProfileSlip.NAME_TAKEN
    problem = read_endpoint(profile.endpoint).problem
    if problem is not None:
        slips[ProfileField.ENDPOINT] = problem
    if not profile.user_id.strip():
        slips[ProfileField.USER_ID] = ProfileSlip.USER_EMPTY
    elif not profile.user_id.strip().isprintable() or " " in profile.user_id.strip():
        slips[ProfileField.USER_ID] = ProfileSlip.USER_HAS_SPACE
    return slips
