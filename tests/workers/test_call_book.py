"""Calls of every thread are counted together, kept on the disk by another one, and let through in turn."""

from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from pathlib import Path

import pytest

from mktgui.domain.limits import Limits, Nearness, Tally
from mktgui.domain.moment import Moment
from mktgui.storage.call_counts import CallCounts
from mktgui.workers.call_book import CallBook
from mktgui.workers.crew import Crew
from tests.domain.clocks import TestClock

HERE, THERE = "a.example", "b.example"
DAY = date(2026, 8, 1)
SMALL = Limits(calls_in_window=3)


@pytest.fixture
def clock() -> TestClock:
    return TestClock()


@pytest.fixture
def counts(tmp_path: Path) -> CallCounts:
    return CallCounts(tmp_path / "data" / "calls.json")


@pytest.fixture
def later() -> list[Callable[[], None]]:
    """Chores that nobody has done yet."""
    return []


@pytest.fixture
def book(counts: CallCounts, later: list[Callable[[], None]], clock: TestClock) -> CallBook:
    return CallBook(counts, later.append, SMALL, clock)


def do_all(later: list[Callable[[], None]]) -> None:
    while later:
        later.pop(0)()


def make_call(book: CallBook, instance: str = HERE) -> None:
    book.settle(instance, book.take(instance), left=True)


def test_a_call_counts_from_the_moment_it_leaves(book: CallBook) -> None:
    made = book.take(HERE)
    assert book.tally(HERE) == Tally(1, 1, Nearness.FREE)
    book.settle(HERE, made, left=True)
    assert book.tally(HERE) == Tally(1, 1, Nearness.FREE)
    assert book.tally(THERE) == Tally(0, 0, Nearness.FREE)


def test_a_call_of_which_nothing_left_does_not_count(
    book: CallBook, later: list[Callable[[], None]], counts: CallCounts
) -> None:
    book.settle(HERE, book.take(HERE), left=False)
    assert book.tally(HERE) == Tally(0, 0, Nearness.FREE)
    assert later == []
    assert counts.read(DAY) == {}


def test_nothing_is_written_on_the_thread_of_the_call(
    book: CallBook, later: list[Callable[[], None]], counts: CallCounts
) -> None:
    make_call(book)
    assert counts.read(DAY) == {}
    do_all(later)
    assert counts.read(DAY) == {HERE: 1}
    assert book.tally(HERE).today == 1


def test_the_count_of_today_goes_on_in_the_next_run(
    book: CallBook, later: list[Callable[[], None]], counts: CallCounts, clock: TestClock
) -> None:
    for _ in range(2):
        make_call(book)
    make_call(book, THERE)
    do_all(later)
    next_run = CallBook(counts, later.append, SMALL, clock)
    make_call(next_run)  # before it has looked
    next_run.load()
    assert next_run.tally(HERE) == Tally(3, 1, Nearness.FREE)
    assert next_run.tally(THERE) == Tally(1, 0, Nearness.FREE)
    do_all(later)
    assert next_run.tally(HERE).today == 3
    assert counts.read(DAY) == {HERE: 3, THERE: 1}


def test_two_windows_count_together(
    book: CallBook, later: list[Callable[[], None]], counts: CallCounts, clock: TestClock
) -> None:
    other = CallBook(counts, later.append, SMALL, clock)
    for one in (book, other, book, other):
        make_call(one)
        do_all(later)
    assert counts.read(DAY) == {HERE: 4}
    assert other.tally(HERE).today == 4


def test_calls_under_way_are_counted_once_when_others_are_written(
    book: CallBook, later: list[Callable[[], None]], counts: CallCounts
) -> None:
    under_way = book.take(HERE)
    make_call(book)
    do_all(later)
    assert counts.read(DAY) == {HERE: 1}
    assert book.tally(HERE).today == 2
    book.settle(HERE, under_way, left=True)
    do_all(later)
    assert counts.read(DAY) == {HERE: 2}
    assert book.tally(HERE).today == 2


def test_a_new_day_begins_with_none(
    book: CallBook, later: list[Callable[[], None]], counts: CallCounts, clock: TestClock
) -> None:
    make_call(book)
    clock.pass_time(timedelta(days=1).total_seconds())
    do_all(later)  # what is of yesterday by now is not worth a file
    assert counts.read(DAY) == {}
    make_call(book)
    do_all(later)
    assert book.tally(HERE).today == 1
    assert counts.read(DAY + timedelta(days=1)) == {HERE: 1}


class Obstinate:
    """A store on a disk that is full for a while."""

    def __init__(self, counts: CallCounts) -> None:
        self._counts = counts
        self.full = True

    def read(self, day: date) -> Mapping[str, int]:
        return self._counts.read(day)

    def add(self, day: date, calls: Mapping[str, int]) -> Mapping[str, int]:
        if self.full:
            raise OSError("no room")
        return self._counts.add(day, calls)


def test_what_could_not_be_written_is_written_with_the_next_call(
    counts: CallCounts, later: list[Callable[[], None]], clock: TestClock
) -> None:
    store = Obstinate(counts)
    book = CallBook(store, later.append, SMALL, clock)
    make_call(book)
    do_all(later)
    assert book.tally(HERE).today == 1
    store.full = False
    make_call(book)
    do_all(later)
    assert counts.read(DAY) == {HERE: 2}
    assert book.tally(HERE).today == 2


def test_a_read_gets_its_turn_as_soon_as_there_is_room(book: CallBook, clock: TestClock) -> None:
    for _ in range(3):
        assert isinstance(book.take_turn(HERE), Moment)
    assert book.take_turn(HERE) == 21
    assert isinstance(book.take_turn(THERE), Moment)
    clock.pass_time(20)
    assert book.take_turn(HERE) == 1
    assert book.tally(HERE).today == 3  # asking does not count
    clock.pass_time(1)
    assert isinstance(book.take_turn(HERE), Moment)


def test_a_write_is_never_turned_away(book: CallBook) -> None:
    for _ in range(5):
        assert isinstance(book.take(HERE), Moment)
    assert book.tally(HERE) == Tally(5, 5, Nearness.WINDOW_FULL)


def test_many_threads_never_get_more_than_there_is_room_for(counts: CallCounts, clock: TestClock) -> None:
    crew = Crew(1, "clerk")
    book = CallBook(counts, crew.submit, Limits(calls_in_window=50), clock)

    def read(_number: int) -> bool:
        turn = book.take_turn(HERE)
        if isinstance(turn, Moment):
            book.settle(HERE, turn, left=True)
            return True
        return False

    with ThreadPoolExecutor(8) as pool:
        went = sum(pool.map(read, range(200)))
    assert crew.close(5)
    assert went == 50
    assert book.tally(HERE).today == 50
    assert counts.read(DAY) == {HERE: 50}
