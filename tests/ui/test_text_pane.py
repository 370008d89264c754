"""A text of any size is shown whole, and comes out of the widget exactly as it was given."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QTextCursor, QWheelEvent
from pytestqt.qtbot import QtBot

from mktgui.ui.text_lines import lines_of
from mktgui.ui.text_pane import CHARACTERS_AT_ONCE, LINES_AT_ONCE, MARKED_AT_ONCE, MOST_MARKED, TextPane
from mktgui.ui.theme import DARK, LIGHT, Scheme, Theme
from tests.ui.pane import laid_out, many

ODD = "\ufeff<a>x\xa0y\u2028z\u2029\0\r\nnext🦊\rline</a>"


@pytest.fixture
def pane(qtbot: QtBot, theme: Theme, clipboard_text: None) -> Iterator[TextPane]:
    pane = TextPane(theme)
    qtbot.addWidget(pane)
    pane.resize(500, 200)
    with qtbot.waitActive(pane):
        pane.show()
    yield pane
    pane.close()


def select(pane: TextPane, start: int, end: int) -> None:
    pane.go_to((start, end))


@pytest.mark.parametrize(("start", "end"), [(0, len(ODD)), (4, 8), (5, 14), (9, 16), (15, 17), (0, 1)])
def test_what_is_copied_is_what_was_given(pane: TextPane, qtbot: QtBot, start: int, end: int) -> None:
    pane.show_lines(lines_of(ODD))
    select(pane, start, end)
    assert pane.selection() == (start, end)
    pane.copy()
    assert pane.createMimeDataFromSelection().data("text/plain").data() == ODD[start:end].encode()
    assert QGuiApplication.clipboard().text() == ODD[start:end].removeprefix("\ufeff")


def test_a_broken_line_is_copied_in_one(pane: TextPane) -> None:
    text = "<a>" + "x" * 50_000 + "</a>"
    pane.show_lines(lines_of(text))
    pane.selectAll()
    assert pane.blockCount() == 3
    pane.copy()
    assert QGuiApplication.clipboard().text() == text


@pytest.mark.parametrize("text", ["line\n" * (3 * LINES_AT_ONCE), ("x" * 900 + "\n") * (CHARACTERS_AT_ONCE // 300)])
def test_a_long_text_comes_little_by_little_and_whole(pane: TextPane, qtbot: QtBot, text: str) -> None:
    pane.show_lines(lines_of(text))
    assert 0 < pane.blockCount() < text.count("\n")
    assert not pane.is_filled
    pane.go_to((len(text) - 1, len(text)))  # which is not there yet
    assert pane.selection() == (0, 0)
    pane.mark("found", [(len(text) - 2, len(text) - 1)], "mark")
    qtbot.waitUntil(lambda: pane.toPlainText() == text)
    assert pane.text() == text
    assert pane.selection() == (0, 0)
    assert [mark.cursor.selectedText() for mark in pane.extraSelections()] == [text[-2]]


def test_another_text_takes_its_place_also_before_it_has_come(pane: TextPane, qtbot: QtBot) -> None:
    pane.show_lines(lines_of("line\n" * (3 * LINES_AT_ONCE)))
    pane.show_lines(lines_of("other"))
    assert pane.toPlainText() == "other"
    with qtbot.waitSignal(pane.filled):
        pane.show_lines(lines_of("line\n" * (3 * LINES_AT_ONCE)))
    with qtbot.waitSignal(pane.clearing.done):
        pane.show_lines(lines_of("other"))
    assert pane.toPlainText() == "other"
    assert pane.is_filled
    pane.show_lines(lines_of(""))
    assert pane.toPlainText() == ""


@pytest.mark.parametrize("line", [1, 157, 550, 1_000])
def test_a_text_may_go_while_the_end_of_its_long_lines_is_in_view(pane: TextPane, qtbot: QtBot, line: int) -> None:
    """Qt itself never came back from that: the whole program stood still."""
    lines = lines_of("\n".join(["x" * 900] * (LINES_AT_ONCE + 100)))
    with qtbot.waitSignal(pane.filled):
        pane.show_lines(lines)
    end = lines.span(line)[1]
    pane.go_to((end - 8, end))
    qtbot.waitUntil(lambda: pane.horizontalScrollBar().value() > 0)
    pane.show_lines(lines_of("other"))
    assert pane.toPlainText() == "other"
    assert pane.verticalScrollBar().value() == pane.horizontalScrollBar().value() == 0


def test_the_cursor_tells_where_it_is_only_when_the_person_moves_it(pane: TextPane, qtbot: QtBot) -> None:
    told: list[int] = []
    pane.moved.connect(told.append)
    pane.show_lines(lines_of("a🦊b\nc"))
    pane.go_to((4, 4))
    pane.bring_into_view((0, 3))
    assert told == []
    pane.setFocus()
    pane.moveCursor(QTextCursor.MoveOperation.End)
    qtbot.keyClick(pane, Qt.Key.Key_Left)
    assert told == [5, 4]


def test_what_is_brought_into_view_is_seen_whole_where_there_is_room(pane: TextPane) -> None:
    text = "line\n" * 100
    pane.show_lines(lines_of(text))
    pane.bring_into_view((50 * 5, 54 * 5))
    seen = [line for line, _, _ in pane.visible_lines()]
    assert {50, 51, 52, 53} <= set(seen[:-1])
    pane.bring_into_view((60 * 5, 99 * 5))
    assert next(iter(pane.visible_lines()))[0] == 60
    pane.bring_into_view((0, 0))
    assert next(iter(pane.visible_lines()))[0] == 0


def test_bringing_something_into_view_unfolds_it(pane: TextPane) -> None:
    laid = laid_out()
    pane.show_lines(laid.lines, laid.folds)
    pane.folding.fold_all()
    pane.bring_into_view(laid.outline.spans_of("Phone")[0])
    line = laid.lines.line_of(laid.outline.spans_of("Phone")[0][0])
    assert not pane.folding.is_folded(line)
    assert pane.document().findBlockByNumber(line + 1).isVisible()
    pane.folding.fold_all()
    at = laid.message.text.index("Bonn")
    pane.go_to((at, at + 4))
    assert pane.textCursor().selectedText() == "Bonn"
    assert pane.document().findBlockByNumber(laid.lines.line_of(at)).isVisible()


def test_layers_of_marks_lie_upon_each_other_and_follow_the_theme(pane: TextPane, theme: Theme) -> None:
    pane.show_lines(lines_of("one two three"))
    pane.mark("found", [(0, 3)], "mark")
    pane.mark("lit", [(4, 7)], "changed_back")
    found = [(one.cursor.selectedText(), one.format.background().color().name()) for one in pane.extraSelections()]
    assert found == [("one", LIGHT.mark), ("two", LIGHT.changed_back)]
    theme.choose(Scheme.DARK)
    assert pane.extraSelections()[0].format.background().color().name() == DARK.mark
    theme.choose(Scheme.LIGHT)
    pane.mark("found", (), "mark")
    assert [one.cursor.selectedText() for one in pane.extraSelections()] == ["two"]
    assert pane.marked("found") == ()
    assert pane.marked("never") == ()
    pane.mark("found", [(0, 1)] * (MOST_MARKED + 1), "mark")
    assert len(pane.marked("found")) == MOST_MARKED
    pane.show_lines(lines_of("other"))
    assert pane.extraSelections() == []


def test_many_marks_come_little_by_little_and_those_that_were_there_stay(pane: TextPane, qtbot: QtBot) -> None:
    pane.show_lines(lines_of("x" * MOST_MARKED))
    many = [(at, at + 1) for at in range(MOST_MARKED)]
    pane.mark("found", many, "mark")
    assert len(pane.extraSelections()) == MARKED_AT_ONCE
    qtbot.waitUntil(lambda: len(pane.extraSelections()) == MOST_MARKED)
    pane.mark("lit", [(0, 2)], "changed_back")
    assert [(one.cursor.anchor(), one.cursor.position()) for one in pane.extraSelections()] == [*many, (0, 2)]
    pane.mark("found", [*many[:1], *many[2:]], "changed_back")
    pane.show_lines(lines_of("other"))
    qtbot.wait(20)
    assert pane.extraSelections() == []


def test_ctrl_and_the_wheel_make_the_text_larger_and_the_margin_with_it(pane: TextPane) -> None:
    laid = laid_out()
    pane.show_lines(laid.lines, laid.folds)
    size, width = pane.font().pointSizeF(), pane.margin.width()
    for _ in range(5):
        wheel = QWheelEvent(
            QPointF(50, 50),
            pane.mapToGlobal(QPointF(50, 50)),
            QPoint(),
            QPoint(0, 120),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.ControlModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,  # noqa: FBT003 - not inverted
        )
        QGuiApplication.sendEvent(pane.viewport(), wheel)
    assert pane.font().pointSizeF() > size
    assert pane.margin.width() > width


def test_a_folded_line_says_in_short_what_is_in_it(pane: TextPane) -> None:
    """Painted, so it is looked at as a picture: with the words there is more ink than without."""
    laid = many(3)
    pane.show_lines(laid.lines, laid.folds)
    before = pane.grab().toImage()
    pane.folding.fold_all()
    pane.viewport().repaint()
    assert pane.grab().toImage() != before
    assert pane.folding.summary(1) == "… 0"


def test_lines_behind_a_fold_are_passed_over(pane: TextPane) -> None:
    laid = many(50)
    pane.show_lines(laid.lines, laid.folds)
    pane.folding.fold_all()
    seen = [line for line, _, _ in pane.visible_lines()]
    assert seen[:4] == [0, 1, 5, 9]


def test_folding_away_what_is_in_view_leaves_what_it_is_folded_into(pane: TextPane, qtbot: QtBot) -> None:
    laid = many(200)
    pane.show_lines(laid.lines, laid.folds)
    pane.verticalScrollBar().setValue(700)
    assert next(iter(pane.visible_lines()))[0] == 700
    pane.folding.fold(0)
    assert [line for line, _, _ in pane.visible_lines()] in ([], [0])
    qtbot.waitUntil(lambda: [line for line, _, _ in pane.visible_lines()] == [0])
