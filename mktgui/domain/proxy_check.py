"""What is wrong with a proxy as it was typed, and how its place is written."""

import re
from enum import StrEnum
from ipaddress import IPv6Address

from mktgui.domain.proxy import LARGEST_PORT, ProxyChoice, ProxyKind

_HOST = re.compile(r"[a-z0-9_]([a-z0-9_.-]*[a-z0-9_])?\.?", re.IGNORECASE)


class ProxySlip(StrEnum):
    """What is wrong with a proxy."""

    HOST_EMPTY = "host-empty"
    HOST_SHAPE = "host-shape"
    PORT_RANGE = "port-range"
    USER_NAME_SHAPE = "user-name-shape"


def check_proxy(choice: ProxyChoice) -> ProxySlip | None:
    """The first slip in the order of the form; none unless the person names the proxy."""
    if choice.kind is not ProxyKind.MANUAL:
        return None
    host = choice.host.strip()
    if not host:
        return ProxySlip.HOST_EMPTY
    if not (_is_ipv6(_bare(host)) or _HOST.fullmatch(host)):
        return ProxySlip.HOST_SHAPE
    if not 1 <= choice.port <= LARGEST_PORT:
        return ProxySlip.PORT_RANGE
    # A colon would end the name in the header that carries it (RFC 7617).
    if ":" in choice.user_name or not choice.user_name.isprintable():
        return ProxySlip.USER_NAME_SHAPE
    return None


def proxy_place(choice: ProxyChoice) -> str:
    """Host and port as they stand in an address: an IPv6 address gets its brackets."""
    host = _bare(choice.host.strip())
    return f"[{host}]:{choice.port}" if _is_ipv6(host) else f"{host}:{choice.port}"


def _bare(host: str) -> str:
    return host[1:-1] if host.startswith("[") and host.endswith("]") else host


def _is_ipv6(text: str) -> bool:
    try:
        IPv6Address(text)
    except ValueError:
        return False
    return True
