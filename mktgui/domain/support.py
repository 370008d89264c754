"""What a person may hand to somebody who helps: the files of a bundle, and settings with nothing private in them."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import urlsplit

from mktgui.domain.profile import Profile

_SOAP_HOST = ".mktoapi.com"
_REST_HOST = ".mktorest.com"
_THIS_COMPUTER = frozenset({"localhost", "127.0.0.1", "::1"})


class HostKind(StrEnum):
    """What an endpoint is, without saying whose."""

    NONE = "none"
    SOAP = "Marketo SOAP"
    REST = "Marketo REST"
    THIS_COMPUTER = "this computer"
    OTHER = "another host"


@dataclass(frozen=True, slots=True)
class SupportFile:
    """One text file of a support bundle."""

    name: str
    text: str


def host_kind(endpoint: str) -> HostKind:
    """The kind of host an endpoint names."""
    try:
        host = (urlsplit(endpoint.strip()).hostname or "").lower()
    except ValueError:
        return HostKind.OTHER
    if not host:
        return HostKind.NONE
    if host in _THIS_COMPUTER:
        return HostKind.THIS_COMPUTER
    kinds = {_SOAP_HOST: HostKind.SOAP, _REST_HOST: HostKind.REST}
    return next((kind for end, kind in kinds.items() if host.endswith(end)), HostKind.OTHER)


def settings_text(profiles: Iterable[Profile]) -> str:
    """The connections as far as they may be shown to a stranger.

    Names and user ids stay here, and so does every field that is not named below: one that is added to `Profile` later
    has to be let in by hand.
    """
    parts = [_connection(number, profile) for number, profile in enumerate(profiles, 1)]
    return "\n".join(parts) if parts else "no connections\n"


def _connection(number: int, profile: Profile) -> str:
    lines = (
        f"connection {number}",
        f"  environment: {profile.environment}",
        f"  host: {host_kind(profile.endpoint)}",
        f"  user id: {'set' if profile.user_id.strip() else 'not set'}",
        f"  guarded: {'yes' if profile.is_guarded else 'no'}",
        f"  connect_seconds: {profile.connect_seconds:g}",
        f"  answer_seconds: {profile.answer_seconds:g}",
    )
    return "\n".join(lines) + "\n"
