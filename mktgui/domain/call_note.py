"""What the log says of a call. Made of numbers and our own words, so there is no place in it for a person's values."""

from dataclasses import dataclass
from enum import StrEnum

from mktgui.domain.answers import Fault
from mktgui.domain.calls import Call, DescribeObject, GetLead, ListObjects, SyncLead
from mktgui.domain.exchange import Timing
from mktgui.domain.outcome import Answered, FailureKind, NotSent, Outcome, Written
from mktgui.domain.profile import Environment

_LONGEST_CODE = 5  # digits of a fault code (facts sheet 5.3); a longer number may be anything


class CallKind(StrEnum):
    """What was asked."""

    SYNC_LEAD = "sync-lead"
    GET_LEAD = "get-lead"
    DESCRIBE_OBJECT = "describe-object"
    LIST_OBJECTS = "list-objects"


class Ending(StrEnum):
    """How it ended."""

    ANSWERED = "answered"
    REFUSED = "refused"
    NOT_SENT = "not-sent"
    NOT_ANSWERED = "not-answered"


_KINDS: dict[type[Call], CallKind] = {
    SyncLead: CallKind.SYNC_LEAD,
    GetLead: CallKind.GET_LEAD,
    DescribeObject: CallKind.DESCRIBE_OBJECT,
    ListObjects: CallKind.LIST_OBJECTS,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class CallNote:
    """One call as the log keeps it. `fault` is Marketo's own code, where it has one that is a number."""

    environment: Environment
    call: CallKind
    ending: Ending
    written: Written
    failure: FailureKind | None = None
    fault: int | None = None
    status: int | None = None
    timings: tuple[Timing, ...] = ()

    def __str__(self) -> str:
        parts = [f"{self.environment}: {self.call} {self.ending}, written {self.written}"]
        for name, value in (("failure", self.failure), ("fault", self.fault), ("HTTP", self.status)):
            if value is not None:
                parts.append(f"{name} {value}")
        parts += [f"{timing.stage} {timing.seconds * 1000:.0f} ms" for timing in self.timings]
        return ", ".join(parts)


def kind_of(call: Call) -> CallKind:
    """The word for a call."""
    return _KINDS[type(call)]


def note_of(outcome: Outcome, environment: Environment) -> CallNote:
    """What to keep of an outcome."""
    exchange = outcome.exchange
    fault = outcome.answer if isinstance(outcome, Answered) and isinstance(outcome.answer, Fault) else None
    return CallNote(
        environment=environment,
        call=kind_of(outcome.call),
        ending=_ending(outcome, fault),
        written=outcome.written,
        failure=None if isinstance(outcome, Answered) else outcome.failure.kind,
        fault=_number(fault.code) if fault else None,
        status=_status(outcome),
        timings=exchange.timings if exchange else (),
    )


def _status(outcome: Outcome) -> int | None:
    """That of the answer, or where the call never left, of what kept it from leaving."""
    exchange = outcome.exchange
    if exchange is not None and exchange.status is not None:
        return exchange.status
    return None if isinstance(outcome, Answered) else outcome.failure.status


def _ending(outcome: Outcome, fault: Fault | None) -> Ending:
    if isinstance(outcome, Answered):
        return Ending.REFUSED if fault else Ending.ANSWERED
    return Ending.NOT_SENT if isinstance(outcome, NotSent) else Ending.NOT_ANSWERED


def _number(code: str) -> int | None:
    return int(code) if code.isascii() and code.isdigit() and len(code) <= _LONGEST_CODE else None
