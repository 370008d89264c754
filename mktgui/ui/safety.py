"""What stands between the form and production: a lock that springs back, and a step more for what one regrets."""

from PySide6.QtCore import QObject, Signal

from mktgui.domain.calls import SyncLead
from mktgui.domain.guard import steps
from mktgui.domain.plan import Plan
from mktgui.domain.profile import PRACTICE, Profile
from mktgui.ui.guard_bar import GuardBar
from mktgui.ui.meant_note import MeantNote
from mktgui.ui.theme import Theme


class Safety(QObject):
    """Made when a connection first needs it. The window puts `bar` and `meant` where they belong."""

    changed = Signal()
    """`reason` may be another one now."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._profile: Profile = PRACTICE
        self.bar = GuardBar(theme)
        self.meant = MeantNote(theme)
        self.bar.changed.connect(self.changed)
        self.meant.changed.connect(self.changed)

    @property
    def lock(self) -> str:
        """Why nothing at all may be written this moment; empty where something may."""
        return "" if self.bar.may_write else self.tr("Read-only: unlock writing above before you send.")

    @property
    def reason(self) -> str:
        """Why what the form says may not be sent this moment, in words; empty where it may."""
        if self.lock:
            return self.lock
        if not self.meant.all_meant:
            return self.tr("Tick what you mean to do, then send.")
        return ""

    def show_profile(self, profile: Profile) -> None:
        """Another connection, or an edited one: locked again."""
        self._profile = profile
        self.bar.show_profile(profile)

    def show_plan(self, plan: Plan, still_open: SyncLead | None = None) -> None:
        """Ask for what this plan would do besides changing attributes.

        `still_open` is the last request of which it is not known whether it was written.
        """
        self.meant.show_steps(steps(plan, self._profile.environment, still_open))

    def forget(self) -> None:
        """What has been sent was meant once."""
        self.meant.forget()
