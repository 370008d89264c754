"""The cross in a line says what it is for, and empties it."""

from PySide6.QtWidgets import QLineEdit, QToolButton
from pytestqt.qtbot import QtBot

from mktgui.ui.clear_button import offer_clearing


def test_the_cross_has_a_name_and_empties_the_line(qtbot: QtBot) -> None:
    line = QLineEdit("ana.ruiz@acme.example")
    qtbot.addWidget(line)
    offer_clearing(line, "Clear")
    line.show()
    [cross] = line.findChildren(QToolButton)
    assert cross.accessibleName() == "Clear"
    cross.click()
    assert line.text() == ""


def test_an_empty_line_gets_its_cross_with_its_first_text_and_keeps_it(qtbot: QtBot) -> None:
    line = QLineEdit()
    qtbot.addWidget(line)
    offer_clearing(line, "Clear")
    assert not line.findChildren(QToolButton)
    for text in ("a", "", "b"):
        line.setText(text)
        assert [cross.accessibleName() for cross in line.findChildren(QToolButton)] == ["Clear"]
