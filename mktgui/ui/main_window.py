"""The window: puts the rooms side by side and passes word between them. It decides nothing."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QClipboard, QCloseEvent, QPaintEvent, QUndoStack
from PySide6.QtWidgets import QMainWindow, QScrollArea, QSplitter, QVBoxLayout, QWidget

from mktgui import __version__
from mktgui.domain.draft import Draft
from mktgui.domain.lead import KeyKind
from mktgui.domain.plan import Plan, plan
from mktgui.domain.ports import Connect, LoadedProfiles, Preview, ReadMessage
from mktgui.domain.profile import PRACTICE, Environment, Profile
from mktgui.ui.attribute_model import AttributeModel
from mktgui.ui.attribute_table import AttributeTable
from mktgui.ui.connection_bar import ConnectionBar
from mktgui.ui.key_form import KeyForm
from mktgui.ui.menus import Menus
from mktgui.ui.notice_bar import NoticeBar
from mktgui.ui.plan_panel import PlanPanel
from mktgui.ui.preferences import Preferences
from mktgui.ui.sending import Sending, Words
from mktgui.ui.sentences import Sentences
from mktgui.ui.theme import Scheme, Theme
from mktgui.workers.runner import Runner

if TYPE_CHECKING:
    from mktgui.domain.limits import Tally
    from mktgui.domain.outcome import Outcome
    from mktgui.ui.drawer import Drawer
    from mktgui.ui.exchange_view import ExchangeView
    from mktgui.ui.help_pages import HelpPages
    from mktgui.ui.limits_note import LimitsNote
    from mktgui.ui.outcome_words import Told
    from mktgui.ui.result_panel import ResultPanel
    from mktgui.ui.safety import Safety

FIRST_SIZE = (1180, 760)
LEAST_SIZE = (900, 560)
ZONE_SIZES = [300, 560, 320]
DRAWER = [420, 280]
ZONES, STOREYS = "zones", "storeys"  # the names under which the sizes are remembered


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """What the window is given: the ports of the floors below, and what outlives it."""

    connect: Connect
    read_message: ReadMessage
    mask: Callable[[bytes], bytes]
    preview: Preview
    count: Callable[[Profile], "Callable[[], Tally] | None"]
    edit_profiles: Callable[[tuple[Profile, ...], str, QWidget], None]
    runner: Runner
    theme: Theme
    preferences: Preferences
    words: Words
    clipboard: QClipboard


class MainWindow(QMainWindow):
    """One lead change at a time: which lead, what to change, what will happen, what happened."""

    painted = Signal()
    """The window has been on the screen once; what can wait may begin."""
    language_chosen = Signal(str)
    """The language the person wants from now on: `en`, `zh_CN`, or empty for the system's."""

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        self._parts, self._theme, self._preferences = parts, parts.theme, parts.preferences
        theme = parts.theme
        sentences = Sentences()
        self.undo = QUndoStack(self)
        self.bar = ConnectionBar(theme)
        self.form = KeyForm(theme, sentences)
        self.table = AttributeTable(AttributeModel(self.undo, theme, sentences), self.undo, parts.clipboard)
        self.panel = PlanPanel(theme, sentences)
        self.sending = Sending(parts.runner, parts.connect, parts.words)
        self._plan: Plan | None = None
        self._painted = False
        self._replan = QTimer(self)
        self._replan.setSingleShot(True)
        self._replan.timeout.connect(self._show_plan)
        self._zones, self._storeys = QSplitter(Qt.Orientation.Horizontal), QSplitter(Qt.Orientation.Vertical)
        self.notice = NoticeBar(theme)
        self.menus = Menus(self, self.table.actions_of_rows, theme.scheme, parts.preferences.language)
        self._lay_out()
        self._connect()
        self._connect_menus()
        self._choose_profile(self.bar.profile)
        self._show_plan()
        self.focus_key()  # typing into the choice of connections, which comes first, would change where a send goes

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
        drawer.preview.show_request(self.plan.request, self.bar.profile.user_id)
        drawer.hide()
        self._storeys.addWidget(drawer)
        self._storeys.setSizes(DRAWER)
        self._storeys.setChildrenCollapsible(False)
        self._preferences.restore_splitter(STOREYS, self._storeys)
        self.sending.exchanged.connect(drawer.exchange.show_exchange)
        return drawer

    @cached_property
    def safety(self) -> "Safety":
        """What guards production; made when a connection first needs it."""
        from mktgui.ui.safety import Safety  # noqa: PLC0415 - most windows open on the practice server

        safety = Safety(self._theme)
        self._top.insertWidget(self._top.indexOf(self.bar) + 1, safety.bar)
        self.panel.add_above_send(safety.meant)
        safety.changed.connect(lambda: self.panel.show_gate(safety.reason))
        self.sending.rested.connect(safety.forget)
        return safety

    @cached_property
    def limits(self) -> "LimitsNote":
        """How many calls were made, near Send."""
        from mktgui.ui.limits_note import LimitsNote  # noqa: PLC0415 - not for the first paint

        note = LimitsNote(self._theme)
        self.panel.add_above_send(note)
        self.sending.began.connect(note.refresh)
        self.sending.rested.connect(note.refresh)
        return note

    @property
    def result(self) -> "ResultPanel":
        """The page with the words and the record."""
        return self.drawer.result

    @property
    def exchange(self) -> "ExchangeView":
        """The page with the messages."""
        return self.drawer.exchange

    @cached_property
    def help(self) -> "HelpPages":
        """The pages of the help menu."""
        from mktgui.ui.help_pages import HelpPages  # noqa: PLC0415 - few people open them

        return HelpPages(self, __version__)

    @property
    def plan(self) -> Plan:
        """The plan for what the form says this moment, with an eye on the workspaces that the connection knows."""
        made, known = plan(self.draft), self.bar.profile.workspaces
        if not known:
            return made
        from mktgui.domain.workspaces import check_name  # noqa: PLC0415 - not for the first paint

        return replace(made, findings=(*check_name(self.form.workspace.text(), known), *made.findings))

    @property
    def draft(self) -> Draft:
        """What the form says."""
        return self.form.draft(self.table.model.rows)

    def show_draft(self, draft: Draft) -> None:
        """Fill the form with another draft; there is nothing to undo then."""
        self.form.show_draft(draft)
        self.table.model.start_over(draft.rows)

    def new_draft(self) -> None:
        """An empty form, the cursor in the key."""
        self.show_draft(Draft(key=self.form.key, workspace=self.form.workspace.text()))
        self.focus_key()

    def focus_key(self) -> None:
        """Go to the key field."""
        field = self.form.fields[self.form.key]
        field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        field.selectAll()

    def show_profiles(self, loaded: LoadedProfiles, selected: str) -> None:
        """Offer the person's profiles."""
        self.bar.show_profiles(loaded.profiles, selected)
        if loaded.problem is not None:
            self.notice.say_problem(loaded.problem)

    def send(self) -> None:
        """Send what the form says, if nothing stands against it."""
        if self._plan is None or self._replan.isActive():
            self._show_plan()  # what was typed a moment ago counts, also for what has to be meant
        request = self._plan.request if self._plan is not None else None
        if request is not None and not self.sending.busy and not self._gate():
            self.sending.send(request, self.bar.profile)

    def show_drawer(self, *, shown: bool) -> None:
        """Open or shut the drawer with the result and the messages."""
        self.drawer.setVisible(shown)
        self.menus.show_drawer(shown=shown)

    def edit_profiles(self) -> None:
        """Open the connection editor."""
        self._parts.edit_profiles(self.bar.profiles, self.bar.profile.id, self)

    def check_workspace(self) -> None:
        """Open the workspace check with what the form says."""
        from mktgui.ui.workspace_check import WorkspaceCheck, WorkspaceParts  # noqa: PLC0415 - few people open it

        parts = WorkspaceParts(
            connect=self._parts.connect,
            runner=self._parts.runner,
            theme=self._theme,
            words=self._parts.words,
            gate=self._lock,
        )
        window = WorkspaceCheck(self.bar.profile, self.form.key, parts, self)
        window.begin(self.form.workspace.text(), self.form.fields[KeyKind.MARKETO_ID].text())
        window.show()

    def _lock(self) -> str:
        """Why nothing may be written to this connection now, whatever it is; or empty text."""
        return self.safety.lock if "safety" in vars(self) else ""

    def _show_plan(self) -> None:
        self._plan = self.plan
        self.form.show_findings(self._plan.findings)
        self.table.show_findings(self._plan.findings)
        self.panel.show_plan(self._plan)
        if "safety" in vars(self):
            self.safety.show_plan(self._plan)
        self.panel.show_gate(self._gate())
        if "drawer" in vars(self):  # not to be made only for this
            self.drawer.preview.show_request(self._plan.request, self.bar.profile.user_id)

    def _gate(self) -> str:
        """Why nothing may be sent to this connection now, or empty text."""
        return self.safety.reason if "safety" in vars(self) else ""

    def _choose_profile(self, profile: Profile) -> None:
        if "safety" in vars(self) or profile.is_guarded or profile.environment is Environment.PRODUCTION:
            self.safety.show_profile(profile)
        if "limits" in vars(self):
            self.limits.watch(self._parts.count(profile))
        self.form.suggest_workspaces(profile.workspaces)
        self.panel.show_profile(profile)
        self._replan.start()
        words = {
            Environment.PRACTICE: self.tr("PRACTICE"),
            Environment.TEST: self.tr("TEST"),
            Environment.PRODUCTION: self.tr("PRODUCTION"),
        }
        title = self.tr("{environment} – mktgui") if profile is PRACTICE else self.tr("{environment}: {name} – mktgui")
        self.setWindowTitle(title.format(environment=words[profile.environment], name=profile.name))

    def _told(self, told: "Told", outcome: "Outcome | None") -> None:
        self.drawer.show_told(told, outcome)
        self.show_drawer(shown=True)

    def _connect(self) -> None:
        self.bar.chosen.connect(self._choose_profile)
        self.bar.edit_wanted.connect(self.edit_profiles)
        self.form.edited.connect(self._replan.start)
        self.table.model.edited.connect(self._replan.start)
        self.panel.send_wanted.connect(self.send)
        self.panel.stop_wanted.connect(self.sending.stop)
        self.sending.began.connect(self.panel.start)
        self.sending.staged.connect(self.panel.show_stage)
        self.sending.rested.connect(self.panel.rest)
        self.sending.told.connect(self._told)

    def _connect_menus(self) -> None:
        menus = self.menus
        menus.new_wanted.connect(self.new_draft)
        menus.key_wanted.connect(self.focus_key)
        menus.send_wanted.connect(self.send)
        menus.stop_wanted.connect(self.sending.stop)
        menus.connections_wanted.connect(self.edit_profiles)
        menus.workspace_wanted.connect(self.check_workspace)
        menus.drawer_wanted.connect(lambda shown: self.show_drawer(shown=shown))
        menus.tab_wanted.connect(self._show_tab)
        menus.scheme_chosen.connect(self._choose_scheme)
        menus.language_chosen.connect(self.language_chosen)
        menus.keys_wanted.connect(self._show_keys)
        menus.about_wanted.connect(self._show_about)

    def _show_keys(self) -> None:
        self.help.show_keys()

    def _show_about(self) -> None:
        self.help.show_about()

    def _show_tab(self, number: int) -> None:
        self.show_drawer(shown=True)
        self.drawer.setCurrentIndex(number)

    def _choose_scheme(self, scheme: Scheme) -> None:
        self._preferences.scheme = scheme
        self._theme.choose(scheme)

    def _lay_out(self) -> None:
        for widget, name in ((self.form, self.tr("Lead")), (self.table, self.tr("Attributes")), (self.panel, "")):
            self._zones.addWidget(_zone(widget, name))
        self._zones.setSizes(ZONE_SIZES)
        self._zones.setStretchFactor(1, 1)
        self._zones.setChildrenCollapsible(False)
        self._storeys.addWidget(self._zones)
        self._storeys.setStretchFactor(0, 1)
        inside = QWidget()
        layout = self._top = QVBoxLayout(inside)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.bar)
        layout.addWidget(self.notice)
        layout.addWidget(self._storeys, 1)
        self.setCentralWidget(inside)
        self.setMinimumSize(*LEAST_SIZE)
        self.resize(*FIRST_SIZE)
        self._preferences.restore_window(self)
        self._preferences.restore_splitter(ZONES, self._zones)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self._after_paint)  # everything inside is painted in between

    def _after_paint(self) -> None:
        self.painted.emit()
        QTimer.singleShot(0, self._make_drawer)

    def _make_drawer(self) -> None:
        """Have it ready before it is wanted."""
        self.drawer.ensurePolished()
        self.limits.watch(self._parts.count(self.bar.profile))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Hang up on a call under way; what it did is told nowhere any more, so the runner waits for it briefly."""
        self._preferences.remember(self, {ZONES: self._zones, STOREYS: self._storeys})
        self.sending.stop()
        super().closeEvent(event)


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
