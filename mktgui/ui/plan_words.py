"""A plan in words: the verdict as one headline, the changes as before and after, and what is left to say."""

from collections.abc import Callable, Iterator, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject

from mktgui.domain.draft import EditKind
from mktgui.domain.findings import Code, Finding, Severity, Spot
from mktgui.domain.verdict import VerdictKind
from mktgui.ui.sentences import Sentences

if TYPE_CHECKING:
    from mktgui.domain.plan import Change, Plan

Label = Callable[[str], str]
"""Gives a field's label, or its API name again where it has none."""

MOST_NAMES, MOST_CHANGES, MOST_REMARKS = 3, 6, 3
ROOMY = 2  # so many changes get two lines each, more of them one
MOST_CHARACTERS, FEW_CHARACTERS = 40, 24
MOST_IN_TIP = 2000  # characters: Qt would take its time over more, and nobody reads it there

# What the headline says, in the order in which a plan has at most one of them.
_HEADLINES = (
    *(Code.CREATES_LEAD, Code.ID_UNKNOWN, Code.ID_UNKNOWN_SKIPS, Code.NOBODY_SKIPS, Code.NOBODY_TO_CHANGE),
    *(Code.SKIPS_EXISTING, Code.SKIPS_SEVERAL, Code.WHICH_OF_SEVERAL),
    *(Code.LOOK_FAILED, Code.CANNOT_BE_LOOKED_UP, Code.NOT_LOOKED_UP),
)
_UPDATES = (Code.UPDATES_LEAD, Code.UPDATES_NEWEST)
_EMPTIES = frozenset({Code.CLEARS, Code.CLEARS_BY_NULL})
_SAID = frozenset({*_HEADLINES, *_UPDATES, Code.SETS})
_NAMES_THE_LEAD = frozenset({VerdictKind.UPDATES, VerdictKind.UPDATES_NEWEST, VerdictKind.REFUSED})


class LineKind(StrEnum):
    """What a line is: one of the changes, or a sentence of this gravity."""

    CHANGE = "change"
    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Line(NamedTuple):
    """One line of the panel. `text` is plain; `rich` is the same with its weight, empty where it has none."""

    kind: LineKind
    text: str
    rich: str = ""
    tip: str = ""


