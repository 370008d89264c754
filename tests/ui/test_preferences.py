"""The window comes back as it was left, and a nonsense file does no harm."""

import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMainWindow, QSplitter, QWidget
from pytestqt.qtbot import QtBot

from mktgui.domain.history import Retention
from mktgui.ui.preferences import KEEP_CALLS, KEEP_DAYS, Preferences
from mktgui.ui.theme import Scheme


def window_with_splitter(qtbot: QtBot) -> tuple[QMainWindow, QSplitter]:
    window, splitter = QMainWindow(), QSplitter(Qt.Orientation.Horizontal)
    splitter.addWidget(QWidget())
    splitter.addWidget(QWidget())
    window.setCentralWidget(splitter)
    qtbot.addWidget(window)
    window.resize(640, 300)
    window.show()
    return window, splitter


def test_size_and_splitters_come_back(qtbot: QtBot, tmp_path: Path) -> None:
    window, splitter = window_with_splitter(qtbot)
    window.resize(700, 333)
    splitter.setSizes([100, 600])
    Preferences(tmp_path / "w.ini").remember(window, {"zones": splitter})
    again, other = window_with_splitter(qtbot)
    restored = Preferences(tmp_path / "w.ini")
    restored.restore_window(again)
    restored.restore_splitter("zones", other)
    qtbot.waitUntil(lambda: again.height() == 333)
    assert other.sizes() == splitter.sizes()


def test_choices_are_kept(qtbot: QtBot, tmp_path: Path) -> None:
    first = Preferences(tmp_path / "w.ini")
    assert (first.scheme, first.language) == (Scheme.SYSTEM, "")
    assert not first.stacked
    first.stacked = True
    first.scheme = Scheme.DARK
    first.language = "zh_CN"
    first.remember(window_with_splitter(qtbot)[0], {})
    second = Preferences(tmp_path / "w.ini")
    assert (second.scheme, second.language) == (Scheme.DARK, "zh_CN")
    assert second.stacked
    second.stacked = False
    assert not second.stacked


def test_nonsense_in_the_file_is_passed_over(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "w.ini").write_text("[window]\nscheme=mauve\ngeometry=7\nmessages=above\nzones=@Invalid()\n")
    preferences = Preferences(tmp_path / "w.ini")
    window, splitter = window_with_splitter(qtbot)
    preferences.restore_window(window)
    preferences.restore_splitter("zones", splitter)
    assert preferences.scheme is Scheme.SYSTEM
    assert not preferences.stacked
    assert window.width() == 640


def test_the_table_remembers_in_the_same_file(qtbot: QtBot, tmp_path: Path) -> None:
    first = Preferences(tmp_path / "w.ini")
    first.table.favourites = frozenset({"Title"})
    first.remember(window_with_splitter(qtbot)[0], {})
    assert Preferences(tmp_path / "w.ini").table.favourites == {"Title"}


def test_another_window_comes_back_as_well(qtbot: QtBot, tmp_path: Path) -> None:
    window, splitter = window_with_splitter(qtbot)
    window.resize(700, 333)
    splitter.setSizes([100, 600])
    first = Preferences(tmp_path / "w.ini")
    first.remember_place("history", window, {"history-split": splitter})
    again, other = window_with_splitter(qtbot)
    first.restore_place("nowhere", again)
    first.restore_place("history", again)
    first.restore_splitter("history-split", other)
    qtbot.waitUntil(lambda: again.height() == 333)
    assert other.sizes() == splitter.sizes()


def test_how_long_calls_are_kept_is_a_choice(qtbot: QtBot, tmp_path: Path) -> None:
    first = Preferences(tmp_path / "w.ini")
    assert first.retention == Retention(days=KEEP_DAYS, number=KEEP_CALLS)
    first.retention = Retention(days=30)
    assert Preferences(tmp_path / "w.ini").retention == Retention(days=30)
    (tmp_path / "n.ini").write_text("[keep]\ndays=soon\ncalls=-1\n", encoding="utf-8")
    assert Preferences(tmp_path / "n.ini").retention == Retention(days=KEEP_DAYS, number=KEEP_CALLS)


ANOTHER_COPY = """
import sys
from PySide6.QtCore import QSettings
settings = QSettings(sys.argv[1], QSettings.Format.IniFormat)
settings.setValue("keep/days", 0)
settings.setValue("keep/calls", 0)
settings.sync()
"""


def test_what_another_copy_of_the_program_has_chosen_since_counts(qtbot: QtBot, tmp_path: Path) -> None:
    here = Preferences(tmp_path / "w.ini")
    here.retention = Retention(days=30, number=10)
    subprocess.run([sys.executable, "-c", ANOTHER_COPY, str(tmp_path / "w.ini")], check=True, timeout=60)
    assert here.retention == Retention()


def test_whether_values_are_kept_is_a_choice(qtbot: QtBot, tmp_path: Path) -> None:
    first = Preferences(tmp_path / "w.ini")
    assert first.keeps_values
    first.keeps_values = False
    assert not first.keeps_values
    first.keeps_values = True
    assert first.keeps_values
