"""Carries one call to Marketo's REST API and tells how it ended."""

from collections.abc import Callable
from threading import Lock

from mktgui.domain.calls import Call
from mktgui.domain.endpoint import EndpointProblem, identity_of, read_endpoint, read_identity
from mktgui.domain.exchange import Stage
from mktgui.domain.outcome import Failure, FailureKind, NotSent, Outcome
from mktgui.domain.ports import Report, SecretError
from mktgui.domain.profile import Profile, TransportKind
from mktgui.domain.secret import Secret
from mktgui.rest.course import Course
from mktgui.rest.line import Line
from mktgui.rest.token import Client
from mktgui.rest.told import Told
from mktgui.wire.network import network_of, wants_password
from mktgui.wire.way import USUAL_WAY, Way, failure_of_keyring

Kind = FailureKind


class RestTransport:
    """Implements the port `Transport`. The secret is read on the worker thread, at the moment of sending."""

    def __init__(self, profile: Profile, secret: Callable[[], Secret | None], told: Told, way: Way = USUAL_WAY) -> None:
        self._profile, self._secret, self._told, self._way = profile, secret, told, way
        self._lock = Lock()
        self._line: Line | None = None
        self._stopped = False

    def send(self, call: Call, report: Report) -> Outcome:
        """Get a token, send, wait, read. Never raises: a slip of our own comes back as UNEXPECTED."""
        try:
            report(Stage.PREPARING)
            line = self._open()
        except Exception as error:  # noqa: BLE001 - a bug still has to reach the person, as an outcome
            line = Failure(kind=Kind.UNEXPECTED, detail=type(error).__name__)
        if isinstance(line, Failure):
            return NotSent(call, line)
        return Course(call, line, self._told, report, self._profile.foreign_field.strip()).outcome()

    def abort(self) -> None:
        """Hang up."""
        with self._lock:
            self._stopped = True
            line = self._line
        if line is not None:
            line.abort()

    def _open(self) -> Line | Failure:
        unusable = unusable_address(self._profile)
        if unusable is not None:
            return unusable
        try:
            secret = self._secret()
            password = self._way.proxy_password() if wants_password(self._profile.proxy) else None
        except SecretError as error:
            return failure_of_keyring(error)
        if secret is None:
            return Failure(kind=Kind.SECRET_MISSING)
        line = line_of(self._profile, secret, password, self._told, self._way)
        with self._lock:
            self._line = line
            stopped = self._stopped
        if stopped:
            line.abort()
        return line


def line_of(profile: Profile, secret: Secret, proxy_password: Secret | None, told: Told, way: Way) -> Line:
    """The line that a profile leads to. Spaces around what was pasted do not count."""
    endpoint = read_endpoint(profile.endpoint, TransportKind.REST).text
    client = Client(identity_of(profile), profile.user_id.strip(), Secret(secret.reveal().strip()))
    return Line(endpoint, client, told.tokens, network_of(profile, proxy_password, way.system_proxy), way.watch)


def unusable_address(profile: Profile) -> Failure | None:
    """Why one of the two addresses of a profile cannot be used; None where both can."""
    found = [read_endpoint(profile.endpoint, TransportKind.REST)]
    if profile.identity.strip():
        found.append(read_identity(profile.identity))
    for one in found:
        if one.problem is EndpointProblem.NOT_ENCRYPTED:
            return Failure(kind=Kind.PLAIN_HTTP, place=one.text)
        if one.problem is not None:
            return Failure(kind=Kind.ENDPOINT_UNUSABLE, place=one.text)
    return None
