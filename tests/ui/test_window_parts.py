"""What a window is given cannot be changed behind its back, and is complete from the first moment."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from mktgui.ui.theme import Theme
from mktgui.ui.window_parts import ChooseValues, Desks, Parts
from mktgui.workers.runner import Runner
from tests.ui.desk import Desk, practice_desk


@pytest.fixture
def desk(home: Path, runner: Runner, theme: Theme) -> Iterator[Desk]:
    with practice_desk(home, runner, theme) as desk:
        yield desk


def test_nobody_swaps_a_part_that_others_hold_too(desk: Desk) -> None:
    for given in (desk.parts, desk.parts.desks):
        for name in given._fields:
            before = getattr(given, name)
            with pytest.raises(AttributeError, match="set"):
                setattr(given, name, None)
            assert getattr(given, name) is before


def test_a_window_with_one_part_of_its_own_shares_all_others(desk: Desk) -> None:
    mine = desk.parts._replace(person=lambda: "somebody else")
    assert (mine.person(), desk.parts.person()) == ("somebody else", "ana.ops")
    others = [name for name in Parts._fields if name != "person"]
    assert all(getattr(mine, name) is getattr(desk.parts, name) for name in others)


def test_a_part_cannot_be_forgotten(desk: Desk) -> None:
    shared = desk.parts.desks._asdict()
    assert Desks(**shared) == desk.parts.desks
    del shared["history"]
    with pytest.raises(TypeError, match="history"):
        Desks(**shared)


def test_values_are_chosen_by_name_so_that_keep_and_scrub_are_not_mixed_up(desk: Desk) -> None:
    choose: ChooseValues = desk.parts.choose_values
    with pytest.raises(TypeError, match="positional"):
        choose(False, True)  # type: ignore[call-arg] # noqa: FBT003 - this is the mistake
    assert choose(keep=False, scrub=True) == 0
    assert not desk.store.keeps_values()
