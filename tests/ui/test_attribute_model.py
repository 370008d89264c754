"""The table behaves as Qt demands, every edit can be taken back, and what is shown beside the rows touches none."""

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QIcon, QUndoStack
from pytestqt.modeltest import ModelTester

from mktgui.domain.catalogue import NO_CATALOGUE
from mktgui.domain.draft import CLEAR, KEEP, Row, edit_from_text
from mktgui.domain.findings import Code, Spot, note
from mktgui.ui.attribute_cells import Column
from mktgui.ui.attribute_model import AttributeModel
from mktgui.ui.line_list import Wanted
from mktgui.ui.sentences import Sentences
from mktgui.ui.theme import Theme
from tests.ui.lead_sheet import CATALOGUE, RECORD, planned, setting

if TYPE_CHECKING:
    from collections.abc import Callable

Role = Qt.ItemDataRole
DOWN = Qt.Orientation.Vertical


@pytest.fixture
def model(undo: QUndoStack, theme: Theme, sentences: Sentences, qtmodeltester: ModelTester) -> AttributeModel:
    """A list of rows, as before anything is known of fields."""
    model = AttributeModel(undo, theme, sentences)
    qtmodeltester.check(model)
    model.start_over([setting("Title", "CTO"), setting("Phone", "1"), Row("Fax", CLEAR)])
    return model


@pytest.fixture
def sheet(model: AttributeModel) -> AttributeModel:
    """A lead and its fields, nothing marked."""
    model.start_over([])
    model.show_lead(RECORD, CATALOGUE, frozenset())
    return model


def rows_of(model: AttributeModel) -> tuple[Row, ...]:
    return model.rows


def place(model: AttributeModel, name: str) -> int:
    return next(line.place for line in model.lines() if line.name == name)


def typed(model: AttributeModel, at: int | str, column: Column, text: str) -> bool:
    row = place(model, at) if isinstance(at, str) else at
    return model.setData(model.index(row, column), text)


def read(model: AttributeModel, at: int | str, column: Column = Column.VALUE) -> object:
    row = place(model, at) if isinstance(at, str) else at
    return model.data(model.index(row, column))


def names(model: AttributeModel) -> list[str]:
    return [line.name for line in model.lines()]


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
    sheet.merge([setting("Title", "CEO"), setting("Titel", "x"), setting("Address", "y")], "take")
    before, lines = sheet.rows, sheet.rowCount()
    sheet.remove([place(sheet, "Title"), place(sheet, "Titel"), 99])
    assert rows_of(sheet) == (setting("Address", "y"),)
    assert sheet.rowCount() == lines - 1
    undo.undo()
    assert rows_of(sheet) == before


def test_set_to_empty_and_leave_alone_are_acts_of_their_own(model: AttributeModel) -> None:
    model.mark([0, 1], CLEAR)
    assert [row.edit for row in model.rows[:2]] == [CLEAR, CLEAR]
    assert read(model, 0) == "(will be emptied)"
    model.mark([0], KEEP)
    assert model.rows[0] == Row("Title", KEEP)


def test_a_field_of_the_lead_that_is_left_alone_has_no_row(sheet: AttributeModel) -> None:
    sheet.mark([place(sheet, "Title")], CLEAR)
    assert rows_of(sheet) == (Row("Title", CLEAR),)
    sheet.mark([place(sheet, "Title")], KEEP)
    assert rows_of(sheet) == ()


def test_locked_fields_are_not_emptied_but_what_was_pasted_onto_them_can_be_taken_off(sheet: AttributeModel) -> None:
    places = [place(sheet, name) for name in ("Title", "CreatedAt", "Id")]
    assert sheet.mark(places, CLEAR) == 2
    assert rows_of(sheet) == (Row("Title", CLEAR),)
    sheet.merge([setting("CreatedAt", "2026-01-01")], "take")
    assert sheet.mark(places, KEEP) == 0
    assert rows_of(sheet) == ()


