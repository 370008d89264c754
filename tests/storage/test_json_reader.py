"""What is left out is the usual and no complaint; what is wrong is the usual and a complaint that names the key."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone
from functools import partial

import pytest

from mktgui.domain.lead import KeyKind
from mktgui.storage.json_reader import Reader

NOON = datetime(2026, 8, 1, 12, tzinfo=UTC)
Read = Callable[[Reader], object]

TEXT: Read = partial(Reader.text, key="k", usual="usual")
WORD: Read = partial(Reader.word, key="k", usual=KeyKind.COOKIE)
TRUTH: Read = partial(Reader.truth, key="k", usual=True)
NUMBER: Read = partial(Reader.number, key="k", usual=3)
MOMENT: Read = partial(Reader.moment, key="k", usual=NOON)
ENTRIES: Read = partial(Reader.entries, key="k")


@pytest.mark.parametrize(
    ("read", "usual"),
    [(TEXT, "usual"), (WORD, KeyKind.COOKIE), (TRUTH, True), (NUMBER, 3), (MOMENT, NOON), (ENTRIES, [])],
)
def test_what_is_left_out_is_the_usual(read: Read, usual: object) -> None:
    reader = Reader({"other": None})
    assert read(reader) == usual
    assert reader.complaints == []


@pytest.mark.parametrize(
    ("read", "value", "wanted"),
    [
        (TEXT, "", ""),
        (WORD, "email", KeyKind.EMAIL),
        (TRUTH, False, False),
        (NUMBER, 0, 0),
        (MOMENT, "2026-08-01T14:00:00+02:00", datetime(2026, 8, 1, 14, tzinfo=timezone(timedelta(hours=2)))),
        (ENTRIES, [1, "a"], [1, "a"]),
    ],
)
def test_what_is_there_is_taken(read: Read, value: object, wanted: object) -> None:
    reader = Reader({"k": value})
    assert read(reader) == wanted
    assert reader.complaints == []


@pytest.mark.parametrize(
    ("read", "values", "usual", "must"),
    [
        (TEXT, [None, 1, [], {}], "usual", "must be text"),
        (WORD, ["Email", "", None, 7, []], KeyKind.COOKIE, "must be one of marketo_id, email, foreign_id, cookie"),
        (TRUTH, ["true", 1, None], True, "must be true or false"),
        (NUMBER, [-1, True, 1.0, "1", None], 3, "must be a whole number"),
        (
            MOMENT,
            ["noon", "", None, 5, "2026-08-01T12:00:00"],
            NOON,
            "must be a time such as 2026-08-01T09:30:00+00:00",
        ),
        (ENTRIES, ["a", None, {}], [], "must be a list"),
    ],
)
def test_what_is_wrong_is_the_usual_and_told(read: Read, values: list[object], usual: object, must: str) -> None:
    for value in values:
        reader = Reader({"k": value})
        assert read(reader) == usual
        assert reader.complaints == [f"k: {must}"]
