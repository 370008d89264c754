"""The support file can be read before it is saved, is saved as it was read, and says where or why not."""

import os
import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from zipfile import ZipFile

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot
from shiboken6 import delete, isValid

from mktgui.domain.support import SupportFile
from mktgui.storage.support_bundle import save
from mktgui.ui.support_window import SupportWindow
from mktgui.ui.theme import Theme
from mktgui.workers.runner import Runner

FILES = (SupportFile("about.txt", "mktgui: 0.1.0\n"), SupportFile("mktgui.log", "INFO <b>begun</b>\n"))
ALL = "This is all that will be in the file"


@pytest.fixture
def make(qtbot: QtBot, runner: Runner, theme: Theme) -> Callable[..., SupportWindow]:
    def make(collect: Callable[[], Sequence[SupportFile]] = lambda: FILES) -> SupportWindow:
        window = SupportWindow(collect, save, runner)
        qtbot.addWidget(window)
        return window

    return make


@pytest.fixture
def window(make: Callable[..., SupportWindow], qtbot: QtBot) -> SupportWindow:
    window = make()
    window.open_anew()
    qtbot.waitUntil(window.save_button.isEnabled)
    return window


def choose(window: SupportWindow, path: Path) -> None:
    """As a person does in the dialog."""
    window.save_button.click()
    chooser = window.chooser
    assert isinstance(chooser, QFileDialog)
    chooser.setDirectory(str(path.parent))
    chooser.selectFile(str(path))
    chooser.accept()


def test_it_is_not_in_the_way(window: SupportWindow) -> None:
    assert window.isVisible()
    assert not window.isModal()


def test_everything_that_would_be_saved_can_be_read(window: SupportWindow) -> None:
    names = [window.names.item(row).text() for row in range(window.names.count())]
    assert names == ["about.txt", "mktgui.log"]
    assert window.text.toPlainText() == FILES[0].text
    QTest.keyClick(window.names, Qt.Key.Key_Down)
    assert window.text.toPlainText() == FILES[1].text
    assert window.state.text().startswith(ALL)


def test_it_has_names_for_a_screen_reader(window: SupportWindow) -> None:
    assert window.names.accessibleName() == "What is in the support file"
    assert window.text.accessibleName() == "The chosen part of the support file"


def test_what_is_saved_is_what_was_read(window: SupportWindow, qtbot: QtBot, tmp_path: Path) -> None:
    choose(window, tmp_path / "for-help")
    assert window.state.text() == "Saving…"
    assert not window.save_button.isEnabled()
    qtbot.waitUntil(window.save_button.isEnabled)
    assert window.state.text() == "Saved as for-help.zip."
    with ZipFile(tmp_path / "for-help.zip") as bundle:
        assert {name: bundle.read(name).decode() for name in bundle.namelist()} == {one.name: one.text for one in FILES}


def test_thinking_better_of_it_saves_nothing(window: SupportWindow, tmp_path: Path) -> None:
    window.save_button.click()
    assert window.chooser is not None
    assert window.chooser.selectedFiles()[0].endswith("mktgui-support.zip")
    window.chooser.reject()
    assert window.state.text().startswith(ALL)
    assert window.save_button.isEnabled()


def test_a_place_that_cannot_be_written_is_told_and_another_can_be_chosen(
    window: SupportWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "precious.zip").mkdir()
    window.save_button.click()
    assert window.chooser is not None
    window.chooser.fileSelected.emit(str(tmp_path / "precious.zip"))
    window.chooser.reject()
    qtbot.waitUntil(window.save_button.isEnabled)
    assert window.state.text() == f"It could not be saved there ({os.strerror(21)})."
    choose(window, tmp_path / "other.zip")
    qtbot.waitUntil(lambda: window.state.text() == "Saved as other.zip.")


def test_a_slip_of_our_own_is_told_without_its_words(
    qtbot: QtBot, runner: Runner, theme: Theme, tmp_path: Path
) -> None:
    def broken(files: Sequence[SupportFile], path: Path) -> None:
        raise ZeroDivisionError("canary")

    window = SupportWindow(lambda: FILES, broken, runner)
    qtbot.addWidget(window)
    window.open_anew()
    qtbot.waitUntil(window.save_button.isEnabled)
    choose(window, tmp_path / "a.zip")
    qtbot.waitUntil(window.save_button.isEnabled)
    assert window.state.text() == "It could not be saved there (ZeroDivisionError)."


def test_what_cannot_be_collected_is_told(make: Callable[..., SupportWindow], qtbot: QtBot) -> None:
    def broken() -> Sequence[SupportFile]:
        raise ZeroDivisionError

    window = make(broken)
    window.open_anew()
    qtbot.waitUntil(lambda: window.state.text() == "The support file could not be put together.")
    assert not window.save_button.isEnabled()
    assert window.names.count() == 0


def test_opened_again_it_gathers_what_there_is_now(make: Callable[..., SupportWindow], qtbot: QtBot) -> None:
    found = [FILES, FILES[:1]]
    window = make(lambda: found.pop(0))
    window.open_anew()
    qtbot.waitUntil(lambda: window.names.count() == 2)
    window.close_button.click()
    window.open_anew()
    assert window.names.count() == 0
    assert window.text.toPlainText() == ""
    qtbot.waitUntil(lambda: window.names.count() == 1)


def test_what_comes_too_late_is_passed_over(make: Callable[..., SupportWindow], qtbot: QtBot) -> None:
    go, calls = threading.Event(), list[int]()

    def collect() -> Sequence[SupportFile]:
        calls.append(1)
        if len(calls) == 1:
            assert go.wait(10)
            raise ZeroDivisionError
        return FILES

    window = make(collect)
    window.open_anew()
    qtbot.waitUntil(lambda: bool(calls))
    window.open_anew()
    qtbot.waitUntil(window.save_button.isEnabled)
    go.set()
    window.open_anew()
    qtbot.waitUntil(window.save_button.isEnabled)
    assert window.state.text().startswith(ALL)


@pytest.mark.parametrize("fails", [False, True])
def test_a_window_that_is_gone_hears_of_nothing(qtbot: QtBot, runner: Runner, theme: Theme, *, fails: bool) -> None:
    go = threading.Event()

    def collect() -> Sequence[SupportFile]:
        assert go.wait(10)
        if fails:
            raise ZeroDivisionError
        return FILES

    window = SupportWindow(collect, save, runner)
    window.open_anew()
    delete(window)
    go.set()
    with qtbot.waitSignal(runner.run(lambda: None).finished):
        pass
    assert not isValid(window)
