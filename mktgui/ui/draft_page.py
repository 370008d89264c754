"""One draft: which lead, what to change, what will happen, what happened. Each tab of the window is one of these."""

from collections.abc import Callable
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QUndoStack
from PySide6.QtWidgets import QScrollArea, QSplitter, QVBoxLayout, QWidget

from mktgui.domain.draft import Draft
from mktgui.domain.guard import steps
from mktgui.domain.plan import Plan
from mktgui.domain.profile import Profile
from mktgui.ui.attribute_model import AttributeModel
from mktgui.ui.attribute_table import AttributeTable
from mktgui.ui.errand import Errand
from mktgui.ui.key_form import KeyForm
from mktgui.ui.looking import Looking
from mktgui.ui.plan_panel import PlanPanel
from mktgui.ui.sending import Sending
from mktgui.ui.sentences import Sentences
from mktgui.ui.window_parts import Parts

if TYPE_CHECKING:
    from mktgui.domain.outcome import Outcome
    from mktgui.ui.drawer import Drawer
    from mktgui.ui.exchange_view import ExchangeView
    from mktgui.ui.limits_note import LimitsNote
    from mktgui.ui.meant_note import MeantNote
    from mktgui.ui.outcome_words import Told
    from mktgui.ui.result_panel import ResultPanel

ZONE_SIZES = [300, 560, 320]
DRAWER = [420, 280]
ZONES, STOREYS = "zones", "storeys"  # the names under which the sizes are remembered


