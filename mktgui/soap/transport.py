"""Carries one call to Marketo's SOAP API and tells how it ended."""

from collections.abc import Callable
from datetime import datetime
from urllib.parse import urlsplit

from mktgui.domain.answers import Answer
from mktgui.domain.calls import Call, writes
from mktgui.domain.endpoint import is_vendor
from mktgui.domain.exchange import Exchange, Stage
from mktgui.domain.outcome import Answered, Failure, FailureKind, NotAnswered, NotSent, Outcome
from mktgui.domain.ports import Report, SecretError
from mktgui.domain.profile import Profile
from mktgui.domain.secret import Secret
from mktgui.soap.attachments import with_envelope
from mktgui.soap.envelope import MARKETO, EnvelopeBuilder, RequestInvalidError, operation_of
from mktgui.soap.parsing import declared_encoding
from mktgui.soap.reader import BrokenXmlError, NotSoapError, read_answer
from mktgui.soap.repeated import private_of, without
from mktgui.soap.signature import sign
from mktgui.wire.blot import Blots
from mktgui.wire.decoding import read_by_its_header
from mktgui.wire.http import Carried, Post
from mktgui.wire.network import network_of, wants_password
from mktgui.wire.sign_in import is_page, is_sign_in_page
from mktgui.wire.trouble import redirection
from mktgui.wire.unpacking import strange_packing
from mktgui.wire.way import USUAL_WAY, Way, failure_of_keyring

Kind = FailureKind

_NOT_FOUND = 404
_ALWAYS = {
    407: Kind.PROXY_LOGIN,
    410: Kind.RETIRED,
    502: Kind.GATEWAY,
    503: Kind.GATEWAY,
    504: Kind.GATEWAY,
}


class SoapTransport:
    """Implements the port `Transport`. The secret is read on the worker thread, at the moment of sending."""

    def __init__(
        self,
        profile: Profile,
        secret: Callable[[], Secret | None],
        envelopes: EnvelopeBuilder,
        now: Callable[[], datetime],
        way: Way = USUAL_WAY,
    ) -> None:
        self._profile, self._secret, self._envelopes, self._now = profile, secret, envelopes, now
        self._way = way
        self._post = Post()
        self._private = Blots()

    def send(self, call: Call, report: Report) -> Outcome:
        """Sign, send, wait, read. Never raises: a slip of our own comes back as UNEXPECTED."""
        try:
            carried = self._carry(call, report)
        except Exception as error:  # noqa: BLE001 - a bug still has to reach the person, as an outcome
            return NotSent(call, _slip(error))
        if isinstance(carried, NotSent):
            return carried
        try:
            outcome = _judge(call, carried, report)
        except Exception as error:  # noqa: BLE001 - the request has left, so this must not say "not sent"
            outcome = NotAnswered(call, _slip(error), carried.exchange)
        return without(outcome, self._private)

    def abort(self) -> None:
        """Hang up."""
        self._post.abort()

    def _carry(self, call: Call, report: Report) -> Carried | NotSent:
        report(Stage.PREPARING)
        endpoint = self._profile.endpoint.strip().removesuffix("?WSDL")
        if not _is_usable(endpoint):
            return NotSent(call, Failure(kind=Kind.ENDPOINT_UNUSABLE, place=endpoint))
        try:
            secret, password = self._secrets()
        except SecretError as error:
            return NotSent(call, failure_of_keyring(error))
        if secret is None:
            return NotSent(call, Failure(kind=Kind.SECRET_MISSING))
        try:
            credentials = sign(self._profile.user_id.strip(), secret, self._now())
            self._private = private_of(credentials, secret)
            body = self._envelopes.build(call, credentials)
        except RequestInvalidError as error:
            return NotSent(call, Failure(kind=Kind.REQUEST_INVALID, detail=str(error)))
        headers = {
            "Content-Type": "text/xml; charset=utf-8",
            "SOAPAction": f'"{MARKETO}{operation_of(call)}"',
        }
        network = network_of(self._profile, password, self._way.system_proxy)
        carried = self._post.carry(network, endpoint, headers, body, report, self._way.watch)
        if carried.exchange.left:
            return carried
        return NotSent(call, carried.failure or Failure(kind=Kind.UNEXPECTED), carried.exchange)

    def _secrets(self) -> tuple[Secret | None, Secret | None]:
        """The encryption key and the password for the proxy. Raises SecretError."""
        key = self._secret()
        return key, self._way.proxy_password() if wants_password(self._profile.proxy) else None


def _is_usable(endpoint: str) -> bool:
    try:
        url = urlsplit(endpoint)
        return url.scheme in {"http", "https"} and bool(url.hostname) and url.port != 0
    except ValueError:  # brackets that are no address, a port that is no number
        return False


def _judge(call: Call, carried: Carried, report: Report) -> Outcome:
    report(Stage.READING)
    read = _read(call, carried.exchange)
    if isinstance(read, Failure):
        return NotAnswered(call, carried.failure or read, carried.exchange)
    return Answered(call, carried.exchange, read)


def _slip(error: Exception) -> Failure:
    return Failure(kind=Kind.UNEXPECTED, detail=type(error).__name__)


def _read(call: Call, exchange: Exchange) -> Answer | Failure:
    """The answer, where a whole one is there, even behind a line that broke after its last byte."""
    try:
        return read_answer(_body_of(exchange), call)
    except BrokenXmlError as error:
        return _failure(Kind.BROKEN_XML, exchange, str(error))
    except NotSoapError as error:
        packing = strange_packing(exchange.received) if exchange.received else ""
        if packing and _is_good(exchange.status):
            return _failure(Kind.BROKEN_XML, exchange, f"it is packed as {packing}")
        return _failure(_kind_of_stranger(exchange, call), exchange, str(error))


def _body_of(exchange: Exchange) -> bytes:
    """The envelope, in the encoding of its declaration; only one without goes by its header. Raises BrokenXmlError."""
    if exchange.received is None:
        return b""
    message = with_envelope(exchange.received)
    return message.body if declared_encoding(message.body) else read_by_its_header(message)


def _kind_of_stranger(exchange: Exchange, call: Call) -> FailureKind:
    """What it was that answered, if it was not Marketo's SOAP API."""
    status = exchange.status or 0
    elsewhere = redirection(status, writes=writes(call))
    if elsewhere is not None:
        return elsewhere
    if status in _ALWAYS:
        return _ALWAYS[status]
    body = exchange.received.body if exchange.received else b""
    if is_sign_in_page(exchange.status, body):
        return Kind.SIGN_IN_PAGE
    if is_vendor(exchange.endpoint) and (status == _NOT_FOUND or (_is_good(status) and _is_of_something_else(body))):
        return Kind.RETIRED
    return Kind.NOT_SOAP if _is_good(status) else Kind.HTTP_ERROR


def _is_of_something_else(body: bytes) -> bool:
    """Whether it is a page, or JSON. Nothing at all, or SOAP that answers another question, may come after a write."""
    return is_page(body) or body.lstrip().startswith(b"{")


def _is_good(status: int | None) -> bool:
    return (status or 0) // 100 == 2  # noqa: PLR2004 - HTTP's class of successes


def _failure(kind: FailureKind, exchange: Exchange, detail: str) -> Failure:
    return Failure(kind=kind, detail=detail, place=urlsplit(exchange.endpoint).netloc, status=exchange.status)
