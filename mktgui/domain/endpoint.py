"""Makes an endpoint out of what people paste: a bare Munchkin id, a WSDL address, a line of an e-mail.

What belongs to the other API is mended where the same Marketo can be told from it, and told where not.
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from ipaddress import ip_address
from urllib.parse import SplitResult, urlsplit

from mktgui.domain.profile import Profile, TransportKind

_ADDRESS = re.compile(r"https?://[^\s\"'<>“”]+", re.IGNORECASE)
_MUNCHKIN = re.compile(r"\d{3}-[A-Z]{3}-\d{3}", re.IGNORECASE)
_BARE_HOST = re.compile(r"[a-z0-9-]+(\.[a-z0-9-]+)+(:\d+)?(/\S*)?", re.IGNORECASE)
_REST_HOST = ".mktorest.com"
_SOAP_HOST = ".mktoapi.com"
_OLD_SOAP_HOST = ".marketo.com"  # na-x.marketo.com: which Munchkin id is behind it cannot be told
_PATH = "/soap/mktows/3_1"  # the last version there was (facts sheet 2.6)
_REST, _IDENTITY = "/rest", "/identity"
_HALF = re.compile(r"/+(?:rest|identity)(?=/|$)", re.IGNORECASE)  # where either half of the REST API begins
_SOAP_PATH = re.compile(r"/soap/", re.IGNORECASE)
_AROUND = " \t\r\n\"'<>“”,;"


class EndpointProblem(StrEnum):
    """Why a text is no endpoint."""

    EMPTY = "empty"
    NO_ADDRESS = "no-address"
    NOT_ENCRYPTED = "not-encrypted"
    IS_REST = "is-rest"
    IS_SOAP = "is-soap"
    HAS_LOGIN = "has-login"


@dataclass(frozen=True, slots=True)
class Endpoint:
    """The address to use, and why it cannot be used, if so. `text` is what was pasted where it is no address."""

    text: str
    problem: EndpointProblem | None = None


def read_endpoint(pasted: str, transport: TransportKind = TransportKind.SOAP) -> Endpoint:
    """The endpoint that was meant, for this API (facts sheet 3.1 and 6.2). Pure; never raises."""
    return _read(pasted, _PATH if transport is TransportKind.SOAP else _REST)


def read_identity(pasted: str) -> Endpoint:
    """The address of the identity service that was meant (facts sheet 6.1). Pure; never raises."""
    return _read(pasted, _IDENTITY)


def identity_of(profile: Profile) -> str:
    """Where a REST connection asks for its tokens: beside the endpoint, unless it was given."""
    if profile.identity.strip():
        return read_identity(profile.identity).text
    return read_identity(read_endpoint(profile.endpoint, TransportKind.REST).text).text


def is_vendor(endpoint: str) -> bool:
    """Whether this is a SOAP host of the vendor's own, where that API has been removed (facts sheet 1)."""
    try:
        return (urlsplit(endpoint).hostname or "").endswith((_SOAP_HOST, _OLD_SOAP_HOST))
    except ValueError:
        return False


def _read(pasted: str, path: str) -> Endpoint:
    text = pasted.strip(_AROUND)
    if not text:
        return Endpoint("", EndpointProblem.EMPTY)
    found = _ADDRESS.search(text)
    if found:
        address = found.group().rstrip(_AROUND + ".")
    elif _MUNCHKIN.fullmatch(text):
        address = f"https://{text.upper()}{_SOAP_HOST if path == _PATH else _REST_HOST}{path}"
    elif _BARE_HOST.fullmatch(text):
        address = f"https://{text}"
    else:
        return Endpoint(text, EndpointProblem.NO_ADDRESS)
    return _judge(address, path)


def _judge(address: str, path: str) -> Endpoint:
    try:
        url = urlsplit(address)
        host, _ = url.hostname or "", url.port
    except ValueError:  # a port that is no number, a bracket that is not closed
        return Endpoint(address, EndpointProblem.NO_ADDRESS)
    if not host:
        return Endpoint(address, EndpointProblem.NO_ADDRESS)
    text = _soap_address(url, host) if path == _PATH else _rest_address(url, host, path)
    if url.username is not None:
        return Endpoint(text, EndpointProblem.HAS_LOGIN)
    other = _other_api(url, host, path)
    if other is not None:
        return Endpoint(text, other)
    if url.scheme == "http" and not _is_this_computer(host):
        return Endpoint(text, EndpointProblem.NOT_ENCRYPTED)
    return Endpoint(text)


def _soap_address(url: SplitResult, host: str) -> str:
    path = url.path
    if host.endswith(_SOAP_HOST) and path in {"", "/"}:
        path = _PATH
    return f"{url.scheme.lower()}://{url.netloc}{path}"


def _rest_address(url: SplitResult, host: str, path: str) -> str:
    """The same Marketo's address for this half of the REST API, whichever of its addresses was pasted."""
    scheme, place = url.scheme.lower(), url.netloc
    if host.endswith(_SOAP_HOST):
        return f"{scheme}://{re.sub(re.escape(_SOAP_HOST), _REST_HOST, place, flags=re.IGNORECASE)}{path}"
    half = _HALF.search(url.path)
    if half:
        return f"{scheme}://{place}{url.path[: half.start()]}{path}"
    before = "" if host.endswith(_REST_HOST) or _SOAP_PATH.search(url.path) else url.path.rstrip("/")
    return f"{scheme}://{place}{before}{path}"


def _other_api(url: SplitResult, host: str, path: str) -> EndpointProblem | None:
    if path == _PATH:
        return EndpointProblem.IS_REST if host.endswith(_REST_HOST) else None
    mended = host.endswith((_SOAP_HOST, _REST_HOST))
    soap = host.endswith(_OLD_SOAP_HOST) or bool(_SOAP_PATH.search(url.path))
    return EndpointProblem.IS_SOAP if soap and not mended else None


def _is_this_computer(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
