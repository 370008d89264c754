"""Several leads have the key: a list of what tells them apart, from which one is picked."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeySequence, QPalette, QShortcut
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QSizePolicy,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
)

from mktgui.domain.lead import LeadRecord, name_in, text_of, value_of
from mktgui.domain.telling_apart import differ, telling_fields
from mktgui.ui.theme import Theme, colour_text

if TYPE_CHECKING:
    from mktgui.ui.plan_words import Label

MOST_ROWS = 5  # so many are seen at once; the list scrolls beyond
WIDEST = 170  # pixels of a column
ROOM = 6  # pixels above and below a line, together
_MOMENT = re.compile(r"(\d{4}-\d\d-\d\d)T(\d\d:\d\d)\S*")


class _Choices(QTreeWidget):
    """As high as its rows, up to a limit."""

    def sizeHint(self) -> QSize:
        rows = min(self.topLevelItemCount(), MOST_ROWS)
        row = self.sizeHintForRow(0) if rows else self.fontMetrics().height()
        bar = self.horizontalScrollBar().sizeHint().height()
        height = self.header().sizeHint().height() + rows * row + bar + 2 * self.frameWidth() + 2
        return QSize(super().sizeHint().width(), height)

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), self.sizeHint().height())


class LeadChooser(QFrame):
    """In the window, not in its way: whoever does not choose goes on with the one that Marketo would change."""

    chosen = Signal(str)
    """The Marketo ID of the lead that is meant."""
    put_away = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.title, self.legend = QLabel(), QLabel(self.tr("▶ Marketo would change this one, the newest"))
        self.list = _Choices()
        self.use = QPushButton(self.tr("&Use this lead"))
        self.close_button = QPushButton(self.tr("Put away"))
        self._lay_out()
        self._connect()
        self.hide()
        theme.changed.connect(self._colour)

    def show_leads(self, records: Sequence[LeadRecord], label: "Label" = str, *, newest_changes: bool = True) -> None:
        """Offer these, newest first as Marketo gave them; fields are called by `label`. One or none needs no choice.

        `newest_changes` tells whether Marketo would change the newest; else it would change none of them.
        """
        self.list.clear()
        if len(records) < 2:  # noqa: PLR2004 - a choice is between two
            self.hide()
            return
        count = self.locale().toString(len(records))
        self.title.setText(self.tr("{count} leads have this key. Which one do you mean?").format(count=count))
        columns = self._columns(records, label)
        self.list.setColumnCount(len(columns))
        self.list.setHeaderLabels([title for title, _ in columns])
        for number, record in enumerate(records):
            self.list.addTopLevelItem(
                self._item(record, [texts[number] for _, texts in columns], newest=newest_changes and number == 0)
            )
        self.legend.setVisible(newest_changes)
        self._fit(len(columns))
        self.list.setCurrentIndex(self.list.model().index(0, 0))
        self.list.updateGeometry()
        self.show()

    def focus(self) -> None:
        """Go to the list, so that arrows and Enter choose."""
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _columns(self, records: Sequence[LeadRecord], label: "Label") -> list[tuple[str, list[str]]]:
        companies = [text_of(record, "Company", "company") for record in records]
        columns = [
            (self.tr("Marketo ID"), [record.id.text for record in records]),
            (self.tr("Name"), [name_in(record) for record in records]),
            (label("Company"), companies),
            (self.tr("Created"), [text_of(record, "CreatedAt", "createdAt") for record in records]),
        ]
        if not differ(companies):
            del columns[2]
        columns += [
            (self._title(name, label), [value_of(record, name).text for record in records])
            for name in telling_fields(records)
        ]
        return columns

    def _title(self, name: str, label: "Label") -> str:
        """What Marketo has no label for gets one of ours."""
        own = {"ForeignSysPersonId": self.tr("Foreign ID"), "leadPartitionId": self.tr("Partition")}
        called = label(name)
        return own.get(name, name) if called == name else called

    def _item(self, record: LeadRecord, texts: list[str], *, newest: bool) -> QTreeWidgetItem:
        item = QTreeWidgetItem([_short(text) for text in texts])
        for column, text in enumerate(texts):
            item.setToolTip(column, text)
        item.setData(0, Qt.ItemDataRole.UserRole, record.id.text)
        item.setSizeHint(0, QSize(0, self.list.fontMetrics().height() + ROOM))
        if newest:
            item.setText(0, f"▶ {record.id.text}")
            told = self.tr("{id}, Marketo would change this one").format(id=record.id.text)
            item.setData(0, Qt.ItemDataRole.AccessibleTextRole, told)
            item.setToolTip(0, told)
        return item

    def _fit(self, columns: int) -> None:
        for column in range(columns - 1):  # the last one takes what is left; made wider, it would have to be scrolled
            self.list.resizeColumnToContents(column)
            self.list.setColumnWidth(column, min(self.list.columnWidth(column) + 8, WIDEST))

    def _choose(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            self.chosen.emit(item.data(0, Qt.ItemDataRole.UserRole))

    def _leave(self) -> None:
        self.hide()
        self.put_away.emit()

    def _connect(self) -> None:
        self.list.itemDoubleClicked.connect(self._choose)
        self.use.clicked.connect(self._choose)
        self.close_button.clicked.connect(self._leave)
        for key, act in (
            (Qt.Key.Key_Return, self._choose),
            (Qt.Key.Key_Enter, self._choose),
            (Qt.Key.Key_Escape, self._leave),
        ):
            shortcut = QShortcut(QKeySequence(key), self.list)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(act)

    def _colour(self) -> None:
        colours = self._theme.colours
        own = self.palette()
        own.setColor(QPalette.ColorRole.Window, QColor(colours.warning_back))
        self.setPalette(own)
        colour_text(self.title, colours.warning)
        colour_text(self.legend, colours.text)

    def _lay_out(self) -> None:
        bold = self.title.font()
        bold.setBold(True)
        self.title.setFont(bold)
        for words in (self.title, self.legend):
            words.setWordWrap(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.list.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setAllColumnsShowFocus(True)
        self.list.setHorizontalScrollMode(QTreeWidget.ScrollMode.ScrollPerPixel)
        self.list.setAccessibleName(self.tr("Leads with this key"))
        self.list.header().setSectionsMovable(False)
        self.list.header().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.setAutoFillBackground(True)
        self._colour()
        buttons = QHBoxLayout()
        buttons.addWidget(self.legend, 1)
        for button in (self.use, self.close_button):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 6, 8, 6)
        layout.setSpacing(4)
        layout.addWidget(self.title)
        layout.addWidget(self.list)
        layout.addLayout(buttons)


def _short(text: str) -> str:
    """What stands in a column: moments without seconds, one line, and a dash where there is nothing."""
    moment = _MOMENT.fullmatch(text)
    if moment:
        return f"{moment[1]} {moment[2]}"
    return " ".join(text.split()) or "–"
