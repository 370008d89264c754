"""Ticket number and note of a past call: kept as soon as one leaves the field, and never lost."""

from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QWidget

from mktgui.ui.history_desk import HistoryDesk
from mktgui.ui.theme import Theme, colour_text

if TYPE_CHECKING:
    from mktgui.domain.history import Summary
    from mktgui.domain.history_port import HistoryProblem, HistoryStore


class Words(StrEnum):
    """What a person puts on a call."""

    TICKET = "ticket"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Writing:
    """Something that is being kept."""

    entry_id: str
    words: Words
    text: str

    def keep(self, store: "HistoryStore") -> None:
        """For a worker thread. Raises HistoryError."""
        if self.words is Words.NOTE:
            store.set_note(self.entry_id, self.text)
        else:
            store.set_ticket(self.entry_id, self.text)


class HistoryNote(QWidget):
    """What could not be kept stays in the field, also after the person has been at other calls."""

    def __init__(self, theme: Theme, desk: HistoryDesk) -> None:
        super().__init__()
        self._theme, self._desk = theme, desk
        self._summary: Summary | None = None
        self._unkept: dict[tuple[str, Words], str] = {}  # typed, and not in the history yet
        self._refused: dict[str, HistoryProblem] = {}  # by the id of the call
        self.fields = {Words.TICKET: QLineEdit(), Words.NOTE: QLineEdit()}
        self.state = QLabel()
        self._lay_out()
        for words, field in self.fields.items():
            field.editingFinished.connect(partial(self._keep, words))
            field.textEdited.connect(partial(self._note_edit, words))
        desk.done.connect(self._take_done)
        desk.refused.connect(self._take_refusal)
        theme.changed.connect(self._recolour)
        self.show_summary(None)

    def show_summary(self, summary: "Summary | None") -> None:
        """The words on this call. What is being typed stays."""
        is_same = summary is not None and self._summary is not None and summary.id == self._summary.id
        if not is_same:
            self.keep()
        self._summary = summary
        kept = {
            Words.TICKET: summary.ticket if summary is not None else "",
            Words.NOTE: summary.note if summary is not None else "",
        }
        for words, field in self.fields.items():
            text = self._unkept.get((summary.id, words), kept[words]) if summary is not None else ""
            if field.text() != text:
                field.setText(text)
            field.setEnabled(summary is not None)
        self._show_state()

    def keep(self) -> None:
        """Keep what was typed, for instance because the window shuts."""
        for words in Words:
            self._keep(words)

    def _note_edit(self, words: Words, text: str) -> None:
        if self._summary is not None:
            self._unkept[self._summary.id, words] = text

    def _keep(self, words: Words) -> None:
        if self._summary is None:
            return
        text = self._unkept.get((self._summary.id, words))
        if text is not None:
            writing = Writing(self._summary.id, words, text)
            self._desk.change(writing, writing.keep)

    def _take_done(self, what: object, _result: object) -> None:
        if isinstance(what, Writing):
            mark = (what.entry_id, what.words)
            if self._unkept.get(mark) == what.text:
                del self._unkept[mark]
            self._refused.pop(what.entry_id, None)
            self._show_state()

    def _take_refusal(self, what: object, problem: "HistoryProblem") -> None:
        if isinstance(what, Writing):
            self._refused[what.entry_id] = problem
            self._show_state()

    def _show_state(self) -> None:
        problem = self._refused.get(self._summary.id) if self._summary is not None else None
        self.state.setVisible(problem is not None)
        if problem is None:
            return
        why = self.tr("This could not be kept ({detail}). It is still here: press Enter in the field to try again.")
        off = self.tr("This could not be kept, because no values are kept on this computer.")
        self.state.setText(off if problem.trouble == "no-values" else why.format(detail=problem.detail))

    def _recolour(self) -> None:
        colour_text(self.state, self._theme.colours.error)

    def _lay_out(self) -> None:
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setHorizontalSpacing(6)
        layout.setVerticalSpacing(2)
        titles = {Words.TICKET: self.tr("&Ticket"), Words.NOTE: self.tr("&Note")}
        names = {Words.TICKET: self.tr("Ticket number"), Words.NOTE: self.tr("Note on this call")}
        for column, (words, field) in enumerate(self.fields.items()):
            label = QLabel(titles[words])
            label.setBuddy(field)
            field.setAccessibleName(names[words])
            layout.addWidget(label, 0, column * 2)
            layout.addWidget(field, 0, column * 2 + 1)
        layout.setColumnStretch(1, 1)
        layout.setColumnStretch(3, 4)
        self.state.setTextFormat(Qt.TextFormat.PlainText)
        self.state.setWordWrap(True)
        layout.addWidget(self.state, 1, 0, 1, 4)
        self._recolour()
