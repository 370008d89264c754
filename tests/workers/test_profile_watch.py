"""What others do to the file of connections is found, read on a thread, and believed where it stays."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mktgui.domain.ports import LoadedProfiles, ProfileProblem, ProfileTrouble
from mktgui.domain.profile import Profile
from mktgui.storage.profiles import TomlProfiles
from mktgui.workers.profile_watch import ProfileWatch
from mktgui.workers.runner import Runner
from tests.storage.profiles_at_hand import APAC, EMEA

PATIENCE = 120  # milliseconds
BROKEN = b'[[profiles]]\nid = "half'


class Watched(TomlProfiles):
    """A store that remembers what was seen in its file, and does what a test wants to happen just then."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.seen: list[LoadedProfiles | None] = []
        self.then: Callable[[], None] = lambda: None

    def look(self) -> LoadedProfiles | None:
        found = super().look()
        self.then()
        self.seen.append(found)
        return found


class Case:
    """A watch on a real file, and what it has told."""

    def __init__(self, runner: Runner, file: Path, qtbot: QtBot) -> None:
        self._runner, self._qtbot = runner, qtbot
        self.file, self.others, self.store = file, TomlProfiles(file), Watched(file)
        self.watch = ProfileWatch(runner, self.store, pause=20, patience=PATIENCE)
        self.found: list[tuple[Profile, ...]] = []
        self.broken: list[ProfileProblem] = []
        self.watch.found.connect(lambda loaded: self.found.append(loaded.profiles))
        self.watch.broken.connect(self.broken.append)

    def save(self, *profiles: Profile) -> None:
        """As another copy does."""
        self.others.save(profiles, "")

    def finds(self, *profiles: Profile) -> None:
        """It is told that these are there now."""
        self._qtbot.waitUntil(lambda: bool(self.found) and self.found[-1] == profiles)

    def sees(self, what: Callable[[LoadedProfiles | None], bool]) -> None:
        """This was read, and what is to be made of it has been made."""
        self._qtbot.waitUntil(lambda: bool(self.store.seen) and what(self.store.seen[-1]))
        with self._qtbot.waitSignal(self._runner.run(lambda: None).finished):
            pass

    def hold(self, gate: Event) -> None:
        """The worker that reads waits here."""
        assert gate.wait(20)

    def reads_again(self) -> None:
        """Somebody has a reason to look."""
        before = len(self.store.seen)
        self.watch.look_soon()
        self._qtbot.waitUntil(lambda: len(self.store.seen) > before)
        self.sees(lambda _found: True)


@pytest.fixture
def runner(qapp: QApplication) -> Iterator[Runner]:
    runner = Runner()
    yield runner
    runner.close()


@pytest.fixture
def case(runner: Runner, home: Path, qtbot: QtBot) -> Iterator[Case]:
    case = Case(runner, home / "config" / "profiles.toml", qtbot)
    yield case
    case.watch.close()


@pytest.fixture
def begun(case: Case) -> Case:
    """One that watches a file with one connection."""
    case.save(EMEA)
    case.watch.start(case.others.load())
    case.finds(EMEA)
    case.reads_again()  # by then the file itself is watched
    return case


def is_wrong(found: LoadedProfiles | None) -> bool:
    return found is not None and found.problem is not None


def test_what_another_copy_saves_is_found_again_and_again(begun: Case) -> None:
    for now in ((EMEA, APAC), (replace(EMEA, name="Europe"), APAC)):  # each save puts another file in its place
        begun.save(*now)
        begun.finds(*now)


def test_what_a_person_writes_into_the_file_itself_is_found(begun: Case) -> None:
    begun.file.write_text(begun.file.read_text().replace('"EMEA"', '"By hand"'))
    begun.finds(replace(EMEA, name="By hand"))


def test_a_file_that_comes_only_later_is_found(case: Case) -> None:
    case.watch.start(LoadedProfiles())
    case.sees(lambda found: found is None)
    case.reads_again()
    assert case.found == []
    case.save(EMEA)  # with the folder
    case.finds(EMEA)
    case.save(EMEA, APAC)
    case.finds(EMEA, APAC)


def test_behind_a_link_too(case: Case, home: Path) -> None:
    behind = home / "dotfiles" / "mktgui.toml"
    case.save(EMEA)
    behind.parent.mkdir()
    case.file.rename(behind)
    case.file.symlink_to(behind)
    case.watch.start(case.others.load())
    case.finds(EMEA)
    case.reads_again()
    TomlProfiles(behind).save((EMEA, APAC), "")
    case.finds(EMEA, APAC)


