"""Whatever a spreadsheet puts on the clipboard arrives, nothing is lost, and a sentence says what came of it."""

import pytest
from PySide6.QtCore import QItemSelection, QItemSelectionModel
from PySide6.QtGui import QClipboard, QGuiApplication, QUndoStack
from pytestqt.qtbot import QtBot

from mktgui.domain.draft import KEEP, Row
from mktgui.ui.attribute_cells import Column
from mktgui.ui.attribute_clipboard import AttributeClipboard
from mktgui.ui.attribute_model import AttributeModel
from mktgui.ui.attribute_view import AttributeView
from mktgui.ui.line_list import Wanted
from mktgui.ui.sentences import Sentences
from mktgui.ui.theme import Theme
from tests.ui.lead_sheet import CATALOGUE, RECORD, setting


@pytest.fixture
def text(clipboard_text: None) -> QClipboard:
    return QGuiApplication.clipboard()


@pytest.fixture
def model(undo: QUndoStack, theme: Theme, sentences: Sentences) -> AttributeModel:
    return AttributeModel(undo, theme, sentences)


@pytest.fixture
def view(qtbot: QtBot, model: AttributeModel) -> AttributeView:
    view = AttributeView(model)
    qtbot.addWidget(view)
    return view


@pytest.fixture
def clipboard(model: AttributeModel, view: AttributeView, text: QClipboard) -> AttributeClipboard:
    return AttributeClipboard(model, view, text)


def show(model: AttributeModel) -> None:
    model.show_lead(RECORD, CATALOGUE, frozenset())


def at(view: AttributeView, row: int, column: Column) -> None:
    view.setCurrentIndex(view.model().index(row, column))


def rows_of(model: AttributeModel) -> tuple[Row, ...]:
    return model.rows


PASTED = [
    ("Title\tCTO\nPhone\t1\n", (setting("Title", "CTO"), setting("Phone", "1")), "Pasted 2 row(s)."),
    ('Notes\t"a\r\nb"\r\n', (setting("Notes", "a\r\nb"),), "Pasted 1 row(s)."),
    ("职位\t总监\t多\n", (setting("职位", "总监"),), "Pasted 1 row(s). Only the first two of 3 columns were taken."),
    ("Title\t\n\t\n", (Row("Title", KEEP),), "Pasted 1 row(s)."),
    (
        "City\tمرحبا שלום 👩\u200d👧 e\u0301 \n",
        (setting("City", "مرحبا שלום 👩\u200d👧 e\u0301 "),),
        "Pasted 1 row(s).",
    ),
    ('Company\t"quoted" and not\n', (setting("Company", '"quoted" and not'),), "Pasted 1 row(s)."),
    (
        "Field\tValue\nTitle\tCTO\n",
        (setting("Title", "CTO"),),
        "Pasted 1 row(s). The first row was left out: it names the columns.",
    ),
]


@pytest.mark.parametrize(("pasted", "rows", "said"), PASTED)
def test_two_columns_become_rows_in_one_step(
    clipboard: AttributeClipboard,
    model: AttributeModel,
    text: QClipboard,
    undo: QUndoStack,
    pasted: str,
    rows: tuple[Row, ...],
    said: str,
) -> None:
    text.setText(pasted)
    assert clipboard.paste() == said
    assert rows_of(model) == rows
    undo.undo()
    assert rows_of(model) == ()


def test_names_find_their_fields_by_api_name_or_label(
    clipboard: AttributeClipboard, model: AttributeModel, text: QClipboard, undo: QUndoStack
) -> None:
    show(model)
    model.edits.merge([setting("Title", "before")], "take")
    text.setText("job title\tCTO\n ADDRESS\tx\nBirthday\t\nTitel\ty\nCreatedAt\tnow\nAdress\t")
    assert clipboard.paste() == (
        "Pasted 6 row(s). 1 name(s) were found by their label. "
        "1 new value(s) were replaced; Undo brings them back. 1 row(s) without a value were left alone. "
        "2 name(s) are unknown here: see the remarks. 1 field(s) are locked and cannot be sent: see the remarks."
    )
    assert rows_of(model) == (
        setting("Title", "CTO"),
        setting("Address", "x"),
        setting("Titel", "y"),
        setting("CreatedAt", "now"),
        Row("Adress", KEEP),
    )
    undo.undo()
    assert rows_of(model) == (setting("Title", "before"),)


