"""A request over REST that is being answered: by the API, or by its identity service."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager, suppress

from mktgui.practice.pages import BAD_GATEWAY, PAGES, Sent
from mktgui.practice.rest.api import OK, RestApi
from mktgui.practice.rest.errors import RestError
from mktgui.practice.rest.identity import KIND
from mktgui.practice.rest.jsontext import written
from mktgui.practice.rest.request import RestRequest, read_request, without_secret
from mktgui.practice.rest.spoiled import changed
from mktgui.practice.scenarios import Scenario
from mktgui.practice.tricks import Door, Trick
from mktgui.practice.turn import Said, Turn


class RestTurn:
    """A call. Implements `Turn`."""

    door = Door.REST
    compresses = True

    def __init__(self, api: RestApi, request: RestRequest) -> None:
        self._api, self._request = api, request
        self.body = request.body

    def visit(self, one: Scenario | None) -> AbstractContextManager[Callable[[], Said]]:
        """Implements `Turn`. What a scenario does to the token comes first, since the token is looked at first."""
        with suppress(RestError):
            token = self._api.token_of(self._request)
            if one is not None and one.trick is Trick.TOKEN_EXPIRES:
                self._api.tokens.expire(token, self._api.marketo.clock())
            if one is not None and one.trick is Trick.TOKEN_INVALID:
                self._api.tokens.forget(token)
        return self._api.visit(self._request)

    def instead(self, one: Scenario) -> Sent:
        """Implements `Turn`."""
        if one.trick in PAGES:
            return PAGES[one.trick]
        bodies: dict[Trick, Callable[[], bytes]] = {
            Trick.FAULT: lambda: self._api.failure(RestError(one.code)),
            Trick.SKIPPED: lambda: self._api.skip(RestError(one.code)),
            Trick.FAILED: lambda: self._api.skip(RestError("709")),
            Trick.FAULT_WITHOUT_DETAIL: lambda: written({"requestId": self._api.request_id(), "success": False}),
            Trick.EMPTY: lambda: b"",
        }
        return OK, KIND, bodies[one.trick]()

    def sent(self, one: Scenario | None, said: Said) -> Sent:
        """Implements `Turn`."""
        if one is not None and one.trick is Trick.TIMEOUT_AFTER_WRITE:
            return OK, KIND, self._api.failure(RestError("604"))
        return _sent(one, (said.status, KIND, said.body))


class IdentityTurn:
    """A request for a token. Implements `Turn`. The secret in a form is not in `body`, which is kept."""

    door = Door.IDENTITY
    compresses = False

    def __init__(self, api: RestApi, request: RestRequest) -> None:
        self._api, self._request = api, request
        self._kind = KIND
        self.body = without_secret(request.body.decode("latin-1")).encode("latin-1")

    @contextmanager
    def visit(self, _one: Scenario | None) -> Iterator[Callable[[], Said]]:
        """Implements `Turn`. Costs no call, and is never one too many."""
        yield self._answer

    def instead(self, one: Scenario) -> Sent:
        """Implements `Turn`."""
        without = {Trick.EMPTY: b"", Trick.FAULT_WITHOUT_DETAIL: b"{}"}
        return PAGES[one.trick] if one.trick in PAGES else (OK, KIND, without[one.trick])

    def sent(self, one: Scenario | None, said: Said) -> Sent:
        """Implements `Turn`."""
        return _sent(one, (said.status, self._kind, said.body))

    def _answer(self) -> Said:
        status, self._kind, body = self._api.identity.answer(self._request, self._api.marketo.settings)
        return Said(status, body, "token")


def turn_for(api: RestApi, method: str, target: str, headers: Mapping[str, str], body: bytes) -> Turn:
    """A request, to be answered by whoever is there for it."""
    request = read_request(method, target, headers, body)
    return IdentityTurn(api, request) if request.path.startswith("/identity") else RestTurn(api, request)


def _sent(one: Scenario | None, honest: Sent) -> Sent:
    if one is None:
        return honest
    if one.trick is Trick.HTML_502_AFTER_WRITE:
        return BAD_GATEWAY
    status, kind, body = honest
    return status, "text/html" if one.trick is Trick.WRONG_TYPE else kind, changed(one, body)