def test_blanking_cells_takes_the_mark_or_the_name_away_in_one_step(model: AttributeModel, undo: QUndoStack) -> None:
    model.blank([(0, Column.FIELD), (0, Column.VALUE), (2, Column.VALUE), (1, Column.REMARK), (9, 0)])
    assert rows_of(model) == (Row("", KEEP), setting("Phone", "1"), Row("Fax", KEEP))
    undo.undo()
    assert model.rows[0] == setting("Title", "CTO")


def test_the_label_of_a_field_cannot_be_blanked(sheet: AttributeModel) -> None:
    sheet.merge([setting("Title", "CEO")], "take")
    sheet.blank([(place(sheet, "Title"), Column.FIELD)])
    assert rows_of(sheet) == (setting("Title", "CEO"),)


def test_acts_on_no_rows_leave_nothing_to_undo(model: AttributeModel, undo: QUndoStack) -> None:
    model.remove([])
    model.mark([7], CLEAR)
    model.blank([])
    model.merge([], "nothing")
    assert not undo.canUndo()


def test_a_lead_shows_all_its_fields_and_touches_no_row(model: AttributeModel, undo: QUndoStack) -> None:
    typed(model, "Phone", Column.VALUE, "2")
    rows = model.rows
    model.show_lead(RECORD, CATALOGUE, frozenset())
    assert rows_of(model) == rows
    assert model.has_record
    assert model.names_are_complete
    assert names(model) == [*names_of_fields(), "Phone", "Fax"]
    assert [read(model, "Title", column) for column in (Column.FIELD, Column.NOW, Column.VALUE)] == [
        "Job Title",
        "VP Sales",
        "CTO",
    ]
    undo.undo()
    assert read(model, "Phone") == "1"
    model.show_lead(None, NO_CATALOGUE, frozenset())
    assert names(model) == ["Title", "Phone", "Fax"]
    assert not model.has_record


def names_of_fields() -> list[str]:
    return ["Id", "Email", "Address", "CreatedAt", "Birthday", "Title", "Old__c", "Rating", "Renewal", "Unsubscribed"]


def test_reading_the_lead_again_resets_nothing(sheet: AttributeModel, undo: QUndoStack) -> None:
    typed(sheet, "Title", Column.VALUE, "CEO")
    resets: list[None] = []
    sheet.modelReset.connect(lambda: resets.append(None))
    here = QPersistentModelIndex(sheet.index(place(sheet, "Title"), Column.VALUE))
    sheet.show_lead(RECORD, CATALOGUE, frozenset())
    assert here.data() == "CEO"
    assert not resets
    sheet.show_lead(None, CATALOGUE, frozenset())
    assert len(resets) == 1  # `Old__c` goes, and so do the identifiers, far from it
    undo.undo()
    assert rows_of(sheet) == ()


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
    sheet.merge([setting("Titel", "CEO"), Row("Adress")], "take")
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
    sheet.merge([setting("Titel", "CEO")], "take")
    assert not typed(sheet, "Titel", Column.FIELD, "Titel")
    assert typed(sheet, "Titel", Column.FIELD, "Tittel")
    assert rows_of(sheet) == (setting("Tittel", "CEO"),)


def test_names_and_values_are_edited_where_that_makes_sense(sheet: AttributeModel) -> None:
    sheet.merge([Row("Titel")], "take")

    def can(at: int | str, column: Column) -> bool:
        row = place(sheet, at) if isinstance(at, str) else at
        editable = bool(sheet.flags(sheet.index(row, column)) & Qt.ItemFlag.ItemIsEditable)
        assert editable == sheet.can_edit(row, column)
        return editable

    empty_line = sheet.rowCount() - 1
    assert all(can(at, Column.VALUE) for at in ("Title", "Titel", empty_line))
    assert all(can(at, Column.FIELD) for at in ("Titel", empty_line))
    assert not any(can(at, Column.VALUE) for at in ("Id", "CreatedAt", "Rating"))
    assert not any(can("Title", column) for column in Column if column is not Column.VALUE)
    assert not typed(sheet, "CreatedAt", Column.VALUE, "now")
    assert not typed(sheet, "Title", Column.NOW, "now")
    assert not sheet.setData(sheet.index(3, Column.VALUE), "x", Role.DisplayRole)
    assert sheet.flags(sheet.index(0, Column.VALUE)) & Qt.ItemFlag.ItemIsSelectable


