"""The promise of whoever keeps the history of calls."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:  # a window that shows no history reads none of these
    from mktgui.domain.exchange import Exchange
    from mktgui.domain.history import Begun, Ended, Entry, Page, Query, Retention, Settled


class HistoryTrouble(StrEnum):
    """What can be wrong with the history. Calls go out all the same."""

    BROKEN = "broken"  # set aside under `kept`, and a new one begun; empty `kept`: it could not even be set aside
    NEWER = "newer"  # made by a newer version of the program; it was left as it is, and nothing is recorded
    UNREADABLE = "unreadable"
    UNWRITABLE = "unwritable"  # a read-only home or a disk that fails: nothing is recorded
    FULL = "full"  # the disk is full
    BUSY = "busy"  # another copy of the program did not let go of it in time
    NO_VALUES = "no-values"  # the person chose that no values are kept
    CLOSED = "closed"  # the program is ending


@dataclass(frozen=True, slots=True)
class HistoryProblem:
    """Something to tell the person. `kept` is the path of a file that was set aside, `detail` technical English."""

    trouble: HistoryTrouble
    kept: str = ""
    detail: str = ""


class HistoryError(Exception):
    """It was not done. What was kept before is still kept."""

    def __init__(self, problem: HistoryProblem) -> None:
        super().__init__(problem.detail)
        self.problem = problem


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """How the history stands. `records` tells whether calls are recorded now, `readable` whether old ones can be seen.

    `unknown` counts the calls that were under way when a program died, and are "outcome unknown" from now on.
    """

    records: bool
    readable: bool
    unknown: int = 0
    problem: HistoryProblem | None = None


class ExportForm(StrEnum):
    """In which form calls leave the program."""

    CSV = "csv"
    JSON = "json"
    HAR = "har"


class HistoryStore(Protocol):
    """Keeps calls. For worker threads; any number of them, and of copies of the program, at once.

    Signature, user and tokens are masked before anything is kept. Where nothing else is said, the methods raise
    HistoryError. A file that turns out to be broken at any moment is set aside, and a new one begun.
    """

    def open(self) -> Opened:
        """Make ready. Never raises. Takes no longer with many calls than with none; `check` looks at all of them."""
        ...

    def check(self) -> HistoryProblem | None:
        """Look at the whole file; what is found broken is set aside. May take seconds. Never raises."""
        ...

    def begin(self, begun: "Begun") -> None:
        """Keep that a call is about to leave. Survives the end of this process from then on."""
        ...

    def describe(self, entry_id: str) -> None:
        """Let a call that has begun be found by its words and by filters, if its end does not come before."""
        ...

    def finish(self, begun: "Begun", ended: "Ended") -> None:
        """Keep how it ended; also where `begin` could not keep it."""
        ...

    def settle(self, entry_id: str, settled: "Settled") -> None:
        """Add what a later look has proven of a call whose outcome was unknown. A call that is gone takes nothing.

        What was recorded of the call stays as it is. Once it is proven that it was written, that stays too.
        """
        ...

    def keep_messages(self, entry_id: str, exchange: "Exchange") -> None:
        """Keep what went over the wire, masked."""
        ...

    def search(self, query: "Query") -> "Page":
        """One page of what fits."""
        ...

    def entry(self, entry_id: str) -> "Entry | None":
        """All of a call but its messages; None where it is not kept any more."""
        ...

    def messages(self, entry_id: str) -> "Exchange | None":
        """What went over the wire, as it was kept; None where nothing was."""
        ...

    def set_note(self, entry_id: str, note: str) -> None:
        """Put a note on a call, or take it off with empty text."""
        ...

    def set_ticket(self, entry_id: str, ticket: str) -> None:
        """Put a ticket number on a call, or take it off with empty text."""
        ...

    def set_pinned(self, entry_id: str, *, pinned: bool) -> None:
        """A pinned call is not purged."""
        ...

    def remove(self, entry_ids: Iterable[str]) -> int:
        """Forget these, pinned or not, except calls under way; gives how many were there."""
        ...

    def purge(self, retention: "Retention", now: datetime) -> int:
        """Forget what is past its time; gives how many. `now` is aware."""
        ...

    def clear(self) -> int:
        """Forget every call, pinned or not, except those under way, and every file that was set aside."""
        ...

    def count(self) -> int:
        """How many calls are kept."""
        ...

    def stamp(self) -> int:
        """Another number than before once anything here may have changed, by whichever copy of the program.

        Cheap: it can be asked every second.
        """
        ...

    def keeps_values(self) -> bool:
        """Whether calls are kept with what was in them. Never raises."""
        ...

    def keep_values(self, *, keep: bool) -> None:
        """From now on, in every copy of the program: keep calls whole, or only that they were and how they ended."""
        ...

    def scrub(self) -> int:
        """Take all values out of what is kept, for good, files that were set aside included; gives how many calls."""
        ...

    def export(self, which: "Query | Iterable[str]", form: ExportForm, path: Path) -> int:
        """Write the calls that fit, or these, to a file; gives how many. A file that is there is replaced whole or not.

        The limit and the page of a query do not count. HAR holds only calls of which messages were kept.
        """
        ...

    def close(self) -> None:
        """Let go. What is under way is "outcome unknown" until it says otherwise. Never raises; safe twice."""
        ...
