"""The attribute table as a person works it: keys, buttons, copy and paste."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QClipboard, QKeySequence, QUndoStack
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QLabel, QToolButton, QVBoxLayout, QWidget

from mktgui.domain.draft import CLEAR, KEEP, Row
from mktgui.domain.findings import Finding
from mktgui.domain.pasted import read_cells, write_cells
from mktgui.ui.attribute_model import AttributeModel, Column, row_from_cells
from mktgui.ui.attribute_view import AttributeView
from mktgui.ui.names import plain

NAME_WIDTH, VALUE_WIDTH = 140, 150


class AttributeTable(QWidget):
    """The table with its row of buttons. `model` holds the rows; every act here goes through it."""

    said = Signal(str)
    """A sentence about what an act did, for the line under the table."""

    def __init__(self, model: AttributeModel, undo: QUndoStack, clipboard: QClipboard) -> None:
        super().__init__()
        self.model, self._undo, self._clipboard = model, undo, clipboard
        self.view = AttributeView(model)
        self.view.setAccessibleName(self.tr("Attributes to change"))
        self._set_columns()
        self.actions_of_rows = self._make_actions()
        self.message = QLabel()
        self._said = False  # whether the line under the table tells of an act, until the person moves on
        self.message.setTextFormat(Qt.TextFormat.PlainText)
        self.message.setWordWrap(True)
        self.message.hide()
        self._lay_out()
        self.view.selectionModel().currentChanged.connect(self._show_remark)

    def show_findings(self, findings: tuple[Finding, ...]) -> None:
        """Put what the rules say at the cells."""
        self.model.set_findings(findings)
        if not self._said:
            self._show_remark()

    def add_row(self) -> None:
        """Go to the empty line and begin to type."""
        index = self.model.index(self.model.rowCount() - 1, Column.NAME)
        self.view.setCurrentIndex(index)
        self.view.edit(index)

    def duplicate(self) -> None:
        """Put a copy below each selected row."""
        self.model.duplicate(self._numbers())

    def delete(self) -> None:
        """Take the selected rows out."""
        self.model.remove(self._numbers())

    def set_empty(self) -> None:
        """Mark the selected rows to be emptied: an act of its own, so that no blank cell does it."""
        self.model.mark(self._numbers(), CLEAR)

    def leave_alone(self) -> None:
        """Take the marks off the selected rows."""
        self.model.mark(self._numbers(), KEEP)

    def paste(self) -> None:
        """Take over what a spreadsheet put on the clipboard: two columns become rows, one column fills cells."""
        cells = read_cells(self._clipboard.text())
        if not cells:
            self._say(self.tr("There is nothing to paste on the clipboard."))
            return
        at = max(self.view.currentIndex().row(), 0)
        if max(len(row) for row in cells) > 1:
            rows = [row_from_cells(row) for row in cells if any(row)]
            self.model.insert(min(at, len(self.model.rows)), rows)
            self._say(self._told_of_paste(cells, len(rows)))
        else:
            self._paste_one_column(at, [row[0] for row in cells])

    def copy(self) -> None:
        """Put the selected cells on the clipboard, as a spreadsheet would."""
        selected = [index for index in self.view.selectedIndexes() if index.column() != Column.REMARK]
        lines: dict[int, list[str]] = {}
        for index in sorted(selected, key=lambda one: (one.row(), one.column())):
            lines.setdefault(index.row(), []).append(str(self.model.data(index, Qt.ItemDataRole.EditRole) or ""))
        if lines:
            self._clipboard.setText(write_cells(list(lines.values())))

    def _paste_one_column(self, at: int, texts: list[str]) -> None:
        column = Column.VALUE if self.view.currentIndex().column() == Column.VALUE else Column.NAME
        old = self.model.rows[at : at + len(texts)]
        kept = (*old, *(Row(),) * (len(texts) - len(old)))
        if column is Column.NAME:
            rows = [Row(text, row.edit) for text, row in zip(texts, kept, strict=True)]
        else:
            rows = [row_from_cells([row.name, text]) for text, row in zip(texts, kept, strict=True)]
        self.model.overwrite(at, rows)
        self._say(self.tr("Pasted %n cell(s).", "", len(rows)))

    def _told_of_paste(self, cells: list[list[str]], count: int) -> str:
        told = self.tr("Pasted %n row(s).", "", count)
        widest = max(len(row) for row in cells)
        if widest > 2:  # noqa: PLR2004 - a name and a value
            told += " " + self.tr("Only the first two of {count} columns were taken.").format(count=widest)
        return told

    def _numbers(self) -> list[int]:
        numbers = {index.row() for index in self.view.selectedIndexes()}
        return sorted(numbers or {self.view.currentIndex().row()} - {-1})

    def _say(self, sentence: str) -> None:
        self._said = True
        self.message.setText(sentence)
        self.message.show()
        self.said.emit(sentence)

    def _show_remark(self) -> None:
        """The remark on the current row in full: its column may be too narrow for it."""
        self._said = False
        current = self.view.currentIndex()
        text = str(self.model.data(current.siblingAtColumn(Column.REMARK)) or "") if current.isValid() else ""
        self.message.setText(text)
        self.message.setVisible(bool(text))

    def _set_columns(self) -> None:
        header = self.view.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setSectionResizeMode(Column.REMARK, QHeaderView.ResizeMode.Stretch)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        header.resizeSection(Column.NAME, NAME_WIDTH)
        header.resizeSection(Column.VALUE, VALUE_WIDTH)

    def _make_actions(self) -> tuple[QAction, ...]:
        keys = QKeySequence.StandardKey
        actions = (
            self._action(self.tr("&Add attribute"), self.tr("Add"), ["Ctrl+I"], self.add_row),
            self._action(self.tr("D&uplicate row"), self.tr("Duplicate"), ["Ctrl+D"], self.duplicate),
            self._action(self.tr("De&lete row"), self.tr("Delete"), ["Ctrl+Del"], self.delete),
            self._action(self.tr("Set to &empty"), self.tr("Set empty"), ["Ctrl+0"], self.set_empty),
            self._action(self.tr("Lea&ve alone"), "", ["Ctrl+Backspace"], self.leave_alone),
            self._action(self.tr("&Copy cells"), "", [keys.Copy], self.copy),
            self._action(self.tr("&Paste"), self.tr("Paste"), [keys.Paste], self.paste),
            self._action(self.tr("&Undo"), self.tr("Undo"), [keys.Undo], self._undo.undo),
            self._action(self.tr("&Redo"), self.tr("Redo"), ["Ctrl+Shift+Z", "Ctrl+Y"], self._undo.redo),
        )
        actions[0].setShortcutContext(Qt.ShortcutContext.WindowShortcut)  # the way from the key to the table
        for action, can in zip(actions[-2:], (self._undo.canUndoChanged, self._undo.canRedoChanged), strict=True):
            action.setEnabled(False)
            can.connect(action.setEnabled)
        self.view.addActions(actions)
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        return actions

    def _action(
        self, text: str, button: str, keys: Sequence[str | QKeySequence.StandardKey], act: Callable[[], None]
    ) -> QAction:
        action = QAction(text, self)
        action.setData(button)
        action.setIconText(button)  # a button takes its text from here whenever the action changes
        action.setShortcuts([QKeySequence(one) for one in keys])
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(act)
        native = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        action.setToolTip(f"{plain(text)} ({native})")
        return action

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.setSpacing(2)
        for action in self.actions_of_rows:
            if action.data():
                bar.addWidget(_button(action))
        bar.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(bar)
        layout.addWidget(self.view, 1)
        layout.addWidget(self.message)


def _button(action: QAction) -> QToolButton:
    button = QToolButton()
    button.setDefaultAction(action)
    button.setAccessibleName(plain(action.text()))
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.setAutoRaise(True)
    return button