class PlanWords(QObject):
    """Made once for a language. Nothing that the headline says is said again below it."""

    def __init__(self, sentences: Sentences) -> None:
        super().__init__()
        self._sentences = sentences
        self._empty = self.tr("(empty)")

    def headline(self, plan: "Plan", label: Label) -> str:
        """What the send will do, in one sentence."""
        found = {finding.code: finding for finding in plan.findings}
        if plan.verdict.kind in {VerdictKind.UPDATES, VerdictKind.UPDATES_NEWEST}:
            return self._updates(next((found[code] for code in _UPDATES if code in found), None), plan, label)
        finding = next((found[code] for code in _HEADLINES if code in found), None)
        if finding is None:
            return self.which_lead()
        return self._sentences.text(finding)

    def which_lead(self) -> str:
        """The headline as long as nothing has been typed."""
        return self.tr("Which lead? Paste an ID or an address on the left.")

    def lines(self, plan: "Plan", label: Label, names: Sequence[str] = ()) -> list[Line]:
        """The changes, then the warnings, then what only explains. `names` are those of the rows of the draft."""
        left = [one for one in plan.findings if one.spot is Spot.LEAD and not _said_by_headline(one, plan)]
        order = (Severity.ERROR, Severity.WARNING, Severity.NOTE)
        left.sort(key=lambda one: order.index(one.severity))
        told = [self._sentence(self._labelled(one, plan, label)) for one in left]
        return [*self._changes(plan, label), *self._at_rows(plan, label, names), *told]

    def _at_rows(self, plan: "Plan", label: Label, names: Sequence[str]) -> Iterator[Line]:
        """What deserves a second look in the table, whose rows and remarks may be out of sight."""
        warnings = (one for one in plan.findings if one.severity is Severity.WARNING)
        found = [one for one in warnings if one.row is not None and one.row < len(names)]
        for one in found[:MOST_REMARKS]:
            field, sentence = label(names[one.row or 0].strip()), self._sentences.text(one)
            yield Line(LineKind.WARNING, self.tr("{field}: {sentence}").format(field=field, sentence=sentence))
        if len(found) > MOST_REMARKS:
            yield Line(LineKind.WARNING, self.tr("and %n more in the table", "", len(found) - MOST_REMARKS))

    def _labelled(self, finding: Finding, plan: "Plan", label: Label) -> Finding:
        """With the names that the lines above it use, where it lists fields."""
        if finding.code not in _EMPTIES:
            return finding
        names = [label(one.name) for one in plan.changes if one.edit.kind is EditKind.CLEAR]
        return finding._replace(
            params=(("count", finding.param("count")), ("names", self._listed(names, MOST_CHANGES)))
        )

    def _sentence(self, finding: Finding) -> Line:
        return Line(LineKind(finding.severity.value), self._sentences.text(finding))

    def _updates(self, finding: Finding | None, plan: "Plan", label: Label) -> str:
        lead = plan.verdict.lead_id
        if finding is not None and finding.param("who"):
            lead = self.tr("{id} ({who})").format(id=lead, who=finding.param("who"))
        if finding is not None and finding.code is Code.UPDATES_NEWEST:
            lead = self.tr("{lead}, the newest of {count} with this address").format(
                lead=lead, count=finding.param("count")
            )
        if not plan.changes:
            return self.tr("Lead {lead}: nothing is marked to be changed").format(lead=lead)
        return self.tr("Updates lead {lead}, {fields}").format(lead=lead, fields=self._fields(plan, label))

    def _fields(self, plan: "Plan", label: Label) -> str:
        names = [label(change.name) for change in plan.changes]
        return self.tr("%n fields: {names}", "", len(names)).format(names=self._listed(names, MOST_NAMES))

    def _listed(self, names: list[str], most: int) -> str:
        return self.tr(", ").join(names[:most]) + ("…" if len(names) > most else "")

    def _changes(self, plan: "Plan", label: Label) -> Iterator[Line]:
        roomy = len(plan.changes) <= ROOMY
        for change in plan.changes[:MOST_CHANGES]:
            yield self._change(change, label(change.name), roomy=roomy)
        if len(plan.changes) > MOST_CHANGES:
            yield Line(LineKind.CHANGE, self.tr("and %n more in the table", "", len(plan.changes) - MOST_CHANGES))

    def _change(self, change: "Change", label: str, *, roomy: bool) -> Line:
        from html import escape  # noqa: PLC0415 - nothing is changed before the first paint

        from mktgui.domain.visible import beginning  # noqa: PLC0415

        was, new = self._before_and_after(change)
        most = MOST_CHARACTERS if roomy else FEW_CHARACTERS
        brief = shortened(new, most) if change.edit.kind is EditKind.SET else new  # words are not cut, only values
        whole, short = _arrow(was, new), _arrow(was and shortened(was, most), brief)
        if change.edit.kind is EditKind.SET and was == new:
            short = self.tr("{value} (as it is now)").format(value=brief)
        between = "<br>" if roomy else " &nbsp;"
        rich = f"<b>{escape(label)}</b>{between}{escape(short)}"
        return Line(LineKind.CHANGE, f"{label}: {short}", rich, beginning(f"{change.name}\n{whole}", MOST_IN_TIP))

    def _before_and_after(self, change: "Change") -> tuple[str | None, str]:
        was = None if change.was is None else change.was.text or self._empty
        return was, self.tr("(will be emptied)") if change.edit.kind is EditKind.CLEAR else change.edit.text


def shortened(text: str, most: int) -> str:
    """The text on one line, with its middle left out where it is longer than that."""
    line = " ".join(text.split()) if "\n" in text or "\t" in text else text
    if len(line) <= most:
        return line
    head = (most - 1) // 2
    return f"{line[:head]}…{line[len(line) - (most - 1 - head) :]}"


def _arrow(was: str | None, new: str) -> str:
    return f"→ {new}" if was is None else f"{was} → {new}"


def _said_by_headline(finding: Finding, plan: "Plan") -> bool:
    if finding.code is Code.GOES_BY_ID:
        return plan.verdict.kind in _NAMES_THE_LEAD
    return finding.code in _SAID
