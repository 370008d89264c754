"""The credential check over REST: a token, then one read-only call, watched on their way, and told rung by rung."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime
from itertools import takewhile
from threading import Lock

from mktgui.domain.answers import Fault
from mktgui.domain.endpoint import EndpointProblem, identity_of, read_endpoint, read_identity
from mktgui.domain.exchange import Exchange, Part, Stage
from mktgui.domain.ladder import (
    REST_LADDER,
    CheckResult,
    Rung,
    RungResult,
    Verdict,
    blame,
    clock_result,
    failed,
    passed,
    rung_of_fault,
    verdict_of_fault,
    warned,
    whole,
)
from mktgui.domain.limits import MARKETO_REST
from mktgui.domain.outcome import Failure, FailureKind
from mktgui.domain.ports import SecretError
from mktgui.domain.profile import Profile, TransportKind
from mktgui.domain.profile_check import ProfileField, check_profile
from mktgui.domain.secret import Secret
from mktgui.rest.judging import judged
from mktgui.rest.line import Line
from mktgui.rest.reader import Partition, read_partitions
from mktgui.rest.requests import partitions
from mktgui.rest.told import Told
from mktgui.rest.transport import line_of
from mktgui.wire.blame import broken, failing, skew_of
from mktgui.wire.network import wants_password
from mktgui.wire.sights import Seen
from mktgui.wire.way import USUAL_WAY, Way, failure_of_keyring

Kind = FailureKind

_ADDRESSES = {
    EndpointProblem.IS_SOAP: Verdict.ADDRESS_IS_SOAP,
    EndpointProblem.NOT_ENCRYPTED: Verdict.NOT_ENCRYPTED,
}
_OF_ADDRESSES = {ProfileField.ENDPOINT, ProfileField.IDENTITY}


class RestCheck:
    """Implements the port `CheckConnection`. Made fresh for each check. It always asks for a token of its own."""

    def __init__(
        self,
        profile: Profile,
        secret: Callable[[], Secret | None],
        told: Told,
        now: Callable[[], datetime],
        way: Way = USUAL_WAY,
    ) -> None:
        self._profile, self._secret, self._told, self._now, self._way = profile, secret, told, now, way
        self._lock = Lock()
        self._stopped = False
        self._line: Line | None = None
        self._partitions: tuple[str, ...] = ()

    def run(self, tell: Callable[[RungResult], None]) -> CheckResult:
        """Climb as far as it holds. Never raises for anything the keyring, the network or Marketo can do."""
        seen = Seen(tell, self._now, REST_LADDER)
        try:
            self._climb(seen)
        except Exception as error:  # noqa: BLE001 - a slip of our own still has to reach the person, as a result
            slip = Failure(kind=Kind.UNEXPECTED, detail=type(error).__name__)
            seen.put(failing(seen, (seen.next, Verdict.UNEXPECTED), slip))
        return replace(whole(seen.results, REST_LADDER, self._partitions), exchange=self._exchange())

    def abort(self) -> None:
        """Hang up, or keep it from calling."""
        with self._lock:
            self._stopped = True
            line = self._line
        if line is not None:
            line.abort()

    def _exchange(self) -> Exchange | None:
        """The call with the request for a token before it; where that was all, that one. No secret is in either."""
        every = self._line.exchanges if self._line is not None else []
        return replace(every[-1], before=tuple(every[:-1])) if every else None

    def _climb(self, seen: Seen) -> None:
        if not self._is_complete(seen):
            return
        secrets = self._secrets(seen)
        if secrets is None or not self._has_addresses(seen):
            return
        line = line_of(self._profile, *secrets, self._told, replace(self._way, watch=seen.watch))
        with self._lock:
            self._line = line
            if self._stopped:
                line.abort()
        token = line.grant(fresh=True)
        exchange = line.exchanges[-1] if line.exchanges else None
        for one in self._identity(token, exchange, line, seen):
            seen.put(one)
        if isinstance(token, Secret):
            for one in self._call(line, seen):
                seen.put(one)

    def _is_complete(self, seen: Seen) -> bool:
        """A name is for the person and not for Marketo; an address of another shape has a rung of its own."""
        for field, slip in check_profile(self._profile, ()).items():
            if field is ProfileField.NAME or (field in _OF_ADDRESSES and slip is not EndpointProblem.EMPTY):
                continue
            seen.put(failed(Rung.PROFILE, Verdict.PROFILE_INCOMPLETE, field=field.value, slip=slip.value))
            return False
        seen.put(passed(Rung.PROFILE))
        return True

    def _secrets(self, seen: Seen) -> tuple[Secret, Secret | None] | None:
        failure = Failure(kind=Kind.SECRET_MISSING)
        secret = password = None
        try:
            secret = self._secret()
            password = self._way.proxy_password() if wants_password(self._profile.proxy) else None
        except SecretError as error:
            secret, failure = None, failure_of_keyring(error)
        if secret is None or not secret.reveal().strip():
            seen.put(failing(seen, blame(failure.kind), failure))
            return None
        seen.put(passed(Rung.SECRET))
        return secret, password

    def _has_addresses(self, seen: Seen) -> bool:
        given = self._profile.identity.strip()
        found = [read_endpoint(self._profile.endpoint, TransportKind.REST), *([read_identity(given)] if given else [])]
        for one in found:
            if one.problem is not None:
                verdict = _ADDRESSES.get(one.problem, Verdict.ADDRESS_UNUSABLE)
                seen.put(failed(Rung.ADDRESS, verdict, problem=one.problem.value, address=one.text))
                return False
        seen.url = identity_of(self._profile)
        seen.put(passed(Rung.ADDRESS, address=found[0].text))
        return True

    def _identity(
        self, token: Secret | Failure, exchange: Exchange | None, line: Line, seen: Seen
    ) -> Iterator[RungResult]:
        """What the request for a token says of the rungs up to the client."""
        received = exchange.received if exchange else None
        clock = skew_of(received, self._now()) if received else None
        fallen = _fallen(token, exchange, seen) if isinstance(token, Failure) else None
        if fallen is None or (received is not None and fallen.rung in {Rung.IDENTITY, Rung.CLIENT}):
            yield passed(Rung.HTTP, status=str(exchange.status if exchange else ""))
        if fallen is None or fallen.rung is Rung.CLIENT:
            yield clock_result(clock)
            yield passed(Rung.IDENTITY, place=seen.place)
        yield fallen or passed(Rung.CLIENT, scope=line.scope)
        if fallen is not None and fallen.rung is not Rung.CLIENT and clock is not None:
            yield clock_result(clock)

    def _call(self, line: Line, seen: Seen) -> Iterator[RungResult]:
        """What one call that reads says of the others."""
        heard = line.ask(partitions(), Part.CALL, _no_report)
        answer = judged(heard.exchange, heard.failure, read_partitions)
        if isinstance(answer, Failure):
            fallen = broken(answer, heard.exchange, seen)
            yield replace(fallen, rung=Rung.REST)
            return
        yield from _judged(answer, seen)
        if not isinstance(answer, Fault):
            self._partitions = tuple(one.name for one in answer)


def _fallen(failure: Failure, exchange: Exchange | None, seen: Seen) -> RungResult:
    """A reply of the identity service that is none breaks its rung, and not that of the API."""
    fallen = broken(failure, exchange, seen)
    return replace(fallen, rung=Rung.IDENTITY) if fallen.rung is Rung.REST else fallen


def _judged(answer: tuple[Partition, ...] | Fault, seen: Seen) -> Iterator[RungResult]:
    limits = {"calls_a_day": str(MARKETO_REST.calls_a_day), "calls_in_window": str(MARKETO_REST.calls_in_window)}
    found = (
        passed(Rung.REST, place=seen.place),
        passed(Rung.LIMITS, **limits, seconds=f"{MARKETO_REST.window_seconds:.0f}"),
        passed(Rung.PERMISSION),
    )
    if isinstance(answer, Fault):
        rung, text = rung_of_fault(answer.code), answer.message or answer.text
        yield from takewhile(lambda one: one.rung is not rung, found)
        yield failed(rung, verdict_of_fault(answer.code, None), code=answer.code, text=text)
        return
    yield from found
    names = ", ".join(one.name for one in answer)
    yield (passed if answer else warned)(Rung.PARTITIONS, count=str(len(answer)), names=names)


def _no_report(stage: Stage) -> None:
    """The rungs say it all."""
