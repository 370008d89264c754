"""Connections that tell a tape what they do, and trust whom the operating system trusts."""

import socket
import ssl
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from http.client import CONTINUE, HTTPResponse
from typing import Any

from urllib3 import HTTPConnectionPool, HTTPSConnectionPool, ProxyManager
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import ConnectTimeoutError, LocationValueError, NameResolutionError, NewConnectionError
from urllib3.util import Url

from mktgui.domain.exchange import Stage
from mktgui.wire.dial import Deadline, look_up, reach
from mktgui.wire.network import ProxyUnusableError, Route
from mktgui.wire.rungs import Named, Proven, Reached, Tunnelled, certificate_of, secured_by
from mktgui.wire.tape import Tape
from mktgui.wire.trust import system_trust

Trust = Callable[[], ssl.SSLContext]


@dataclass(slots=True)
class Recorder:
    """What connections write on: the tape of the exchange that is under way, another one for each."""

    tape: Tape


def connections_to(url: Url, route: Route, recorder: Recorder, trust: Trust = system_trust) -> HTTPConnectionPool:
    """To this address, writing on the tape. Its `close` closes them. Raises ProxyUnusableError.

    Without requests, which would look into .netrc, read the body of a redirect away, and take a quarter millisecond.
    """
    if url.scheme != "https":
        pool = HTTPConnectionPool(url.host or "", url.port)
        pool.ConnectionCls = partial(_Plain, recorder)  # type: ignore[assignment] # it is only ever called
        return pool
    connection = partial(_Secured, recorder, trust)
    if not route.proxy:
        return _secured_pool(connection, url.host or "", url.port)
    manager = _manager_of(route, trust)
    manager.pool_classes_by_scheme = {"https": partial(_secured_pool, connection)}  # type: ignore[dict-item] # the same
    return manager.connection_from_host(url.host, url.port, url.scheme)


def _manager_of(route: Route, trust: Trust) -> ProxyManager:
    try:
        return ProxyManager(
            route.proxy,
            num_pools=1,
            # Said to the proxy, and to nobody behind it.
            proxy_headers={"Proxy-Authorization": route.authorization} if route.authorization else {},
            proxy_ssl_context=trust() if route.proxy.startswith("https:") else None,
        )
    except LocationValueError as error:
        raise ProxyUnusableError(str(error)) from None


def _secured_pool(connection: Callable[..., Any], *place: Any, **more: Any) -> HTTPSConnectionPool:
    pool = HTTPSConnectionPool(*place, **more)
    pool.ConnectionCls = connection  # type: ignore[assignment] # it is only ever called
    return pool


class _Patient(HTTPResponse):
    """Waits for the answer itself, whatever is said meanwhile: http.client only knows one such word, Continue.

    It knows chunks too, but not of a body that was packed on its way besides (RFC 9112, 7): that it would take with the
    lengths of the chunks among its bytes, and wait for its end until the line is closed.
    """

    def begin(self) -> None:
        super().begin()
        codings = ",".join(self.headers.get_all("Transfer-Encoding", ())).lower().split(",")
        if codings[-1].strip() == "chunked" and self.length != 0:  # status 204 has no body
            self.chunked, self.chunk_left, self.length = True, None, None

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

    def __init__(self, recorder: Recorder, *place: Any, **more: Any) -> None:
        self._recorder = recorder
        super().__init__(*place, **more)

    @property
    def recording(self) -> Tape:
        """The tape of the exchange that is under way."""
        return self._recorder.tape

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

    def __init__(self, recorder: Recorder, trust: Trust, *place: Any, **more: Any) -> None:
        self._trust = trust
        super().__init__(recorder, *place, **more)

    def connect(self) -> None:
        """Trust is made when it is needed."""
        self.ssl_context = self._trust()
        super().connect()
        self.recording.secured = secured_by(self.sock)
        if self.recording.watched:
            self.recording.saw(Proven(certificate_of(self.sock), str(getattr(self.sock, "version", str)())))
