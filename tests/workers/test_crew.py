"""A crew hires as many threads as there is to do, up to its size, and closing it never takes longer than asked."""

import threading
from collections.abc import Iterator
from functools import partial
from time import monotonic
from weakref import finalize

import pytest

from mktgui.workers.crew import MOST_RESTS, REST_SECONDS, Crew

SIZE = 3


class Gate:
    """Chores that wait until they are let through, and who is waiting."""

    def __init__(self) -> None:
        self._opened = threading.Event()
        self._came = threading.Semaphore(0)
        self.threads: set[threading.Thread] = set()

    def chore(self) -> None:
        self.threads.add(threading.current_thread())
        self._came.release()
        self._opened.wait(10)

    def wait_for(self, count: int) -> None:
        for _ in range(count):
            assert self._came.acquire(timeout=5)

    def nobody_else_comes(self) -> bool:
        return not self._came.acquire(timeout=0.05)

    def open(self) -> None:
        self._opened.set()


@pytest.fixture
def crew() -> Iterator[Crew]:
    crew = Crew(SIZE, "hand")
    yield crew
    assert crew.close(5)


def test_nobody_is_hired_before_there_is_something_to_do() -> None:
    before = threading.active_count()
    crew = Crew(SIZE, "hand")
    assert threading.active_count() == before
    assert crew.close(0)


def test_chores_are_done_beside_each_other_by_threads_with_names(crew: Crew) -> None:
    gate = Gate()
    for _ in range(SIZE):
        crew.submit(gate.chore)
    gate.wait_for(SIZE)
    gate.open()
    assert {thread.name for thread in gate.threads} == {"hand-1", "hand-2", "hand-3"}
    assert all(thread.daemon for thread in gate.threads)  # none of them keeps the program from ending


def test_more_chores_than_threads_wait_their_turn(crew: Crew) -> None:
    gate = Gate()
    for _ in range(SIZE + 2):
        crew.submit(gate.chore)
    gate.wait_for(SIZE)
    assert gate.nobody_else_comes()
    gate.open()
    gate.wait_for(2)
    assert len(gate.threads) == SIZE


def test_chores_of_one_thread_are_done_in_the_order_in_which_they_came() -> None:
    seen: list[int] = []
    crew = Crew(1, "hand")
    for number in range(100):
        crew.submit(partial(seen.append, number))
    assert crew.close(5)
    assert seen == list(range(100))


def test_closing_finishes_what_is_queued_and_takes_nothing_new() -> None:
    crew, seen = Crew(1, "hand"), list[int]()
    gate = Gate()
    crew.submit(gate.chore)
    crew.submit(partial(seen.append, 1))
    gate.wait_for(1)
    assert not crew.close(0)
    crew.submit(partial(seen.append, 2))
    gate.open()
    assert crew.close(5)
    assert seen == [1]


def test_a_chore_for_later_is_done_after_a_rest(crew: Crew) -> None:
    done = threading.Event()
    began = monotonic()
    crew.submit_for_later(done.set)
    assert done.wait(5)
    assert monotonic() - began >= REST_SECONDS


@pytest.mark.parametrize(("busy", "rests"), [(3, 4), (MOST_RESTS * 2, MOST_RESTS)])
def test_it_rests_as_long_as_the_program_is_busy_but_not_for_ever(busy: int, rests: int) -> None:
    asked: list[float] = []

    def used() -> float:
        asked.append(min(len(asked), 2 * busy))
        return asked[-1] * 1000

    crew, done = Crew(1, "hand", used), threading.Event()
    crew.submit_for_later(done.set)
    assert done.wait(10)
    assert len(asked) == 2 * rests
    assert crew.close(5)


def test_closing_cuts_the_rest_of_what_was_for_later() -> None:
    crew, seen = Crew(1, "hand"), list[int]()
    for number in range(200):
        crew.submit_for_later(partial(seen.append, number))
    assert crew.close(5)
    assert seen == list(range(200))


def test_closing_waits_no_longer_than_asked_however_many_are_stuck() -> None:
    crew, gate = Crew(SIZE, "hand"), Gate()
    for _ in range(SIZE):
        crew.submit(gate.chore)
    gate.wait_for(SIZE)
    began = monotonic()
    assert not crew.close(0.1)
    assert 0.1 <= monotonic() - began < 0.3
    gate.open()
    assert crew.close(5)


def test_an_idle_thread_keeps_nothing_of_its_last_chore_alive() -> None:
    class Held:
        def chore(self) -> None:
            pass

    crew, gone = Crew(1, "hand"), threading.Event()
    held = Held()
    finalize(held, gone.set)
    crew.submit(held.chore)
    del held
    assert gone.wait(5)
    assert crew.close(5)


def test_a_free_thread_is_used_again_instead_of_a_new_one(crew: Crew) -> None:
    used: set[threading.Thread] = set()
    gate = Gate()
    for _ in range(SIZE):
        crew.submit(gate.chore)
    gate.open()
    for _ in range(50):
        crew.submit(lambda: used.add(threading.current_thread()))
    assert crew.close(5)
    assert used <= gate.threads
