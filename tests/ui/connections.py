"""Real stores and parts for the tests of the connection editor."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication

from mktgui.domain.ports import Connect, MakeCheck, SecretStore, Transport
from mktgui.domain.profile import Environment, Profile, TransportKind
from mktgui.storage.profiles import TomlProfiles
from mktgui.ui.confidential_clipboard import ConfidentialClipboard
from mktgui.ui.connection_pages import PageParts
from mktgui.ui.ladder_words import LadderWords
from mktgui.ui.theme import Theme
from mktgui.workers.runner import Runner
from tests.storage.keyring_daemon import KeyringDaemon, keyring_daemon
from tests.ui.checks import make_check
from tests.ui.desk import LABELS
from tests.ui.doctors import doctor

ENDPOINT = "https://123-ABC-456.mktoapi.com/soap/mktows/3_1"
CANARY = "canary-0F1E2D3C"
SANDBOX = Profile(id="s", name="Sandbox", endpoint=ENDPOINT, user_id="acme1_55")
LIVE = Profile(id="l", name="Live", endpoint=ENDPOINT, user_id="acme1_66", environment=Environment.PRODUCTION)


def profile_file(folder: Path) -> TomlProfiles:
    return TomlProfiles(folder / "config" / "profiles.toml")


def nowhere(profile: Profile) -> Transport:
    """For tests that call nobody."""
    raise AssertionError


def page_parts(
    secrets: SecretStore, runner: Runner, theme: Theme, make: MakeCheck = make_check, connect: Connect = nowhere
) -> PageParts:
    return PageParts(
        secrets=secrets,
        runner=runner,
        theme=theme,
        make_check=make,
        words=LadderWords(doctor()),
        clipboard=QGuiApplication.clipboard(),
        confidential=ConfidentialClipboard(QGuiApplication.clipboard()),
        connect=connect,
        standard=lambda: LABELS.standard(TransportKind.REST),
    )


@contextmanager
def unlocked_keyring(monkeypatch: pytest.MonkeyPatch) -> Iterator[KeyringDaemon]:
    """A keyring that this process uses."""
    with keyring_daemon() as daemon:
        monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.SecretService.Keyring")
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", daemon.address)
        yield daemon
        gc.collect()  # what keyring leaves open goes here, and not in the next test
