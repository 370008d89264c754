"""Rings of references go on the GUI thread, and never on a worker."""

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mktgui.workers.collector import BUSY, FEW, MANY, QUIET_LOOKS, Collector, set_aside_much, sweep
from mktgui.workers.runner import Runner

INTERVAL = 5  # milliseconds
ENOUGH = 3_000  # objects, more than Python lets pass before it looks


class Ring:
    """Something that only the collector can take away, and that says on which thread it went."""

    def __init__(self, went: list[threading.Thread]) -> None:
        self.itself, self._went = self, went

    def __del__(self) -> None:
        self._went.append(threading.current_thread())


class Processor:
    """What the program has had of it, in seconds; as much more with each look as a test wants."""

    def __init__(self) -> None:
        self.busy = self._used = 0.0

    def __call__(self) -> float:
        self._used += self.busy * INTERVAL / 1000
        return self._used


@pytest.fixture
def processor() -> Processor:
    return Processor()


@pytest.fixture
def collector(qapp: QApplication, processor: Processor) -> Iterator[Collector]:
    collector = Collector(INTERVAL, processor)
    collector.start()
    yield collector
    collector.stop()


def test_what_a_worker_leaves_goes_on_the_gui_thread(collector: Collector, qtbot: QtBot) -> None:
    runner, went = Runner(), list[threading.Thread]()

    def litter() -> None:
        Ring(went)
        kept = [[number] for number in range(ENOUGH)]
        assert len(kept) == ENOUGH

    with qtbot.waitSignal(runner.run(litter).finished):
        pass
    young = [[number] for number in range(ENOUGH)]
    qtbot.waitUntil(lambda: bool(went))
    assert young
    assert went == [threading.main_thread()]
    runner.close()


def test_as_long_as_little_was_made_nothing_is_looked_at(collector: Collector) -> None:
    gc.collect()
    ring = Ring([])
    watched = weakref.ref(ring)
    del ring
    collector.look()
    assert watched() is not None
    gc.collect()
    assert watched() is None


def test_python_itself_rests_also_afterwards(collector: Collector) -> None:
    assert not gc.isenabled()
    collector.stop()
    assert not gc.isenabled()
    assert gc.get_freeze_count() == 0


def many() -> list[list[int]]:
    return [[number] for number in range(MANY + ENOUGH)]


def test_what_comes_with_something_big_is_set_aside_and_looked_at_when_that_has_gone(
    collector: Collector, processor: Processor
) -> None:
    collector.look()  # what was made before
    aside = gc.get_freeze_count()
    ring = Ring([])
    watched = weakref.ref(ring)
    big = many()
    collector.look()
    assert gc.get_freeze_count() >= aside + MANY
    del ring
    gc.collect()
    assert watched() is not None
    look_often(collector)
    assert watched() is not None, "most of it was still there"
    del big[: MANY - 2 * FEW]
    look_often(collector)
    assert watched() is not None, "to look at the rest would take a while"
    big.clear()
    processor.busy = 2 * BUSY
    look_often(collector)
    assert watched() is not None, "somebody was at work"
    processor.busy = BUSY / 2
    look_often(collector)
    assert watched() is None
    assert gc.get_freeze_count() < aside + MANY


def look_often(collector: Collector) -> None:
    for _ in range(QUIET_LOOKS):
        collector.look()


def test_a_sweep_takes_rings_but_does_not_look_at_something_big(collector: Collector) -> None:
    ring = Ring([])
    watched = weakref.ref(ring)
    del ring
    sweep()
    assert watched() is None
    aside = gc.get_freeze_count()
    big = many()
    sweep()
    assert gc.get_freeze_count() >= aside + MANY
    assert len(big) > MANY
    collector.stop()


def replaced(old: list[list[int]]) -> list[list[int]]:
    """As many new ones, before the old ones go: by Python's own count there is nothing new."""
    new = many()
    old.clear()
    return new


def test_what_takes_the_place_of_something_big_is_set_aside_too(collector: Collector) -> None:
    aside = gc.get_freeze_count()
    old = many()
    collector.look()
    assert gc.get_freeze_count() > aside + MANY
    new = replaced(old)
    kept = [[number] for number in range(ENOUGH)]
    assert gc.get_freeze_count() < aside + ENOUGH
    collector.look()
    assert gc.get_freeze_count() > aside + MANY
    assert len(new) + len(kept) > MANY


def test_a_sweep_counts_also_what_was_looked_at_before(collector: Collector) -> None:
    pieces = []
    for _ in range(MANY // ENOUGH + 1):
        pieces.append([[number] for number in range(ENOUGH)])
        gc.collect(0)
    aside = gc.get_freeze_count()
    sweep()
    assert gc.get_freeze_count() >= aside + len(pieces) * ENOUGH


def test_work_sets_aside_what_is_big_but_not_while_python_collects_by_itself(collector: Collector) -> None:
    gc.freeze()
    aside = gc.get_freeze_count()
    few = [[number] for number in range(FEW)]
    set_aside_much()
    assert gc.get_freeze_count() < aside + len(few)
    big = many()
    set_aside_much()
    assert gc.get_freeze_count() >= aside + len(big)  # and as few as have gone meanwhile elsewhere
    aside = gc.get_freeze_count()
    more = many()
    gc.enable()
    set_aside_much()
    gc.disable()
    assert gc.get_freeze_count() < aside + len(more)
    collector.stop()
