"""Before a big message is shown it says how much it is, and what can be done with it."""

import pytest
from PySide6.QtCore import QLocale
from pytestqt.qtbot import QtBot

from mktgui.ui.size_guard import ASK_FROM, FIRST_PART, SizeGuard


def test_it_says_how_much_it_is(qtbot: QtBot) -> None:
    guard = SizeGuard()
    qtbot.addWidget(guard)
    guard.ask(10 * 1024 * 1024, formatted=True)
    assert QLocale().formattedDataSize(10 * 1024 * 1024) in guard.says.text()
    assert guard.all.text() == "Format anyway"
    guard.ask(3, formatted=False)
    assert guard.all.text() == "Show all"
    assert FIRST_PART < ASK_FROM


@pytest.mark.parametrize("name", ["part", "all", "save", "copy"])
def test_each_button_says_what_is_wanted(qtbot: QtBot, name: str) -> None:
    guard = SizeGuard()
    qtbot.addWidget(guard)
    with qtbot.waitSignal(getattr(guard, f"{name}_wanted")):
        getattr(guard, name).click()
