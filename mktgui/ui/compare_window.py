"""Two messages, or two calls, side by side: where they differ, in their text or field by field."""

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSignalBlocker, QSortFilterProxyModel, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from mktgui.domain.exchange import Exchange, Message
from mktgui.domain.field_difference import FieldPair, compare_fields
from mktgui.domain.line_difference import Change, differing_lines
from mktgui.domain.ports import ReadMessage, TextForm
from mktgui.ui.compare_model import Column, CompareModel
from mktgui.ui.compared_texts import ComparedTexts
from mktgui.ui.text_lines import LaidOut, lay_out
from mktgui.ui.theme import Theme
from mktgui.workers.runner import Runner

_SIZE = (920, 560)
_FIELD_WIDTH, _VALUE_WIDTH = 180, 280
_ROW_HEIGHT = 24


@dataclass(frozen=True, slots=True)
class Side:
    """What stands on one side: a call, of which either message can be looked at."""

    title: str
    request: Message | None = None
    response: Message | None = None

    @classmethod
    def of(cls, title: str, exchange: Exchange) -> "Side":
        """A call as it went over the wire."""
        return cls(title, exchange.sent, exchange.received)


@dataclass(frozen=True, slots=True)
class Comparison:
    """What was found out on a thread. `identical` is about the bytes."""

    left: LaidOut
    right: LaidOut
    changes: tuple[Change, ...]
    pairs: tuple[FieldPair, ...]
    identical: bool


