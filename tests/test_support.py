"""What went wrong is kept and can be handed on, without anything private in it."""

import logging
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from mktgui.support import Support
from mktgui.ui.crash_window import CrashWindow
from mktgui.workers.crew import Chore
from mktgui.workers.runner import Runner
from mktgui.workers.work import crash_from
from tests.ui.connections import CANARY, LIVE


def at_once(chore: Chore) -> None:
    chore()


@pytest.fixture
def support(qapp: QApplication, home: Path, clipboard_text: None) -> Iterator[Support]:
    runner = Runner()
    support = Support(home / "log", at_once, runner, QGuiApplication.clipboard())
    support.open()
    yield support
    support.close()
    runner.close()


@pytest.fixture
def clipboard_text(qapp: QApplication) -> Iterator[None]:
    yield
    QGuiApplication.clipboard().clear()


def crash_windows() -> list[CrashWindow]:
    return [one for one in QApplication.topLevelWidgets() if isinstance(one, CrashWindow) and one.isVisible()]


def text_of(window: QWidget) -> str:
    return window.findChildren(QPlainTextEdit)[0].toPlainText()


def test_what_is_logged_is_in_the_file_without_values(support: Support, home: Path) -> None:
    logging.getLogger("mktgui.calls").info("a call to %s ended", CANARY)
    kept = (home / "log" / "mktgui.log").read_text()
    assert "a call to *** ended" in kept
    assert CANARY not in kept


def test_after_it_is_closed_nothing_is_kept(support: Support, home: Path) -> None:
    support.close()
    logging.getLogger("mktgui.calls").info("silence")
    assert not (home / "log" / "mktgui.log").exists()


def test_a_crash_that_was_caught_is_reported_in_a_window_and_a_file(support: Support, home: Path, qtbot: QtBot) -> None:
    for secret in (CANARY, "another"):
        support.take(crash_from(KeyError(secret)))
    qtbot.waitUntil(lambda: len(crash_windows()) == 1)
    [window] = crash_windows()
    qtbot.waitUntil(lambda: "KeyError" in text_of(window))
    assert CANARY not in text_of(window)
    [report] = (home / "log").glob("crash-*.txt")
    assert CANARY not in report.read_text()
    with qtbot.waitSignal(support.file_wanted):
        window.support_wanted.emit()


@pytest.mark.qt_no_exception_capture
def test_a_crash_in_a_slot_that_nobody_caught_is_reported_too(
    support: Support, qtbot: QtBot, capsys: pytest.CaptureFixture[str]
) -> None:
    def slot() -> None:
        raise ZeroDivisionError(CANARY)

    QTimer.singleShot(0, slot)
    qtbot.waitUntil(lambda: len(crash_windows()) == 1)
    assert "ZeroDivisionError" in text_of(crash_windows()[0])
    assert CANARY not in capsys.readouterr().err


def test_a_support_file_can_be_read_before_it_is_saved_and_says_nothing_private(
    support: Support, home: Path, qtbot: QtBot
) -> None:
    logging.getLogger("mktgui.calls").info("a call begins")
    parent = QWidget()
    qtbot.addWidget(parent)
    window = support.show_file([LIVE], parent)
    qtbot.waitUntil(window.save_button.isEnabled, timeout=10_000)
    names = [window.names.item(row).text() for row in range(window.names.count())]
    assert names[:3] == ["about.txt", "settings.txt", "mktgui.log"]
    path = home / "support.zip"
    window.save_button.click()
    assert window.chooser is not None
    window.chooser.fileSelected.emit(str(path))
    qtbot.waitUntil(path.exists, timeout=10_000)
    window.chooser.close()
    window.close()
    with ZipFile(path) as bundle:
        everything = "".join(bundle.read(name).decode() for name in bundle.namelist())
    assert "a call begins" in everything
    for private in (LIVE.user_id, LIVE.name, "123-ABC-456"):
        assert private not in everything
