"""What an exchange comes to: the body first, then the line, then the status."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from mktgui.domain.exchange import Exchange, Message
from mktgui.domain.outcome import Failure, FailureKind
from mktgui.rest.jsontext import BrokenJsonError, NotJsonError, read_object
from mktgui.rest.judging import failure_of, judged, place_of

Kind = FailureKind
CUT = Failure(kind=Kind.CUT_OFF)


def exchange(body: bytes | None = b"", status: int | None = 200, line: str = "GET /rest HTTP/1.1") -> Exchange:
    return Exchange(
        endpoint="https://x.example:8443/rest/v1/leads.json?a=b",
        sent=Message(line, (), b""),
        left=True,
        received=None if body is None else Message("HTTP/1.1 200 OK", (), body),
        status=status,
        started=datetime(2026, 3, 14, tzinfo=UTC),
    )


def test_a_body_that_is_whole_counts_whatever_broke_after_it_and_whatever_the_status() -> None:
    for failure in (None, CUT):
        for status in (200, 302, 502):
            assert judged(exchange(b'{"a":"b"}', status), failure, read_object) == {"a": "b"}


def test_where_nothing_came_the_failure_says_why() -> None:
    assert judged(exchange(None, None), CUT, read_object) == CUT
    assert judged(exchange(None, None), None, read_object) == Failure(kind=Kind.UNEXPECTED)


def test_a_line_that_broke_explains_half_a_body() -> None:
    assert judged(exchange(b'{"a":'), CUT, read_object) == CUT


@pytest.mark.parametrize(
    ("body", "status", "kind"),
    [
        (b"<html>", 200, Kind.NOT_JSON),
        (b"", 204, Kind.NOT_JSON),
        (b'{"a":', 200, Kind.BROKEN_JSON),
        (b'{"a":', 502, Kind.GATEWAY),
        (b"", 503, Kind.GATEWAY),
        (b"", 504, Kind.GATEWAY),
        (b"", 301, Kind.REDIRECTED),
        (b"", 304, Kind.HTTP_ERROR),
        (b"", 511, Kind.SIGN_IN_PAGE),
        (b"<html><input type=password>", 200, Kind.SIGN_IN_PAGE),
        (b"<html><input type=password>", 403, Kind.SIGN_IN_PAGE),
        (b"<html><input type=password>", 502, Kind.GATEWAY),
        (b"", 407, Kind.PROXY_LOGIN),
        (b"", 413, Kind.REQUEST_TOO_LARGE),
        (b"", 414, Kind.QUERY_TOO_LONG),
        (b"", 404, Kind.HTTP_ERROR),
        (b"", 500, Kind.HTTP_ERROR),
        (b"", None, Kind.HTTP_ERROR),
    ],
)
def test_a_stranger_is_told_by_the_status(body: bytes, status: int | None, kind: FailureKind) -> None:
    failure = judged(exchange(body, status), None, read_object)
    assert isinstance(failure, Failure)
    assert (failure.kind, failure.status, failure.place) == (kind, status, "x.example:8443")
    assert failure.detail


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("POST /rest/v1/leads.json HTTP/1.1", Kind.SEE_OTHER),
        ("POST /rest/v1/leads/7/associate.json?cookie=1 HTTP/1.1", Kind.SEE_OTHER),
        ("POST /rest/v1/leads.json?_method=GET HTTP/1.1", Kind.REDIRECTED),
        ("GET /rest/v1/leads.json?filterType=id HTTP/1.1", Kind.REDIRECTED),
    ],
)
def test_see_other_means_another_thing_after_what_may_write(line: str, kind: FailureKind) -> None:
    assert failure_of(NotJsonError("x"), exchange(b"", 303, line)).kind is kind


def test_a_reply_that_nobody_here_can_unpack_is_not_called_a_strangers() -> None:
    for status, kind in ((200, Kind.BROKEN_JSON), (403, Kind.HTTP_ERROR), (502, Kind.GATEWAY)):
        packed = replace(exchange(b"", status), received=Message("", (("Content-Encoding", "br"),), b"\x0b\x02\x80"))
        failure = judged(packed, None, read_object)
        assert isinstance(failure, Failure)
        assert (failure.kind, failure.detail) == (kind, "it is packed as br")
    plain = replace(exchange(), received=Message("", (("Content-Encoding", "br"),), b'{"a":"b"}'))
    assert judged(plain, None, read_object) == {"a": "b"}, "the header was wrong"


def test_why_it_could_not_be_read_goes_into_the_details() -> None:
    assert failure_of(NotJsonError("the body is empty"), exchange()).detail == "the body is empty"
    assert failure_of(BrokenJsonError("half"), exchange()).kind is Kind.BROKEN_JSON
    assert place_of(exchange()) == "x.example:8443"
