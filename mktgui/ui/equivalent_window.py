"""The same change as a SOAP request and as its REST equivalent, side by side, with the differences in words."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QClipboard
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from mktgui.domain.calls import SyncLead
from mktgui.domain.catalogue import Catalogue
from mktgui.domain.draft import Draft
from mktgui.domain.equivalent import Side, over_both, sides
from mktgui.domain.findings import Finding, Severity
from mktgui.domain.known import Knowledge
from mktgui.domain.ports import PreviewOf, ReadMessage, TextForm
from mktgui.domain.profile import Profile, TransportKind
from mktgui.ui.field_carrier import FieldCarrier
from mktgui.ui.sentence_list import SentenceList
from mktgui.ui.sentences import Sentences
from mktgui.ui.theme import Theme, fixed_font
from mktgui.ui.window_parts import Parts
from mktgui.workers.runner import Job, Runner

SIZE = (1000, 640)
_ORDER = (Severity.ERROR, Severity.WARNING, Severity.NOTE)


@dataclass(frozen=True, slots=True, kw_only=True)
class EquivalentParts:
    """What the window is given. `catalogue` tells the fields of a connection by its id, as far as they are known."""

    preview: PreviewOf
    read: ReadMessage
    carrier: FieldCarrier
    catalogue: Callable[[str], Catalogue]
    runner: Runner
    theme: Theme
    clipboard: QClipboard


class SidePane(QWidget):
    """One request and what is true of it alone."""

    def __init__(self, title: str, parts: EquivalentParts) -> None:
        super().__init__()
        self._parts = parts
        self._job: Job | None = None
        self.title, self.text = QLabel(title), QPlainTextEdit()
        self.copy_button = QPushButton(self.tr("Copy"))
        self.only_here = SentenceList(parts.theme, self.tr("True of {name} alone").format(name=title))
        self._lay_out(title)
        self.copy_button.clicked.connect(self._copy)

    def show_side(self, side: Side, lines: list[tuple[Severity, str]]) -> None:
        """Build the request, or say why there is none; `lines` are its own sentences."""
        self._job = None
        self.only_here.show_lines(lines)
        self.copy_button.setEnabled(False)
        request = side.plan.request
        if request is None:
            self.text.setPlainText(self.tr("This way it cannot be sent. The reasons stand below."))
            return
        self.text.setPlainText("")
        job = self._job = self._parts.runner.run(partial(_text, self._parts, side.profile, request))
        job.setParent(self)  # what it brings after the window is gone finds nobody
        job.finished.connect(partial(self._take, job))
        job.failed.connect(partial(self._fail, job))

    def _take(self, job: Job, text: str) -> None:
        if job is self._job:
            self.text.setPlainText(text)
            self.copy_button.setEnabled(True)

    def _fail(self, job: Job, _error: object) -> None:
        if job is self._job:
            self.text.setPlainText(self.tr("This way it cannot be written before the lead has been looked up."))

    def _copy(self) -> None:
        self._parts.clipboard.setText(self.text.toPlainText())

    def _lay_out(self, title: str) -> None:
        bold = self.title.font()
        bold.setBold(True)
        self.title.setFont(bold)
        self.text.setReadOnly(True)
        self.text.setFont(fixed_font())
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        self.text.setAccessibleName(self.tr("The request over {name}").format(name=title))
        self.text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.copy_button.setAccessibleName(self.tr("Copy the request over {name}").format(name=title))
        self.copy_button.setAutoDefault(False)
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.copy_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(head)
        layout.addWidget(self.text, 3)
        layout.addWidget(QLabel(self.tr("Only with {name}:").format(name=title)))
        layout.addWidget(self.only_here, 2)


class EquivalentWindow(QDialog):
    """Not modal, and it sends nothing. Of any draft: one that is open, or one that was sent long ago."""

    def __init__(self, parts: EquivalentParts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts, self._sentences = parts, Sentences()
        self.panes = {
            TransportKind.SOAP: SidePane(self.tr("SOAP"), parts),
            TransportKind.REST: SidePane(self.tr("REST"), parts),
        }
        self.shut = QPushButton(self.tr("Close"))
        self._lay_out()
        self.shut.clicked.connect(self.close)

    def show_draft(self, draft: Draft, profile: Profile, known: Knowledge = None) -> None:
        """Show both ways to send it. Its rows go by the names of the connection's API; `known` is as for a plan."""
        profiles = over_both(profile)
        carried = {kind: self._parts.carrier.carried(draft.rows, there, profile) for kind, there in profiles.items()}
        drafts = {kind: replace(draft, rows=one.rows) for kind, one in carried.items()}
        catalogues = {profile.transport: self._parts.catalogue(profile.id)}
        for kind, side in sides(drafts, profiles, known, catalogues).items():
            unmapped = self._parts.carrier.unknown(carried[kind], profiles[kind])
            lines = [(Severity.WARNING, unmapped)] if unmapped and kind is not profile.transport else []
            self.panes[kind].show_side(side, [*lines, *self._in_words(side)])

    def _in_words(self, side: Side) -> list[tuple[Severity, str]]:
        told = dict.fromkeys((*side.plan.errors, *sorted(side.own, key=_gravity)))
        return list(dict.fromkeys((one.severity, self._sentences.text(one)) for one in told))

    def _lay_out(self) -> None:
        self.setWindowTitle(self.tr("The same over SOAP and REST"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(False)
        self.resize(*SIZE)
        both = QSplitter(Qt.Orientation.Horizontal)
        both.setChildrenCollapsible(False)
        for pane in self.panes.values():
            both.addWidget(pane)
        told = QLabel(self.tr("Nothing is sent from here. What is made only when it is sent stands in brackets."))
        told.setWordWrap(True)
        self.shut.setAutoDefault(False)
        end = QHBoxLayout()
        end.addWidget(told, 1)
        end.addWidget(self.shut)
        layout = QVBoxLayout(self)
        layout.addWidget(both, 1)
        layout.addLayout(end)


def equivalent_of(
    given: Parts, draft: Draft, profile: Profile, known: Knowledge = None, parent: QWidget | None = None
) -> EquivalentWindow:
    """The window with this draft, made of what the windows are given."""
    parts = EquivalentParts(
        preview=given.preview,
        read=given.read_message,
        carrier=given.desks.names,
        catalogue=given.desks.fields.catalogue,
        runner=given.runner,
        theme=given.theme,
        clipboard=given.clipboard,
    )
    window = EquivalentWindow(parts, parent)
    window.show_draft(draft, profile, known)
    return window


def _text(parts: EquivalentParts, profile: Profile, request: SyncLead) -> str:
    return parts.read(parts.preview(profile, request), TextForm.FORMATTED, masked=True).text


def _gravity(finding: Finding) -> int:
    return _ORDER.index(finding.severity)
