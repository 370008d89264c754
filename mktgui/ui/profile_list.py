"""The list of connections, and what can be done with a whole one."""

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QMenu, QPushButton, QVBoxLayout, QWidget

from mktgui.ui.confirm_button import ConfirmButton

ROOM = 6  # pixels above and below a name, together


class ProfileList(QWidget):
    """Says what the person wants; the editor does it."""

    chosen = Signal(int)
    """The row of a saved connection."""
    new_wanted = Signal()
    copy_wanted = Signal()
    rest_wanted = Signal()
    """A connection over REST is to be made from the chosen one."""
    delete_wanted = Signal()
    move_wanted = Signal(int)
    """By how many rows, -1 or 1."""
    import_wanted = Signal()
    export_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._saved = 0
        self.list = QListWidget()
        self.new = QPushButton(self.tr("&New"))
        self.delete = ConfirmButton(self.tr("De&lete"), self.tr("Really delete?"))
        self.more = QPushButton(self.tr("&More"))
        self.menu = QMenu(self.more)
        self.copy = self._add(self.tr("&Duplicate"), self.copy_wanted)
        self.over_rest = self._add(self.tr("Make a &REST connection from this one…"), self.rest_wanted)
        self.up, self.down = self.menu.addAction(self.tr("Move &up")), self.menu.addAction(self.tr("Move dow&n"))
        self.menu.addSeparator()
        self.take_in = self._add(self.tr("&Import…"), self.import_wanted)
        self.hand_on = self._add(self.tr("E&xport all, without keys…"), self.export_wanted)
        self._lay_out()
        self._connect()

    def show_names(self, names: list[str], row: int, unsaved: str = "") -> None:
        """These are saved; `unsaved` is the name of one that is not, at the end and chosen."""
        self.delete.withdraw()  # the first press was about another one
        with QSignalBlocker(self.list):
            self.list.clear()
            self.list.addItems([*names, unsaved] if unsaved else names)
            for item in map(self.list.item, range(self.list.count())):
                item.setSizeHint(QSize(1, self.list.fontMetrics().height() + ROOM))  # as wide as the list
                item.setToolTip(item.text())
            self.list.setCurrentRow(len(names) if unsaved else row)
        self._saved = len(names)

    def open_and_shut(self, *, waiting: bool, is_new: bool, is_soap: bool = False) -> None:
        """While something is unsaved or being saved the whole list waits. Only what speaks SOAP can move to REST."""
        row = self.list.currentRow()
        self.list.setEnabled(not waiting)
        self.list.setToolTip(self.tr("Save or discard the changes first.") if waiting else "")
        self.new.setEnabled(not waiting and not is_new)
        self.delete.setEnabled(not waiting and not is_new)
        self.more.setEnabled(not waiting)
        self.copy.setEnabled(not is_new)
        self.over_rest.setEnabled(is_soap and not is_new)
        self.up.setEnabled(not is_new and row > 0)
        self.down.setEnabled(not is_new and row < self._saved - 1)
        self.hand_on.setEnabled(self._saved > 0)

    def _choose(self, row: int) -> None:
        if 0 <= row < self._saved:
            self.chosen.emit(row)

    def _add(self, text: str, wanted: object) -> QAction:
        action = self.menu.addAction(text)
        action.triggered.connect(wanted)
        return action

    def _connect(self) -> None:
        self.list.currentRowChanged.connect(self._choose)
        self.new.clicked.connect(self.new_wanted)
        self.delete.confirmed.connect(self.delete_wanted)
        self.up.triggered.connect(lambda: self.move_wanted.emit(-1))
        self.down.triggered.connect(lambda: self.move_wanted.emit(1))

    def _lay_out(self) -> None:
        self.list.setAccessibleName(self.tr("Your connections"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)  # long names are cut, with a tip
        self.more.setMenu(self.menu)
        buttons = QHBoxLayout()
        for button in (self.new, self.delete, self.more):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.list, 1)
        layout.addLayout(buttons)