def test_where_nothing_is_told_whoever_comes_back_sees_it(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(case.store, "watched", tuple)  # a folder of the network
    case.save(EMEA)
    case.watch.start(case.others.load())
    case.finds(EMEA)
    case.save(EMEA, APAC)
    case.watch.look_soon()
    case.finds(EMEA, APAC)


def test_one_that_is_gone_is_believed_once_it_stays_gone(begun: Case) -> None:
    whole = begun.file.read_bytes()
    begun.file.write_bytes(b"")  # as an editor begins to write
    begun.sees(lambda found: found is not None and found.profiles == ())
    begun.file.write_bytes(whole)
    begun.finds(EMEA)
    assert () not in begun.found
    begun.save(APAC)
    begun.finds(APAC)


def test_a_file_that_is_gone_says_nothing(begun: Case) -> None:
    begun.file.unlink()
    begun.sees(lambda found: found is None)
    begun.reads_again()
    assert (set(begun.found), begun.broken) == ({(EMEA,)}, [])
    begun.save(EMEA, APAC)
    begun.finds(EMEA, APAC)


def test_a_file_that_is_mended_in_time_says_nothing(begun: Case) -> None:
    begun.file.write_bytes(BROKEN)
    begun.sees(is_wrong)
    assert (set(begun.found), begun.broken, list(begun.file.parent.glob("*-1.toml"))) == ({(EMEA,)}, [], [])
    begun.save(EMEA, APAC)
    begun.finds(EMEA, APAC)
    assert begun.broken == []


@pytest.mark.parametrize(
    ("content", "trouble", "kept"),
    [
        (BROKEN, ProfileTrouble.BROKEN, "profiles.broken-1.toml"),
        (b"version = 2\n", ProfileTrouble.NEWER, "profiles.newer-1.toml"),
        (b'[[profiles]]\nid = "half"\n', ProfileTrouble.BROKEN, "profiles.toml"),
    ],
)
def test_a_file_that_stays_broken_is_told_once_and_a_copy_is_kept(
    begun: Case, qtbot: QtBot, content: bytes, trouble: ProfileTrouble, kept: str
) -> None:
    begun.file.write_bytes(content)
    qtbot.waitUntil(lambda: bool(begun.broken))
    [problem] = begun.broken
    assert (problem.trouble, problem.kept) == (trouble, str(begun.file.with_name(kept)))
    assert Path(problem.kept).read_bytes() == content
    for _ in range(3):
        begun.reads_again()
    assert (set(begun.found), len(begun.broken)) == ({(EMEA,)}, 1)
    begun.file.unlink()
    begun.save(EMEA, APAC)
    begun.finds(EMEA, APAC)
    begun.file.write_bytes(content)  # it is news again
    qtbot.waitUntil(lambda: len(begun.broken) == 2)


def test_what_is_told_at_the_start_is_not_told_again(case: Case, qtbot: QtBot) -> None:
    case.file.parent.mkdir()
    case.file.write_bytes(b"not TOML")
    case.watch.start(case.others.load())
    case.sees(is_wrong)
    case.reads_again()
    case.file.write_bytes(b"version = 7")
    qtbot.waitUntil(lambda: [one.trouble for one in case.broken] == [ProfileTrouble.NEWER])


def test_one_that_is_mended_at_the_last_moment_is_found(begun: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    def load() -> LoadedProfiles:
        begun.save(EMEA, APAC)
        return begun.others.load()

    monkeypatch.setattr(begun.store, "load", load)
    begun.file.write_bytes(BROKEN)
    begun.finds(EMEA, APAC)
    assert begun.broken == []


def test_a_sign_that_comes_while_it_is_read_is_not_lost(begun: Case, qtbot: QtBot) -> None:
    gate = Event()
    begun.store.then = partial(begun.hold, gate)
    begun.watch.look_soon()
    qtbot.waitUntil(lambda: begun.watch.is_looking)
    begun.save(EMEA, APAC)  # after it was read
    begun.watch.look_soon()
    qtbot.wait(60)  # the second sign is due
    gate.set()
    begun.finds(EMEA, APAC)


def test_once_closed_it_tells_nothing(begun: Case) -> None:
    begun.watch.look_soon()
    begun.watch.close()
    begun.watch.look_soon()
    begun.save(EMEA, APAC)
    begun.sees(lambda _found: True)
    assert set(begun.found) == {(EMEA,)}


def test_what_was_read_as_it_was_closed_is_not_told(begun: Case, qtbot: QtBot) -> None:
    gate = Event()
    begun.store.then = partial(begun.hold, gate)
    begun.save(EMEA, APAC)
    begun.watch.look_soon()
    qtbot.waitUntil(lambda: begun.watch.is_looking)
    begun.watch.close()
    gate.set()
    begun.sees(lambda found: found is not None and found.profiles == (EMEA, APAC))
    assert set(begun.found) == {(EMEA,)}


def test_a_copy_that_was_kept_as_it_was_closed_is_not_told(
    begun: Case, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate, asked = Event(), Event()

    def load() -> LoadedProfiles:
        asked.set()
        begun.hold(gate)
        return begun.others.load()

    monkeypatch.setattr(begun.store, "load", load)
    begun.file.write_bytes(BROKEN)
    qtbot.waitUntil(asked.is_set)
    begun.watch.close()
    gate.set()
    begun.sees(is_wrong)
    assert begun.broken == []
