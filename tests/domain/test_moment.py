"""Time that has passed is told by the clock that ran further, so nothing lasts longer because a computer slept."""

from datetime import UTC, datetime, timedelta

import pytest

from mktgui.domain.moment import Moment, this_moment
from tests.domain.values import assert_is_value

NOON = Moment(datetime(2026, 8, 1, 12, tzinfo=UTC), 1000.0)


def test_a_moment_is_a_value() -> None:
    assert_is_value(lambda: Moment(datetime(2026, 8, 1, tzinfo=UTC), 1.0))


@pytest.mark.parametrize(
    ("by_date", "by_steady", "passed"),
    [(60, 60, 60), (3600, 60, 3600), (-3600, 60, 60)],
    ids=["both alike", "asleep, or set forward", "set back"],
)
def test_the_clock_that_ran_further_counts(by_date: float, by_steady: float, passed: float) -> None:
    later = Moment(NOON.utc + timedelta(seconds=by_date), NOON.steady + by_steady)
    assert later.seconds_since(NOON) == passed


def test_now_goes_on_and_is_told_in_utc() -> None:
    first, second = this_moment(), this_moment()
    assert second.steady >= first.steady
    assert first.utc.utcoffset() == timedelta(0)
