"""Looks at the certificate of somebody whom this computer does not trust, so that the person can be told who it was."""

import socket
import ssl
from contextlib import closing
from urllib.parse import urlsplit

from mktgui.wire.dial import Deadline, look_up, reach
from mktgui.wire.network import Network, Route
from mktgui.wire.rungs import Certificate, certificate_of
from mktgui.wire.tape import Tape

_HTTPS = 443
_LONGEST_HEAD = 64 * 1024
_GRANTED = 200


def look_at_stranger(url: str, route: Route, network: Network, tape: Tape) -> Certificate:
    """The certificate at this address, unverified; an empty one where none can be had. Never raises.

    On this line nothing is ever said but TLS's hello: it is the one place that does not verify, and it is not HTTP.
    """
    there = urlsplit(url)
    host, port = there.hostname or "", there.port or _HTTPS
    deadline = Deadline(network.connect_seconds)
    try:
        with (
            closing(_line(route, host, port, deadline, tape)) as line,
            _curious().wrap_socket(line, server_hostname=host) as secured,
        ):
            return certificate_of(secured)
    except (OSError, ValueError):  # ValueError: a host name that TLS cannot carry
        return Certificate()


def _curious() -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    return context


def _line(route: Route, host: str, port: int, deadline: Deadline, tape: Tape) -> socket.socket:
    """Raises OSError."""
    proxy = urlsplit(route.proxy)
    if proxy.scheme == "https":
        raise OSError("a tunnel inside TLS is not worth a second kind of connection")
    to = (proxy.hostname or "", proxy.port or _HTTPS) if route.proxy else (host, port)
    line = reach(look_up(*to, deadline, tape), deadline, tape)
    if route.proxy:
        try:
            _tunnel(line, f"[{host}]:{port}" if ":" in host else f"{host}:{port}", route.authorization)
        except BaseException:
            line.close()
            raise
    return line


def _tunnel(line: socket.socket, place: str, authorization: str) -> None:
    login = f"Proxy-Authorization: {authorization}\r\n" if authorization else ""
    line.sendall(f"CONNECT {place} HTTP/1.1\r\nHost: {place}\r\n{login}\r\n".encode("ascii", "replace"))
    head = bytearray()
    while not head.endswith(b"\r\n\r\n") and len(head) < _LONGEST_HEAD:
        byte = line.recv(1)  # not one more: what comes after the empty line is TLS
        if not byte:
            break
        head += byte
    status = head.split(b" ", 2)[1:2]
    if status != [str(_GRANTED).encode()]:
        raise OSError("the proxy did not open the way")
