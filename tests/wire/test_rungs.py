"""What can be seen of a connection, and the certificate among it, whatever that certificate holds."""

import ssl
from datetime import UTC, datetime
from types import SimpleNamespace
from typing import Any

import pytest

from mktgui.domain.exchange import Secured
from mktgui.wire.rungs import Certificate, Reached, certificate_of, secured_by, watch_nothing

INFO: dict[str, Any] = {
    "issuer": ((("countryName", "DE"),), (("organizationName", "Office Ltd"),), (("commonName", "Office CA"),)),
    "subject": ((("commonName", "marketo.test"),),),
    "subjectAltName": (("DNS", "marketo.test"), ("IP Address", "127.0.0.1")),
    "notAfter": "Mar 14 09:26:53 2026 GMT",
}


def line_with(info: object) -> object:
    return SimpleNamespace(
        _sslobj=SimpleNamespace(get_unverified_chain=lambda: [SimpleNamespace(get_info=lambda: info)])
    )


def test_a_certificate_in_the_words_of_a_person() -> None:
    assert certificate_of(line_with(INFO)) == Certificate(
        issuer="Office CA, Office Ltd",
        subject="marketo.test",
        names=("marketo.test", "127.0.0.1"),
        expires=datetime(2026, 3, 14, 9, 26, 53, tzinfo=UTC),
    )


def test_a_name_without_a_common_name() -> None:
    bare = {"issuer": ((("organizationName", "Office"),), (("organizationalUnitName", "IT"),))}
    assert certificate_of(line_with(bare)) == Certificate(issuer="Office, IT")


@pytest.mark.parametrize("info", [None, {"notAfter": "yesterday"}, {"issuer": 7}, {"subject": (("x",),)}])
def test_a_certificate_that_cannot_be_read_is_an_empty_one(info: object) -> None:
    assert certificate_of(line_with(info)) == Certificate()


def test_no_tls_no_certificate() -> None:
    def broken() -> object:
        raise ssl.SSLError

    assert certificate_of(None) == Certificate()
    assert certificate_of(SimpleNamespace(_sslobj=SimpleNamespace(get_unverified_chain=list))) == Certificate()
    assert certificate_of(SimpleNamespace(_sslobj=SimpleNamespace(get_unverified_chain=broken))) == Certificate()


def test_an_ordinary_call_looks_at_nothing() -> None:
    watch_nothing(Reached("127.0.0.1"))


def test_what_tls_says_of_itself() -> None:
    line = line_with(INFO)
    vars(line).update(version=lambda: "TLSv1.3", cipher=lambda: ("TLS_AES_256_GCM_SHA384", "TLSv1.3", 256))
    assert secured_by(line) == Secured(
        version="TLSv1.3",
        cipher="TLS_AES_256_GCM_SHA384",
        subject="marketo.test",
        issuer="Office CA, Office Ltd",
        expires=datetime(2026, 3, 14, 9, 26, 53, tzinfo=UTC),
    )


def test_a_line_that_was_shut_meanwhile_has_nothing_to_say() -> None:
    assert secured_by(SimpleNamespace(version=lambda: None, cipher=lambda: None)) == Secured()
