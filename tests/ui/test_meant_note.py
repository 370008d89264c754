"""What is easily regretted takes one tick each, and a tick holds for one request."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from mktgui.domain.guard import Meant, Step
from mktgui.ui.meant_note import MeantNote
from mktgui.ui.theme import DARK, LIGHT, Scheme, Theme

ADA, BOB = ("ada@corp.example",), ("bob@corp.example",)
CREATES = Step(Meant.CREATES, ADA)
OVERWRITES = Step(Meant.OVERWRITES_EMAIL, ADA)


@pytest.fixture
def note(qtbot: QtBot, theme: Theme) -> Iterator[MeantNote]:
    window = QWidget()
    note = MeantNote(theme)
    QVBoxLayout(window).addWidget(note)
    qtbot.addWidget(window)
    window.show()
    yield note
    window.close()


def all_meant(note: MeantNote) -> bool:
    return note.all_meant


def shown(note: MeantNote) -> list[Meant]:
    return [meant for meant, tick in note.ticks.items() if tick.isVisible()]


def test_where_nothing_has_to_be_meant_nothing_stands_in_the_way(note: MeantNote) -> None:
    assert not note.isVisible()
    assert all_meant(note)
    note.show_steps(())
    assert all_meant(note)


def test_each_thing_to_be_meant_has_its_sentence(note: MeantNote) -> None:
    note.show_steps([CREATES])
    assert note.isVisible()
    assert shown(note) == [Meant.CREATES]
    assert "create a new lead" in note.ticks[Meant.CREATES].text()
    assert "email address" in note.ticks[Meant.OVERWRITES_EMAIL].text()
    assert "foreign ID" in note.ticks[Meant.REASSIGNS_FOREIGN_ID].text()
    assert "send the same again" in note.ticks[Meant.SENDS_AGAIN].text()
    assert set(note.ticks) == set(Meant)
    assert note.accessibleName() == "To be confirmed before this is sent"


def test_all_of_them_have_to_be_ticked(note: MeantNote) -> None:
    note.show_steps([CREATES, OVERWRITES])
    told = QSignalSpy(note.changed)
    assert not all_meant(note)
    note.ticks[Meant.CREATES].click()
    assert not all_meant(note)
    QTest.keyClick(note.ticks[Meant.OVERWRITES_EMAIL], Qt.Key.Key_Space)
    assert all_meant(note)
    assert told.count() == 2


def test_the_same_request_keeps_its_tick(note: MeantNote) -> None:
    note.show_steps([CREATES])
    note.ticks[Meant.CREATES].click()
    told = QSignalSpy(note.changed)
    note.show_steps([CREATES])
    assert all_meant(note)
    assert told.count() == 0


def test_another_lead_has_to_be_meant_anew(note: MeantNote) -> None:
    note.show_steps([CREATES])
    note.ticks[Meant.CREATES].click()
    told = QSignalSpy(note.changed)
    note.show_steps([Step(Meant.CREATES, BOB)])
    assert not all_meant(note)
    assert told.count() >= 1


def test_a_step_that_went_and_came_again_has_to_be_meant_anew(note: MeantNote) -> None:
    note.show_steps([CREATES, OVERWRITES])
    for meant in (Meant.CREATES, Meant.OVERWRITES_EMAIL):
        note.ticks[meant].click()
    note.show_steps([OVERWRITES])
    assert all_meant(note)
    assert shown(note) == [Meant.OVERWRITES_EMAIL]
    note.show_steps([CREATES, OVERWRITES])
    assert not all_meant(note)
    assert note.ticks[Meant.OVERWRITES_EMAIL].isChecked()


def test_once_sent_it_has_to_be_meant_anew(note: MeantNote) -> None:
    note.show_steps([CREATES])
    note.ticks[Meant.CREATES].click()
    note.forget()
    assert not all_meant(note)


def test_the_colour_follows_the_theme(note: MeantNote, theme: Theme) -> None:
    tick = note.ticks[Meant.CREATES]
    assert tick.palette().color(QPalette.ColorRole.WindowText).name() == LIGHT.warning
    theme.choose(Scheme.DARK)
    assert tick.palette().color(QPalette.ColorRole.WindowText).name() == DARK.warning


def test_the_keyboard_comes_to_the_first_step_that_is_still_wanted(note: MeantNote, qtbot: QtBot) -> None:
    note.begin()  # nothing is wanted
    wanted = (Step(Meant.CREATES, ("a",)), Step(Meant.OVERWRITES_EMAIL, ("a",)))
    note.show_steps(wanted)
    note.activateWindow()
    note.begin()
    qtbot.waitUntil(note.ticks[Meant.CREATES].hasFocus)
    note.ticks[Meant.CREATES].setChecked(True)
    note.begin()
    qtbot.waitUntil(note.ticks[Meant.OVERWRITES_EMAIL].hasFocus)
