"""How answers travel: whole, compressed, late, in pieces, cut off, or not at all. SOAP and REST travel alike."""

import gzip
import json
import socket
from http.client import IncompleteRead, RemoteDisconnected
from time import monotonic
from typing import Any
from urllib.parse import urlsplit

import pytest

from mktgui.practice.delivery import WORTH_COMPRESSING, hang_up, takes_gzip
from mktgui.practice.server import PracticeServer
from tests.practice.line import Line, post
from tests.practice.raw import ANA, LISTED, Caller
from tests.practice.rest.raw import RestCaller


@pytest.mark.parametrize("name", ["slow=0.2", "slow-after-write=0.2"])
def test_a_slow_answer_comes_later_and_is_right(caller: Caller, server: PracticeServer, name: str) -> None:
    server.next(name)
    before = monotonic()
    assert caller.ask(LISTED).status == 200
    assert 0.2 <= monotonic() - before < 5


@pytest.mark.parametrize("name", ["never", "never-after-write"])
def test_an_answer_that_never_comes(caller: Caller, server: PracticeServer, name: str) -> None:
    server.next(name)
    with pytest.raises(TimeoutError):
        caller.ask(LISTED, timeout=0.2)
    assert server.journal[0].status == (0 if name == "never" else 200)
    assert caller.ask(LISTED).status == 200  # and the other did not stay under way


def test_a_reset_is_a_reset(caller: Caller, server: PracticeServer, line: Line) -> None:
    server.next("reset")
    line.send(*post(caller))
    with pytest.raises(ConnectionResetError, match="reset by peer"):
        line.socket.recv(1)
    assert server.journal[0].status == 0


def test_a_connection_cut_before_the_answer_ends_in_order(caller: Caller, server: PracticeServer, line: Line) -> None:
    server.next("cut-after-write")
    line.send(*post(caller))
    assert line.everything() == b""
    assert server.journal[0].status == 200


@pytest.mark.parametrize(
    ("name", "problem"),
    [
        ("reset", ConnectionResetError),
        ("cut-after-write", RemoteDisconnected),
        ("cut-in-body", IncompleteRead),
    ],
)
def test_what_a_client_sees_of_a_cut(
    caller: Caller, server: PracticeServer, name: str, problem: type[Exception]
) -> None:
    server.next(name)
    with pytest.raises(problem):
        caller.ask(LISTED)
    assert caller.ask(LISTED).status == 200


def test_a_cut_in_the_headers_leaves_half_a_header(caller: Caller, server: PracticeServer, line: Line) -> None:
    server.next("cut-in-headers")
    line.send(*post(caller))
    assert line.everything() == b"HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\nConte"


