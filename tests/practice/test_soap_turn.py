"""A SOAP request in the way of scenarios."""

import pytest

from mktgui.practice.server import PracticeServer
from mktgui.practice.tricks import Door
from tests.practice.raw import ANA, LISTED, Caller, attributes, sync_lead


@pytest.mark.parametrize("code", ["20016", "10001"])
def test_a_fault_with_a_code(caller: Caller, server: PracticeServer, code: str) -> None:
    server.next(f"fault-{code}")
    assert caller.ask(LISTED).fault[0] == code


@pytest.mark.parametrize(("name", "done"), [("html-502", False), ("html-502-after-write", True)])
def test_a_page_of_the_gateway_before_and_after(
    caller: Caller,
    server: PracticeServer,
    name: str,
    done: bool,  # noqa: FBT001 - a parameter
) -> None:
    server.next(name)
    reply = caller.ask(sync_lead(f"<Id>{ANA}</Id>" + attributes({"Title": "CTO"})))
    assert (reply.status, reply.headers["Content-Type"]) == (502, "text/html; charset=utf-8")
    assert (server.world.leads[ANA].attributes["Title"] == "CTO") is done
    assert (server.journal[0].status, server.journal[0].reply) == (502, reply.body)


def test_as_usual_is_as_usual(caller: Caller, server: PracticeServer) -> None:
    server.next("as-usual")
    server.next("fault-20011")
    assert [caller.ask(LISTED).status for _ in range(3)] == [200, 500, 200]


def test_what_is_for_rest_alone_waits(caller: Caller, server: PracticeServer) -> None:
    server.next("nan")
    assert caller.ask(LISTED).status == 200
    left = server.take_scenario(Door.REST)
    assert left is not None
    assert left.trick == "nan"
