"""The one table that turns what sockets, TLS and HTTP libraries raise into our own failures; and what no answer is."""

import re
import socket
import ssl
from collections.abc import Iterator
from http.client import BadStatusLine, HTTPException, LineTooLong, UnknownProtocol

from urllib3.exceptions import (
    ConnectTimeoutError,
    DecodeError,
    HTTPError,
    InvalidHeader,
    LocationValueError,
    NameResolutionError,
    NewConnectionError,
    ProtocolError,
    ProxyError,
    ReadTimeoutError,
)

from mktgui.domain.outcome import FailureKind

Kind = FailureKind

_REDIRECTIONS, _NOT_MODIFIED = 3, 304  # the first digit of them all, and one that only looks like one
_THERE_INSTEAD = frozenset({301, 302, 305, 307, 308})

_VERIFY_CODES = {  # OpenSSL's X509_V_ERR_*
    9: Kind.TLS_EXPIRED,  # not yet valid: more often a wrong clock here than a wrong certificate there
    10: Kind.TLS_EXPIRED,
    62: Kind.TLS_WRONG_NAME,  # a host name
    64: Kind.TLS_WRONG_NAME,  # an IP address
}
# http.client has no number to look at. Tinyproxy says 401 to a wrong login, which has no other meaning in a tunnel.
_PROXY_LOGIN = re.compile(r"Tunnel connection failed: 40[17]\b")

# The first row that fits any exception in the chain, going by row, wins: the particular before the general.
_TABLE: tuple[tuple[tuple[type[BaseException], ...], FailureKind], ...] = (
    ((LocationValueError,), Kind.ENDPOINT_UNUSABLE),
    ((ProxyError,), Kind.PROXY_FAILED),
    ((NameResolutionError, socket.gaierror), Kind.NAME_UNKNOWN),
    ((ssl.SSLCertVerificationError,), Kind.TLS_UNTRUSTED),
    ((ssl.SSLError,), Kind.TLS_FAILED),
    ((ConnectionRefusedError,), Kind.REFUSED),
    ((NewConnectionError,), Kind.UNREACHABLE),  # to urllib3 a kind of ConnectTimeoutError, so it has to come first
    ((ConnectTimeoutError,), Kind.CONNECT_TIMEOUT),
    ((ReadTimeoutError, TimeoutError), Kind.ANSWER_TIMEOUT),
    ((ConnectionResetError, ConnectionAbortedError, BrokenPipeError), Kind.CUT_OFF),
    # Whoever it is, it does not even speak HTTP.
    ((BadStatusLine, LineTooLong, UnknownProtocol, InvalidHeader), Kind.NOT_SOAP),
    ((ProtocolError, DecodeError), Kind.CUT_OFF),
    ((OSError, HTTPError), Kind.UNREACHABLE),
)


def redirection(status: int, *, writes: bool) -> FailureKind | None:
    """What an HTTP status that leads elsewhere says of a request; None for any other status.

    Moved (301, 308), for now elsewhere (302, 307) or by a proxy (305): ask there instead, and so nothing was done (RFC
    9110, 15.4). Programs for browsers say 302 also after they have done what a form asks for; neither API is one, and
    what says it on the way to them wants a person to sign in first. See other (303) is what is said of a request that
    was carried out, and the rest of these numbers say nothing of it: of what `writes` nobody knows then.
    """
    if status // 100 != _REDIRECTIONS or status == _NOT_MODIFIED:  # the latter leads nowhere
        return None
    return Kind.REDIRECTED if status in _THERE_INSTEAD or not writes else Kind.SEE_OTHER


def kind_of(error: BaseException) -> FailureKind:
    """Our word for what an HTTP library raised; UNEXPECTED for what it never should."""
    chain = list(_chain(error))
    if any(type(one) is HTTPException for one in chain):  # of more than a hundred headers: it has no class of its own
        return Kind.NOT_SOAP
    for types, kind in _TABLE:
        found = next((one for one in chain if isinstance(one, types)), None)
        if found is not None:
            return _refine(kind, found, error)
    return Kind.UNEXPECTED


def _refine(kind: FailureKind, found: BaseException, error: BaseException) -> FailureKind:
    if kind is Kind.PROXY_FAILED and _PROXY_LOGIN.search(str(error)):
        return Kind.PROXY_LOGIN
    if isinstance(found, ssl.SSLCertVerificationError):
        return _VERIFY_CODES.get(getattr(found, "verify_code", 0), kind)
    return kind


def _chain(error: BaseException) -> Iterator[BaseException]:
    """The exception, what it was raised from, and what it carries along as argument or reason."""
    waiting, seen = [error], set[int]()
    while waiting:
        one = waiting.pop(0)
        if id(one) in seen:
            continue
        seen.add(id(one))
        yield one
        near = (one.__cause__, one.__context__, getattr(one, "reason", None), *one.args)
        waiting += [other for other in near if isinstance(other, BaseException)]
