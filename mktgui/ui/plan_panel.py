"""What will happen: the verdict, the changes, every warning, and the two buttons: Send and Stop."""

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from mktgui.domain.findings import Code
from mktgui.domain.profile import Environment, Profile
from mktgui.ui.duration_words import local_now
from mktgui.ui.plan_lines import PlanLines
from mktgui.ui.plan_words import Label, PlanWords
from mktgui.ui.sentences import Sentences
from mktgui.ui.theme import STRIPES, Theme, colour_text
from mktgui.ui.verdict_box import VerdictBox

if TYPE_CHECKING:
    from datetime import datetime

    from PySide6.QtCore import QElapsedTimer

    from mktgui.domain.exchange import Stage
    from mktgui.domain.findings import Finding
    from mktgui.domain.plan import Plan

_TICK = 100  # milliseconds between two readings of the elapsed time, and until a call shows that it is under way


class PlanPanel(QWidget):
    """Shows a plan, keeps Send shut while an error stands, and shows how a call is getting on."""

    send_wanted = Signal()
    stop_wanted = Signal()
    reread_wanted = Signal()
    """The person wants the lead to be looked up, again or for the first time."""

    def __init__(self, theme: Theme, sentences: Sentences, clock: Callable[[], "datetime"] = local_now) -> None:
        super().__init__()
        self._theme, self._sentences = theme, sentences
        self._words = PlanWords(sentences)
        self._label: Label = str
        self._plan: Plan | None = None
        self._environment = Environment.PRACTICE
        self._names: Sequence[str] = ()
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK)
        self._timer.timeout.connect(self._tick)
        self._busy = False
        self._gate = ""
        self._is_slip = True  # what stands in the way: in a form that is still empty, nothing went wrong
        self._stage: Stage | None = None
        self.title = QLabel(self.tr("What will happen"))
        self.verdict = VerdictBox(theme, clock)
        self.verdict.title.setText(self._words.which_lead())  # the first plan comes after the first paint
        self.sentences = PlanLines(theme, self.tr("What will happen"))
        self.reason = QLabel()
        self.progress = QLabel()
        self.moving = QProgressBar()
        self.send = QPushButton(self.tr("&Send to Marketo"))
        self.stop = QPushButton(self.tr("S&top"))
        self._layout = QVBoxLayout(self)
        self._lay_out()
        self.rest()
        theme.changed.connect(self._recolour)
        self.verdict.reread_wanted.connect(self.reread_wanted)
        self.send.clicked.connect(self.send_wanted)
        self.stop.clicked.connect(self.stop_wanted)

    @property
    def busy(self) -> bool:
        """Whether a call is under way."""
        return self._busy

    def show_plan(self, plan: "Plan", names: Sequence[str] = ()) -> None:
        """Say what the plan says. `names` are the API names of the draft's rows, by their number."""
        self._plan, self._names = plan, names
        self._say_plan()
        self._judge_send()

    def use_labels(self, label: Label) -> None:
        """Call the fields so from now on; `label` is given an API name."""
        self._label = label
        self._say_plan()

    def show_profile(self, profile: Profile) -> None:
        """Give Send the colour and the word of what is at stake."""
        words = {
            Environment.PRACTICE: self.tr("&Send to practice"),
            Environment.TEST: self.tr("&Send to TEST"),
            Environment.PRODUCTION: self.tr("&Send to PRODUCTION"),
        }
        self.send.setText(words[profile.environment])
        if profile.environment is not self._environment or not self.send.styleSheet():
            self._environment = profile.environment
            self._colour_send()

    def _colour_send(self) -> None:
        colour, muted = STRIPES[self._environment], self._theme.colours
        self.send.setStyleSheet(
            f"QPushButton {{ background: {colour}; color: white; border: 2px solid {colour}; border-radius: 4px;"
            " padding: 5px 12px; font-weight: 600 }"
            f"QPushButton:focus {{ border-color: {muted.text} }}"
            f"QPushButton:disabled {{ background: {muted.window}; color: {muted.muted}; border-color: {muted.border} }}"
        )

    def show_gate(self, reason: str) -> None:
        """Keep Send shut for a reason that is not in the plan; an empty one opens it."""
        if reason != self._gate:
            self._gate = reason
            self._judge_send()

    def add_above_send(self, widget: QWidget) -> None:
        """Something that has to be seen before Send."""
        from mktgui.ui.tab_stops import come_before  # noqa: PLC0415 - not for the first paint

        self._layout.insertWidget(self._layout.indexOf(self.progress), widget)
        come_before(self.send, widget)

    def start(self) -> None:
        """A call begins. Only one that takes a moment shuts Send, opens Stop and shows the clock: less would flash."""
        self._busy = True
        self._stage = None
        self._since.start()
        self._timer.start()

    def show_stage(self, stage: "Stage") -> None:
        """The call got this far."""
        self._stage = stage
        if self.stop.isEnabled():
            self._show_time()

    def rest(self) -> None:
        """No call is under way."""
        self._busy = False
        self._timer.stop()
        self.stop.setEnabled(False)
        self.stop.setVisible(False)
        self.moving.setVisible(False)
        self.progress.clear()
        self.progress.hide()  # in a low window a line is worth having
        self._judge_send()

    def _say_plan(self) -> None:
        if self._plan is not None:
            self.verdict.show_verdict(self._plan.verdict, self._words.headline(self._plan, self._label))
            self.sentences.show_lines(self._words.lines(self._plan, self._label, self._names))

    def _tick(self) -> None:
        if not self.stop.isEnabled():
            self.send.setEnabled(False)
            self.stop.setEnabled(True)
            self.stop.setVisible(True)
            self.moving.setVisible(True)
            self.progress.setVisible(True)
        self._show_time()

    def _judge_send(self) -> None:
        errors = self._plan.errors if self._plan else ()
        ready = self._plan is not None and self._plan.request is not None
        self.send.setEnabled(ready and not self.busy and not self._gate)
        self.reason.setText(self._why_not(errors[0], len(errors)) if errors else self._gate)
        self.reason.setVisible(bool(self.reason.text()))
        is_slip = [one.code for one in errors] != [Code.KEY_EMPTY]
        if is_slip is not self._is_slip:
            self._is_slip = is_slip
            self._colour_reason()
        self.send.setAccessibleDescription(self.reason.text())

    def _why_not(self, first: "Finding", count: int) -> str:
        text = self._sentences.text(first)
        if first.row is not None:
            name = self._names[first.row].strip() if first.row < len(self._names) else ""
            field = self._label(name) if name else self.tr("Row {row}").format(row=first.row + 1)
            text = self.tr("{field}: {sentence}").format(field=field, sentence=text)
        if count > 1:
            text += " " + self.tr("(and %n more)", "", count - 1)
        return text

    def _show_time(self) -> None:
        seconds = self.locale().toString(self._since.elapsed() / 1000, "f", 1)
        stage = self._stages[self._stage] if self._stage is not None else self.tr("Preparing…")
        self.progress.setText(self.tr("{stage} {seconds} s").format(stage=stage, seconds=seconds))

    @cached_property
    def _since(self) -> "QElapsedTimer":
        from PySide6.QtCore import QElapsedTimer  # noqa: PLC0415 - not for the first paint

        return QElapsedTimer()

    @cached_property
    def _stages(self) -> "dict[Stage, str]":
        from mktgui.domain.exchange import Stage  # noqa: PLC0415 - not for the first paint

        return {
            Stage.HOLDING: self.tr("Waiting for Marketo's limit of calls…"),
            Stage.PREPARING: self.tr("Preparing…"),
            Stage.CONNECTING: self.tr("Connecting…"),
            Stage.SECURING: self.tr("Securing the connection…"),
            Stage.SENDING: self.tr("Sending…"),
            Stage.WAITING: self.tr("Waiting for the answer…"),
            Stage.RECEIVING: self.tr("Receiving the answer…"),
            Stage.READING: self.tr("Reading the answer…"),
        }

    def _colour_reason(self) -> None:
        colour_text(self.reason, self._theme.colours.error if self._is_slip else self._theme.colours.muted)

    def _recolour(self) -> None:
        self._colour_reason()
        if self.send.styleSheet():  # not before there is a profile: parsing it takes time before the first paint
            self._colour_send()

    def _lay_out(self) -> None:
        bold = self.title.font()
        bold.setBold(True)
        self.title.setFont(bold)
        for label in (self.reason, self.progress):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        self._recolour()
        self.moving.setRange(0, 0)
        self.moving.setTextVisible(False)
        self.moving.setFixedHeight(4)
        self.moving.setAccessibleName(self.tr("A call is under way"))
        buttons = QHBoxLayout()
        buttons.addWidget(self.send, 1)
        buttons.addWidget(self.stop)
        layout = self._layout
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.title)
        layout.addWidget(self.verdict)
        layout.addWidget(self.sentences, 1)
        layout.addWidget(self.progress)
        layout.addWidget(self.moving)
        layout.addWidget(self.reason)
        layout.addLayout(buttons)
