"""A credential check whose call is kept in the history like any other, with its messages."""

from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from time import monotonic
from uuid import uuid4

from mktgui.domain.call_note import CallKind, Ending
from mktgui.domain.history import Begun, Ended, State
from mktgui.domain.history_port import HistoryStore
from mktgui.domain.ladder import CheckResult, Mark, Rung, RungResult
from mktgui.domain.outcome import Written
from mktgui.domain.ports import CheckConnection
from mktgui.domain.profile import Profile
from mktgui.workers.recorded import Later, Tell, at_once, keep

_NO_ANSWER = frozenset({Rung.HTTP, Rung.SOAP})  # it left; where one of these breaks, nothing of Marketo's came back


class RecordedCheck:
    """Implements the port `CheckConnection` around another one. The history never makes a check fail."""

    def __init__(
        self,
        check: CheckConnection,
        store: Callable[[], HistoryStore],
        profile: Profile,
        tell: Tell,
        later: Later = at_once,
    ) -> None:
        self._check, self._store, self._profile, self._tell, self._later = check, store, profile, tell, later

    def run(self, tell: Callable[[RungResult], None]) -> CheckResult:
        """Keep it, climb, keep how it ended."""
        store, profile, since = self._store(), self._profile, monotonic()
        begun = Begun(
            id=uuid4().hex,
            at=datetime.now(UTC).astimezone(),
            profile_id=profile.id,
            profile_name=profile.name,
            environment=profile.environment,
            transport=profile.transport.value,
            kind=CallKind.LIST_OBJECTS,
        )
        keep(partial(store.begin, begun), self._tell)
        try:
            result = self._check.run(tell)
        except BaseException:
            broken = Ended(state=State.OUTCOME_UNKNOWN, written=Written.NO)
            keep(partial(store.finish, begun, broken), self._tell)
            raise
        keep(partial(store.finish, begun, _ended(result, monotonic() - since)), self._tell)
        if result.exchange is not None:
            self._later(partial(keep, partial(store.keep_messages, begun.id, result.exchange), self._tell))
        return result

    def abort(self) -> None:
        """Hang up."""
        self._check.abort()


def _ended(result: CheckResult, seconds: float) -> Ended:
    broken = next((one for one in result.rungs if one.mark is Mark.FAILED), None)
    return Ended(
        ending=_ending(result, broken),
        written=Written.NO,
        failure=broken.failure if broken else None,
        fault=broken.param("code") if broken else "",
        told=(broken.param("text") or broken.param("detail")) if broken else "",
        http_status=result.exchange.status if result.exchange else None,
        seconds=seconds,
        timings=result.exchange.timings if result.exchange else (),
    )


def _ending(result: CheckResult, broken: RungResult | None) -> Ending:
    if broken is None:
        return Ending.ANSWERED
    if result.on(Rung.HTTP).mark is Mark.SKIPPED:
        return Ending.NOT_SENT
    return Ending.NOT_ANSWERED if broken.rung in _NO_ANSWER else Ending.REFUSED
