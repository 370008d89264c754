"""The columns of the attribute table: which are shown, how wide, in which order. What a person changes stays."""

from collections.abc import Iterable
from typing import NamedTuple

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QHeaderView, QMenu, QWidget

from mktgui.ui.attribute_cells import Column
from mktgui.ui.attribute_model import AttributeModel
from mktgui.ui.attribute_view import AttributeView
from mktgui.ui.table_memory import TableMemory

LEAST, MOST = 24, 4000
# How wide a column should be, and how much of the room that is left it takes. Enough of a field and of its values is to
# be seen to tell them apart, such as most of an address: the others are shown beside that, not in its place.
_WIDTHS = {
    Column.FIELD: (140, 2),
    Column.API_NAME: (76, 1),
    Column.TYPE: (66, 0),
    Column.NOW: (130, 3),
    Column.VALUE: (130, 3),
    Column.REMARK: (90, 4),
}
_NARROWEST = 0.75  # of that, before there has to be scrolling
_ROOM_FOR_WORDS = 106  # pixels: what stands in place of a new value that cannot be given is to be read
# The lines at the top name the lead: what they hold is to be read whole, up to the length of most addresses.
_LINES_AT_THE_TOP, _LETTERS = 24, 26
_EDGES = 12  # pixels beside a text in its cell
_STEP = 16  # pixels: from one lead to the next, columns are not to move for less
_DISPENSABLE = (Column.REMARK, Column.API_NAME, Column.TYPE)  # where room is short, in this order
_ALWAYS = (Column.FIELD, Column.VALUE)  # nothing could be done without them
_ONLY_WITH_FIELDS = frozenset({Column.API_NAME, Column.TYPE, Column.NOW})


class Shape(NamedTuple):
    """One column: in logical pixels, 0 for hidden."""

    column: Column
    width: int
    shown: bool


def columns_told(shapes: Iterable[Shape]) -> tuple[str, ...]:
    """As words that can be kept, in the order of the screen."""
    return tuple(f"{one.column.name.lower()}:{one.width}:{'shown' if one.shown else 'hidden'}" for one in shapes)


def columns_read(words: Iterable[str]) -> tuple[Shape, ...]:
    """The other way round; nothing unless every column is there once, and makes sense."""
    shapes = []
    for word in words:
        name, _, rest = word.partition(":")
        width, _, shown = rest.partition(":")
        if (
            name.upper() not in Column.__members__
            or not (width.isascii() and width.isdigit())
            or len(width) > len(str(MOST))
        ):
            return ()
        column = Column[name.upper()]
        shapes.append(Shape(column, min(max(int(width), LEAST), MOST), shown != "hidden" or column in _ALWAYS))
    return tuple(shapes) if sorted(one.column for one in shapes) == list(Column) else ()


