"""The one table that turns what sockets, TLS and HTTP libraries raise into our own failures."""

import re
import socket
import ssl
from collections.abc import Iterator

from requests.exceptions import ProxyError as RequestsProxyError
from urllib3.exceptions import (
    ConnectTimeoutError,
    DecodeError,
    HTTPError,
    NameResolutionError,
    NewConnectionError,
    ProtocolError,
    ProxyError,
    ReadTimeoutError,
)

from mktgui.domain.outcome import FailureKind

Kind = FailureKind

_WRONG_NAME = {62, 64}  # X509_V_ERR_HOSTNAME_MISMATCH, X509_V_ERR_IP_ADDRESS_MISMATCH
_PROXY_LOGIN = re.compile(r"Tunnel connection failed: 407\b")  # http.client has no number to look at

# The first row that fits any exception in the chain, going by row, wins: the particular before the general.
_TABLE: tuple[tuple[tuple[type[BaseException], ...], FailureKind], ...] = (
    ((RequestsProxyError, ProxyError), Kind.PROXY_FAILED),
    ((NameResolutionError, socket.gaierror), Kind.NAME_UNKNOWN),
    ((ssl.SSLCertVerificationError,), Kind.TLS_UNTRUSTED),
    ((ssl.SSLError,), Kind.TLS_FAILED),
    ((ConnectionRefusedError,), Kind.REFUSED),
    ((NewConnectionError,), Kind.UNREACHABLE),  # to urllib3 a kind of ConnectTimeoutError, so it has to come first
    ((ConnectTimeoutError,), Kind.CONNECT_TIMEOUT),
    ((ReadTimeoutError, TimeoutError), Kind.ANSWER_TIMEOUT),
    ((ConnectionResetError, ConnectionAbortedError, BrokenPipeError, ProtocolError, DecodeError), Kind.CUT_OFF),
    ((OSError, HTTPError), Kind.UNREACHABLE),
)


def kind_of(error: BaseException) -> FailureKind:
    """Our word for what an HTTP library raised; UNEXPECTED for what it never should."""
    chain = list(_chain(error))
    for types, kind in _TABLE:
        found = next((one for one in chain if isinstance(one, types)), None)
        if found is not None:
            return _refine(kind, found, error)
    return Kind.UNEXPECTED


def _refine(kind: FailureKind, found: BaseException, error: BaseException) -> FailureKind:
    if kind is Kind.PROXY_FAILED and _PROXY_LOGIN.search(str(error)):
        return Kind.PROXY_LOGIN
    if isinstance(found, ssl.SSLCertVerificationError) and getattr(found, "verify_code", None) in _WRONG_NAME:
        return Kind.TLS_WRONG_NAME
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
