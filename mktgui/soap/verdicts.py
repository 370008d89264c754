"""What a call that was made for the credential check says of the rungs that it reached, or did not."""

from collections.abc import Iterator
from datetime import datetime

from mktgui.domain.answers import Answer, Fault
from mktgui.domain.ladder import Rung, RungResult, clock_result, failed, passed, verdict_of_fault
from mktgui.domain.outcome import Answered, Outcome
from mktgui.wire.blame import broken, skew_of
from mktgui.wire.sights import Seen


def judge(outcome: Outcome, seen: Seen, now: datetime) -> Iterator[RungResult]:
    """The rungs that the sights on the way left open. `now` is when the answer came."""
    exchange = outcome.exchange
    received = exchange.received if exchange else None
    skew = skew_of(received, now) if received else None
    if isinstance(outcome, Answered):
        yield passed(Rung.HTTP, status=str(outcome.exchange.status))
        yield passed(Rung.SOAP)
        yield clock_result(skew)
        yield _signature(outcome.answer, skew)
        return
    fallen = broken(outcome.failure, exchange, seen)
    if received is not None and fallen.rung is Rung.SOAP:
        yield passed(Rung.HTTP, status=str(outcome.failure.status))
    yield fallen
    if skew is not None:
        yield clock_result(skew)


def _signature(answer: Answer, skew: int | None) -> RungResult:
    if not isinstance(answer, Fault):
        return passed(Rung.SIGNATURE)
    verdict = verdict_of_fault(answer.code, skew)
    return failed(Rung.SIGNATURE, verdict, code=answer.code, text=answer.message or answer.text)
