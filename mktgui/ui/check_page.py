"""The credential check: a ladder with ticks, and what it comes to."""

from collections.abc import Callable, Collection
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QClipboard, QColor
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from mktgui.domain.ladder import SOAP_LADDER, CheckResult, Mark, Rung, RungResult, Verdict
from mktgui.domain.ports import CheckConnection
from mktgui.ui.banner import Banner
from mktgui.ui.ladder_words import LadderWords
from mktgui.ui.offer_line import Offer, OfferLine
from mktgui.ui.theme import Theme
from mktgui.workers.runner import Job, Runner
from mktgui.workers.work import CheckWork

_MARKS = {Mark.PASSED: "✓", Mark.WARNING: "▲", Mark.FAILED: "✕", Mark.SKIPPED: "–"}


class CheckPage(QWidget):
    """Checks what the form says, saved or not. `make` gives the check, `report` the text for a ticket."""

    ended = Signal(object)
    """The `CheckResult`."""
    partitions_wanted = Signal(object)
    """A tuple of names, which the person wants in the form."""

    def __init__(
        self,
        make: Callable[[], CheckConnection],
        report: Callable[[CheckResult], str],
        words: LadderWords,
        runner: Runner,
        theme: Theme,
    ) -> None:
        super().__init__()
        self._make, self._report, self._words, self._runner, self._theme = make, report, words, runner, theme
        self._job: Job | None = None
        self._result: CheckResult | None = None
        self.check = QPushButton(self.tr("C&heck now"))
        self.stop = QPushButton(self.tr("St&op"))
        self.copy = QPushButton(self.tr("Copy for a &ticket"))
        self.rungs = QTreeWidget()
        self.banner = Banner(theme)
        self.offer = OfferLine()
        self._items: dict[Rung, QTreeWidgetItem] = {}
        self._lay_out()
        self.show_ladder(SOAP_LADDER)
        self.show_nothing()
        self.check.clicked.connect(self.begin)
        self.stop.clicked.connect(self._stop)
        theme.changed.connect(self._recolour)

    def show_ladder(self, ladder: Collection[Rung]) -> None:
        """Show the steps of this ladder, and nothing found yet: each API has some of its own."""
        if list(ladder) == list(self._items):
            return
        self.rungs.clear()
        self._items = {rung: QTreeWidgetItem(["", self._words.name(rung), ""]) for rung in ladder}
        self.rungs.addTopLevelItems(list(self._items.values()))

    def show_nothing(self) -> None:
        """Another connection, or a changed one: what was found before is not true of it."""
        job, self._job, self._result = self._job, None, None
        if job is not None:
            job.cancel()
        for rung, item in self._items.items():
            item.setText(0, "")
            item.setText(2, "")
            item.setToolTip(2, "")
            item.setData(0, Qt.ItemDataRole.UserRole, None)
            item.setData(0, Qt.ItemDataRole.AccessibleTextRole, self._words.name(rung))
        self.offer.say("")
        self.banner.say_plainly(self.tr("The check makes one call that only reads. It writes nothing."))
        self._judge()

    def begin(self) -> None:
        """Climb the ladder, as the form stands."""
        self.show_nothing()
        job = self._job = self._runner.start(CheckWork(self._make()))
        job.setParent(self)  # what it brings after the window is gone finds nobody
        job.staged.connect(partial(self._take, job))
        job.finished.connect(partial(self._finish, job))
        job.failed.connect(partial(self._fail, job))
        job.stopped.connect(partial(self._stopped, job))
        self.banner.say_plainly(self.tr("Checking…"))
        self._judge()

    def copy_to(self, clipboard: QClipboard) -> None:
        """Put the report on the clipboard: without secret, signature and user id."""
        if self._result is not None:
            clipboard.setText(self._report(self._result))

    def _stop(self) -> None:
        if self._job is not None:
            self._job.cancel()

    def _take(self, job: Job, one: RungResult) -> None:
        if job is self._job:
            self._show(one)

    def _finish(self, job: Job, result: CheckResult) -> None:
        if job is not self._job:
            return
        self._job, self._result = None, result
        self.show_ladder([one.rung for one in result.rungs])
        for one in result.rungs:
            self._show(one)
        told = self._words.verdict(result)
        self.banner.say(told.tone, told.title, told.lines, told.details)
        self._judge()
        self._offer_partitions(result)
        self.ended.emit(result)

    def _offer_partitions(self, result: CheckResult) -> None:
        """Nothing is taken over by itself: a person may want only some of them offered at a change."""
        names = result.partitions
        if not names or result.verdict is not Verdict.GOOD:
            return
        told = self.tr("This API user may see these partitions: {names}. The form can keep them for your changes.")
        take = Offer(self.tr("Take over into the form"), partial(self._take_over, names))
        self.offer.say(told.format(names=", ".join(names)), (take,))

    def _take_over(self, names: tuple[str, ...]) -> None:
        self.offer.say(
            self.tr("They are in the field “Workspaces or partitions” now. Save the connection to keep them there.")
        )
        self.partitions_wanted.emit(names)

    def _fail(self, job: Job, _crash: object) -> None:
        if job is self._job:
            self._job = None
            self.banner.say_plainly(self.tr("The check itself went wrong. Nothing was written."))
            self._judge()

    def _stopped(self, job: Job) -> None:
        if job is self._job:
            self._job = None
            self.banner.say_plainly(self.tr("Stopped. Nothing was written."))
            self._judge()

    def _show(self, one: RungResult) -> None:
        item = self._items[one.rung]
        item.setText(0, _MARKS[one.mark])
        item.setText(2, self._words.found(one))
        item.setToolTip(2, item.text(2))
        spoken = f"{self._words.name(one.rung)}: {self._words.mark(one.mark)}"
        item.setData(0, Qt.ItemDataRole.AccessibleTextRole, spoken)
        item.setData(0, Qt.ItemDataRole.UserRole, one.mark.value)
        self._colour(item)

    def _judge(self) -> None:
        running = self._job is not None
        self.check.setEnabled(not running)
        self.stop.setEnabled(running)
        self.copy.setEnabled(self._result is not None)

    def _recolour(self) -> None:
        for item in self._items.values():
            self._colour(item)

    def _colour(self, item: QTreeWidgetItem) -> None:
        colours = self._theme.colours
        by_mark = {Mark.PASSED: colours.good, Mark.WARNING: colours.warning, Mark.FAILED: colours.error}
        mark = item.data(0, Qt.ItemDataRole.UserRole)
        colour = QColor(by_mark.get(Mark(mark), colours.muted) if mark else colours.muted)
        item.setForeground(0, colour)
        item.setForeground(2, colour if mark in {Mark.WARNING, Mark.FAILED} else QColor(colours.text))

    def _lay_out(self) -> None:
        self.rungs.setColumnCount(3)
        self.rungs.setHeaderLabels(["", self.tr("Step"), self.tr("Found")])
        self.rungs.setRootIsDecorated(False)
        self.rungs.setUniformRowHeights(True)
        self.rungs.setFrameShape(QFrame.Shape.StyledPanel)
        self.rungs.setAccessibleName(self.tr("Steps of the check"))
        header = self.rungs.header()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        buttons = QHBoxLayout()
        for button in (self.check, self.stop):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        buttons.addStretch(1)
        self.copy.setAutoDefault(False)
        buttons.addWidget(self.copy)
        layout = QVBoxLayout(self)
        layout.addLayout(buttons)
        layout.addWidget(self.rungs, 1)
        layout.addWidget(self.banner)
        layout.addWidget(self.offer)
