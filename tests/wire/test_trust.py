"""Trust: that of the system, and files with authorities that a person adds, in the forms in which offices have them."""

import os
import socket
import ssl
from pathlib import Path

import pytest
import trustme

from mktgui.wire.trust import LARGEST_CA_FILE, CaFileError, system_trust
from tests.wire.scripted import PATIENCE, ScriptedServer


@pytest.fixture
def pem(authority: trustme.CA) -> bytes:
    return authority.cert_pem.bytes()


def trusts(context: ssl.SSLContext, certificate: ssl.SSLContext) -> bool:
    """Whether TLS comes up with a server that shows this certificate."""
    with (
        ScriptedServer(lambda talk: talk.wait_for_the_end(), certificate) as server,
        socket.create_connection(("127.0.0.1", server.port), PATIENCE) as line,
    ):
        try:
            context.wrap_socket(line, server_hostname="localhost").close()
        except ssl.SSLCertVerificationError:
            return False
    return True


def complaint(path: Path | str) -> str:
    with pytest.raises(CaFileError) as error:
        system_trust(str(path))
    return str(error.value)


def test_whatever_is_added_certificates_and_names_are_verified(tmp_path: Path, pem: bytes) -> None:
    file = tmp_path / "ca.pem"
    file.write_bytes(pem)
    for context in (system_trust(), system_trust(str(file))):
        assert context.verify_mode is ssl.CERT_REQUIRED
        assert context.check_hostname


def test_nobody_else_is_trusted(certificate: ssl.SSLContext) -> None:
    assert not trusts(system_trust(), certificate)


@pytest.mark.parametrize("form", ["plain", "windows", "marked", "notes", "binary", "two"])
def test_forms_in_which_offices_hand_it_out(tmp_path: Path, pem: bytes, certificate: ssl.SSLContext, form: str) -> None:
    content = {
        "plain": pem,
        "windows": pem.replace(b"\n", b"\r\n"),
        "marked": b"\xef\xbb\xbf" + pem,
        "notes": "公司证书\n# für alle\n".encode() + pem,
        "binary": ssl.PEM_cert_to_DER_cert(pem.decode()),
        "two": trustme.CA().cert_pem.bytes() + pem,
    }[form]
    (tmp_path / "ca.pem").write_bytes(content)
    assert trusts(system_trust(str(tmp_path / "ca.pem")), certificate)


def test_a_file_in_the_home_folder(home: Path, pem: bytes, certificate: ssl.SSLContext) -> None:
    (home / "ca.pem").write_bytes(pem)
    assert trusts(system_trust("~/ca.pem"), certificate)


def test_a_file_that_cannot_be_used_is_told_by_name_and_not_by_folder(tmp_path: Path) -> None:
    assert complaint(tmp_path / "gone.pem") == "gone.pem: No such file or directory"
    assert complaint(tmp_path) == f"{tmp_path.name}: is no file"
    assert str(tmp_path) not in complaint(tmp_path / "gone.pem")


@pytest.mark.parametrize(
    "content",
    [b"", b"nonsense", b"-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n", b"\0" * 100],
)
def test_a_file_without_a_certificate_is_told(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "ca.pem"
    file.write_bytes(content)
    assert complaint(file).startswith("ca.pem: ")


def test_a_key_is_no_certificate(tmp_path: Path) -> None:
    file = tmp_path / "key.pem"
    trustme.CA().issue_cert("x").private_key_pem.write_to_path(file)
    assert complaint(file).startswith("key.pem: ")


def test_a_pipe_or_a_flood_does_not_hang_it(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.pem")
    assert complaint(tmp_path / "pipe.pem") == "pipe.pem: is no file"
    (tmp_path / "flood.pem").write_bytes(b"-" * (LARGEST_CA_FILE + 1))
    assert complaint(tmp_path / "flood.pem") == "flood.pem: is too large to hold certificates only"


def test_a_name_that_no_file_can_have() -> None:
    assert complaint("a\0b")


def test_the_bundle_of_the_environment_counts_if_it_is_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, pem: bytes, certificate: ssl.SSLContext
) -> None:
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(tmp_path / "office.pem"))
    assert not trusts(system_trust(), certificate)
    (tmp_path / "office.pem").write_bytes(pem)
    assert trusts(system_trust(), certificate)
