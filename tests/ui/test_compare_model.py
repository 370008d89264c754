"""Two messages field by field: what differs has a word for it, besides a colour."""

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mktgui.domain.field_difference import FieldPair
from mktgui.domain.lead import ABSENT, EMPTY, NIL, text_value
from mktgui.ui.compare_model import Column, CompareModel
from mktgui.ui.theme import DARK, LIGHT, Scheme, Theme

Role = Qt.ItemDataRole
PAIRS = (
    FieldPair(0, "Title", text_value("VP"), text_value("CTO")),
    FieldPair(0, "Phone", EMPTY, EMPTY),
    FieldPair(0, "City", NIL, ABSENT),
)


@pytest.fixture
def model(qapp: QApplication, theme: Theme) -> CompareModel:
    model = CompareModel(theme)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    model.show_pairs(PAIRS, "before", "after")
    return model


def row(model: CompareModel, number: int) -> list[object]:
    return [model.index(number, column).data() for column in Column]


def test_every_row_says_both_values_and_whether_they_differ(model: CompareModel) -> None:
    assert row(model, 0) == ["Title", "VP", "CTO", "differs"]
    assert row(model, 1) == ["Phone", "(empty)", "(empty)", "same"]
    assert row(model, 2) == ["City", "(nil)", "(not there)", "differs"]
    assert model.differing == 2
    assert [model.is_same(number) for number in range(3)] == [False, True, False]


def test_titles(model: CompareModel) -> None:
    heads = [model.headerData(column, Qt.Orientation.Horizontal) for column in Column]
    assert heads == ["Field", "before", "after", "State"]
    assert model.headerData(0, Qt.Orientation.Vertical) is None
    assert model.headerData(0, Qt.Orientation.Horizontal, Role.FontRole) is None


def test_what_differs_has_a_background_and_what_is_no_text_is_slanted(model: CompareModel, theme: Theme) -> None:
    assert model.index(0, 1).data(Role.BackgroundRole).name() == LIGHT.changed_back
    assert model.index(1, 1).data(Role.BackgroundRole) is None
    assert model.index(2, 2).data(Role.FontRole).italic()
    assert model.index(2, 2).data(Role.ForegroundRole).name() == LIGHT.muted
    assert model.index(0, 2).data(Role.FontRole) is None
    assert model.index(2, 0).data(Role.FontRole) is None
    assert model.data(QModelIndex()) is None


def test_it_follows_the_theme(model: CompareModel, theme: Theme, qtbot: QtBot) -> None:
    with qtbot.waitSignal(model.dataChanged):
        theme.choose(Scheme.DARK)
    assert model.index(0, 1).data(Role.BackgroundRole).name() == DARK.changed_back
    model.show_pairs((), "", "")
    with qtbot.assertNotEmitted(model.dataChanged):
        theme.choose(Scheme.LIGHT)
    assert model.rowCount() == 0


def test_several_leads_are_numbered(model: CompareModel) -> None:
    model.show_pairs((*PAIRS, FieldPair(1, "Title", EMPTY, EMPTY)), "", "")
    assert row(model, 0)[0] == "Title (lead 1)"
    assert row(model, 3)[0] == "Title (lead 2)"
    assert model.rowCount(model.index(0, 0)) == model.columnCount(model.index(0, 0)) == 0
