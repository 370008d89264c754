"""The window: which Marketo, and the drafts that are open. It passes word between them and decides nothing."""

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent
from PySide6.QtWidgets import QMainWindow, QVBoxLayout, QWidget

from mktgui import __version__
from mktgui.domain.api_rules import rules_of
from mktgui.domain.draft import Draft
from mktgui.domain.kinds import KeyKind
from mktgui.domain.profile import Environment, Profile, TransportKind
from mktgui.ui.connection_bar import ConnectionBar
from mktgui.ui.draft_page import DraftPage
from mktgui.ui.draft_tabs import DraftTabs, OpenDraft, new_id, says_nothing
from mktgui.ui.menus import Menus
from mktgui.ui.theme import Scheme
from mktgui.ui.window_parts import Parts

if TYPE_CHECKING:
    from mktgui.domain.desk import LoadedDrafts
    from mktgui.domain.ports import LoadedProfiles
    from mktgui.domain.put_back import PutBack
    from mktgui.domain.recall import Recall
    from mktgui.ui.copy_as_menu import CallToCopy, CopyAsMenu
    from mktgui.ui.draft_carrier import DraftCarrier
    from mktgui.ui.guard_bar import GuardBar
    from mktgui.ui.help_pages import HelpPages
    from mktgui.ui.history_door import HistoryDoor
    from mktgui.ui.notice_bar import NoticeBar
    from mktgui.ui.ticket_door import TicketDoor

MOST_CLOSED = 10  # drafts that can be brought back
FIRST_SIZE = (1180, 760)
LEAST_SIZE = (900, 560)


