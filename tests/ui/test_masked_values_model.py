"""Each value has a row with a tick; what it really is shows only on demand."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from mktgui.domain.pseudonyms import Pseudonyms, pseudonyms_for
from mktgui.ui.masked_values_model import MaskedValuesModel, ValueColumn
from mktgui.ui.ticket_words import TicketWords
from tests.domain.tickets import ANSWER, CALL

Role = Qt.ItemDataRole
MASKED = pseudonyms_for(CALL, ANSWER)


@pytest.fixture
def model(qapp: QApplication) -> Iterator[MaskedValuesModel]:
    model = MaskedValuesModel(TicketWords())
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show_values(MASKED)
    yield model
    tester.deleteLater()


def texts(model: QAbstractItemModel, row: int) -> list[object]:
    return [model.index(row, column).data() for column in range(model.columnCount())]


def test_rows(model: MaskedValuesModel) -> None:
    assert texts(model, 0) == ["Email address", "Email", "person-1@example.com", "•••"]
    titles = [model.headerData(column, Qt.Orientation.Horizontal) for column in range(4)]
    assert titles == ["Masked", "Field", "Written as", "Value"]
    assert model.headerData(0, Qt.Orientation.Vertical) is None
    assert model.rowCount() == len(MASKED.values)
    assert model.data(QModelIndex()) is None
    assert model.index(0, 1).data(Role.DecorationRole) is None


def test_values_show_on_demand(model: MaskedValuesModel) -> None:
    changed = list[int]()
    model.dataChanged.connect(lambda first, _: changed.append(first.column()))
    model.reveal(revealed=True)
    assert texts(model, 0)[3] == "Ana.Ruiz@acme.example"
    assert model.index(0, 3).data(Role.ToolTipRole) == "Ana.Ruiz@acme.example"
    assert changed == [ValueColumn.ORIGINAL]
    model.reveal(revealed=False)
    assert texts(model, 0)[3] == "•••"
    model.show_values(Pseudonyms())
    model.reveal(revealed=True)
    assert len(changed) == 2


def test_a_tick_masks_or_shows(model: MaskedValuesModel) -> None:
    heard = list[bool]()
    model.changed.connect(lambda: heard.append(True))
    first = model.index(0, 0)
    assert first.data(Role.CheckStateRole) == Qt.CheckState.Checked
    assert first.data(Role.AccessibleTextRole) == "Email address, masked"
    assert model.setData(first, Qt.CheckState.Unchecked, Role.CheckStateRole)
    assert not model.masked.values[0].ticked
    assert first.data(Role.CheckStateRole) == Qt.CheckState.Unchecked
    assert first.data(Role.AccessibleTextRole) == "Email address, shown"
    assert model.setData(first, Qt.CheckState.Checked.value, Role.CheckStateRole)
    assert model.masked == MASKED
    assert len(heard) == 2


def test_nothing_else_can_be_changed(model: MaskedValuesModel) -> None:
    assert not model.setData(model.index(0, 0), "x", Role.EditRole)
    assert not model.setData(model.index(0, 1), Qt.CheckState.Checked, Role.CheckStateRole)
    assert not model.setData(QModelIndex(), Qt.CheckState.Checked, Role.CheckStateRole)
    assert model.flags(model.index(0, 0)) & Qt.ItemFlag.ItemIsUserCheckable
    assert not model.flags(model.index(0, 1)) & Qt.ItemFlag.ItemIsUserCheckable
