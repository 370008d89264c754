"""Killed while calls are under way, values are taken out and another copy works on the same files, nothing is lost."""

import random
from pathlib import Path

from tests.e2e.call_kills import RING_DIED, SILENT, Home, kill
from tests.e2e.desk import Desk
from tests.storage.keyring_daemon import keyring_daemon

KILLS = 4


def test_a_kill_of_a_busy_copy_costs_nothing(one_desk: Desk, tmp_path: Path) -> None:
    dice = random.Random(11)  # noqa: S311 - reproducible, not secret
    found = list(kill(one_desk.ring, tmp_path, KILLS, dice, "scrub"))
    assert found == [[]] * len(found)
    assert len(found) >= KILLS


def test_a_keyring_that_died_is_told_apart_from_a_program_that_sends_nothing(tmp_path: Path) -> None:
    dice = random.Random(1)  # noqa: S311 - reproducible, not secret
    with keyring_daemon() as ring:
        home = Home(tmp_path, ring, dice, "keep")
        assert not home.tend_ring()
        found = [list(home.hear()) for _ in range(SILENT)]
        assert [len(one) for one in found] == [0] * (SILENT - 1) + [1]
        ring.kill()
        assert home.tend_ring() == RING_DIED
        assert ring.is_alive()
        assert not list(home.hear())
