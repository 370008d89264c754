"""Which keyrings are trusted, and what they are called."""

import sys
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
from keyring.backend import KeyringBackend
from keyring.backends.SecretService import Keyring as SecretServiceKeyring

from mktgui.storage.keyring_backends import find_backend, name_of
from tests.storage.keyring_daemon import KeyringDaemon

PLAIN = """
from keyring.backend import KeyringBackend


class {name}(KeyringBackend):
    priority = 9

    def get_password(self, service, username): ...
    def set_password(self, service, username, password): ...
    def delete_password(self, service, username): ...
"""


@pytest.fixture(autouse=True)
def no_new_backends() -> Iterator[None]:
    """The library remembers every class of keyring ever made; a test's must not stay."""
    known = set(KeyringBackend._classes)  # noqa: SLF001 - there is no other way to forget one
    yield
    KeyringBackend._classes &= known  # noqa: SLF001


def make_module(folder: Path, monkeypatch: pytest.MonkeyPatch, module: str, name: str) -> str:
    path = folder.joinpath(*module.split(".")).with_suffix(".py")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(PLAIN.format(name=name))
    monkeypatch.syspath_prepend(str(folder))
    for part in (module, module.split(".", maxsplit=1)[0]):
        monkeypatch.delitem(sys.modules, part, raising=False)
    return f"{module}.{name}"


@pytest.mark.parametrize(
    "backend",
    [
        "keyring.backends.null.Keyring",
        "keyring.backends.fail.Keyring",
        "no.such.module",
        "keyring.backends.NoSuch",
        "keyring.backends.Windows.WinVaultKeyring",
        "",
    ],
)
def test_settings_that_name_no_real_keyring_count_as_none(monkeypatch: pytest.MonkeyPatch, backend: str) -> None:
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", backend)
    assert find_backend() is None


@pytest.mark.parametrize(
    ("module", "name"),
    [("keyrings.alt.file", "EncryptedKeyring"), ("a_file", "PlainTextKeyring"), ("plaintext_store", "Keyring")],
)
def test_keyrings_that_write_files_count_as_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, module: str, name: str
) -> None:
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", make_module(tmp_path, monkeypatch, module, name))
    assert find_backend() is None


def test_a_keyring_of_another_maker_is_trusted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", make_module(tmp_path, monkeypatch, "some_vault", "Vault"))
    backend = find_backend()
    assert backend is not None
    assert name_of(backend) == "some vault Vault"


CHAIN = """
from keyring.backends import chainer, fail, SecretService


class Chain(chainer.ChainerBackend):
    priority = 10
    backends = [{links}]
"""


def make_chain(folder: Path, monkeypatch: pytest.MonkeyPatch, links: str) -> None:
    (folder / "a_chain.py").write_text(CHAIN.format(links=links))
    monkeypatch.syspath_prepend(str(folder))
    monkeypatch.delitem(sys.modules, "a_chain", raising=False)
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "a_chain.Chain")


def test_a_chain_is_taken_apart(daemon: KeyringDaemon, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make_chain(tmp_path, monkeypatch, "fail.Keyring(), SecretService.Keyring()")
    assert isinstance(find_backend(), SecretServiceKeyring)


def test_an_empty_chain_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make_chain(tmp_path, monkeypatch, "")
    assert find_backend() is None


def test_the_owner_of_the_secret_service_gives_the_name(daemon: KeyringDaemon) -> None:
    assert name_of(SecretServiceKeyring()) == "GNOME Keyring"


def test_an_owner_that_cannot_be_asked_leaves_the_plain_name(nowhere: None) -> None:
    assert name_of(SecretServiceKeyring()) == "Secret Service keyring"


@pytest.mark.parametrize(
    ("module", "name"),
    [
        ("keyring.backends.Windows", "Windows Credential Manager"),
        ("keyring.backends.macOS", "macOS Keychain"),
        ("keyring.backends.kwallet", "KWallet"),
    ],
)
def test_the_names_of_other_systems(module: str, name: str) -> None:
    kind = type("Keyring", (SimpleNamespace,), {"__module__": module, "name": "x"})
    assert name_of(kind()) == name
