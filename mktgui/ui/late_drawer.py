"""The drawer of a page and what is said in it: made once a lead was looked at, opened once something was sent."""

from collections.abc import Callable
from functools import cached_property, partial
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from mktgui.domain.draft import Draft
from mktgui.ui.attribute_table import AttributeTable
from mktgui.ui.errand import Errand
from mktgui.ui.window_parts import Parts

if TYPE_CHECKING:
    from mktgui.domain.calls import SyncLead
    from mktgui.domain.outcome import Outcome
    from mktgui.domain.receipt import Receipt
    from mktgui.domain.story import Story
    from mktgui.ui.aftermath import Aftermath
    from mktgui.ui.copy_as_menu import CallToCopy, CopyAsMenu
    from mktgui.ui.drawer import Drawer

# Each comes with what it needs, and those behind it need it too.
_MODULES = ("result_panel", "find_bar", "message_view", "exchange_view", "drawer", "aftermath")


class LateDrawer(QObject):
    """Makes both when they are wanted, or in the quiet moment after the first look, for then a send may follow."""

    drawer_made = Signal(object)
    """The `Drawer`: it has no place in the page yet."""
    aftermath_made = Signal(object)
    """The `Aftermath`: it has told nothing yet."""
    moved = Signal()
    """The drawer was opened or shut."""
    said = Signal(str)
    """A sentence for the person, about what was copied."""

    def __init__(
        self,
        parts: Parts,
        errand: Errand,
        table: AttributeTable,
        draft: Callable[[], Draft],
        label: Callable[[str], str],
    ) -> None:
        super().__init__()
        self._parts, self._errand, self._table, self._draft, self._label = parts, errand, table, draft, label
        self._look: Outcome | None = None  # the newest one before there was a drawer to show it in

    @cached_property
    def drawer(self) -> "Drawer":
        """Shut until something has been sent."""
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
                label=self._label,
                receipt=self._receipt,
            )
        )
        drawer.preview.show_request(self._errand.plan().request, self._errand.profile)
        drawer.hide()
        self._errand.sending.exchanged.connect(drawer.exchange.show_exchange)
        self._table.picked.connect(drawer.exchange.light_up)
        drawer.exchange.attribute_picked.connect(self._table.go_to)
        drawer.exchange.offer_copies(self._copies_of_shown(drawer))
        self.drawer_made.emit(drawer)
        return drawer

    @cached_property
    def aftermath(self) -> "Aftermath":
        """What follows a send, in the drawer."""
        from mktgui.ui.aftermath import Aftermath  # noqa: PLC0415 - nothing has been sent yet

        made = Aftermath(self._errand, self.drawer, self._parts.words(), self._draft, self._label)
        made.setParent(self)
        made.shown.connect(lambda: self.show(shown=True))
        self.aftermath_made.emit(made)
        if self._look is not None:  # it was there before
            made.show_look(self._look)
        return made

    @property
    def is_shown(self) -> bool:
        """Whether the drawer is open."""
        return "drawer" in vars(self) and not self.drawer.isHidden()

    def show(self, *, shown: bool) -> None:
        """Open or shut the drawer."""
        self.drawer.setVisible(shown)
        self.moved.emit()

    def show_tab(self, number: int) -> None:
        """Open the drawer on one of its pages."""
        self.show(shown=True)
        self.drawer.setCurrentIndex(number)

    def let_go(self) -> None:
        """Another Marketo is in use now: what happened at the other one can be read, and no more."""
        if "drawer" in vars(self) and self.drawer.result.story is not None:
            self.drawer.result.let_go()

    def show_request(self, request: "SyncLead | None") -> None:
        """What a send would say now. The drawer is not made only for this."""
        if "drawer" in vars(self):
            self.drawer.preview.show_request(request, self._errand.profile)

    def take_look(self, outcome: "Outcome") -> None:
        """The first look has messages to show, and a send may follow: make ready for it, in short steps."""
        if "aftermath" not in vars(self):
            self._look = outcome
            QTimer.singleShot(0, self, partial(self._read_aftermath, _MODULES))

    def call_to_copy(self, request: "SyncLead | None" = None) -> "CallToCopy | str":
        """This one; else the one whose messages are shown, for the connection that it went over; or why not."""
        from mktgui.ui.copy_as_menu import CallToCopy  # noqa: PLC0415 - only then

        if request is not None:
            return CallToCopy(request, self._errand.profile)
        last = self.aftermath.last_call
        return CallToCopy(*last) if last is not None else self.tr("Nothing was copied: there is no complete call yet.")

    def _read_aftermath(self, modules: tuple[str, ...]) -> None:
        """One after the other, because to read them is the greater part of the time that it takes."""
        if modules:
            import_module(f"mktgui.ui.{modules[0]}")
            QTimer.singleShot(0, self, partial(self._read_aftermath, modules[1:]))
            return
        _ = self.aftermath
        self.drawer.ensurePolished()

    def _copies_of_shown(self, drawer: "Drawer") -> "CopyAsMenu":
        from mktgui.ui.copy_as_menu import CopyAsMenu  # noqa: PLC0415 - not before there is a call

        parts = self._parts
        menu = CopyAsMenu(parts.snippet, self.call_to_copy, parts.runner, parts.clipboard, drawer)
        menu.said.connect(self.said)
        return menu

    def _receipt(self, story: "Story") -> "Receipt":
        from mktgui.domain.receipt import receipt_of  # noqa: PLC0415 - only then

        return receipt_of(story, self._parts.person(), self._errand.profile, self._label)