def fitting(room: int, offered: frozenset[Column], now: int = 0) -> dict[Column, int]:
    """Widths for this much room, in pixels: what does not fit is left out, what is left over is shared out.

    `now` is how wide the values of the lead are: they take what they need first, where new values can spare it too.
    """
    shown = [column for column in Column if column in offered]
    for column in _DISPENSABLE:
        if sum(_WIDTHS[one][0] for one in shown) > room and column in shown:
            shown.remove(column)
    needed = sum(_WIDTHS[one][0] for one in shown)
    narrowed = max(_NARROWEST, min(1.0, room / needed))
    widths = {one: int(_WIDTHS[one][0] * narrowed) for one in shown}
    spare = max(0, room - needed)
    if Column.NOW in widths:
        wanted = max(0, now - widths[Column.NOW])
        given = min(wanted, spare)
        taken = min(wanted - given, max(0, widths[Column.VALUE] - _ROOM_FOR_WORDS))
        widths[Column.NOW] += given + taken
        widths[Column.VALUE] -= taken
        spare -= given
    shares = sum(_WIDTHS[one][1] for one in shown)
    return {one: width + spare * _WIDTHS[one][1] // shares for one, width in widths.items()}


class AttributeColumns(QObject):
    """Keeps the header in shape: fitted to the room as long as nobody changed it, afterwards as they left it."""

    def __init__(self, view: AttributeView, model: AttributeModel, memory: TableMemory) -> None:
        super().__init__(view)
        self._view, self._model, self._memory = view, model, memory
        self._header = view.horizontalHeader()
        self._has_fields = False
        self._now = 0
        self._at_work = False
        self._header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self._header.setMinimumSectionSize(LEAST)
        self._header.setSectionsMovable(True)
        self._header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._header.setHighlightSections(False)
        self._header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._header.customContextMenuRequested.connect(self._popup)
        self._header.sectionResized.connect(self._changed)
        self._header.sectionMoved.connect(self._changed)
        view.resized.connect(self._fit)
        self.arrange()

    def show_fields(self, *, there: bool) -> None:
        """Another lead or other fields are shown. `there` is whether there is anything beside names and new values."""
        now = self._width_of_values() if there else 0
        if (there, now) != (self._has_fields, self._now):
            self._has_fields, self._now = there, now
            self.arrange()

    def arrange(self) -> None:
        """Put the header in the shape that is remembered, or in one that fits."""
        self._at_work = True
        offered = frozenset(Column) if self._has_fields else frozenset(Column) - _ONLY_WITH_FIELDS
        shapes = columns_read(self._memory.columns)
        widths = fitting(self._view.room, offered, self._now)
        if shapes:
            widths = {one.column: one.width for one in shapes if one.shown and one.column in offered}
        for place, column in enumerate([one.column for one in shapes] or Column):
            self._header.moveSection(self._header.visualIndex(column), place)
            self._header.setSectionHidden(column, column not in widths)
            if column in widths:
                self._header.resizeSection(column, widths[column])
        self._header.setStretchLastSection(bool(shapes))
        self._at_work = False

    def menu(self, parent: QWidget) -> QMenu:
        """Which columns are shown, with a tick each, and a way back to how they came."""
        menu = QMenu(self.tr("&Columns"), parent)
        for column in Column:
            if column in _ALWAYS:
                continue
            action = menu.addAction(self._model.cells.title(column))
            action.setCheckable(True)
            action.setChecked(not self._header.isSectionHidden(column))
            action.setEnabled(self._has_fields or column not in _ONLY_WITH_FIELDS)
            action.toggled.connect(lambda shown, one=column: self.show_column(one, shown=shown))
        menu.addSeparator()
        menu.addAction(self.tr("Fit to the window"), self.forget)
        return menu

    def _popup(self, at: QPoint) -> None:
        menu = self.menu(self._view)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self._header.mapToGlobal(at))

    def show_column(self, column: Column, *, shown: bool) -> None:
        """Show it or hide it, from now on."""
        self._header.setSectionHidden(column, not shown)
        self._changed()
        self.arrange()

    def forget(self) -> None:
        """Fit the columns to the room again."""
        self._memory.columns = ()
        self.arrange()

    def _width_of_values(self) -> int:
        lines = (self._model.line(place) for place in range(_LINES_AT_THE_TOP))
        texts = [line.now.text[:_LETTERS] for line in lines if line is not None and line.now is not None]
        width = self._view.fontMetrics().horizontalAdvance(max(texts, key=len, default="")) + _EDGES
        return -(-width // _STEP) * _STEP

    def _fit(self) -> None:
        if not self._memory.columns:
            self.arrange()

    def _changed(self) -> None:
        if self._at_work:
            return
        places = sorted(Column, key=self._header.visualIndex)
        self._memory.columns = columns_told(self._shape(column) for column in places)

    def _shape(self, column: Column) -> Shape:
        hidden = self._header.isSectionHidden(column)
        unasked = not self._has_fields and column in _ONLY_WITH_FIELDS
        width = self._header.sectionSize(column) or _WIDTHS[column][0]
        return Shape(column, width, shown=unasked or not hidden)
