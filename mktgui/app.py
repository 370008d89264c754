"""The roof: builds every part and hands it to the next. The only file that knows all rooms.

What is slow to import (zeep, requests, keyring, lxml, the practice server) is imported where it is first needed, on a
worker thread: the window is on the screen before any of it is read.
"""

from contextlib import ExitStack
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QLocale, QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from mktgui.archive import Archive
from mktgui.desks import DeskOffice
from mktgui.desktop import account_name, make_qt, set_icon, system_proxy
from mktgui.domain.profile import Profile, TransportKind
from mktgui.storage.places import Places
from mktgui.ui.language import Language, language_for
from mktgui.ui.main_window import MainWindow
from mktgui.ui.preferences import Preferences
from mktgui.ui.theme import Theme
from mktgui.ui.window_parts import Parts
from mktgui.workers.crew import Crew
from mktgui.workers.runner import Runner
from mktgui.workers.work import Crash

if TYPE_CHECKING:
    from collections.abc import Callable

    from mktgui.connections import Connections
    from mktgui.domain.calls import Call, SyncLead
    from mktgui.domain.limits import Tally
    from mktgui.domain.ports import CheckConnection, MessageText, TextForm, Transport
    from mktgui.domain.recording import Context
    from mktgui.domain.secret import Secret
    from mktgui.domain.snippets import Language as CodeLanguage
    from mktgui.domain.ticket import TicketMaker
    from mktgui.drafts import DraftOffice
    from mktgui.profiles import ProfileOffice
    from mktgui.support import Support
    from mktgui.ui.connection_pages import PageParts
    from mktgui.ui.history_desk import HistoryDesk
    from mktgui.ui.outcome_words import OutcomeWords
    from mktgui.workers.call_book import CallBook
    from mktgui.workers.collector import Collector

CLERK_SECONDS = 1.0  # what the log and the counters may still take when the program ends


class Options(NamedTuple):
    """What was asked for on the command line. `home` is None for the system's own places."""

    practice: bool = False
    home: Path | None = None
    language: str = ""


