"""Two lines in one entry, each readable, chosen or not."""

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QListWidget, QListWidgetItem
from pytestqt.qtbot import QtBot

from mktgui.ui.theme import Scheme, Theme
from mktgui.ui.two_line_delegate import SECOND_LINE, TwoLineDelegate


@pytest.fixture
def rows(qtbot: QtBot, theme: Theme) -> QListWidget:
    rows = QListWidget()
    delegate = TwoLineDelegate(theme)
    delegate.setParent(rows)
    rows.setItemDelegate(delegate)
    for first, second in (("Ana Ruiz", "read, just now"), ("Bea", None), ("W" * 200, "W" * 200)):
        item = QListWidgetItem(first)
        item.setData(SECOND_LINE, second)
        rows.addItem(item)
    qtbot.addWidget(rows)
    rows.resize(200, 200)
    rows.show()
    return rows


def painted(rows: QListWidget, row: int, half: int, colour: str) -> bool:
    """Whether that colour is in the upper (0) or lower (1) half of an entry; the edges of letters are mixed."""
    place = rows.visualItemRect(rows.item(row))
    picture: QImage = rows.viewport().grab(place).toImage()
    middle, wanted = picture.height() // 2, QColor(colour)
    return any(
        _distance(picture.pixelColor(x, y), wanted) < 24
        for y in range(half * middle + 3, (half + 1) * middle - 3)
        for x in range(picture.width())
    )


def _distance(one: QColor, other: QColor) -> int:
    return max(abs(one.red() - other.red()), abs(one.green() - other.green()), abs(one.blue() - other.blue()))


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
def test_the_second_line_is_quieter(rows: QListWidget, theme: Theme, scheme: Scheme, qtbot: QtBot) -> None:
    theme.choose(scheme)
    colours = theme.colours
    qtbot.waitUntil(lambda: rows.palette().base().color() == QColor(colours.base))
    assert painted(rows, 2, 0, colours.text)
    assert painted(rows, 2, 1, colours.muted)
    assert not painted(rows, 2, 1, colours.text)
    assert not painted(rows, 1, 1, colours.muted)  # it has no second line
    theme.choose(Scheme.LIGHT)


def test_a_chosen_entry_is_painted_as_chosen(rows: QListWidget, theme: Theme) -> None:
    rows.setCurrentRow(2)
    for half in (0, 1):
        assert painted(rows, 2, half, theme.colours.on_accent)
        assert not painted(rows, 2, half, theme.colours.muted)


def test_entries_are_high_enough_for_both_lines_and_never_wider(rows: QListWidget) -> None:
    assert rows.sizeHintForRow(0) >= 2 * rows.fontMetrics().height()
    assert rows.horizontalScrollBar().maximum() == 0
