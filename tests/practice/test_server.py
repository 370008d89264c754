"""Starting, stopping, and what can be seen and arranged from outside."""

import json
import re
import socket
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from http.client import HTTPConnection
from time import monotonic
from urllib.parse import urlsplit

import pytest
from lxml import etree

from mktgui.practice.scenarios import Scenario
from mktgui.practice.server import PATH, USER_ID, PracticeServer
from mktgui.practice.settings import Settings
from mktgui.practice.tricks import Trick
from mktgui.practice.world import World
from tests.practice.raw import ANA, LISTED, WSDL, Caller, canonical, sync_lead


@pytest.fixture
def stopped() -> Iterator[PracticeServer]:
    server = PracticeServer()
    yield server
    server.close()


def threads() -> set[str]:
    return {thread.name for thread in threading.enumerate()}


def test_it_tells_where_it_is_and_lets_its_user_in(server: PracticeServer) -> None:
    assert re.fullmatch(r"http://127\.0\.0\.1:\d+/soap/mktows/3_1", server.endpoint)
    assert server.user_id == USER_ID
    assert re.fullmatch(r"[0-9A-F]{40}", server.secret)
    assert Caller(server).ask(LISTED).status == 200


def test_it_is_nowhere_before_it_runs_and_afterwards(stopped: PracticeServer) -> None:
    with pytest.raises(OSError, match="the practice server is not running"):
        assert stopped.endpoint
    stopped.start()
    assert stopped.endpoint
    stopped.close()
    with pytest.raises(OSError, match="the practice server is not running"):
        assert stopped.endpoint


def test_it_listens_on_this_computer_only(server: PracticeServer) -> None:
    port = urlsplit(server.endpoint).port
    assert port
    with socket.create_connection(("127.0.0.1", port), timeout=5) as line:
        assert line.getpeername()[0] == "127.0.0.1"
    with pytest.raises(ConnectionRefusedError), socket.create_connection(("127.0.0.2", port), timeout=5):
        pass


def test_a_port_that_is_taken_is_an_error(server: PracticeServer) -> None:
    with pytest.raises(OSError, match="in use"):
        PracticeServer(port=urlsplit(server.endpoint).port or 0).start()


