"""A connection over REST made from one over SOAP: what carries over, and what has to be looked up in Marketo. Pure."""

from dataclasses import dataclass, replace
from enum import StrEnum

from mktgui.domain.endpoint import read_endpoint
from mktgui.domain.profile import Profile, TransportKind


class ToLookUp(StrEnum):
    """What no one can make from a SOAP connection."""

    ENDPOINT = "endpoint"
    CLIENT = "client"
    PARTITIONS = "partitions"  # a workspace is no partition, and no call maps one to the other (facts sheet 6.6)
    FOREIGN_FIELD = "foreign-field"


@dataclass(frozen=True, slots=True)
class Moved:
    """The connection as far as it is known, and what is still to be looked up, in the order of the form."""

    profile: Profile
    to_look_up: tuple[ToLookUp, ...]


def moved_to_rest(soap: Profile, profile_id: str) -> Moved:
    """The same Marketo over REST, with the same care and the same way out. The old connection stays as it is.

    The address is made from the old one where that names the Munchkin id, as it does on every host of the vendor's but
    the oldest.
    """
    endpoint = read_endpoint(soap.endpoint, TransportKind.REST)
    found = endpoint.text if endpoint.problem is None else ""
    rest = replace(
        soap,
        id=profile_id,
        endpoint=found,
        user_id="",
        workspaces=(),
        transport=TransportKind.REST,
        identity="",
        foreign_field="",
    )
    open_points = {
        ToLookUp.ENDPOINT: not found,
        ToLookUp.CLIENT: True,
        ToLookUp.PARTITIONS: bool(soap.workspaces),
        ToLookUp.FOREIGN_FIELD: True,
    }
    return Moved(rest, tuple(point for point, is_open in open_points.items() if is_open))
