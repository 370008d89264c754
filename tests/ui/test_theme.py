"""Both sets of colours can be read: text on what lies behind it holds 4.5:1."""

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QAbstractButton, QApplication, QCheckBox, QLabel, QRadioButton
from pytestqt.qtbot import QtBot

from mktgui.ui.theme import DARK, LIGHT, STRIPES, Colours, Scheme, Theme, colour_text, fixed_font
from tests.ui.contrast import contrast


@pytest.mark.parametrize("colours", [LIGHT, DARK])
def test_every_text_colour_can_be_read(colours: Colours) -> None:
    for text in (colours.text, colours.muted, colours.error, colours.warning, colours.good):
        for back in (colours.window, colours.base):
            assert contrast(QColor(text), QColor(back)) >= 4.5, (text, back)
    pairs = (
        (colours.text, colours.changed_back),
        (colours.text, colours.error_back),
        (colours.text, colours.warning_back),
        (colours.on_accent, colours.accent),
        (colours.text, colours.mark),
        (colours.xml_tag, colours.base),
        (colours.xml_attribute, colours.base),
        (colours.xml_value, colours.base),
        (colours.xml_comment, colours.base),
    )
    for text, back in pairs:
        assert contrast(QColor(text), QColor(back)) >= 4.5, (text, back)


@pytest.mark.parametrize("stripe", STRIPES.values())
def test_white_can_be_read_on_every_stripe(stripe: str) -> None:
    assert contrast(QColor("white"), QColor(stripe)) >= 4.5


def test_the_persons_choice_wins_and_is_told(theme: Theme, qapp: QApplication) -> None:
    told: list[bool] = []
    theme.changed.connect(lambda: told.append(theme.dark))
    theme.choose(Scheme.DARK)
    assert theme.scheme is Scheme.DARK
    assert qapp.palette().color(QPalette.ColorRole.Base).name() == DARK.base
    theme.choose(Scheme.SYSTEM)
    assert not theme.dark
    theme.choose(Scheme.LIGHT)
    assert told[0] is True
    assert told[-1] is False


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
@pytest.mark.parametrize("kind", [QCheckBox, QRadioButton])
def test_a_box_that_is_not_ticked_can_be_seen(
    qtbot: QtBot, theme: Theme, kind: type[QAbstractButton], scheme: Scheme
) -> None:
    theme.choose(scheme)
    box = kind()
    qtbot.addWidget(box)
    image = box.grab().toImage()
    painted = {image.pixel(x, y) for x in range(image.width()) for y in range(image.height())}
    for back in (theme.colours.window, theme.colours.base):
        assert max(contrast(QColor(one), QColor(back)) for one in painted) >= 3, back


def test_raw_text_has_a_font_of_equal_widths(theme: Theme) -> None:
    assert fixed_font().pointSizeF() >= 8


def test_a_label_is_painted_in_the_colour_it_was_given(qtbot: QtBot, theme: Theme) -> None:
    label = QLabel("Careful")
    qtbot.addWidget(label)
    colour_text(label, theme.colours.error)
    image = label.grab().toImage()
    painted = {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}
    assert theme.colours.error in painted
    assert theme.colours.text not in painted
