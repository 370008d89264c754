"""The requests of a call as text that no shell and no editor changes: no token in them, and a gap for a lead's id."""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from mktgui.domain.calls import Call, DescribeObject, GetLead, ListObjects, LookupKey, SyncLead
from mktgui.domain.code_text import endpoint_text, is_kept, with_spaces_kept
from mktgui.domain.json_text import spread
from mktgui.domain.snippets import ANSWER_SECONDS, CLIENT_SECRET_VARIABLE, CLIENT_VARIABLE, CONNECT_SECONDS
from mktgui.rest.course import DEFAULT_FIELDS, LEAD
from mktgui.rest.names import Names
from mktgui.rest.requests import (
    JSON,
    NoSuchRequestError,
    RestRequest,
    associate,
    describe,
    get_leads,
    partitions,
    sync_lead,
)

_ANY_LEAD = 0  # stands for the number of the lead, which the answer to the first request tells
_PLACE = re.compile(rf"(?<=/leads/){_ANY_LEAD}(?=/)|(?<=filterValues=){_ANY_LEAD}(?=&)")
_STRING = re.compile(r'"(?:[^"\\]|\\.)*"')
_NEVER = frozenset('"\\')  # would end a text, or begin an escape
_SHORT = {"\n": "\\n", "\r": "\\r", "\t": "\\t"}
_FIELDS = (*DEFAULT_FIELDS, "leadPartitionId")


@dataclass(frozen=True, slots=True)
class Step:
    """A request about the lead that was written. Its number goes between `before` and `after`."""

    method: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Template:
    """What there is to put into code. `steps` follow where a lead was created or updated.

    A body of JSON is spread over `lines`; there are none where the request has no body. Addresses and targets need
    quoting for their ampersands and percent signs alone.
    """

    operation: str
    endpoint: str
    identity: str
    method: str
    target: str
    kind: str
    lines: tuple[str, ...]
    steps: tuple[Step, ...]

    @property
    def body(self) -> str:
        """The body in one piece."""
        return "\n".join(self.lines)

    def fill(self, code: str, **parts: str) -> str:
        """The code of a language with these parts, and with what is said in the same way in each of them."""
        return code.format(
            operation=self.operation,
            client_variable=CLIENT_VARIABLE,
            secret_variable=CLIENT_SECRET_VARIABLE,
            identity=self.identity,
            endpoint=self.endpoint,
            connect_seconds=CONNECT_SECONDS,
            answer_seconds=ANSWER_SECONDS,
            all_seconds=CONNECT_SECONDS + ANSWER_SECONDS,
            **parts,
        )


def template_of(
    call: Call, names: Names, foreign_field: str, addresses: tuple[str, str], *, ascii_only: bool
) -> Template:
    """The call as the program itself would send it. `addresses` end in /rest and /identity.

    Raises NoSuchRequestError. A lead is read with the few fields that Marketo itself has for the usual ones, besides
    those that are written. What a shell might change in a value is written as an escape of JSON, and so is everything
    beyond ASCII where that is wanted.
    """
    operation, request = _request(call, names, foreign_field)
    text = request.body.decode()
    if request.kind == JSON:
        text = spread(_STRING.sub(lambda found: _spelled(found[0], ascii_only=ascii_only), text))
    return Template(
        operation=operation,
        endpoint=endpoint_text(addresses[0]),
        identity=endpoint_text(addresses[1]),
        method=request.method,
        target=request.target,
        kind=request.kind,
        lines=tuple(text.split("\n")) if text else (),
        steps=tuple(_steps(call, names)) if isinstance(call, SyncLead) else (),
    )


def _request(call: Call, names: Names, foreign_field: str) -> tuple[str, RestRequest]:
    match call:
        case SyncLead():
            return "Sync Leads", sync_lead(call, names, foreign_field)
        case GetLead():
            return "Get Leads by Filter Type", get_leads(call, _FIELDS)
        case DescribeObject(name):
            if name != LEAD:
                raise NoSuchRequestError(f"REST describes only leads here, and not {name}")
            return "Describe Lead", describe()
        case ListObjects():
            return "Get Lead Partitions", partitions()


def _steps(call: SyncLead, names: Names) -> Iterator[Step]:
    if call.cookie:
        yield _step(associate(_ANY_LEAD, call.cookie))
    if call.return_lead:
        yield _step(_read_back(names.rest_of(one.name) for one in call.attributes))


def _read_back(written: Iterable[str]) -> RestRequest:
    """Of more fields than an address can hold, only the usual ones are read."""
    by_id = GetLead(LookupKey.IDNUM, str(_ANY_LEAD))
    request = get_leads(by_id, dict.fromkeys((*_FIELDS, *written)))
    return get_leads(by_id, _FIELDS) if request.body else request


def _step(request: RestRequest) -> Step:
    before, after = _PLACE.split(request.target, maxsplit=1)
    return Step(request.method, before, after)


def _spelled(token: str, *, ascii_only: bool) -> str:
    text = "".join(_one(character, ascii_only=ascii_only) for character in json.loads(token))
    return f'"{with_spaces_kept(text, _escape(" "))}"'


def _one(character: str, *, ascii_only: bool) -> str:
    if character not in _NEVER and is_kept(character, ascii_only=ascii_only):
        return character
    return _SHORT.get(character) or _escape(character)


def _escape(character: str) -> str:
    """Two escapes where one cannot hold the character."""
    units = character.encode("utf-16-be")
    return "".join(f"\\u{units[at] << 8 | units[at + 1]:04x}" for at in range(0, len(units), 2))
