"""Lines with their marks; notes give way where there is no room, and come back when they are asked for."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from mktgui.ui.plan_lines import PlanLines
from mktgui.ui.plan_words import Line, LineKind
from mktgui.ui.theme import Scheme, Theme

CHANGE = Line(LineKind.CHANGE, "Job Title: a → b", "<b>Job Title</b><br>a → b", "Title\na → b")
WARNING = Line(LineKind.WARNING, "This will be overwritten.")
NOTES = [Line(LineKind.NOTE, f"Note {number}, which explains at some length what is to be known.") for number in "123"]
LOW, HIGH = 90, 600


@pytest.fixture
def lines(qtbot: QtBot, theme: Theme) -> PlanLines:
    lines = PlanLines(theme, "What will happen")
    qtbot.addWidget(lines)
    lines.resize(260, HIGH)
    lines.show()
    return lines


def seen(lines: PlanLines) -> list[str]:
    return [one.text() for one in lines.findChildren(QLabel) if one.isVisible() and len(one.text()) > 1]


def test_every_line_has_its_mark_and_its_words(lines: PlanLines) -> None:
    lines.show_lines([CHANGE, WARNING, *NOTES])
    marks = [one.text() for one in lines.findChildren(QLabel) if one.isVisible() and len(one.text()) == 1]
    assert marks == ["✎", "▲", "•", "•", "•"]
    assert seen(lines) == [CHANGE.rich, WARNING.text, *(note.text for note in NOTES)]
    assert lines.accessibleDescription().splitlines()[0] == CHANGE.text
    assert not lines.more.isVisible()


def test_the_whole_values_are_in_the_tip(lines: PlanLines) -> None:
    lines.show_lines([CHANGE])
    assert "Title\na → b" in [one.toolTip() for one in lines.findChildren(QLabel)]


def test_in_a_low_window_the_notes_give_way(lines: PlanLines) -> None:
    lines.show_lines([CHANGE, WARNING, *NOTES])
    lines.resize(260, LOW)
    assert seen(lines) == [CHANGE.rich, WARNING.text]
    assert lines.more.text() == "More (3)"
    assert lines.texts() == [CHANGE.text, WARNING.text, *(note.text for note in NOTES)]
    lines.resize(260, HIGH)
    assert len(seen(lines)) == 5
    assert not lines.more.isVisible()


def test_the_notes_come_back_when_they_are_asked_for(lines: PlanLines, qtbot: QtBot) -> None:
    lines.resize(260, LOW)
    lines.show_lines([CHANGE, *NOTES])
    QTest.mouseClick(lines.more, Qt.MouseButton.LeftButton)
    assert len(seen(lines)) == 4
    assert lines.more.text() == "Less"
    QTest.keyClick(lines.more, Qt.Key.Key_Space)
    assert seen(lines) == [CHANGE.rich]


def test_warnings_never_give_way(lines: PlanLines) -> None:
    lines.resize(260, LOW)
    lines.show_lines([CHANGE, *[WARNING] * 6])
    assert len(seen(lines)) == 7
    assert not lines.more.isVisible()


def test_fewer_lines_later_leave_no_old_ones_behind(lines: PlanLines) -> None:
    lines.show_lines([CHANGE, WARNING, *NOTES])
    lines.show_lines([WARNING])
    lines.show_lines([WARNING])
    assert seen(lines) == [WARNING.text]
    lines.show_lines([])
    assert seen(lines) == []


def test_it_can_be_made_low(lines: PlanLines) -> None:
    assert lines.minimumSizeHint().height() <= LOW
    assert lines.sizeHint().height() >= lines.minimumSizeHint().height()


def test_colours_follow_the_scheme(lines: PlanLines, theme: Theme) -> None:
    lines.show_lines([WARNING])
    [text] = [one for one in lines.findChildren(QLabel) if one.text() == WARNING.text]
    theme.choose(Scheme.DARK)
    assert text.palette().windowText().color().name() == theme.colours.warning
    theme.choose(Scheme.LIGHT)
    assert text.palette().windowText().color().name() == theme.colours.warning
