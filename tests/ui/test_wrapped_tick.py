"""A tick whose text wraps, and which is otherwise a check box like any other."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from mktgui.ui.theme import Theme
from mktgui.ui.wrapped_tick import WrappedTick

TEXT = "I mean to create a new lead if there is none at all"


@pytest.fixture
def tick(qtbot: QtBot, theme: Theme) -> Iterator[WrappedTick]:
    window = QWidget()
    tick = WrappedTick(TEXT)
    layout = QVBoxLayout(window)
    layout.addWidget(tick)
    layout.addStretch()
    qtbot.addWidget(window)
    window.resize(600, 200)
    window.show()
    yield tick
    window.close()


def resize(tick: WrappedTick, width: int) -> None:
    tick.window().resize(width, 200)
    QApplication.sendPostedEvents()


def ink_below_the_first_line(tick: WrappedTick) -> bool:
    """Whether anything is painted where a second line would be."""
    picture: QImage = tick.grab().toImage()
    back = picture.pixelColor(picture.width() - 1, picture.height() - 1)
    return any(
        picture.pixelColor(x, y) != QColor(back)
        for y in range(tick.fontMetrics().height() + 4, picture.height())
        for x in range(picture.width())
    )


def test_it_is_as_high_as_its_text_needs(tick: WrappedTick) -> None:
    one_line = tick.height()
    assert not ink_below_the_first_line(tick)
    resize(tick, 220)
    assert tick.height() > one_line
    assert ink_below_the_first_line(tick)
    assert tick.minimumSizeHint().width() < 150


def test_it_is_ticked_by_its_text_and_by_key(tick: WrappedTick) -> None:
    resize(tick, 220)
    QTest.mouseClick(tick, Qt.MouseButton.LeftButton, pos=QPoint(30, tick.height() - 6))
    assert tick.isChecked()
    QTest.keyClick(tick, Qt.Key.Key_Space)
    assert not tick.isChecked()


def test_the_keyboard_sees_where_it_is(tick: WrappedTick, qtbot: QtBot) -> None:
    tick.window().activateWindow()
    tick.clearFocus()
    before = tick.grab().toImage()
    tick.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(tick.hasFocus)
    assert tick.grab().toImage() != before
    tick.setChecked(True)
    assert tick.grab().toImage() != before
