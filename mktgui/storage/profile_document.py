"""Puts profiles into the text of a TOML file without losing what a person wrote there."""

import tomllib
from collections.abc import Callable, Sequence

import tomlkit
from tomlkit.exceptions import TOMLKitError
from tomlkit.items import AoT, Table

from mktgui.domain.profile import Profile
from mktgui.storage.profile_format import LEFT_OUT, READ_ONLY, VERSION, FormatError, parse, to_plain

HEAD = "Connections of mktgui. The secret of each is kept by the keyring of this computer, never here."


def edited(text: str, profiles: Sequence[Profile], last_used: str) -> str | None:
    """The text with these profiles in it, comments and unknown keys kept.

    Entries that cannot be read stay too, for the person to mend. None where the text, though it parses, cannot be
    edited so that it reads back right.
    """
    return _checked(lambda: _edit(text, profiles, last_used), profiles, last_used)


def fresh(profiles: Sequence[Profile], last_used: str) -> str | None:
    """A text of our own. None where the profiles are such that no file can hold them."""
    return _checked(lambda: _edit(f"# {HEAD}\n", profiles, last_used), profiles, last_used)


def _checked(make: Callable[[], str], profiles: Sequence[Profile], last_used: str) -> str | None:
    """What is about to replace a good file is read first."""
    try:
        text = make()
        text.encode()
        parsed = parse(tomllib.loads(text))
    except (
        TOMLKitError,
        FormatError,
        ArithmeticError,
        LookupError,
        ValueError,
        TypeError,
        AttributeError,
        RecursionError,
    ):
        return None
    return text if parsed.profiles == tuple(profiles) and parsed.last_used == last_used else None


def _edit(text: str, profiles: Sequence[Profile], last_used: str) -> str:
    document = tomlkit.parse(text)
    document["version"] = VERSION
    document["last_used"] = last_used
    if "profiles" not in document:
        document.append("profiles", tomlkit.aot())
    array = document["profiles"]
    if not isinstance(array, AoT):
        raise TypeError(type(array))  # entries in one line: rare, and not worth an editor of its own
    tables = _tables(array, parse(tomllib.loads(text)).good, [profile.id for profile in profiles])
    for profile in profiles:
        _fill(tables[profile.id], profile)
    return tomlkit.dumps(document)


def _tables(array: AoT, good: dict[int, Profile], wanted: list[str]) -> dict[str, Table]:
    """The entry of each wanted id in the wanted order; those no longer wanted are taken out of the array.

    What a person wrote between an entry and the next belongs to the former and goes with it.
    """
    entries = list(array)
    known = {profile.id: entries[index] for index, profile in good.items()}
    bad = [entry for index, entry in enumerate(entries) if index not in good]
    mended = {str(entry["id"]): entry for entry in bad if entry.get("id") in wanted and entry["id"] not in known}
    tables = {name: known.get(name) or mended.get(name) or _new_table() for name in wanted}
    staying = [profile.id for profile in good.values() if profile.id in tables]
    if staying == wanted[: len(staying)] and not mended:
        for index in sorted((index for index, profile in good.items() if profile.id not in tables), reverse=True):
            del array[index]
        arrived = wanted[len(staying) :]
    else:
        array.clear()
        arrived = wanted
    for name in arrived:
        array.append(tables[name])
    if arrived is wanted:
        for entry in bad:
            if not any(entry is table for table in mended.values()):
                array.append(entry)
    return tables


def _new_table() -> Table:
    table = tomlkit.table()
    table.trivia.indent = "\n"  # an empty line above
    return table


def _fill(table: Table, profile: Profile) -> None:
    """Touch only what differs: 20 stays 20 and does not become 20.0."""
    plain = to_plain(profile)
    for key, value in plain.items():
        there = table.get(key, LEFT_OUT.get(key))
        if there != value:
            table[key] = value
    if READ_ONLY in table and READ_ONLY not in plain:
        del table[READ_ONLY]
