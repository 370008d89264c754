"""The table behaves as Qt demands, every edit can be taken back, and what is shown beside the rows touches none."""

from typing import TYPE_CHECKING, Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QIcon, QUndoStack

from mktgui.domain.catalogue import NO_CATALOGUE
from mktgui.domain.draft import CLEAR, KEEP, Row, edit_from_text
from mktgui.domain.findings import Code, Spot, note
from mktgui.ui.attribute_cells import Column
from mktgui.ui.attribute_model import AttributeModel
from mktgui.ui.line_list import Wanted
from tests.ui.lead_sheet import (
    CATALOGUE,
    RECORD,
    names,
    names_of_fields,
    place,
    planned,
    read,
    rows_of,
    setting,
    typed,
)

if TYPE_CHECKING:
    from collections.abc import Callable

Role = Qt.ItemDataRole
DOWN = Qt.Orientation.Vertical


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


def test_names_and_values_are_edited_where_that_makes_sense(sheet: AttributeModel) -> None:
    sheet.edits.merge([Row("Titel")], "take")

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


def test_a_filter_shows_some_lines_and_what_is_changed_comes_into_sight(
    sheet: AttributeModel, undo: QUndoStack
) -> None:
    assert sheet.see(Wanted("address")) == 2
    assert names(sheet) == ["Email", "Address"]
    sheet.edits.merge([setting("Title", "CEO")], "take")
    assert names(sheet) == ["Email", "Address", "Title"]
    undo.undo()
    assert sheet.see(Wanted(only_changed=True)) == 0
    sheet.edits.add("Birthday")
    assert names(sheet) == ["Birthday"]
    assert sheet.see(Wanted()) == len(names_of_fields())


def test_favourites_come_first_and_what_is_marked_stays_marked(sheet: AttributeModel) -> None:
    typed(sheet, "Title", Column.VALUE, "CEO")
    sheet.favour(frozenset({"Unsubscribed", "Title"}))
    assert names(sheet)[2:4] == ["Title", "Unsubscribed"]
    assert read(sheet, 2) == "CEO"


def test_remarks_go_when_the_reason_goes(model: AttributeModel) -> None:
    model.edits.merge([setting("Title", "a"), setting("Title", "b")], "take")
    model.set_findings(planned(model.rows))
    assert read(model, 3, Column.REMARK) == "Title is in the table twice. Keep one of them."
    model.edits.remove([3])
    model.set_findings(planned(model.rows))
    assert read(model, 0, Column.REMARK) == ""


def test_a_remark_stays_with_its_line_when_rows_before_it_go(model: AttributeModel) -> None:
    model.set_findings([note(Code.VALUE_AS_NOW, Spot.ROW_VALUE, 1)])
    model.edits.remove([0])
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


def test_a_field_is_found_by_what_people_and_messages_call_it(sheet: AttributeModel) -> None:
    assert (sheet.meant("job title"), sheet.meant("nothing")) == ("Title", "nothing")
    assert sheet.line_in_message("TITLE") is sheet.fields["Title"]
    assert sheet.line_in_message("nothing") is None
    assert sheet.lead_id == RECORD.id
    sheet.show_lead(None, CATALOGUE, frozenset())
    assert sheet.lead_id is None


def test_lines_that_were_made_for_others_than_are_shown_now_are_not_taken(sheet: AttributeModel) -> None:
    late = sheet.lister(None, NO_CATALOGUE, frozenset())
    listing = late()
    sheet.favour(frozenset({"Title"}))
    assert not sheet.take(listing)
    assert sheet.has_record


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
        "merge": lambda: model.edits.merge(what, "take"),
        "remove": lambda: model.edits.remove(what),
        "mark": lambda: model.edits.mark(what, CLEAR),
        "leave": lambda: model.edits.mark(what, KEEP),
        "fill": lambda: model.edits.fill(what, ["a", "", "b"]),
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


def test_a_text_leads_to_the_line_that_is_called_so_or_begins_so_or_to_the_first(sheet: AttributeModel) -> None:
    sheet.start_over([setting("Old Title", "1"), setting("Add", "2")])
    for text, name in (("title", "Title"), ("ADD", "Add"), ("addr", "Address"), ("nothing", names(sheet)[0])):
        assert sheet.nearest_place(text) == place(sheet, name)
    assert sheet.nearest_place(" ") == 0
    there = sheet.has_lines
    sheet.see(Wanted("nothing like it"))
    assert (there, sheet.has_lines) == (True, False)
    assert sheet.nearest_place("title") == 0
