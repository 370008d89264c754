"""JSON files that the program writes: one object with a version, read with a limit and without trust."""

import json
import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from mktgui.domain.keeping import KeepProblem, KeepTrouble

LARGEST_FILE = 20 * 1024 * 1024  # bytes; a draft of 10,000 rows is one or two

Plain = Mapping[str, object]

_PLAIN_NAME = re.compile(r"[0-9a-z]{8,64}", re.ASCII)  # no name that Windows keeps for itself has so many letters


class FormatError(Exception):
    """The content cannot be used. The text is technical English."""

    def __init__(self, trouble: KeepTrouble, text: str) -> None:
        super().__init__(text)
        self.trouble = trouble


def file_name(name: str) -> str:
    """A name for the file of whatever has this id, fit for every system, and another one for every other id."""
    if _PLAIN_NAME.fullmatch(name):
        return f"{name}.json"
    from hashlib import sha256  # noqa: PLC0415 - brings OpenSSL, 3 MiB that few names need

    return f"id-{sha256(name.encode('utf-8', 'surrogatepass')).hexdigest()[:32]}.json"


def read_bytes(path: Path, largest: int = LARGEST_FILE) -> bytes:
    """Raises OSError, FormatError where there is more than that."""
    with path.open("rb") as file:
        content = file.read(largest + 1)
    if len(content) > largest:
        raise FormatError(KeepTrouble.TOO_BIG, f"is larger than {largest} bytes")
    return content


def parse_object(content: bytes) -> dict[str, object]:
    """The object that the text holds, with or without the mark that Windows puts in front. Raises FormatError."""
    try:
        plain = json.loads(content)
    except (ValueError, RecursionError) as error:
        raise FormatError(KeepTrouble.BROKEN, f"{type(error).__name__}: {error}") from None
    if not isinstance(plain, dict):
        raise FormatError(KeepTrouble.BROKEN, "must be an object in braces")
    return plain


def check_version(plain: Plain, known: int) -> None:
    """Raises FormatError."""
    version = plain.get("version")
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise FormatError(KeepTrouble.BROKEN, f"version: must be {known}")
    if version > known:
        raise FormatError(KeepTrouble.NEWER, f"version: is {version}, and this program knows versions up to {known}")


def json_bytes(head: Plain, name: str, entries: Iterable[object]) -> bytes:
    """A text that people can read: a line for each value of the head, then a list with a line for each entry.

    Half a character, as a broken paste leaves it, has no UTF-8 but stands there as JSON writes it. Raises FormatError
    where the text is larger than what would be read again.
    """
    lines = [f" {_dumped(key)}: {_dumped(value)}," for key, value in head.items()]
    listed = ",\n  ".join(map(_dumped, entries))
    lines.append(f" {_dumped(name)}: [\n  {listed}\n ]" if listed else f" {_dumped(name)}: []")
    content = ("{\n" + "\n".join(lines) + "\n}\n").encode("utf-8", "backslashreplace")
    if len(content) > LARGEST_FILE:
        raise FormatError(KeepTrouble.UNWRITABLE, f"is larger than {LARGEST_FILE} bytes")
    return content


def problem_with(path: Path, error: OSError | FormatError, otherwise: KeepTrouble) -> KeepProblem:
    """What to tell of a file: the trouble of the error, or the other one where the system refused."""
    if isinstance(error, FormatError):
        return KeepProblem(error.trouble, str(path), str(error))
    why = error.strerror or str(error)  # without the path, which may be that of a file in between
    return KeepProblem(otherwise, str(path), f"{type(error).__name__}: {why}")


def _dumped(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
