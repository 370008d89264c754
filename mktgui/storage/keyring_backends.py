"""Which keyring of this computer can be trusted with a secret, and what people call it."""

from contextlib import closing, suppress
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

# Beginnings and parts of full class names: these refuse, forget, write plain text, or ask at a terminal we do not have.
REJECTED_MODULES = ("keyring.backends.fail.", "keyring.backends.null.", "keyrings.alt.")
REJECTED_PARTS = ("plaintext",)

NAMES = {
    "keyring.backends.Windows.": "Windows Credential Manager",
    "keyring.backends.macOS.": "macOS Keychain",
    "keyring.backends.kwallet.": "KWallet",
}
SECRET_SERVICES = ("keyring.backends.SecretService.", "keyring.backends.libsecret.")
UNKNOWN_OWNER = "Secret Service keyring"

# The first letters of the program behind the Secret Service, as the kernel tells them.
OWNERS = {"gnome-keyring": "GNOME Keyring", "keepassxc": "KeePassXC", "kwallet": "KWallet", "ksecret": "KWallet"}


def find_backend() -> "KeyringBackend | None":
    """The keyring to use, or None. May block on the system's message bus, never on a person. Raises nothing.

    A chain of keyrings is taken apart, so that it cannot end in one that writes plain text.
    """
    try:
        from keyring import core  # noqa: PLC0415 - 190 ms with its backends
        from keyring.backends.chainer import ChainerBackend  # noqa: PLC0415

        core.init_backend()  # not `get_keyring`, which would keep to what it found first
        chosen = core.get_keyring()
        links = chosen.backends if isinstance(chosen, ChainerBackend) else [chosen]
        return next((backend for backend in links if _is_trusted(backend)), None)
    except Exception:  # noqa: BLE001 - keyring's plug-ins and settings raise what they like; then there is none
        return None


def name_of(backend: "KeyringBackend") -> str:
    """What a person calls it."""
    full = _full_name(type(backend))
    if full.startswith(SECRET_SERVICES):
        return _owner_of_the_secret_service()
    return next((name for start, name in NAMES.items() if full.startswith(start)), str(backend.name))


def _is_trusted(backend: "KeyringBackend") -> bool:
    names = [_full_name(kind) for kind in type(backend).__mro__]
    return not any(
        name.startswith(REJECTED_MODULES) or any(part in name.lower() for part in REJECTED_PARTS) for name in names
    )


def _full_name(kind: type) -> str:
    return f"{kind.__module__}.{kind.__qualname__}"


def _owner_of_the_secret_service() -> str:
    with suppress(Exception):  # a name is no reason to fail
        from jeepney import message_bus  # noqa: PLC0415 - comes with keyring, on Linux only
        from jeepney.io.blocking import Proxy, open_dbus_connection  # noqa: PLC0415

        with closing(open_dbus_connection()) as connection:
            [process] = Proxy(message_bus, connection).GetConnectionUnixProcessID("org.freedesktop.secrets")
        program = Path(f"/proc/{process}/comm").read_text()
        return next((name for start, name in OWNERS.items() if program.startswith(start)), UNKNOWN_OWNER)
    return UNKNOWN_OWNER
