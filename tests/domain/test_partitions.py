"""What two reads prove of a partition, and what they do not."""

from datetime import UTC, datetime

import pytest

from mktgui.domain.answers import Answer, Fault, Found, Listed, Synced
from mktgui.domain.calls import GetLead, ListObjects, LookupKey
from mktgui.domain.exchange import Exchange, Message
from mktgui.domain.lead import ABSENT, NIL, LeadRecord, Value, text_value
from mktgui.domain.outcome import Answered, Failure, FailureKind, NotSent, Outcome
from mktgui.domain.partitions import PartitionResult, Why, judge_partition, list_first, then_read
from mktgui.domain.workspaces import Proof
from tests.domain.values import assert_is_value

EXCHANGE = Exchange(endpoint="", sent=Message("", (), b""), left=True, started=datetime(2026, 3, 14, tzinfo=UTC))
TWO = Listed(("Default", "EMEA"), ("1", "3"))
NOTHING = NotSent(ListObjects(), Failure(kind=FailureKind.STOPPED))
P, R, N = Proof.PROVED, Proof.REFUTED, Proof.NOTHING


def answered(answer: Answer) -> Outcome:
    return Answered(ListObjects(), EXCHANGE, answer)


def lead(partition: Value) -> Outcome:
    return answered(Found(records=(LeadRecord(id=text_value("7"), partition=partition),)))


def test_results_are_values() -> None:
    assert_is_value(lambda: PartitionResult(P, N, Why.LISTED))


def test_only_questions_that_write_nothing_are_asked() -> None:
    assert list_first() == ListObjects()
    assert then_read(" 7 ") == GetLead(LookupKey.IDNUM, "7")
    assert then_read(" ") is None


@pytest.mark.parametrize(
    ("name", "listed", "result"),
    [
        (" EMEA ", TWO, PartitionResult(P, N, Why.LISTED)),
        ("emea", TWO, PartitionResult(R, N, Why.NOT_LISTED, "Default, EMEA")),
        ("EMEA", Listed(), PartitionResult(R, N, Why.NOT_LISTED)),
        ("EMEA", Fault(code="603", text="Denied"), PartitionResult(N, N, Why.REFUSED, "Denied", "603")),
        ("EMEA", Synced(), PartitionResult(N, N, Why.NO_ANSWER)),
    ],
)
def test_whether_the_user_may_see_it(name: str, listed: Answer, result: PartitionResult) -> None:
    assert judge_partition(name, answered(listed)) == result


@pytest.mark.parametrize(
    ("read", "result"),
    [
        (lead(text_value("3")), PartitionResult(P, P, Why.LEAD_IS_IN_IT)),
        (lead(text_value("1")), PartitionResult(P, R, Why.LEAD_IS_ELSEWHERE, "Default")),
        (lead(text_value("9")), PartitionResult(P, R, Why.LEAD_IS_ELSEWHERE, "9")),
        (lead(ABSENT), PartitionResult(P, N, Why.LEAD_DOES_NOT_TELL)),
        (lead(NIL), PartitionResult(P, N, Why.LEAD_DOES_NOT_TELL)),
        (answered(Found()), PartitionResult(P, N, Why.LEAD_MISSING)),
        (answered(Fault(code="606", text="", message="Slow")), PartitionResult(P, N, Why.REFUSED, "Slow", "606")),
        (NOTHING, PartitionResult(P, N, Why.NO_ANSWER)),
    ],
)
def test_whether_the_lead_is_in_it(read: Outcome, result: PartitionResult) -> None:
    assert judge_partition("EMEA", answered(TWO), read) == result


def test_without_an_answer_nothing_is_claimed() -> None:
    assert judge_partition("EMEA", NOTHING) == PartitionResult(N, N, Why.NO_ANSWER)
