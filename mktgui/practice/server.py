"""The practice Marketo on a real socket of this computer."""

import secrets
from collections.abc import Callable
from datetime import UTC, datetime
from threading import Event, Lock, Thread
from types import TracebackType
from typing import Self

from mktgui.practice.guard import Guard
from mktgui.practice.handler import Entry, PracticeHttp
from mktgui.practice.marketo import Marketo
from mktgui.practice.meter import Meter
from mktgui.practice.rest.api import RestApi
from mktgui.practice.rest.users import READ_WRITE, USERS
from mktgui.practice.scenarios import Agenda, Scenario, scenario
from mktgui.practice.settings import Settings
from mktgui.practice.tricks import Door
from mktgui.practice.world import World

PATH = "/soap/mktows/3_1"
USER_ID = "practice1_5512345678ABCDEF01234567"


class PracticeServer:
    """A Marketo to practise on. Thread-safe.

    Over SOAP it is at `endpoint`, with `user_id` and `secret`; over REST at `rest_endpoint`, with tokens from
    `identity_endpoint` for `client_id` and `client_secret`, or for another of the `clients`. It is one and the same.
    Port 0 takes any free one. Nothing outlives `close`, not even a call that is being kept waiting.
    """

    def __init__(self, world: World | None = None, settings: Settings | None = None, port: int = 0) -> None:
        self.user_id, self.secret = USER_ID, secrets.token_hex(20).upper()
        self.clients = {user.role: (user.client_id, secrets.token_urlsafe(24)) for user in USERS}
        self.closing = Event()
        self._world, self._settings, self._port = world, settings or Settings(), port
        self._agenda = Agenda()
        self._lock = Lock()
        self._journal: list[Entry] = []
        self._http: PracticeHttp | None = None
        self._rest: RestApi | None = None
        self._clock: Callable[[], datetime] = lambda: datetime.now(UTC)

    def start(self) -> Self:
        """Listen. Raises OSError where the port cannot be had."""
        self._http = PracticeHttp(("127.0.0.1", self._port), self)
        Thread(target=self._http.serve_forever, daemon=True, name="practice").start()
        return self

    def close(self) -> None:
        """Stop listening and let everybody go who is kept waiting."""
        self.closing.set()
        if self._http is not None:
            self._http.shutdown()
            self._http.server_close()
            self._http = None

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def endpoint(self) -> str:
        """Where to send SOAP requests to. The server has to be running."""
        return f"{self._base}{PATH}"

    @property
    def rest_endpoint(self) -> str:
        """What the paths of the REST API begin with. The server has to be running."""
        return f"{self._base}/rest"

    @property
    def identity_endpoint(self) -> str:
        """What the path for tokens begins with. The server has to be running."""
        return f"{self._base}/identity"

    @property
    def client_id(self) -> str:
        """The client whose API user may do everything."""
        return self.clients[READ_WRITE.role][0]

    @property
    def client_secret(self) -> str:
        """The secret of that client."""
        return self.clients[READ_WRITE.role][1]

    @property
    def _base(self) -> str:
        if self._http is None:
            message = "the practice server is not running"
            raise OSError(message)
        return f"http://127.0.0.1:{self._http.server_port}"

    @property
    def rest(self) -> RestApi:
        """The REST side of the instance; its world is read when the first call comes."""
        with self._lock:
            if self._rest is None:
                world, meter = self._world or World.bundled(), Meter()
                marketo = Marketo(world, self._settings, Guard(self.user_id, self.secret, meter), self._now)
                self._rest = RestApi(marketo, meter, dict(self.clients.values()))
            return self._rest

    @property
    def marketo(self) -> Marketo:
        """The instance behind the socket."""
        return self.rest.marketo

    @property
    def world(self) -> World:
        """The leads as they are now."""
        return self.marketo.world

    @property
    def settings(self) -> Settings:
        """How this Marketo behaves; replace it at any time."""
        return self.marketo.settings

    @settings.setter
    def settings(self, settings: Settings) -> None:
        self.marketo.settings = settings

    @property
    def clock(self) -> Callable[[], datetime]:
        """What tells the time; put another in its place to have a skewed clock."""
        return self._clock

    @clock.setter
    def clock(self, clock: Callable[[], datetime]) -> None:
        self._clock = clock

    @property
    def journal(self) -> tuple[Entry, ...]:
        """Every request so far, oldest first."""
        with self._lock:
            return tuple(self._journal)

    def next(self, one: Scenario | str, times: int = 1) -> None:
        """Arrange what the next call gets that can have it. Raises ValueError for an unknown name."""
        self._agenda.add(scenario(one) if isinstance(one, str) else one, times)

    def _now(self) -> datetime:
        return self._clock()

    def take_scenario(self, door: Door) -> Scenario | None:
        """For the handler: what the call at hand gets, which came through this door."""
        return self._agenda.take(door)

    def note(self, entry: Entry) -> None:
        """For the handler: put a request into the journal."""
        with self._lock:
            self._journal.append(entry)