def test_one_column_fills_values_downwards_locked_ones_too_and_adds_rows(
    sheet: AttributeModel, undo: QUndoStack
) -> None:
    typed(sheet, "Renewal", Column.VALUE, "before")
    at = place(sheet, "Rating")
    sheet.fill(at, ["five", "", "true", "left over"])
    assert rows_of(sheet) == (setting("Rating", "five"), setting("Unsubscribed", "true"), setting("", "left over"))
    undo.undo()
    assert rows_of(sheet) == (setting("Renewal", "before"),)


def test_a_value_can_be_given_to_a_line_that_is_gone(sheet: AttributeModel) -> None:
    title, old = sheet.fields["Title"], sheet.fields["Old__c"]
    sheet.show_lead(None, CATALOGUE, frozenset())
    sheet.give(title, "CEO")
    sheet.give(old, "kept")
    assert rows_of(sheet) == (setting("Title", "CEO"), setting("Old__c", "kept"))


def test_a_filter_shows_some_lines_and_what_is_changed_comes_into_sight(
    sheet: AttributeModel, undo: QUndoStack
) -> None:
    assert sheet.see(Wanted("address")) == 2
    assert names(sheet) == ["Email", "Address"]
    sheet.merge([setting("Title", "CEO")], "take")
    assert names(sheet) == ["Email", "Address", "Title"]
    undo.undo()
    assert sheet.see(Wanted(only_changed=True)) == 0
    sheet.add("Birthday")
    assert names(sheet) == ["Birthday"]
    assert sheet.see(Wanted()) == len(names_of_fields())


def test_favourites_come_first_and_what_is_marked_stays_marked(sheet: AttributeModel) -> None:
    typed(sheet, "Title", Column.VALUE, "CEO")
    sheet.favour(frozenset({"Unsubscribed", "Title"}))
    assert names(sheet)[2:4] == ["Title", "Unsubscribed"]
    assert read(sheet, 2) == "CEO"


def test_remarks_go_when_the_reason_goes(model: AttributeModel) -> None:
    model.merge([setting("Title", "a"), setting("Title", "b")], "take")
    model.set_findings(planned(model.rows))
    assert read(model, 3, Column.REMARK) == "Title is in the table twice. Keep one of them."
    model.remove([3])
    model.set_findings(planned(model.rows))
    assert read(model, 0, Column.REMARK) == ""


def test_a_remark_stays_with_its_line_when_rows_before_it_go(model: AttributeModel) -> None:
    model.set_findings([note(Code.VALUE_AS_NOW, Spot.ROW_VALUE, 1)])
    model.remove([0])
    assert read(model, "Phone", Column.REMARK) == "The lead has this value already."


def test_heads_mark_lines_and_read_them_aloud(sheet: AttributeModel) -> None:
    typed(sheet, "Title", Column.VALUE, "CEO")
    across = Qt.Orientation.Horizontal
    assert [sheet.headerData(column, across) for column in Column][:2] == ["Field", "API name"]
    at, end = place(sheet, "Title"), sheet.rowCount() - 1
    assert [sheet.headerData(row, DOWN) for row in (at, 2, end)] == ["●", "", "+"]
    spoken = "Job Title, changed, was VP Sales, new CEO"
    assert [sheet.headerData(at, DOWN, role) for role in (Role.AccessibleTextRole, Role.ToolTipRole)] == [spoken] * 2
    assert isinstance(sheet.headerData(place(sheet, "Id"), DOWN, Role.DecorationRole), QIcon)
    assert sheet.headerData(end, DOWN, Role.ToolTipRole) is None
    assert sheet.headerData(at, DOWN, Role.FontRole) is None
    assert sheet.headerData(0, across, Role.ToolTipRole) is None


