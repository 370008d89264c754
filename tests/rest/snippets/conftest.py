"""A practice Marketo for all the runs of one file, and what makes the code for it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from mktgui.practice.server import PracticeServer
from mktgui.rest.snippets.maker import SnippetMaker
from tests.rest.connecting import told_by
from tests.rest.snippets.running import running_server


@pytest.fixture(scope="module")
def marketo() -> Iterator[PracticeServer]:
    yield from running_server()


@pytest.fixture(scope="module")
def make(marketo: PracticeServer) -> SnippetMaker:
    """It knows what this Marketo calls its fields."""
    return SnippetMaker(told_by(marketo))


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the code is saved before it is run."""
    return tmp_path_factory.mktemp("code") / "MarketoCall.java"
