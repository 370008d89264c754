"""What the upper floors may ask of the lower ones: promises in words, kept by soap, storage and wire."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from mktgui.domain.profile import Profile
from mktgui.domain.secret import Secret

if TYPE_CHECKING:  # the window reads the ports before its first paint, and none of these
    from mktgui.domain.calls import Call, SyncLead
    from mktgui.domain.exchange import Stage
    from mktgui.domain.ladder import CheckResult, RungResult
    from mktgui.domain.outcome import Outcome
    from mktgui.domain.outline import Outline
    from mktgui.domain.recording import Context
    from mktgui.domain.selection import FieldValue, Selected

Report = Callable[["Stage"], None]


class Transport(Protocol):
    """Carries one call. Made fresh for each call, used on one worker thread."""

    def send(self, call: "Call", report: Report) -> "Outcome":
        """Say it, wait, read the answer. Never raises for anything the network or Marketo can do."""
        ...

    def abort(self) -> None:
        """From any thread, at any time: closes the socket, and `send` returns soon with STOPPED."""
        ...


class Connect(Protocol):
    """Makes a transport for a profile. Cheap: reads nothing, opens nothing."""

    def __call__(self, profile: Profile) -> Transport: ...


class ConnectFor(Protocol):
    """Makes a transport for one call of which more is to be kept than the call itself. As cheap as `Connect`."""

    def __call__(self, context: "Context") -> Transport: ...


class CheckConnection(Protocol):
    """Climbs the ladder of the credential check for one profile. Made fresh for each check, used on one worker thread.

    It makes exactly one call, which reads, and ends within the times of the profile; over REST it asks for a token
    before.
    """

    def run(self, tell: "Callable[[RungResult], None]") -> "CheckResult":
        """Tell each rung as soon as it is known, on this thread. Never raises for anything outside this program."""
        ...

    def abort(self) -> None:
        """From any thread, at any time: closes the socket, and `run` returns soon with the verdict STOPPED."""
        ...


class MakeCheck(Protocol):
    """Makes a check. Cheap: reads nothing, opens nothing.

    A secret that was typed and not saved yet is given; for None the kept one is read, on the worker thread.
    """

    def __call__(
        self, profile: Profile, secret: Secret | None = None, proxy_password: Secret | None = None
    ) -> CheckConnection: ...


class Preview(Protocol):
    """Builds the request that Send would send, with words in place of signature or token. For worker threads."""

    def __call__(self, call: "SyncLead", user_id: str) -> bytes: ...


PreviewOf = Callable[[Profile, "SyncLead"], bytes]
"""The same for any connection: by its API, and as that would send it."""


class TextForm(StrEnum):
    """How a message is shown."""

    FORMATTED = "formatted"
    RAW = "raw"


class TextKind(StrEnum):
    """What a message is written in, or would be if it were well-formed."""

    XML = "xml"
    JSON = "json"


class MessageTree(Protocol):
    """A well-formed message, to ask things of. For worker threads. What is masked in the text is masked here."""

    def select(self, expression: str) -> "Selected":
        """What an XPath expression finds, names without a prefix in any namespace; in JSON a path. Never raises."""
        ...

    def fields(self) -> "tuple[FieldValue, ...]":
        """What it says of the fields of its leads, in document order."""
        ...


@dataclass(frozen=True, slots=True)
class MessageText:
    """A message body as text. `formatted` is False where the body could not be formatted and is shown raw.

    `encoding` is the one by which the bytes were read, and a byte order mark is the first character of the text. The
    outline goes as far as the text is well-formed; `tree` is None where it is not. What is neither XML nor JSON counts
    as bad XML.
    """

    text: str
    formatted: bool
    encoding: str = "utf-8"
    outline: "Outline | None" = None
    tree: MessageTree | None = None
    kind: TextKind = TextKind.XML


class ReadMessage(Protocol):
    """Turns body bytes into text for the screen, signature and user masked unless `masked` is False."""

    def __call__(self, body: bytes, form: TextForm, *, masked: bool) -> MessageText: ...


class SecretHome(StrEnum):
    """Where a secret is kept."""

    KEYRING = "keyring"
    THIS_RUN = "this-run"


@dataclass(frozen=True, slots=True)
class SecretPlace:
    """Where secrets are kept on this computer. `name` is the keyring's own name, empty for THIS_RUN."""

    home: SecretHome
    name: str = ""


