"""Makes a SOAP endpoint out of what people paste: a bare Munchkin id, a WSDL address, a line of an e-mail."""

import re
from dataclasses import dataclass
from enum import StrEnum
from ipaddress import ip_address
from urllib.parse import SplitResult, urlsplit

_ADDRESS = re.compile(r"https?://[^\s\"'<>“”]+", re.IGNORECASE)
_MUNCHKIN = re.compile(r"\d{3}-[A-Z]{3}-\d{3}", re.IGNORECASE)
_BARE_HOST = re.compile(r"[a-z0-9-]+(\.[a-z0-9-]+)+(:\d+)?(/\S*)?", re.IGNORECASE)
_REST_HOST = ".mktorest.com"
_SOAP_HOST = ".mktoapi.com"
_PATH = "/soap/mktows/3_1"  # the last version there was (facts sheet 2.6)
_AROUND = " \t\r\n\"'<>“”,;"


class EndpointProblem(StrEnum):
    """Why a text is no endpoint."""

    EMPTY = "empty"
    NO_ADDRESS = "no-address"
    NOT_ENCRYPTED = "not-encrypted"
    IS_REST = "is-rest"
    HAS_LOGIN = "has-login"


@dataclass(frozen=True, slots=True)
class Endpoint:
    """The address to use, and why it cannot be used, if so. `text` is what was pasted where it is no address."""

    text: str
    problem: EndpointProblem | None = None


def read_endpoint(pasted: str) -> Endpoint:
    """The endpoint that was meant (facts sheet 3.1). Pure; never raises."""
    text = pasted.strip(_AROUND)
    if not text:
        return Endpoint("", EndpointProblem.EMPTY)
    found = _ADDRESS.search(text)
    if found:
        address = found.group().rstrip(_AROUND + ".")
    elif _MUNCHKIN.fullmatch(text):
        address = f"https://{text.upper()}{_SOAP_HOST}{_PATH}"
    elif _BARE_HOST.fullmatch(text):
        address = f"https://{text}"
    else:
        return Endpoint(text, EndpointProblem.NO_ADDRESS)
    return _judge(address)


def _judge(address: str) -> Endpoint:
    try:
        url = urlsplit(address)
        host, _ = url.hostname or "", url.port
    except ValueError:  # a port that is no number, a bracket that is not closed
        return Endpoint(address, EndpointProblem.NO_ADDRESS)
    if not host:
        return Endpoint(address, EndpointProblem.NO_ADDRESS)
    text = _without_query(url, host)
    if url.username is not None:
        return Endpoint(text, EndpointProblem.HAS_LOGIN)
    if host.endswith(_REST_HOST):
        return Endpoint(text, EndpointProblem.IS_REST)
    if url.scheme == "http" and not _is_this_computer(host):
        return Endpoint(text, EndpointProblem.NOT_ENCRYPTED)
    return Endpoint(text)


def _without_query(url: SplitResult, host: str) -> str:
    path = url.path
    if host.endswith(_SOAP_HOST) and path in {"", "/"}:
        path = _PATH
    return f"{url.scheme.lower()}://{url.netloc}{path}"


def _is_this_computer(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
