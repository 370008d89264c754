"""Killed while somebody types, the program loses at most the last second."""

import random
from pathlib import Path

from tests.e2e.kills import Typist
from tests.e2e.program import Start

KILLS = 5


def test_what_was_typed_a_second_ago_survives_a_kill(start: Start, folder: Path) -> None:
    typist = Typist(start, folder, random.Random(7))  # noqa: S311 - reproducible, not secret
    for number in range(KILLS):
        typist.turn(number)
    typist.quit()
