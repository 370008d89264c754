"""The API as a whole: who is let in, what there is, and how it says so."""

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from http.client import RemoteDisconnected
from threading import Thread

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mktgui.practice.rest.fields import by_name
from mktgui.practice.server import PracticeServer
from mktgui.practice.world import World
from tests.practice.raw import ANA, ANAS_EMAIL, LISTED, Caller
from tests.practice.rest.raw import FORM, JSON, LEADS, Reply, RestCaller

NOW = datetime(2026, 3, 14, 16, 26, 53, tzinfo=UTC)
LEAD = f"/rest/v1/lead/{ANA}.json"
Turn = Callable[..., None]


def authorized(rest: RestCaller, header: str, target: str = LEAD) -> Reply:
    return rest.send("GET", target, {"Authorization": header} if header else {})


# Tokens


@pytest.mark.parametrize("scheme", ["Bearer ", "bearer ", "Bearer   "])
def test_the_token_is_in_the_header(rest: RestCaller, scheme: str) -> None:
    assert authorized(rest, f"{scheme}{rest.token}").result[0]["id"] == ANA


@pytest.mark.parametrize("header", ["", "Bearer", "Bearer ", "Basic {}", "{}", "Bearer{}"])
def test_anything_else_is_no_token(rest: RestCaller, header: str) -> None:
    assert authorized(rest, header.format(rest.token)).error == ("601", "Access token not found")


def test_a_token_of_nobody_is_601(rest: RestCaller) -> None:
    assert authorized(rest, f"Bearer {rest.token}x").error == ("601", "Access token invalid")


def test_the_query_was_removed(rest: RestCaller, turn: Turn) -> None:
    target = f"{LEAD}?access_token={rest.token}"
    assert authorized(rest, "", target).code == "601"
    assert authorized(rest, f"Bearer {rest.token}", target).result
    turn(token_in_query=True)
    assert authorized(rest, "", target).result
    assert authorized(rest, "", f"{LEAD}?access_token=").code == "601"


def test_a_token_expires_in_the_middle_of_a_sync(rest: RestCaller, server: PracticeServer) -> None:
    server.clock = lambda: NOW
    assert rest.update(ANA, title="CTO").outcome == ("updated", ANA)
    server.clock = lambda: NOW + timedelta(hours=1)
    assert rest.get(f"lead/{ANA}.json").error == ("602", "Access token expired")
    assert rest.update(ANA, title="CEO").code == "602"
    assert server.world.leads[ANA].attributes["Title"] == "CTO"
    fresh = RestCaller(server)
    assert fresh.get(f"lead/{ANA}.json", fields="title").result == [{"id": ANA, "title": "CTO"}]


# What there is


@pytest.mark.parametrize(
    "path",
    [
        "/rest",
        "/rest/v1/",
        "/rest/v1/leads",
        "/rest//v1/leads.json",
        "/rest/v1//leads.json",
        "/rest/v1/leads/push.json",
        "/rest/v1/leads/submitForm.json",
        f"/rest/v1/leads/{ANA}/merge.json",
        "/rest/v1/lead/.json",
        "/rest/v1/lead/1/2.json",
        "/rest/asset/v1/folders.json",
    ],
)
def test_there_is_no_such_resource(rest: RestCaller, path: str) -> None:
    for method in ("GET", "POST"):
        assert rest.call(method, path, b"" if method == "POST" else None).error == (
            "610",
            "Requested resource not found",
        )


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS"])
def test_other_methods_are_605(rest: RestCaller, method: str) -> None:
    assert rest.call(method, LEADS).error == ("605", f"HTTP method '{method}' not supported")
    assert rest.call(method, LEAD).code == "605"
    assert rest.call("POST", LEAD, b"").error == ("605", "HTTP method 'POST' not supported")
    assert rest.call("GET", f"/rest/v1/leads/{ANA}/associate.json").code == "605"


def test_a_head_has_no_body(rest: RestCaller) -> None:
    reply = rest.call("HEAD", LEADS)
    assert (reply.status, reply.body) == (200, b"")
    assert int(reply.headers["Content-Length"]) > 50


@pytest.mark.parametrize("kind", ["", "text/plain", FORM, "application/json+x", "text/json"])
def test_only_json_is_json(rest: RestCaller, kind: str) -> None:
    assert rest.call("POST", LEADS, b'{"input":[{}]}', kind).code == "612"


@pytest.mark.parametrize("kind", [JSON, "application/json; charset=utf-8", "Application/JSON"])
def test_the_content_type_may_have_parameters(rest: RestCaller, kind: str) -> None:
    assert rest.call("POST", LEADS, b'{"input":[{"id":1}]}', kind).reasons == ["1003"]


# The envelope


def test_every_reply_has_a_number_of_its_own(rest: RestCaller, server: PracticeServer) -> None:
    server.clock = lambda: NOW
    numbers = {rest.get(path).said["requestId"] for path in ("lead/1.json", LEAD[9:], "x") for _ in range(3)}
    assert len(numbers) > 5
    assert all(re.fullmatch("[0-9a-f]{4}#19ced2c0cc8", number) for number in numbers)


def test_a_clock_before_all_time_is_no_trouble(rest: RestCaller, server: PracticeServer) -> None:
    server.clock = lambda: datetime(1960, 1, 1, tzinfo=UTC)
    assert rest.get(f"lead/{ANA}.json").said["requestId"].endswith("#0")


