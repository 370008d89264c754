"""A connection that has carried one exchange, and may carry the next one to the same place.

A handshake takes two or three ways there and back: half a second from the other side of the world.
"""

from dataclasses import dataclass

from urllib3 import HTTPConnectionPool
from urllib3.util import Url

from mktgui.wire.connections import Recorder
from mktgui.wire.network import Route
from mktgui.wire.tape import Tape

Place = tuple[str | None, str | None, int | None, Route]


@dataclass(frozen=True, slots=True)
class Open:
    """Connections that one may go on with. The tape in the recorder is that of the last exchange."""

    place: Place
    connections: HTTPConnectionPool
    recorder: Recorder

    def close(self) -> None:
        """Hang up."""
        self.connections.close()
        self.recorder.tape.let_go()


class Kept:
    """At most one, for one call and on one thread. What is not taken up again has to be closed."""

    def __init__(self) -> None:
        self._open: Open | None = None

    def keep(self, opened: Open) -> None:
        """Have this one, and no other."""
        self.close()
        self._open = opened

    def take(self, place: Place, tape: Tape) -> Open | None:
        """The one that leads to this place, from now on writing on this tape; None where there is none."""
        opened = self._open
        if opened is None:
            return None
        if opened.place != place or opened.recorder.tape.was_closed:
            self.close()
            return None
        self._open = None
        tape.take_over(opened.recorder.tape)
        opened.recorder.tape = tape
        return opened

    def close(self) -> None:
        """Nobody wants it any more."""
        opened, self._open = self._open, None
        if opened is not None:
            opened.close()


def place_of(url: Url, route: Route) -> Place:
    """Where a connection to this address leads to, and by which way."""
    return url.scheme, url.host, url.port, route
