"""The attribute table with what a page does after each edit: typing, pasting, filtering, undoing, showing a lead.

Each is measured from the act to the painted table, findings included, and in a series of doubling sizes.
"""

import gc
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeyEvent, QUndoStack
from PySide6.QtWidgets import QApplication, QLineEdit

from mktgui.domain.answers import FieldDescription
from mktgui.domain.catalogue import Catalogue
from mktgui.domain.draft import Draft
from mktgui.domain.lead import LeadAttribute, LeadRecord, text_value
from mktgui.domain.plan import Planner
from mktgui.ui.attribute_cells import Column
from mktgui.ui.attribute_model import AttributeModel
from mktgui.ui.attribute_table import AttributeTable
from mktgui.ui.field_labels import FieldLabels
from mktgui.ui.sentences import Sentences
from mktgui.ui.theme import Theme
from mktgui.workers.collector import Collector

USUAL = 300  # attributes of a lead
SERIES = (1_250, 2_500, 5_000, 10_000)
WARM_UP = 2
SIZE = (480, 560)


# What to hold: at the usual size and at the largest one, in milliseconds; None where nothing is promised.
LIMITS = {
    "key": ("a key", 16, 50),
    "paste": ("paste of all rows", None, 100),
    "filter": ("a letter in the filter", None, 100),
    "undo": ("undo of that paste", None, 100),
    "load": ("show another lead", 5, None),
}
GROWTH = 12  # times for eight times as many rows: linear, and half as much again for the processor's caches


@dataclass(frozen=True, slots=True)
class Figures:
    """Medians in milliseconds at one size. `key` is the slowest kind of key, `load` a lead that is shown."""

    key: float
    paste: float
    filter: float
    undo: float
    load: float


def catalogue_of(size: int) -> Catalogue:
    """So many fields, all of them text."""
    fields = (
        FieldDescription(name=f"Field{number}__c", label=f"Field number {number}", type="string", size=255, custom=True)
        for number in range(size)
    )
    return Catalogue(tuple(fields), datetime.now(UTC))


def record_of(size: int) -> LeadRecord:
    """A lead with a value in each of them."""
    text = text_value("string")
    attributes = (LeadAttribute(f"Field{number}__c", text, text_value(f"value {number}")) for number in range(size))
    return LeadRecord(id=text_value("318815"), email=text_value("ana@acme.example"), attributes=tuple(attributes))


