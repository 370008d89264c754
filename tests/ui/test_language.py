"""The window speaks the person's language, or else the nearest to the system's."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QMainWindow
from pytestqt.qtbot import QtBot

from mktgui.ui.language import CHINESE, ENGLISH, Language, language_for
from mktgui.ui.menus import Menus
from mktgui.ui.theme import Scheme


@pytest.fixture(autouse=True)
def locale() -> Iterator[None]:
    """The locale is the program's, not a test's."""
    before = QLocale()
    yield
    QLocale.setDefault(before)


@pytest.fixture
def chinese(qapp: QApplication) -> Iterator[Language]:
    language = Language(qapp, CHINESE)
    yield language
    language.remove()


def menu_titles(qtbot: QtBot) -> list[str]:
    window = QMainWindow()
    qtbot.addWidget(window)
    menus = Menus(window, Scheme.SYSTEM, "")
    assert menus.parent() is window
    return [action.text() for action in window.menuBar().actions()]


def close_button(qtbot: QtBot) -> str:
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(buttons)
    return buttons.button(QDialogButtonBox.StandardButton.Cancel).text()


@pytest.mark.parametrize(
    ("chosen", "system", "name"),
    [
        ("", "en_US", ENGLISH),
        ("", "de_DE", ENGLISH),
        ("", "zh_CN", CHINESE),
        ("", "zh_SG", CHINESE),
        ("", "zh_Hans_HK", CHINESE),
        ("", "zh_TW", ENGLISH),
        ("", "zh_HK", ENGLISH),
        ("en", "zh_CN", ENGLISH),
        ("zh_CN", "en_US", CHINESE),
        ("tlh", "zh_CN", CHINESE),
    ],
)
def test_the_choice_counts_and_then_the_script_of_the_system(chosen: str, system: str, name: str) -> None:
    assert language_for(chosen, QLocale(system)) == name


def test_chinese_reaches_our_words_and_those_of_qt(chinese: Language, qtbot: QtBot) -> None:
    assert chinese.name == CHINESE
    assert menu_titles(qtbot)[0].startswith("潜在客户")
    assert close_button(qtbot) == "取消"
    assert QLocale().language() == QLocale.Language.Chinese


def test_taken_back_it_leaves_nothing_behind(chinese: Language, qtbot: QtBot) -> None:
    chinese.remove()
    assert menu_titles(qtbot)[0] == "&Lead"
    assert close_button(qtbot) == "Cancel"


def test_english_knows_one_from_many(qapp: QApplication) -> None:
    language = Language(qapp, ENGLISH)
    told = [QCoreApplication.translate("AttributeClipboard", "Pasted %n row(s).", "", count) for count in (1, 2)]
    language.remove()
    assert told == ["Pasted 1 row.", "Pasted 2 rows."]


def test_a_language_that_nobody_wrote_leaves_english(qapp: QApplication, qtbot: QtBot) -> None:
    language = Language(qapp, "tlh")
    assert menu_titles(qtbot)[0] == "&Lead"
    language.remove()
