"""A real gnome-keyring on a message bus of its own, with a home that is thrown away. For all tests that need one.

Needs the Debian packages dbus and gnome-keyring. The bus starts no services by itself, so nothing can open a prompt,
and no person's own bus, home or display is reachable from it.
"""

import os
import signal
import subprocess
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Event
from time import monotonic

from jeepney import DBusAddress, Properties, message_bus, new_method_call
from jeepney.io.blocking import DBusConnection, Proxy, open_dbus_connection

SECRETS = "org.freedesktop.secrets"
PASSWORD = b"opens the throw-away keyring"
PATIENCE = 20.0

BUS = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:path={folder}/bus</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"""


class KeyringDaemon:
    """The daemon, unlocked. `environment` is the whole environment for a program that is to use it."""

    def __init__(self, folder: Path, address: str, environment: dict[str, str]) -> None:
        self.folder = folder
        self.address = address
        self.environment = environment

    def lock(self) -> None:
        """Lock every collection, as the system does when a person leaves."""
        service = DBusAddress("/org/freedesktop/secrets", SECRETS, "org.freedesktop.Secret.Service")
        with closing(self._connect()) as connection:
            [(_, collections)] = connection.send_and_get_reply(Properties(service).get("Collections")).body
            connection.send_and_get_reply(new_method_call(service, "Lock", "ao", (collections,)))

    def kill(self) -> None:
        """End the daemon without notice; the bus stays."""
        with closing(self._connect()) as connection:
            [process] = Proxy(message_bus, connection).GetConnectionUnixProcessID(SECRETS)
            os.kill(process, signal.SIGKILL)
            _wait(lambda: not _is_owned(connection), "the keyring is still there")

    def is_alive(self) -> bool:
        """Whether the daemon can be asked. Raises OSError where the bus itself has gone."""
        with closing(self._connect()) as connection:
            return _is_owned(connection)

    def start(self) -> None:
        """Start the daemon unlocked; the keyring in its home is made where there is none."""
        subprocess.run(
            ["gnome-keyring-daemon", "--unlock", "--components=secrets"],
            input=PASSWORD,
            env=self.environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            check=True,
            timeout=PATIENCE,
        )
        with closing(self._connect()) as connection:
            _wait(lambda: _is_owned(connection), "the keyring did not come up")

    def _connect(self) -> DBusConnection:
        return open_dbus_connection(self.address)


@contextmanager
def keyring_daemon() -> Iterator[KeyringDaemon]:
    """A bus and a daemon for as long as the block lasts."""
    with TemporaryDirectory(prefix="ring-", dir="/tmp") as name:  # a short path: sockets allow 107 letters
        folder = Path(name)
        configuration = folder / "bus.conf"
        configuration.write_text(BUS.format(folder=folder))
        environment = _environment(folder)
        command = ["dbus-run-session", f"--config-file={configuration}", "--"]
        script = 'printf "%s\\n" "$DBUS_SESSION_BUS_ADDRESS"; exec cat'
        with subprocess.Popen(
            [*command, "sh", "-c", script],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment,
            text=True,
        ) as session:
            assert session.stdin is not None
            assert session.stdout is not None
            address = session.stdout.readline().strip()
            assert str(folder) in address, "not our own bus"
            daemon = KeyringDaemon(folder, address, environment | {"DBUS_SESSION_BUS_ADDRESS": address})
            try:
                daemon.start()
                yield daemon
            finally:
                with suppress(Exception):  # a test may have killed it
                    daemon.kill()
                session.stdin.close()  # ends `cat`, and with it the session
                session.wait(PATIENCE)


def _environment(folder: Path) -> dict[str, str]:
    """Nothing of the person's but the search path."""
    home = folder / "home"
    home.mkdir(mode=0o700)
    runtime = folder / "run"
    runtime.mkdir(mode=0o700)
    return {
        "PATH": os.environ["PATH"],
        "HOME": str(home),
        "XDG_RUNTIME_DIR": str(runtime),
        "XDG_DATA_HOME": str(home / "share"),
        "XDG_CONFIG_HOME": str(home / "config"),
        "XDG_CACHE_HOME": str(home / "cache"),
        "LANG": "C.UTF-8",
    }


def _is_owned(connection: DBusConnection) -> bool:
    [owned] = Proxy(message_bus, connection).NameHasOwner(SECRETS)
    return bool(owned)


def _wait(condition: Callable[[], bool], otherwise: str) -> None:
    deadline, pause = monotonic() + PATIENCE, Event()
    while not condition():
        assert monotonic() < deadline, otherwise
        pause.wait(0.01)
