"""The program's log: what happened and when, in a few files that never grow beyond a size, and no values in them."""

import logging
import os
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import UTC, datetime
from enum import Enum
from functools import partial
from pathlib import Path

from mktgui.domain.call_note import CallNote
from mktgui.storage.files import FILE_MODE, make_folder

NAME = "mktgui"
"""The logger whose messages are kept. What libraries say to theirs may hold addresses and bodies, and is not kept."""

LARGEST = 512 * 1024  # bytes a file
GENERATIONS = 3  # files besides the one that is written

Later = Callable[[Callable[[], None]], None]
Traced = Callable[[BaseException], str]

# Our own words. Text may be anything that a person or Marketo wrote, and a number may be the id of a lead.
_HARMLESS = (bool, Enum, CallNote, type(None))
_STARS = "***"


class Logbook:
    """Writes through `later`, which does one chore after another on a thread of its own.

    A folder that cannot be written, or a disk that is full, costs the log and nothing else.
    """

    def __init__(  # noqa: PLR0913 - the sizes are for tests
        self,
        folder: Path,
        mask: Callable[[str], str],
        trace: Traced,
        later: Later,
        *,
        largest: int = LARGEST,
        generations: int = GENERATIONS,
    ) -> None:
        self._file = RollingFile(folder / "mktgui.log", largest, generations)
        self._handler = _Writer(self._file, later)
        self._handler.setFormatter(RedactingFormatter(mask, trace))
        self._logger = logging.getLogger(NAME)

    def open(self) -> None:
        """Begin to keep what is logged."""
        self._logger.setLevel(logging.INFO)
        self._logger.addHandler(self._handler)

    def close(self) -> None:
        """Keep nothing more. What was logged before is written as long as `later` goes on."""
        self._logger.removeHandler(self._handler)
        self._logger.setLevel(logging.NOTSET)

    def newest(self) -> str:
        """The end of the log. Reads a file: for worker threads."""
        return self._file.newest()


class RedactingFormatter(logging.Formatter):
    """One line a record, with stars in place of whatever is not one of our own words."""

    def __init__(self, mask: Callable[[str], str], trace: Traced) -> None:
        super().__init__()
        self._mask, self._trace = mask, trace

    def format(self, record: logging.LogRecord) -> str:
        """The line, and below it the way an exception took, without its words and without values."""
        when = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
        lines = [f"{when} {record.levelname} {record.name}: {_message(record)}"]
        if record.exc_info and record.exc_info[1] is not None:
            lines.append(self._trace(record.exc_info[1]))
        return self._mask("\n".join(lines))


def _message(record: logging.LogRecord) -> str:
    """The message with what may be told of its arguments. One that has no place for stars stays as it was written."""
    args = record.args or ()
    with suppress(TypeError, ValueError):
        if isinstance(args, Mapping):
            return str(record.msg) % {name: _harmless(value) for name, value in args.items()}
        return str(record.msg) % tuple(_harmless(value) for value in args)
    return str(record.msg)


def _harmless(value: object) -> object:
    return value if isinstance(value, _HARMLESS) else _STARS


class RollingFile:
    """A text file that is put aside when it is full, and is never open between two lines: so it can be renamed."""

    def __init__(self, path: Path, largest: int, generations: int) -> None:
        self._path, self._largest, self._generations = path, largest, generations

    def write(self, line: str) -> None:
        """Add a line, if that can be done. A line longer than a whole file is cut."""
        data = line.encode(errors="replace")[: self._largest - 1] + b"\n"
        with suppress(OSError):
            make_folder(self._path.parent)
            if self._size() + len(data) > self._largest:
                self._roll()
            number = os.open(self._path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, FILE_MODE)
            with os.fdopen(number, "ab") as file:
                file.write(data)

    def newest(self) -> str:
        """The last lines, as many as one file holds: this one may have only just begun."""
        lines = _read(self._generation(1)) + _read(self._path)
        if len(lines) > self._largest:
            lines = lines[-self._largest :].partition(b"\n")[2]
        return lines.decode(errors="replace")

    def _size(self) -> int:
        try:
            return self._path.stat().st_size
        except OSError:
            return 0

    def _roll(self) -> None:
        for number in range(self._generations, 0, -1):
            with suppress(FileNotFoundError):
                self._generation(number - 1).replace(self._generation(number))

    def _generation(self, number: int) -> Path:
        return self._path.with_name(f"{self._path.name}.{number}") if number else self._path


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""


class _Writer(logging.Handler):
    """Makes the line at once, so that no record with its frames outlives its moment; the file comes later."""

    def __init__(self, file: RollingFile, later: Later) -> None:
        super().__init__()
        self._file, self._later = file, later

    def emit(self, record: logging.LogRecord) -> None:
        """Never raises: a slip in a log message must not cost a person their work."""
        with suppress(Exception):
            self._later(partial(self._file.write, self.format(record)))
