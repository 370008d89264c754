"""Connections for `requests` that tell a tape what they do, and trust whom the operating system trusts."""

import os
import socket
import ssl
from typing import Any

from requests.adapters import HTTPAdapter
from truststore import SSLContext
from urllib3 import HTTPConnectionPool, HTTPSConnectionPool, PoolManager
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import ConnectTimeoutError, NameResolutionError, NewConnectionError

from mktgui.domain.exchange import Stage
from mktgui.wire.tape import Tape


def system_trust() -> ssl.SSLContext:
    """Whom this computer trusts, and the CA file that REQUESTS_CA_BUNDLE names. Never trusts everybody."""
    context = SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    extra = os.environ.get("REQUESTS_CA_BUNDLE")
    if extra and os.path.isfile(extra):  # noqa: PTH113 - a path from the environment, only looked at
        context.load_verify_locations(extra)
    return context


class RecordingAdapter(HTTPAdapter):
    """One adapter for one exchange: its connections write on the tape, and nothing is ever tried twice."""

    def __init__(self, tape: Tape) -> None:
        self._tape = tape
        super().__init__(max_retries=0, pool_connections=1, pool_maxsize=1)

    def init_poolmanager(self, connections: int, maxsize: int, block: bool = False, **more: Any) -> None:  # noqa: FBT001, FBT002 - the signature of requests
        """Give the pools our connections. Called by requests."""
        self.poolmanager = PoolManager(num_pools=connections, maxsize=maxsize, block=block, **more)
        self._dress(self.poolmanager)

    def proxy_manager_for(self, proxy: str, **more: Any) -> Any:
        """The same for connections through a proxy."""
        manager = super().proxy_manager_for(proxy, **more)
        self._dress(manager)
        return manager

    def cert_verify(self, conn: Any, url: str, verify: Any, cert: Any) -> None:
        """Leave the bundle that requests brings along out of it: the system's trust counts."""

    def _dress(self, manager: Any) -> None:
        tape = self._tape

        class Plain(_Recorded, HTTPConnection):
            """A connection without TLS, writing on this tape."""

            recording = tape

        class Secured(_Recorded, HTTPSConnection):
            """A connection with TLS, writing on this tape."""

            recording = tape

            def connect(self) -> None:
                self.ssl_context = system_trust()
                super().connect()

        plain = type("PlainPool", (HTTPConnectionPool,), {"ConnectionCls": Plain})
        secured = type("SecuredPool", (HTTPSConnectionPool,), {"ConnectionCls": Secured})
        manager.pool_classes_by_scheme = {"http": plain, "https": secured}


class _Recorded:
    """What both kinds of connection do besides connecting and sending."""

    recording: Tape
    host: str
    port: int
    timeout: float | None
    sock: socket.socket | None
    _dns_host: str
    _tunnelling = False

    def _new_conn(self) -> socket.socket:
        """Connect by hand, because the socket has to be on the tape before it is connected: so it can be given up.

        Raises what urllib3 expects of it: NameResolutionError, ConnectTimeoutError, NewConnectionError.
        """
        self.recording.enter(Stage.CONNECTING)
        try:
            addresses = socket.getaddrinfo(self._dns_host, self.port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError) as error:
            raise NameResolutionError(self.host, self, _as_gaierror(error)) from error  # type: ignore[arg-type] # a mixin
        problem: OSError = OSError("no address")
        for family, kind, protocol, _, address in addresses:
            opened = socket.socket(family, kind, protocol)
            try:
                return self._connected(opened, address)
            except OSError as error:
                opened.close()
                problem = error
        if isinstance(problem, TimeoutError):
            raise ConnectTimeoutError(self, str(problem)) from problem
        raise NewConnectionError(self, str(problem)) from problem  # type: ignore[arg-type] # a mixin

    def _connected(self, opened: socket.socket, address: Any) -> socket.socket:
        if isinstance(self.timeout, (int, float)):
            opened.settimeout(self.timeout)
        opened.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.recording.hold(opened)
        opened.connect(address)
        if isinstance(self, HTTPSConnection):
            self.recording.enter(Stage.SECURING)
        self.recording.go_on()  # hanging up between `hold` and `connect` does not keep it from connecting
        return opened

    def _tunnel(self) -> None:
        """What is said to a proxy to get through it is not yet the request."""
        self._tunnelling = True
        try:
            super()._tunnel()  # type: ignore[misc] # a mixin
            self.recording.go_on()  # to http.client a proxy that was hung up on has said yes
        finally:
            self._tunnelling = False

    def send(self, data: Any) -> None:
        """Every byte of a request passes here, before TLS takes it."""
        if self.sock is None:
            self.connect()  # type: ignore[attr-defined] # a mixin; http.client would do it a step later, unseen
        if not self._tunnelling:
            if not self.recording.left:
                self.recording.enter(Stage.SENDING)
            self.recording.record(bytes(data))
        super().send(data)  # type: ignore[misc] # a mixin

    def getresponse(self) -> Any:
        """All is sent; from here on it is waiting."""
        self.recording.enter(Stage.WAITING)
        return super().getresponse()  # type: ignore[misc] # a mixin


def _as_gaierror(error: Exception) -> socket.gaierror:
    return error if isinstance(error, socket.gaierror) else socket.gaierror(socket.EAI_NONAME, str(error))