class Sheet(QObject):
    """The table on a lead of one size, planned anew after each edit as a page does it."""

    def __init__(self, theme: Theme, size: int) -> None:
        super().__init__()
        self._size = size
        self._catalogue, self._record = catalogue_of(size), record_of(size)
        self._undo = QUndoStack()
        model = AttributeModel(self._undo, theme, Sentences(), FieldLabels("en"))
        self._clipboard = QGuiApplication.clipboard()
        self._table = AttributeTable(model, self._undo, self._clipboard)
        self._planner = Planner(self._catalogue)
        self._replan = QTimer(self)
        self._replan.setSingleShot(True)
        self._replan.timeout.connect(self._plan)
        model.edited.connect(self._replan.start)
        self._loop = QEventLoop()
        self._painted = False
        self._table.view.viewport().installEventFilter(self)
        self._table.resize(*SIZE)
        self._table.show()
        self._table.show_lead(None, self._catalogue)
        self._until_idle()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        self._painted = self._painted or event.type() == QEvent.Type.Paint
        return False

    def measure(self, times: int) -> Figures:
        """Medians of each act."""
        load = self._load(times)
        self._clipboard.setText("\n".join(f"Field{number}__c\tnew {number}" for number in range(self._size)))
        paste, undo = self._paste_and_undo(times)
        self._table.paste()  # so that the keys and the filter meet as many rows
        self._until_idle()
        figures = Figures(key=self._keys(times), paste=paste, undo=undo, filter=self._filter(times), load=load)
        self._table.close()
        self._clipboard.clear()
        self._undo.clear()  # left to Python with the rest, its commands may go before it and be deleted once more
        return figures

    def _load(self, times: int) -> float:
        """The fields are known, as they are after the first lead; another one is read."""
        found = []
        for _ in range(times + WARM_UP):
            self._table.show_lead(None, self._catalogue)
            self._until_idle()
            found.append(self._time(lambda: self._table.show_lead(self._record, self._catalogue)))
        return _middle(found)

    def _paste_and_undo(self, times: int) -> tuple[float, float]:
        pasted, undone = [], []
        for _ in range(times + WARM_UP):
            pasted.append(self._time(self._table.paste))
            undone.append(self._time(self._undo.undo))
        return _middle(pasted), _middle(undone)

    def _keys(self, times: int) -> float:
        """A key that opens a cell, one that is typed in it, and the Tab that takes it over and opens the next one."""
        found: dict[str, list[float]] = {"open": [], "type": [], "tab": []}
        view = self._table.view
        for number in range(times + WARM_UP):
            view.setCurrentIndex(self._table.model.index(2 + number % 10, Column.VALUE))
            self._until_idle()
            found["open"].append(self._time(lambda: _press(view, "7")))
            [editor] = [one for one in view.findChildren(QLineEdit) if one.isVisible()]
            found["type"].append(self._time(lambda: _press(editor, str(number % 10))))  # noqa: B023 - called at once
            found["tab"].append(self._time(lambda: _press(editor, "\t", Qt.Key.Key_Tab)))  # noqa: B023 - as above
            view.finish()
            self._until_idle()
        return max(_middle(kind) for kind in found.values())

    def _filter(self, times: int) -> float:
        """A letter more, a letter less, and everything again."""
        texts = ("f", "field number 1", "1", "")
        box = self._table.filter.text
        found = [self._time(lambda: box.setText(texts[number % 4])) for number in range((times + WARM_UP) * 4)]  # noqa: B023 - called at once
        return max(_middle(found[kind::4]) for kind in range(4))

    def _time(self, act: Callable[[], object]) -> float:
        """Milliseconds until the act is done, planned, and on the screen."""
        self._painted = False
        began = time.perf_counter()
        act()
        self._until_idle()
        assert self._painted, "nothing was painted"
        return (time.perf_counter() - began) * 1000

    def _until_idle(self) -> None:
        """Until all that was asked for, the plan and the paint after it among it, has been done."""
        while True:
            QTimer.singleShot(0, self._loop.quit)
            self._loop.exec()
            if not self._replan.isActive():
                break
        QTimer.singleShot(0, self._loop.quit)  # what the plan has changed is painted before this
        self._loop.exec()

    def _plan(self) -> None:
        draft = Draft(email="ana@acme.example", rows=self._table.model.rows)
        self._table.show_findings(self._planner.plan(draft).findings)


def _press(widget: QObject, text: str, key: Qt.Key = Qt.Key.Key_0) -> None:
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QGuiApplication.sendEvent(widget, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text))


def _middle(found: list[float]) -> float:
    return statistics.median(found[WARM_UP:])


def measure(times: int) -> dict[int, Figures]:
    """The figures by size: the usual one, then the series."""
    qt = QApplication.instance() or QApplication([])  # noqa: TID251 - a benchmark is its own roof
    assert isinstance(qt, QApplication)
    theme, collector = Theme(qt), Collector()
    collector.start()  # as the program does: Python's own collections would strike one act or another by chance
    figures = {size: Sheet(theme, size).measure(times) for size in (USUAL, *SERIES)}
    collector.stop()
    gc.enable()
    return figures


def judged(figures: dict[int, Figures]) -> tuple[list[list[str]], list[bool]]:
    """A line for each act: its name, its figure at each size, its growth over the series, what is to hold."""
    lines, held = [], []
    for act, (name, usual, largest) in LIMITS.items():
        found = {size: float(getattr(one, act)) for size, one in figures.items()}
        growth = found[SERIES[-1]] / found[SERIES[0]]
        wanted = [(limit, size) for limit, size in ((usual, USUAL), (largest, SERIES[-1])) if limit is not None]
        words = [f"at most {limit} ms at {size:,}" for limit, size in wanted]
        words.append(f"at most {GROWTH} times for 8 times as many")
        lines.append([name, *(f"{one:.1f} ms" for one in found.values()), f"{growth:.2f} times", ", ".join(words)])
        held.append(growth <= GROWTH and all(found[size] <= limit for limit, size in wanted))
    return lines, held
