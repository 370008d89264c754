"""Records one exchange while it happens: which bytes left, how long each stage took, and how to hang up."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from threading import Event, Lock
from time import perf_counter

from urllib3.util import wait_for_read

from mktgui.domain.exchange import Secured, Stage, Timing
from mktgui.domain.ports import Report
from mktgui.wire.rungs import Reached, Sight, Watch, watch_nothing


class Tape:
    """For one exchange. `hang_up` may come from any thread; everything else from the one that carries."""

    def __init__(self, report: Report, watch: Watch = watch_nothing) -> None:
        self._report, self._watch = report, watch
        self._lock = Lock()
        self._socket: socket.socket | None = None
        self._to_wake: Event | None = None
        self._sent = bytearray()
        self._stage: Stage | None = None
        self._since = 0.0
        self._timings: list[Timing] = []
        self.left = False
        self.hung_up = False
        self.reached = False
        self.secured: Secured | None = None
        self.watched = watch is not watch_nothing

    @property
    def sent(self) -> bytes:
        """The bytes handed to the network, header block first."""
        return bytes(self._sent)

    @property
    def timings(self) -> tuple[Timing, ...]:
        """The stages so far, the one under way included."""
        running = (Timing(self._stage, perf_counter() - self._since),) if self._stage else ()
        return (*self._timings, *running)

    def enter(self, stage: Stage) -> None:
        """A stage begins, and the one before it ends."""
        now = perf_counter()
        if self._stage is not None:
            self._timings.append(Timing(self._stage, now - self._since))
        self._stage, self._since = stage, now
        self._report(stage)

    def saw(self, sight: Sight) -> None:
        """Something can be seen of the connection."""
        self.reached = self.reached or isinstance(sight, Reached)
        self._watch(sight)

    def record(self, data: bytes) -> None:
        """These bytes are about to be handed to the network: from now on a write may happen.

        Raises ConnectionAbortedError where the person hung up before them: then they do not leave.
        """
        self.go_on()
        self.left = True
        self._sent += data

    def hold(self, opened: socket.socket) -> None:
        """Keep a second handle on the socket: wrapping it for TLS takes the first one away.

        Raises ConnectionAbortedError where the person hung up before there was a socket.
        """
        with self._lock:
            self._drop()
            self.go_on()
            self._socket = opened.dup()

    def take_over(self, before: "Tape") -> None:
        """Go on with the connection of another exchange: what is known of it, and the handle on its socket."""
        with before._lock:  # noqa: SLF001 - of its own kind
            opened, before._socket = before._socket, None  # noqa: SLF001
        with self._lock:
            self._socket, self.secured, self.reached = opened, before.secured, True
            if self.hung_up:
                self._shut()

    @property
    def was_closed(self) -> bool:
        """Whether the other end has closed the connection, or said something that nobody asked for."""
        with self._lock:
            return self._socket is None or wait_for_read(self._socket, timeout=0)

    @contextmanager
    def waiting_for(self, event: Event) -> Iterator[None]:
        """While somebody waits for this event, hanging up sets it."""
        with self._lock:
            self._to_wake = event
            if self.hung_up:
                event.set()
        try:
            yield
        finally:
            with self._lock:
                self._to_wake = None

    def go_on(self) -> None:
        """Raises ConnectionAbortedError where the person has hung up."""
        if self.hung_up:
            raise ConnectionAbortedError

    def hang_up(self) -> None:
        """Close the line: whoever waits on the socket gets an error at once. Also ends a connection being made."""
        with self._lock:
            self.hung_up = True
            if self._to_wake is not None:
                self._to_wake.set()
            self._shut()

    def let_go(self) -> None:
        """The exchange is over, and the line closed, even where a library still has a file on it."""
        with self._lock:
            self._shut()
            self._drop()

    def _shut(self) -> None:
        if self._socket is not None:
            with suppress(OSError):  # not connected any more, or not yet
                self._socket.shutdown(socket.SHUT_RDWR)

    def _drop(self) -> None:
        if self._socket is not None:
            self._socket.close()
            self._socket = None
