"""What one draft is about to do: look at the lead, send, and keep what is known of it since."""

from collections.abc import Callable
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from mktgui.domain.calls import GetLead
from mktgui.domain.catalogue import NO_CATALOGUE, Catalogue
from mktgui.domain.draft import Draft
from mktgui.domain.known import FailedLook, Knowledge, Known, VerdictKind, judge
from mktgui.domain.lookup import NoLookup, question_for, same_question
from mktgui.domain.plan import Plan, plan
from mktgui.domain.profile import PRACTICE, Profile
from mktgui.ui.looking import Looking, Now, utc_now
from mktgui.ui.sending import Sending

if TYPE_CHECKING:
    from mktgui.domain.outcome import Outcome

Gate = Callable[[Plan], str]
"""Why this plan must not be sent now, in words; empty where it may."""


class Halt(StrEnum):
    """Why Send looked and then did not go on by itself. A second Send does, where nothing else stands against it."""

    HAS_TO_BE_MEANT = "has-to-be-meant"
    SEVERAL = "several"
    NOBODY_HAS_ID = "nobody-has-id"
    LOOK_FAILED = "look-failed"
    STOPPED = "stopped"
    VANISHED = "vanished"
    CHANGED = "changed"
    FORM_EDITED = "form-edited"


class Errand(QObject):
    """One look or send at a time. Send looks first where nothing fresh is known of the lead."""

    began = Signal()
    staged = Signal(object)
    """A `Stage`."""
    rested = Signal()
    """The person has control again."""
    known_changed = Signal()
    """`known` is another one now."""
    looked = Signal(object)
    """A look that the person asked for has ended; carries its `Outcome`."""
    halted = Signal(object, object)
    """A `Halt`, and the `Outcome` of the look that led to it or None."""

    def __init__(self, looking: Looking, sending: Sending, draft: Callable[[], Draft], now: Now = utc_now) -> None:
        super().__init__()
        self.looking, self.sending = looking, sending
        self._draft, self._now = draft, now
        self.profile: Profile = PRACTICE
        self.catalogue: Catalogue = NO_CATALOGUE
        self._known: Knowledge = None
        self._doubted = False  # something may have been written since `_known`
        self._before: Known | None = None  # what was known of the lead when it was sent
        self._waiting: tuple[Draft, Gate] | None = None  # what is to be sent after the look that is under way
        for part in (looking, sending):
            part.began.connect(self.began)
            part.staged.connect(self.staged)
        sending.rested.connect(self.rested)
        sending.told.connect(self._take_answer)
        looking.looked.connect(self._take)
        looking.stopped.connect(self._give_up)
        looking.crashed.connect(self._give_up)
        looking.rested.connect(self.rested)

    @property
    def busy(self) -> bool:
        """Whether a look or a send is under way."""
        return self.looking.busy or self.sending.busy

    @property
    def known(self) -> Knowledge:
        """What the last look showed, whichever key it was for."""
        return self._known

    @property
    def seen(self) -> Known | None:
        """What is known of the lead that the draft means."""
        known = self._known
        return known if isinstance(known, Known) and known.is_about(self._draft()) else None

    def learn(self, known: Knowledge) -> None:
        """Something else has shown what there is, for instance the answer to a send."""
        self._known, self._doubted = known, False
        self.known_changed.emit()

    def use(self, profile: Profile) -> None:
        """Speak to another Marketo: what was known of the lead was known of another one."""
        if profile.id != self.profile.id and self._known is not None:
            self.learn(None)
        self.profile = profile

    def plan(self) -> Plan:
        """The plan for the draft this moment."""
        return plan(self._draft(), self._known, self.catalogue)

    def look(self) -> NoLookup | None:
        """Look at the lead that the draft means; gives the reason where that is impossible."""
        question = question_for(self._draft())
        if isinstance(question, NoLookup):
            return question
        if not self.sending.busy:
            self._waiting = None
            self.looking.look(question, self.profile)
        return None

    def send(self, gate: Gate) -> None:
        """Send the draft, if nothing stands against it; look first where nothing fresh is known."""
        draft, made = self._draft(), self.plan()
        if self.busy or made.request is None or gate(made):
            return
        question = question_for(draft)
        if isinstance(question, NoLookup) or self._is_fresh(question):
            self._dispatch(made)
            return
        self._waiting = draft, gate
        self.looking.look(question, self.profile)

    def stop(self) -> None:
        """Give control back at once."""
        self.looking.stop()
        self.sending.stop()

    def _is_fresh(self, question: GetLead) -> bool:
        known = self._known
        if known is None or self._doubted or not same_question(known.asked, question):
            return False
        return known.is_fresh(self._now())

    def _take_answer(self, _told: object, outcome: "Outcome | None") -> None:
        """What was sent may have changed what is known, and after a Stop nobody knows yet whether it did."""
        from mktgui.domain.after_send import known_after  # noqa: PLC0415 - not for the first paint
        from mktgui.domain.outcome import Written  # noqa: PLC0415

        if outcome is None or outcome.written is Written.UNKNOWN:
            self._doubted = True
        elif outcome.written is Written.YES:
            self.learn(known_after(self._before, outcome, self._now()))

    def _take(self, known: Known | FailedLook, outcome: "Outcome") -> None:
        waiting, self._waiting = self._waiting, None
        before = self._known if self._known and same_question(self._known.asked, known.asked) else None
        kept = isinstance(known, FailedLook) and isinstance(before, Known) and waiting is None
        if not kept:  # a re-read that failed takes nothing away from what was seen before
            self.learn(known)
        if waiting is None:
            self.looked.emit(outcome)
            return
        halt = self._why_not(waiting, before)
        if halt is not None:
            self.halted.emit(halt, outcome)
            return
        self._dispatch(self.plan())

    def _dispatch(self, made: Plan) -> None:
        if made.request is not None:
            self._before = self.seen
            self.sending.send(made.request, self.profile)

    def _give_up(self) -> None:
        waiting, self._waiting = self._waiting, None
        if waiting is not None:
            self.halted.emit(Halt.STOPPED, None)

    def _why_not(self, waiting: tuple[Draft, Gate], before: Knowledge) -> Halt | None:
        draft, gate = waiting
        if draft != self._draft():
            return Halt.FORM_EDITED
        made = self.plan()
        before_kind = judge(draft, before).kind
        if made.verdict.kind is not before_kind and made.verdict.kind in _NEWS:
            vanished = before_kind in _THERE and made.verdict.kind not in _THERE
            return Halt.VANISHED if vanished else _NEWS[made.verdict.kind]
        return Halt.HAS_TO_BE_MEANT if gate(made) else None


_THERE = {VerdictKind.UPDATES, VerdictKind.UPDATES_NEWEST}
# What a look can show that nobody had in mind who pressed Send.
_NEWS = {
    VerdictKind.CREATES: Halt.HAS_TO_BE_MEANT,
    VerdictKind.UPDATES_NEWEST: Halt.SEVERAL,
    VerdictKind.REFUSED: Halt.NOBODY_HAS_ID,
    VerdictKind.LOOK_FAILED: Halt.LOOK_FAILED,
}
