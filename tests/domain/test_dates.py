"""Dates and times as people write them, and every reading there is."""

from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mktgui.domain.dates import (
    BothClocks,
    in_zone,
    is_date,
    is_datetime,
    on_both_clocks,
    read_dates,
    read_datetimes,
    written,
)
from tests.domain.values import assert_is_value

FIFTH = date(2026, 3, 5)
BERLIN, SHANGHAI = ZoneInfo("Europe/Berlin"), ZoneInfo("Asia/Shanghai")
ZONES = st.sampled_from([UTC, BERLIN, SHANGHAI, timezone(timedelta(hours=-9, minutes=-30))])


@pytest.mark.parametrize(
    "text",
    [
        "2026-03-05", "2026/3/5", "2026.3.5", "2026-3-5", "2026年3月5日", "2026 年 3 月 5 号", "２０２６／３／５",
        "20260305",
        "5 Mar 2026", "5. March 2026", "5th march 2026", "05-Mar-2026", "5-Mar-26", "5mar2026", "Mar 5, 2026",
        "March 5th 2026", "Mar. 5,2026", "Thu, 5 Mar 2026", "Thursday 5 March 2026", "5.3.2026", "05.03.2026",
        " 2026-03-05 ", "46086",
    ],
)  # fmt: skip
def test_a_day_is_read_however_it_is_written(text: str) -> None:
    assert read_dates(text) == (FIFTH,)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("03/04/2026", {date(2026, 3, 4), date(2026, 4, 3)}),
        ("3-4-2026", {date(2026, 3, 4), date(2026, 4, 3)}),
        ("05/05/2026", {date(2026, 5, 5)}),
        ("13/04/2026", {date(2026, 4, 13)}),
        ("04/13/2026", {date(2026, 4, 13)}),
        ("03.04.2026", {date(2026, 4, 3)}),
        ("3/4/26", {date(2026, 3, 4), date(2026, 4, 3)}),
        ("03/04/05", {date(2005, 3, 4), date(2005, 4, 3), date(2003, 4, 5)}),
        ("26-03-15", {date(2026, 3, 15), date(2015, 3, 26)}),
        ("5 Mar 68", {date(1968, 3, 5)}),
        ("5 Sept 2026", {date(2026, 9, 5)}),
    ],
)
def test_where_there_are_several_readings_all_are_found(text: str, days: set[date]) -> None:
    assert set(read_dates(text)) == days
    assert len(read_dates(text)) == len(days)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "today",
        "2026-02-30",
        "2026-13-01",
        "0000-01-01",
        "5 Foo 2026",
        "3/4-2026",
        "99999",
        "12345",
        "5",
        "3/2026",
        "x" * 61,
    ],
)
def test_what_is_no_day_is_none(text: str) -> None:
    assert read_dates(text) == ()
    assert not is_date(text)


@pytest.mark.parametrize(("text", "is_one"), [("2026-03-05", True), ("2026-3-5", False), ("2026-02-30", False)])
def test_only_one_way_of_writing_goes_over_the_wire(text: str, is_one: bool) -> None:  # noqa: FBT001 - a column
    assert is_date(text) is is_one


MORNING = datetime(2026, 3, 5, 9, 14)  # noqa: DTZ001 - without a zone, as typed
BY_BERLIN = timezone(timedelta(hours=1))


@pytest.mark.parametrize(
    ("text", "zone"),
    [
        ("2026-03-05T09:14:00", None),
        ("2026-03-05 09:14", None),
        ("2026-03-05T09:14:00Z", UTC),
        ("2026-03-05t09:14:00z", UTC),
        ("2026-03-05T09:14:00+01:00", BY_BERLIN),
        ("2026-03-05 09:14:00+0100", BY_BERLIN),
        ("2026-03-05T09:14+01", BY_BERLIN),
        ("2026-03-05T09:14:00-07:00", timezone(timedelta(hours=-7))),
    ],
)
def test_near_enough_to_the_documented_form_is_sound(text: str, zone: tzinfo | None) -> None:
    assert is_datetime(text)
    assert read_datetimes(text) == (MORNING.replace(tzinfo=zone),)


@pytest.mark.parametrize(
    ("text", "zone"),
    [
        ("2026/3/5 9:14", None),
        ("2026年3月5日 9:14", None),
        ("2026年3月5日上午9:14", None),
        ("5 Mar 2026, 9:14 AM", None),
        ("3/5/2026 9:14", None),
        ("2026-03-05 9:14 UTC", UTC),
        ("2026-03-05 9:14 GMT", UTC),
        ("2026-03-05 09:14:00 +0100", BY_BERLIN),
        ("2026-03-05 09:14 UTC+1", BY_BERLIN),
        ("2026-03-05 09:14:00 -7", timezone(timedelta(hours=-7))),
    ],
)
def test_other_ways_are_read_too(text: str, zone: tzinfo | None) -> None:
    assert not is_datetime(text)
    assert MORNING.replace(tzinfo=zone) in read_datetimes(text)


