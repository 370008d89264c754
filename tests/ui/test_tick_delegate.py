"""A box that is not ticked is seen in a table too, and the lines of the table stay as they are."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QTableWidget, QTableWidgetItem
from pytestqt.qtbot import QtBot

from mktgui.ui.theme import Scheme, Theme
from mktgui.ui.tick_delegate import TickDelegate
from tests.ui.contrast import contrast


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
def test_a_box_that_is_not_ticked_can_be_seen(qtbot: QtBot, theme: Theme, scheme: Scheme) -> None:
    theme.choose(scheme)
    table = QTableWidget(1, 1)
    qtbot.addWidget(table)
    item = QTableWidgetItem()
    item.setCheckState(Qt.CheckState.Unchecked)
    table.setItem(0, 0, item)
    table.setItemDelegateForColumn(0, TickDelegate(theme, table))
    image = table.viewport().grab(table.visualItemRect(item)).toImage()
    inside = range(image.height() - 2)  # without the grid
    painted = {image.pixel(x, y) for x in range(image.width() // 2) for y in inside}
    assert max(contrast(QColor(one), QColor(theme.colours.base)) for one in painted) >= 3
    assert table.palette().color(QPalette.ColorRole.Window).name() == theme.colours.window
