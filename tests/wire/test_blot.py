"""A known secret shows in no form and in no body, and a body that has none of it stays as it is."""

import html
import json
import re
from base64 import b64encode, encodebytes
from urllib.parse import quote, quote_plus
from xml.sax.saxutils import escape

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from mktgui.domain.exchange import Message
from mktgui.domain.secret import Secret
from mktgui.wire.blot import Blots
from mktgui.wire.redact import MASK

CANARY = "CANARY0123456789abcdef"
calm = settings(deadline=None)  # a busy machine is no failure
ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-be")

KNOWN = 'pass/w+rd= ő&"<1>'
long_texts = st.text(st.characters(codec="utf-8", exclude_characters="*"), min_size=6, max_size=20).filter(
    lambda one: len(one.strip()) >= 6
)


def ways(secret: str) -> list[str]:
    """A secret as addresses, JSON, XML and Python write it."""
    lower = re.sub("%..", lambda one: one.group().lower(), quote(secret))
    addresses = [quote(secret), quote(secret, safe=""), quote_plus(secret), lower, quote(quote_plus(secret))]
    texts = [json.dumps(secret)[1:-1], json.dumps(secret, ensure_ascii=False)[1:-1], json.dumps(json.dumps(secret))]
    return [secret, *addresses, *texts, escape(secret), escape(secret, {'"': "&quot;"}), html.escape(secret)]


@calm
@example(KNOWN, "<", ">")
@given(long_texts, st.text(max_size=5), st.text(max_size=5))
def test_a_known_secret_shows_in_no_form(secret: str, before: str, after: str) -> None:
    for way in ways(secret.strip()):
        blotted = Blots([Secret(secret)]).text(f"{before}{way}{after}")
        assert way not in blotted
        assert MASK in blotted


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_a_known_secret_shows_in_no_body(encoding: str) -> None:
    for way in ways(KNOWN):
        body = f"<a>{way}</a>".encode(encoding) + b"\0"
        blotted = Blots([Secret("x" * 40), Secret(KNOWN)]).body(body)
        assert blotted.startswith("<a>".encode(encoding))
        assert way.encode("utf-16-le") not in blotted
        assert way.encode() not in blotted
        assert "***" in blotted[:-1].decode(encoding)
        assert way not in blotted[:-1].decode(encoding)


def test_nor_with_all_its_letters_large_or_small() -> None:
    for way in (CANARY.upper(), CANARY.lower(), CANARY.lower().replace("c", "%63", 1)):
        assert Blots([Secret(CANARY)]).body(f"<a>{way}</a>".encode()) == f"<a>{MASK}</a>".encode()


ESCAPES = ["%{:02x}", "%25{:02X}", "&#{};", "&#x{:x};", "&#x{:X};", "\\u{:04x}", "\\u{:04X}", "\\\\\\u{:04x}"]


@calm
@example([0, -1, -1, 2, *[-1] * 10, 4, *[-1] * 7], 128 * 1024 - 9)
@example([-1, 0, *[-1] * 12, 0, *[-1] * 7], 128 * 1024 + 1)
@given(st.lists(st.integers(-1, len(ESCAPES) - 1), min_size=22, max_size=22), st.integers(0, 400))
def test_nor_where_some_letters_are_escaped_in_any_of_the_ways(ways: list[int], before: int) -> None:
    letters = (one if way < 0 else ESCAPES[way].format(ord(one)) for one, way in zip(CANARY, ways, strict=True))
    body = "x" * before + "".join(letters) + "%41&#65;\\u0041"
    blotted = "x" * before + MASK + "%41&#65;\\u0041"
    assert Blots([Secret(CANARY), Secret("another-one")]).body(body.encode()) == blotted.encode()
    assert Blots([Secret(CANARY)]).text(body) == blotted


@pytest.mark.parametrize("way", ESCAPES)
def test_nor_where_any_or_every_letter_is_escaped(way: str) -> None:
    every = "".join(way.format(ord(one)) for one in CANARY)
    one_each = [CANARY[:at] + way.format(ord(CANARY[at])) + CANARY[at + 1 :] for at in range(len(CANARY))]
    for form in (every, *one_each):
        assert Blots([Secret(CANARY)]).body(f"<a>{form}</a>".encode()) == f"<a>{MASK}</a>".encode()


