"""HTTP for the practice Marketo: requests in, honest or spoiled answers out."""

import re
import socket
import sys
from contextlib import suppress
from dataclasses import dataclass, replace
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from socketserver import TCPServer
from threading import Event, Lock, Thread
from typing import Protocol
from urllib.parse import urlsplit

from mktgui.practice.delivery import Delivery, hang_up
from mktgui.practice.marketo import Marketo, wsdl
from mktgui.practice.pages import Sent, page
from mktgui.practice.rest.api import RestApi
from mktgui.practice.rest.request import is_rest, without_secret
from mktgui.practice.rest.turns import turn_for
from mktgui.practice.scenarios import Scenario
from mktgui.practice.soap_turn import SoapTurn
from mktgui.practice.spoiled import XML
from mktgui.practice.tricks import Door, Trick
from mktgui.practice.turn import Said, Turn

LARGEST_REQUEST = 4 * 1024 * 1024
LARGEST_REST_REQUEST = 1024 * 1024
LONGEST_URI = 8 * 1024


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
    @property
    def rest(self) -> RestApi: ...
    def take_scenario(self, door: Door) -> Scenario | None: ...
    def note(self, entry: Entry) -> None: ...


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


class Handler(Delivery, BaseHTTPRequestHandler):
    """One connection."""

    protocol_version = "HTTP/1.1"
    server_version = "practice"
    server: PracticeHttp
    timeout = 120
    disable_nagle_algorithm = True  # head and body are two writes: the second would wait for the client's delayed word

    def setup(self) -> None:
        super().setup()
        self.closing = self.server.practice.closing
        self.server.opened(self.connection)

    def finish(self) -> None:
        self.server.ended(self.connection)
        super().finish()

    def do_GET(self) -> None:
        if is_rest(self.path):
            self._serve_rest()
            return
        asked = urlsplit(self.path)
        found = asked.query == "WSDL"  # upper case, as the vendor wants it (facts sheet 3.1)
        body = wsdl(f"http://{self.headers.get('Host', '127.0.0.1')}{asked.path}") if found else b"Not found\n"
        status, kind = (200, XML) if found else (404, "text/plain")
        self._record(b"", Said(status, body, "wsdl" if found else ""))
        self.reply((status, kind, body))

    def do_POST(self) -> None:
        if is_rest(self.path):
            self._serve_rest()
            return
        length = self.headers.get("Content-Length", "")
        if not re.fullmatch(r"[0-9]{1,9}", length) or int(length) > LARGEST_REQUEST:
            self.close_connection = True
            status = 413 if length else 411
            self._record(b"", Said(status, b""))
            self.reply((status, "text/plain", b""))
            return
        marketo = self.server.practice.marketo
        turn = SoapTurn(marketo, self.rfile.read(int(length)))
        one = self.server.practice.take_scenario(turn.door)
        if one is None and marketo.settings.retired:
            one = Scenario(Trick.RETIRED)
        self._serve(turn, one)

    def do_PUT(self) -> None:
        """REST says in its own words that it has no such method; for SOAP the standard library does."""
        if is_rest(self.path):
            self._serve_rest()
        else:
            self.send_error(HTTPStatus.NOT_IMPLEMENTED, f"Unsupported method ({self.command!r})")

    do_DELETE = do_PATCH = do_HEAD = do_OPTIONS = do_PUT  # noqa: N815 - names in the standard library

    def date_time_string(self, timestamp: float | None = None) -> str:
        """The date of an answer by this Marketo's own clock, which may be skewed on purpose."""
        moment = self.server.practice.marketo.clock().timestamp() if timestamp is None else timestamp
        return super().date_time_string(moment)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name in the standard library
        """The journal says it all."""

    def _serve_rest(self) -> None:
        body, refusal = self._rest_body()
        if refusal is not None:
            self.close_connection = True
            self._record(b"", Said(refusal[0], refusal[2]))
            self.reply(refusal)
            return
        turn = turn_for(self.server.practice.rest, self.command, self.path, dict(self.headers.items()), body)
        self._serve(turn, self.server.practice.take_scenario(turn.door))

    def _rest_body(self) -> tuple[bytes, Sent | None]:
        """The body of a request over REST, or what the gateway says to one that is too long (facts sheet 6.5)."""
        length = self.headers.get("Content-Length", "0")
        if len(self.path) > LONGEST_URI:
            return b"", page(414, b"Request-URI Too Long")
        if "Transfer-Encoding" in self.headers:
            return b"", page(411, b"Length Required")
        if not re.fullmatch(r"[0-9]{1,9}", length) or int(length) > LARGEST_REQUEST:
            return b"", page(413, b"Request Entity Too Large")
        body = self.rfile.read(int(length))  # also what is too long: a client that still sends would hear nothing
        return (body, None) if len(body) <= LARGEST_REST_REQUEST else (b"", page(413, b"Request Entity Too Large"))

    def _serve(self, turn: Turn, one: Scenario | None) -> None:
        with turn.visit(one) as answer:
            if one is None or not one.before_write or self._goes_on(turn, one):
                said = answer()
                sent = turn.sent(one, said)
                self._record(turn.body, replace(said, status=sent[0], body=sent[2]))
                self.deliver(sent, one, compresses=turn.compresses)

    def _goes_on(self, turn: Turn, one: Scenario) -> bool:
        """Play what strikes before anything is done; True where the call goes on afterwards."""
        match one.trick:
            case Trick.SLOW:
                return not self.closing.wait(one.amount)
            case Trick.NEVER:
                self._record(turn.body, Said(0, b""))
                self.wait_for_the_client()
            case Trick.RESET:
                self._record(turn.body, Said(0, b""))
                self.reset()
            case _:
                sent = turn.instead(one)
                self._record(turn.body, Said(sent[0], sent[2]))
                self.reply(sent)
        return False

    def _record(self, body: bytes, said: Said) -> None:
        self.server.practice.note(
            Entry(
                method=self.command,
                path=without_secret(self.path),
                headers=tuple(self.headers.items()),
                body=body,
                operation=said.operation,
                status=said.status,
                reply=said.body,
                notes=said.notes,
            )
        )
