"""One recipe, to be changed: its name, its remark, its fields. A window beside the others, not in front of them."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from mktgui.domain.draft import CLEAR, EditKind, Row, edit_from_text
from mktgui.domain.findings import Severity
from mktgui.ui.confirm_button import ConfirmButton
from mktgui.ui.field_notes import Note
from mktgui.ui.theme import Theme
from mktgui.ui.tick_delegate import TickDelegate

if TYPE_CHECKING:
    from mktgui.domain.recipe import Recipe

SIZE = (520, 420)
FIELD, VALUE, EMPTY = range(3)


class RecipeEditor(QDialog):
    """Nothing is changed before Save. Whoever closes the window with changes is told so first."""

    saved = Signal(object)
    """The `Recipe` as it is now."""
    removed = Signal(str)
    """Its id."""
    restored = Signal(str)
    """Its id: it is wanted as it was shipped."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._recipe: Recipe | None = None
        self._warned = False
        self.name = QLineEdit()
        self.remark = QPlainTextEdit()
        self.table = QTableWidget(0, 3)
        self.table.setItemDelegateForColumn(EMPTY, TickDelegate(theme, self.table))
        self.add, self.take = QPushButton(self.tr("&Add field")), QPushButton(self.tr("&Remove field"))
        self.save, self.shut = QPushButton(self.tr("&Save")), QPushButton(self.tr("Close"))
        self.delete = ConfirmButton(self.tr("De&lete"), self.tr("Really delete?"))
        self.restore = ConfirmButton(self.tr("As s&hipped"), self.tr("Really drop your changes?"))
        self.note = Note(self.save, theme)
        self._lay_out()
        self._connect()

    def begin(self, recipe: "Recipe", shipped: "Recipe | None") -> None:
        """Edit this one; `shipped` is how it came with the program, None for one of the person's own."""
        if self.isVisible() and self._recipe is not None and recipe.id != self._recipe.id and self._is_changed():
            self.note.say(self.tr("Not saved yet. Save, or close twice to drop the changes."), Severity.WARNING)
            self._come_up()
            return
        if not (self.isVisible() and self._recipe is not None and recipe.id == self._recipe.id):
            self._fill(recipe)
        self.restore.setVisible(shipped is not None)
        self.restore.setEnabled(shipped is not None and shipped != recipe)
        self._come_up()

    def made(self) -> "Recipe | None":
        """What is in the window now; None before there is any."""
        if self._recipe is None:
            return None
        name, remark = self.name.text().strip(), self.remark.toPlainText().strip()
        return replace(self._recipe, name=name, remark=remark, rows=tuple(self._rows()))

    def reject(self) -> None:
        """Closing with changes says so once; closing again drops them."""
        if self._is_changed() and not self._warned:
            self._warned = True
            self.note.say(self.tr("Not saved yet. Save, or close again to drop the changes."), Severity.WARNING)
            return
        super().reject()

    def _come_up(self) -> None:
        self.show()
        self.raise_()
        self.activateWindow()

    def _fill(self, recipe: "Recipe") -> None:
        self._recipe, self._warned = recipe, False
        self.setWindowTitle(self.tr("Recipe: {name}").format(name=recipe.name))
        self.name.setText(recipe.name)
        self.remark.setPlainText(recipe.remark)
        self.table.setRowCount(0)
        for row in recipe.rows:
            self._add_row(row)
        for button in (self.delete, self.restore):
            button.withdraw()
        self._judge()

    def _is_changed(self) -> bool:
        return self._recipe is not None and self.made() != self._recipe

    def _rows(self) -> list[Row]:
        rows = []
        for number in range(self.table.rowCount()):
            name, value, empty = (self.table.item(number, column) for column in range(3))
            clear = empty is not None and empty.checkState() is Qt.CheckState.Checked
            edit = CLEAR if clear else edit_from_text(value.text() if value is not None else "")
            if name is not None and name.text().strip():
                rows.append(Row(name.text().strip(), edit))
        return rows

    def _add_row(self, row: Row) -> None:
        number = self.table.rowCount()
        self.table.insertRow(number)
        self.table.setItem(number, FIELD, QTableWidgetItem(row.name))
        self.table.setItem(number, VALUE, QTableWidgetItem(row.edit.sent))
        empty = QTableWidgetItem()
        empty.setFlags(Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
        cleared = row.edit.kind is EditKind.CLEAR
        empty.setCheckState(Qt.CheckState.Checked if cleared else Qt.CheckState.Unchecked)
        self.table.setItem(number, EMPTY, empty)

    def _add_empty_row(self) -> None:
        self._add_row(Row())
        self.table.setCurrentCell(self.table.rowCount() - 1, FIELD)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        self.table.edit(self.table.currentIndex())

    def _take_row(self) -> None:
        if self.table.currentRow() >= 0:
            self.table.removeRow(self.table.currentRow())
            self._judge()

    def _judge(self) -> None:
        """What stands against saving is said, and shuts the button."""
        reason = self._why_not()
        self._warned = False
        self.save.setEnabled(not reason and self._is_changed())
        self.note.say(reason, Severity.ERROR)

    def _why_not(self) -> str:
        names = [row.name.casefold() for row in self._rows()]
        if not self.name.text().strip():
            return self.tr("Give the recipe a name.")
        if not names:
            return self.tr("Add a field: a recipe without one changes nothing.")
        twice = next((row.name for row in self._rows() if names.count(row.name.casefold()) > 1), "")
        return self.tr("{name} is in it twice. Keep one of them.").format(name=twice) if twice else ""

    def _save(self) -> None:
        made = self.made()
        if made is not None:
            self._recipe = made
            self.saved.emit(made)
            self.accept()

    def _delete(self) -> None:
        if self._recipe is not None:
            self.removed.emit(self._recipe.id)
            self.accept()

    def _restore(self) -> None:
        if self._recipe is not None:
            self.restored.emit(self._recipe.id)
            self.accept()

    def _connect(self) -> None:
        self.name.textChanged.connect(self._judge)
        self.remark.textChanged.connect(self._judge)
        self.table.cellChanged.connect(self._judge)
        self.add.clicked.connect(self._add_empty_row)
        self.take.clicked.connect(self._take_row)
        self.save.clicked.connect(self._save)
        self.shut.clicked.connect(self.reject)
        self.delete.confirmed.connect(self._delete)
        self.restore.confirmed.connect(self._restore)

    def _lay_out(self) -> None:
        self.resize(*SIZE)
        self.name.setAccessibleName(self.tr("Name of the recipe"))
        self.remark.setAccessibleName(self.tr("Remark: what else to look at"))
        self.remark.setTabChangesFocus(True)
        self.remark.setMaximumHeight(72)
        self.table.setHorizontalHeaderLabels([self.tr("Field (API name)"), self.tr("New value"), self.tr("Set empty")])
        self.table.setAccessibleName(self.tr("Fields of the recipe"))
        self.table.setTabKeyNavigation(False)
        self.table.verticalHeader().hide()
        header = self.table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(EMPTY, QHeaderView.ResizeMode.ResizeToContents)
        self.table.setToolTip(self.tr("A field without a value is brought up for you to fill in."))
        form = QFormLayout()
        form.addRow(self.tr("&Name"), self.name)
        form.addRow(self.tr("Re&mark"), self.remark)
        rows, ends = QHBoxLayout(), QHBoxLayout()
        for line, buttons in ((rows, (self.add, self.take)), (ends, (self.delete, self.restore))):
            for button in buttons:
                button.setAutoDefault(False)
                line.addWidget(button)
            line.addStretch()
        for button in (self.save, self.shut):
            button.setAutoDefault(False)
            ends.addWidget(button)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addWidget(self.table, 1)
        layout.addLayout(rows)
        layout.addWidget(self.note)
        layout.addLayout(ends)