@pytest.mark.parametrize(
    ("text", "hour"),
    [("12:30 am", 0), ("12:30 pm", 12), ("1:30 p.m.", 13), ("11:30 下午", 23), ("下午 3:30", 15), ("23:30", 23)],
)
def test_halves_of_a_day_are_understood(text: str, hour: int) -> None:
    [read] = read_datetimes(f"2026-03-05 {text}")
    assert (read.hour, read.minute) == (hour, 30)


def test_parts_of_a_second_are_read() -> None:
    assert read_datetimes("2026-03-05T09:14:00.25Z")[0].microsecond == 250_000
    assert read_datetimes("2026/3/5 09:14:00.123456789")[0].microsecond == 123_456


@pytest.mark.parametrize(
    "text",
    [
        "", "9:14", "2026-03-05", "2026-03-05T25:00:00Z", "2026-03-05T09:60:00Z", "2026-02-30T09:14:00Z",
        "2026-03-05 13:00 pm",
        "2026-03-05T09:14:00+15:00", "2026/3/5 9:14 +01:75", "2026/3/5 0:14 am", "x 9:14", "2026-03-05T09:14:00 CET",
    ],
)  # fmt: skip
def test_what_is_no_time_is_none(text: str) -> None:
    assert read_datetimes(text) == ()
    assert not is_datetime(text)


def test_it_is_written_as_documented() -> None:
    assert written(MORNING.replace(tzinfo=UTC)) == "2026-03-05T09:14:00+00:00"
    assert written(in_zone(MORNING, SHANGHAI)) == "2026-03-05T09:14:00+08:00"


def test_old_offsets_are_rounded_to_what_can_be_written() -> None:
    long_ago = datetime(1880, 1, 1)  # noqa: DTZ001 - on a clock of Berlin
    assert written(in_zone(long_ago, BERLIN)) == "1880-01-01T00:00:00+00:53"


def test_a_zone_that_knows_no_offset_is_taken_for_utc() -> None:
    class Nowhere(tzinfo):
        def utcoffset(self, moment: datetime | None) -> None:
            """None."""

        def dst(self, moment: datetime | None) -> None:
            """None."""

        def tzname(self, moment: datetime | None) -> None:
            """None."""

    assert in_zone(MORNING, Nowhere()).utcoffset() == timedelta()


def test_a_moment_is_shown_on_both_clocks() -> None:
    summer = datetime(2026, 7, 5, 23, 30, tzinfo=UTC)
    assert on_both_clocks(summer, BERLIN) == BothClocks("2026-07-06 01:30:00 +02:00", "2026-07-05 23:30:00")
    assert on_both_clocks(summer, UTC) == BothClocks("2026-07-05 23:30:00 +00:00", "2026-07-05 23:30:00")


def test_at_the_end_of_the_calendar_it_is_shown_as_it_was_written() -> None:
    last = datetime(9999, 12, 31, 23, 30, tzinfo=UTC)
    assert on_both_clocks(last, SHANGHAI) == BothClocks("9999-12-31 23:30:00 +00:00", "9999-12-31 23:30:00")
    first = datetime(1, 1, 1, tzinfo=timezone(timedelta(hours=8)))
    assert on_both_clocks(first, SHANGHAI).utc == "0001-01-01 00:00:00 +08:00"


def test_both_clocks_are_a_value() -> None:
    assert_is_value(lambda: BothClocks("a", "b"))


@given(st.datetimes(), ZONES)
def test_what_is_written_reads_back(naive: datetime, zone: tzinfo) -> None:
    moment = in_zone(naive.replace(microsecond=0), zone)
    assert read_datetimes(written(moment)) == (moment,)
    assert is_datetime(written(moment))


@given(st.dates())
def test_a_day_written_for_the_wire_reads_back(day: date) -> None:
    assert is_date(day.isoformat())
    assert read_dates(day.isoformat()) == (day,)
    assert day in read_dates(f"{day.year:04}/{day.month}/{day.day}")


@given(st.text() | st.text(alphabet="0123456789-/.:T +Zampm年月日", max_size=30))
def test_any_text_can_be_read(text: str) -> None:
    assert len(set(read_dates(text))) == len(read_dates(text)) <= 3
    assert is_date(text) <= (len(read_dates(text)) == 1)
    assert is_datetime(text) <= (len(read_datetimes(text)) == 1)


@given(st.datetimes(timezones=ZONES), ZONES)
def test_any_moment_can_be_shown(moment: datetime, zone: tzinfo) -> None:
    shown = on_both_clocks(moment, zone)
    assert len(shown.local) == len("2026-07-06 01:30:00 +02:00")
