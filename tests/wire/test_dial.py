"""Names and connections: each ends in time, each can be given up, and the first address that takes it is taken."""

import socket
from collections.abc import Iterator
from threading import Event, Thread
from time import monotonic

import pytest

from mktgui.wire.dial import Address, Deadline, ask_the_system, look_up, reach
from mktgui.wire.tape import Tape
from tests.wire.scripted import PATIENCE, ScriptedServer, Stages, Talk, crowded, unused_port


def quiet(talk: Talk) -> None:
    talk.wait_for_the_end()


@pytest.fixture
def tape() -> Iterator[Tape]:
    tape = Tape(Stages())
    yield tape
    tape.let_go()


def at(port: int, host: str = "127.0.0.1") -> Address:
    return (socket.AF_INET, socket.SOCK_STREAM, 6, "", (host, port))


def test_a_name_of_this_computer_is_found(tape: Tape) -> None:
    assert ("127.0.0.1", 80) in [one[4] for one in look_up("localhost", 80, Deadline(PATIENCE), tape)]


def test_a_number_is_not_looked_up(tape: Tape) -> None:
    asked: list[str] = []

    def resolve(host: str, port: int) -> list[Address]:
        asked.append(host)
        return ask_the_system(host, port)

    tape.hang_up()  # which would end a look-up
    assert look_up("127.0.0.1", 80, Deadline(0.0), tape, resolve)[0][4] == ("127.0.0.1", 80)
    assert look_up("::1", 80, Deadline(0.0), tape, resolve)[0][4][0] == "::1"
    assert asked == ["127.0.0.1", "::1"]


@pytest.mark.parametrize("host", ["no-such-host.invalid", "a" * 64 + ".example", ""])
def test_a_name_that_nobody_knows(tape: Tape, host: str) -> None:
    with pytest.raises(socket.gaierror):
        look_up(host or " ", 80, Deadline(PATIENCE), tape)


def test_dead_name_servers_end_in_time(tape: Tape) -> None:
    release, began = Event(), monotonic()

    def never(host: str, port: int) -> list[Address]:
        release.wait(PATIENCE)
        return []

    with pytest.raises(socket.gaierror, match="no name server answered in time"):
        look_up("marketo.test", 80, Deadline(0.1), tape, never)
    assert monotonic() - began < 1
    release.set()


def test_a_look_up_can_be_given_up(tape: Tape) -> None:
    asked, release = Event(), Event()

    def never(host: str, port: int) -> list[Address]:
        asked.set()
        release.wait(PATIENCE)
        return []

    def hang_up() -> None:
        asked.wait(PATIENCE)
        tape.hang_up()

    thread = Thread(target=hang_up)
    thread.start()
    began = monotonic()
    with pytest.raises(ConnectionAbortedError):
        look_up("marketo.test", 80, Deadline(PATIENCE), tape, never)
    assert monotonic() - began < 1
    release.set()
    thread.join(PATIENCE)


def test_a_look_up_after_hanging_up_is_not_waited_for(tape: Tape) -> None:
    release = Event()
    tape.hang_up()

    def never(host: str, port: int) -> list[Address]:
        release.wait(PATIENCE)
        return []

    with pytest.raises(ConnectionAbortedError):
        look_up("marketo.test", 80, Deadline(None), tape, never)
    release.set()


def test_the_first_address_that_takes_it(tape: Tape) -> None:
    with ScriptedServer(quiet) as server:
        line = reach([at(unused_port()), at(server.port)], Deadline(PATIENCE), tape)
        assert line.getpeername()[1] == server.port
        line.close()
        tape.let_go()


def test_an_address_that_leads_nowhere_does_not_use_up_the_time_of_the_next(tape: Tape) -> None:
    with crowded() as dead, ScriptedServer(quiet) as server:
        began = monotonic()
        line = reach([at(dead), at(server.port)], Deadline(2.0), tape)
        assert 0.9 < monotonic() - began < 1.9
        line.close()
        tape.let_go()


def test_ipv6(tape: Tape) -> None:
    with socket.create_server(("::1", 0), family=socket.AF_INET6) as listening:
        addresses = look_up("::1", listening.getsockname()[1], Deadline(PATIENCE), tape)
        line = reach(addresses, Deadline(PATIENCE), tape)
        assert line.getpeername()[0] == "::1"
        line.close()
        tape.let_go()


def test_without_a_time_limit(tape: Tape) -> None:
    with ScriptedServer(quiet) as server:
        line = reach([at(server.port)], Deadline(None), tape)
        assert line.gettimeout() is None
        line.close()
        tape.let_go()


def test_nobody_takes_it(tape: Tape) -> None:
    with pytest.raises(ConnectionRefusedError):
        reach([at(unused_port())], Deadline(PATIENCE), tape)
    with pytest.raises(OSError, match="no address"):
        reach([], Deadline(PATIENCE), tape)
    with crowded() as port, pytest.raises(TimeoutError):
        reach([at(port)], Deadline(0.1), tape)


def test_hung_up_means_no_further_address(tape: Tape) -> None:
    tape.hang_up()
    with ScriptedServer(quiet) as server:
        with pytest.raises(ConnectionAbortedError):
            reach([at(server.port), at(server.port)], Deadline(PATIENCE), tape)
        assert server.connections == 0
