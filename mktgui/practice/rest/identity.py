"""The identity service: client id and secret in, token out (facts sheet 6.1). Its shapes are not those of the API."""

import hmac
import json
from collections.abc import Callable, Mapping
from datetime import datetime

from mktgui.practice.pages import Sent, page
from mktgui.practice.rest.request import FORM, RestRequest, read_request
from mktgui.practice.rest.tokens import Tokens
from mktgui.practice.rest.users import USERS, ApiUser
from mktgui.practice.settings import Settings

TOKEN_PATH = "/identity/oauth/token"  # noqa: S105 - where to get one, not one
KIND = "application/json;charset=UTF-8"


class Identity:
    """Gives tokens to the built-in clients. `secrets` has the secret of each client id."""

    def __init__(self, secrets: Mapping[str, str], tokens: Tokens, clock: Callable[[], datetime]) -> None:
        self._secrets, self._tokens, self._clock = secrets, tokens, clock

    def answer(self, request: RestRequest, settings: Settings) -> Sent:
        """A token, or why there is none. Costs no call."""
        if request.path != TOKEN_PATH:
            return page(404, b"Not Found")
        if request.method not in {"GET", "POST"}:
            return _refusal(405, "method_not_allowed", f"Request method '{request.method}' not supported")
        parameters = dict(request.parameters)
        if settings.token_in_form and request.method == "POST" and request.kind == FORM:
            parameters |= read_request("GET", f"?{request.body.decode('utf-8', 'replace')}", {}, b"").parameters
        grant = parameters.get("grant_type", "")
        if not grant:
            return _refusal(400, "invalid_request", "Missing grant type")
        if grant != "client_credentials":
            return _refusal(400, "unsupported_grant_type", f"Unsupported grant type: {grant}")
        return self._token(parameters.get("client_id", ""), parameters.get("client_secret", ""), settings)

    def _token(self, client: str, secret: str, settings: Settings) -> Sent:
        user = next((one for one in USERS if one.client_id == client), None)
        if user is None:
            return _refusal(401, "unauthorized", f"No client with requested id: {client}")
        if not hmac.compare_digest(self._secrets[client].encode(), secret.encode("utf-8", "replace")):
            return _refusal(401, "invalid_client", "Bad client credentials")
        return 200, KIND, self._granted(user, settings)

    def _granted(self, user: ApiUser, settings: Settings) -> bytes:
        text, left = self._tokens.issue(user, self._clock(), settings.token_seconds)
        told = {"access_token": text, "token_type": "bearer", "expires_in": left, "scope": user.address}
        return json.dumps(told, separators=(",", ":")).encode()


def _refusal(status: int, error: str, description: str) -> Sent:
    told = {"error": error, "error_description": description}
    return status, KIND, json.dumps(told, separators=(",", ":")).encode()
