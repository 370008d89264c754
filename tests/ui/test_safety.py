"""Production is locked until it is unlocked, and what is easily regretted has to be meant."""

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from mktgui.domain.draft import Draft, Row, edit_from_text
from mktgui.domain.lead import KeyKind
from mktgui.domain.plan import plan
from mktgui.domain.profile import PRACTICE
from mktgui.ui.safety import Safety
from mktgui.ui.theme import Theme
from tests.ui.connections import LIVE, SANDBOX

TITLE = (Row("Title", edit_from_text("CTO")),)
BY_EMAIL = plan(Draft(email="ana@corp.example", rows=TITLE))
OVERWRITES = plan(Draft(key=KeyKind.MARKETO_ID, marketo_id="7", email="ana@corp.example", rows=TITLE))
LOCKED = "Read-only: unlock writing above before you send."


@pytest.fixture
def safety(qtbot: QtBot, theme: Theme) -> Safety:
    safety = Safety(theme)
    qtbot.addWidget(safety.bar)
    qtbot.addWidget(safety.meant)
    return safety


def unlock(safety: Safety) -> None:
    safety.bar.unlock_button.click()
    safety.bar.unlock_button.click()


def test_off_production_nothing_stands_in_the_way(safety: Safety) -> None:
    for profile in (PRACTICE, SANDBOX):
        safety.show_profile(profile)
        safety.show_plan(BY_EMAIL)
        assert safety.reason == ""


def test_on_production_it_has_to_be_unlocked_and_then_meant(safety: Safety, qtbot: QtBot) -> None:
    safety.show_profile(LIVE)
    safety.show_plan(OVERWRITES)
    assert safety.reason == LOCKED
    with qtbot.waitSignal(safety.changed):
        unlock(safety)
    assert safety.reason == "Tick what you mean to do, then send."
    [tick] = [tick for tick in safety.meant.ticks.values() if not tick.isHidden()]
    with qtbot.waitSignal(safety.changed):
        tick.click()
    assert safety.reason == ""
    safety.forget()
    assert safety.reason != ""


def test_another_connection_is_locked_again(safety: Safety) -> None:
    safety.show_profile(LIVE)
    unlock(safety)
    safety.show_profile(replace(LIVE, id="other"))
    assert safety.reason == LOCKED


def test_a_person_may_guard_a_sandbox_and_unguard_production(safety: Safety) -> None:
    safety.show_profile(replace(SANDBOX, read_only=True))
    assert safety.reason == LOCKED
    safety.show_profile(replace(LIVE, read_only=False))
    assert safety.reason == ""


def test_sending_the_same_again_is_asked_for_everywhere(safety: Safety) -> None:
    for profile in (PRACTICE, SANDBOX):
        safety.show_profile(profile)
        safety.show_plan(BY_EMAIL, BY_EMAIL.request)
        assert safety.reason == "Tick what you mean to do, then send."
        safety.show_plan(BY_EMAIL)
        assert safety.reason == ""
