"""Writing files so that there is always a whole one, the old or the new."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from io import BufferedWriter
from pathlib import Path
from tempfile import mkstemp

FOLDER_MODE = 0o700
FILE_MODE = 0o600


def make_folder(folder: Path) -> None:
    """Make it and what is missing above it, for its owner alone. Raises OSError."""
    if not folder.is_dir():
        make_folder(folder.parent)
        folder.mkdir(mode=FOLDER_MODE, exist_ok=True)


def replace_file(path: Path, content: bytes) -> None:
    """Put the content there in one step, readable for its owner alone. Raises OSError, and then nothing changed."""
    with replacing(path) as file:
        file.write(content)


@contextmanager
def replacing(path: Path) -> Iterator[BufferedWriter]:
    """A new file to write to, which takes the place of what is there once the block ends well. Raises OSError.

    The temporary file has a name of its own, so two programs that write at the same time do not mix.
    """
    make_folder(path.parent)
    number, name = mkstemp(prefix=f".{path.name}.", suffix=".new", dir=path.parent)  # made with mode 0600
    temporary = Path(name)
    try:
        with os.fdopen(number, "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    _settle(path.parent)


def keep_beside(path: Path, content: bytes, word: str) -> Path:
    """Keep the content under a new name, `stem.word-N.suffix`, and never over a file that is there. Raises OSError.

    A copy with the same content is not made twice: a broken file that is read at every start gets one.
    """
    number = 1
    while True:
        kept = path.with_name(f"{path.stem}.{word}-{number}{path.suffix}")
        try:
            descriptor = os.open(kept, os.O_WRONLY | os.O_CREAT | os.O_EXCL, FILE_MODE)
        except FileExistsError:
            if _holds(kept, content):
                return kept
            number += 1
            continue
        try:
            with os.fdopen(descriptor, "wb") as file:
                _write_through(file.fileno(), content)
        except BaseException:
            kept.unlink(missing_ok=True)  # half a copy would pass for a whole one
            raise
        return kept


def _write_through(descriptor: int, content: bytes) -> None:
    """Write all of it, and wait until the disk has it."""
    rest = memoryview(content)
    while rest:
        rest = rest[os.write(descriptor, rest) :]
    os.fsync(descriptor)


def _holds(path: Path, content: bytes) -> bool:
    try:
        return path.read_bytes() == content
    except OSError:
        return False


def _settle(folder: Path) -> None:
    """Make the new name last through a power cut, where the system knows how: Windows opens no folders."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
