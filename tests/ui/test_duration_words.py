"""How long ago: in minutes while it is fresh, by its day and time later, on the clock of whoever looks."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from mktgui.ui.duration_words import DurationWords, local_now

TOKYO = timezone(timedelta(hours=9))
NOW = datetime(2026, 3, 5, 9, 14, tzinfo=UTC)


@pytest.fixture
def words(qapp: QApplication) -> DurationWords:
    return DurationWords(QLocale("en"))


@pytest.mark.parametrize(
    ("before", "ago", "clock", "both"),
    [
        (timedelta(seconds=3), "just now", "09:13", "09:13, just now"),
        (timedelta(minutes=3), "3 minutes ago", "09:11", "09:11, 3 minutes ago"),
        (timedelta(minutes=59, seconds=50), "1 hours ago", "08:14", "08:14, 1 hours ago"),
        (timedelta(hours=9), "9 hours ago", "00:14", "00:14, 9 hours ago"),
        (timedelta(hours=10), "yesterday 23:14", "yesterday 23:14", "yesterday 23:14"),
        (timedelta(days=5), "28 Feb 09:14", "28 Feb 09:14", "28 Feb 09:14"),
        (timedelta(days=90), "5 Dec 2025 09:14", "5 Dec 2025 09:14", "5 Dec 2025 09:14"),
        (timedelta(minutes=-5), "09:19", "09:19", "09:19"),  # a clock that was put back
    ],
)
def test_a_moment_is_told_by_how_long_ago_it_was(
    before: timedelta, ago: str, clock: str, both: str, words: DurationWords
) -> None:
    at = NOW - before
    assert (words.ago(at, NOW), words.clock(at, NOW), words.both(at, NOW)) == (ago, clock, both)


def test_just_after_midnight_a_minute_is_still_a_minute(words: DurationWords) -> None:
    now = datetime(2026, 3, 5, 0, 2, tzinfo=UTC)
    assert words.both(now - timedelta(minutes=4), now) == "yesterday 23:58, 4 minutes ago"


def test_the_clock_is_that_of_whoever_looks(words: DurationWords) -> None:
    assert words.clock(NOW, NOW.astimezone(TOKYO)) == "18:14"


def test_now_knows_its_time_zone() -> None:
    assert local_now().tzinfo is not None


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    at=st.datetimes(min_value=datetime(1990, 1, 1), max_value=datetime(2100, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001 - hypothesis wants them so
    now=st.datetimes(min_value=datetime(1990, 1, 1), max_value=datetime(2100, 1, 1), timezones=st.just(TOKYO)),  # noqa: DTZ001 - the same
)
def test_every_two_moments_have_words(at: datetime, now: datetime, words: DurationWords) -> None:
    told = words.both(at, now)
    assert f"{at.astimezone(TOKYO):%H:%M}" in told
    assert "%" not in told.replace("%n", "")
