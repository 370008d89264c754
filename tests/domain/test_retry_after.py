"""How long an answer asks to wait, from its headers alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mktgui.domain.exchange import Message
from mktgui.domain.retry_after import seconds_to_wait

NOW = ("Date", "Wed, 25 Nov 2026 07:00:00 GMT")


def asking(said: str, *more: tuple[str, str]) -> Message:
    return Message("HTTP/1.1 429 Too Many Requests", (("retry-after", said), *more), b"")


@pytest.mark.parametrize(
    ("message", "seconds"),
    [
        (asking("30"), 30),
        (asking(" 120 "), 120),
        (asking("0"), None),
        (asking("-5"), None),
        (asking("1.5"), None),
        (asking("999999"), None),
        (asking("9999999"), None),
        (asking("soon"), None),
        (asking(""), None),
        (Message("", (), b""), None),
        (asking("Wed, 25 Nov 2026 07:05:00 GMT", NOW), 300),
        (asking("Wed, 25 Nov 2026 07:05:00 -0000", NOW), 300),
        (asking("Wed, 25 Nov 2026 06:59:00 GMT", NOW), None),
        (asking("Wed, 25 Nov 2026 07:05:00 GMT"), None),
        (asking("Wed, 25 Nov 2026 07:05:00 GMT", ("Date", "x")), None),
    ],
)
def test_it_is_a_number_of_seconds_or_a_moment(message: Message, seconds: int | None) -> None:
    assert seconds_to_wait(message) == seconds


@given(said=st.text(), date=st.text())
def test_whatever_stands_there_breaks_nothing(said: str, date: str) -> None:
    found = seconds_to_wait(asking(said, ("Date", date)))
    assert found is None or found > 0
