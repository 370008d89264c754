"""Secrets, in the keyring of the operating system or in memory for this run. Nowhere else."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from threading import Lock
from typing import TYPE_CHECKING, TypeVar

from mktgui.domain.ports import SecretError, SecretHome, SecretPlace, SecretTrouble
from mktgui.domain.secret import Secret
from mktgui.storage.keyring_backends import find_backend, name_of

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

SERVICE = "io.github.mktgui.Mktgui"
USER = "encryption key"  # fixed: two users under one service get shuffled by Windows' keyring
SAME_KEY_TWICE = 8  # how many entries under one name are removed at most

THIS_RUN = SecretPlace(SecretHome.THIS_RUN)
LOCKED_ERRORS = frozenset({"KeyringLocked", "LockedException", "org.freedesktop.Secret.Error.IsLocked"})

T = TypeVar("T")


class KeyringSecrets:
    """Keeps the `SecretStore` port. Any thread may call, and any call may wait for a person's unlock prompt.

    Where there is no keyring to trust, everything stays in memory. No exception of a keyring gets past this
    class: only its type is told, because its words and its frames may hold the secret.
    """

    def __init__(self) -> None:
        self._lock = Lock()
        self._memory: dict[str, Secret] = {}
        self._finding = Lock()
        self._found: KeyringBackend | None = None
        self._writing = Lock()  # a write reads back, and must not read what another one wrote

    def place(self) -> SecretPlace:
        """Where `put` would keep a secret now."""
        backend = self._backend()
        return THIS_RUN if backend is None else SecretPlace(SecretHome.KEYRING, name_of(backend))

    def get(self, profile_id: str) -> Secret | None:
        """The one of this run, else the keyring's, else None. Raises SecretError."""
        with self._lock:
            remembered = self._memory.get(profile_id)
        if remembered is not None:
            return remembered
        backend = self._backend()
        return None if backend is None else _ask(lambda: _read(backend, profile_id))

    def put(self, profile_id: str, secret: Secret) -> SecretPlace:
        """Keep it, read it back, and say where. Raises SecretError, and then it was not kept in the keyring."""
        backend = self._backend()
        if backend is None:
            return self.put_for_this_run(profile_id, secret)
        with self._writing:
            _ask(lambda: backend.set_password(_service(profile_id), USER, secret.reveal()))
            self._read_back(backend, profile_id, secret)
        with self._lock:
            self._memory.pop(profile_id, None)
        return SecretPlace(SecretHome.KEYRING, name_of(backend))

    def put_for_this_run(self, profile_id: str, secret: Secret) -> SecretPlace:
        """Keep it in memory until the program ends; it then wins over the keyring."""
        with self._lock:
            self._memory[profile_id] = secret
        return THIS_RUN

    def remove(self, profile_id: str) -> None:
        """Forget it everywhere. No secret is no error. Raises SecretError."""
        with self._lock:
            self._memory.pop(profile_id, None)
        backend = self._backend()
        if backend is not None:
            with self._writing:
                _ask(lambda: _delete(backend, profile_id))

    def _backend(self) -> "KeyringBackend | None":
        """Looked for until one is found: a keyring may come up after the program."""
        with self._finding:
            if self._found is None:
                self._found = find_backend()
            return self._found

    def _read_back(self, backend: "KeyringBackend", profile_id: str, secret: Secret) -> None:
        kept = False
        try:
            kept = _ask(lambda: _read(backend, profile_id)) == secret
        finally:
            if not kept:
                with suppress(Exception):
                    _delete(backend, profile_id)
        if not kept:
            raise SecretError(SecretTrouble.NOT_KEPT, "the keyring gave back something else than was put into it")


def _service(profile_id: str) -> str:
    return f"{SERVICE}:{profile_id}"


def _read(backend: "KeyringBackend", profile_id: str) -> Secret | None:
    text = backend.get_password(_service(profile_id), USER)
    return None if text is None else Secret(text)


def _delete(backend: "KeyringBackend", profile_id: str) -> None:
    """A keyring may hold several entries under one name, and removes one at a time."""
    for _ in range(SAME_KEY_TWICE):
        if backend.get_password(_service(profile_id), USER) is None:
            return
        backend.delete_password(_service(profile_id), USER)


def _ask(action: Callable[[], T]) -> T:
    """The border: whatever a keyring raises (not all of it is KeyringError) becomes a SecretError.

    Raised outside the `except`, so that it does not carry the foreign exception along.
    """
    try:
        return action()
    except Exception as error:  # noqa: BLE001 - D-Bus, Windows and others raise classes of their own
        trouble, text = _diagnosis(error)
    raise SecretError(trouble, text)


def _diagnosis(error: Exception) -> tuple[SecretTrouble, str]:
    names = list(_names(error))
    trouble = SecretTrouble.LOCKED if LOCKED_ERRORS.intersection(names) else SecretTrouble.REFUSED
    return trouble, " from ".join(names)


def _names(error: BaseException) -> Iterator[str]:
    """The types of the exception and of its causes, and the names that D-Bus gave."""
    step: BaseException | None = error
    while step is not None:
        yield type(step).__name__
        name = getattr(step, "name", None)
        if isinstance(name, str) and name.startswith("org."):
            yield name
        step = step.__cause__
