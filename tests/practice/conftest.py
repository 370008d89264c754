"""A practice server on a real socket, and somebody who calls it."""

from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from typing import Any

import pytest

from mktgui.practice.server import PracticeServer
from tests.practice.line import Line
from tests.practice.raw import Caller
from tests.practice.rest.raw import RestCaller


@pytest.fixture
def server() -> Iterator[PracticeServer]:
    with PracticeServer() as server:
        yield server


@pytest.fixture
def caller(server: PracticeServer) -> Caller:
    return Caller(server)


@pytest.fixture
def turn(server: PracticeServer) -> Callable[..., None]:
    """Changes settings of the running server by name."""

    def change(**changes: Any) -> None:
        server.settings = replace(server.settings, **changes)

    return change


@pytest.fixture
def line(server: PracticeServer) -> Iterator[Line]:
    with closing(Line(server)) as line:
        yield line


@pytest.fixture
def rest(server: PracticeServer) -> RestCaller:
    return RestCaller(server)
