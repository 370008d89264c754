"""A practice Marketo."""

from collections.abc import Iterator

import pytest

from mktgui.practice.server import PracticeServer


@pytest.fixture
def server() -> Iterator[PracticeServer]:
    with PracticeServer() as server:
        yield server
