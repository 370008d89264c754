"""What is seen of a connection becomes rungs, in order, as soon as each is known."""

from datetime import UTC, datetime, timedelta

import pytest

from mktgui.domain.ladder import SOAP_LADDER, Mark, Rung, RungResult, passed, skipped
from mktgui.wire.rungs import Certificate, Mistrusted, Named, Proven, Reached, Routed, Sight, Tunnelled
from mktgui.wire.sights import Seen, certificate_params
from tests.soap.ground import now

FAR = "https://123-abc-456.mktoapi.com/soap"


def seen(url: str, *sights: Sight) -> Seen:
    told: list[RungResult] = []
    one = Seen(told.append, now)
    one.url = url
    for sight in sights:
        one.watch(sight)
    assert told == one.results
    return one


def proven(days: float) -> Proven:
    return Proven(Certificate("Office CA", "x", ("x", "y"), now() + timedelta(days=days)), "TLSv1.3")


def test_straight_on_by_name() -> None:
    one = seen(
        FAR,
        Routed(""),
        Named("123-abc-456.mktoapi.com", ("192.0.2.1", "192.0.2.2")),
        Reached("192.0.2.2"),
        proven(99.5),
    )
    name, proxy, connection, tls = one.results
    assert name == passed(Rung.NAME, host="123-abc-456.mktoapi.com", addresses="192.0.2.1, 192.0.2.2")
    assert proxy == skipped(Rung.PROXY, "straight")
    assert connection == passed(Rung.CONNECTION, place="123-abc-456.mktoapi.com", address="192.0.2.2")
    assert (tls.mark, tls.param("issuer"), tls.param("names")) == (Mark.PASSED, "Office CA", "x, y")
    assert (tls.param("days"), tls.param("version")) == ("99", "TLSv1.3")
    assert (one.proxy, one.reached, one.tunnelled) == ("", True, False)


def test_through_a_proxy() -> None:
    one = seen(FAR, Routed("http://proxy:3128"), Named("proxy", ("10.0.0.1",)), Reached("10.0.0.1"), Tunnelled())
    assert one.results == [
        skipped(Rung.NAME, "proxy"),
        passed(Rung.PROXY, proxy="proxy:3128"),
        passed(Rung.CONNECTION, place="123-abc-456.mktoapi.com", address=""),
    ]
    assert one.tunnelled


def test_a_number_has_no_name_and_this_computer_no_tls() -> None:
    one = seen("http://127.0.0.1:80/", Routed(""), Named("127.0.0.1", ("127.0.0.1",)), Reached("127.0.0.1"))
    assert one.results[0] == skipped(Rung.NAME, "number")
    assert one.results[-1] == skipped(Rung.TLS, "loopback")
    near = seen("https://127.0.0.1:80/", Routed(""), Named("127.0.0.1", ("127.0.0.1",)), Reached("127.0.0.1"))
    assert near.results[-1].rung is Rung.CONNECTION


@pytest.mark.parametrize(("days", "mark"), [(13.5, Mark.WARNING), (14.5, Mark.PASSED)])
def test_a_certificate_that_ends_soon_is_worth_a_word(days: float, mark: Mark) -> None:
    assert seen(FAR, proven(days)).results[0].mark is mark


def test_a_certificate_of_which_nothing_is_known_is_still_a_good_one() -> None:
    assert seen(FAR, Proven(Certificate(), "TLSv1.2")).results == [passed(Rung.TLS, version="TLSv1.2")]


def test_a_stranger_is_remembered_and_breaks_nothing_by_himself() -> None:
    one = seen(FAR, Mistrusted(Certificate("Evil CA", "x")))
    assert one.stranger.issuer == "Evil CA"
    assert one.results == []


def test_which_rung_is_next() -> None:
    one, nexts = seen(FAR), []
    for rung in SOAP_LADDER:
        nexts.append(one.next)
        one.put(passed(rung))
    assert nexts == list(SOAP_LADDER)
    assert one.next is Rung.SIGNATURE


def test_of_a_certificate_only_what_it_holds_is_told() -> None:
    assert certificate_params(Certificate()) == {}
    whole = Certificate("I", "S", ("a", "b"), datetime(2026, 3, 14, tzinfo=UTC))
    assert certificate_params(whole) == {"issuer": "I", "subject": "S", "names": "a, b", "expires": "2026-03-14"}
