"""Connections for `requests` that tell a tape what they do, and trust whom the operating system trusts."""

import socket
import ssl
from collections.abc import Callable
from functools import partial
from http.client import CONTINUE, HTTPResponse
from typing import Any

from requests.adapters import HTTPAdapter
from urllib3 import HTTPConnectionPool, HTTPSConnectionPool, PoolManager
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import ConnectTimeoutError, NameResolutionError, NewConnectionError

from mktgui.domain.exchange import Stage
from mktgui.wire.dial import Deadline, look_up, reach
from mktgui.wire.rungs import Named, Proven, Reached, Tunnelled, certificate_of, secured_by
from mktgui.wire.tape import Tape
from mktgui.wire.trust import system_trust

Trust = Callable[[], ssl.SSLContext]


class RecordingAdapter(HTTPAdapter):
    """One adapter for one exchange: its connections write on the tape, and nothing is ever tried twice."""

    def __init__(self, tape: Tape, trust: Trust = system_trust, proxy_authorization: str = "") -> None:
        self._tape, self._trust, self._proxy_authorization = tape, trust, proxy_authorization
        super().__init__(max_retries=0, pool_connections=1, pool_maxsize=1)

    def init_poolmanager(self, connections: int, maxsize: int, block: bool = False, **more: Any) -> None:  # noqa: FBT001, FBT002 - the signature of requests
        """Give the pools our connections. Called by requests."""
        self.poolmanager = PoolManager(num_pools=connections, maxsize=maxsize, block=block, **more)
        self._dress(self.poolmanager)

    def proxy_manager_for(self, proxy: str, **more: Any) -> Any:
        """The same for connections through a proxy."""
        if proxy.startswith("https:"):
            more["proxy_ssl_context"] = self._trust()
        manager = super().proxy_manager_for(proxy, **more)
        self._dress(manager)
        return manager

    def proxy_headers(self, proxy: str) -> dict[str, str]:  # noqa: ARG002 - a login is never in its address
        """What is said to the proxy, and to nobody behind it."""
        return {"Proxy-Authorization": self._proxy_authorization} if self._proxy_authorization else {}

    def cert_verify(self, conn: Any, url: str, verify: Any, cert: Any) -> None:
        """Leave the bundle that requests brings along out of it: the system's trust counts."""

    def _dress(self, manager: Any) -> None:
        """A manager makes a pool by calling what stands here for the scheme."""
        manager.pool_classes_by_scheme = {
            "http": partial(_made, HTTPConnectionPool, partial(_Plain, self._tape)),
            "https": partial(_made, HTTPSConnectionPool, partial(_Secured, self._tape, self._trust)),
        }


def _made(pool: Callable[..., Any], connection: Callable[..., Any], *place: Any, **more: Any) -> Any:
    made = pool(*place, **more)
    made.ConnectionCls = connection
    return made


class _Patient(HTTPResponse):
    """Waits for the answer itself, whatever is said meanwhile: http.client only knows one such word, Continue."""

    def _read_status(self) -> tuple[str, int, str]:
        version, status, reason = super()._read_status()  # type: ignore[misc] # begin() has no other seam
        return version, CONTINUE if _SWITCHING < status < _FINAL else status, reason


_SWITCHING, _FINAL = 101, 200  # between them, HTTP's words that come before the answer


class _Recorded:
    """What both kinds of connection do besides connecting and sending."""

    response_class: type[HTTPResponse] = _Patient
    host: str
    port: int
    timeout: float | None
    sock: socket.socket | None
    _dns_host: str
    _tunnelling = False

    def __init__(self, recording: Tape, *place: Any, **more: Any) -> None:
        self.recording = recording
        super().__init__(*place, **more)

    def _new_conn(self) -> socket.socket:
        """Connect by hand, because the socket has to be on the tape before it is connected: so it can be given up.

        Raises what urllib3 expects of it: NameResolutionError, ConnectTimeoutError, NewConnectionError.
        """
        tape, deadline = self.recording, Deadline(self.timeout)
        tape.enter(Stage.CONNECTING)
        try:
            addresses = look_up(self._dns_host, self.port, deadline, tape)
        except socket.gaierror as error:
            raise NameResolutionError(self.host, self, error) from error  # type: ignore[arg-type] # a mixin
        tape.saw(Named(self.host, tuple(dict.fromkeys(str(one[4][0]) for one in addresses))))
        try:
            opened = reach(addresses, deadline, tape)
        except TimeoutError as error:
            raise ConnectTimeoutError(self, str(error)) from error
        except OSError as error:
            raise NewConnectionError(self, str(error)) from error  # type: ignore[arg-type] # a mixin
        tape.saw(Reached(str(opened.getpeername()[0])))
        if isinstance(self, HTTPSConnection):
            tape.enter(Stage.SECURING)
        if tape.hung_up:  # while that was being told
            opened.close()
            raise NewConnectionError(self, "hung up")  # type: ignore[arg-type] # a mixin
        return opened

    def _tunnel(self) -> None:
        """What is said to a proxy to get through it is not yet the request."""
        self._tunnelling = True
        try:
            super()._tunnel()  # type: ignore[misc] # a mixin
            self.recording.go_on()  # to http.client a proxy that was hung up on has said yes
            self.recording.saw(Tunnelled())
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


class _Plain(_Recorded, HTTPConnection):
    """A connection without TLS, writing on a tape."""


class _Secured(_Recorded, HTTPSConnection):
    """A connection with TLS, writing on a tape."""

    def __init__(self, recording: Tape, trust: Trust, *place: Any, **more: Any) -> None:
        self._trust = trust
        super().__init__(recording, *place, **more)

    def connect(self) -> None:
        """Trust is made when it is needed."""
        self.ssl_context = self._trust()
        super().connect()
        self.recording.secured = secured_by(self.sock)
        if self.recording.watched:
            self.recording.saw(Proven(certificate_of(self.sock), str(getattr(self.sock, "version", str)())))
