"""The acts of the attribute table as actions: for its buttons, its menu, the window's menu, and their keys."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence, QUndoStack
from PySide6.QtWidgets import QToolButton

from mktgui.ui.names import plain

if TYPE_CHECKING:
    from mktgui.ui.attribute_table import AttributeTable

Keys = Sequence[str | QKeySequence.StandardKey]


class RowActs(QObject):
    """`all` are those on lines, `of_view` those of what is shown. An action with data has a button, which reads so."""

    def __init__(self, table: "AttributeTable", undo: QUndoStack) -> None:
        super().__init__(table.view)
        keys = QKeySequence.StandardKey
        acts = (
            self._action(self.tr("&Add field"), self.tr("Add"), ["Ctrl+I"], table.add_row),
            self._action(self.tr("Set to &empty"), self.tr("Set empty"), ["Ctrl+0"], table.set_empty),
            self._action(self.tr("Lea&ve alone"), self.tr("Leave alone"), ["Ctrl+Backspace"], table.leave_alone),
            self._action(self.tr("De&lete row"), self.tr("Delete"), ["Ctrl+Del"], table.delete),
            self._action(self.tr("Use what is &offered"), "", ["Alt+Return", "Alt+Enter"], table.take_offer),
            self._action(self.tr("&Favourite"), "", ["Ctrl+B"], table.favour),
            self._action(self.tr("&Copy cells"), "", [keys.Copy], table.copy),
            self._action(self.tr("Copy all &shown lines"), "", ["Ctrl+Shift+L"], table.copy_lines),
            self._action(self.tr("&Paste"), self.tr("Paste"), [keys.Paste], table.paste),
            self._action(self.tr("&Undo"), self.tr("Undo"), [keys.Undo], undo.undo),
            self._action(self.tr("&Redo"), self.tr("Redo"), ["Ctrl+Shift+Z", "Ctrl+Y"], undo.redo),
        )
        acts[0].setShortcutContext(Qt.ShortcutContext.WindowShortcut)  # the way from the key to the table
        for action, can in zip(acts[-2:], (undo.canUndoChanged, undo.canRedoChanged), strict=True):
            action.setEnabled(False)
            can.connect(action.setEnabled)
        self.all: tuple[QAction, ...] = acts
        self.of_view = (
            self._action(self.tr("F&ilter fields"), "", [keys.Find], table.filter.open),
            self._action(self.tr("&Read the fields of Marketo again"), "", [], table.ask_for_fields),
        )
        table.view.addActions(acts)
        table.addActions(self.of_view)

    def _action(self, text: str, button: str, keys: Keys, act: Callable[[], None]) -> QAction:
        action = QAction(self)
        action.setText(text)  # with the text in the call above, Python makes 150 words for the names of icons
        action.setData(button)
        action.setIconText(button)  # a button takes its text from here whenever the action changes
        action.setShortcuts([QKeySequence(one) for one in keys])
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(act)
        native = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        action.setToolTip(f"{plain(text)} ({native})")
        return action


def button_for(action: QAction) -> QToolButton:
    """A flat button that does it."""
    button = QToolButton()
    button.setDefaultAction(action)
    button.setAccessibleName(plain(action.text()))
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.setAutoRaise(True)
    return button
