"""Profiles in one TOML file that a person may read and edit."""

import tomllib
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

from mktgui.domain.ports import LoadedProfiles, ProfileError, ProfileProblem, ProfileTrouble
from mktgui.domain.profile import Profile
from mktgui.domain.profile_merge import merged
from mktgui.storage.files import keep_beside, replace_file
from mktgui.storage.locks import BUSY_SECONDS, locked
from mktgui.storage.profile_format import FormatError, Parsed, parse


class TomlProfiles:
    """Keeps the `ProfileStore` port.

    Loading changes nothing but to keep a copy of a file that cannot be used: a person may mend it where it is, and a
    newer version of the program still finds its own. Saving replaces such a file, because its copy is safe.

    Other copies of the program, and the person, may have changed the file since whoever saves has read it: what they
    did stays, where it is not about the same connection. The store itself remembers nothing of what it has read: a
    window may have shown less of it than was read last, and would then seem to have deleted the rest.
    """

    def __init__(self, path: Path) -> None:
        self._path = path

    def load(self) -> LoadedProfiles:
        """Never raises. Entries that can be read are there even where others are wrong."""
        return self._read(self._kept) or LoadedProfiles()

    def look(self) -> LoadedProfiles | None:
        """The same without keeping a copy, since the file may be half written; None where there is none."""
        return self._read(lambda _content, _error: str(self._path))

    def watched(self) -> tuple[str, ...]:
        """The file and its folder, or what there is above it; where it is a link, those behind it too. Never raises.

        A file that is replaced in one step is noticed by its folder, one that is written to by itself.
        """
        there = (one for path in (self._path, self._target()) for one in (path, _folder_above(path)))
        try:
            return tuple(dict.fromkeys(str(one) for one in there if one.exists()))
        except OSError:  # a folder that may not be looked into
            return ()

    def save(self, profiles: Sequence[Profile], last_used: str, since: Sequence[Profile] | None = None) -> None:
        """Write them, and keep what was there before as `profiles.toml.bak`. Raises ProfileError."""
        try:
            with locked(self._path.with_suffix(".lock"), BUSY_SECONDS):
                target = self._target()
                old = self._old(target)
                text = self._text(target, old, _together(since, profiles, old), last_used)
                if old is not None:
                    replace_file(target.with_name(f"{target.name}.bak"), old)
                replace_file(target, text.encode())
        except OSError as error:
            raise self._unwritable(_words(error)) from None

    def _read(self, kept: Callable[[bytes, FormatError], str]) -> LoadedProfiles | None:
        """What is in the file, None where there is none. `kept` says where one that cannot be used is kept."""
        try:
            content = self._target().read_bytes()
        except FileNotFoundError:
            return None
        except OSError as error:
            problem = ProfileProblem(ProfileTrouble.UNREADABLE, str(self._path), _words(error))
            return LoadedProfiles(problem=problem)
        try:
            parsed = _parse(content)
        except FormatError as error:
            return LoadedProfiles(problem=ProfileProblem(error.trouble, kept(content, error), str(error)))
        return LoadedProfiles(parsed.profiles, parsed.last_used, self._complaint(parsed))

    def _old(self, target: Path) -> bytes | None:
        """What is there now, or None. What cannot be read is moved aside. Raises OSError."""
        try:
            return target.read_bytes()
        except FileNotFoundError:
            return None
        except PermissionError:
            _move_aside(target)
            return None

    def _text(self, target: Path, old: bytes | None, profiles: Sequence[Profile], last_used: str) -> str:
        """The new content: the old one edited, or else one of our own. Raises ProfileError, OSError."""
        from mktgui.storage import profile_document  # noqa: PLC0415 - tomlkit costs 45 ms, and only saving needs it

        text = None
        if old is not None:
            try:
                _parse(old)
                text = profile_document.edited(_decoded(old), profiles, last_used)
            except FormatError as error:
                keep_beside(target, old, error.trouble.value)
            else:
                if text is None:
                    keep_beside(target, old, "before")
        if text is None:
            text = profile_document.fresh(profiles, last_used)
        if text is None:
            raise self._unwritable("an id that is empty, reserved or there twice, or a value that no file can hold")
        return text

    def _target(self) -> Path:
        """The file itself where a person has put a link in its place, as keepers of dotfiles do."""
        try:
            return self._path.resolve()
        except (OSError, RuntimeError):  # a link that leads to itself: opening it says so again
            return self._path

    def _complaint(self, parsed: Parsed) -> ProfileProblem | None:
        """Saving leaves bad entries where they are, so the file itself is what is kept."""
        if not parsed.complaints:
            return None
        return ProfileProblem(ProfileTrouble.BROKEN, str(self._path), "\n".join(parsed.complaints))

    def _kept(self, content: bytes, error: FormatError) -> str:
        try:
            return str(keep_beside(self._target(), content, error.trouble.value))
        except OSError:
            return str(self._path)  # then nothing can be saved over it either

    def _unwritable(self, detail: str) -> ProfileError:
        return ProfileError(ProfileProblem(ProfileTrouble.UNWRITABLE, str(self._path), detail))


def _together(since: Sequence[Profile] | None, profiles: Sequence[Profile], old: bytes | None) -> Sequence[Profile]:
    """With what others have done meanwhile, where the file tells it: one with bad entries does not tell all."""
    if since is None or old is None:
        return profiles
    try:
        now = _parse(old)
    except FormatError:
        return profiles
    return profiles if now.complaints else merged(since, profiles, now.profiles)


def _folder_above(path: Path) -> Path:
    """The next one above it that is there: its own folder may be made only with the first connection."""
    return next((one for one in path.parents if one.is_dir()), path.parent)


def _parse(content: bytes) -> Parsed:
    """Raises FormatError."""
    try:
        plain = tomllib.loads(_decoded(content))
    except (ValueError, RecursionError) as error:
        raise FormatError(ProfileTrouble.BROKEN, _words(error)) from None
    return parse(plain)


def _decoded(content: bytes) -> str:
    """Without the mark that Windows' Notepad puts at the beginning. Raises UnicodeDecodeError."""
    return content.decode("utf-8-sig")


def _move_aside(target: Path) -> None:
    """Raises OSError."""
    aside = keep_beside(target, b"", "unreadable")
    with suppress(FileNotFoundError):
        target.replace(aside)


def _words(error: Exception) -> str:
    return f"{type(error).__name__}: {error}"
