"""A long text goes little by little, and it is told when all of it is gone."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QTextDocument
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from mktgui.ui.clearing import LINES_AT_ONCE, Clearing


def test_documents_go_one_after_the_other(qtbot: QtBot) -> None:
    owner = QObject()
    clearing = Clearing(owner)
    documents = [QTextDocument("line\n" * (2 * LINES_AT_ONCE)), QTextDocument("x")]
    told: list[bool] = []
    clearing.done.connect(lambda: told.append(True))
    for document in documents:
        clearing.take(document)
    with qtbot.waitSignal(documents[0].contentsChanged):
        pass
    assert 1 < documents[0].blockCount() <= LINES_AT_ONCE + 2
    assert told == []
    qtbot.waitUntil(lambda: told == [True])
    assert not any(isValid(document) for document in documents)


def test_what_comes_later_goes_too(qtbot: QtBot) -> None:
    owner = QObject()
    clearing = Clearing(owner)
    for _ in range(2):
        with qtbot.waitSignal(clearing.done):
            clearing.take(QTextDocument("a\nb"))