def test_a_cut_in_the_body_leaves_half_of_what_was_promised(caller: Caller, server: PracticeServer, line: Line) -> None:
    server.next("cut-in-body")
    line.send(*post(caller))
    head, _, body = line.everything().partition(b"\r\n\r\n")
    whole = server.journal[0].reply
    assert f"Content-Length: {len(whole)}".encode() in head
    assert body == whole[: len(whole) // 2]


def test_a_dripping_answer_comes_byte_by_byte_and_whole(caller: Caller, server: PracticeServer, line: Line) -> None:
    server.next("drip=0.001")
    head, body = post(caller)
    line.send(f"{head}\nConnection: close", body)
    pieces = list(iter(lambda: line.socket.recv(65536), b""))
    assert len(pieces) > 50
    assert b"".join(pieces).endswith(server.journal[0].reply)


def test_a_chunked_answer(caller: Caller, server: PracticeServer) -> None:
    server.next("chunked")
    reply = caller.ask(LISTED)
    assert reply.headers["Transfer-Encoding"] == "chunked"
    assert "Content-Length" not in reply.headers
    assert reply.body == server.journal[0].reply
    assert len(reply.result) == 4


def test_a_compressed_answer(caller: Caller, server: PracticeServer) -> None:
    server.next("gzip")
    reply = caller.ask(LISTED)
    assert reply.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(reply.body) == server.journal[0].reply


# REST


@pytest.mark.parametrize(
    ("accepted", "taken"),
    [
        ("", False),
        ("gzip", True),
        ("deflate, GZIP", True),
        ("gzip;q=0.5", True),
        ("gzip;q=0", False),
        ("gzip; q=0.00", False),
        ("*", True),
        ("*;q=0", False),
        ("*, gzip;q=0", False),
        ("identity", False),
        ("gzippo", False),
    ],
)
def test_who_takes_gzip(accepted: str, taken: bool) -> None:  # noqa: FBT001 - a parameter
    assert takes_gzip(accepted) is taken


def test_long_answers_over_rest_are_compressed_for_those_who_take_it(rest: RestCaller, server: PracticeServer) -> None:
    accepting: dict[str, Any] = {"headers": {"Accept-Encoding": "gzip, deflate"}}
    long = rest.call("GET", "/rest/v1/leads/describe.json", **accepting)
    assert long.headers["Content-Encoding"] == "gzip"
    assert int(long.headers["Content-Length"]) == len(long.body)
    assert gzip.decompress(long.body) == server.journal[-1].reply
    assert len(server.journal[-1].reply) >= WORTH_COMPRESSING
    short = rest.call("GET", f"/rest/v1/lead/{ANA}.json", **accepting)
    assert "Content-Encoding" not in short.headers
    assert short.result
    assert "Content-Encoding" not in rest.get("leads/describe.json").headers


def test_an_answer_of_just_that_length_is_compressed(rest: RestCaller) -> None:
    empty = len(rest.get(f"lead/{ANA}.json", fields="notes").body) - len("null")
    for length, compressed in ((WORTH_COMPRESSING - 1, False), (WORTH_COMPRESSING, True)):
        rest.server.world.leads[ANA].attributes["Notes__c"] = "x" * (length - empty - 2)
        target = f"/rest/v1/lead/{ANA}.json?fields=notes"
        reply = rest.call("GET", target, headers={"Accept-Encoding": "gzip"})
        assert ("Content-Encoding" in reply.headers) is compressed


def test_soap_is_not_compressed_unless_a_scenario_says_so(caller: Caller) -> None:
    assert "Content-Encoding" not in caller.get("IDNUM", ANA).headers


@pytest.mark.parametrize("name", ["gzip", "chunked", "drip=0", "slow-after-write=0.01"])
def test_rest_travels_in_the_same_ways(rest: RestCaller, server: PracticeServer, name: str) -> None:
    assert rest.token
    server.next(name)
    reply = rest.update(ANA, title="CTO")
    body = gzip.decompress(reply.body) if name == "gzip" else reply.body
    assert body == server.journal[-1].reply
    assert json.loads(body)["result"] == [{"id": ANA, "status": "updated"}]


@pytest.mark.parametrize(
    ("name", "problem"),
    [
        ("cut-after-write", RemoteDisconnected),
        ("cut-in-body", IncompleteRead),
        ("never-after-write", TimeoutError),
    ],
)
def test_rest_is_cut_off_in_the_same_ways(
    rest: RestCaller, server: PracticeServer, name: str, problem: type[Exception]
) -> None:
    assert rest.token
    server.next(name)
    with pytest.raises(problem):
        rest.update(ANA, title="CTO", timeout=0.3)
    assert server.world.leads[ANA].attributes["Title"] == "CTO"


def test_half_a_header_of_json(rest: RestCaller, server: PracticeServer, line: Line) -> None:
    head = f"GET /rest/v1/lead/{ANA}.json HTTP/1.1\nAuthorization: Bearer {rest.token}"
    server.next("cut-in-headers")
    line.send(head)
    assert line.everything() == b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConte"


def test_a_connection_that_is_gone_can_be_ended() -> None:
    one = socket.socket()
    hang_up(one)
    one.close()
    hang_up(one)
    assert one.fileno() == -1


def test_a_redirection_says_where_to(caller: Caller, server: PracticeServer, line: Line) -> None:
    server.next("redirect")
    head, body = post(caller)
    line.send(f"{head}\nConnection: close", body)
    head = line.everything().partition(b"\r\n\r\n")[0].decode()
    assert head.startswith("HTTP/1.1 302 ")
    host = urlsplit(server.endpoint).netloc
    assert f"Location: http://{host}/elsewhere" in head
