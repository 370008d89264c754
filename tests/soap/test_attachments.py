"""Envelopes that come with attachments, or as the only part of what could have some."""

from base64 import encodebytes
from quopri import encodestring

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mktgui.domain.exchange import Message
from mktgui.soap.attachments import with_envelope
from mktgui.soap.reader import BrokenXmlError

ENVELOPE = '<?xml version="1.0" encoding="UTF-8"?>\r\n<Envelope>副总裁\r &amp; --b\n\n-- b\x85</Envelope>'.encode()
MTOM = 'multipart/related; type="application/xop+xml"; start="<root@x>"; start-info="text/xml"; boundary="b_1"'
XOP = 'Content-Type: application/xop+xml; charset=UTF-8; type="text/xml"'


def message(kind: str, body: bytes) -> Message:
    return Message("HTTP/1.1 200 OK", (("Date", "now"), ("Content-Type", kind)), body)


def part(body: bytes, *headers: str, boundary: str = "b_1") -> bytes:
    return "\r\n".join((f"--{boundary}", *headers, "", "")).encode() + body + b"\r\n"


def envelope_of(kind: str, body: bytes) -> bytes:
    return with_envelope(message(kind, body)).body


ROOT = part(ENVELOPE, XOP, "Content-Transfer-Encoding: 8bit", "Content-ID: <root@x>")
OTHER = part(b"\x89PNG\r\n\x1a\n\0<Envelope/>", "Content-Type: image/png", "Content-ID: <1@x>")
SHAPES = {
    "alone": (MTOM, ROOT + b"--b_1--"),
    "first": (MTOM, b"\r\n" + ROOT + OTHER + b"--b_1--\r\nafter all"),
    "named": (MTOM, b"before all\r\n" + OTHER + ROOT + b"--b_1--"),
    "named without brackets": (MTOM.replace("<root@x>", "root@x"), OTHER + ROOT + b"--b_1--"),
    "named, but not there": (MTOM.replace("root", "gone"), ROOT + OTHER + b"--b_1--"),
    "nothing named": ("Multipart/Related; boundary=b_1", ROOT + OTHER + b"--b_1--"),
    "folded": ("multipart/related;\r\n\tboundary=b_1", ROOT + b"--b_1--"),
    "not ended": (MTOM, ROOT),
    "without headers": ("multipart/mixed; boundary=b_1", part(ENVELOPE) + b"--b_1--"),
    "base64": (MTOM, part(encodebytes(ENVELOPE), XOP, "Content-Transfer-Encoding: base64") + b"--b_1--"),
    "printable": (MTOM, part(encodestring(ENVELOPE), "Content-Transfer-Encoding: quoted-printable") + b"--b_1--"),
}


@pytest.mark.parametrize("name", SHAPES)
def test_the_envelope_is_found_byte_by_byte(name: str) -> None:
    kind, body = SHAPES[name]
    assert envelope_of(kind, body).replace(b"\r\n", b"\n") == ENVELOPE.replace(b"\r\n", b"\n")
    assert (envelope_of(kind, body) == ENVELOPE) or name == "printable", "which writes the ends of lines anew"


def test_it_goes_by_the_encoding_of_its_own_header() -> None:
    root = part("<a>é</a>".encode("latin-1"), "Content-Type: text/xml; charset=iso-8859-1")
    found = with_envelope(message("multipart/related; boundary=b_1; charset=utf-8", root + b"--b_1--"))
    assert found.header("Content-Type") == "text/xml; charset=iso-8859-1"
    assert found.body == "<a>é</a>".encode("latin-1")


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("text/xml; charset=utf-8", ENVELOPE),
        ("", ENVELOPE),
        ("multipart/related", ROOT),
        ("multipart/related; boundary=other", ROOT),
        ("multipart/related; boundary=b_1", b""),
        (
            "multipart/mixed; boundary=b_1",
            part(b"--b2\r\n\r\n<a/>\r\n--b2--", 'Content-Type: multipart/related; boundary="b2"'),
        ),
    ],
)
def test_what_has_no_such_part_stays_as_it_is(kind: str, body: bytes) -> None:
    assert with_envelope(message(kind, body)) == message(kind, body)


@pytest.mark.parametrize("tag", ["xop:Include", "Include"])
def test_a_value_that_stands_elsewhere_is_not_read_as_empty(tag: str) -> None:
    reference = f'<a><{tag} xmlns:xop="http://www.w3.org/2004/08/xop/include" href="cid:1@x"/></a>'.encode()
    with pytest.raises(BrokenXmlError, match="outside the envelope"):
        envelope_of(MTOM, part(reference, XOP) + OTHER + b"--b_1--")
    declared = b'<a xmlns:xop="http://www.w3.org/2004/08/xop/include"><Included href=""/></a>'
    assert envelope_of(MTOM, part(declared, XOP) + b"--b_1--") == declared


@given(st.binary(max_size=300), st.binary(max_size=60))
def test_no_bytes_crash_it_and_none_is_lost(inside: bytes, before: bytes) -> None:
    body = before + b"\r\n--b_1\r\n\r\n" + inside.replace(b"--b_1", b"") + b"\r\n--b_1--"
    found = envelope_of("multipart/related; boundary=b_1", body)
    if b"--b_1" not in before:
        assert found == inside.replace(b"--b_1", b"")
