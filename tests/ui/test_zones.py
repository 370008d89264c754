"""The zones are parted by lines that stay where the person put them."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit, QMainWindow, QScrollArea
from pytestqt.qtbot import QtBot

from mktgui.ui.preferences import Preferences
from mktgui.ui.zones import Zones


@pytest.fixture
def preferences(home: Path) -> Preferences:
    return Preferences(home / "window.ini")


def zones_in(window: QMainWindow, preferences: Preferences, qtbot: QtBot) -> Zones:
    zones = Zones(QLineEdit(), QLabel("table"), QLabel("panel"), preferences)
    window.setCentralWidget(zones)
    window.resize(1000, 600)
    qtbot.addWidget(window)
    window.show()
    return zones


def test_they_come_back_as_they_were_left(preferences: Preferences, qtbot: QtBot) -> None:
    first, second = QMainWindow(), QMainWindow()
    zones = zones_in(first, preferences, qtbot)
    zones.add_below(QLabel("drawer"))
    zones.sides.setSizes([250, 450, 300])
    zones.setSizes([200, 400])
    before = (zones.sides.sizes(), zones.sizes())
    preferences.remember(first, zones.to_remember())
    first.close()
    again = zones_in(second, preferences, qtbot)
    again.add_below(QLabel("drawer"))
    assert (again.sides.sizes(), again.sizes()) == before
    second.close()


def test_the_left_zone_scrolls_and_each_has_a_name(preferences: Preferences, qtbot: QtBot) -> None:
    window = QMainWindow()
    zones = zones_in(window, preferences, qtbot)
    left = zones.sides.widget(0)
    assert isinstance(left, QScrollArea)
    assert left.accessibleName() == "Lead"
    middle = zones.sides.widget(1)
    assert middle is not None
    assert middle.accessibleName() == "Fields"
    window.close()


def test_what_is_put_above_the_table_stands_there_in_its_zone(preferences: Preferences, qtbot: QtBot) -> None:
    window, above, table = QMainWindow(), QLabel("Three leads fit"), QLabel("table")
    zones = Zones(QLineEdit(), table, QLabel("panel"), preferences)
    zones.add_above_table(above)
    window.setCentralWidget(zones)
    qtbot.addWidget(window)
    window.show()
    middle = zones.sides.widget(1)
    assert middle is not None
    assert above.isVisible()
    assert middle.isAncestorOf(above)
    assert above.geometry().bottom() < table.geometry().top()
    window.close()
