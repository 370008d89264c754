"""What opens in a cell of the attribute table: a line to type in, with names or dates to choose from below it."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QCoreApplication, QDate, QEvent, QModelIndex, QObject, QPersistentModelIndex, QPoint, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QCalendarWidget, QCompleter, QLineEdit, QListView, QMenu, QStyle, QWidget

from mktgui.ui.typed_values import FALSE, TRUE, Kind, on_day

Index = QModelIndex | QPersistentModelIndex
Key = Qt.Key
GIVEN = "given"  # a property, not an attribute: Qt keeps the editor, but not what Python adds to it
MOST_NAMES = 12
_THROUGH = {Key.Key_Return, Key.Key_Enter, Key.Key_Tab, Key.Key_Backtab}


class CellEditor(QLineEdit):
    """Edits a cell in one line, and knows whether anybody touched it.

    It remembers what it was given. Qt's own mark of a change stays off for dictation and screen readers.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFrame(False)

    @property
    def is_touched(self) -> bool:
        """Whether it holds another text than it was given."""
        return self.text() != str(self.property(GIVEN) or "")

    def give(self, text: str) -> None:
        """Put a text in, as one that nobody typed: nobody is told of it either."""
        self.setProperty(GIVEN, text)
        self.blockSignals(True)  # noqa: FBT003 - Qt's own
        self.setText(text)
        self.blockSignals(False)  # noqa: FBT003


class NameCompleter(QCompleter):
    """Offers names by any part of their label or API name. `names` are the shown texts, each with its API name."""

    def __init__(self, names: Mapping[str, str], parent: QObject) -> None:
        super().__init__(list(names), parent)
        self._names = names
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setMaxVisibleItems(MOST_NAMES)

    def pathFromIndex(self, index: Index) -> str:
        """What is put into the line for one of them: its API name."""
        shown = str(index.data() or "")
        return self._names.get(shown, shown)


class NameEditor(CellEditor):
    """Edits a name. Return and Tab take what is chosen in the list and go on, as if there were no list."""

    def __init__(self, parent: QWidget, names: Mapping[str, str]) -> None:
        super().__init__(parent)
        self._completer = NameCompleter(names, self)
        self.offered = QListView()
        self.offered.setAccessibleName(self.tr("Fields with such a name"))
        self.offered.setUniformItemSizes(True)  # so that not every name is measured
        self._completer.setPopup(self.offered)
        self.offered.installEventFilter(self)  # after the completer's own filter: so this one is asked first
        self.setCompleter(self._completer)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.offered and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._goes_through(event)
        return super().eventFilter(watched, event)

    def _goes_through(self, event: QKeyEvent) -> bool:
        if event.key() not in _THROUGH:
            return False
        chosen = self.offered.currentIndex()
        if chosen.isValid():
            self.setText(self._completer.pathFromIndex(chosen))
        self.offered.hide()
        QCoreApplication.sendEvent(self, QKeyEvent(event.type(), event.key(), event.modifiers(), event.text()))
        return True


class ChoiceEditor(CellEditor):
    """Edits a value that can also be chosen: Alt+Down, or the arrow at its end, opens what there is to choose."""

    def __init__(self, parent: QWidget, kind: Kind) -> None:
        super().__init__(parent)
        self._kind = kind
        arrow = self.style().standardIcon(QStyle.StandardPixmap.SP_ArrowDown, None, self)
        action = QAction(arrow, self.tr("Choose (Alt+Down)"), self)
        action.triggered.connect(self.choose)
        self.addAction(action, QLineEdit.ActionPosition.TrailingPosition)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.choose()
            return
        super().keyPressEvent(event)

    def choose(self) -> None:
        """Open the choice below the cell."""
        popup = self._choices() if self._kind is Kind.BOOLEAN else self._calendar()
        popup.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        popup.move(self.mapToGlobal(QPoint(0, self.height())))
        popup.show()
        popup.setFocus(Qt.FocusReason.PopupFocusReason)

    def _choices(self) -> QMenu:
        menu = QMenu(self)
        for text in (TRUE, FALSE):
            menu.addAction(text, partial(self.setText, text))
        menu.setActiveAction(menu.actions()[0])
        return menu

    def _calendar(self) -> QCalendarWidget:
        calendar = QCalendarWidget(self)
        calendar.setWindowFlags(Qt.WindowType.Popup)
        calendar.setAccessibleName(self.tr("Choose a day"))
        calendar.setGridVisible(True)
        day = QDate.fromString(self.text().strip()[:10], Qt.DateFormat.ISODate)
        if day.isValid():
            calendar.setSelectedDate(day)

        def take(chosen: QDate) -> None:
            self.setText(on_day(self.text(), self._kind, chosen.toString(Qt.DateFormat.ISODate)))
            calendar.close()

        calendar.activated.connect(take)  # by Return
        calendar.clicked.connect(take)
        return calendar
