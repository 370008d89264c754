"""What one draft is about to do: look at the lead, send, and keep what is known of it since."""

from collections.abc import Callable
from functools import partial
from os import urandom
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from mktgui.domain.api_rules import rules_of
from mktgui.domain.catalogue import NO_CATALOGUE, Catalogue
from mktgui.domain.lookup import NoLookup, same_question
from mktgui.domain.profile import PRACTICE, Profile
from mktgui.ui.halts import Halt, Halted, halt_at
from mktgui.ui.looking import Looking, Now, utc_now
from mktgui.ui.sending import Sending
from mktgui.ui.sighting import Sighting
from mktgui.workers.reckoning import Reckoning

if TYPE_CHECKING:
    from mktgui.domain.calls import GetLead, SyncLead
    from mktgui.domain.difference import Comparison
    from mktgui.domain.draft import Draft
    from mktgui.domain.known import FailedLook, Knowledge, Known
    from mktgui.domain.outcome import Outcome
    from mktgui.domain.plan import Plan, Planner
    from mktgui.domain.recheck import Recheck
    from mktgui.domain.story import Sent, Story
    from mktgui.domain.transport_rules import TransportRules

    _Waiting = tuple[Draft, "Gate", Profile]

Gate = Callable[["Plan"], str]
"""Why this plan must not be sent now, in words; empty where it may."""


