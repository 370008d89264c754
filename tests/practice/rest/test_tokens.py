"""Tokens: one for each client until it has expired, by the clock of this Marketo."""

from datetime import UTC, datetime, timedelta

import pytest

from mktgui.practice.rest.errors import RestError
from mktgui.practice.rest.tokens import Tokens
from mktgui.practice.rest.users import READ_ONLY, READ_WRITE

NOW = datetime(2026, 3, 14, 16, 26, 53, tzinfo=UTC)
HOUR = timedelta(hours=1)


def code_of(tokens: Tokens, text: str, now: datetime) -> str:
    with pytest.raises(RestError) as caught:
        tokens.holder(text, now)
    return caught.value.code


def test_the_same_token_comes_again_with_less_time() -> None:
    tokens = Tokens()
    text, left = tokens.issue(READ_WRITE, NOW, 3600)
    assert left == 3600
    assert tokens.issue(READ_WRITE, NOW + timedelta(seconds=0.5), 3600) == (text, 3599)
    assert tokens.issue(READ_WRITE, NOW + timedelta(minutes=59), 3600) == (text, 60)
    other, left = tokens.issue(READ_WRITE, NOW + HOUR, 60)
    assert other != text
    assert left == 60


def test_a_token_is_good_until_its_last_second_and_then_it_has_expired() -> None:
    tokens = Tokens()
    text, _ = tokens.issue(READ_WRITE, NOW, 3600)
    assert tokens.holder(text, NOW + HOUR - timedelta(seconds=1)) is READ_WRITE
    assert code_of(tokens, text, NOW + HOUR) == "602"
    assert code_of(tokens, text.upper(), NOW) == "601"
    assert code_of(tokens, "", NOW) == "601"


def test_each_client_has_its_own() -> None:
    tokens = Tokens()
    writing, reading = tokens.issue(READ_WRITE, NOW, 3600)[0], tokens.issue(READ_ONLY, NOW, 3600)[0]
    assert writing != reading
    assert (tokens.holder(writing, NOW), tokens.holder(reading, NOW)) == (READ_WRITE, READ_ONLY)


def test_an_expired_or_forgotten_token_makes_room_for_a_new_one() -> None:
    tokens = Tokens()
    first, _ = tokens.issue(READ_WRITE, NOW, 3600)
    tokens.expire(first, NOW)
    assert code_of(tokens, first, NOW) == "602"
    second, left = tokens.issue(READ_WRITE, NOW, 3600)
    assert left == 3600
    tokens.forget(second)
    assert code_of(tokens, second, NOW) == "601"
    third, _ = tokens.issue(READ_WRITE, NOW, 3600)
    assert len({first, second, third}) == 3
    assert tokens.holder(third, NOW) is READ_WRITE


def test_nobody_minds_what_was_never_there() -> None:
    tokens = Tokens()
    tokens.expire("x", NOW)
    tokens.forget("x")
    assert code_of(tokens, "x", NOW) == "601"
