"""The whole application in a test, put together as the command does it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType

import pytest
from PySide6.QtCore import QEventLoop, QLocale
from PySide6.QtGui import QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mktgui.app import Application, Options

Start = Callable[..., Application]


@contextmanager
def applications(qapp: QApplication, qtbot: QtBot, home: Path) -> Iterator[Start]:
    """Starts as many as are asked for, one home for all; shuts what is still open."""
    opened: list[Application] = []

    def start(*, practice: bool = True, language: str = "en") -> Application:
        application = Application(qapp, Options(practice=practice, home=home / "mktgui", language=language))
        opened.append(application)
        with qtbot.waitSignal(application.window.painted):
            application.show()
        return application

    try:
        yield start
    finally:
        for application in opened:
            application.window.close()
            application.close()
        QGuiApplication.clipboard().clear()
        QLocale.setDefault(QLocale("en"))
        qapp.setPalette(QPalette())


def with_own_loop(qapp: QApplication, monkeypatch: pytest.MonkeyPatch, module: ModuleType) -> QApplication:
    """What `make_qt` gives in this module: the object of the tests, with a loop that does not end theirs."""
    loop = QEventLoop()
    monkeypatch.setattr(module, "make_qt", lambda _arguments: qapp)
    monkeypatch.setattr(qapp, "exec", loop.exec, raising=False)
    monkeypatch.setattr(qapp, "exit", loop.exit, raising=False)
    qapp.setQuitOnLastWindowClosed(False)
    return qapp
