"""Whatever came in is answered in the same steps."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from mktgui.practice.rest.turns import turn_for
from mktgui.practice.scenarios import scenario
from mktgui.practice.server import PracticeServer
from mktgui.practice.soap_turn import SoapTurn
from mktgui.practice.tricks import Door
from mktgui.practice.turn import Said, Turn

Make = Callable[[PracticeServer], Turn]
MAKERS: dict[Door, Make] = {
    Door.SOAP: lambda server: SoapTurn(server.marketo, b"<a/>"),
    Door.REST: lambda server: turn_for(server.rest, "GET", "/rest/v1/leads.json", {}, b""),
    Door.IDENTITY: lambda server: turn_for(server.rest, "GET", "/identity/oauth/token", {}, b""),
}


@pytest.mark.parametrize("door", MAKERS)
def test_the_steps_of_every_turn(server: PracticeServer, door: Door) -> None:
    turn = MAKERS[door](server)
    assert turn.door is door
    with turn.visit(None) as answer:
        said = answer()
    assert said.body
    status, kind, body = turn.sent(None, said)
    assert (status, body) == (said.status, said.body)
    assert kind.startswith(("text/xml", "application/json"))
    assert turn.sent(scenario("truncated"), said)[2] == said.body[: len(said.body) * 2 // 3]
    assert turn.instead(scenario("html-503"))[0] == 503


def test_an_answer_can_be_changed_as_a_value() -> None:
    said = Said(200, b"x")
    assert (said.operation, said.notes) == ("", ())
    assert replace(said, status=502) == Said(502, b"x")
