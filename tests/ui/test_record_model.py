"""The returned lead, field by field: what is there, what is empty, what was sent, what nobody expected."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from pytestqt.modeltest import ModelTester

from mktgui.domain.calls import AttributeToSend, SyncLead
from mktgui.domain.lead import ABSENT, EMPTY, NIL, Extra, ForeignType, LeadAttribute, LeadRecord, text_value
from mktgui.ui.record_model import Column, RecordModel, rows_of
from mktgui.ui.theme import Theme

Role = Qt.ItemDataRole
CALL = SyncLead(
    email="ana@corp.example",
    foreign_id="A-9",
    foreign_type=ForeignType.CUSTOM,
    attributes=(AttributeToSend("Title", "CEO"), AttributeToSend("Fax", "")),
)
RECORD = LeadRecord(
    id=text_value("7"),
    email=text_value("ana@corp.example"),
    foreign_id=NIL,
    attributes=(
        LeadAttribute("Phone", text_value("phone"), EMPTY),
        LeadAttribute("Title", text_value("string"), text_value("CEO")),
    ),
    extras=(Extra("leadRecord/novelty", "?"),),
)


def shown(model: RecordModel) -> list[tuple[str, ...]]:
    return [tuple(str(model.data(model.index(row, column))) for column in Column) for row in range(model.rowCount())]


def filled(theme: Theme) -> RecordModel:
    model = RecordModel(theme)
    model.show_rows(rows_of(RECORD, (Extra("result/more", "!"),), CALL))
    return model


def test_it_is_a_proper_model(theme: Theme, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(filled(theme))


def test_text_empty_nil_and_absent_are_told_apart(theme: Theme) -> None:
    assert shown(filled(theme)) == [
        ("Id", "7", "", ""),
        ("Email", "ana@corp.example", "ana@corp.example", ""),
        ("ForeignSysPersonId", "(nil)", "A-9", ""),
        ("ForeignSysType", "(not in the answer: empty)", "CUSTOM", ""),
        ("Title", "CEO", "CEO", "string"),
        ("Fax", "(not in the answer: empty)", "(empty)", ""),
        ("Phone", "(empty)", "", "phone"),
        ("leadRecord/novelty", "?", "", ""),
        ("result/more", "!", "", ""),
    ]


def test_a_read_lead_has_nothing_sent() -> None:
    assert all(row.sent is None for row in rows_of(RECORD, (), None))


def test_a_key_that_was_sent_stands_beside_its_value() -> None:
    rows = rows_of(RECORD, (), SyncLead(marketo_id=7))
    assert (rows[0].field, rows[0].sent) == ("Id", "7")


def test_without_a_record_only_the_unexpected_is_left() -> None:
    assert [row.field for row in rows_of(None, (Extra("x", "1"),), CALL)] == ["x"]


def test_what_is_not_text_looks_different(theme: Theme) -> None:
    model = filled(theme)
    assert model.data(model.index(2, Column.VALUE), Role.ForegroundRole) == QColor(theme.colours.muted)
    assert model.data(model.index(4, Column.FIELD), Role.BackgroundRole) == QColor(theme.colours.changed_back)
    assert model.data(model.index(6, Column.FIELD), Role.BackgroundRole) is None
    assert model.data(model.index(7, Column.FIELD), Role.ToolTipRole) == "Not part of the documented answer."
    assert model.data(model.index(0, Column.VALUE), Role.ToolTipRole) == "7"
    assert ABSENT not in {row.value for row in rows_of(None, (), CALL)}


def test_the_columns_have_titles(theme: Theme) -> None:
    model = RecordModel(theme)
    titles = [model.headerData(column, Qt.Orientation.Horizontal) for column in Column]
    assert titles == ["Field", "Is now", "You sent", "Type"]
    assert model.headerData(0, Qt.Orientation.Vertical) is None
