"""Which line of the attribute table each row of the draft stands on, and which lines are to be seen. No Qt here."""

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from mktgui.domain.catalogue import NO_CATALOGUE, Catalogue
from mktgui.domain.draft import KEEP, Row
from mktgui.domain.findings import Finding, Severity
from mktgui.ui.attribute_lines import NOWHERE, FieldWords, Line, folded_names, lines_of, put_first

if TYPE_CHECKING:
    from mktgui.domain.lead import LeadRecord, Value

_WEIGHT = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.NOTE: 2}


class Wanted(NamedTuple):
    """Which lines are to be seen: those with this text, only those to be sent, none that are blank."""

    text: str = ""
    only_changed: bool = False
    hide_blanks: bool = False

    def __bool__(self) -> bool:
        return bool(self.text) or self.only_changed or self.hide_blanks


class Listing(NamedTuple):
    """The lines of the fields of a lead, made beside those that are shown (`before`), which stay as they are.

    A line whose field stays is the same in both; `news` has those that read otherwise, each with what it is to become.
    """

    record: "LeadRecord | None"
    catalogue: Catalogue
    favourites: frozenset[str]
    before: dict[str, Line]
    fields: dict[str, Line]
    news: list[tuple[Line, Line]]


class LineList:
    """The rows of a draft, shown against a lead and the fields there are.

    A row stands on the line of its field; where there is no such field, or an earlier row stands there, it has a line
    of its own, below those of the fields.
    """

    def __init__(self, words: FieldWords) -> None:
        self._words = words
        self.rows: list[Row] = []
        self.line_of_row: list[Line] = []
        self.fields: dict[str, Line] = {}
        self.others: list[Line] = []  # in the order of their rows
        self.record: LeadRecord | None = None
        self.catalogue = NO_CATALOGUE
        self._favourites: frozenset[str] = frozenset()
        self._folded: dict[str, str] | None = None
        self._wanted = Wanted()

    def show(self, record: "LeadRecord | None", catalogue: Catalogue, favourites: frozenset[str]) -> None:
        """Another lead and other fields. The rows stay; a line whose field stays goes on, with what is told of it."""
        self.take(self.lister(record, catalogue, favourites)())

    def lister(
        self, record: "LeadRecord | None", catalogue: Catalogue, favourites: frozenset[str]
    ) -> Callable[[], Listing]:
        """Makes what `take` shows, on any thread: of very many fields it takes a while. Nothing is changed by it."""
        before, words = self.fields, self._words

        def make() -> Listing:
            fields: dict[str, Line] = {}
            news = []
            lines = lines_of(record, catalogue, words, favourites)
            lines.reverse()
            while lines:  # so that each line that is not needed goes by itself: all at once would keep Python for 12 ms
                line = lines.pop()
                old = fields[line.name] = before.get(line.name, line)
                if old is not line and not old.reads_like(line):
                    news.append((old, line))
            return Listing(record, catalogue, favourites, before, fields, news)

        return make

    def take(self, listing: Listing) -> None:
        """Show it. It has to stand on the lines that are shown: see `fits`."""
        self.record, self.catalogue, self._folded = listing.record, listing.catalogue, None
        self.fields, self._favourites = listing.fields, listing.favourites
        for line, other in listing.news:
            line.become(other)
        for line in self.line_of_row:
            line.row = NOWHERE
        self._assign(0, [None if line.is_field else line for line in self.line_of_row])
        self.sift(self._wanted)

    def fits(self, listing: Listing) -> bool:
        """Whether no other one was taken since it was made."""
        return listing.before is self.fields

    def favour(self, favourites: frozenset[str]) -> list[Line]:
        """Put other fields first; returns the lines of which that is news. A listing that is under way fits no more."""
        found = (self.fields.get(name) for name in sorted(favourites ^ self._favourites))
        changed = [line for line in found if line is not None and not line.is_identifier]
        lines, self._favourites = list(self.fields.values()), favourites
        for line in changed:
            put_first(lines, line, favourite=line.name in favourites)
        self.fields = {line.name: line for line in lines}
        self._sift(changed)
        return changed

    def splice(self, at: int, removed: int, inserted: Sequence[Row]) -> list[Line]:
        """Rows in place of rows; returns the lines that read otherwise now. They are to be seen, whatever is wanted."""
        gone, tail = self.line_of_row[at : at + removed], self.line_of_row[at + removed :]
        self.rows[at : at + removed] = inserted
        for line in self.line_of_row[at:]:
            line.row = NOWHERE
        spare = [line for line in gone if not line.is_field][: len(inserted)]
        none_left = [None] * (len(inserted) - len(spare))
        self._assign(at, [*spare, *none_left, *(None if line.is_field else line for line in tail)])
        touched = [*(line for line in gone if line.is_field), *self.line_of_row[at : at + len(inserted)]]
        for line in touched:
            line.shown, line.told = True, ()  # it spoke of another value; the new findings follow at once
            if line.row == NOWHERE:
                line.edit = KEEP
        return touched

    def tell(self, findings: Iterable[Finding]) -> list[Line]:
        """Put findings at the lines of their rows, the gravest first; returns the lines of which that is news."""
        told: dict[int, list[Finding]] = {}
        for finding in findings:
            if finding.row is not None:
                told.setdefault(finding.row, []).append(finding)
        changed = []
        for number, line in enumerate(self.line_of_row):
            found = told.get(number, [])
            new = tuple(found) if len(found) < 2 else tuple(sorted(found, key=_weight))  # noqa: PLR2004 - two can differ
            if new != line.told:
                line.told = new
                changed.append(line)
        return changed

    def sift(self, wanted: Wanted) -> None:
        """Decide anew which lines are to be seen."""
        before, self._wanted = self._wanted, wanted
        if before or wanted:  # else all of them are to be seen already
            self._sift(self._all())

    def to_be_seen(self) -> list[Line]:
        """The lines that are, in their order."""
        return [line for line in self._all() if line.shown] if self._wanted else list(self._all())

    def meant(self, text: str) -> str:
        """The API name that this text means, or the text itself.

        An exact name comes first, then one in other letters, then a label.
        """
        bare = text.strip()
        return bare if bare in self.fields else self._meanings().get(bare.casefold(), text)

    def line_of(self, name: str) -> Line | None:
        """The first line with this exact name."""
        return self.fields.get(name) or next((line for line in self.others if line.name == name), None)

    def line_in_message(self, name: str) -> Line | None:
        """The line of a field by what a message calls it: in any letters, since the two APIs write names differently.

        What the other API calls it counts too, where that is known.
        """
        folded = name.casefold()
        lines = (*self.fields.values(), *self.others)
        found = self.line_of(name) or next((line for line in lines if line.name.casefold() == folded), None)
        described = self.catalogue.by_other_name.get(name) if found is None else None
        return self.fields.get(described.name) if described is not None else found

    def nearest(self, text: str) -> list[str]:
        """The labels of fields whose name or label looks like this text, the likeliest first; maybe none."""
        return [self.fields[field.name].label for field in self.catalogue.nearest(text) if field.name in self.fields]

    def stands(self, line: Line) -> bool:
        """Whether the line is still one of these."""
        in_row = line.row != NOWHERE and line in self.line_of_row[line.row : line.row + 1]
        return in_row or self.fields.get(line.name) is line

    def _meanings(self) -> dict[str, str]:
        if self._folded is None:
            self._folded = folded_names(self.fields.values())
        return self._folded

    def _now_by_another_name(self, name: str) -> "Value | None":
        """What the lead has in the field that the other API calls so: a row may have kept that name."""
        described = self.catalogue.by_other_name.get(name)
        line = self.fields.get(described.name) if described is not None else None
        return line.now if line is not None else None

    def _sift(self, lines: Iterable[Line]) -> None:
        text, only_changed, hide_blanks = self._wanted
        folded, hide_blanks = text.strip().casefold(), hide_blanks and self.record is not None
        for line in lines:
            line.shown = (
                (not folded or line.matches(folded))
                and (not only_changed or line.is_changed or not line.is_field)
                and not (hide_blanks and line.is_blank)
            )

    def _all(self) -> tuple[Line, ...]:
        return (*self.fields.values(), *self.others)

    def _assign(self, at: int, reusable: Sequence[Line | None]) -> None:
        """Find the line of each row from `at` on; `reusable` has for each the line of its own that it had before.

        None of them may stand on a line any more.
        """
        self.others = [line for line in self.others if NOWHERE < line.row < at]
        del self.line_of_row[at:]
        for number, before in zip(range(at, len(self.rows)), reusable, strict=True):
            row = self.rows[number]
            field = line = self.fields.get(row.name.strip())
            if line is None or line.row != NOWHERE:
                line = before or Line(row.name)
                line.name, line.label = row.name, field.label if field else self._words.label(row.name)
                line.now = self._now_by_another_name(row.name.strip())
                self.others.append(line)
            line.row, line.edit = number, row.edit
            self.line_of_row.append(line)


def _weight(finding: Finding) -> int:
    return _WEIGHT[finding.severity]
