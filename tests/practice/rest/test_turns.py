"""Requests over REST in the way of scenarios, honest and not, and requests for tokens."""

from collections.abc import Callable

import pytest

from mktgui.practice.rest.errors import TEXTS
from mktgui.practice.rest.turns import IdentityTurn, RestTurn, turn_for
from mktgui.practice.scenarios import names
from mktgui.practice.server import PracticeServer
from mktgui.practice.settings import Reasons
from mktgui.practice.tricks import Door
from tests.practice.raw import ANA, LISTED, Caller
from tests.practice.rest.raw import Reply, RestCaller


def got(rest: RestCaller, name: str) -> Reply:
    """An update of Ana's lead, with this scenario in the way."""
    assert rest.token
    rest.server.next(name)
    return rest.update(ANA, title="CTO")


@pytest.mark.parametrize("code", TEXTS)
def test_every_code_can_be_had(rest: RestCaller, code: str) -> None:
    assert got(rest, f"fault-{code}").code == code
    assert rest.server.world.leads[ANA].attributes["Title"] == "VP Sales"


@pytest.mark.parametrize("name", [name for name in names(Door.REST) if name.startswith("skipped-")])
def test_every_reason_can_be_had(rest: RestCaller, name: str) -> None:
    assert got(rest, name).reasons == [name.removeprefix("skipped-")]


def test_a_failed_record_is_skipped_as_this_instance_words_it(rest: RestCaller, turn: Callable[..., None]) -> None:
    assert got(rest, "failed").reasons == ["709"]
    turn(rest_reasons=Reasons.ONE)
    assert got(rest, "failed").result == [
        {"status": "skipped", "reason": {"code": "709", "message": "Business rule violation"}}
    ]


@pytest.mark.parametrize(
    ("name", "status", "kind", "inside"),
    [
        ("html-429", 429, "text/html; charset=utf-8", b"Too Many Requests"),
        ("html-502", 502, "text/html; charset=utf-8", b"Bad Gateway"),
        ("html-502-after-write", 502, "text/html; charset=utf-8", b"Bad Gateway"),
        ("html-503", 503, "text/html; charset=utf-8", b"Service Unavailable"),
        ("redirect", 302, "text/html; charset=utf-8", b"Found"),
        ("not-xml", 200, "text/plain", b"It works!"),
        ("empty", 200, "application/json;charset=UTF-8", b""),
        ("fault-without-detail", 200, "application/json;charset=UTF-8", b'"success":false}'),
        ("604-after-write", 200, "application/json;charset=UTF-8", b'"code":"604"'),
    ],
)
def test_what_is_said_instead(rest: RestCaller, name: str, status: int, kind: str, inside: bytes) -> None:
    reply = got(rest, name)
    assert (reply.status, reply.headers["Content-Type"]) == (status, kind)
    assert inside in reply.body
    entry = rest.server.journal[-1]
    assert (entry.status, entry.reply) == (reply.status, reply.body)
    done = rest.server.world.leads[ANA].attributes["Title"] == "CTO"
    assert done == name.endswith("after-write")


@pytest.mark.parametrize(("name", "code"), [("token-expires-now", "602"), ("token-invalid", "601")])
def test_a_token_that_is_gone_stays_gone_until_there_is_a_new_one(rest: RestCaller, name: str, code: str) -> None:
    server, other = rest.server, RestCaller(rest.server, "read-only")
    assert other.token
    assert [got(rest, name).code, rest.update(ANA, title="CTO").code, rest.get("x").code] == [code] * 3
    assert server.world.leads[ANA].attributes["Title"] == "VP Sales"
    assert other.get(f"lead/{ANA}.json").result
    fresh = RestCaller(server)
    assert fresh.token != rest.token
    assert fresh.update(ANA, title="CTO").outcome == ("updated", ANA)


def test_a_token_can_go_between_two_calls(rest: RestCaller) -> None:
    assert rest.token
    rest.server.next("as-usual")
    rest.server.next("token-expires-now")
    assert rest.update(ANA, title="CTO").outcome == ("updated", ANA)
    assert rest.get(f"lead/{ANA}.json").code == "602"


def test_without_a_token_there_is_none_to_take_away(rest: RestCaller) -> None:
    rest.server.next("token-invalid")
    assert rest.send("GET", f"/rest/v1/lead/{ANA}.json", {}).code == "601"
    assert rest.get(f"lead/{ANA}.json").result


def test_scenarios_wait_for_the_door_they_are_for(rest: RestCaller, caller: Caller) -> None:
    for name in ("fault-20016", "fault-611", "identity-html-503", "html-502"):
        rest.server.next(name)
    assert rest.identify().status == 503
    assert rest.get(f"lead/{ANA}.json").code == "611"
    assert rest.get(f"lead/{ANA}.json").status == 502
    assert caller.ask(LISTED).fault[0] == "20016"
    assert caller.ask(LISTED).status == 200
    assert rest.identify().status == 200


@pytest.mark.parametrize(
    ("name", "status", "inside"),
    [
        ("identity-html-502", 502, b"Bad Gateway"),
        ("identity-html-502-after-write", 502, b"Bad Gateway"),
        ("identity-empty", 200, b""),
        ("identity-fault-without-detail", 200, b"{}"),
        ("identity-null", 200, b"null"),
        ("identity-nan", 200, b'{"notANumber":NaN,"endless":-Infinity,"access_token":"'),
        ("identity-wrong-content-type", 200, b'{"access_token":"'),
        ("identity-slow=0.01", 200, b'{"access_token":"'),
    ],
)
def test_tokens_can_be_odd_too(rest: RestCaller, name: str, status: int, inside: bytes) -> None:
    rest.server.next(name)
    reply = rest.identify()
    assert reply.status == status
    assert reply.body == inside if not inside else inside in reply.body


def test_the_retired_switch_is_for_soap_alone(rest: RestCaller, caller: Caller, turn: Callable[..., None]) -> None:
    turn(retired=True)
    assert caller.ask(LISTED).status == 410
    assert rest.get(f"lead/{ANA}.json").result


def test_a_request_finds_who_answers_it(server: PracticeServer) -> None:
    api = server.rest
    call, token = turn_for(api, "GET", "/rest/v1/x", {}, b"b"), turn_for(api, "POST", "/identity/x", {}, b"b")
    assert isinstance(call, RestTurn)
    assert isinstance(token, IdentityTurn)
    assert (call.door, call.compresses, call.body) == (Door.REST, True, b"b")
    assert (token.door, token.compresses, token.body) == (Door.IDENTITY, False, b"b")
