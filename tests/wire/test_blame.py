"""Each failure breaks the rung that it means, by where it struck."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from mktgui.domain.exchange import Exchange, Message
from mktgui.domain.ladder import Rung, RungResult, Verdict
from mktgui.domain.outcome import Failure, FailureKind
from mktgui.wire.blame import broken, failing, skew_of
from mktgui.wire.rungs import Certificate, Mistrusted, Reached, Routed, Sight, Tunnelled
from mktgui.wire.sights import Seen

Kind = FailureKind
WHEN = datetime(2026, 3, 14, 9, 26, 53, 900_000, tzinfo=UTC)
FAR = "https://corp.example/soap"
VENDOR = "https://123-abc-456.mktoapi.com/soap"


def message(**headers: str) -> Message:
    return Message("HTTP/1.1 200 OK", tuple(headers.items()), b"")


def exchange(status: int | None = 200, received: Message | None = None) -> Exchange:
    return Exchange(endpoint=FAR, sent=Message("", (), b""), left=True, received=received, status=status, started=WHEN)


def seen(*sights: Sight, url: str = FAR) -> Seen:
    one = Seen(lambda _: None, lambda: WHEN)
    one.url = url
    for sight in sights:
        one.watch(sight)
    return one


def unsent(kind: FailureKind, *sights: Sight, detail: str = "") -> RungResult:
    failure, watched = Failure(kind=kind, detail=detail), seen(*sights)
    result = broken(failure, None, watched)
    assert broken(failure, replace(exchange(), left=False), watched) == result
    return result


def unanswered(failure: Failure, received: Message | None = None, url: str = FAR) -> list[RungResult]:
    return [broken(failure, exchange(failure.status, received), seen(url=url))]


@pytest.mark.parametrize(
    ("headers", "skew"),
    [
        ({"Date": "Sat, 14 Mar 2026 09:26:53 GMT"}, 0),
        ({"DATE": "Sat, 14 Mar 2026 09:27:53 GMT"}, -60),
        ({"Date": "Sat, 14 Mar 2026 02:26:53 -0700"}, 0),
        ({"Date": "Sat, 14 Mar 2026 09:26:53 -0000"}, 0),
        ({"Date": "Sat, 14 Mar 2026 09:25:53 GMT", "Age": "60"}, 0),
        ({"Date": "Sat, 14 Mar 2026 09:25:53 GMT", "Age": "x"}, None),
        ({"Date": "Sat, 14 Mar 2026 09:25:53 GMT", "Age": "9" * 20}, None),
        ({"Date": "soon"}, None),
        ({"Date": "Sat, 99 Mar 2026 09:26:53 GMT"}, None),
        ({}, None),
    ],
)
def test_the_clock_by_the_date_of_the_answer(headers: dict[str, str], skew: int | None) -> None:
    assert skew_of(message(**headers), WHEN) == skew


def test_where_a_redirect_leads_is_told_by_host_only() -> None:
    for location, host in (("https://login.example/?token=s3cret", "login.example"), ("/x", ""), ("http://[", "")):
        [result] = unanswered(Failure(kind=Kind.REDIRECTED, status=302), message(Location=location))
        assert (result.param("to"), result.param("status")) == (host, "302")
        assert "s3cret" not in repr(result)
    [bare] = unanswered(Failure(kind=Kind.REDIRECTED, status=302))
    assert bare.param("to") == ""


@pytest.mark.parametrize(
    ("status", "verdict"),
    [
        (400, Verdict.WRONG_ENDPOINT),
        (404, Verdict.WRONG_ENDPOINT),
        (403, Verdict.FORBIDDEN),
        (429, Verdict.TOO_FAST),
        (500, Verdict.SERVER_ERROR),
        (503, Verdict.SERVER_ERROR),
        (None, Verdict.WRONG_ENDPOINT),
    ],
)
def test_a_status_that_is_an_error(status: int | None, verdict: Verdict) -> None:
    [result] = unanswered(Failure(kind=Kind.HTTP_ERROR, status=status))
    assert (result.rung, result.verdict) == (Rung.HTTP, verdict)


def test_at_the_vendors_it_is_said_so() -> None:
    assert unanswered(Failure(kind=Kind.RETIRED, status=404), url=VENDOR)[0].param("vendor") == "yes"
    assert unanswered(Failure(kind=Kind.RETIRED, status=410))[0].param("vendor") == ""


def test_a_proxy_that_asks_in_place_of_the_answer() -> None:
    [result] = unanswered(Failure(kind=Kind.PROXY_LOGIN, status=407))
    assert (result.rung, result.verdict) == (Rung.HTTP, Verdict.PROXY_LOGIN)


PROXY = (Routed("http://proxy:1"), Reached("10.0.0.1"))
DIRECT = (Routed(""), Reached("192.0.2.1"))


@pytest.mark.parametrize(
    ("make", "rung", "verdict"),
    [
        (lambda: unsent(Kind.CONNECT_TIMEOUT), Rung.CONNECTION, Verdict.NOBODY_PICKS_UP),
        (lambda: unsent(Kind.CONNECT_TIMEOUT, *DIRECT), Rung.TLS, Verdict.NO_ANSWER),
        (lambda: unsent(Kind.CONNECT_TIMEOUT, *PROXY), Rung.CONNECTION, Verdict.NOBODY_PICKS_UP),
        (lambda: unsent(Kind.CONNECT_TIMEOUT, *PROXY, Tunnelled()), Rung.TLS, Verdict.NO_ANSWER),
        (lambda: unsent(Kind.CUT_OFF, *DIRECT), Rung.TLS, Verdict.TLS_FAILED),
        (lambda: unsent(Kind.CUT_OFF, *PROXY), Rung.PROXY, Verdict.PROXY_REFUSES),
        (lambda: unsent(Kind.PROXY_FAILED, *PROXY), Rung.PROXY, Verdict.PROXY_REFUSES),
        (lambda: unsent(Kind.NAME_UNKNOWN), Rung.NAME, Verdict.NAME_UNKNOWN),
        (lambda: unsent(Kind.STOPPED), Rung.PROFILE, Verdict.STOPPED),
        (lambda: unsent(Kind.UNEXPECTED), Rung.PROFILE, Verdict.UNEXPECTED),
    ],
)
def test_what_broke_before_the_request_left(make: Callable[[], RungResult], rung: Rung, verdict: Verdict) -> None:
    result = make()
    assert (result.rung, result.verdict) == (rung, verdict)


@pytest.mark.parametrize(("status", "rung"), [("403", Rung.PROXY), ("500", Rung.CONNECTION), ("504", Rung.CONNECTION)])
def test_what_the_proxy_said(status: str, rung: Rung) -> None:
    result = unsent(Kind.PROXY_FAILED, *PROXY, detail=f"OSError: Tunnel connection failed: {status} No")
    assert (result.rung, result.param("status")) == (rung, status)


@pytest.mark.parametrize(
    ("issuer", "subject", "verdict"),
    [
        ("Office CA", "corp.example", Verdict.TLS_INSPECTION),
        ("corp.example", "corp.example", Verdict.TLS_SELF_SIGNED),
        ("", "", Verdict.TLS_INSPECTION),
    ],
)
def test_who_could_not_be_trusted(issuer: str, subject: str, verdict: Verdict) -> None:
    stranger = Mistrusted(Certificate(issuer, subject, ("corp.example",), WHEN + timedelta(days=1)))
    result = unsent(Kind.TLS_UNTRUSTED, *DIRECT, stranger)
    assert (result.verdict, result.param("issuer"), result.param("names")) == (verdict, issuer, "corp.example")
    assert unsent(Kind.TLS_WRONG_NAME, *DIRECT, stranger).param("names") == "corp.example"


def test_a_failure_is_told_with_its_details() -> None:
    failure = Failure(kind=Kind.SECRET_LOCKED, detail="locked", place="here")
    result = failing(seen(), (Rung.SECRET, Verdict.SECRET_LOCKED), failure)
    assert dict(result.params) == {"detail": "locked", "place": "here"}
