"""The four zones of a draft: find the lead, its fields, what will happen; and what happened, below."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QSplitter, QVBoxLayout, QWidget

from mktgui.ui.preferences import Preferences

ZONE_SIZES = [300, 560, 320]
DRAWER = [420, 280]
ZONES, STOREYS = "zones", "storeys"  # the names under which the sizes are remembered


class Zones(QSplitter):
    """Parts them by lines that the person can move; where they are is remembered by the window."""

    def __init__(self, find: QWidget, table: QWidget, panel: QWidget, preferences: Preferences) -> None:
        super().__init__(Qt.Orientation.Vertical)
        self._preferences = preferences
        self.sides = QSplitter(Qt.Orientation.Horizontal)
        self._table = table
        self._table_zone = _zone(self.tr("Fields"), table)
        for widget in (_scrolled(_zone(self.tr("Lead"), find)), self._table_zone, _zone("", panel)):
            self.sides.addWidget(widget)
        self.sides.setSizes(ZONE_SIZES)
        self.sides.setStretchFactor(1, 1)
        self.sides.setChildrenCollapsible(False)
        self.addWidget(self.sides)
        self.setStretchFactor(0, 1)
        preferences.restore_splitter(ZONES, self.sides)

    def add_above_table(self, widget: QWidget) -> None:
        """Put something between the head of the table's zone and the table."""
        from mktgui.ui.tab_stops import come_before  # noqa: PLC0415 - not for the first paint

        layout = self._table_zone.layout()
        assert isinstance(layout, QVBoxLayout), "made by `_zone`"  # noqa: S101 - for the types
        layout.insertWidget(0, widget)
        come_before(self._table, widget)

    def add_below(self, drawer: QWidget) -> None:
        """Put the drawer below the three."""
        self.addWidget(drawer)
        self.setSizes(DRAWER)
        self.setChildrenCollapsible(False)
        self._preferences.restore_splitter(STOREYS, self)

    def to_remember(self) -> dict[str, QSplitter]:
        """Whose sizes are remembered, by name."""
        return {ZONES: self.sides, STOREYS: self}


def _zone(title: str, widget: QWidget) -> QWidget:
    """A zone of the window with room around it."""
    inside = QWidget()
    layout = QVBoxLayout(inside)
    layout.setContentsMargins(10, 8, 10, 8)
    layout.addWidget(widget, 1)
    inside.setAccessibleName(title)
    return inside


def _scrolled(inside: QWidget) -> QWidget:
    """It scrolls where the window is too low for it."""
    scrolled = QScrollArea()
    scrolled.setAccessibleName(inside.accessibleName())
    scrolled.setWidget(inside)
    scrolled.setWidgetResizable(True)
    scrolled.setFrameShape(QScrollArea.Shape.NoFrame)
    scrolled.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    scrolled.setMinimumWidth(inside.minimumSizeHint().width() + scrolled.verticalScrollBar().sizeHint().width())
    return scrolled
