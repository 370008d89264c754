"""An exchange keeps the bytes, the headers as they were, and the time each stage took."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from mktgui.domain.exchange import Exchange, Message, Part, Secured, Stage, Timing
from tests.domain.values import assert_is_value

REQUEST = Message("POST /soap/mktows/3_1 HTTP/1.1", (("Host", "123-ABC-456.mktoapi.com"),), b"<a/>")
STARTED = datetime(2026, 3, 14, 9, 26, 53, tzinfo=UTC)


def exchange(*timings: Timing) -> Exchange:
    return Exchange(
        endpoint="https://123-ABC-456.mktoapi.com/soap/mktows/3_1",
        sent=REQUEST,
        left=True,
        started=STARTED,
        timings=timings,
    )


def test_messages_and_exchanges_are_values() -> None:
    assert_is_value(lambda: Message("HTTP/1.1 200 OK", (("Content-Type", "text/xml"),), b"\x00\xff"))
    assert_is_value(lambda: Timing(Stage.WAITING, 0.25))
    assert_is_value(lambda: Secured(version="TLSv1.3", cipher="TLS_AES_256_GCM_SHA384", subject="a", issuer="b"))
    assert_is_value(lambda: exchange(Timing(Stage.WAITING, 0.25)))


@pytest.mark.parametrize("name", ["Content-Type", "content-type", "CONTENT-TYPE"])
def test_a_header_is_found_in_any_case(name: str) -> None:
    answer = Message("HTTP/1.1 200 OK", (("content-Type", "text/xml"), ("Server", "x")), b"")
    assert answer.header(name) == "text/xml"


def test_the_first_of_several_headers_counts() -> None:
    answer = Message("HTTP/1.1 200 OK", (("Via", "1.1 near"), ("via", "1.1 far")), b"")
    assert answer.header("Via") == "1.1 near"


@pytest.mark.parametrize("name", ["Location", "", "Hos"])
def test_a_header_that_did_not_come_is_empty_text(name: str) -> None:
    assert REQUEST.header(name) == ""


def test_header_order_and_case_stay_as_on_the_wire() -> None:
    headers = (("x-b", "1"), ("X-A", "2"), ("x-b", "3"))
    assert Message("HTTP/1.1 200 OK", headers, b"").headers == headers


def test_a_call_took_as_long_as_its_stages_together() -> None:
    assert (
        exchange(Timing(Stage.CONNECTING, 0.5), Timing(Stage.WAITING, 1.25), Timing(Stage.READING, 0.25)).seconds == 2
    )
    assert str(exchange().seconds) == "0.0"  # a float, as promised: Qt formats no int as one


def test_of_an_exchange_without_an_answer_nothing_is_claimed() -> None:
    silent = exchange()
    assert silent.received is None
    assert silent.status is None
    assert not silent.complete
    assert silent.secured is None


def test_what_tls_did_not_tell_is_empty() -> None:
    assert Secured() == Secured(version="", cipher="", subject="", issuer="", expires=None)


def test_a_call_of_several_exchanges_has_them_around_the_one_it_is_named_for() -> None:
    token, cookie = replace(exchange(), part=Part.TOKEN), replace(exchange(), part=Part.COOKIE)
    call = replace(exchange(), before=(token,), after=(cookie,))
    assert [one.part for one in call.all] == [Part.TOKEN, Part.CALL, Part.COOKIE]
    assert call.all[1] is call
    assert exchange().all == (exchange(),)


def test_a_call_of_several_exchanges_took_as_long_as_all_of_them() -> None:
    first, last = exchange(Timing(Stage.WAITING, 0.5)), exchange(Timing(Stage.WAITING, 0.125))
    whole = replace(exchange(Timing(Stage.SENDING, 0.25)), before=(first,), after=(last,))
    assert (whole.seconds, whole.seconds_in_all) == (0.25, 0.875)


def test_an_exchange_that_did_not_connect_went_on_where_another_was() -> None:
    kept = exchange(Timing(Stage.SENDING, 0.1), Timing(Stage.WAITING, 0.2))
    assert kept.went_on
    assert not replace(kept, left=False).went_on
    assert not replace(kept, timings=()).went_on, "of old ones it is not known"
    assert not replace(kept, timings=(Timing(Stage.CONNECTING, 0.1), *kept.timings)).went_on


def test_the_stages_stand_in_the_order_of_a_call() -> None:
    assert " ".join(Stage) == "holding preparing connecting securing sending waiting receiving reading"
