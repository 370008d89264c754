"""What can be made of a request is made while the form stands still, and only of what would be sent."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from mktgui.domain.calls import AttributeToSend, SyncLead
from mktgui.domain.profile import PRACTICE, Profile
from mktgui.ui.head_start import MOST, STILL, HeadStart
from mktgui.workers.runner import Runner

ANA, BOB = SyncLead(email="ana@corp.example"), SyncLead(email="bob@corp.example")


class Makings:
    """What was made ready, on whichever thread."""

    def __init__(self) -> None:
        self.made: list[tuple[Profile, SyncLead]] = []

    def __call__(self, profile: Profile, call: SyncLead) -> None:
        self.made.append((profile, call))


@pytest.fixture
def makings() -> Makings:
    return Makings()


@pytest.fixture
def start(runner: Runner, makings: Makings) -> Iterator[HeadStart]:
    start = HeadStart(runner, makings)
    yield start
    start.deleteLater()


def test_the_last_of_several_is_made_ready(start: HeadStart, makings: Makings, qtbot: QtBot) -> None:
    start.follow(PRACTICE, ANA)
    start.follow(PRACTICE, BOB)
    qtbot.waitUntil(lambda: makings.made == [(PRACTICE, BOB)])


def test_nothing_is_made_of_what_cannot_be_sent(start: HeadStart, makings: Makings, qtbot: QtBot) -> None:
    start.follow(PRACTICE, ANA)
    start.follow(PRACTICE, None)
    qtbot.wait(3 * STILL)
    assert makings.made == []


def test_a_form_with_very_many_rows_is_left_to_send(start: HeadStart, makings: Makings, qtbot: QtBot) -> None:
    rows = tuple(AttributeToSend(f"F{number}", "x") for number in range(MOST + 1))
    start.follow(PRACTICE, SyncLead(email="ana@corp.example", attributes=rows))
    qtbot.wait(3 * STILL)
    assert makings.made == []
    start.follow(PRACTICE, SyncLead(email="ana@corp.example", attributes=rows[:MOST]))
    qtbot.waitUntil(lambda: len(makings.made) == 1)
