"""A desk for all these tests, and for each a program and a Marketo of its own."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from mktgui.domain.profile import Profile
from mktgui.practice.server import PracticeServer
from mktgui.storage.profiles import TomlProfiles
from tests.e2e.desk import ROOT, Desk, desk
from tests.e2e.program import Start, programs

KEEP_IT = """
import sys
from mktgui.domain.secret import Secret
from mktgui.storage.secrets import KeyringSecrets

KeyringSecrets().put(sys.argv[1], Secret(sys.stdin.read()))
"""


@pytest.fixture(scope="session")
def one_desk() -> Iterator[Desk]:
    with desk() as one:
        yield one


@pytest.fixture
def start(one_desk: Desk) -> Iterator[Start]:
    with programs(one_desk) as start:
        yield start


@pytest.fixture
def folder(home: Path) -> Path:
    """The home of the program; not yet there, as on the first day."""
    return home / "mktgui"


@pytest.fixture
def server() -> Iterator[PracticeServer]:
    """A Marketo outside the program, with a journal."""
    with PracticeServer() as server:
        yield server


@pytest.fixture
def profile(server: PracticeServer, folder: Path, one_desk: Desk) -> Profile:
    """A connection to it that was used last, its key in the keyring."""
    profile = Profile(id=f"p{id(server)}", name="Sandbox", endpoint=server.endpoint, user_id=server.user_id)
    TomlProfiles(folder / "config" / "profiles.toml").save((profile,), profile.id)
    command = [sys.executable, "-c", KEEP_IT, profile.id]
    subprocess.run(command, cwd=ROOT, env=one_desk.environment, input=server.secret, text=True, check=True, timeout=60)
    return profile
