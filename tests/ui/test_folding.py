"""Elements fold and unfold, by themselves and all at once, and a long text does so little by little."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from mktgui.ui.folding import BLOCKS_AT_ONCE
from mktgui.ui.text_lines import lines_of
from mktgui.ui.text_pane import TextPane
from mktgui.ui.theme import Theme
from tests.ui.pane import laid_out, many

# The lines of the lead: 0 r, 1 leadRecord, 2 Email, 3 list, 4 to 7 Title, 8 to 11 Phone, 12 to 15 City, 16 to 18 ends.
TITLE, PHONE, CITY, LAST = 4, 8, 12, 18


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


def seen(pane: TextPane) -> list[int]:
    blocks = (pane.document().findBlockByNumber(line) for line in range(pane.blockCount()))
    return [block.blockNumber() for block in blocks if block.isVisible()]


def test_what_can_be_folded_is_known(pane: TextPane) -> None:
    assert pane.folding.is_possible
    assert [line for line in range(LAST + 1) if pane.folding.is_fold(line)] == [0, 1, 3, TITLE, PHONE, CITY]


def test_folding_hides_what_is_inside_and_unfolding_shows_it(pane: TextPane) -> None:
    pane.folding.fold(TITLE)
    assert seen(pane) == [0, 1, 2, 3, TITLE, *range(PHONE, LAST + 1)]
    assert pane.folding.is_folded(TITLE)
    assert pane.folding.hidden_by(TITLE) == 3
    assert pane.folding.line_behind(TITLE) == PHONE
    pane.folding.fold(TITLE)
    pane.folding.unfold(TITLE)
    assert seen(pane) == list(range(LAST + 1))
    pane.folding.unfold(TITLE)
    assert pane.folding.line_behind(TITLE) == TITLE + 1


def test_what_was_folded_inside_stays_folded(pane: TextPane) -> None:
    pane.folding.toggle(PHONE)
    pane.folding.toggle(3)
    assert seen(pane) == [0, 1, 2, 3, 17, 18]
    pane.folding.toggle(3)
    assert PHONE in seen(pane)
    assert PHONE + 1 not in seen(pane)


def test_a_line_without_anything_inside_does_not_fold(pane: TextPane) -> None:
    pane.folding.fold(2)
    assert seen(pane) == list(range(LAST + 1))


def test_all_folds_to_a_line_for_each_attribute(pane: TextPane) -> None:
    pane.folding.fold_all()
    assert seen(pane) == [0, 1, 2, 3, TITLE, PHONE, CITY, 16, 17, 18]
    assert pane.folding.summary(TITLE) == "… Title · 副总裁 & VP"
    pane.folding.unfold_all()
    assert seen(pane) == list(range(LAST + 1))


def test_a_cursor_in_what_is_hidden_goes_where_it_can_be_seen(pane: TextPane) -> None:
    inside = pane.lines.starts[PHONE + 2]
    pane.go_to((inside, inside))
    pane.folding.fold(PHONE)
    assert pane.textCursor().blockNumber() == PHONE
    pane.folding.unfold(PHONE)
    pane.go_to((inside, inside))
    pane.folding.fold_all()
    assert pane.textCursor().blockNumber() == PHONE
    pane.folding.unfold_all()
    pane.folding.fold_all()
    assert pane.textCursor().blockNumber() == PHONE


def test_folding_again_folds_what_is_around(pane: TextPane) -> None:
    assert pane.folding.around(PHONE + 2) == PHONE
    pane.folding.fold(PHONE)
    assert pane.folding.around(PHONE) == 3
    assert pane.folding.around(2) == 1
    pane.folding.fold(0)
    assert pane.folding.around(0) is None


def test_showing_a_line_unfolds_everything_around_it(pane: TextPane) -> None:
    pane.folding.fold(PHONE)
    pane.folding.fold(3)
    pane.folding.fold(0)
    pane.folding.show(PHONE + 1)
    assert seen(pane) == list(range(LAST + 1))
    pane.folding.show(PHONE + 1)
    assert seen(pane) == list(range(LAST + 1))


def test_a_long_text_folds_little_by_little(pane: TextPane, qtbot: QtBot) -> None:
    leads = BLOCKS_AT_ONCE
    laid = many(leads)
    with qtbot.waitSignal(pane.filled):
        pane.show_lines(laid.lines, laid.folds)
    with qtbot.waitSignal(pane.folding.changed):
        pane.folding.fold_all()
        assert len(seen(pane)) > leads + 2
    assert len(seen(pane)) == leads + 2
    pane.folding.unfold_all()
    pane.folding.fold(0)  # before the other is through
    last = 4 * leads
    pane.folding.show(last - 2)
    assert pane.document().findBlockByNumber(last - 2).isVisible()
    qtbot.waitUntil(lambda: len(seen(pane)) == 4 * leads + 2)


def test_another_text_has_nothing_folded(pane: TextPane) -> None:
    pane.folding.fold_all()
    pane.show_lines(lines_of("plain"))
    assert not pane.folding.is_possible
    assert not pane.folding.is_folded(TITLE)
    pane.folding.fold_all()
    pane.folding.unfold_all()
    assert seen(pane) == [0]


def test_a_long_summary_is_cut(pane: TextPane) -> None:
    laid = laid_out(f"<a><b>{'word ' * 100}</b><c/></a>")
    pane.show_lines(laid.lines, laid.folds)
    assert len(pane.folding.summary(0)) == len("… ") + 80 + 1
    assert pane.folding.summary(0).endswith("…")
