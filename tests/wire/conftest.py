"""A certificate authority that nobody trusts, unless a test says so."""

import ssl
from pathlib import Path

import pytest
import trustme

from tests.wire.scripted import certificate_for


@pytest.fixture(scope="session")
def authority() -> trustme.CA:
    return trustme.CA()


@pytest.fixture(scope="session")
def certificate(authority: trustme.CA) -> ssl.SSLContext:
    """TLS of a server at localhost, 127.0.0.1 and marketo.test."""
    return certificate_for(authority, "localhost", "127.0.0.1", "marketo.test")


@pytest.fixture
def trusted(authority: trustme.CA, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """This computer trusts the authority, as an office trusts its own."""
    bundle = tmp_path / "office.pem"
    authority.cert_pem.write_to_path(bundle)
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(bundle))
