"""Writes drafts to the disk behind the person's back: of each the newest state, one after the other."""

from collections.abc import Callable
from threading import Lock
from typing import TYPE_CHECKING

from mktgui.domain.keeping import KeepError, KeepProblem

if TYPE_CHECKING:
    from mktgui.domain.desk import DraftStore, SavedDraft

Later = Callable[[Callable[[], None]], None]


class DraftBook:
    """One for the whole program. Its methods touch no disk; what is due is written by `later`, on a thread of its own.

    What could not be written stays due and is tried again with the next change.
    """

    def __init__(self, store: "DraftStore", later: Later) -> None:
        self._store, self._later = store, later
        self._lock = Lock()
        self._due: dict[str, SavedDraft | None] = {}
        self._problem: KeepProblem | None = None

    @property
    def problem(self) -> KeepProblem | None:
        """Why the last attempt left something unwritten; None where nothing is."""
        with self._lock:
            return self._problem

    def keep(self, one: "SavedDraft") -> None:
        """Have it written soon, in place of any older state."""
        self._put(one.id, one)

    def remove(self, draft_id: str) -> None:
        """Have it taken away soon."""
        self._put(draft_id, None)

    def _put(self, draft_id: str, one: "SavedDraft | None") -> None:
        with self._lock:
            self._due[draft_id] = one
        self._later(self._write)

    def _write(self) -> None:
        with self._lock:
            due, self._due = self._due, {}
        problem: KeepProblem | None = None
        left: dict[str, SavedDraft | None] = {}
        for draft_id, one in due.items():
            try:
                if one is None:
                    self._store.remove(draft_id)
                else:
                    self._store.save(one)
            except KeepError as error:
                problem, left[draft_id] = error.problem, one
        with self._lock:
            if due:
                self._problem = problem
            self._due = left | self._due
