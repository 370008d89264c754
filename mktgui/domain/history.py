"""Past calls as values: what is kept of each, and how to ask for them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from mktgui.domain.call_note import CallKind, Ending
from mktgui.domain.draft import Draft
from mktgui.domain.exchange import Timing
from mktgui.domain.known import Verdict, VerdictKind
from mktgui.domain.lead import Value
from mktgui.domain.outcome import FailureKind, Written
from mktgui.domain.profile import Environment
from mktgui.domain.surprise import ANOTHER, Surprise

PAGE = 100  # entries a page
GIST = 3  # fields that a summary shows
GIST_CHARACTERS = 200  # of a value in a summary


class State(StrEnum):
    """How far a call got, as far as the history knows."""

    UNDER_WAY = "under-way"
    ENDED = "ended"
    OUTCOME_UNKNOWN = "outcome-unknown"  # the program ended, or broke, while the call was under way


class Fate(Protocol):
    """A word for what became of a field: any `StrEnum` will do."""

    @property
    def value(self) -> str: ...


class Different(Protocol):
    """One field of a lead before and after, as the comparison tells it."""

    @property
    def name(self) -> str: ...
    @property
    def type(self) -> str: ...
    @property
    def was(self) -> Value | None: ...
    @property
    def asked(self) -> str | None: ...
    @property
    def now(self) -> Value | None: ...
    @property
    def fate(self) -> Fate: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldChange:
    """One field of a call.

    `was` is None where it was not seen, `asked` where it was not sent, `now` where no record came. `asked` is empty
    where the field was to be emptied. `type` is the catalogue's word and `fate` the comparison's; both are empty where
    they are not known.
    """

    name: str
    type: str = ""
    was: Value | None = None
    asked: str | None = None
    now: Value | None = None
    fate: str = ""

    @property
    def new(self) -> str:
        """What the field holds since: what came back, else what was asked for."""
        return self.now.text if self.now is not None else (self.asked or "")


def field_changes(differences: Iterable[Different]) -> tuple[FieldChange, ...]:
    """A comparison as the history keeps it."""
    return tuple(
        FieldChange(name=one.name, type=one.type, was=one.was, asked=one.asked, now=one.now, fate=one.fate.value)
        for one in differences
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Begun:
    """A call that is about to leave. `id` is unique for ever; `at` is aware, with the offset of this place.

    `key_kind` is a `KeyKind` word, for a look a `LookupKey` word, or empty. The value of a cookie is not given: with it
    others could pass for that browser.
    """

    id: str
    at: datetime
    profile_id: str
    profile_name: str
    environment: Environment
    transport: str
    kind: CallKind
    key_kind: str = ""
    key_value: str = ""
    lead_id: str = ""
    who: str = ""
    workspace: str = ""
    verdict: Verdict | None = None
    fields: tuple[FieldChange, ...] = ()
    draft: Draft | None = None

    @property
    def may_write(self) -> bool:
        """Whether this call may change a lead."""
        return self.kind is CallKind.SYNC_LEAD


@dataclass(frozen=True, slots=True, kw_only=True)
class Ended:
    """How a call ended. `ending` is None where nobody knows. `seconds` and `timings` are without waiting for a person.

    `status` is Marketo's word, verbatim; `fault` the code of its fault; `told` what Marketo or the network said, in its
    own words. `lead_id` and `who` are empty where the answer names nobody. `fields` None leaves what was begun.
    """

    state: State = State.ENDED
    ending: Ending | None = None
    written: Written = Written.UNKNOWN
    status: str = ""
    failure: FailureKind | None = None
    fault: str = ""
    told: str = ""
    http_status: int | None = None
    lead_id: str = ""
    who: str = ""
    fields: tuple[FieldChange, ...] | None = None
    seconds: float | None = None
    timings: tuple[Timing, ...] = ()
    surprise: Surprise | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """What a later look at the lead has proven of a call whose outcome was unknown: `written` is YES or NO.

    NO holds for the moment of the look, which `at` is (aware): Marketo may still have been at work.
    """

    written: Written
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """One line of the list. `gist` are the first few fields with long values cut; `field_count` counts them all.

    `state`, `ending` and `written` are what was recorded when the call ended, or was lost; `settled` was added since.
    `has_values` is False where no values were kept of this call, or where they were scrubbed.
    """

    id: str
    at: datetime
    state: State
    profile_id: str
    profile_name: str
    environment: Environment
    transport: str
    kind: CallKind
    key_kind: str = ""
    key_value: str = ""
    lead_id: str = ""
    who: str = ""
    workspace: str = ""
    verdict: VerdictKind | None = None
    ending: Ending | None = None
    written: Written = Written.UNKNOWN
    status: str = ""
    failure: FailureKind | None = None
    fault: str = ""
    surprise: Surprise | None = None
    settled: Settled | None = None
    seconds: float | None = None
    gist: tuple[FieldChange, ...] = ()
    field_count: int = 0
    note: str = ""
    ticket: str = ""
    pinned: bool = False
    has_values: bool = True

    @property
    def proof(self) -> Settled | None:
        """What a later look has proven, where that is news: None where the call itself told whether it wrote."""
        return self.settled if self.written is Written.UNKNOWN and self.state is not State.UNDER_WAY else None

    @property
    def known_written(self) -> Written:
        """Whether a lead was changed, as far as is known by now."""
        return self.proof.written if self.proof is not None else self.written


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """All that is kept of a call but its messages. `draft` can be opened again; None where there was none."""

    summary: Summary
    fields: tuple[FieldChange, ...] = ()
    verdict: Verdict | None = None
    draft: Draft | None = None
    told: str = ""
    http_status: int | None = None
    timings: tuple[Timing, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """What to look for. Every word of `text` has to be somewhere in the call; words in double quotes stay together.

    The text is compared without case or width, as part of a word too. `since` and `until` are aware, `until` itself is
    not in. `written` and `failed` ask for what is known by now, also by a later look at the lead. `failed` True asks
    for calls that did not do what they were meant to, False for all others. `before` is the `more` of the page before,
    None for the newest.
    """

    text: str = ""
    profile_id: str = ""
    environment: Environment | None = None
    kind: CallKind | None = None
    written: Written | None = None
    failed: bool | None = None
    since: datetime | None = None
    until: datetime | None = None
    pinned: bool = False
    before: int | None = None
    limit: int = PAGE


@dataclass(frozen=True, slots=True)
class Page:
    """Calls in the order in which they began, newest first. `more` asks for the next page, None at the end."""

    entries: tuple[Summary, ...] = ()
    more: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Retention:
    """How long calls are kept, in days and in number; None for ever. Pinned calls stay, and do not count."""

    days: int | None = None
    number: int | None = None


def has_failed(state: State, ending: Ending | None, status: str, surprise: Surprise | None = None) -> bool:
    """Whether a call did not do what it was meant to, or nobody knows."""
    if state is State.UNDER_WAY:
        return False
    return ending is not Ending.ANSWERED or status.upper() == "FAILED" or surprise in ANOTHER
