"""A headline with sentences below it: in the colour of the news, as plain text, and told to screen readers."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from mktgui.ui.banner import Banner
from mktgui.ui.outcome_words import Tone
from mktgui.ui.theme import DARK, LIGHT, Colours, Scheme, Theme
from tests.ui.contrast import contrast

SCHEMES = [(Scheme.LIGHT, LIGHT), (Scheme.DARK, DARK)]


@pytest.fixture
def banner(qtbot: QtBot, theme: Theme) -> Iterator[Banner]:
    banner = Banner(theme)
    window = QWidget()
    QVBoxLayout(window).addWidget(banner)
    qtbot.addWidget(window)
    window.show()
    yield banner
    window.close()


def back(banner: Banner) -> QColor:
    return banner.palette().color(QPalette.ColorRole.Window)


def front(label: QLabel) -> QColor:
    return label.palette().color(QPalette.ColorRole.WindowText)


def test_it_says_a_headline_and_sentences_below(banner: Banner) -> None:
    banner.say(Tone.GOOD, "It works.", ("Nothing was written.", "All is well."))
    assert banner.title.text() == "It works."
    assert banner.lines.text() == "Nothing was written.\nAll is well."
    assert banner.lines.isVisible()


def test_a_plain_sentence_has_nothing_below_it(banner: Banner) -> None:
    banner.say(Tone.BAD, "No.", ("Because.",))
    banner.say_plainly("Checking…")
    assert banner.title.text() == "Checking…"
    assert not banner.lines.isVisible()
    assert back(banner).name() == LIGHT.window
    assert front(banner.title).name() == LIGHT.text


def test_what_came_from_outside_is_no_markup(banner: Banner) -> None:
    banner.say(Tone.BAD, "<b>bold</b>", ("<img src=x>",))
    for label in (banner.title, banner.lines):
        assert label.textFormat() is Qt.TextFormat.PlainText
        assert label.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByMouse


def test_a_long_line_wraps_instead_of_making_the_window_wide(banner: Banner) -> None:
    banner.say(Tone.WARNING, "word " * 200, ("word " * 200,))
    assert banner.minimumSizeHint().width() < 400


@pytest.mark.parametrize(("scheme", "colours"), SCHEMES)
@pytest.mark.parametrize("tone", [None, *Tone])
def test_every_tone_can_be_read_in_both_schemes(
    banner: Banner, theme: Theme, tone: Tone | None, scheme: Scheme, colours: Colours
) -> None:
    banner.say(tone, "It works.", ("Nothing was written.",))
    theme.choose(scheme)
    assert contrast(front(banner.title), back(banner)) >= 4.5
    assert contrast(front(banner.lines), back(banner)) >= 4.5
    assert (back(banner).name() == colours.window) is (tone is None)


def test_each_tone_has_a_colour_of_its_own(banner: Banner) -> None:
    seen = set()
    for tone in (None, *Tone):
        banner.put(tone, "It works.", ())
        seen.add(back(banner).name())
    assert len(seen) == 4


def test_details_are_folded_away_until_somebody_wants_them(qtbot: QtBot, theme: Theme) -> None:
    banner = Banner(theme)
    qtbot.addWidget(banner)
    banner.show()
    banner.say(Tone.BAD, "No.", ("Because.",), "SSLError: certificate verify failed")
    assert banner.unfold.isVisible()
    assert not banner.details.isVisible()
    assert banner.unfold.arrowType() is Qt.ArrowType.RightArrow
    banner.unfold.click()
    assert banner.unfold.arrowType() is Qt.ArrowType.DownArrow
    assert banner.details.isVisible()
    assert banner.details.text() == "SSLError: certificate verify failed"
    banner.say(Tone.GOOD, "Yes.", ())
    assert not banner.unfold.isVisible()
    assert not banner.details.isVisible()
