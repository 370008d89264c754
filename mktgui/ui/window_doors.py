"""What opens from the window beside its drafts: the past, tickets, code, files, checks, and the pages of help."""

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMainWindow

from mktgui import __version__
from mktgui.domain.kinds import KeyKind
from mktgui.domain.profile import TransportKind
from mktgui.ui.connection_bar import ConnectionBar
from mktgui.ui.copy_as_menu import CallToCopy, CopyAsMenu
from mktgui.ui.draft_tabs import DraftTabs
from mktgui.ui.history_door import HistoryDoor
from mktgui.ui.menus import Menus
from mktgui.ui.notice_bar import NoticeBar
from mktgui.ui.window_parts import Parts

if TYPE_CHECKING:
    from mktgui.ui.draft_carrier import DraftCarrier
    from mktgui.ui.help_pages import HelpPages
    from mktgui.ui.ticket_door import TicketDoor


class Hall(NamedTuple):
    """The window that the doors lead out of. `lock` says why nothing may be written now, or gives empty text."""

    window: QMainWindow
    bar: ConnectionBar
    tabs: DraftTabs
    notice: NoticeBar
    menus: Menus
    lock: Callable[[], str]


class WindowDoors(QObject):
    """Made once the window is on the screen. Each room behind them is built when somebody first goes there."""

    def __init__(self, parts: Parts, hall: Hall) -> None:
        super().__init__(hall.window)
        self._parts, self._hall = parts, hall
        self.history = HistoryDoor(parts, hall.bar, hall.notice, hall.window)
        # The draft on top as code: a menu, which the window puts among its own.
        self.copies = CopyAsMenu(parts.snippet, self._call_to_copy, parts.runner, parts.clipboard, hall.window)
        self.copies.said.connect(hall.notice.say)
        self._connect(hall.menus)

    @cached_property
    def help(self) -> "HelpPages":
        """The pages of the help menu."""
        from mktgui.ui.help_pages import HelpPages  # noqa: PLC0415 - few people open them

        return HelpPages(self._hall.window, __version__)

    @cached_property
    def carrier(self) -> "DraftCarrier":
        """What takes drafts into files and out of them."""
        from mktgui.ui.draft_carrier import DraftCarrier  # noqa: PLC0415 - few people do

        carrier = DraftCarrier(self._hall.window, self._parts.runner, self._parts.draft_files)
        carrier.brought.connect(self._hall.tabs.add_new)
        carrier.said.connect(self._hall.notice.say)
        carrier.troubled.connect(self._hall.notice.say_kept)
        return carrier

    @cached_property
    def tickets(self) -> "TicketDoor":
        """What copies a call for somebody else."""
        from mktgui.ui.ticket_door import TicketDoor  # noqa: PLC0415 - few people do

        door = TicketDoor(self._parts, self._hall.window)
        door.said.connect(self._hall.notice.say)
        return door

    def check_place(self) -> None:
        """Open the check of a workspace or a partition with what the form says."""
        from mktgui.ui.partition_check import PartitionCheck  # noqa: PLC0415 - few people open it
        from mktgui.ui.workspace_check import WorkspaceCheck, WorkspaceParts  # noqa: PLC0415

        given, hall = self._parts, self._hall
        parts = WorkspaceParts(
            connect=given.connect, runner=given.runner, theme=given.theme, words=given.words, gate=hall.lock
        )
        form, profile = hall.tabs.page.form, hall.bar.profile
        window: WorkspaceCheck | PartitionCheck
        if profile.transport is TransportKind.REST:
            window = PartitionCheck(profile, parts, hall.window)
        else:
            window = WorkspaceCheck(profile, form.key, parts, hall.window)
        window.begin(form.workspace.text(), form.fields[KeyKind.MARKETO_ID].text())
        window.show()

    def show_equivalent(self) -> None:
        """Show the draft on top as both APIs would send it."""
        from mktgui.ui.equivalent_window import equivalent_of  # noqa: PLC0415 - few people open it

        page, hall = self._hall.tabs.page, self._hall
        equivalent_of(self._parts, page.draft, hall.bar.profile, page.errand.known, hall.window).show()

    def close(self) -> None:
        """Shut what was opened and does not shut with the window by itself."""
        self.history.close()
        if "tickets" in vars(self):
            self.tickets.close()

    def _call_to_copy(self) -> "CallToCopy | str":
        """Of the page on top at that moment."""
        return self._hall.tabs.page.call_to_copy()

    def _show_ticket(self) -> None:
        self.tickets.show(self._hall.tabs.page.aftermath.ticket())

    def _ask_which_file(self) -> None:
        self.carrier.ask_which()

    def _ask_where_to(self) -> None:
        self.carrier.ask_where_to(self._hall.tabs.page.draft, self._hall.bar.profile.name)

    def _show_keys(self) -> None:
        self.help.show_keys()

    def _show_about(self) -> None:
        self.help.show_about()

    def _connect(self, menus: Menus) -> None:
        menus.history_wanted.connect(self.history.show)
        menus.keeping_wanted.connect(self.history.show_keeping)
        menus.ticket_wanted.connect(self._show_ticket)
        menus.equivalent_wanted.connect(self.show_equivalent)
        menus.workspace_wanted.connect(self.check_place)
        menus.file_wanted.connect(self._ask_which_file)
        menus.to_file_wanted.connect(self._ask_where_to)
        menus.keys_wanted.connect(self._show_keys)
        menus.about_wanted.connect(self._show_about)
