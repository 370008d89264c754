"""The filter shows what is wanted as it is typed, and knows what to say where there is nothing."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QUndoStack
from pytestqt.qtbot import QtBot

from mktgui.domain.catalogue import NO_CATALOGUE
from mktgui.ui.attribute_filter import AttributeFilter
from mktgui.ui.attribute_model import AttributeModel
from mktgui.ui.line_list import Wanted
from mktgui.ui.sentences import Sentences
from mktgui.ui.theme import Theme
from tests.ui.checks import nameless
from tests.ui.lead_sheet import CATALOGUE, RECORD, setting

Key = Qt.Key


@pytest.fixture
def model(undo: QUndoStack, theme: Theme, sentences: Sentences) -> AttributeModel:
    model = AttributeModel(undo, theme, sentences)
    model.start_over([setting("Renewal", "2027-01-01")])
    model.show_lead(RECORD, CATALOGUE, frozenset())
    return model


@pytest.fixture
def box(qtbot: QtBot, model: AttributeModel) -> AttributeFilter:
    box = AttributeFilter(model)
    qtbot.addWidget(box)
    box.show()
    return box


def names(model: AttributeModel) -> list[str]:
    return [line.name for line in model.lines()]


def offered(box: AttributeFilter) -> list[str]:
    return [button.text() for button in box.nothing.buttons if not button.isHidden()]


def test_lines_are_found_as_text_is_typed(box: AttributeFilter, model: AttributeModel, qtbot: QtBot) -> None:
    qtbot.keyClicks(box.text, "VP")
    assert names(model) == ["Title"]
    assert box.nothing.isHidden()
    box.clear()
    assert len(names(model)) == len(model.fields)


def test_toggles_show_what_changed_and_hide_what_is_blank(
    box: AttributeFilter, model: AttributeModel, qtbot: QtBot
) -> None:
    told: list[bool] = []
    box.blanks_hidden.connect(told.append)
    box.only_changed.click()
    assert names(model) == ["Renewal"]
    box.only_changed.click()
    box.hide_blanks.click()
    assert {"Rating", "Birthday", "Unsubscribed"}.isdisjoint(names(model))
    assert told == [True]
    assert box.wanted == Wanted(hide_blanks=True)


def test_a_slip_is_answered_with_what_may_be_meant(box: AttributeFilter, model: AttributeModel, qtbot: QtBot) -> None:
    qtbot.keyClicks(box.text, "titel")
    assert box.nothing.label.text() == "No field called “titel”. Did you mean:"
    assert offered(box) == ["Job Title", "Add as custom name"]
    box.nothing.buttons[0].click()
    assert names(model) == ["Title"]
    assert box.nothing.isHidden()


def test_a_name_that_nothing_is_like_can_be_added(box: AttributeFilter, qtbot: QtBot) -> None:
    wanted: list[str] = []
    box.name_wanted.connect(wanted.append)
    qtbot.keyClicks(box.text, "zzz ")
    assert box.nothing.label.text() == "No field called “zzz”."
    assert offered(box) == ["Add as custom name"]
    box.nothing.buttons[0].click()
    assert wanted == ["zzz"]


@pytest.mark.parametrize(
    ("text", "said"), [("vp", "None of these fields matches “vp”."), ("", "No field is like that.")]
)
def test_toggles_that_leave_nothing_can_be_taken_back(
    box: AttributeFilter, model: AttributeModel, undo: QUndoStack, text: str, said: str
) -> None:
    model.start_over([])
    box.text.setText(text)
    box.only_changed.click()
    assert box.nothing.label.text() == said
    assert offered(box) == ["Show all"]
    box.nothing.buttons[0].click()
    assert len(names(model)) == len(model.fields)


def test_what_comes_into_sight_silences_it(box: AttributeFilter, model: AttributeModel) -> None:
    box.text.setText("zzz")
    box.look_again()
    assert not box.nothing.isHidden()
    model.edits.add("Title")
    box.look_again()
    assert box.nothing.isHidden()


def test_an_empty_table_without_a_filter_says_nothing(box: AttributeFilter, model: AttributeModel) -> None:
    model.start_over([])
    model.show_lead(None, NO_CATALOGUE, frozenset())
    box.sift()
    assert box.nothing.isHidden()


@pytest.mark.parametrize(("key", "text"), [(Key.Key_Down, "title"), (Key.Key_Return, "title"), (Key.Key_Escape, "")])
def test_keys_lead_back_to_the_table(box: AttributeFilter, qtbot: QtBot, key: Key, text: str) -> None:
    box.open()
    box.text.setText("title")
    with qtbot.waitSignal(box.table_wanted, timeout=1000):
        qtbot.keyClick(box.text, key)
    assert box.text.text() == text


def test_everything_that_takes_the_focus_has_a_name(box: AttributeFilter) -> None:
    assert not nameless(box)