def test_it_asks_no_name_service(stopped: PracticeServer, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[object] = []
    monkeypatch.setattr(socket, "getfqdn", asked.append)
    assert stopped.start().endpoint.endswith(PATH)
    assert asked == []


def test_closing_ends_its_threads_and_may_be_done_twice() -> None:
    server = PracticeServer().start()
    assert "practice" in threads()
    server.close()
    server.close()
    assert server.closing.is_set()
    for thread in threading.enumerate():
        if thread.name == "practice":
            thread.join(5)
    assert "practice" not in threads()


def test_closing_takes_no_time() -> None:
    servers = [PracticeServer().start() for _ in range(10)]
    before = monotonic()
    for server in servers:
        server.close()
    assert monotonic() - before < 2  # the loop alone would look up every half second


def test_a_connection_that_idles_does_not_outlive_it(stopped: PracticeServer) -> None:
    line = HTTPConnection(urlsplit(stopped.start().endpoint).netloc, timeout=5)
    line.request("GET", f"{PATH}?WSDL")
    assert line.getresponse().read()
    assert line.sock is not None
    stopped.close()
    assert line.sock.recv(1) == b""
    line.close()


@pytest.mark.parametrize("name", ["never", "slow=60", "slow-after-write=60", "drip=60", "never-after-write"])
def test_a_call_that_is_kept_waiting_does_not_outlive_it(server: PracticeServer, name: str) -> None:
    server.next(name)
    port = urlsplit(server.endpoint).port or 0
    head = f"POST {PATH} HTTP/1.1\r\nContent-Length: {{}}\r\n\r\n"
    body = LISTED.encode()
    with socket.create_connection(("127.0.0.1", port), timeout=5) as line:
        line.sendall(head.format(len(body)).encode() + body)
        closing = threading.Timer(0.1, server.close)
        closing.start()
        while line.recv(1000):
            pass
        closing.join(5)
    assert not closing.is_alive()


def test_two_servers_know_nothing_of_each_other(server: PracticeServer) -> None:
    with PracticeServer() as other:
        assert other.secret != server.secret
        assert other.endpoint != server.endpoint
        Caller(other).sync(f"<Id>{ANA}</Id>", {"Title": "CTO"})
        assert other.world.leads[ANA].attributes["Title"] == "CTO"
    assert server.world.leads[ANA].attributes["Title"] == "VP Sales"


def test_world_and_settings_may_be_given() -> None:
    world = World(fields={}, workspaces={"Default": ("Default",)}, rules=(), owners={}, leads={})
    settings = Settings(website_on_create=False)
    with PracticeServer(world, settings) as server:
        assert server.world is world
        assert server.settings is settings
        assert Caller(server).sync("<Email>a@x.example</Email>").outcome == ("CREATED", 1)


def test_settings_may_be_replaced_while_it_runs(caller: Caller, server: PracticeServer) -> None:
    server.settings = Settings(retired=True)
    assert caller.ask(LISTED).status == 410
    server.settings = Settings()
    assert caller.ask(LISTED).status == 200


def test_its_clock_may_be_wrong(caller: Caller, server: PracticeServer) -> None:
    right = server.clock
    assert abs(right() - datetime.now(UTC)) < timedelta(seconds=5)
    server.clock = lambda: datetime.now(UTC) + timedelta(hours=1)
    assert caller.ask(LISTED).fault[0] == "20016"
    server.clock = right
    assert caller.ask(LISTED).status == 200


def test_the_journal_has_every_request_as_it_came(caller: Caller, server: PracticeServer) -> None:
    sent = sync_lead("<id>1</id><Email>ő@x.example</Email>")
    first, second, third = caller.ask(sent), caller.post(b"no xml"), caller.ask(LISTED)
    assert [entry.status for entry in server.journal] == [200, 500, 200]
    assert [entry.reply for entry in server.journal] == [first.body, second.body, third.body]
    assert [entry.operation for entry in server.journal] == ["syncLead", "", "listMObjects"]
    entry = server.journal[0]
    assert (entry.method, entry.path) == ("POST", PATH)
    assert sent.encode() in entry.body
    assert dict(entry.headers)["Content-Type"] == "text/xml"
    assert "ignored child id" in entry.notes
    assert server.journal[1].body == b"no xml"


def test_a_journal_that_was_looked_at_does_not_grow(caller: Caller, server: PracticeServer) -> None:
    before = server.journal
    caller.ask(LISTED)
    assert (len(before), len(server.journal)) == (0, 1)


def test_scenarios_are_arranged_by_name_or_whole(caller: Caller, server: PracticeServer) -> None:
    server.next(Scenario(Trick.FAULT, code="20013"))
    server.next("not-found", times=2)
    assert [caller.ask(LISTED).status for _ in range(4)] == [500, 404, 404, 200]
    with pytest.raises(ValueError, match="'sideways' is no scenario"):
        server.next("sideways")


def test_the_wsdl_names_the_endpoint(server: PracticeServer) -> None:
    line = HTTPConnection(urlsplit(server.endpoint).netloc, timeout=5)
    line.request("GET", f"{PATH}?WSDL")
    got = etree.fromstring(line.getresponse().read())
    line.close()
    address = next(got.iter("{http://schemas.xmlsoap.org/wsdl/soap/}address"))
    assert address.get("location") == server.endpoint
    address.set("location", "https://marketo.invalid/soap/mktows/3_1")
    assert canonical(etree.tostring(got)) == canonical(WSDL.read_bytes())


def test_what_it_is_called_with_never_tells_its_secret(caller: Caller, server: PracticeServer) -> None:
    caller.ask(LISTED)
    assert server.secret not in json.dumps([str(entry) for entry in server.journal])
