"""The REST API: which call is meant, who may make it, and what it answers (facts sheet 6.2 to 6.5)."""

import json
import re
import secrets
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial

from mktgui.practice.marketo import Marketo
from mktgui.practice.meter import Limit, Meter, OverLimitError
from mktgui.practice.rest import schema
from mktgui.practice.rest.catalogue import Catalogue
from mktgui.practice.rest.errors import RestError
from mktgui.practice.rest.identity import Identity
from mktgui.practice.rest.jsontext import read, written
from mktgui.practice.rest.leads import Leads, Page
from mktgui.practice.rest.records import SkipError
from mktgui.practice.rest.request import FORM, JSON, RestRequest
from mktgui.practice.rest.sync import SyncLeads, code_of, skipped
from mktgui.practice.rest.tokens import Tokens
from mktgui.practice.rest.users import ApiUser
from mktgui.practice.turn import Said
from mktgui.practice.write import Note

OK = 200
_LIMITS = {Limit.AT_ONCE: "615", Limit.RATE: "606", Limit.DAY: "607"}
_CALLS = (  # method, path, name in the journal, part of the schema
    ("POST", r"/rest/v1/leads\.json", "syncLeads", "syncLeads"),
    ("GET", r"/rest/v1/leads\.json", "leadsByFilter", "leads"),
    ("GET", r"/rest/v1/lead/([^/]+)\.json", "leadById", "leads"),
    ("GET", r"/rest/v1/leads/describe\.json", "describe", "describe"),
    ("GET", r"/rest/v1/leads/describe2\.json", "describe2", "describe2"),
    ("GET", r"/rest/v1/leads/schema/fields\.json", "schemaFields", "schemaFields"),
    ("GET", r"/rest/v1/leads/schema/fields/([^/]+)\.json", "schemaField", "schemaFields"),
    ("GET", r"/rest/v1/leads/partitions\.json", "partitions", "partitions"),
    ("POST", r"/rest/v1/leads/([^/]+)/associate\.json", "associate", "associate"),
)
_WRITING = frozenset({"syncLeads", "associate"})
_OF_SCHEMA = frozenset({"schemaFields", "schemaField"})


@dataclass(frozen=True, slots=True)
class Call:
    """A call that there is. `item` is the part of the path that names something."""

    name: str
    shape: str
    item: str
    request: RestRequest


