"""Which rules a connection has: those of the API that it speaks to."""

from typing import TYPE_CHECKING

from mktgui.domain.profile import Profile, TransportKind
from mktgui.domain.soap_rules import SOAP_RULES

if TYPE_CHECKING:
    from mktgui.domain.transport_rules import TransportRules


def rules_of(profile: Profile) -> "TransportRules":
    """The rules of the API that a connection speaks to."""
    if profile.transport is TransportKind.SOAP:
        return SOAP_RULES
    from mktgui.domain.rest_rules import RestRules  # noqa: PLC0415 - few windows open on a REST connection

    return RestRules(profile.foreign_field.strip())
