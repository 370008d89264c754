"""What is done less often with a message: finding, filtering, folding, wrapping, text size. Each has its key."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QPlainTextEdit, QToolButton

from mktgui.ui.find_bar import FindBar
from mktgui.ui.path_bar import PathBar
from mktgui.ui.text_pane import TextPane
from mktgui.ui.theme import fixed_font

Keys = QKeySequence.StandardKey


class MessageMenu(QObject):
    """A button with a menu. The keys work wherever the actions are added, so in one message at a time."""

    def __init__(self, pane: TextPane, find_bar: FindBar, path_bar: PathBar) -> None:
        super().__init__()
        self._pane = pane
        self.button = QToolButton()
        self.menu = QMenu(self.button)
        self._add(self.tr("&Find…"), [Keys.Find], find_bar.open)
        self._add(self.tr("Find &next"), [Keys.FindNext], find_bar.next)
        self._add(self.tr("Find &previous"), [Keys.FindPrevious], find_bar.previous)
        self._path_bar = path_bar
        self.filter = self._add("", ["Ctrl+Shift+F"], path_bar.open)
        self._name_filter()
        path_bar.language_changed.connect(self._name_filter)
        self.menu.addSeparator()
        self.fold = self._add(self.tr("F&old the element"), ["Alt+Left"], self._fold)
        self.unfold = self._add(self.tr("&Unfold it"), ["Alt+Right"], self._unfold)
        self.fold_all = self._add(self.tr("Fold &all"), ["Alt+Shift+Left"], self._fold_all)
        self.unfold_all = self._add(self.tr("Unfol&d all"), ["Alt+Shift+Right"], self._unfold_all)
        self.menu.addSeparator()
        self.wrap = self._add(self.tr("&Wrap lines"), [], None)
        self.wrap.setCheckable(True)
        self.wrap.toggled.connect(self._wrap)
        self._add(self.tr("&Larger text"), [Keys.ZoomIn, "Ctrl+="], pane.zoomIn)
        self._add(self.tr("&Smaller text"), [Keys.ZoomOut], pane.zoomOut)
        self._add(self.tr("Text of usual si&ze"), [], self._reset_size)
        self.button.setText("⋯")
        self.button.setToolTip(self.tr("More"))
        self.button.setAccessibleName(self.tr("More"))
        self.button.setMenu(self.menu)
        self.button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.button.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def actions(self) -> list[QAction]:
        """All of them, for the widget in which their keys shall work."""
        return self.menu.actions()

    def _name_filter(self) -> None:
        """By the language in which the message is asked."""
        self.filter.setText(self.tr("Pa&th filter…") if self._path_bar.is_json else self.tr("&XPath filter…"))

    def _fold(self) -> None:
        folding = self._pane.folding
        line = folding.around(self._pane.textCursor().blockNumber())
        if line is not None:
            folding.fold(line)
            self._announce(self.tr("Folded: %n lines are hidden.", "", folding.hidden_by(line)))

    def _unfold(self) -> None:
        folding, line = self._pane.folding, self._pane.textCursor().blockNumber()
        if folding.is_folded(line):
            folding.unfold(line)
            self._announce(self.tr("Unfolded."))

    def _fold_all(self) -> None:
        self._pane.folding.fold_all()
        self._announce(self.tr("All folded."))

    def _unfold_all(self) -> None:
        self._pane.folding.unfold_all()
        self._announce(self.tr("All unfolded."))

    def _announce(self, text: str) -> None:
        """For those who do not see it happen."""
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._pane, text))

    def _wrap(self, on: bool) -> None:  # noqa: FBT001 - the signature of the signal
        modes = (QPlainTextEdit.LineWrapMode.NoWrap, QPlainTextEdit.LineWrapMode.WidgetWidth)
        self._pane.setLineWrapMode(modes[on])

    def _reset_size(self) -> None:
        self._pane.setFont(fixed_font())

    def _add(self, text: str, keys: list[str | QKeySequence.StandardKey], act: object) -> QAction:
        action = self.menu.addAction(text)
        shortcuts = [QKeySequence(one) for one in keys]
        action.setShortcuts(shortcuts)
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        if act is not None:
            action.triggered.connect(act)
        return action
