"""Addresses, phone numbers and credentials are known by their looks; dates and versions are not taken for them."""

import pytest

from mktgui.domain.lookalikes import Look, lookalikes


@pytest.mark.parametrize(
    ("text", "look", "found"),
    [
        ("<Email>bo@x.example</Email>", Look.ADDRESS, "bo@x.example"),
        ("?q=bo%40x.example&", Look.ADDRESS, "bo%40x.example"),
        ("王@公司.example.cn,", Look.ADDRESS, "王@公司.example.cn"),
        ("call +49 30 788346.", Look.PHONE, "+49 30 788346"),
        ("call (512) 555-0142", Look.PHONE, "(512) 555-0142"),
        ("call 030/78 83 46", Look.PHONE, "030/78 83 46"),
        ("840c2bcb97b1b47d73013a45e3450cafcea08cb5", Look.SIGNATURE, "840c2bcb97b1b47d73013a45e3450cafcea08cb5"),
        ("as acme1_5512345678ABCDEF01234567!", Look.USER_ID, "acme1_5512345678ABCDEF01234567"),
        ("demo17_1_809934544BFABAE58E5D27", Look.USER_ID, "demo17_1_809934544BFABAE58E5D27"),
        ("cdf01657-110d-4155-99a7-f986b2ff13a0:ab", Look.TOKEN, "cdf01657-110d-4155-99a7-f986b2ff13a0:ab"),
        ("Authorization: Bearer abcdefgh12", Look.TOKEN, "Bearer abcdefgh12"),
        ('"access_token": "abcdef"', Look.TOKEN, 'access_token": "abcdef'),
    ],
)
def test_found(text: str, look: Look, found: str) -> None:
    assert list(lookalikes(text)) == [(look, found)]


@pytest.mark.parametrize(
    "text",
    [
        "2026-03-14T09:26:53-07:00 and 2026-03-14 09:26:53.123 and 2026-03-14",
        "POST http://127.0.0.1:54321/soap/mktows/3_1 HTTP/1.1",
        "Content-Length: 1234567890",
        "20105 - Unknown lead field",
        "xmlns:ns1='http://www.marketo.com/mktows/'",
        "<requestSignature>***</requestSignature>",
        "Bearer ***",
        '"client_secret":"***"',
        "user@localhost",
        "AbC_12345",
    ],
)
def test_not_found(text: str) -> None:
    assert not list(lookalikes(text))
