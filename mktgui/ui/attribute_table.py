"""The attribute table as a person works it: the filter, the table, its buttons and keys, and what there is to say."""

from collections.abc import Sequence
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QClipboard, QUndoStack
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from mktgui.domain.catalogue import NO_CATALOGUE, Catalogue
from mktgui.domain.draft import CLEAR, KEEP, Row
from mktgui.domain.findings import Finding
from mktgui.ui.attribute_columns import AttributeColumns
from mktgui.ui.attribute_filter import AttributeFilter
from mktgui.ui.attribute_model import AttributeModel
from mktgui.ui.attribute_view import AttributeView
from mktgui.ui.offer_line import OfferLine
from mktgui.ui.row_acts import RowActs, button_for
from mktgui.ui.table_memory import ForRun, TableMemory
from mktgui.workers.reckoning import Reckoning

if TYPE_CHECKING:
    from mktgui.domain.lead import LeadRecord
    from mktgui.ui.attribute_clipboard import AttributeClipboard
    from mktgui.ui.line_list import Listing
    from mktgui.ui.long_value import LongValue
    from mktgui.ui.table_cursor import TableCursor
    from mktgui.ui.table_remarks import TableRemarks


class AttributeTable(QWidget):
    """The table with all that belongs to it. `model` holds the rows; every act here goes through it."""

    said = Signal(str)
    """A sentence about what an act did, for the line under the table."""
    typed = Signal()
    """`rows_as_typed` are others now, though the rows may be the same."""
    picked = Signal(str)
    """The API name of the field that the person has come to; empty where it is none."""
    refresh_catalogue_wanted = Signal()
    """The person wants the list of fields to be read from Marketo anew."""

    def __init__(
        self,
        model: AttributeModel,
        undo: QUndoStack,
        clipboard: QClipboard,
        memory: TableMemory | None = None,
        reckoning: Reckoning | None = None,
    ) -> None:
        super().__init__()
        self._reckoning = reckoning or Reckoning()
        self._reckoning.setParent(self)
        self._shown = 0  # how often another lead or other fields were to be shown
        self._listing = self._begins_then = False
        self.model, self._undo = model, undo
        self._memory = memory if memory is not None else ForRun()
        self.view = AttributeView(model)
        self.view.setAccessibleName(self.tr("Fields of the lead"))
        self.columns = AttributeColumns(self.view, model, self._memory)
        self.filter = AttributeFilter(model)
        self.filter.hide_blanks.setChecked(self._memory.hide_blanks)
        self._system_clipboard = clipboard
        self.remark = OfferLine()
        self.message = self.remark.label
        self._acts = RowActs(self, undo)
        self.actions_of_rows, self.actions_of_view = self._acts.all, self._acts.of_view
        self._layout = QVBoxLayout(self)
        self._lay_out()
        self._connect()

    def show_lead(self, record: "LeadRecord | None", catalogue: Catalogue) -> None:
        """Show the rows against this lead (None: no lead was read) and these fields. No row is touched, nor undo."""
        self._shown += 1
        self._listing, self._begins_then = True, False
        lead_id = record.id if record is not None else None
        if self.model.has_record and lead_id != self.model.lead_id and not self.lists_at_once(record, catalogue):
            names = catalogue if self.lists_at_once(None, catalogue) else NO_CATALOGUE
            self.model.show_lead(None, names, self._memory.favourites)  # no value of the lead before stays
        make = self.model.lister(record, catalogue, self._memory.favourites)
        self._reckoning.reckon(_size(record, catalogue), make, partial(self._take_listing, self._shown))

    def lists_at_once(self, record: "LeadRecord | None", catalogue: Catalogue) -> bool:
        """Whether the lines of this lead would be there as soon as they are wanted."""
        return self._reckoning.is_quick(_size(record, catalogue))

    def _take_listing(self, number: int, listing: "Listing") -> None:
        if number != self._shown:
            return  # there is a newer one
        if not self.model.take(listing):  # its favourites are others now
            self.show_lead(listing.record, listing.catalogue)
            return
        self._listing = False
        self.columns.show_fields(there=bool(self.model.fields))
        self.filter.tell()
        self._remarks.look_again()
        if self._begins_then:
            self.begin()

    @property
    def is_listing(self) -> bool:
        """Whether the lines of a big lead are still on their way."""
        return self._listing

    def show_findings(self, findings: tuple[Finding, ...]) -> None:
        """Put what the rules say at the cells."""
        self.model.set_findings(findings)
        self._remarks.look_again()

    def take(self, rows: Sequence[Row], name: str) -> None:
        """Take rows in by their names, in one step of undo that is called `name`: a recipe."""
        self.model.edits.merge(rows, name)

    def replace(self, rows: Sequence[Row], name: str) -> None:
        """Other rows in place of these, in one step of undo that is called `name`."""
        self.model.edits.replace(rows, name)

    def begin(self) -> None:
        """Come here with the keyboard: to the filter where there are fields to choose from, else to the first row."""
        if self._listing:
            self._begins_then = True
        else:
            self._cursor.begin()

    def go_to(self, name: str) -> None:
        """Come to the line of the field that a message calls so, where there is one."""
        self._cursor.go_to(name)

    def finish_editing(self) -> None:
        """Take over what stands in an open cell or in the long editor: to be called before the rows are sent."""
        self.view.finish()
        if "long" in vars(self):
            self.long.finish()

    @property
    def rows_as_typed(self) -> tuple[Row, ...]:
        """The rows with what stands in an open cell or in the long editor: whatever comes, it must not be lost."""
        long = self.long.rows_as_typed if "long" in vars(self) else None
        if long is not None:
            return long
        typed = self.view.as_typed
        return self.model.rows if typed is None else self.model.edits.rows_with(*typed)

    def add_row(self) -> None:
        """Go to the empty line and begin to type."""
        self._cursor.add_row()

    def delete(self) -> None:
        """Take out what was added by hand, and the marks off the other selected lines."""
        self.model.edits.remove(self._places())

    def set_empty(self) -> None:
        """Mark the selected lines to be emptied: an act of its own, so that no blank cell does it."""
        locked = self.model.edits.mark(self._places(), CLEAR)
        if locked:
            self.say(self.tr("%n field(s) are locked, and stay as they are.", "", locked))

    def leave_alone(self) -> None:
        """Take the marks off the selected lines."""
        self.model.edits.mark(self._places(), KEEP)

    def favour(self) -> None:
        """Make the field a favourite, or one no longer; the cursor stays where it is."""
        place, column = self.view.currentIndex().row(), self.view.currentIndex().column()
        line = self.model.line(place)
        if line is None or not line.is_field or line.is_identifier:
            self.say(self.tr("Only a field of this Marketo can be a favourite."))
            return
        self._memory.favourites = self._memory.favourites ^ {line.name}
        self.model.favour(self._memory.favourites)
        self.view.setCurrentIndex(self.model.index(min(place, self.model.rowCount() - 1), column))
        told = self.tr("{field} is a favourite now: it stands at the top.")
        self.say((told if line.favourite else self.tr("{field} is no favourite any more.")).format(field=line.label))

    def take_offer(self) -> None:
        """Take the first of what the remark on this line offers."""
        self._remarks.take_offer()

    def paste(self) -> None:
        """Take over what a spreadsheet put on the clipboard."""
        self.say(self._clipboard.paste())

    def copy(self) -> None:
        """Put the selected cells on the clipboard, as a spreadsheet would."""
        self._clipboard.copy()

    def copy_lines(self) -> None:
        """Put all lines that are to be seen on the clipboard."""
        self.say(self._clipboard.copy_lines())

    def ask_for_fields(self) -> None:
        """Have the list of fields read from Marketo again."""
        self.refresh_catalogue_wanted.emit()

    @cached_property
    def _clipboard(self) -> "AttributeClipboard":
        from mktgui.ui.attribute_clipboard import AttributeClipboard  # noqa: PLC0415 - not for the first paint

        return AttributeClipboard(self.model, self.view, self._system_clipboard)

    @cached_property
    def long(self) -> "LongValue":
        """A value of several lines, where one is edited."""
        from mktgui.ui.long_value import LongValue  # noqa: PLC0415 - few values have several lines

        long = LongValue(self.model, self.view, self._put_above_remark)
        long.typed.connect(self.typed)
        return long

    @cached_property
    def _cursor(self) -> "TableCursor":
        from mktgui.ui.table_cursor import TableCursor  # noqa: PLC0415 - not for the first paint

        cursor = TableCursor(self.model, self.view, self.filter)
        cursor.picked.connect(self.picked)
        return cursor

    @cached_property
    def _remarks(self) -> "TableRemarks":
        from mktgui.ui.table_remarks import TableRemarks  # noqa: PLC0415 - not for the first paint

        return TableRemarks(self.model, self.view, self.remark)

    def edit_long(self, place: int) -> None:
        """Edit the value at this place in as many lines as it has."""
        line = self.model.line(place)
        if line is None:
            return
        self.finish_editing()
        self.long.begin(line, self.view.given(place))

    def _put_above_remark(self, widget: QWidget) -> None:
        from mktgui.ui.tab_stops import come_after  # noqa: PLC0415 - not for the first paint

        self._layout.insertWidget(self._layout.indexOf(self.remark), widget)
        come_after(self.view, widget)

    def _add_custom(self, name: str) -> None:
        self._cursor.add_custom(name)

    def _places(self) -> list[int]:
        places = {index.row() for index in self.view.selectedIndexes()}
        return sorted(places or {self.view.currentIndex().row()} - {-1})

    def say(self, sentence: str) -> None:
        """Say this under the table until the cursor moves on; empty text says nothing."""
        if sentence:
            self._remarks.tell(sentence)
            self.said.emit(sentence)

    def _say_left_blank(self) -> None:
        self.say(self.tr("An empty cell leaves the field alone. To empty it in Marketo, press Ctrl+0."))

    def _move_on(self) -> None:
        self._remarks.move_on()

    def _popup(self, at: QPoint) -> None:
        """The menu of the table: what the remark offers, then all acts."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for offer in self._remarks.offers():
            menu.addAction(offer.text.replace("&", "&&"), offer.act)
        menu.addSeparator()
        menu.addActions(self.actions_of_rows)
        menu.addSeparator()
        menu.addMenu(self.columns.menu(menu))
        menu.popup(self.view.viewport().mapToGlobal(at))

    def _fill_view_menu(self) -> None:
        self._view_menu.clear()
        self._view_menu.addMenu(self.columns.menu(self._view_menu))
        self._view_menu.addActions(self.actions_of_view)

    def _remember_blanks(self, hide: bool) -> None:  # noqa: FBT001 - a signal brings it
        self._memory.hide_blanks = hide

    def _connect(self) -> None:
        self.view.selectionModel().currentChanged.connect(self._move_on)
        self.view.selectionModel().currentRowChanged.connect(self._tell_picked)
        self.view.long_wanted.connect(self.edit_long)
        self.view.left_blank.connect(self._say_left_blank)
        self.view.typed.connect(self.typed)
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.view.customContextMenuRequested.connect(self._popup)
        self.filter.table_wanted.connect(self._enter_table)
        self.filter.name_wanted.connect(self._add_custom)
        self.filter.blanks_hidden.connect(self._remember_blanks)
        self.model.edited.connect(self.filter.look_again)
        self._view_menu = QMenu(self)
        self._view_menu.aboutToShow.connect(self._fill_view_menu)
        self.filter.more.setMenu(self._view_menu)

    def _tell_picked(self) -> None:
        self._cursor.tell()

    def _enter_table(self) -> None:
        self._cursor.enter()

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.setSpacing(2)
        for action in self.actions_of_rows:
            if action.data():
                bar.addWidget(button_for(action))
        bar.addStretch()
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(4)
        self._layout.addLayout(bar)
        self._layout.addWidget(self.filter)
        self._layout.addWidget(self.view, 1)
        self._layout.addWidget(self.remark)


def _size(record: "LeadRecord | None", catalogue: Catalogue) -> int:
    """How many lines there are to make, at most."""
    return len(catalogue.fields) + (len(record.attributes) if record is not None else 0)
