"""What stands in profiles.toml, and what may be wrong with it, in sentences that name the key."""

from collections.abc import Container, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeVar

from mktgui.domain.ports import ProfileTrouble
from mktgui.domain.profile import (
    ANSWER_SECONDS,
    CONNECT_SECONDS,
    PRACTICE,
    PRACTICE_REST,
    Environment,
    Profile,
    TransportKind,
)
from mktgui.domain.proxy import LARGEST_PORT, USUAL_PORT, ProxyChoice, ProxyKind, is_proxy_secret_id

VERSION = 1
LONGEST_SECONDS = 3600.0

Plain = Mapping[str, object]
Word = TypeVar("Word", bound=StrEnum)
Entry = dict[str, str | float | bool | list[str]]

# What few people change is not written until somebody does: a file should stay as short as it was.
LEFT_OUT: Entry = {
    "workspaces": [],
    "proxy": ProxyKind.SYSTEM.value,
    "proxy_host": "",
    "proxy_port": USUAL_PORT,
    "proxy_user_name": "",
    "ca_file": "",
    "transport": TransportKind.SOAP.value,
    "identity": "",
    "foreign_field": "",
}
READ_ONLY = "read_only"  # left out means: as the environment has it


class FormatError(Exception):
    """The file as a whole cannot be used. The text is technical English."""

    def __init__(self, trouble: ProfileTrouble, text: str) -> None:
        super().__init__(text)
        self.trouble = trouble


class EntryError(Exception):
    """One entry cannot be used. The text names the key and what it may hold."""


@dataclass(frozen=True, slots=True)
class Parsed:
    """The good entries by their index in the file, and a sentence for each thing that is wrong."""

    good: dict[int, Profile] = field(default_factory=dict)
    last_used: str = ""
    complaints: tuple[str, ...] = ()

    @property
    def profiles(self) -> tuple[Profile, ...]:
        """In the order of the file."""
        return tuple(self.good.values())


def parse(plain: Plain) -> Parsed:
    """Read the file's plain values. A bad entry costs only itself. Raises FormatError."""
    _check_version(plain.get("version", VERSION))
    entries = plain.get("profiles", [])
    if not isinstance(entries, list):
        raise FormatError(ProfileTrouble.BROKEN, "profiles: must be a list of tables, written [[profiles]]")
    good: dict[int, Profile] = {}
    complaints: list[str] = []
    for index, entry in enumerate(entries):
        try:
            good[index] = _profile(entry, {profile.id for profile in good.values()})
        except EntryError as error:
            complaints.append(f"profiles, entry {index + 1}: {error}")
    last_used = plain.get("last_used", "")
    if not isinstance(last_used, str):
        complaints.append("last_used: must be text")
        last_used = ""
    return Parsed(good, last_used, tuple(complaints))


def to_plain(profile: Profile) -> Entry:
    """The keys of one entry in the order in which they are written, those included that are usually left out."""
    plain: Entry = {
        "id": profile.id,
        "name": profile.name,
        "endpoint": profile.endpoint,
        "user_id": profile.user_id,
        "environment": profile.environment.value,
        "connect_seconds": profile.connect_seconds,
        "answer_seconds": profile.answer_seconds,
        "workspaces": list(profile.workspaces),
        "proxy": profile.proxy.kind.value,
        "proxy_host": profile.proxy.host,
        "proxy_port": profile.proxy.port,
        "proxy_user_name": profile.proxy.user_name,
        "ca_file": profile.ca_file,
        "transport": profile.transport.value,
        "identity": profile.identity,
        "foreign_field": profile.foreign_field,
    }
    return plain if profile.read_only is None else plain | {READ_ONLY: profile.read_only}


def problem_of_id(name: str, taken: Container[str]) -> str:
    """Why this text can be no entry's id, or empty text."""
    if not name:
        return "must not be empty"
    if name in {PRACTICE.id, PRACTICE_REST.id}:
        return f"{name!r} belongs to the built-in practice server"
    if is_proxy_secret_id(name):  # else its secret would be another connection's password for the proxy
        return f"{name!r} names the password of a proxy"
    return f"{name!r} is taken by an entry above" if name in taken else ""


def _check_version(version: object) -> None:
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise FormatError(ProfileTrouble.BROKEN, f"version: must be {VERSION}")
    if version > VERSION:
        raise FormatError(
            ProfileTrouble.NEWER, f"version: is {version}, and this program knows versions up to {VERSION}"
        )


def _profile(entry: object, taken: Container[str]) -> Profile:
    if not isinstance(entry, dict):
        raise EntryError("must be a table")
    return Profile(
        id=_id(entry, taken),
        name=_text(entry, "name"),
        endpoint=_text(entry, "endpoint"),
        user_id=_text(entry, "user_id"),
        environment=_word(entry, "environment", Environment.TEST),
        connect_seconds=_seconds(entry, "connect_seconds", CONNECT_SECONDS),
        answer_seconds=_seconds(entry, "answer_seconds", ANSWER_SECONDS),
        workspaces=_workspaces(entry),
        proxy=_proxy(entry),
        ca_file=_text(entry, "ca_file", ""),
        transport=_word(entry, "transport", TransportKind.SOAP),
        identity=_text(entry, "identity", ""),
        foreign_field=_text(entry, "foreign_field", ""),
        read_only=_read_only(entry),
    )


def _id(entry: Plain, taken: Container[str]) -> str:
    text = _text(entry, "id")
    problem = problem_of_id(text, taken)
    if problem:
        raise EntryError(f"id: {problem}")
    return text


def _text(entry: Plain, key: str, usual: str | None = None) -> str:
    if key not in entry and usual is None:
        raise EntryError(f"{key}: is missing")
    value = entry.get(key, usual)
    if not isinstance(value, str):
        raise EntryError(f"{key}: must be text in quotation marks")
    return value


def _word(entry: Plain, key: str, usual: Word) -> Word:
    value = entry.get(key, usual.value)
    words = [word.value for word in type(usual)]
    if not isinstance(value, str) or value not in words:
        raise EntryError(f"{key}: must be one of {', '.join(words)}")
    return type(usual)(value)


def _seconds(entry: Plain, key: str, usual: float) -> float:
    value = entry.get(key, usual)
    if isinstance(value, int | float) and not isinstance(value, bool) and 0 < value <= LONGEST_SECONDS:
        return float(value)
    raise EntryError(f"{key}: must be a number of seconds above 0 and up to {LONGEST_SECONDS:.0f}")


def _workspaces(entry: Plain) -> tuple[str, ...]:
    value = entry.get("workspaces", [])
    if isinstance(value, list) and all(isinstance(name, str) for name in value):
        return tuple(value)
    raise EntryError('workspaces: must be a list of names, written ["Default", "EMEA"]')


def _proxy(entry: Plain) -> ProxyChoice:
    port = entry.get("proxy_port", USUAL_PORT)
    if not isinstance(port, int) or isinstance(port, bool) or not 1 <= port <= LARGEST_PORT:
        raise EntryError(f"proxy_port: must be a whole number from 1 to {LARGEST_PORT}")
    return ProxyChoice(
        kind=_word(entry, "proxy", ProxyKind.SYSTEM),
        host=_text(entry, "proxy_host", ""),
        port=port,
        user_name=_text(entry, "proxy_user_name", ""),
    )


def _read_only(entry: Plain) -> bool | None:
    value = entry.get(READ_ONLY)
    if READ_ONLY in entry and not isinstance(value, bool):
        raise EntryError(f"{READ_ONLY}: must be true or false")
    return value if isinstance(value, bool) else None
