"""Turns a draft into the request it stands for and what Marketo will make of it. Pure: same draft, same plan.

What Marketo will make of it is for the rules of its API to say: nothing here knows which API that is.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, tzinfo

from mktgui.domain.calls import AttributeToSend, SyncLead
from mktgui.domain.catalogue import NO_CATALOGUE, Catalogue
from mktgui.domain.check import Checker, sent_rows
from mktgui.domain.draft import Draft, Edit, Row
from mktgui.domain.findings import Code, Finding, Severity, warning
from mktgui.domain.known import Knowledge, Known, Verdict, judge
from mktgui.domain.lead import ABSENT, KeyKind, Value, values_of
from mktgui.domain.soap_rules import SOAP_RULES
from mktgui.domain.transport_rules import Rows, TransportRules
from mktgui.domain.unchanged import Unchanged


@dataclass(frozen=True, slots=True)
class Change:
    """One attribute that would go out. `was` is its value when the lead was seen, None where it was not."""

    name: str
    edit: Edit
    was: Value | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """What would be sent, and everything to say about it. `request` is None while an error stands.

    `verdict` says whether it updates or creates, as far as it is known; `verdict.key` is the key Marketo will go by.
    """

    request: SyncLead | None
    verdict: Verdict
    findings: tuple[Finding, ...]
    changes: tuple[Change, ...] = ()

    @property
    def winner(self) -> KeyKind | None:
        """The key Marketo will go by, None while there is no identifier at all."""
        return self.verdict.key

    @property
    def errors(self) -> tuple[Finding, ...]:
        """The findings that keep Send shut."""
        return tuple(finding for finding in self.findings if finding.severity is Severity.ERROR)


def plan(
    draft: Draft,
    known: Knowledge = None,
    catalogue: Catalogue = NO_CATALOGUE,
    zone: tzinfo = UTC,
    rules: TransportRules = SOAP_RULES,
) -> Plan:
    """The plan for a draft as it stands, by what is known of the lead and of the fields. `zone` is the person's own."""
    return Planner(catalogue, zone, rules).plan(draft, known)


class Planner:
    """Plans a draft again and again while it is edited, by one catalogue. What it says depends on its arguments alone.

    It is only quicker than `plan`: what it said of rows that stay as they are, it need not find again, nor anything
    where all is as it was.
    """

    def __init__(
        self, catalogue: Catalogue = NO_CATALOGUE, zone: tzinfo = UTC, rules: TransportRules = SOAP_RULES
    ) -> None:
        self.catalogue, self.rules = catalogue, rules
        self._checker = Checker(catalogue, zone, needs_foreign_type=rules.needs_foreign_type)
        self._unchanged = Unchanged(catalogue)
        self._last: tuple[Draft, Knowledge, Plan] | None = None

    def plan(self, draft: Draft, known: Knowledge = None) -> Plan:
        """The plan for a draft as it stands, by what is known of the lead."""
        last = self._last
        if last is None or last[1] is not known or last[0] != draft:
            last = self._last = draft, known, self._planned(draft, known)
        return last[2]

    def _planned(self, draft: Draft, known: Knowledge) -> Plan:
        rules = self.rules
        verdict, rows = judge(draft, known, rules), sent_rows(draft)
        seen = known if isinstance(known, Known) and known.is_about(draft, rules) else None
        values = values_of(seen.record) if seen and seen.record else None
        findings = [*self._checker.check(draft), *rules.at_the_fields(draft, rows, self.catalogue)]
        if values is not None:
            findings += self._unchanged.findings(rows, values)
        if seen is not None and seen.in_its_place:
            findings.append(warning(Code.SHOWS_ANOTHER, id=seen.asked.value, other=seen.in_its_place))
        if verdict.key is not None:
            findings += rules.which_lead(draft, verdict, seen)
            findings += rules.what_else_changes(draft, verdict, seen)
            findings += rules.where_it_goes(draft, verdict)
            findings += rules.what_changes(draft, rows)
        broken = any(finding.severity is Severity.ERROR for finding in findings)
        request = None if broken else rules.request(draft, self._attributes(rows), seen)
        wrong = {one.row for one in findings if one.severity is Severity.ERROR and one.row is not None}
        findings = [one for one in findings if one.code is not Code.JSON_VALUE or one.row not in wrong]
        return Plan(request, verdict, tuple(findings), tuple(self._changes(rows, values)))

    def _attributes(self, rows: Rows) -> tuple[AttributeToSend, ...]:
        return tuple(AttributeToSend(self._sent_name(row), row.edit.sent) for _, row in rows)

    def _changes(self, rows: Rows, values: Mapping[str, Value] | None) -> Iterator[Change]:
        for _, row in rows:
            if name := row.name.strip():
                old = values.get(self._sent_name(row), ABSENT) if values is not None else None
                yield Change(name, row.edit, old)

    def _sent_name(self, row: Row) -> str:
        return self.rules.sent_name(row.name.strip(), self.catalogue)
