"""Recipes: changes that come up again and again, one click away, and new ones made of what is in the table."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from mktgui.ui.theme import Theme, colour_text

if TYPE_CHECKING:
    from mktgui.domain.recipe import Recipe
    from mktgui.ui.recipe_editor import RecipeEditor

ROWS_SEEN = 4
AIR = 1  # pixels around a row


class _Rows(QListWidget):
    """Asks for a few rows, and can be made lower or higher."""

    def sizeHint(self) -> QSize:
        row = self.sizeHintForRow(0) if self.count() else self.fontMetrics().height()
        rows = min(max(self.count(), 1), ROWS_SEEN)
        return QSize(180, rows * (row + 2 * AIR) + 2 * self.frameWidth() + 2)

    def minimumSizeHint(self) -> QSize:
        return QSize(100, 2 * self.fontMetrics().height() + 8)


class RecipeList(QWidget):
    """A click or Enter lays a recipe over the draft, which can be undone there; its remark stays below the list."""

    apply_wanted = Signal(object)
    """The `Recipe` to lay over the draft."""
    new_wanted = Signal(str)
    """The name under which the changes in the table are to be kept as a recipe."""
    saved = Signal(object)
    """A `Recipe` that was changed."""
    removed = Signal(str)
    """The id of one that is to be deleted, or put away where it is shipped."""
    restored = Signal(str)
    """The id of a shipped one that is wanted as it was shipped."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._recipes: tuple[Recipe, ...] = ()
        self._hidden: tuple[Recipe, ...] = ()
        self._shipped: dict[str, Recipe] = {}
        self._editor: RecipeEditor | None = None
        self._can_save = False
        self.title = QLabel(self.tr("Recipes"))
        self.list = _Rows()
        self.empty = QLabel(self.tr("None. Make changes in the table and save them as a recipe."))
        self.remark = QLabel()
        self.edit = QAction(self.tr("&Edit…"), self.list)
        self.bring_back = QAction(self.tr("&Bring back the recipes that came with the program"), self.list)
        self.save = QPushButton(self.tr("Save changes as recipe…"))
        self.name = QLineEdit()
        self.keep, self.leave = QToolButton(), QToolButton()
        self._name_line = QWidget()
        self._lay_out()
        self._connect()
        self.show_recipes(())
        self.empty.hide()  # nobody knows yet

    def show_recipes(
        self, recipes: Sequence["Recipe"], hidden: Sequence["Recipe"] = (), shipped: Sequence["Recipe"] = ()
    ) -> None:
        """These from now on. `hidden` were put away; `shipped` are those that came with the program, unchanged."""
        before = self._current()
        self._recipes, self._hidden = tuple(recipes), tuple(hidden)
        self._shipped = {one.id: one for one in shipped}
        self.list.clear()
        self.list.addItems([recipe.name for recipe in self._recipes])
        for number, recipe in enumerate(self._recipes):
            self.list.item(number).setToolTip(recipe.remark)
            if before is not None and recipe.id == before.id:
                self.list.setCurrentRow(number)
        self.list.setVisible(bool(self._recipes))
        self.empty.setVisible(not self._recipes)
        self.bring_back.setEnabled(bool(self._hidden))
        self.list.updateGeometry()
        self._show_remark()

    def can_save(self, *, can: bool) -> None:
        """Whether there is anything in the table to make a recipe of."""
        self._can_save = can
        self.save.setEnabled(can)
        self.save.setToolTip("" if can else self.tr("Change something in the table first."))
        self._judge_name()

    def _current(self) -> "Recipe | None":
        row = self.list.currentRow()
        return self._recipes[row] if 0 <= row < len(self._recipes) else None

    def _show_remark(self) -> None:
        recipe = self._current()
        self.remark.setText(recipe.remark if recipe is not None else "")
        self.remark.setVisible(bool(self.remark.text()))
        self.edit.setEnabled(recipe is not None)

    def _apply(self) -> None:
        recipe = self._current()
        if recipe is not None:
            self.apply_wanted.emit(recipe)

    def _open_editor(self) -> None:
        recipe = self._current()
        if recipe is None:
            return
        if self._editor is None:
            from mktgui.ui.recipe_editor import RecipeEditor  # noqa: PLC0415 - few people edit them

            self._editor = RecipeEditor(self._theme, self)
            self._editor.saved.connect(self.saved)
            self._editor.removed.connect(self.removed)
            self._editor.restored.connect(self.restored)
        self._editor.begin(recipe, self._shipped.get(recipe.id))

    def _bring_back(self) -> None:
        for recipe in self._hidden:
            self.restored.emit(recipe.id)

    def _ask_name(self) -> None:
        self.save.hide()
        self._name_line.show()
        self.name.clear()
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)
        self._judge_name()

    def _end_naming(self) -> None:
        had_focus = any(widget.hasFocus() for widget in (self.name, self.keep, self.leave))
        self._name_line.hide()
        self.save.show()
        if had_focus:
            self.save.setFocus(Qt.FocusReason.OtherFocusReason)

    def _judge_name(self) -> None:
        self.keep.setEnabled(self._can_save and bool(self.name.text().strip()))

    def _keep(self) -> None:
        if self.keep.isEnabled():
            self.new_wanted.emit(self.name.text().strip())
            self._end_naming()

    def _connect(self) -> None:
        self.list.itemClicked.connect(self._apply)
        self.list.currentRowChanged.connect(self._show_remark)
        self.edit.triggered.connect(self._open_editor)
        self.bring_back.triggered.connect(self._bring_back)
        self.save.clicked.connect(self._ask_name)
        self.name.textChanged.connect(self._judge_name)
        self.name.returnPressed.connect(self._keep)
        self.keep.clicked.connect(self._keep)
        self.leave.clicked.connect(self._end_naming)
        for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_key(key, self.list, Qt.ShortcutContext.WidgetShortcut).activated.connect(self._apply)
        inside = Qt.ShortcutContext.WidgetWithChildrenShortcut
        self._on_key(Qt.Key.Key_Escape, self._name_line, inside).activated.connect(self._end_naming)
        self._theme.changed.connect(self._colour)

    def _on_key(self, key: Qt.Key, widget: QWidget, context: Qt.ShortcutContext) -> QShortcut:
        shortcut = QShortcut(QKeySequence(key), widget)
        shortcut.setContext(context)
        return shortcut

    def _colour(self) -> None:
        for words in (self.empty, self.remark):
            colour_text(words, self._theme.colours.muted)

    def _lay_out(self) -> None:
        bold = self.title.font()
        bold.setBold(True)
        self.title.setFont(bold)
        for words in (self.empty, self.remark):
            words.setTextFormat(Qt.TextFormat.PlainText)
            words.setWordWrap(True)
        self._colour()
        self.edit.setShortcut(QKeySequence(Qt.Key.Key_F2))
        self.edit.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self.list.addActions([self.edit, self.bring_back])
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.list.setSpacing(AIR)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(self.tr("Recipes"))
        self.name.setPlaceholderText(self.tr("Name of the recipe"))
        self.name.setAccessibleName(self.tr("Name of the recipe"))
        line = QHBoxLayout(self._name_line)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.name, 1)
        for button, text in ((self.keep, self.tr("Save")), (self.leave, self.tr("Cancel"))):
            button.setText(text)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            line.addWidget(button)
        self._name_line.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 6, 0, 0)
        layout.setSpacing(4)
        for widget in (self.title, self.empty, self.list, self.remark, self.save, self._name_line):
            layout.addWidget(widget)
        self.can_save(can=False)
