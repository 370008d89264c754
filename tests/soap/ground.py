"""Where broken connections are set up for the credential check: servers, proxies and profiles that lead to them."""

import ssl
from collections.abc import Callable
from contextlib import AbstractContextManager, ExitStack
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

import trustme

from mktgui.domain.ladder import CheckResult, RungResult
from mktgui.domain.profile import Profile
from mktgui.domain.proxy import ProxyChoice, ProxyKind
from mktgui.domain.secret import Secret
from mktgui.practice.server import PracticeServer
from mktgui.soap.check import SoapCheck
from mktgui.soap.envelope import EnvelopeBuilder
from mktgui.wire.way import Way
from tests.wire.scripted import Script, ScriptedServer, Talk, answer, certificate_for
from tests.wire.tinyproxy import tinyproxy

T = TypeVar("T")

SECONDS = 1.0  # to connect, and to answer
VENDOR = "123-abc-456.mktoapi.com"


def key() -> Secret | None:
    return Secret("27272727aa")


def now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True, kw_only=True)
class Attempt:
    """What a person has set up."""

    endpoint: str = "https://127.0.0.1:1/"
    user_id: str = "acme1_55"
    secret: Callable[[], Secret | None] = key
    proxy: ProxyChoice = field(default_factory=ProxyChoice)
    proxy_password: Secret | None = None
    ca_file: str = ""
    system_proxy: str = ""
    now: Callable[[], datetime] = now

    def check(self, envelopes: EnvelopeBuilder, seconds: float = SECONDS) -> SoapCheck:
        """The check of it."""
        profile = Profile(
            id="p",
            name="P",
            endpoint=self.endpoint,
            user_id=self.user_id,
            connect_seconds=seconds,
            answer_seconds=seconds,
            proxy=self.proxy,
            ca_file=self.ca_file,
        )
        way = Way(proxy_password=lambda: self.proxy_password, system_proxy=lambda _: self.system_proxy)
        return SoapCheck(profile, self.secret, lambda: envelopes, self.now, way)


class Ground:
    """Holds whatever has to be running until the check is over."""

    def __init__(self, stack: ExitStack, folder: Path, authority: trustme.CA) -> None:
        self._stack, self.folder, self.authority = stack, folder, authority
        self.ca_file = str(folder / "office.pem")
        authority.cert_pem.write_to_path(self.ca_file)

    def serve(self, script: Script, certificate: ssl.SSLContext | None = None) -> ScriptedServer:
        """A server that does what it is told."""
        return self._stack.enter_context(ScriptedServer(script, certificate))

    def replies(self, reply: bytes) -> Attempt:
        """A connection to this computer that is answered so."""
        return Attempt(endpoint=self.serve(answer(reply)).url)

    def hold(self, context: AbstractContextManager[T]) -> T:
        """Something else that has to be there."""
        return self._stack.enter_context(context)

    def practice(self) -> PracticeServer:
        """A Marketo to practise on."""
        return self._stack.enter_context(PracticeServer())

    def proxy(self, *, login: bool = False) -> ProxyChoice:
        """A real one."""
        return named(self._stack.enter_context(tinyproxy(self.folder, login=login)))

    def certificate(self, *names: str) -> ssl.SSLContext:
        """One that the authority vouches for."""
        return certificate_for(self.authority, *names)

    def behind(self, certificate: ssl.SSLContext, script: Script) -> ProxyChoice:
        """A proxy that leads to a server with this certificate."""

        def tunnel(talk: Talk) -> None:
            talk.hear_head()
            talk.say(b"HTTP/1.1 200 Go\r\n\r\n")
            talk.secure(certificate)
            script(talk)

        return named(self.serve(tunnel).port)


def named(port: int, host: str = "127.0.0.1", user_name: str = "") -> ProxyChoice:
    """A proxy that the person named."""
    return ProxyChoice(kind=ProxyKind.MANUAL, host=host, port=port, user_name=user_name)


def climb(check: SoapCheck) -> tuple[CheckResult, list[RungResult]]:
    """The result, and what was told on the way."""
    told: list[RungResult] = []
    return check.run(told.append), told