def test_more_lists_and_warnings_where_switches_say_so(rest: RestCaller, turn: Turn) -> None:
    turn(rest_empty_lists=True)
    assert rest.get("lead/1.json").envelope == {
        "success": False,
        "errors": [{"code": "1004", "message": "Lead '1' not found"}],
        "warnings": [],
    }
    turn(rest_empty_lists=True, rest_warnings=True, rest_codes_as_numbers=True)
    assert rest.associate(ANA, "id:1&token:2").envelope == {
        "success": True,
        "errors": [],
        "warnings": ["This call is practised"],
    }
    assert rest.get("x").envelope["errors"][0]["code"] == 610


def test_a_slip_of_our_own_does_not_pass_for_the_vendors(
    rest: RestCaller, server: PracticeServer, capfd: pytest.CaptureFixture[str]
) -> None:
    assert rest.token
    server.world.leads[ANA].id = -1
    with pytest.raises(RemoteDisconnected):
        rest.get(f"lead/{ANA}.json")
    assert "the answer breaks the schema: ['$.result[0].id is less than 1']" in capfd.readouterr().err


# Limits


def test_soap_and_rest_share_the_limits(rest: RestCaller, caller: Caller, turn: Turn) -> None:
    turn(calls_per_20_seconds=2)
    assert caller.ask(LISTED).status == 200
    assert rest.get(f"lead/{ANA}.json").result
    assert rest.get(f"lead/{ANA}.json").error == ("606", "Max rate limit '2' exceeded with in '20' secs")
    assert caller.ask(LISTED).fault[0] == "20023"


def test_each_side_has_a_quota_of_its_own(rest: RestCaller, caller: Caller, turn: Turn) -> None:
    turn(calls_per_day=1, rest_calls_per_day=3)
    assert caller.ask(LISTED).status == 200
    assert caller.ask(LISTED).fault[0] == "20015"
    assert [rest.get(f"lead/{ANA}.json").status for _ in range(2)] == [200, 200]
    assert rest.get(f"lead/{ANA}.json").error == ("607", "Daily quota reached")


def test_whoever_is_not_let_in_costs_nothing_but_a_mistake_does(rest: RestCaller, turn: Turn) -> None:
    turn(rest_calls_per_day=2)
    assert authorized(rest, "Bearer x").code == "601"
    assert rest.get("x").code == "610"
    assert rest.post(b"{").code == "609"
    assert rest.get("x").code == "607"


def test_a_call_too_many_at_once_is_615(rest: RestCaller, server: PracticeServer, turn: Turn) -> None:
    turn(calls_at_once=1)
    assert rest.token
    server.next("never")
    waiting = Thread(target=pytest.raises, args=(OSError, rest.get), kwargs={"path": f"lead/{ANA}.json"})
    waiting.start()
    while waiting.is_alive() and len(server.journal) < 2:
        waiting.join(0.01)
    assert rest.get(f"lead/{ANA}.json").error == ("615", "Concurrent access limit reached")
    assert Caller(server).ask(LISTED).fault[0] == "20024"
    assert rest.identify().status == 200
    server.close()
    waiting.join(5)
    assert not waiting.is_alive()


# Whatever comes


NAMES = st.sampled_from(["id", *by_name(World.bundled())]) | st.text(max_size=5)
SCALARS = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20) | st.just(ANAS_EMAIL)
RECORDS = st.dictionaries(NAMES, SCALARS | st.lists(SCALARS, max_size=2), max_size=6)
BODIES = st.fixed_dictionaries(
    {"input": st.lists(RECORDS | SCALARS, max_size=4)},
    optional={
        "action": st.sampled_from(["createOrUpdate", "createOnly", "updateOnly", "createDuplicate"]) | SCALARS,
        "lookupField": st.sampled_from(["id", "email", "externalKey", "nps"]) | SCALARS,
        "partitionName": st.sampled_from(["Default", "EMEA"]) | SCALARS,
    },
)


def assert_is_answered(reply: Reply) -> None:
    assert reply.status == 200
    said = reply.envelope
    if said["success"]:
        for one in said["result"]:
            assert one["status"] in {"created", "updated", "skipped"}
    else:
        assert said["errors"][0]["code"] in {"609", "1002", "1003", "1006", "1011", "606"}


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(BODIES)
def test_any_json_is_answered_and_soap_reads_what_it_wrote(
    rest: RestCaller, server: PracticeServer, body: object
) -> None:
    server.settings = type(server.settings)(calls_per_20_seconds=10**6)
    reply = rest.post(body)
    assert_is_answered(reply)
    for one in reply.said.get("result", ()):
        if "id" in one:
            assert Caller(server).get("IDNUM", one["id"]).result is not None
            assert rest.find("id", one["id"]).result[0]["id"] == one["id"]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.binary(max_size=200) | st.text(max_size=200).map(str.encode))
def test_any_bytes_are_answered(rest: RestCaller, server: PracticeServer, body: bytes) -> None:
    server.settings = type(server.settings)(calls_per_20_seconds=10**6)
    assert_is_answered(rest.post(body))


def test_depth_is_no_trouble(rest: RestCaller) -> None:
    assert rest.post(b'{"input":' + b"[" * 400_000 + b"]" * 400_000 + b"}").code == "609"
