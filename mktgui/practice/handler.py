"""HTTP for the practice Marketo: requests in, honest or spoiled answers out."""

import gzip
import re
import socket
import struct
import sys
from contextlib import suppress
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from socketserver import TCPServer
from threading import Event, Lock, Thread
from typing import Protocol
from urllib.parse import urlsplit

from mktgui.practice import spoiled
from mktgui.practice.faults import ApiFault
from mktgui.practice.marketo import FAULT, Marketo, Said, wsdl
from mktgui.practice.scenarios import Scenario, Trick

LARGEST_REQUEST = 4 * 1024 * 1024
_XML = "text/xml; charset=utf-8"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One request in the journal, as it came, and what became of it. `status` is 0 where nothing was answered."""

    method: str
    path: str
    headers: tuple[tuple[str, str], ...]
    body: bytes
    operation: str = ""
    status: int = 0
    reply: bytes = b""
    notes: tuple[str, ...] = ()


class Practice(Protocol):
    """What a handler needs of the server it works for."""

    closing: Event

    @property
    def marketo(self) -> Marketo: ...
    def take_scenario(self) -> Scenario | None: ...
    def note(self, entry: Entry) -> None: ...


def hang_up(connection: socket.socket) -> None:
    """End a connection in both directions."""
    with suppress(OSError):  # the client may have been quicker
        connection.shutdown(socket.SHUT_RDWR)


class PracticeHttp(ThreadingHTTPServer):
    """A thread for each connection; none of them keeps the program from ending."""

    daemon_threads = True
    block_on_close = False
    request_queue_size = 64

    def __init__(self, address: tuple[str, int], practice: Practice) -> None:
        self.practice = practice
        self._lock = Lock()
        self._open: set[socket.socket] = set()
        super().__init__(address, Handler)

    def server_bind(self) -> None:
        """Bind without asking the name service who we are, as the standard library would."""
        TCPServer.server_bind(self)
        self.server_name, self.server_port = "127.0.0.1", self.socket.getsockname()[1]

    def shutdown(self) -> None:
        """Stop serving at once: the loop looks up rarely, unless somebody connects, so that is what we do."""
        stopping = Thread(target=super().shutdown)
        stopping.start()
        with suppress(OSError):
            socket.create_connection(("127.0.0.1", self.server_port)).close()
        stopping.join()

    def server_close(self) -> None:
        """Stop listening, and end what is open: a connection that idles must not be answered any more."""
        super().server_close()
        with self._lock:
            for one in self._open:
                hang_up(one)

    def opened(self, connection: socket.socket) -> None:
        """For the handler: remember this connection, or end it where it comes too late."""
        with self._lock:
            self._open.add(connection)
            if self.practice.closing.is_set():
                hang_up(connection)

    def ended(self, connection: socket.socket) -> None:
        """For the handler: forget this connection."""
        with self._lock:
            self._open.discard(connection)

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that hangs up is nothing to print about; a bug of ours still is."""
        if not isinstance(sys.exc_info()[1], OSError):
            super().handle_error(request, client_address)  # type: ignore[arg-type] # its own arguments


