"""A request over REST, taken apart as far as HTTP goes."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import parse_qsl

JSON, FORM = "application/json", "application/x-www-form-urlencoded"


@dataclass(frozen=True, slots=True, kw_only=True)
class RestRequest:
    """One request. Of parameters that are sent twice the first counts. `kind` is the content type without parameters.

    `method` is GET for a POST with `_method=GET`, whose form is among the `parameters` then (facts sheet 6.3).
    """

    method: str
    path: str
    parameters: Mapping[str, str]
    authorization: str
    kind: str
    body: bytes
    overridden: bool = False


def read_request(method: str, target: str, headers: Mapping[str, str], body: bytes) -> RestRequest:
    """Take a request apart. Never fails: whatever is wrong with it is for the API to say."""
    path, _, query = target.partition("#")[0].partition("?")
    parameters = _pairs(query)
    lower = {name.lower(): value for name, value in headers.items()}
    kind = lower.get("content-type", "").partition(";")[0].strip().lower()
    overridden = method == "POST" and parameters.get("_method", "").upper() == "GET"
    if overridden and kind == FORM:
        parameters = {**_pairs(body.decode("utf-8", "replace")), **parameters}
    return RestRequest(
        method="GET" if overridden else method,
        path=path,
        parameters=parameters,
        authorization=lower.get("authorization", ""),
        kind=kind,
        body=body,
        overridden=overridden,
    )


def is_rest(target: str) -> bool:
    """Whether a request target belongs to REST or to its identity service, and not to SOAP."""
    return bool(re.match(r"/(rest|identity)([/?#]|$)", target))


def without_secret(target: str) -> str:
    """A request target, or a form, that may be kept: the client secret is taken out."""
    return re.sub(r"(client(?:_|%5f)secret=)[^&]*", r"\1...", target, flags=re.IGNORECASE)


def _pairs(query: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for name, value in parse_qsl(query, keep_blank_values=True):
        found.setdefault(name, value)
    return found
