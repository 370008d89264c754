"""Between the roof and the rooms below: makes transports, and texts out of messages.

Read when the first call is near: the libraries behind it are slow to import, and the window is on the screen before.
"""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from threading import Lock
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

from mktgui.domain.calls import Call, SyncLead
from mktgui.domain.ladder import CheckResult, Mark, Rung, RungResult
from mktgui.domain.limits import Tally, instance_of
from mktgui.domain.outcome import Failure, FailureKind, NotSent, Outcome
from mktgui.domain.ports import CheckConnection, MessageText, Report, SecretStore, TextForm, Transport
from mktgui.domain.profile import Profile, TransportKind
from mktgui.domain.proxy import proxy_secret_id
from mktgui.domain.secret import Secret
from mktgui.workers.call_book import CallBook
from mktgui.workers.counted import CountedTransport
from mktgui.workers.logged import LoggedTransport

if TYPE_CHECKING:
    from mktgui.domain.catalogue_store import CatalogueStore
    from mktgui.domain.snippets import Language
    from mktgui.domain.ticket import TicketMaker
    from mktgui.practice.server import PracticeServer
    from mktgui.rest.names import Names
    from mktgui.rest.told import Told
    from mktgui.soap.envelope import EnvelopeBuilder
    from mktgui.wire.way import Way


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


class Abortable(Protocol):
    """What can be hung up on."""

    def abort(self) -> None: ...


Made = TypeVar("Made", bound=Abortable)


class Late(Generic[Made]):
    """Something that is made on the worker thread, because making it imports zeep or starts a server."""

    def __init__(self, make: Callable[[], Made]) -> None:
        self._make = make
        self._lock = Lock()
        self._made: Made | None = None
        self._aborted = False

    def made(self) -> tuple[Made, bool]:
        """Make it, and tell whether it was aborted before."""
        made = self._make()
        with self._lock:
            self._made = made
            return made, self._aborted

    def abort(self) -> None:
        """Hang up, or keep it from calling."""
        with self._lock:
            self._aborted = True
            made = self._made
        if made is not None:
            made.abort()


class LateTransport(Late[Transport]):
    """Implements the port `Transport`."""

    def send(self, call: Call, report: Report) -> Outcome:
        """Make it, and send by it."""
        made, aborted = self.made()
        return NotSent(call, Failure(kind=FailureKind.STOPPED)) if aborted else made.send(call, report)


class LateCheck(Late[CheckConnection]):
    """Implements the port `CheckConnection`, and counts the one call that a check makes."""

    def __init__(self, make: Callable[[], CheckConnection], book: CallBook, instance: str) -> None:
        super().__init__(make)
        self._book, self._instance = book, instance

    def run(self, tell: Callable[[RungResult], None]) -> CheckResult:
        """Make it, and climb. Aborted before, it stops at its first rung."""
        made, aborted = self.made()
        if aborted:
            made.abort()
        counted = self._book.take(self._instance)
        result = made.run(tell)
        called = Rung.REST if result.is_of_rest else Rung.HTTP  # asking for a token is no call that counts
        self._book.settle(self._instance, counted, left=result.on(called).mark is not Mark.SKIPPED)
        return result