class Handler(BaseHTTPRequestHandler):
    """One connection."""

    protocol_version = "HTTP/1.1"
    server_version = "practice"
    server: PracticeHttp
    timeout = 120
    disable_nagle_algorithm = True  # head and body are two writes: the second would wait for the client's delayed word

    def setup(self) -> None:
        super().setup()
        self.server.opened(self.connection)

    def finish(self) -> None:
        self.server.ended(self.connection)
        super().finish()

    def do_GET(self) -> None:
        asked = urlsplit(self.path)
        found = asked.query == "WSDL"  # upper case, as the vendor wants it (facts sheet 3.1)
        body = wsdl(f"http://{self.headers.get('Host', '127.0.0.1')}{asked.path}") if found else b"Not found\n"
        status, kind = (200, _XML) if found else (404, "text/plain")
        self._record(b"", Said(status, body, "wsdl" if found else ""))
        self._reply(status, kind, body)

    def do_POST(self) -> None:
        length = self.headers.get("Content-Length", "")
        if not re.fullmatch(r"[0-9]{1,9}", length) or int(length) > LARGEST_REQUEST:
            self.close_connection = True
            status = 413 if length else 411
            self._record(b"", Said(status, b""))
            self._reply(status, "text/plain", b"")
            return
        body = self.rfile.read(int(length))
        marketo, one = self.server.practice.marketo, self.server.practice.take_scenario()
        if one is None and marketo.settings.retired:
            one = Scenario(Trick.RETIRED)
        with marketo.visit(body) as answer:
            if one is None or not one.before_write or self._goes_on(body, one):
                self._finish(body, answer(), one)

    def date_time_string(self, timestamp: float | None = None) -> str:
        """The date of an answer by this Marketo's own clock, which may be skewed on purpose."""
        moment = self.server.practice.marketo.clock().timestamp() if timestamp is None else timestamp
        return super().date_time_string(moment)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name in the standard library
        """The journal says it all."""

    def _goes_on(self, body: bytes, one: Scenario) -> bool:
        """Play what strikes before anything is done; True where the call goes on afterwards."""
        practice = self.server.practice
        match one.trick:
            case Trick.SLOW:
                return not practice.closing.wait(one.amount)
            case Trick.NEVER:
                self._record(body, Said(0, b""))
                self._wait_for_the_client()
            case Trick.RESET:
                self._record(body, Said(0, b""))
                self._reset()
            case Trick.FAULT:
                self._finish(body, Said(FAULT, practice.marketo.fault(ApiFault(one.code))), None)
            case _:
                status, kind, page = spoiled.instead(one, 1)
                self._record(body, Said(status, page))
                self._reply(status, kind, page, location=status // 100 == 3)  # noqa: PLR2004 - a redirection
        return False

    def _finish(self, body: bytes, said: Said, one: Scenario | None) -> None:
        reply = spoiled.changed(one, said.body) if one is not None else said.body
        self._record(body, Said(said.status, reply, said.operation, said.notes))
        trick = one.trick if one is not None else None
        match trick:
            case Trick.CUT_AFTER_WRITE:
                self._hang_up()
            case Trick.NEVER_AFTER_WRITE:
                self._wait_for_the_client()
            case Trick.SLOW_AFTER_WRITE if one is not None:
                if not self.server.practice.closing.wait(one.amount):
                    self._reply(said.status, _XML, reply)
            case Trick.CUT_IN_HEADERS:
                self.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\nConte")
                self._hang_up()
            case Trick.CUT_IN_BODY | Trick.DRIP | Trick.CHUNKED if one is not None:
                self._in_pieces(said.status, reply, one)
            case Trick.GZIP:
                self._reply(said.status, _XML, gzip.compress(reply), encoding="gzip")
            case _:
                self._reply(said.status, _XML, reply)

    def _in_pieces(self, status: int, reply: bytes, one: Scenario) -> None:
        self.send_response(status)
        self.send_header("Content-Type", _XML)
        chunked = one.trick is Trick.CHUNKED
        self.send_header(
            "Transfer-Encoding" if chunked else "Content-Length", "chunked" if chunked else str(len(reply))
        )
        self.end_headers()
        if chunked:
            for start in range(0, len(reply), 97):
                piece = reply[start : start + 97]
                self.wfile.write(f"{len(piece):x}\r\n".encode() + piece + b"\r\n")
            self.wfile.write(b"0\r\n\r\n")
        elif one.trick is Trick.CUT_IN_BODY:
            self.wfile.write(reply[: len(reply) // 2])
            self._hang_up()
        else:
            for byte in reply:
                self.wfile.write(bytes([byte]))
                if self.server.practice.closing.wait(one.amount):
                    return

    def _record(self, body: bytes, said: Said) -> None:
        self.server.practice.note(
            Entry(
                method=self.command,
                path=self.path,
                headers=tuple(self.headers.items()),
                body=body,
                operation=said.operation,
                status=said.status,
                reply=said.body,
                notes=said.notes,
            )
        )

    def _reply(self, status: int, kind: str, body: bytes, *, encoding: str = "", location: bool = False) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        if encoding:
            self.send_header("Content-Encoding", encoding)
        if location:
            self.send_header("Location", f"http://127.0.0.1:{self.server.server_port}/elsewhere")
        self.end_headers()
        self.wfile.write(body)

    def _wait_for_the_client(self) -> None:
        """Say nothing until the client gives up or the server closes."""
        self.close_connection = True
        self.connection.settimeout(0.1)
        while not self.server.practice.closing.is_set():
            with suppress(TimeoutError):
                if not self.connection.recv(1):
                    return

    def _hang_up(self) -> None:
        self.close_connection = True
        hang_up(self.connection)

    def _reset(self) -> None:
        """Close so that the client gets a reset instead of an orderly end."""
        self.close_connection = True
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.connection.close()
