"""Drafts are written one after the other, each in its newest state, and what could not be written stays due."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from mktgui.domain.desk import LoadedDrafts, SavedDraft
from mktgui.domain.draft import Draft
from mktgui.domain.keeping import KeepError, KeepProblem, KeepTrouble
from mktgui.storage.drafts import DraftFolder
from mktgui.workers.draft_book import DraftBook

ONE = SavedDraft(id="a" * 32, profile_id="p", draft=Draft(email="ana@corp.example"), changed_at=datetime.now(UTC))
TWO = replace(ONE, id="b" * 32, draft=Draft(email="bo@corp.example"))


class Later:
    """Holds chores until they are let go."""

    def __init__(self) -> None:
        self.chores: list[Callable[[], None]] = []

    def __call__(self, chore: Callable[[], None]) -> None:
        self.chores.append(chore)

    def work(self) -> None:
        while self.chores:
            self.chores.pop(0)()


class Full(DraftFolder):
    """A disk that is full until it is not; it counts how often it was written to."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.full, self.saves = False, 0
        self.meanwhile: Callable[[], None] = lambda: None

    def save(self, one: SavedDraft) -> None:
        self.saves += 1
        self.meanwhile()
        if self.full:
            raise KeepError(KeepProblem(KeepTrouble.UNWRITABLE, "drafts", "no space left"))
        super().save(one)


@pytest.fixture
def store(home: Path) -> Full:
    return Full(home / "drafts")


@pytest.fixture
def later() -> Later:
    return Later()


@pytest.fixture
def book(store: Full, later: Later) -> DraftBook:
    return DraftBook(store, later)


def kept(home: Path, store: Full) -> dict[str, str]:
    store.close()
    loaded: LoadedDrafts = DraftFolder(home / "drafts").load()
    return {one.id: one.draft.email for one in loaded.drafts}


def problem_of(book: DraftBook) -> KeepProblem | None:
    return book.problem


def test_what_is_kept_is_there_for_the_next_run(book: DraftBook, store: Full, later: Later, home: Path) -> None:
    book.keep(ONE)
    book.keep(TWO)
    later.work()
    assert book.problem is None
    assert kept(home, store) == {ONE.id: "ana@corp.example", TWO.id: "bo@corp.example"}


def test_only_the_newest_state_is_written(book: DraftBook, store: Full, later: Later, home: Path) -> None:
    for number in range(20):
        book.keep(replace(ONE, draft=Draft(email=f"ana{number}@corp.example")))
    later.work()
    assert store.saves == 1
    assert kept(home, store) == {ONE.id: "ana19@corp.example"}


def test_a_draft_that_is_put_away_is_gone(book: DraftBook, store: Full, later: Later, home: Path) -> None:
    book.keep(ONE)
    later.work()
    book.keep(ONE)
    book.remove(ONE.id)
    later.work()
    assert kept(home, store) == {}


def test_a_full_disk_is_told_and_tried_again(book: DraftBook, store: Full, later: Later, home: Path) -> None:
    store.full = True
    book.keep(ONE)
    later.work()
    assert problem_of(book) == KeepProblem(KeepTrouble.UNWRITABLE, "drafts", "no space left")
    store.full = False
    book.keep(TWO)
    later.work()
    assert problem_of(book) is None
    assert set(kept(home, store)) == {ONE.id, TWO.id}


def test_what_came_after_a_failure_is_newer_than_what_failed(
    book: DraftBook, store: Full, later: Later, home: Path
) -> None:
    store.full = True
    book.keep(ONE)
    first = later.chores.pop()
    newer = replace(ONE, draft=Draft(email="newer@corp.example"))
    store.meanwhile = lambda: book.keep(newer)  # typed while the disk refuses
    first()
    store.full, store.meanwhile = False, lambda: None
    later.work()
    assert kept(home, store) == {ONE.id: "newer@corp.example"}
