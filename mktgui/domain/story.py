"""What happened of a send, from what was planned to what the lead holds now. Pure: words are for the window."""

from collections import Counter
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property

from mktgui.domain.answers import CREATED, FAILED, UPDATED, Synced
from mktgui.domain.calls import GetLead, LookupKey, SyncLead
from mktgui.domain.difference import (
    PLAIN,
    Comparison,
    Fate,
    FieldDifference,
    differences,
    named_by_rest,
    telling,
    unexpected,
)
from mktgui.domain.known import Knowledge, Known, Verdict, VerdictKind
from mktgui.domain.lead import NOBODY, LeadRecord, who_is
from mktgui.domain.outcome import Answered, Outcome, Written
from mktgui.domain.repeat import repeats
from mktgui.domain.reread import SETTLED, Proven, question_of, reread
from mktgui.domain.surprise import Surprise

_UPDATES = frozenset({VerdictKind.UPDATES, VerdictKind.UPDATES_NEWEST})


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """What left, and what was expected of it and known of the lead at that moment."""

    request: SyncLead
    verdict: Verdict
    known: Knowledge = None
    id: str = ""
    """By which the history knows it; empty where it is to choose that itself."""


@dataclass(frozen=True, kw_only=True)  # without slots: what follows from the fields is worked out once, and kept
class Story:
    """One send. `verdict` and `known` are what was expected and seen when it left, `at` is when it ended (aware).

    `outcome` is None while nothing is known: after Stop, or where the program failed (`crash` is the kind of error).
    `was` and `now` are the same lead before and after, as far as they were seen. `fresh` is a look after the send, and
    `proven` what that look says of an outcome that was unknown. `id` is that of the send in the history, if any.
    """

    request: SyncLead
    verdict: Verdict
    at: datetime
    known: Knowledge = None
    outcome: Outcome | None = None
    crash: str = ""
    was: LeadRecord | None = None
    now: LeadRecord | None = None
    differences: tuple[FieldDifference, ...] = ()
    fresh: Known | None = None
    proven: Proven | None = None
    id: str = ""

    @cached_property
    def answer(self) -> Synced | None:
        """Marketo's answer, where it is one to this call and no fault."""
        return _synced(self.outcome)

    @cached_property
    def status(self) -> str:
        """Marketo's word, verbatim; empty where it gave none."""
        return self.answer.status.text if self.answer else ""

    @property
    def created(self) -> bool:
        """Whether Marketo said that it made a new lead."""
        return self.status == CREATED

    @property
    def is_new(self) -> bool:
        """The same, where the lead was not there before."""
        return self.created and self.surprise is not Surprise.CREATED_THE_SAME

    @cached_property
    def meant_id(self) -> str:
        """The lead that was to be updated: as it was seen, else the one whose number was sent; empty for none."""
        sent = self.request.marketo_id
        return self.verdict.lead_id or ("" if sent is None else str(sent))

    @cached_property
    def lead_id(self) -> str:
        """The lead that Marketo named, else the one that a look found, else the one that was meant, if none is new."""
        return self._told_id or (self.now.id.text if self.now else "") or ("" if self.created else self.verdict.lead_id)

    @cached_property
    def _told_id(self) -> str:
        """By Marketo; of a lead that was not saved it may say any number."""
        return self.answer.lead_id.text if self.answer and self.status != FAILED else ""

    @property
    def strange_id(self) -> str:
        """The number of the lead that was sent back, where it is another one than Marketo named; else empty."""
        return self.answer.strange_id if self.answer else ""

    @cached_property
    def who(self) -> str:
        """The person's name by the latest record there is; empty where none says."""
        return next((name for name in (who_is(one) for one in (self.now, self.was) if one) if name), "")

    @cached_property
    def written(self) -> Written:
        """Whether a lead was changed, also by what a look has proven since."""
        if self.proven in SETTLED:
            return Written.YES if self.proven is Proven.WRITTEN else Written.NO
        return Written.UNKNOWN if self.outcome is None else self.outcome.written

    @property
    def is_open(self) -> bool:
        """Whether it is unknown what was written: then the lead has to be read before anything is sent again."""
        return self.written is Written.UNKNOWN

    @cached_property
    def surprise(self) -> Surprise | None:
        """What happened to another lead than was meant, None where all is as expected or nothing was."""
        if self.created:
            was_seen = self.verdict.kind in _UPDATES
            if self.lead_id == self.meant_id != "":
                return Surprise.CREATED_THE_SAME if was_seen else None
            return Surprise.CREATED_INSTEAD if was_seen or self.meant_id else None
        if self.status != UPDATED:
            return None
        if self.verdict.kind is VerdictKind.CREATES:
            return Surprise.UPDATED_INSTEAD
        return Surprise.ANOTHER_LEAD if self.meant_id and self.lead_id not in {"", self.meant_id} else None

    @cached_property
    def question(self) -> GetLead | None:
        """What to ask to see the lead now; None where nothing can be asked."""
        if self._told_id.isascii() and self._told_id.isdigit():
            return GetLead(LookupKey.IDNUM, self._told_id)
        seen = _seen(self)
        return question_of(self.request, seen.record if seen else None)

    @cached_property
    def shown(self) -> tuple[FieldDifference, ...]:
        """The differences by the names of the API that it went over."""
        return self._named(self.differences)

    @cached_property
    def telling(self) -> tuple[FieldDifference, ...]:
        """Those of the differences that say something: what was asked for, and what is not as it was."""
        return telling(self.differences)

    @cached_property
    def telling_shown(self) -> tuple[FieldDifference, ...]:
        """The same by the names of the API that it went over."""
        return self._named(self.telling)

    def count(self) -> Counter[Fate]:
        """How many fields met which fate."""
        return Counter(one.fate for one in self.differences)

    def _named(self, found: tuple[FieldDifference, ...]) -> tuple[FieldDifference, ...]:
        return named_by_rest(found) if self.request.lookup_field else found


