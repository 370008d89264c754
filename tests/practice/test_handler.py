"""HTTP as it is on the wire: the WSDL, requests that are refused, answers that come late, in pieces or not at all."""

import json
import socket
from contextlib import closing
from datetime import UTC, datetime
from http.client import HTTPConnection, RemoteDisconnected
from threading import Event, Thread
from time import monotonic
from urllib.parse import urlsplit

import pytest
from lxml import etree

from mktgui.practice.handler import LARGEST_REQUEST, LARGEST_REST_REQUEST, LONGEST_URI
from mktgui.practice.server import PATH, PracticeServer
from tests.practice.line import Line, post
from tests.practice.raw import ANA, LISTED, Caller, Reply, envelope, sync_lead
from tests.practice.rest.raw import RestCaller


def get(server: PracticeServer, path: str) -> Reply:
    with closing(HTTPConnection(urlsplit(server.endpoint).netloc, timeout=5)) as line:
        line.request("GET", path)
        answer = line.getresponse()
        return Reply(answer.status, dict(answer.getheaders()), answer.read())


# GET


@pytest.mark.parametrize("path", [PATH, "/soap/mktows/2_0"])
def test_the_wsdl_names_the_address_it_was_asked_at(server: PracticeServer, path: str) -> None:
    reply = get(server, f"{path}?WSDL")
    assert (reply.status, reply.headers["Content-Type"]) == (200, "text/xml; charset=utf-8")
    address = next(etree.fromstring(reply.body).iter("{http://schemas.xmlsoap.org/wsdl/soap/}address"))
    assert address.get("location") == f"http://{urlsplit(server.endpoint).netloc}{path}"
    assert (server.journal[0].method, server.journal[0].operation) == ("GET", "wsdl")


@pytest.mark.parametrize("path", [PATH, f"{PATH}?wsdl", f"{PATH}?WSDL=1", "/", "/favicon.ico"])
def test_nothing_else_is_to_be_got(server: PracticeServer, path: str) -> None:
    reply = get(server, path)
    assert (reply.status, reply.body) == (404, b"Not found\n")
    assert (server.journal[0].path, server.journal[0].status) == (path, 404)


# Requests


def test_one_connection_serves_many_calls(caller: Caller, server: PracticeServer) -> None:
    with closing(HTTPConnection(urlsplit(server.endpoint).netloc, timeout=5)) as line:
        for _ in range(3):
            line.request("POST", PATH, envelope(LISTED, caller.blocks()))
            assert line.getresponse().read().endswith(b"</SOAP-ENV:Envelope>")
    assert len(server.journal) == 3


def test_a_connection_that_is_kept_answers_without_a_pause(caller: Caller, server: PracticeServer) -> None:
    taken = []
    with closing(HTTPConnection(urlsplit(server.endpoint).netloc, timeout=5)) as line:
        for _ in range(15):
            before = monotonic()
            line.request("POST", PATH, envelope(LISTED, caller.blocks()))
            assert line.getresponse().read()
            taken.append(monotonic() - before)
    assert min(taken[5:]) < 0.03  # a delayed acknowledgement takes 40 ms, each time


@pytest.mark.parametrize(
    ("length", "status"),
    [
        ("", 411),
        (f"\nContent-Length: {LARGEST_REQUEST + 1}", 413),
        ("\nContent-Length: 99999999999999999999", 413),
        ("\nContent-Length: many", 413),
        ("\nContent-Length: -1", 413),
        ("\nContent-Length: \u00b2", 413),
    ],
)
def test_a_request_of_no_or_too_great_length_is_refused(
    server: PracticeServer, line: Line, length: str, status: int
) -> None:
    line.send(f"POST {PATH} HTTP/1.1{length}")
    assert line.everything().startswith(f"HTTP/1.1 {status} ".encode())
    assert [(entry.method, entry.status) for entry in server.journal] == [("POST", status)]


def test_a_request_of_the_greatest_length_is_read(caller: Caller) -> None:
    body = envelope(LISTED, caller.blocks())
    assert caller.post(body + b" " * (LARGEST_REQUEST - len(body))).status == 200


def test_a_client_may_ask_whether_to_go_on(caller: Caller, line: Line) -> None:
    head, body = post(caller)
    line.send(f"{head}\nExpect: 100-continue\nConnection: close")
    assert line.socket.recv(100).startswith(b"HTTP/1.1 100 ")
    line.socket.sendall(body)
    assert line.everything().startswith(b"HTTP/1.1 200 ")


def test_a_client_that_hangs_up_is_nothing_to_print_about(
    caller: Caller, server: PracticeServer, capfd: pytest.CaptureFixture[str]
) -> None:
    server.next("huge=20000")
    with closing(Line(server)) as line:
        line.socket.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 1024)
        line.send(*post(caller, sync_lead(f"<Id>{ANA}</Id>")))
        assert line.socket.recv(1)
    assert caller.ask(LISTED).status == 200
    assert capfd.readouterr() == ("", "")


def test_a_mistake_of_ours_is_printed_and_ends_the_connection(
    caller: Caller, server: PracticeServer, capfd: pytest.CaptureFixture[str]
) -> None:
    server.world.leads[ANA].id = 2**31  # more than the schema allows
    with pytest.raises(RemoteDisconnected):
        caller.get("IDNUM", ANA)
    printed = capfd.readouterr().err
    assert "AssertionError: the answer breaks the schema" in printed
    assert caller.ask(LISTED).status == 200


def test_soap_has_no_other_methods(server: PracticeServer, line: Line) -> None:
    line.send(f"PUT {PATH} HTTP/1.1\nContent-Length: 0")
    assert line.everything().startswith(b"HTTP/1.1 501 ")


