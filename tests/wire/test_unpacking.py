"""Bodies unpacked as they arrive: in whatever bites, however often packed, and whatever the header says."""

import gzip
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mktgui.domain.exchange import Message
from mktgui.wire.unpacking import PIECE, Unpacker, UnpackError, strange_packing

TEXT = "<a>副总裁</a>".encode() * 50


def raw_deflate(body: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(body) + packer.flush()


def unpacked(encodings: str, body: bytes, bite: int = 7) -> bytes:
    unpacker = Unpacker(encodings)
    bites = (body[start : start + bite] for start in range(0, len(body), bite))
    return b"".join(piece for one in bites for piece in unpacker.feed(one))


PACKED = {
    "gzip": gzip.compress(TEXT, mtime=0),  # it stands in the names of tests, which must be the same on every core
    "GZip ": gzip.compress(TEXT),
    "x-gzip": gzip.compress(TEXT),
    "deflate": zlib.compress(TEXT),
    "deflate, gzip": gzip.compress(zlib.compress(TEXT)),
    "gzip,gzip": gzip.compress(gzip.compress(TEXT)),
    "identity, gzip": gzip.compress(TEXT),
    "deflate, , gzip, Chunked": gzip.compress(zlib.compress(TEXT)),
    "": TEXT,
    "br": TEXT,  # nobody here can undo it
}


@pytest.mark.parametrize("bite", [1, 7, 10_000])
@pytest.mark.parametrize("encodings", PACKED)
def test_packing_is_undone(encodings: str, bite: int) -> None:
    assert unpacked(encodings, PACKED[encodings], bite) == TEXT


@pytest.mark.parametrize("bite", [7, 10_000])
def test_a_packed_body_of_which_the_header_says_nothing_is_unpacked_too(bite: int) -> None:
    assert unpacked("", gzip.compress(TEXT), bite) == unpacked(",chunked", gzip.compress(TEXT), bite) == TEXT
    assert unpacked("", b"\x1f\x8b\x08 and no more of it", bite) == b"\x1f\x8b\x08 and no more of it"
    assert unpacked("br", PACKED["gzip"], bite) == PACKED["gzip"], "it says something else"


@pytest.mark.parametrize("bite", [1, 7, 10_000])
@pytest.mark.parametrize(
    ("encodings", "body"),
    [
        ("deflate", raw_deflate(TEXT)),
        ("deflate", PACKED["gzip"]),
        ("gzip", zlib.compress(TEXT)),
        ("gzip", TEXT),
        ("deflate", TEXT),
        ("gzip, gzip", PACKED["gzip"]),
    ],
)
def test_a_header_that_is_wrong_is_put_up_with(encodings: str, body: bytes, bite: int) -> None:
    assert unpacked(encodings, body, bite) == TEXT


@pytest.mark.parametrize("bite", [1, 7, 10_000])
def test_parts_that_were_packed_by_themselves_are_one_body_and_what_follows_is_padding(bite: int) -> None:
    parts = gzip.compress(TEXT[:100]) + gzip.compress(TEXT[100:])
    assert unpacked("gzip", parts, bite) == TEXT
    assert unpacked("gzip", parts + b"padding", bite) == TEXT
    assert unpacked("gzip", parts + bytes(20), bite) == TEXT


@pytest.mark.parametrize(
    ("headers", "name"),
    [
        ((), ""),
        ((("Content-Encoding", "gzip"), ("Transfer-Encoding", "chunked")), ""),
        ((("Content-Encoding", "identity"),), ""),
        ((("content-encoding", "gzip, BR"),), "br"),
        ((("Transfer-Encoding", "zstd, chunked"),), "zstd"),
    ],
)
def test_a_packing_that_nobody_here_can_undo_is_named(headers: tuple[tuple[str, str], ...], name: str) -> None:
    assert strange_packing(Message("HTTP/1.1 200 OK", headers, b"")) == name


def test_what_breaks_off_gives_what_came() -> None:
    assert TEXT.startswith(unpacked("gzip", gzip.compress(TEXT)[:-9]))
    assert unpacked("gzip", b"\x1f") == b""


def test_what_goes_on_otherwise_than_it_began_is_said() -> None:
    body = gzip.compress(bytes(10 * PIECE), compresslevel=0)
    unpacker = Unpacker("gzip")
    assert len(next(unpacker.feed(body[: 5 * PIECE]))) > 0
    with pytest.raises(UnpackError):
        unpacked("gzip", body[: 5 * PIECE] + b"\xff" * PIECE, PIECE)


def test_very_much_comes_in_pieces() -> None:
    pieces = Unpacker("gzip").feed(gzip.compress(bytes(100 * PIECE)))
    assert all(len(piece) <= PIECE for piece in pieces)


@given(st.binary(max_size=200), st.integers(1, 50), st.sampled_from(list(PACKED)))
def test_no_bytes_crash_it(body: bytes, bite: int, encodings: str) -> None:
    try:
        found = unpacked(encodings, body, bite)
    except UnpackError:
        return
    assert isinstance(found, bytes)


@given(st.binary(max_size=500), st.integers(1, 50))
def test_everything_that_was_packed_comes_out_as_it_was(body: bytes, bite: int) -> None:
    assert unpacked("gzip", gzip.compress(body), bite) == body
    assert unpacked("deflate", zlib.compress(body), bite) == body
    assert unpacked("gzip, deflate", zlib.compress(gzip.compress(body)), bite) == body
