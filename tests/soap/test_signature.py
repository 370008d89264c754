"""Signatures that the vendor published, and one that another tool confirmed."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from mktgui.domain.secret import Secret
from mktgui.soap.signature import Credentials, sign

VENDOR = ("demo17_1_809934544BFABAE58E5D27", "27272727aa")
OURS = ("acme1_5512345678ABCDEF01234567", "0F1E2D3C4B5A69788796A5B4C3D2E1F0AABBCCDD")


@pytest.mark.parametrize(
    ("account", "timestamp", "signature"),
    [
        (VENDOR, "2013-08-05T09:57:10-07:00", "0737b707c4022bb90122e7a1dbc79a2dbfbcd5ca"),
        (VENDOR, "2013-08-05T11:01:07-07:00", "d27074cb49414b3410fd7ab58b5945c3e86d28d4"),
        (VENDOR, "2013-08-02T15:47:06-07:00", "146ec93f4f1e2a45f7a545f7e42e2d053c0457e7"),
        (VENDOR, "2013-08-01T18:22:30-07:00", "b5e21953ae9f1b263e644da5eccce9ff33802513"),
        (OURS, "2026-03-14T09:26:53-07:00", "840c2bcb97b1b47d73013a45e3450cafcea08cb5"),
        (OURS, "2026-03-14T16:26:53+00:00", "7e7d13f64aeb67e7dbc17397fa3e35929c6351c4"),
    ],
)
def test_known_signatures(account: tuple[str, str], timestamp: str, signature: str) -> None:
    user_id, key = account
    assert sign(user_id, Secret(key), datetime.fromisoformat(timestamp)) == Credentials(user_id, signature, timestamp)


def test_moment_is_spelled_with_seconds_and_a_numeric_offset() -> None:
    moment = datetime(2026, 3, 14, 9, 26, 53, 999_999, tzinfo=timezone(timedelta(hours=-7)))
    assert sign(*_account(), moment).timestamp == "2026-03-14T09:26:53-07:00"
    assert sign(*_account(), moment.astimezone(UTC)).timestamp == "2026-03-14T16:26:53+00:00"


def test_same_instant_in_another_spelling_has_another_signature() -> None:
    moment = datetime(2026, 3, 14, 16, 26, 53, tzinfo=UTC)
    elsewhere = moment.astimezone(timezone(timedelta(hours=8)))
    assert sign(*_account(), moment).signature != sign(*_account(), elsewhere).signature


def test_key_is_text_in_utf_8() -> None:
    """A key in hexadecimal digits is not decoded, and a foreign letter in it does not raise."""
    moment = datetime(2026, 3, 14, 16, 26, 53, tzinfo=UTC)
    lower, upper, foreign = (sign(OURS[0], Secret(key), moment).signature for key in ("aa", "AA", "ключ"))
    assert len({lower, upper, foreign}) == 3


def _account() -> tuple[str, Secret]:
    return OURS[0], Secret(OURS[1])