# REST


def test_a_body_over_rest_may_have_a_megabyte(rest: RestCaller, server: PracticeServer) -> None:
    body = b'{"input":[{"id":1}]}'
    assert rest.post(body + b" " * (LARGEST_REST_REQUEST - len(body))).reasons == ["1003"]
    for size in (LARGEST_REST_REQUEST + 1, 3 * LARGEST_REST_REQUEST):
        reply = rest.post(body + b" " * (size - len(body)))
        assert (reply.status, reply.headers["Content-Type"]) == (413, "text/html; charset=utf-8")
    assert [entry.status for entry in server.journal] == [200, 200, 413, 413]


def test_an_address_over_rest_may_have_eight_kilobytes(rest: RestCaller, server: PracticeServer) -> None:
    path = f"/rest/v1/lead/{ANA}.json?x="
    assert rest.call("GET", path + "x" * (LONGEST_URI - len(path))).result
    reply = rest.call("GET", path + "x" * (LONGEST_URI - len(path) + 1))
    assert (reply.status, reply.headers["Content-Type"]) == (414, "text/html; charset=utf-8")
    assert server.journal[-1].status == 414


@pytest.mark.parametrize(
    ("header", "status"),
    [
        ("Content-Length: many", 413),
        ("Content-Length: -1", 413),
        (f"Content-Length: {LARGEST_REQUEST + 1}", 413),
        ("Transfer-Encoding: chunked", 411),
    ],
)
def test_a_body_over_rest_needs_a_length(server: PracticeServer, line: Line, header: str, status: int) -> None:
    line.send(f"POST /rest/v1/leads.json HTTP/1.1\n{header}")
    assert line.everything().startswith(f"HTTP/1.1 {status} ".encode())
    assert [(entry.method, entry.status) for entry in server.journal] == [("POST", status)]


def test_one_connection_serves_soap_and_rest(caller: Caller, rest: RestCaller, server: PracticeServer) -> None:
    token = {"Authorization": f"Bearer {rest.token}"}
    with closing(HTTPConnection(urlsplit(server.endpoint).netloc, timeout=5)) as line:
        for method in ("GET", "PUT", "DELETE", "HEAD"):
            line.request(method, f"/rest/v1/lead/{ANA}.json", headers=token)
            answer = line.getresponse()
            assert answer.status == 200
            assert (answer.read() == b"") == (method == "HEAD")
            line.request("POST", PATH, envelope(LISTED, caller.blocks()))
            assert line.getresponse().read().endswith(b"</SOAP-ENV:Envelope>")


def test_the_journal_has_calls_over_rest_by_name(rest: RestCaller, server: PracticeServer) -> None:
    rest.update(ANA, title="CTO", updatedAt=None)
    rest.get("x")
    token, sync, nothing = server.journal
    assert (token.method, token.operation, token.status) == ("GET", "token", 200)
    assert (sync.method, sync.path, sync.operation) == ("POST", "/rest/v1/leads.json", "syncLeads")
    assert json.loads(sync.body)["input"] == [{"id": ANA, "title": "CTO", "updatedAt": None}]
    assert sync.notes == ("ignored write to updatedAt",)
    assert json.loads(sync.reply)["result"] == [{"id": ANA, "status": "updated"}]
    assert (nothing.path, nothing.operation) == ("/rest/v1/x", "")


# Scenarios


def test_whoever_gives_up_waiting_makes_room(caller: Caller, server: PracticeServer) -> None:
    server.settings = type(server.settings)(calls_at_once=1)
    server.next("never")
    with pytest.raises(TimeoutError):
        caller.ask(LISTED, timeout=0.2)
    coming = (caller.ask(LISTED).status for _ in range(100))
    assert 200 in coming  # the server hears of it within a moment


@pytest.mark.parametrize("name", ["fault-20016", "html-503", "redirect", "empty", "failed"])
def test_what_strikes_before_is_in_the_journal(caller: Caller, server: PracticeServer, name: str) -> None:
    server.next(name)
    reply = caller.ask(LISTED)
    entry = server.journal[0]
    assert (entry.status, entry.reply) == (reply.status, reply.body)


def test_a_page_of_the_gateway_needs_no_right_secret(caller: Caller, server: PracticeServer) -> None:
    server.next("html-503")
    assert caller.post(envelope(LISTED)).status == 503
    assert caller.post(envelope(LISTED)).fault[0] == "20014"


def test_the_retired_server_says_so_to_everybody(caller: Caller, server: PracticeServer) -> None:
    server.settings = type(server.settings)(retired=True)
    assert (caller.ask(LISTED).status, caller.post(b"no xml").status) == (410, 410)
    server.next("not-found")
    assert caller.ask(LISTED).status == 404


def test_others_are_served_while_one_waits(caller: Caller, server: PracticeServer) -> None:
    server.next("slow-after-write=60")
    ended = Event()

    def wait() -> None:
        with pytest.raises(RemoteDisconnected):
            caller.ask(LISTED)
        ended.set()

    waiting = Thread(target=wait)
    waiting.start()
    while waiting.is_alive() and not server.journal:
        waiting.join(0.01)
    assert caller.ask(LISTED).status == 200
    assert not ended.is_set()
    server.close()
    waiting.join(5)
    assert ended.is_set()


def test_answers_are_dated_by_the_clock_of_this_marketo(server: PracticeServer) -> None:
    server.clock = lambda: datetime(2026, 3, 14, 9, 26, 53, tzinfo=UTC)
    assert get(server, PATH).headers["Date"] == "Sat, 14 Mar 2026 09:26:53 GMT"
