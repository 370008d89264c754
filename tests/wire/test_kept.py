"""A kept connection goes on where it was, to the same place only, and is closed by whoever does not want it."""

import pytest
from urllib3.util import parse_url

from mktgui.wire.connections import Recorder, connections_to
from mktgui.wire.kept import Kept, Open, Place, place_of
from mktgui.wire.network import STRAIGHT, Route
from mktgui.wire.tape import Tape
from tests.wire.scripted import ScriptedServer, Stages, Talk, http
from tests.wire.test_http_abort import until

OK = http(b"<b/>")


def patient(talk: Talk) -> None:
    """Answers for as long as it is asked."""
    while True:
        talk.hear_request()
        talk.say(OK)


def opened(url: str) -> Open:
    """A connection over which one exchange has been."""
    recorder, there = Recorder(Tape(Stages())), parse_url(url)
    one = Open(place_of(there, STRAIGHT), connections_to(there, STRAIGHT, recorder), recorder)
    ask(one, url)
    return one


def ask(one: Open, url: str) -> int:
    return one.connections.urlopen("GET", parse_url(url).request_uri, timeout=3.0, retries=False).status


def test_the_next_exchange_has_the_same_connection_and_a_tape_of_its_own() -> None:
    kept, tape = Kept(), Tape(Stages())
    with ScriptedServer(patient) as server:
        first = opened(server.url)
        written = first.recorder.tape.sent
        kept.keep(first)
        again = kept.take(first.place, tape)
        assert again is first
        assert ask(again, f"{server.url}?again") == 200
        assert (server.connections, first.recorder.tape) == (1, tape)
        assert tape.sent.startswith(b"GET /soap/mktows/3_1?again HTTP/1.1\r\n")
        assert written.startswith(b"GET /soap/mktows/3_1 HTTP/1.1\r\n")
        assert kept.take(first.place, Tape(Stages())) is None, "it is taken"
        again.close()
        assert server.gone.wait(1)


@pytest.mark.parametrize(
    "place",
    [
        ("http", "127.0.0.2", 80, STRAIGHT),
        ("https", "127.0.0.1", 80, STRAIGHT),
        ("http", "127.0.0.1", 80, Route("http://proxy.example:3128")),
    ],
)
def test_another_place_does_not_get_it(place: Place) -> None:
    kept = Kept()
    with ScriptedServer(patient) as server:
        kept.keep(opened(server.url))
        assert kept.take(place, Tape(Stages())) is None
        assert server.gone.wait(1), "and nobody else wants it"


def test_what_the_other_end_has_closed_is_not_given() -> None:
    def once(talk: Talk) -> None:
        talk.hear_request()
        talk.say(OK)

    kept = Kept()
    with ScriptedServer(once) as server:
        first = opened(server.url)
        kept.keep(first)
        assert server.gone.wait(1)
        until(lambda: first.recorder.tape.was_closed)  # the end is on its way to us
        assert kept.take(first.place, Tape(Stages())) is None


def test_only_one_is_kept_and_closing_leaves_none() -> None:
    kept = Kept()
    kept.close()
    with ScriptedServer(patient) as first, ScriptedServer(patient) as second:
        kept.keep(opened(first.url))
        kept.keep(opened(second.url))
        assert first.gone.wait(1)
        kept.close()
        assert second.gone.wait(1)
