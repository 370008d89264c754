"""Two messages are compared field by field, an empty value and none being different things."""

from mktgui.domain.field_difference import FieldPair, compare_fields
from mktgui.domain.lead import ABSENT, EMPTY, NIL, Value, text_value
from mktgui.domain.selection import FieldValue
from tests.domain.values import assert_is_value


def field(name: str, value: str | Value, lead: int = 0) -> FieldValue:
    return FieldValue(lead, name, text_value(value) if isinstance(value, str) else value)


def test_what_is_the_same_and_what_differs() -> None:
    left = (field("Title", "VP"), field("Phone", "1"), field("City", EMPTY))
    right = (field("Phone", "1"), field("Title", "CTO"), field("City", NIL), field("Fax", "2"))
    pairs = compare_fields(left, right)
    assert [(pair.name, pair.is_same) for pair in pairs] == [
        ("Title", False),
        ("Phone", True),
        ("City", False),
        ("Fax", False),
    ]
    assert pairs[3] == FieldPair(0, "Fax", ABSENT, text_value("2"))
    assert compare_fields((), ()) == ()


def test_leads_are_kept_apart_and_a_name_that_repeats_is_paired_in_order() -> None:
    left = (field("Email", "a"), field("Email", "b"), field("Email", "c", lead=1))
    right = (field("Email", "a"), field("Email", "x"))
    assert [(pair.lead, pair.left.text, pair.right.text) for pair in compare_fields(left, right)] == [
        (0, "a", "a"),
        (0, "b", "x"),
        (1, "c", ""),
    ]


def test_a_pair_is_a_value() -> None:
    assert_is_value(lambda: FieldPair(0, "Title", EMPTY, NIL))
