"""A connection to the practice server, byte by byte."""

import socket
from urllib.parse import urlsplit

from mktgui.practice.server import PATH, PracticeServer
from tests.practice.raw import LISTED, Caller, envelope


class Line:
    """A connection, byte by byte."""

    def __init__(self, server: PracticeServer) -> None:
        self.socket = socket.create_connection(("127.0.0.1", urlsplit(server.endpoint).port or 0), timeout=5)

    def close(self) -> None:
        self.socket.close()

    def send(self, head: str, body: bytes = b"") -> None:
        self.socket.sendall(head.replace("\n", "\r\n").encode() + b"\r\n\r\n" + body)

    def everything(self) -> bytes:
        """All that comes until the other end closes."""
        return b"".join(iter(lambda: self.socket.recv(65536), b""))


def post(caller: Caller, content: str = LISTED) -> tuple[str, bytes]:
    """Head and body for `Line.send`."""
    body = envelope(content, caller.blocks())
    return f"POST {PATH} HTTP/1.1\nContent-Type: text/xml\nContent-Length: {len(body)}", body
