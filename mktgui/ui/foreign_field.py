"""The name of the field that stands for foreign ids over REST, and help to find it."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QLineEdit, QMenu, QPushButton, QVBoxLayout, QWidget

from mktgui.domain.answers import Described, FieldDescription
from mktgui.domain.calls import DescribeObject
from mktgui.domain.catalogue import Catalogue
from mktgui.domain.findings import Severity
from mktgui.domain.foreign_field import candidates
from mktgui.domain.outcome import Answered, Outcome
from mktgui.domain.ports import Transport
from mktgui.ui.field_notes import Note
from mktgui.ui.theme import Theme
from mktgui.workers.runner import Job, Runner

MOST = 12  # fields in the menu; all of them are offered while one types

Reach = Callable[[], Transport | None]
"""A transport for the connection as it is saved, or None where it is not saved yet."""


@dataclass(frozen=True, slots=True)
class FindParts:
    """What it takes to ask. `standard` gives the fields that every Marketo has, by their REST names."""

    reach: Reach
    standard: Callable[[], Catalogue]
    runner: Runner


class ForeignField(QWidget):
    """A line, and a button that asks this Marketo for its fields."""

    def __init__(self, line: QLineEdit, note: Note, parts: FindParts, theme: Theme) -> None:
        super().__init__()
        self.line, self.note, self._parts = line, note, parts
        self._job: Job | None = None
        self.find_button = QPushButton(self.tr("Find it"))
        self.menu = QMenu(self)
        self.told = Note(self.find_button, theme)
        self._lay_out()
        self.find_button.clicked.connect(self._ask)

    def forget(self) -> None:
        """Another connection is shown: what was found is of another Marketo."""
        self._job = None
        self.find_button.setEnabled(True)
        self.menu.clear()
        self.told.say("", Severity.NOTE)
        self.line.setCompleter(None)  # type: ignore[arg-type] # takes it away; PySide's stubs do not know that

    def _ask(self) -> None:
        transport = self._parts.reach()
        if transport is None:
            self.told.say(self.tr("Save the connection first: then its Marketo can be asked."), Severity.WARNING)
            return
        self.find_button.setEnabled(False)
        self.told.say(self.tr("Asking Marketo for its fields…"), Severity.NOTE)
        job = self._job = self._parts.runner.call(DescribeObject(), transport)
        job.setParent(self)  # what it brings after the window is gone finds nobody
        job.finished.connect(partial(self._take, job))

    def _take(self, job: Job, outcome: Outcome) -> None:
        if job is not self._job:
            return
        self.find_button.setEnabled(True)
        answer = outcome.answer if isinstance(outcome, Answered) else None
        if not isinstance(answer, Described):
            self.told.say(
                self.tr("Marketo did not tell its fields. The page Check says what is wrong."), Severity.WARNING
            )
            return
        self._offer(candidates(Catalogue(answer.fields), self._parts.standard()))

    def _offer(self, fields: tuple[FieldDescription, ...]) -> None:
        self.menu.clear()
        for field in fields[:MOST]:
            label = self.tr("{label}  ({name})").format(label=field.label, name=field.name)
            self.menu.addAction(label.replace("&", "&&")).triggered.connect(partial(self._choose, field.name))
        completer = QCompleter([field.name for field in fields], self.line)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.line.setCompleter(completer)
        if not fields:
            text = self.tr("This Marketo has no field of its own by which leads could be looked up. Ask its admin.")
            self.told.say(text, Severity.WARNING)
            return
        self.told.say(self.tr("Choose from the list, or type a part of the name."), Severity.NOTE)
        if self.isVisible():
            self.menu.popup(self.find_button.mapToGlobal(self.find_button.rect().bottomLeft()))

    def _choose(self, name: str, *_checked: bool) -> None:
        self.line.setText(name)
        self.told.say("", Severity.NOTE)
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        self.find_button.setAutoDefault(False)
        self.setFocusProxy(self.line)
        row = QHBoxLayout()
        row.addWidget(self.line, 1)
        row.addWidget(self.find_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(row)
        for note in (self.note, self.told):
            column.addWidget(note)
