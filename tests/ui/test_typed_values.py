"""Short ways to type a value mean what a person would think, and everything else stays as it was typed."""

from datetime import datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mktgui.domain.draft import CLEAR, KEEP, Edit, EditKind
from mktgui.ui.typed_values import Kind, kind_of, next_choice, on_day, spelled_out

NOW = datetime(2026, 3, 5, 9, 14, 0, tzinfo=timezone(timedelta(hours=1)))


@pytest.mark.parametrize(
    ("word", "kind"),
    [("boolean", Kind.BOOLEAN), ("dateTime", Kind.DATETIME), ("date", Kind.DATE), ("text", Kind.TEXT), ("", Kind.TEXT)],
)
def test_the_wire_has_a_word_for_each_kind(word: str, kind: Kind) -> None:
    assert kind_of(word) is kind


@pytest.mark.parametrize(
    ("text", "kind", "meant"),
    [
        ("y", Kind.BOOLEAN, "true"),
        (" YES ", Kind.BOOLEAN, "true"),
        ("1", Kind.BOOLEAN, "true"),
        ("是", Kind.BOOLEAN, "true"),
        ("n", Kind.BOOLEAN, "false"),
        ("否", Kind.BOOLEAN, "false"),
        ("perhaps", Kind.BOOLEAN, "perhaps"),
        ("t", Kind.DATE, "2026-03-05"),
        ("今天", Kind.DATE, "2026-03-05"),
        ("now", Kind.DATETIME, "2026-03-05T09:14:00+01:00"),
        ("5 March", Kind.DATE, "5 March"),
        ("t", Kind.TEXT, "t"),
        ("y", Kind.TEXT, "y"),
    ],
)
def test_a_word_stands_for_a_value(text: str, kind: Kind, meant: str) -> None:
    assert spelled_out(text, kind, NOW) == meant


@given(st.text(min_size=6), st.sampled_from(list(Kind)))
def test_whatever_is_no_such_word_stays_as_it_is(text: str, kind: Kind) -> None:
    assert spelled_out(text, kind, NOW) in {text, "true", "false", "2026-03-05", NOW.isoformat()}
    assert spelled_out(text, Kind.TEXT, NOW) == text


def test_a_day_that_is_picked_keeps_the_time_that_is_there() -> None:
    assert on_day("whatever", Kind.DATE, "2026-03-05") == "2026-03-05"
    assert on_day("2020-01-01T09:00:00Z", Kind.DATETIME, "2026-03-05") == "2026-03-05T09:00:00Z"
    midnight = datetime.fromisoformat(on_day("", Kind.DATETIME, "2026-03-05"))
    assert (midnight.date().isoformat(), midnight.hour, midnight.tzinfo is None) == ("2026-03-05", 0, False)


def test_the_choices_of_a_boolean_go_round() -> None:
    def after(text: str) -> str:
        return next_choice(Edit(EditKind.SET, text))

    assert (next_choice(KEEP), next_choice(CLEAR), after("true"), after("false")) == ("true", "true", "false", "")
