"""What Marketo tells of a partition over REST: whether there is one of that name, and whether a lead is in it."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFormLayout, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from mktgui.domain.answers import Listed
from mktgui.domain.calls import Call
from mktgui.domain.draft import Draft
from mktgui.domain.lead import KeyKind
from mktgui.domain.outcome import Answered, Outcome
from mktgui.domain.partitions import PartitionResult, Why, judge_partition, list_first, then_read
from mktgui.domain.place_names import Place, check_place
from mktgui.domain.plan import plan
from mktgui.domain.profile import Profile
from mktgui.domain.workspaces import Proof
from mktgui.ui.banner import Banner
from mktgui.ui.names import plain
from mktgui.ui.one_call import OneCall
from mktgui.ui.outcome_words import Tone
from mktgui.ui.sentences import Sentences
from mktgui.ui.workspace_check import WorkspaceParts

SIZE = (520, 340)

_TONES = {
    Why.LISTED: Tone.GOOD,
    Why.NOT_LISTED: Tone.BAD,
    Why.LEAD_IS_IN_IT: Tone.GOOD,
    Why.LEAD_IS_ELSEWHERE: Tone.BAD,
}


class PartitionCheck(QDialog):
    """Lists the partitions, and reads the lead where one is named. It writes nothing, so no lock is asked."""

    def __init__(self, profile: Profile, parts: WorkspaceParts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._profile, self._parts = profile, parts
        self._sentences = Sentences()
        self._one = OneCall(parts.runner, lambda: self.check.setEnabled(True), self._tell_slip)
        self.partition, self.marketo_id = QLineEdit(), QLineEdit()
        self.cost = QLabel(
            self.tr(
                "The check only reads: it lists the partitions that this API user may see, and reads the lead if you"
                " name one. Nothing is written."
            )
        )
        self.check = QPushButton(self.tr("C&heck"))
        self.shut = QPushButton(self.tr("Close"))
        self.banner = Banner(parts.theme)
        self._lay_out()
        for field in (self.partition, self.marketo_id):
            field.textChanged.connect(self._start_afresh)
        self.check.clicked.connect(self._list)
        self.shut.clicked.connect(self.close)
        self._start_afresh()

    def begin(self, partition: str, marketo_id: str) -> None:
        """Start from what the form says."""
        self.partition.setText(partition)
        self.marketo_id.setText(marketo_id)

    def done(self, result: int) -> None:
        """Closing hangs up."""
        self._one.hang_up()
        super().done(result)

    def _start_afresh(self) -> None:
        """What was found before is not true of another name or lead."""
        self._one.hang_up()
        slip = self._slip()
        self.check.setEnabled(not slip)
        self.banner.say_plainly(slip or self.tr("Nothing has been asked yet. Check lists the partitions."))

    def _slip(self) -> str:
        """What is wrong with the Marketo ID; it may be left out."""
        if not self.marketo_id.text().strip():
            return ""
        errors = plan(Draft(key=KeyKind.MARKETO_ID, marketo_id=self.marketo_id.text(), return_lead=False)).errors
        return self._sentences.text(errors[0]) if errors else ""

    def _list(self) -> None:
        self._call(list_first(), self._listed)

    def _listed(self, listed: Outcome) -> None:
        name, read = self.partition.text(), then_read(self.marketo_id.text())
        result = judge_partition(name, listed)
        if not name.strip() and result.why is Why.NOT_LISTED:
            self._say_list(result.text)
        elif result.seen is Proof.PROVED and read is not None:
            self._call(read, lambda outcome: self._tell(judge_partition(name, listed, outcome), listed, outcome))
        else:
            self._tell(result, listed, listed)

    def _say_list(self, names: str) -> None:
        """No name was asked for: the list alone is the answer."""
        if not names:
            self.banner.say(Tone.WARNING, self.tr("This API user may see no partition."), (self._ask(), self._rest()))
            return
        told = self.tr("This API user may see these partitions: {names}.").format(names=names)
        self.banner.say(Tone.GOOD, told, (self.tr("To look for one, fill in its name."), self._rest()))

    def _tell(self, result: PartitionResult, listed: Outcome, last: Outcome) -> None:
        lines = [self._next(result)]
        if result.why is Why.NOT_LISTED:
            lines = [*self._nearest(listed), *([lines[0]] if result.text else []), self._ask()]
        elif result.why in {Why.REFUSED, Why.NO_ANSWER}:
            told = self._parts.words().tell(last)
            seen = self.tr("The partition {partition} is there, but the lead could not be read.")
            lines = [seen.format(partition=self._name)] if result.seen is Proof.PROVED else []
            lines += [told.title, *told.lines]
        tone = _TONES.get(result.why, Tone.WARNING)
        self.banner.say(tone, self._headline(result), (*(line for line in lines if line), self._rest()))

    def _nearest(self, listed: Outcome) -> list[str]:
        """Which of the names was likely meant."""
        answer = listed.answer if isinstance(listed, Answered) else None
        names = answer.names if isinstance(answer, Listed) else ()
        findings = check_place(self._name, names, Place.PARTITION)
        meant = (dict(one.params).get("meant", "") for one in findings)
        return [self.tr("Do you mean {meant}?").format(meant=one) for one in meant if one]

    @property
    def _name(self) -> str:
        return self.partition.text().strip()

    def _headline(self, result: PartitionResult) -> str:
        lead = self.marketo_id.text().strip()
        return {
            Why.LISTED: self.tr("Yes: there is a partition {partition}, and this API user may see it."),
            Why.NOT_LISTED: self.tr("No: this API user sees no partition {partition}."),
            Why.LEAD_IS_IN_IT: self.tr("Yes: lead {lead} is in the partition {partition}."),
            Why.LEAD_IS_ELSEWHERE: self.tr("No: lead {lead} is not in the partition {partition}, but in {there}."),
            Why.LEAD_MISSING: self.tr("The partition {partition} is there, but lead {lead} was not found."),
            Why.LEAD_DOES_NOT_TELL: self.tr("The partition {partition} is there; lead {lead} does not tell its own."),
            Why.REFUSED: self.tr("Marketo refused, so this is not known."),
            Why.NO_ANSWER: self.tr("No answer of Marketo's came back, so this is not known."),
        }[result.why].format(partition=self._name, lead=lead, there=result.text)

    def _next(self, result: PartitionResult) -> str:
        return {
            Why.LISTED: self.tr("To see whether a lead is in it, fill in its Marketo ID and check again."),
            Why.NOT_LISTED: self.tr("Marketo lists these: {there}."),
            Why.LEAD_IS_IN_IT: self.tr("You can name this partition when you send this lead."),
            Why.LEAD_IS_ELSEWHERE: self.tr("Name the partition that it is in when you send this lead."),
            Why.LEAD_MISSING: self.tr(
                "Compare the Marketo ID, or ask your Marketo administrator whether this API user may see the lead."
            ),
            Why.LEAD_DOES_NOT_TELL: self.tr("Look the lead up in Marketo to see which partition it is in."),
        }.get(result.why, "").format(there=result.text)

    def _ask(self) -> str:
        return self.tr("If there should be one, ask your Marketo administrator whether this API user may see it.")

    def _rest(self) -> str:
        return self.tr("Nothing was written: the check only reads.")

    def _call(self, call: Call, then: Callable[[Outcome], None]) -> None:
        self.check.setEnabled(False)
        self.banner.say_plainly(self.tr("Asking Marketo…"))
        self._one.make(call, self._parts.connect(self._profile), then)

    def _tell_slip(self) -> None:
        self.banner.put(Tone.BAD, self.tr("Something in this program went wrong. Nothing was written."), ())

    def _lay_out(self) -> None:
        self.setWindowTitle(self.tr("Partition check – {name}").format(name=self._profile.name))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(False)
        self.resize(*SIZE)
        self.cost.setWordWrap(True)
        self.marketo_id.setPlaceholderText("318815")
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        for label, field in (
            (self.tr("&Partition"), self.partition),
            (self.tr("&Marketo ID of a lead"), self.marketo_id),
        ):
            form.addRow(label, field)
            field.setAccessibleName(plain(label))
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        self.shut.setAutoDefault(False)
        self.check.setDefault(True)
        buttons.addWidget(self.check)
        buttons.addWidget(self.shut)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addWidget(self.cost)
        layout.addWidget(self.banner)
        layout.addStretch(1)
        layout.addLayout(buttons)