class DraftPage(QWidget):
    """Passes word between its zones. What is locked, and which connection is in use, it is told by the window."""

    edited = Signal()
    """The draft is not what it was."""
    drawer_shown = Signal()
    """The drawer was opened or shut."""

    def __init__(self, parts: Parts, lock: Callable[[], str]) -> None:
        super().__init__()
        self._parts, self._lock = parts, lock
        theme, sentences = parts.theme, Sentences()
        self.undo = QUndoStack(self)
        self.form = KeyForm(theme, sentences)
        self.table = AttributeTable(AttributeModel(self.undo, theme, sentences), self.undo, parts.clipboard)
        self.panel = PlanPanel(theme, sentences)
        self.sending = Sending(parts.runner, parts.connect, parts.words)
        self.errand = Errand(Looking(parts.runner, parts.connect), self.sending, self._draft)
        self._plan: Plan | None = None
        self._replan = QTimer(self)
        self._replan.setSingleShot(True)
        self._replan.timeout.connect(self.show_plan)
        self._zones, self._storeys = QSplitter(Qt.Orientation.Horizontal), QSplitter(Qt.Orientation.Vertical)
        self._lay_out()
        self._connect()

    @cached_property
    def drawer(self) -> "Drawer":
        """Made once the window is on the screen: it is shut until something has been sent."""
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
            )
        )
        drawer.preview.show_request(self.errand.plan().request, self.errand.profile.user_id)
        drawer.hide()
        self._storeys.addWidget(drawer)
        self._storeys.setSizes(DRAWER)
        self._storeys.setChildrenCollapsible(False)
        self._parts.preferences.restore_splitter(STOREYS, self._storeys)
        self.sending.exchanged.connect(drawer.exchange.show_exchange)
        return drawer

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
    def limits(self) -> "LimitsNote":
        """How many calls were made, near Send."""
        from mktgui.ui.limits_note import LimitsNote  # noqa: PLC0415 - not for the first paint

        note = LimitsNote(self._parts.theme)
        self.panel.add_above_send(note)
        self.errand.began.connect(note.refresh)
        self.errand.rested.connect(note.refresh)
        return note

    @property
    def result(self) -> "ResultPanel":
        """The page with the words and the record."""
        return self.drawer.result

    @property
    def exchange(self) -> "ExchangeView":
        """The page with the messages."""
        return self.drawer.exchange

    @property
    def draft(self) -> Draft:
        """What the form says."""
        return self.form.draft(self.table.model.rows)

    def show_draft(self, draft: Draft) -> None:
        """Fill the form with another draft; there is nothing to undo then."""
        self.form.show_draft(draft)
        self.table.model.start_over(draft.rows)

    def focus_key(self) -> None:
        """Go to the key field."""
        field = self.form.fields[self.form.key]
        field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        field.selectAll()

    def use_profile(self, profile: Profile) -> None:
        """Speak to another Marketo from now on."""
        self.errand.use(profile)
        if "limits" in vars(self):
            self.limits.watch(self._parts.count(profile))
        self.form.suggest_workspaces(profile.workspaces)
        self.panel.show_profile(profile)
        self._replan.start()

    def load(self) -> None:
        """Look at the lead that the form means."""
        self.errand.look()

    def send(self) -> None:
        """Send what the form says, if nothing stands against it."""
        if self._plan is None or self._replan.isActive():
            self.show_plan()  # what was typed a moment ago counts, also for what has to be meant
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
        """Something outside the form has changed that the plan speaks of."""
        self._replan.start()

    def make_late_parts(self) -> None:
        """Have ready what can wait until the window is on the screen."""
        self.drawer.ensurePolished()
        self.limits.watch(self._parts.count(self.errand.profile))

    def splitters(self) -> dict[str, QSplitter]:
        """Whose sizes are remembered, by name."""
        return {ZONES: self._zones, STOREYS: self._storeys}

    def made_plan(self) -> Plan:
        """The plan for what the form says this moment, with an eye on the workspaces that the connection knows."""
        made, known = self.errand.plan(), self.errand.profile.workspaces
        if not known:
            return made
        from mktgui.domain.workspaces import check_name  # noqa: PLC0415 - not for the first paint

        return replace(made, findings=(*check_name(self.form.workspace.text(), known), *made.findings))

    def _draft(self) -> Draft:
        return self.draft

    def show_plan(self) -> None:
        """Say everywhere what the plan for the draft says now."""
        made = self._plan = self.made_plan()
        self.form.show_findings(made.findings)
        self.table.show_findings(made.findings)
        self.panel.show_plan(made)
        self._show_gate()
        if "drawer" in vars(self):  # not to be made only for this
            self.drawer.preview.show_request(made.request, self.errand.profile.user_id)

    def _show_gate(self) -> None:
        self.panel.show_gate(self._gate(self._plan) if self._plan is not None else "")

    def _gate(self, made: Plan) -> str:
        """Why this must not be sent now, in words: the lock, or something that has to be meant and is not yet."""
        wanted = steps(made, self.errand.profile.environment)
        if wanted or "meant" in vars(self):
            self.meant.show_steps(wanted)
        if locked := self._lock():
            return locked
        return self.tr("Tick what you mean to do, then send.") if wanted and not self.meant.all_meant else ""

    def _told(self, told: "Told", outcome: "Outcome | None") -> None:
        self.drawer.show_told(told, outcome)
        self.show_drawer(shown=True)

    def _form_edited(self) -> None:
        self._replan.start()
        self.edited.emit()

    def _connect(self) -> None:
        self.form.edited.connect(self._form_edited)
        self.table.model.edited.connect(self._form_edited)
        self.panel.send_wanted.connect(self.send)
        self.panel.stop_wanted.connect(self.stop)
        self.errand.began.connect(self.panel.start)
        self.errand.staged.connect(self.panel.show_stage)
        self.errand.rested.connect(self.panel.rest)
        self.errand.known_changed.connect(self._replan.start)
        self.sending.told.connect(self._told)

    def _lay_out(self) -> None:
        for widget, name in ((self.form, self.tr("Lead")), (self.table, self.tr("Attributes")), (self.panel, "")):
            self._zones.addWidget(_zone(widget, name))
        self._zones.setSizes(ZONE_SIZES)
        self._zones.setStretchFactor(1, 1)
        self._zones.setChildrenCollapsible(False)
        self._storeys.addWidget(self._zones)
        self._storeys.setStretchFactor(0, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._storeys)
        self._parts.preferences.restore_splitter(ZONES, self._zones)


def _zone(widget: QWidget, title: str) -> QWidget:
    """A zone of the window with room around it; it scrolls where the window is too low for it."""
    inside = QWidget()
    layout = QVBoxLayout(inside)
    layout.setContentsMargins(10, 8, 10, 8)
    layout.addWidget(widget)
    inside.setAccessibleName(title)
    if not isinstance(widget, KeyForm):
        return inside
    scrolled = QScrollArea()
    scrolled.setAccessibleName(title)
    scrolled.setWidget(inside)
    scrolled.setWidgetResizable(True)
    scrolled.setFrameShape(QScrollArea.Shape.NoFrame)
    scrolled.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    scrolled.setMinimumWidth(inside.minimumSizeHint().width() + scrolled.verticalScrollBar().sizeHint().width())
    return scrolled