class Connections:
    """Makes transports, checks and texts out of the rooms below.

    `catalogues` has what was read in earlier runs, so that the names of fields need not be asked for again over REST.
    """

    def __init__(
        self,
        secrets: SecretStore,
        book: CallBook,
        system_proxy: Callable[[str], str] | None = None,
        catalogues: "CatalogueStore | None" = None,
    ) -> None:
        self._secrets, self._book, self._system_proxy = secrets, book, system_proxy
        self._catalogues = catalogues
        self.practice = Practice()
        self._lock = Lock()
        self._builder: EnvelopeBuilder | None = None
        self._rest: Told | None = None

    def close(self) -> None:
        """Shut the practice server, if it ever ran."""
        self.practice.close()

    def connect(self, profile: Profile) -> Transport:
        """A transport for a profile; cheap, because the work waits for `send`."""
        late = LoggedTransport(LateTransport(partial(self._transport, profile)), profile.environment)
        if profile.is_built_in:
            return late  # the built-in server is nobody's quota
        return CountedTransport(late, self._book, instance_of(profile))

    def make_check(
        self, profile: Profile, secret: Secret | None = None, proxy_password: Secret | None = None
    ) -> CheckConnection:
        """A credential check. A secret that was typed and not saved yet is given; for None the kept one is read."""
        return LateCheck(partial(self._check, profile, secret, proxy_password), self._book, instance_of(profile))

    def count(self, profile: Profile) -> Callable[[], Tally] | None:
        """How many calls this program has made to the profile's Marketo; None for the built-in practice server."""
        return None if profile.is_built_in else partial(self._book.tally, instance_of(profile))

    def read_message(self, body: bytes, form: TextForm, *, masked: bool) -> MessageText:
        """A message as text for the screen, by what its bytes look like: what a header says of them may be wrong."""
        from mktgui.rest.messages import is_json, read_json_message  # noqa: PLC0415 - not needed for the first paint

        if is_json(body):
            return read_json_message(body, form, masked=masked)
        from mktgui.soap.messages import read_message  # noqa: PLC0415 - lxml is not needed for the first paint

        return read_message(body, form, masked=masked)

    def mask(self, body: bytes) -> bytes:
        """The bytes of a message without signature and user."""
        from mktgui.wire.redact import mask_body  # noqa: PLC0415 - lxml is not needed for the first paint

        return mask_body(body)

    def preview(self, profile: Profile, call: SyncLead) -> bytes:
        """The request that a send by this connection would send, without a signature or a token. For worker threads."""
        if profile.transport is TransportKind.SOAP:
            from mktgui.soap.preview import RequestPreview  # noqa: PLC0415 - imports zeep

            return RequestPreview(self._envelopes())(call, profile.user_id)
        from mktgui.rest.preview import RestPreview  # noqa: PLC0415 - not needed for the first paint

        return RestPreview(profile, self._told(profile))(call, profile.user_id)

    def make_ready(self, profile: Profile, call: SyncLead) -> None:
        """Make what can be made of a request before it is sent, where that takes its time. For worker threads."""
        if profile.transport is not TransportKind.SOAP or self._builder is None:
            return  # JSON is made in no time; and who has never sent anything is not to wait for zeep now
        from mktgui.soap.envelope import RequestInvalidError  # noqa: PLC0415 - imports zeep

        user_id = self.practice.server().user_id if profile.is_built_in else profile.user_id
        with suppress(RequestInvalidError):  # Send says so
            self._builder.make_ready(call, user_id.strip())

    def ticket_maker(self) -> "TicketMaker":
        """What writes a call for a ticket."""
        from mktgui.domain.ticket import TicketMaker  # noqa: PLC0415 - not needed for the first paint
        from mktgui.wire.disguise import disguised_head, disguised_message  # noqa: PLC0415 - imports lxml

        return TicketMaker(partial(disguised_message, self.read_message), disguised_head)

    def snippet(self, call: Call, profile: Profile, language: "Language") -> str:
        """A call as code for the API of a connection. For worker threads; raises SnippetError."""
        if profile.transport is TransportKind.REST:
            return self._rest_snippet(call, profile, language)
        from mktgui.soap.snippets.maker import SnippetMaker  # noqa: PLC0415 - imports zeep

        there = replace(profile, endpoint=self.practice.server().endpoint) if profile.is_built_in else profile
        return SnippetMaker(self._envelopes())(call, there, language)

    def _rest_snippet(self, call: Call, profile: Profile, language: "Language") -> str:
        from mktgui.rest.snippets.maker import SnippetMaker  # noqa: PLC0415 - not needed for the first paint

        there = replace(profile, endpoint=self.practice.server().rest_endpoint) if profile.is_built_in else profile
        return SnippetMaker(self._told(profile))(call, there, language)

    def _transport(self, profile: Profile) -> Transport:
        if profile.transport is TransportKind.REST:
            return self._rest_transport(profile)
        from mktgui.soap.transport import SoapTransport  # noqa: PLC0415 - imports zeep

        if not profile.is_built_in:
            secret = partial(self._secrets.get, profile.id)
            return SoapTransport(profile, secret, self._envelopes(), _now, self._way(profile))
        server = self.practice.server()
        there = replace(profile, endpoint=server.endpoint, user_id=server.user_id)
        return SoapTransport(there, partial(Secret, server.secret), self._envelopes(), _now)

    def _rest_transport(self, profile: Profile) -> Transport:
        from mktgui.rest.transport import RestTransport  # noqa: PLC0415 - imports requests

        if not profile.is_built_in:
            secret = partial(self._secrets.get, profile.id)
            return RestTransport(profile, secret, self._told(profile), self._way(profile))
        server = self.practice.server()
        there = replace(profile, endpoint=server.rest_endpoint, user_id=server.client_id)
        return RestTransport(there, partial(Secret, server.client_secret), self._told(profile))

    def _check(self, profile: Profile, secret: Secret | None, proxy_password: Secret | None) -> CheckConnection:
        key = (lambda: secret) if secret else partial(self._secrets.get, profile.id)
        if profile.transport is TransportKind.REST:
            from mktgui.rest.check import RestCheck  # noqa: PLC0415 - imports requests

            return RestCheck(profile, key, self._told(profile), _now, self._way(profile, proxy_password))
        from mktgui.soap.check import SoapCheck  # noqa: PLC0415 - imports zeep

        return SoapCheck(profile, key, self._envelopes, _now, self._way(profile, proxy_password))

    def _way(self, profile: Profile, proxy_password: Secret | None = None) -> "Way":
        from mktgui.wire.network import environment_proxy  # noqa: PLC0415 - imports requests
        from mktgui.wire.way import Way  # noqa: PLC0415 - imports zeep

        kept = partial(self._secrets.get, proxy_secret_id(profile.id))
        return Way(
            proxy_password=(lambda: proxy_password) if proxy_password else kept,
            system_proxy=self._system_proxy or environment_proxy,
        )

    def _told(self, profile: Profile) -> "Told":
        """What outlives a call over REST: one for all connections, but for the catalogue that each has kept."""
        from mktgui.rest.told import Told  # noqa: PLC0415 - not needed for the first paint

        with self._lock:
            if self._rest is None:
                self._rest = Told()
            return replace(self._rest, kept=partial(self._kept_names, profile))

    def _kept_names(self, profile: Profile) -> "Names | None":
        from mktgui.rest.names import names_of  # noqa: PLC0415 - not needed for the first paint

        return names_of(self._catalogues.load(profile.id).catalogue.fields) if self._catalogues else None

    def _envelopes(self) -> "EnvelopeBuilder":
        from mktgui.soap.envelope import EnvelopeBuilder  # noqa: PLC0415 - imports zeep

        with self._lock:
            if self._builder is None:
                self._builder = EnvelopeBuilder()
            return self._builder


def _now() -> datetime:
    """This moment with the offset of this place, as the vendor's samples write it."""
    return datetime.now(UTC).astimezone()