class RestApi:
    """The REST side of an instance. Thread-safe. `client_secrets` has the secret of each built-in client id."""

    def __init__(self, marketo: Marketo, meter: Meter, client_secrets: Mapping[str, str]) -> None:
        self.marketo = marketo
        self.tokens = Tokens()
        self.identity = Identity(client_secrets, self.tokens, marketo.clock)
        self._meter = meter

    @contextmanager
    def visit(self, request: RestRequest) -> Iterator[Callable[[], Said]]:
        """Take a request in, which is under way until the block is left. What is given does it and answers.

        Whoever has no token costs nothing; every other call is counted, even one that there is not.
        """
        leave = None
        try:
            user = self.tokens.holder(self.token_of(request), self.marketo.clock())
            leave = self._enter()
            answer = partial(self._say, call_of(request), user)
        except RestError as problem:
            answer = partial(Said, OK, self.failure(problem), name_of(request))
        try:
            yield answer
        finally:
            if leave is not None:
                leave()

    def failure(self, problem: RestError) -> bytes:
        """A failure of a whole call, as this instance words it."""
        settings = self.marketo.settings
        if problem.code == "606":
            text = f"Max rate limit '{settings.calls_per_20_seconds}' exceeded with in '20' secs"
            problem = RestError("606", text)
        errors = [{"code": code_of(problem, settings), "message": problem.message}]
        said: dict[str, object] = {"requestId": self.request_id(), "success": False, "errors": errors}
        return written({**said, "warnings": []} if settings.rest_empty_lists else said)

    def skip(self, problem: RestError) -> bytes:
        """A success with one record, which is skipped."""
        return self._success(Page([skipped(SkipError(problem), self.marketo.settings)]), "syncLeads")

    def token_of(self, request: RestRequest) -> str:
        """The token of a request. Raises RestError where there is none, in the header where it belongs."""
        scheme, _, token = request.authorization.partition(" ")
        if scheme.lower() == "bearer" and token.strip():
            return token.strip()
        if self.marketo.settings.token_in_query and request.parameters.get("access_token"):
            return request.parameters["access_token"]
        raise RestError(self.marketo.settings.missing_token_code, "Access token not found")

    def _enter(self) -> Callable[[], None]:
        settings = self.marketo.settings
        try:
            return self._meter.enter(
                self.marketo.clock(),
                at_once=settings.calls_at_once,
                per_20_seconds=settings.calls_per_20_seconds,
                per_day=settings.rest_calls_per_day,
            )
        except OverLimitError as problem:
            raise RestError(_LIMITS[problem.limit]) from problem

    def _say(self, call: Call | RestError, user: ApiUser) -> Said:
        if isinstance(call, RestError):
            return Said(OK, self.failure(call))
        notes: list[str] = []
        try:
            _permit(call, user)
            body = _body_of(call)
            if call.name == "syncLeads":
                notes += [f"schema: {one}" for one in schema.bundled().problems(body, "syncRequest")]
            with self.marketo.lock:
                said = self._success(self._do(call, body, user, notes.append), call.shape)
        except RestError as problem:
            return Said(OK, self.failure(problem), call.name, tuple(notes))
        return Said(OK, said, call.name, tuple(notes))

    def _do(self, call: Call, body: object, user: ApiUser, note: Note) -> Page | None:
        world, settings, parameters = self.marketo.world, self.marketo.settings, call.request.parameters
        leads, catalogue = Leads(world, settings, user), Catalogue(world, settings, user)
        calls: dict[str, Callable[[], Page | None]] = {
            "syncLeads": lambda: Page(SyncLeads(world, settings, user, note, self.marketo.clock()).answer(body)),
            "leadsByFilter": lambda: leads.by_filter(parameters),
            "leadById": lambda: leads.by_id(call.item, parameters),
            "describe": catalogue.describe,
            "describe2": catalogue.describe2,
            "schemaFields": lambda: catalogue.schema(parameters),
            "schemaField": lambda: catalogue.schema_of(call.item),
            "partitions": catalogue.partitions,
            "associate": lambda: leads.associate(call.item, parameters),
        }
        return calls[call.name]()

    def _success(self, page: Page | None, shape: str) -> bytes:
        settings = self.marketo.settings
        said: dict[str, object] = {"requestId": self.request_id()}
        if page is not None:
            said["result"] = page.result
        said["success"] = True
        if page is not None and page.next:
            said |= {"nextPageToken": page.next, "moreResult": True}
        if settings.rest_empty_lists:
            said |= {"errors": [], "warnings": []}
        if settings.rest_warnings:
            said["warnings"] = ["This call is practised"]
        body = written(said)
        if broken := schema.bundled().problems(json.loads(body), shape):  # our own slip
            message_of_bug = f"the answer breaks the schema: {broken}"
            raise AssertionError(message_of_bug)
        return body

    def request_id(self) -> str:
        """A number for a reply, like e42b#14272d07d78."""
        moment = int(self.marketo.clock().timestamp() * 1000)
        return f"{secrets.token_hex(2)}#{max(moment, 0):x}"


def call_of(request: RestRequest) -> Call | RestError:
    """The call that is meant, or why there is none: 610, or 605 where it goes by other methods."""
    others = False
    for method, path, name, shape in _CALLS:
        if found := re.fullmatch(path, request.path):
            if method == request.method:
                return Call(name, shape, "".join(found.groups()), request)
            others = True
    if others:
        return RestError("605", f"HTTP method '{request.method}' not supported")
    return RestError("610")


def name_of(request: RestRequest) -> str:
    """What a request would be called in the journal; empty where there is no such call."""
    call = call_of(request)
    return call.name if isinstance(call, Call) else ""


def _permit(call: Call, user: ApiUser) -> None:
    if call.name in _WRITING and not user.may_write:
        raise RestError("603")
    if call.name in _OF_SCHEMA and not user.may_read_schema:
        raise RestError("603")


def _body_of(call: Call) -> object:
    """The JSON of a call that has some. Raises RestError 609 and 612."""
    kind = call.request.kind
    if call.request.overridden and kind != FORM:
        raise RestError("612", f"Invalid content type '{kind}': {FORM} is required")
    if call.name != "syncLeads":
        return None
    if kind != JSON:
        raise RestError("612", f"Invalid content type '{kind}': {JSON} is required")
    return read(call.request.body)
