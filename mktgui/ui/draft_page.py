"""One draft: which lead, what to change, what will happen, what happened. Each tab of the window is one of these."""

from collections.abc import Callable
from dataclasses import replace
from functools import cached_property, partial
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QUndoStack
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mktgui.domain.draft import Draft, Row
from mktgui.domain.kinds import KeyKind
from mktgui.domain.profile import Profile
from mktgui.ui.attribute_model import AttributeModel
from mktgui.ui.attribute_table import AttributeTable
from mktgui.ui.errand import Errand, Halt, Halted
from mktgui.ui.find_zone import FindZone
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
    from mktgui.domain.detect import Detected
    from mktgui.domain.outcome import Outcome
    from mktgui.domain.plan import Plan
    from mktgui.domain.put_back import PutBack
    from mktgui.domain.receipt import Receipt
    from mktgui.domain.recents import Recent
    from mktgui.domain.recipe import Recipe
    from mktgui.domain.story import Story
    from mktgui.ui.aftermath import Aftermath
    from mktgui.ui.copy_as_menu import CallToCopy, CopyAsMenu
    from mktgui.ui.drawer import Drawer
    from mktgui.ui.exchange_view import ExchangeView
    from mktgui.ui.halt_note import HaltNote
    from mktgui.ui.lead_chooser import LeadChooser
    from mktgui.ui.limits_note import LimitsNote
    from mktgui.ui.meant_note import MeantNote
    from mktgui.ui.put_back_note import PutBackNote
    from mktgui.ui.result_panel import ResultPanel
    from mktgui.ui.side_lists import SideLists


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
        self.finder = FindZone(theme, sentences, _detect)
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
        self.sight = LeadSight(
            self.errand, self.finder, lambda: self.chooser, self.table, lambda outcome: parts.words().advice(outcome)
        )
        for part in (self.sending, self.errand.looking, self.errand, self.sight):
            part.setParent(self)  # so that what comes late finds nobody once the page is put away
        self._plan: Plan | None = None
        self._look: Outcome | None = None  # the newest one before there was a drawer to show it in
        self._replan = QTimer(self)
        self._replan.setSingleShot(True)
        self._replan.timeout.connect(self.show_plan)
        self.zones = Zones(self.finder, self.table, self.panel, parts.preferences)
        self.zones.sides.addActions(self.table.actions_of_view)  # in the drawer, the same keys find in a message
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.zones)
        self._connect()

    @cached_property
    def chooser(self) -> "LeadChooser":
        """Which of several leads is meant; made when there are several."""
        from mktgui.ui.lead_chooser import LeadChooser  # noqa: PLC0415 - mostly there is one

        chooser = LeadChooser(self._parts.theme)
        self.zones.add_above_table(chooser)
        return chooser

    @cached_property
    def drawer(self) -> "Drawer":
        """Made once a lead was looked at: it is shut until something has been sent."""
        from mktgui.ui.drawer import Drawer, DrawerParts  # noqa: PLC0415 - a third of all that the window reads

        parts = self._parts
        drawer = Drawer(
            DrawerParts(
                read=parts.read_message,
                mask=parts.mask,
                preview=parts.preview,
                runner=parts.runner,
                theme=parts.theme,
                clipboard=parts.clipboard,
                preferences=parts.preferences,
                label=self.labels.name,
                receipt=self._receipt,
            )
        )
        drawer.preview.show_request(self.errand.plan().request, self.errand.profile)
        drawer.hide()
        self.zones.add_below(drawer)
        self.sending.exchanged.connect(drawer.exchange.show_exchange)
        self.table.picked.connect(drawer.exchange.light_up)
        drawer.exchange.attribute_picked.connect(self.table.go_to)
        drawer.exchange.offer_copies(self._copies_of_shown())
        return drawer

    def _copies_of_shown(self) -> "CopyAsMenu":
        from mktgui.ui.copy_as_menu import CopyAsMenu  # noqa: PLC0415 - not before there is a call

        parts = self._parts
        menu = CopyAsMenu(parts.snippet, self.shown_call, parts.runner, parts.clipboard, self)
        menu.said.connect(self.said)
        return menu

    @cached_property
    def aftermath(self) -> "Aftermath":
        """What follows a send, in the drawer."""
        from mktgui.ui.aftermath import Aftermath  # noqa: PLC0415 - nothing has been sent yet

        made = Aftermath(self.errand, self.drawer, self._parts.words(), self._draft, self.labels.name)
        made.setParent(self)
        made.shown.connect(lambda: self.show_drawer(shown=True))
        made.settled.connect(lambda rows: self.table.replace(rows, self.tr("What was sent")))
        made.draft_wanted.connect(self._take_over)
        made.put_back_wanted.connect(self.put_back_wanted)
        made.send_wanted.connect(self.send)
        made.seen.connect(self._follow_story)
        if self._look is not None:  # it was there before
            made.show_look(self._look)
        return made

    @cached_property
    def put_back_note(self) -> "PutBackNote":
        """What putting back will not undo."""
        from mktgui.ui.put_back_note import PutBackNote  # noqa: PLC0415 - only where something is put back

        note = PutBackNote(self._parts.theme)
        self.zones.add_above_table(note)
        return note

    @cached_property
    def side(self) -> "SideLists":
        """Recent leads and recipes."""
        from mktgui.ui.side_lists import SideLists  # noqa: PLC0415 - not for the first paint

        lists = SideLists(self._parts.theme, self._parts.desks, self.errand.profile.id, self._draft, self)
        self.finder.add(lists.recents)
        self.finder.add(lists.recipes)
        lists.lead_wanted.connect(self._open_recent)
        lists.recipe_wanted.connect(self._take_recipe)
        self.sight.loaded.connect(lambda: lists.note_load(self.errand.seen))
        return lists

    @cached_property
    def meant(self) -> "MeantNote":
        """What has to be meant before this is sent; made when something has."""
        from mktgui.ui.meant_note import MeantNote  # noqa: PLC0415 - most sends only change attributes

        note = MeantNote(self._parts.theme)
        self.panel.add_above_send(note)
        note.changed.connect(self._show_gate)
        self.sending.rested.connect(note.forget)
        return note

    @cached_property
    def halt(self) -> "HaltNote":
        """Why nothing was sent; made when that happens first."""
        from mktgui.ui.halt_note import HaltNote  # noqa: PLC0415 - mostly all is sent

        note = HaltNote(self._parts.theme)
        self.panel.add_above_send(note)
        self.errand.began.connect(note.withdraw)
        self.edited.connect(note.withdraw)
        return note

    @cached_property
    def limits(self) -> "LimitsNote":
        """How many calls were made, near Send."""
        from mktgui.ui.limits_note import LimitsNote  # noqa: PLC0415 - not for the first paint

        note = LimitsNote(self._parts.theme)
        self.panel.add_above_send(note)
        self.errand.began.connect(note.refresh)
        self.errand.rested.connect(note.refresh)
        return note

    @property
    def form(self) -> KeyForm:
        """What the draft says of its lead."""
        return self.finder.form

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
        self.table.model.start_over(self._carried(draft.rows))

    def focus_key(self) -> None:
        """Go to the key."""
        self.finder.focus_key()

    def use_profile(self, profile: Profile) -> None:
        """Speak to another Marketo from now on, or to the same one by another API."""
        before = self.errand.profile
        self.errand.use(profile)
        self.form.use_rules(self.errand.rules)
        if profile.transport is not before.transport:
            self._carry_over(before)
        if self._plan is not None:
            self._watch_limits()
        if "side" in vars(self):
            self.side.use_profile(profile.id)
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
        self.errand.send(self._gate)

    def stop(self) -> None:
        """Give control back at once."""
        self.errand.stop()

    @property
    def drawer_is_shown(self) -> bool:
        """Whether the drawer is open."""
        return "drawer" in vars(self) and not self.drawer.isHidden()

    def show_drawer(self, *, shown: bool) -> None:
        """Open or shut the drawer with the result and the messages."""
        self.drawer.setVisible(shown)
        self.drawer_shown.emit()

    def show_tab(self, number: int) -> None:
        """Open the drawer on one of its pages."""
        self.show_drawer(shown=True)
        self.drawer.setCurrentIndex(number)

    def plan_anew(self) -> None:
        """Something has changed that the plan speaks of. The first one comes with the late parts, whatever changes."""
        if self._plan is not None:
            self._replan.start()

    def make_late_parts(self) -> None:
        """Have ready what can wait until the window is on the screen."""
        if self._plan is None:
            self.show_plan()
        self.side.follow(self.draft)
        self._watch_limits()

    def _watch_limits(self) -> None:
        """Where calls are counted at all, as they are not on the practice server."""
        count = self._parts.tally(self.errand.profile)
        if count is not None or "limits" in vars(self):
            self.limits.watch(count)

    def _looked(self, outcome: "Outcome") -> None:
        """The first look has messages to show, and a send may follow: make ready for it, in short steps."""
        if "aftermath" not in vars(self):
            self._look = outcome
            QTimer.singleShot(0, self, partial(self._read_aftermath, _AFTERMATH))

    def _read_aftermath(self, modules: tuple[str, ...]) -> None:
        """One after the other, because to read them is the greater part of the time that it takes."""
        if not modules:
            self._make_aftermath()
            return
        import_module(f"mktgui.ui.{modules[0]}")
        QTimer.singleShot(0, self, partial(self._read_aftermath, modules[1:]))

    def _make_aftermath(self) -> None:
        _ = self.aftermath
        self.drawer.ensurePolished()

    def _tell_failed_look(self, outcome: "Outcome") -> None:
        self.aftermath.tell_failed_look(outcome)

    def take_up(self, story: "Story") -> None:
        """Go on where this send was left: a look at the lead says in the drawer what became of it."""
        _ = self.aftermath
        self.errand.take_up(story)

    def tell_put_back(self, back: "PutBack") -> None:
        """Say what putting back will not undo: this page was opened for it."""
        self.put_back_note.tell(back, self.labels.name)

    def call_to_copy(self) -> "CallToCopy | str":
        """The call that the form says, where it can be sent; else the last one that was made."""
        from mktgui.ui.copy_as_menu import CallToCopy  # noqa: PLC0415 - only then

        request = self._plan.request if self._plan is not None else None
        return CallToCopy(request, self.errand.profile) if request is not None else self.shown_call()

    def shown_call(self) -> "CallToCopy | str":
        """The call whose messages are shown, for the connection that it went over."""
        from mktgui.ui.copy_as_menu import CallToCopy  # noqa: PLC0415 - only then

        last = self.aftermath.last_call
        return CallToCopy(*last) if last is not None else self.tr("Nothing was copied: there is no complete call yet.")

    def show_plan(self) -> None:
        """Say everywhere what the plan for the draft says now."""
        self._replan.stop()
        made = self._plan = self._made_plan()
        story = self.errand.story
        self.sight.follow(story.now if story is not None else None)
        self.form.show_findings(made.findings)
        self.table.show_findings(made.findings)
        self.panel.show_plan(made, [row.name for row in self.table.model.rows])
        self._show_gate()
        if "side" in vars(self):
            self.side.follow(self.draft)
        if "drawer" in vars(self):  # not to be made only for this
            self.drawer.preview.show_request(made.request, self.errand.profile)

    def _made_plan(self) -> "Plan":
        """The plan for what the form says this moment, with an eye on the places that the connection knows."""
        made, known = self.errand.plan(), self._parts.desks.places.names(self.errand.profile)
        if not known:
            return made
        from mktgui.domain.place_names import check_place  # noqa: PLC0415 - not for the first paint

        findings = check_place(self.form.workspace.text(), known, self.errand.rules.place)
        return replace(made, findings=(*findings, *made.findings))

    def _carried(self, rows: tuple[Row, ...]) -> tuple[Row, ...]:
        """Rows from wherever, by the names of the API in use."""
        return self._parts.desks.names.carried(rows, self.errand.profile).rows if rows else rows

    def _carry_over(self, before: Profile) -> None:
        """The rows that are here came from another API: one step of undo brings their names back."""
        rows = self.table.model.rows
        if not rows:
            return
        names, profile = self._parts.desks.names, self.errand.profile
        carried = names.carried(rows, profile, before)
        if carried.renamed:
            self.table.replace(carried.rows, names.step(profile))
        self.table.say(names.sentence(carried, profile))

    def _draft(self) -> Draft:
        return self.draft

    def _show_gate(self) -> None:
        self.panel.show_gate(self._gate(self._plan) if self._plan is not None else "")

    def _gate(self, made: "Plan") -> str:
        """Why this must not be sent now, in words: the lock, or something that has to be meant and is not yet."""
        from mktgui.domain.guard import steps  # noqa: PLC0415 - not for the first paint

        wanted = steps(made, self.errand.profile.environment, self.errand.still_open)
        if wanted or "meant" in vars(self):
            self.meant.show_steps(wanted)
        if locked := self._lock():
            return locked
        return self.tr("Tick what you mean to do, then send.") if wanted and not self.meant.all_meant else ""

    def _receipt(self, story: "Story") -> "Receipt":
        from mktgui.domain.receipt import receipt_of  # noqa: PLC0415 - only then

        return receipt_of(story, self._parts.person(), self.errand.profile, self.labels.name)

    def _open_recent(self, recent: "Recent") -> None:
        """By its number where it has one; by whatever it was found by where not."""
        key, text = (KeyKind.MARKETO_ID, recent.lead_id) if recent.lead_id else (recent.key, recent.text)
        self.form.take(key, text, "", on_purpose=False)
        self.load()

    def _take_recipe(self, recipe: "Recipe") -> None:
        self.table.take(self._carried(recipe.rows), recipe.name)
        self.table.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_over(self, draft: Draft) -> None:
        self.form.show_draft(draft)
        self.table.replace(draft.rows, self.tr("Take over what is there now"))

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
        QTimer.singleShot(0, self, partial(self.side.note_send, story))

    def _halted(self, halted: Halted) -> None:
        """The step that is still wanted comes under the hand; what else there is to say is said."""
        self.show_plan()
        if halted.halt is Halt.HAS_TO_BE_MEANT:
            self.meant.begin()
        else:
            self.halt.say(halted.halt)

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


# Each comes with what it needs, and those behind it need it too.
_AFTERMATH = ("result_panel", "find_bar", "message_view", "exchange_view", "drawer", "aftermath")


def _detect(text: str, chosen: "KeyKind | None", foreign_type: str) -> "Detected":
    """Read when something is pasted: the window does not need it before."""
    from mktgui.domain.detect import detect  # noqa: PLC0415 - not for the first paint

    return detect(text, chosen, foreign_type)
