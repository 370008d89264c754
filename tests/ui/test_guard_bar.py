"""A guarded connection is shut until a deliberate act, and shuts itself again whatever happens in between."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from mktgui.domain.moment import this_moment
from mktgui.domain.profile import PRACTICE, Environment, Profile
from mktgui.ui.guard_bar import GuardBar
from mktgui.ui.theme import DARK, LIGHT, Scheme, Theme
from tests.domain.clocks import TestClock
from tests.ui.connections import LIVE, SANDBOX

GUARDED_TEST = Profile(id="g", name="G", endpoint="", user_id="", environment=Environment.TEST, read_only=True)
OPEN_LIVE = Profile(id="o", name="O", endpoint="", user_id="", environment=Environment.PRODUCTION, read_only=False)


@pytest.fixture
def clock() -> TestClock:
    return TestClock()


@pytest.fixture
def bar(qtbot: QtBot, theme: Theme, clock: TestClock) -> Iterator[GuardBar]:
    bar = GuardBar(theme, clock, tick=5)
    window = QWidget()
    QVBoxLayout(window).addWidget(bar)
    qtbot.addWidget(window)
    window.show()
    bar.show_profile(LIVE)
    yield bar
    window.close()


def unlock(bar: GuardBar) -> None:
    bar.unlock_button.click()
    bar.unlock_button.click()


def may_write(bar: GuardBar) -> bool:
    return bar.may_write


def back(bar: GuardBar) -> str:
    return bar.palette().color(QPalette.ColorRole.Window).name()


def test_production_is_read_only_until_it_is_unlocked(bar: GuardBar) -> None:
    assert bar.isVisible()
    assert bar.state.text() == "Read-only: production"
    assert bar.unlock_button.text() == "&Unlock for 15 minutes"
    assert not bar.lock_button.isVisible()
    assert not bar.countdown.isVisible()
    assert not bar.unlocked
    assert not may_write(bar)


def test_one_press_only_asks(bar: GuardBar) -> None:
    bar.unlock_button.click()
    assert bar.unlock_button.text() == "Really unlock writing?"
    assert not may_write(bar)


def test_the_second_press_unlocks_and_says_for_how_long(bar: GuardBar) -> None:
    told = QSignalSpy(bar.changed)
    unlock(bar)
    assert bar.unlocked
    assert may_write(bar)
    assert told.count() == 1
    assert bar.state.text() == "Writing unlocked: production"
    assert bar.countdown.text() == "locks itself in 15:00"
    assert bar.lock_button.isVisible()
    assert not bar.unlock_button.isVisible()


def test_the_time_that_is_left_is_shown(bar: GuardBar, clock: TestClock, qtbot: QtBot) -> None:
    unlock(bar)
    clock.pass_time(61)
    qtbot.waitUntil(lambda: bar.countdown.text() == "locks itself in 13:59")
    clock.pass_time(834)
    qtbot.waitUntil(lambda: bar.countdown.text() == "locks itself in 0:05")


def test_after_a_quarter_of_an_hour_it_locks_itself(bar: GuardBar, clock: TestClock, qtbot: QtBot) -> None:
    unlock(bar)
    clock.pass_time(899)
    assert may_write(bar)
    with qtbot.waitSignal(bar.changed):
        clock.pass_time(1)
    assert bar.state.text() == "Read-only: production"
    assert not bar.unlocked


def test_at_the_moment_of_a_write_the_clock_decides_and_not_the_bar(bar: GuardBar, clock: TestClock) -> None:
    unlock(bar)
    clock.pass_time(901)
    assert bar.state.text() == "Writing unlocked: production"  # it has not looked at the clock yet
    assert not may_write(bar)


def test_a_laptop_that_slept_comes_back_locked(bar: GuardBar, clock: TestClock, qtbot: QtBot) -> None:
    unlock(bar)
    with qtbot.waitSignal(bar.changed):
        clock.set_date(clock.now.utc + timedelta(hours=1))
    assert not may_write(bar)


def test_it_can_be_locked_before_the_time_is_up(bar: GuardBar) -> None:
    unlock(bar)
    told = QSignalSpy(bar.changed)
    bar.lock_button.click()
    assert told.count() == 1
    assert not may_write(bar)
    assert bar.unlock_button.isVisible()


@pytest.mark.parametrize("profile", [LIVE, SANDBOX])
def test_a_change_of_the_connection_locks(bar: GuardBar, profile: Profile) -> None:
    unlock(bar)
    bar.show_profile(profile)
    assert not bar.unlocked
    bar.show_profile(LIVE)
    assert not may_write(bar)


def test_half_an_act_is_forgotten_when_the_connection_changes(bar: GuardBar) -> None:
    bar.unlock_button.click()
    bar.show_profile(LIVE)
    assert bar.unlock_button.text() == "&Unlock for 15 minutes"
    bar.unlock_button.click()
    assert not may_write(bar)


@pytest.mark.parametrize("profile", [PRACTICE, SANDBOX, OPEN_LIVE])
def test_what_is_not_guarded_has_no_bar_and_may_be_written(bar: GuardBar, profile: Profile) -> None:
    bar.show_profile(profile)
    assert not bar.isVisible()
    assert may_write(bar)
    assert not bar.unlocked


def test_a_guarded_test_is_not_called_production(bar: GuardBar) -> None:
    bar.show_profile(GUARDED_TEST)
    assert bar.state.text() == "Read-only"
    unlock(bar)
    assert bar.state.text() == "Writing unlocked"


def test_it_works_with_the_keyboard_and_the_focus_stays_in_the_bar(bar: GuardBar, qtbot: QtBot) -> None:
    bar.window().activateWindow()
    bar.unlock_button.setFocus()
    qtbot.waitUntil(bar.unlock_button.hasFocus)
    QTest.keyClick(bar.unlock_button, Qt.Key.Key_Space)
    QTest.keyClick(bar.unlock_button, Qt.Key.Key_Space)
    assert may_write(bar)
    assert bar.lock_button.hasFocus()
    QTest.keyClick(bar.lock_button, Qt.Key.Key_Space)
    assert not may_write(bar)
    assert bar.unlock_button.hasFocus()


def test_it_has_names_for_a_screen_reader(bar: GuardBar) -> None:
    assert bar.accessibleName() == "Production guard"
    assert bar.countdown.accessibleName() == "Time until writing locks itself"  # said once, not every second


def test_the_colours_follow_lock_and_theme(bar: GuardBar, theme: Theme) -> None:
    assert back(bar) == QColor(LIGHT.warning_back).name()
    unlock(bar)
    assert back(bar) == QColor(LIGHT.error_back).name()
    theme.choose(Scheme.DARK)
    assert back(bar) == QColor(DARK.error_back).name()


def test_with_the_clock_of_the_computer_a_short_lock_springs_back(qtbot: QtBot, theme: Theme) -> None:
    bar = GuardBar(theme, this_moment, lasting=0.2, tick=5)
    qtbot.addWidget(bar)
    bar.show_profile(LIVE)
    unlock(bar)
    assert may_write(bar)
    qtbot.waitUntil(lambda: not bar.lock_button.isVisible())
    assert not may_write(bar)
