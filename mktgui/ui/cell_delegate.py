"""Opens the right editor in a cell of the attribute table, and takes over what was typed if anybody touched it."""

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from mktgui.domain.draft import KEEP, EditKind
from mktgui.ui.attribute_cells import Column
from mktgui.ui.typed_values import Kind, kind_of, spelled_out

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtCore import QAbstractItemModel, QPoint, QRect
    from PySide6.QtWidgets import QWidget

    from mktgui.ui.attribute_lines import Line
    from mktgui.ui.attribute_model import AttributeModel
    from mktgui.ui.cell_editors import CellEditor

Index = QModelIndex | QPersistentModelIndex


class CellDelegate(QStyledItemDelegate):
    """For names: completes them. A value that nobody touched is never written back."""

    left_blank = Signal()
    """A value was typed away, which leaves the field alone: it does not empty it."""
    typed = Signal()
    """Something else stands in an open editor now."""

    def __init__(self, model: "AttributeModel", parent: "QWidget") -> None:
        super().__init__(parent)
        self._model = model
        self.began = QPersistentModelIndex()
        """The cell in which an editor was opened last."""

    def createEditor(self, parent: "QWidget", option: QStyleOptionViewItem, index: Index) -> "QWidget":
        self.began = QPersistentModelIndex(index)
        editor = self._editor(parent, index)
        editor.textChanged.connect(self.typed)
        line = self._model.line(index.row())
        words = {"column": self._model.cells.title(index.column()), "row": index.row() + 1}
        if line is not None and line.is_field:
            editor.setAccessibleName(self.tr("{column}, {field}").format(**words, field=line.label))
        else:
            editor.setAccessibleName(self.tr("{column}, row {row}").format(**words))
        return editor

    def setEditorData(self, editor: "QWidget", index: Index) -> None:
        """Also called when a remark on the row changes: what the person has typed by then stays."""
        from mktgui.ui.cell_editors import CellEditor  # noqa: PLC0415 - not before somebody types

        if isinstance(editor, CellEditor) and not editor.is_touched:
            editor.give(self.given(index))

    def setModelData(self, editor: "QWidget", model: "QAbstractItemModel", index: Index) -> None:
        from mktgui.ui.cell_editors import CellEditor  # noqa: PLC0415 - not before somebody types

        if not isinstance(editor, CellEditor) or not editor.is_touched:
            return
        text, line = self.meant(editor.text(), index), self._model.line(index.row())
        if not text and index.column() == Column.VALUE and line is not None and line.now is not None and line.now.text:
            self.left_blank.emit()
        self._model.setData(index, text)

    def meant(self, text: str, index: Index) -> str:
        """What a text that was typed into this cell is taken for: a value may be typed in short."""
        if index.column() != Column.VALUE:
            return text
        return spelled_out(text, self._kind(index), datetime.now(UTC).astimezone())

    def given(self, index: Index) -> str:
        """What an editor begins with: the new value, or else the one that the lead has now."""
        line = self._model.line(index.row())
        if line is None or index.column() != Column.VALUE:
            return str(index.data(Qt.ItemDataRole.EditRole) or "")
        now = line.now.text if line.now is not None and line.edit.kind is EditKind.KEEP else ""
        return line.edit.text or now

    def _editor(self, parent: "QWidget", index: Index) -> "CellEditor":
        from mktgui.ui.cell_editors import CellEditor, ChoiceEditor, NameEditor  # noqa: PLC0415 - as above

        if index.column() != Column.VALUE:
            return NameEditor(parent, names_to_offer(self._model.fields))
        kind = self._kind(index)
        return CellEditor(parent) if kind is Kind.TEXT else ChoiceEditor(parent, kind)

    def _kind(self, index: Index) -> Kind:
        line = self._model.line(index.row())
        return kind_of(line.type) if line is not None else Kind.TEXT


class ValueDelegate(CellDelegate):
    """For new values: behind each stands an arrow that takes the mark off again."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        option.decorationPosition = QStyleOptionViewItem.Position.Right
        option.decorationAlignment = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter

    def editorEvent(
        self, event: QEvent, model: "QAbstractItemModel", option: QStyleOptionViewItem, index: Index
    ) -> bool:
        line = self._model.line(index.row())
        clicked = _place_of_click(event)
        if line is not None and line.is_changed and clicked and self.arrow_at(option, index).contains(clicked):
            self._model.edits.mark([index.row()], KEEP)
            return True
        return super().editorEvent(event, model, option, index)

    def arrow_at(self, option: QStyleOptionViewItem, index: Index) -> "QRect":
        """Where the arrow is painted in the view."""
        filled = QStyleOptionViewItem(option)
        self.initStyleOption(filled, index)
        widget = option.widget
        return widget.style().subElementRect(QStyle.SubElement.SE_ItemViewItemDecoration, filled, widget)


def names_to_offer(fields: "Mapping[str, Line]") -> dict[str, str]:
    """What a list of names shows for each field, with the API name it stands for."""
    return {
        line.name if line.label == line.name else f"{line.label} ({line.name})": line.name for line in fields.values()
    }


def _place_of_click(event: QEvent) -> "QPoint | None":
    if event.type() != QEvent.Type.MouseButtonRelease or not isinstance(event, QMouseEvent):
        return None
    return event.position().toPoint() if event.button() == Qt.MouseButton.LeftButton else None
