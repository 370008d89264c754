"""Says what is the matter with a new value, by the type of its field."""

from collections.abc import Iterator
from datetime import tzinfo

from mktgui.domain.answers import FieldDescription
from mktgui.domain.dates import on_both_clocks
from mktgui.domain.findings import Code, Finding, Spot, error, note, warning
from mktgui.domain.typed import Typed, is_any_text, read_typed

_WARNED = frozenset({Code.NO_EMAIL, Code.NO_URL})


def value_findings(text: str, field: FieldDescription, zone: tzinfo, row: int = 0) -> tuple[Finding, ...]:
    """What to say of a text that a field is to be set to. `zone` is the person's own.

    `meant`, where a finding has it, is the text that says the same in Marketo's way, to be taken over with one click.
    """
    if is_any_text(text, field):
        return ()
    typed = read_typed(text, field, zone)
    findings: list[Finding] = []
    if typed.problem is None or typed.problem is Code.NO_DATETIME:
        findings += _moment(text.strip(), typed, zone, row)
    if typed.problem is not None:
        findings.append(_problem(typed.problem, typed, row))
    return tuple(findings)


def _problem(problem: Code, typed: Typed, row: int) -> Finding:
    if problem in {Code.TOO_LONG, Code.TOO_MANY_BYTES}:
        return error(problem, Spot.ROW_VALUE, row, length=str(typed.length), limit=str(typed.limit))
    if problem is Code.DATE_AMBIGUOUS:
        return error(problem, Spot.ROW_VALUE, row, one=typed.readings[0], other=typed.readings[1])
    if problem is Code.DATETIME_NO_ZONE:
        return warning(problem, Spot.ROW_VALUE, row, local=typed.readings[0], utc=typed.readings[1])
    if problem in _WARNED:
        return warning(problem, Spot.ROW_VALUE, row)
    return error(problem, Spot.ROW_VALUE, row, **_meant(typed))


def _moment(text: str, typed: Typed, zone: tzinfo, row: int) -> Iterator[Finding]:
    """An aware moment is shown on both clocks. Where it is not written as documented, that form goes along."""
    if typed.moment is not None:
        clocks = on_both_clocks(typed.moment, zone)
        written = typed.canonical in {text, text[:-1] + "+00:00"}  # Z and an offset of zero are one
        meant = {} if written else _meant(typed)
        yield note(Code.DATETIME_READ, Spot.ROW_VALUE, row, local=clocks.local, utc=clocks.utc, **meant)


def _meant(typed: Typed) -> dict[str, str]:
    return {"meant": typed.canonical} if typed.canonical else {}
