"""Alarms ring in the order of their times, however they were set, and not once they were cancelled."""

import threading
from queue import SimpleQueue
from time import monotonic
from weakref import finalize

from mktgui.wire.alarm import AlarmClock

SOON, LATE, NEVER = 0.05, 0.1, 3600.0


def test_alarms_ring_in_time_and_in_order() -> None:
    clock, rung = AlarmClock(), SimpleQueue[tuple[str, float]]()
    began = monotonic()

    def ring(name: str) -> None:
        rung.put((name, monotonic() - began))

    clock.set(NEVER, lambda: ring("never"))
    clock.set(LATE, lambda: ring("late"))
    clock.set(SOON, lambda: ring("soon"))
    clock.set(-1.0, lambda: ring("at once"))
    heard = [rung.get(timeout=5) for _ in range(3)]
    assert [name for name, _ in heard] == ["at once", "soon", "late"]
    assert heard[1][1] >= SOON
    assert heard[2][1] >= LATE
    assert rung.empty()


def test_one_that_was_cancelled_does_not_ring() -> None:
    clock, rung = AlarmClock(), SimpleQueue[str]()
    clock.set(SOON, lambda: rung.put("cancelled")).cancel()
    clock.set(LATE, lambda: rung.put("late"))
    assert rung.get(timeout=5) == "late"
    assert rung.empty()


def test_a_clock_that_had_nothing_to_do_still_rings() -> None:
    clock, rung = AlarmClock(), SimpleQueue[str]()
    for name in ("first", "second"):
        clock.set(SOON, lambda name=name: rung.put(name))  # type: ignore[misc] # mypy knows no default of a lambda
        assert rung.get(timeout=5) == name


def test_all_alarms_take_one_thread() -> None:
    clock, used = AlarmClock(), SimpleQueue[threading.Thread]()
    for _ in range(20):
        clock.set(0.0, lambda: used.put(threading.current_thread()))
    assert len({used.get(timeout=5) for _ in range(20)}) == 1


def test_what_was_cancelled_is_not_kept_alive() -> None:
    class Held:
        def ring(self) -> None:
            """Never called."""

    clock, gone = AlarmClock(), threading.Event()
    held = Held()
    finalize(held, gone.set)
    clock.set(NEVER, held.ring).cancel()
    del held
    assert gone.wait(5)
