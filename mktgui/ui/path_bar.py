"""The filter of a message: what an XPath expression, or a path through JSON, finds; each result a way to its place."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from mktgui.domain.ports import TextKind
from mktgui.domain.selection import Hit, PathTrouble, Selected
from mktgui.ui.theme import Theme, colour_text
from mktgui.workers.runner import Runner

Select = Callable[[str], Selected]
_ELEMENT = Qt.ItemDataRole.UserRole
_LIST_HEIGHT = 90  # pixels


class PathBar(QWidget):
    """Hidden until it is asked for. Looks when Enter is pressed, on a thread; one search at a time."""

    wanted = Signal(int)
    """The person wants to see this element, by its number in the outline."""
    language_changed = Signal()
    """The message is of another kind, and asked in another language."""
    shut_down = Signal()
    """The bar was put away."""

    def __init__(self, runner: Runner, theme: Theme) -> None:
        super().__init__()
        self._runner, self._theme = runner, theme
        self._select: Select | None = None
        self._kind = TextKind.XML
        self._close = QToolButton()
        self.language = QLabel()
        self._search, self._is_open = 0, False  # which search is awaited, and whether it is still under way
        self._next = ""  # what to look for when the search under way has ended
        self.expression = QLineEdit()
        self.count = QLabel()
        self.trouble = QLabel()
        self.results = QListWidget()
        self._lay_out()
        self.expression.returnPressed.connect(self.search)
        self.results.itemActivated.connect(self._go)
        self.results.itemClicked.connect(self._go)
        theme.changed.connect(self._colour)
        self.hide()

    @property
    def is_json(self) -> bool:
        """Whether it takes a path through JSON, and else an XPath expression."""
        return self._kind is TextKind.JSON

    def use(self, select: Select | None, kind: TextKind | None = None) -> None:
        """The message is another one; None where it cannot be asked, and a kind of None where it is not known yet."""
        self._select = select
        if kind is not None:
            self._speak(kind)
        self._search, self._is_open, self._next = self._search + 1, False, ""
        self._show(Selected())
        self.count.clear()
        if self.isVisible() and self.expression.text():
            self.search()

    def open(self) -> None:
        """Show the bar and go to its field."""
        self.show()
        self.expression.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.expression.selectAll()

    def shut(self) -> None:
        """Put it away."""
        self.hide()
        self.shut_down.emit()

    def search(self) -> None:
        """Find what the expression says."""
        expression = self.expression.text().strip()
        if not expression:
            self._show(Selected())
            self.count.clear()
        elif self._select is None:
            self._show(Selected(trouble=PathTrouble.NOT_XML))
        elif self._is_open:
            self._next = expression
        else:
            self.count.setText(self.tr("Looking…"))
            self._is_open = True
            job = self._runner.run(partial(self._select, expression))
            job.finished.connect(partial(self._take, self._search))

    def _take(self, search: int, selected: Selected) -> None:
        if search != self._search:
            return  # of a message that is not shown any more
        self._is_open = False
        again, self._next = self._next, ""
        if again:
            self.search()
        else:
            self._show(selected)

    def _show(self, selected: Selected) -> None:
        self.trouble.setText(self._sentence(selected))
        self.trouble.setVisible(bool(self.trouble.text()))
        self.results.clear()
        for hit in selected.hits:
            self.results.addItem(_item(hit))
        self.results.setVisible(bool(selected.hits))
        told = self.tr("%n results", "", selected.count)
        if len(selected.hits) < selected.count:
            told = self.tr("%n results, the first {shown} are listed", "", selected.count).format(
                shown=self.locale().toString(len(selected.hits))
            )
        self.count.setText(told if selected.trouble is None else "")
        news = self.trouble.text() or self.count.text()
        if self.isVisible():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, news))

    def _sentence(self, selected: Selected) -> str:
        if selected.trouble is not None and self.is_json:
            return self._sentence_on_json(selected)
        match selected.trouble:
            case None:
                return ""
            case PathTrouble.INVALID:
                return self.tr("This is no XPath expression: {detail}.").format(detail=selected.detail)
            case PathTrouble.PREFIX_UNKNOWN:
                return self.tr("The message does not say what the prefix {prefix} stands for.").format(
                    prefix=selected.detail
                )
            case PathTrouble.NOT_XML:
                return self.tr("There is no well-formed XML here to look in.")
            case PathTrouble.TOO_COSTLY:
                return self.tr(
                    "In a message of this size that would take too long: it looks at every element for every other. "
                    "Put ./ before // inside the brackets, or leave preceding and following out."
                )

    def _sentence_on_json(self, selected: Selected) -> str:
        if selected.trouble is PathTrouble.INVALID:
            return self.tr(
                "“{detail}” cannot be read as a path. These can: $.result[0].title, $.result[*].id, and ..title for "
                "everything that is called so."
            ).format(detail=selected.detail)
        return self.tr("There is no well-formed JSON here to look in.")

    def _go(self, item: QListWidgetItem) -> None:
        element = item.data(_ELEMENT)
        if element is not None:
            self.wanted.emit(element)

    def _colour(self) -> None:
        colour_text(self.trouble, self._theme.colours.error)

    def _speak(self, kind: TextKind) -> None:
        """Have the bar say in which language it is to be asked."""
        self._kind, is_json = kind, kind is TextKind.JSON
        self.language.setText(self.tr("Path") if is_json else self.tr("XPath"))
        self.expression.setAccessibleName(self.tr("JSON path") if is_json else self.tr("XPath expression"))
        self.expression.setPlaceholderText("$.result[0].title" if is_json else '//attribute[attrName="Title"]')
        close = self.tr("Close the path filter") if is_json else self.tr("Close the XPath filter")
        self._close.setAccessibleName(close)
        self._close.setToolTip(close)
        self.language_changed.emit()

    def _lay_out(self) -> None:
        self._speak(TextKind.XML)
        self.results.setAccessibleName(self.tr("What the expression found"))
        self.results.setMaximumHeight(_LIST_HEIGHT)
        self.results.setUniformItemSizes(True)
        self.trouble.setTextFormat(Qt.TextFormat.PlainText)
        self.trouble.setWordWrap(True)
        self._close.setText("✕")
        self._close.setAutoRaise(True)
        self._close.clicked.connect(self.shut)
        line = QHBoxLayout()
        line.addWidget(self.language)
        line.addWidget(self.expression, 1)
        line.addWidget(self.count)
        line.addWidget(self._close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addLayout(line)
        layout.addWidget(self.trouble)
        layout.addWidget(self.results)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.shut)
        self._colour()


def _item(hit: Hit) -> QListWidgetItem:
    item = QListWidgetItem(hit.text)
    item.setData(_ELEMENT, hit.element)
    return item
