"""The tape knows what left and how long each stage took, and hanging up works before, during and after."""

import socket
from collections.abc import Iterator
from threading import Event, Thread

import pytest

from mktgui.domain.exchange import Stage
from mktgui.wire.rungs import Named, Reached, Sight, Tunnelled
from mktgui.wire.tape import Tape
from tests.wire.scripted import PATIENCE, Stages


@pytest.fixture
def pair() -> Iterator[tuple[socket.socket, socket.socket]]:
    """The two ends of a line."""
    here, there = socket.socketpair()
    there.settimeout(PATIENCE)
    yield here, there
    here.close()
    there.close()


def test_nothing_happened_yet() -> None:
    tape = Tape(Stages())
    assert (tape.sent, tape.left, tape.timings) == (b"", False, ())


def test_what_left_is_kept_in_order() -> None:
    tape = Tape(Stages())
    tape.record(b"head\r\n\r\n")
    tape.record(b"body")
    assert tape.left
    assert tape.sent == b"head\r\n\r\nbody"


def test_stages_are_reported_and_timed_until_now() -> None:
    stages = Stages()
    tape = Tape(stages)
    tape.enter(Stage.CONNECTING)
    Event().wait(0.02)
    tape.enter(Stage.SENDING)
    Event().wait(0.04)
    first, running = tape.timings
    assert stages == [Stage.CONNECTING, Stage.SENDING]
    assert (first.stage, running.stage) == (Stage.CONNECTING, Stage.SENDING)
    assert 0.02 <= first.seconds < 1
    assert 0.04 <= running.seconds < 1
    again, still_running = tape.timings
    assert again == first
    assert still_running.seconds > running.seconds


def test_hanging_up_wakes_who_waits_on_the_line(pair: tuple[socket.socket, socket.socket]) -> None:
    here, there = pair
    tape = Tape(Stages())
    tape.hold(here)
    heard: list[bytes] = []
    waiting = Thread(target=lambda: heard.append(here.recv(10)))
    waiting.start()
    tape.hang_up()
    waiting.join(PATIENCE)
    assert heard == [b""]
    assert there.recv(10) == b""
    assert tape.hung_up
    tape.let_go()


def test_hanging_up_works_where_tls_took_the_socket_away(pair: tuple[socket.socket, socket.socket]) -> None:
    here, there = pair
    tape = Tape(Stages())
    tape.hold(here)
    taken = socket.socket(fileno=here.detach())  # what `wrap_socket` does
    tape.hang_up()
    assert taken.recv(10) == b""
    assert there.recv(10) == b""
    taken.close()
    tape.let_go()


def test_after_hanging_up_nothing_leaves(pair: tuple[socket.socket, socket.socket]) -> None:
    here, _ = pair
    tape = Tape(Stages())
    tape.go_on()
    tape.hang_up()
    for forbidden in (tape.go_on, lambda: tape.hold(here), lambda: tape.record(b"x")):
        with pytest.raises(ConnectionAbortedError):
            forbidden()
    assert (tape.sent, tape.left) == (b"", False)


def test_hanging_up_before_the_line_is_made_or_twice_is_fine() -> None:
    tape = Tape(Stages())
    with socket.socket() as unconnected:
        tape.hold(unconnected)
        tape.hang_up()
        tape.hang_up()
    assert tape.hung_up
    tape.let_go()


def test_letting_go_closes_the_line_whoever_still_holds_it(pair: tuple[socket.socket, socket.socket]) -> None:
    here, there = pair
    tape = Tape(Stages())
    tape.hold(here)
    tape.let_go()
    tape.let_go()
    assert there.recv(10) == b""
    assert not tape.hung_up


def test_a_line_that_was_not_held_is_left_alone(pair: tuple[socket.socket, socket.socket]) -> None:
    here, there = pair
    tape = Tape(Stages())
    tape.let_go()
    tape.hang_up()
    here.sendall(b"alive")
    assert there.recv(10) == b"alive"


def test_a_second_line_takes_the_place_of_the_first(pair: tuple[socket.socket, socket.socket]) -> None:
    """Where a name has several addresses, each gets a socket."""
    here, there = pair
    with socket.socket() as first:
        tape = Tape(Stages())
        tape.hold(first)
        tape.hold(here)
        tape.hang_up()
        assert there.recv(10) == b""
        tape.let_go()


def test_who_watches_is_told_what_can_be_seen() -> None:
    sights: list[Sight] = []
    tape = Tape(Stages(), sights.append)
    assert tape.watched
    reached = []
    for sight in (Named("marketo.test", ("192.0.2.1",)), Reached("192.0.2.1"), Tunnelled()):
        tape.saw(sight)
        reached.append(tape.reached)
    assert reached == [False, True, True]
    assert [type(one) for one in sights] == [Named, Reached, Tunnelled]
    assert not Tape(Stages()).watched


def test_hanging_up_wakes_who_waits_for_an_event() -> None:
    tape, event, waits = Tape(Stages()), Event(), Event()

    def wait() -> None:
        with tape.waiting_for(event):
            waits.set()
            event.wait(PATIENCE)

    thread = Thread(target=wait)
    thread.start()
    assert waits.wait(PATIENCE)
    tape.hang_up()
    thread.join(1)
    assert event.is_set()
    assert not thread.is_alive()


def test_an_event_is_set_only_while_it_is_waited_for() -> None:
    before, after = Event(), Event()
    tape = Tape(Stages())
    with tape.waiting_for(before):
        pass
    tape.hang_up()
    assert not before.is_set()
    with tape.waiting_for(after):
        assert after.is_set(), "it was hung up already"


def test_a_tape_goes_on_with_the_line_of_another(pair: tuple[socket.socket, socket.socket]) -> None:
    here, there = pair
    before, tape = Tape(Stages()), Tape(Stages())
    before.hold(here)
    before.saw(Reached("127.0.0.1"))
    tape.take_over(before)
    assert tape.reached
    before.let_go()
    here.sendall(b"alive")
    assert there.recv(10) == b"alive", "it is not the first one's any more"
    tape.hang_up()
    assert there.recv(10) == b""
    tape.let_go()


def test_who_hung_up_before_hangs_up_what_is_taken_over(pair: tuple[socket.socket, socket.socket]) -> None:
    here, there = pair
    before, tape = Tape(Stages()), Tape(Stages())
    before.hold(here)
    tape.hang_up()
    tape.take_over(before)
    assert there.recv(10) == b""
    tape.let_go()


def test_whether_the_other_end_has_closed(pair: tuple[socket.socket, socket.socket]) -> None:
    here, there = pair
    tape = Tape(Stages())
    found = [tape.was_closed]
    tape.hold(here)
    found.append(tape.was_closed)
    there.close()
    found.append(tape.was_closed)
    assert found == [True, False, True], "there never was one; it is open; it was closed"
    tape.let_go()
