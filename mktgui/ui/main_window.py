"""The window: which Marketo, and the drafts that are open. It passes word between them and decides nothing."""

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent
from PySide6.QtWidgets import QMainWindow, QVBoxLayout, QWidget

from mktgui.domain.api_rules import rules_of
from mktgui.domain.profile import Environment, Profile
from mktgui.ui.connection_bar import ConnectionBar
from mktgui.ui.draft_page import DraftPage
from mktgui.ui.draft_tabs import DraftTabs, OpenDraft, says_nothing
from mktgui.ui.menus import Menus
from mktgui.ui.theme import Scheme
from mktgui.ui.window_parts import Parts

if TYPE_CHECKING:
    from mktgui.domain.ports import LoadedProfiles
    from mktgui.domain.put_back import PutBack
    from mktgui.ui.draft_opener import DraftOpener
    from mktgui.ui.guard_bar import GuardBar
    from mktgui.ui.notice_bar import NoticeBar
    from mktgui.ui.outside_words import OutsideWords
    from mktgui.ui.window_doors import WindowDoors

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
        self._choose_profile(self.bar.profile)
        self._show_page(self.page)
        self.focus_key()  # typing into the choice of connections, which comes first, would change where a send goes

    @cached_property
    def guard(self) -> "GuardBar":
        """What locks production; made when a connection first needs it."""
        from mktgui.ui.guard_bar import GuardBar  # noqa: PLC0415 - most windows open on the practice server
        from mktgui.ui.tab_stops import come_after  # noqa: PLC0415

        guard = GuardBar(self._theme)
        self._top.insertWidget(self._top.indexOf(self.bar) + 1, guard)
        come_after(self.bar.edit, guard)
        guard.changed.connect(self._plan_all_anew)
        return guard

    @cached_property
    def notice(self) -> "NoticeBar":
        """One thing to know about the program itself; made when there is one."""
        from mktgui.ui.notice_bar import NoticeBar  # noqa: PLC0415 - mostly there is nothing to say
        from mktgui.ui.tab_stops import come_before  # noqa: PLC0415

        notice = NoticeBar(self._theme)
        self._top.insertWidget(self._top.indexOf(self.tabs), notice)
        come_before(self.tabs, notice)
        return notice

    @cached_property
    def _outside_words(self) -> "OutsideWords":
        from mktgui.ui.outside_words import OutsideWords  # noqa: PLC0415 - mostly there is one copy of the program

        return OutsideWords()

    @cached_property
    def opener(self) -> "DraftOpener":
        """What brings drafts onto the desk; made when the first one is to come there."""
        from mktgui.ui.draft_opener import DraftOpener  # noqa: PLC0415 - not for the first paint

        return DraftOpener(self.tabs, self.notice)

    @cached_property
    def doors(self) -> "WindowDoors":
        """What opens beside the drafts; made once the window is on the screen."""
        from mktgui.ui.window_doors import Hall, WindowDoors  # noqa: PLC0415 - not for the first paint

        doors = WindowDoors(self._parts, Hall(self, self.bar, self.tabs, self.notice, self.menus, self._lock))
        doors.history.draft_opened.connect(self.opener.open_past)
        doors.history.values_chosen.connect(self.values_chosen)
        return doors

    @property
    def page(self) -> DraftPage:
        """The draft on top."""
        return self.tabs.page

    @property
    def drafts(self) -> tuple[OpenDraft, ...]:
        """Everything that is on the desk."""
        return self.tabs.drafts

    def focus_key(self) -> None:
        """Go to the key field."""
        self.page.focus_key()

    def show_profiles(self, loaded: "LoadedProfiles", selected: str) -> None:
        """Offer the person's profiles."""
        self.bar.show_profiles(loaded.profiles, selected)
        if loaded.problem is not None:
            self.notice.say_problem(loaded.problem)

    def take_up_profiles(self, profiles: tuple[Profile, ...]) -> None:
        """Offer these, as others have left them. The connection in use and the drafts stay; what it means is said."""
        from mktgui.domain.profile_news import News, news_of  # noqa: PLC0415 - not for the first paint

        used, was_gone = self.bar.profile, self.bar.is_gone
        news = news_of(used, profiles)
        self.bar.take_up(profiles)
        if was_gone:
            text = self._outside_words.is_back(used.name) if news is not News.GONE else ""
        else:
            text = self._outside_words.in_use(news, used.name)
        if text:
            self.notice.say(text)

    def edit_profiles(self) -> None:
        """Open the connection editor."""
        self._parts.edit_profiles(self.bar.profiles, self.bar.profile.id, self)

    def _say(self, words: str) -> None:
        """By the notice, which is not made before there is something to say."""
        self.notice.say(words)

    def _lock(self) -> str:
        """Why nothing may be written to this connection now, whatever it is; or empty text."""
        if self.bar.is_gone:
            return self.tr("This connection was deleted: choose another one above before you send.")
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
        if not says_nothing(one.draft):
            self.opener.keep_closed(one)

    def _put_back(self, back: "PutBack") -> None:
        self.opener.put_back(back)

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
        self.bar.lost.connect(self._plan_all_anew)
        self.bar.edit_wanted.connect(self.edit_profiles)
        self.tabs.page_shown.connect(self._show_page)
        self.tabs.closed.connect(self._take_closed)
        self._parts.desks.fields.changed.connect(self._show_fields)
        self._parts.desks.places.changed.connect(self._show_places)

    def _connect_menus(self) -> None:
        menus = self.menus
        menus.new_wanted.connect(self.opener.open_new)
        menus.key_wanted.connect(self.focus_key)
        menus.load_wanted.connect(self._on_top(DraftPage.load))
        menus.send_wanted.connect(self._on_top(DraftPage.send))
        menus.stop_wanted.connect(self._on_top(DraftPage.stop))
        menus.duplicate_wanted.connect(self.tabs.duplicate)
        menus.close_wanted.connect(lambda: self.tabs.close_page(self.tabs.currentIndex()))
        menus.reopen_wanted.connect(self.opener.reopen)
        menus.receipt_wanted.connect(self._on_top(DraftPage.copy_receipt))
        menus.connections_wanted.connect(self.edit_profiles)
        menus.drawer_wanted.connect(lambda shown: self.page.show_drawer(shown=shown))
        menus.tab_wanted.connect(self._show_tab)
        menus.scheme_chosen.connect(self._choose_scheme)
        menus.language_chosen.connect(self.language_chosen)

    def _on_top(self, act: Callable[[DraftPage], None]) -> Callable[[], None]:
        """Do this with whichever draft is on top then."""
        return lambda: act(self.page)

    def _show_tab(self, number: int) -> None:
        self.page.show_tab(number)

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
        self.menus.offer_copies(self.doors.copies)
        self._connect_menus()
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
        if "doors" in vars(self):
            self.doors.close()
        super().closeEvent(event)
