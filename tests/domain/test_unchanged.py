"""A row that sets what the lead has already is told, by what a value means and not how it is spelled."""

import pytest

from mktgui.domain.catalogue import NO_CATALOGUE
from mktgui.domain.draft import CLEAR, Edit, EditKind, Row
from mktgui.domain.findings import Code, Spot, note
from mktgui.domain.lead import EMPTY, NIL, Value, text_value
from mktgui.domain.unchanged import Unchanged
from tests.domain.fields import complete, field

AS_NOW = note(Code.VALUE_AS_NOW, Spot.ROW_VALUE, 4)
FIELDS = complete(field("Revenue", kind="currency"), field("Title"))


def row(name: str, text: str) -> Row:
    return Row(name, Edit(EditKind.SET, text))


@pytest.mark.parametrize(
    ("row", "was", "is_told"),
    [
        (row("Title", "CTO"), text_value("CTO"), True),
        (row(" Title ", "CTO "), text_value("CTO"), True),
        (row("Title", "CTO"), text_value("CIO"), False),
        (row("Revenue", "1250"), text_value("1250.00"), True),
        (row("Unknown", "1250"), text_value("1250.00"), False),
        (row("Unknown", "1250"), text_value("1250"), True),
        (row("Title", "CTO"), EMPTY, False),
        (row("Title", "CTO"), NIL, False),
        (Row("Title", CLEAR), text_value("CTO"), False),
    ],
)
def test_only_what_would_change_nothing_is_told(row: Row, was: Value, is_told: bool) -> None:  # noqa: FBT001 - a column
    found = list(Unchanged(FIELDS).findings([(4, row)], {row.name.strip(): was}))
    assert found == ([AS_NOW] if is_told else [])


def test_what_the_lead_does_not_have_is_new() -> None:
    assert list(Unchanged(NO_CATALOGUE).findings([(0, row("Title", "CTO"))], {})) == []


def test_what_is_remembered_of_a_row_holds_for_one_value_of_the_lead() -> None:
    unchanged, cto = Unchanged(FIELDS), row("Title", "CTO")
    assert list(unchanged.findings([(4, cto)], {"Title": text_value("CTO")})) == [AS_NOW]
    assert list(unchanged.findings([(4, cto)], {"Title": text_value("CIO")})) == []
    value = text_value("CTO")
    assert list(unchanged.findings([(4, cto)], {"Title": value})) == [AS_NOW]
    assert [one.row for one in unchanged.findings([(5, cto)], {"Title": value})] == [5]