class MainWindow(QMainWindow):
    """Drafts side by side in tabs, all for the one connection that the bar at the top names."""

    painted = Signal()
    """The window has been on the screen once; what can wait may begin."""
    language_chosen = Signal(str)
    """The language the person wants from now on: `en`, `zh_CN`, or empty for the system's."""
    values_chosen = Signal(bool)
    """Whether what is typed and seen is kept on this computer from now on: it is done already."""
    crashed = Signal(object)
    """A `Crash` while something was sent: the program itself is at fault."""

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        self._parts, self._theme, self._preferences = parts, parts.theme, parts.preferences
        self._painted = False
        self.bar = ConnectionBar(parts.theme)
        self.tabs = DraftTabs(self._make_page)
        self.menus = Menus(self, parts.theme.scheme, parts.preferences.language)
        self._closed: list[OpenDraft] = []
        self._lay_out()
        self._connect()
        self._connect_menus()
        self._choose_profile(self.bar.profile)
        self._show_page(self.page)
        self.focus_key()  # typing into the choice of connections, which comes first, would change where a send goes

    @cached_property
    def guard(self) -> "GuardBar":
        """What locks production; made when a connection first needs it."""
        from mktgui.ui.guard_bar import GuardBar  # noqa: PLC0415 - most windows open on the practice server

        guard = GuardBar(self._theme)
        self._top.insertWidget(self._top.indexOf(self.bar) + 1, guard)
        guard.changed.connect(self._plan_all_anew)
        return guard

    @cached_property
    def notice(self) -> "NoticeBar":
        """One thing to know about the program itself; made when there is one."""
        from mktgui.ui.notice_bar import NoticeBar  # noqa: PLC0415 - mostly there is nothing to say

        notice = NoticeBar(self._theme)
        self._top.insertWidget(self._top.indexOf(self.tabs), notice)
        return notice

    @cached_property
    def help(self) -> "HelpPages":
        """The pages of the help menu."""
        from mktgui.ui.help_pages import HelpPages  # noqa: PLC0415 - few people open them

        return HelpPages(self, __version__)

    @cached_property
    def carrier(self) -> "DraftCarrier":
        """What takes drafts into files and out of them."""
        from mktgui.ui.draft_carrier import DraftCarrier  # noqa: PLC0415 - few people do

        carrier = DraftCarrier(self, self._parts.runner, self._parts.draft_files)
        carrier.brought.connect(self.tabs.add_new)
        carrier.said.connect(self.notice.say)
        carrier.troubled.connect(self.notice.say_kept)
        return carrier

    @cached_property
    def history(self) -> "HistoryDoor":
        """What tells of past calls and brings them back; made once the window is on the screen."""
        from mktgui.ui.history_door import HistoryDoor  # noqa: PLC0415 - not for the first paint

        door = HistoryDoor(self._parts, self.bar, self.notice, self)
        door.draft_opened.connect(self._open_past)
        door.values_chosen.connect(self.values_chosen)
        return door

    @property
    def page(self) -> DraftPage:
        """The draft on top."""
        return self.tabs.page

    @property
    def drafts(self) -> tuple[OpenDraft, ...]:
        """Everything that is on the desk."""
        return self.tabs.drafts

    def show_drafts(self, drafts: Sequence[OpenDraft]) -> None:
        """Open these in place of what is there."""
        before = self.tabs.count()
        for one in drafts:
            self.tabs.add(one)
        for _ in range(before if drafts else 0):
            self.tabs.close_page(0)

    def bring_back(self, loaded: "LoadedDrafts") -> None:
        """What lay on the desk when the program last ended, however it ended; before what has been begun since."""
        begun = any(not says_nothing(one.draft) for one in self.drafts)
        back = [OpenDraft(id=one.id, draft=one.draft) for one in loaded.drafts]
        if back and not begun:
            self.show_drafts(back)
            self.focus_key()
        elif back:
            for number, one in enumerate(back):
                self.tabs.slip_in(one, number)
        for problem in loaded.problems:
            self.notice.say_kept(problem)

    def new_draft(self) -> None:
        """An empty form, the cursor in the key: in a tab of its own, unless the one on top is empty."""
        draft = self.page.draft
        if not says_nothing(draft):
            self.tabs.add_new(Draft(key=draft.key, workspace=draft.workspace))
        self.focus_key()

    def reopen(self) -> None:
        """Bring back the draft that was closed last, with all that was in it."""
        if self._closed:
            self.notice.hide()
            self.tabs.add(self._closed.pop())

    def focus_key(self) -> None:
        """Go to the key field."""
        self.page.focus_key()

    def show_profiles(self, loaded: "LoadedProfiles", selected: str) -> None:
        """Offer the person's profiles."""
        self.bar.show_profiles(loaded.profiles, selected)
        if loaded.problem is not None:
            self.notice.say_problem(loaded.problem)

    def edit_profiles(self) -> None:
        """Open the connection editor."""
        self._parts.edit_profiles(self.bar.profiles, self.bar.profile.id, self)

    def check_workspace(self) -> None:
        """Open the workspace check with what the form says."""
        from mktgui.ui.partition_check import PartitionCheck  # noqa: PLC0415 - few people open it
        from mktgui.ui.workspace_check import WorkspaceCheck, WorkspaceParts  # noqa: PLC0415

        parts = WorkspaceParts(
            connect=self._parts.connect,
            runner=self._parts.runner,
            theme=self._theme,
            words=self._parts.words,
            gate=self._lock,
        )
        form, profile = self.page.form, self.bar.profile
        window: WorkspaceCheck | PartitionCheck
        if profile.transport is TransportKind.REST:
            window = PartitionCheck(profile, parts, self)
        else:
            window = WorkspaceCheck(profile, form.key, parts, self)
        window.begin(form.workspace.text(), form.fields[KeyKind.MARKETO_ID].text())
        window.show()

    def show_equivalent(self) -> None:
        """Show the draft on top as both APIs would send it."""
        from mktgui.ui.equivalent_window import equivalent_of  # noqa: PLC0415 - few people open it

        page = self.page
        equivalent_of(self._parts, page.draft, self.bar.profile, page.errand.known, self).show()

    @cached_property
    def tickets(self) -> "TicketDoor":
        """What copies a call for somebody else."""
        from mktgui.ui.ticket_door import TicketDoor  # noqa: PLC0415 - not for the first paint

        door = TicketDoor(self._parts, self)
        door.said.connect(self.notice.say)
        return door

    @cached_property
    def copies(self) -> "CopyAsMenu":
        """A call as code."""
        from mktgui.ui.copy_as_menu import CopyAsMenu  # noqa: PLC0415 - not for the first paint

        parts = self._parts
        menu = CopyAsMenu(parts.snippet, self._call_to_copy, parts.runner, parts.clipboard, self)
        menu.said.connect(self.notice.say)
        self.menus.offer_copies(menu)
        return menu

    def _call_to_copy(self) -> "CallToCopy | str":
        """Of the page on top at that moment."""
        return self.page.call_to_copy()

    def _say(self, words: str) -> None:
        """By the notice, which is not made before there is something to say."""
        self.notice.say(words)

    def _show_ticket(self) -> None:
        self.tickets.show(self.page.aftermath.ticket())

    def _lock(self) -> str:
        """Why nothing may be written to this connection now, whatever it is; or empty text."""
        return self.guard.reason if "guard" in vars(self) else ""

    def _make_page(self) -> DraftPage:
        page = DraftPage(self._parts, self._lock)
        page.sending.crashed.connect(self.crashed)
        page.errand.looking.crashed.connect(self.crashed)
        page.drawer_shown.connect(self._drawer_shown)
        page.put_back_wanted.connect(self._put_back)
        page.said.connect(self._say)
        page.errand.rested.connect(self._parts.desks.history.poke_soon)
        page.errand.settled.connect(self._parts.desks.history.settle)
        if self._painted:
            QTimer.singleShot(0, page, page.make_late_parts)
        return page

    def _take_closed(self, one: OpenDraft) -> None:
        """Nothing asks before a draft is closed, because nothing is lost by it."""
        if says_nothing(one.draft):
            return
        self._closed = [*self._closed, one][-MOST_CLOSED:]
        count = one.marked
        if count:
            words = self.tr("Closed {lead}, with %n change(s) that were not sent.", "", count)
            self.notice.offer(words.format(lead=one.title), self.tr("Bring it back"), self.reopen)

    def _put_back(self, back: "PutBack") -> None:
        """A draft of its own, with the same review as any other, and with what it will not undo."""
        if back.draft is not None:
            page = self.tabs.add(OpenDraft(id=new_id(), draft=back.draft))
            page.tell_put_back(back)
            page.load()

    def _open_past(self, recall: "Recall") -> None:
        """A draft out of a past call, with the same review as any other. Nothing of it is sent by itself."""
        page = self.tabs.add_new(recall.draft)
        if recall.back is not None:
            page.tell_put_back(recall.back)
        if recall.story is not None:
            page.take_up(recall.story)
        if recall.is_bound:
            page.load()
        self.raise_()
        self.activateWindow()

    def _show_page(self, page: DraftPage) -> None:
        self.menus.show_row_actions(page.table.actions_of_rows)
        self.menus.show_drawer(shown=page.drawer_is_shown)

    def _show_fields(self) -> None:
        for page in self.tabs.pages:
            page.show_fields()

    def _show_places(self, profile_id: str) -> None:
        if profile_id == self.bar.profile.id:
            for page in self.tabs.pages:
                page.show_places()

    def _drawer_shown(self) -> None:
        self.menus.show_drawer(shown=self.page.drawer_is_shown)

    def _plan_all_anew(self) -> None:
        for page in self.tabs.pages:
            page.plan_anew()

    def _choose_profile(self, profile: Profile) -> None:
        if "guard" in vars(self) or profile.is_guarded:
            self.guard.show_profile(profile)
        if self._painted:
            self._parts.desks.fields.want(profile)
        self.tabs.use_profile(profile)
        self.menus.name_place(rules_of(profile).place)
        words = {
            Environment.PRACTICE: self.tr("PRACTICE"),
            Environment.TEST: self.tr("TEST"),
            Environment.PRODUCTION: self.tr("PRODUCTION"),
        }
        title = self.tr("{environment} – mktgui") if profile.is_built_in else self.tr("{environment}: {name} – mktgui")
        self.setWindowTitle(title.format(environment=words[profile.environment], name=profile.name))

    def _connect(self) -> None:
        self.bar.chosen.connect(self._choose_profile)
        self.bar.edit_wanted.connect(self.edit_profiles)
        self.tabs.page_shown.connect(self._show_page)
        self.tabs.closed.connect(self._take_closed)
        self._parts.desks.fields.changed.connect(self._show_fields)
        self._parts.desks.places.changed.connect(self._show_places)

    def _connect_menus(self) -> None:
        menus = self.menus
        menus.new_wanted.connect(self.new_draft)
        menus.key_wanted.connect(self.focus_key)
        menus.load_wanted.connect(self._on_top(DraftPage.load))
        menus.send_wanted.connect(self._on_top(DraftPage.send))
        menus.stop_wanted.connect(self._on_top(DraftPage.stop))
        menus.duplicate_wanted.connect(self.tabs.duplicate)
        menus.close_wanted.connect(lambda: self.tabs.close_page(self.tabs.currentIndex()))
        menus.reopen_wanted.connect(self.reopen)
        menus.file_wanted.connect(self._ask_which_file)
        menus.to_file_wanted.connect(self._ask_where_to)
        menus.receipt_wanted.connect(self._on_top(lambda page: page.result.copy_receipt()))
        menus.ticket_wanted.connect(self._show_ticket)
        menus.equivalent_wanted.connect(self.show_equivalent)
        menus.history_wanted.connect(self._show_history)
        menus.keeping_wanted.connect(self._show_keeping)
        menus.connections_wanted.connect(self.edit_profiles)
        menus.workspace_wanted.connect(self.check_workspace)
        menus.drawer_wanted.connect(lambda shown: self.page.show_drawer(shown=shown))
        menus.tab_wanted.connect(self._show_tab)
        menus.scheme_chosen.connect(self._choose_scheme)
        menus.language_chosen.connect(self.language_chosen)
        menus.keys_wanted.connect(self._show_keys)
        menus.about_wanted.connect(self._show_about)

    def _on_top(self, act: Callable[[DraftPage], None]) -> Callable[[], None]:
        """Do this with whichever draft is on top then."""
        return lambda: act(self.page)

    def _show_tab(self, number: int) -> None:
        self.page.show_tab(number)

    def _ask_which_file(self) -> None:
        self.carrier.ask_which()

    def _ask_where_to(self) -> None:
        self.carrier.ask_where_to(self.page.draft, self.bar.profile.name)

    def _show_history(self) -> None:
        self.history.show()

    def _show_keeping(self) -> None:
        self.history.show_keeping()

    def _show_keys(self) -> None:
        self.help.show_keys()

    def _show_about(self) -> None:
        self.help.show_about()

    def _choose_scheme(self, scheme: Scheme) -> None:
        self._preferences.scheme = scheme
        self._theme.choose(scheme)

    def _lay_out(self) -> None:
        inside = QWidget()
        layout = self._top = QVBoxLayout(inside)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.bar)
        layout.addWidget(self.tabs, 1)
        self.setCentralWidget(inside)
        self.setMinimumSize(*LEAST_SIZE)
        self.resize(*FIRST_SIZE)
        self._preferences.restore_window(self)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self._after_paint)  # everything inside is painted in between

    def _after_paint(self) -> None:
        self.menus.fill()
        _ = self.history, self.copies
        for page in self.tabs.pages:
            page.show_plan()
        self.painted.emit()
        QTimer.singleShot(0, self._make_late_parts)

    def _make_late_parts(self) -> None:
        """Have it ready before it is wanted."""
        self._parts.desks.fields.want(self.bar.profile)
        for page in self.tabs.pages:
            page.make_late_parts()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Hang up on a call under way; what it did is told nowhere any more, so the runner waits for it briefly."""
        self._preferences.remember(self, self.page.zones.to_remember())
        self.tabs.stop()
        if "history" in vars(self):
            self.history.close()
        if "tickets" in vars(self):
            self.tickets.close()
        super().closeEvent(event)
