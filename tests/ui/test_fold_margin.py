"""Signs beside the text: what a click folds, where a line only goes on, what is lit up, and where texts differ."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from mktgui.ui.fold_margin import LIT
from mktgui.ui.text_lines import lines_of
from mktgui.ui.text_pane import TextPane
from mktgui.ui.theme import LIGHT, Theme
from tests.ui.pane import laid_out


@pytest.fixture
def pane(qtbot: QtBot, theme: Theme) -> Iterator[TextPane]:
    pane = TextPane(theme)
    qtbot.addWidget(pane)
    pane.resize(500, 400)
    pane.show()
    laid = laid_out()
    pane.show_lines(laid.lines, laid.folds)
    yield pane
    pane.close()


def press(pane: TextPane, qtbot: QtBot, line: int) -> None:
    top, height = next((top, height) for number, top, height in pane.visible_lines() if number == line)
    at = QPoint(pane.margin.width() // 2, round(top + height / 2))
    qtbot.mouseClick(pane.margin, Qt.MouseButton.LeftButton, pos=at)


def test_a_click_folds_and_another_unfolds(pane: TextPane, qtbot: QtBot) -> None:
    assert [pane.margin.sign(line) for line in (0, 2, 4)] == ["−", "", "−"]
    press(pane, qtbot, 4)
    assert pane.margin.sign(4) == "+"
    press(pane, qtbot, 8)  # the lines between are hidden
    assert pane.folding.is_folded(8)
    press(pane, qtbot, 4)
    assert pane.margin.sign(4) == "−"
    press(pane, qtbot, 2)
    qtbot.mouseClick(pane.margin, Qt.MouseButton.LeftButton, pos=QPoint(5, 395))  # below the text
    assert pane.folding.is_folded(8)


def test_a_line_that_goes_on_has_a_sign(pane: TextPane) -> None:
    pane.show_lines(lines_of("x" * 50_000))
    assert [pane.margin.sign(line) for line in range(3)] == ["", "↪", "↪"]


def test_where_no_sign_can_be_the_margin_is_next_to_nothing(pane: TextPane) -> None:
    assert pane.margin.width() > 10
    pane.show_lines(lines_of("plain"))
    assert pane.margin.width() < 10


def test_other_signs_take_the_place_of_folding(pane: TextPane, qtbot: QtBot) -> None:
    pane.margin.show_signs([(1, 3, "≠"), (3, 3, "+"), (5, 6, "−")])
    assert [pane.margin.sign(line) for line in range(7)] == ["", "≠", "≠", "", "", "−", ""]
    pane.margin.show_signs([])
    assert pane.margin.sign(0) == "−"


def test_what_is_lit_up_has_a_bar_beside_it(pane: TextPane) -> None:
    def bar(line: int) -> bool:
        top = next(top for number, top, _ in pane.visible_lines() if number == line)
        return pane.margin.grab().toImage().pixelColor(1, round(top) + 3).name() == LIGHT.accent

    assert not bar(5)
    start, end = pane.lines.starts[4], pane.lines.span(7)[1]
    pane.mark(LIT, [(start, end)], "changed_back")
    assert [bar(line) for line in (3, 4, 7, 8)] == [False, True, True, False]


def test_it_is_painted_with_every_sign_and_scrolls_along(pane: TextPane, qtbot: QtBot) -> None:
    pane.folding.fold(4)
    with_boxes = pane.margin.grab().toImage()
    pane.margin.show_signs([(0, 4, "≠")])
    assert pane.margin.grab().toImage() != with_boxes
    pane.resize(500, 80)
    pane.verticalScrollBar().setValue(3)
    qtbot.waitUntil(lambda: next(iter(pane.visible_lines()))[0] == 3)
