"""The ledger counts as the vendor does, as far as one program can: by its day, and by a window that rolls."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mktgui.domain.limits import MARKETO, MARKETO_REST, Ledger, Limits, Nearness, Tally, day_of, instance_of, limits_for
from mktgui.domain.profile import PRACTICE, Environment, Profile
from tests.domain.clocks import TestClock
from tests.domain.values import assert_is_value

calm = settings(deadline=None)  # a busy machine is no failure

DAY = date(2026, 8, 1)
SMALL = Limits(calls_a_day=10, calls_in_window=3, near=0.6)


def after(calls: int, clock: TestClock, limits: Limits = MARKETO) -> Ledger:
    ledger = Ledger(limits)
    for _ in range(calls):
        ledger = ledger.with_call(clock())
    return ledger


def test_limits_and_counts_are_values() -> None:
    assert_is_value(Limits)
    assert_is_value(Ledger)
    assert_is_value(lambda: Tally(3, 2, Nearness.FREE))


def test_the_limits_are_the_vendors() -> None:
    assert (MARKETO.calls_a_day, MARKETO.calls_in_window, MARKETO.window_seconds) == (10_000, 100, 20.0)


@pytest.mark.parametrize(
    ("utc", "day"),
    [
        (datetime(2026, 8, 1, 5, 59, 59, tzinfo=UTC), date(2026, 7, 31)),
        (datetime(2026, 8, 1, 6, tzinfo=UTC), date(2026, 8, 1)),
        (datetime(2026, 1, 1, 0, tzinfo=UTC), date(2025, 12, 31)),
    ],
)
def test_the_day_begins_at_midnight_cst(utc: datetime, day: date) -> None:
    assert day_of(TestClock(utc)()) == day


def test_a_call_counts_for_the_day_and_for_twenty_seconds() -> None:
    clock = TestClock()
    ledger = after(3, clock)
    assert ledger.tally(clock()) == Tally(3, 3, Nearness.FREE)
    assert ledger.tally(clock.pass_time(19.9)).recent == 3
    assert ledger.tally(clock.pass_time(0.1)) == Tally(3, 0, Nearness.FREE)


def test_a_new_day_counts_from_none_and_the_window_rolls_over_midnight() -> None:
    clock = TestClock(datetime(2026, 8, 2, 5, 59, 55, tzinfo=UTC))
    ledger = after(4, clock)
    assert ledger.tally(clock.pass_time(10)) == Tally(0, 4, Nearness.FREE)
    assert ledger.with_call(clock()).tally(clock()) == Tally(1, 5, Nearness.FREE)


def test_a_clock_that_is_set_does_not_touch_the_window() -> None:
    clock = TestClock()
    ledger = after(3, clock)
    assert ledger.tally(clock.set_date(datetime(2027, 1, 1, tzinfo=UTC))) == Tally(0, 3, Nearness.FREE)


def test_a_call_of_which_nothing_left_is_taken_back() -> None:
    clock = TestClock()
    first = clock()
    ledger = after(1, clock).with_call(clock.pass_time(1))
    assert ledger.without_call(first).tally(clock()) == Tally(1, 1, Nearness.FREE)
    assert ledger.without_call(first).recent == (clock().steady,)


def test_a_call_of_yesterday_is_taken_back_from_yesterday() -> None:
    clock = TestClock(datetime(2026, 8, 2, 5, 59, 59, tzinfo=UTC))
    first = clock()
    ledger = after(1, clock).with_call(clock.pass_time(2))
    assert ledger.without_call(first).tally(clock()) == Tally(1, 1, Nearness.FREE)


def test_a_call_that_has_left_the_window_can_still_be_taken_back() -> None:
    clock = TestClock()
    first = clock()
    ledger = after(1, clock).with_call(clock.pass_time(60))
    assert ledger.without_call(first).tally(clock()) == Tally(1, 1, Nearness.FREE)


def test_what_the_disk_says_comes_on_top_of_what_is_new() -> None:
    clock = TestClock()
    ledger = after(2, clock).with_stored(DAY, 30)
    assert ledger.tally(clock()).today == 32
    assert ledger.with_stored(DAY, 32, of_them_own=2).tally(clock()).today == 32
    assert ledger.with_stored(DAY, 40, of_them_own=2).tally(clock()).today == 40  # another window counted 8


def test_a_disk_that_forgets_does_not_make_the_number_fall() -> None:
    clock = TestClock()
    ledger = after(2, clock).with_stored(DAY, 30)
    assert ledger.with_stored(DAY, 2, of_them_own=2).tally(clock()).today == 32


def test_what_the_disk_says_of_another_day_is_no_matter() -> None:
    clock = TestClock()
    assert after(2, clock).with_stored(date(2026, 7, 31), 30).tally(clock()).today == 2
    assert Ledger().with_stored(DAY, 30).tally(clock()).today == 30


@pytest.mark.parametrize(
    ("today", "recent", "nearness"),
    [
        (0, 0, Nearness.FREE),
        (5, 1, Nearness.FREE),
        (5, 2, Nearness.WINDOW_NEAR),
        (6, 1, Nearness.DAY_NEAR),
        (6, 2, Nearness.DAY_NEAR),
        (6, 3, Nearness.WINDOW_FULL),
        (10, 3, Nearness.DAY_USED_UP),
        (12, 0, Nearness.DAY_USED_UP),
    ],
)
def test_the_limit_that_costs_more_time_is_told(today: int, recent: int, nearness: Nearness) -> None:
    clock = TestClock()
    ledger = after(recent, clock, SMALL).with_stored(DAY, today - recent)
    assert ledger.tally(clock()) == Tally(today, recent, nearness)


def test_the_hundred_and_first_call_waits_until_the_first_is_gone() -> None:
    clock = TestClock()
    ledger = after(60, clock)
    for _ in range(40):
        ledger = ledger.with_call(clock.pass_time(0.1))
    assert ledger.seconds_to_wait(clock()) == pytest.approx(21 - 4)
    assert ledger.tally(clock()).nearness is Nearness.WINDOW_FULL
    assert ledger.seconds_to_wait(clock.pass_time(17.1)) == 0


def test_below_the_limit_nobody_waits() -> None:
    clock = TestClock()
    assert after(99, clock).seconds_to_wait(clock()) == 0


def test_writes_beyond_the_limit_make_a_read_wait_for_them_too() -> None:
    clock = TestClock()
    ledger = after(2, clock, SMALL)
    for _ in range(3):
        ledger = ledger.with_call(clock.pass_time(1))
    assert ledger.seconds_to_wait(clock()) == pytest.approx(21 - 2)


@calm
@given(pauses=st.lists(st.floats(0, 30), max_size=40))
def test_whoever_waits_never_comes_as_the_fourth_in_twenty_seconds(pauses: list[float]) -> None:
    clock, ledger, made = TestClock(), Ledger(SMALL), list[float]()
    for pause in pauses:
        clock.pass_time(pause)
        clock.pass_time(ledger.seconds_to_wait(clock()))
        ledger = ledger.with_call(clock())
        made.append(clock().steady)
    assert all(later - earlier > 20 for earlier, later in zip(made, made[3:], strict=False))


@given(calls=st.integers(0, 30), seconds=st.floats(0, 60))
def test_the_ledger_keeps_no_more_than_it_needs(calls: int, seconds: float) -> None:
    clock = TestClock()
    ledger = after(calls, clock, SMALL)
    clock.pass_time(21 + seconds)
    assert len(ledger.with_call(clock()).recent) == 1


def profile(endpoint: str, environment: Environment = Environment.TEST) -> Profile:
    return Profile(id="a", name="A", endpoint=endpoint, user_id="u", environment=environment)


def test_connections_to_one_marketo_share_its_limits() -> None:
    one = profile("https://123-ABC-456.mktoapi.com/soap/mktows/3_1")
    other = profile(" https://123-abc-456.mktoapi.com:443/soap/mktows/3_1?WSDL", Environment.PRODUCTION)
    assert instance_of(one) == instance_of(other) == "123-abc-456.mktoapi.com"


def test_over_rest_more_calls_a_day_are_allowed() -> None:
    there = instance_of(profile("https://123-ABC-456.mktorest.com/rest"))
    assert limits_for(there) == MARKETO_REST
    assert limits_for(there, Limits(calls_in_window=7)).calls_in_window == 7
    assert limits_for(instance_of(profile("https://123-ABC-456.mktoapi.com/soap"))) is MARKETO


def test_practice_uses_up_no_limits_but_its_own() -> None:
    assert instance_of(PRACTICE) == "practice"
    assert instance_of(profile("http://127.0.0.1:8123/soap", Environment.PRACTICE)) == "practice"


@pytest.mark.parametrize("endpoint", ["", "nonsense", "https://[::1"])
def test_what_is_no_address_has_no_limits_to_share(endpoint: str) -> None:
    assert instance_of(profile(endpoint)) == ""


def test_the_day_holds_for_twenty_four_hours() -> None:
    clock = TestClock(datetime(2026, 8, 1, 6, tzinfo=UTC))
    ledger = after(1, clock)
    assert ledger.tally(clock.pass_time(timedelta(hours=24).total_seconds() - 1)).today == 1
    assert ledger.tally(clock.pass_time(1)).today == 0
