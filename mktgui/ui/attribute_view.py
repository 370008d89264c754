"""The table itself: which keys edit, blank and move on."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QHeaderView,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from mktgui.ui.attribute_model import AttributeModel

Index = QModelIndex | QPersistentModelIndex
GIVEN = "given"  # a property, not an attribute: Qt keeps the editor, but not what Python adds to it


class AttributeView(QTableView):
    """A table that is left with Tab after its last cell's neighbour, and in which typing begins an edit."""

    def __init__(self, model: AttributeModel) -> None:
        super().__init__()
        self._rows = model
        self.setModel(model)
        self.setItemDelegate(OneLine(self))
        self.setTabKeyNavigation(False)
        self.setAlternatingRowColors(False)
        self.setWordWrap(False)
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().setDefaultSectionSize(26)
        self.verticalHeader().setMinimumWidth(30)
        self.verticalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setEditTriggers(
            QTableView.EditTrigger.DoubleClicked
            | QTableView.EditTrigger.EditKeyPressed
            | QTableView.EditTrigger.AnyKeyPressed
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        editing = self.state() == QTableView.State.EditingState  # an editor passes on the Return that ends it
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers() and not editing:
            self.edit(self.currentIndex())
            return
        if event.key() == Qt.Key.Key_Delete and not event.modifiers():
            self._blank_selected()
            return
        super().keyPressEvent(event)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """After a name comes its value: Tab goes right, then down to the next name."""
        super().closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)
        current = self.currentIndex()
        step = {
            QAbstractItemDelegate.EndEditHint.EditNextItem: 1,
            QAbstractItemDelegate.EndEditHint.EditPreviousItem: -1,
        }.get(hint, 0)
        place = current.row() * 2 + min(current.column(), 1) + step
        if step and 0 <= place < self.model().rowCount() * 2:
            following = self.model().index(*divmod(place, 2))
            self.setCurrentIndex(following)
            self.edit(following)

    def _blank_selected(self) -> None:
        self._rows.blank([(index.row(), index.column()) for index in self.selectedIndexes()])


class OneLine(QStyledItemDelegate):
    """Edits a cell in one line; a value that nobody touched is never written back.

    Each editor remembers what it was given. Qt's own mark of a change stays off for dictation and screen readers.
    """

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = QLineEdit(parent)
        editor.setFrame(False)
        header = index.model().headerData(index.column(), Qt.Orientation.Horizontal)
        editor.setAccessibleName(self.tr("{column}, row {row}").format(column=header, row=index.row() + 1))
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Also called when a remark on the row changes: what the person has typed by then stays."""
        if isinstance(editor, QLineEdit) and not _is_touched(editor):
            editor.setText(str(index.data(Qt.ItemDataRole.EditRole) or ""))
            editor.setProperty(GIVEN, editor.text())

    def setModelData(self, editor: QWidget, model: object, index: Index) -> None:
        if isinstance(editor, QLineEdit) and _is_touched(editor):
            index.model().setData(index, editor.text())


def _is_touched(editor: QLineEdit) -> bool:
    return editor.text() != str(editor.property(GIVEN) or "")
