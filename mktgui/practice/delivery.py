"""How an answer travels: whole, in pieces, late, cut off, or not at all."""

import gzip
import re
import socket
import struct
from contextlib import suppress
from http.server import BaseHTTPRequestHandler
from threading import Event

from mktgui.practice.pages import Sent
from mktgui.practice.scenarios import Scenario
from mktgui.practice.tricks import Trick

WORTH_COMPRESSING = 1024  # bytes (facts sheet 6.4)
_REDIRECTIONS = range(300, 400)


def hang_up(connection: socket.socket) -> None:
    """End a connection in both directions."""
    with suppress(OSError):  # the client may have been quicker
        connection.shutdown(socket.SHUT_RDWR)


class Delivery(BaseHTTPRequestHandler):
    """The sending half of a handler. `closing` is set when the server goes: nobody is kept waiting then."""

    closing: Event

    def reply(self, sent: Sent, *, encoding: str = "") -> None:
        """Send it whole."""
        status, kind, body = sent
        body = gzip.compress(body) if encoding else body
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        if encoding:
            self.send_header("Content-Encoding", encoding)
        if status in _REDIRECTIONS:
            self.send_header("Location", f"http://127.0.0.1:{self.connection.getsockname()[1]}/elsewhere")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def deliver(self, sent: Sent, one: Scenario | None, *, compresses: bool) -> None:
        """Send it as the scenario wants it to travel."""
        wanted = (
            compresses and len(sent[2]) >= WORTH_COMPRESSING and takes_gzip(self.headers.get("Accept-Encoding", ""))
        )
        match one.trick if one is not None else None:
            case Trick.CUT_AFTER_WRITE:
                self.hang_up()
            case Trick.NEVER_AFTER_WRITE:
                self.wait_for_the_client()
            case Trick.SLOW_AFTER_WRITE if one is not None:
                if not self.closing.wait(one.amount):
                    self.reply(sent)
            case Trick.CUT_IN_HEADERS:
                self.wfile.write(f"HTTP/1.1 200 OK\r\nContent-Type: {sent[1].partition(';')[0]}\r\nConte".encode())
                self.hang_up()
            case Trick.CUT_IN_BODY | Trick.DRIP | Trick.CHUNKED if one is not None:
                self._in_pieces(sent, one)
            case Trick.GZIP:
                self.reply(sent, encoding="gzip")
            case _:
                self.reply(sent, encoding="gzip" if wanted else "")

    def _in_pieces(self, sent: Sent, one: Scenario) -> None:
        status, kind, reply = sent
        self.send_response(status)
        self.send_header("Content-Type", kind)
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
            self.hang_up()
        else:
            for byte in reply:
                self.wfile.write(bytes([byte]))
                if self.closing.wait(one.amount):
                    return

    def wait_for_the_client(self) -> None:
        """Say nothing until the client gives up or the server closes."""
        self.close_connection = True
        self.connection.settimeout(0.1)
        while not self.closing.is_set():
            with suppress(TimeoutError):
                if not self.connection.recv(1):
                    return

    def hang_up(self) -> None:
        """End this connection."""
        self.close_connection = True
        hang_up(self.connection)

    def reset(self) -> None:
        """Close so that the client gets a reset instead of an orderly end."""
        self.close_connection = True
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.connection.close()


def takes_gzip(accepted: str) -> bool:
    """Whether an Accept-Encoding header allows gzip; a quality of nought forbids it."""
    wanted = dict[str, bool]()
    for part in accepted.lower().split(","):
        name, _, parameters = part.partition(";")
        wanted[name.strip()] = not re.fullmatch(r"\s*q\s*=\s*0(\.0*)?\s*", parameters)
    return wanted.get("gzip", wanted.get("*", False))
