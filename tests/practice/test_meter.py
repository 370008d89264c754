"""The limits, by the clock of whoever counts."""

from datetime import UTC, datetime, timedelta

import pytest

from mktgui.practice.meter import Limit, Meter, OverLimitError

NOW = datetime(2026, 3, 14, 16, 26, 53, tzinfo=UTC)


def refused(meter: Meter, now: datetime, **limits: int) -> Limit:
    with pytest.raises(OverLimitError) as caught:
        meter.enter(now, **({"at_once": 10, "per_20_seconds": 100, "per_day": 1000} | limits))
    return caught.value.limit


def test_calls_at_once_end_when_they_are_left() -> None:
    meter = Meter()
    leave = meter.enter(NOW, at_once=1, per_20_seconds=9, per_day=9)
    assert refused(meter, NOW, at_once=1) is Limit.AT_ONCE
    leave()
    assert callable(meter.enter(NOW, at_once=1, per_20_seconds=9, per_day=9))


def test_calls_in_20_seconds_fall_out_one_by_one() -> None:
    meter = Meter()
    for seconds in (0, 10):
        meter.enter(NOW + timedelta(seconds=seconds), at_once=9, per_20_seconds=2, per_day=9)
    assert refused(meter, NOW + timedelta(seconds=20), per_20_seconds=2) is Limit.RATE
    meter.enter(NOW + timedelta(seconds=21), at_once=9, per_20_seconds=2, per_day=9)
    assert refused(meter, NOW + timedelta(seconds=21), per_20_seconds=2) is Limit.RATE


def test_a_day_begins_at_six_in_the_morning_of_utc() -> None:
    meter, late = Meter(), NOW.replace(hour=5, minute=59)
    meter.enter(late, at_once=9, per_20_seconds=9, per_day=1)
    assert refused(meter, late, per_day=1) is Limit.DAY
    meter.enter(late + timedelta(minutes=1), at_once=9, per_20_seconds=9, per_day=1)


def test_who_is_refused_is_not_counted() -> None:
    meter = Meter()
    assert refused(meter, NOW, per_day=0) is Limit.DAY
    assert callable(meter.enter(NOW, at_once=1, per_20_seconds=1, per_day=1))
