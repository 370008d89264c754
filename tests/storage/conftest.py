"""The keyring daemon as a fixture."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.storage.keyring_daemon import KeyringDaemon, keyring_daemon


@pytest.fixture
def nowhere(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No message bus at all. Without an address, D-Bus looks into the runtime folder."""
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.SecretService.Keyring")


@pytest.fixture
def daemon(nowhere: None, monkeypatch: pytest.MonkeyPatch) -> Iterator[KeyringDaemon]:
    """An unlocked keyring that this process uses for one test."""
    with keyring_daemon() as daemon:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", daemon.address)
        yield daemon