def test_outside_the_table_there_is_nothing(model: AttributeModel) -> None:
    assert model.data(QModelIndex()) is None
    assert model.line(99) is None
    assert not model.can_edit(99, Column.VALUE)
    assert (model.rowCount(model.index(0, 0)), model.columnCount(model.index(0, 0))) == (0, 0)


def test_near_names_are_told(sheet: AttributeModel) -> None:
    assert sheet.nearest("Titel") == ["Job Title"]


def test_another_draft_leaves_nothing_to_undo(model: AttributeModel, undo: QUndoStack) -> None:
    typed(model, 0, Column.FIELD, "X")
    model.start_over([])
    assert rows_of(model) == ()
    assert not undo.canUndo()


ROWS = st.lists(
    st.builds(
        Row, st.sampled_from(["Title", "Address", "Titel", ""]), st.sampled_from(["", "x", "y"]).map(edit_from_text)
    ),
    max_size=4,
)
ACTS = st.one_of(
    st.tuples(st.just("merge"), ROWS),
    st.tuples(st.just("remove"), st.sets(st.integers(0, 13))),
    st.tuples(st.just("mark"), st.sets(st.integers(0, 13))),
    st.tuples(st.just("leave"), st.sets(st.integers(0, 13))),
    st.tuples(st.just("fill"), st.integers(0, 13)),
    st.tuples(st.just("type"), st.integers(0, 13)),
    st.tuples(st.just("name"), st.integers(0, 13)),
    st.tuples(st.just("see"), st.sampled_from(["", "t", "x"])),
    st.tuples(st.just("show"), st.booleans()),
)


def act(model: AttributeModel, name: str, what: Any) -> None:
    doing: dict[str, Callable[[], object]] = {
        "merge": lambda: model.merge(what, "take"),
        "remove": lambda: model.remove(what),
        "mark": lambda: model.mark(what, CLEAR),
        "leave": lambda: model.mark(what, KEEP),
        "fill": lambda: model.fill(what, ["a", "", "b"]),
        "type": lambda: model.setData(model.index(what, Column.VALUE), "typed"),
        "name": lambda: model.setData(model.index(what, Column.FIELD), "Birthday"),
        "see": lambda: model.see(Wanted(what)),
        "show": lambda: model.show_lead(RECORD if what else None, CATALOGUE if what else NO_CATALOGUE, frozenset()),
    }
    doing[name]()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(ROWS, st.lists(ACTS, max_size=8))
def test_whatever_is_done_can_be_undone_and_done_again(
    model: AttributeModel, undo: QUndoStack, rows: list[Row], acts: list[tuple[str, object]]
) -> None:
    model.start_over(rows)
    for name, what in acts:
        act(model, name, what)
    after = model.rows
    while undo.canUndo():
        undo.undo()
    assert rows_of(model) == tuple(rows)
    while undo.canRedo():
        undo.redo()
    assert rows_of(model) == after


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
    expected = sheet.rows_with(line, column, text)
    assert (sheet.rows, undo.count()) == (before, 0)
    typed(sheet, at or sheet.rowCount() - 1, column, text)
    assert sheet.rows == expected


def test_what_is_being_typed_into_a_line_that_is_gone_still_counts(sheet: AttributeModel) -> None:
    sheet.start_over([setting("Mine__c", "1")])
    line = sheet.line(place(sheet, "Mine__c"))
    sheet.start_over([])
    assert sheet.rows_with(line, Column.VALUE, "2") == (setting("Mine__c", "2"),)


def test_a_text_leads_to_the_line_that_is_called_so_or_begins_so_or_to_the_first(sheet: AttributeModel) -> None:
    sheet.start_over([setting("Old Title", "1"), setting("Add", "2")])
    for text, name in (("title", "Title"), ("ADD", "Add"), ("addr", "Address"), ("nothing", names(sheet)[0])):
        assert sheet.nearest_place(text) == place(sheet, name)
    sheet.see(Wanted("nothing like it"))
    assert sheet.nearest_place("title") == 0
