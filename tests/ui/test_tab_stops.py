"""Tab comes to what was made late where it stands, and not after everything else."""

from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from mktgui.ui.tab_stops import come_after, come_before


def group(*inside: QWidget) -> QWidget:
    widget = QWidget()
    layout = QVBoxLayout(widget)
    for one in inside:
        layout.addWidget(one)
    return widget


def test_tab_goes_the_way_that_is_read(qtbot: QtBot) -> None:
    first, last, said = QLineEdit(), QLineEdit(), QLabel("said")
    window = group(first, said, last)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    yes, no, more = QPushButton("Yes"), QPushButton("No"), QComboBox()
    more.addItems(["some", "more"])
    more.view().setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    layout = window.layout()
    assert layout is not None
    layout.addWidget(answers := group(yes, QLabel("or"), no))
    layout.addWidget(more)
    come_before(last, answers)
    come_after(no, more)
    qtbot.waitUntil(more.isVisible)
    first.setFocus()
    for here, there in pairwise([first, yes, no, more, last, first]):
        qtbot.keyClick(here, Qt.Key.Key_Tab)
        assert there.hasFocus()


def test_where_there_is_no_other_stop_nothing_moves(qtbot: QtBot) -> None:
    said, late = QLabel("said"), QPushButton("Late")
    window = group(said)
    qtbot.addWidget(window)
    layout = window.layout()
    assert layout is not None
    layout.addWidget(late)
    come_before(late, said)
    window.show()
    assert late.previousInFocusChain() is said
