"""What an expression found, and what a message says of a field, are plain values."""

from mktgui.domain.lead import EMPTY
from mktgui.domain.selection import MOST_HITS, FieldValue, Hit, PathTrouble, Selected
from tests.domain.values import assert_is_value


def test_they_are_values() -> None:
    assert_is_value(lambda: Hit("<a> text", 3))
    assert_is_value(lambda: Selected(hits=(Hit("17"),), count=1))
    assert_is_value(lambda: Selected(trouble=PathTrouble.PREFIX_UNKNOWN, detail="ns7"))
    assert_is_value(lambda: FieldValue(0, "Title", EMPTY))


def test_nothing_found_is_no_trouble() -> None:
    assert Selected() == Selected(hits=(), count=0, trouble=None, detail="")
    assert Hit("17").element is None
    assert MOST_HITS > 100
