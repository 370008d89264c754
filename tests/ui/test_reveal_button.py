"""Half a minute, counted down for everybody to see."""

from pytestqt.qtbot import QtBot

from mktgui.ui.reveal_button import REVEAL_SECONDS, RevealButton


def test_it_counts_down_and_hides_again(qtbot: QtBot) -> None:
    button = RevealButton()
    qtbot.addWidget(button)
    told: list[bool] = []
    button.toggled.connect(told.append)
    assert button.text() == "Reveal"
    assert "30 seconds" in button.toolTip()
    button.click()
    assert button.text() == "Hide (30 s)"
    assert button.countdown.isActive()
    button.countdown.timeout.emit()
    assert button.text() == "Hide (29 s)"
    for _ in range(REVEAL_SECONDS - 1):
        button.countdown.timeout.emit()
    assert told == [True, False]
    assert button.text() == "Reveal"
    assert not button.countdown.isActive()


def test_it_can_be_hidden_before_and_begins_anew(qtbot: QtBot) -> None:
    button = RevealButton()
    qtbot.addWidget(button)
    button.click()
    button.countdown.timeout.emit()
    button.click()
    assert button.text() == "Reveal"
    button.click()
    assert button.text() == "Hide (30 s)"
