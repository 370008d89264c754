"""What went over the wire, byte for byte, and when."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Stage(StrEnum):
    """Where a call has got to, in the order in which it gets there. HOLDING is for Marketo's limit of calls."""

    HOLDING = "holding"
    PREPARING = "preparing"
    CONNECTING = "connecting"
    SECURING = "securing"
    SENDING = "sending"
    WAITING = "waiting"
    RECEIVING = "receiving"
    READING = "reading"


# Their whole value is a credential, whatever it looks like. In lower case.
CREDENTIAL_HEADERS = frozenset({"authorization", "proxy-authorization", "cookie", "set-cookie"})


@dataclass(frozen=True, slots=True)
class Message:
    """One HTTP message. `start_line` is the request or status line; header order and case are as on the wire.

    `body` is what the sender meant: exact bytes after transfer and content decoding.
    """

    start_line: str
    headers: tuple[tuple[str, str], ...]
    body: bytes

    def header(self, name: str) -> str:
        """The first header of that name in any case, or empty text."""
        wanted = name.lower()
        return next((value for key, value in self.headers if key.lower() == wanted), "")


@dataclass(frozen=True, slots=True)
class Timing:
    """How long one stage took."""

    stage: Stage
    seconds: float


class Part(StrEnum):
    """What one exchange is for in a call that takes several, as over REST."""

    CALL = "call"
    TOKEN = "token"  # noqa: S105 - a word for it; not counted by Marketo
    FIELDS = "fields"  # what the fields are called, asked once a run
    COOKIE = "cookie"
    READ_BACK = "read-back"


@dataclass(frozen=True, slots=True, kw_only=True)
class Secured:
    """What TLS agreed on for one connection, and who the other end proved to be. Empty text where it cannot be told."""

    version: str = ""
    cipher: str = ""
    subject: str = ""
    issuer: str = ""
    expires: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchange:
    """One request and what came back; with it, where a call took several, those `before` and `after` it.

    The one that they are around is the request that the call is named for: the write, or the first page that was
    read. A call that was tried again with a new token has its first try before it.

    `left` tells whether at least one byte of the request was handed to the network: from then on a write may have
    happened. `received` is None where no status line came, and may hold only part of a body (`complete` is False).
    `secured` is None where there was no TLS, or where it did not come up.
    """

    endpoint: str
    sent: Message
    left: bool
    received: Message | None = None
    status: int | None = None
    complete: bool = False
    started: datetime
    timings: tuple[Timing, ...] = ()
    secured: Secured | None = None
    part: Part = Part.CALL
    before: tuple["Exchange", ...] = ()
    after: tuple["Exchange", ...] = ()

    @property
    def all(self) -> "tuple[Exchange, ...]":
        """Every exchange of the call in the order in which they were made."""
        return (*self.before, self, *self.after)

    @property
    def went_on(self) -> bool:
        """Whether it had the connection of the exchange before it, and so took no time to connect."""
        return self.left and bool(self.timings) and all(one.stage is not Stage.CONNECTING for one in self.timings)

    @property
    def seconds(self) -> float:
        """From the first stage to the last of this one."""
        return sum((timing.seconds for timing in self.timings), 0.0)

    @property
    def seconds_in_all(self) -> float:
        """What every exchange of the call took together."""
        return sum((one.seconds for one in self.all), 0.0)
