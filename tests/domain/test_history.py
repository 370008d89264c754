"""Past calls are values, and a few questions can be answered from them."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from enum import StrEnum

import pytest

from mktgui.domain.call_note import CallKind, Ending
from mktgui.domain.history import (
    Begun,
    Ended,
    Entry,
    FieldChange,
    Page,
    Query,
    Retention,
    Settled,
    State,
    Summary,
    field_changes,
    has_failed,
)
from mktgui.domain.lead import ABSENT, Value, text_value
from mktgui.domain.outcome import Written
from mktgui.domain.profile import Environment
from mktgui.domain.surprise import Surprise
from tests.domain.values import assert_is_value


class Word(StrEnum):
    """What became of a field."""

    STUCK = "stuck"


@dataclass(frozen=True, slots=True)
class Difference:
    """A comparison as another part of the program tells it."""

    name: str
    type: str
    was: Value | None
    asked: str | None
    now: Value | None
    fate: Word


def begun(kind: CallKind = CallKind.SYNC_LEAD) -> Begun:
    return Begun(
        id="1",
        at=datetime(2026, 11, 23, tzinfo=UTC),
        profile_id="p",
        profile_name="P",
        environment=Environment.TEST,
        transport="soap",
        kind=kind,
    )


def summary() -> Summary:
    return Summary(
        id="1",
        at=datetime(2026, 11, 23, tzinfo=UTC),
        state=State.ENDED,
        profile_id="p",
        profile_name="P",
        environment=Environment.TEST,
        transport="soap",
        kind=CallKind.SYNC_LEAD,
    )


def test_what_is_kept_of_a_call_are_values() -> None:
    assert_is_value(begun)
    assert_is_value(lambda: Ended(status="UPDATED"))
    assert_is_value(summary)
    assert_is_value(lambda: Entry(summary=summary()))
    assert_is_value(lambda: FieldChange(name="Title", was=text_value("CTO")))
    assert_is_value(lambda: Query(text="ana"))
    assert_is_value(lambda: Page((summary(),), 7))
    assert_is_value(lambda: Retention(days=90))


@pytest.mark.parametrize(
    ("state", "written", "settled", "known"),
    [
        (State.OUTCOME_UNKNOWN, Written.UNKNOWN, None, Written.UNKNOWN),
        (State.OUTCOME_UNKNOWN, Written.UNKNOWN, Written.YES, Written.YES),
        (State.ENDED, Written.UNKNOWN, Written.NO, Written.NO),
        (State.ENDED, Written.YES, Written.NO, Written.YES),
        (State.UNDER_WAY, Written.UNKNOWN, Written.YES, Written.UNKNOWN),
    ],
)
def test_what_a_later_look_has_proven_counts_where_the_call_told_nothing(
    state: State, written: Written, settled: Written | None, known: Written
) -> None:
    proof = None if settled is None else Settled(written=settled, at=summary().at)
    one = replace(summary(), state=state, written=written, settled=proof)
    assert one.known_written is known
    assert one.proof is (proof if written is Written.UNKNOWN and state is not State.UNDER_WAY else None)


def test_only_a_send_may_write() -> None:
    assert [kind for kind in CallKind if begun(kind).may_write] == [CallKind.SYNC_LEAD]


def test_the_new_value_is_what_came_back_else_what_was_asked() -> None:
    assert FieldChange(name="Title", asked="CTO", now=text_value("C.T.O.")).new == "C.T.O."
    assert FieldChange(name="Title", asked="CTO", now=ABSENT).new == ""
    assert FieldChange(name="Title", asked="CTO").new == "CTO"
    assert FieldChange(name="Title").new == ""


def test_a_comparison_is_kept_field_by_field() -> None:
    difference = Difference("Title", "string", text_value("CEO"), "CTO", text_value("CTO"), Word.STUCK)
    assert field_changes([difference]) == (
        FieldChange(
            name="Title", type="string", was=text_value("CEO"), asked="CTO", now=text_value("CTO"), fate="stuck"
        ),
    )


@pytest.mark.parametrize(
    ("state", "ending", "status", "failed"),
    [
        (State.UNDER_WAY, None, "", False),
        (State.ENDED, Ending.ANSWERED, "UPDATED", False),
        (State.ENDED, Ending.ANSWERED, "", False),
        (State.ENDED, Ending.ANSWERED, "Failed", True),
        (State.ENDED, Ending.REFUSED, "", True),
        (State.ENDED, Ending.NOT_SENT, "", True),
        (State.ENDED, Ending.NOT_ANSWERED, "", True),
        (State.OUTCOME_UNKNOWN, None, "", True),
    ],
)
def test_a_call_has_failed_where_it_did_not_do_what_it_was_meant_to(
    state: State,
    ending: Ending | None,
    status: str,
    failed: object,
) -> None:
    assert has_failed(state, ending, status) is failed


@pytest.mark.parametrize(
    ("surprise", "failed"),
    [
        (Surprise.CREATED_INSTEAD, True),
        (Surprise.ANOTHER_LEAD, True),
        (Surprise.CREATED_THE_SAME, False),
        (Surprise.UPDATED_INSTEAD, False),
    ],
)
def test_a_call_that_hit_another_lead_than_was_meant_has_failed(surprise: Surprise, failed: object) -> None:
    assert has_failed(State.ENDED, Ending.ANSWERED, "UPDATED", surprise) is failed
