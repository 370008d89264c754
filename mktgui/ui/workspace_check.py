"""What can honestly be known of a workspace: the rules, and on request a probe of one lead that the person names."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFormLayout, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from mktgui.domain.calls import Call
from mktgui.domain.lead import KeyKind
from mktgui.domain.outcome import Outcome
from mktgui.domain.ports import Connect
from mktgui.domain.profile import Profile
from mktgui.domain.workspaces import (
    ProbeReason,
    ProbeResult,
    Proof,
    judge_probe,
    lead_is_there,
    look_first,
    probe,
    workspace_findings,
)
from mktgui.ui.banner import Banner
from mktgui.ui.confirm_button import ConfirmButton
from mktgui.ui.names import plain
from mktgui.ui.one_call import OneCall
from mktgui.ui.outcome_words import OutcomeWords, Tone
from mktgui.ui.sentence_list import SentenceList
from mktgui.ui.sentences import Sentences
from mktgui.ui.theme import Theme
from mktgui.workers.runner import Runner

SIZE = (520, 460)


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkspaceParts:
    """What the check is given. `gate` says why nothing may be written now, or gives empty text."""

    connect: Connect
    runner: Runner
    theme: Theme
    words: Callable[[], OutcomeWords]
    gate: Callable[[], str]


class WorkspaceCheck(QDialog):
    """No call lists workspaces, so the rules come first; the probe costs two calls and says so before."""

    def __init__(self, profile: Profile, key: KeyKind, parts: WorkspaceParts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._profile, self._key, self._parts = profile, key, parts
        self._sentences = Sentences()
        self._one = OneCall(parts.runner, lambda: self.probe.setEnabled(True), self._tell_slip)
        self.workspace, self.marketo_id = QLineEdit(), QLineEdit()
        self.rules = SentenceList(parts.theme, self.tr("Rules for this workspace"))
        self.cost = QLabel(
            self.tr(
                "The probe costs two calls: it reads the lead, and then sends an update of it without any field."
                " No value changes, but Marketo may count it as an update."
            )
        )
        self.probe = ConfirmButton(self.tr("&Probe this lead"), self.tr("Really send the probe?"))
        self.shut = QPushButton(self.tr("Close"))
        self.banner = Banner(parts.theme)
        self._lay_out()
        for field in (self.workspace, self.marketo_id):
            field.textChanged.connect(self._show_rules)
        self.probe.confirmed.connect(self._look)
        self.shut.clicked.connect(self.close)
        self._show_rules()

    def begin(self, workspace: str, marketo_id: str) -> None:
        """Start from what the form says."""
        self.workspace.setText(workspace)
        self.marketo_id.setText(marketo_id)

    def _show_rules(self) -> None:
        findings = workspace_findings(self._key, self.workspace.text(), self._profile.workspaces)
        self.rules.show_lines([(one.severity, self._sentences.text(one)) for one in findings])
        self.probe.withdraw()
        made = probe(self.marketo_id.text(), self.workspace.text())
        reason = self._sentences.text(made.errors[0]) if made.errors else ""
        self.banner.say_plainly(reason or self.tr("Is this lead in the primary partition of the workspace? Unknown."))
        self.probe.setEnabled(made.request is not None and not self._one.busy)

    def _look(self) -> None:
        gate = self._parts.gate()
        if gate:
            self.banner.put(Tone.WARNING, gate, ())
            return
        self._call(look_first(self.marketo_id.text()), self._looked)

    def _looked(self, outcome: Outcome) -> None:
        request = probe(self.marketo_id.text(), self.workspace.text()).request
        if not lead_is_there(outcome) or request is None:
            told = self._parts.words().tell(outcome)
            missing = self.tr("The lead could not be found, so the probe was not sent and nothing was written.")
            self.banner.say(Tone.WARNING, missing, (told.title, *told.lines) if told.tone is not Tone.GOOD else ())
            return
        self._call(request, self._probed)

    def _probed(self, outcome: Outcome) -> None:
        result = judge_probe(outcome)
        tone = {Proof.PROVED: Tone.GOOD, Proof.REFUTED: Tone.BAD, Proof.NOTHING: Tone.WARNING}[result.proof]
        lines = [one for one in (self._reason(result), self._written(result.reason)) if one]
        if result.reason is ProbeReason.NO_ANSWER:
            told = self._parts.words().tell(outcome)
            lines += [told.title, *told.lines]
        self.banner.say(tone, self._headline(result.proof), tuple(lines))

    def _headline(self, proof: Proof) -> str:
        return {
            Proof.PROVED: self.tr("Yes: this lead is in the primary partition of {workspace}."),
            Proof.REFUTED: self.tr("No: this lead is not in the primary partition of {workspace}."),
            Proof.NOTHING: self.tr("The probe proves nothing about {workspace}."),
        }[proof].format(workspace=self.workspace.text().strip())

    def _reason(self, result: ProbeResult) -> str:
        return {
            ProbeReason.UPDATED: self.tr("Marketo took the update with this workspace in its header."),
            ProbeReason.WRONG_PARTITION: self.tr("Marketo refused it: {text}"),
            ProbeReason.NO_SUCH_WORKSPACE: self.tr("Marketo does not take the name of the workspace: {text}"),
            ProbeReason.LEAD_MISSING: self.tr("Marketo does not find the lead any more: {text}"),
            ProbeReason.CREATED: self.tr("Marketo made a new lead ({text}), which should not happen: look at it."),
            ProbeReason.OTHER_FAULT: self.tr("Marketo refused for another reason: {text}"),
            ProbeReason.OTHER_STATUS: self.tr("Marketo answered with a word that is not known here: {text}"),
            ProbeReason.NO_ANSWER: self.tr("No answer of Marketo's came back."),
        }[result.reason].format(text=result.text or "–")

    def _written(self, reason: ProbeReason) -> str:
        """Empty where it cannot be told, or is told otherwise."""
        if reason is ProbeReason.UPDATED:
            return self.tr("No value was sent, so none was changed.")
        refused = {ProbeReason.WRONG_PARTITION, ProbeReason.NO_SUCH_WORKSPACE, ProbeReason.LEAD_MISSING}
        return self.tr("Nothing was written.") if reason in refused else ""

    def _call(self, call: Call, then: Callable[[Outcome], None]) -> None:
        self.probe.setEnabled(False)
        self.banner.say_plainly(self.tr("Asking Marketo…"))
        self._one.make(call, self._parts.connect(self._profile), then)

    def _tell_slip(self) -> None:
        self.banner.put(Tone.BAD, self.tr("Something in this program went wrong."), ())

    def done(self, result: int) -> None:
        """Closing hangs up."""
        self._one.hang_up()
        super().done(result)

    def _lay_out(self) -> None:
        self.setWindowTitle(self.tr("Workspace check – {name}").format(name=self._profile.name))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(False)
        self.resize(*SIZE)
        self.cost.setWordWrap(True)
        self.marketo_id.setPlaceholderText("318815")
        form = QFormLayout()
        for label, field in (
            (self.tr("&Workspace"), self.workspace),
            (self.tr("&Marketo ID of a lead"), self.marketo_id),
        ):
            form.addRow(label, field)
            field.setAccessibleName(plain(label))
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        for button in (self.probe, self.shut):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addWidget(self.rules, 1)
        layout.addWidget(self.cost)
        layout.addWidget(self.banner)
        layout.addLayout(buttons)
