"""Finding counts every match, marks what is on the screen, and follows text that is still coming."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QToolButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from mktgui.ui.find_bar import SLICE, FindBar
from mktgui.ui.text_lines import lines_of
from mktgui.ui.text_pane import MOST_MARKED, TextPane
from mktgui.ui.theme import Scheme, Theme


@pytest.fixture
def view(qapp: QApplication, theme: Theme) -> TextPane:
    return TextPane(theme)


@pytest.fixture
def bar(qtbot: QtBot, theme: Theme, view: TextPane) -> Iterator[FindBar]:
    window = QWidget()
    bar = FindBar(view)
    layout = QVBoxLayout(window)
    layout.addWidget(view)
    layout.addWidget(bar)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
    yield bar
    window.close()


def press(bar: FindBar, name: str) -> None:
    """Press a button by its name for a screen reader."""
    next(button for button in bar.findChildren(QToolButton) if button.accessibleName() == name).click()


def marked(view: TextPane) -> list[str]:
    return [mark.cursor.selectedText() for mark in view.extraSelections()]


def mark_colours(view: TextPane) -> set[str]:
    return {mark.format.background().color().name() for mark in view.extraSelections()}


def chosen(view: TextPane) -> str:
    return view.textCursor().selectedText()


def test_it_is_hidden_until_it_is_asked_for_and_then_has_the_keys(bar: FindBar) -> None:
    assert not bar.isVisible()
    bar.open()
    assert bar.isVisible()
    assert bar.text.hasFocus()
    assert bar.text.accessibleName() == "Find in this message"
    assert bar.count.text() == ""


def test_every_match_is_marked_and_the_first_one_chosen(bar: FindBar, view: TextPane, qtbot: QtBot) -> None:
    view.show_lines(lines_of("one two\nOne"))
    bar.open()
    qtbot.keyClicks(bar.text, "one")
    assert bar.count.text() == "1 of 2"
    assert marked(view) == ["one", "One"]
    assert chosen(view) == "one"


def test_next_and_previous_go_round(bar: FindBar, view: TextPane, qtbot: QtBot) -> None:
    view.show_lines(lines_of("one two One"))
    bar.open()
    qtbot.keyClicks(bar.text, "one")
    qtbot.keyClick(bar.text, Qt.Key.Key_Return)
    assert (bar.count.text(), chosen(view)) == ("2 of 2", "One")
    press(bar, "Next")
    assert bar.count.text() == "1 of 2"
    press(bar, "Previous")
    assert bar.count.text() == "2 of 2"


def test_case_matters_on_demand(bar: FindBar, view: TextPane) -> None:
    view.show_lines(lines_of("one two One"))
    bar.open()
    bar.text.setText("One")
    bar.case.click()
    assert (bar.count.text(), chosen(view)) == ("1 of 1", "One")


def test_what_is_not_there_is_said_and_going_on_does_nothing(bar: FindBar, view: TextPane) -> None:
    view.show_lines(lines_of("one"))
    bar.open()
    bar.text.setText("nowhere")
    bar.next()
    assert bar.count.text() == "Not found"
    assert marked(view) == []


def test_signs_of_a_pattern_are_only_text(bar: FindBar, view: TextPane) -> None:
    view.show_lines(lines_of("a+b (c) axb"))
    bar.open()
    for typed in ("a+b", "(c)", "."):
        bar.text.setText(typed)
        assert marked(view) == ([typed] if typed != "." else [])


def test_a_match_behind_emoji_is_marked_where_it_stands(bar: FindBar, view: TextPane) -> None:
    view.show_lines(lines_of("👩‍💻🎉 中文 one 🎉"))
    bar.open()
    for typed in ("one", "中文", "🎉"):
        bar.text.setText(typed)
        assert set(marked(view)) == {typed}
        assert chosen(view) == typed


def test_the_search_begins_at_the_cursor(bar: FindBar, view: TextPane) -> None:
    view.show_lines(lines_of("one two one"))
    view.go_to((5, 5))
    bar.open()
    bar.text.setText("one")
    assert bar.count.text() == "2 of 2"


def test_all_are_counted_where_there_are_too_many_to_mark(bar: FindBar, view: TextPane, qtbot: QtBot) -> None:
    view.show_lines(lines_of("x " * (MOST_MARKED + 1)))
    bar.open()
    bar.text.setText("x")
    assert bar.count.text() == f"1 of {MOST_MARKED + 1}"
    qtbot.waitUntil(lambda: len(marked(view)) == MOST_MARKED)
    bar.previous()
    assert bar.count.text() == f"{MOST_MARKED + 1} of {MOST_MARKED + 1}"
    assert view.marked("found")[-1] == (2 * MOST_MARKED, 2 * MOST_MARKED + 1)


def test_a_long_text_is_searched_little_by_little_across_every_seam(bar: FindBar, view: TextPane, qtbot: QtBot) -> None:
    around = "y" * (SLICE - 1)
    view.show_lines(lines_of(f"{around}xx{around}xxx{around}"))
    qtbot.waitUntil(lambda: view.is_filled)
    bar.open()
    bar.text.setText("xx")
    assert bar.is_searching
    assert bar.count.text() == "Looking…"
    bar.next()  # too early
    qtbot.waitUntil(lambda: bar.count.text() == "1 of 2")
    assert view.selection() == (SLICE - 1, SLICE + 1)
    assert not bar.is_searching


def test_asking_for_the_next_one_opens_the_bar(bar: FindBar) -> None:
    bar.next()
    assert bar.isVisible()


def test_spaces_that_look_the_same_are_told_apart(bar: FindBar, view: TextPane) -> None:
    """The widget would make an ordinary space of each."""
    view.show_lines(lines_of("a\xa0b a b"))
    bar.open()
    bar.text.setText("\xa0")
    assert bar.count.text() == "1 of 1"


def test_text_that_comes_later_is_searched_too(bar: FindBar, view: TextPane, qtbot: QtBot) -> None:
    view.show_lines(lines_of("one"))
    bar.open()
    bar.text.setText("one")
    view.show_lines(lines_of(f"{view.text()}\none more"))
    qtbot.waitUntil(lambda: bar.count.text() == "1 of 2")


def test_taking_the_text_out_takes_the_count_and_the_marks_away(bar: FindBar, view: TextPane) -> None:
    view.show_lines(lines_of("one"))
    bar.open()
    bar.text.setText("one")
    bar.text.clear()
    assert (bar.count.text(), marked(view)) == ("", [])


def test_marks_follow_the_theme(bar: FindBar, view: TextPane, theme: Theme) -> None:
    view.show_lines(lines_of("one"))
    bar.open()
    bar.text.setText("one")
    light = mark_colours(view)
    theme.choose(Scheme.DARK)
    assert light == {"#ffe08a"}
    assert mark_colours(view) == {"#6b5300"}
    theme.choose(Scheme.LIGHT)


@pytest.mark.parametrize("how", ["the key", "the button"])
def test_shutting_takes_the_marks_away_for_good(bar: FindBar, view: TextPane, qtbot: QtBot, how: str) -> None:
    view.show_lines(lines_of("one"))
    bar.open()
    bar.text.setText("one")
    view.show_lines(lines_of(f"{view.text()}\none more"))
    if how == "the key":
        qtbot.keyClick(bar.text, Qt.Key.Key_Escape)
    else:
        press(bar, "Close the find bar")
    assert not bar.isVisible()
    assert view.hasFocus()
    view.moveCursor(view.textCursor().MoveOperation.End)
    view.show_lines(lines_of(f"{view.text()}\none again"))
    with qtbot.assertNotEmitted(view.cursorPositionChanged, wait=250):  # longer than the bar waits for more text
        pass
    assert marked(view) == []