def story_of(sent: Sent, outcome: Outcome | None, *, at: datetime, by: Comparison = PLAIN, crash: str = "") -> Story:
    """The story of what was sent, once it has ended."""
    answer = _synced(outcome)
    told = Story(
        request=sent.request,
        verdict=sent.verdict,
        at=at,
        known=sent.known,
        outcome=outcome,
        crash=crash,
        now=None if answer is None or answer.strange_id else answer.record,
        id=sent.id,
    )
    was = _before(told)
    found = differences(was, told.request, told.now, by)
    if told.written is Written.NO:
        found = tuple(one for one in _as_written(told, found) if one.asked is not None)
    extras = answer.extras if answer else ()
    return _ready(replace(told, was=was, differences=(*found, *unexpected(extras))))


def _ready(told: Story) -> Story:
    """With all that its reader asks for first: a story of very many fields is told on a thread of its own."""
    _ = told.shown, told.telling, told.who
    return told


def _synced(outcome: Outcome | None) -> Synced | None:
    given = outcome.answer if isinstance(outcome, Answered) else None
    return given if isinstance(given, Synced) else None


def _before(told: Story) -> LeadRecord | None:
    """The lead as it was; NOBODY where there was none."""
    seen = _seen(told)
    if told.is_new or (seen is not None and not seen.records and told.answer is None):
        return NOBODY
    return next((one for one in seen.records if one.id.text == told.lead_id), None) if seen else None


def _seen(told: Story) -> Known | None:
    """What was known of this lead: the plan has judged by it, or it was about another one."""
    return told.known if isinstance(told.known, Known) and told.verdict.at is not None else None


def _as_written(told: Story, found: tuple[FieldDifference, ...]) -> tuple[FieldDifference, ...]:
    """Where nothing was written, that is the fate of all that was asked for, and not that Marketo refused it."""
    if told.written is not Written.NO:
        return found
    return tuple(
        one if one.asked is None or one.fate in _NOT_BY_THIS else one._replace(fate=Fate.NOT_WRITTEN) for one in found
    )


_NOT_BY_THIS = frozenset({Fate.KEY, Fate.AS_BEFORE})


def looked_again(told: Story, fresh: Known, by: Comparison = PLAIN) -> Story:
    """The story after a fresh look at the lead: compared with what was asked, and with what was there before."""
    if told.outcome is None or told.outcome.written is Written.UNKNOWN:
        found = reread(_seen(told), told.request, fresh, by, told.was)
        told = replace(told, fresh=fresh, proven=found.proven, was=found.was, now=found.now)
        return _ready(replace(told, differences=_as_written(told, found.differences)))
    now = next((one for one in fresh.records if one.id.text == told.lead_id), None)
    found_now = differences(told.was, told.request, now, by)
    return _ready(replace(told, fresh=fresh, now=now, differences=found_now))


def still_open(before: SyncLead | None, told: Story) -> SyncLead | None:
    """The request of which it is not known whether it was written, after `told`; None for none.

    `before` is the one that was open when this send began (Stop, what really became of it, and a look at the lead are
    all one send). Only the same request settles it: by being written now, or by a look that proves what is there.
    """
    if told.is_open:
        return told.request
    if before is None or not repeats(told.request, before):
        return before
    return None if told.written is Written.YES or told.proven in SETTLED else before
