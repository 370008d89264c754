"""What the log says of a call is made of our own words: whatever a person, Marketo or the network said stays out."""

from typing import get_args

import pytest

from mktgui.domain.call_note import CallKind, CallNote, Ending, kind_of, note_of
from mktgui.domain.calls import Call, DescribeObject, GetLead, ListObjects, LookupKey, SyncLead
from mktgui.domain.outcome import FailureKind, Outcome, Written
from mktgui.domain.profile import Environment
from tests.domain.canaries import OUTCOMES, assert_no_canary
from tests.domain.values import assert_is_value


def note() -> CallNote:
    return note_of(OUTCOMES[1], Environment.PRODUCTION)


def test_a_note_is_a_value() -> None:
    assert_is_value(note)


@pytest.mark.parametrize("outcome", OUTCOMES)
def test_no_value_gets_into_a_note(outcome: Outcome) -> None:
    for environment in Environment:
        assert_no_canary(str(note_of(outcome, environment)))
        assert_no_canary(repr(note_of(outcome, environment)))


def test_a_note_tells_what_who_helps_wants_to_know() -> None:
    assert str(note()) == (
        "production: sync-lead refused, written no, fault 20103, HTTP 200, connecting 12 ms, waiting 400 ms"
    )
    assert str(note_of(OUTCOMES[5], Environment.TEST)) == (
        "test: describe-object not-sent, written no, failure http-error, HTTP 503"
    )


@pytest.mark.parametrize(
    ("outcome", "ending", "written", "failure", "fault", "status"),
    [
        (OUTCOMES[0], Ending.ANSWERED, Written.UNKNOWN, None, None, 200),
        (OUTCOMES[1], Ending.REFUSED, Written.NO, None, 20103, 200),
        (OUTCOMES[2], Ending.REFUSED, Written.UNKNOWN, None, None, 200),
        (OUTCOMES[3], Ending.REFUSED, Written.UNKNOWN, None, None, 200),
        (OUTCOMES[4], Ending.ANSWERED, Written.NO, None, None, 200),
        (OUTCOMES[5], Ending.NOT_SENT, Written.NO, FailureKind.HTTP_ERROR, None, 503),
        (OUTCOMES[6], Ending.NOT_SENT, Written.NO, FailureKind.HTTP_ERROR, None, 200),
        (OUTCOMES[7], Ending.NOT_ANSWERED, Written.UNKNOWN, FailureKind.HTTP_ERROR, None, 200),
    ],
)
def test_every_ending_has_its_word(
    outcome: Outcome, ending: Ending, written: Written, failure: FailureKind, fault: int, status: int
) -> None:
    told = note_of(outcome, Environment.TEST)
    assert (told.ending, told.written, told.failure) == (ending, written, failure)
    assert (told.fault, told.status) == (fault, status)


def test_every_kind_of_call_has_its_word() -> None:
    calls = (SyncLead(), GetLead(LookupKey.IDNUM, "7"), DescribeObject(), ListObjects())
    assert {type(call) for call in calls} == set(get_args(Call))
    assert [kind_of(call) for call in calls] == list(CallKind)
