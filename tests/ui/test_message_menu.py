"""What is done less often with a message, each by its key and in the menu."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from mktgui.domain.ports import TextKind
from mktgui.ui.find_bar import FindBar
from mktgui.ui.message_menu import MessageMenu
from mktgui.ui.path_bar import PathBar
from mktgui.ui.text_pane import TextPane
from mktgui.ui.theme import Theme
from mktgui.workers.runner import Runner
from tests.ui.alt_keys import shared_keys
from tests.ui.pane import laid_out

Modifier = Qt.KeyboardModifier
PHONE, LAST = 8, 18


class Place(QWidget):
    """A pane with its bars, and the menu whose keys work in here."""

    def __init__(self, runner: Runner, theme: Theme) -> None:
        super().__init__()
        self.pane = TextPane(theme)
        self.find_bar, self.path_bar = FindBar(self.pane), PathBar(runner, theme)
        self.menu = MessageMenu(self.pane, self.find_bar, self.path_bar)
        self.addActions(self.menu.actions())
        layout = QVBoxLayout(self)
        for widget in (self.menu.button, self.pane, self.find_bar, self.path_bar):
            layout.addWidget(widget)
        laid = laid_out()
        self.pane.show_lines(laid.lines, laid.folds)

    def seen(self) -> int:
        return sum(self.pane.document().findBlockByNumber(line).isVisible() for line in range(LAST + 1))


@pytest.fixture
def place(qtbot: QtBot, runner: Runner, theme: Theme) -> Iterator[Place]:
    place = Place(runner, theme)
    qtbot.addWidget(place)
    place.resize(500, 400)
    with qtbot.waitActive(place):
        place.show()
    place.pane.setFocus()
    yield place
    place.close()


def press(place: Place, qtbot: QtBot, key: Qt.Key, *modifiers: Modifier) -> None:
    pressed = Modifier.NoModifier
    for modifier in modifiers:
        pressed |= modifier
    qtbot.keyClick(place.pane, key, pressed)


def test_folding_by_keys_goes_from_the_inside_out(place: Place, qtbot: QtBot) -> None:
    at = place.pane.lines.starts[PHONE + 1]
    place.pane.go_to((at, at))
    press(place, qtbot, Qt.Key.Key_Left, Modifier.AltModifier)
    assert place.pane.folding.is_folded(PHONE)
    press(place, qtbot, Qt.Key.Key_Left, Modifier.AltModifier)
    assert place.pane.folding.is_folded(3)
    press(place, qtbot, Qt.Key.Key_Right, Modifier.AltModifier)
    assert not place.pane.folding.is_folded(3)
    assert place.pane.folding.is_folded(PHONE)
    for _ in range(9):
        press(place, qtbot, Qt.Key.Key_Left, Modifier.AltModifier)
    assert place.seen() == 1


def test_unfolding_what_is_not_folded_does_nothing(place: Place, qtbot: QtBot) -> None:
    press(place, qtbot, Qt.Key.Key_Right, Modifier.AltModifier)
    assert place.seen() == LAST + 1


def test_everything_folds_and_unfolds_by_keys(place: Place, qtbot: QtBot) -> None:
    press(place, qtbot, Qt.Key.Key_Left, Modifier.AltModifier, Modifier.ShiftModifier)
    assert place.seen() == 10
    press(place, qtbot, Qt.Key.Key_Right, Modifier.AltModifier, Modifier.ShiftModifier)
    assert place.seen() == LAST + 1


def test_finding_and_filtering_open_by_keys(place: Place, qtbot: QtBot) -> None:
    press(place, qtbot, Qt.Key.Key_F, Modifier.ControlModifier)
    assert place.find_bar.isVisible()
    place.find_bar.text.setText("attrName")
    press(place, qtbot, Qt.Key.Key_F3)
    assert place.find_bar.count.text() == "2 of 6"
    press(place, qtbot, Qt.Key.Key_F3, Modifier.ShiftModifier)
    assert place.find_bar.count.text() == "1 of 6"
    press(place, qtbot, Qt.Key.Key_F, Modifier.ControlModifier, Modifier.ShiftModifier)
    assert place.path_bar.isVisible()


def test_the_text_grows_shrinks_and_comes_back(place: Place, qtbot: QtBot) -> None:
    usual = place.pane.font().pointSizeF()
    press(place, qtbot, Qt.Key.Key_Equal, Modifier.ControlModifier)
    press(place, qtbot, Qt.Key.Key_Plus, Modifier.ControlModifier)
    assert place.pane.font().pointSizeF() == usual + 2
    press(place, qtbot, Qt.Key.Key_Minus, Modifier.ControlModifier)
    assert place.pane.font().pointSizeF() == usual + 1
    place.menu.actions()[-1].trigger()
    assert place.pane.font().pointSizeF() == usual


def test_lines_are_wrapped_or_not(place: Place) -> None:
    place.menu.wrap.trigger()
    assert place.pane.lineWrapMode() is QPlainTextEdit.LineWrapMode.WidgetWidth
    place.menu.wrap.trigger()
    assert place.pane.lineWrapMode() is QPlainTextEdit.LineWrapMode.NoWrap


def test_the_menu_has_a_name_and_each_letter_once(place: Place) -> None:
    assert place.menu.button.accessibleName() == "More"
    texts = [action.text() for action in place.menu.actions() if not action.isSeparator()]
    letters = [text[text.index("&") + 1].lower() for text in texts]
    assert sorted(set(letters)) == sorted(letters)


def test_the_filter_is_named_by_what_it_takes(place: Place) -> None:
    assert place.menu.filter.text() == "&XPath filter…"
    place.path_bar.use(None, TextKind.JSON)
    assert place.menu.filter.text() == "Pa&th filter…"
    assert not shared_keys(action.text() for action in place.menu.actions())
    place.path_bar.use(None, TextKind.XML)
    assert place.menu.filter.text() == "&XPath filter…"
