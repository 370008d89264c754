"""The pages can be read, shut, and left open beside the form; the keys on them are the keys there are."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QMainWindow, QTextBrowser
from pytestqt.qtbot import QtBot

from mktgui.ui.help_pages import HelpPages
from mktgui.ui.menus import Menus
from mktgui.ui.theme import Scheme


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[QMainWindow]:
    window = QMainWindow()
    qtbot.addWidget(window)
    window.show()
    yield window
    window.close()


@pytest.fixture
def pages(window: QMainWindow) -> HelpPages:
    return HelpPages(window, "1.2.3")


def read(page: QDialog) -> str:
    return page.findChildren(QTextBrowser)[0].toPlainText()


def test_the_keys_page_names_each_key_with_what_it_does(pages: HelpPages) -> None:
    page = pages.show_keys()
    assert page.isVisible()
    assert page.windowTitle() == "Keys"
    lines = read(page).splitlines()
    assert lines[lines.index("Ctrl+Enter") + 1] == "Send"
    assert lines[lines.index("F1") + 1] == "This page"
    page.close()


def test_every_key_of_the_menus_is_on_the_page(pages: HelpPages, window: QMainWindow) -> None:
    menus = Menus(window, Scheme.SYSTEM, "")
    menus.fill()
    keys = {key.toString() for action in window.findChildren(QAction) for key in action.shortcuts()}
    assert menus.drawer.shortcut().toString() in keys
    page = pages.show_keys()
    told = {key for line in read(page).splitlines() for key in line.split(", ")}
    assert keys - told <= {"Ctrl+Return", "Ctrl+Q"}  # Return is the other Enter; each system has its own key to quit
    page.close()


def test_the_about_page_says_version_licences_and_what_it_does_not_do(pages: HelpPages) -> None:
    page = pages.show_about()
    assert page.windowTitle() == "About mktgui"
    for part in ("mktgui 1.2.3", "MIT", "LGPL", "no telemetry", "31 July 2026"):
        assert part in read(page)
    page.close()


def test_a_page_leaves_the_window_usable_and_is_named(pages: HelpPages) -> None:
    page = pages.show_about()
    assert not page.isModal()
    assert page.findChildren(QTextBrowser)[0].accessibleName() == "About mktgui"
    page.close()


@pytest.mark.parametrize("how", ["the button", "the key"])
def test_a_page_is_gone_once_it_is_shut(pages: HelpPages, qtbot: QtBot, how: str) -> None:
    page = pages.show_keys()
    with qtbot.waitSignal(page.destroyed):
        if how == "the button":
            page.findChildren(QDialogButtonBox)[0].button(QDialogButtonBox.StandardButton.Close).click()
        else:
            qtbot.keyClick(page, Qt.Key.Key_Escape)
