"""What stands before Send: the lock, what has to be meant, why nothing was sent, and how many calls were made."""

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from mktgui.domain.guard import steps
from mktgui.ui.errand import Errand
from mktgui.ui.halts import Halt
from mktgui.ui.plan_panel import PlanPanel
from mktgui.ui.window_parts import Parts

if TYPE_CHECKING:
    from mktgui.domain.plan import Plan
    from mktgui.ui.halt_note import HaltNote
    from mktgui.ui.limits_note import LimitsNote
    from mktgui.ui.meant_note import MeantNote


class SendGate(QObject):
    """Made with the first plan of a page; its notes are made in the panel when there is something to say.

    `lock` says why nothing may be written to this connection, whatever it is; empty text opens it.
    """

    def __init__(self, errand: Errand, panel: PlanPanel, parts: Parts, lock: Callable[[], str]) -> None:
        super().__init__()
        self._errand, self._panel, self._parts, self._lock = errand, panel, parts, lock
        self._plan: Plan | None = None

    @cached_property
    def meant(self) -> "MeantNote":
        """What has to be meant before this is sent; made when something has."""
        from mktgui.ui.meant_note import MeantNote  # noqa: PLC0415 - most sends only change attributes

        note = MeantNote(self._parts.theme)
        self._panel.add_above_send(note)
        note.changed.connect(self._show)
        self._errand.sending.rested.connect(note.forget)
        return note

    @cached_property
    def halt(self) -> "HaltNote":
        """Why nothing was sent; made when that happens first."""
        from mktgui.ui.halt_note import HaltNote  # noqa: PLC0415 - mostly all is sent

        note = HaltNote(self._parts.theme)
        self._panel.add_above_send(note)
        self._errand.began.connect(note.withdraw)
        return note

    @cached_property
    def limits(self) -> "LimitsNote":
        """How many calls were made, where they are counted at all."""
        from mktgui.ui.limits_note import LimitsNote  # noqa: PLC0415 - not on the practice server

        note = LimitsNote(self._parts.theme)
        self._panel.add_above_send(note)
        self._errand.began.connect(note.refresh)
        self._errand.rested.connect(note.refresh)
        return note

    def follow(self, made: "Plan") -> None:
        """The plan is another one now: say what stands before sending it."""
        self._plan = made
        self._show()

    def reason(self, made: "Plan") -> str:
        """Why this must not be sent now, in words: the lock, or something that has to be meant and is not yet."""
        wanted = steps(made, self._errand.profile.environment, self._errand.still_open)
        if wanted or "meant" in vars(self):
            self.meant.show_steps(wanted)
        if locked := self._lock():
            return locked
        return self.tr("Tick what you mean to do, then send.") if wanted and not self.meant.all_meant else ""

    def tell_halt(self, halt: Halt) -> None:
        """The step that is still wanted comes under the hand; what else there is to say is said."""
        if halt is Halt.HAS_TO_BE_MEANT:
            self.meant.begin()
        else:
            self.halt.say(halt)

    def forget_halt(self) -> None:
        """The draft is not what was halted any more."""
        if "halt" in vars(self):
            self.halt.withdraw()

    def count_calls(self) -> None:
        """Those of the connection that is in use now."""
        count = self._parts.tally(self._errand.profile)
        if count is not None or "limits" in vars(self):
            self.limits.watch(count)

    def _show(self) -> None:
        self._panel.show_gate(self.reason(self._plan) if self._plan is not None else "")
