"""A crash is told beside the work, in one sentence, with a report that can be read, copied and passed on."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from mktgui.ui.crash_window import CrashWindow
from mktgui.ui.theme import Theme

REPORT = "mktgui crash report\nwhat: ValueError\n"


@pytest.fixture
def window(qtbot: QtBot, theme: Theme) -> CrashWindow:
    window = CrashWindow(QGuiApplication.clipboard())
    qtbot.addWidget(window)
    return window


def test_a_report_opens_it_beside_the_work(window: CrashWindow) -> None:
    assert not window.isVisible()
    window.show_report(REPORT)
    assert window.isVisible()
    assert not window.isModal()
    assert window.windowModality() is Qt.WindowModality.NonModal
    assert window.report.toPlainText() == REPORT
    assert window.report.isReadOnly()
    assert window.sentence.text().count(".") == 1
    assert window.report.accessibleName() == "Crash report"


def test_reports_gather_until_it_is_closed(window: CrashWindow) -> None:
    window.show_report(REPORT)
    window.show_report("another\n")
    assert window.report.toPlainText() == REPORT + "\nanother\n"
    window.close_button.click()
    assert not window.isVisible()
    window.show_report("a third\n")
    assert window.report.toPlainText() == "a third\n"


def test_escape_closes_it(window: CrashWindow) -> None:
    window.show_report(REPORT)
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert not window.isVisible()
    assert window.report.toPlainText() == ""


def test_tab_leaves_the_report(window: CrashWindow) -> None:
    assert window.report.tabChangesFocus()


def test_the_whole_report_is_copied_and_said_so(window: CrashWindow, clipboard_text: None) -> None:
    window.show_report(REPORT)
    window.copy_button.click()
    assert QGuiApplication.clipboard().text() == REPORT
    assert window.copy_button.text() == "&Copied"
    window.close_button.click()
    window.show_report(REPORT)
    assert window.copy_button.text() == "&Copy"


def test_what_came_after_copying_is_not_called_copied(window: CrashWindow, clipboard_text: None) -> None:
    window.show_report(REPORT)
    window.copy_button.click()
    window.show_report("another\n")
    assert window.copy_button.text() == "&Copy"


def test_the_support_file_is_asked_for(window: CrashWindow, qtbot: QtBot) -> None:
    window.show_report(REPORT)
    with qtbot.waitSignal(window.support_wanted):
        window.support_button.click()
    assert window.isVisible()
