"""The history of calls in a window of its own: looked for as one types, seen in full, and brought back as drafts."""

from collections.abc import Callable, Sequence
from functools import cached_property, partial
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
from shiboken6 import isValid

from mktgui.domain.history import Query, Summary
from mktgui.domain.profile import PRACTICE, PRACTICE_REST, Profile, TransportKind
from mktgui.domain.recall import Wish, recall
from mktgui.domain.retold import SOME_FIELD, retold
from mktgui.ui.copy_as_menu import CallToCopy, CopyAsMenu
from mktgui.ui.exchange_view import ExchangeView
from mktgui.ui.history_acts import HistoryActs
from mktgui.ui.history_desk import problem_of
from mktgui.ui.history_details import HistoryDetails
from mktgui.ui.history_export import HistoryExporter
from mktgui.ui.history_filter import HistoryFilter
from mktgui.ui.history_list import HistoryList
from mktgui.ui.history_model import HistoryModel
from mktgui.ui.history_words import HistoryWords
from mktgui.ui.notice_bar import NoticeBar
from mktgui.ui.page_labels import PageLabels
from mktgui.ui.past_copies import PastCopies
from mktgui.ui.theme import colour_text
from mktgui.ui.window_parts import Parts

if TYPE_CHECKING:
    from mktgui.domain.exchange import Exchange
    from mktgui.domain.history import Entry
    from mktgui.domain.history_port import HistoryStore, Opened
    from mktgui.ui.ticket_door import TicketDoor

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
        self._watching = False
        self._profiles: tuple[Profile, ...] = (PRACTICE, PRACTICE_REST)
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
        self._past = PastCopies(self)
        self.copies = CopyAsMenu(parts.snippet, self._call_to_copy, parts.runner, parts.clipboard, self)
        self.empty, self.clear, self.keeping = QLabel(), QPushButton(), QPushButton()
        self.split = QSplitter(Qt.Orientation.Vertical)
        self._lay_out()
        self._connect()

    @cached_property
    def tickets(self) -> "TicketDoor":
        """What copies a past call for somebody else."""
        from mktgui.ui.ticket_door import TicketDoor  # noqa: PLC0415 - few people do

        door = TicketDoor(self._parts, self)
        door.said.connect(self.notice.say)
        return door

    def open_anew(self, profiles: Sequence[Profile]) -> None:
        """Come to the front with what there is now."""
        self._profiles = (PRACTICE, PRACTICE_REST, *profiles)
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
        if "tickets" in vars(self):
            self.tickets.close()
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

    @property
    def _entry(self) -> "Entry | None":
        """The chosen call; None while the rest of it is still on its way."""
        entry, chosen = self.details.entry, self.table.current
        return entry if entry is not None and chosen is not None and entry.summary.id == chosen.id else None

    def _forget(self, entry_id: str) -> None:
        """Another copy of the program has removed it."""
        self._renew()
        self.notice.say(self.tr("This call is not kept any more."))

    def _wish(self, wish: Wish) -> None:
        entry = self._entry
        if entry is None:
            return
        profile = self._known_profile(entry.summary)
        wanted = recall(entry, wish, profile.foreign_field.strip() if profile is not None else SOME_FIELD)
        if wanted is not None:
            self.recalled.emit(wanted)
        elif profile is not None and recall(entry, wish) is not None:
            self.notice.say(self._past.no_field(profile.name))

    def _call_to_copy(self) -> "CallToCopy | str":
        entry = self._entry
        return self._past.call(entry, self._known_profile(entry.summary) if entry is not None else None)

    def _want_receipt(self) -> None:
        if self._entry is not None:
            self.receipt_wanted.emit(self._entry)

    def _want_equivalent(self) -> None:
        from mktgui.ui.equivalent_window import equivalent_of  # noqa: PLC0415 - few people open it

        entry = self._entry
        if entry is not None and entry.draft is not None:
            equivalent_of(self._parts, entry.draft, self._profile_of(entry.summary), parent=self).show()

    def _profile_of(self, summary: Summary) -> Profile:
        """The connection as it is now; one that is gone is known by what the history says of it."""
        then = Profile(
            id=summary.profile_id,
            name=summary.profile_name,
            endpoint="",
            user_id="",
            transport=TransportKind(summary.transport),
            environment=summary.environment,
        )
        return self._known_profile(summary) or then

    def _known_profile(self, summary: Summary) -> Profile | None:
        """The connection as it is now, None where it is not there any more."""
        return next((one for one in self._profiles if one.id == summary.profile_id), None)

    def _want_ticket(self) -> None:
        entry = self._entry
        if entry is not None:
            job = self._desk.ask(partial(_messages, entry.summary.id))
            job.finished.connect(partial(self._take_messages, entry))
            job.failed.connect(self._say_no_messages)

    def _say_no_messages(self, error: object) -> None:
        self.notice.say_history(problem_of(error))

    def _take_messages(self, entry: "Entry", exchange: "Exchange | None") -> None:
        story = retold(entry)
        if not isValid(self) or story is None:
            return
        if exchange is None:
            self.notice.say(self.tr("No messages were kept of this call."))
            return
        told = self._words.tell(entry, self.label_of(entry.summary))
        fields = self._parts.desks.fields.catalogue(entry.summary.profile_id).fields
        types = {field.name: field.type for field in fields}
        self.tickets.show_kept(story, exchange, "\n".join((told.title, *told.lines)), types)

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
        elif state is not None and not state.readable:
            self.empty.setText(self.tr("The history cannot be read just now. Calls are made all the same."))
        elif state is not None and not state.records:
            self.empty.setText(self.tr("Nothing is recorded just now. Calls are made all the same."))
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
        self.table.filled.connect(self._tell_empty)
        self.table.failed.connect(self.notice.say_history)
        self.details.gone.connect(self._forget)
        desk.changed.connect(self._renew)
        desk.changed.connect(self._withdraw_offer)
        desk.opened.connect(self._take_state)
        self._parts.desks.fields.changed.connect(self._name_anew)
        acts.wished.connect(self._wish)
        acts.receipt_wanted.connect(self._want_receipt)
        acts.equivalent_wanted.connect(self._want_equivalent)
        acts.ticket_wanted.connect(self._want_ticket)
        acts.pin_wanted.connect(self._pin)
        acts.export_wanted.connect(self._export)
        acts.export_all_wanted.connect(self._export_all)
        acts.remove_wanted.connect(self._remove)
        self.exporter.said.connect(self.notice.say)
        self.copies.said.connect(self.notice.say)
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
        self.clear.setText(self.tr("&Look for everything"))
        self.keeping.setText(self.tr("What is &kept…"))
        self._recolour()
        line = QHBoxLayout()
        line.addWidget(self.filter, 1)
        line.addWidget(self.keeping, 0, Qt.AlignmentFlag.AlignTop)
        self.acts.fill(self.table)
        self.table.insertAction(self.acts.equivalent, self.copies.menuAction())
        self.details.exchange.offer_copies(self.copies)
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


def _messages(entry_id: str, store: "HistoryStore") -> "Exchange | None":
    return store.messages(entry_id)


def _pin(entry_id: str, store: "HistoryStore", *, pinned: bool) -> None:
    store.set_pinned(entry_id, pinned=pinned)
