"""Between the roof and the rooms below: makes transports, and texts out of messages.

Read when the first call is near: the libraries behind it are slow to import, and the window is on the screen before.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from threading import Lock
from typing import TYPE_CHECKING

from mktgui.domain.calls import Call, SyncLead
from mktgui.domain.outcome import Failure, FailureKind, NotSent, Outcome
from mktgui.domain.ports import MessageText, Report, SecretStore, TextForm, Transport
from mktgui.domain.profile import PRACTICE, Profile
from mktgui.domain.secret import Secret

if TYPE_CHECKING:
    from mktgui.practice.server import PracticeServer
    from mktgui.soap.envelope import EnvelopeBuilder


class Practice:
    """The practice server of this run. Started by the first call that needs it, shut with the program."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._server: PracticeServer | None = None
        self._closed = False

    def server(self) -> "PracticeServer":
        """The running server. For worker threads; raises OSError where no port can be had."""
        from mktgui.practice.server import PracticeServer  # noqa: PLC0415 - slow, and not needed for the first paint

        with self._lock:
            if self._server is None and not self._closed:
                self._server = PracticeServer()
                self._server.start()
            if self._server is None:
                message = "the program is closing"
                raise OSError(message)
            return self._server

    def close(self) -> None:
        """Shut it, if it ever ran."""
        with self._lock:
            self._closed = True
            if self._server is not None:
                self._server.close()
                self._server = None


class LateTransport:
    """A transport that is made on the worker thread, because making one imports zeep or starts a server."""

    def __init__(self, make: Callable[[], Transport]) -> None:
        self._make = make
        self._lock = Lock()
        self._made: Transport | None = None
        self._aborted = False

    def send(self, call: Call, report: Report) -> Outcome:
        """Make it, and send by it."""
        made = self._make()
        with self._lock:
            if self._aborted:
                return NotSent(call, Failure(kind=FailureKind.STOPPED))
            self._made = made
        return made.send(call, report)

    def abort(self) -> None:
        """Hang up, or keep it from calling."""
        with self._lock:
            self._aborted = True
            made = self._made
        if made is not None:
            made.abort()


class Connections:
    """Makes transports and texts out of the rooms below."""

    def __init__(self, secrets: SecretStore) -> None:
        self._secrets, self.practice = secrets, Practice()
        self._lock = Lock()
        self._builder: EnvelopeBuilder | None = None

    def close(self) -> None:
        """Shut the practice server, if it ever ran."""
        self.practice.close()

    def connect(self, profile: Profile) -> Transport:
        """A transport for a profile; cheap, because the work waits for `send`."""
        return LateTransport(partial(self._transport, profile))

    def read_message(self, body: bytes, form: TextForm, *, masked: bool) -> MessageText:
        """A message as text for the screen."""
        from mktgui.soap.messages import read_message  # noqa: PLC0415 - lxml is not needed for the first paint

        return read_message(body, form, masked=masked)

    def mask(self, body: bytes) -> bytes:
        """The bytes of a message without signature and user."""
        from mktgui.wire.redact import mask_body  # noqa: PLC0415 - lxml is not needed for the first paint

        return mask_body(body)

    def preview(self, call: SyncLead, user_id: str) -> bytes:
        """The request that a send would send, without a signature. For worker threads."""
        from mktgui.soap.preview import RequestPreview  # noqa: PLC0415 - imports zeep

        return RequestPreview(self._envelopes())(call, user_id)

    def _transport(self, profile: Profile) -> Transport:
        from mktgui.soap.transport import SoapTransport  # noqa: PLC0415 - imports zeep

        if profile.id != PRACTICE.id:
            return SoapTransport(profile, partial(self._secrets.get, profile.id), self._envelopes(), _now)
        server = self.practice.server()
        there = replace(profile, endpoint=server.endpoint, user_id=server.user_id)
        return SoapTransport(there, partial(Secret, server.secret), self._envelopes(), _now)

    def _envelopes(self) -> "EnvelopeBuilder":
        from mktgui.soap.envelope import EnvelopeBuilder  # noqa: PLC0415 - imports zeep

        with self._lock:
            if self._builder is None:
                self._builder = EnvelopeBuilder()
            return self._builder


def _now() -> datetime:
    """This moment with the offset of this place, as the vendor's samples write it."""
    return datetime.now(UTC).astimezone()
