"""The table itself: which keys edit, blank and move on, and how it keeps its place when other lines are shown."""

from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QHeaderView, QLineEdit, QTableView, QWidget

from mktgui.ui.attribute_cells import Column
from mktgui.ui.attribute_lines import Line
from mktgui.ui.attribute_model import AttributeModel

if TYPE_CHECKING:
    from mktgui.ui.cell_delegate import CellDelegate, ValueDelegate

Index = QModelIndex | QPersistentModelIndex
Key = Qt.Key
Hint = QAbstractItemDelegate.EndEditHint
HEAD_WIDTH, LINE_HEIGHT = 34, 26
MOST_KEPT = 2000  # selected cells; more than that is everything, and selected again by one key
_STEPS = {Hint.EditNextItem: 1, Hint.EditPreviousItem: -1}
_RETURNS = {Key.Key_Return, Key.Key_Enter}
_PLAIN = {Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier}


class _Typing(NamedTuple):
    """An editor that was open: where, what was typed by then, and where the cursor stood in it."""

    text: str
    given: str
    cursor: int


class _Kept(NamedTuple):
    """Where the person was in the table."""

    line: Line | None
    column: int
    scrolled: int
    selected: tuple[tuple[Line | None, int], ...]
    typing: _Typing | None


class _Heads(QHeaderView):
    """The heads of the lines. Their width is given: Qt would measure 200 of them with every change of one."""

    def __init__(self) -> None:
        super().__init__(Qt.Orientation.Vertical)
        self.setSectionsClickable(True)
        self.setDefaultSectionSize(LINE_HEIGHT)
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(HEAD_WIDTH, 0)


