"""Killed while calls are under way, values are taken out and another copy works on the same files, nothing is lost."""

import random
from pathlib import Path

from tests.e2e.call_kills import kill
from tests.e2e.desk import Desk

KILLS = 4


def test_a_kill_of_a_busy_copy_costs_nothing(one_desk: Desk, tmp_path: Path) -> None:
    dice = random.Random(11)  # noqa: S311 - reproducible, not secret
    found = list(kill(one_desk.ring, tmp_path, KILLS, dice, "scrub"))
    assert found == [[]] * len(found)
    assert len(found) >= KILLS
