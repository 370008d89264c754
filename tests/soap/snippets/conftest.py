"""What makes the code, and a practice Marketo for all the runs of one file."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from mktgui.practice.server import PracticeServer
from mktgui.soap.envelope import EnvelopeBuilder
from mktgui.soap.snippets.maker import SnippetMaker
from tests.soap.snippets.running import running_server


@pytest.fixture(scope="module")
def make(envelopes: EnvelopeBuilder) -> SnippetMaker:
    return SnippetMaker(envelopes)


@pytest.fixture(scope="module")
def marketo() -> Iterator[PracticeServer]:
    yield from running_server()


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the code is saved before it is run."""
    return tmp_path_factory.mktemp("code") / "call"
