"""One draft: which lead, what to change, what will happen, what happened. Each tab of the window is one of these."""

from collections.abc import Callable
from dataclasses import replace
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QUndoStack
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mktgui.domain.draft import Draft
from mktgui.domain.profile import Profile
from mktgui.ui.attribute_model import AttributeModel
from mktgui.ui.attribute_table import AttributeTable
from mktgui.ui.errand import Errand
from mktgui.ui.find_zone import FindZone
from mktgui.ui.halts import Halted
from mktgui.ui.key_form import KeyForm
from mktgui.ui.lead_sight import LeadSight
from mktgui.ui.looking import Looking
from mktgui.ui.page_labels import PageLabels
from mktgui.ui.plan_panel import PlanPanel
from mktgui.ui.sending import Sending
from mktgui.ui.sentences import Sentences
from mktgui.ui.window_parts import Parts
from mktgui.ui.zones import Zones
from mktgui.workers.reckoning import Reckoning

if TYPE_CHECKING:
    from mktgui.domain.outcome import Outcome
    from mktgui.domain.plan import Plan
    from mktgui.domain.put_back import PutBack
    from mktgui.domain.story import Story
    from mktgui.ui.aftermath import Aftermath
    from mktgui.ui.copy_as_menu import CallToCopy
    from mktgui.ui.draft_intake import DraftIntake
    from mktgui.ui.drawer import Drawer
    from mktgui.ui.exchange_view import ExchangeView
    from mktgui.ui.head_start import HeadStart
    from mktgui.ui.late_drawer import LateDrawer
    from mktgui.ui.result_panel import ResultPanel
    from mktgui.ui.send_gate import SendGate


