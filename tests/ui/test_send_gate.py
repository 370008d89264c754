"""What stands before Send: the lock, what has to be meant, why nothing was sent, and how many calls were made."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from mktgui.domain.draft import Draft, Row, edit_from_text
from mktgui.domain.limits import Nearness, Tally
from mktgui.domain.profile import PRACTICE
from mktgui.ui.halts import Halt
from mktgui.ui.limits_note import LimitsNote
from mktgui.ui.meant_note import MeantNote
from mktgui.ui.send_gate import SendGate
from mktgui.ui.theme import Theme
from mktgui.ui.wrapped_tick import WrappedTick
from mktgui.workers.runner import Runner
from tests.ui.connections import SANDBOX
from tests.ui.desk import ANA, Desk, practice_desk
from tests.ui.front import Front, shown

CTO = (Row("Title", edit_from_text("CTO")),)
CHANGES = Draft(email=ANA, rows=CTO)
CREATES = Draft(email="nobody@acme.example", rows=CTO)
MEANT = "Tick what you mean to do, then send."


class Office(Front):
    """A gate, and what its surroundings say."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.locked = ""
        self.counts: dict[str, Tally] = {}  # by the id of the connection
        parts = desk.parts._replace(tally=lambda profile: self._count(profile.id))
        self.gate = SendGate(self.errand, self.panel, parts, lambda: self.locked)

    def plan(self, draft: Draft) -> str:
        """What stands against sending this; the panel says the same."""
        self.show_draft(draft)
        return self.follow()

    def follow(self) -> str:
        made = self.errand.plan()
        self.panel.show_plan(made)
        self.gate.follow(made)
        assert self.panel.reason.text() == self.gate.reason(made)
        return self.panel.reason.text()

    def send(self, qtbot: QtBot) -> None:
        with qtbot.waitSignal(self.errand.told):
            self.errand.send(self.gate.reason)

    @property
    def tick(self) -> WrappedTick:
        """The one that is wanted."""
        [tick] = [one for one in self.gate.meant.ticks.values() if one.isVisible()]
        return tick

    def _count(self, name: str) -> Callable[[], Tally] | None:
        return (lambda: self.counts[name]) if name in self.counts else None


@pytest.fixture
def office(home: Path, runner: Runner, theme: Theme, qtbot: QtBot) -> Iterator[Office]:
    with practice_desk(home, runner, theme) as desk:
        office = Office(desk)
        with shown(office, qtbot):
            yield office


def test_a_plain_change_goes_through_and_nothing_is_made_for_it(office: Office, qtbot: QtBot) -> None:
    office.show_draft(CHANGES)
    office.look(qtbot)
    assert office.follow() == ""
    assert office.panel.send.isEnabled()
    assert office.panel.findChildren(MeantNote) == []


def test_creating_has_to_be_meant_and_a_meaning_is_for_one_send(office: Office, qtbot: QtBot) -> None:
    office.show_draft(CREATES)
    office.look(qtbot)
    assert office.follow() == MEANT
    assert not office.panel.send.isEnabled()
    office.tick.click()
    assert office.panel.reason.text() == ""
    assert office.panel.send.isEnabled()
    office.send(qtbot)
    assert office.desk.operations.count("syncLead") == 1
    assert office.plan(Draft(email="nobody.else@acme.example", rows=CTO)) == ""  # nobody has looked yet
    office.look(qtbot)
    assert office.follow() == MEANT


def test_a_lock_stands_before_everything(office: Office, qtbot: QtBot) -> None:
    office.locked = "Read-only."
    office.show_draft(CREATES)
    office.look(qtbot)
    assert office.follow() == "Read-only."
    office.tick.click()  # what has to be meant is in sight all the same
    assert office.panel.reason.text() == "Read-only."
    office.locked = ""
    assert office.follow() == ""


def test_a_step_that_is_still_wanted_comes_under_the_hand(office: Office, qtbot: QtBot) -> None:
    office.show_draft(CREATES)
    office.look(qtbot)
    office.follow()
    office.gate.tell_halt(Halt.HAS_TO_BE_MEANT)
    qtbot.waitUntil(office.tick.hasFocus)


def test_a_surprise_is_said_until_the_draft_is_another_one_or_a_call_begins(office: Office, qtbot: QtBot) -> None:
    office.gate.forget_halt()  # there is none yet
    office.gate.tell_halt(Halt.NOBODY_HAS_ID)
    assert office.gate.halt.isVisible()
    assert "no lead has this key" in office.gate.halt.text()
    office.gate.forget_halt()
    assert not office.gate.halt.isVisible()
    office.gate.tell_halt(Halt.STOPPED)
    office.show_draft(CHANGES)
    office.look(qtbot)
    assert not office.gate.halt.isVisible()


def test_calls_are_counted_where_the_connection_counts_any(office: Office) -> None:
    office.gate.count_calls()
    assert office.panel.findChildren(LimitsNote) == []
    office.counts[SANDBOX.id] = Tally(3, 1, Nearness.FREE)
    office.errand.use(SANDBOX)
    office.gate.count_calls()
    assert office.gate.limits.isVisible()
    assert office.gate.limits.counted.text().startswith("3 calls today")
    office.counts[SANDBOX.id] = Tally(4, 1, Nearness.FREE)
    office.errand.rested.emit()
    assert office.gate.limits.counted.text().startswith("4 calls today")
    office.errand.use(PRACTICE)
    office.gate.count_calls()
    assert not office.gate.limits.isVisible()
