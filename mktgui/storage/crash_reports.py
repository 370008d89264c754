"""Reports of what went wrong in the program itself, each in a file of its own, the newest few."""

import os
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from mktgui.domain.support import SupportFile
from mktgui.storage.files import FILE_MODE, make_folder

MOST = 10
_PATTERN = "crash-*.txt"


class CrashReports:
    """Every report passes the redactor before it is written or shown. May be used from any thread."""

    def __init__(self, folder: Path, mask: Callable[[str], str], facts: Mapping[str, str], most: int = MOST) -> None:
        self._folder, self._mask, self._facts, self._most = folder, mask, facts, most

    def keep(self, type_name: str, trace: str) -> str:
        """Write a report and give its text, also where it could not be written.

        At once and not on a thread for later: the program may be going down, and the report with it.
        """
        now = datetime.now(UTC)
        text = self._mask(self._text(type_name, trace, now))
        with suppress(OSError):
            make_folder(self._folder)
            name = f"crash-{now:%Y%m%d-%H%M%S-%f}.txt"
            number = os.open(self._folder / name, os.O_WRONLY | os.O_CREAT | os.O_EXCL, FILE_MODE)
            with os.fdopen(number, "wb") as file:
                file.write(text.encode(errors="replace"))
            self._forget_old()
        return text

    def read(self) -> tuple[SupportFile, ...]:
        """The reports there are, newest first; what cannot be read is left out. For worker threads."""
        found = []
        for path in self._paths():
            with suppress(OSError):
                found.append(SupportFile(path.name, self._mask(path.read_text("utf-8", errors="replace"))))
        return tuple(found)

    def _text(self, type_name: str, trace: str, now: datetime) -> str:
        facts = [f"{name}: {value}" for name, value in self._facts.items()]
        head = ["mktgui crash report", f"when: {now.isoformat(timespec='seconds')}", *facts, f"what: {type_name}"]
        return "\n".join([*head, "way it took, innermost last:", trace, ""])

    def _paths(self) -> list[Path]:
        """By name, which begins with the moment."""
        with suppress(OSError):
            return sorted(self._folder.glob(_PATTERN), reverse=True)[: self._most * 2]
        return []

    def _forget_old(self) -> None:
        for path in self._paths()[self._most :]:
            path.unlink(missing_ok=True)