@pytest.mark.parametrize("filling", ["<a>%41&#65;\\u0041</a>", "<a>b</a>"])
def test_nor_in_a_large_body_with_escapes_in_each_half(filling: str) -> None:
    hidden = "".join(f"&#{ord(one)};" if place in {3, 17} else one for place, one in enumerate(CANARY))
    body, blotted = (filling + one + filling * 40_000 + one for one in (hidden, MASK))
    assert Blots([Secret(CANARY)]).body(body.encode()) == blotted.encode()


def test_an_escape_of_no_letter_is_none() -> None:
    text = "%7f&#999;&#00;&#128; CANARY &#x4;"
    assert Blots([Secret(CANARY)]).text(text) == text


def test_many_backslashes_take_no_long_time() -> None:
    much = "\\" * 300_000 + f"{CANARY[:11]}\\"
    assert Blots([Secret(CANARY)]).text(much) == much


def test_a_large_body_is_looked_through_too() -> None:
    filling = "<a>%41&#65;</a>" * 30_000
    body = f"{filling}{CANARY[:12]}%64{CANARY[13:]}{filling}".replace("CANARY012345%64", "CANARY012345%36")
    assert Blots([Secret(CANARY)]).body(body.encode()) == f"{filling}{MASK}{filling}".encode()


def test_of_two_secrets_in_each_other_nothing_is_left() -> None:
    assert Blots([Secret("secret-1"), Secret("longer-secret-1")]).text("longer-secret-1 secret-1") == "*** ***"


def test_a_secret_that_stands_in_any_text_by_chance_is_left() -> None:
    assert Blots([Secret("no"), Secret("")]).text("a password is no secret") == "a password is no secret"


@calm
@given(st.binary(max_size=200))
def test_a_body_without_the_secret_stays_as_it_is(body: bytes) -> None:
    assert Blots([Secret(CANARY)]).body(body) == body


@pytest.mark.parametrize("before", ["", "1", "22", "333", "user:", "POST / HTTP/1.1"])
@pytest.mark.parametrize("secret", [CANARY, "sécret", "0123456789abcdef0123456789abcdef01234567"])
def test_nor_does_it_show_in_what_base64_hides(secret: str, before: str) -> None:
    for after in ("", "4", "\r\nmore"):
        packed = b64encode(f"{before}{secret}{after}".encode()).decode()
        for text in (packed, f'{{"echo":"{packed}"}}'):
            blotted = Blots([Secret(secret)]).body(text.encode()).decode()
            assert MASK in blotted
            assert packed not in blotted


def test_base64_of_other_things_stays() -> None:
    text = encodebytes(b"nothing of it is in here" * 40).decode()
    assert Blots([Secret(CANARY)]).text(text) == text


def test_a_message_is_blotted_whole() -> None:
    message = Message(f"HTTP/1.1 500 {CANARY}", (("X-User", f"u={CANARY}"), ("Date", "now")), f"<a>{CANARY}".encode())
    assert Blots([Secret(CANARY)]).message(message) == Message(
        f"HTTP/1.1 500 {MASK}", (("X-User", f"u={MASK}"), ("Date", "now")), f"<a>{MASK}".encode()
    )


def test_a_message_in_which_there_is_nothing_stays_the_same() -> None:
    for body in (b"", b"100 % &#65;", b"{" * 300_000):
        message = Message("HTTP/1.1 200 OK", (("Date", "now"), ("X-Odd", "\\u0041")), body)
        assert Blots([Secret(CANARY)]).message(message) is message


def test_a_message_whose_body_alone_repeats_one() -> None:
    message = Message("HTTP/1.1 200 OK", (), f"<a>{CANARY}".encode())
    assert Blots([Secret(CANARY)]).message(message) == Message("HTTP/1.1 200 OK", (), f"<a>{MASK}".encode())


def test_an_id_is_blotted_unless_it_is_a_plain_word() -> None:
    private = Blots()
    for name in ("a1b2c3-d4e5", "Envelope"):
        private.add_id(name)
    assert private.text("a1b2c3-d4e5 in an Envelope") == f"{MASK} in an Envelope"
