"""Bytes become text, whatever they are; none of them is lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mktgui.domain.exchange import Message
from mktgui.wire.decoding import decoded_by, read_by_its_header


@given(st.text())
def test_text_comes_back(text: str) -> None:
    assert decoded_by("utf-8", text.encode("utf-8", "replace")) == text.encode("utf-8", "replace").decode()


@pytest.mark.parametrize(
    ("encoding", "body", "text"),
    [("utf-8", b"a\xffb", "a\\xffb"), ("utf-16-le", b"a\0b", "a\\x62"), ("utf-16-be", b"\xd8\0\0a", "\\xd8\\x00a")],
)
def test_what_is_no_text_shows_as_its_hex_value(encoding: str, body: bytes, text: str) -> None:
    assert decoded_by(encoding, body) == text


def test_stray_bytes_show_across_every_seam() -> None:
    body = "a价".encode() * 10_000 + b"\xff" + "🦊".encode() * 10_000 + b"\xf0\x9f"
    assert decoded_by("utf-8", body) == "a价" * 10_000 + "\\xff" + "🦊" * 10_000 + "\\xf0\\x9f"


def test_no_such_encoding() -> None:
    with pytest.raises(LookupError):
        decoded_by("no-such", b"a")


def said(kind: str, body: bytes) -> Message:
    return Message("HTTP/1.1 200 OK", (("Content-Type", kind),), body)


@pytest.mark.parametrize(
    "kind",
    [
        "application/json; charset=ISO-8859-1",
        'text/xml;charset="iso-8859-15"',
        "text/xml; charset=latin1; x=y",
        "text/xml; charset='windows-1252'",
    ],
)
def test_a_body_that_is_in_what_its_header_says_becomes_utf_8(kind: str) -> None:
    assert read_by_its_header(said(kind, "Müller".encode("latin-1"))) == "Müller".encode()


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("text/xml", "Müller".encode("latin-1")),
        ("text/xml; charset=utf-8", "Müller".encode("latin-1")),
        ("text/xml; charset=unicode_escape", b"M\xfc"),
        ("text/xml; charset=cp99999", b"M\xfc"),
        ("text/xml; charset=gbk", b"M\xff"),
        ("text/xml; charset=iso-8859-1", "Müller".encode()),  # the header is wrong
        ("text/xml; charset=iso-8859-1", "Müller".encode("utf-16")),
        ("text/xml; charset=iso-8859-1", b""),
    ],
)
def test_any_other_body_is_as_it_came(kind: str, body: bytes) -> None:
    assert read_by_its_header(said(kind, body)) == body
