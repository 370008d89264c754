"""Why a Send that looked first does not go on by itself."""

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from mktgui.domain.verdict import VerdictKind

if TYPE_CHECKING:
    from mktgui.domain.known import Verdict
    from mktgui.domain.outcome import Outcome
    from mktgui.domain.plan import Plan
    from mktgui.domain.recheck import Recheck


class Halt(StrEnum):
    """A word for it. A second Send does go on, where nothing else stands against it."""

    HAS_TO_BE_MEANT = "has-to-be-meant"
    SEVERAL = "several"
    NOBODY_HAS_ID = "nobody-has-id"
    WOULD_BE_SKIPPED = "would-be-skipped"
    CANNOT_BE_SENT = "cannot-be-sent"  # what was seen, or the fields that are known since, speak against it
    LOOK_FAILED = "look-failed"
    STOPPED = "stopped"
    CHANGED = "changed"  # not as it was when it was loaded: `Halted.found` says what
    FORM_EDITED = "form-edited"


class Halted(NamedTuple):
    """`outcome` is that of the look, None where it was stopped."""

    halt: Halt
    outcome: "Outcome | None" = None
    found: "Recheck | None" = None


def halt_at(made: "Plan", found: "Recheck | None", expected: "Verdict") -> Halt | None:
    """What speaks against this plan, made by what the look showed; None for nothing.

    `found` is what the look showed beside the one before, `expected` what was expected of the send until then.
    """
    if made.request is None:
        return Halt.CANNOT_BE_SENT
    if found is not None and not found.is_clear:
        return Halt.CHANGED
    return _NEWS.get(made.verdict.kind) if made.verdict.kind is not expected.kind else None


# What a look can show that nobody had in mind who pressed Send.
_NEWS = {
    VerdictKind.CREATES: Halt.HAS_TO_BE_MEANT,
    VerdictKind.UPDATES_NEWEST: Halt.SEVERAL,
    VerdictKind.REFUSED: Halt.NOBODY_HAS_ID,
    VerdictKind.SKIPPED: Halt.WOULD_BE_SKIPPED,
    VerdictKind.LOOK_FAILED: Halt.LOOK_FAILED,
}