class Errand(QObject):
    """One look or send at a time. Send looks first where nothing fresh is known of the lead."""

    began = Signal()
    staged = Signal(object)
    """A `Stage`."""
    rested = Signal()
    """The person has control again."""
    known_changed = Signal()
    """`known` is another one now; after a send, some moments ago, for how it ended is told first."""
    looked = Signal(object)
    """A look that the person asked for has ended; carries its `Outcome`."""
    halted = Signal(object)
    """A `Halted`: nothing was sent."""
    told = Signal(object)
    """A `Story`: how a send ended, or what a look has added to that."""
    settled = Signal(str, object)
    """The id in the history of a send of which nobody knew whether it had been written, and its `Settled`."""

    def __init__(
        self,
        looking: Looking,
        sending: Sending,
        draft: "Callable[[], Draft]",
        now: Now = utc_now,
        reckoning: Reckoning | None = None,
    ) -> None:
        super().__init__()
        self.looking, self.sending = looking, sending
        self._draft, self._now = draft, now
        self._reckoning = reckoning or Reckoning()
        self._reckoning.setParent(self)
        self.profile: Profile = PRACTICE
        self.rules: TransportRules = rules_of(PRACTICE)
        """How the API of the connection treats a lead."""
        self.catalogue: Catalogue = NO_CATALOGUE
        """The fields of this Marketo, as far as they are known."""
        self._made_planner: Planner | None = None
        self.story: Story | None = None
        self.still_open: SyncLead | None = None
        """The request of which nobody knows whether it was written."""
        self._sighting = Sighting(self)
        # What is to be sent after the look that is under way, and by which connection.
        self._waiting: _Waiting | None = None
        # What was sent last, what was open before, and by which connection it went.
        self._sent: tuple[Sent, SyncLead | None, Profile] | None = None
        self._connect()

    @property
    def busy(self) -> bool:
        """Whether a look or a send is under way, or what it came to is being worked out."""
        return self.looking.busy or self.sending.busy or self._reckoning.busy

    def use_catalogue(self, catalogue: Catalogue) -> None:
        """Check the draft by these fields from now on."""
        self.catalogue, self._made_planner = catalogue, None

    @property
    def known(self) -> "Knowledge":
        """What the last look showed, whichever key it was for."""
        return self._sighting.known

    @property
    def seen(self) -> "Known | None":
        """What is known of the lead that the draft means."""
        return self._sighting.of(self._draft(), self.rules)

    @property
    def looks_again(self) -> bool:
        """Whether a look is under way that will show anew what is known."""
        question = self.looking.question
        return question is not None and self._sighting.by(question) is not None

    @property
    def comparison(self) -> "Comparison":
        """How values of this Marketo are compared."""
        from mktgui.domain.difference import Comparison  # noqa: PLC0415 - not for the first paint
        from mktgui.domain.typed import same_value  # noqa: PLC0415

        return Comparison({field.name: field.type for field in self.catalogue.fields}, same_value)

    def learn(self, known: "Knowledge") -> None:
        """Something else has shown what there is, for instance the answer to a send."""
        self._sighting.take(known)
        self.known_changed.emit()

    def take_up(self, story: "Story") -> None:
        """Go on where a send of another time was left: the next look says what became of it."""
        from mktgui.domain.story import still_open  # noqa: PLC0415 - not for the first paint

        self.story, self.still_open = story, still_open(None, story)

    def use(self, profile: Profile) -> None:
        """Speak to another Marketo, of whose leads nothing is known; or to the same one in another way.

        What failed by the old way, with a wrong key for instance, is to be tried again. A look that is under way is
        given up where its answer would not be true of the new one; a send goes on, and what became of it is told.
        """
        sees_others = not profile.sees_as(self.profile)
        if sees_others:
            self.looking.stop()
        if not profile.leads_where(self.profile):
            self.story = self.still_open = None
        if self.known is not None and (sees_others or self._sighting.is_in_vain):
            self.learn(None)
        self.profile, self.rules, self._made_planner = profile, rules_of(profile), None

    def plan(self) -> "Plan":
        """The plan for the draft this moment."""
        return self._planner.plan(self._draft(), self.known)

    def look(self) -> NoLookup | None:
        """Look at the lead that the draft means; gives the reason where that is impossible."""
        question = self.rules.question(self._draft())
        if isinstance(question, NoLookup):
            return question
        self._ask(question)
        return None

    def reread(self) -> NoLookup | None:
        """Look at the lead that was sent last, so that it can be compared; where none was, as `look`."""
        question = self.story.question if self.story is not None else None
        if question is None:
            return self.look()
        self._ask(question)
        return None

    def send(self, gate: Gate) -> None:
        """Send the draft, if nothing stands against it; look first where nothing fresh is known."""
        draft = self._draft()
        made = self._planner.plan(draft, self.known)
        if self.busy or made.request is None or gate(made):
            return
        question = self.rules.question(draft)
        if isinstance(question, NoLookup) or self._sighting.is_fresh(question, self._now()):
            self._dispatch(made, draft)
            return
        self._waiting = draft, gate, self.profile
        self.looking.look(question, self.profile)

    def stop(self) -> None:
        """Give control back at once."""
        self.looking.stop()
        self.sending.stop()

    @property
    def _planner(self) -> "Planner":
        """For these fields and these rules; made when something is to be planned."""
        if self._made_planner is None:
            from mktgui.domain.plan import Planner  # noqa: PLC0415 - not for the first paint
            from mktgui.domain.zones import Here  # noqa: PLC0415

            self._made_planner = Planner(self.catalogue, Here(), self.rules)
        return self._made_planner

    def _ask(self, question: "GetLead") -> None:
        if not self.sending.busy:
            self._waiting = None
            self.looking.look(question, self.profile)

    def _dispatch(self, made: "Plan", draft: "Draft") -> None:
        from mktgui.domain.recording import context_of  # noqa: PLC0415 - not for the first paint
        from mktgui.domain.story import Sent  # noqa: PLC0415

        if made.request is not None:
            sent = Sent(request=made.request, verdict=made.verdict, known=self.known, id=urandom(16).hex())
            self._sent = sent, self.still_open, self.profile
            self.sending.send(made.request, context_of(self.profile, sent, draft, self.comparison))

    def _take_end(self, outcome: "Outcome | None", crash: str) -> None:
        """What was sent may have changed what is known, and after a Stop nobody knows yet whether it did."""
        from mktgui.domain.story import story_of  # noqa: PLC0415 - not for the first paint

        if self._sent is None:
            return
        sent, before, by = self._sent
        tell = partial(story_of, sent, outcome, at=self._now(), by=self.comparison, crash=crash)
        self._reckoning.reckon(_size(sent.known, outcome), tell, partial(self._take_story, sent, before, by))

    def _take_story(self, sent: "Sent", open_before: "SyncLead | None", by: Profile, told: "Story") -> None:
        from mktgui.domain.after_send import known_after  # noqa: PLC0415 - not for the first paint
        from mktgui.domain.outcome import Written  # noqa: PLC0415
        from mktgui.domain.story import still_open  # noqa: PLC0415

        if self.profile.leads_where(by):
            self.still_open = still_open(open_before, told)
        if not self.profile.sees_as(by):
            self.told.emit(told)  # what it says of a lead may be true of none that is seen now
            return
        outcome = told.outcome
        if told.written is Written.UNKNOWN:
            self._sighting.doubt()
        elif outcome is not None and told.written is Written.YES:
            self._sighting.take(known_after(sent.known, outcome, self._now()))
        self._tell(told)
        if self.known is not sent.known:
            QTimer.singleShot(0, self, self._tell_known)  # what was told is on the screen by then

    def _tell_known(self) -> None:
        self.known_changed.emit()

    def _tell(self, told: "Story") -> None:
        self._sighting.farewell.see_off(self.story)
        self.story = told
        self.told.emit(told)

    def _take(self, known: "Known | FailedLook", outcome: "Outcome") -> None:
        from mktgui.domain.known import FailedLook, Known  # noqa: PLC0415 - not for the first paint

        waiting, self._waiting = self._waiting, None
        before = self._sighting.by(known.asked)
        kept = isinstance(known, FailedLook) and isinstance(before, Known) and waiting is None
        if not kept:  # a re-read that failed takes nothing away from what was seen before
            self.learn(self._with_key(known))
        if waiting is not None:
            self._compare_with(before, known, partial(self._go_on, waiting, before, outcome))
            return
        self.looked.emit(outcome)
        self._compare_again(known)

    def _with_key(self, known: "Known | FailedLook") -> "Known | FailedLook":
        """Where the lead of a send was asked for by its number, it is not forgotten who has the key of the draft."""
        from mktgui.domain.after_send import known_after_reread  # noqa: PLC0415 - not for the first paint
        from mktgui.domain.known import Known  # noqa: PLC0415

        if self.story is None or not isinstance(known, Known) or known.asked != self.story.question:
            return known
        before = self.seen
        return known if before is None or before.asked == known.asked else known_after_reread(before, known)

    def _compare_again(self, known: "Knowledge") -> None:
        """Add what was seen to the story of the last send, where it is about the same lead."""
        from mktgui.domain.known import Known  # noqa: PLC0415 - not for the first paint
        from mktgui.domain.story import looked_again  # noqa: PLC0415

        told, question = self.story, self.story.question if self.story else None
        if told is None or question is None or not isinstance(known, Known) or not same_question(known.asked, question):
            return
        compare = partial(looked_again, told, known, self.comparison)
        take = partial(self._take_comparison, told, known)
        self._reckoning.reckon(_size(known, told.outcome), compare, take)

    def _take_comparison(self, before: "Story", known: "Known", told: "Story") -> None:
        from mktgui.domain.history import Settled  # noqa: PLC0415 - not for the first paint
        from mktgui.domain.reread import SETTLED  # noqa: PLC0415
        from mktgui.domain.story import still_open  # noqa: PLC0415

        if self.story is before:  # else something newer has been told meanwhile
            self.still_open = still_open(self.still_open, told)
            self._tell(told)
        if told.id and told.proven in SETTLED:
            self.settled.emit(told.id, Settled(written=told.written, at=known.at))

    def _compare_with(self, before: "Knowledge", known: "Knowledge", then: "Callable[[Recheck | None], None]") -> None:
        """What a look before a send shows beside the one on which the plan stands; None where there is nothing."""
        from mktgui.domain.known import Known  # noqa: PLC0415 - not for the first paint
        from mktgui.domain.recheck import recheck  # noqa: PLC0415

        request = self.plan().request
        if request is None or not isinstance(known, Known) or not isinstance(before, Known):
            then(None)
            return
        compare = partial(recheck, before, known, request, self.comparison)
        self._reckoning.reckon(max(_size(known, None), _size(before, None)), compare, then)

    def _go_on(self, waiting: "_Waiting", before: "Knowledge", outcome: "Outcome", found: "Recheck | None") -> None:
        halted = self._why_not(waiting, before, outcome, found)
        if halted is not None:
            self.halted.emit(halted)
        else:
            self._dispatch(self.plan(), waiting[0])

    def _give_up(self) -> None:
        waiting, self._waiting = self._waiting, None
        if waiting is not None:
            self.halted.emit(Halted(Halt.STOPPED))

    def _why_not(
        self, waiting: "_Waiting", before: "Knowledge", outcome: "Outcome", found: "Recheck | None"
    ) -> Halted | None:
        from mktgui.domain.known import judge  # noqa: PLC0415 - not for the first paint

        (draft, gate, by), made = waiting, self.plan()
        if not self.profile.sees_as(by):
            return Halted(Halt.STOPPED, outcome)
        if draft != self._draft():
            return Halted(Halt.FORM_EDITED, outcome)
        halt = halt_at(made, found, judge(draft, before, self.rules))
        if halt is not None:
            return Halted(halt, outcome, found if halt is Halt.CHANGED else None)
        return Halted(Halt.HAS_TO_BE_MEANT, outcome) if gate(made) else None

    def _connect(self) -> None:
        for part in (self.looking, self.sending):
            part.began.connect(self.began)
            part.staged.connect(self.staged)
            part.rested.connect(self.rested)
        self.sending.ended.connect(self._take_end)
        self.looking.looked.connect(self._take)
        self.looking.stopped.connect(self._give_up)
        self.looking.crashed.connect(self._give_up)


def _size(known: "Knowledge", outcome: "Outcome | None") -> int:
    """How many attributes there are to compare."""
    answer = getattr(outcome, "answer", None)
    records = (getattr(known, "record", None), getattr(answer, "record", None))
    return max(len(record.attributes) if record is not None else 0 for record in records)
