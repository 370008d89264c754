"""A real proxy of Debian's on this computer, with or without a login."""

import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event
from time import monotonic

from tests.wire.scripted import PATIENCE, unused_port

NAME, PASSWORD = "ada", "p-w.1"
MARKETO = "marketo.test"


@contextmanager
def tinyproxy(folder: Path, behind: int = 0, *, login: bool = False) -> Iterator[int]:
    """The port of a running proxy. What goes to marketo.test is handed on to the proxy at port `behind`."""
    port = unused_port()
    lines = [
        f"Port {port}",
        "Listen 127.0.0.1",
        "Timeout 30",
        f'LogFile "{folder / "tinyproxy.log"}"',
        f'PidFile "{folder / "tinyproxy.pid"}"',
        *([f"BasicAuth {NAME} {PASSWORD}"] if login else []),
        *([f'Upstream http 127.0.0.1:{behind} "{MARKETO}"'] if behind else []),
    ]
    configuration = folder / "tinyproxy.conf"
    configuration.write_text("\n".join(lines) + "\n", "utf-8")
    with subprocess.Popen(
        ["tinyproxy", "-d", "-c", str(configuration)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as process:
        try:
            _until_it_listens(port, process)
            yield port
        finally:
            process.terminate()


def _until_it_listens(port: int, process: "subprocess.Popen[bytes]") -> None:
    ends, never = monotonic() + PATIENCE, Event()
    while True:
        assert process.poll() is None, "tinyproxy has ended"
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
        except ConnectionRefusedError:
            assert monotonic() < ends
            never.wait(0.01)
        else:
            return
