"""A sentence with as many buttons as there are offers."""

from functools import partial

from pytestqt.qtbot import QtBot

from mktgui.ui.offer_line import Offer, OfferLine


def test_it_says_and_offers_and_says_nothing_again(qtbot: QtBot) -> None:
    done: list[str] = []
    line = OfferLine()
    qtbot.addWidget(line)
    assert line.isHidden()
    line.say("Which?", [Offer(text, partial(done.append, text)) for text in ("This", "That")])
    assert line.label.text() == "Which?"
    assert [button.accessibleName() for button in line.buttons] == ["This", "That"]
    line.buttons[1].click()
    line.say("Only this?", [Offer("This", lambda: done.append("again"))])
    assert [button.isHidden() for button in line.buttons] == [False, True]
    line.buttons[0].click()
    assert done == ["That", "again"]
    line.say("")
    assert line.isHidden()
