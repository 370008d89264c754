"""Where the time of a call went, in words."""

import pytest

from mktgui.domain.exchange import Stage, Timing
from mktgui.ui.stage_words import StageWords


@pytest.mark.parametrize("stage", Stage)
def test_every_stage_has_its_word(stage: Stage) -> None:
    [told] = StageWords().timings([Timing(stage, 0.1254)])
    assert told == f"{stage.value} 125 ms"


def test_seconds_are_told_with_two_places() -> None:
    assert StageWords().seconds(0.876) == "0.88 s"
