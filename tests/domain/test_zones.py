"""The clock of this computer, in summer, in winter, and where the system knows nothing."""

import os
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, tzinfo
from typing import Self

import pytest

from mktgui.domain.zones import Here

HOUR = timedelta(hours=1)


@pytest.fixture
def berlin() -> Iterator[Here]:
    before = os.environ.get("TZ")
    os.environ["TZ"] = "CET-1CEST,M3.5.0,M10.5.0/3"
    time.tzset()
    yield Here()
    if before is None:
        del os.environ["TZ"]
    else:
        os.environ["TZ"] = before
    time.tzset()


def test_each_day_has_its_own_offset(berlin: Here) -> None:
    assert datetime(2026, 1, 5, tzinfo=berlin).utcoffset() == HOUR
    assert datetime(2026, 7, 5, tzinfo=berlin).utcoffset() == 2 * HOUR
    assert berlin.utcoffset(None) == HOUR


def test_a_moment_can_be_shown_on_the_clock_of_this_computer(berlin: Here) -> None:
    noon = datetime(2026, 7, 5, 12, tzinfo=UTC)
    assert noon.astimezone(berlin).isoformat() == "2026-07-05T14:00:00+02:00"
    assert noon.astimezone(berlin) == noon


@pytest.mark.parametrize("year", [1, 9999])
def test_the_ends_of_the_calendar_have_some_offset(berlin: Here, year: int) -> None:
    day = datetime(year, 1 if year == 1 else 12, 1 if year == 1 else 31, 23 if year > 1 else 0)  # noqa: DTZ001 - on this clock
    assert berlin.utcoffset(day) in {HOUR, 2 * HOUR, timedelta()}


def test_a_year_that_the_system_cannot_tell_is_taken_for_winter(berlin: Here, monkeypatch: pytest.MonkeyPatch) -> None:
    """As on Windows, where years before 1970 have no local time."""

    class Old(datetime):
        def astimezone(self, tz: tzinfo | None = None) -> Self:  # noqa: ARG002 - refuses all
            raise OSError(22, "Invalid argument")

        def replace(self, **parts: object) -> Self:  # type: ignore[override] # noqa: ARG002 - stays one that refuses
            return self

    old = Old(1901, 7, 5, 12, tzinfo=UTC)
    assert berlin.utcoffset(old) == HOUR
    assert berlin.fromutc(old).hour == 13


def test_what_it_is_called_is_not_told(berlin: Here) -> None:
    day = datetime(2026, 1, 5, tzinfo=berlin)
    assert (day.tzname(), day.dst()) == (None, None)
