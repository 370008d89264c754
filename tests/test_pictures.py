"""Every state of the window is photographed, in both languages, schemes and sizes, and in none is a button cut off."""

from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QAbstractButton, QApplication, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from mktgui.ui.theme import Scheme
from tests.applications import applications
from tests.pictures import Scenes

FOLDER = Path(__file__).parent.parent / "artefacts" / "screenshots"
WIDE, NARROW = QSize(1280, 800), QSize(1024, 640)
# One thing changes from each to the next, and the way back is as short.
LOOKS = [(Scheme.LIGHT, WIDE), (Scheme.LIGHT, NARROW), (Scheme.DARK, NARROW), (Scheme.DARK, WIDE)]
STATES = 23
QUICK = 85  # hardly larger than the smallest, and a third quicker
SETTLING = 10  # milliseconds in which Qt lays everything out anew


def cut_off(window: QWidget) -> list[str]:
    """The buttons whose words have no room."""
    buttons: list[QAbstractButton] = [*window.findChildren(QPushButton), *window.findChildren(QToolButton)]
    shown = [one for one in buttons if one.isVisible() and one.text()]
    return [one.text() for one in shown if one.width() < one.minimumSizeHint().width()]


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_every_state_has_its_pictures(qapp: QApplication, qtbot: QtBot, home: Path, language: str) -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    names: set[str] = set()
    with applications(qapp, qtbot, home) as start:
        application = start(language=language)
        for number, state in enumerate(Scenes(application, qtbot).all(), start=1):
            for scheme, size in LOOKS if number % 2 else reversed(LOOKS):
                application.window.resize(size)
                if application.theme.scheme is not scheme:
                    application.theme.choose(scheme)
                qtbot.wait(SETTLING)
                assert application.window.size() == size
                assert not cut_off(application.window), (state, size)
                assert not application.window.page.table.view.horizontalScrollBar().isVisible(), (state, size)
                name = f"{number:02}-{state}-{language}-{scheme.value}-{size.width()}x{size.height()}.png"
                assert application.window.grab().save(str(FOLDER / name), "PNG", QUICK)
                names.add(name)
    assert len(names) == STATES * len(LOOKS)
