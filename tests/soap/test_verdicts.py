"""One outcome of a SOAP call, and what it says of the rungs that the sights on the way left open."""

from datetime import UTC, datetime

from mktgui.domain.answers import Answer, Fault, Listed
from mktgui.domain.calls import ListObjects
from mktgui.domain.exchange import Exchange, Message
from mktgui.domain.ladder import Mark, Rung, RungResult, Verdict, failed, passed
from mktgui.domain.outcome import Answered, Failure, FailureKind, NotAnswered, NotSent
from mktgui.soap.verdicts import judge
from mktgui.wire.sights import Seen

Kind = FailureKind
CALL = ListObjects()
WHEN = datetime(2026, 3, 14, 9, 26, 53, 900_000, tzinfo=UTC)
FAR = "https://corp.example/soap"


def message(**headers: str) -> Message:
    return Message("HTTP/1.1 200 OK", tuple(headers.items()), b"")


def exchange(status: int | None = 200, received: Message | None = None) -> Exchange:
    return Exchange(endpoint=FAR, sent=Message("", (), b""), left=True, received=received, status=status, started=WHEN)


def seen() -> Seen:
    return Seen(lambda _: None, lambda: WHEN)


def answered(answer: Answer, **headers: str) -> list[RungResult]:
    return list(judge(Answered(CALL, exchange(received=message(**headers)), answer), seen(), WHEN))


def unanswered(failure: Failure, received: Message) -> list[RungResult]:
    return list(judge(NotAnswered(CALL, failure, exchange(failure.status, received)), seen(), WHEN))


def test_an_answer_holds_to_the_top() -> None:
    results = answered(Listed(("LeadRecord",)), Date="Sat, 14 Mar 2026 09:26:50 GMT")
    assert results == [
        passed(Rung.HTTP, status="200"),
        passed(Rung.SOAP),
        passed(Rung.CLOCK, seconds="3"),
        passed(Rung.SIGNATURE),
    ]


def test_a_fault_is_told_with_its_number_and_its_own_words() -> None:
    results = answered(Fault(code="20016", text="t", message="Request Expired"), date="Sat, 14 Mar 2026 09:00:00 GMT")
    assert results[2].mark is Mark.WARNING
    assert results[3] == failed(Rung.SIGNATURE, Verdict.CLOCK_SKEW, code="20016", text="Request Expired")
    assert answered(Fault(code="", text="Bad Request"))[3].param("text") == "Bad Request"


def test_the_clock_is_told_even_of_an_answer_that_is_none() -> None:
    page = message(Date="Sat, 14 Mar 2026 09:00:00 GMT")
    http, soap, clock = unanswered(Failure(kind=Kind.NOT_SOAP, status=200), page)
    assert http == passed(Rung.HTTP, status="200")
    assert (soap.rung, soap.verdict, soap.failure) == (Rung.SOAP, Verdict.WRONG_ENDPOINT, Kind.NOT_SOAP)
    assert clock.param("seconds") == "1613"
    assert len(unanswered(Failure(kind=Kind.NOT_SOAP, status=200), message())) == 2


def test_what_was_never_sent_breaks_one_rung() -> None:
    [result] = judge(NotSent(CALL, Failure(kind=Kind.NAME_UNKNOWN)), seen(), WHEN)
    assert (result.rung, result.verdict) == (Rung.NAME, Verdict.NAME_UNKNOWN)
