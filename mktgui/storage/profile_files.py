"""Profiles to hand on: the same TOML as our own file, without a secret, and taken in beside what is there."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from tomllib import loads
from uuid import uuid4

from mktgui.domain.ports import LoadedProfiles, ProfileError, ProfileProblem, ProfileTrouble
from mktgui.domain.profile import Profile
from mktgui.storage.files import replace_file
from mktgui.storage.profile_format import FormatError, Parsed, Plain, parse, problem_of_id

LARGEST_FILE = 1024 * 1024  # bytes; a thousand profiles are less


class TomlProfileFiles:
    """Keeps the `ProfileFiles` port."""

    def write(self, path: Path, profiles: Sequence[Profile]) -> None:
        """All or nothing. Raises ProfileError."""
        from mktgui.storage import profile_document  # noqa: PLC0415 - tomlkit costs 45 ms, and only writing needs it

        text = profile_document.fresh(profiles, "")
        detail = "an id that is empty, reserved or there twice, or a value that no file can hold"
        try:
            if text is not None:
                replace_file(path, text.encode())
                return
        except OSError as error:
            detail = f"{type(error).__name__}: {error}"
        raise ProfileError(ProfileProblem(ProfileTrouble.UNWRITABLE, str(path), detail))

    def read(self, path: Path, taken: Sequence[Profile]) -> LoadedProfiles:
        """The profiles of that file, fit to stand beside the taken ones. Never raises."""
        try:
            parsed = _parse(path, {profile.id for profile in taken})
        except OSError as error:
            problem = ProfileProblem(ProfileTrouble.UNREADABLE, str(path), f"{type(error).__name__}: {error}")
            return LoadedProfiles(problem=problem)
        except FormatError as error:
            return LoadedProfiles(problem=ProfileProblem(error.trouble, str(path), str(error)))
        words = "\n".join(parsed.complaints)
        told = ProfileProblem(ProfileTrouble.BROKEN, str(path), words) if words else None
        return LoadedProfiles(_named_apart(parsed.profiles, taken), problem=told)


def _parse(path: Path, taken: set[str]) -> Parsed:
    """Raises OSError and FormatError."""
    with path.open("rb") as file:
        content = file.read(LARGEST_FILE + 1)
    if len(content) > LARGEST_FILE:
        raise FormatError(ProfileTrouble.BROKEN, f"is larger than {LARGEST_FILE} bytes")
    try:
        plain = loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise FormatError(ProfileTrouble.BROKEN, f"{type(error).__name__}: {error}") from None
    return parse(_with_own_ids(plain, taken))


def _with_own_ids(plain: Plain, taken: set[str]) -> Plain:
    """An id that is taken, or that cannot be used, is made anew: it names a secret, which must stay with its owner."""
    entries = plain.get("profiles")
    if not isinstance(entries, list):
        return plain
    seen, given = set(taken), []
    for entry in entries:
        name = entry.get("id") if isinstance(entry, dict) else None
        if isinstance(entry, dict) and (not isinstance(name, str) or problem_of_id(name, seen)):
            name = uuid4().hex
            entry = entry | {"id": name}  # noqa: PLW2901 - the same entry under another id
        seen.add(str(name))
        given.append(entry)
    return {**plain, "profiles": given}


def _named_apart(profiles: Sequence[Profile], taken: Sequence[Profile]) -> tuple[Profile, ...]:
    """Two connections of one name cannot be told apart on the screen."""
    names = {profile.name.strip().casefold() for profile in taken}
    apart: list[Profile] = []
    for profile in profiles:
        name, number = profile.name, 2
        while name.strip().casefold() in names:
            name, number = f"{profile.name} ({number})", number + 1
        names.add(name.strip().casefold())
        apart.append(replace(profile, name=name))
    return tuple(apart)
