"""Why nothing was sent is said near Send, until something else happens."""

import pytest
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from mktgui.ui.halt_note import HaltNote
from mktgui.ui.halts import Halt
from mktgui.ui.theme import Scheme, Theme
from tests.ui.contrast import contrast


@pytest.fixture
def note(qtbot: QtBot, theme: Theme) -> HaltNote:
    note = HaltNote(theme)
    qtbot.addWidget(note)
    return note


def test_every_reason_has_its_sentence_and_says_that_nothing_was_sent(note: HaltNote) -> None:
    said = set()
    for halt in Halt:
        note.say(halt)
        assert note.isVisible()
        assert "sent" in note.text()
        said.add(note.text())
    assert len(said) == len(Halt)
    note.withdraw()
    assert not note.isVisible()


def test_it_is_readable_in_both_schemes(note: HaltNote, theme: Theme) -> None:
    for scheme in (Scheme.LIGHT, Scheme.DARK):
        theme.choose(scheme)
        colour = note.palette().color(note.foregroundRole())
        assert contrast(colour, QColor(theme.colours.window)) >= 4.5
    theme.choose(Scheme.LIGHT)
