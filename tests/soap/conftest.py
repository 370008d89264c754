"""The builder, made once, and a practice Marketo."""

from collections.abc import Iterator

import pytest

from mktgui.practice.server import PracticeServer
from mktgui.soap.envelope import EnvelopeBuilder


@pytest.fixture(scope="session")
def envelopes() -> EnvelopeBuilder:
    return EnvelopeBuilder()


@pytest.fixture
def server() -> Iterator[PracticeServer]:
    with PracticeServer() as server:
        yield server