def test_one_column_fills_values_downwards_from_the_cell(
    clipboard: AttributeClipboard, model: AttributeModel, view: AttributeView, text: QClipboard
) -> None:
    show(model)
    at(view, model.fields["Rating"].place, Column.NOW)
    text.setText("5\n2026\ntrue")
    assert clipboard.paste() == "Pasted 3 cell(s). 1 field(s) are locked and cannot be sent: see the remarks."
    assert rows_of(model) == (setting("Rating", "5"), setting("Renewal", "2026"), setting("Unsubscribed", "true"))


def test_one_column_of_values_adds_rows_where_there_are_too_few(
    clipboard: AttributeClipboard, model: AttributeModel, view: AttributeView, text: QClipboard
) -> None:
    model.start_over([setting("A", "1"), setting("B", "2")])
    at(view, 1, Column.VALUE)
    text.setText("x\ny")
    assert clipboard.paste() == "Pasted 2 cell(s)."
    assert rows_of(model) == (setting("A", "1"), setting("B", "x"), setting("", "y"))


def test_one_column_of_names_adds_those_that_are_not_there(
    clipboard: AttributeClipboard, model: AttributeModel, view: AttributeView, text: QClipboard
) -> None:
    show(model)
    at(view, model.rowCount() - 1, Column.FIELD)
    text.setText("Job Title\nTitel\n\n")
    assert clipboard.paste() == "Pasted 2 name(s). 1 name(s) are unknown here: see the remarks."
    assert rows_of(model) == (Row("Titel", KEEP),)
    at(view, model.rowCount() - 2, Column.FIELD)
    text.setText("Title")
    assert clipboard.paste() == "Pasted 1 name(s)."


@pytest.mark.parametrize("nothing", ["", "\n", "\t\n\t"])
def test_an_empty_clipboard_is_said(clipboard: AttributeClipboard, text: QClipboard, nothing: str) -> None:
    text.setText(nothing)
    assert clipboard.paste() == "There is nothing to paste on the clipboard."


def test_ten_thousand_rows_paste_and_undo(
    clipboard: AttributeClipboard, model: AttributeModel, text: QClipboard, undo: QUndoStack
) -> None:
    text.setText("\n".join(f"Field{number}\tvalue {number}" for number in range(10_000)))
    assert clipboard.paste() == "Pasted 10000 row(s)."
    assert len(model.rows) == 10_000
    undo.undo()
    assert rows_of(model) == ()


def test_copied_cells_are_what_a_spreadsheet_reads(
    clipboard: AttributeClipboard, model: AttributeModel, view: AttributeView, text: QClipboard
) -> None:
    model.start_over([setting("Title", "CTO"), setting("Notes", "a\nb")])
    for column in (Column.API_NAME, Column.TYPE, Column.NOW):
        view.hideColumn(column)
    view.selectAll()
    assert clipboard.copy() == ""
    assert text.text() == 'Title\tCTO\nNotes\t"a\nb"'
    model.start_over([])
    clipboard.paste()
    assert rows_of(model) == (setting("Title", "CTO"), setting("Notes", "a\nb"))


def test_columns_are_copied_as_they_stand_and_nothing_selected_copies_nothing(
    clipboard: AttributeClipboard, model: AttributeModel, view: AttributeView, text: QClipboard
) -> None:
    show(model)
    text.setText("untouched")
    clipboard.copy()
    assert text.text() == "untouched"
    view.horizontalHeader().moveSection(Column.NOW, 0)
    place = model.fields["Title"].place
    chosen = QItemSelection(model.index(place, 0), model.index(place, Column.REMARK))
    view.selectionModel().select(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect)
    clipboard.copy()
    assert text.text() == "VP Sales\tJob Title\tTitle\tstring\t"


def test_all_that_is_shown_is_copied_under_its_titles_and_can_be_pasted_back(
    clipboard: AttributeClipboard, model: AttributeModel, text: QClipboard
) -> None:
    show(model)
    model.edits.merge([setting("Title", "CTO")], "take")
    model.see(Wanted("title"))
    assert clipboard.copy_lines() == "Copied 1 line(s)."
    assert text.text() == "Field\tAPI name\tNow\tNew value\nJob Title\tTitle\tVP Sales\tCTO"
    model.start_over([])
    assert clipboard.paste() == "Pasted 1 row(s). The first row was left out: it names the columns."
    assert rows_of(model) == (setting("Title", "CTO"),)
