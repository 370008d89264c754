"""A desk for all these tests, and for each a program and a Marketo of its own."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from mktgui.domain.profile import Profile
from mktgui.practice.server import PracticeServer
from tests.e2e.connection import keep_connection
from tests.e2e.desk import Desk, desk
from tests.e2e.program import Start, programs


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
    return keep_connection(server, folder, one_desk)
