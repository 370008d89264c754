"""Looks at the rows of the attribute table: each alone, by what the catalogue says of its field, and side by side."""

import re
from collections.abc import Iterator, Sequence
from datetime import tzinfo
from functools import cached_property
from typing import TYPE_CHECKING

from mktgui.domain.catalogue import Catalogue, Lock
from mktgui.domain.draft import EditKind, Row
from mktgui.domain.findings import Code, Finding, Spot, error, note, warning

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from mktgui.domain.answers import FieldDescription

    ValueFindings = Callable[[str, FieldDescription, tzinfo], Iterable[Finding]]

# XML 1.0 has no way to carry these, not even escaped.
_UNSENDABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_EMAIL_NAME = "email"
_IDENTIFIER_NAMES = frozenset({"id", "foreignsyspersonid", "foreignsystype", "marketocookie"})
_SPECIAL_NAMES = _IDENTIFIER_NAMES | {_EMAIL_NAME}
_SUGGESTED = 20  # unknown names in one draft for which near ones are sought: a table of another system has thousands


class _Told:
    """What there is to say of one row wherever it stands, kept with the row itself."""

    __slots__ = ("findings", "folded", "name", "near", "number", "row", "unknown")

    def __init__(self, row: Row, findings: Sequence[Finding], name: str = "", *, unknown: bool = False) -> None:
        self.row, self.findings, self.unknown = row, tuple(findings), unknown
        self.name, self.folded = name, name.casefold()  # empty for a row that is not sent
        self.number = 0
        self.near: list[str] | None = None  # names like it, once they have been sought

    def at(self, number: int) -> tuple[Finding, ...]:
        """The findings with the row's number."""
        if number != self.number:
            moved = (Finding(one.code, one.severity, one.spot, number, one.params) for one in self.findings)
            self.findings, self.number = tuple(moved), number
        return self.findings


class RowChecker:
    """Remembers what it said of the rows of the last draft: with each edit almost all of them are the same objects."""

    def __init__(self, catalogue: Catalogue, zone: tzinfo) -> None:
        self._catalogue, self._zone = catalogue, zone
        self._told: dict[int, _Told] = {}  # by the row's id, which nothing else gets while the row is kept here

    def check(self, rows: Sequence[Row]) -> Iterator[Finding]:
        """Everything to say about these rows, in their order."""
        before, self._told = self._told, {}
        first: dict[str, tuple[int, str]] = {}  # folded name to where and how it was first written
        again: dict[str, set[str]] = {}
        unknown = 0
        for number, row in enumerate(rows):
            told = before.get(id(row)) or self._told.get(id(row)) or self._look_at(row)
            self._told[id(row)] = told
            if told.findings:
                yield from told.at(number)
            if told.unknown:
                unknown += 1
                yield self._unknown(told, number, seek=unknown <= _SUGGESTED)
            if told.name:
                earlier = first.setdefault(told.folded, (number, told.name))
                if earlier[0] != number:
                    written = again.setdefault(told.folded, {earlier[1]})  # each spelling so far
                    yield _again(number, told.name, told.name if told.name in written else earlier[1])
                    written.add(told.name)

    def _look_at(self, row: Row) -> _Told:
        """10,000 rows may be pasted at once: so a field that is known and plainly written is soon done with."""
        edit, name = row.edit, row.name.strip()
        findings = [] if _is_plain(row.name) and _is_plain(edit.sent) else [*_check_texts(row)]
        if edit.kind is EditKind.KEEP:
            findings += [note(Code.ROW_NOT_SENT, Spot.ROW_VALUE, 0)] if name else []
            return _Told(row, findings)
        folded = name.casefold()
        if not name or folded in _SPECIAL_NAMES:
            findings.append(_of_special_name(name, folded))
            if folded in _IDENTIFIER_NAMES:
                return _Told(row, findings, name)
        catalogue = self._catalogue
        field, lock = catalogue.by_name.get(name), catalogue.lock(name)
        if lock is not None:
            findings.append(error(_LOCKS[lock], Spot.ROW_NAME, 0, name=name))
        elif field is not None and edit.kind is EditKind.SET:
            findings += self._value_findings(edit.text, field, self._zone)
        is_known = field is not None or not name or folded == _EMAIL_NAME
        is_wrong = not is_known and (catalogue.is_complete or name in catalogue.by_other_name)
        return _Told(row, findings, name, unknown=is_wrong)

    @cached_property
    def _value_findings(self) -> "ValueFindings":
        """Kept, because under Qt for Python an import costs more than checking a row."""
        from mktgui.domain.check_values import value_findings  # noqa: PLC0415 - not before the first paint

        return value_findings

    def _unknown(self, told: _Told, number: int, *, seek: bool) -> Finding:
        if seek and told.near is None:
            meant = self._catalogue.by_other_name.get(told.name)  # a row that came from the other API
            told.near = [field.name for field in ([meant] if meant else self._catalogue.nearest(told.name))]
        if not seek or not told.near:
            return warning(Code.FIELD_UNKNOWN, Spot.ROW_NAME, number, name=told.name)
        params = {"name": told.name, "meant": ", ".join(told.near), "nearest": told.near[0]}
        return warning(Code.FIELD_MEANT, Spot.ROW_NAME, number, **params)


_LOCKS = {Lock.READ_ONLY: Code.FIELD_READ_ONLY, Lock.UPDATE_BLOCKED: Code.FIELD_UPDATE_BLOCKED}


def _is_plain(text: str) -> bool:
    return text == text.strip() and (text.isprintable() or not _UNSENDABLE.search(text))


def _check_texts(row: Row) -> Iterator[Finding]:
    for spot, text, stray in (
        (Spot.ROW_NAME, row.name, Code.NAME_STRAY_SPACE),
        (Spot.ROW_VALUE, row.edit.sent, Code.VALUE_STRAY_SPACE),
    ):
        bad = _UNSENDABLE.search(text)
        if bad:
            yield unsendable(bad, spot, 0)
        elif text != text.strip():
            yield warning(stray, spot, 0)


def unsendable(bad: re.Match[str], spot: Spot, row: int | None = None) -> Finding:
    """That a character cannot be sent, and where it stands."""
    character, position = f"U+{ord(bad.group()):04X}", str(bad.start() + 1)
    return error(Code.CONTROL_CHARACTER, spot, row, character=character, position=position)


def _of_special_name(name: str, folded: str) -> Finding:
    """What there is to say of a name that no attribute should have."""
    if not name:
        return error(Code.NAME_EMPTY, Spot.ROW_NAME, 0)
    if folded == _EMAIL_NAME:
        return warning(Code.EMAIL_AS_ATTRIBUTE, Spot.ROW_NAME, 0)
    return error(Code.NAME_IS_IDENTIFIER, Spot.ROW_NAME, 0, name=name)


def _again(number: int, name: str, twin: str) -> Finding:
    if twin == name:
        return error(Code.NAME_TWICE, Spot.ROW_NAME, number, name=name)
    return warning(Code.NAME_TWIN, Spot.ROW_NAME, number, name=name, twin=twin)