class CompareWindow(QDialog):
    """Not modal, and masked throughout: here nothing is ever revealed."""

    def __init__(self, read: ReadMessage, runner: Runner, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._read, self._runner = read, runner
        self._sides = (Side(""), Side(""))
        self._comparing = 0  # which comparison is awaited
        self._identical = False
        self.parts = (QComboBox(), QComboBox())
        self.says = QLabel()
        self.by_field = QCheckBox(self.tr("&Fields only"))
        self.only_differing = QCheckBox(self.tr("Only what &differs"))
        self.previous = QPushButton(self.tr("&Previous difference"))
        self.next = QPushButton(self.tr("&Next difference"))
        self.texts = ComparedTexts(theme)
        self.model = CompareModel(theme)
        self.filtered = _Differing(self.model)
        self.table = QTableView()
        self._pages = QStackedWidget()
        self._lay_out()
        self._connect()

    def compare(self, left: Side, right: Side, *, request: tuple[bool, bool] = (False, False)) -> None:
        """Compare these. `request` says for which side the request is looked at first, where there is an answer too."""
        self._sides = (left, right)
        for side, choice, wants_request in zip(self._sides, self.parts, request, strict=True):
            with QSignalBlocker(choice):
                self._offer(choice, side)
                choice.setCurrentIndex(0 if wants_request else choice.count() - 1)
        self._begin()

    def _offer(self, choice: QComboBox, side: Side) -> None:
        choice.clear()
        if side.request is not None:
            choice.addItem(self.tr("{call}: request").format(call=side.title), side.request)
        if side.response is not None:
            choice.addItem(self.tr("{call}: response").format(call=side.title), side.response)

    def _begin(self) -> None:
        left, right = (choice.currentData() for choice in self.parts)
        if left is None or right is None:
            self.says.setText(self.tr("There is nothing to compare."))
            return
        self.says.setText(self.tr("Comparing…"))
        self._comparing += 1
        job = self._runner.run(partial(compare_bodies, self._read, left.body, right.body))
        job.finished.connect(partial(self._take, self._comparing))

    def _take(self, comparing: int, found: Comparison) -> None:
        if comparing != self._comparing or not isValid(self):
            return
        self._identical = found.identical
        self.texts.show_texts(found.left, found.right, found.changes)
        self.model.show_pairs(found.pairs, *(choice.currentText() for choice in self.parts))
        self._tell()

    def _tell(self) -> None:
        """How many differences there are in what is looked at."""
        by_field = self.by_field.isChecked()
        self._pages.setCurrentWidget(self.table if by_field else self.texts)
        self.only_differing.setVisible(by_field)
        for button in (self.previous, self.next):
            button.setVisible(not by_field)
            button.setEnabled(bool(self.texts.count))
        self.says.setText(self._verdict(by_field=by_field))

    def _verdict(self, *, by_field: bool) -> str:
        if self._identical:
            return self.tr("The two are identical, byte for byte.")
        if not by_field:
            same = self.tr("Formatted they are the same: only spaces, line ends or the encoding differ.")
            return self.texts.where() if self.texts.count else same
        if not self.model.rowCount():
            return self.tr("Neither message names a field.")
        differing = self.model.differing
        return self.tr("%n fields differ", "", differing) if differing else self.tr("All fields are the same.")

    def _step(self, by: int) -> None:
        self.texts.step(by)
        self._tell()

    def _connect(self) -> None:
        for choice in self.parts:
            choice.currentIndexChanged.connect(self._begin)
        self.by_field.toggled.connect(self._tell)
        self.only_differing.toggled.connect(self.filtered.show_all_but)
        self.previous.clicked.connect(partial(self._step, -1))
        self.next.clicked.connect(partial(self._step, 1))

    def _lay_out(self) -> None:
        self.setWindowTitle(self.tr("Compare messages"))
        self.parts[0].setAccessibleName(self.tr("Left message"))
        self.parts[1].setAccessibleName(self.tr("Right message"))
        self.table.setAccessibleName(self.tr("Fields of both messages"))
        self.says.setTextFormat(Qt.TextFormat.PlainText)
        self.previous.setAutoDefault(False)
        self.next.setAutoDefault(False)
        self.table.setModel(self.filtered)
        self.table.setTabKeyNavigation(False)
        self.table.setWordWrap(False)
        self.table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(_ROW_HEIGHT)
        self.table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.table.horizontalHeader()
        header.setStretchLastSection(True)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.resizeSection(Column.FIELD, _FIELD_WIDTH)
        header.resizeSection(Column.LEFT, _VALUE_WIDTH)
        header.resizeSection(Column.RIGHT, _VALUE_WIDTH)
        choices = QHBoxLayout()
        for choice in self.parts:
            choice.setSizePolicy(choice.sizePolicy().Policy.Ignored, choice.sizePolicy().Policy.Fixed)
            choices.addWidget(choice, 1)
        bar = QHBoxLayout()
        for widget in (self.by_field, self.only_differing):
            bar.addWidget(widget)
        bar.addWidget(self.says, 1)
        for button in (self.previous, self.next):
            bar.addWidget(button)
        self._pages.addWidget(self.texts)
        self._pages.addWidget(self.table)
        layout = QVBoxLayout(self)
        layout.addLayout(choices)
        layout.addLayout(bar)
        layout.addWidget(self._pages, 1)
        self.only_differing.hide()
        self.resize(*_SIZE)


class _Differing(QSortFilterProxyModel):
    """All rows, or those that differ."""

    def __init__(self, model: CompareModel) -> None:
        super().__init__()
        self._model = model
        self._only_differing = False
        self.setSourceModel(model)

    def show_all_but(self, same_ones: bool) -> None:  # noqa: FBT001 - the signature of the signal
        """Leave out what is the same, or not."""
        self._only_differing = same_ones
        self.invalidate()

    def filterAcceptsRow(self, row: int, _parent: QModelIndex | QPersistentModelIndex) -> bool:
        return not (self._only_differing and self._model.is_same(row))


def compare_bodies(read: ReadMessage, left: bytes, right: bytes) -> Comparison:
    """For a worker thread."""
    ours, theirs = (lay_out(read(body, TextForm.FORMATTED, masked=True)) for body in (left, right))
    lines = [[one.lines.text[slice(*one.lines.span(line))] for line in range(len(one.lines))] for one in (ours, theirs)]
    fields = [one.message.tree.fields() if one.message.tree is not None else () for one in (ours, theirs)]
    return Comparison(ours, theirs, differing_lines(*lines), compare_fields(*fields), identical=left == right)