class Application(QObject):
    """One run of the program: its window, and all that outlives the window."""

    def __init__(self, qt: QApplication, options: Options) -> None:
        super().__init__()
        self._qt, self._options = qt, options
        self._places = Places(options.home)
        self._preferences = Preferences(self._places.window_file)
        self.runner = Runner()
        self._clerk = Crew(1, "clerk")  # writes what can wait, one after the other
        self._scribe = Crew(1, "scribe")  # writes drafts, which must not wait until another copy lets go of the history
        self.theme = Theme(qt, self._preferences.scheme)
        self._language = Language(qt, self._language_name())
        self._archive = Archive(self._places, self.runner, self._preferences, self._clerk.submit_for_later)
        self._office = DeskOffice(
            self._places,
            self.runner,
            self._connect,
            self._scribe.submit,
            language=lambda: self._language.name,
            keeps_values=self._archive.keeps_values,
            history=self._archive.desk,
        )
        self._closed = False
        self.window = self._make_window()

    def show(self) -> None:
        """Open the window; what is kept is read once it has been painted."""
        self.window.painted.connect(self._begin)
        self.window.show()

    @cached_property
    def profiles(self) -> "ProfileOffice":
        """The connections of the person, and their keys."""
        from mktgui.profiles import ProfileOffice  # noqa: PLC0415 - not for the first paint

        return ProfileOffice(
            self._places, self.runner, lambda: self.window, self._page_parts, self._office.forget_connection
        )

    @cached_property
    def drafts(self) -> "DraftOffice":
        """Drafts between two runs, and the choice whether values are kept."""
        from mktgui.drafts import DraftOffice  # noqa: PLC0415 - not for the first paint

        return DraftOffice(self.runner, self._preferences, self._archive, self._office, lambda: self.window)

    @cached_property
    def connections(self) -> "Connections":
        """What makes transports; the practice server is behind it."""
        from mktgui.connections import Connections  # noqa: PLC0415 - not for the first paint
        from mktgui.storage.catalogues import CatalogueFolder  # noqa: PLC0415

        catalogues = CatalogueFolder(self._places.catalogues_folder)
        return Connections(self.profiles.secrets, self._book, system_proxy, catalogues)

    @cached_property
    def support(self) -> "Support":
        """The log, crash reports and the support file."""
        from mktgui.support import Support  # noqa: PLC0415 - not for the first paint

        return Support(self._places.log, self._clerk.submit, self.runner, QGuiApplication.clipboard())

    @cached_property
    def _collector(self) -> "Collector":
        from mktgui.workers.collector import Collector  # noqa: PLC0415 - not for the first paint

        return Collector()

    @cached_property
    def _book(self) -> "CallBook":
        from mktgui.storage.call_counts import CallCounts  # noqa: PLC0415 - not for the first paint
        from mktgui.workers.call_book import CallBook  # noqa: PLC0415

        return CallBook(CallCounts(self._places.data / "calls.json"), self._clerk.submit)

    @property
    def history(self) -> "HistoryDesk":
        """What the windows see of past calls."""
        return self._archive.desk

    def close(self) -> None:
        """Stop what is under way and shut everything. Safe at any moment, and twice: a second time does nothing."""
        if self._closed:
            return
        self._closed = True
        self._archive.desk.close()
        self.runner.close()
        if "connections" in vars(self):  # not to be made only to be shut
            self.connections.close()
        if "profiles" in vars(self):
            self.profiles.close()
        if "support" in vars(self):
            self.support.close()
        if "drafts" in vars(self):
            self.drafts.flush()
        self._scribe.close(CLERK_SECONDS)
        self._clerk.close(CLERK_SECONDS)
        self._archive.close()
        self._office.close()
        if "_collector" in vars(self):
            self._collector.stop()
        self._language.remove()
        self.theme.deleteLater()

    def _connect(self, profile: Profile) -> "Transport":
        from mktgui.domain.recording import context_of  # noqa: PLC0415 - not for the first paint

        return self._connect_for(context_of(profile))

    def _connect_for(self, context: "Context") -> "Transport":
        from mktgui.connections import LateTransport  # noqa: PLC0415 - not for the first paint

        return LateTransport(partial(self._archive.record, self.connections.connect(context.profile), context))

    def _make_check(
        self, profile: Profile, secret: "Secret | None" = None, proxy_password: "Secret | None" = None
    ) -> "CheckConnection":
        return self._archive.record_check(self.connections.make_check(profile, secret, proxy_password), profile)

    def _read_message(self, body: bytes, form: "TextForm", *, masked: bool) -> "MessageText":
        return self.connections.read_message(body, form, masked=masked)

    def _mask(self, body: bytes) -> bytes:
        return self.connections.mask(body)

    def _preview(self, profile: Profile, call: "SyncLead") -> bytes:
        return self.connections.preview(profile, call)

    def _make_ready(self, profile: Profile, call: "SyncLead") -> None:
        self.connections.make_ready(profile, call)

    def _ticket_maker(self) -> "TicketMaker":
        return self.connections.ticket_maker()

    def _snippet(self, call: "Call", profile: "Profile", language: "CodeLanguage") -> str:
        return self.connections.snippet(call, profile, language)

    def _count(self, profile: Profile) -> "Callable[[], Tally] | None":
        # None without the connections for what they would give none for: until a call is made, nothing needs them.
        return None if profile.is_built_in else self.connections.count(profile)

    def _words(self) -> "OutcomeWords":
        from mktgui.ui.doctor import Doctor  # noqa: PLC0415 - not for the first paint
        from mktgui.ui.outcome_words import OutcomeWords  # noqa: PLC0415

        return OutcomeWords(Doctor(self._language.name))

    def _language_name(self) -> str:
        return language_for(self._options.language or self._preferences.language, QLocale.system())

    def _make_window(self) -> MainWindow:
        window = MainWindow(
            Parts(
                connect=self._connect,
                connect_for=self._connect_for,
                read_message=self._read_message,
                mask=self._mask,
                preview=self._preview,
                make_ready=self._make_ready,
                tally=self._count,
                edit_profiles=self._edit_profiles,
                runner=self.runner,
                theme=self.theme,
                preferences=self._preferences,
                words=self._words,
                labels=self._office.labels,
                desks=self._office.desks,
                draft_files=lambda: self._office.draft_files,
                choose_values=self._choose_values,
                kept_in=self._places.kept_in,
                ticket_maker=self._ticket_maker,
                snippet=self._snippet,
                person=account_name,
                clipboard=QGuiApplication.clipboard(),
            )
        )
        window.language_chosen.connect(self._change_language)
        window.values_chosen.connect(self._values_chosen)
        window.bar.chosen.connect(self._use_profile)
        window.crashed.connect(self._take_crash)
        window.menus.support_wanted.connect(self._show_support)
        return window

    def _take_crash(self, crash: Crash) -> None:
        self.support.take(crash)

    def _show_support(self) -> None:
        self.support.show_file(self.profiles.loaded.profiles, self.window)

    def _begin(self) -> None:
        self._collector.start()
        set_icon()
        self.support.open()
        self.support.file_wanted.connect(self._show_support)
        self.runner.run(self._book.load)
        self.drafts.load()
        self.profiles.load(practice=self._options.practice)
        self._qt.applicationStateChanged.connect(self._take_state)
        self._archive.desk.begin()

    def _take_state(self, state: Qt.ApplicationState) -> None:
        """The person comes back from another program, or from another copy of this one."""
        if state is Qt.ApplicationState.ApplicationActive:
            self.profiles.look_again()

    def _use_profile(self, profile: Profile) -> None:
        self.profiles.use(profile)

    def _edit_profiles(self, profiles: tuple[Profile, ...], selected: str, parent: QWidget) -> None:
        self.profiles.edit(profiles, selected, parent)

    def _page_parts(self) -> "PageParts":
        from mktgui.ui.connection_pages import PageParts  # noqa: PLC0415 - not for the first paint
        from mktgui.ui.doctor import Doctor  # noqa: PLC0415
        from mktgui.ui.ladder_words import LadderWords  # noqa: PLC0415

        return PageParts(
            secrets=self.profiles.secrets,
            runner=self.runner,
            theme=self.theme,
            make_check=self._make_check,
            words=LadderWords(Doctor(self._language.name)),
            clipboard=QGuiApplication.clipboard(),
            confidential=self.profiles.confidential,
            connect=self._connect,
            standard=lambda: self._office.labels().standard(TransportKind.REST),
        )

    def _choose_values(self, *, keep: bool, scrub: bool) -> int:
        return self.drafts.choose_values(keep=keep, scrub=scrub)

    def _values_chosen(self, keep: bool) -> None:  # noqa: FBT001 - Qt's signal
        if keep:
            self.drafts.keep()

    def _change_language(self, language: str) -> None:
        """Make the window anew in another language, with the same drafts in it."""
        self._preferences.language = language
        drafts, profile, old = self.window.drafts, self.window.bar.profile, self.window
        self.drafts.let_go()
        self._language.remove()
        self._language = Language(self._qt, self._language_name())
        self._qt.setQuitOnLastWindowClosed(False)
        self.window = self._make_window()
        self.window.tabs.show_drafts(drafts)
        self.drafts.keep()
        self.window.show_profiles(self.profiles.loaded, profile.id)
        self.window.show()
        old.close()
        old.deleteLater()
        self._qt.setQuitOnLastWindowClosed(True)


def run(options: Options) -> int:
    """Open the window and stay until it is shut."""
    qt = make_qt(["mktgui"])
    return stay(qt, Application(qt, options))


def stay(qt: QApplication, application: Application) -> int:
    """Stay until the window is shut, by whomever: Ctrl-C and the end of a session shut it in good order too."""

    def end(number: int) -> None:
        from mktgui.signals import ENDED_BY  # noqa: PLC0415 - not for the first paint

        qt.setQuitOnLastWindowClosed(False)  # that would say that a person shut it
        application.window.close()
        qt.exit(ENDED_BY + number)

    with ExitStack() as at_the_end:
        application.window.painted.connect(lambda: at_the_end.callback(_listen(end)))
        application.show()
        status = qt.exec()
        application.close()
    return status


def _listen(end: "Callable[[int], None]") -> "Callable[[], None]":
    """Hear Ctrl-C and the like from now on; what stops it."""
    from mktgui.signals import EndSignals  # noqa: PLC0415 - not for the first paint

    signals = EndSignals()
    signals.came.connect(end)
    signals.listen()
    return signals.close