class AttributeView(QTableView):
    """A table that is left with Tab after its last cell's neighbour, and in which typing begins an edit."""

    long_wanted = Signal(int)
    """The value at this place is to be edited in more than one line."""
    left_blank = Signal()
    """A value was typed away, which leaves the field alone: it does not empty it."""
    resized = Signal()
    """There is another amount of `room` now."""
    typed = Signal()
    """Something else stands in an open editor now, or it was shut."""

    def __init__(self, model: AttributeModel) -> None:
        super().__init__()
        self._lines = model
        self.room = 0
        """The width for columns, in pixels. Told by Qt, for PySide makes a class of each widget to name a viewport."""
        self._led: int | None = None  # where a name that was just typed stands
        self._kept: _Kept | None = None
        self.setVerticalHeader(_Heads())
        self.setModel(model)
        self._set_looks()
        self.setEditTriggers(QTableView.EditTrigger.AnyKeyPressed)
        self.doubleClicked.connect(self.open)
        model.led_to.connect(self._remember_name)
        model.rowsInserted.connect(self._equip)
        model.modelReset.connect(self._equip)
        model.modelAboutToBeReset.connect(self._keep_place)
        model.modelReset.connect(self._find_place)
        for fewer in (model.modelReset, model.rowsRemoved):
            fewer.connect(self._scroll_into_range)

    def open(self, index: Index) -> None:
        """Edit a cell. A value with line breaks does not fit into a line: it is asked for elsewhere."""
        self._equip()
        place, column = index.row(), index.column()
        if not self._lines.can_edit(place, column):
            return
        if self._is_long(index):
            self.long_wanted.emit(place)
        else:
            self.edit(index)

    def given(self, place: int) -> str:
        """What the editor of the new value at this place begins with."""
        return self._values.given(self.model().index(place, Column.VALUE))

    @property
    def as_typed(self) -> tuple[Line | None, int, str] | None:
        """What stands in an open editor and is not taken over yet: line (None for the empty one), column, text."""
        editor, index = self._editor(), self.currentIndex()
        if editor is None or editor.text() == str(editor.property("given") or ""):
            return None
        return self._lines.line(index.row()), index.column(), self._values.meant(editor.text(), index)

    def finish(self) -> None:
        """Take over what stands in an open editor."""
        editor = self._editor()
        if editor is not None:
            self.commitData(editor)
            self.closeEditor(editor, Hint.NoHint)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._equip()
        editing = self.state() == QTableView.State.EditingState  # an editor passes on the Return that ends it
        if not editing and self._does(event):
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A remark that comes below the table must not cover the very cell it speaks of."""
        seen, before = self.visualRect(self.currentIndex()), event.oldSize().height()
        super().resizeEvent(event)
        self.room = event.size().width()
        self.resized.emit()
        if event.size().height() < seen.bottom() <= before:
            self.scrollTo(self.currentIndex())

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """After a name comes its value: Tab goes right, then down to the next cell that can be edited."""
        was_typed = self.as_typed is not None
        super().closeEditor(editor, Hint.NoHint)
        if was_typed:
            self.typed.emit()
        led, self._led = self._led, None
        stayed = self.currentIndex() == self._names.began
        step = _STEPS.get(hint, 0)
        if led is not None and stayed:
            self.setCurrentIndex(self.model().index(led, Column.FIELD if step > 0 else Column.VALUE))
        following = self._next_cell(step) if step else None
        if following is not None:
            self.setCurrentIndex(following)
            if not self._is_long(following):  # whoever is going on from cell to cell is not held up by one
                self.edit(following)

    def _equip(self) -> None:
        """Have what edits and paints cells, as soon as there is a line or a key."""
        if "_names" not in vars(self):
            self.setItemDelegate(self._names)
            self.setItemDelegateForColumn(Column.VALUE, self._values)

    @cached_property
    def _names(self) -> "CellDelegate":
        from mktgui.ui.cell_delegate import CellDelegate  # noqa: PLC0415 - Python makes 19 lists of words for it

        made = CellDelegate(self._lines, self)
        made.typed.connect(self.typed)
        return made

    @cached_property
    def _values(self) -> "ValueDelegate":
        from mktgui.ui.cell_delegate import ValueDelegate  # noqa: PLC0415 - as above

        made = ValueDelegate(self._lines, self)
        made.typed.connect(self.typed)
        made.left_blank.connect(self.left_blank)
        return made

    def _does(self, event: QKeyEvent) -> bool:
        """Whether this key does something of ours here."""
        key, modifiers = event.key(), event.modifiers()
        if key in _RETURNS and modifiers == Qt.KeyboardModifier.ShiftModifier:
            self._want_long()
        elif key == Key.Key_F2 or (key in _RETURNS and modifiers in _PLAIN):
            self._edit_line()
        elif key == Key.Key_Delete and not modifiers:
            self._lines.edits.blank([(index.row(), index.column()) for index in self.selectedIndexes()])
        elif key == Key.Key_Space and not modifiers:
            return self._toggle()
        else:
            return False
        return True

    def _is_long(self, index: Index) -> bool:
        from mktgui.ui.line_breaks import has_breaks  # noqa: PLC0415 - not for the first paint

        return index.column() == Column.VALUE and has_breaks(self._values.given(index))

    def _edit_line(self) -> None:
        """Edit the cell, or the new value of its line where the cell cannot be edited."""
        index = self.currentIndex()
        if index.isValid() and not self._lines.can_edit(index.row(), index.column()):
            index = index.siblingAtColumn(Column.VALUE)
            self.setCurrentIndex(index)
        self.open(index)

    def _want_long(self) -> None:
        place = self.currentIndex().row()
        if self._lines.line(place) is not None and self._lines.can_edit(place, Column.VALUE):
            self.long_wanted.emit(place)

    def _toggle(self) -> bool:
        index = self.currentIndex()
        line = self._lines.line(index.row())
        from mktgui.ui.typed_values import Kind, kind_of, next_choice  # noqa: PLC0415 - not for the first paint

        if line is None or line.is_locked or index.column() != Column.VALUE or kind_of(line.type) is not Kind.BOOLEAN:
            return False
        self._lines.setData(index, next_choice(line.edit))
        return True

    def _next_cell(self, step: int) -> QModelIndex | None:
        """The nearest cell in that direction that can be edited, line by line."""
        columns = (Column.FIELD, Column.VALUE)
        current, last = self.currentIndex(), self.model().rowCount() * 2
        at = current.row() * 2 + (current.column() >= Column.VALUE) + step
        while 0 <= at < last:
            row, column = at // 2, columns[at % 2]
            if self._lines.can_edit(row, column):
                return self.model().index(row, column)
            at += step
        return None

    def _editor(self) -> QLineEdit | None:
        widget = self.indexWidget(self.currentIndex())
        return widget if isinstance(widget, QLineEdit) else None

    def _remember_name(self, place: int) -> None:
        self._led = place

    def _keep_place(self) -> None:
        current, editor = self.currentIndex(), self._editor()
        selected = self.selectedIndexes()
        self._kept = _Kept(
            line=self._lines.line(current.row()),
            column=current.column(),
            scrolled=self.verticalScrollBar().value(),
            selected=tuple((self._lines.line(one.row()), one.column()) for one in selected[:MOST_KEPT]),
            typing=_Typing(editor.text(), str(editor.property("given") or ""), editor.cursorPosition())
            if editor is not None
            else None,
        )
        if editor is not None:
            # Qt would take this delegate's hands off it only after the indexes are gone, and not find them.
            super().closeEditor(editor, Hint.RevertModelCache)

    def _find_place(self) -> None:
        kept, self._kept = self._kept, None
        if kept is None or kept.column < 0:
            return
        at = self._index_of(kept.line, kept.column)
        if at is None:
            self._save(kept)
            return
        from PySide6.QtCore import QItemSelection, QItemSelectionModel  # noqa: PLC0415 - not for the first paint

        self.selectionModel().setCurrentIndex(at, QItemSelectionModel.SelectionFlag.NoUpdate)
        chosen = QItemSelection()
        for line, column in kept.selected:
            index = self._index_of(line, column)
            if index is not None:
                chosen.select(index, index)
        self.selectionModel().select(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.verticalScrollBar().setValue(kept.scrolled)
        if kept.typing is not None:
            self._go_on_typing(at, kept.typing)

    def _go_on_typing(self, at: QModelIndex, typing: _Typing) -> None:
        self.edit(at)
        editor = self._editor()
        if editor is not None:
            editor.setProperty("given", typing.given)
            editor.setText(typing.text)
            editor.setCursorPosition(typing.cursor)

    def _scroll_into_range(self) -> None:
        """At once: as long as the heads are scrolled behind the last of them, Qt paints every one that there is."""
        self.executeDelayedItemsLayout()

    def _save(self, kept: _Kept) -> None:
        """The line is not there any more: what was being typed into it becomes a row, so that it is not lost."""
        typing = kept.typing
        if typing is None or typing.text == typing.given or kept.line is None or kept.column != Column.VALUE:
            return
        self._lines.edits.give(kept.line, typing.text)

    def _index_of(self, line: Line | None, column: int) -> QModelIndex | None:
        if line is None:
            return self.model().index(self.model().rowCount() - 1, column)
        return self.model().index(line.place, column) if self._lines.line(line.place) is line else None

    def _set_looks(self) -> None:
        self.setTabKeyNavigation(False)
        self.setAlternatingRowColors(False)
        self.setWordWrap(False)
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
