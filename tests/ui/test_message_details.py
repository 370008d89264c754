"""What there is to say about a message besides its body; never a credential."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from mktgui.domain.exchange import Exchange, Message, Secured, Stage, Timing
from mktgui.domain.ports import MessageText
from mktgui.ui.message_details import MessageDetails
from mktgui.wire.redact import mask_body

HEADERS = (("Content-Type", "text/xml; charset=ISO-8859-1"), ("Content-Encoding", "gzip"), ("Set-Cookie", "canary"))
RECEIVED = Message("HTTP/1.1 200 OK", HEADERS, b"x" * 2048)
EXCHANGE = Exchange(
    endpoint="https://123-abc-456.mktoapi.com/soap?access_token=canary",
    sent=Message("POST /soap HTTP/1.1", (("Host", "x"),), b"<a/>"),
    left=True,
    received=RECEIVED,
    status=200,
    complete=True,
    started=datetime(2026, 3, 14, 9, 26, 53, tzinfo=UTC),
    timings=(Timing(Stage.CONNECTING, 0.012), Timing(Stage.WAITING, 1.5)),
    secured=Secured(
        version="TLSv1.3",
        cipher="TLS_AES_256_GCM_SHA384",
        subject="*.mktoapi.com",
        issuer="Some CA",
        expires=datetime(2027, 1, 1, tzinfo=UTC),
    ),
)


@pytest.fixture
def details(qapp: QApplication) -> Iterator[MessageDetails]:
    before = QLocale()
    QLocale.setDefault(QLocale("en"))
    yield MessageDetails(mask_body)
    QLocale.setDefault(before)


def test_everything_is_said(details: MessageDetails) -> None:
    text = details.text(RECEIVED, MessageText("\ufeff<a/>", formatted=True), EXCHANGE)
    assert text.splitlines()[:9] == [
        "HTTP/1.1 200 OK",
        "Content-Type: text/xml; charset=ISO-8859-1",
        "Content-Encoding: gzip",
        "Set-Cookie: ***",
        "",
        "Body: 2.00 KiB (2,048 bytes)",
        "Sent as: gzip, shown unpacked",
        "Read as: utf-8, with a byte order mark",
        "The header claims iso-8859-1; what the bytes say of themselves counted.",
    ]
    assert text.splitlines()[10] == "Address: https://123-abc-456.mktoapi.com/soap?access_token=***"
    assert text.splitlines()[11].startswith("Began: 2026-03-14 ")
    assert text.splitlines()[12:15] == ["connecting: 12.0 ms", "waiting: 1,500.0 ms", "in all: 1,512.0 ms"]
    assert text.splitlines()[16:19] == [
        "TLS: TLSv1.3, TLS_AES_256_GCM_SHA384",
        "Certificate of: *.mktoapi.com",
        "Vouched for by: Some CA",
    ]
    assert text.splitlines()[19].startswith("Valid until: 202")
    assert "canary" not in text


def test_what_is_not_known_is_not_said(details: MessageDetails) -> None:
    plain = Message("", (("Content-Type", "text/xml; charset=utf-8"),), b"")
    assert details.text(plain, None, None) == "\nContent-Type: text/xml; charset=utf-8\n\nBody: 0 bytes (0 bytes)"
    read = details.text(plain, MessageText("", formatted=False), replace(EXCHANGE, secured=None, complete=False))
    assert "claims" not in read
    assert "TLS" not in read
    assert "The answer broke off before its end." in read
    assert "the connection of the request before it" not in read
    half = replace(EXCHANGE, secured=Secured(version="TLSv1.2"))
    assert details.text(plain, None, half).splitlines()[-3:] == ["TLS: TLSv1.2", "Certificate of: ", "Vouched for by: "]


@pytest.mark.parametrize("name", ["Authorization", "proxy-authorization", "COOKIE", "Set-Cookie"])
def test_a_credential_shows_in_no_header_and_not_in_the_first_line(details: MessageDetails, name: str) -> None:
    headers = ((name, "Basic canary"), ("Location", "/x?access_token=canary&a=1"), ("X-Name", "安娜"))
    text = details.text(Message("GET /token?client_secret=canary HTTP/1.1", headers, b""), None, None)
    assert "canary" not in text
    assert text.splitlines()[:4] == [
        "GET /token?client_secret=*** HTTP/1.1",
        f"{name}: ***",
        "Location: /x?access_token=***&a=1",
        "X-Name: 安娜",
    ]


def test_a_request_over_a_kept_connection_says_so(details: MessageDetails) -> None:
    kept = replace(EXCHANGE, timings=(Timing(Stage.SENDING, 0.001), Timing(Stage.WAITING, 0.5)))
    lines = details.text(RECEIVED, None, kept).splitlines()
    at = lines.index("It went over the connection of the request before it.")
    assert lines[at + 1] == "sending: 1.0 ms"


@pytest.mark.parametrize(
    ("packed", "said"),
    [
        ("GZIP, deflate", "Sent as: GZIP, deflate, shown unpacked"),
        ("br", "Sent as: br, not all of it unpacked"),
        ("gzip, zstd", "Sent as: gzip, zstd, not all of it unpacked"),
    ],
)
def test_what_nobody_here_can_unpack_is_not_called_unpacked(details: MessageDetails, packed: str, said: str) -> None:
    text = details.text(Message("HTTP/1.1 200 OK", (("Content-Encoding", packed),), b"\x0b\x02"), None, None)
    assert said in text.splitlines()
