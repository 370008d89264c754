"""Messages are kept as they went over the wire, but for what must not be kept."""

import zlib
from dataclasses import replace
from datetime import UTC

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mktgui.domain.exchange import Message, Part, Secured
from mktgui.storage.history_messages import Packed, masked, pack, unpack
from tests.domain.canaries import EXCHANGE as CANARIES
from tests.domain.canaries import SECRET, SIGNATURE, USER_ID
from tests.storage.past_calls import EXCHANGE, TEXTS

MESSAGES = st.builds(Message, TEXTS, st.lists(st.tuples(TEXTS, TEXTS), max_size=3).map(tuple), st.binary(max_size=200))


@given(MESSAGES, st.none() | MESSAGES)
def test_what_was_packed_comes_back_masked(sent: Message, received: Message | None) -> None:
    exchange = replace(EXCHANGE, sent=sent, received=received)
    assert unpack(pack(exchange)) == masked(exchange)


def test_what_holds_no_secret_comes_back_as_it_was() -> None:
    assert unpack(pack(EXCHANGE)) == EXCHANGE
    assert unpack(pack(replace(EXCHANGE, received=None))).received is None


SECURED = st.builds(
    Secured,
    version=TEXTS,
    cipher=TEXTS,
    subject=TEXTS,
    issuer=TEXTS,
    expires=st.none() | st.datetimes(timezones=st.just(UTC)),
)


@given(SECURED)
def test_what_tls_agreed_on_comes_back(secured: Secured) -> None:
    exchange = replace(EXCHANGE, secured=secured, before=(replace(EXCHANGE, secured=secured), EXCHANGE))
    assert unpack(pack(exchange)) == exchange


@given(MESSAGES, st.none() | MESSAGES, st.sampled_from(Part))
def test_a_call_of_several_exchanges_comes_back_whole(sent: Message, received: Message | None, part: Part) -> None:
    other = replace(EXCHANGE, sent=sent, received=received, part=part)
    whole = replace(EXCHANGE, before=(other, EXCHANGE), after=(other,))
    assert unpack(pack(whole)) == masked(whole)
    assert [one.part for one in unpack(pack(whole)).all] == [part, Part.CALL, Part.CALL, part]


def test_what_was_asked_for_besides_is_masked_too() -> None:
    token = replace(
        CANARIES,
        part=Part.TOKEN,
        sent=replace(CANARIES.sent, start_line="GET /identity/oauth/token?client_secret=canary-2 HTTP/1.1"),
        received=Message("HTTP/1.1 200 OK", (), b'{"access_token":"canary-3"}'),
    )
    packed = pack(replace(EXCHANGE, before=(token,), after=(token,)))
    [kept, _, again] = unpack(packed).all
    assert kept == again == masked(token)
    said = repr(kept)
    for canary in (SECRET, SIGNATURE, USER_ID, "canary-2", "canary-3"):
        assert canary not in said


def test_signature_user_tokens_and_credentials_are_not_packed() -> None:
    sent = replace(
        CANARIES.sent,
        start_line="POST /identity/oauth/token?client_id=canary-1&client_secret=canary-2 HTTP/1.1",
        headers=(
            ("AUTHORIZATION", SECRET),
            ("Cookie", SECRET),
            ("X-Url", "https://a.example?access_token=canary-3&b=c"),
        ),
    )
    kept = unpack(pack(replace(CANARIES, sent=sent, endpoint="https://ana:canary-4@a.example/x?access_token=canary-5")))
    said = repr(kept)
    for canary in (SECRET, SIGNATURE, USER_ID, *(f"canary-{number}" for number in range(1, 6))):
        assert canary not in said
    assert kept.endpoint == "https://a.example/x?access_token=***"
    assert kept.sent.header("X-Url") == "https://a.example?access_token=***&b=c"


@pytest.mark.parametrize("address", ["", "https://a.example/", "https://[::1", "https://[::1]:8080/a?b=c"])
def test_an_address_without_a_login_stays(address: str) -> None:
    assert masked(replace(EXCHANGE, endpoint=address)).endpoint == address


def test_large_messages_are_packed_small() -> None:
    body = b"<attribute><attrName>Title</attrName><attrValue>CTO</attrValue></attribute>" * 20_000
    packed = pack(replace(EXCHANGE, received=Message("", (), body)))
    assert packed.received is not None
    assert len(packed.received) < len(body) / 20


@pytest.mark.parametrize(
    "spoil",
    [
        lambda packed: replace(packed, head="{"),
        lambda packed: replace(packed, head="{}"),
        lambda packed: replace(packed, sent=packed.sent[:-3] + b"xyz"),
        lambda packed: replace(packed, received=b"?"),
    ],
)
def test_spoiled_messages_are_an_error(spoil: object) -> None:
    assert callable(spoil)
    spoiled = spoil(pack(EXCHANGE))
    assert isinstance(spoiled, Packed)
    with pytest.raises((ValueError, KeyError, zlib.error)):
        unpack(spoiled)
