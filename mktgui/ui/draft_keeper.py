"""Sees to it that no draft is lost: each change is on the disk within half a second, whatever becomes of the program."""

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from mktgui.domain.draft import Draft
from mktgui.ui.draft_tabs import DraftTabs, OpenDraft
from mktgui.ui.looking import utc_now

if TYPE_CHECKING:
    from mktgui.domain.desk import SavedDraft
    from mktgui.domain.keeping import KeepProblem
    from mktgui.workers.draft_book import DraftBook

PAUSE = 300  # milliseconds after a first change until it is written, whatever is typed meanwhile
LOOK = 700  # milliseconds until it is known whether that went well


class DraftKeeper(QObject):
    """Watches the tabs of one window. A draft that says nothing is not kept."""

    troubled = Signal(object)
    """A `KeepProblem`, or None once everything is on the disk again. Told only when it changes."""

    def __init__(self, tabs: DraftTabs, book: "DraftBook", now: Callable[[], datetime] = utc_now) -> None:
        super().__init__()
        self._tabs, self._book, self._now = tabs, book, now
        self._due: set[str] = set()
        self._told: KeepProblem | None = None
        self._pause, self._look = QTimer(self), QTimer(self)
        for timer, wait, act in ((self._pause, PAUSE, self.flush), (self._look, LOOK, self._look_back)):
            timer.setSingleShot(True)
            timer.setInterval(wait)
            timer.timeout.connect(act)
        tabs.edited.connect(self._note)
        tabs.closed.connect(self._put_away)

    def flush(self) -> None:
        """Hand over what is due at once, for instance because the window shuts."""
        self._pause.stop()
        due, self._due = self._due, set()
        for order, one in enumerate(self._tabs.drafts):
            if one.id in due:
                self._keep(one, order)
        if due:
            self._look.start()

    def keep_all(self) -> None:
        """All of them are due, for instance because their order has changed."""
        self._due |= {one.id for one in self._tabs.drafts}
        self.flush()

    def _note(self, draft_id: str) -> None:
        self._due.add(draft_id)
        if not self._pause.isActive():
            self._pause.start()

    def _keep(self, one: OpenDraft, order: int) -> None:
        if says_nothing(one.draft):
            self._book.remove(one.id)
        else:
            self._book.keep(self._saved(one, order))

    def _saved(self, one: OpenDraft, order: int) -> "SavedDraft":
        from mktgui.domain.desk import SavedDraft  # noqa: PLC0415 - not for the first paint

        return SavedDraft(
            id=one.id,
            profile_id=self._tabs.profile.id,
            draft=one.draft,
            changed_at=self._now(),
            title=one.title,
            lead_id=one.lead_id,
            order=order,
        )

    def _put_away(self, one: OpenDraft) -> None:
        self._due.discard(one.id)
        self._book.remove(one.id)
        self._look.start()

    def _look_back(self) -> None:
        problem = self._book.problem
        if problem != self._told:
            self._told = problem
            self.troubled.emit(problem)


def says_nothing(draft: Draft) -> bool:
    """Whether there is nothing in it that a person would miss: no identifier and no attribute."""
    empty = Draft(key=draft.key, workspace=draft.workspace, return_lead=draft.return_lead)
    return draft == empty
