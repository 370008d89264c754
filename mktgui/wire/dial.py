"""Looks a name up and connects, so that either ends in time and can be given up at any moment."""

import socket
from collections.abc import Callable
from functools import lru_cache
from ipaddress import ip_address
from threading import Event, Thread
from time import monotonic
from typing import Any

from mktgui.wire.tape import Tape

Address = tuple[int, int, int, str, Any]
"""What `getaddrinfo` gives: family, kind, protocol, a name, and where to connect to."""

Resolve = Callable[[str, int], list[Address]]


def ask_the_system(host: str, port: int) -> list[Address]:
    """The addresses of a name, as this computer knows them."""
    return list(socket.getaddrinfo(host, port, type=socket.SOCK_STREAM))


class Deadline:
    """When to be done. None is never."""

    def __init__(self, seconds: float | None) -> None:
        self._at = None if seconds is None else monotonic() + seconds

    @property
    def left(self) -> float | None:
        """Seconds from now, never less than a moment: to a socket 0 would mean not to wait at all."""
        return None if self._at is None else max(self._at - monotonic(), 0.001)


def look_up(host: str, port: int, deadline: Deadline, tape: Tape, resolve: Resolve = ask_the_system) -> list[Address]:
    """The addresses of a name. Raises OSError: gaierror also where nobody answers in time.

    The system's own call cannot be interrupted, and with dead name servers it takes half a minute, so a thread of its
    own makes it, which is left behind if need be.
    """
    if _is_number(host):
        return resolve(host, port)
    asking = _Asking(host, port, resolve)
    with tape.waiting_for(asking.over):
        Thread(target=asking.run, daemon=True, name="look-up").start()
        asking.over.wait(deadline.left)
    tape.go_on()
    return asking.result()


class _Asking:
    def __init__(self, host: str, port: int, resolve: Resolve) -> None:
        self._host, self._port, self._resolve = host, port, resolve
        self._found: list[Address] | OSError = socket.gaierror(socket.EAI_AGAIN, "no name server answered in time")
        self.over = Event()

    def run(self) -> None:
        try:
            self._found = self._resolve(self._host, self._port)
        except OSError as error:
            self._found = error
        except UnicodeError as error:  # a label of more than 63 characters
            self._found = socket.gaierror(socket.EAI_NONAME, str(error))
        finally:
            self.over.set()

    def result(self) -> list[Address]:
        found = self._found
        if isinstance(found, OSError):
            raise found
        return found


def reach(addresses: list[Address], deadline: Deadline, tape: Tape) -> socket.socket:
    """A connection to the first address that takes it; each gets its share of the time. Raises OSError.

    Without shares a network on which IPv6 leads nowhere would use up the time before IPv4 has its turn.
    """
    problem: OSError = OSError("no address")
    for number, (family, kind, protocol, _, address) in enumerate(addresses):
        opened = socket.socket(family, kind, protocol)
        try:
            left = deadline.left
            opened.settimeout(None if left is None else left / (len(addresses) - number))
            opened.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            tape.hold(opened)
            opened.connect(address)
            opened.settimeout(deadline.left)
            tape.go_on()  # hanging up between `hold` and `connect` does not keep it from connecting
        except OSError as error:
            opened.close()
            problem = error
            if tape.hung_up:
                break
        else:
            return opened
    raise problem


@lru_cache(16)
def _is_number(host: str) -> bool:
    try:
        ip_address(host)
    except ValueError:
        return False
    return True
