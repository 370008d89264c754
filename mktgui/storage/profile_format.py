"""What stands in profiles.toml, and what may be wrong with it, in sentences that name the key."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from mktgui.domain.ports import ProfileTrouble
from mktgui.domain.profile import ANSWER_SECONDS, CONNECT_SECONDS, PRACTICE, Environment, Profile

VERSION = 1
LONGEST_SECONDS = 3600.0

Plain = Mapping[str, object]


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


def to_plain(profile: Profile) -> dict[str, str | float]:
    """The keys of one entry in the order in which they are written."""
    return {
        "id": profile.id,
        "name": profile.name,
        "endpoint": profile.endpoint,
        "user_id": profile.user_id,
        "environment": profile.environment.value,
        "connect_seconds": profile.connect_seconds,
        "answer_seconds": profile.answer_seconds,
    }


def _check_version(version: object) -> None:
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise FormatError(ProfileTrouble.BROKEN, f"version: must be {VERSION}")
    if version > VERSION:
        raise FormatError(
            ProfileTrouble.NEWER, f"version: is {version}, and this program knows versions up to {VERSION}"
        )


def _profile(entry: object, taken: set[str]) -> Profile:
    if not isinstance(entry, dict):
        raise EntryError("must be a table")
    return Profile(
        id=_id(entry, taken),
        name=_text(entry, "name"),
        endpoint=_text(entry, "endpoint"),
        user_id=_text(entry, "user_id"),
        environment=_environment(entry),
        connect_seconds=_seconds(entry, "connect_seconds", CONNECT_SECONDS),
        answer_seconds=_seconds(entry, "answer_seconds", ANSWER_SECONDS),
    )


def _id(entry: Plain, taken: set[str]) -> str:
    text = _text(entry, "id")
    if not text:
        raise EntryError("id: must not be empty")
    if text == PRACTICE.id:
        raise EntryError(f"id: {PRACTICE.id!r} belongs to the built-in practice server")
    if text in taken:
        raise EntryError(f"id: {text!r} is taken by an entry above")
    return text


def _text(entry: Plain, key: str) -> str:
    if key not in entry:
        raise EntryError(f"{key}: is missing")
    value = entry[key]
    if not isinstance(value, str):
        raise EntryError(f"{key}: must be text in quotation marks")
    return value


def _environment(entry: Plain) -> Environment:
    value = entry.get("environment", Environment.TEST.value)
    words = [environment.value for environment in Environment]
    if not isinstance(value, str) or value not in words:
        raise EntryError(f"environment: must be one of {', '.join(words)}")
    return Environment(value)


def _seconds(entry: Plain, key: str, usual: float) -> float:
    value = entry.get(key, usual)
    if isinstance(value, int | float) and not isinstance(value, bool) and 0 < value <= LONGEST_SECONDS:
        return float(value)
    raise EntryError(f"{key}: must be a number of seconds above 0 and up to {LONGEST_SECONDS:.0f}")
