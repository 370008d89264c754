"""The door: signatures recomputed, stamps and their window, quota, rate and calls at once."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone
from threading import Thread

import pytest
from lxml import etree

from mktgui.practice.faults import ApiFault
from mktgui.practice.guard import Guard, parse_stamp
from mktgui.practice.server import PracticeServer
from mktgui.practice.settings import Settings
from tests.practice.raw import LISTED, Caller, Reply, envelope, header, signature

NOW = datetime(2026, 3, 14, 16, 26, 53, tzinfo=UTC)
USER, KEY = "acme1_5512345678ABCDEF01234567", "0F1E2D3C4B5A69788796A5B4C3D2E1F0AABBCCDD"
WORKED = [  # the worked example of the facts sheet, 3.2
    ("2026-03-14T09:26:53-07:00", "840c2bcb97b1b47d73013a45e3450cafcea08cb5"),
    ("2026-03-14T16:26:53Z", "a3722bb31794bca04f5c794a80bdec0b4738c06d"),
    ("2026-03-14T16:26:53+00:00", "7e7d13f64aeb67e7dbc17397fa3e35929c6351c4"),
]
PUBLISHED = [  # printed in the vendor's documentation, and they verify (2.8)
    ("2013-08-05T09:57:10-07:00", "0737b707c4022bb90122e7a1dbc79a2dbfbcd5ca"),
    ("2013-08-05T11:01:07-07:00", "d27074cb49414b3410fd7ab58b5945c3e86d28d4"),
    ("2013-08-02T15:47:06-07:00", "146ec93f4f1e2a45f7a545f7e42e2d053c0457e7"),
    ("2013-08-01T18:22:30-07:00", "b5e21953ae9f1b263e644da5eccce9ff33802513"),
]


class Knocker(Caller):
    """Calls with headers of any kind, at a time that stands still unless it is moved."""

    def __init__(self, server: PracticeServer) -> None:
        super().__init__(server)
        self.now = NOW
        server.clock = lambda: self.now

    def knock(self, stamp: str, *, user: str = "", secret: str = "", signed: str = "") -> Reply:
        user, secret = user or self.server.user_id, secret or self.server.secret
        return self.post(envelope(LISTED, header(user, signed or signature(secret, stamp, user), stamp)))

    def at(self, **ago: float) -> Reply:
        """A call that was signed so long ago."""
        return self.knock((self.now - timedelta(**ago)).isoformat())


@pytest.fixture
def knocker(server: PracticeServer) -> Knocker:
    return Knocker(server)


def block(user: str, signed: str, stamp: str) -> etree._Element:
    return etree.fromstring(envelope("", header(user, signed, stamp)))[0][0]


@pytest.mark.parametrize(("stamp", "signed"), WORKED)
def test_the_worked_example_is_let_in(stamp: str, signed: str) -> None:
    assert signature(KEY, stamp, USER) == signed
    Guard(USER, KEY).check(block(USER, signed, stamp), Settings(), NOW)
    with pytest.raises(ApiFault, match="Authentication failed"):
        Guard(USER, KEY).check(block(USER, "6a36a7456558a1c6fb38ef5fb36ef37c61e754f4", stamp), Settings(), NOW)


@pytest.mark.parametrize(("stamp", "signed"), PUBLISHED)
def test_the_published_samples_are_let_in(stamp: str, signed: str) -> None:
    user = "demo17_1_809934544BFABAE58E5D27"
    guard = Guard(user, "27272727aa")
    guard.check(block(user, signed, stamp), Settings(), datetime.fromisoformat(stamp))
    with pytest.raises(ApiFault, match="Request Expired"):
        guard.check(block(user, signed, stamp), Settings(), NOW)


def test_a_right_header_is_let_in(knocker: Knocker) -> None:
    assert [one.text for one in knocker.at(seconds=1).result][1] == "LeadRecord"


def test_anything_signed_otherwise_is_20014(knocker: Knocker) -> None:
    stamp, user, secret = NOW.isoformat(), knocker.server.user_id, knocker.server.secret
    right = signature(secret, stamp, user)
    replies = [
        knocker.knock(stamp, secret="0" * 40),
        knocker.knock(stamp, secret=secret.lower()),
        knocker.knock(stamp, user="somebody_else"),
        knocker.knock(stamp, signed=signature(secret, user, stamp)),  # the wrong way round
        knocker.knock(stamp, signed=right.upper()),
        knocker.knock(stamp, signed=right[:-1]),
        knocker.knock(stamp, signed="é" * 40),
        knocker.knock(stamp.replace("+00:00", "Z"), signed=right),  # the same moment, but not the same text
        knocker.knock((NOW + timedelta(seconds=1)).isoformat(), signed=right),
    ]
    assert [reply.fault for reply in replies] == [("20014", "Authentication failed")] * len(replies)


@pytest.mark.parametrize("empty", ["mktowsUserId", "requestSignature", "requestTimestamp"])
def test_a_header_with_a_part_missing_or_miscased_is_20014(
    knocker: Knocker, turn: Callable[..., None], empty: str
) -> None:
    whole = knocker.blocks(NOW.isoformat())
    block = etree.fromstring(envelope("", whole))[0][0].find(empty)
    assert block is not None
    part = f"<{empty}>{block.text}</{empty}>"
    assert part in whole
    for instead in ("", f"<{empty}/>", part.replace(empty, empty.upper())):
        assert knocker.post(envelope(LISTED, whole.replace(part, instead))).fault[0] == "20014"
    turn(missing_header_code="20017")
    assert knocker.post(envelope(LISTED, whole.replace(part, ""))).fault == ("20017", "Invalid Request")


def test_no_header_at_all_is_20014_and_a_strange_part_is_ignored(knocker: Knocker) -> None:
    assert knocker.post(envelope(LISTED)).fault[0] == "20014"
    partner = knocker.blocks(NOW.isoformat()).replace("</ns1:", "<partnerId>p</partnerId></ns1:")
    assert knocker.post(envelope(LISTED, partner)).status == 200


def test_a_stamp_is_good_for_15_minutes_either_way(knocker: Knocker) -> None:
    assert knocker.at(minutes=15).status == knocker.at(minutes=-15).status == 200
    assert knocker.at(minutes=15, seconds=1).fault == ("20016", "Request Expired")
    assert knocker.at(minutes=-15, seconds=-1).fault == ("20016", "Request Expired")


def test_both_sides_of_the_window_can_be_moved(knocker: Knocker, turn: Callable[..., None]) -> None:
    turn(expiry_minutes=0.5, future_minutes=60)
    assert knocker.at(minutes=-59).status == 200
    assert knocker.at(seconds=31).fault[0] == "20016"


def test_a_header_used_again_expires(knocker: Knocker) -> None:
    stamp = NOW.isoformat()
    assert knocker.knock(stamp).status == 200
    knocker.now += timedelta(minutes=16)
    assert knocker.knock(stamp).fault[0] == "20016"


@pytest.mark.parametrize(
    "stamp", ["2026-03-14 12:26:53 -0400", "2026-03-14T16:26:53.123Z", "2026-03-14T21:26:53+05:00"]
)
def test_stamps_that_live_clients_have_sent(knocker: Knocker, stamp: str) -> None:
    assert knocker.knock(stamp).status == 200


@pytest.mark.parametrize("stamp", ["2026-03-14T16:26:53.123456", "yesterday", "14 March 2026", "a b cdefg", "2026"])
def test_a_stamp_that_says_no_moment_is_20016(knocker: Knocker, turn: Callable[..., None], stamp: str) -> None:
    assert knocker.knock(stamp).fault == ("20016", "Request Expired")
    turn(bad_timestamp_code="20014")
    assert knocker.knock(stamp).fault == ("20014", "Authentication failed")


def test_stamps_are_moments() -> None:
    assert parse_stamp("2026-03-14 12:26:53 -0400") == NOW
    assert parse_stamp("2026-03-14T16:26:53Z") == NOW
    assert parse_stamp("2026-03-14 16:26:53") is None


def test_the_hundred_and_first_call_in_20_seconds_is_20023(knocker: Knocker, turn: Callable[..., None]) -> None:
    turn(calls_per_20_seconds=3)
    assert Settings().calls_per_20_seconds == 100
    for _ in range(3):
        assert knocker.at(seconds=0).status == 200
        knocker.now += timedelta(seconds=5)
    assert knocker.at(seconds=0).fault == ("20023", "Rate Limit Exceeded")
    knocker.now += timedelta(seconds=6)  # the first of the three is 21 seconds old now, the others are not
    assert knocker.at(seconds=0).status == 200
    assert knocker.at(seconds=0).fault[0] == "20023"


def test_the_quota_is_new_at_midnight_in_the_vendors_time(knocker: Knocker, turn: Callable[..., None]) -> None:
    turn(calls_per_day=2)
    assert Settings().calls_per_day == 10_000
    knocker.now = datetime(2026, 7, 1, 23, 59, 0, tzinfo=timezone(timedelta(hours=-6)))
    assert [knocker.at(seconds=0).status for _ in range(2)] == [200, 200]
    assert knocker.at(seconds=0).fault == ("20015", "Request Limit Exceeded")
    knocker.now += timedelta(minutes=1)
    assert knocker.at(seconds=0).status == 200


def test_whoever_is_not_let_in_costs_nothing(knocker: Knocker, turn: Callable[..., None]) -> None:
    turn(calls_per_day=1)
    assert knocker.knock(NOW.isoformat(), secret="0" * 40).fault[0] == "20014"
    assert knocker.at(hours=1).fault[0] == "20016"
    assert knocker.post(b"no xml").fault[0] == "20012"
    assert knocker.at(seconds=0).status == 200
    assert knocker.at(seconds=0).fault[0] == "20015"
    assert knocker.knock(NOW.isoformat(), secret="0" * 40).fault[0] == "20014"  # the secret is looked at first


def test_a_call_too_many_at_once_is_20024(knocker: Knocker, server: PracticeServer, turn: Callable[..., None]) -> None:
    turn(calls_at_once=1)
    assert Settings().calls_at_once == 10
    server.next("never")
    waiting = Thread(target=pytest.raises, args=(ConnectionError, knocker.at), kwargs={"seconds": 0})
    waiting.start()
    while waiting.is_alive() and not server.journal:  # it is under way from the moment it is in the journal
        waiting.join(0.01)
    assert knocker.at(seconds=0).fault == ("20024", "Concurrency Limit Exceeded")
    server.close()
    waiting.join(5)
    assert not waiting.is_alive()


def test_a_call_that_is_over_makes_room() -> None:
    guard, settings = Guard(USER, KEY), Settings(calls_at_once=2)
    leave = guard.enter(settings, NOW)
    guard.enter(settings, NOW)
    with pytest.raises(ApiFault) as caught:
        guard.enter(settings, NOW)
    assert caught.value.code == "20024"
    leave()
    assert callable(guard.enter(settings, NOW))
