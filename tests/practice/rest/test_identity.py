"""The identity service over the wire: its statuses, its shapes, and that it costs nothing."""

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from urllib.parse import urlencode

import pytest

from mktgui.practice.server import PracticeServer
from tests.practice.raw import ANA
from tests.practice.rest.raw import FORM, RestCaller

TOKEN = "/identity/oauth/token"  # noqa: S105 - where to get one


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_a_token(rest: RestCaller, method: str) -> None:
    reply = rest.identify(method)
    assert reply.status == 200
    token = reply.said.pop("access_token")
    assert re.fullmatch(r"[0-9a-f-]{36}:ab", token)
    assert reply.said == {
        "access_token": token,
        "token_type": "bearer",
        "expires_in": reply.said["expires_in"],
        "scope": "read-write@practice.example",
    }
    assert 3590 <= reply.said["expires_in"] <= 3600


def test_the_same_token_with_less_time_until_it_expires(rest: RestCaller, server: PracticeServer) -> None:
    now = datetime(2026, 3, 14, 16, 26, 53, tzinfo=UTC)
    server.clock = lambda: now
    first = rest.identify().said
    server.clock = lambda: now + timedelta(minutes=20)
    second = rest.identify().said
    assert second == {**first, "expires_in": 2400}
    server.clock = lambda: now + timedelta(hours=1)
    third = rest.identify().said
    assert third["access_token"] != first["access_token"]
    assert third["expires_in"] == 3600


@pytest.mark.parametrize(
    ("changes", "status", "error", "description"),
    [
        ({"client_secret": "wrong"}, 401, "invalid_client", "Bad client credentials"),
        ({"client_secret": "é"}, 401, "invalid_client", "Bad client credentials"),
        ({"client_secret": ""}, 401, "invalid_client", "Bad client credentials"),
        ({"client_id": "nobody"}, 401, "unauthorized", "No client with requested id: nobody"),
        ({"client_id": ""}, 401, "unauthorized", "No client with requested id: "),
        ({"grant_type": ""}, 400, "invalid_request", "Missing grant type"),
        ({"grant_type": "password"}, 400, "unsupported_grant_type", "Unsupported grant type: password"),
    ],
)
def test_no_token_in_a_shape_of_its_own(
    rest: RestCaller, changes: dict[str, str], status: int, error: str, description: str
) -> None:
    reply = rest.identify(**changes)
    assert (reply.status, reply.said) == (status, {"error": error, "error_description": description})


def test_the_secret_of_another_client_is_wrong(rest: RestCaller, server: PracticeServer) -> None:
    assert rest.identify(client_secret=server.clients["read-only"][1]).status == 401


@pytest.mark.parametrize("method", ["PUT", "DELETE"])
def test_other_methods_are_refused(rest: RestCaller, method: str) -> None:
    reply = rest.identify(method)
    assert (reply.status, reply.said["error"]) == (405, "method_not_allowed")


@pytest.mark.parametrize("path", ["/identity", "/identity/oauth/token/", "/identity/oauth"])
def test_there_is_nothing_else(rest: RestCaller, path: str) -> None:
    reply = rest.send("GET", path, {})
    assert (reply.status, reply.headers["Content-Type"]) == (404, "text/html; charset=utf-8")


def test_parameters_in_a_form_count_where_the_switch_says_so(
    rest: RestCaller, server: PracticeServer, turn: Callable[..., None]
) -> None:
    values = {"grant_type": "client_credentials", "client_id": rest.client_id, "client_secret": rest.client_secret}
    form = urlencode(values).encode()
    assert rest.send("POST", TOKEN, {"Content-Type": FORM}, form).status == 400
    turn(token_in_form=True)
    assert rest.send("POST", TOKEN, {"Content-Type": FORM}, form).status == 200
    assert rest.send("POST", TOKEN, {"Content-Type": "text/plain"}, form).status == 400
    assert rest.client_secret not in str(server.journal)


def test_a_token_costs_no_call(rest: RestCaller, turn: Callable[..., None]) -> None:
    turn(rest_calls_per_day=1, calls_per_20_seconds=1)
    assert [rest.identify().status for _ in range(3)] == [200] * 3
    assert rest.get(f"lead/{ANA}.json").result
    assert rest.identify().status == 200
    assert rest.get(f"lead/{ANA}.json").code == "606"


def test_the_journal_keeps_no_secret(rest: RestCaller, server: PracticeServer) -> None:
    rest.identify()
    [entry] = server.journal
    assert (entry.operation, entry.status) == ("token", 200)
    assert rest.client_id in entry.path
    assert rest.client_secret not in str(entry)
