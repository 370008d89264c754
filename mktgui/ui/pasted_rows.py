"""What a pasted table means for the attribute table: which of its columns hold names and values. No Qt here."""

from collections.abc import Sequence
from dataclasses import dataclass

from mktgui.domain.draft import KEEP, Edit, EditKind, Row

# What spreadsheets and our own copies call a column, in either language of the program, in folded case.
_NAMES = (
    "api name",
    "soap api name",
    "api 名称",
    "attribute",
    "field",
    "field name",
    "name",
    "属性",
    "字段",
    "字段名",
    "名称",
)
_VALUES = ("new value", "新值", "value", "值", "to")
TWO = 2  # columns: a name and a value


@dataclass(frozen=True, slots=True)
class Pasted:
    """The rows of a pasted table. `widest` is its number of columns, `headed` whether its first row named them."""

    rows: tuple[Row, ...]
    widest: int
    headed: bool = False


def pasted_rows(cells: Sequence[Sequence[str]]) -> Pasted:
    """Names and values of a table of two columns or more. Rows that are empty are left out."""
    widest = max((len(row) for row in cells), default=0)
    head = _columns_of(cells[0]) if cells else None
    name_at, value_at = head or (0, 1)
    rows = [
        row_of(row[name_at] if name_at < len(row) else "", row[value_at] if value_at < len(row) else "")
        for row in cells[1 if head else 0 :]
    ]
    return Pasted(tuple(row for row in rows if row.name.strip() or row.edit.text), widest, head is not None)


def row_of(name: str, value: str) -> Row:
    """A pasted name and value as a row. An empty value leaves the attribute alone."""
    return Row(name, Edit(EditKind.SET, value) if value else KEEP)


def _columns_of(head: Sequence[str]) -> tuple[int, int] | None:
    """Which column holds the names and which the values, if this row says so."""
    words = [cell.strip().casefold() for cell in head]
    names = [words.index(word) for word in _NAMES if word in words]
    values = [words.index(word) for word in _VALUES if word in words]
    return (names[0], values[0]) if names and values else None
