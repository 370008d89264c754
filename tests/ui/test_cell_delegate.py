"""The right editor opens in each cell, begins with what is there, and gives back only what was touched."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QUndoStack
from PySide6.QtWidgets import QSpinBox, QStyleOptionViewItem, QTableView
from pytestqt.qtbot import QtBot

from mktgui.domain.draft import CLEAR
from mktgui.ui.attribute_cells import Column
from mktgui.ui.attribute_model import AttributeModel
from mktgui.ui.cell_delegate import CellDelegate, ValueDelegate, names_to_offer
from mktgui.ui.cell_editors import CellEditor, ChoiceEditor, NameEditor
from mktgui.ui.sentences import Sentences
from mktgui.ui.theme import Theme
from tests.ui.lead_sheet import CATALOGUE, RECORD, setting


@pytest.fixture
def model(undo: QUndoStack, theme: Theme, sentences: Sentences) -> AttributeModel:
    model = AttributeModel(undo, theme, sentences)
    model.start_over([setting("Title", "CTO"), setting("Titel", "x")])
    model.show_lead(RECORD, CATALOGUE, frozenset())
    return model


@pytest.fixture
def view(qtbot: QtBot, model: AttributeModel) -> Iterator[QTableView]:
    view = QTableView()
    qtbot.addWidget(view)
    view.setModel(model)
    view.show()
    yield view
    view.close()


def opened(view: QTableView, model: AttributeModel, name: str, column: Column = Column.VALUE) -> CellEditor:
    delegate = CellDelegate(model, view)
    index = model.index(next(line.place for line in model.lines() if line.name == name), column)
    editor = delegate.createEditor(view.viewport(), QStyleOptionViewItem(), index)
    assert isinstance(editor, CellEditor)
    assert delegate.began == index
    delegate.setEditorData(editor, index)
    return editor


def test_each_type_has_its_editor(view: QTableView, model: AttributeModel) -> None:
    assert type(opened(view, model, "Title")) is CellEditor
    assert isinstance(opened(view, model, "Unsubscribed"), ChoiceEditor)
    assert isinstance(opened(view, model, "Birthday"), ChoiceEditor)
    assert isinstance(opened(view, model, "Titel", Column.FIELD), NameEditor)


def test_editors_say_where_they_are(view: QTableView, model: AttributeModel) -> None:
    assert opened(view, model, "Title").accessibleName() == "New value, Job Title"
    row = len(model.fields) + 1
    assert opened(view, model, "Titel", Column.FIELD).accessibleName() == f"Field, row {row}"


def test_an_editor_begins_with_the_new_value_or_else_with_the_one_now(view: QTableView, model: AttributeModel) -> None:
    model.edits.mark([model.fields["Address"].place], CLEAR)
    begun = [opened(view, model, name).text() for name in ("Title", "Old__c", "Address", "Unsubscribed")]
    assert begun == ["CTO", "left over", "", ""]
    assert opened(view, model, "Titel", Column.FIELD).text() == "Titel"


def write(view: QTableView, model: AttributeModel, name: str, text: str) -> list[None]:
    delegate = CellDelegate(model, view)
    blanked: list[None] = []
    delegate.left_blank.connect(lambda: blanked.append(None))
    editor = opened(view, model, name)
    editor.setText(text)
    delegate.setModelData(editor, model, model.index(model.fields[name].place, Column.VALUE))
    return blanked


def test_short_words_are_spelled_out_as_the_type_wants_them(view: QTableView, model: AttributeModel) -> None:
    assert not write(view, model, "Unsubscribed", "y")
    assert not write(view, model, "Old__c", "y")
    assert model.rows[2:] == (setting("Unsubscribed", "true"), setting("Old__c", "y"))


def test_what_nobody_touched_is_not_written_and_a_blank_is_told_of(view: QTableView, model: AttributeModel) -> None:
    assert not write(view, model, "Old__c", "left over")
    assert len(write(view, model, "Old__c", "")) == 1
    assert not write(view, model, "Birthday", "")
    assert len(model.rows) == 2


def test_a_name_is_written_as_it_is_meant(view: QTableView, model: AttributeModel) -> None:
    delegate, index = CellDelegate(model, view), model.index(model.rowCount() - 2, Column.FIELD)
    editor = opened(view, model, "Titel", Column.FIELD)
    editor.setText("Address")
    delegate.setModelData(editor, model, index)
    assert model.rows[1] == setting("Address", "x")


def test_the_empty_line_opens_with_nothing(view: QTableView, model: AttributeModel) -> None:
    delegate, index = CellDelegate(model, view), model.index(model.rowCount() - 1, Column.VALUE)
    assert delegate.given(index) == ""
    assert type(delegate.createEditor(view.viewport(), QStyleOptionViewItem(), index)) is CellEditor


def test_an_editor_of_another_kind_is_passed_over(view: QTableView, model: AttributeModel) -> None:
    delegate, index = CellDelegate(model, view), model.index(2, Column.VALUE)
    delegate.setEditorData(QSpinBox(view), index)
    delegate.setModelData(QSpinBox(view), model, index)
    assert len(model.rows) == 2


def click(delegate: ValueDelegate, view: QTableView, name: str, *, on_arrow: bool, kind: QEvent.Type) -> bool:
    model = view.model()
    assert isinstance(model, AttributeModel)
    index = model.index(model.fields[name].place, Column.VALUE)
    option = QStyleOptionViewItem()
    option.initFrom(view)
    option.widget = view
    option.rect = view.visualRect(index)
    where = delegate.arrow_at(option, index).center() if on_arrow else option.rect.topLeft() + QPoint(4, 4)
    none = Qt.KeyboardModifier.NoModifier
    left = Qt.MouseButton.LeftButton
    event = QMouseEvent(kind, QPointF(where), QPointF(where), left, left, none)
    return delegate.editorEvent(event, model, option, index)


def test_the_arrow_in_a_changed_cell_takes_the_mark_off(view: QTableView, model: AttributeModel) -> None:
    delegate, release = ValueDelegate(model, view), QEvent.Type.MouseButtonRelease
    assert not click(delegate, view, "Title", on_arrow=False, kind=release)
    assert not click(delegate, view, "Title", on_arrow=True, kind=QEvent.Type.MouseButtonPress)
    assert not click(delegate, view, "Address", on_arrow=False, kind=release)
    assert model.fields["Title"].is_changed
    assert click(delegate, view, "Title", on_arrow=True, kind=release)
    assert not model.fields["Title"].is_changed


def test_another_button_on_the_arrow_does_nothing(view: QTableView, model: AttributeModel) -> None:
    delegate, index = ValueDelegate(model, view), model.index(model.fields["Title"].place, Column.VALUE)
    option = QStyleOptionViewItem()
    option.widget, option.rect = view, view.visualRect(index)
    where = QPointF(delegate.arrow_at(option, index).center())
    right = Qt.MouseButton.RightButton
    event = QMouseEvent(QEvent.Type.MouseButtonRelease, where, where, right, right, Qt.KeyboardModifier.NoModifier)
    assert not delegate.editorEvent(event, model, option, index)
    assert model.fields["Title"].is_changed


def test_names_are_offered_with_their_labels(model: AttributeModel) -> None:
    offered = names_to_offer(model.fields)
    assert offered["Job Title (Title)"] == "Title"
    assert offered["Old__c"] == "Old__c"
