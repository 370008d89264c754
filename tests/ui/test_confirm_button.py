"""What cannot be undone is asked for twice, in the same place."""

import pytest
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from mktgui.ui import confirm_button
from mktgui.ui.confirm_button import ConfirmButton


@pytest.fixture
def button(qtbot: QtBot) -> ConfirmButton:
    button = ConfirmButton("Delete", "Really delete?")
    qtbot.addWidget(button)
    return button


def test_the_first_press_asks_and_the_second_means_it(button: ConfirmButton) -> None:
    meant = QSignalSpy(button.confirmed)
    button.click()
    assert (button.text(), meant.count()) == ("Really delete?", 0)
    button.click()
    assert (button.text(), meant.count()) == ("Delete", 1)


def test_the_question_is_withdrawn_by_itself(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(confirm_button, "PATIENCE", 10)
    button = ConfirmButton("Delete", "Really delete?")
    qtbot.addWidget(button)
    meant = QSignalSpy(button.confirmed)
    button.click()
    qtbot.waitUntil(lambda: button.text() == "Delete")
    button.click()
    assert meant.count() == 0
