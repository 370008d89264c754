"""What is done to the lines of the table makes the rows it should, and is one step to be taken back."""

import pytest
from PySide6.QtGui import QUndoStack

from mktgui.domain.draft import CLEAR, KEEP, Row
from mktgui.ui.attribute_cells import Column
from mktgui.ui.attribute_model import AttributeModel
from mktgui.ui.line_edits import LineEdits
from tests.ui.lead_sheet import CATALOGUE, names, names_of_fields, place, read, rows_of, setting, typed


def test_the_edits_of_a_table_are_made_once(model: AttributeModel) -> None:
    assert isinstance(model.edits, LineEdits)
    assert model.edits is model.edits


def test_typing_a_value_sets_it_and_undo_takes_it_back(model: AttributeModel, undo: QUndoStack) -> None:
    assert typed(model, "Title", Column.VALUE, "CEO")
    assert model.rows[0] == setting("Title", "CEO")
    undo.undo()
    assert model.rows[0] == setting("Title", "CTO")
    undo.redo()
    assert model.rows[0] == setting("Title", "CEO")


def test_an_emptied_cell_leaves_the_field_alone_instead_of_emptying_it(model: AttributeModel) -> None:
    typed(model, "Title", Column.VALUE, "")
    assert model.rows[0] == Row("Title", KEEP)


def test_opening_and_shutting_an_editor_on_set_to_empty_changes_nothing(model: AttributeModel) -> None:
    assert not typed(model, "Fax", Column.VALUE, "")
    assert model.rows[2] == Row("Fax", CLEAR)


def test_typing_into_the_empty_line_adds_a_row(model: AttributeModel, undo: QUndoStack) -> None:
    line = model.rowCount() - 1
    assert read(model, line, Column.FIELD) == "Add a field…"
    assert read(model, line) is None
    assert not typed(model, line, Column.FIELD, "")
    assert not typed(model, line, Column.VALUE, "")
    typed(model, line, Column.FIELD, "City")
    assert model.rows[-1] == Row("City", KEEP)
    undo.undo()
    assert len(model.rows) == 3
    typed(model, line, Column.VALUE, "x")
    assert model.rows[-1] == setting("", "x")


def test_only_what_was_added_by_hand_vanishes_when_it_is_deleted(sheet: AttributeModel, undo: QUndoStack) -> None:
    sheet.edits.merge([setting("Title", "CEO"), setting("Titel", "x"), setting("Address", "y")], "take")
    before, lines = sheet.rows, sheet.rowCount()
    sheet.edits.remove([place(sheet, "Title"), place(sheet, "Titel"), 99])
    assert rows_of(sheet) == (setting("Address", "y"),)
    assert sheet.rowCount() == lines - 1
    undo.undo()
    assert rows_of(sheet) == before


def test_set_to_empty_and_leave_alone_are_acts_of_their_own(model: AttributeModel) -> None:
    model.edits.mark([0, 1], CLEAR)
    assert [row.edit for row in model.rows[:2]] == [CLEAR, CLEAR]
    assert read(model, 0) == "(will be emptied)"
    model.edits.mark([0], KEEP)
    assert model.rows[0] == Row("Title", KEEP)


def test_a_field_of_the_lead_that_is_left_alone_has_no_row(sheet: AttributeModel) -> None:
    sheet.edits.mark([place(sheet, "Title")], CLEAR)
    assert rows_of(sheet) == (Row("Title", CLEAR),)
    sheet.edits.mark([place(sheet, "Title")], KEEP)
    assert rows_of(sheet) == ()


def test_locked_fields_are_not_emptied_but_what_was_pasted_onto_them_can_be_taken_off(sheet: AttributeModel) -> None:
    places = [place(sheet, name) for name in ("Title", "CreatedAt", "Id")]
    assert sheet.edits.mark(places, CLEAR) == 2
    assert rows_of(sheet) == (Row("Title", CLEAR),)
    sheet.edits.merge([setting("CreatedAt", "2026-01-01")], "take")
    assert sheet.edits.mark(places, KEEP) == 0
    assert rows_of(sheet) == ()


def test_blanking_cells_takes_the_mark_or_the_name_away_in_one_step(model: AttributeModel, undo: QUndoStack) -> None:
    model.edits.blank([(0, Column.FIELD), (0, Column.VALUE), (2, Column.VALUE), (1, Column.REMARK), (9, 0)])
    assert rows_of(model) == (Row("", KEEP), setting("Phone", "1"), Row("Fax", KEEP))
    undo.undo()
    assert model.rows[0] == setting("Title", "CTO")


def test_the_label_of_a_field_cannot_be_blanked(sheet: AttributeModel) -> None:
    sheet.edits.merge([setting("Title", "CEO")], "take")
    sheet.edits.blank([(place(sheet, "Title"), Column.FIELD)])
    assert rows_of(sheet) == (setting("Title", "CEO"),)


