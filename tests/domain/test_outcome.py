"""Whether a lead was written is told honestly: yes, no, or nobody knows."""

from datetime import UTC, datetime
from typing import get_args

import pytest

from mktgui.domain.answers import Answer, Fault, Found, Listed, Synced
from mktgui.domain.calls import Call, DescribeObject, GetLead, ListObjects, LookupKey, SyncLead
from mktgui.domain.exchange import Exchange, Message
from mktgui.domain.lead import ABSENT, EMPTY, NIL, Value, text_value
from mktgui.domain.outcome import (
    TURNED_AWAY,
    Answered,
    Failure,
    FailureKind,
    NotAnswered,
    NotSent,
    Outcome,
    Written,
)
from tests.domain.values import assert_is_value

WRITE = SyncLead(email="ada@corp.example")
READS: list[Call] = [GetLead(LookupKey.IDNUM, "7"), DescribeObject(), ListObjects()]
EXCHANGE = Exchange(
    endpoint="https://123-ABC-456.mktoapi.com/soap/mktows/3_1",
    sent=Message("POST /soap/mktows/3_1 HTTP/1.1", (), b"<a/>"),
    left=True,
    started=datetime(2026, 3, 14, 9, 26, 53, tzinfo=UTC),
)


def fault(code: str) -> Fault:
    return Fault(code=code, text="some text")


@pytest.mark.parametrize(
    ("status", "written"),
    [
        (text_value("CREATED"), Written.YES),
        (text_value("UPDATED"), Written.YES),
        (text_value("FAILED"), Written.NO),
        (text_value("SKIPPED"), Written.UNKNOWN),  # no word of syncLead's: who knows what is meant
        (text_value("updated"), Written.UNKNOWN),
        (EMPTY, Written.UNKNOWN),
        (NIL, Written.UNKNOWN),
        (ABSENT, Written.UNKNOWN),
    ],
)
def test_the_status_word_says_whether_it_was_written(status: Value, written: Written) -> None:
    assert Answered(WRITE, EXCHANGE, Synced(status=status)).written is written


@pytest.mark.parametrize(
    "code",
    [*map(str, [*range(20012, 20018), 20019, 20023, 20024, *range(20101, 20107), 20109, 20110, 20114])],
)
def test_a_fault_of_marketos_refuses_the_whole_call(code: str) -> None:
    assert Answered(WRITE, EXCHANGE, fault(code)).written is Written.NO


@pytest.mark.parametrize(
    "code",
    ["10001", "20011", "500", "719", "520", "599", "", "SERVER_ERROR", "20105 ", "-1", "0", "200", "10002", "2010501"],
)
def test_after_an_internal_fault_or_one_without_a_number_nobody_knows(code: str) -> None:
    assert Answered(WRITE, EXCHANGE, fault(code)).written is Written.UNKNOWN


def test_an_answer_to_another_question_proves_nothing() -> None:
    assert Answered(WRITE, EXCHANGE, Listed()).written is Written.UNKNOWN


@pytest.mark.parametrize("call", READS)
@pytest.mark.parametrize("answer", [Found(), fault("10001"), Synced(status=text_value("UPDATED"))])
def test_reading_writes_nothing_whatever_comes_back(call: Call, answer: Answer) -> None:
    assert Answered(call, EXCHANGE, answer).written is Written.NO


@pytest.mark.parametrize("call", [WRITE, *READS])
@pytest.mark.parametrize("kind", FailureKind)
def test_what_was_not_sent_was_not_written(call: Call, kind: FailureKind) -> None:
    assert NotSent(call, Failure(kind=kind)).written is Written.NO


@pytest.mark.parametrize("call", READS)
@pytest.mark.parametrize("kind", FailureKind)
def test_a_read_without_an_answer_wrote_nothing(call: Call, kind: FailureKind) -> None:
    assert NotAnswered(call, Failure(kind=kind), EXCHANGE).written is Written.NO


@pytest.mark.parametrize("kind", sorted(set(FailureKind) - TURNED_AWAY))
def test_a_write_that_left_and_got_no_answer_may_have_been_made(kind: FailureKind) -> None:
    assert NotAnswered(WRITE, Failure(kind=kind), EXCHANGE).written is Written.UNKNOWN


@pytest.mark.parametrize(
    "kind",
    ["redirected", "retired", "proxy-login", "proxy-failed", "sign-in-page", "token-ran-out", "client-refused"],
)
def test_what_was_turned_away_before_marketo_was_not_written(kind: str) -> None:
    assert NotAnswered(WRITE, Failure(kind=FailureKind(kind)), EXCHANGE).written is Written.NO


@pytest.mark.parametrize(
    ("status", "written"),
    [
        (399, Written.UNKNOWN),
        (400, Written.NO),
        (404, Written.NO),
        (408, Written.UNKNOWN),  # also said by a gateway whose server took too long
        (429, Written.NO),
        (498, Written.NO),
        (499, Written.UNKNOWN),
        (500, Written.UNKNOWN),
        (502, Written.UNKNOWN),
        (None, Written.UNKNOWN),
    ],
)
def test_only_a_server_that_blames_the_request_has_not_acted_on_it(status: int | None, written: Written) -> None:
    failure = Failure(kind=FailureKind.HTTP_ERROR, status=status)
    assert NotAnswered(WRITE, failure, EXCHANGE).written is written
    assert failure.is_refusal is (written is Written.NO)


def test_a_client_error_counts_only_where_the_status_is_the_reason() -> None:
    cut_off = Failure(kind=FailureKind.CUT_OFF, status=404)
    assert NotAnswered(WRITE, cut_off, EXCHANGE).written is Written.UNKNOWN


def test_outcomes_and_failures_are_values() -> None:
    stopped = Failure(kind=FailureKind.STOPPED, detail="by the person")
    assert_is_value(lambda: Failure(kind=FailureKind.REFUSED, place="corp.example", status=None))
    assert_is_value(lambda: Answered(WRITE, EXCHANGE, fault("20103")))
    assert_is_value(lambda: NotSent(WRITE, stopped))
    assert_is_value(lambda: NotAnswered(WRITE, stopped, EXCHANGE))


def test_there_is_no_fourth_way_to_end() -> None:
    assert set(get_args(Outcome)) == {Answered, NotSent, NotAnswered}
