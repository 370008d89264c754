"""Access tokens: asked for with the client's id and secret, kept in memory, renewed in time (facts sheet 6.1)."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from threading import Lock
from time import monotonic
from urllib.parse import urlencode

from mktgui.domain.secret import Secret
from mktgui.rest.envelope import fault_of, text_of
from mktgui.rest.jsontext import NotJsonError, read_object

RENEWED_BELOW = 60.0  # seconds: a call may take as long as that, and 602 in its middle helps nobody
GONE = frozenset({"601", "602"})  # with these a new token and one more try are in order
_SECONDS = re.compile(r"[0-9]{1,9}(\.[0-9]+)?")


@dataclass(frozen=True, slots=True)
class Client:
    """Who asks, and where: the address that ends in /identity, and the client's id and secret."""

    identity: str
    client_id: str
    secret: Secret


@dataclass(frozen=True, slots=True)
class Granted:
    """A token, which does not show itself, and the seconds it had left when it came."""

    token: Secret
    seconds: float
    scope: str = ""


@dataclass(frozen=True, slots=True)
class Refused:
    """Why there is no token: the two words that the identity service has for it."""

    error: str
    description: str


def token_target(client: Client) -> str:
    """What follows the address that ends in /identity. Has the secret in it, so it is for the wire alone."""
    values = {
        "grant_type": "client_credentials",
        "client_id": client.client_id,
        "client_secret": client.secret.reveal(),
    }
    return f"/oauth/token?{urlencode(values)}"


def read_token(body: bytes) -> Granted | Refused:
    """What the identity service says, whatever its status. Raises NotJsonError and BrokenJsonError.

    A token whose time cannot be read is good for this call: `seconds` is 0, and it is not kept. At an address that is
    not that service's, Marketo refuses in the words of its API.
    """
    said = read_object(body)
    token = said.get("access_token")
    if isinstance(token, str) and token.isascii() and token.isprintable() and token.strip():
        seconds = text_of(said.get("expires_in"))
        left = float(seconds) if _SECONDS.fullmatch(seconds) else 0.0
        return Granted(Secret(token.strip()), left, text_of(said.get("scope")))
    error, errors = said.get("error"), said.get("errors")
    if error is None and isinstance(errors, list) and errors:
        fault = fault_of(errors)
        return Refused(fault.code, fault.message or fault.text)
    if error is None:
        message = "the object is no answer of the identity service"
        raise NotJsonError(message)
    return Refused(text_of(error), text_of(said.get("error_description")))


class TokenKeeper:
    """Keeps the token of each client in memory until it is about to expire. Thread-safe.

    A client whose secret was changed is another one. `clock` gives seconds that never go back: the time of day may be
    put right while we run.
    """

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        self.clock = clock
        self._lock = Lock()
        self._kept: dict[Client, tuple[Secret, float]] = {}

    def get(self, client: Client) -> Secret | None:
        """The token of a client, or None where a new one is in order."""
        with self._lock:
            token, end = self._kept.get(client, (None, 0.0))
        return token if end - self.clock() >= RENEWED_BELOW else None

    def keep(self, client: Client, granted: Granted, asked_at: float) -> None:
        """Keep a token. Its time is reckoned from when it was asked for, since the answer took some of it."""
        with self._lock:
            self._kept[client] = granted.token, asked_at + granted.seconds

    def drop(self, client: Client, token: Secret) -> bool:
        """Forget a token that Marketo does not take. False where another has taken its place already."""
        with self._lock:
            kept = self._kept.get(client)
            if kept is None or kept[0] != token:
                return False
            del self._kept[client]
            return True

    def clear(self) -> None:
        """Forget every token."""
        with self._lock:
            self._kept.clear()
