"""Which way out a connection takes: as the system says, straight, or through a proxy that the person names."""

from enum import StrEnum
from typing import NamedTuple

USUAL_PORT = 8080
LARGEST_PORT = 65535
_SUFFIX = ":proxy"


class ProxyKind(StrEnum):
    """Who says which proxy it is."""

    SYSTEM = "system"
    NONE = "none"
    MANUAL = "manual"


class ProxyChoice(NamedTuple):
    """The way out. All but `kind` counts only for MANUAL, and is kept while another kind is chosen.

    The password is a secret: it is kept under `proxy_secret_id`, never here.
    """

    kind: ProxyKind = ProxyKind.SYSTEM
    host: str = ""
    port: int = USUAL_PORT
    user_name: str = ""


AS_THE_SYSTEM = ProxyChoice()


def proxy_secret_id(profile_id: str) -> str:
    """Under which name the password for the proxy of this connection is kept."""
    return f"{profile_id}{_SUFFIX}"


def is_proxy_secret_id(name: str) -> bool:
    """Whether this is such a name: then it can be the id of no connection."""
    return name.endswith(_SUFFIX)
