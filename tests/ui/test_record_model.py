"""Each field as it was, was asked for and is; what became of it in words; text, empty, nil and absent told apart."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QAbstractItemModelTester, QSignalSpy
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from mktgui.domain.calls import AttributeToSend, SyncLead
from mktgui.domain.difference import Fate, FieldDifference, differences
from mktgui.domain.lead import (
    ABSENT,
    EMPTY,
    NIL,
    NOBODY,
    Extra,
    ForeignType,
    LeadAttribute,
    LeadRecord,
    text_value,
)
from mktgui.ui.record_model import HAPPENED, MOST_DRAWN, MOST_IN_TIP, ROWS_AT_ONCE, THREE_WAY, Column, RecordModel
from mktgui.ui.theme import Scheme, Theme
from tests.ui.contrast import contrast

Role = Qt.ItemDataRole
CALL = SyncLead(
    email="ana@corp.example",
    foreign_id="A-9",
    foreign_type=ForeignType.CUSTOM,
    attributes=(AttributeToSend("Title", "CEO"), AttributeToSend("Fax", "")),
)
OLD = LeadRecord(
    id=text_value("7"),
    email=text_value("ana@corp.example"),
    attributes=(LeadAttribute("Title", text_value("string"), text_value("VP")),),
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
ROWS = differences(OLD, CALL, RECORD)


def label(name: str) -> str:
    return {"Title": "Job Title"}.get(name, name)


def label_of(row: FieldDifference) -> str:
    return "Job Title (Title)" if row.name == "Title" else row.name


def shown(model: RecordModel) -> list[tuple[str, ...]]:
    columns = range(model.columnCount())
    return [tuple(str(model.data(model.index(row, column))) for column in columns) for row in range(model.rowCount())]


def names(model: RecordModel) -> list[str]:
    return [row[0] for row in shown(model)]


@pytest.fixture
def model(theme: Theme) -> RecordModel:
    model = RecordModel(theme, label)
    model.show_rows(ROWS)
    return model


def row_of(fate: Fate) -> FieldDifference:
    asked = fate not in {Fate.ALSO_CHANGED, Fate.LEFT_OUT, Fate.SAME, Fate.NOT_COMPARED, Fate.UNEXPECTED}
    return FieldDifference("Title", "", text_value("VP"), "CEO" if asked else None, text_value("CEO"), fate)


def test_it_is_a_proper_model(model: RecordModel, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(model)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show_rows(ROWS, THREE_WAY)
    model.narrow("title", only_asked=True)
    model.show_rows(())
    tester.deleteLater()


def test_was_asked_is_and_what_became_of_it(model: RecordModel) -> None:
    assert shown(model) == [
        ("Job Title (Title)", "VP", "CEO", "CEO", "✓ As asked"),
        ("Fax", "(empty)", "(empty)", "(not in the answer: empty)", "✓ Was so already"),
        ("Email", "ana@corp.example", "ana@corp.example", "ana@corp.example", "✓ Was so already"),
        ("ForeignSysPersonId", "(empty)", "A-9", "(empty)", "? Not known"),
        ("ForeignSysType", "(empty)", "CUSTOM", "(not in the answer: empty)", "? Not known"),
        ("Id", "7", "", "7", "As before"),
        ("Phone", "(empty)", "", "(empty)", "As before"),
        ("leadRecord/novelty", "", "", "?", "Not documented"),
    ]


def test_what_was_not_seen_before_is_not_known(theme: Theme) -> None:
    model = RecordModel(theme)
    model.show_rows(differences(None, CALL, None))
    assert shown(model)[0] == ("Title", "(not known)", "CEO", "(not known)", "? Not known")


def test_of_a_new_lead_a_dash_says_that_there_was_none(theme: Theme) -> None:
    model = RecordModel(theme, label)
    model.show_rows(differences(NOBODY, CALL, RECORD))
    assert {row[Column.WAS] for row in shown(model)[:-1]} == {"–"}
    assert {row[0]: row[Column.FATE] for row in shown(model)[:-1]} == {
        "Job Title (Title)": "✓ As asked",
        "Fax": "✓ Emptied, as asked",
        "Email": "✓ As asked",
        "ForeignSysPersonId": "? Not known",
        "ForeignSysType": "? Not known",
        "Id": "",
        "Phone": "",
    }
    was = model.index(0, Column.WAS)
    for role in (Role.AccessibleTextRole, Role.ToolTipRole):
        assert model.data(was, role) == "There was no such lead."
    assert model.data(was, Role.FontRole) == model.italic


def test_what_a_new_lead_was_given_besides_is_no_change(theme: Theme) -> None:
    model = RecordModel(theme, label)
    model.show_rows(differences(NOBODY, SyncLead(email="ana@corp.example"), replace(RECORD, attributes=OLD.attributes)))
    [told] = [row[Column.FATE] for row in shown(model) if row[0] == "Job Title (Title)"]
    assert told == "▲ Filled in, though not asked"
    row = names(model).index("Job Title (Title)")
    assert "filled it in" in str(model.data(model.index(row, Column.FATE), Role.ToolTipRole))
    assert model.data(model.index(row, Column.FATE), Role.AccessibleTextRole) == "Filled in, though not asked"


def test_before_a_send_three_columns_stand_side_by_side(model: RecordModel) -> None:
    model.show_rows(ROWS[:1], THREE_WAY)
    assert shown(model) == [("Job Title (Title)", "VP", "CEO", "CEO")]
    titles = [model.headerData(column, Qt.Orientation.Horizontal) for column in range(model.columnCount())]
    assert titles == ["Field", "Loaded", "Now", "Asked"]


def test_the_columns_have_titles(model: RecordModel) -> None:
    titles = [model.headerData(column, Qt.Orientation.Horizontal) for column in HAPPENED]
    assert titles == ["Field", "Was", "Asked", "Is", "What became of it"]
    assert model.headerData(0, Qt.Orientation.Vertical) is None
    assert model.headerData(0, Qt.Orientation.Horizontal, Role.ToolTipRole) is None


@pytest.mark.parametrize("fate", Fate)
def test_every_fate_is_told_in_words_and_explained(theme: Theme, fate: Fate) -> None:
    model = RecordModel(theme)
    model.show_rows((row_of(fate),))
    cell = model.index(0, Column.FATE)
    told, spoken, explained = (
        str(model.data(cell, role)) for role in (Role.DisplayRole, Role.AccessibleTextRole, Role.ToolTipRole)
    )
    assert told.endswith(spoken)
    assert spoken.isascii()
    assert bool(spoken) is (fate is not Fate.NOT_COMPARED)
    assert explained.endswith(".")


def test_of_a_very_long_value_no_more_is_drawn_than_fits_and_all_is_read_aloud(model: RecordModel) -> None:
    """Qt goes through all that it is given, which takes seconds with a few million characters."""
    value = "x" * 1_000_000
    model.show_rows((FieldDifference("Notes", "text", text_value(value), value, text_value(value), Fate.SAME),))
    for column in (Column.WAS, Column.ASKED, Column.NOW):
        cell = model.index(0, column)
        assert model.data(cell) == "x" * MOST_DRAWN
        assert model.data(cell, Role.ToolTipRole) == "x" * (MOST_IN_TIP - 1) + "…"
        assert model.data(cell, Role.AccessibleTextRole) == value


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
@pytest.mark.parametrize("fate", Fate)
def test_words_in_colour_can_be_read(theme: Theme, fate: Fate, scheme: Scheme) -> None:
    model = RecordModel(theme)
    model.show_rows((row_of(fate),))
    theme.choose(scheme)
    cell = model.index(0, Column.FATE)
    front, back = (model.data(cell, role) for role in (Role.ForegroundRole, Role.BackgroundRole))
    assert contrast(QColor(front or theme.colours.text), QColor(back or theme.colours.base)) >= 4.5
    theme.choose(Scheme.LIGHT)


def test_our_words_look_different_from_values(model: RecordModel, theme: Theme) -> None:
    muted, asked_back = QColor(theme.colours.muted), QColor(theme.colours.changed_back)
    fax, phone = 1, 6
    for column in (Column.WAS, Column.ASKED, Column.NOW):
        assert model.data(model.index(fax, column), Role.ForegroundRole) == muted
        assert getattr(model.data(model.index(fax, column), Role.FontRole), "italic", bool)()
        assert model.data(model.index(0, column), Role.ForegroundRole) is None
    assert model.data(model.index(0, Column.FIELD), Role.FontRole) is None
    assert model.data(model.index(0, Column.FATE), Role.FontRole) is None
    assert model.data(model.index(0, Column.FIELD), Role.BackgroundRole) == asked_back
    assert model.data(model.index(phone, Column.FIELD), Role.BackgroundRole) is None
    assert model.data(model.index(0, Column.NOW), Role.ToolTipRole) == "CEO"
    assert model.data(model.index(0, Column.NOW), Role.CheckStateRole) is None
    assert model.data(QModelIndex()) is None
    assert ABSENT in {row.now for row in ROWS}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("job ti", ["Job Title (Title)"]),
        ("title", ["Job Title (Title)"]),
        ("vp", ["Job Title (Title)"]),
        ("custom", ["ForeignSysType"]),
        ("CORP", ["Email"]),
        ("nothing", []),
    ],
)
def test_it_narrows_itself_to_names_and_values(model: RecordModel, text: str, found: list[str]) -> None:
    model.narrow(text)
    assert names(model) == found
    model.narrow("")
    assert len(names(model)) == len(ROWS)


def test_it_narrows_itself_to_what_was_asked(model: RecordModel) -> None:
    model.narrow("", only_asked=True)
    assert names(model) == ["Job Title (Title)", "Fax", "Email", "ForeignSysPersonId", "ForeignSysType"]
    model.narrow("fax", only_asked=True)
    assert names(model) == ["Fax"]


def test_another_lead_is_shown_whole(model: RecordModel) -> None:
    model.narrow("title")
    model.show_rows(ROWS)
    assert model.rowCount() == len(ROWS)
    model.narrow("phone")
    assert names(model) == ["Phone"]


def test_where_the_fields_are_the_same_only_what_differs_is_shown_anew(model: RecordModel) -> None:
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.narrow("ceo")
    model.narrow("")
    changed, reset = QSignalSpy(model.dataChanged), QSignalSpy(model.modelReset)
    place = QPersistentModelIndex(model.index(1, 0))
    model.show_rows((ROWS[0]._replace(now=text_value("CTO")), *ROWS[1:]))
    assert (changed.count(), reset.count()) == (1, 0)
    first, last = changed.at(0)[:2]
    assert (first.row(), first.column(), last.row(), last.column()) == (0, 0, 0, 4)
    assert shown(model)[0][3] == "CTO"
    assert (place.row(), place.isValid()) == (1, True)
    model.narrow("cto")
    assert names(model) == ["Job Title (Title)"], "the filter looks at what is there now"
    model.show_rows(ROWS)
    assert reset.count() == 2, "what was narrowed is shown whole"
    assert len(names(model)) == len(ROWS)
    tester.deleteLater()


@pytest.mark.parametrize(
    ("rows", "columns"),
    [(ROWS[1:], HAPPENED), ((ROWS[1], ROWS[0], *ROWS[2:]), HAPPENED), (ROWS, THREE_WAY)],
    ids=["fewer", "in another order", "in other columns"],
)
def test_other_fields_are_shown_from_the_beginning(
    model: RecordModel, rows: tuple[FieldDifference, ...], columns: tuple[Column, ...]
) -> None:
    reset = QSignalSpy(model.modelReset)
    model.show_rows(rows, columns)
    assert reset.count() == 1
    assert model.columnCount() == len(columns)
    assert names(model) == [label_of(row) for row in rows]


def test_a_field_is_found_in_any_letters_but_by_its_own_first(theme: Theme) -> None:
    model = RecordModel(theme)
    rows = tuple(
        FieldDifference(name, "", None, None, text_value("x"), Fate.SAME) for name in ("title", "Title", "fax")
    )
    model.show_rows(rows)
    assert [model.place_of(name) for name in ("title", "Title", "TITLE", "Fax", "phone")] == [0, 1, 0, 2, None]


def numbered(count: int) -> tuple[FieldDifference, ...]:
    return tuple(
        FieldDifference(f"F{number}", "", None, "asked" if number % 2 else None, text_value(f"v{number}"), Fate.UNKNOWN)
        for number in range(count)
    )


def test_a_lead_with_very_many_fields_is_narrowed_little_by_little(model: RecordModel, qtbot: QtBot) -> None:
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    model.show_rows(numbered(3 * ROWS_AT_ONCE))
    model.narrow("v1")  # overtaken by the next letter
    model.narrow("V5999")
    assert model.rowCount() == 3 * ROWS_AT_ONCE
    qtbot.waitUntil(lambda: names(model) == ["F5999"])
    model.narrow("v", only_asked=True)
    with qtbot.waitSignal(model.modelReset):
        assert names(model) == ["F5999"]
    assert model.rowCount() == 3 * ROWS_AT_ONCE // 2
    model.narrow("")
    assert model.rowCount() == 3 * ROWS_AT_ONCE


def test_another_lead_ends_the_narrowing(model: RecordModel, qtbot: QtBot) -> None:
    model.show_rows(numbered(3 * ROWS_AT_ONCE))
    model.narrow("v1")
    model.show_rows(numbered(2))
    qtbot.wait(20)
    assert model.rowCount() == 2
