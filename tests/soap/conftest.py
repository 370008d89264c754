"""The builder, made once, and a practice Marketo."""

from collections.abc import Callable, Iterator

import pytest

from mktgui.domain.secret import Secret
from mktgui.practice.server import PracticeServer
from mktgui.soap.envelope import EnvelopeBuilder
from mktgui.soap.transport import SoapTransport
from tests.soap.connecting import Connect, now, profile_for


@pytest.fixture(scope="session")
def envelopes() -> EnvelopeBuilder:
    return EnvelopeBuilder()


@pytest.fixture
def server() -> Iterator[PracticeServer]:
    with PracticeServer() as server:
        yield server


@pytest.fixture
def connect(server: PracticeServer, envelopes: EnvelopeBuilder) -> Connect:
    """Makes a transport to the practice server."""

    def connect(seconds: float = 3.0) -> SoapTransport:
        profile = profile_for(server.endpoint, seconds, server.user_id)
        return SoapTransport(profile, lambda: Secret(server.secret), envelopes, now)

    return connect


@pytest.fixture
def elsewhere(envelopes: EnvelopeBuilder) -> Callable[[str], SoapTransport]:
    """Makes a transport to any other endpoint."""
    return lambda endpoint: SoapTransport(profile_for(endpoint), lambda: Secret("key"), envelopes, now)
