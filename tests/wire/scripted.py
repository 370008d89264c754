"""A server that does exactly what a test tells it, byte by byte: in the clear, over TLS, or as a proxy."""

import socket
import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Event, Thread
from types import TracebackType
from typing import Self

import trustme

from mktgui.domain.exchange import Stage

PATIENCE = 5.0  # seconds; only a broken test waits that long
_SYN_SENT = "02"


class Talk:
    """The server's end of one connection."""

    def __init__(self, line: socket.socket, server: "ScriptedServer") -> None:
        line.settimeout(PATIENCE)
        self.line, self.server = line, server

    def secure(self, certificate: ssl.SSLContext) -> None:
        """From here on it is TLS."""
        self.line = certificate.wrap_socket(self.line, server_side=True)

    def hear_head(self) -> bytes:
        """A header block, up to its empty line."""
        head = bytearray()
        while not head.endswith(b"\r\n\r\n"):
            head += self._hear(1)
        return bytes(head)

    def hear_request(self) -> bytes:
        """A whole request, with as much of a body as its Content-Length says; none without."""
        heard = bytearray(self.hear_head())
        length = [line for line in heard.split(b"\r\n") if line.lower().startswith(b"content-length:")]
        missing = int(length[0].partition(b":")[2]) if length else 0
        while missing:
            data = self._hear(missing)
            heard += data
            missing -= len(data)
        self.server.asked.set()
        return bytes(heard)

    def hear_something(self) -> None:
        """Whatever comes first."""
        self._hear(65536)
        self.server.asked.set()

    def say(self, data: bytes) -> None:
        self.line.sendall(data)

    def wait_for_the_end(self) -> None:
        """Until the client has hung up; what it still says is thrown away."""
        while self.line.recv(65536):
            pass

    def _hear(self, most: int) -> bytes:
        data = self.line.recv(most)
        if not data:
            raise ConnectionError
        self.server.heard += data
        return data


Script = Callable[[Talk], object]


class ScriptedServer:
    """Plays its script to each connection, one after the other. `heard` is what arrived, decrypted."""

    def __init__(self, script: Script, certificate: ssl.SSLContext | None = None) -> None:
        self._script, self._certificate = script, certificate
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listening.getsockname()[1]
        self.heard = bytearray()
        self.asked, self.may_go_on, self.gone = Event(), Event(), Event()
        self.connections = 0
        self._thread = Thread(target=self._serve, daemon=True, name="scripted")

    @property
    def url(self) -> str:
        return f"{'https' if self._certificate else 'http'}://127.0.0.1:{self.port}/soap/mktows/3_1"

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.may_go_on.set()
        with suppress(OSError):
            self._listening.shutdown(socket.SHUT_RDWR)  # wakes `accept`
        self._listening.close()
        self._thread.join(PATIENCE)
        assert not self._thread.is_alive(), "the scripted server hangs"

    def _serve(self) -> None:
        while True:
            try:
                line, _ = self._listening.accept()
            except OSError:
                return
            self.connections += 1
            talk = Talk(line, self)
            try:
                if self._certificate:
                    talk.secure(self._certificate)
                self._script(talk)
            except TimeoutError:
                continue  # `gone` stays unset: nobody hung up
            except OSError:
                pass  # the client hung up, by EOF or by reset
            finally:
                talk.line.close()
            self.gone.set()


def answer(reply: bytes) -> Script:
    """Hear a request, say this, hang up."""

    def script(talk: Talk) -> None:
        talk.hear_request()
        talk.say(reply)

    return script


def begin(part: bytes) -> Script:
    """Hear a request, say only this, and wait until the client hangs up."""

    def script(talk: Talk) -> None:
        talk.hear_request()
        talk.say(part)
        talk.wait_for_the_end()

    return script


def http(body: bytes, status: str = "200 OK", *headers: str) -> bytes:
    """A plain HTTP answer."""
    lines = (f"HTTP/1.1 {status}", *headers, f"Content-Length: {len(body)}", "", "")
    return "\r\n".join(lines).encode("latin-1") + body


def certificate_for(authority: trustme.CA, *names: str) -> ssl.SSLContext:
    """A server's TLS with a certificate in these names."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert(*names).configure_cert(context)
    return context


@contextmanager
def crowded() -> Iterator[int]:
    """The port of a listener whose queue is full: connecting to it neither succeeds nor fails."""
    with socket.create_server(("127.0.0.1", 0), backlog=0) as listening:
        waiting = [socket.socket() for _ in range(3)]
        for one in waiting:
            one.settimeout(0)
            with suppress(BlockingIOError):
                one.connect(listening.getsockname())
        yield listening.getsockname()[1]
        for one in waiting:
            one.close()


def connecting_to(port: int) -> int:
    """How many sockets of this computer are on their way to that port of it (Linux only)."""
    rows = [line.split() for line in Path("/proc/net/tcp").read_text("ascii").splitlines()[1:]]
    return sum(row[2].endswith(f":{port:04X}") and row[3] == _SYN_SENT for row in rows)


def unused_port() -> int:
    """A port at which nobody listens."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        port: int = listening.getsockname()[1]
        return port


class Stages(list[Stage]):
    """Takes reports, and lets another thread wait for a stage."""

    def __init__(self) -> None:
        super().__init__()
        self._reached = {stage: Event() for stage in Stage}

    def __call__(self, stage: Stage) -> None:
        self.append(stage)
        self._reached[stage].set()

    def wait_for(self, stage: Stage) -> None:
        assert self._reached[stage].wait(PATIENCE), f"never got to {stage}"
