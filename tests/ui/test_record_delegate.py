"""What is drawn by hand looks, dot by dot, as the style would draw it; in each scheme, and whatever stands there."""

from itertools import cycle

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QTableView
from pytestqt.qtbot import QtBot

from mktgui.domain.difference import Fate, FieldDifference
from mktgui.domain.lead import ABSENT, Presence, Value
from mktgui.ui.record_delegate import RecordDelegate
from mktgui.ui.record_model import HAPPENED, THREE_WAY, Column, RecordModel
from mktgui.ui.theme import Scheme, Theme

TEXTS = ("VP Marketing", "市场总监", "", "two\nlines", "שלום", "x" * 300, "tab\there", "é" * 12, "soft\u00adhyphen")
VALUES = (*(Value(Presence.TEXT, text) for text in TEXTS), ABSENT, Value(Presence.NIL), None)


def rows() -> tuple[FieldDifference, ...]:
    asked, was, now = cycle((*TEXTS, None, None)), cycle(VALUES), cycle(VALUES[::-1])
    return tuple(
        FieldDifference(f"Field{number}", "string", next(was), next(asked), next(now), fate)
        for number, fate in enumerate((*Fate, *Fate))
    )


def table(qtbot: QtBot, model: RecordModel) -> QTableView:
    made = QTableView()
    made.setModel(model)
    made.setWordWrap(False)
    made.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
    made.resize(700, 900)
    qtbot.addWidget(made)
    made.show()
    return made


def both(qtbot: QtBot, model: RecordModel) -> tuple[QTableView, QTableView]:
    """The same by the style, and by us."""
    theirs, ours = table(qtbot, model), table(qtbot, model)
    ours.setItemDelegate(RecordDelegate(model, ours))
    return theirs, ours


def picture(shown: QTableView) -> QImage:
    return shown.viewport().grab().toImage()


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
@pytest.mark.parametrize("columns", [HAPPENED, THREE_WAY])
def test_it_looks_as_the_style_draws_it(
    qtbot: QtBot, theme: Theme, scheme: Scheme, columns: tuple[Column, ...]
) -> None:
    model = RecordModel(theme)
    model.show_rows(rows(), columns)
    theirs, ours = both(qtbot, model)
    before = theme.scheme
    theme.choose(scheme)
    assert picture(ours) == picture(theirs)
    for shown in (theirs, ours):
        shown.selectRow(2)
    assert picture(ours) == picture(theirs)
    theme.choose(before)


def test_the_other_way_round_it_is_the_styles(qtbot: QtBot, theme: Theme) -> None:
    model = RecordModel(theme)
    model.show_rows(rows())
    theirs, ours = both(qtbot, model)
    for shown in (theirs, ours):
        shown.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert picture(ours) == picture(theirs)


def test_after_another_lead_nothing_of_the_last_one_is_drawn(qtbot: QtBot, theme: Theme) -> None:
    model = RecordModel(theme)
    model.show_rows(rows()[:1])
    theirs, ours = both(qtbot, model)
    assert picture(ours) == picture(theirs)
    model.show_rows(rows()[3:4])
    assert picture(ours) == picture(theirs)


@example(text="\u0d00")  # a sign that joins what is before it
@example(text="@ADk¬Ħ—、、")  # a part of a dot too wide
@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(max_size=40))
def test_whatever_was_written(qtbot: QtBot, theme: Theme, text: str) -> None:
    value = Value(Presence.TEXT, text)
    model = RecordModel(theme)
    model.show_rows((FieldDifference("Title", "string", value, text, value, Fate.STUCK),))
    theirs, ours = both(qtbot, model)
    assert picture(ours) == picture(theirs)
    for shown in (theirs, ours):
        shown.close()
