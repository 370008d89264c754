"""The drafts on the desk, one small file each, in a folder for each running copy of the program.

Taking over what a copy left takes no more than its lock: nothing is moved or written, so that it goes well also where
the disk is full or nothing may be written, and is either done or not begun.
"""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from threading import Lock
from uuid import uuid4

from mktgui.domain.desk import LoadedDrafts, SavedDraft
from mktgui.domain.keeping import KeepError, KeepProblem, KeepTrouble
from mktgui.storage.desk_folder import DeskFolder, free_desks, new_desk
from mktgui.storage.files import keep_beside, replace_file
from mktgui.storage.json_files import FormatError, file_name, problem_with, read_bytes
from mktgui.storage.saved_draft import content_of, saved_draft_in


class DraftFolder:
    """Keeps the `DraftStore` port.

    What another version wrote, or what may not be read, stays where it is. What is broken is put aside, up one folder.
    """

    def __init__(self, folder: Path, keeps_values: Callable[[], bool] = lambda: True) -> None:
        self._folder, self._keeps_values = folder, keeps_values
        self._turn = Lock()
        self._desks: list[DeskFolder] = []
        self._own: DeskFolder | None = None
        self._files: dict[str, Path] = {}

    def load(self) -> LoadedDrafts:
        """Never raises. Called again, it finds what has become free since then."""
        if not self._keeps_values():
            return LoadedDrafts()
        with self._turn:
            try:
                desks, troubles = free_desks(self._folder, [desk.path for desk in self._desks])
            except OSError as error:
                return LoadedDrafts(problems=(problem_with(self._folder, error, KeepTrouble.UNREADABLE),))
            problems = [problem_with(self._folder, error, KeepTrouble.UNREADABLE) for error in troubles]
            drafts = [one for desk in desks for one in self._taken_over(desk, problems)]
        drafts.sort(key=lambda one: (one.order, one.changed_at, one.id))
        return LoadedDrafts(tuple(drafts), tuple(problems))

    def save(self, one: SavedDraft) -> None:
        """Write it where it lies already, or else on the desk of this copy. Raises KeepError."""
        with self._turn:
            if not self._keeps_values():  # asked in turn: `forget` may have come first
                return
            path = self._folder
            try:
                path = self._place_for(one.id)
                replace_file(path, content_of(one))
            except (OSError, FormatError) as error:
                raise KeepError(problem_with(path, error, KeepTrouble.UNWRITABLE)) from None
            self._files[one.id] = path

    def remove(self, draft_id: str) -> None:
        """Raises KeepError, and then it is still there."""
        with self._turn:
            path = self._files.get(draft_id)
            if path is None:
                return
            try:
                path.unlink(missing_ok=True)
            except OSError as error:
                raise KeepError(problem_with(path, error, KeepTrouble.UNWRITABLE)) from None
            del self._files[draft_id]

    def forget(self) -> None:
        """Remove also what was put aside, and what this version cannot read. Raises KeepError."""
        with self._turn:
            try:
                desks, errors = free_desks(self._folder, [desk.path for desk in self._desks])
                self._desks += desks
                paths = [path for path in self._folder.glob("*") if path.is_file()]
                paths += [path for desk in self._desks for path in desk.files()]
            except OSError as error:
                paths, errors = [], [error]
            errors += _removed(paths)
            self._leave_desks()
        if errors:
            raise KeepError(problem_with(self._folder, errors[0], KeepTrouble.UNWRITABLE))

    def close(self) -> None:
        """Never raises."""
        with self._turn:
            self._leave_desks()

    def _leave_desks(self) -> None:
        for desk in self._desks:
            desk.leave()
        self._desks.clear()
        self._files.clear()
        self._own = None

    def _place_for(self, draft_id: str) -> Path:
        """Raises OSError."""
        path = self._files.get(draft_id)
        if path is not None and any(desk.path == path.parent and desk.is_held for desk in self._desks):
            return path
        if self._own is None or not self._own.is_held:
            self._own = new_desk(self._folder)
            self._desks.append(self._own)
        return self._own.path / file_name(draft_id)

    def _taken_over(self, desk: DeskFolder, problems: list[KeepProblem]) -> list[SavedDraft]:
        """What can be read there. Where nothing can, the desk is given back at once."""
        drafts: list[SavedDraft] = []
        try:
            paths = desk.files()
        except OSError as error:
            problems.append(problem_with(desk.path, error, KeepTrouble.UNREADABLE))
            paths = []
        for path in paths:
            one, problem = self._read(path)
            if problem is not None:
                problems.append(problem)
            if one is not None:
                self._files[one.id] = path
                drafts.append(one)
        if drafts:
            self._desks.append(desk)
        else:
            desk.leave()
        return drafts

    def _read(self, path: Path) -> tuple[SavedDraft | None, KeepProblem | None]:
        if path.suffix != ".json":
            if path.suffix == ".new":  # half written by a copy that was killed; the whole one lies beside it
                _removed([path])
            return None, None
        content = b""
        try:
            content = read_bytes(path)
            one, complaint = saved_draft_in(content)
        except (OSError, FormatError) as error:
            return None, self._left(path, content, problem_with(path, error, KeepTrouble.UNREADABLE))
        if not one.id or one.id in self._files:
            one = replace(one, id=uuid4().hex)
        if not complaint:
            return one, None
        problem = KeepProblem(KeepTrouble.BROKEN, str(path), complaint)
        kept = self._aside(path, content)
        # What could not be copied first must not be saved over.
        return (None, problem) if kept is None else (one, replace(problem, path=str(kept)))

    def _left(self, path: Path, content: bytes, problem: KeepProblem) -> KeepProblem:
        """Put it aside if it is broken, so that it is told only once."""
        kept = self._aside(path, content) if problem.trouble is KeepTrouble.BROKEN else None
        if kept is None:
            return problem
        with suppress(OSError):
            path.unlink()
        return replace(problem, path=str(kept))

    def _aside(self, path: Path, content: bytes) -> Path | None:
        try:
            return keep_beside(self._folder / path.name, content, KeepTrouble.BROKEN.value)
        except OSError:
            return None


def _removed(paths: list[Path]) -> list[OSError]:
    """Remove them, and tell what stood in the way."""
    errors: list[OSError] = []
    for path in paths:
        try:
            path.unlink(missing_ok=True)
        except OSError as error:
            errors.append(error)
    return errors
