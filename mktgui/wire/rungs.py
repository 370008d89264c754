"""What can be seen of a connection while it is being made: addresses, the proxy, the tunnel, the certificate."""

import ssl
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from mktgui.domain.exchange import Secured


@dataclass(frozen=True, slots=True)
class Routed:
    """The way out is known; `proxy` is the proxy's address without a login, empty where the way is straight."""

    proxy: str


@dataclass(frozen=True, slots=True)
class Named:
    """The name has these addresses; it is the proxy's name where there is a proxy."""

    host: str
    addresses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reached:
    """Somebody picked up at this address; it is the proxy where there is one."""

    address: str


@dataclass(frozen=True, slots=True)
class Tunnelled:
    """The proxy opened the way."""


@dataclass(frozen=True, slots=True)
class Certificate:
    """Who the other end says it is, and who vouches for it. `names` are those it is valid for."""

    issuer: str = ""
    subject: str = ""
    names: tuple[str, ...] = ()
    expires: datetime | None = None


@dataclass(frozen=True, slots=True)
class Proven:
    """TLS is up, and the certificate was found good."""

    certificate: Certificate
    version: str


@dataclass(frozen=True, slots=True)
class Mistrusted:
    """TLS did not come up, because this certificate was not found good."""

    certificate: Certificate


Sight = Routed | Named | Reached | Tunnelled | Proven | Mistrusted
Watch = Callable[[Sight], None]


def watch_nothing(sight: Sight) -> None:
    """Look at nothing. What an ordinary call does."""


def certificate_of(line: Any) -> Certificate:
    """The certificate that the other end of a TLS socket showed, trusted or not; an empty one if that fails.

    The public `getpeercert` tells nothing of a certificate that was not verified, and where truststore lets Windows or
    macOS verify, that is every one. So this asks where truststore itself does.
    """
    try:
        chain = line._sslobj.get_unverified_chain()  # noqa: SLF001 - see above
        return _read(chain[0].get_info())
    except (AttributeError, IndexError, TypeError, ValueError, ssl.SSLError):
        return Certificate()


def secured_by(line: Any) -> Secured:
    """What this TLS socket says of itself: one of `ssl`, or urllib3's for TLS inside TLS."""
    certificate = certificate_of(line)
    cipher = line.cipher()
    return Secured(
        version=line.version() or "",
        cipher=cipher[0] if cipher else "",
        subject=certificate.subject,
        issuer=certificate.issuer,
        expires=certificate.expires,
    )


def _read(info: Mapping[str, Any]) -> Certificate:
    expires = info.get("notAfter")
    return Certificate(
        issuer=_name(info.get("issuer", ())),
        subject=_name(info.get("subject", ())),
        names=tuple(name for _, name in info.get("subjectAltName", ())),
        expires=datetime.fromtimestamp(ssl.cert_time_to_seconds(expires), UTC) if expires else None,
    )


def _name(parts: Any) -> str:
    """What a person would call it: the common name and the organisation, as far as they are there."""
    pairs = {key: value for part in parts for key, value in part}
    words = [pairs[key] for key in ("commonName", "organizationName", "organizationalUnitName") if key in pairs]
    return ", ".join(dict.fromkeys(words[:2]))
