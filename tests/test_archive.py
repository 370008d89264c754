"""The history under the roof: what is recorded, and the one choice whether values are kept, for all copies."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from mktgui.archive import Archive
from mktgui.domain.calls import Call, GetLead, LookupKey
from mktgui.domain.history import Query, Retention
from mktgui.domain.history_port import HistoryError, HistoryTrouble
from mktgui.domain.outcome import Failure, FailureKind, NotSent, Outcome
from mktgui.domain.ports import Report
from mktgui.domain.profile import PRACTICE
from mktgui.domain.recording import context_of
from mktgui.storage.places import Places
from mktgui.ui.preferences import Preferences
from mktgui.workers.runner import Runner
from tests.ui.past import Later
from tests.workers.test_recorded_check import GOOD, Climbing, ignore

LOOK = GetLead(LookupKey.EMAIL, "ana@acme.example")


class Line:
    """A transport that sends nothing."""

    def send(self, call: Call, report: Report) -> Outcome:  # noqa: ARG002 - the port's words
        return NotSent(call, Failure(kind=FailureKind.SECRET_MISSING))

    def abort(self) -> None:
        """There is nothing to hang up."""


class Copies:
    """Copies of the program with one home."""

    def __init__(self, home: Path, runner: Runner) -> None:
        self._home, self._runner, self._made = home, runner, list[Archive]()

    @property
    def preferences(self) -> Preferences:
        return Preferences(self._home / "window.ini")

    def start(self) -> Archive:
        archive = Archive(Places(self._home), self._runner, self.preferences, Later())
        self._made.append(archive)
        return archive

    def close(self) -> None:
        for archive in self._made:
            archive.desk.close()
            archive.close()


@pytest.fixture
def copies(home: Path, runner: Runner) -> Iterator[Copies]:
    copies = Copies(home / "mktgui", runner)
    yield copies
    copies.close()


@pytest.fixture
def runner(qapp: object) -> Iterator[Runner]:
    runner = Runner()
    yield runner
    assert runner.close()


def test_calls_and_checks_are_recorded(copies: Copies) -> None:
    archive = copies.start()
    archive.record(Line(), context_of(PRACTICE)).send(LOOK, lambda _stage: None)
    archive.record_check(Climbing(GOOD, archive.store()), replace(PRACTICE, name="Mine")).run(ignore)
    names = [(one.kind.value, one.profile_name) for one in archive.store().search(Query()).entries]
    assert names == [("list-objects", "Mine"), ("get-lead", "Practice")]


def test_one_store_for_all_threads(copies: Copies) -> None:
    archive = copies.start()
    assert archive.store() is archive.store()
    copies.start().close()  # one that was never needed


def test_the_choice_goes_for_all_copies(copies: Copies) -> None:
    one, other = copies.start(), copies.start()
    assert one.settle()
    assert other.settle()
    one.choose(keep=False)
    assert (one.keeps_values(), other.keeps_values()) == (False, False)
    other.choose(keep=True)
    assert (one.keeps_values(), other.keeps_values()) == (True, True)


def test_a_mark_that_was_lost_is_put_there_again(copies: Copies) -> None:
    copies.preferences.keeps_values = False
    archive = copies.start()
    assert not archive.keeps_values()  # before anything was read
    assert not archive.settle()
    assert not archive.store().keeps_values()
    copies.start().choose(keep=True)
    assert archive.keeps_values()


def test_where_the_mark_cannot_be_put_nothing_is_kept_all_the_same(copies: Copies, home: Path) -> None:
    copies.preferences.keeps_values = False
    (home / "mktgui").mkdir(exist_ok=True)
    (home / "mktgui" / "data").touch()  # no folder can be made there
    archive = copies.start()
    told: list[HistoryTrouble] = []
    archive.desk.troubled.connect(lambda problem: told.append(problem.trouble))
    assert not archive.settle()
    archive.desk.poke()
    assert told == [HistoryTrouble.UNWRITABLE]
    with pytest.raises(HistoryError):
        archive.choose(keep=False)
    assert not archive.keeps_values()


def test_how_long_calls_are_kept_is_the_persons_choice(copies: Copies, home: Path) -> None:
    archive = copies.start()
    chosen = Preferences(home / "mktgui" / "window.ini")
    chosen.retention = Retention(days=1)
    assert archive.desk._retention() == Retention(days=1)  # noqa: SLF001 - what its purge goes by