def test_acts_on_no_rows_leave_nothing_to_undo(model: AttributeModel, undo: QUndoStack) -> None:
    model.edits.remove([])
    model.edits.mark([7], CLEAR)
    model.edits.blank([])
    model.edits.merge([], "nothing")
    assert not undo.canUndo()


def test_a_field_is_found_by_name_or_label_and_led_to_instead_of_added_again(sheet: AttributeModel) -> None:
    led: list[int] = []
    sheet.led_to.connect(led.append)
    for text in ("Title", "title", "Job title", " TITLE "):
        assert typed(sheet, sheet.rowCount() - 1, Column.FIELD, text)
    assert led == [place(sheet, "Title")] * 4
    assert rows_of(sheet) == ()
    typed(sheet, sheet.rowCount() - 1, Column.FIELD, "Titel")
    typed(sheet, sheet.rowCount() - 1, Column.FIELD, "Titel")
    assert rows_of(sheet) == (Row("Titel"),)
    assert led[-1] == place(sheet, "Titel")


def test_a_name_that_is_put_right_takes_its_value_along_to_the_field(sheet: AttributeModel, undo: QUndoStack) -> None:
    led: list[int] = []
    sheet.led_to.connect(led.append)
    sheet.edits.merge([setting("Titel", "CEO"), Row("Adress")], "take")
    typed(sheet, "Titel", Column.FIELD, "Job Title")
    assert rows_of(sheet) == (setting("Title", "CEO"), Row("Adress"))
    typed(sheet, "Adress", Column.FIELD, "Address")
    assert rows_of(sheet) == (setting("Title", "CEO"),)
    assert led == [place(sheet, "Title"), place(sheet, "Address")]
    assert names(sheet) == names_of_fields()
    undo.undo()
    undo.undo()
    assert names(sheet)[-2:] == ["Titel", "Adress"]


def test_a_name_that_stays_unknown_stays_where_it_is(sheet: AttributeModel) -> None:
    sheet.edits.merge([setting("Titel", "CEO")], "take")
    assert not typed(sheet, "Titel", Column.FIELD, "Titel")
    assert typed(sheet, "Titel", Column.FIELD, "Tittel")
    assert rows_of(sheet) == (setting("Tittel", "CEO"),)


def test_one_column_fills_values_downwards_locked_ones_too_and_adds_rows(
    sheet: AttributeModel, undo: QUndoStack
) -> None:
    typed(sheet, "Renewal", Column.VALUE, "before")
    at = place(sheet, "Rating")
    sheet.edits.fill(at, ["five", "", "true", "left over"])
    assert rows_of(sheet) == (setting("Rating", "five"), setting("Unsubscribed", "true"), setting("", "left over"))
    undo.undo()
    assert rows_of(sheet) == (setting("Renewal", "before"),)


def test_rows_in_place_of_others_are_one_step_with_its_name(model: AttributeModel, undo: QUndoStack) -> None:
    before = model.rows
    model.edits.replace([setting("Address", "y")], "Taken over")
    assert rows_of(model) == (setting("Address", "y"),)
    assert undo.undoText() == "Taken over"
    undo.undo()
    assert rows_of(model) == before


def test_a_value_can_be_given_to_a_line_that_is_gone(sheet: AttributeModel) -> None:
    title, old = sheet.fields["Title"], sheet.fields["Old__c"]
    sheet.show_lead(None, CATALOGUE, frozenset())
    sheet.edits.give(title, "CEO")
    sheet.edits.give(old, "kept")
    assert rows_of(sheet) == (setting("Title", "CEO"), setting("Old__c", "kept"))


@pytest.mark.parametrize(
    ("at", "column", "text"),
    [
        ("Title", Column.VALUE, "CEO"),
        ("Title", Column.VALUE, ""),
        ("Unsubscribed", Column.VALUE, "true"),
        ("Mine__c", Column.FIELD, "Yours__c"),
        ("Mine__c", Column.FIELD, "job title"),
        ("", Column.FIELD, "Address"),
        ("", Column.FIELD, "Theirs__c"),
        ("", Column.FIELD, ""),
        ("", Column.VALUE, "lost"),
        ("", Column.VALUE, ""),
    ],
)
def test_what_is_being_typed_would_make_the_same_rows_as_once_it_is_taken_over(
    sheet: AttributeModel, undo: QUndoStack, at: str, column: Column, text: str
) -> None:
    sheet.start_over([setting("Title", "CTO"), setting("Mine__c", "1")])
    before, line = sheet.rows, sheet.line(place(sheet, at)) if at else None
    expected = sheet.edits.rows_with(line, column, text)
    assert (sheet.rows, undo.count()) == (before, 0)
    typed(sheet, at or sheet.rowCount() - 1, column, text)
    assert sheet.rows == expected


def test_what_is_being_typed_into_a_line_that_is_gone_still_counts(sheet: AttributeModel) -> None:
    sheet.start_over([setting("Mine__c", "1")])
    line = sheet.line(place(sheet, "Mine__c"))
    sheet.start_over([])
    assert sheet.edits.rows_with(line, Column.VALUE, "2") == (setting("Mine__c", "2"),)
