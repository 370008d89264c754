"""The credential check: one read-only call, watched on its way, and told rung by rung."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from threading import Lock

from mktgui.domain.calls import ListObjects
from mktgui.domain.endpoint import EndpointProblem, read_endpoint
from mktgui.domain.exchange import Exchange, Stage
from mktgui.domain.ladder import CheckResult, Rung, RungResult, Verdict, blame, failed, passed, whole
from mktgui.domain.outcome import Failure, FailureKind
from mktgui.domain.ports import SecretError
from mktgui.domain.profile import Profile
from mktgui.domain.profile_check import ProfileField, check_profile
from mktgui.domain.secret import Secret
from mktgui.soap.envelope import EnvelopeBuilder
from mktgui.soap.transport import SoapTransport
from mktgui.soap.verdicts import judge
from mktgui.wire.blame import failing
from mktgui.wire.sights import Seen
from mktgui.wire.way import USUAL_WAY, Way, failure_of_keyring

_ADDRESSES = {
    EndpointProblem.IS_REST: Verdict.ADDRESS_IS_REST,
    EndpointProblem.NOT_ENCRYPTED: Verdict.NOT_ENCRYPTED,
}


class SoapCheck:
    """Implements the port `CheckConnection`. Made fresh for each check; `envelopes` is asked on the worker thread."""

    def __init__(
        self,
        profile: Profile,
        secret: Callable[[], Secret | None],
        envelopes: Callable[[], EnvelopeBuilder],
        now: Callable[[], datetime],
        way: Way = USUAL_WAY,
    ) -> None:
        self._profile, self._secret, self._envelopes, self._now, self._way = profile, secret, envelopes, now, way
        self._lock = Lock()
        self._stopped = False
        self._transport: SoapTransport | None = None
        self._exchange: Exchange | None = None

    def run(self, tell: Callable[[RungResult], None]) -> CheckResult:
        """Climb as far as it holds. Never raises for anything the keyring, the network or Marketo can do."""
        seen = Seen(tell, self._now)
        try:
            self._climb(seen)
        except Exception as error:  # noqa: BLE001 - a slip of our own still has to reach the person, as a result
            slip = Failure(kind=FailureKind.UNEXPECTED, detail=type(error).__name__)
            seen.put(failing(seen, (seen.next, Verdict.UNEXPECTED), slip))
        return replace(whole(seen.results), exchange=self._exchange)

    def abort(self) -> None:
        """Hang up, or keep it from calling."""
        with self._lock:
            self._stopped = True
            transport = self._transport
        if transport is not None:
            transport.abort()

    def _climb(self, seen: Seen) -> None:
        if not self._is_complete(seen):
            return
        key = self._key(seen)
        if key is None or not self._has_address(seen):
            return
        profile = replace(self._profile, endpoint=seen.url)
        transport = SoapTransport(
            profile, lambda: key, self._envelopes(), self._now, replace(self._way, watch=seen.watch)
        )
        with self._lock:
            self._transport = transport
            if self._stopped:
                transport.abort()
        outcome = transport.send(ListObjects(), _no_report)
        self._exchange = outcome.exchange
        for result in judge(outcome, seen, self._now()):
            seen.put(result)

    def _is_complete(self, seen: Seen) -> bool:
        """A name is for the person and not for Marketo; an address of another shape has a rung of its own."""
        slips = check_profile(self._profile, ())
        if slips.get(ProfileField.ENDPOINT) is not EndpointProblem.EMPTY:
            slips.pop(ProfileField.ENDPOINT, None)
        slips.pop(ProfileField.NAME, None)
        for field, slip in slips.items():
            seen.put(failed(Rung.PROFILE, Verdict.PROFILE_INCOMPLETE, field=field.value, slip=slip.value))
            return False
        seen.put(passed(Rung.PROFILE))
        return True

    def _key(self, seen: Seen) -> Secret | None:
        failure = Failure(kind=FailureKind.SECRET_MISSING)
        try:
            key = self._secret()
        except SecretError as error:
            key, failure = None, failure_of_keyring(error)
        if key is None or not key.reveal().strip():
            seen.put(failing(seen, blame(failure.kind), failure))
            return None
        seen.put(passed(Rung.SECRET))
        return key

    def _has_address(self, seen: Seen) -> bool:
        endpoint = read_endpoint(self._profile.endpoint)
        if endpoint.problem is not None:
            verdict = _ADDRESSES.get(endpoint.problem, Verdict.ADDRESS_UNUSABLE)
            seen.put(failed(Rung.ADDRESS, verdict, problem=endpoint.problem.value, address=endpoint.text))
            return False
        seen.url = endpoint.text
        seen.put(passed(Rung.ADDRESS, address=endpoint.text))
        return True


def _no_report(stage: Stage) -> None:
    """The rungs say it all."""
