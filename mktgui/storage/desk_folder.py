"""The part of the drafts folder that one running copy of the program has for itself."""

from collections.abc import Collection
from contextlib import suppress
from pathlib import Path
from uuid import uuid4

from mktgui.storage.files import FOLDER_MODE, make_folder
from mktgui.storage.locks import Lock, take_lock

LOCK_NAME = "lock"
_ATTEMPTS = 8  # somebody who tidies up may take a new desk before its owner does, but not again and again


class DeskFolder:
    """A folder with a lock in it. Who holds the lock owns the files; it falls free when the owner dies."""

    def __init__(self, path: Path, lock: Lock) -> None:
        self.path, self._lock = path, lock

    @property
    def is_held(self) -> bool:
        """False where somebody took the folder away."""
        return self._lock.is_good

    def files(self) -> list[Path]:
        """What lies in it. Raises OSError."""
        return sorted(path for path in self.path.iterdir() if path.name != LOCK_NAME)

    def leave(self) -> None:
        """Let others have it; an empty one is taken away. Never raises."""
        empty = False
        with suppress(OSError):
            empty = not self.files()
        self._lock.release(remove=empty)
        if empty:
            with suppress(OSError):  # somebody was quicker and has it now
                self.path.rmdir()


def free_desks(folder: Path, held: Collection[Path]) -> tuple[list[DeskFolder], list[OSError]]:
    """All desks but those held already whose owners are gone, from now on ours, and what stood in the way.

    Raises OSError.
    """
    taken: list[DeskFolder] = []
    troubles: list[OSError] = []
    if not folder.exists():
        return taken, troubles
    for path in sorted(one for one in folder.iterdir() if one.is_dir() and one not in held):
        try:
            lock = take_lock(path / LOCK_NAME)
        except FileNotFoundError:
            continue  # tidied away this moment
        except OSError as error:
            troubles.append(error)
            continue
        if lock is not None:
            taken.append(DeskFolder(path, lock))
    return taken, troubles


def new_desk(folder: Path) -> DeskFolder:
    """A desk of our own. Raises OSError."""
    make_folder(folder)
    for _attempt in range(_ATTEMPTS):
        path = folder / uuid4().hex[:12]
        path.mkdir(mode=FOLDER_MODE)
        with suppress(FileNotFoundError):
            lock = take_lock(path / LOCK_NAME)
            if lock is not None:
                return DeskFolder(path, lock)
    raise FileExistsError(f"no new folder can be had in {folder}")
