"""The table behaves as Qt demands, every edit can be taken back, and remarks stand at their cells."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QColor, QFont, QUndoStack
from pytestqt.modeltest import ModelTester

from mktgui.domain.draft import CLEAR, KEEP, Draft, Edit, EditKind, Row
from mktgui.domain.plan import plan
from mktgui.ui.attribute_model import AttributeModel, Column, row_from_cells
from mktgui.ui.sentences import Sentences
from mktgui.ui.theme import Theme

Role = Qt.ItemDataRole


def setting(name: str, value: str) -> Row:
    return Row(name, Edit(EditKind.SET, value))


@pytest.fixture
def model(undo: QUndoStack, theme: Theme, sentences: Sentences) -> AttributeModel:
    model = AttributeModel(undo, theme, sentences)
    model.start_over([setting("Title", "CTO"), setting("Phone", "1"), Row("Fax", CLEAR)])
    return model


def tell(model: AttributeModel) -> None:
    model.set_findings(plan(Draft(email="a@b.example", rows=model.rows)).findings)


def test_it_is_a_proper_model(model: AttributeModel, qtmodeltester: ModelTester) -> None:
    tell(model)
    qtmodeltester.check(model)


def test_it_stays_one_through_every_kind_of_change(
    model: AttributeModel, undo: QUndoStack, qtmodeltester: ModelTester
) -> None:
    qtmodeltester.check(model)
    model.insert(1, [setting("A", "1"), setting("B", "2")])
    model.remove([0, 2, 4])
    model.duplicate([0, 1])
    model.overwrite(1, [setting("C", "3")] * 6)
    model.mark([0, 3], CLEAR)
    while undo.canUndo():
        undo.undo()
    assert model.rows == (setting("Title", "CTO"), setting("Phone", "1"), Row("Fax", CLEAR))


def test_typing_a_value_sets_it_and_undo_takes_it_back(model: AttributeModel, undo: QUndoStack) -> None:
    assert model.setData(model.index(0, Column.VALUE), "CEO")
    assert model.rows[0] == setting("Title", "CEO")
    undo.undo()
    assert model.rows[0] == setting("Title", "CTO")
    undo.redo()
    assert model.rows[0] == setting("Title", "CEO")


def test_an_emptied_cell_leaves_the_field_alone_instead_of_emptying_it(model: AttributeModel) -> None:
    model.setData(model.index(0, Column.VALUE), "")
    assert model.rows[0] == Row("Title", KEEP)


def test_opening_and_shutting_an_editor_on_set_to_empty_changes_nothing(model: AttributeModel) -> None:
    assert not model.setData(model.index(2, Column.VALUE), "")
    assert model.rows[2] == Row("Fax", CLEAR)


def test_typing_into_the_empty_line_adds_a_row(model: AttributeModel, undo: QUndoStack) -> None:
    line = model.rowCount() - 1
    assert model.data(model.index(line, Column.NAME)) == "Add an attribute…"
    assert model.data(model.index(line, Column.VALUE)) is None
    model.setData(model.index(line, Column.NAME), "City")
    assert model.rows[-1] == Row("City", KEEP)
    undo.undo()
    assert len(model.rows) == 3


def test_deleting_scattered_rows_is_one_step_of_undo(model: AttributeModel, undo: QUndoStack) -> None:
    before = model.rows
    model.remove([0, 2, 99])
    assert model.rows == (setting("Phone", "1"),)
    undo.undo()
    assert model.rows == before


def test_duplicates_stand_below_their_rows(model: AttributeModel, undo: QUndoStack) -> None:
    model.duplicate([0, 1])
    assert [row.name for row in model.rows] == ["Title", "Title", "Phone", "Phone", "Fax"]
    undo.undo()
    assert len(model.rows) == 3


def test_set_to_empty_and_leave_alone_are_acts_of_their_own(model: AttributeModel) -> None:
    model.mark([0, 1], CLEAR)
    assert [row.edit for row in model.rows[:2]] == [CLEAR, CLEAR]
    assert model.data(model.index(0, Column.VALUE)) == "(set to empty)"
    model.mark([0], KEEP)
    assert model.data(model.index(0, Column.VALUE), Role.AccessibleTextRole) == "left alone"


def test_blanking_cells_takes_the_mark_or_the_name_away_in_one_step(model: AttributeModel, undo: QUndoStack) -> None:
    model.blank([(0, Column.NAME), (0, Column.VALUE), (2, Column.VALUE), (1, Column.REMARK), (9, 0)])
    assert model.rows == (Row("", KEEP), setting("Phone", "1"), Row("Fax", KEEP))
    undo.undo()
    assert model.rows[0] == setting("Title", "CTO")


def test_acts_on_no_rows_leave_nothing_to_undo(model: AttributeModel, undo: QUndoStack) -> None:
    model.remove([])
    model.duplicate([7])
    model.mark([], CLEAR)
    model.blank([])
    assert not undo.canUndo()


def test_a_remark_says_what_is_the_matter_and_colours_the_cell(model: AttributeModel, theme: Theme) -> None:
    model.insert(3, [setting("Title", " x")])
    tell(model)
    assert model.data(model.index(3, Column.REMARK)) == "Title is in the table twice. Keep one of them."
    tip = str(model.data(model.index(3, Column.NAME), Role.ToolTipRole))
    assert tip.splitlines()[1] == "Begins or ends with a space, and will be sent so."
    assert model.data(model.index(3, Column.NAME), Role.BackgroundRole) == QColor(theme.colours.error_back)
    assert model.data(model.index(3, Column.VALUE), Role.BackgroundRole) == QColor(theme.colours.warning_back)
    assert model.data(model.index(3, Column.REMARK), Role.ForegroundRole) == QColor(theme.colours.error)
    assert model.data(model.index(0, Column.VALUE), Role.BackgroundRole) == QColor(theme.colours.changed_back)


def test_remarks_go_when_the_reason_goes(model: AttributeModel) -> None:
    model.insert(3, [setting("Title", "x")])
    tell(model)
    model.remove([3])
    tell(model)
    assert model.data(model.index(0, Column.REMARK)) == ""


def test_headers_name_columns_and_number_rows(model: AttributeModel) -> None:
    across, down = Qt.Orientation.Horizontal, Qt.Orientation.Vertical
    assert [model.headerData(column, across) for column in Column] == ["Attribute", "New value", "Remark"]
    assert [model.headerData(row, down) for row in (0, 3)] == ["1", "+"]


def test_the_remark_cannot_be_edited(model: AttributeModel) -> None:
    assert not model.flags(model.index(0, Column.REMARK)) & Qt.ItemFlag.ItemIsEditable
    assert not model.setData(model.index(0, Column.REMARK), "")


def test_names_and_values_can_be_edited_also_in_the_empty_line(model: AttributeModel) -> None:
    for row in (0, len(model.rows)):
        for column in (Column.NAME, Column.VALUE):
            assert model.flags(model.index(row, column)) & Qt.ItemFlag.ItemIsEditable


def test_what_stands_for_something_else_is_written_in_italics(model: AttributeModel, theme: Theme) -> None:
    empty_line, cleared = model.index(3, Column.NAME), model.index(2, Column.VALUE)
    for index in (empty_line, cleared):
        font = model.data(index, Role.FontRole)
        assert isinstance(font, QFont)
        assert font.italic()
    assert model.data(empty_line, Role.ForegroundRole) == QColor(theme.colours.muted)
    assert model.data(model.index(0, Column.VALUE), Role.FontRole) is None


def test_a_screen_reader_hears_what_is_left_alone(model: AttributeModel) -> None:
    model.mark([0], KEEP)
    heard = [model.data(model.index(row, Column.VALUE), Role.AccessibleTextRole) for row in range(3)]
    assert heard == ["left alone", "1", "(set to empty)"]


def test_outside_the_table_there_is_nothing(model: AttributeModel) -> None:
    assert model.data(QModelIndex()) is None
    assert model.headerData(0, Qt.Orientation.Horizontal, Role.ToolTipRole) is None


def test_another_draft_leaves_nothing_to_undo(model: AttributeModel, undo: QUndoStack) -> None:
    model.setData(model.index(0, Column.NAME), "X")
    model.start_over([])
    assert model.rows == ()
    assert not undo.canUndo()


def test_pasted_cells_become_a_row_and_an_empty_value_leaves_alone() -> None:
    assert row_from_cells(["Title", "CTO", "ignored"]) == setting("Title", "CTO")
    assert row_from_cells(["Title", ""]) == Row("Title", KEEP)
    assert row_from_cells(["Title"]) == Row("Title", KEEP)


CELLS = st.tuples(st.integers(0, 6), st.sampled_from(list(Column)))
ACTS = st.one_of(
    st.tuples(st.just("insert"), st.integers(0, 3), st.lists(st.text(max_size=3), max_size=3)),
    st.tuples(st.just("remove"), st.lists(st.integers(0, 6), max_size=4), st.none()),
    st.tuples(st.just("duplicate"), st.lists(st.integers(0, 6), max_size=4), st.none()),
    st.tuples(st.just("mark"), st.lists(st.integers(0, 6), max_size=4), st.sampled_from([KEEP, CLEAR])),
    st.tuples(st.just("blank"), st.lists(CELLS, max_size=4), st.none()),
    st.tuples(st.just("type"), CELLS, st.text(max_size=4)),
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(acts=st.lists(ACTS, max_size=8))
def test_undoing_everything_gives_back_what_was_there(
    acts: list[tuple[str, object, object]], undo: QUndoStack, theme: Theme, sentences: Sentences
) -> None:
    model = AttributeModel(undo, theme, sentences)
    start = [setting("Title", "CTO"), Row("Fax", CLEAR), Row("Phone", KEEP)]
    model.start_over(start)
    for name, first, second in acts:
        _act(model, name, first, second)
    after = model.rows
    while undo.canUndo():
        undo.undo()
    assert model.rows == tuple(start)
    while undo.canRedo():
        undo.redo()
    assert model.rows == after


def _act(model: AttributeModel, name: str, first: object, second: object) -> None:
    match name, first, second:
        case "insert", int(at), list(texts):
            model.insert(min(at, len(model.rows)), [setting(text, text) for text in texts])
        case "type", (int(row), int(column)), str(text) if column != Column.REMARK:
            model.setData(model.index(row, column), text)
        case "mark", list(numbers), Edit() as edit:
            model.mark(numbers, edit)
        case "remove" | "duplicate" | "blank", list(numbers), None:
            getattr(model, name)(numbers)
