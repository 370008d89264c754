"""Bytes become text, whatever they are; none of them is lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mktgui.wire.decoding import decoded_by


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
