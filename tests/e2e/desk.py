"""A screen, a message bus, a keyring and an accessibility bus, all private and thrown away afterwards.

Needs the Debian packages xvfb, dbus, gnome-keyring and at-spi2-core.
"""

import os
import subprocess
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import AnyStr

from jeepney import DBusAddress, DBusErrorResponse, MessageType, message_bus, new_method_call
from jeepney.io.blocking import DBusConnection, Proxy, open_dbus_connection

from tests.e2e.screen_reader import want_focus
from tests.e2e.waiting import until
from tests.storage.keyring_daemon import KeyringDaemon, keyring_daemon

ROOT = Path(__file__).parents[2]
A11Y = DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Bus")
LAUNCHERS = ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher")
SCREEN = ("-screen", "0", "1280x1024x24", "-nolisten", "tcp", "-noreset")


@dataclass(frozen=True, slots=True)
class Desk:
    """What a program and its driver need to meet."""

    display: int
    environment: dict[str, str]
    """The whole environment for a program that is to run here."""
    ring: KeyringDaemon
    accessibility: str
    """The address of the accessibility bus."""


@contextmanager
def desk() -> Iterator[Desk]:
    """Set it up, and clear it away whatever happened."""
    with ExitStack() as stack:
        ring = stack.enter_context(keyring_daemon())
        display = stack.enter_context(_screen(ring.environment))
        environment = ring.environment | {
            "DISPLAY": f":{display}",
            "TZ": "UTC",
            "QT_QPA_PLATFORM": "xcb",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
            "QT_LOGGING_RULES": "qt.accessibility.atspi=false",  # it warns of each question about a widget that went
            "PYTHONFAULTHANDLER": "1",  # a crash, or the signal that `Program.status` sends, tells where it was
            "TMPDIR": ring.environment["HOME"],  # so that what is left behind there is seen too
        }
        yield Desk(display, environment, ring, stack.enter_context(_accessibility(environment)))


@contextmanager
def ended(process: subprocess.Popen[AnyStr]) -> Iterator[subprocess.Popen[AnyStr]]:
    """A process that is gone after the block."""
    with process:
        try:
            yield process
        finally:
            process.kill()


@contextmanager
def _screen(environment: dict[str, str]) -> Iterator[int]:
    """A display whose number the server picks itself, so that it is nobody else's."""
    command = ["Xvfb", "-displayfd", "1", *SCREEN]
    server = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    with ended(server):
        assert server.stdout is not None
        yield int(server.stdout.readline())


@contextmanager
def _accessibility(environment: dict[str, str]) -> Iterator[str]:
    """The second bus, on which screen readers listen. Nothing on our own bus is started by asking for it."""
    launcher = next(path for path in LAUNCHERS if os.access(path, os.X_OK))
    command = [launcher, "--launch-immediately"]
    quiet = subprocess.DEVNULL
    started = subprocess.Popen(command, env=environment, stdout=quiet, stderr=quiet, text=True)
    with ended(started), closing(open_dbus_connection(environment["DBUS_SESSION_BUS_ADDRESS"])) as connection:
        try:
            address = until(lambda: _address(connection), "the accessibility bus did not come up")
            with closing(
                open_dbus_connection(address)
            ) as listener:  # so that every program tells from its first moment
                want_focus(listener)
                yield address
        finally:
            started.terminate()  # by this it takes its bus along, which killing would leave
            started.wait(20)


def _address(connection: DBusConnection) -> str:
    [is_up] = Proxy(message_bus, connection).NameHasOwner("org.a11y.Bus")
    if not is_up:
        return ""
    reply = connection.send_and_get_reply(new_method_call(A11Y, "GetAddress"))
    if reply.header.message_type is MessageType.error:
        raise DBusErrorResponse(reply)
    return str(reply.body[0])