class SecretTrouble(StrEnum):
    """What a keyring can do to us."""

    LOCKED = "locked"
    REFUSED = "refused"
    NOT_KEPT = "not-kept"


class SecretError(Exception):
    """The keyring did not do it. `trouble` says what; the text is technical English without the secret."""

    def __init__(self, trouble: SecretTrouble, text: str) -> None:
        super().__init__(text)
        self.trouble = trouble


class SecretStore(Protocol):
    """Keeps one secret a profile. Every method may block for a person's unlock prompt: worker threads only."""

    def place(self) -> SecretPlace:
        """Where `put` would keep a secret now."""
        ...

    def get(self, profile_id: str) -> Secret | None:
        """The secret, or None where there is none. Raises SecretError."""
        ...

    def put(self, profile_id: str, secret: Secret) -> SecretPlace:
        """Keep it, read it back, and say where. Raises SecretError, and then nothing was kept in the keyring."""
        ...

    def put_for_this_run(self, profile_id: str, secret: Secret) -> SecretPlace:
        """Keep it in memory until the program ends; it then wins over the keyring."""
        ...

    def remove(self, profile_id: str) -> None:
        """Forget it everywhere. No secret is no error. Raises SecretError."""
        ...


class ProfileTrouble(StrEnum):
    """What can be wrong with the profile file."""

    BROKEN = "broken"
    NEWER = "newer"
    UNREADABLE = "unreadable"
    UNWRITABLE = "unwritable"


@dataclass(frozen=True, slots=True)
class ProfileProblem:
    """Something to tell the person. `kept` is the path of the untouched old file, `detail` technical English."""

    trouble: ProfileTrouble
    kept: str = ""
    detail: str = ""


@dataclass(frozen=True, slots=True)
class LoadedProfiles:
    """The profiles that could be read, in the person's order, and which one was used last."""

    profiles: tuple[Profile, ...] = ()
    last_used: str = ""
    problem: ProfileProblem | None = None


class ProfileError(Exception):
    """The profiles could not be saved; what was there before is still there."""

    def __init__(self, problem: ProfileProblem) -> None:
        super().__init__(problem.detail)
        self.problem = problem


class ProfileStore(Protocol):
    """Keeps profiles in a file that a person may read and edit."""

    def load(self) -> LoadedProfiles:
        """Never raises: a broken file is set aside and told as a problem."""
        ...

    def look(self) -> LoadedProfiles | None:
        """What is there now, None where there is nothing. Changes nothing, keeps no copy and never raises."""
        ...

    def watched(self) -> tuple[str, ...]:
        """The files and folders by which a change of it is noticed; only such as are there. Never raises."""
        ...

    def save(self, profiles: Sequence[Profile], last_used: str, since: Sequence[Profile] | None = None) -> None:
        """All or nothing. What others have changed `since` whoever saves had these stays; for None it is replaced.

        Raises ProfileError.
        """
        ...


class ProfileFiles(Protocol):
    """Takes profiles out of the program and into it, in files that hold no secret. For worker threads."""

    def write(self, path: Path, profiles: Sequence[Profile]) -> None:
        """One profile or several; a file that is there is replaced. All or nothing. Raises ProfileError."""
        ...

    def read(self, path: Path, taken: Sequence[Profile]) -> LoadedProfiles:
        """What can be read, with ids and names that none of the `taken` has. Never raises; saves nothing."""
        ...
