"""A sentence with as many buttons as there are offers."""

from functools import partial
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
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


def test_tab_comes_to_the_offers_where_they_stand(qtbot: QtBot) -> None:
    window, above, line, below = QWidget(), QLineEdit(), OfferLine(), QLineEdit()
    qtbot.addWidget(window)
    layout = QVBoxLayout(window)
    for widget in (above, line, below):
        layout.addWidget(widget)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    line.say("Which?", [Offer(text, line.hide) for text in ("This", "That")])
    above.setFocus()
    stops = [above, *line.buttons, below]
    for here, there in pairwise(stops):
        qtbot.keyClick(here, Qt.Key.Key_Tab)
        assert there.hasFocus()