class DraftPage(QWidget):
    """Passes word between its zones. What is locked, and which connection is in use, it is told by the window."""

    edited = Signal()
    """The draft is not what it was."""
    drawer_shown = Signal()
    """The drawer was opened or shut."""
    said = Signal(str)
    """A sentence for the person, about what was copied."""
    put_back_wanted = Signal(object)
    """Open the draft of this `PutBack`, and say its limits there."""

    def __init__(self, parts: Parts, lock: Callable[[], str]) -> None:
        super().__init__()
        self._parts, self._lock = parts, lock
        theme, sentences = parts.theme, Sentences()
        self.labels = PageLabels(parts.labels)
        self.undo = QUndoStack(self)
        self.finder = FindZone(theme, sentences)
        self.table = AttributeTable(
            AttributeModel(self.undo, theme, sentences, self.labels),
            self.undo,
            parts.clipboard,
            parts.preferences.table,
            Reckoning(parts.runner),
        )
        self.panel = PlanPanel(theme, sentences)
        self.sending = Sending(parts.runner, parts.connect_for)
        looking = Looking(parts.runner, parts.connect)
        self.errand = Errand(looking, self.sending, self._draft, reckoning=Reckoning(parts.runner))
        self.zones = Zones(self.finder, self.table, self.panel, parts.preferences)
        self.sight = LeadSight(self.errand, self.finder, self.table, parts, self.zones.add_above_table)
        for part in (self.sending, self.errand.looking, self.errand, self.sight):
            part.setParent(self)  # so that what comes late finds nobody once the page is put away
        self._plan: Plan | None = None
        self._replan = QTimer(self)
        self._replan.setSingleShot(True)
        self._replan.timeout.connect(self.show_plan)
        self.zones.sides.addActions(self.table.actions_of_view)  # in the drawer, the same keys find in a message
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.zones)
        self._connect()

    @cached_property
    def late_drawer(self) -> "LateDrawer":
        """What happened; made with the first plan, and shut until something has been sent."""
        from mktgui.ui.late_drawer import LateDrawer  # noqa: PLC0415 - not for the first paint

        late = LateDrawer(self._parts, self.errand, self.table, self._draft, self.labels.name)
        late.setParent(self)
        late.drawer_made.connect(self.zones.add_below)
        late.aftermath_made.connect(self._take_aftermath)
        late.moved.connect(self.drawer_shown)
        late.said.connect(self.said)
        return late

    @cached_property
    def head_start(self) -> "HeadStart":
        """What can be made of a request before it is sent; made once something has been looked at."""
        from mktgui.ui.head_start import HeadStart  # noqa: PLC0415 - not for the first paint

        start = HeadStart(self._parts.runner, self._parts.make_ready)
        start.setParent(self)
        return start

    @cached_property
    def gate(self) -> "SendGate":
        """What stands before Send; made with the first plan."""
        from mktgui.ui.send_gate import SendGate  # noqa: PLC0415 - not for the first paint

        gate = SendGate(self.errand, self.panel, self._parts, self._lock)
        gate.setParent(self)
        self.edited.connect(gate.forget_halt)
        return gate

    @cached_property
    def intake(self) -> "DraftIntake":
        """What comes into the draft from elsewhere; made once the window is on the screen."""
        from mktgui.ui.draft_intake import DraftIntake  # noqa: PLC0415 - not for the first paint

        intake = DraftIntake(self._parts, self.errand, self.finder, self.table, self.zones.add_above_table)
        intake.setParent(self)
        intake.load_wanted.connect(self.load)
        self.sight.loaded.connect(intake.note_load)
        return intake

    @property
    def form(self) -> KeyForm:
        """What the draft says of its lead."""
        return self.finder.form

    @property
    def aftermath(self) -> "Aftermath":
        """What follows a send."""
        return self.late_drawer.aftermath

    @property
    def drawer(self) -> "Drawer":
        """The pages below the form."""
        return self.late_drawer.drawer

    @property
    def result(self) -> "ResultPanel":
        """The page with the words and the fields."""
        return self.drawer.result

    @property
    def exchange(self) -> "ExchangeView":
        """The page with the messages."""
        return self.drawer.exchange

    @property
    def draft(self) -> Draft:
        """What the form says."""
        return self.form.draft(self.table.model.rows)

    @property
    def draft_as_typed(self) -> Draft:
        """The same with what stands in an open editor: for whoever keeps it, not for a plan or a send."""
        return self.form.draft(self.table.rows_as_typed)

    def show_draft(self, draft: Draft) -> None:
        """Fill the form with another draft, whichever API it was made for; there is nothing to undo then."""
        self.form.show_draft(draft)
        self.table.model.start_over(self.intake.carried(draft.rows) if draft.rows else ())

    def focus_key(self) -> None:
        """Go to the key."""
        self.finder.focus_key()

    def use_profile(self, profile: Profile) -> None:
        """Speak to another Marketo from now on, or to the same one by another API."""
        before = self.errand.profile
        self.errand.use(profile)
        self.form.use_rules(self.errand.rules)
        if profile.transport is not before.transport:
            self.intake.carry_over(before)
        if self._plan is not None:
            self.gate.count_calls()
            self.intake.use_profile(profile.id)
            if not profile.leads_where(before):
                self.late_drawer.let_go()
        self.panel.show_profile(profile)
        self.show_places()
        self.show_fields()

    def show_fields(self) -> None:
        """What is known of the fields of this Marketo may be more now."""
        catalogue = self._parts.desks.fields.catalogue(self.errand.profile.id)
        self.errand.use_catalogue(self.labels.use(catalogue))
        self.panel.use_labels(self.labels.name)
        self.plan_anew()

    def show_places(self) -> None:
        """More workspaces or partitions may be known now."""
        self.form.suggest_workspaces(self._parts.desks.places.names(self.errand.profile))
        self.plan_anew()

    def load(self) -> None:
        """Look at the lead that the form means."""
        self.table.finish_editing()
        self.sight.load()

    def send(self) -> None:
        """Send what the form says, if nothing stands against it."""
        self.table.finish_editing()
        if self._plan is None or self._replan.isActive():
            self.show_plan()  # what was typed a moment ago counts, also for what has to be meant
        _ = self.aftermath
        self.errand.send(self.gate.reason)

    def stop(self) -> None:
        """Give control back at once."""
        self.errand.stop()

    @property
    def drawer_is_shown(self) -> bool:
        """Whether the drawer is open."""
        return "late_drawer" in vars(self) and self.late_drawer.is_shown

    def show_drawer(self, *, shown: bool) -> None:
        """Open or shut the drawer with the result and the messages."""
        self.late_drawer.show(shown=shown)

    def show_tab(self, number: int) -> None:
        """Open the drawer on one of its pages."""
        self.late_drawer.show_tab(number)

    def plan_anew(self) -> None:
        """Something has changed that the plan speaks of. The first one comes with the late parts, whatever changes."""
        if self._plan is not None:
            self._replan.start()

    def make_late_parts(self) -> None:
        """Have ready what can wait until the window is on the screen."""
        if self._plan is None:
            self.show_plan()
        self.intake.side.follow(self.draft)
        self.gate.count_calls()

    def _looked(self, outcome: "Outcome") -> None:
        self.late_drawer.take_look(outcome)

    def _tell_failed_look(self, outcome: "Outcome") -> None:
        self.aftermath.tell_failed_look(outcome)

    def take_up(self, story: "Story") -> None:
        """Go on where this send was left: a look at the lead says in the drawer what became of it."""
        _ = self.aftermath
        self.errand.take_up(story)

    def tell_put_back(self, back: "PutBack") -> None:
        """Say what putting back will not undo: this page was opened for it."""
        self.intake.put_back_note.tell(back, self.labels.name)

    def copy_receipt(self) -> None:
        """Copy what became of the last send; where the drawer does not say so, or there was none, it is said here."""
        if not self.result.copy_receipt():
            self.said.emit(
                self.tr("No send over this connection is told here. Receipts of past calls are in the history.")
            )
        elif not self.drawer_is_shown:
            self.said.emit(self.tr("Receipt copied."))

    def call_to_copy(self) -> "CallToCopy | str":
        """The call that the form says, where it can be sent; else the last one that was made."""
        return self.late_drawer.call_to_copy(self._plan.request if self._plan is not None else None)

    def show_plan(self) -> None:
        """Say everywhere what the plan for the draft says now."""
        self._replan.stop()
        made = self._plan = self._made_plan()
        story = self.errand.story
        self.sight.follow(story.now if story is not None else None)
        self.form.show_findings(made.findings)
        self.table.show_findings(made.findings)
        self.panel.show_plan(made, [row.name for row in self.table.model.rows])
        self.gate.follow(made)
        self.intake.follow()
        self.late_drawer.show_request(made.request)
        if self.errand.known is not None:  # whoever has looked at a lead is about to send
            self.head_start.follow(self.errand.profile, made.request)

    def _made_plan(self) -> "Plan":
        """The plan for what the form says this moment, with an eye on the places that the connection knows."""
        made = self.errand.plan()
        slips = self._parts.desks.places.check(self.form.workspace.text(), self.errand.profile)
        return replace(made, findings=(*slips, *made.findings)) if slips else made

    def _draft(self) -> Draft:
        return self.draft

    def _take_aftermath(self, made: "Aftermath") -> None:
        made.settled.connect(self.intake.settle)
        made.draft_wanted.connect(self.intake.take_over)
        made.put_back_wanted.connect(self.put_back_wanted)
        made.send_wanted.connect(self.send)
        made.seen.connect(self._follow_story)

    def _form_edited(self) -> None:
        self.plan_anew()
        self.edited.emit()

    def _known_changed(self) -> None:
        self.show_plan()
        self._parts.desks.fields.complete(self.errand.profile)
        if self.errand.seen is not None:
            self._parts.desks.places.complete(self.errand.profile)

    def _follow_story(self, story: "Story") -> None:
        self._replan.start()
        self.intake.note_send(story)
        QTimer.singleShot(0, self, partial(self.intake.side.note_send, story))

    def _halted(self, halted: Halted) -> None:
        self.show_plan()
        self.gate.tell_halt(halted.halt)

    def _connect(self) -> None:
        desks = self._parts.desks
        self.form.edited.connect(self._form_edited)
        self.table.model.edited.connect(self._form_edited)
        self.table.typed.connect(self.edited)
        self.table.refresh_catalogue_wanted.connect(lambda: desks.fields.refresh(self.errand.profile))
        self.panel.send_wanted.connect(self.send)
        self.panel.stop_wanted.connect(self.stop)
        self.panel.reread_wanted.connect(self.load)
        self.errand.began.connect(self.panel.start)
        self.errand.staged.connect(self.panel.show_stage)
        self.errand.rested.connect(self.panel.rest)
        self.errand.known_changed.connect(self._known_changed)
        self.errand.halted.connect(self._halted)
        self.errand.looked.connect(self._looked)
        self.sight.failed.connect(self._tell_failed_look)
