"""The history of calls in a window of its own: looked for as one types, seen in full, and brought back as drafts."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from mktgui.domain.history import Query, Summary
from mktgui.domain.profile import Profile
from mktgui.ui.chosen_call import ChosenCall
from mktgui.ui.exchange_view import ExchangeView
from mktgui.ui.history_acts import HistoryActs
from mktgui.ui.history_details import HistoryDetails
from mktgui.ui.history_export import HistoryExporter
from mktgui.ui.history_filter import HistoryFilter
from mktgui.ui.history_list import HistoryList
from mktgui.ui.history_model import HistoryModel
from mktgui.ui.history_words import HistoryWords
from mktgui.ui.notice_bar import NoticeBar
from mktgui.ui.page_labels import PageLabels
from mktgui.ui.theme import colour_text
from mktgui.ui.window_parts import Parts

if TYPE_CHECKING:
    from mktgui.domain.history import Entry
    from mktgui.domain.history_port import HistoryProblem, HistoryStore, Opened

FIRST_SIZE = (1180, 760)
LEAST_SIZE = (900, 560)


class HistoryWindow(QWidget):
    """Stands beside the main window. It opens drafts there, and never sends."""

    recalled = Signal(object)
    """A `Recall`: the person wants a past call as a draft."""
    receipt_wanted = Signal(object)
    """The `Entry` whose receipt is to be copied."""
    keeping_wanted = Signal()
    """What is kept, and how long."""

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        self._parts, self._desk, self._theme = parts, parts.desks.history, parts.theme
        self._labels: dict[str, PageLabels] = {}
        self._words = HistoryWords(parts.words)
        self._watching = self._is_troubled = self._has_looked = self._has_failed = False
        self._shown = Query()
        self.filter = HistoryFilter()
        self.notice = NoticeBar(parts.theme)
        self.model = HistoryModel(parts.theme, self._words, self.label_of)
        self.table = HistoryList(self._desk, self.model)
        self.acts = HistoryActs(self)
        exchange = ExchangeView(
            parts.read_message, parts.mask, parts.runner, parts.theme, parts.clipboard, parts.preferences
        )
        self.details = HistoryDetails(self._desk, parts.theme, self._words, self.label_of, self.acts, exchange)
        self.exporter = HistoryExporter(self._desk, self)
        self.chosen = ChosenCall(parts, self._words, self.label_of, self._entry, self)
        self.empty, self.clear, self.keeping = QLabel(), QPushButton(), QPushButton()
        self.split = QSplitter(Qt.Orientation.Vertical)
        self._lay_out()
        self._connect()

    def open_anew(self, profiles: Sequence[Profile]) -> None:
        """Come to the front with what there is now."""
        self.chosen.use_profiles(tuple(profiles))
        self.filter.show_connections(profiles)
        self._desk.open()
        self.show()
        self.raise_()
        self.activateWindow()
        self.filter.text.setFocus()
        self.filter.text.selectAll()

    def label_of(self, summary: Summary) -> Callable[[str], str]:
        """What the fields of this call's Marketo are called."""
        labels = self._labels.get(summary.profile_id)
        if labels is None:
            labels = self._labels[summary.profile_id] = PageLabels(self._parts.labels)
            labels.use(self._parts.desks.fields.catalogue(summary.profile_id))
        return labels.name

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._watching:
            self._watching = True
            self._desk.watch()
            self._ask()

    def closeEvent(self, event: QCloseEvent) -> None:
        """What was typed as a note is kept."""
        self.details.note.keep()
        self.chosen.close()
        if self._watching:
            self._watching = False
            self._desk.leave()
        self._parts.preferences.remember_place("history", self, {"history-split": self.split})
        super().closeEvent(event)

    def _name_anew(self, profile_id: str) -> None:
        self._labels.pop(profile_id, None)
        self.model.name_anew()

    def _ask(self) -> None:
        self._shown = self.filter.query()
        self.table.ask(self._shown)

    def _renew(self) -> None:
        if self._watching:
            self.table.renew()

    def _show_chosen(self) -> None:
        self.details.show_summary(self.table.current)

    def _entry(self) -> "Entry | None":
        """The chosen call; None while the rest of it is still on its way."""
        entry, chosen = self.details.entry, self.table.current
        return entry if entry is not None and chosen is not None and entry.summary.id == chosen.id else None

    def _forget(self, entry_id: str) -> None:
        """Another copy of the program has removed it."""
        self._renew()
        self.notice.say(self.tr("This call is not kept any more."))

    def _pin(self, pinned: bool) -> None:  # noqa: FBT001 - Qt's signal
        for entry_id in self.table.chosen:
            self._desk.change("pin", partial(_pin, entry_id, pinned=pinned))

    def _export(self) -> None:
        self._desk.finish_removal()
        self.exporter.ask(self.table.chosen)

    def _export_all(self) -> None:
        self._desk.finish_removal()
        self.exporter.ask(self._shown)

    def _remove(self) -> None:
        chosen = self.table.chosen
        if chosen:
            self._desk.remove(chosen)
            words = self.tr("%n calls removed.", "", len(chosen))
            self.notice.offer(words, self.tr("Take that back"), self._desk.take_back)

    def _take_back(self) -> None:
        if self._desk.removed:
            self.notice.hide()
            self._desk.take_back()

    def _withdraw_offer(self) -> None:
        """What was removed is gone for good now."""
        if not self._desk.removed and self.notice.offers:
            self.notice.hide()

    def _take_state(self, state: "Opened") -> None:
        if state.problem is not None and not state.records:  # else it is over, and was told in the main window
            self.notice.say_history(state.problem)
        elif self._is_troubled:
            self.notice.hide()
        self._is_troubled = not state.records
        self._tell_empty()

    def _take_filled(self) -> None:
        self._has_looked, self._has_failed = True, False
        self._tell_empty()

    def _take_failure(self, problem: "HistoryProblem") -> None:
        self._has_failed = True
        self.notice.say_history(problem)
        self._tell_empty()

    def _tell_empty(self) -> None:
        """What to say where there is nothing to see."""
        is_empty, everything = not self.model.rowCount(), self.filter.is_empty
        self.table.setVisible(not is_empty)
        self.details.setVisible(not is_empty)
        self.empty.setVisible(is_empty)
        self.clear.setVisible(is_empty and not everything)
        state = self._desk.state
        if not everything:
            self.empty.setText(self.tr("No call fits this search."))
        elif self._has_failed or (state is not None and not state.readable):
            self.empty.setText(self.tr("The history cannot be read just now. Calls are made all the same."))
        elif state is not None and not state.records:
            self.empty.setText(self.tr("Nothing is recorded just now. Calls are made all the same."))
        elif not self._has_looked:
            self.empty.setText(self.tr("Reading the history…"))
        else:
            self.empty.setText(
                self.tr(
                    "Nothing sent yet. The history stays on this computer; you choose how long, and whether at all."
                )
            )

    def _connect(self) -> None:
        desk, acts = self._desk, self.acts
        self.filter.changed.connect(self._ask)
        self.clear.clicked.connect(self.filter.reset)
        self.keeping.clicked.connect(self.keeping_wanted)
        self.table.chosen_changed.connect(self._show_chosen)
        self.table.filled.connect(self._take_filled)
        self.table.failed.connect(self._take_failure)
        self.details.gone.connect(self._forget)
        desk.changed.connect(self._renew)
        desk.changed.connect(self._withdraw_offer)
        desk.opened.connect(self._take_state)
        self._parts.desks.fields.changed.connect(self._name_anew)
        self.chosen.follow(acts)
        self.chosen.recalled.connect(self.recalled)
        self.chosen.receipt_wanted.connect(self.receipt_wanted)
        self.chosen.said.connect(self.notice.say)
        self.chosen.troubled.connect(self.notice.say_history)
        acts.pin_wanted.connect(self._pin)
        acts.export_wanted.connect(self._export)
        acts.export_all_wanted.connect(self._export_all)
        acts.remove_wanted.connect(self._remove)
        self.exporter.said.connect(self.notice.say)
        self._theme.changed.connect(self._recolour)
        for keys, act in (
            (QKeySequence.StandardKey.Find, self.filter.text.setFocus),
            (QKeySequence.StandardKey.Close, self.close),
            (QKeySequence.StandardKey.Undo, self._take_back),
            (QKeySequence(Qt.Key.Key_Escape), self._escape),
            (QKeySequence("Ctrl+1"), lambda: self.details.show_page(0)),
            (QKeySequence("Ctrl+2"), lambda: self.details.show_page(1)),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(act)

    def _escape(self) -> None:
        """First the search, then the window."""
        if self.filter.is_empty:
            self.close()
        else:
            self.filter.reset()

    def _recolour(self) -> None:
        colour_text(self.empty, self._theme.colours.muted)

    def _lay_out(self) -> None:
        self.setWindowTitle(self.tr("History – mktgui"))
        self.empty.setTextFormat(Qt.TextFormat.PlainText)
        self.empty.setWordWrap(True)
        self.empty.setContentsMargins(4, 12, 4, 4)
        self.clear.setText(self.tr("&Show every call"))
        self.keeping.setText(self.tr("What is &kept…"))
        self._recolour()
        line = QHBoxLayout()
        line.addWidget(self.filter, 1)
        line.addWidget(self.keeping, 0, Qt.AlignmentFlag.AlignTop)
        self.acts.fill(self.table)
        self.table.insertAction(self.acts.equivalent, self.chosen.copies.menuAction())
        self.details.exchange.offer_copies(self.chosen.copies)
        self.split.addWidget(self.table)
        self.split.addWidget(self.details)
        self.split.setChildrenCollapsible(False)
        self.split.setSizes([300, 400])
        nothing = QHBoxLayout()
        nothing.addWidget(self.empty, 1)
        nothing.addWidget(self.clear, 0, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 8, 10, 8)
        layout.addLayout(line)
        layout.addWidget(self.notice)
        layout.addLayout(nothing)
        layout.addWidget(self.split, 1)
        self.setMinimumSize(*LEAST_SIZE)
        self.resize(*FIRST_SIZE)
        self._parts.preferences.restore_place("history", self)
        self._parts.preferences.restore_splitter("history-split", self.split)


def _pin(entry_id: str, store: "HistoryStore", *, pinned: bool) -> None:
    store.set_pinned(entry_id, pinned=pinned)
