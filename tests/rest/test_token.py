"""Tokens: read, kept in memory, renewed in time, and never shown."""

from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

import pytest

from mktgui.domain.secret import Secret
from mktgui.rest.jsontext import BrokenJsonError, NotJsonError
from mktgui.rest.token import RENEWED_BELOW, Client, Granted, Refused, TokenKeeper, read_token, token_target

CLIENT = Client("https://x.example/identity", "client", Secret("hidden"))
ONE, OTHER = Secret("one"), Secret("other")


class Clock:
    now = 1000.0

    def __call__(self) -> float:
        return self.now


def test_what_is_asked() -> None:
    url = urlsplit(token_target(replace(CLIENT, client_id="c&d", secret=Secret("s+s"))))
    assert url.path == "/oauth/token"
    assert parse_qs(url.query) == {
        "grant_type": ["client_credentials"],
        "client_id": ["c&d"],
        "client_secret": ["s+s"],
    }


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (
            '{"access_token":"t:ab","token_type":"bearer","expires_in":3599,"scope":"a@x"}',
            Granted(Secret("t:ab"), 3599, "a@x"),
        ),
        ('{"access_token":" t ","expires_in":"12.5"}', Granted(Secret("t"), 12.5)),
        ('{"access_token":"t"}', Granted(Secret("t"), 0)),
        ('{"access_token":"t","expires_in":-5}', Granted(Secret("t"), 0)),
        ('{"access_token":"t","expires_in":1e999}', Granted(Secret("t"), 0)),
        ('{"access_token":"t","expires_in":NaN}', Granted(Secret("t"), 0)),
        ('{"error":"unauthorized","error_description":"Nobody"}', Refused("unauthorized", "Nobody")),
        ('{"error":"invalid_client"}', Refused("invalid_client", "")),
        ('{"access_token":"","error":"x"}', Refused("x", "")),
        (
            '{"requestId":"1","success":false,"errors":[{"code":"610","message":"Not here"}]}',
            Refused("610", "Not here"),
        ),
    ],
)
def test_what_is_answered(raw: str, expected: Granted | Refused) -> None:
    assert read_token(raw.encode()) == expected


@pytest.mark.parametrize(
    "raw",
    [
        "{}",
        "<html>",
        '{"error":null}',
        '{"errors":[]}',
        '{"access_token":""}',
        '{"access_token":7}',
        '{"access_token":"a\\nb"}',
        '{"access_token":"ő"}',
    ],
)
def test_what_is_no_answer(raw: str) -> None:
    with pytest.raises(NotJsonError):
        read_token(raw.encode())
    with pytest.raises(BrokenJsonError):
        read_token(b'{"access_token":"t')


def test_a_token_does_not_show_itself() -> None:
    granted = read_token(b'{"access_token":"hidden","expires_in":9}')
    assert "hidden" not in repr(granted)
    keeper = TokenKeeper(Clock())
    keeper.keep(CLIENT, Granted(Secret("hidden"), 9), 1000)
    assert "hidden" not in repr(keeper)
    assert "hidden" not in repr(CLIENT)


def test_a_token_is_kept_until_a_minute_before_its_end() -> None:
    clock = Clock()
    keeper = TokenKeeper(clock)
    assert keeper.get(CLIENT) is None
    keeper.keep(CLIENT, Granted(ONE, 3600), asked_at=999.0)
    assert keeper.get(CLIENT) == ONE
    assert keeper.get(replace(CLIENT, client_id="somebody else")) is None
    assert keeper.get(replace(CLIENT, identity="https://elsewhere.example/identity")) is None
    assert keeper.get(replace(CLIENT, secret=Secret("changed"))) is None
    clock.now = 999.0 + 3600 - RENEWED_BELOW
    assert keeper.get(CLIENT) == ONE
    clock.now += 0.1
    assert keeper.get(CLIENT) is None


def test_a_token_that_is_not_taken_is_forgotten_unless_there_is_another_already() -> None:
    keeper = TokenKeeper(Clock())
    assert keeper.drop(CLIENT, ONE) is False
    keeper.keep(CLIENT, Granted(ONE, 3600), 1000)
    assert keeper.drop(CLIENT, OTHER) is False
    assert keeper.get(CLIENT) == ONE
    assert keeper.drop(CLIENT, ONE) is True
    assert keeper.get(CLIENT) is None


def test_every_token_is_forgotten() -> None:
    keeper = TokenKeeper(Clock())
    keeper.keep(CLIENT, Granted(ONE, 3600), 1000)
    keeper.clear()
    assert keeper.get(CLIENT) is None
