"""How many calls were made today, in a small file: what Marketo counts outlives a run of the program."""

import json
from collections.abc import Mapping
from contextlib import suppress
from datetime import date
from pathlib import Path

from mktgui.storage.files import replace_file
from mktgui.storage.locks import locked

VERSION = 1


class CallCounts:
    """Implements the port `CountStore`. A file that is broken, of another day or another version counts as none."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def read(self, day: date) -> Mapping[str, int]:
        """The calls of that day by instance; none where there is nothing to be read."""
        with suppress(OSError, ValueError, RecursionError):
            return _parse(json.loads(self._path.read_bytes()), day)
        return {}

    def add(self, day: date, calls: Mapping[str, int]) -> Mapping[str, int]:
        """Add to what is there now, because another copy of the program may have counted in the meantime.

        Raises OSError, also where another copy does not let go of the file; then nothing was added.
        """
        with locked(self._path.with_suffix(".lock")):
            total = dict(self.read(day))
            for instance, count in calls.items():
                total[instance] = total.get(instance, 0) + count
            plain = {"version": VERSION, "day": day.isoformat(), "calls": total}
            replace_file(self._path, json.dumps(plain, indent=1).encode())
        return total


def _parse(plain: object, day: date) -> dict[str, int]:
    if not isinstance(plain, dict) or plain.get("version") != VERSION or plain.get("day") != day.isoformat():
        return {}
    calls = plain.get("calls")
    if not isinstance(calls, dict):
        return {}
    return {instance: count for instance, count in calls.items() if _is_count(count)}


def _is_count(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0
