"""Two texts side by side: differences marked in both, gone through, and scrolled together."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale
from pytestqt.qtbot import QtBot

from mktgui.domain.line_difference import Change, differing_lines
from mktgui.domain.ports import MessageText
from mktgui.ui.compared_texts import ComparedTexts, line_beside
from mktgui.ui.text_lines import LaidOut, lay_out
from mktgui.ui.text_pane import LINES_AT_ONCE, TextPane
from mktgui.ui.theme import Theme


@pytest.fixture
def texts(qtbot: QtBot, theme: Theme) -> Iterator[ComparedTexts]:
    before = QLocale()
    QLocale.setDefault(QLocale("en"))
    texts = ComparedTexts(theme)
    qtbot.addWidget(texts)
    texts.resize(600, 200)
    texts.show()
    yield texts
    texts.close()
    QLocale.setDefault(before)


def plain(text: str) -> LaidOut:
    return lay_out(MessageText(text, formatted=False))


def show(texts: ComparedTexts, left: str, right: str) -> None:
    texts.show_texts(plain(left), plain(right), differing_lines(left.split("\n"), right.split("\n")))


def marked(pane: TextPane) -> dict[str, list[str]]:
    return {sign: [pane.text()[slice(*span)] for span in pane.marked(sign)] for sign in "≠−+"}


def test_what_differs_is_marked_and_signed_on_both_sides(texts: ComparedTexts) -> None:
    show(texts, "same\nold\nsame 2\ngone\nsame 3", "same\nnew\nsame 2\nsame 3\nmore\nand more")
    assert texts.count == 3
    assert marked(texts.left) == {"≠": ["old"], "−": ["gone"], "+": []}
    assert marked(texts.right) == {"≠": ["new"], "−": [], "+": ["more\nand more"]}
    assert [texts.left.margin.sign(line) for line in range(5)] == ["", "≠", "", "−", ""]
    assert [texts.right.margin.sign(line) for line in range(6)] == ["", "≠", "", "", "+", "+"]


def test_one_goes_through_them_and_round(texts: ComparedTexts) -> None:
    show(texts, "1\nsame\n2\nsame 2\n3", "x\nsame\ny\nsame 2\nz")
    assert texts.where() == "Difference 1 of 3"
    texts.step(1)
    assert texts.where() == "Difference 2 of 3"
    assert texts.left.textCursor().blockNumber() == texts.right.textCursor().blockNumber() == 2
    texts.step(-1)
    texts.step(-1)
    assert texts.where() == "Difference 3 of 3"


def test_what_stands_on_one_side_only_leads_to_its_place_on_the_other(texts: ComparedTexts) -> None:
    show(texts, "same", "same\nmore")
    assert texts.left.textCursor().blockNumber() == 0
    assert texts.right.textCursor().blockNumber() == 1


def test_where_nothing_differs_there_is_nowhere_to_go(texts: ComparedTexts) -> None:
    show(texts, "same", "same")
    texts.step(1)
    assert texts.count == 0
    assert marked(texts.left) == {"≠": [], "−": [], "+": []}


def test_scrolling_one_side_takes_the_other_along(texts: ComparedTexts) -> None:
    same = "\n".join(f"line {number}" for number in range(200))
    show(texts, f"first\n{same}", f"{same}")
    texts.left.verticalScrollBar().setValue(101)
    assert texts.right.verticalScrollBar().value() == 100
    texts.right.verticalScrollBar().setValue(50)
    assert texts.left.verticalScrollBar().value() == 51


def test_long_texts_are_marked_when_they_have_come(texts: ComparedTexts, qtbot: QtBot) -> None:
    many = "\n".join(str(number) for number in range(2 * LINES_AT_ONCE))
    show(texts, f"{many}\nold", f"{many}\nnew")
    assert marked(texts.left)["≠"] == []
    texts.left.verticalScrollBar().setValue(100)  # too early to take the other along
    qtbot.waitUntil(lambda: marked(texts.left)["≠"] == ["old"])
    assert marked(texts.right)["≠"] == ["new"]


@pytest.mark.parametrize(("line", "beside"), [(0, 0), (1, 1), (2, 1), (3, 2), (4, 3), (5, 4), (6, 8), (9, 11)])
def test_the_line_beside_a_line(line: int, beside: int) -> None:
    changes = (Change((1, 3), (1, 2)), Change((5, 5), (4, 7)))
    wanted = {5: 7, 6: 8, 9: 11}.get(line, beside)
    assert line_beside(changes, line) == wanted
