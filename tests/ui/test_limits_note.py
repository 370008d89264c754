"""The calls of today and of the last seconds are shown, and the limits are told before they are reached."""

import pytest
from PySide6.QtGui import QPalette
from pytestqt.qtbot import QtBot

from mktgui.domain.limits import Limits, Nearness, Tally
from mktgui.ui import limits_note
from mktgui.ui.limits_note import LimitsNote
from mktgui.ui.theme import DARK, LIGHT, Scheme, Theme


def opened(note: LimitsNote, qtbot: QtBot) -> LimitsNote:
    """It is closed after the test, and with its clock: on a slow machine it would else show itself in the next."""
    qtbot.addWidget(note, before_close_func=lambda _note: note.watch(None))
    return note


@pytest.fixture
def note(qtbot: QtBot, theme: Theme) -> LimitsNote:
    return opened(LimitsNote(theme), qtbot)


def colour(note: LimitsNote) -> str:
    return note.warning.palette().color(QPalette.ColorRole.WindowText).name()


def test_without_anything_to_count_it_is_not_there(note: LimitsNote) -> None:
    assert not note.isVisible()
    note.watch(lambda: Tally(1, 0, Nearness.FREE))
    assert note.isVisible()
    note.watch(None)
    assert not note.isVisible()


def test_both_numbers_are_shown_and_whose_they_are(note: LimitsNote) -> None:
    note.watch(lambda: Tally(37, 3, Nearness.FREE))
    assert note.counted.text() == "37 calls today, 3 in the last 20 s"
    assert not note.warning.isVisible()
    assert note.nearness is Nearness.FREE
    assert "this program" in note.counted.toolTip()
    assert note.counted.accessibleDescription() == note.counted.toolTip()


@pytest.mark.parametrize(
    ("nearness", "said", "meant"),
    [
        (Nearness.WINDOW_NEAR, "100 calls in 20 s. Soon reads will wait", LIGHT.warning),
        (Nearness.WINDOW_FULL, "100 calls in 20 s. Reads wait now", LIGHT.error),
        (Nearness.DAY_NEAR, "{daily} calls a day", LIGHT.warning),
        (Nearness.DAY_USED_UP, "{daily} calls a day, and they are used up", LIGHT.error),
    ],
)
def test_every_limit_is_told_in_words_and_colour(note: LimitsNote, nearness: Nearness, said: str, meant: str) -> None:
    note.watch(lambda: Tally(0, 0, nearness))
    assert said.format(daily=note.locale().toString(10_000)) in note.warning.text()
    assert "{" not in note.warning.text()
    assert note.warning.isVisible()
    assert note.nearness is nearness
    assert colour(note) == meant


def test_other_limits_are_told_as_they_are(qtbot: QtBot, theme: Theme) -> None:
    note = opened(LimitsNote(theme, Limits(calls_in_window=7, window_seconds=5)), qtbot)
    note.watch(lambda: Tally(8, 7, Nearness.WINDOW_FULL))
    assert note.counted.text().endswith("7 in the last 5 s")
    assert "7 calls in 5 s" in note.warning.text()


def test_the_colour_follows_the_theme(note: LimitsNote, theme: Theme) -> None:
    note.watch(lambda: Tally(0, 0, Nearness.DAY_NEAR))
    theme.choose(Scheme.DARK)
    assert colour(note) == DARK.warning
    assert note.counted.palette().color(QPalette.ColorRole.WindowText).name() == DARK.muted


def test_it_counts_down_by_itself_and_then_rests(qtbot: QtBot, theme: Theme, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits_note, "_TICK", 5)
    note = opened(LimitsNote(theme), qtbot)
    left = [2, 1, 0]
    looked: list[int] = []

    def count() -> Tally:
        looked.append(left[0])
        return Tally(9, left.pop(0) if len(left) > 1 else left[0], Nearness.FREE)

    note.watch(count)
    qtbot.waitUntil(lambda: "0 in the last" in note.counted.text())
    assert looked == [2, 1, 0]
    qtbot.wait(30)
    assert looked == [2, 1, 0]  # an idle window does not wake the computer
    note.refresh()
    assert len(looked) == 4


def test_putting_the_count_away_stops_the_clock(qtbot: QtBot, theme: Theme, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits_note, "_TICK", 5)
    note = opened(LimitsNote(theme), qtbot)
    looked: list[int] = []

    def count() -> Tally:
        looked.append(1)
        return Tally(1, 1, Nearness.FREE)

    note.watch(count)
    note.watch(None)
    qtbot.wait(30)
    assert len(looked) == 1
