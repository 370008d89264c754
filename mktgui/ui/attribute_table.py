"""The attribute table as a person works it: the filter, the table, its buttons and keys, and what there is to say."""

from collections.abc import Sequence
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QClipboard, QUndoStack
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from mktgui.domain.catalogue import Catalogue
from mktgui.domain.draft import CLEAR, KEEP, Row
from mktgui.domain.findings import Finding, Spot
from mktgui.ui.attribute_cells import Column, suggestions
from mktgui.ui.attribute_columns import AttributeColumns
from mktgui.ui.attribute_filter import AttributeFilter
from mktgui.ui.attribute_model import AttributeModel
from mktgui.ui.attribute_view import AttributeView
from mktgui.ui.offer_line import Offer, OfferLine
from mktgui.ui.row_acts import RowActs, button_for
from mktgui.ui.table_memory import ForRun, TableMemory
from mktgui.workers.reckoning import Reckoning

if TYPE_CHECKING:
    from mktgui.domain.lead import LeadRecord
    from mktgui.ui.attribute_clipboard import AttributeClipboard
    from mktgui.ui.attribute_lines import Line
    from mktgui.ui.line_list import Listing
    from mktgui.ui.long_editor import LongEditor

MOST_OFFERS = 3


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
        self._said = False  # whether the line under the table tells of an act, until the person moves on
        self._picked = ""
        self._long_line: Line | None = None
        self._long_editor: LongEditor | None = None
        self._acts = RowActs(self, undo)
        self.actions_of_rows, self.actions_of_view = self._acts.all, self._acts.of_view
        self._layout = QVBoxLayout(self)
        self._lay_out()
        self._connect()

    def show_lead(self, record: "LeadRecord | None", catalogue: Catalogue) -> None:
        """Show the rows against this lead (None: no lead was read) and these fields. No row is touched, nor undo."""
        self._shown += 1
        self._listing, self._begins_then = True, False
        size = len(catalogue.fields) + (len(record.attributes) if record is not None else 0)
        if record is not None and record.id != self.model.lead_id and not self._reckoning.is_quick(size):
            self.model.show_lead(None, catalogue, self._memory.favourites)  # no value of the lead before stays
        make = self.model.lister(record, catalogue, self._memory.favourites)
        self._reckoning.reckon(size, make, partial(self._take_listing, self._shown))

    def _take_listing(self, number: int, listing: "Listing") -> None:
        if number != self._shown:
            return  # there is a newer one
        if not self.model.take(listing):  # its favourites are others now
            self.show_lead(listing.record, listing.catalogue)
            return
        self._listing = False
        self.columns.show_fields(there=bool(self.model.fields))
        self.filter.tell()
        if not self._said:
            self._show_remark()
        if self._begins_then:
            self.begin()

    @property
    def is_listing(self) -> bool:
        """Whether the lines of a big lead are still on their way."""
        return self._listing

    def show_findings(self, findings: tuple[Finding, ...]) -> None:
        """Put what the rules say at the cells."""
        self.model.set_findings(findings)
        if not self._said:
            self._show_remark()

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
        elif self.model.fields and not self.model.rows:
            self.filter.open()
        elif self.model.rows:
            if not self.view.hasFocus():
                self._go_to_change()
            self._enter_table()
        else:
            self.add_row()

    def go_to(self, name: str) -> None:
        """Come to the line of the field that a message calls so, where there is one."""
        line = self.model.line_in_message(name)
        if line is None:
            return
        self.model.reveal(line)
        if self.view.currentIndex().row() != line.place:
            self.view.setCurrentIndex(self.model.index(line.place, Column.VALUE))
        self._tell_picked()  # also where another line has come to the same place

    def _go_to_change(self) -> None:
        """Have the first of the changes in sight, unless the cursor is on one."""
        line = self.model.line(self.view.currentIndex().row())
        changed = next((one for one in self.model.lines() if one.is_changed), None)
        if changed is not None and not (line is not None and line.is_changed):
            self.view.setCurrentIndex(self.model.index(changed.place, Column.VALUE))

    def finish_editing(self) -> None:
        """Take over what stands in an open cell or in the long editor: to be called before the rows are sent."""
        self.view.finish()
        if self._long_line is not None:
            self.long_editor.finish()

    @property
    def rows_as_typed(self) -> tuple[Row, ...]:
        """The rows with what stands in an open cell or in the long editor: whatever comes, it must not be lost."""
        long = self._long_editor.as_typed if self._long_editor is not None else None
        if self._long_line is not None and long is not None:
            return self.model.edits.rows_with(self._long_line, Column.VALUE, long)
        typed = self.view.as_typed
        return self.model.rows if typed is None else self.model.edits.rows_with(*typed)

    def add_row(self) -> None:
        """Go to the empty line and begin to type."""
        index = self.model.index(self.model.rowCount() - 1, Column.FIELD)
        self.view.setCurrentIndex(index)
        self.view.open(index)

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
        offers = self._offers()
        if offers:
            offers[0].act()

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

    @property
    def long_editor(self) -> "LongEditor":
        """Made when a value of several lines is first edited."""
        made = self._long_editor
        if made is None:
            from mktgui.ui.long_editor import LongEditor  # noqa: PLC0415 - few values have several lines

            made = self._long_editor = LongEditor()
            made.finished.connect(self._take_long)
            made.closed.connect(self._end_long)
            made.edited.connect(self.typed)
            self._layout.insertWidget(self._layout.indexOf(self.remark), made)
        return made

    def edit_long(self, place: int) -> None:
        """Edit the value at this place in as many lines as it has."""
        line = self.model.line(place)
        if line is None:
            return
        self.finish_editing()
        self._long_line = line
        self.long_editor.begin(line.label or line.name, self.view.given(place))

    def _take_long(self, text: str) -> None:
        if self._long_line is not None:
            self.model.edits.give(self._long_line, text)

    def _end_long(self) -> None:
        line, self._long_line = self._long_line, None
        if line is not None and self.model.line(line.place) is line:
            self.view.setCurrentIndex(self.model.index(line.place, Column.VALUE))
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add_custom(self, name: str) -> None:
        """Add a name that no field has, and go on to its value."""
        self.filter.clear()
        place = self.model.edits.add(name)
        index = self.model.index(place, Column.VALUE)
        self.view.setCurrentIndex(index)
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        self.view.open(index)

    def _places(self) -> list[int]:
        places = {index.row() for index in self.view.selectedIndexes()}
        return sorted(places or {self.view.currentIndex().row()} - {-1})

    def say(self, sentence: str) -> None:
        """Say this under the table until the cursor moves on; empty text says nothing."""
        if sentence:
            self._said = True
            self.remark.say(sentence)
            self.said.emit(sentence)

    def _say_left_blank(self) -> None:
        self.say(self.tr("An empty cell leaves the field alone. To empty it in Marketo, press Ctrl+0."))

    def _show_remark(self) -> None:
        """What there is to say of the current line in full: its column may be too narrow for it."""
        self._said = False
        line = self.model.line(self.view.currentIndex().row())
        self.remark.say("" if line is None else self.model.cells.remark(line), self._offers())

    def _offers(self) -> list[Offer]:
        """What the remarks on the current line offer."""
        line = self.model.line(self.view.currentIndex().row())
        offers = []
        for finding in line.told if line is not None else ():
            column = Column.FIELD if finding.spot is Spot.ROW_NAME else Column.VALUE
            for text in suggestions(finding):
                label = self.tr("Use {text}").format(text=text)
                offers.append(Offer(label, partial(self._use, text, column)))
        return offers[:MOST_OFFERS]

    def _use(self, text: str, column: Column) -> None:
        self.model.setData(self.view.currentIndex().siblingAtColumn(column), text)
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _popup(self, at: QPoint) -> None:
        """The menu of the table: what the remark offers, then all acts."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for offer in self._offers():
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
        self.view.selectionModel().currentChanged.connect(self._show_remark)
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
        line = self.model.line(self.view.currentIndex().row())
        name = line.name if line is not None else ""
        if name != self._picked:
            self._picked = name
            self.picked.emit(name)

    def _enter_table(self) -> None:
        """From the filter to the line that is meant, or to where one was."""
        current, wanted = self.view.currentIndex(), self.filter.text.text()
        if wanted or not current.isValid():
            place, column = self.model.nearest_place(wanted), Column.VALUE if self.model.lines() else Column.FIELD
            self.view.setCurrentIndex(self.model.index(place, column))
        self.view.setFocus(Qt.FocusReason.ShortcutFocusReason)

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
